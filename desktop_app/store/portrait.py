"""The key figures of a country, a partner, an institute or a unit, each with the question whose list it counts."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.deadlines import RUNNING, Deadline
from desktop_app.domain.event import EVENT
from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.instrument_parts import OUTPUT
from desktop_app.domain.mission import MISSION
from desktop_app.domain.partner import ACCESS, PARTNER
from desktop_app.domain.person import PERSON
from desktop_app.domain.place import FIGURE
from desktop_app.domain.values import Record
from desktop_app.store import figures
from desktop_app.store.figures import BY_PARTNER, Journeys, Part
from desktop_app.store.queries import Filter, Query
from desktop_app.store.subject import Subject

if TYPE_CHECKING:
    from desktop_app.store.base import Store

# What stands beside an indicator of a country: what this base counts of the same, in the same year.
_OURS = {
    "cnrs_missions": lambda year, about: figures.missions(year, about).where(Filter("direction", "is", "outgoing")),
    "co_publications_cnrs": lambda year, about: figures.outputs(year, about).where(Filter("kind", "is", "publication")),
}


class Number(NamedTuple):
    """A key figure by its name."""

    name: str
    part: Part


class Indicator(NamedTuple):
    """The last known value of an indicator of a country, with its source, and what this base counts beside it."""

    code: str
    value: str
    year: int
    source: str
    ours: Part | None


def running(about: Subject) -> Query:
    """Ask for the instruments that are running."""
    return about.of(INSTRUMENT).where(Filter("status", "in", RUNNING))


def numbers(store: "Store", about: Subject, journeys: Journeys) -> list[Number]:
    """Return the key figures of a subject; what it can't have is left out."""
    travel = {"missions": journeys.year, "present": journeys.present, "coming": journeys.coming}
    counted = {name: Part(None, store.count(asked), asked) for name, asked in _asked(about)}
    return [Number(name, part) for name in _ORDER if (part := counted.get(name) or travel.get(name)) is not None]


_ORDER = ("running", "instruments", "partners", "members", "missions", "present", "coming", "people", "outputs", "events",
          "accesses")  # fmt: skip


USING = ("country", "partner")  # the partners of an institute are everywhere, and a unit is no partner


def _asked(about: Subject) -> Iterator[tuple[str, Query]]:
    yield "running", running(about)
    yield "instruments", about.of(INSTRUMENT)
    yield ("members" if about.kind == "partner" else "partners"), about.of(PARTNER)
    yield "people", about.of(PERSON)
    yield "outputs", about.of(OUTPUT)
    yield "events", about.of(EVENT)
    if about.kind in USING:
        yield "accesses", about.of(ACCESS)


def partners_of(store: "Store", about: Subject, limit: int) -> list[tuple[Record, Part]]:
    """Return the partners with most instruments of a subject, each with these; of a country, those that are there.

    Of a partner, those with which it shares instruments.
    """
    parts = store.figures.split(about.of(INSTRUMENT), BY_PARTNER)
    known = store.many(PARTNER, [str(part.value) for part in parts if part.value and part.value != about.id])
    pairs: list[tuple[Record, Part]] = [(known[str(part.value)], part) for part in parts if str(part.value) in known]
    if about.kind == "country":
        pairs = [pair for pair in pairs if pair[0].get("country") == about.id]
        pairs += [
            (one, Part(one["id"], 0, about.of(INSTRUMENT).where(Filter(BY_PARTNER, "is", one["id"]))))
            for one in _without(store, about, pairs, limit)
        ]
    return sorted(pairs, key=lambda pair: (-pair[1].count, str(pair[0].get("name"))))[:limit]


def _without(store: "Store", about: Subject, pairs: Sequence[tuple[Record, Part]], limit: int) -> list[Record]:
    """Return partners of a country that take part in nothing, where few others do."""
    if len(pairs) >= limit:
        return []
    named = {str(record["id"]) for record, _part in pairs}
    asked = Query(PARTNER, about.of(PARTNER).filters, sort=(("name", False),), limit=limit + len(pairs))
    return [record for record in store.records(asked) if record["id"] not in named]


def indicators(store: "Store", about: Subject) -> list[Indicator]:
    """Return the last value of each indicator of a country, in the order of their list."""
    latest: dict[str, Record] = {}
    for record in sorted(store.records(about.of(FIGURE)), key=lambda one: int(str(one.get("year") or 0))):
        if record.get("value") is not None:
            latest[str(record["indicator"])] = record
    return [
        Indicator(
            code, str(record["value"]), int(str(record["year"])), str(record.get("source") or ""),
            _ours(store, about, code, int(str(record["year"]))),
        )
        for code, record in latest.items()
    ]  # fmt: skip


def _ours(store: "Store", about: Subject, code: str, year: int) -> Part | None:
    if code not in _OURS:
        return None
    asked = _OURS[code](year, about)
    return Part(year, store.count(asked), asked)


def due(store: "Store", about: Subject, today: date) -> list[Deadline]:
    """Return the deadlines of a subject, the soonest first."""
    found = store.deadlines(today)
    if about.kind == "country":
        return [one for one in found if about.id in one.countries]
    mine = {id_ for (id_,) in store.columns(about.of(INSTRUMENT), ("id",))}
    lately = Filter("starts_on", "from", (today - timedelta(days=_FORGOTTEN_DAYS)).isoformat())
    mine |= {id_ for (id_,) in store.columns(about.of(MISSION).where(lately), ("id",))}
    mine |= {id_ for (id_,) in store.columns(about.of(EVENT), ("id",))}
    return [one for one in found if one.id in mine]


_FORGOTTEN_DAYS = 2 * 366  # no mission that began before has a deadline
