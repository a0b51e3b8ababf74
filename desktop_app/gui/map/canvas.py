"""What is seen of the map: land, shades, circles and numbers, moved and brought nearer without being painted anew each time."""

from math import hypot

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.gui import theme
from desktop_app.gui.announce import announce
from desktop_app.gui.map.ink import chosen, ink
from desktop_app.gui.map.paths import path_of
from desktop_app.gui.map.sheet import Sheet, Spot, painted
from desktop_app.gui.map.zone_names import Named, placed
from desktop_app.gui.theme import look
from desktop_app.reports.atlas.circles import SIZE, Circle, Place, circles
from desktop_app.reports.atlas.equal_earth import seen_from
from desktop_app.reports.atlas.layers import Layers
from desktop_app.reports.atlas.numbers import Numbers
from desktop_app.reports.atlas.outlines import MIDDLES, WORLD, Box, Shape, longitude_of, middle_near, turned, world
from desktop_app.reports.atlas.picture import largest_radius, zone_labels

_STEP = 1.25  # how much nearer one step brings
_NEAREST = 24.0  # pixels for a unit of the map
_REST_MS = 90
_TOWN = 12  # pixels of the letters of a town
_LEANING = 50  # degrees from the middle of a part, from where countries lean
_WIDE = 0.62  # of the world: so much is shown as the whole of it


class MapCanvas(QWidget):
    """Paints numbers on a part of the map."""

    chosen = Signal(str)  # the code of a country, nothing for none
    moved = Signal()  # another part, or another scale

    def __init__(self) -> None:
        super().__init__()
        self.numbers: Numbers | None = None
        self.layers = Layers()
        self.middle = MIDDLES[0]
        self.current = ""
        self._spot = Spot(0, 0, 1)
        self._frame: Box | None = WORLD
        self._sheet: Sheet | None = None
        self._circles: tuple[float, tuple[Circle, ...]] | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._sharpen)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self._repaint_all)

    # What is shown -----------------------------------------------------------------------------------------------

    @property
    def shapes(self) -> dict[str, Shape]:
        """The shapes of all countries."""
        return world(self.middle)

    def show_numbers(self, numbers: Numbers, layers: Layers) -> None:
        """Show numbers; what is chosen and what is seen stay."""
        self.numbers, self.layers = numbers, layers
        self._repaint_all()

    def look_at(self, middle: int, frame: Box) -> None:
        """Show a part of the map as large as it can be."""
        self._turn(middle)
        self._frame = frame
        self._fit()

    def _turn(self, middle: int) -> None:
        """Have another middle; what is seen stays in view."""
        if middle == self.middle:
            return
        x, y = seen_from((self._spot.x, self._spot.y), middle - self.middle)
        self.middle, self._spot = middle, self._spot._replace(x=x, y=y)
        self._repaint_all()

    def _fit(self) -> None:
        if self._frame is None or self.width() < 2 or self.height() < 2:
            return
        frame = self._frame
        scale = min(self.width() / frame.width, self.height() / frame.height, _NEAREST)
        held = self._frame
        self._go(Spot((frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2, scale))
        self._frame = held

    def choose(self, code: str, *, say: bool = True) -> None:
        """Choose a country, and bring it into view."""
        if code == self.current:
            return
        self.current = code
        if code and code in self.shapes:
            self.bring(code)
        if say and code:
            announce(self, self.sentence(code))
        self.update()
        self.chosen.emit(code)

    def sentence(self, code: str) -> str:
        """Say a country and its number."""
        row = self.numbers.of(code) if self.numbers else None
        return f"{row.label}: {self.numbers.said(row.number)}" if row and self.numbers else ""

    def bring(self, code: str) -> None:
        """Bring a country into view."""
        longitude = longitude_of(code) or 0.0
        if self.middle not in MIDDLES and abs(turned(longitude - self.middle)) > _LEANING:
            self._turn(middle_near((code,)))
        inner = self.seen().grown(-0.06)
        x, y = self.shapes[code].at
        if not (inner.left <= x <= inner.right and inner.top <= y <= inner.bottom):
            self._go(self._spot._replace(x=x, y=y))

    # Moving ------------------------------------------------------------------------------------------------------

    def seen(self) -> Box:
        """Return the part of the map that is seen."""
        return self._spot.box(self.width(), self.height())

    @property
    def scale(self) -> float:
        """How many pixels a unit of the map is long."""
        return self._spot.scale

    def move_by(self, dx: float, dy: float) -> None:
        """Move what is seen by so many pixels."""
        self._go(self._spot._replace(x=self._spot.x + dx / self.scale, y=self._spot.y + dy / self.scale))

    def zoom(self, steps: float, around: QPointF | None = None) -> None:
        """Go nearer, or farther with fewer than no steps; the place under the mouse stays where it is."""
        at = around or QPointF(self.width() / 2, self.height() / 2)
        least = min(self.width() / WORLD.width, self.height() / WORLD.height)
        scale = max(least, min(_NEAREST, self.scale * _STEP**steps))
        dx, dy = at.x() - self.width() / 2, at.y() - self.height() / 2
        x, y = self._spot.x + dx / self.scale, self._spot.y + dy / self.scale
        self._go(Spot(x - dx / scale, y - dy / scale, scale))
        if self.middle not in MIDDLES and self.width() / scale > _WIDE * WORLD.width:
            nearest = min(MIDDLES, key=lambda middle: abs(turned(middle - self.middle)))
            self._turn(nearest)
            self._go(self._spot)

    def _go(self, spot: Spot) -> None:
        """Show another part, never past the edges of the world."""
        across = max(0.0, WORLD.width / 2 - self.width() / spot.scale / 2)
        down = max(0.0, WORLD.height / 2 - self.height() / spot.scale / 2)
        self._spot = Spot(max(-across, min(across, spot.x)), max(-down, min(down, spot.y)), spot.scale)
        self._frame = None
        self.moved.emit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Go on showing the same part."""
        super().resizeEvent(event)
        self._sheet = None
        if self._frame is not None:
            self._fit()
        else:
            self._go(self._spot)

    # Painting ----------------------------------------------------------------------------------------------------

    def _repaint_all(self) -> None:
        self._sheet = self._circles = None
        self.update()

    def _sharpen(self) -> None:
        self._sheet = None
        self.update()

    def land(self) -> Sheet:
        """Return the land, painted anew where what is seen is not on the sheet."""
        seen, sheet = self.seen(), self._sheet
        if sheet is not None and sheet.scale == self.scale and sheet.covers(seen):
            return sheet
        if sheet is not None and sheet.scale != self.scale:
            self._rest.start()  # stretched, until one has gone as near as one wants
            return sheet
        colours = (ink(), theme.now().window)
        self._sheet = painted(
            self.numbers, self.layers, *colours, self.middle, self._spot, self.size(), self.devicePixelRatioF()
        )
        return self._sheet

    def drawn(self) -> tuple[Circle, ...]:
        """Return the circles, in pixels from the origin of the map."""
        if self._circles is None or self._circles[0] != self.scale:
            self._circles = (self.scale, self._lay_out())
        return self._circles[1]

    def _lay_out(self) -> tuple[Circle, ...]:
        if self.numbers is None or not self.layers.circles:
            return ()
        places = [
            Place(row.code, shape.at[0] * self.scale, shape.at[1] * self.scale, row.number, row.text)
            for row in self.numbers.rows
            if (shape := self.shapes.get(row.code))
        ]
        return circles(places, largest_radius(self.scale) * look.scale, SIZE * look.scale)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint land, the chosen country, circles, numbers."""
        painter = QPainter(self)
        seen = self.seen()
        self.land().paint(painter, seen, self.scale)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.translate(-seen.left * self.scale, -seen.top * self.scale)
        self._paint_current(painter)
        self._paint_zones(painter)
        self._paint_circles(painter, seen)
        painter.restore()
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.now().accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def _paint_current(self, painter: QPainter) -> None:
        """Paint the chosen country in a colour of its own: no line, which would look like a border."""
        if not self.current or self.current not in self.shapes or not self.layers.land:
            return
        painter.save()
        painter.scale(self.scale, self.scale)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(chosen()))
        painter.drawPath(path_of(self.middle, self.current))
        painter.restore()

    def _paint_circles(self, painter: QPainter, seen: Box) -> None:
        colours, scale = ink(), self.scale
        near = Box(*(one * scale for one in seen)).grown(0, 40 * look.scale)
        kept = [one for one in self.drawn() if near.left < one.x < near.right and near.top < one.y < near.bottom]
        for circle in kept:
            here = circle.code == self.current
            painter.setPen(QPen(QColor(theme.now().warn if here else colours.ring), 3 if here else 1.5))
            painter.setBrush(QColor(colours.circle))
            painter.drawEllipse(QPointF(circle.x, circle.y), circle.radius, circle.radius)
        font = look.font(round(SIZE), bold=True)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        for circle in kept:
            if not circle.bare:
                width = metrics.horizontalAdvance(circle.text)
                place = QPointF(circle.text_x - width / 2, circle.text_y + metrics.capHeight() / 2)
                _write(painter, place, circle.text, colours.number if circle.inside else colours.text,
                       "" if circle.inside else theme.now().window)  # fmt: skip

    def zone_names(self) -> list[Named]:
        """Return where the town of each office is written on its zone, in pixels from the origin of the map."""
        if self.layers.shade != "zone" or self.numbers is None:
            return []
        seen, own = self.seen(), self.numbers.offices.get(self.numbers.own)
        held = QRectF(QPointF(seen.left, seen.top) * self.scale, QPointF(seen.right, seen.bottom) * self.scale)
        labels = [(name, QPointF(*at) * self.scale) for name, at in zone_labels(self.numbers, self.shapes)]
        labels.sort(key=lambda label: label[0] != own)  # it has the first choice of a place
        return placed(labels, QFontMetricsF(look.font(_TOWN, bold=True)), held, self.drawn())

    def _paint_zones(self, painter: QPainter) -> None:
        font = look.font(_TOWN, bold=True)
        painter.setFont(font)
        above = QPointF(0, QFontMetricsF(font).ascent())
        for one in self.zone_names():
            if one.led:
                painter.setPen(QPen(QColor(ink().text), 1))
                painter.drawLine(one.zone, one.foot)
            _write(painter, one.place.topLeft() + above, one.name, ink().text, theme.now().window)

    def code_at(self, place: QPointF) -> str:
        """Return the country at a place of the widget; nothing at sea."""
        seen = self.seen()
        x, y = seen.left + place.x() / self.scale, seen.top + place.y() / self.scale
        px, py = x * self.scale, y * self.scale
        near = [circle for circle in self.drawn() if circle.holds(px, py, 3)]
        if near:
            return min(near, key=lambda one: hypot(one.x - px, one.y - py) - one.radius).code
        point, here = QPointF(x, y), Box(x, y, x, y)
        codes = (code for code, shape in self.shapes.items() if code and shape.box.meets(here))
        return next((code for code in codes if path_of(self.middle, code).contains(point)), "")

    def sizeHint(self) -> QSize:
        """Return a usual size."""
        return QSize(look.px(600), look.px(400))

    def minimumSizeHint(self) -> QSize:
        """Return the least size in which a map says something."""
        return QSize(look.px(240), look.px(180))


def _write(painter: QPainter, place: QPointF, text: str, colour: str, around: str) -> None:
    """Write a text; `around` is the colour of the rim that keeps it apart from what is below."""
    if around:
        path = QPainterPath()
        path.addText(place, painter.font(), text)
        painter.strokePath(
            path, QPen(QColor(around), 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        )
    painter.setPen(QColor(colour))
    painter.drawText(place, text)
