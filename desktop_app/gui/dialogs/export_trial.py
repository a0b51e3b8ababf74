"""A workbook tried before it is mailed: the program handles a copy as an attaché might, and says what survives."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QWidget

from desktop_app.gui.messages import sentence
from desktop_app.gui.parts import give_icon, label, row
from desktop_app.gui.words import said, tr
from desktop_app.gui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.gui.tasks import Task
    from desktop_app.sync.export import Request
    from desktop_app.sync.rehearsal import Tried


class TrialPart(QWidget):
    """The button, then what came of it."""

    def __init__(self, workspace: Workspace, request: "Request") -> None:
        super().__init__()
        self._workspace, self._request = workspace, request
        self._task: Task | None = None
        self.start, self.words = QPushButton(tr("See it as the recipient does")), label("", "muted", wrap=True)
        give_icon(self.start, "file-check")
        self.start.setAutoDefault(False)
        self.start.setToolTip(
            tr("Sorts a copy, types dates as text, moves columns, saves it in other formats, and reads it back")
        )
        self.start.clicked.connect(self._try)
        line = row(self.start, self.words)
        line.setStretch(1, 1)
        self.setLayout(line)

    def _try(self) -> None:
        store, request = self._workspace.store, self._request
        self.start.setEnabled(False)
        self.words.setText(tr("Trying a copy…"))

        def work(task: "Task") -> "Sequence[Tried]":
            from desktop_app.sync.rehearsal import rehearse

            return rehearse(store, request, task.step)

        self._task = self._workspace.tasks.run(
            work, self._show, self._complain, words=tr("Trying a copy…"), lane="read"
        )

    def _show(self, tried: "Sequence[Tried]") -> None:
        bad = [said(one.words) for one in tried if not one.survived]
        good = [said(one.words) for one in tried if one.survived]
        if bad:
            words = tr("Something is lost when a copy is handled so: {handlings}.").format(handlings=", ".join(bad))
        else:
            words = tr("Nothing is lost in %n kind(s) of handling: {handlings}.", "", len(good)).format(
                handlings=", ".join(good)
            )
        self.words.setText(words)
        self.start.setEnabled(True)

    def _complain(self, error: Exception) -> None:
        self.words.setText(sentence(error))
        self.start.setEnabled(True)

    def stop(self) -> None:
        """Stop a trial under way."""
        if self._task is not None:
            self._task.cancel()
