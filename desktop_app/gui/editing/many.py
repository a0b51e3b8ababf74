"""Changing one field of many records: the plan, and the dialog that asks for the field and its new value."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QRadioButton, QVBoxLayout, QWidget

from desktop_app.domain.entity import Entity, Field
from desktop_app.domain.progress import Progress
from desktop_app.domain.values import Value
from desktop_app.domain.words import Words
from desktop_app.gui.editing.plan import Plan, Planner, some_words, words_of_many
from desktop_app.gui.editors.links import Links
from desktop_app.gui.editors.of_type import editor_for
from desktop_app.gui.enter import goes_on
from desktop_app.gui.parts import Worded, column, label, row
from desktop_app.gui.theme import look
from desktop_app.gui.words import said, tr
from desktop_app.gui.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.gui.editors.base import Editor

How = Literal["replace", "add", "remove"]
HOWS: tuple[How, ...] = ("add", "remove", "replace")
MOST_NAMED = 14


def plan_many(planner: Planner, numbers: Sequence[int], made: Field, value: Value, how: How, step: Progress) -> Plan:
    """Return what giving one field a value changes in some records; of several values some may be added or removed."""
    plan = Plan(planner.entity, Words("", ""))
    for start in range(0, len(numbers), 500):
        step(start, len(numbers))
        for record in planner.records(numbers[start : start + 500]):
            after = combined(record.get(made.name), value, how) if made.several else value
            planner.change(plan, record, {made.name: after})
    plan.words = words_of_many(planner.entity, [made], len(plan.updates))
    return plan


def combined(before: Value, value: Value, how: How) -> Value:
    """Return several values with others added or removed."""
    held = set(before) if isinstance(before, tuple) else set()
    given = set(value) if isinstance(value, tuple) else set()
    after = {"replace": given, "add": held | given, "remove": held - given}[how]
    return tuple(sorted(after)) or None


class ManyDialog(Worded, QDialog):
    """Asks which field of the selected records takes which value; `asked` brings both (field, value, how)."""

    asked = Signal(object, object, str)

    def __init__(self, workspace: Workspace, entity: Entity, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entity, self._count = entity, count
        self._links = Links(workspace, parent=self)
        self.setObjectName("many")
        self.head = label("", "record", wrap=True)
        self.field = QComboBox()
        self.field.setMaxVisibleItems(MOST_NAMED)
        self._field_label, self._value_label = label("", "muted"), label("", "muted")
        self._field_label.setBuddy(self.field)
        self.hows = {how: QRadioButton() for how in HOWS}
        self._how_row = row(*self.hows.values(), None, spacing=16)
        self._place = QVBoxLayout()
        self.problem = label("", "error", wrap=True)
        self.problem.hide()
        self.editor: Editor | None = None
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.show_ = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.cancel = self.buttons.button(QDialogButtonBox.StandardButton.Cancel)
        QWidget.setTabOrder(self.show_, self.cancel)
        self.buttons.accepted.connect(self._on_accepted)
        self.buttons.rejected.connect(self.reject)
        self.setLayout(
            column(
                self.head, 4, self._field_label, self.field, self._value_label, self._how_row, self._place, self.problem, None,
                self.buttons, spacing=8, margins=(20, 16, 20, 16),
            )
        )  # fmt: skip
        goes_on(self.buttons, self.show_)
        self.setMinimumWidth(look.px(460))
        self._fill_fields()
        self.field.currentIndexChanged.connect(lambda _number: self._take_field())
        self.hows["replace"].toggled.connect(self._say_value)
        self._take_field()
        self.retranslate()
        self.field.setFocus()

    def _fill_fields(self) -> None:
        """List the fields, those that lists show first; what names a record alone is not given to many."""
        fields = [made for made in self._entity if not made.key]
        for made in sorted(fields, key=lambda one: not one.listed):
            self.field.addItem(said(made.words), made.name)

    @property
    def chosen(self) -> Field:
        """The field that is chosen."""
        return self._entity.fields[str(self.field.currentData())]

    @property
    def how(self) -> How:
        """Whether several values are replaced, or some added or removed."""
        return next((how for how, button in self.hows.items() if button.isChecked()), "replace")

    def choose(self, name: str) -> None:
        """Choose a field by its name."""
        self.field.setCurrentIndex(max(0, self.field.findData(name)))

    def _take_field(self) -> None:
        """Show the editor of the field that was chosen."""
        if self.editor is not None:
            self._place.removeWidget(self.editor)
            self.editor.hide()
            self.editor.deleteLater()
        self.editor = editor_for(self.chosen.type, self._links)
        self.editor.changed.connect(self.problem.hide)
        self._place.addWidget(self.editor)
        # It came last, after the buttons; they stay where they are, for their box must come before them.
        for before, after in pairwise([self.field, *self.hows.values(), *_stops(self.editor)]):
            QWidget.setTabOrder(before, after)
        self._value_label.setBuddy(self.editor.focusProxy() or self.editor)
        several = self.chosen.several
        for how, button in self.hows.items():
            button.setVisible(several)
            button.setChecked(how == ("add" if several else "replace"))
        self.problem.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        what = said(some_words(self._entity, self._count))
        self.setWindowTitle(tr("Change several entries"))
        self.head.setText(tr("Change {what}").format(what=what))
        self._field_label.setText(tr("Field"))
        self._say_value()
        texts = {"add": tr("Add these"), "remove": tr("Remove these"), "replace": tr("Replace all with these")}
        for how, button in self.hows.items():
            button.setText(texts[how])
        self.show_.setText(tr("Show what changes…"))
        self.show_.setMinimumWidth(self.show_.sizeHint().width() + look.px(16))  # its words are bold
        self.field.setAccessibleName(tr("Field"))
        for number in range(self.field.count()):
            self.field.setItemText(number, said(self._entity.fields[str(self.field.itemData(number))].words))
        if self.editor is not None:
            self.editor.describe(said(self.chosen.words))

    def _say_value(self) -> None:
        replaced = self.how == "replace"
        self._value_label.setText(tr("New value; leave it empty to empty the field") if replaced else tr("Values"))

    def _on_accepted(self) -> None:
        if self.editor is None:
            return
        self.editor.settle()
        if self.editor.problem is not None:
            self.problem.setText(said(self.editor.problem))
            self.problem.show()
            self.editor.setFocus()
            return
        made, value, how = self.chosen, self.editor.value(), self.how
        self.accept()
        self.asked.emit(made, value, how)


def _stops(editor: "Editor") -> list[QWidget]:
    """Return the parts of an editor at which Tab stops; Qt leaves an editor as a whole behind where it is."""
    return [
        part
        for part in editor.findChildren(QWidget)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and part.focusProxy() is None
        and part.window() is editor.window()
    ]
