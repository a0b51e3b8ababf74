"""Finding the tables of a foreign sheet: below logos and titles, with headings over two rows, totals and notes below."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from desktop_app.domain.text import fold
from desktop_app.domain.words import Words
from desktop_app.excel.sheets import Row, Sheet, column_letters
from desktop_app.importers.shapes import TEXT, column_shapes, looks_like_data, shape

# Headings stand near the top, below titles, logos and explanations.
LEADING_ROWS = 40
_SAMPLED = 200
_TOTAL = re.compile(
    r"(?:sous |grand |sub ?)?(?:total|totaux)\b|somme\b|sum\b|cumul\b|moyenne\b|average\b|nombre de |en tout\b"
)

TOTAL = Words(
    "Cette ligne est un total : elle n’est pas une fiche, et reste de côté.",
    "This row is a total: it is no record, and stays aside.",
)
REMARK = Words(
    "Cette ligne ne porte qu’une case remplie (titre, note ?) : elle reste de côté, sauf si vous l’acceptez.",
    "Only one cell of this row is filled (a title, a note?): it stays aside unless you accept it.",
)
Known = Callable[[str], bool]


@dataclass(frozen=True)
class FoundTable:
    """A table of a sheet, rows counted from 0: headings from `top` to `first` − 1 (none where equal), data to `last` − 1.

    `headings`: by column, unlike one another; letters where there are none.
    """

    sheet: Sheet
    top: int
    first: int
    last: int
    headings: Mapping[int, str]
    above: tuple[str, ...] = ()
    filled: int = 1  # how many cells most rows have
    _repeated: frozenset[tuple[str, ...]] = field(default=frozenset(), repr=False)

    @property
    def titled(self) -> bool:
        """Whether the table has headings."""
        return self.first > self.top

    @cached_property
    def signature(self) -> frozenset[str]:
        """What makes two sheets tables of the same kind: their headings."""
        return frozenset(fold(text) for text in self.headings.values())

    def rows(self) -> Iterator[tuple[int, Row]]:
        """Yield the rows of data with their place, merged cells filled; without empty ones and repeated headings."""
        merged = self._merges
        for place in range(self.first, self.last):
            row = self.sheet.rows[place]
            if place in merged:
                row = _with(row, merged[place])
            filled = row[0] if row else None
            if filled is None or filled == "":
                filled = next((cell for cell in row if cell is not None and cell != ""), None)
            if filled is not None and not (filled in self._starts and _texts(row) in self._repeated):
                yield place, row

    @cached_property
    def _starts(self) -> frozenset[object]:
        """The first cells of the rows of headings, by which a repeated one is seen at once."""
        firsts = (
            next((cell for cell in self.sheet.rows[place] if cell is not None), None)
            for place in range(self.top, self.first)
        )
        return frozenset(firsts)

    def aside(self, place: int, row: Row) -> Words | None:
        """Return why a row is no record: a total, a note; None for a record."""
        if len(row) - row.count(None) - row.count("") >= max(2, 0.75 * self.filled):
            return None
        filled = [cell for cell in row if cell is not None and cell != ""]
        texts = [str(cell) for cell in filled if shape(cell) not in ("number", "date")]
        if texts and _TOTAL.match(fold(texts[0])) and len(texts) <= 2:
            return TOTAL
        if len(filled) == 1 and self.filled >= 3 and texts and place not in self._merges:
            return REMARK
        return None

    @cached_property
    def _merges(self) -> dict[int, dict[int, object]]:
        """The values of merged cells for the rows of data that they cover, by row and column."""
        values: dict[int, dict[int, object]] = {}
        for area in self.sheet.merged:
            if area.bottom < self.first or area.top >= self.last or area.bottom == area.top:
                continue
            held = self.sheet.value(area.top, area.left)
            if held is not None and area.right - area.left < 3:
                for place in range(max(area.top, self.first), min(area.bottom + 1, self.last)):
                    values.setdefault(place, {})[area.left] = held
        return values


def _with(row: Row, values: Mapping[int, object]) -> Row:
    cells = list(row) + [None] * (max(values) + 1 - len(row))
    for column, value in values.items():
        cells[column] = value  # type: ignore[call-overload]
    return tuple(cells)


def _texts(row: Row) -> tuple[str, ...]:
    return tuple(fold(str(cell)) for cell in row if cell is not None and str(cell).strip())


def find_tables(sheet: Sheet, known: Known, head: int | None = None) -> list[FoundTable]:
    """Return the tables of a sheet. `known` tells headings met before; `head` is the row of headings, −1 for none."""
    rows = sheet.rows
    if not any(_texts(row) for row in rows[:1_000]):
        return []
    if head is not None:
        if head < 0:
            first = next(place for place, row in enumerate(rows) if _texts(row))
            return [_table(sheet, first, first, len(rows))]
        return [_table(sheet, head, _below(sheet, head, known), len(rows))]
    tables: list[FoundTable] = []
    start = 0
    while start < len(rows):
        top = _top(sheet, start, known)
        if top is None:
            break
        body = rows[top + 1 : top + 1 + _SAMPLED]
        shapes = column_shapes([row for row in body if _texts(row)], sheet.width)
        heads = [cell for cell in rows[top] if isinstance(cell, str) and known(cell)]
        untitled = len(heads) < 2 and looks_like_data(rows[top], shapes)
        first = top if untitled else _below(sheet, top, known)
        last = len(rows) if untitled else _end(sheet, top, first, known)
        tables.append(_table(sheet, top, first, last, start))
        start = last
    return tables


def _top(sheet: Sheet, start: int, known: Known) -> int | None:
    """Return the row where a table begins: the first that is as wide as what follows, or the one with known headings."""
    rows = sheet.rows[start : start + LEADING_ROWS]
    counts = [len(_texts(row)) for row in rows]
    wide = sorted(count for count in counts if count > 1) or [max(counts, default=0)]
    typical = wide[len(wide) // 2]
    if not typical:
        return None
    enough = max(min(2, typical), 0.5 * typical)
    candidates = [place for place, count in enumerate(counts) if count >= enough and _is_heading_like(rows[place])]
    if not candidates:
        return start + next(place for place, count in enumerate(counts) if count >= enough)
    hits = {place: sum(isinstance(cell, str) and known(cell) for cell in rows[place]) for place in candidates}
    first = next(place for place, count in enumerate(counts) if count >= enough)
    best = max(candidates, key=lambda place: (hits[place], -place))
    if hits[best] >= 2 and hits[best] * 2 >= counts[best] and hits[best] > 2 * hits.get(first, 0):
        upper = best - 1
        # The upper row of two belongs to the headings.
        if upper in candidates and _is_upper(sheet, start + upper):
            return start + upper
        return start + best
    return start + first


def _is_heading_like(row: Row) -> bool:
    shapes = [one for cell in row if (one := shape(cell))]
    return sum(one in (TEXT, "code2", "code3", "unit") for one in shapes) >= 0.7 * len(shapes)


def _is_upper(sheet: Sheet, place: int) -> bool:
    """Tell whether a row only groups the headings of the next one: it has gaps where the next one has headings."""
    if place + 1 >= len(sheet.rows):
        return False
    upper, lower = sheet.rows[place], sheet.rows[place + 1]
    named = [column for column, cell in enumerate(lower) if cell is not None and str(cell).strip()]
    gaps = [column for column in named if column >= len(upper) or upper[column] is None]
    inside = [column for column in gaps if any(cell is not None for cell in upper[:column])]
    return bool(inside) and _is_heading_like(lower) and len(inside) < len(named) + 1


def _below(sheet: Sheet, top: int, known: Known) -> int:
    """Return the first row of data below the headings, which may take two rows."""
    rows = sheet.rows
    if top + 1 >= len(rows):
        return top + 1
    lower = rows[top + 1]
    under_merged = any(
        area.top <= top <= area.bottom and (area.right > area.left or area.bottom > area.top) and area.top >= top - 1
        for area in sheet.merged
    )
    hits = sum(isinstance(cell, str) and known(cell) for cell in lower)
    shapes = column_shapes([row for row in rows[top + 2 : top + 2 + _SAMPLED] if _texts(row)], sheet.width)
    if _is_upper(sheet, top) and not looks_like_data(lower, shapes) and (hits >= 1 or under_merged):
        return top + 2
    return top + 1


def _end(sheet: Sheet, top: int, first: int, known: Known) -> int:
    """Return where a table ends: before the headings of another one, which stand below an empty row or a title."""
    own = {fold(str(cell)) for place in range(top, first) for cell in sheet.rows[place] if cell is not None}
    previous_short = False
    for place in range(first, len(sheet.rows)):
        if previous_short and _is_heading_like(sheet.rows[place]):
            texts = [cell for cell in sheet.rows[place] if isinstance(cell, str) and cell.strip()]
            hits = [text for text in texts if known(text)]
            if len(hits) >= 2 and 2 * len(hits) > len(texts) and any(fold(text) not in own for text in texts):
                return place
        previous_short = sum(cell is not None and cell != "" for cell in sheet.rows[place]) <= 1
    return len(sheet.rows)


def _table(sheet: Sheet, top: int, first: int, last: int, start: int = 0) -> FoundTable:
    above = tuple(str(cell).strip() for row in sheet.rows[start:top] for cell in row if cell is not None)
    counts = sorted(count for row in sheet.rows[first : first + _SAMPLED] if (count := len(_texts(row))))
    filled = counts[len(counts) // 2] if counts else 1
    repeated = frozenset(_texts(sheet.rows[place]) for place in range(top, first))
    return FoundTable(sheet, top, first, last, _headings(sheet, top, first, last), above, filled, repeated)


def _headings(sheet: Sheet, top: int, first: int, last: int) -> dict[int, str]:
    """Return the headings by column; where two rows make one, both, and a letter beside the second of the same name."""
    width = max((len(row) for row in sheet.rows[top:last]), default=0)
    if first == top:
        used = {column for row in sheet.rows[first:last] for column, cell in enumerate(row) if cell is not None}
        return {column: column_letters(column) for column in sorted(used)}
    found: dict[int, str] = {}
    for column in range(width):
        parts = [
            part for place in range(top, first) if (part := _part(sheet, place, column, last_row=place == first - 1))
        ]
        text = " / ".join(dict.fromkeys(parts))
        if not text and any(column < len(row) and row[column] is not None for row in sheet.rows[first:last]):
            text = column_letters(column)
        if text:
            found[column] = text
    return _unlike(found)


def _part(sheet: Sheet, place: int, column: int, *, last_row: bool) -> str:
    """Return what a heading row says of a column; a group's name holds for the columns to its right."""
    value = sheet.value(place, column)
    if value is None:
        for area in sheet.merged:
            if area.holds(place, column):
                value = sheet.value(area.top, area.left)
    if value is None and not last_row and sheet.value(place + 1, column) is not None:
        value = next((sheet.value(place, left) for left in range(column, -1, -1) if sheet.value(place, left)), None)
    return " ".join(str(value).split()) if value is not None else ""


def _unlike(headings: Mapping[int, str]) -> dict[int, str]:
    seen: Collection[str] = set()
    named: dict[int, str] = {}
    for column, text in headings.items():
        key = fold(text)
        named[column] = f"{text} ({column_letters(column)})" if key in seen else text
        seen = {*seen, key}
    return named


def same_kind(tables: Sequence[FoundTable], chosen: FoundTable) -> list[FoundTable]:
    """Return the tables with the headings of one: the months of a year, each on its sheet."""
    return [
        table
        for table in tables
        if table is chosen
        or (table.titled and chosen.titled and len(table.signature & chosen.signature) >= 0.8 * len(chosen.signature))
    ]
