"""How high a part of a report will be, roughly: what surely fits on its page need not be measured while it is typeset."""

from math import ceil

from desktop_app.reports.description import (
    Bars,
    Block,
    Facts,
    Figure,
    Paper,
    Row,
    Section,
    Table,
    Text,
    Tiles,
    TwoLines,
    WorldMap,
    said,
)

_HEADING, _TABLE, _ROW, _LINE, _CODE, _PAIR, _GRAPHIC = 36.0, 18.0, 16.4, 11.0, 22.0, 14.0, 170.0  # points
TITLE = 140.0  # what the letterhead and the title take of the first page
_TILES = 80.0  # a line of four
_BARS = 130.0
_LEGEND = 48.0  # above and below a map
MARGIN = 16.0  # millimetres at each side, as in house.typ
_FOOT = 18.0  # millimetres above and below what stands on a page, as in house.typ
_POINTS = 72 / 25.4
_A_LETTER = 4.6  # points that a letter takes at 8 points


def room(paper: Paper) -> tuple[float, float]:
    """Return the width and the height, in points, of what stands on a page."""
    return (paper.width - 2 * MARGIN) * _POINTS, (paper.height - 2 * _FOOT) * _POINTS


def height(section: Section, lang: str, width: float) -> float:
    """Return the height of a section in points, on the safe side."""
    return (_HEADING if section.title else 0.0) + sum(_high(block, lang, width) for block in section.blocks)


def _high(block: Block, lang: str, width: float) -> float:
    match block:
        case Text(text=text):
            return 16.0 + 13.0 * sum(ceil(len(line) * _A_LETTER / width) for line in text.split("\n"))
        case Facts(pairs=pairs):
            return 9.0 + sum(_PAIR * max(1, ceil(len(text) * _A_LETTER / (width * 0.65))) for _words, text in pairs)
        case Table(rows=rows):
            return (
                _TABLE
                + _CODE
                + (20.0 if block.title else 0.0)
                + sum(_row(row, block, lang, width) if isinstance(row, Row) else 24.0 for row in rows)
            )
        case Tiles(figures=figures):
            return _TILES * ceil(len(figures) / 4)
        case Bars():
            return _BARS
        case WorldMap(tallest=tallest):
            return tallest + _LEGEND
    return _GRAPHIC


def _row(row: Row, table: Table, lang: str, width: float) -> float:
    """Return the height of a row by its cell with most lines; a column without a share is as wide as what it holds."""
    shares = sum(column.share for column in table.columns) or 1.0
    room = width * (0.58 if table.narrow else 0.9)
    lines = 1
    for cell, column in zip(row.cells, table.columns, strict=False):
        if column.share and cell is not None and not isinstance(cell, Figure):
            letters = max(4.0, room * 0.75 * column.share / shares / _A_LETTER)
            own = ceil(len(said(cell, lang)) / letters)
            lines = max(lines, own + (ceil(len(cell.below) / letters) if isinstance(cell, TwoLines) else 0))
    return _ROW + (lines - 1) * _LINE
