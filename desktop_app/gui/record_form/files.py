"""The files of a record: attached, opened to be read, saved elsewhere, taken off again with undo."""

from array import array
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QFileDialog, QPushButton, QStackedWidget, QWidget

from desktop_app.domain.entity import Entity
from desktop_app.domain.event import ATTACHMENT
from desktop_app.domain.words import Words
from desktop_app.gui.parts import Worded, column, give_icon, label, row
from desktop_app.gui.record_form.attaching import attach, choose, files_of, open_kept
from desktop_app.gui.table.cells import Cell
from desktop_app.gui.table.model import Heading, Row, TableModel
from desktop_app.gui.table.view import Table
from desktop_app.gui.words import tr
from desktop_app.gui.workspace import Workspace


class File(NamedTuple):
    """One file of a record."""

    id: str
    name: str
    size: int
    content: str
    there: bool


class FilesTab(Worded, QWidget):
    """The list of files with what can be done with them."""

    counted = Signal(int)

    def __init__(self, workspace: Workspace, entity: Entity) -> None:
        super().__init__()
        self._workspace, self._entity = workspace, entity
        self._id = ""
        self.files: Sequence[File] = ()
        self._model = TableModel(self._rows, self)
        self.table = Table(self._model)
        self.table.set_compact(compact=True)
        self.table.opened.connect(lambda _row: self.open())
        self.table.chosen.connect(self._refresh)
        self._nothing = label("", "muted", wrap=True)
        self._nothing.setMargin(20)
        self.add, self.show_, self.save, self.remove = (QPushButton() for _ in range(4))
        for button, icon, run in (
            (self.add, "paperclip", self.ask), (self.show_, "eye", self.open), (self.save, "download", self.save_as),
            (self.remove, "trash-2", self.take_off),
        ):  # fmt: skip
            give_icon(button, icon)
            button.setAutoDefault(False)
            button.clicked.connect(run)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._nothing)
        verbs = row(self.show_, self.save, self.remove, None, self.add, margins=(20, 10, 20, 10))
        self.setLayout(column(verbs, self._stack, spacing=0))
        self.setFocusProxy(self.add)
        workspace.changed.connect(self._read)
        self.retranslate()

    # What is shown -----------------------------------------------------------------------------------------------

    def show_of(self, id_: str) -> None:
        """Show the files of a record; none for one that is not saved yet."""
        self._id = id_
        self._read()

    def _read(self, *_changes: object) -> None:
        from desktop_app.store.attachments import is_there

        found: list[File] = []
        if self._id and self._workspace.is_open:
            base = self._workspace.store.path
            for one in files_of(self._workspace, self._id):
                name, content = str(one["name"]), str(one["content"] or "")
                size = int(str(one["size"])) if str(one["size"] or "").isdigit() else 0
                found.append(File(str(one["id"]), name, size, content, is_there(base, content, name)))
        self.files = found
        self._show()
        self.counted.emit(len(found))

    def _show(self) -> None:
        words = (tr("File"), tr("Size"), tr("State"))
        self._model.show(array("q", range(len(self.files))), [Heading(text, False) for text in words])
        self.table.set_widths((420, 110, 260), (0,))
        self.table.select_row(0)
        self._stack.setCurrentWidget(self.table if self.files else self._nothing)
        self._refresh()

    def _rows(self, numbers: Sequence[int]) -> list[Row]:
        return [self._row(self.files[number]) for number in numbers]

    def _row(self, file: File) -> Row:
        state = (
            Cell(tr("Kept with the base"), tone="muted")
            if file.there
            else Cell(tr("Missing from the folder of the base"), tone="error")
        )
        return Row(file.id, "", (Cell(file.name), Cell(_size(file.size), tone="muted"), state))

    @property
    def current(self) -> File | None:
        """The selected file."""
        number = self.table.currentIndex().row()
        return self.files[number] if 0 <= number < len(self.files) else None

    def _refresh(self) -> None:
        for button in (self.show_, self.save, self.remove):
            button.setEnabled(self.current is not None)

    # What is done ------------------------------------------------------------------------------------------------

    def ask(self) -> None:
        """Ask for files and attach them."""
        if self._id:
            self.attach(choose(self, self._workspace))

    def attach(self, paths: Sequence[Path]) -> None:
        """Attach files."""
        if paths and self._id:
            attach(self._workspace, self._entity, self._id, paths)

    def open(self) -> None:
        """Open a copy of the selected file, to be read."""
        if (file := self.current) is not None:
            open_kept(self._workspace, file.name, file.content)

    def save_as(self) -> None:
        """Save a copy of the selected file elsewhere."""
        from desktop_app.store.attachments import copy_out

        file = self.current
        if file is None:
            return
        chosen, _kind = QFileDialog.getSaveFileName(self, tr("Save a copy"), file.name)
        if chosen:
            base = self._workspace.store.path
            self._workspace.tasks.run(
                lambda _task: copy_out(base, file.content, file.name, Path(chosen)),
                lambda path: self._workspace.note(tr("Saved as {file}").format(file=path.name)),
                lane="file",
            )

    def take_off(self) -> None:
        """Take the selected file off the record; the file itself stays, so that undo finds it."""
        file = self.current
        if file is None:
            return
        words = Words(f"Retirer {file.name}", f"Remove {file.name}")

        def done(_none: None) -> None:
            self._workspace.note(tr("{what} taken off").format(what=file.name), undo=True)

        self._workspace.edit(words, lambda edit: edit.delete(ATTACHMENT, file.id), done=done)

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        self.add.setText(tr("Attach files…"))
        self.add.setToolTip(tr("Attach files… (Ctrl+Shift+A), or drop them on this window"))
        self.show_.setText(tr("Open"))
        self.save.setText(tr("Save a copy…"))
        self.remove.setText(tr("Remove"))
        self.table.setAccessibleName(tr("Files of this entry"))
        self._nothing.setText(
            tr("No files yet. Drop letters, agreements or reports on this window, or press Ctrl+Shift+A.")
        )
        self._show()


def _size(size: int) -> str:
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
