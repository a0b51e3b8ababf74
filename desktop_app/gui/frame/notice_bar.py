"""The bar that says for eight seconds what was done, with Undo where it can be taken back; and errors, until closed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from desktop_app.gui.announce import announce
from desktop_app.gui.parts import give_icon, icon_button, label, look_as, row
from desktop_app.gui.words import tr
from desktop_app.gui.workspace import Notice

if TYPE_CHECKING:
    from collections.abc import Callable

SECONDS = 8


class NoticeBar(QFrame):
    """Lies over the foot of the window."""

    undo_asked = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._back: Callable[[], None] | None = None
        self.words = label("", wrap=False)
        self.undo = QPushButton()
        self.undo.setProperty("kind", "flat")
        self.undo.clicked.connect(self._on_undo)
        self._close = icon_button("x", tr("Close"))
        self._close.clicked.connect(self.hide)
        self.setLayout(row(self.words, self.undo, self._close, margins=(14, 6, 8, 6)))
        self._timer = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self._timer.timeout.connect(self.hide)
        over.installEventFilter(self)
        self.hide()

    def say(self, notice: Notice) -> None:
        """Say something, to the eye and to screen readers."""
        look_as(self, "notice" if notice.error else "popup", hue="red" if notice.error else "")
        self.words.setText(notice.text)
        self.undo.setText(tr("Redo") if notice.redo else tr("Undo"))
        give_icon(self.undo, "redo-2" if notice.redo else "undo-2")
        self._back = notice.back
        self.undo.setVisible(notice.undo or notice.back is not None)
        self._close.setAccessibleName(tr("Close"))
        self._place()
        self.show()
        self.raise_()
        if notice.error:
            self._timer.stop()
        else:
            self._timer.start()
        announce(self, notice.text)

    def _on_undo(self) -> None:
        self.hide()
        if self._back is not None:
            self._back()
        else:
            self.undo_asked.emit()

    def _place(self) -> None:
        self.adjustSize()
        width = min(self.width(), self._over.width() - 32)
        self.setGeometry(
            (self._over.width() - width) // 2, self._over.height() - self.height() - 44, width, self.height()
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot when the window changes its size."""
        if watched is self._over and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go away on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
