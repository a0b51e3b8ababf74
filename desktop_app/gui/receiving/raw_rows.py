"""The first rows of a sheet as its sender wrote them, with the row of the headings; another row is chosen by a click."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from desktop_app.gui.theme import look

WIDEST = 280


class RawRows(QTableWidget):
    """Rows as they stand; `chosen` gives the row, counted from 1, that holds the headings."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setShowGrid(True)
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.cellDoubleClicked.connect(lambda place, _column: self.chosen.emit(place + 1))
        look.changed.connect(self._restyle)
        self._restyle()

    def show_rows(self, letters: Sequence[str], rows: Sequence[Sequence[str]], heading: int) -> None:
        """Show rows; `heading` is the row of the headings counted from 1, 0 where there is none."""
        self.clear()
        self.setColumnCount(len(letters))
        self.setHorizontalHeaderLabels(list(letters))
        self.setRowCount(len(rows))
        for place, cells in enumerate(rows):
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                font = item.font()
                font.setBold(place == heading - 1)
                item.setFont(font)
                self.setItem(place, column, item)
        self.resizeColumnsToContents()
        for column in range(len(letters)):
            self.setColumnWidth(column, max(look.px(60), min(self.columnWidth(column) + look.px(12), look.px(WIDEST))))
        if heading:
            self.selectRow(heading - 1)
        else:
            self.clearSelection()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the selected row as the headings on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self.chosen.emit(self.currentRow() + 1)
        else:
            super().keyPressEvent(event)

    def _restyle(self) -> None:
        self.verticalHeader().setDefaultSectionSize(look.px(28))
        self.horizontalHeader().setFixedHeight(look.px(28))
