"""Finding the tables of a foreign sheet: below logos and titles, with headings over two rows, totals and notes below."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence

from desktop_app.domain.text import fold
from desktop_app.excel.sheets import Row, Sheet, column_letters
from desktop_app.importers.bands import side_by_side
from desktop_app.importers.found_table import SAMPLED, FoundTable, blank, texts_of
from desktop_app.importers.shapes import TEXT, column_shapes, looks_like_data, shape

# Headings stand near the top, below titles, logos and explanations.
LEADING_ROWS = 40
Known = Callable[[str], bool]


def find_tables(sheet: Sheet, known: Known, head: int | None = None) -> list[FoundTable]:
    """Return the tables of a sheet, those side by side too. `known` tells headings met before; `head` is the row of
    headings, −1 for none."""
    if not any(texts_of(row) for row in sheet.rows[:1_000]):
        return []
    return [table for one in side_by_side(sheet, known) for table in _find_tables(one, known, head)]


def _find_tables(sheet: Sheet, known: Known, head: int | None) -> list[FoundTable]:
    rows = sheet.rows
    if head is not None:
        if head < 0:
            first = next(place for place, row in enumerate(rows) if texts_of(row))
            return [_table(sheet, first, first, len(rows))]
        return [_table(sheet, head, _below(sheet, head, known), len(rows))]
    tables: list[FoundTable] = []
    start = 0
    while start < len(rows):
        top = _top(sheet, start, known)
        if top is None:
            break
        body = rows[top + 1 : top + 1 + SAMPLED]
        shapes = column_shapes([row for row in body if texts_of(row)], sheet.width)
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
    counts = [len(texts_of(row)) for row in rows]
    wide = sorted(count for count in counts if count > 1) or [max(counts, default=0)]
    typical = wide[len(wide) // 2]
    if not typical:
        return None
    enough = max(min(2, typical), 0.5 * typical)
    first = next(place for place, count in enumerate(counts) if count >= enough)
    candidates = [
        place
        for place, count in enumerate(counts)
        if count >= enough and _is_heading_like(rows[place]) and (place == first or not _is_one_of_many(rows, place))
    ]
    if not candidates:
        return start + first
    hits = {place: sum(isinstance(cell, str) and known(cell) for cell in rows[place]) for place in candidates}
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


def _is_one_of_many(rows: Sequence[Row], place: int) -> bool:
    """Tell whether a row goes on with what the rows around it say: data of which some words are known as headings."""
    own = {(column, cell) for column, cell in enumerate(rows[place]) if not blank(cell)}
    above = own & set(enumerate(rows[place - 1])) if place else set()
    below = own & set(enumerate(rows[place + 1])) if place + 1 < len(rows) else set()
    return len(above) >= 2 or len(below) >= 2 or bool(above & below)


def _is_upper(sheet: Sheet, place: int) -> bool:
    """Tell whether a row only groups the headings of the next one: it has gaps where the next one has headings."""
    if place + 1 >= len(sheet.rows):
        return False
    upper, lower = sheet.rows[place], sheet.rows[place + 1]
    named = [column for column, cell in enumerate(lower) if not blank(cell)]
    gaps = [column for column in named if column >= len(upper) or blank(upper[column])]
    inside = [column for column in gaps if not all(blank(cell) for cell in upper[:column])]
    texts = tuple(cell for cell in lower if not _is_year(cell))  # “Budget / 2024” is a heading too
    return bool(inside) and any(map(shape, texts)) and _is_heading_like(texts) and len(inside) < len(named) + 1


def _is_year(cell: object) -> bool:
    return (
        isinstance(cell, str | int | float) and re.fullmatch(r"(?:19|20)\d{2}(?:\.0)?", str(cell).strip()) is not None
    )


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
    shapes = column_shapes([row for row in rows[top + 2 : top + 2 + SAMPLED] if texts_of(row)], sheet.width)
    named = tuple(None if _is_year(cell) else cell for cell in lower)
    if _is_upper(sheet, top) and not looks_like_data(named, shapes) and (hits >= 1 or under_merged):
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
                return _above(sheet, first, place)
        row = sheet.rows[place]
        previous_short = len(row) - row.count(None) - row.count("") <= 1
    return len(sheet.rows)


def _above(sheet: Sheet, first: int, place: int) -> int:
    """Return where the titles above some headings begin, which belong to the table below."""
    while place > first and len(texts_of(sheet.rows[place - 1])) <= 1:
        place -= 1
    return place


def _table(sheet: Sheet, top: int, first: int, last: int, start: int = 0) -> FoundTable:
    above = tuple(str(cell).strip() for row in sheet.rows[start:top] for cell in row if cell is not None)
    counts = sorted(count for row in sheet.rows[first : first + SAMPLED] if (count := len(texts_of(row))))
    filled = counts[len(counts) // 2] if counts else 1
    repeated = frozenset(texts_of(sheet.rows[place]) for place in range(top, first))
    return FoundTable(sheet, top, first, last, _headings(sheet, top, first, last), above, filled, _repeated=repeated)


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
    if blank(value):
        value = next((sheet.value(area.top, area.left) for area in sheet.merged if area.holds(place, column)), None)
    if blank(value) and not last_row and not blank(sheet.value(place + 1, column)):
        to_the_left = (sheet.value(place, left) for left in range(column, -1, -1))
        value = next((one for one in to_the_left if not blank(one)), None)
    return " ".join(str(value).split()) if value is not None else ""


def _unlike(headings: Mapping[int, str]) -> dict[int, str]:
    seen: Collection[str] = set()
    named: dict[int, str] = {}
    for column, text in headings.items():
        key = fold(text)
        named[column] = f"{text} ({column_letters(column)})" if key in seen else text
        seen = {*seen, key}
    return named
