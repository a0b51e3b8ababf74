"""All cells of a list that are to be painted anew, in one go.

Qt would ask Python seven times for each cell, and each time wait for whatever computes in the background: during an import a
painting of some hundredths of a second took several tenths.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QTableView

from desktop_app.gui.table.cells import CellDelegate

_PAINTING = 0.1  # seconds: longer than any list takes


class _Column(NamedTuple):
    number: int
    left: int
    width: int


def paint_cells(view: QTableView, cells: CellDelegate, area: QRect) -> None:
    """Paint the cells of a list that lie in some part of it."""
    columns, rows = _columns(view, area), _rows(view, area)
    if not columns:
        return
    cells.make_ready(rows)
    painter = QPainter(view.viewport())
    with _in_one_go():
        for row in rows:
            top, height = view.rowViewportPosition(row), view.rowHeight(row)
            for column in _spanned(columns, view.columnSpan(row, 0)):
                rect = QRect(column.left, top, column.width, height)
                cells.paint_cell(painter, rect, row, column.number)
    painter.end()


def _columns(view: QTableView, area: QRect) -> list[_Column]:
    places = (
        _Column(number, view.columnViewportPosition(number), view.columnWidth(number))
        for number in range(view.model().columnCount())
        if not view.isColumnHidden(number)
    )
    return [one for one in places if one.left <= area.right() and one.left + one.width > area.left()]


def _rows(view: QTableView, area: QRect) -> range:
    first, last = view.rowAt(area.top()), view.rowAt(area.bottom())
    if first < 0:
        return range(0)
    return range(first, (last if last >= 0 else view.model().rowCount() - 1) + 1)


def _spanned(columns: list[_Column], span: int) -> list[_Column]:
    """Return the places of a row whose first cell takes those of some others as well."""
    if span == 1:
        return columns
    over = [one for one in columns if one.number < span]
    if not over:
        return columns
    whole = _Column(0, over[0].left, sum(one.width for one in over))
    return [whole, *(one for one in columns if one.number >= span)]


@contextmanager
def _in_one_go() -> Iterator[None]:
    """Have other threads wait: Python would hand the turn on to them again and again, and one paints at a third of the speed.

    Only for what neither reads nor waits, as getting the turn back would take as long.
    """
    usual = sys.getswitchinterval()
    sys.setswitchinterval(_PAINTING)
    try:
        yield
    finally:
        sys.setswitchinterval(usual)
