"""Enter in a dialog: it presses the button that has the keyboard; anywhere else it goes on, and never cancels."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QDialogButtonBox, QPushButton


class _Presser(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        enter = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.type() == QEvent.Type.KeyPress and isinstance(watched, QAbstractButton):
            watched.click()
            return True
        return False


def goes_on(buttons: QDialogButtonBox, default: QPushButton) -> None:
    """Let Enter press one button of a dialog from wherever the keyboard is, and the others only when they have it.

    Of its own Qt takes the button that had the keyboard last. To be called once the buttons stand in their dialog.
    """
    presser = _Presser(buttons)
    for button in buttons.findChildren(QPushButton):
        button.setAutoDefault(False)
        button.installEventFilter(presser)
    default.setDefault(True)
