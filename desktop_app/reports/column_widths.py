"""How wide the columns of a table in a Word document are: no word is cut in two where there is room for it elsewhere."""

from collections.abc import Sequence
from typing import Any

from desktop_app.reports.description import Column, Row, Table, TwoLines, said

_A_LETTER, _A_BOLD_LETTER = 105, 125  # twips that a letter of 8 points takes


def column_widths(table: Table, lang: str, room: int) -> list[int]:
    """Return the width of each column: as wide as what it holds where it has no share, else its share of the rest."""
    rows = [row for row in table.rows[:500] if isinstance(row, Row)]
    fixed = {
        place: _needed(place, column, rows, lang) for place, column in enumerate(table.columns) if not column.share
    }
    shares = sum(column.share for column in table.columns)
    if not shares:
        scale = room / max(1, sum(fixed.values()))
        return [round(fixed[place] * min(scale, 2)) for place in range(len(table.columns))]
    most = round(room * 0.75)
    scale = min(1.0, most / max(1, sum(fixed.values())))
    fixed = {place: round(width * scale) for place, width in fixed.items()}
    rest = room - sum(fixed.values())
    shared = {place: rest * column.share / shares for place, column in enumerate(table.columns) if column.share}
    least = {place: _longest_word(place, table.columns[place], rows, lang) for place in shared}
    fixed |= _no_word_cut(shared, least)
    return [fixed[place] for place in range(len(table.columns))]


def _no_word_cut(shared: dict[int, float], least: dict[int, int]) -> dict[int, int]:
    """Return the widths of columns that share the rest: one narrower than its longest word takes from those with room."""
    lacking = sum(max(0.0, least[place] - width) for place, width in shared.items())
    spare = sum(max(0.0, width - least[place]) for place, width in shared.items())
    part = lacking / spare if spare > lacking else 0.0
    widths = {
        place: width - (width - least[place]) * part if width > least[place] else float(least[place])
        for place, width in shared.items()
    }
    return {place: round(width) for place, width in (widths if part else shared).items()}


def _longest_word(place: int, column: Column, rows: Sequence[Row], lang: str) -> int:
    cells = [row.cells[place] for row in rows if place < len(row.cells)]
    texts = [
        column.title,
        *(said(cell, lang) for cell in cells),
        *(cell.below for cell in cells if isinstance(cell, TwoLines)),
    ]
    return min(2000, max((len(word) for text in texts for word in text.split()), default=0) * _A_BOLD_LETTER) + 200


def _needed(place: int, column: Column, rows: Sequence[Row], lang: str) -> int:
    texts: list[Any] = [said(row.cells[place], lang) for row in rows if place < len(row.cells)]
    longest = max((len(text) for text in texts), default=0)
    # No word of a heading, which is bold, is cut in two.
    word = max((len(word) for word in column.title.split()), default=0)
    letter = _A_BOLD_LETTER if column.strong else _A_LETTER
    return max(min(2600, max(longest * letter, len(column.title) * _A_LETTER)), word * _A_BOLD_LETTER) + 200
