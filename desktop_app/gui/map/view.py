"""The map itself: moved by the mouse and by keys, nearer and farther; a country is chosen, and its list opened."""

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip

from desktop_app.domain.text import fold
from desktop_app.gui.announce import announce
from desktop_app.gui.map.canvas import MapCanvas
from desktop_app.gui.map.steps import named, neighbour

_MOVE = 80  # pixels of one step by key
_TOUCH = 5
_WAYS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


class MapView(MapCanvas):
    """Shows numbers on the map, and takes the mouse and the keys."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("map_view")
        self._held: QPointF | None = None
        self._dragged = False
        self._typed = ""
        self._typing = QTimer(self, singleShot=True, interval=1000)
        self._typing.timeout.connect(self._forget_typed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    # The mouse ---------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the map."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._held, self._dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the map that is held, else show what a click would choose."""
        if self._held is None:
            over = bool(self.code_at(event.position()))
            self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.OpenHandCursor)
            return
        way = event.position() - self._held
        if self._dragged or way.manhattanLength() > _TOUCH:
            self._dragged = True
            self._held = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.move_by(-way.x(), -way.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the country, unless the map was moved."""
        if self._held is not None and not self._dragged:
            self.choose(self.code_at(event.position()), say=False)
        self._held = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the list of a country."""
        if code := self.code_at(event.position()):
            self.choose(code, say=False)
            self.opened.emit(code)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Go nearer or farther, where the mouse is."""
        self.zoom(event.angleDelta().y() / 120, event.position())
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Say the country and its number where the mouse rests."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            code = self.code_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.sentence(code), self)
            return True
        return super().event(event)

    # Keys --------------------------------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keys are here, and say what is chosen."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason) and self.current:
            announce(self, self.sentence(self.current))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from country to country, move the map, go nearer, open a list; letters choose by name."""
        key, text = Qt.Key(event.key()), event.text()
        if key in _WAYS and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.move_by(_WAYS[key][0] * _MOVE, _WAYS[key][1] * _MOVE)
        elif key in _WAYS:
            self._neighbour(_WAYS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._choose_row(0 if key == Qt.Key.Key_Home else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current:
            self.opened.emit(self.current)
        elif key == Qt.Key.Key_Escape and self.current:
            self.choose("")
        elif text in ("+", "=", "-"):
            self.zoom(-1 if text == "-" else 1)
        elif text.isalpha() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._type(text)
        else:
            super().keyPressEvent(event)

    def _choose_row(self, place: int) -> None:
        if self.numbers and self.numbers.rows:
            self.choose(self.numbers.rows[place].code)

    def _neighbour(self, way: tuple[int, int]) -> None:
        """Choose the next country with a number in a direction."""
        if not self.current or self.current not in self.shapes:
            self._choose_row(0)
        elif self.numbers is not None:
            codes = [row.code for row in self.numbers.rows if row.code in self.shapes]
            self.choose(neighbour(self.current, codes, self.shapes, way))

    def _type(self, text: str) -> None:
        self._typed += fold(text)
        self._typing.start()
        found = named(self._typed, self.numbers.rows if self.numbers else ())
        if found:
            self.choose(found)

    def _forget_typed(self) -> None:
        self._typed = ""
