"""One table that stands in several pieces: the months of a year, each on its sheet, with what their rows look like."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop_app.domain.text import fold
from desktop_app.domain.words import Words
from desktop_app.excel.sheets import Row
from desktop_app.importers.found_table import FoundTable
from desktop_app.importers.months import period_of

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


def same_kind(tables: Sequence[FoundTable], chosen: FoundTable) -> list[FoundTable]:
    """Return the tables with the headings of one: the months of a year, each on its sheet."""
    return [
        table
        for table in tables
        if table is chosen
        or (table.titled and chosen.titled and len(table.signature & chosen.signature) >= 0.8 * len(chosen.signature))
    ]


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
