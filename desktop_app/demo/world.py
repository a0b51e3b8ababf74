"""The real world of the demo office: its zone, partners, embassies, units and laboratories, and towns."""

import csv
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from desktop_app.domain.dates import first_day, last_day
from desktop_app.domain.entity import Entity
from desktop_app.domain.ids import derived_id
from desktop_app.domain.partner import PARTNER
from desktop_app.domain.place import OFFICE, SECURITY_RULE, ZONE
from desktop_app.domain.unit import UNIT
from desktop_app.domain.values import Value
from desktop_app.store.base import Edit, Query, Store
from desktop_app.store.queries import Filter
from desktop_app.store.reference import read_plain

DEMO_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "demo"

# Regions that Brussels looks at: it has no zone of its own.
_EUROPE = ("AT", "BE", "DE", "ES", "GB", "IT")


@dataclass(frozen=True, slots=True)
class Partner:
    """A real institution abroad, as the demo needs it."""

    id: str
    name: str
    local_name: str
    city: str
    country: str
    kind: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A real CNRS unit in France."""

    id: str
    institute: str
    city: str


@dataclass(frozen=True, slots=True)
class Town:
    """A town where missions go, with its name in the local script where it has another one."""

    name: str
    local_name: str


@dataclass(slots=True)
class World:
    """What is real in the demo office, by the code of the country."""

    office: str
    zone: tuple[str, ...]
    countries: tuple[str, ...]
    offices: dict[str, str] = field(default_factory=dict)
    partners: dict[str, list[Partner]] = field(default_factory=dict)
    embassies: dict[str, str] = field(default_factory=dict)
    units: list[Unit] = field(default_factory=list)
    unit_ids: dict[str, str] = field(default_factory=dict)
    towns: dict[str, list[Town]] = field(default_factory=dict)
    guarded: frozenset[str] = frozenset()
    ministry: str | None = None

    def hosts(self, country: str) -> list[Partner]:
        """Return the institutions of a country with which projects are made."""
        return self.partners.get(country, [])

    def weight(self, country: str) -> float:
        """Return how much happens in a country: more where there are partners, and most in the office's own zone."""
        return (1 + 3 * math.sqrt(len(self.hosts(country)))) * (3 if country in self.zone else 1)


def country_id(code: str) -> str:
    """Return the id of a country, the same in every base."""
    return derived_id("country", code)


def rows(name: str) -> Iterator[dict[str, str]]:
    """Read one of the demo's files."""
    with (DEMO_FOLDER / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file, delimiter=";")


def values_of(entity: Entity, row: Mapping[str, str]) -> dict[str, Value]:
    """Return the fields of an entity from a line of our files; columns that are no field are left out."""
    return {known.name: read_plain(known.type, row[known.name]) for known in entity if row.get(known.name)}


def settle(store: Store, edit: Edit, *, wide: bool, today: date) -> World:
    """Write the real institutions and units, and return the world that the rest of the demo is drawn from."""
    zone = _zone(store, store.office, today) or _EUROPE
    world = World(store.office, zone, zone)
    world.offices = _offices(store, today)
    world.guarded = frozenset(str(rule["country"]) for rule in store.records(Query(SECURITY_RULE)))
    for row in rows("partner"):
        _add_partner(edit, world, row)
    for row in rows("embassy"):
        world.embassies.setdefault(row["country"], _added(edit, PARTNER, row, row["country"]))
    for row in rows("unit"):
        id_ = world.unit_ids[row["code"]] = _added(edit, UNIT, row, row["code"])
        if row["country"] == "FR" and row["institute"] and row["code"].startswith(("UMR", "UPR")):
            world.units.append(Unit(id_, row["institute"], row["city"]))
    for row in rows("city"):
        world.towns.setdefault(row["country"], []).append(Town(row["name"], row["local_name"]))
    if wide:
        world.countries = tuple(dict.fromkeys((*zone, *(code for code in world.partners if code != "FR"))))
    world.countries = tuple(code for code in world.countries if code in world.towns)
    return world


def _add_partner(edit: Edit, world: World, row: dict[str, str]) -> None:
    # IRD has an address in six countries: the country tells them apart.
    id_ = _added(edit, PARTNER, row, row["name"], row["country"], row["city"])
    if row["kind"] == "ministry":
        world.ministry = id_
    elif row["status"] == "active":
        world.partners.setdefault(row["country"], []).append(
            Partner(id_, row["name"], row["local_name"], row["city"], row["country"], row["kind"])
        )


def _added(edit: Edit, entity: Entity, row: dict[str, str], *key: str) -> str:
    """Add a real record under an id that depends on nothing but itself."""
    return edit.add(entity, values_of(entity, row), id_=derived_id("demo", entity.name, *key))


def _zone(store: Store, office: str, today: date) -> tuple[str, ...]:
    id_ = derived_id("office", office)
    found = store.records(Query(ZONE, (Filter("office", "is", id_),)))
    return tuple(_code(store, line["country"]) for line in found if _in_force(line, today))


def _offices(store: Store, today: date) -> dict[str, str]:
    """Return which active office follows each country today."""
    active = {line["id"] for line in store.records(Query(OFFICE)) if line["active"]}
    return {
        _code(store, line["country"]): str(line["office"])
        for line in store.records(Query(ZONE))
        if line["office"] in active and _in_force(line, today)
    }


def _in_force(line: Mapping[str, Value], today: date) -> bool:
    since, until = line["since_on"], line["until_on"]
    return (not since or first_day(str(since)) <= today) and (not until or last_day(str(until)) >= today)


def _code(store: Store, id_: Value) -> str:
    record = store.names.record("country", str(id_))
    return str(record["code"]) if record else ""
