"""What an office sees first: the countries that it covers today, and the questions behind each number of the dashboard."""

import calendar
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.dates import lasts
from desktop_app.domain.deadlines import RUNNING, Deadline
from desktop_app.domain.instrument import INSTRUMENT, INSTRUMENT_TYPE
from desktop_app.domain.mission import MISSION
from desktop_app.store.figures import TAKES_PLACE
from desktop_app.store.queries import Filter, Query

if TYPE_CHECKING:
    from desktop_app.store.base import Store

Zone = tuple[str, ...]


class OfType(NamedTuple):
    """How many instruments of a type are running, and the question that finds them."""

    id: str
    code: str
    number: int
    query: Query


def within(found: Iterable[Deadline], zone: Zone) -> list[Deadline]:
    """Return the deadlines that concern a zone, and those that name no country."""
    covered = set(zone)
    return [one for one in found if not covered or not one.countries or not covered.isdisjoint(one.countries)]


def missions_of_month(zone: Zone, day: date) -> Query:
    """Ask for the missions that have a day in the month of a day, in the countries of a zone."""
    last = day.replace(day=calendar.monthrange(day.year, day.month)[1])
    return _missions_between(zone, day.replace(day=1), last)


def missions_on(zone: Zone, day: date) -> Query:
    """Ask who is in the countries of a zone on a day."""
    return _missions_between(zone, day, day)


def _missions_between(zone: Zone, first: date, last: date) -> Query:
    filters = [
        Filter("ends_on", "lasts", first.isoformat()),
        Filter("starts_on", "until", last.isoformat()),
        TAKES_PLACE,
    ]
    if zone:
        filters.append(Filter("countries", "in", zone))
    return Query(MISSION, tuple(filters), sort=(("starts_on", False),))


class Travel(NamedTuple):
    """How many missions have a day in a month, and on one day of it, with the questions that find them.

    `next`: the row numbers of those that are not over on the day, those that are to begin before those that have begun.
    """

    month: int
    on_day: int
    month_query: Query
    day_query: Query
    next: list[int]


def travel(store: "Store", zone: Zone, day: date) -> Travel:
    """Count the missions of a month and of a day at once: the journeys are read once, which asking twice would not do."""
    month, on_day, covered = missions_of_month(zone, day), missions_on(zone, day), set(zone)
    found = store.columns(missions_of_month((), day), ("starts_on", "ends_on", "pk", "countries"))
    lines = sorted(
        (starts, ends or "", pk)
        for starts, ends, pk, countries in found
        if not covered or covered.intersection(countries or ())
    )
    today = day.isoformat()
    not_over = [(starts, pk) for starts, ends, pk in lines if lasts(starts, ends, today)]
    here = sum(starts <= f"{today}\uffff" for starts, _pk in not_over)
    going_on = [(starts < today, starts, pk) for starts, pk in not_over]
    return Travel(len(lines), here, month, on_day, [pk for _begun, _starts, pk in sorted(going_on)])


def running_by_type(store: "Store", zone: Zone) -> list[OfType]:
    """Return the types of which instruments are running in a zone, the most frequent first."""
    filters = (Filter("status", "in", RUNNING), *((Filter("countries", "in", zone),) if zone else ()))
    asked = Query(INSTRUMENT, filters)
    types = {str(record["id"]): str(record["code"]) for record in store.records(Query(INSTRUMENT_TYPE))}
    found = [
        OfType(str(id_), types[str(id_)], count, asked.where(Filter("type", "is", id_)))
        for id_, count in store.tally(asked, "type")
        if str(id_) in types
    ]
    return sorted(found, key=lambda one: (-one.number, one.code))
