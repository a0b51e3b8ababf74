"""The rows of a foreign table as values of our fields, with what could not be read and what a person should see."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity
from desktop_app.domain.types import Amount, Day, Link, as_text
from desktop_app.domain.values import Reading, Unreadable, Value
from desktop_app.domain.words import Words
from desktop_app.excel.lossy import month_votes
from desktop_app.excel.sheets import Row
from desktop_app.excel.sheets import Value as Raw
from desktop_app.importers.cells import NOTHING, CellRead, ColumnReader
from desktop_app.importers.cleaning import decimal_marks
from desktop_app.importers.columns import Chosen, field_of
from desktop_app.importers.complete import COMPLETED, WITH_STATUS, completed, with_status
from desktop_app.importers.for_all import values_for_all
from desktop_app.importers.found_table import FoundTable
from desktop_app.importers.kinds import partner_kind
from desktop_app.importers.links import Links
from desktop_app.importers.part_columns import is_part
from desktop_app.importers.part_rows import PartRead, PartReader, fill_from_legs, legs_of
from desktop_app.importers.recognise import ForeignTable
from desktop_app.importers.stops import Stop, are_several, stops

BACKWARDS = Words(
    "La fin vient avant le début : corrigez l’une ou l’autre date.",
    "The end comes before the start: correct one of the dates.",
)

_OF_STATUS = ("status", "starts_on", "ends_on")


class Asked(NamedTuple):
    """A cell that could not be read: its field, its column, why, and its text."""

    field: str
    at: int
    error: Unreadable
    text: str


class Seen(NamedTuple):
    """A cell that was understood in a way that a person should see."""

    field: str
    at: int
    words: Words
    text: str


@dataclass(slots=True)
class RowRead:
    """A row: its values, its cells that could not be read, those to be seen, and what it says of linked records.

    `also`: further values that a cell may as well mean · `linked`: values of linked records by the field that links.
    """

    part: FoundTable
    place: int
    values: dict[str, Value] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    seen: list[Seen] = field(default_factory=list)
    also: dict[str, frozenset[str]] = field(default_factory=dict)
    linked: dict[str, dict[str, Value]] = field(default_factory=dict)
    at: dict[str, int] = field(default_factory=dict)
    parts: list[PartRead] = field(default_factory=list)


class RowReader:
    """Reads the rows of a table."""

    def __init__(self, table: ForeignTable, reading: Reading, links: Links, label: Callable[[str, str], str]) -> None:
        self._table, self._reading, self._label = table, reading, label
        self._joined = {
            name.partition(".")[0]
            for one in table.columns.values() for name in one.fields if "." in name and not is_part(table.entity, name)
        }  # fmt: skip
        self.rows = table.rows()
        american = self._month_first()
        self._columns = [
            ColumnReader(
                table.entity, at, self._whole(chosen), table.table.headings[at], reading, links,
                american=at in american, decimals=self._decimals(at, chosen),
            )
            for at, chosen in sorted(table.columns.items()) if not is_part(table.entity, chosen.fields[0])
        ]  # fmt: skip
        self._parts = PartReader(table, reading, links) if len(self._columns) < len(table.columns) else None
        self._for_all = values_for_all(table.entity, table.same, reading, links)
        kinds = [at for at, chosen in table.columns.items() if chosen.fields == ("kind",)]
        towns = [at for at, chosen in table.columns.items() if "cities" in chosen.fields]
        self._towns_at = towns[0] if towns and table.entity.name == "mission" else None
        self._stops: dict[str, list[Stop]] = {}  # by the text of a cell
        self._no_legs: set[tuple[str, Value]] = set()  # texts and countries that make no legs
        self._today, self.gave_status = date.today(), False  # noqa: DTZ011  # the office's own day
        self._kind_at = kinds[0] if kinds and table.entity.name == "partner" else None

    def _whole(self, chosen: Chosen) -> Chosen:
        """Return what a column is taken for; the name of a person whose given name stands elsewhere is half of it."""
        name = chosen.fields[0]
        if len(chosen.fields) == 1 and name in self._joined and _links_to_person(self._table.entity, name):
            return Chosen(chosen.meaning, (f"{name}.family_name",))
        return chosen

    def _month_first(self) -> frozenset[int]:
        """Return the columns whose dates stand with the month first; one that does not tell is as the others are."""
        dated = [at for at, chosen in self._table.columns.items() if self._has_dates(chosen)]
        votes = {at: month_votes(row[at] for _part, _place, row in self.rows if at < len(row)) for at in dated}
        all_ = sum(votes.values())
        return frozenset(at for at, own in votes.items() if (own or all_) > 0)

    def _decimals(self, at: int, chosen: Chosen) -> frozenset[str]:
        held = field_of(self._table.entity, chosen.fields[0])
        if held is None or not isinstance(held.type, Amount):
            return frozenset()
        return decimal_marks(row[at] for _part, _place, row in self.rows if at < len(row))

    def _has_dates(self, chosen: Chosen) -> bool:
        held = field_of(self._table.entity, chosen.fields[0])
        return held is not None and isinstance(held.type, Day)

    def read(self, part: FoundTable, place: int, row: Row) -> RowRead:
        """Return what a row says."""
        read, width = RowRead(part, place), len(row)
        values, at = read.values, read.at
        for column in self._columns:
            raw = row[column.at] if column.at < width else None
            if raw is None:
                continue
            # Looked up here, for most cells say what one above has said; a call for each takes as long as the rest.
            cell = column.known.get(raw if raw.__class__ is str else (raw.__class__, raw)) or column.read(raw)
            if cell is None or cell is NOTHING:
                continue
            if cell.only is not None:
                name, value = cell.only
                values[name], at[name] = value, column.at
            elif cell.places is not None:
                values.update(cell.values)
                at.update(cell.places)
            else:
                self._take(read, cell, column, row)
        self._complete(read, row)
        return read

    def _complete(self, read: RowRead, row: Row) -> None:
        """Add what the cells of a row say together: parts, legs, a kind, what all rows have."""
        width = len(row)
        if self._parts is not None:
            read.parts = self._parts.read(row)
        if self._towns_at is not None and self._towns_at < width:
            self._add_legs(read, row[self._towns_at])
        if read.parts:
            fill_from_legs(read.parts, read.values, read.at)
        if self._for_all and (read.values or read.asked or read.linked):
            for name in self._for_all.keys() - read.values.keys():
                read.values[name], read.at[name] = self._for_all[name], min(self._table.columns)
        if self._kind_at is not None and self._kind_at < len(row):
            self._refine_kind(read, as_text(row[self._kind_at]))
        if self._table.entity.name in COMPLETED:
            whole = completed(self._table.entity, read.values, self._table.given, self._reading.resolve, self._label)
            read.values = {name: value for name, value in whole.items() if value is not None}
        self._check_dates(read)
        if self._table.entity.name in WITH_STATUS and not any(one.field in _OF_STATUS for one in read.asked):
            self.gave_status |= with_status(self._table.entity, read.values, self._today)

    def _add_legs(self, read: RowRead, raw: Raw) -> None:
        """Add the legs that a cell of several towns says, where no column of their own does."""
        if raw.__class__ is not str:
            return
        text = str(raw)
        found = self._stops.get(text)
        if found is None:
            found = self._stops[text] = stops(text, self._reading) if are_several(text) else []
        if not found or (text, read.values.get("countries")) in self._no_legs:
            return
        if not any(one.entity == "leg" for one in read.parts):
            legs = legs_of(text, found, self._towns_at or 0, read.values)
            read.parts += legs
            if not legs:
                self._no_legs.add((text, read.values.get("countries")))

    def _check_dates(self, read: RowRead) -> None:
        """Show an end before its start; where the sheet gave both their year, the end is of the next one."""
        start, end, at = read.values.get("starts_on"), read.values.get("ends_on"), read.at.get("ends_on", 0)
        if not isinstance(start, str) or not isinstance(end, str) or end >= start[: len(end)]:
            return
        written = as_text(read.part.sheet.value(read.place, at)) if read.part is self._table.table else ""
        if read.part.is_completed and written and not re.search(r"\d{4}", written) and end[:4] == start[:4]:
            read.values["ends_on"] = f"{int(end[:4]) + 1}{end[4:]}"
        else:
            read.seen.append(Seen("ends_on", at, BACKWARDS, written or end))

    def _take(self, read: RowRead, cell: CellRead, column: ColumnReader, row: Row) -> None:
        at = column.at
        for name, value in cell.values.items():
            first, _, rest = name.partition(".")
            if rest:
                read.linked.setdefault(first, {})[rest] = value
                read.at[first] = at if rest == "family_name" else read.at.get(first, at)
            elif name not in read.values or name in column.fields:
                read.values[name] = value
                read.at[name] = at
        if cell.asked or cell.seen:
            text = as_text(row[at])
            read.asked += [Asked(name, at, error, text) for name, error in cell.asked]
            read.seen += [Seen(name, at, words, text) for name, words in cell.seen]

    def _refine_kind(self, read: RowRead, text: str) -> None:
        """Read the kind of a partner again, now that its name is known."""
        if not text or not (kind := partner_kind(text, str(read.values.get("name") or ""))):
            return
        read.values["kind"] = kind.code
        read.also["kind"] = kind.also
        read.at["kind"] = self._kind_at or 0
        read.asked = [one for one in read.asked if one.field != "kind"]
        read.seen = [one for one in read.seen if one.field != "kind"]
        if kind.words:
            read.seen.append(Seen("kind", self._kind_at or 0, kind.words, text))


def _links_to_person(entity: Entity, name: str) -> bool:
    held = entity.fields.get(name)
    return held is not None and isinstance(held.type, Link) and "family_name" in ENTITIES[held.type.entity].fields


def full_name(parts: Mapping[str, Value]) -> str:
    """Return the name of a person whose parts stand in several columns."""
    return " ".join(str(parts[name]) for name in ("given_name", "family_name") if parts.get(name))
