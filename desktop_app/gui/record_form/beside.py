"""What a form's window offers beside its fields: files to attach, and what each field was before."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop_app.gui.actions import action
from desktop_app.gui.record_form.attaching import choose
from desktop_app.gui.record_form.field_history import FieldHistory, Was, values_of
from desktop_app.gui.words import mark, said, tr
from desktop_app.gui.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.gui.record_form.record import RecordForm


LETTERED = frozenset({"mission", "person", "partner", "event"})


class FormExtras:
    """Mixed into the window of a form."""

    form: "RecordForm"
    workspace: Workspace

    @action(mark("Search everything"), icon="search", keys=("Ctrl+K",), when="is_free")
    def search(self) -> None:
        """Open the palette over the form."""
        self.workspace.sought.emit(self)

    def is_free(self) -> bool:
        """Whether nothing waits for this form to be done, so that one may go elsewhere from it."""
        return not self.form.window().isModal()

    @action(mark("Attach files…"), icon="paperclip", keys=("Ctrl+Shift+A",))
    def attach(self) -> None:
        """Ask for files and attach them."""
        self.attach_files(choose(self.form, self.workspace))

    def attach_files(self, paths: "Sequence[Path]") -> None:
        """Attach files; a new record is saved first."""
        if not paths:
            return
        if self.form.id is None:
            self.form.save(lambda: self._attach_to_new(paths))
        else:
            self.form.files.attach(paths)

    def _attach_to_new(self, paths: "Sequence[Path]") -> None:
        self.form.open(str(self.form.id))
        self.form.files.show_of(str(self.form.id))
        self.form.files.attach(paths)

    def can_write(self) -> bool:
        """Whether letters can be written about this record."""
        return self.form.id is not None and self.form.entity.name in LETTERED

    @action(mark("Letter…"), icon="file-text", keys=("Ctrl+L",), when="can_write")
    def write_letter(self) -> None:
        """Write a letter from a Word template, filled from this record as it was saved."""
        from desktop_app.gui.letters.dialog import open_letters

        window = self.form.window()
        open_letters(window, self.workspace, self.form.entity, [str(self.form.id)])

    @action(mark("History of the field"), icon="history", keys=("Ctrl+Shift+H",), when="exists")
    def field_history(self) -> None:
        """Show the values that the field with the focus has had; one of them can be put back."""
        name = self._field_with_focus()
        if not name or not self.form.id:
            self.form.tabs.choose(-1)  # the history of the whole record
            return
        entity, id_ = self.form.entity, self.form.id

        def show(values: Sequence[Was]) -> None:
            shown = FieldHistory(said(entity.fields[name].words), values, self.form)
            shown.taken.connect(lambda was: self.form.fields.put(name, was.value))
            shown.open_below(self.form.fields.cells[name])

        self.workspace.read(lambda store: values_of(store, entity, id_, name), show, words=tr("Reading the history…"))

    def _field_with_focus(self) -> str:
        focus: object = self.form.window().focusWidget()
        cells = self.form.fields.cells.items()
        return next((name for name, cell in cells if isinstance(focus, QWidget) and cell.isAncestorOf(focus)), "")
