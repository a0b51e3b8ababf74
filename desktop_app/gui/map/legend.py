"""The legend below the map: the same drawing as in reports, in the colours and the font of the screen."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.gui.charts.view import paint_drawing
from desktop_app.gui.map.ink import ink
from desktop_app.gui.theme import look
from desktop_app.reports.atlas.layers import Layers
from desktop_app.reports.atlas.numbers import Numbers
from desktop_app.reports.atlas.picture import largest_radius, legend
from desktop_app.reports.charts import Drawing

_SIZE, _MARGIN = 12.0, 16


class Legend(QWidget):
    """Says what shades and circles mean."""

    def __init__(self) -> None:
        super().__init__()
        self._numbers: Numbers | None = None
        self._layers, self._scale = Layers(), 1.0
        self._drawn: Drawing | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._again)

    def show_numbers(self, numbers: Numbers, layers: Layers, scale: float) -> None:
        """Show the legend of a map at a scale."""
        if largest_radius(scale) != largest_radius(self._scale) or (numbers, layers) != (self._numbers, self._layers):
            self._numbers, self._layers, self._scale = numbers, layers, scale
            self._again()

    def _again(self) -> None:
        self._drawn = None
        self.setAccessibleName(" · ".join(label.text for label in self._drawing(self.width()).labels))
        self.updateGeometry()
        self.update()

    def _drawing(self, width: float) -> Drawing:
        room = max(120.0, width / look.scale - 2 * _MARGIN)
        if self._numbers is None:
            return Drawing(room, 24, (), ())
        if self._drawn is None or self._drawn.width != room:
            self._drawn = legend(self._numbers, room, largest_radius(self._scale), self._layers, ink(), _SIZE)
        return self._drawn

    def hasHeightForWidth(self) -> bool:
        """Say that a narrow legend has more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines at a width."""
        return look.px(self._drawing(width).height + 10)

    def sizeHint(self) -> QSize:
        """Return the room of the legend at its width."""
        return QSize(look.px(240), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Return the least room."""
        return QSize(look.px(160), self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take more lines where there is less room."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawing = self._drawing(self.width())
        place = QRectF(look.px(_MARGIN), look.px(4), drawing.width * look.scale, drawing.height * look.scale)
        paint_drawing(painter, drawing, place)
