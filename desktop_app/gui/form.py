"""The window of a form: one for each record, beside the main window, with its commands.

    open_form(window, workspace, MISSION, id_)                    an existing record
    open_form(window, workspace, MISSION, given={"person": id_})  a new one
    close_forms(window)                                           before the program closes: False where somebody stays

Forms don't hold the main window back: a list can be looked at while one types. Changes that were not saved are asked
about whenever a form would lose them.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QMenu, QMessageBox, QPlainTextEdit, QWidget
from shiboken6 import isValid

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity
from desktop_app.domain.types import Day
from desktop_app.domain.values import Value
from desktop_app.domain.words import Words
from desktop_app.gui.actions import action, button_for, collect, tool_for
from desktop_app.gui.form_record import Part, RecordForm
from desktop_app.gui.parts import Worded, column, icon_button
from desktop_app.gui.theme import look
from desktop_app.gui.words import mark, said, tr
from desktop_app.gui.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.store.edit import Edit

Numbers = Callable[[], Sequence[int]]  # the row numbers of the list from which the form was opened, in its order
_open: list["FormWindow"] = []


def open_form(
    parent: QWidget | None,
    workspace: Workspace,
    entity: Entity,
    id_: str = "",
    given: Mapping[str, Value] | None = None,
    *,
    parts: Sequence[Part] = (),
    numbers: Numbers | None = None,
    tab: str = "",
) -> "FormWindow":
    """Open the form of a record, or of a new one with what is known of it; a record has one window only.

    `numbers`: the list through which Alt+Up and Alt+Down go · `tab`: the entity whose related records to show.
    """
    _open[:] = [window for window in _open if isValid(window)]  # a main window takes its forms with it
    for window in _open:
        if id_ and window.form.entity is entity and window.form.id == id_:
            window.show_tab(tab)
            window.raise_()
            window.activateWindow()
            return window
    window = FormWindow(parent, workspace, entity, numbers)
    _open.append(window)
    if id_:
        window.form.open(id_)
    else:
        window.form.begin(given, parts)
    window.show_tab(tab)
    window.show()
    window.form.focus_first()
    return window


def close_forms(parent: QWidget | None = None) -> bool:
    """Close the forms of a window, those that wait to be saved after asking; False where one stays open."""
    _open[:] = [window for window in _open if isValid(window)]
    for window in [one for one in _open if parent is None or one.parentWidget() is parent]:
        if window.form.dirty:
            window.raise_()
            window.activateWindow()
        window.close()
    return not [one for one in _open if parent is None or one.parentWidget() is parent]


class FormWindow(Worded, QDialog):
    """A form with its commands: save, duplicate, go on to the next record, delete."""

    def __init__(
        self, parent: QWidget | None, workspace: Workspace, entity: Entity, numbers: Numbers | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName(f"form_{entity.name}")
        self.workspace, self._numbers = workspace, numbers
        self._answered = False
        self._question: QMessageBox | None = None
        self.form = RecordForm(workspace, entity, self)
        self.setLayout(column(self.form))
        self.actions_ = collect(self)
        self._make_head()
        self._make_foot()
        self._connect()
        self.setSizeGripEnabled(True)
        self._restore_size()
        self.retranslate()

    def _make_head(self) -> None:
        tools = self.form.ui.tools
        if self._numbers is not None:
            for name in ("previous", "next_"):
                tools.addWidget(tool_for(self.actions_[name]))
        self.more = icon_button("ellipsis", "")
        self.more.setPopupMode(self.more.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.addAction(self.actions_["duplicate"])
        menu.addAction(self.actions_["delete"])
        self.more.setMenu(menu)
        tools.addWidget(self.more)

    def _make_foot(self) -> None:
        verbs = self.form.ui.verbs
        for name, kind in (("leave", ""), ("save_and_new", ""), ("save", "filled")):
            button = button_for(self.actions_[name], kind)
            button.setAutoDefault(False)  # Enter moves on; only Ctrl+S saves
            verbs.addWidget(button)

    def _connect(self) -> None:
        form = self.form
        form.told.connect(self._say_title)
        form.saved.connect(lambda _id: self._say_title())
        form.state_changed.connect(self.actions_.refresh)
        form.gone.connect(self._on_gone)
        form.opened.connect(self._open_other)
        form.begun.connect(self._begin_other)
        form.links.create_asked.connect(self._create_linked)
        self.workspace.opened.connect(self._close_now)
        self.workspace.closing.connect(self._close_now)

    # Other records -----------------------------------------------------------------------------------------------

    def _open_other(self, entity: str, id_: str) -> None:
        open_form(self.parentWidget(), self.workspace, ENTITIES[entity], id_)

    def _begin_other(self, entity: str, values: Mapping[str, Value], parts: Sequence[Part]) -> None:
        open_form(self.parentWidget(), self.workspace, ENTITIES[entity], given=values, parts=parts)

    def _create_linked(self, entity: str, text: str, take: Callable[[str], None]) -> None:
        """Open the form of a record that is missing, named as it was typed; once saved it is taken, and the form closes."""
        created = ENTITIES[entity]
        window = open_form(self, self.workspace, created, given=named_values(created, text))
        window.setWindowModality(Qt.WindowModality.WindowModal)

        def taken(id_: str) -> None:
            take(id_)
            window.close()

        window.form.saved.connect(taken)

    # Commands ----------------------------------------------------------------------------------------------------

    def can_save(self) -> bool:
        """Whether there is something to save."""
        return self.form.dirty or self.form.id is None

    def exists(self) -> bool:
        """Whether the record was saved once."""
        return self.form.id is not None

    def has_list(self) -> bool:
        """Whether the form was opened from a list."""
        return self._numbers is not None

    @action(mark("Save"), icon="save", keys=("Ctrl+S",), when="can_save")
    def save(self) -> None:
        """Save; the form stays."""
        self.form.save()

    @action(mark("Save and new"), icon="plus", keys=("Ctrl+Shift+S",))
    def save_and_new(self) -> None:
        """Save, and begin another record of the same kind."""
        self.form.save(self._begin_another)

    def _begin_another(self) -> None:
        self.form.begin()
        self.form.focus_first()

    @action(mark("Duplicate"), icon="copy", keys=("Ctrl+D",), when="exists")
    def duplicate(self) -> None:
        """Begin a record like this one, without its dates and what names it alone."""
        values = copied(self.form.entity, self.form.fields.values())
        self.ask_unsaved(lambda: self._begin_copy(values))

    def _begin_copy(self, values: Mapping[str, Value]) -> None:
        self.form.begin(values)
        self.form.focus_first()

    @action(mark("Previous record"), icon="chevron-up", keys=("Alt+Up",), when="has_list")
    def previous(self) -> None:
        """Go to the record above in the list."""
        self._step(-1)

    @action(mark("Next record"), icon="chevron-down", keys=("Alt+Down",), when="has_list")
    def next_(self) -> None:
        """Go to the record below in the list."""
        self._step(1)

    def _step(self, step: int) -> None:
        numbers, place = self._place()
        if place is None or not 0 <= place + step < len(numbers):
            return
        found = self.workspace.store.page(self.form.entity, [numbers[place + step]])
        if found:
            id_ = str(found[0]["id"])
            self.ask_unsaved(lambda: self.form.open(id_))

    def _place(self) -> tuple[Sequence[int], int | None]:
        numbers = self._numbers() if self._numbers is not None else ()
        number = self.form.record.get("pk")
        if not isinstance(number, int):
            return numbers, None
        try:
            return numbers, numbers.index(number)
        except ValueError:
            return numbers, None

    @action(mark("Next tab"), keys=("Ctrl+PgDown",))
    def next_tab(self) -> None:
        """Show the next tab."""
        self.form.tabs.choose(self.form.tabs.current + 1)

    @action(mark("Previous tab"), keys=("Ctrl+PgUp",))
    def previous_tab(self) -> None:
        """Show the tab before."""
        self.form.tabs.choose(self.form.tabs.current - 1)

    @action(mark("Delete"), icon="trash-2", when="exists")
    def delete(self) -> None:
        """Delete the record; a bar in the main window offers to undo it."""
        entity, id_, form = self.form.entity, str(self.form.id), self.form
        names = Words(form.name("fr"), form.name("en"))

        def remove(edit: "Edit") -> None:
            edit.delete(entity, id_)

        def done(_nothing: None) -> None:
            self.workspace.note(tr("{what} deleted").format(what=said(names)), undo=True)
            self._close_now()

        words = Words(f"Supprimer {names.fr}", f"Delete {names.en}")
        self.workspace.edit(words, remove, by=form, done=done)

    @action(mark("Close"))  # Escape, unless an open list or a search takes it
    def leave(self) -> None:
        """Close the form."""
        self.close()

    # Closing -----------------------------------------------------------------------------------------------------

    def ask_unsaved(self, then: Callable[[], None]) -> None:
        """Do something that loses what was typed, after asking what to do with it."""
        if not self.form.dirty:
            then()
            return
        box = self._question = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(tr("Passerelle"))
        box.setText(tr("Save the changes to {name}?").format(name=self.form.heading()))
        box.setInformativeText(tr("What was typed is lost otherwise."))
        save = box.addButton(tr("Save"), QMessageBox.ButtonRole.AcceptRole)
        discard = box.addButton(tr("Don’t save"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(save)

        def answered() -> None:
            self._question = None
            if box.clickedButton() is save:
                self.form.save(then)
            elif box.clickedButton() is discard:
                then()

        box.finished.connect(answered)
        box.open()

    def _close_now(self) -> None:
        self._answered = True
        self.close()

    def _on_gone(self) -> None:
        self.workspace.note(tr("{name} was deleted.").format(name=self.form.ui.title.text()))
        self._close_now()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask first where something would be lost."""
        if not self._answered and self.form.dirty:
            event.ignore()
            if self._question is None:
                self.ask_unsaved(self._close_now)
            return
        self.form.stop()
        self.workspace.settings.keep(f"forms/{self.form.entity.name}/size", f"{self.width()}x{self.height()}")
        if self in _open:
            _open.remove(self)
        event.accept()

    def reject(self) -> None:
        """Close like any other way of closing, which asks."""
        self.close()

    # Keys --------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take back the last saved step with Ctrl+Z, where nothing is being written."""
        undo = event.key() == Qt.Key.Key_Z and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        writing = isinstance(self.focusWidget(), QLineEdit | QPlainTextEdit)
        if undo and not writing and not self.form.dirty:
            self.workspace.undo()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    # Words and size ----------------------------------------------------------------------------------------------

    def show_tab(self, entity: str) -> None:
        """Show the tab with related records of an entity."""
        for number, tab in enumerate(self.form.builder.tabs):
            if tab.related is not None and tab.related.related.entity.name == entity:
                self.form.tabs.choose(number)
                return

    def _say_title(self) -> None:
        self.setWindowTitle(f"{self.form.heading()} – {said(self.form.entity.one)}")
        numbers, place = self._place()
        text = "" if place is None else tr("{place} of {all}").format(place=place + 1, all=len(numbers))
        self.form.ui.place.setText(text)
        self.actions_.refresh()

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        self.actions_.retranslate()
        self.more.setAccessibleName(tr("More commands"))
        self.more.setToolTip(tr("More commands"))
        if self.workspace.is_open:
            self._say_title()

    def _restore_size(self) -> None:
        room = self.screen().availableGeometry()
        kept = self.workspace.settings.text(f"forms/{self.form.entity.name}/size").split("x")
        wide, high = (int(part) for part in kept) if len(kept) == 2 and all(map(str.isdigit, kept)) else (1080, 760)
        self.resize(min(look.px(wide), room.width() - 40), min(look.px(high), room.height() - 60))


def copied(entity: Entity, values: Mapping[str, Value]) -> dict[str, Value]:
    """Return what a duplicate takes over: neither dates nor what names one record alone."""
    return {
        field.name: values[field.name]
        for field in entity
        if values.get(field.name) is not None and not field.key and not isinstance(field.type, Day)
    }


def named_values(entity: Entity, text: str) -> dict[str, Value]:
    """Return the values of a new record that is called as somebody typed it: a person's given name comes first."""
    names = [name for name in entity.title[0] if name in entity.fields]
    if len(names) == 2 and (words := text.rsplit(" ", 1)) and len(words) == 2 and "code" not in names:
        return dict(zip(names, words, strict=True))
    return {names[-1] if "code" not in names else "code": text}
