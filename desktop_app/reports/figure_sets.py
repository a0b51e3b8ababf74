"""The charts of each subject: what is counted by what, each bar with the question whose list it counts."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from desktop_app.domain.entity import Entity
from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.instrument_parts import FUNDING
from desktop_app.domain.leading import field_at
from desktop_app.domain.place import FRANCE
from desktop_app.domain.text import fold
from desktop_app.domain.types import Amount, Choice, Link, Several
from desktop_app.domain.values import Showing, Value
from desktop_app.domain.words import Words
from desktop_app.reports.bar_charts import Item
from desktop_app.store import figures
from desktop_app.store.base import Store
from desktop_app.store.figures import Part
from desktop_app.store.queries import Filter, Query
from desktop_app.store.subject import Subject

SHOWN = 10  # ranks of a chart; its table has them all
CURVE = 10  # years of a curve
Shape = Literal["ranks", "columns"]
_RECEIVED, _SENT = Words("Personnes reçues", "People received"), Words("Personnes envoyées", "People sent")
_PLANNED, _SPENT = Words("Prévu", "Planned"), Words("Dépensé", "Spent")


class Scope(NamedTuple):
    """What is counted: of a year or of all, of a country, partner or institute or of all; in which language it is said."""

    lang: str
    today: date
    year: int | None = None
    about: Subject | None = None


class Row(NamedTuple):
    """A line of a chart: what it stands for, its number in each series, and the question behind each."""

    value: Value
    label: str
    numbers: tuple[int | Decimal, ...]
    queries: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with all its rows, the greatest first; `heading` names what they stand for, `series` their numbers."""

    name: str
    title: str
    shape: Shape
    heading: str
    series: tuple[str, ...]
    rows: tuple[Row, ...]
    note: str = ""

    def shown(self) -> tuple[Row, ...]:
        """Return the rows that are drawn."""
        return self.rows if self.shape == "columns" else self.rows[:SHOWN]

    def items(self, lang: str) -> tuple[Item, ...]:
        """Return the rows as a drawing takes them."""
        return tuple(
            Item(row.label, tuple(float(one) for one in row.numbers), tuple(written(one, lang) for one in row.numbers))
            for row in self.shown()
        )

    def as_text(self) -> str:
        """Return all rows as text with tabs, as spreadsheets paste it."""
        lines = [(self.heading, *self.series), *((row.label, *map(_bare, row.numbers)) for row in self.rows)]
        return "\n".join("\t".join(cell.replace("\t", " ") for cell in cells) for cells in lines) + "\n"


class Kind(NamedTuple):
    """A chart that can be made: its name, its title, and how."""

    name: str
    title: Words
    make: Callable[[Store, Scope], Chart]


def written(number: int | Decimal, lang: str) -> str:
    """Return a number as people read it."""
    return Amount().show(f"{number:.0f}", Showing(lang)) if isinstance(number, Decimal) else _thousands(number, lang)


def _thousands(number: int, lang: str) -> str:
    return f"{number:,}".replace(",", "\u202f" if lang == "fr" else ",")


def _bare(number: int | Decimal) -> str:
    return f"{number:f}" if isinstance(number, Decimal) else str(number)


def _split(name: str, title: Words, by: str, asked: Callable[[Scope], Query]) -> Kind:
    def make(store: Store, scope: Scope) -> Chart:
        of_year = by == figures.OFFICE and scope.year is None
        scope = scope._replace(year=scope.today.year) if of_year else scope  # zones change from year to year
        query = asked(scope)
        parts = store.figures.split(query, by, scope.year)
        if by in ("countries", "country"):
            parts = [part for part in parts if part.value not in (FRANCE, None)]
        entity = query.entity
        rows = _ordered(_rows(store, entity, by, parts, scope.lang))
        words = f"{title.said(scope.lang)}, {scope.year}" if by == figures.OFFICE else title.said(scope.lang)
        return Chart(
            name, words, "ranks", _heading(entity, by).said(scope.lang), (entity.words.said(scope.lang),), rows
        )

    return Kind(name, title, make)


def _heading(entity: Entity, by: str) -> Words:
    return Words("Bureau", "Office") if by == figures.OFFICE else field_at(entity, by).words


def _rows(store: Store, entity: Entity, by: str, parts: Iterable[Part], lang: str) -> list[Row]:
    label = _labels(store, entity, by, [part.value for part in parts], lang)
    return [Row(part.value, label(part.value), (part.count,), (part.query,)) for part in parts]


def _labels(store: Store, entity: Entity, by: str, values: Sequence[Value], lang: str) -> Callable[[Value], str]:
    """Return how the values of a field are said."""
    nothing = Words("Non renseigné", "Not filled in").said(lang)
    target = _target(entity, by)
    if target:
        for value in values:
            if value is not None:
                store.names.record(target, str(value))
        showing = store.names.showing(lang)
        return lambda value: nothing if value is None else showing.label(str(value))
    type_ = field_at(entity, by).type
    inner = type_.of if isinstance(type_, Several) else type_
    if isinstance(inner, Choice):
        return lambda value: nothing if value is None else inner.show(value, Showing(lang))
    return lambda value: nothing if value is None else str(value)


def _target(entity: Entity, by: str) -> str | None:
    if by == figures.OFFICE:
        return "office"
    field = field_at(entity, by)
    type_ = field.type.of if isinstance(field.type, Several) else field.type
    return type_.entity if isinstance(type_, Link) else None


def _ordered(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Put the greatest first, what is not filled in last."""
    return tuple(sorted(rows, key=lambda row: (row.value is None, -sum(row.numbers), fold(row.label))))


def _curve(name: str, title: Words, asked: Callable[[Scope], Query]) -> Kind:
    def make(store: Store, scope: Scope) -> Chart:
        last = scope.year or scope.today.year
        query = asked(scope._replace(year=None))
        parts = store.figures.years(query, range(last - CURVE + 1, last + 1))
        rows = tuple(Row(part.value, str(part.value), (part.count,), (part.query,)) for part in parts)
        heading = Words("Année", "Year").said(scope.lang)
        return Chart(name, title.said(scope.lang), "columns", heading, (query.entity.words.said(scope.lang),), rows)

    return Kind(name, title, make)


def _balance(name: str, title: Words, by: str) -> Kind:
    def make(store: Store, scope: Scope) -> Chart:
        found = store.figures.balance(by, *_span(by, scope), about=scope.about)
        if scope.about and scope.about.kind == by:  # a journey may go on to other countries
            found = [one for one in found if one.value == scope.about.id]
        if by == "year":
            last = scope.year or scope.today.year
            found = [one for one in found if last - CURVE < int(str(one.value)) <= last]
        target = {"country": "country", "partner": "partner", "instrument": "instrument"}.get(by)
        for one in found:
            if target:
                store.names.record(target, str(one.value))
        showing = store.names.showing(scope.lang)
        rows = [
            Row(one.value, showing.label(str(one.value)) if target else str(one.value),
                (one.received.count, one.sent.count), (one.received.query, one.sent.query))
            for one in found
        ]  # fmt: skip
        ordered = tuple(sorted(rows, key=lambda row: row.label)) if by == "year" else _ordered(rows)
        series = (_RECEIVED.said(scope.lang), _SENT.said(scope.lang))
        return Chart(name, title.said(scope.lang), "columns" if by == "year" else "ranks", _by(by).said(scope.lang),
                     series, ordered)  # fmt: skip

    return Kind(name, title, make)


def _span(by: str, scope: Scope) -> tuple[Filter, ...]:
    """Return the days that a balance is about; a curve of years is about all of them."""
    return (Filter("starts_on", "is", str(scope.year)),) if scope.year and by != "year" else ()


def _by(by: str) -> Words:
    return {
        "country": Words("Pays", "Country"), "partner": Words("Partenaire", "Partner"), "year": Words("Année", "Year"),
        "instrument": Words("Instrument", "Instrument"), "source": Words("Source", "Source"),
    }[by]  # fmt: skip


def _money(name: str, title: Words, by: str) -> Kind:
    def make(store: Store, scope: Scope) -> Chart:
        conditions = [scope.about.within(FUNDING)] if scope.about else []
        if scope.year and by != "year":
            conditions.append(Filter("year", "is", scope.year))
        found = store.figures.money(by, *conditions)
        currencies = {one.currency for one in found}
        main = "EUR" if "EUR" in currencies else next(iter(sorted(currencies)), "EUR")
        kept = [one for one in found if one.currency == main]
        label = _money_label(store, by, [one.value for one in kept], scope.lang)
        rows = [Row(one.value, label(one.value), (one.planned, one.spent), (one.query, one.query)) for one in kept]
        ordered = tuple(sorted(rows, key=lambda row: row.label))[-CURVE:] if by == "year" else _ordered(rows)
        made = Chart(name, title.said(scope.lang), "columns" if by == "year" else "ranks", _by(by).said(scope.lang),
                     tuple(f"{one.said(scope.lang)} ({main})" for one in (_PLANNED, _SPENT)), ordered)  # fmt: skip
        others = ", ".join(sorted(one or "?" for one in currencies - {main}))
        note = Words(f"Sans les montants en {others}.", f"Without the amounts in {others}.").said(scope.lang)
        return replace(made, note=note) if others else made

    return Kind(name, title, make)


def _money_label(store: Store, by: str, values: Sequence[Value], lang: str) -> Callable[[Value], str]:
    if by == "country":
        return _labels(store, INSTRUMENT, "countries", values, lang)
    return _labels(store, FUNDING, by, values, lang)


def _of_instruments(scope: Scope) -> Query:
    return figures.instruments(scope.year, scope.about)


def _of_missions(scope: Scope) -> Query:
    return figures.missions(scope.year, scope.about)


def _of_partners(scope: Scope) -> Query:
    return figures.partners(scope.about)


def _of_outputs(scope: Scope) -> Query:
    return figures.outputs(scope.year, scope.about)


def _of_publications(scope: Scope) -> Query:
    return figures.outputs(scope.year, scope.about).where(Filter("doi", "filled"))


SUBJECTS: dict[str, tuple[Kind, ...]] = {
    "instrument": (
        _split("instruments_type", Words("Instruments par type", "Instruments by type"), "type", _of_instruments),
        _curve("instruments_years", Words("Instruments actifs chaque année, sur dix ans",
                                          "Instruments active each year, over ten years"),
               _of_instruments),
        _split("instruments_country", Words("Instruments par pays", "Instruments by country"), "countries", _of_instruments),
        _split("instruments_institute", Words("Instruments par institut", "Instruments by institute"), "institute",
               _of_instruments),
        _split("instruments_partner", Words("Instruments par partenaire", "Instruments by partner"), figures.BY_PARTNER,
               _of_instruments),
        _split("instruments_status", Words("Instruments par état", "Instruments by status"), "status", _of_instruments),
        _split("instruments_office", Words("Instruments par bureau", "Instruments by office"), figures.OFFICE,
               _of_instruments),
    ),
    "mission": (
        _curve("missions_years", Words("Missions, sur dix ans", "Missions, over ten years"), _of_missions),
        _split("missions_country", Words("Missions par pays", "Missions by country"), "countries", _of_missions),
        _split("missions_institute", Words("Missions par institut", "Missions by institute"), "institute", _of_missions),
        _split("missions_partner", Words("Missions par partenaire", "Missions by partner"), "partner", _of_missions),
        _split("missions_purpose", Words("Missions par motif", "Missions by purpose"), "purpose", _of_missions),
        _split("missions_office", Words("Missions par bureau", "Missions by office"), figures.OFFICE, _of_missions),
    ),
    "exchange": (
        _balance("balance_years", Words("Échanges par année", "Exchanges by year"), "year"),
        _balance("balance_country", Words("Échanges par pays", "Exchanges by country"), "country"),
        _balance("balance_partner", Words("Échanges par partenaire", "Exchanges by partner"), "partner"),
        _balance("balance_instrument", Words("Échanges par instrument", "Exchanges by instrument"), "instrument"),
        _split("balance_outputs", Words("Productions communes par instrument", "Joint outputs by instrument"), "instrument",
               _of_outputs),
    ),
    "output": (
        _curve("outputs_years", Words("Productions communes, sur dix ans", "Joint outputs, over ten years"), _of_outputs),
        _split("outputs_kind", Words("Productions communes par nature", "Joint outputs by kind"), "kind", _of_outputs),
        _split("outputs_instrument", Words("Productions communes par instrument", "Joint outputs by instrument"),
               "instrument", _of_outputs),
        _curve("publications_years", Words("Publications avec DOI, sur dix ans", "Publications with a DOI, over ten years"),
               _of_publications),
        _split("outputs_institute", Words("Productions communes par institut", "Joint outputs by institute"),
               "instrument.institute", _of_outputs),
    ),
    "partner": (
        _split("partners_country", Words("Partenaires par pays", "Partners by country"), "country", _of_partners),
        _split("partners_kind", Words("Partenaires par nature", "Partners by kind"), "kind", _of_partners),
        _split("partners_status", Words("Partenaires par état", "Partners by status"), "status", _of_partners),
    ),
    "money": (
        _money("money_years", Words("Prévu et dépensé par année", "Planned and spent by year"), "year"),
        _money("money_source", Words("Prévu et dépensé par source", "Planned and spent by source"), "source"),
        _money("money_country", Words("Prévu et dépensé par pays", "Planned and spent by country"), "country"),
    ),
}  # fmt: skip
