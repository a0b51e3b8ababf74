"""Instruments by type: a bar for each, as long as its count, which opens the list."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter

from desktop_app.gui import hues, theme
from desktop_app.gui.dashboard.row import RowButton
from desktop_app.gui.ink import Ink
from desktop_app.gui.theme import look
from desktop_app.gui.words import figure, labelled, tr
from desktop_app.store.overview import OfType


class Bar(RowButton):
    """One type: its code, its bar, its number."""

    height_px = 30

    def __init__(self, of_type: OfType, most: int) -> None:
        running = tr("%n running instrument(s)", "", of_type.number)
        super().__init__(labelled(of_type.code, running), tr("Opens the list of them"))
        self.of_type, self._most = of_type, most

    def paint_row(self, painter: QPainter, rect: QRect) -> None:
        """Paint the code, the bar and the number."""
        now, ink, small = theme.now(), Ink(look.font()), Ink(look.font(theme.SMALL_PX))
        left, number = look.px(76), figure(self.of_type.number)
        ink.write(painter, QRect(look.px(4), 0, left - look.px(8), rect.height()), self.of_type.code, QColor(now.text))
        room = rect.width() - left - look.px(44)
        length = max(look.px(3), round(room * self.of_type.number / max(1, self._most)))
        thick = look.px(9)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(now.chips[hues.of_type(self.of_type.code).hue].text))
        painter.drawRoundedRect(left, rect.center().y() - thick // 2, length, thick, 2, 2)
        at = QRect(left + length + look.px(6), 0, look.px(60), rect.height())
        small.write(painter, at, number, QColor(now.muted))
