"""Land and shades as a picture that is larger than what is seen: moving the map needs no painting of outlines."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from desktop_app.gui.map.paths import joined
from desktop_app.reports.atlas.layers import Layers
from desktop_app.reports.atlas.numbers import Numbers
from desktop_app.reports.atlas.outlines import WORLD, Box, world
from desktop_app.reports.atlas.picture import Fill, MapInk, fills

# Of the view, on each side: less on a screen of many pixels, whose sheet takes longer to paint.
AROUND, _LESS, _MANY = 0.25, 0.12, 3_000_000


class Spot(NamedTuple):
    """What is seen: the point of the map in the middle of the view, and how many pixels a unit of the map is long."""

    x: float
    y: float
    scale: float

    def box(self, width: float, height: float) -> Box:
        """Return the part of the map that a view of a size shows."""
        across, down = width / self.scale / 2, height / self.scale / 2
        return Box(self.x - across, self.y - down, self.x + across, self.y + down)


class Sheet:
    """A painted part of the map."""

    def __init__(self, image: QImage, box: Box, scale: float) -> None:
        self.image, self.box, self.scale = image, box, scale

    def covers(self, box: Box) -> bool:
        """Whether a part of the map is on the sheet."""
        held = self.box
        return held.left <= box.left and held.top <= box.top and held.right >= box.right and held.bottom >= box.bottom

    def paint(self, painter: QPainter, seen: Box, scale: float) -> None:
        """Paint the sheet where it belongs in a view; of another scale it is stretched until there is a new one."""
        place = QPointF((self.box.left - seen.left) * scale, (self.box.top - seen.top) * scale)
        if scale == self.scale:
            painter.drawImage(place, self.image)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(place.x(), place.y(), self.box.width * scale, self.box.height * scale), self.image)


def _worth(box: Box, seen: Box) -> Box:
    """Return the part of a rectangle where there is something, or that is seen: nothing lies past the edges of the world."""
    return Box(
        max(box.left, min(seen.left, WORLD.left)), max(box.top, min(seen.top, WORLD.top)),
        min(box.right, max(seen.right, WORLD.right)), min(box.bottom, max(seen.bottom, WORLD.bottom)),
    )  # fmt: skip


def painted(
    numbers: Numbers | None,
    layers: Layers,
    ink: MapInk,
    background: str,
    middle: int,
    spot: Spot,
    size: QSize,
    ratio: float,
) -> Sheet:
    """Paint the part of the map around what is seen."""
    seen = spot.box(size.width(), size.height())
    many = size.width() * size.height() * ratio * ratio > _MANY
    box = _worth(seen.grown(_LESS if many else AROUND), seen)
    image = QImage(
        QSize(round(box.width * spot.scale * ratio), round(box.height * spot.scale * ratio)), QImage.Format.Format_RGB32
    )
    image.setDevicePixelRatio(ratio)
    image.fill(QColor(background))
    if layers.land:
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.scale(spot.scale, spot.scale)
        painter.translate(-box.left, -box.top)
        near = frozenset(code for code, shape in world(middle).items() if shape.box.meets(box))
        for fill in (Fill(ink.land, near), *(fills(numbers, layers, ink) if numbers else ())):
            painter.setBrush(QColor(fill.colour))
            painter.drawPath(joined(middle, near & fill.codes, box))
        painter.end()
    return Sheet(image, box, spot.scale)
