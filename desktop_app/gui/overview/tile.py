"""A key figure: its number large, what it counts below; it opens the list that it counts."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter

from desktop_app.gui import theme
from desktop_app.gui.dashboard.row import RowButton
from desktop_app.gui.ink import Ink
from desktop_app.gui.theme import look
from desktop_app.gui.words import figure, labelled, tr

_LARGE_PX, _PAD = 20, 10


class Tile(RowButton):
    """One key figure."""

    height_px = 56

    def __init__(self, number: int, words: str) -> None:
        super().__init__(labelled(words, figure(number)), tr("Opens the list of them"))
        self.number, self._words = number, words
        self.setToolTip(self.text())

    def sizeHint(self) -> QSize:
        """Be as wide as the words or the number."""
        widest = max(Ink(look.font(theme.SMALL_PX)).width(self._words), self._large().width(figure(self.number)))
        return QSize(max(look.px(72), widest + 2 * look.px(_PAD) + 2), look.px(self.height_px))

    def minimumSizeHint(self) -> QSize:
        """Return the least room."""
        return self.sizeHint()

    def _large(self) -> Ink:
        return Ink(look.font(_LARGE_PX, bold=True))

    def paint_row(self, painter: QPainter, rect: QRect) -> None:
        """Paint the number and its words."""
        now, pad = theme.now(), look.px(_PAD)
        inside = rect.adjusted(pad, look.px(6), -pad, -look.px(6))
        upper, lower = QRect(inside), QRect(inside)
        upper.setHeight(look.px(26))
        lower.setTop(upper.bottom())
        self._large().write(painter, upper, figure(self.number), QColor(now.accent if self.number else now.muted))
        Ink(look.font(theme.SMALL_PX)).write(painter, lower, self._words, QColor(now.muted))
