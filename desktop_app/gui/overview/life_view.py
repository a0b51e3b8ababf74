"""The lives of instruments as bars with their ancestors, twenty years in one picture; a bar opens its instrument."""

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy

from desktop_app.gui import hues, theme
from desktop_app.gui.charts.spots import SpotView, framed_picture
from desktop_app.gui.theme import look
from desktop_app.gui.words import labelled, lang, tr
from desktop_app.reports.charts import Ink
from desktop_app.reports.description import Span, Timeline, said
from desktop_app.reports.lifelines import Strip, timelines

_ZOOM = 1.6  # the drawing is made for paper, whose letters are smaller
_LEAST, _PICTURE_WIDTH, _STRIP_ROWS = 420, 1100, 24


def ink(codes: set[str]) -> Ink:
    """Return the colours of the theme, those of the types of instruments as everywhere."""
    now = theme.now()
    types = {code: now.chips[hues.of_type(code).hue].text for code in codes}
    return Ink(
        bar=now.chips["grey"].text, over=now.rail, text=now.text, muted=now.muted, line=now.hairline, types=types,
        on_bar=now.surface,
    )  # fmt: skip


class LifeView(SpotView):
    """Shows a timeline. Up and down go from line to line, left and right along one; Enter opens the instrument."""

    opened = Signal(str)  # the id of an instrument

    def __init__(self, chart: Timeline) -> None:
        super().__init__()
        self.chart = chart
        self._drawn: list[tuple[Strip, float, QSvgRenderer]] | None = None
        self._spots: list[tuple[QRectF, int]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(chart.words)
        self.setAccessibleDescription(tr("The arrows go from bar to bar, Enter opens the instrument."))

    # Drawing -----------------------------------------------------------------------------------------------------

    @property
    def _unit(self) -> float:
        return look.scale * _ZOOM

    def strips(self, width: float) -> list[Strip]:
        """Return the drawings at a width, one below the other."""
        return timelines(self.chart, width, ink=ink({span.code for span in self.chart.spans}), rows=_STRIP_ROWS)

    def _draw(self) -> list[tuple[Strip, float, QSvgRenderer]]:
        if self._drawn is None:
            self._drawn, self._spots, top = [], [], 0.0
            for strip in self.strips(max(look.px(_LEAST), self.width()) / self._unit):
                svg = strip.drawing.svg(family=look.font().family())
                self._drawn.append((strip, top, QSvgRenderer(QByteArray(svg.encode()))))
                for place in strip.places:
                    x, y, wide, high = (one * self._unit for one in place[:4])
                    self._spots.append((QRectF(x, y + top, wide, high), place.span))
                top += strip.drawing.height * self._unit
        return self._drawn

    def sizeHint(self) -> QSize:
        """Return the height of all lines."""
        height = sum(strip.drawing.height * self._unit for strip, _top, _made in self._draw())
        return QSize(look.px(_LEAST), round(height))

    def minimumSizeHint(self) -> QSize:
        """Return the least room."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw again at the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._drawn = None

    def again(self) -> None:
        """Draw again in the theme's colours."""
        self._drawn = None
        super().again()

    def paint_picture(self, painter: QPainter, shown: QRect) -> None:
        """Paint the drawings that are in sight."""
        for strip, top, made in self._draw():
            rect = QRectF(0, top, strip.drawing.width * self._unit, strip.drawing.height * self._unit)
            if rect.intersects(QRectF(shown)):
                made.render(painter, rect)

    def picture(self) -> QImage:
        """Return all lines as one picture with its title."""
        strips = self.strips(_PICTURE_WIDTH / _ZOOM)
        height = sum(strip.drawing.height for strip in strips) * _ZOOM
        image, painter = framed_picture(self.chart.words, _PICTURE_WIDTH, height)
        top = 0.0
        for strip in strips:
            high = strip.drawing.height * _ZOOM
            svg = strip.drawing.svg(family=look.font().family())
            QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, top, _PICTURE_WIDTH, high))
            top += high
        painter.end()
        return image

    # Spots -------------------------------------------------------------------------------------------------------

    def spots(self) -> list[QRectF]:
        """Return where the bars are."""
        self._draw()
        return [rect for rect, _span in self._spots]

    def span(self, number: int) -> Span:
        """Return what a bar stands for."""
        self._draw()
        return self.chart.spans[self._spots[number][1]]

    def sentence(self, number: int) -> str:
        """Say an instrument, its years and what it followed on."""
        return sentence(self.chart, self.span(number))

    def open(self, number: int) -> None:
        """Open an instrument."""
        self.opened.emit(self.span(number).id)

    def beside(self, number: int, key: Qt.Key) -> int:
        """Go along a line by left and right, to the next line by up and down."""
        if key not in (Qt.Key.Key_Up, Qt.Key.Key_Down) or number < 0:
            return super().beside(number, key)
        spots, down = self.spots(), key == Qt.Key.Key_Down
        here = spots[number]
        others = [
            (abs(spot.y() - here.y()), abs(spot.x() - here.x()), place)
            for place, spot in enumerate(spots)
            if (spot.y() > here.y() + 1 if down else spot.y() < here.y() - 1)
        ]
        return min(others)[2] if others else number


def sentence(chart: Timeline, span: Span) -> str:
    """Say an instrument, its years and what it followed on."""
    end = said(span.ends, lang()) if span.ends else tr("no end")
    words = labelled(span.label, f"{said(span.starts, lang())} – {end}")
    if span.follows >= 0:
        words += ", " + tr("follows on {name}").format(name=chart.spans[span.follows].label)
    return words
