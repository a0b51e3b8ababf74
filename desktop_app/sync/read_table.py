"""The rows of a returned table, each recognised: as it was sent, changed, new, copied, or not known."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from desktop_app.domain.entity import Entity
from desktop_app.domain.words import Words
from desktop_app.excel.base import Base, SheetBase
from desktop_app.excel.cells import Cell
from desktop_app.excel.recognise import Table
from desktop_app.excel.reference import RefCell, read_ref_cell, ref_in
from desktop_app.excel.sheets import Row
from desktop_app.sync.doubts import Names
from desktop_app.sync.meanings import Meanings
from desktop_app.sync.read_row import ColumnAt, RowReader, picker

WRONG_CHECK = Words(
    "La référence « {ref} » a été modifiée : rétablissez-la, ou videz-la pour une nouvelle ligne.",
    "The reference “{ref}” was changed: put it back, or empty it for a new row.",
)
UNKNOWN_REF = Words(
    "La référence « {ref} » n’est pas connue ici : dites à quelle fiche appartient cette ligne.",
    "The reference “{ref}” is not known here: say to which entry this row belongs.",
)


@dataclass(slots=True, eq=False)
class Pending:
    """A row that needs a closer look. `state`: known, prepared, loose (no reference) or strange (see `words`).

    `likes`: references of the records that a row without a sure one may belong to, the likeliest first · `own`: a person said
    that it is a record of its own.
    """

    table: Table
    reader: RowReader
    place: int
    row: Row
    state: str
    id: str = ""
    ref: str = ""
    base_row: Sequence[Cell] | None = None
    words: Words | None = None
    likes: tuple[str, ...] = ()
    own: bool = False
    _differing: tuple[ColumnAt, ...] | None = None

    @property
    def differing(self) -> tuple[ColumnAt, ...]:
        """The columns whose cells are not exactly as they were sent; all where that is not known."""
        if self._differing is None:
            reader = self.reader
            sent = self.base_row
            self._differing = tuple(reader.columns if sent is None else reader.differing(self.row, sent))
        return self._differing

    @property
    def column(self) -> int:
        """The column in which the row is named: that of the reference, else the first."""
        columns = self.table.columns
        return columns.get("ref", min(columns.values(), default=0))

    @property
    def address(self) -> str:
        """Where the row stands, as a person reads it."""
        return self.table.sheet.address(self.place, self.column)


@dataclass(slots=True)
class TableRead:
    """What a table holds: records as they were sent, rows to look at, and second rows with the same reference."""

    table: Table
    readers: dict[str, RowReader]
    identical: set[str] = field(default_factory=set)
    pending: list[Pending] = field(default_factory=list)
    copies: list[Pending] = field(default_factory=list)


class _Known:
    """The rows of one base, and how a row of the sheet is compared with them."""

    def __init__(self, table: Table, code: str, base: SheetBase, reader: RowReader) -> None:
        self._code, self.base, self.reader = code, base, reader
        here = [(place, table.columns[code]) for place, code in enumerate(base.columns) if code in table.columns]
        self._width = len(base.columns)
        self._in_order = here == [(place, place) for place in range(self._width)]
        self._of_base = picker([place for place, _column in here])
        self._of_sheet = picker([column for _place, column in here])
        self._needed = max((column for _place, column in here), default=-1) + 1
        self._bodies: dict[str, int] | None = None
        self._twins = [(table.columns[code], twin) for code, twins in table.twins.items() for twin in twins]

    def unchanged(self, row: Row, base_row: tuple[Cell, ...]) -> bool:
        """Tell whether a row is exactly as it was sent, in the columns that somebody copied too."""
        if self._twins and any(row[own : own + 1] != row[twin : twin + 1] for own, twin in self._twins):
            return False
        if self._in_order:
            return row == base_row or row[: self._width] == base_row
        if len(row) < self._needed:
            row = (*row, *(None,) * (self._needed - len(row)))
        return self._of_sheet(row) == self._of_base(base_row)

    def by_body(self, ref: RefCell) -> int | None:
        """Return the row of a reference that stands without its export, or was typed again; never another export's."""
        if ref.export not in ("", self._code):
            return None
        if self._bodies is None:
            self._bodies = {}
            for place, row in enumerate(self.base.rows):
                if cell := read_ref_cell(str(row[0])):
                    self._bodies[cell.ref] = place
        return self._bodies.get(ref.ref)


def read_table(
    table: Table,
    bases: Mapping[str, Base],
    names: Names,
    find: Callable[[str], tuple[Entity, str] | None],
    seen: dict[str, Pending | None],
    meanings: Meanings,
) -> TableRead:
    """Recognise the rows of a table. `seen` gathers the records met in all tables, None for one as it was sent."""
    entity, lang = table.entity, next((base.lang for base in bases.values()), "fr")
    links = {ref: id_ for base in bases.values() for ref, id_ in base.links.items()}
    sheets = {code: base.sheets[entity.name] for code, base in bases.items() if entity.name in base.sheets}
    readers = {
        code: RowReader(table, sheet.columns, links, names, lang, meanings, code, sheet.behind)
        for code, sheet in sheets.items()
    }
    readers[""] = RowReader(table, (), links, names, lang, meanings)
    read = TableRead(table, readers)
    known = [_Known(table, code, sheet, readers[code]) for code, sheet in sheets.items()]
    column = table.columns.get("ref", -1)
    by_refs = [(held, held.base.by_ref) for held in known]
    for place, row in table.rows():
        text = row[column] if 0 <= column < len(row) else None
        for held, by_ref in by_refs:
            at = by_ref.get(text)  # type: ignore[arg-type]  # whatever stands in the cell
            if at is not None:
                id_, base_row = held.base.ids[at], held.base.rows[at]
                if id_ not in seen and held.unchanged(row, base_row):
                    seen[id_] = None
                    read.identical.add(id_)
                else:
                    pending = Pending(table, held.reader, place, row, "known", id_, ref_in(str(text)), base_row)
                    _meet(read, seen, pending)
                break
        else:
            _other(read, known, place, row, text, find, seen)
    return read


def _meet(read: TableRead, seen: dict[str, Pending | None], pending: Pending) -> None:
    """Keep a row of a record; of two with the same reference, the one with the most cells as sent is the original."""
    if pending.id not in seen:
        seen[pending.id] = pending
        read.pending.append(pending)
        return
    first = seen[pending.id]
    if first is not None and _likeness(pending) > _likeness(first) and first in read.pending:
        read.pending[read.pending.index(first)] = pending
        seen[pending.id] = pending
        pending = first
    read.copies.append(pending)


def _likeness(pending: Pending) -> int:
    return pending.reader.equal_cells(pending.row, pending.base_row) if pending.base_row is not None else 0


def _body(text: object) -> str:
    cell = read_ref_cell(str(text))
    return cell.ref if cell else str(text)


def _other(
    read: TableRead, known: list[_Known], place: int, row: Row, text: object,
    find: Callable[[str], tuple[Entity, str] | None], seen: dict[str, Pending | None],
) -> None:  # fmt: skip
    """Recognise a row whose reference is none of those sent."""
    table, plain = read.table, read.readers[""]
    for held in known:
        if isinstance(text, str) and (id_ := held.base.prepared.get(text)):
            if not plain.is_empty(row):
                _meet(read, seen, Pending(table, plain, place, row, "prepared", id_, _body(text)))
            return
    blank = text is None or not str(text).strip()
    if blank and plain.is_empty(row):
        return
    if blank:
        read.pending.append(Pending(table, plain, place, row, "loose"))
        return
    ref = read_ref_cell(str(text))
    if ref is None or not ref.valid:
        words = WRONG_CHECK.filled(ref=str(text)[:60])
        read.pending.append(Pending(table, plain, place, row, "strange", ref=str(text)[:60], words=words))
        return
    for held in known:
        if (at := held.by_body(ref)) is not None:
            _meet(
                read,
                seen,
                Pending(table, held.reader, place, row, "known", held.base.ids[at], ref.ref, held.base.rows[at]),
            )
            return
    found = find(ref.ref)
    if found and found[0] is table.entity:
        _meet(read, seen, Pending(table, plain, place, row, "known", found[1], ref.ref))
        return
    if plain.is_empty(row):
        return  # a row that a workbook unknown here had prepared, and nobody has filled
    words = UNKNOWN_REF.filled(ref=ref.ref)
    read.pending.append(Pending(table, plain, place, row, "strange", ref=ref.ref, words=words))
