"""A font ready to write with: how wide its words are and how they are cut, remembered from one painting to the next."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

KEPT = 8_000


class Ink:
    """Writes words of one font into rectangles, on one line, with … where there is no room."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetrics(font)
        self._above = self._metrics.ascent() - self._metrics.descent()
        self._cut: dict[tuple[str, int], str] = {}
        self._wide: dict[str, int] = {}

    def cut(self, text: str, width: int) -> str:
        """Return as much of a text as fits."""
        found = self._cut.get((text, width))
        if found is None:
            if len(self._cut) > KEPT:
                self._cut.clear()
            found = self._cut[text, width] = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        return found

    def width(self, text: str) -> int:
        """Return how wide a text is."""
        found = self._wide.get(text)
        if found is None:
            if len(self._wide) > KEPT:
                self._wide.clear()
            found = self._wide[text] = self._metrics.horizontalAdvance(text)
        return found

    def lines(self, text: str, width: int, most: int) -> list[str]:
        """Return a text in lines that fit, broken between words; the last one takes what is left, and is cut there."""
        if self.width(text) < width:
            return [text]
        found = [""]
        for word in text.split(" "):
            longer = f"{found[-1]} {word}" if found[-1] else word
            if found[-1] and len(found) < most and self.width(longer) >= width:  # a part of a pixel too much is cut
                found.append(word)
            else:
                found[-1] = longer
        return found

    def write(self, painter: QPainter, rect: QRect, text: str, colour: QColor, *, right: bool = False) -> None:
        """Write a text in the middle of a rectangle's height, at its left or right."""
        shown = self.cut(text, rect.width())
        left = rect.x() + rect.width() - self.width(shown) if right else rect.x()
        painter.setFont(self.font)
        painter.setPen(colour)
        # At a point, not into the rectangle: half the work of `drawText` with flags.
        painter.drawText(QPointF(left, rect.y() + (rect.height() + self._above) / 2), shown)
