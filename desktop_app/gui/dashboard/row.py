"""A row of a card that opens something: painted in one piece, reached by Tab, said in one sentence."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from desktop_app.gui import icons, theme
from desktop_app.gui.ink import Ink
from desktop_app.gui.theme import Hue, look


class RowButton(QAbstractButton):
    """Subclasses paint themselves in `paint_row`; hovering and focus are painted here."""

    height_px = 40

    def __init__(self, said: str, opens: str) -> None:
        super().__init__()
        self.setAccessibleDescription(opens)
        self.setText(said)
        self.setAccessibleName(said)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return the height of the row and a width that it can do with."""
        return QSize(look.px(200), look.px(self.row_px()))

    def minimumSizeHint(self) -> QSize:
        """Return the least room."""
        return QSize(look.px(120), look.px(self.row_px()))

    def row_px(self) -> int:
        """Return the height of the row at the usual size of letters."""
        return self.height_px

    def paint_row(self, painter: QPainter, rect: QRect) -> None:
        """Paint what the row says."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter as well as with the space bar."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that the row can be clicked."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show the row as the others again."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the row."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now, rect = theme.now(), self.rect()
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.hover))
            painter.drawRoundedRect(rect, 6, 6)
        self.paint_row(painter, rect)
        if self.hasFocus():
            painter.setPen(QPen(QColor(now.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 5, 5)


class LinkRow(RowButton):
    """An icon, a line, a smaller line below, and at the right a chip that says how it stands."""

    def __init__(
        self, icon: str, first: str, second: str, opens: str, chip: tuple[str, Hue, str] | None = None
    ) -> None:
        super().__init__(" · ".join(filter(None, (first, second, chip[0] if chip else ""))), opens)
        self._icon, self._first, self._second, self._chip = icon, first, second, chip
        self.setToolTip(self.text())

    def paint_row(self, painter: QPainter, rect: QRect) -> None:
        """Paint icon, lines and chip."""
        now, side = theme.now(), look.px(16)
        icons.paint(painter, self._icon, now.muted, _square(look.px(4), rect.center().y() - side // 2, side))
        right = rect.right() - look.px(4)
        if self._chip is not None:
            right = _paint_chip(painter, *self._chip, right=right, middle=rect.center().y()) - look.px(10)
        left = look.px(28)
        paint_lines(painter, QRect(left, rect.y(), right - left, rect.height()), self._first, self._second)


def paint_lines(painter: QPainter, rect: QRect, first: str, second: str) -> None:
    """Paint a line with a smaller one below, in the middle of the height."""
    now, body, small = theme.now(), Ink(look.font()), Ink(look.font(theme.SMALL_PX))
    tall = look.px(18)
    top = rect.center().y() - (tall if second else tall // 2) + 1
    body.write(painter, QRect(rect.x(), top, rect.width(), tall), first, QColor(now.text))
    if second:
        small.write(painter, QRect(rect.x(), top + tall - 1, rect.width(), tall), second, QColor(now.muted))


def _paint_chip(painter: QPainter, words: str, hue: Hue, icon: str, *, right: int, middle: int) -> int:
    """Paint a chip that ends at the right; return where it begins."""
    chip, ink = theme.now().chips[hue], Ink(look.font(theme.SMALL_PX, bold=True))
    side, pad, height = look.px(14), look.px(8), look.px(22)
    left = right - ink.width(words) - 2 * pad - side - look.px(5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(chip.background))
    painter.drawRoundedRect(left, middle - height // 2, right - left, height, 5, 5)
    icons.paint(painter, icon, chip.text, _square(left + pad, middle - side // 2, side))
    words_at = QRect(left + pad + side + look.px(5), middle - height // 2, ink.width(words) + 2, height)
    ink.write(painter, words_at, words, QColor(chip.text))
    return left


def _square(left: int, top: int, side: int) -> QRectF:
    return QRectF(left, top, side, side)
