"""Which office covers which country, by date: a country can pass from one office to another."""

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select

from desktop_app.domain.dates import first_day, last_day
from desktop_app.domain.place import ZONE
from desktop_app.domain.values import Record
from desktop_app.store.queries import Filter, Query
from desktop_app.store.tables import TABLES

if TYPE_CHECKING:
    from desktop_app.store.asking import Asking


def countries_of(connection: Connection, year: int | None = None) -> dict[str, tuple[str, ...]]:
    """Return the countries of each office at the end of a year, or as they are now; each country with one office."""
    zone = TABLES["zone"]
    lines = connection.execute(
        select(zone.c.office, zone.c.country, zone.c.since_on, zone.c.until_on).where(zone.c.gone == 0)
    )
    held: dict[str, tuple[str, str]] = {}
    for office, country, since, until in lines:
        begun = not since or year is None or since[:4] <= str(year)
        over = bool(until) and (year is None or until < f"{year}-12-31"[: len(until)])
        # Where two offices name a country, the one that came last has it.
        if begun and not over and (since or "", office) >= held.get(country, ("", "")):
            held[country] = (since or "", office)
    found: dict[str, list[str]] = defaultdict(list)
    for country, (_since, office) in held.items():
        found[office].append(country)
    return {office: tuple(sorted(countries)) for office, countries in found.items()}


def office_of(connection: Connection, country: str, year: int | None = None) -> str | None:
    """Return the office that covers a country at the end of a year, or now."""
    return next((office for office, held in countries_of(connection, year).items() if country in held), None)


def history_of(store: "Asking", country: str) -> list[tuple[str, str, str]]:
    """Return the offices that have covered a country, with since when and until when, the first one first."""
    lines = store.records(Query(ZONE, (Filter("country", "is", country),)))
    found = [(str(line["office"]), str(line["since_on"] or ""), str(line["until_on"] or "")) for line in lines]
    return sorted(found, key=lambda one: one[1])


def zone_of(store: "Asking", day: date) -> tuple[str, ...]:
    """Return the countries that the base's office covers on a day; none for an office without a zone: it sees all."""
    office = store.resolve("office", store.office)
    return covered_by(store, office, day) if office else ()


def offices_on(store: "Asking", day: date) -> dict[str, str]:
    """Return the office that covers each country on a day; where two name one, that which came last has it."""
    lines = [line for line in store.records(Query(ZONE)) if _covers(line, day)]
    lines.sort(key=lambda line: (str(line.get("since_on") or ""), str(line["office"])))
    return {str(line["country"]): str(line["office"]) for line in lines}


def covered_by(store: "Asking", office: str, day: date) -> tuple[str, ...]:
    """Return the countries that an office covers on a day."""
    lines = store.records(Query(ZONE, (Filter("office", "is", office),)))
    return tuple(sorted({str(line["country"]) for line in lines if _covers(line, day)}))


def _covers(line: Record, day: date) -> bool:
    since, until = line.get("since_on"), line.get("until_on")
    return (not since or first_day(str(since)) <= day) and (not until or last_day(str(until)) >= day)
