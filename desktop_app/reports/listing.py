"""Tables of records: a column for each field, with values that a workbook can count with."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from desktop_app.domain.dates import first_day
from desktop_app.domain.entity import Entity
from desktop_app.domain.naming import title
from desktop_app.domain.types import Amount, Day, Integer, Several
from desktop_app.domain.values import Record, Value
from desktop_app.domain.words import Words, listed
from desktop_app.reports import wording
from desktop_app.reports.description import Block, Cell, Column, Facts, Group, Money, Row, Table, Text, Year, table
from desktop_app.store.base import Store
from desktop_app.store.queries import Query

Maker = Callable[[Record], Cell]


class Col(NamedTuple):
    """A column to be: its words, its share of the width, what it says of a record."""

    words: Words
    share: float
    cell: Maker
    number: bool = False


class Listing:
    """Makes tables of records of one base in one language."""

    def __init__(self, store: Store, lang: str) -> None:
        self.store, self.lang = store, lang
        self.showing = store.names.showing(lang)

    def field(self, entity: Entity, name: str, share: float = 0) -> Col:
        """Return the column of a field."""
        number = isinstance(entity.fields[name].type, Amount | Integer)
        return Col(entity.fields[name].words, share, lambda record: self.cell(entity, name, record), number=number)

    def title(self, entity: Entity, share: float = 3) -> Col:
        """Return the column of the name of a record."""
        return Col(entity.one, share, lambda record: title(entity, record, self.showing))

    def years(self, start: str = "starts_on", end: str = "ends_on") -> Col:
        """Return the column that says from when to when."""
        return Col(
            Words("Période", "Period"), 0, lambda record: wording.years(record.get(start), record.get(end), self.lang)
        )

    def cell(self, entity: Entity, name: str, record: Record) -> Cell:
        """Return what a field holds as a cell: days, numbers and amounts as such."""
        value, type_ = record.get(name), entity.fields[name].type
        if value is None:
            return None
        if isinstance(type_, Day) and len(str(value)) == 10:
            return first_day(str(value))
        if isinstance(type_, Amount):
            return Money(Decimal(str(value)), str(record.get("currency") or ""))
        if isinstance(type_, Integer) and isinstance(value, int):
            return Year(value) if name == "year" else value
        return self.shown(entity, name, record)

    def shown(self, entity: Entity, name: str, record: Record) -> str:
        """Return what a field says in print."""
        value, type_ = record.get(name), entity.fields[name].type
        if isinstance(type_, Several) and isinstance(value, tuple):
            return listed((type_.of.show(part, self.showing) for part in value), self.lang)
        return type_.show(value, self.showing)

    def records(self, asked: Query) -> list[dict[str, Value]]:
        """Return the records that a question finds, with what they are linked to at hand."""
        found = self.store.records(asked)
        self.store.names.fetch(asked.entity, found)
        return found

    def table(
        self,
        columns: Sequence[Col],
        records: Iterable[Record],
        asked: Query | None = None,
        *,
        title: str = "",
        by: Callable[[Record], str] | None = None,
    ) -> Table:
        """Return the table of some records; `by` says under which heading each stands, in their order."""
        rows: list[Row | Group] = []
        group = ""
        for record in records:
            if by is not None and by(record) != group:
                group = by(record)
                rows.append(Group(group))
            rows.append(Row(tuple(column.cell(record) for column in columns)))
        heads = tuple(
            Column(wording.capital(column.words.said(self.lang)), column.share, number=column.number, strong=place == 0)
            for place, column in enumerate(columns)
        )
        return table(heads, rows, asked, title)

    def blocks(self, columns: Sequence[Col], asked: Query, none: Words | None = None) -> tuple[Block, ...]:
        """Return the table of all that a question finds, or the words that say that there is nothing."""
        found = self.records(asked)
        if not found:
            return (Text(none.said(self.lang)),) if none else ()
        return (self.table(columns, found, asked),)

    def facts(self, entity: Entity, record: Record, names: Iterable[str]) -> Facts:
        """Return what some fields of a record say, those that are filled."""
        shown = ((entity.fields[name], self.shown(entity, name, record)) for name in names)
        return Facts(tuple((field.words.said(self.lang), text) for field, text in shown if text))
