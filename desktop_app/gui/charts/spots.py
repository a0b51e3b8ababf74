"""A picture whose parts open something: pointed at by the mouse, reached by the arrow keys, said to screen readers."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QScrollArea, QToolTip, QWidget

from desktop_app.gui import theme
from desktop_app.gui.announce import announce
from desktop_app.gui.theme import look
from desktop_app.gui.words import tr

PICTURE_SCALE = 2  # of a copied picture
_MARGIN, _HEAD = 20.0, 34.0
STEPS: Mapping[Qt.Key, int] = {
    Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1,
}  # fmt: skip


class SpotView(QWidget):
    """Subclasses say where their spots are, what each says and opens, and paint the picture below the frame."""

    def __init__(self) -> None:
        super().__init__()
        self.current = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        look.changed.connect(self.again)

    # What subclasses say -----------------------------------------------------------------------------------------

    def spots(self) -> list[QRectF]:
        """Return where the spots are in the widget."""
        raise NotImplementedError

    def sentence(self, number: int) -> str:
        """Say what a spot stands for."""
        raise NotImplementedError

    def open(self, number: int) -> None:
        """Open what a spot stands for."""
        raise NotImplementedError

    def paint_picture(self, painter: QPainter, shown: QRect) -> None:
        """Paint the part of the picture that is shown."""
        raise NotImplementedError

    def again(self) -> None:
        """Draw anew in the colours and the size of the theme."""
        self.updateGeometry()
        self.update()

    def beside(self, number: int, key: Qt.Key) -> int:
        """Return the spot that a key leads to."""
        return min(len(self.spots()) - 1, max(0, number + STEPS[key]))

    # Painting ----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, and a frame around the spot that the keys are on."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        held = self._current_rect()
        if held is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.now().hover))
            painter.drawRoundedRect(held, 4, 4)
        self.paint_picture(painter, event.rect())
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.now().accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect((held or QRectF(self.rect())).adjusted(1, 1, -1, -1), 4, 4)

    def _current_rect(self) -> QRectF | None:
        found = self.spots()
        return found[self.current] if 0 <= self.current < len(found) else None

    # Pointing and keys -------------------------------------------------------------------------------------------

    def spot_at(self, place: QPointF) -> int:
        """Return the spot at a place of the widget; -1 where there is none."""
        return next((number for number, spot in enumerate(self.spots()) if spot.contains(place)), -1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which spot a click would open."""
        number = self.spot_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if number >= 0 else Qt.CursorShape.ArrowCursor)
        self._go(number, say=False)

    def leaveEvent(self, event: QEvent) -> None:
        """Show no spot any more, unless the keys are on it."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self._go(-1, say=False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open what stands behind a spot."""
        self._go(self.spot_at(event.position()), say=False)
        self.open_current()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the first spot."""
        super().focusInEvent(event)
        if self.current < 0 and self.spots():
            self._go(0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave the spot."""
        super().focusOutEvent(event)
        self._go(-1, say=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from spot to spot, and open one."""
        key = Qt.Key(event.key())
        if key in STEPS:
            self._go(self.beside(self.current, key))
        elif key == Qt.Key.Key_Home:
            self._go(0)
        elif key == Qt.Key.Key_End:
            self._go(len(self.spots()) - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.open_current()
        else:
            super().keyPressEvent(event)

    def open_current(self) -> None:
        """Open what stands behind the spot that is chosen."""
        if 0 <= self.current < len(self.spots()):
            self.open(self.current)

    def _go(self, number: int, *, say: bool = True) -> None:
        if number == self.current:
            return
        self.current = number
        self.update()
        if say and (held := self._current_rect()) is not None:
            self._show(held.toAlignedRect())
            announce(self, self.sentence(number))

    def _show(self, held: QRect) -> None:
        """Scroll to the spot that the keys are on."""
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        body = parent.widget() if isinstance(parent, QScrollArea) else None
        if isinstance(parent, QScrollArea) and body is not None:
            centre = self.mapTo(body, held.center())
            parent.ensureVisible(centre.x(), centre.y(), 0, held.height() + 24)

    def event(self, event: QEvent) -> bool:
        """Say what a spot stands for where the mouse rests."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self.spot_at(QPointF(event.pos()))
            hint = tr("Click to see them.")
            QToolTip.showText(event.globalPos(), f"{self.sentence(number)}. {hint}" if number >= 0 else "", self)
            return True
        return super().event(event)


def framed_picture(title: str, width: float, height: float) -> tuple[QImage, QPainter]:
    """Return a picture with a title on the background of the theme, and a painter at the place of what it shows."""
    size = QSize(round(width + 2 * _MARGIN), round(height + _HEAD + 2 * _MARGIN)) * PICTURE_SCALE
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.now().surface))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(PICTURE_SCALE, PICTURE_SCALE)
    font = look.font(bold=True)
    font.setPixelSize(16)
    painter.setFont(font)
    painter.setPen(QColor(theme.now().text))
    painter.drawText(QPointF(_MARGIN, _MARGIN + 14), title)
    painter.translate(_MARGIN, _MARGIN + _HEAD)
    return image, painter
