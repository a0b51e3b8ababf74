"""Tables that stand side by side in a sheet: each is read as if the others were not there."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from desktop_app.domain.text import fold
from desktop_app.excel.sheets import Row, Sheet

# How many rows are looked at to see where columns are empty.
_LOOKED_AT = 400
# From this many rows on, that one table is longer than its neighbour, they are two.
_LONGER = 2
Band = tuple[int, int]  # the first and the last column


def side_by_side(sheet: Sheet, known: Callable[[str], bool]) -> list[Sheet]:
    """Return a sheet once for each table beside another; the sheet itself where there is one table, with gaps or without.

    Tables are apart by a column without any cell. They are two tables, and not one with a gap, where they have headings in
    common, a title each, or ends of their own.
    """
    rows = sheet.rows[:_LOOKED_AT]
    bands = list(_bands(rows))
    heads = [_heading_row(rows, band, known) for band in bands]
    if len(bands) < 2 or any(head is None for head in heads):
        return [sheet]
    named = [_headings(rows[head], band) for band, head in zip(bands, heads, strict=True) if head is not None]
    shared = any(len(set(one) & set(other)) >= 2 for one, other in pairwise(named))
    tops = [head for head in heads if head is not None]
    titled = all(_title(rows, band, head) for band, head in zip(bands, tops, strict=True))
    ends = [_end(rows, band) for band in bands]
    if not (shared or titled or max(ends) - min(ends) >= _LONGER):
        return [sheet]
    return [_only(sheet, band) for band in bands]


def _bands(rows: Sequence[Row]) -> Iterator[Band]:
    """Yield the runs of columns in which something stands, titles that run over several tables apart."""
    wide = [row for row in rows if sum(_filled(cell) for cell in row) > 1]
    used = {column for row in wide for column, cell in enumerate(row) if _filled(cell)}
    start = None
    for column in range(max(used, default=-1) + 2):
        if column in used and start is None:
            start = column
        elif column not in used and start is not None:
            if column - start > 1:
                yield start, column - 1
            start = None


def _filled(cell: object) -> bool:
    return cell is not None and str(cell).strip() != ""


def _headings(row: Row, band: Band) -> list[str]:
    return [fold(str(cell)) for cell in row[band[0] : band[1] + 1] if _filled(cell)]


def _heading_row(rows: Sequence[Row], band: Band, known: Callable[[str], bool]) -> int | None:
    """Return the first row in which a band has two headings that are known."""
    for place, row in enumerate(rows[:40]):
        cells = row[band[0] : band[1] + 1]
        if sum(isinstance(cell, str) and known(cell) for cell in cells) >= 2:
            return place
    return None


def _title(rows: Sequence[Row], band: Band, head: int) -> bool:
    """Tell whether one cell alone stands above the headings of a band, at its left."""
    for row in reversed(rows[max(0, head - 3) : head]):
        cells = [column for column in range(band[0], band[1] + 1) if column < len(row) and _filled(row[column])]
        if cells:
            return cells == [band[0]]
    return False


def _end(rows: Sequence[Row], band: Band) -> int:
    filled = (place for place, row in enumerate(rows) if any(_filled(cell) for cell in row[band[0] : band[1] + 1]))
    return max(filled, default=0)


def _only(sheet: Sheet, band: Band) -> Sheet:
    """Return a sheet with the columns of one band alone, in their places."""
    first, last = band
    before = (None,) * first
    rows = [(*before, *row[first : last + 1]) for row in sheet.rows]
    merged = tuple(area for area in sheet.merged if first <= area.left and area.right <= last)
    return replace(sheet, rows=rows, merged=merged)
