"""Undo and redo, with the name of the step that they would take back; a text field with the focus comes first."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desktop_app.gui.actions import action, collect, tip
from desktop_app.gui.words import mark, said, tr
from desktop_app.gui.workspace import Notice, Workspace

if TYPE_CHECKING:
    from desktop_app.domain.words import Words
    from desktop_app.gui.frame.base_facts import Facts


class StepCommands(QObject):
    """The two commands; `follow` gives them their names."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._steps: dict[str, Words | None] = {"undo": None, "redo": None}
        self.commands = collect(self)

    def follow(self, facts: "Facts") -> None:
        """Name the steps that can be taken back now."""
        self._steps = {"undo": facts.undo, "redo": facts.redo}
        self.retranslate()

    def retranslate(self) -> None:
        """Say the names in the language of the screen."""
        for name, alone in (("undo", tr("Undo")), ("redo", tr("Redo"))):
            words, made = self._steps[name], self.commands[name]
            made.setText(tr("{verb}: {what}").format(verb=alone, what=said(words)) if words else alone)
            made.setProperty("verb", alone)
            made.setToolTip(tip(made))
            made.setEnabled(words is not None)

    @action(mark("Undo"), icon="undo-2", keys=("Ctrl+Z",), menu="edit", window=True)
    def undo(self) -> None:
        """Take back what was typed in the field with the focus, else the last edit of the base."""
        if not _in_text("undo"):
            self.undo_edit()

    def undo_edit(self) -> None:
        """Take back the last edit of the base."""
        if words := self._steps["undo"]:
            self._workspace.undo(lambda: self._say_undone(words))

    def _say_undone(self, words: "Words") -> None:
        """Say what was undone: it may have been done on another page than the one in view."""
        text = tr("Undone: {what}").format(what=said(words))
        self._workspace.noted.emit(Notice(text, back=self.redo_edit, redo=True))

    @action(mark("Redo"), icon="redo-2", keys=("Ctrl+Y", "Ctrl+Shift+Z"), menu="edit", window=True)
    def redo(self) -> None:
        """Bring back what was undone last."""
        if not _in_text("redo"):
            self.redo_edit()

    def redo_edit(self) -> None:
        """Make the edit of the base again that was undone last."""
        if words := self._steps["redo"]:
            self._workspace.redo(lambda: self._workspace.note(tr("Redone: {what}").format(what=said(words)), undo=True))


def _in_text(step: str) -> bool:
    """Undo or redo in the text field with the focus; whether there was something."""
    from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit

    field = QApplication.focusWidget()
    if isinstance(field, QLineEdit) and (field.isUndoAvailable() if step == "undo" else field.isRedoAvailable()):
        (field.undo if step == "undo" else field.redo)()
        return True
    if isinstance(field, QTextEdit | QPlainTextEdit):
        document = field.document()
        if document.isUndoAvailable() if step == "undo" else document.isRedoAvailable():
            (field.undo if step == "undo" else field.redo)()
            return True
    return False
