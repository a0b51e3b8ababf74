"""The form of one record: shows it, follows what is typed, checks it, and saves it as one edit on the worker."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.entity import Entity, Problem
from desktop_app.domain.naming import called, title
from desktop_app.domain.values import Record, Showing, Value
from desktop_app.gui.announce import announce
from desktop_app.gui.editors.links import Links
from desktop_app.gui.forms.ui_record_form import Ui_RecordForm
from desktop_app.gui.parts import Worded
from desktop_app.gui.record_form.any import screen_of
from desktop_app.gui.record_form.builder import Builder
from desktop_app.gui.record_form.checker import Checker
from desktop_app.gui.record_form.draft import PartChange, Saved, Saving, words_of_saving
from desktop_app.gui.record_form.files import FilesTab
from desktop_app.gui.record_form.head import FormHead, State
from desktop_app.gui.record_form.history import HistoryTab
from desktop_app.gui.record_form.loading import Loaded, read_record
from desktop_app.gui.record_form.sheet import SheetArea
from desktop_app.gui.record_form.tabs import FormTabs
from desktop_app.gui.theme import look
from desktop_app.gui.words import lang, said, tr
from desktop_app.gui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.gui.detail.history import HistoryLine
    from desktop_app.gui.tasks import Task

CHECK_AFTER_MS = 250  # a rule that flickers while one types helps nobody
Part = tuple[Entity, Mapping[str, Value]]


class RecordForm(Worded, QWidget):
    """One record. `saved` brings its id, `gone` says that it was deleted elsewhere, `told` that its title changed."""

    saved = Signal(str)
    gone = Signal()
    told = Signal()
    state_changed = Signal()
    opened = Signal(str, str)  # entity, id
    begun = Signal(str, object, object)  # entity, values, parts

    def __init__(self, workspace: Workspace, entity: Entity, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace, self.entity = workspace, entity
        self.links = Links(workspace, creating=True, parent=self)
        self.id: str | None = None
        self.record: Record = {}
        self._begun: tuple[Mapping[str, Value], Sequence[PartChange]] = ({}, [])  # what a new record starts with
        self._to_mend = False  # whether the notice asks for something of the fields
        self._tried = False  # to save: until then nobody is told what is still to be filled in
        self._saving = self._stopped = False
        self._reading: Task | None = None
        self._reading_first = False
        self._last: HistoryLine | None = None
        self.ui = Ui_RecordForm()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]
        self.builder = Builder(workspace, entity, self.links)
        self.builder.shown = lambda: self.id or ""
        screen_of(entity)(self.builder)
        self.fields = self.builder.fields
        self.checker = Checker(entity, self.fields)
        self.head = FormHead(self.ui)
        self.files, self.history = FilesTab(workspace, entity), HistoryTab(workspace, entity)
        self._checking = QTimer(self, singleShot=True, interval=CHECK_AFTER_MS)
        self._make_tabs()
        self._connect()
        self.ui.notice.hide()
        self.retranslate()

    def _make_tabs(self) -> None:
        from desktop_app.domain.words import Words

        words = [tab.words for tab in self.builder.tabs]
        self.tabs = FormTabs([*words, Words("Fichiers", "Files"), Words("Historique", "History")])
        self.ui.tabLine.addWidget(self.tabs)
        for number, tab in enumerate(self.builder.tabs):
            self.ui.pages.addWidget(tab.widget)
            if tab.related is not None:
                tab.related.counted.connect(lambda count, number=number: self.tabs.count(number, count))
        self.files.counted.connect(lambda count: self.tabs.count(len(words), count))
        self.ui.pages.addWidget(self.files)
        self.ui.pages.addWidget(self.history)
        self.tabs.chosen.connect(self._on_tab)

    def _connect(self) -> None:
        self._checking.timeout.connect(self.check)
        self.fields.changed.connect(self._on_changed)
        self.fields.settled.connect(lambda _name: self._checking.start())
        self.links.open_asked.connect(self.opened)
        for related in self.builder.related_lists:
            related.opened.connect(self.opened)
            related.begun.connect(self.begun)
        self.workspace.changed.connect(self._on_elsewhere)
        look.changed.connect(self._say_state)

    # Showing -----------------------------------------------------------------------------------------------------

    def open(self, id_: str) -> None:
        """Show a record."""
        self.id, self._tried = id_, False
        self._say_head()
        self._say_state()
        self._load(first=True)

    def begin(self, values: Mapping[str, Value] | None = None, parts: Sequence[Part] = ()) -> None:
        """Begin a new record, with what is known of it already."""
        self.id, self.record, self._tried, self._last = None, {}, False, None
        given = values or {}
        for name, cell in self.fields.cells.items():
            cell.editor.set_value(given.get(name))
            cell.setProperty("proposed", None)
        for table in self.fields.tables:
            table.set_records(())
            for entity, part in parts:
                if entity is table.spec.entity and table.spec.belongs(part):
                    table.add_row(part)
        for related in self.builder.related_lists:
            related.show_of(None)
        self.files.show_of("")
        self.history.show_of("")
        self._begun = (self.changed_values(), self.part_changes())
        self._after_show(first=True)

    def _load(self, *, first: bool = False) -> None:
        entity, id_ = self.entity, str(self.id)
        links = {table.spec.entity.name: table.spec.owner for table in self.fields.tables}
        if self._reading is not None:
            first = first or self._reading_first
            self._reading.cancel()
        self._reading_first = first
        self._reading = self.workspace.read(
            lambda store: read_record(store, entity, id_, links),
            lambda loaded: self._show(id_, loaded, first=first),
            words=tr("Opening…"),
        )

    def _show(self, id_: str, loaded: Loaded | None, *, first: bool) -> None:
        self._reading = None
        if id_ != self.id:
            return
        if loaded is None:
            self.gone.emit()
            return
        before, self.record, self._last = self.record, loaded.record, loaded.last
        for name, cell in self.fields.cells.items():
            value = loaded.record.get(name)
            waits = cell.editor.unfinished or cell.editor.value() != before.get(name)
            if first or (not waits and cell.editor.value() != value):
                cell.editor.set_value(value)
                cell.setProperty("proposed", None)
        for table in self.fields.tables:
            records = loaded.parts[table.spec.entity.name]
            if first:
                table.set_records(records)
            else:
                table.refresh(records)
        for related in self.builder.related_lists:
            related.show_of(loaded.record)
        self.files.show_of(id_)
        self.history.show_of(id_ if self.ui.pages.currentWidget() is self.history else "")
        self._after_show(first=first)

    def _after_show(self, *, first: bool) -> None:
        self.fields.refresh()
        self._say_head()
        self.check()
        if first:
            self.ui.notice.hide()
            self.told.emit()

    def _on_tab(self, number: int) -> None:
        self.ui.pages.setCurrentIndex(number)
        page = self.ui.pages.currentWidget()
        if page is self.history:
            self.history.show_of(str(self.id or ""))
        elif page is not None:
            page.setFocus()

    def _on_elsewhere(self, changes: object, by: object) -> None:
        """Show what others changed; what waits to be saved here stays."""
        waits = self._stopped or self._saving or not self.workspace.is_open
        if by is not self and self.id and changes is not None and not waits:
            self._load()

    def stop(self) -> None:
        """Wait no longer for what was asked, before the form closes."""
        self._stopped = True
        self._checking.stop()
        if self._reading is not None:
            self._reading.cancel()
        for related in self.builder.related_lists:
            related.stop()
        for stop in self.builder.stops:
            stop()
        self.history.stop()

    def focus_first(self) -> None:
        """Go to the first field, in a new record to the first one that must still be filled in."""
        cells, held = self.fields.cells, self.entity.fields
        missing = [] if self.id else [name for name in cells if held[name].required and not self.fields.value(name)]
        cells[next(iter(missing or cells))].editor.setFocus()

    def go_to(self, part: str, field: str) -> None:
        """Go to a field of what is edited inside the record, by its id, or to one of the record itself."""
        rows = (shown.editors for table in self.fields.tables for shown in table.rows if part and shown.id == part)
        editors = next(rows, {})
        cell = self.fields.cells.get(field)
        if where := editors.get(field) or next(iter(editors.values()), None) or (cell.editor if cell else None):
            self._go(where)

    def _go(self, where: QWidget) -> None:
        for number, tab in enumerate(self.builder.tabs):
            if tab.widget.isAncestorOf(where):
                self.tabs.choose(number)
        where.setFocus()
        for area in self.findChildren(SheetArea):
            area.hold_focus()

    # What waits to be saved --------------------------------------------------------------------------------------

    def changed_values(self) -> dict[str, Value]:
        """Return the fields that differ from the base."""
        return {name: value for name, value in self.fields.values().items() if value != self.record.get(name)}

    def part_changes(self) -> list[PartChange]:
        """Return what differs in the tables."""
        return [change for table in self.fields.tables for change in table.changes()]

    @property
    def opening(self) -> bool:
        """Whether the record is still being read, and nothing of it is on the screen."""
        return self.id is not None and not self.record

    @property
    def dirty(self) -> bool:
        """Whether something would be lost if the form closed now."""
        if self.checker.unfinished:
            return True
        waiting = (self.changed_values(), self.part_changes())
        return waiting != self._begun if self.id is None else any(waiting)

    def _on_changed(self) -> None:
        self._checking.start()
        self._say_state()
        self.ui.notice.hide()

    def check(self) -> list[Problem]:
        """Show what the rules say of what is on the screen; return it."""
        self._checking.stop()
        if not self.workspace.is_open:
            return []
        found = self.checker.check(self.workspace.store, self.id, self.record, tried=self._tried)
        if self._to_mend and not self.checker.unfinished and not any(problem.blocking for problem in found):
            self.ui.notice.hide()  # what it asked for is done
        self._say_state()
        return found

    # Saving ------------------------------------------------------------------------------------------------------

    def save(self, then: "Callable[[], None] | None" = None) -> None:
        """Save what changed as one edit; say what must first be filled in or corrected."""
        if self._saving:
            return
        self._tried = True
        unread, blocking = self.checker.first_unread(), [problem for problem in self.check() if problem.blocking]
        if unread is not None and unread.problem is not None:
            self._refuse(said(unread.problem), unread)
            return
        if blocking:
            self._refuse(
                " ".join(dict.fromkeys(said(problem.words) for problem in blocking)), self.checker.first_wrong()
            )
            return
        saving = self._what_to_save()
        if not saving:
            if then is not None:
                then()
            return
        self._saving = True
        self._say_state()
        self.workspace.edit(
            saving.words, saving.run, by=self, done=lambda saved: self._on_saved(saving, saved, then),
            failed=self._on_failed,
        )  # fmt: skip

    def _what_to_save(self) -> Saving:
        values, parts = self.changed_values(), self.part_changes()
        words = words_of_saving(self.entity, self.called, values, parts, new=self.id is None)
        return Saving(self.entity, self.id, values, words, parts)

    def _on_saved(self, saving: Saving, saved: Saved, then: "Callable[[], None] | None") -> None:
        self._saving = False
        self.id = saved.id
        self.record = {**self.record, **saving.values, "id": saved.id}
        for table in self.fields.tables:
            table.saved(saving.parts, saved.born)
        self.saved.emit(saved.id)
        if self._stopped:
            return
        if then is not None and not self.dirty:
            then()
        else:
            self._load()

    def _on_failed(self, error: Exception) -> None:
        from desktop_app.gui.messages import sentence

        self._saving = False
        self._refuse(sentence(error), None)

    def _refuse(self, text: str, where: QWidget | None) -> None:
        self._to_mend = where is not None
        self.ui.noticeWords.setText(text)
        self.ui.notice.show()
        announce(self, text)
        self._say_state()
        if where is not None:
            self._go(where)

    # Words -------------------------------------------------------------------------------------------------------

    def name(self, language: str) -> str:
        """Return what the record is called, as it stands on the screen."""
        return title(*self._named(language)) or self.entity.one.said(language)

    def called(self, language: str) -> str:
        """Return what the record is called in the name of a step."""
        return called(*self._named(language))

    def _named(self, language: str) -> tuple[Entity, Record, Showing]:
        values = {**self.record, **self.fields.values()}
        self.workspace.store.names.fetch(self.entity, [values])
        return self.entity, values, self.workspace.store.names.showing(language)

    def heading(self) -> str:
        """Return the words for the window's title; none while the record is being read."""
        if self.opening:
            return ""
        return self.name(lang()) if self.id else tr("New: {kind}").format(kind=said(self.entity.one))

    def _say_head(self) -> None:
        if self.workspace.is_open:
            self.head.say(self.workspace.store, self.entity, self.record if self.id else None, self.heading())

    def _say_state(self) -> None:
        begun = self.dirty or (self.id is None and any(self._begun))
        state: State = "waiting" if begun else "saved" if self.id else "new"
        if self._saving or self.opening:
            state = "saving" if self._saving else "opening"
        self.head.say_state(state, self._last)
        self.state_changed.emit()

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        self._say_head()
        self._say_state()
