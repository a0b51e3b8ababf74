"""The bar that says for eight seconds what was done, with Undo where it can be taken back, or Open where it is a file.

What went wrong stays until somebody goes on to something else, for it may have happened to an empty chair. Either goes
at once with the cross and with Escape. What is so, and not what has happened, is never said here.

It stands below the page and takes its own room: whatever lay over the page would hide what one wants to press next.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QPushButton

from desktop_app.gui.announce import announce
from desktop_app.gui.parts import give_icon, icon_button, label, look_as, row
from desktop_app.gui.words import tr
from desktop_app.gui.workspace import Notice

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop_app.store.edit import Changes

SECONDS = 8


class NoticeBar(QFrame):
    """Stands at the foot of the page while there is something to say."""

    undo_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._back: Callable[[], None] | None = None
        self._file: Path | None = None
        self._of_step = False
        self.words = label(wrap=True)
        self.undo = QPushButton()
        self.undo.setProperty("kind", "flat")
        self.undo.clicked.connect(self._on_undo)
        self._close = icon_button("x", tr("Close"))
        self._close.clicked.connect(self.hide)
        line = row(self.words, self.undo, self._close, margins=(20, 4, 12, 4))
        line.setStretch(0, 1)
        line.addStretch(0)
        self.setLayout(line)
        self._timer = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self._timer.timeout.connect(self._on_time)
        self._error = False
        self.hide()

    def say(self, notice: Notice) -> None:
        """Say something, to the eye and to screen readers."""
        look_as(self, "notice", hue="red" if notice.error else "blue")
        self.words.setText(notice.text)
        # Undo stands beside the words, which are broken into lines only where the window is too narrow for them.
        self.words.setMaximumWidth(self.words.fontMetrics().horizontalAdvance(notice.text) + 8)
        self._offer(notice)
        self._close.setAccessibleName(tr("Close"))
        self._close.setToolTip(tr("Close (Esc)"))
        self.show()
        self._error = notice.error
        self._timer.start()
        announce(self, notice.text)

    def _offer(self, notice: Notice) -> None:
        self._back, self._file, self._of_step = notice.back, notice.file, notice.undo or notice.redo
        back = ("redo-2", tr("Redo")) if notice.redo else ("undo-2", tr("Undo"))
        icon, words = back if notice.file is None else ("folder-open", tr("Open"))
        self.undo.setText(words)
        give_icon(self.undo, icon)
        self.undo.setVisible(notice.undo or notice.back is not None or notice.file is not None)

    def go_on(self) -> None:
        """Go away with an error that was long enough in sight: something else is done by now."""
        if self._error and not self._timer.isActive():
            self.hide()

    def leave_step(self, changes: "Changes | None") -> None:
        """Go away with a step that is no longer the last one: Undo would take back what was done after it.

        What changes no entry, as a file that goes back on the shelf, is no step.
        """
        if self._of_step and (changes is None or changes.entities):
            self.hide()

    def _on_time(self) -> None:
        if not self._error:
            self.hide()

    def _on_undo(self) -> None:
        self.hide()
        if self._file is not None:
            self._open(self._file)
        elif self._back is not None:
            self._back()
        else:
            self.undo_asked.emit()

    def _open(self, path: "Path") -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.say(Notice(tr("No program here opens “{name}”.").format(name=path.name), error=True))
