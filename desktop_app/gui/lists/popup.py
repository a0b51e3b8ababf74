"""A small form that opens below a button, and closes on Escape or a click beside it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QWidget

from desktop_app.gui.parts import look_as


class Popup(QFrame):
    """The frame of such a form."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        look_as(self, "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def open_below(self, widget: QWidget) -> None:
        """Open below a widget, inside the screen."""
        self.open_at(widget.mapToGlobal(QPoint(0, widget.height() + 4)))

    def open_at(self, place: QPoint) -> None:
        """Open at a place, moved so that all of it is on the screen."""
        self.adjustSize()
        room = self.screen().availableGeometry()
        left = max(room.left(), min(place.x(), room.right() - self.width()))
        top = max(room.top(), min(place.y(), room.bottom() - self.height()))
        self.move(left, top)
        self.show()
        self.first_focus().setFocus()

    def first_focus(self) -> QWidget:
        """Return the part that one works with first."""
        return self
