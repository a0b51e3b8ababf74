"""A row of the settings that edits a field of the office's own record, by the editor that its form has."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import problems
from desktop_app.gui.editors.links import Links
from desktop_app.gui.editors.of_type import editor_for
from desktop_app.gui.parts import column
from desktop_app.gui.preferences.kept import OfOffice
from desktop_app.gui.preferences.rows import Row
from desktop_app.gui.record_form.cell import Note
from desktop_app.gui.words import said, tr


class FieldRow(Row):
    """A field of the office: address, logo, colour; what can't be read stays, and says why."""

    def __init__(self, name: str, below: str, kept: OfOffice) -> None:
        office = ENTITIES["office"]
        self.field = office.fields[kept.field]
        self.input = editor_for(self.field.type, Links(kept.workspace))
        self.note = Note()
        held = QWidget()
        held.setLayout(column(self.input, self.note, spacing=0))
        held.setFocusProxy(self.input.focusProxy() or self.input)
        super().__init__(name, below, held)
        grid = self.layout()
        if isinstance(grid, QGridLayout):  # what is high leaves the words at the top
            grid.addWidget(held, 0, 1, 3, 1, Qt.AlignmentFlag.AlignVCenter)
            grid.setRowStretch(2, 1)
        self._kept, self._value = kept, ""
        self.input.settled.connect(self._finish)
        self.note.taken.connect(self.input.take_guess)
        self.retranslate()

    def load(self) -> None:
        """Show what is kept, unless somebody is typing."""
        self._kept.read(self._show)

    def _show(self, value: str) -> None:
        self._value = value
        if not self._typed():
            self.input.set_value(value or None)
            self._judge()

    def _typed(self) -> bool:
        return self.input.unfinished or (str(self.input.value() or "") != self._value and self._focused())

    def _focused(self) -> bool:
        return any(widget.hasFocus() for widget in self.findChildren(QWidget))

    def _finish(self) -> None:
        value = self.input.value()
        text = str(value or "")
        if self.input.problem is None and text != self._value:
            before, self._value = self._value, text
            self._kept.write(text)
            what = tr("emptied") if before and not text else said(self.field.words)
            self.told.emit(f"{tr(self.name)}: {what}", None)
        self._judge()

    def _judge(self) -> None:
        """Say what can't be read, or what the rules say of the value."""
        unread = self.input.problem
        if unread is not None:
            self.note.say(said(unread), error=True)
            return
        found = problems(ENTITIES["office"], {self.field.name: self.input.value()})
        words = [one.words for one in found if self.field.name in one.fields]
        self.note.say(said(words[0]) if words else "", error=False)

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        super().retranslate()
        self.input.describe(tr(self.name), tr(self.below))
        self._judge()
