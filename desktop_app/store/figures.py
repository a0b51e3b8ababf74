"""Counts by type, institute, country, partner, year…: every number with the question whose list it counts."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from desktop_app.domain.dates import lasts
from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.instrument_parts import FUNDING, OUTPUT
from desktop_app.domain.mission import IN, MISSION, OUT
from desktop_app.domain.partner import PARTNER
from desktop_app.domain.place import FRANCE
from desktop_app.domain.values import Value
from desktop_app.store import aside, zones
from desktop_app.store.counting import counts
from desktop_app.store.queries import Filter, Query, conditions_of, lasting
from desktop_app.store.subject import Subject
from desktop_app.store.tables import LINKED, TABLES

# What an instrument is before it lives, and what never came to live.
UNBORN = ("draft", "idea", "submitted", "under_review", "selected", "not_selected", "abandoned")
OFFICE = "office"  # records by the office whose zone held their countries
BY_PARTNER = "party.partner"
TAKES_PLACE = aside.TAKES_PLACE


@dataclass(frozen=True, slots=True)
class Part:
    """One number: the value that it stands for, how many records, and the question whose list has exactly these."""

    value: Value
    count: int
    query: Query


@dataclass(frozen=True, slots=True)
class Balance:
    """Who came and who went, for one country, partner, instrument or year."""

    value: Value
    received: Part
    sent: Part


@dataclass(frozen=True, slots=True)
class Spending:
    """What was planned and spent in one currency, and the question for the funding lines that it adds up."""

    value: Value
    currency: str
    planned: Decimal
    spent: Decimal
    query: Query


class Journeys(NamedTuple):
    """The missions of this year, those under way, those that are not over yet; and the row numbers of the first of these."""

    year: Part
    present: Part
    coming: Part
    next: list[int]


class Figures:
    """Counts on a base."""

    def __init__(self, reader: Callable[[], Connection]) -> None:
        self._reader = reader

    def split(self, query: Query, by: str, year: int | None = None) -> list[Part]:
        """Return how many records there are for each value of a field, of partners of their parties, or of offices."""
        if by == OFFICE:
            return self._by_office(query, year)
        found = counts(self._reader(), query, by)
        return [Part(value, count, query.where(_named(by, value))) for value, count in found.items() if count]

    def years(self, query: Query, years: Iterable[int]) -> list[Part]:
        """Return how many records fall into each year; of instruments, how many live in it."""
        if query.entity is INSTRUMENT:
            return [self._part(year, query.where(*living(str(year), str(year)))) for year in years]
        if "year" in query.entity.fields:
            found = counts(self._reader(), query, "year")
            return [Part(year, found.get(year, 0), query.where(_named("year", year))) for year in years]
        found = counts(self._reader(), query, "starts_on")
        return [Part(year, found.get(str(year), 0), query.where(_named("starts_on", str(year)))) for year in years]

    def balance(self, by: str, *conditions: Filter, about: Subject | None = None) -> list[Balance]:
        """Return who came and who went by `country`, `partner`, `instrument` or `year`, for all or for one subject.

        Who comes from a country is the guest of a partner there; who goes to one has it among the countries of the mission.
        """
        came, went = (
            _taken_place().where(Filter("direction", "is", way), *conditions, *narrow)
            for way, narrow in zip((IN, OUT), ((one,) for one in about.exchanges()) if about else ((), ()), strict=True)
        )
        path = {"country": "partner.country", "year": "starts_on"}.get(by, by)
        received = counts(self._reader(), came, path)
        sent_path = "countries" if by == "country" else path
        sent = counts(self._reader(), went, sent_path)
        return [
            Balance(
                value,
                Part(value, received.get(value, 0), came.where(_named(path, value))),
                Part(value, sent.get(value, 0), went.where(_named(sent_path, value))),
            )
            for value in dict.fromkeys((*received, *sent))
            if value is not None and value != FRANCE
        ]

    def money(self, by: str, *conditions: Filter) -> list[Spending]:
        """Return what was planned and spent by `year`, `source` or `country`, never adding up currencies."""
        table, instruments = TABLES[FUNDING.name], TABLES[INSTRUMENT.name]
        lines = select(table.c.currency, func.sum(table.c.planned), func.sum(table.c.spent))
        if by == "country":
            whose = and_(
                LINKED.c.tbl == INSTRUMENT.name, LINKED.c.field == "countries", LINKED.c.pk == instruments.c.pk
            )
            joined = table.join(instruments, instruments.c.id == table.c.instrument).join(LINKED, whose)
            key: ColumnElement[Any] = LINKED.c.target
            asked = lines.add_columns(key).select_from(joined).where(instruments.c.gone == 0)
        else:
            key = table.c[by]
            asked = lines.add_columns(key)
        found = Query(FUNDING, conditions)
        asked = asked.where(*conditions_of(found)).group_by(key, table.c.currency)
        path = "instrument.countries" if by == "country" else by
        return [
            Spending(
                value, str(currency or ""), _decimal(planned), _decimal(spent),
                found.where(_named(path, value), _named("currency", currency)),
            )
            for currency, planned, spent, value in self._reader().execute(asked)
            if value != FRANCE
        ]  # fmt: skip

    def journeys(self, about: Subject, today: date, most: int) -> "Journeys":
        """Count the missions of a subject in a year and on a day at once: its journeys are gone through only once."""
        table, day = TABLES[MISSION.name], today.isoformat()
        year, present, coming = missions(today.year, about), on_day(about, today), ahead(about, today)
        asked = select(table.c.starts_on, table.c.ends_on, table.c.pk).where(
            *conditions_of(missions(about=about)),
            or_(table.c.starts_on.between(str(today.year), f"{today.year}\uffff"), lasting(MISSION, "ends_on", day)),
        )
        lines = self._reader().execute(asked).all()
        going = sorted((start, pk) for start, end, pk in lines if lasts(start, end, day))
        return Journeys(
            Part(today.year, sum(start[:4] == str(today.year) for start, _end, _pk in lines), year),
            Part(day, sum(start <= f"{day}\uffff" for start, _pk in going), present),
            Part(day, len(going), coming),
            [pk for _start, pk in going[:most]],
        )

    # Counting ----------------------------------------------------------------------------------------------------

    def _part(self, value: Value, query: Query) -> Part:
        table = TABLES[query.entity.name]
        asked = select(func.count()).select_from(table).where(*conditions_of(query))
        return Part(value, self._reader().scalar(asked) or 0, query)

    def _by_office(self, query: Query, year: int | None) -> list[Part]:
        """Count with the office whose zone held the country at the end of a year, else at the end of time."""
        held = zones.countries_of(self._reader(), year)
        offices = {country: office for office, countries in held.items() for country in countries}
        table = TABLES[query.entity.name]
        chosen = select(table.c.pk).where(*conditions_of(query))
        members = select(LINKED.c.target, LINKED.c.pk).where(
            LINKED.c.tbl == query.entity.name, LINKED.c.field == "countries", LINKED.c.pk.in_(chosen)
        )
        # Once, however many countries of a zone a record has.
        found = {(offices[country], pk) for country, pk in self._reader().execute(members) if country in offices}
        numbers = Counter(office for office, _pk in found)
        return [Part(one, numbers[one], query.where(Filter("countries", "in", held[one]))) for one in numbers]


def living(first: str, last: str) -> tuple[Filter, ...]:
    """Return what makes an instrument live between two days or years: begun by then, not over before, ever come to life."""
    return (
        Filter("starts_on", "until", last),
        Filter("ends_on", "still", first),
        Filter("status", "is_not", UNBORN),
    )


def instruments(year: int | None = None, about: Subject | None = None) -> Query:
    """Return the question for the instruments that live in a year, or for all; of a subject where one is given."""
    return _about(Query(INSTRUMENT, living(str(year), str(year)) if year else ()), about)


def missions(year: int | None = None, about: Subject | None = None) -> Query:
    """Return the question for the missions that begin in a year, or for all, but those that did not take place."""
    asked = _taken_place()
    return _about(asked.where(Filter("starts_on", "is", str(year))) if year else asked, about)


def on_day(about: Subject, day: date) -> Query:
    """Return the question for the missions that are under way on a day."""
    going_on = Filter("ends_on", "lasts", day.isoformat())
    return missions(about=about).where(going_on, Filter("starts_on", "until", day.isoformat()))


def ahead(about: Subject, day: date) -> Query:
    """Return the question for the missions that are not over on a day, the first one first."""
    asked = missions(about=about).where(Filter("ends_on", "lasts", day.isoformat()))
    return replace(asked, sort=(("starts_on", False),))


def partners(about: Subject | None = None) -> Query:
    """Return the question for the partners."""
    return _about(Query(PARTNER), about)


def outputs(year: int | None = None, about: Subject | None = None) -> Query:
    """Return the question for the joint outputs of a year, or for all."""
    return _about(Query(OUTPUT, (Filter("year", "is", year),) if year else ()), about)


def _about(asked: Query, about: Subject | None) -> Query:
    return asked.where(about.within(asked.entity)) if about else asked


def _taken_place() -> Query:
    return Query(MISSION, (TAKES_PLACE,))


def _named(by: str, value: Value) -> Filter:
    return Filter(by, "empty") if value is None else Filter(by, "is", value)


def _decimal(amount: object) -> Decimal:
    return Decimal(str(amount or 0))
