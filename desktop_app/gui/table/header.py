"""The headings of a list: an arrow on each column that sorts it, a menu on each, and columns that are moved by hand."""

from collections.abc import Mapping

from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QStyleOptionHeader, QWidget

from desktop_app.gui import icons, theme
from desktop_app.gui.table.model import TableModel
from desktop_app.gui.theme import look

_PADDING, _ARROW, _GAP = 10, 12, 4  # the padding as in the stylesheet


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
        """Leave room beside the words for the arrow: Qt would put its own over them, at the edge of the column."""
        super().initStyleOptionForIndex(option, logicalIndex)
        option.sortIndicator = QStyleOptionHeader.SortIndicator.None_
        if logicalIndex in self._orders:
            option.text = self._words(logicalIndex)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        """Put the arrow beside the words of each column that sorts the list."""
        super().paintSection(painter, rect, logicalIndex)
        if logicalIndex in self._orders:
            name = "chevron-down" if self._orders[logicalIndex] else "chevron-up"
            icons.paint(painter, name, theme.now().muted, self.arrow_place(rect, logicalIndex))

    def arrow_place(self, rect: QRect, column: int) -> QRectF:
        """Return where the arrow of a column stands: after its words, before those that stand at the right."""
        side, gap = look.px(_ARROW), look.px(_GAP)
        taken = _PADDING + self._metrics().horizontalAdvance(self._words(column)) + gap
        left = rect.right() + 1 - taken - side if self._stands_right(column) else rect.left() + taken
        return QRectF(left, rect.center().y() + 1 - side / 2, side, side)

    def _words(self, column: int) -> str:
        """Return the heading, shortened where it and the arrow find no room."""
        room = self.sectionSize(column) - 2 * _PADDING - look.px(_ARROW) - look.px(_GAP)
        words = str(self.model().headerData(column, Qt.Orientation.Horizontal) or "")
        return self._metrics().elidedText(words, Qt.TextElideMode.ElideRight, room)

    def _stands_right(self, column: int) -> bool:
        place = self.model().headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        return bool(place & Qt.AlignmentFlag.AlignRight)

    @staticmethod
    def _metrics() -> QFontMetrics:
        return QFontMetrics(look.font(theme.SMALL_PX, bold=True))

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
