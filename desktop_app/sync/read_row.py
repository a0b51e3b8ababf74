"""What one returned row says, field by field, against what its export had shown."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import compress
from operator import itemgetter, ne
from typing import Any, NamedTuple

from desktop_app.domain.doubt import never_asks, without_doubt
from desktop_app.domain.entity import Entity, Field
from desktop_app.domain.text import fold
from desktop_app.domain.types import Day, Several
from desktop_app.domain.values import Reading, Unreadable, Value
from desktop_app.domain.words import Words
from desktop_app.excel.cells import EMPTY_PLEASE, Cell, Reader, reader
from desktop_app.excel.layout import ACTION, REF, REMARK, link_entity
from desktop_app.excel.lossy import day_first, month_first, restored, same
from desktop_app.excel.recognise import Table
from desktop_app.excel.sheets import CellError, Row
from desktop_app.excel.sheets import Value as Raw
from desktop_app.excel.write_strings import CONTINUED
from desktop_app.sync.doubts import Names, is_unsure
from desktop_app.sync.meanings import Meanings

_BLANK = Words(
    "La case est vide : confirmez que la valeur doit être effacée.",
    "The cell is empty: confirm that the value must be erased.",
)
_PARTIAL = Words(
    "La case ne montrait que le début d’un texte plus long : reportez la modification à la main.",
    "The cell showed only the beginning of a longer text: make the change by hand.",
)
_SHOWN = Words(
    "La colonne grise « {heading} » n’est pas reprise : faites la modification dans la fiche.",
    "The grey column “{heading}” is not taken back: make the change in the entry.",
)
_TWINS = Words(
    "La colonne figure deux fois et ses copies ne disent pas la même chose : choisissez la bonne valeur.",
    "The column stands twice and its copies say different things: choose the right value.",
)
_UNDECIDED = CellError("?")  # told apart by identity from whatever a cell may hold


class Asked(NamedTuple):
    """A cell about which a person must say something; `guess` is what it may mean."""

    code: str
    column: int
    kind: str  # unreadable, doubtful
    words: Words
    guess: Value
    text: str


@dataclass(slots=True)
class Said:
    """What a row says: values by field (those that were not changed included), and what is asked.

    `unsure`: what was typed in the cells of values that have a question mark beside them.
    """

    values: dict[str, Value] = field(default_factory=dict)
    unsure: dict[str, str] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)


class _Dates:
    """How the dates of a table are written, found out when a date is first looked at."""

    def __init__(self, table: Table) -> None:
        self._table = table

    @cached_property
    def month_first(self) -> bool:
        """Whether they are texts with the month first."""
        table = self._table
        columns = [
            table.columns[one.name] for one in table.entity if isinstance(one.type, Day) and one.name in table.columns
        ]
        return month_first(row[at] for row in table.sheet.rows for at in columns if at < len(row))


@dataclass(frozen=True, slots=True)
class ColumnAt:
    """Where a field stands in the sheet and in the base; -1 where it does not."""

    dates: _Dates
    field: Field
    read: Reader
    at: int
    link_at: int
    base_at: int
    base_link_at: int
    twins: tuple[int, ...] = ()

    @property
    def month_first(self) -> bool:
        """Whether dates are texts with the month first: what one column of a sheet shows holds for all."""
        return isinstance(self.field.type, Day) and self.dates.month_first

    def raw(self, row: Row) -> Raw:
        """Return the cell of a row; a date with its month first as we write it."""
        return self._as_we_write(row, self.at)

    def raws(self, row: Row) -> list[Raw]:
        """Return the cell of a row and those of the columns copied from its own."""
        return [self._as_we_write(row, at) for at in (self.at, *self.twins)]

    def _as_we_write(self, row: Row, at: int) -> Raw:
        raw = row[at] if at < len(row) else None
        return day_first(raw) if self.month_first else raw


class RowReader:
    """Reads the rows of one table against one base, whose export's code it bears; without a base, as they stand."""

    def __init__(
        self, table: Table, base_columns: Sequence[str], links: Mapping[str, str],
        names: Names, lang: str, meanings: Meanings, code: str = "",
        behind: Mapping[str, Mapping[str, Sequence[str]]] | None = None,
    ) -> None:  # fmt: skip
        self.code, self._behind = code, behind or {}
        self.table, self._links, self._names, self._meanings = table, links, names, meanings
        entity, columns = table.entity, table.columns
        places = {code: place for place, code in enumerate(base_columns)}
        reading = Reading(lang, names.resolve)
        dates = _Dates(table)
        self.columns = [
            ColumnAt(
                dates, held, reader(held.type, reading), columns[held.name], columns.get(f"{held.name}.ref", -1),
                places.get(held.name, -1), places.get(f"{held.name}.ref", -1), table.twins.get(held.name, ()),
            )
            for held in entity
            if held.name in columns and (not places or held.name in places)
        ]  # fmt: skip
        self._grey = [columns[code] for code in columns if _is_grey(entity, code)]
        self._shown = [
            (columns[code], places[code]) for code in base_columns if code in columns and _is_grey(entity, code)
        ]
        self._merged = bool(table.sheet.merged)
        self._copied = {number for number, column in enumerate(self.columns) if column.twins}
        pairs = [(number, column.at, column.base_at) for number, column in enumerate(self.columns)]
        pairs += [(number, column.link_at, column.base_link_at) for number, column in enumerate(self.columns)]
        compared = [pair for pair in pairs if pair[1] >= 0 and pair[2] >= 0]
        self._compared = [number for number, _at, _base_at in compared]
        self._found, self._sent = picker([at for _, at, _ in compared]), picker([base_at for _, _, base_at in compared])
        self._needed = max((at for _, at, _ in compared), default=-1) + 1

    def behind(self, id_: str, name: str) -> tuple[str, ...]:
        """Return the changes that said what the export had shown in a field of a record; none where its birth did."""
        held = self._behind.get(id_, {})
        return tuple(held.get("+".join(self.table.entity.groups.get(name, (name,))), ())) if held else ()

    def base_values(self, base_row: Sequence[Cell], columns: Sequence[ColumnAt] | None = None) -> dict[str, Value]:
        """Return the values that an export had shown, in some columns or in all."""
        return {
            column.field.name: self._base_value(column, base_row)
            for column in (self.columns if columns is None else columns)
            if not _is_partial(base_row[column.base_at])
        }

    def differing(self, row: Row, base_row: Sequence[Cell]) -> list[ColumnAt]:
        """Return the columns whose cells are not exactly as they were sent: few of them, where one cell was typed."""
        if self._merged:
            return self.columns
        if len(row) < self._needed:
            row = (*row, *(None,) * (self._needed - len(row)))
        found = set(compress(self._compared, map(ne, self._found(row), self._sent(base_row))))
        return [self.columns[number] for number in sorted(found | self._copied)]

    def _base_value(self, column: ColumnAt, base_row: Sequence[Cell]) -> Value:
        raw = base_row[column.base_at]
        if column.base_link_at >= 0:
            return self._linked(column.field, base_row[column.base_link_at])
        try:
            return column.read(raw)
        except Unreadable:
            return None if raw is None else str(raw)

    def _linked(self, held: Field, refs: Raw) -> Value:
        """Return the ids of the references that a hidden column holds."""
        found = [self._identified(held, ref) for ref in re.split(r"\s*;\s*", str(refs or "")) if ref]
        ids = sorted({id_ for id_ in found if id_})
        if isinstance(held.type, Several):
            return tuple(ids) or None
        return ids[0] if ids else None

    def _identified(self, held: Field, ref: str) -> str | None:
        return self._links.get(ref) or self._names.resolve(link_entity(held) or "", ref)

    def said(
        self, place: int, row: Row, base_row: Sequence[Cell] | None, base: Mapping[str, Value],
        columns: Sequence[ColumnAt] | None = None,
    ) -> Said:  # fmt: skip
        """Return what a row says, in some columns or in all; what equals the base says what the base says."""
        said = Said()
        for column in self.columns if columns is None else columns:
            if self._merged and self.table.sheet.swallowed(place, column.at):
                continue
            sent = base_row[column.base_at] if base_row is not None else None
            raw, name = column.raw(row), column.field.name
            if column.twins and (raw := self._one_of(column, row, sent)) is _UNDECIDED:
                said.asked.append(
                    Asked(name, column.at, "doubtful", _TWINS, None, " / ".join(map(str, column.raws(row))))
                )
                continue
            if base_row is not None and same(column.field.type, raw, sent):
                if name in base:
                    said.values[name] = self._after_link(column, row, base_row, base[name])
            elif _is_blank(raw):
                if base_row is not None:
                    said.asked.append(Asked(name, column.at, "doubtful", _BLANK, None, ""))
            else:
                self._read(column, raw, sent, said)
        if base_row is not None:
            self._look_at_shown(row, base_row, said)
        return said

    def _one_of(self, column: ColumnAt, row: Row, sent: Raw) -> Raw:
        """Return what a column and its copies say: the one that was changed; undecided where they were differently."""
        raws = column.raws(row)
        changed = [raw for raw in raws if not _is_blank(raw) and not same(column.field.type, raw, sent)]
        if not changed:
            return next((raw for raw in raws if not _is_blank(raw)), None)
        if all(same(column.field.type, raw, changed[0]) for raw in changed):
            return changed[0]
        return _UNDECIDED

    def _read(self, column: ColumnAt, raw: Raw, sent: Raw, said: Said) -> None:
        name = column.field.name
        if isinstance(raw, str):
            raw = restored(raw, sent)
        if _is_partial(sent):
            said.asked.append(Asked(name, column.at, "unreadable", _PARTIAL, None, str(raw)[:200]))
            return
        if isinstance(raw, str) and raw.strip() == EMPTY_PLEASE:
            said.values[name] = None
            return
        try:
            said.values[name] = value = _value(column, raw)
            if is_unsure(column.field.type, raw, value, self._names):
                said.unsure[name] = str(raw)
        except Unreadable as error:
            meant = self._meanings.get((self.table.entity.name, name, fold(str(raw))))
            if meant is not None:
                said.values[name] = meant
                return
            said.asked.append(Asked(name, column.at, "unreadable", error.words, error.guess, str(raw)))

    def _after_link(self, column: ColumnAt, row: Row, base_row: Sequence[Cell], was: Value) -> Value:
        """Return a link whose name is as it was: another one with the same name where its hidden reference changed."""
        if column.link_at < 0 or column.base_link_at < 0 or column.link_at >= len(row):
            return was
        found, sent = row[column.link_at], base_row[column.base_link_at]
        if _is_blank(found) or same(None, found, sent):
            return was
        return self._linked(column.field, found) or was

    def _look_at_shown(self, row: Row, base_row: Sequence[Cell], said: Said) -> None:
        for at, base_at in self._shown:
            raw = row[at] if at < len(row) else None
            if raw != base_row[base_at] and not _is_blank(raw) and not same(None, raw, base_row[base_at]):
                said.asked.append(self._not_taken(at, raw))

    def filled_grey(self, row: Row) -> list[Asked]:
        """Return what the grey cells of a new row hold: nothing was sent in them, so that all of it was typed."""
        return [self._not_taken(at, row[at]) for at in self._grey if at < len(row) and not _is_blank(row[at])]

    def _not_taken(self, at: int, raw: Raw) -> Asked:
        table = self.table
        heading = " / ".join(str(table.sheet.value(table.head, at) or "").split("\n"))
        return Asked("", at, "doubtful", _SHOWN.filled(heading=heading), None, str(raw))

    def cells(self, row: Row) -> list[Raw]:
        """Return the cells of a row, column by column."""
        return [column.raw(row) for column in self.columns]

    def sent_cells(self, base_row: Sequence[Cell]) -> list[Raw]:
        """Return the cells that an export had shown, in the same order."""
        return [base_row[column.base_at] for column in self.columns]

    def equal_cells(self, row: Row, base_row: Sequence[Cell]) -> int:
        """Return how many cells of a row are as they were sent."""
        return sum(same(column.field.type, column.raw(row), base_row[column.base_at]) for column in self.columns)

    def is_empty(self, row: Row) -> bool:
        """Tell whether a row says nothing: no field, no grey cell, no remark, no action."""
        table = self.table.columns
        places = [*(column.at for column in self.columns), *self._grey]
        places += [table[code] for code in ("remark", "action") if code in table]
        return all(place >= len(row) or _is_blank(row[place]) for place in places)


def _value(column: ColumnAt, raw: Raw) -> Value:
    """Read a cell; what has a question mark beside it, without that where it can't be a part of the value."""
    # Names of records are looked up whole: one may be called with a question mark.
    if isinstance(raw, str) and never_asks(column.field) and not link_entity(column.field):
        return column.read(without_doubt(raw) or raw)
    return column.read(raw)


def picker(places: Sequence[int]) -> Callable[[Sequence[Any]], tuple[Any, ...]]:
    """Return what takes the cells at some places out of a row, in a fraction of the time of a loop."""
    if len(places) > 1:
        return itemgetter(*places)
    return lambda row: tuple(row[place] for place in places)


def _is_grey(entity: Entity, code: str) -> bool:
    """Tell whether a column is only there to be read: neither a field, nor the reference of one, nor for the person's words."""
    return code not in entity.fields and "." not in code and code not in (REF, REMARK, ACTION)


def _is_partial(sent: Raw) -> bool:
    return isinstance(sent, str) and sent.endswith(CONTINUED)


def _is_blank(raw: Raw) -> bool:
    return raw is None or (isinstance(raw, str) and not raw.strip())


def missing_fields(entity: Entity, values: Mapping[str, Value]) -> list[Field]:
    """Return the required fields that a new record lacks."""
    return [held for held in entity if held.required and values.get(held.name) is None]
