"""The list of records under review: the keys that decide mean the field that is shown, as they do in the fields."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from desktop_app.gui.review.fields import FieldTable
from desktop_app.gui.table.short_list import ShortList


class RecordsList(ShortList):
    """Goes through the records with ↑ ↓ and leaves all other keys of the review to the table of fields."""

    has_keys = Signal(bool)  # whether the list has the keys

    def __init__(self, fields: FieldTable) -> None:
        super().__init__()
        self._fields = fields

    def event(self, event: QEvent) -> bool:
        """Take Ctrl+Z for decisions, as the fields do."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._fields.takes(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Decide, or go to another record."""
        key, keys = Qt.Key(event.key()), Qt.Key
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        decides = key in (keys.Key_Left, keys.Key_Right, keys.Key_E, keys.Key_F2, keys.Key_A, keys.Key_L, keys.Key_F)
        if self._fields.takes(event) or (plain and decides):
            self._fields.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell what the arrows go through now."""
        super().focusInEvent(event)
        self.has_keys.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the arrows are the fields' again."""
        super().focusOutEvent(event)
        self.has_keys.emit(False)
