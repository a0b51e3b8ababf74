"""A small form that opens below a button, and closes on Escape or a click beside it."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from desktop_app.gui.icon_line import IconLine
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
        self.resize(self._whole())
        room = self.screen().availableGeometry()
        left = max(room.left(), min(place.x(), room.right() - self.width()))
        top = max(room.top(), min(place.y(), room.bottom() - self.height()))
        self.move(left, top)
        self.show()
        self.first_focus().setFocus()

    def _whole(self) -> QSize:
        """Return the size that all parts need; Qt's own way to adjust it stops at two thirds of the screen."""
        self.ensurePolished()
        width = max(self.sizeHint().width(), self.minimumWidth())
        high = self.heightForWidth(width) if self.hasHeightForWidth() else self.sizeHint().height()
        return QSize(width, min(high, self.screen().availableGeometry().height()))

    def first_focus(self) -> QWidget:
        """Return the part that one works with first."""
        return self


class SearchLine(IconLine):
    """The search above a list: `left` when the arrow goes down into the list."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave for the list."""
        if event.key() == Qt.Key.Key_Down:
            self.left.emit()
        else:
            super().keyPressEvent(event)
