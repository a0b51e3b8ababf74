"""The field of the palette, which keeps the keyboard: the keys that steer the list are handed on."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

DOWN = (Qt.Key.Key_Down, Qt.Key.Key_Tab)
UP = (Qt.Key.Key_Up, Qt.Key.Key_Backtab)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
PIN = Qt.Key.Key_B  # with Ctrl
STEERING = (*DOWN, *UP, *ENTER, Qt.Key.Key_Escape, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class PaletteField(QLineEdit):
    """The field; the keys that steer the list go there."""

    steered = Signal(object)  # QKeyEvent
    forsaken = Signal()  # the keyboard went elsewhere

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send the keys that steer the list to it."""
        key, control = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        steers = key in STEERING or (control and key == PIN)
        if steers:
            self.steered.emit(event)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Take Tab too, which else would leave the field; and the key that pins before a page has it."""
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and event.key() == PIN:
                event.accept()
            if event.type() == QEvent.Type.KeyPress and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                self.steered.emit(event)
                return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave when the keyboard goes elsewhere in the program, not when another program comes to the front."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.forsaken.emit()
