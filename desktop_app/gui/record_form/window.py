"""The window of a form: the record with its commands, and the question about what is not saved."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QLineEdit, QMenu, QPlainTextEdit, QWidget

from desktop_app.domain.entity import Entity
from desktop_app.domain.types import Day
from desktop_app.domain.values import Value
from desktop_app.domain.words import Words
from desktop_app.gui import icons
from desktop_app.gui.actions import action, button_for, collect, tip, tool_for
from desktop_app.gui.announce import announce
from desktop_app.gui.parts import Worded, column, icon_button, open_as
from desktop_app.gui.record_form.attaching import FileDrop
from desktop_app.gui.record_form.beside import LETTERED, FormExtras
from desktop_app.gui.record_form.builder import Verb
from desktop_app.gui.record_form.record import RecordForm
from desktop_app.gui.record_form.unsaved import UnsavedQuestion
from desktop_app.gui.record_sheet import SHEETS, show_sheet
from desktop_app.gui.theme import look
from desktop_app.gui.words import mark, said, tr
from desktop_app.gui.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.store.edit import Edit

Numbers = Callable[[], Sequence[int]]  # the row numbers of the list from which the form was opened, in its order


class FormWindow(FormExtras, Worded, QDialog):
    """A form with its commands: save, duplicate, go on to the next record, delete.

    `open_asked`, `begin_asked` and `create_asked` are wishes to see or to make other records, which `opening.py` fulfils.
    """

    open_asked = Signal(str, str)  # entity, id
    begin_asked = Signal(str, object, object)  # entity, values, parts
    create_asked = Signal(str, str, object)  # entity, what was typed, what takes the new id
    closed = Signal()

    def __init__(
        self, parent: QWidget | None, workspace: Workspace, entity: Entity, numbers: Numbers | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName(f"form_{entity.name}")
        self.workspace, self._numbers = workspace, numbers
        self._answered = False
        self._question: UnsavedQuestion | None = None
        self._verbs: dict[str, tuple[Verb, QAction, QWidget]] = {}
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
        for verb in self.form.builder.verbs:
            tools.addWidget(self._verb(verb))
        if self._numbers is not None:
            for name in ("previous", "next_"):
                tools.addWidget(tool_for(self.actions_[name]))
        self.more = icon_button("ellipsis", "")
        self.more.setPopupMode(self.more.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        for name in ("duplicate", "attach", "write_letter", "print_sheet", "field_history"):
            menu.addAction(self.actions_[name])
        self.actions_["print_sheet"].setVisible(self.form.entity.name in SHEETS)
        self.actions_["write_letter"].setVisible(self.form.entity.name in LETTERED)
        menu.addAction(self.actions_["delete"])
        self.more.setMenu(menu)
        tools.addWidget(self.more)

    def _verb(self, verb: Verb) -> QWidget:
        """Return the button of a command that only this kind of record has."""
        made = QAction(self)
        made.setObjectName(verb.name)
        made.setIcon(icons.icon(verb.icon))
        made.setProperty("icon_name", verb.icon)
        made.setShortcut(QKeySequence(verb.key))
        made.triggered.connect(verb.run)
        self.addAction(made)
        button = button_for(made)
        button.setAutoDefault(False)
        self._verbs[verb.name] = (verb, made, button)
        return button

    def _make_foot(self) -> None:
        verbs = self.form.ui.verbs
        for name, kind in (("leave", ""), ("save_and_new", ""), ("save", "filled")):
            button = button_for(self.actions_[name], kind)
            button.setAutoDefault(False)  # Enter moves on; only Ctrl+S saves
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys, and the place, with the field
            verbs.addWidget(button)

    def _connect(self) -> None:
        form = self.form
        form.told.connect(self.say_title)
        form.saved.connect(lambda _id: self.say_title())
        form.saved.connect(lambda _id: announce(self, tr("Saved")))
        form.state_changed.connect(self.actions_.refresh)
        form.gone.connect(self._on_gone)
        form.opened.connect(self.open_asked)
        form.begun.connect(self.begin_asked)
        form.links.create_asked.connect(self.create_asked)
        if (parent := self.parentWidget()) is not None:
            parent.installEventFilter(self)
        self.drop = FileDrop(self, sheets=True, words=self._drop_words)
        self.drop.dropped.connect(self.attach_files)
        self.workspace.opened.connect(self._close_now)
        self.workspace.closing.connect(self._close_now)

    def _drop_words(self) -> str:
        name = self.form.heading()
        return tr("Drop to attach to {name}").format(name=name) if self.form.id else tr("Drop to save and attach")

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

    @action(mark("Previous entry"), icon="chevron-up", keys=("Alt+Up",), when="has_list")
    def previous(self) -> None:
        """Go to the record above in the list."""
        self._step(-1)

    @action(mark("Next entry"), icon="chevron-down", keys=("Alt+Down",), when="has_list")
    def next_(self) -> None:
        """Go to the record below in the list; in a field with a list of its own, open that."""
        opens = getattr(self.focusWidget(), "open_below", None)
        if opens is not None:
            opens()
        else:
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
        names = Words(form.called("fr"), form.called("en"))

        def remove(edit: "Edit") -> None:
            edit.delete(entity, id_)

        def done(_nothing: None) -> None:
            self.workspace.note(tr("{what} deleted").format(what=said(names)), undo=True)
            self._close_now()

        words = Words(f"Supprimer {names.fr}", f"Delete {names.en}")
        self.workspace.edit(words, remove, by=form, done=done)

    @action(mark("Print the sheet"), icon="printer", when="exists")
    def print_sheet(self) -> None:
        """Leave for the sheet of the record as it will be printed."""
        entity, id_ = self.form.entity.name, str(self.form.id)

        def leave() -> None:
            self._close_now()
            show_sheet(self.workspace, entity, id_)

        self.ask_unsaved(leave)

    @action(mark("Close"))  # Escape, unless an open list or a search takes it
    def leave(self) -> None:
        """Close the form."""
        self.close()

    # Closing -----------------------------------------------------------------------------------------------------

    def ask_unsaved(self, then: Callable[[], None]) -> None:
        """Do something that loses what was typed, after asking what to do with it."""
        if not self.form.dirty:
            then()
        elif self._question is None:
            self._question = UnsavedQuestion(self, self.form.heading() if self.form.id else "")
            self._question.answered.connect(lambda answer: self._on_answer(answer, then))
            self._question.open()

    def _on_answer(self, answer: str, then: Callable[[], None]) -> None:
        self._question = None
        if answer == "save":
            self.form.save(then)
        elif answer == "discard":
            then()

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
            self.ask_unsaved(self._close_now)
            return
        self.form.stop()
        # At the usual text size, as it is asked for again: it would grow or shrink by the text size each time else.
        size = "x".join(str(round(side / look.scale)) for side in (self.width(), self.height()))
        self.workspace.settings.keep(f"forms/{self.form.entity.name}/size", size)
        self.closed.emit()
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the main window open while something here would be lost with it."""
        if event.type() == QEvent.Type.Close and watched is self.parentWidget() and self.form.dirty:
            event.ignore()
            self.raise_()
            self.activateWindow()
            self.ask_unsaved(self._close_now)
            return True
        return super().eventFilter(watched, event)

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

    def say_title(self) -> None:
        """Say which record it is in the title; only its kind while it is being read."""
        kind, heading = said(self.form.entity.one), self.form.heading()
        self.setWindowTitle(f"{heading} – {kind}" if self.form.id and heading else heading or kind)
        for verb, made, button in self._verbs.values():  # nothing to renew before there is a record
            button.setVisible(self.form.id is not None)
            reason = verb.why_not()
            made.setEnabled(not reason)
            made.setToolTip(reason or tip(made))
        numbers, place = self._place()
        text = "" if place is None else tr("{place} of {all}").format(place=place + 1, all=len(numbers))
        self.form.ui.place.setText(text)
        self.actions_.refresh()

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        self.actions_.retranslate()
        for verb, made, _button in self._verbs.values():
            made.setText(said(verb.words))
            made.setToolTip(tip(made))
        self.more.setAccessibleName(tr("More commands"))
        self.more.setToolTip(tr("More commands"))
        if self.workspace.is_open:
            self.say_title()

    def _restore_size(self) -> None:
        kept = self.workspace.settings.text(f"forms/{self.form.entity.name}/size").split("x")
        wide, high = (int(part) for part in kept) if len(kept) == 2 and all(map(str.isdigit, kept)) else (1080, 760)
        open_as(self, wide, high)


def copied(entity: Entity, values: Mapping[str, Value]) -> dict[str, Value]:
    """Return what a duplicate takes over: neither dates and the state on them, nor what names one record alone."""
    passing = {"status"} if "starts_on" in entity.fields else set()
    return {
        field.name: values[field.name]
        for field in entity
        if values.get(field.name) is not None
        and not (field.key or isinstance(field.type, Day) or field.name in passing)
    }
