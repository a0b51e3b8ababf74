"""One condition of a list in words, as a button: a click changes it, its cross or Delete takes it away."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton

from desktop_app.gui import icons
from desktop_app.gui.theme import look
from desktop_app.gui.words import tr

_AWAY = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class FilterChip(QPushButton):
    """A condition, with a cross at its right end."""

    removed = Signal()

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self._words = words
        self.setProperty("kind", "filter")
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the icon stands at the right
        self.setIcon(icons.icon("x", "filter_text"))
        look.size_icon(self, 21, 13)  # wider than high: the cross stands a little apart from the words
        self.setToolTip(tr("{filter}. Click to change it, the cross takes it away.").format(filter=words))
        self.setAccessibleName(tr("Filter: {filter}").format(filter=words))

    def sizeHint(self) -> QSize:
        """Ask for room for all words, whatever is shown of them."""
        hint = super().sizeHint()
        return QSize(hint.width() + self._advance(self._words) - self._advance(self.text()), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many words as have room; the tool tip says all."""
        super().resizeEvent(event)
        room = self.width() - (self.sizeHint().width() - self._advance(self._words)) + 1  # widths are rounded down
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        if shown != self.text():
            self.setText(shown)

    def _advance(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take the condition away when the cross was clicked."""
        point = event.position().toPoint()
        if self.rect().contains(point) and point.x() > self.width() - look.px(26):
            self.setDown(False)
            self.removed.emit()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the condition away on Delete."""
        if event.key() in _AWAY:
            self.removed.emit()
        else:
            super().keyPressEvent(event)
