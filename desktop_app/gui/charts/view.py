"""A chart on the screen: the report's own drawing, whose bars open their records by mouse and by keys."""

from PySide6.QtCore import QByteArray, QEvent, QPointF, QRectF, QSize, Qt, Signal
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
    QResizeEvent,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop_app.gui import hues, theme
from desktop_app.gui.announce import announce
from desktop_app.gui.theme import look
from desktop_app.gui.words import lang, tr
from desktop_app.reports.bar_charts import BarChart, Item, Spot, columns, ranks
from desktop_app.reports.charts import Drawing, Ink
from desktop_app.reports.figure_sets import Chart, written

_LEAST = 300
PICTURE_WIDTH, PICTURE_SCALE = 640, 2  # of a copied picture


def ink() -> Ink:
    """Return the colours of the theme for a drawing."""
    now = theme.now()
    second = now.chips["amber"].text
    return Ink(bar=now.accent, over=second, text=now.text, muted=now.muted, line=now.hairline)


def paint_drawing(painter: QPainter, drawing: Drawing, rect: QRectF) -> None:
    """Paint a drawing into a rectangle in the program's font."""
    svg = drawing.svg(family=look.font().family())
    QSvgRenderer(QByteArray(svg.encode())).render(painter, rect)


class ChartView(QWidget):
    """Shows one chart. Arrows go from bar to bar, Enter opens the records that the bar counts."""

    opened = Signal(object)  # Query

    def __init__(self, chart: Chart) -> None:
        super().__init__()
        self.chart = chart
        self._current = -1
        self._drawn: BarChart | None = None
        self.setObjectName(f"chart_{chart.name}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription("; ".join(self._sentence(row, None) for row in range(len(chart.shown()))))
        look.changed.connect(self._again)

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

    def _again(self) -> None:
        self._drawn = None
        self.updateGeometry()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the drawing, and a frame around the bar that the keys are on."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawing = self.drawn.drawing
        if 0 <= self._current < len(self.drawn.spots):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.now().hover))
            painter.drawRoundedRect(self._rect(self.drawn.spots[self._current]), 4, 4)
        paint_drawing(painter, drawing, QRectF(0, 0, drawing.width * look.scale, drawing.height * look.scale))
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.now().accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            held = 0 <= self._current < len(self.drawn.spots)
            around = self._rect(self.drawn.spots[self._current]) if held else QRectF(self.rect())
            painter.drawRoundedRect(around.adjusted(1, 1, -1, -1), 4, 4)

    def _rect(self, spot: Spot) -> QRectF:
        return QRectF(*(one * look.scale for one in spot[:4]))

    def picture(self) -> QImage:
        """Return the chart as a picture with its title, on the background of the theme."""
        drawn = self.draw(PICTURE_WIDTH).drawing
        margin, head = 20.0, 34.0
        size = QSize(round(drawn.width + 2 * margin), round(drawn.height + head + 2 * margin)) * PICTURE_SCALE
        image = QImage(size, QImage.Format.Format_RGB32)
        image.fill(QColor(theme.now().surface))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(PICTURE_SCALE, PICTURE_SCALE)
        font = look.font(bold=True)
        font.setPixelSize(16)
        painter.setFont(font)
        painter.setPen(QColor(theme.now().text))
        painter.drawText(QPointF(margin, margin + 14), self.chart.title)
        paint_drawing(painter, drawn, QRectF(margin, margin + head, drawn.width, drawn.height))
        painter.end()
        return image

    # Pointing and keys -------------------------------------------------------------------------------------------

    def spot_at(self, place: QPointF) -> int:
        """Return the bar at a place of the widget; -1 where there is none."""
        found = (number for number, spot in enumerate(self.drawn.spots) if self._rect(spot).contains(place))
        return next(found, -1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which bar a click would open."""
        number = self.spot_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if number >= 0 else Qt.CursorShape.ArrowCursor)
        self._go(number, say=False)

    def leaveEvent(self, event: QEvent) -> None:
        """Show no bar any more, unless the keys are on it."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self._go(-1, say=False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the records behind a bar."""
        self._go(self.spot_at(event.position()), say=False)
        self.open_current()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the first bar."""
        super().focusInEvent(event)
        if self._current < 0 and self.drawn.spots:
            self._go(0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave the bar."""
        super().focusOutEvent(event)
        self._go(-1, say=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from bar to bar, and open one."""
        last = len(self.drawn.spots) - 1
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}
        key = Qt.Key(event.key())
        if key in steps:
            self._go(min(last, max(0, self._current + steps[key])))
        elif key == Qt.Key.Key_Home:
            self._go(0)
        elif key == Qt.Key.Key_End:
            self._go(last)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.open_current()
        else:
            super().keyPressEvent(event)

    def open_current(self) -> None:
        """Open the records behind the bar that is chosen."""
        if 0 <= self._current < len(self.drawn.spots):
            spot = self.drawn.spots[self._current]
            self.opened.emit(self.chart.shown()[spot.item].queries[spot.series])

    def _go(self, number: int, *, say: bool = True) -> None:
        if number == self._current:
            return
        self._current = number
        self.update()
        if say and 0 <= number < len(self.drawn.spots):
            spot = self.drawn.spots[number]
            announce(self, self._sentence(spot.item, spot.series))

    def event(self, event: QEvent) -> bool:
        """Say what a bar counts where the mouse rests."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self.spot_at(QPointF(event.pos()))
            spot = self.drawn.spots[number] if number >= 0 else None
            hint = tr("Click to see them.")
            words = f"{self._sentence(spot.item, spot.series)}. {hint}" if spot else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def _sentence(self, row: int, series: int | None) -> str:
        held = self.chart.shown()[row]
        numbers = [written(number, lang()) for number in held.numbers]
        if len(numbers) == 1:
            return f"{held.label}: {numbers[0]}"
        pairs = list(zip(self.chart.series, numbers, strict=True))
        chosen = pairs if series is None else [pairs[series]]
        return f"{held.label}: " + ", ".join(f"{name} {number}" for name, number in chosen)
