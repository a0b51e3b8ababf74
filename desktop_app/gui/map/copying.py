"""The map as a picture for the clipboard: what is seen, with its title and its legend, sharp enough for a slide."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from desktop_app.gui import theme
from desktop_app.gui.charts.view import paint_drawing
from desktop_app.gui.map.ink import ink
from desktop_app.gui.map.view import MapView
from desktop_app.gui.theme import look
from desktop_app.reports.atlas.numbers import Numbers
from desktop_app.reports.atlas.picture import picture

WIDTH, SCALE, _MARGIN, _HEAD = 900.0, 2, 24.0, 52.0


def picture_of(view: MapView, numbers: Numbers, caption: tuple[str, str]) -> QImage:
    """Return what is seen of the map as a picture."""
    tallest = WIDTH * view.height() / max(1, view.width())
    drawing = picture(numbers, view.seen(), view.middle, WIDTH, tallest, layers=view.layers, ink=ink())
    size = QSize(round(drawing.width + 2 * _MARGIN), round(drawing.height + _HEAD + 2 * _MARGIN)) * SCALE
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.now().surface))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(SCALE, SCALE)
    for text, pixels, below, colour in (
        (caption[0], 20, 18, theme.now().text),
        (caption[1], 13, 38, theme.now().muted),
    ):
        font = look.font(bold=pixels == 20)
        font.setPixelSize(pixels)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(QPointF(_MARGIN, _MARGIN + below), text)
    paint_drawing(painter, drawing, QRectF(_MARGIN, _MARGIN + _HEAD, drawing.width, drawing.height))
    painter.end()
    return image
