"""The sheet that covers a window while files are dragged over it, and says what will happen to them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from desktop_app.gui import icons
from desktop_app.gui.parts import column, label, look_as
from desktop_app.gui.theme import look

MARGIN = 24


class DropSheet(QFrame):
    """An icon, what will be done in large words, and below it what that means."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        look_as(self, "popup")
        self._picture, self.words, self.below = QLabel(), label("", "title", wrap=True), label("", "muted", wrap=True)
        for part in (self._picture, self.words, self.below):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setLayout(column(None, self._picture, self.words, self.below, None, spacing=12, margins=(16, 16, 16, 16)))
        self.hide()

    def cover(self, icon: str, words: str, below: str) -> None:
        """Say what will happen, over all of the widget."""
        side = look.px(48)
        self._picture.setPixmap(icons.icon(icon, "accent").pixmap(side, side))
        self.words.setText(words)
        self.below.setText(below)
        self.setGeometry(self._over.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN))
        self.show()
        self.raise_()
