"""A table of a foreign sheet as it was found: its headings, its rows of data, and what is no record among them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from desktop_app.domain.text import fold
from desktop_app.domain.words import Words
from desktop_app.excel.sheets import Row, Sheet
from desktop_app.importers.months import Period, completed, is_dated
from desktop_app.importers.shapes import shape

# How many rows say what a column holds.
SAMPLED = 200
_TOTAL = re.compile(
    r"(?:sous |grand |sub ?)?(?:total|totaux)\b|somme\b|sum\b|cumul\b|moyenne\b|average\b|nombre de |en tout\b"
)

TOTAL = Words(
    "Cette ligne est un total : elle n’est pas une fiche, et reste de côté.",
    "This row is a total: it is no entry, and stays aside.",
)
REMARK = Words(
    "Cette ligne ne porte qu’une case remplie (titre, note ?) : elle reste de côté, sauf si vous l’acceptez.",
    "Only one cell of this row is filled (a title, a note?): it stays aside unless you accept it.",
)


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
    period: Period | None = None  # completes the days that the rows say
    called: tuple[int, str] | None = None  # a column in which all rows hold the name of their sheet
    looks: tuple[tuple[int, Mapping[int, str]], ...] = ()  # columns of what rows look like, by row
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
        merged, plain = self._merges, not (self._dated or self.looks or self.called)
        for place in range(self.first, self.last):
            row = self.sheet.rows[place]
            if place in merged:
                row = _with(row, merged[place])
            filled = row[0] if row else None
            if filled is None or filled == "":
                filled = next((cell for cell in row if not blank(cell)), None)
            if filled is not None and not (filled in self._starts and texts_of(row) in self._repeated):
                yield place, row if plain else self._whole(place, row)

    def _whole(self, place: int, row: Row) -> Row:
        """Return a row with what its looks and the name of its sheet add to it."""
        if self._dated and self.period:
            row = tuple(completed(cell, self.period) if at in self._dated else cell for at, cell in enumerate(row))
        for column, texts in self.looks:
            row = (*row, *(None,) * (column - len(row)), texts.get(place))
        if self.called:
            row = (*row, *(None,) * (self.called[0] - len(row)), self.called[1])
        return row

    @cached_property
    def _dated(self) -> frozenset[int]:
        """The columns of days that leave out the month or the year."""
        if self.period is None:
            return frozenset()
        rows, found = self.sheet.rows[self.first : min(self.last, self.first + SAMPLED)], set()
        for column, heading in self.headings.items():
            cells = [row[column] for row in rows if column < len(row) and not blank(row[column])]
            if is_dated(heading) and 2 * sum(completed(cell, self.period) != cell for cell in cells) > len(cells):
                found.add(column)
        return frozenset(found)

    @property
    def is_completed(self) -> bool:
        """Whether the name of the sheet completes the days of its rows."""
        return bool(self._dated)

    @property
    def key(self) -> str:
        """What people call the table: the address of its first heading, `Feuil1!B4`."""
        return self.sheet.address(self.top, min(self.headings, default=0))

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
        if self.called or self.looks:
            row = row[: self.looks[0][0] if self.looks else self.called[0] if self.called else None]
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


def texts_of(row: Row) -> tuple[str, ...]:
    """Return the texts of a row as they are searched, without its empty cells."""
    return tuple(fold(str(cell)) for cell in row if cell is not None and str(cell).strip())


def blank(cell: object) -> bool:
    """Tell whether a cell is empty; some programs write empty texts."""
    return cell is None or (isinstance(cell, str) and not cell.strip())
