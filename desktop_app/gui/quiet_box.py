"""A list to choose from that a passing wheel does not change; what has no room in it ends with …."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

_AIR = 2  # pixels that the style leaves beside the words


class QuietBox(QComboBox):
    """A combo box that the wheel does not change while one scrolls the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_data(self, data: object) -> None:
        """Choose an entry by what it stands for; the first where there is none."""
        self.setCurrentIndex(max(0, self.findData(data)))

    def whole_width(self) -> int:
        """Return the width that what is chosen needs to be read whole."""
        words = self.fontMetrics().horizontalAdvance(self.currentText())
        return words + _AIR + self.width() - self._for_words(self._drawn()).width()

    def _drawn(self) -> QStyleOptionComboBox:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        return option

    def _for_words(self, option: QStyleOptionComboBox) -> QRect:
        part = QStyle.SubControl.SC_ComboBoxEditField
        return self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint as every list is, but no half letters at the end."""
        painter, option = QStylePainter(self), self._drawn()
        room = self._for_words(option).width()
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()
