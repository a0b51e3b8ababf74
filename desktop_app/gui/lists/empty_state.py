"""What stands where a list has nothing to show: why, and the next step."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desktop_app.gui import icons
from desktop_app.gui.parts import column, label, row
from desktop_app.gui.theme import look


class EmptyState(QWidget):
    """An icon, a sentence and at most two buttons."""

    def __init__(self, icon: str, *buttons: QPushButton) -> None:
        super().__init__()
        self._icon = icon
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words = label("", "muted", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setMinimumWidth(320)
        line = row(None, *buttons, None)
        body = column(None, self._picture, self.words, line, None, None, spacing=12)
        self.setLayout(row(None, body, None))
        look.changed.connect(self._restyle)
        self._restyle()

    def say(self, text: str) -> None:
        """Say why nothing is there, and what to do."""
        self.words.setText(text)

    def _restyle(self) -> None:
        side = look.px(40)
        self._picture.setPixmap(icons.icon(self._icon, "faint").pixmap(side, side))
