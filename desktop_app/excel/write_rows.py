"""The rows of a sheet as XML text: each distinct value of a column is rendered once, then joined row by row."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count
from operator import getitem, itemgetter
from textwrap import wrap

from desktop_app.domain.entity import Entity
from desktop_app.domain.letting_go import let_go
from desktop_app.domain.types import Several, Type
from desktop_app.domain.values import Record, Showing, Value
from desktop_app.excel.cells import Cell, in_order, look, to_cell
from desktop_app.excel.layout import FIRST, Column, SheetContents
from desktop_app.excel.reference import ref_cell
from desktop_app.excel.sheets import column_letters
from desktop_app.excel.write_strings import Strings, beginning, clean, too_long

_DAY_0 = date(1899, 12, 30).toordinal()
_LINE_HEIGHT, _PADDING, _MOST_LINES = 13.5, 5, 12

# What the base keeps of a cell: dates as ISO text, the rest as it stands in the cell.
Kept = str | int | float | None


@dataclass(frozen=True, slots=True)
class Styles:
    """The style numbers of a column: its cells, those that hold text among numbers or dates, and the prepared ones."""

    usual: int
    text: int
    prepared: int


@dataclass(frozen=True, slots=True)
class Overflow:
    """A text that its cell could not hold whole."""

    ref: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Rendering:
    """What the rows of a workbook share: the texts, how linked records are called, and the export's code."""

    strings: Strings
    showing: Showing
    references: Mapping[str, str]
    code: str

    def shown(self, column: Column) -> Callable[[Value], Cell]:
        """Return the function that shows a column's value in its cell."""
        if column.role == "ref":
            return lambda value: ref_cell(str(value), self.code)
        if column.role == "link" and column.field:
            type_ = column.field.type
            return lambda value: self._reference(type_, value)
        if column.field:
            # The function for the type is looked up once, not for each value.
            field_type, showing = column.field.type, self.showing
            made: Callable[[Type, Value, Showing], Cell] = to_cell.dispatch(type(field_type))
            return lambda value: made(field_type, value, showing)
        return lambda value: str(value) if value else None

    def _reference(self, type_: Type, value: Value) -> Cell:
        if isinstance(type_, Several) and isinstance(value, tuple):
            return "; ".join(self.references.get(one, one) for _shown, one in in_order(type_, value, self.showing))
        return self.references.get(str(value), str(value)) if value else None


class _Cells(dict[Value, tuple[Kept, str, int]]):
    """The cells of one column by value: what the base keeps, the XML after the row's number, the lines that it needs."""

    def __init__(self, show: Callable[[Value], Cell], styles: Styles, after: str, width: int, strings: Strings) -> None:
        super().__init__()
        self._show, self._styles, self._after, self._width, self._strings = show, styles, after, width, strings
        self.long: list[Value] = []

    def __missing__(self, value: Value) -> tuple[Kept, str, int]:
        shown = self._show(value)
        cell = self._text(value, shown) if isinstance(shown, str) else self._plain(shown)
        self[value] = cell
        return cell

    def _plain(self, shown: Cell) -> tuple[Kept, str, int]:
        style = self._styles.usual
        if shown is None:
            return None, f'" s="{style}"/>{self._after}', 1
        if isinstance(shown, date):
            number = shown.toordinal() - _DAY_0
            return shown.isoformat(), f'" s="{style}"><v>{number}</v></c>{self._after}', 1
        assert not isinstance(shown, str)  # noqa: S101  # told to the type checker
        return shown, f'" s="{style}"><v>{shown!r}</v></c>{self._after}', 1

    def _text(self, value: Value, shown: str) -> tuple[Kept, str, int]:
        text = clean(shown)
        if too_long(text):
            self.long.append(value)
            text = beginning(text)
        if not text:
            return self._plain(None)
        lines = _lines(text, self._width) if self._width else 1
        return text, f'" s="{self._styles.text}" t="s"><v>{self._strings.number(text)}</v></c>{self._after}', lines


def _lines(text: str, width: int) -> int:
    if len(text) <= width and text.isascii() and "\n" not in text:
        return 1
    return min(_MOST_LINES, sum(1 + max(_room(line) - 1, 0) // width for line in text.split("\n")))


def _room(line: str) -> int:
    """Return how many usual characters a line takes the room of: those of East Asia take two."""
    return len(line) if line.isascii() else len(line) + sum(char > "\u2e80" for char in line)


class Rows:
    """Renders the rows of one sheet and keeps what they showed."""

    def __init__(
        self, contents: SheetContents, styles: Sequence[Styles], widths: Sequence[int], with_: Rendering
    ) -> None:
        self._contents, self._styles, self._with = contents, styles, with_
        self._widths = [width if wraps(column) else 0 for column, width in zip(contents.columns, widths, strict=True)]
        self._names = {column.field.name if column.field else column.code for column in contents.columns[:-2]}
        self.kept: list[tuple[Kept, ...]] = []
        self.overflows: list[Overflow] = []

    def xml(self) -> Iterator[str]:
        """Yield the XML of the rows: the records, then the prepared rows."""
        columns = self._contents.columns
        cells = [self._column(place) for place in range(len(columns))]
        names = [column.field.name if column.field else column.code for column in columns]
        # The last two columns are for the person who answers.
        free = [held[None] for held in cells[-2:]]
        nothing, ending = (None,) * len(free), [part for _kept, part, _lines in free]
        pick, keep = itemgetter(*names[:-2]), self.kept.append
        last: int = FIRST
        for last, record in enumerate(map(self._whole, self._contents.records), FIRST + 1):
            kept, parts, lines = zip(*map(getitem, cells, pick(record)), strict=True)
            keep(kept + nothing)
            most = max(lines)
            height = f' ht="{most * _LINE_HEIGHT + _PADDING}" customHeight="1"' if most > 1 else ""
            yield str(last).join(('<row r="', f'"{height}><c r="A', *parts, *ending))
        self._note_long_texts(cells, names)
        for held in cells:
            let_go(held)
        yield from self._prepared(last + 1)

    def _whole(self, record: Record) -> Record:
        """Return a record that has every field, empty ones too."""
        return record if record.keys() >= self._names else {**dict.fromkeys(self._names), **record}

    def _column(self, place: int) -> _Cells:
        columns = self._contents.columns
        after = f'<c r="{column_letters(place + 1)}' if place + 1 < len(columns) else "</row>"
        show = self._with.shown(columns[place])
        return _Cells(show, self._styles[place], after, self._widths[place], self._with.strings)

    def _note_long_texts(self, cells: Sequence[_Cells], names: Sequence[str]) -> None:
        for held, name, column in zip(cells, names, self._contents.columns, strict=True):
            for value in held.long:
                refs = [str(record["ref"]) for record in self._contents.records if record.get(name) == value]
                self.overflows += [Overflow(ref, column.heading, clean(str(value))) for ref in refs]

    def _prepared(self, first: int) -> Iterator[str]:
        columns = self._contents.columns
        for number, prepared in zip(count(first), self._contents.prepared, strict=False):
            text = ref_cell(prepared.ref, self._with.code)
            parts = [f'<c r="A{number}" s="{self._styles[0].text}" t="s"><v>{self._with.strings.number(text)}</v></c>']
            parts += [
                f'<c r="{column_letters(place)}{number}" s="{self._styles[place].prepared}"/>'
                for place in range(1, len(columns))
            ]
            yield f'<row r="{number}">{"".join(parts)}</row>'


def wraps(column: Column) -> bool:
    """Return whether the cells of a column wrap."""
    if column.role == "field" and column.field:
        return look(column.field.type).wrap
    return column.role in ("shown", "remark")


def measured(entity: Entity, columns: Sequence[Column], records: Sequence[Record], showing: Showing) -> tuple[int, ...]:
    """Return the width of each column: what its heading and the first records need, within the bounds of its type."""
    sample = records[:200]
    widths: list[int] = []
    for column in columns:
        heading = max(map(len, column.heading.split("\n"))) + 3  # the filter's arrow
        if column.role == "ref":
            widths.append(22 + len(entity.letter))
        elif column.role == "field" and column.field:
            type_, name = column.field.type, column.field.name
            held = look(type_)
            texts = (str(to_cell(type_, record.get(name), showing) or "") for record in sample)
            longest = max((len(line) for text in texts for line in text.split("\n")), default=0)
            widths.append(max(min(max(longest + 2, heading, held.narrow), held.wide), min(heading, 18), held.narrow))
        else:
            widths.append({"link": 20, "shown": 24, "remark": 20, "action": 19}[column.role])
    return tuple(widths)


def heading_lines(columns: Sequence[Column], widths: Sequence[int]) -> int:
    """Return how many lines the tallest heading takes in its width: French, then English, each broken between words."""
    shown = ((column, width) for column, width in zip(columns, widths, strict=True) if not column.hidden)
    return max(sum(len(wrap(text, width - 1)) for text in column.heading.split("\n")) for column, width in shown)
