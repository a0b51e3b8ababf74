"""What the pane says of a country, read beside the screen."""

from collections.abc import Callable
from typing import NamedTuple

from desktop_app.domain import ENTITIES
from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.naming import title
from desktop_app.domain.place import COUNTRY
from desktop_app.domain.text import fold
from desktop_app.domain.values import Record
from desktop_app.gui.detail.facts import short_span
from desktop_app.gui.words import dotted, lang
from desktop_app.reports.atlas.counting import ENTITY, Topic, Wish, towns
from desktop_app.reports.atlas.numbers import Numbers
from desktop_app.store import figures, zones
from desktop_app.store.base import Store
from desktop_app.store.queries import Filter, Query
from desktop_app.store.subject import Subject

FEW = 7


class Line(NamedTuple):
    """A record: its name, what stands below it, its kind and id."""

    name: str
    below: str
    entity: str
    id: str


class Count(NamedTuple):
    """A number of a country, and the question whose list it counts."""

    subject: Topic
    number: int
    query: Query


class Town(NamedTuple):
    """A town of a country: how much of what the map shows is there, and the question whose list it counts."""

    name: str
    number: int
    query: Query


class About(NamedTuple):
    """A country: how much of everything there is, and the first records of what the map shows."""

    id: str
    name: str
    counts: tuple[Count, ...]
    lines: tuple[Line, ...]
    asked: Query  # the list behind the number of the map
    number: int
    offices: tuple[tuple[str, str, str], ...]  # the towns that have covered it, since and until
    towns: tuple[Town, ...] = ()  # those with most, first


def about(store: Store, code: str, wish: Wish, numbers: Numbers, year: int) -> About | None:
    """Read what the pane says of a country; missions are those of a year."""
    id_ = store.resolve("country", code)
    record = store.get(COUNTRY, id_) if id_ else None
    if not id_ or record is None:
        return None
    row, country = numbers.of(code), Subject("country", id_)
    asked = row.query if row else wish.asked().where(Filter(wish.by, "is", id_))
    queries: tuple[tuple[Topic, Query], ...] = (
        ("partner", figures.partners(country)),
        ("instrument", figures.instruments(wish.year, country)),
        ("mission", figures.missions(wish.year or year, country)),
    )
    counts = tuple(Count(subject, store.count(query), query) for subject, query in queries)
    lines = _LINES[wish.subject](store, asked)
    name = str(record.get(f"name_{lang()}") or record.get("name_fr"))
    return About(
        id_,
        name,
        counts,
        tuple(lines),
        asked,
        row.number if row else 0,
        _covered(store, id_),
        _towns(store, wish, asked),
    )


def _towns(store: Store, wish: Wish, asked: Query) -> tuple[Town, ...]:
    """Return the towns of partners or instruments; a mission may have towns in several countries."""
    if wish.subject == "mission":
        return ()
    found = [(str(town), count) for town, count in store.tally(asked, "city") if town]
    found.sort(key=lambda one: (-one[1], fold(one[0])))
    return tuple(Town(town, count, asked.where(Filter("city", "is", town))) for town, count in found)


def _covered(store: Store, id_: str) -> tuple[tuple[str, str, str], ...]:
    called = {office: town for office, _code, town in towns(store, lang())}
    return tuple((called.get(office, ""), since, until) for office, since, until in zones.history_of(store, id_))


def _first(store: Store, asked: Query, *sort: tuple[str, bool]) -> list[Record]:
    found = store.records(Query(asked.entity, asked.filters, sort=sort, limit=FEW, lang=lang()))
    store.names.fetch(asked.entity, found)
    return list(found)


def _partners(store: Store, asked: Query) -> list[Line]:
    showing, entity = store.names.showing(lang()), ENTITY["partner"]
    found = []
    taking_part = {part.value: part.count for part in store.figures.split(figures.instruments(), figures.BY_PARTNER)}
    everyone = store.records(Query(entity, asked.filters, sort=(("name", False),), lang=lang()))
    everyone.sort(key=lambda one: -taking_part.get(one["id"], 0))
    for one in everyone[:FEW]:
        query = Query(INSTRUMENT, (Filter("party.partner", "is", one["id"]),), sort=(("starts_on", True),))
        linked = store.records(Query(INSTRUMENT, query.filters, sort=query.sort, limit=3))
        store.names.fetch(INSTRUMENT, linked)
        named = [_typed(store, record) for record in linked]
        found.append(Line(title(entity, one, showing), ", ".join(named), "partner", str(one["id"])))
    return found


def _typed(store: Store, record: Record) -> str:
    type_ = store.names.record("instrument_type", str(record["type"])) if record.get("type") else None
    return " ".join(part for part in (str((type_ or {}).get("code") or ""), _called(store, record)) if part)


def _called(store: Store, record: Record) -> str:
    return title(INSTRUMENT, record, store.names.showing(lang()))


def _instruments(store: Store, asked: Query) -> list[Line]:
    showing = store.names.showing(lang())
    return [
        Line(_typed(store, one), INSTRUMENT.fields["status"].type.show(one.get("status"), showing), "instrument", str(one["id"]))
        for one in _first(store, asked, ("starts_on", True))
    ]  # fmt: skip


def _missions(store: Store, asked: Query) -> list[Line]:
    entity, showing = ENTITIES["mission"], store.names.showing(lang())
    found = []
    for one in _first(store, asked, ("starts_on", True)):
        name = entity.fields["person"].type.show(one.get("person"), showing) or title(entity, one, showing)
        purpose = entity.fields["purpose"].type.show(one.get("purpose"), showing)
        when = short_span(str(one.get("starts_on") or ""), str(one.get("ends_on") or ""))
        found.append(Line(name, dotted(when, purpose), "mission", str(one["id"])))
    return found


_LINES: dict[Topic, Callable[[Store, Query], list[Line]]] = {
    "partner": _partners, "instrument": _instruments, "mission": _missions,
}  # fmt: skip
