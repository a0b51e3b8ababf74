"""The copies of the base: when, how large, and what can be done with them."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QFrame, QStackedWidget, QWidget

from desktop_app.gui.lists.empty_state import EmptyState
from desktop_app.gui.palette import carry_out
from desktop_app.gui.parts import Worded, column, label, line, row
from desktop_app.gui.table.cells import Cell
from desktop_app.gui.table.model import Heading, Row
from desktop_app.gui.table.short_list import ShortList
from desktop_app.gui.when import clock, day_title, size
from desktop_app.gui.words import tr
from desktop_app.gui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.store.backups import Backup

WIDTHS = (300, 90, 110, 320)


class BackupsPart(Worded, QWidget):
    """The list of copies, and a sentence that says how long they are kept."""

    changed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._backups: Sequence[Backup] = ()
        self.words = label("", "muted", wrap=True)
        self.list, self.nothing = ShortList(), EmptyState("archive")
        self.list.chosen.connect(self.changed)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.nothing)
        self._verbs = QFrame()
        self.setLayout(column(self._verbs, line(), self._stack, spacing=0))
        self.retranslate()

    def offer(self, *verbs: QWidget) -> None:
        """Put the verbs above the list."""
        bar = row(self.words, *verbs, margins=(20, 10, 16, 10))
        bar.setStretch(0, 1)
        self._verbs.setLayout(bar)

    def load(self) -> None:
        """Look which copies there are."""
        if not self._workspace.is_open:
            return
        base = self._workspace.store.path

        def look() -> "list[Backup]":
            from desktop_app.store.backups import backups

            return backups(base)

        self._workspace.tasks.run(lambda _task: look(), self._show, lane="file")

    def _show(self, found: "Sequence[Backup]") -> None:
        self._backups = found
        self.list.fill([_row(backup) for backup in found], self._headings(), WIDTHS, 3)
        self._stack.setCurrentWidget(self.list if found else self.nothing)
        self.changed.emit()

    def _headings(self) -> list[Heading]:
        return [Heading(tr("Day")), Heading(tr("Time")), Heading(tr("Size"), right=True), Heading(tr("File"))]

    def chosen(self) -> "Backup | None":
        """Return the selected copy."""
        name = self.list.current()
        return next((backup for backup in self._backups if backup.path.name == name), None)

    def status(self) -> str:
        """Say how many copies there are."""
        return tr("%n copy(ies) of this base", "", len(self._backups))

    def back_up(self) -> None:
        """Copy the base now."""
        carry_out.back_up(self._workspace, self.load)

    def open_folder(self) -> None:
        """Show the folder of the copies."""
        from desktop_app.store.backups import backup_folder

        folder = backup_folder(self._workspace.store.path)
        folder.mkdir(exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def restore(self) -> None:
        """Ask where to, and write the selected copy there."""
        backup = self.chosen()
        if backup is None:
            return
        base = self._workspace.store.path
        proposed = base.with_name(f"{base.stem} {backup.made.astimezone():%Y-%m-%d %Hh%M}.passerelle")
        path, _kind = QFileDialog.getSaveFileName(
            self, tr("Restore as a new base"), str(proposed), tr("Bases (*.passerelle)"),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )  # fmt: skip
        if path:
            self._restore(backup.path, Path(path).with_suffix(".passerelle"))

    def _restore(self, backup: Path, target: Path) -> None:
        from desktop_app.store.backups import restore

        words = tr("Restored as {name}. Open it with Ctrl+O; the present base stays as it is.")
        self._workspace.tasks.run(
            lambda _task: restore(backup, target),
            lambda _none: self._workspace.note(words.format(name=target.name)),
            words=tr("Restoring…"),
            lane="file",
        )

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        self.words.setText(
            tr(
                "Made by themselves while you work. Kept: all of two days, one a day for a month, one a month for two years."
            )
        )
        self.nothing.say(tr("No copy yet. Press “Back up now”, or wait: the program makes one by itself."))
        self.list.setAccessibleName(tr("Backups"))
        self.list.setAccessibleDescription(tr("The copies of this base, newest first."))
        self._show(self._backups)


def _row(backup: "Backup") -> Row:
    at = backup.made.astimezone()
    return Row(
        backup.path.name,
        "",
        (
            Cell(day_title(at.date()), bold=True), Cell(clock(at)), Cell(size(backup.size), right=True),
            Cell(backup.path.name, tone="muted"),
        ),
    )  # fmt: skip
