"""A block of cells, as in a spreadsheet: Shift with ← → begins it, as does the mouse drawn over several cells.

Without a block whole rows are selected, and Delete means records; with one it means cells. Escape, an arrow or a click
goes back to rows.
"""

from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView

from desktop_app.gui.lists.record_list import RecordList


@cache
def _arrows() -> dict[int, tuple[int, int]]:
    """Return by how many columns and rows each arrow moves; the first rows of a list need no names of keys."""
    key = Qt.Key
    return {key.Key_Left: (-1, 0), key.Key_Right: (1, 0), key.Key_Up: (0, -1), key.Key_Down: (0, 1)}


class Place(NamedTuple):
    """A cell, by its row and its column as they stand on the screen."""

    row: int
    column: int


class Block(QObject):
    """The block of cells of one list; `changed` when it begins, grows or ends."""

    changed = Signal()

    def __init__(self, list_: RecordList, parent: QObject) -> None:
        super().__init__(parent)
        self._list, self._table = list_, list_.table
        self._anchor, self._corner = Place(0, 0), Place(0, 0)
        self._pressed: Place | None = None
        list_.model.modelAboutToBeReset.connect(self.end)
        self._table.selectionModel().currentChanged.connect(self._on_current)
        self._table.viewport().installEventFilter(self)

    @property
    def active(self) -> bool:
        """Whether cells are selected rather than rows."""
        return self._table.selectionBehavior() == QAbstractItemView.SelectionBehavior.SelectItems

    @property
    def rows(self) -> range:
        """The rows of the block, or the current one."""
        if not self.active:
            row = self._table.currentIndex().row()
            return range(max(0, row), row + 1)
        return range(min(self._anchor.row, self._corner.row), max(self._anchor.row, self._corner.row) + 1)

    @property
    def columns(self) -> list[int]:
        """The columns of the block by their numbers, in the order on the screen; or the current one."""
        if not self.active:
            return [max(0, self._table.currentIndex().column())]
        first, last = sorted((self._anchor.column, self._corner.column))
        return [self._table.horizontalHeader().logicalIndex(place) for place in range(first, last + 1)]

    def columns_from_here(self) -> list[int]:
        """Return the columns from the first one of the block to the last one of the list."""
        header = self._table.horizontalHeader()
        first = header.visualIndex(self.columns[0])
        return [header.logicalIndex(place) for place in range(first, header.count())]

    # Keys --------------------------------------------------------------------------------------------------------

    def on_key(self, event: QKeyEvent) -> bool:
        """Begin, change or end the block; whether the key is used up."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        key, keys = event.key(), Qt.Key
        columns, rows = _arrows().get(key, (0, 0))
        if shift and (columns or (rows and self.active)):
            if not self.active:
                self._begin_at_rows()
            self._grow(columns, rows, to_the_end=control)
            return True
        if self.active and (key == keys.Key_Escape or (key == keys.Key_Space and shift)):
            self.end()
            return True
        moves = columns or rows or key in (keys.Key_Home, keys.Key_End, keys.Key_PageUp, keys.Key_PageDown)
        if self.active and (moves or (control and key == keys.Key_A)):
            self.end()
        return False

    def _begin_at_rows(self) -> None:
        """Begin at the current cell, over the rows that are selected together with it."""
        index = self._table.currentIndex()
        column = self._table.horizontalHeader().visualIndex(max(0, index.column()))
        rows = self._table.selected_rows()
        row = index.row()
        together = bool(rows) and rows[-1] - rows[0] == len(rows) - 1 and row in (rows[0], rows[-1])
        other = (rows[0] if row == rows[-1] else rows[-1]) if together else row
        self.select(Place(other, column), Place(row, column))

    def _grow(self, columns: int, rows: int, *, to_the_end: bool) -> None:
        last_row, last_column = self._list.model.rowCount() - 1, self._table.horizontalHeader().count() - 1
        if to_the_end:
            columns, rows = columns * (last_column + 1), rows * (last_row + 1)
        row = min(last_row, max(0, self._corner.row + rows))
        column = min(last_column, max(0, self._corner.column + columns))
        self.select(self._anchor, Place(row, column))

    def select(self, anchor: Place, corner: Place) -> None:
        """Select the cells between two corners."""
        self._anchor, self._corner = anchor, corner
        table, model, header = self._table, self._list.model, self._table.horizontalHeader()
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        chosen = QItemSelection()
        for column in self.columns:
            cells = QItemSelection(model.index(self.rows[0], column), model.index(self.rows[-1], column))
            chosen.merge(cells, QItemSelectionModel.SelectionFlag.Select)
        flags = QItemSelectionModel.SelectionFlag
        start = model.index(anchor.row, header.logicalIndex(anchor.column))
        table.selectionModel().setCurrentIndex(start, flags.NoUpdate)
        table.selectionModel().select(chosen, flags.ClearAndSelect)
        table.scrollTo(model.index(corner.row, header.logicalIndex(corner.column)))
        self.changed.emit()

    def end(self) -> None:
        """Go back to rows: the current one is selected."""
        if not self.active:
            return
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        flags = QItemSelectionModel.SelectionFlag
        index = self._table.currentIndex()
        self._table.selectionModel().select(index, flags.ClearAndSelect | flags.Rows)
        self.changed.emit()

    def _on_current(self, index: QModelIndex) -> None:
        """End the block when somebody goes elsewhere."""
        column = self._table.horizontalHeader().visualIndex(index.column())
        if self.active and (index.row(), column) != self._anchor:
            self.end()

    # Mouse -------------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draw a block with the left button."""
        if isinstance(event, QMouseEvent):
            if event.type() == QEvent.Type.MouseButtonPress:
                return self._on_press(event)
            if event.type() == QEvent.Type.MouseMove and event.buttons() & Qt.MouseButton.LeftButton:
                return self._on_drag(event.position().toPoint())
            if event.type() == QEvent.Type.MouseButtonRelease:
                self._pressed = None
        return super().eventFilter(watched, event)

    def _on_press(self, event: QMouseEvent) -> bool:
        place = self._place_at(event.position().toPoint())
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.button() == Qt.MouseButton.RightButton and self.active and place and self._holds(place):
            return True  # the menu is about the block
        if self.active and shift and place:
            self.select(self._anchor, place)
            return True
        self.end()
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        self._pressed = place if event.button() == Qt.MouseButton.LeftButton and plain else None
        return False

    def _holds(self, place: Place) -> bool:
        header = self._table.horizontalHeader()
        return place.row in self.rows and header.logicalIndex(place.column) in self.columns

    def _on_drag(self, point: QPoint) -> bool:
        if self._pressed is None:
            return False
        inside = self._table.viewport().rect()
        point = QPoint(min(max(point.x(), 0), inside.right()), min(max(point.y(), 0), inside.bottom()))
        place = self._place_at(point)
        if place is not None and (self.active or place != self._pressed):
            self.select(self._pressed, place)
        return True

    def _place_at(self, point: QPoint) -> Place | None:
        index = self._table.indexAt(point)
        if not index.isValid():
            return None
        return Place(index.row(), self._table.horizontalHeader().visualIndex(index.column()))
