"""The first column, kept in sight while the others are scrolled sideways."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHeaderView, QTableView

from desktop_app.gui.table.painting import paint_cells
from desktop_app.gui.theme import look

if TYPE_CHECKING:
    from desktop_app.gui.table.view import Table


EDGE = 2  # the line at its right, as in the stylesheet
_REST = 120  # pixels of a column of which the beginning is covered: scraps of words, which are covered as well


class FrozenColumn(QTableView):
    """A second view of the same rows, over the left edge of the first; it shows only while the first is scrolled."""

    def __init__(self, table: "Table") -> None:
        super().__init__(table)
        self._table = table
        self.wanted = False
        self.setObjectName("frozen")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(table.verticalScrollMode())
        self.setEditTriggers(table.editTriggers())
        self.setSelectionBehavior(table.selectionBehavior())
        self.setSelectionMode(table.selectionMode())
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.hide()
        table.horizontalScrollBar().valueChanged.connect(self.follow)
        table.horizontalHeader().sectionResized.connect(self.follow)
        table.horizontalHeader().sectionClicked.connect(self.follow)

    def follow(self, *_anything: object) -> None:
        """Show or hide, and lie exactly over the first column."""
        table = self._table
        seen = self.wanted and table.horizontalScrollBar().value() > 0 and table.rows.columnCount() > 1
        if not seen:
            self.hide()
            return
        if self.model() is None:
            self._begin()
        width = table.columnWidth(0) + self._rest(table.columnWidth(0))
        self.horizontalHeader().setFixedHeight(table.horizontalHeader().height())
        self.verticalHeader().setDefaultSectionSize(table.cells.row_height())
        for column in range(table.rows.columnCount()):
            self.setColumnHidden(column, column != 0)
        self.setColumnWidth(0, width)
        frame = table.frameWidth()
        height = table.horizontalHeader().height() + table.viewport().height()
        self.setGeometry(frame, frame, width + EDGE, height)
        self.show()
        self.raise_()
        self.verticalScrollBar().setValue(table.verticalScrollBar().value())

    def _rest(self, width: int) -> int:
        """Return what is seen of a column that this one covers for the most part, unless it is worked in."""
        table = self._table
        half = table.columnAt(width + EDGE)
        left = table.columnViewportPosition(half)
        if half <= 0 or left >= width or half == table.currentIndex().column():
            return 0
        rest = left + table.columnWidth(half) - width
        return rest if rest < min(look.px(_REST), table.columnWidth(half) * 0.6) else 0

    def _on_current(self, current: QModelIndex) -> None:
        self.follow()
        self.uncover(current.column())

    def uncover(self, column: int) -> None:
        """Scroll a column out from under this one."""
        hidden = self.width() - self._table.columnViewportPosition(column)
        if self.isVisible() and column > 0 and hidden > 0:
            bar = self._table.horizontalScrollBar()
            bar.setValue(bar.value() - hidden)

    def _begin(self) -> None:
        table = self._table
        table.selectionModel().currentColumnChanged.connect(lambda current, _before: self._on_current(current))
        self.setModel(table.rows)
        self.setSelectionModel(table.selectionModel())
        self.horizontalHeader().setSelectionModel(QItemSelectionModel(table.rows, self))
        self.setItemDelegate(table.cells)
        self.horizontalHeader().setDefaultAlignment(table.horizontalHeader().defaultAlignment())
        self.verticalScrollBar().valueChanged.connect(table.verticalScrollBar().setValue)
        table.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.doubleClicked.connect(table.doubleClicked)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells as the table does."""
        paint_cells(self, self._table.cells, event.rect())

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Paint the selection without telling screen readers twice."""
        del selected, deselected
        self.viewport().update()
