"""Finding the tables of a foreign sheet: below logos and titles, with headings over two rows, totals and notes below."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from desktop_app.domain.text import fold
from desktop_app.domain.words import Words
from desktop_app.excel.sheets import Row, Sheet, column_letters
from desktop_app.importers.bands import side_by_side
from desktop_app.importers.months import Period, completed, is_dated, period_of
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
_SHEET = Words("Feuille", "Sheet")
# What rows look like, as columns.
LOOKS = {
    "colour": Words("Couleur de la ligne", "Colour of the row"), "struck": Words("Ligne barrée", "Row struck out"),
    "comment": Words("Commentaires des cases", "Comments on cells"), "hidden": Words("Ligne masquée", "Hidden row"),
}  # fmt: skip
_LOOK_WORDS = {
    "x": Words("oui", "yes"), "yellow": Words("jaune", "yellow"), "orange": Words("orange", "orange"),
    "red": Words("rouge", "red"), "green": Words("vert", "green"), "blue": Words("bleu", "blue"),
    "violet": Words("violet", "violet"), "grey": Words("gris", "grey"),
}  # fmt: skip
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
                filled = next((cell for cell in row if not _blank(cell)), None)
            if filled is not None and not (filled in self._starts and _texts(row) in self._repeated):
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
        rows, found = self.sheet.rows[self.first : min(self.last, self.first + _SAMPLED)], set()
        for column, heading in self.headings.items():
            cells = [row[column] for row in rows if column < len(row) and not _blank(row[column])]
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


def _texts(row: Row) -> tuple[str, ...]:
    return tuple(fold(str(cell)) for cell in row if cell is not None and str(cell).strip())


def find_tables(sheet: Sheet, known: Known, head: int | None = None) -> list[FoundTable]:
    """Return the tables of a sheet, those side by side too. `known` tells headings met before; `head` is the row of
    headings, −1 for none."""
    if not any(_texts(row) for row in sheet.rows[:1_000]):
        return []
    return [table for one in side_by_side(sheet, known) for table in _find_tables(one, known, head)]


def _find_tables(sheet: Sheet, known: Known, head: int | None) -> list[FoundTable]:
    rows = sheet.rows
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
    own = {(column, cell) for column, cell in enumerate(rows[place]) if not _blank(cell)}
    above = own & set(enumerate(rows[place - 1])) if place else set()
    below = own & set(enumerate(rows[place + 1])) if place + 1 < len(rows) else set()
    return len(above) >= 2 or len(below) >= 2 or bool(above & below)


def _is_upper(sheet: Sheet, place: int) -> bool:
    """Tell whether a row only groups the headings of the next one: it has gaps where the next one has headings."""
    if place + 1 >= len(sheet.rows):
        return False
    upper, lower = sheet.rows[place], sheet.rows[place + 1]
    named = [column for column, cell in enumerate(lower) if not _blank(cell)]
    gaps = [column for column in named if column >= len(upper) or _blank(upper[column])]
    inside = [column for column in gaps if not all(_blank(cell) for cell in upper[:column])]
    texts = tuple(cell for cell in lower if not _is_year(cell))  # “Budget / 2024” is a heading too
    return bool(inside) and any(map(shape, texts)) and _is_heading_like(texts) and len(inside) < len(named) + 1


def _blank(cell: object) -> bool:
    """Tell whether a cell is empty; some programs write empty texts."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


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
    shapes = column_shapes([row for row in rows[top + 2 : top + 2 + _SAMPLED] if _texts(row)], sheet.width)
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
    while place > first and len(_texts(sheet.rows[place - 1])) <= 1:
        place -= 1
    return place


def _table(sheet: Sheet, top: int, first: int, last: int, start: int = 0) -> FoundTable:
    above = tuple(str(cell).strip() for row in sheet.rows[start:top] for cell in row if cell is not None)
    counts = sorted(count for row in sheet.rows[first : first + _SAMPLED] if (count := len(_texts(row))))
    filled = counts[len(counts) // 2] if counts else 1
    repeated = frozenset(_texts(sheet.rows[place]) for place in range(top, first))
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
    if _blank(value):
        value = next((sheet.value(area.top, area.left) for area in sheet.merged if area.holds(place, column)), None)
    if _blank(value) and not last_row and not _blank(sheet.value(place + 1, column)):
        to_the_left = (sheet.value(place, left) for left in range(column, -1, -1))
        value = next((one for one in to_the_left if not _blank(one)), None)
    return " ".join(str(value).split()) if value is not None else ""


def _unlike(headings: Mapping[int, str]) -> dict[int, str]:
    seen: Collection[str] = set()
    named: dict[int, str] = {}
    for column, text in headings.items():
        key = fold(text)
        named[column] = f"{text} ({column_letters(column)})" if key in seen else text
        seen = {*seen, key}
    return named


def joined(parts: Sequence[FoundTable], around: str, lang: str) -> list[FoundTable]:
    """Return the pieces of one table, each with what its rows look like and what its sheet's name says: a period, and a
    column of its own where the pieces stand on several sheets."""
    width = max(max(part.headings) for part in parts) + 1
    kinds = [kind for kind in LOOKS if any(_look_of(part, kind, lang) for part in parts)]
    several = len({part.sheet.name for part in parts}) > 1
    found = []
    for part in parts:
        period = period_of(part.sheet.name, (*part.above, around))
        looks = tuple((width + at, _look_of(part, kind, lang)) for at, kind in enumerate(kinds))
        more = {width + at: LOOKS[kind].said(lang) for at, kind in enumerate(kinds)}
        called = None
        if several:
            named = period.words if period and period.month and period.words else part.sheet.name
            called = (width + len(kinds), named)
            more[width + len(kinds)] = _SHEET.said(lang)
        headings = {**part.headings, **more}
        found.append(replace(part, period=period, headings=headings, called=called, looks=looks))
    return found


def _look_of(part: FoundTable, kind: str, lang: str) -> dict[int, str]:
    """Return what the rows of a table look like, in words; nothing where all of them look alike."""
    seen = {row: text for row, text in part.sheet.looks.get(kind, {}).items() if part.first <= row < part.last}
    if not seen or (kind != "comment" and len(seen) >= part.last - part.first and len(set(seen.values())) == 1):
        return {}
    return {row: _LOOK_WORDS[text].said(lang) if text in _LOOK_WORDS else text for row, text in seen.items()}


def rows_of(parts: Sequence[FoundTable]) -> Iterator[tuple[FoundTable, int, Row]]:
    """Yield the rows of all pieces of a table with their place, their cells in the columns of the first piece."""
    for part in parts:
        order = order_of(part, parts[0])
        for place, row in part.rows():
            if order is None:
                yield part, place, row
            else:
                yield part, place, tuple(row[at] if at is not None and at < len(row) else None for at in order)


def order_of(part: FoundTable, first: FoundTable) -> list[int | None] | None:
    """Return where the columns of the first piece stand in another one; None where they stand alike."""
    if part.headings == first.headings:
        return None
    by_heading = {fold(text): column for column, text in part.headings.items()}
    return [by_heading.get(fold(first.headings.get(column, ""))) for column in range(max(first.headings) + 1)]


def same_kind(tables: Sequence[FoundTable], chosen: FoundTable) -> list[FoundTable]:
    """Return the tables with the headings of one: the months of a year, each on its sheet."""
    return [
        table
        for table in tables
        if table is chosen
        or (table.titled and chosen.titled and len(table.signature & chosen.signature) >= 0.8 * len(chosen.signature))
    ]
