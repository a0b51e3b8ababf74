"""The status bar, never empty: what is shown and why; work under way; saved; the last backup."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from desktop_app.gui import icons
from desktop_app.gui.parts import Elided, Worded, label
from desktop_app.gui.tasks import Task, Tasks
from desktop_app.gui.theme import look
from desktop_app.gui.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

HEIGHT = 28
_ICON, _GAP = 15, 6
PATIENCE_MS = 500  # shorter work shows no bar


class StatusBar(Worded, QFrame):
    """The bar at the foot of the window."""

    backups_asked = Signal()

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self.setObjectName("status")
        self.shown = Elided()
        self._work, self._bar, self._cancel = label(), QProgressBar(), QPushButton()
        self._cancel.setProperty("kind", "link")
        self._cancel.clicked.connect(tasks.cancel_all)
        self._bar.setFixedWidth(120)
        self._out, self._saved = _Said("send", "muted"), _Said("circle-check", "ok")
        self._backup = _Said("archive", "muted")
        self._counts = (0, 0)
        self._tasks = tasks
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(lambda: self._show_work(seen=True))
        self._backup_time = ""
        tasks.started.connect(self._on_started)
        tasks.progressed.connect(self._on_progress)
        tasks.ended.connect(self._on_ended)
        line = self._line = QHBoxLayout(self)
        line.setContentsMargins(14, 0, 14, 0)
        line.setSpacing(12)
        line.addWidget(self.shown, 1)
        for part in (self._work, self._bar, self._cancel, self._out, self._saved, self._backup):
            line.addWidget(part)
        self._show_work(seen=False)
        self.show_saved(saved=None)
        self._out.hide()
        look.changed.connect(self._restyle)
        self.setFixedHeight(look.px(HEIGHT))
        self.show_backup("")

    def say(self, text: str) -> None:
        """Say what is shown and why."""
        self.shown.setText(text)
        self._fit()

    def show_out(self, out: int, late: int) -> None:
        """Say how many workbooks somebody holds, and how many of them are late; nothing where there are none."""
        self._counts = (out, late)
        self._out.setVisible(out > 0)
        self.retranslate()

    def show_saved(self, *, saved: bool | None) -> None:
        """Say that all is saved; None while no base is open."""
        self._saved.setVisible(bool(saved))
        self._fit()

    def show_backup(self, time: str) -> None:
        """Say when the last backup was made."""
        self._backup_time = time
        self._backup.setVisible(bool(time))
        self.retranslate()

    def say_backed_up(self) -> None:
        """Say that a backup was just made."""
        self.show_backup(f"{datetime.now().astimezone():%H:%M}")

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        out, late = self._counts
        held = tr("%n workbook(s) out", "", out)
        overdue = tr("%n late", "", late)
        self._out.say(f"{held}, {overdue}" if late else held)
        self._saved.say(tr("All saved"))
        self._backup.say(tr("Backup {time}").format(time=self._backup_time))
        self._cancel.setText(tr("Cancel"))
        self._fit()

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Show as many words as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave what is usual to its icon, one after the other, where what is shown can't be said whole beside it."""
        sides = self._line.contentsMargins()
        room = self.width() - sides.left() - sides.right() - self.shown.sizeHint().width()
        for part in (self._work, self._bar, self._cancel, self._out, self._saved, self._backup):
            if not part.isHidden():
                room -= self._line.spacing()
                room -= part.whole_width() if isinstance(part, _Said) else part.sizeHint().width()
        for said in (self._backup, self._saved):
            room += said.put_short(short=room < 0 and not said.isHidden())

    def _on_started(self, task: Task) -> None:
        if task.words:
            self._work.setText(task.words)
            self._bar.setRange(0, 0)
            self._patience.start()

    def _on_progress(self, task: Task, done: int, total: int, words: str) -> None:
        if task.words or words:
            self._work.setText(words or task.words)
            self._bar.setRange(0, total)
            self._bar.setValue(done)

    def _on_ended(self, _task: Task) -> None:
        if not self._tasks.busy:
            self._patience.stop()
            self._show_work(seen=False)

    def _show_work(self, *, seen: bool) -> None:
        for part in (self._work, self._bar):
            part.setVisible(seen)
        self._cancel.setVisible(seen and self._tasks.can_stop)
        self._fit()

    def _restyle(self) -> None:
        self.setFixedHeight(look.px(HEIGHT))
        for said in (self._out, self._saved, self._backup):
            said.restyle()


class _Said(QWidget):
    """An icon and words."""

    def __init__(self, icon: str, role: str) -> None:
        super().__init__()
        self._icon, self._role = icon, role
        self._picture, self._words = QLabel(), label()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(_GAP)
        line.addWidget(self._picture)
        line.addWidget(self._words)

    def say(self, text: str) -> None:
        self._words.setText(text)
        self.setAccessibleName(text)

    def whole_width(self) -> int:
        """Return the width of the icon with its words."""
        return look.px(_ICON) + _GAP + self._words.sizeHint().width()

    def put_short(self, *, short: bool) -> int:
        """Show the icon alone, its words as a tool tip, or both; returns the room that is spared by it."""
        self._words.setVisible(not short)
        self.setToolTip(self._words.text() if short else "")
        return _GAP + self._words.sizeHint().width() if short else 0

    def showEvent(self, event: "QShowEvent") -> None:
        """Draw the icon: not before, since none of these shows at first."""
        self.restyle()
        super().showEvent(event)

    def restyle(self) -> None:
        side = look.px(_ICON)
        self._picture.setPixmap(icons.icon(self._icon, self._role).pixmap(side, side))
