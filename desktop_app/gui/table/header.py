"""The headings of a list: an arrow on each column that sorts it, a menu on each, and columns that are moved by hand."""

from collections.abc import Mapping

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QHeaderView, QStyleOptionHeader, QWidget

from desktop_app.gui.table.model import TableModel


class Header(QHeaderView):
    """The headings across a list."""

    menu_asked = Signal(int, QPoint)  # column, place on the screen
    moved = Signal(int, int)  # a column was taken from one place to another by hand

    def __init__(self, model: TableModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._orders: Mapping[int, bool] = {}
        self._putting_back = False
        self.setModel(model)
        # A selection of its own, always empty: to paint a heading Qt asks of every row whether it is selected.
        self.setSelectionModel(QItemSelectionModel(model, self))
        self.setHighlightSections(False)
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setSortIndicatorShown(True)
        self.setMinimumSectionSize(48)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.sectionMoved.connect(self._on_moved)

    def show_orders(self, orders: Mapping[int, bool]) -> None:
        """Show which columns sort the list, the first first; true for descending."""
        self._orders = orders
        first = next(iter(orders), -1)
        self.blockSignals(True)
        order = Qt.SortOrder.DescendingOrder if orders.get(first) else Qt.SortOrder.AscendingOrder
        self.setSortIndicator(first, order)
        self.blockSignals(False)
        self.viewport().update()

    def initStyleOptionForIndex(self, option: QStyleOptionHeader, logicalIndex: int) -> None:  # noqa: N803  (Qt gives it by name)
        """Give an arrow to the other columns that sort the list, too."""
        super().initStyleOptionForIndex(option, logicalIndex)
        if logicalIndex in self._orders:
            # Qt's arrows say where the small ones are: up for the smallest first.
            down = self._orders[logicalIndex]
            kind = QStyleOptionHeader.SortIndicator
            option.sortIndicator = kind.SortUp if down else kind.SortDown

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of the heading below the mouse."""
        column = self.logicalIndexAt(event.pos())
        if column >= 0:
            self.menu_asked.emit(column, event.globalPos())

    def place_below(self, column: int) -> QPoint:
        """Return where a menu of a column opens that was asked for from the keyboard."""
        return self.mapToGlobal(QPoint(self.sectionViewportPosition(column), self.height()))

    def _on_moved(self, _logical: int, before: int, after: int) -> None:
        # The list itself keeps the order of its columns: Qt's own is put back, and the list told.
        if not self._putting_back:
            self._putting_back = True
            self.moveSection(after, before)
            self._putting_back = False
            self.moved.emit(before, after)
