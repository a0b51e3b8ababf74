"""An icon that stands by itself and follows the theme and the text size."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop_app.gui import icons
from desktop_app.gui.theme import look


class Picture(QLabel):
    """A picture that only repeats what words beside it say, and so has no name of its own."""

    def __init__(self, icon: str, role: str = "muted", side: int = 16) -> None:
        super().__init__()
        self._icon, self._role, self._side = icon, role, side
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        look.changed.connect(self._paint)
        self._paint()

    def _paint(self) -> None:
        side = look.px(self._side)
        self.setPixmap(icons.icon(self._icon, self._role).pixmap(side, side))
