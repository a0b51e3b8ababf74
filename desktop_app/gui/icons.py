"""Icons: the Lucide drawings of `resources/icons`, in the colours of the theme, sharp at every screen ratio.

To add one: copy its `.svg` from the npm package `lucide-static` into `resources/icons`, nothing else.
"""

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop_app.gui import theme
from desktop_app.paths import resources

STROKE = 'stroke-width="1.75"'


@cache
def _drawing(name: str) -> str:
    text = (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return text.replace('stroke-width="2"', STROKE)


@lru_cache(maxsize=512)
def _image(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", colour).encode()))
    side = max(1, round(size * ratio))
    picture = _clear(side, side)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def _clear(width: int, height: int) -> QPixmap:
    picture = QPixmap(width, height)
    picture.fill(QColor(0, 0, 0, 0))  # named transparent, it would load the whole namespace Qt
    return picture


def _widened(picture: QPixmap, width: float) -> QPixmap:
    ratio = picture.devicePixelRatio()
    wide = _clear(round(width * ratio), picture.height())
    wide.setDevicePixelRatio(ratio)
    painter = QPainter(wide)
    painter.drawPixmap(QPointF((width - picture.deviceIndependentSize().width()) / 2, 0), picture)
    painter.end()
    return wide


def pixmap(name: str, colour: str, size: int = 16, ratio: float = 1.0) -> QPixmap:
    """Return an icon as a picture in a colour, at a size in device-independent pixels."""
    return _image(name, colour, size, ratio)


def paint(painter: QPainter, name: str, colour: str, rect: QRectF) -> None:
    """Paint an icon into a square, at the ratio of what is painted on."""
    # `painter.device()` would load the classes of every device that there is.
    ratio = painter.deviceTransform().m11()
    painter.drawPixmap(rect.topLeft(), _image(name, colour, round(rect.width()), ratio))


class _Engine(QIconEngine):
    """An icon that looks its colours up when it is painted, and so follows the theme by itself."""

    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self._name = name
        self._role = role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        left, top = rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2
        paint(painter, self._name, self._colour(mode, state), QRectF(left, top, side, side))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        # A size that is wider than high asks for room beside the icon.
        side = max(1, round(min(size.width(), size.height()) / scale))
        picture = _image(self._name, self._colour(mode, state), side, scale)
        return picture if size.width() <= size.height() else _widened(picture, size.width() / scale)

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._role)

    def _colour(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        now = theme.now()
        if mode == QIcon.Mode.Disabled:
            # On a filled button, which is grey now, as its words are.
            return now.faint if self._role == "white" else now.button_border
        if state == QIcon.State.On:
            return now.accent
        if self._role.startswith("#"):
            return self._role
        if self._role == "white":
            return "#FFFFFF"
        return str(getattr(now, self._role))


@cache
def icon(name: str, role: str = "muted") -> QIcon:
    """Return an icon by its Lucide name; `role` is a colour of the theme (muted, accent…) or `white`."""
    return QIcon(_Engine(name, role))


def mark(size: int = 28) -> QIcon:
    """Return the program's mark: two hands on the accent colour, for the window and the top bar."""
    return QIcon(_image("mark", theme.now().filled, size, 4.0))
