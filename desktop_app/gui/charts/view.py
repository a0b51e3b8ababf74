"""A chart on the screen: the report's own drawing, whose bars open their records by mouse and by keys."""

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Signal
from PySide6.QtGui import QImage, QPainter, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy

from desktop_app.gui import hues, theme
from desktop_app.gui.charts.spots import SpotView, framed_picture
from desktop_app.gui.theme import look
from desktop_app.gui.words import lang
from desktop_app.reports.bar_charts import BarChart, Item, columns, ranks
from desktop_app.reports.charts import Drawing, Ink
from desktop_app.reports.figure_sets import Chart, written

_LEAST = 300
PICTURE_WIDTH = 640  # of a copied picture


def ink() -> Ink:
    """Return the colours of the theme for a drawing."""
    now = theme.now()
    second = now.chips["amber"].text
    return Ink(bar=now.accent, over=second, text=now.text, muted=now.muted, line=now.hairline)


def paint_drawing(painter: QPainter, drawing: Drawing, rect: QRectF) -> None:
    """Paint a drawing into a rectangle in the program's font."""
    svg = drawing.svg(family=look.font().family())
    QSvgRenderer(QByteArray(svg.encode())).render(painter, rect)


class ChartView(SpotView):
    """Shows one chart. Arrows go from bar to bar, Enter opens the records that the bar counts."""

    opened = Signal(object)  # Query

    def __init__(self, chart: Chart) -> None:
        super().__init__()
        self.chart = chart
        self._drawn: BarChart | None = None
        self.setObjectName(f"chart_{chart.name}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription("; ".join(self._sentence(row, None) for row in range(len(chart.shown()))))

    # Drawing -----------------------------------------------------------------------------------------------------

    def draw(self, width: float) -> BarChart:
        """Return the chart at a width."""
        items = self._items()
        legend = self.chart.series if len(self.chart.series) > 1 else ()
        make = columns if self.chart.shape == "columns" else ranks
        return make(items, width, ink(), legend)

    def _items(self) -> list[Item]:
        items = list(self.chart.items(lang()))
        if self.chart.name != "instruments_type":
            return items
        return [item._replace(hue=theme.now().chips[hues.of_type(item.label).hue].text) for item in items]

    @property
    def drawn(self) -> BarChart:
        """The chart at the width of the widget."""
        if self._drawn is None:
            self._drawn = self.draw(max(_LEAST, self.width() / look.scale))
        return self._drawn

    def sizeHint(self) -> QSize:
        """Return the height of the drawing."""
        return QSize(look.px(_LEAST), look.px(self.drawn.drawing.height))

    def minimumSizeHint(self) -> QSize:
        """Return the least room."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw again at the new width."""
        super().resizeEvent(event)
        self._drawn = None

    def again(self) -> None:
        """Draw again in the theme's colours."""
        self._drawn = None
        super().again()

    def paint_picture(self, painter: QPainter, _shown: QRect) -> None:
        """Paint the drawing."""
        drawing = self.drawn.drawing
        paint_drawing(painter, drawing, QRectF(0, 0, drawing.width * look.scale, drawing.height * look.scale))

    def picture(self) -> QImage:
        """Return the chart as a picture with its title, on the background of the theme."""
        drawn = self.draw(PICTURE_WIDTH).drawing
        image, painter = framed_picture(self.chart.title, drawn.width, drawn.height)
        paint_drawing(painter, drawn, QRectF(0, 0, drawn.width, drawn.height))
        painter.end()
        return image

    # Spots -------------------------------------------------------------------------------------------------------

    def spots(self) -> list[QRectF]:
        """Return where the bars are."""
        return [QRectF(*(one * look.scale for one in spot[:4])) for spot in self.drawn.spots]

    def sentence(self, number: int) -> str:
        """Say what a bar counts."""
        spot = self.drawn.spots[number]
        return self._sentence(spot.item, spot.series)

    def open(self, number: int) -> None:
        """Open the records behind a bar."""
        spot = self.drawn.spots[number]
        self.opened.emit(self.chart.shown()[spot.item].queries[spot.series])

    def _sentence(self, row: int, series: int | None) -> str:
        held = self.chart.shown()[row]
        numbers = [written(number, lang()) for number in held.numbers]
        if len(numbers) == 1:
            return f"{held.label}: {numbers[0]}"
        pairs = list(zip(self.chart.series, numbers, strict=True))
        chosen = pairs if series is None else [pairs[series]]
        return f"{held.label}: " + ", ".join(f"{name} {number}" for name, number in chosen)
