"""What screen readers are told that nothing with the keyboard shows: saved, counts, errors."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget


class _Voice(QObject):
    """Says it, once to all who listen."""

    said = Signal(str)


voice = _Voice()


def announce(widget: QWidget, text: str) -> None:
    """Have a text said politely: after what is being read."""
    if text:
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # the first paint needs none of it

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
        voice.said.emit(text)
