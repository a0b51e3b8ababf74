"""Asks for another value than ours and theirs, with the editor of the field."""

from typing import NamedTuple

from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QPushButton, QWidget

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Field
from desktop_app.domain.values import Value
from desktop_app.gui.editors.ahead import to_create
from desktop_app.gui.editors.link import LinkEditor
from desktop_app.gui.editors.links import Links, Take
from desktop_app.gui.editors.of_type import editor_for
from desktop_app.gui.enter import goes_on
from desktop_app.gui.parts import column, label, row
from desktop_app.gui.theme import look
from desktop_app.gui.words import said, tr, unbroken
from desktop_app.gui.workspace import Workspace


class Wanted(NamedTuple):
    """What is asked: for which record and field, proposing what.

    `sentence`: why · `equal`: how many other such cells · `text`: what the file says, where no value could be read.
    """

    record: str
    field: Field
    value: Value
    sentence: str = ""
    equal: int = 0
    text: str = ""


class OtherValueDialog(QDialog):
    """One editor, the sentence that says why, and whether equal cells are meant too."""

    def __init__(self, workspace: Workspace, wanted: Wanted, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setWindowTitle(tr("Another value"))
        name = said(wanted.field.words)
        links = Links(workspace, creating=True, parent=self)
        links.create_asked.connect(self._create)
        self.editor = editor_for(wanted.field.type, links)
        self.editor.set_value(wanted.value)
        self.making = QPushButton()
        self._offer_to_make(wanted)
        self.editor.describe(name, wanted.sentence)
        self.problem = label("", "error", wrap=True)
        self.problem.hide()
        self.all_equal = QCheckBox(tr("The same for %n other cell(s) with the same text", "", wanted.equal))
        self.all_equal.setChecked(True)
        self.all_equal.setVisible(bool(wanted.equal))
        why = label(unbroken(wanted.sentence), "small", wrap=True)
        why.setVisible(bool(wanted.sentence))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        take = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        take.setText(tr("Take this value"))
        self.buttons.accepted.connect(self._on_accepted)
        self.buttons.rejected.connect(self.reject)
        head = column(label(wanted.record, "record", wrap=True), label(name, "heading"), spacing=10)
        self.setLayout(
            column(
                head,
                self.editor,
                self.problem,
                row(self.making, None),
                why,
                self.all_equal,
                4,
                self.buttons,
                margins=(20, 16, 20, 16),
            )
        )
        goes_on(self.buttons, take)
        self._say_default()
        self.setMinimumWidth(look.px(420))
        self.editor.setFocus()
        self.editor.changed.connect(self._on_changed)

    def _offer_to_make(self, wanted: Wanted) -> None:
        """Offer to make the record that the file names and that is not here."""
        self.making.hide()
        editor = self.editor
        made = (
            editor.source.creates() if isinstance(editor, LinkEditor) and wanted.value is None and wanted.text else None
        )
        if isinstance(editor, LinkEditor) and made is not None:
            editor.write(wanted.text)
            self.making.setText(to_create(wanted.text, made))
            self.making.setAutoDefault(False)
            self.making.clicked.connect(lambda: editor.write(wanted.text))  # whatever was looked for meanwhile
            self.making.clicked.connect(editor.have_made)
            self.making.show()

    def value(self) -> Value:
        """Return the value."""
        return self.editor.value()

    def _create(self, entity: str, text: str, take: Take) -> None:
        """Have a record made that is missing; it is here at once, whatever becomes of the file."""
        from desktop_app.gui.record_form.opening import create_linked

        create_linked(self, self._workspace, ENTITIES[entity], text, take)

    def _on_changed(self) -> None:
        """Say nothing more of what was wrong, once it is mended."""
        self.problem.hide()
        self.editor.show_wrong(wrong=False)
        self._say_default()

    def _say_default(self) -> None:
        """Let Enter make what is missing, until something else is chosen."""
        missing = not self.making.isHidden() and self.editor.value() is None
        take = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        (self.making if missing else take).setDefault(True)

    def _on_accepted(self) -> None:
        self.editor.settle()
        if self.editor.problem is None:
            self.accept()
            return
        self.problem.setText(unbroken(said(self.editor.problem)))
        self.problem.show()
        self.editor.show_wrong(wrong=True)
        self.editor.setFocus()
