"""The lists of partners, instruments, missions, events and people: one page, five specs."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QFrame, QMenu, QWidget

from desktop_app.domain import ENTITIES
from desktop_app.domain.instrument import foreign
from desktop_app.domain.types import Day
from desktop_app.domain.values import Record
from desktop_app.gui.actions import action, button_for
from desktop_app.gui.announce import announce
from desktop_app.gui.detail.host import DetailHost
from desktop_app.gui.duplicates.commands import MergingCommands
from desktop_app.gui.editing.commands import EditingCommands
from desktop_app.gui.editing.keys import ListKeys
from desktop_app.gui.letters.commands import WritingCommands
from desktop_app.gui.lists import specs
from desktop_app.gui.lists.file_commands import FileCommands
from desktop_app.gui.lists.record_list import RecordList
from desktop_app.gui.lists.specs import Condition, ListSpec
from desktop_app.gui.lists.tabs import Tabs
from desktop_app.gui.page import Page, PageHead
from desktop_app.gui.pages import Badge
from desktop_app.gui.parts import column, line
from desktop_app.gui.preferences.deadlines import soon
from desktop_app.gui.record_sheet import show_sheet
from desktop_app.gui.views.commands import ViewCommands
from desktop_app.gui.words import mark, said, tr, with_figure
from desktop_app.gui.workspace import Go, Workspace

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from desktop_app.gui.detail.pane import DetailPane
    from desktop_app.store.base import Store
    from desktop_app.store.edit import Changes

# The commands of a row, in groups.
_MENU = (
    ("open_", "change_many", "duplicate", "merge_two", "attach", "write_letter"),
    ("copy", "copy_with_headings", "paste", "fill_down"), ("see_partner", "see_country", "see_network", "print_sheet"),
    ("delete",),
)  # fmt: skip
PANE_DELAY_MS = 40  # held arrow keys don't load every record that they pass


class RecordsPage(ViewCommands, EditingCommands, FileCommands, Page):
    """A list of records, its commands, and the pane with the details of the selected one."""

    spec: ListSpec

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName(f"page_{self.spec.entity.name}")
        self.head, self.tabs = PageHead(), Tabs(self.spec.views)
        self.list = RecordList(workspace, self.spec)
        top = QFrame()
        top.setLayout(column(self.head, self.tabs, spacing=10, margins=(20, 13, 16, 0)))
        body = QWidget()
        body.setLayout(column(top, line(), self.list, spacing=0))
        self.host = DetailHost(body, self, over=self.list.stack)
        self.setLayout(column(self.host))
        self.pane: DetailPane | None = None
        self._announced = ""
        self._gone: set[str] = set()  # the records that the last deletion took away
        self._pane_timer = QTimer(self, singleShot=True, interval=PANE_DELAY_MS)
        self._connect()
        self.finish()
        # From a chip or a tab its key would take away a record on which nobody looks.
        self.removeAction(self.actions_["delete"])
        self.list.table.addAction(self.actions_["delete"])
        self.head.offer(*self._verbs())

    def _connect(self) -> None:
        self._pane_timer.timeout.connect(self._fill_pane)
        self.tabs.chosen.connect(self.list.set_view)
        self.list.asked.connect(self._hold_pane)
        self.list.loaded.connect(self._on_loaded)
        self.list.new_asked.connect(self.new)
        soon.changed.connect(self._on_soon)
        table = self.list.table
        table.chosen.connect(self._on_chosen)
        table.opened.connect(lambda _row: self.open_())
        table.peeked.connect(lambda _row: self.peek())
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._open_menu)
        self.keys = ListKeys(self.list, self.workspace, self)
        self.keys.changed.connect(self._on_chosen)
        self.keys.block.changed.connect(self._on_chosen)
        self.keys.block.changed.connect(self.name_delete)
        self.host.opened.connect(self._pane_timer.start)
        self.follow_views()
        kept = self.workspace.settings.text(f"lists/{self.spec.entity.name}/pane", "open")
        self.host.want_beside(wanted=kept == "open" and not self.list.choice.compact)

    def _verbs(self) -> list[QWidget]:
        self._new_button = button_for(self.actions_["new"], "filled")
        return [button_for(self.actions_["export"], short=mark("Excel…")), self._new_button]

    # What the frame asks of a page -------------------------------------------------------------------------------

    def load(self) -> None:
        """Ask the base for the rows."""
        self.list.load()

    def concerned(self, changes: "Changes | None") -> bool:  # type: ignore[override]
        """Whether a change touches what the list shows: its records, their parts, or the names that they link to."""
        return changes is not None and bool(changes.entities - {"saved_view"})

    def _on_changed(self, changes: "Changes | None", by: "QObject | None") -> None:  # type: ignore[override]
        """Select the record that an undo brings back, and not what had taken its place."""
        if changes is not None:
            name = self.spec.entity.name
            if back := self._gone & changes.added.get(name, set()):
                self.list.want(min(back))
            self._gone = changes.removed.get(name) or self._gone
        super()._on_changed(changes, by)

    def visit(self, go: Go) -> None:
        """Select a record, in the list of all where it does not show; open it where that is asked; or show a view."""
        if go.view:
            self.show_view(go.view)
        if go.filters:
            self._show_asked(go.filters)
        if not go.id:
            return
        self.tabs.choose("all")
        self.list.show_all(go.id)
        self.host.set_open(open_=True)
        if go.open:
            self._open_form(go.id)

    def _show_asked(self, filters: tuple[object, ...]) -> None:
        """Show what answers a question: the list behind a number."""
        from desktop_app.store.queries import Filter

        self.tabs.choose("all")
        conditions = [Condition(one.field, one.op, one.value) for one in filters if isinstance(one, Filter)]
        self.list.show_filtered(conditions)

    def _on_soon(self) -> None:
        """Say the deadlines again, once what counts as near has changed."""
        self._fresh = False
        self._freshen()

    def panes(self) -> list[QWidget]:
        """Return the list and, where they show, the details."""
        return [self.list.table, *([self.pane] if self.pane is not None and self.pane.isVisible() else [])]

    def view_id(self) -> str:
        """Return the saved view that the list shows."""
        return self.saved.id if self.saved is not None else ""

    def take_focus(self) -> None:
        """Give the keyboard to the list."""
        self.list.table.setFocus()

    def status(self) -> str:
        """Say what is shown and why."""
        if not self.workspace.is_open:
            return ""
        block = self.keys.block
        cells = tr("{rows} × {columns} cells").format(rows=len(block.rows), columns=len(block.columns))
        return f"{self.list.status()} · {cells}" if block.active else self.list.status()

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        super().retranslate()
        self.head.title.setText(said(self.spec.entity.words))
        self.actions_["new"].setText(tr(self.spec.new))
        self.name_delete()
        self.list.table.setAccessibleName(said(self.spec.entity.words))
        self.list.table.setAccessibleDescription(
            tr("Enter opens an entry, Space shows its details, F2 or typing changes a cell.")
        )
        self._count()
        self.say()

    def _count(self) -> None:
        self.head.count.setText(with_figure(self.spec.count(self.list.total), self.list.total))

    # Selection and pane ------------------------------------------------------------------------------------------

    def _on_loaded(self) -> None:
        self._count()
        self._announce_count()
        self._on_chosen()

    def _announce_count(self) -> None:
        """Tell screen readers how many rows there are, when that has changed while they look at them."""
        count = self.list.status().split("  ")[0]
        if self.isVisible() and count != self._announced:
            self._announced = count
            announce(self.list.table, self._announced)

    def _on_chosen(self) -> None:
        self.actions_.refresh()
        self.say()
        if self.host.is_open:
            self._pane_timer.start()

    def _hold_pane(self) -> None:
        """Let rows come first: the details are those of the row that is selected then."""
        self._pane_timer.stop()
        if self.pane is not None:
            self.pane.hold()

    def _fill_pane(self) -> None:
        if not self.workspace.is_open:
            return
        if self.pane is None:
            self.pane = self._make_pane()
        if id_ := self.list.current_id():
            self.pane.show_record(id_)
        else:
            self.pane.clear()

    def _make_pane(self) -> "DetailPane":
        from desktop_app.gui.detail.pane import DetailPane
        from desktop_app.gui.record_form.attaching import FileDrop

        pane = DetailPane(self.workspace, self.spec.entity)
        pane.close_asked.connect(lambda: self._keep_pane(open_=False))
        pane.edit_asked.connect(self._open_form)
        FileDrop(pane, sheets=False, words=pane.drop_words).dropped.connect(self.attach_files)
        self.host.take_pane(pane)
        return pane

    def _keep_pane(self, *, open_: bool) -> None:
        self.host.set_open(open_=open_)
        if self.host.beside:
            self.workspace.settings.keep(f"lists/{self.spec.entity.name}/pane", "open" if open_ else "closed")
        if open_:
            self._fill_pane()
        else:
            self.list.table.setFocus()

    # Commands ----------------------------------------------------------------------------------------------------

    @action(mark("New…"), icon="plus", keys=("Ctrl+N",), menu="file")
    def new(self) -> None:
        """Open the form of a new record."""
        self._open_form("")

    @action(mark("Open"), icon="pencil", menu="edit", when="has_selection")
    def open_(self) -> None:
        """Open the form of the selected record."""
        if id_ := self.list.current_id():
            self._open_form(id_)

    @action(mark("Everything about its country"), icon="globe", menu="view", when="has_selection")
    def see_country(self) -> None:
        """Show the page about the country of the selected record."""
        if country := self._country_of(self.list.current_id()):
            self.workspace.go("overview", f"country/{country}")
        else:
            self.workspace.note(tr("This entry names no country yet."))

    def _country_of(self, id_: str) -> str:
        """Return the first foreign country of a record, of a person the one of its partner."""
        entity = self.spec.entity
        record: Record = self.workspace.store.get(entity, id_) or {}
        if entity.name == "person" and record.get("partner"):
            entity = ENTITIES["partner"]
            record = self.workspace.store.get(entity, str(record["partner"])) or {}
        held = [record.get(name) for name in entity.places]
        found = [str(one) for value in held if value for one in (value if isinstance(value, tuple) else (value,))]
        return next(iter(foreign(tuple(found))), "")

    @action(mark("Duplicate"), icon="copy", keys=("Ctrl+D",), menu="edit", when="has_selection")
    def duplicate(self) -> None:
        """Open the form of a new record like the selected one, without its dates; of a block of cells, fill it down.

        That is what the same keys do in spreadsheets.
        """
        if self.has_block() and len(self.keys.block.rows) > 1:
            self.fill_down()
            return
        entity = self.spec.entity
        record = self.workspace.store.get(entity, self.list.current_id()) or {}
        kept = {
            field.name: record[field.name]
            for field in entity
            if record.get(field.name) is not None and not field.key and not isinstance(field.type, Day)
        }
        self._open_form("", kept)

    @action(mark("Filter this list"), icon="funnel", keys=("Ctrl+F",), menu="edit")
    def filter_list(self) -> None:
        """Go to the quick filter."""
        self.list.filters.quick.setFocus()
        self.list.filters.quick.selectAll()

    @action(mark("Menu of the column"), icon="columns-3", keys=("Ctrl+Shift+L",), menu="view")
    def heading(self) -> None:
        """Open the menu of the heading above the cell that has the focus."""
        self.list.open_heading(max(0, self.list.table.currentIndex().column()))

    @action(mark("Group by…"), icon="layers", menu="view")
    def group(self) -> None:
        """Open the menu of the fields that rows can be gathered by."""
        self.list.filters.group.click()

    @action(mark("Add a filter…"), icon="funnel", menu="view")
    def add_filter(self) -> None:
        """Ask for one more filter."""
        self.list.filters.add.click()

    @action(mark("Choose the columns…"), icon="columns-3", menu="view")
    def choose_columns(self) -> None:
        """Ask which columns to show, in which order."""
        self.list.choose_columns()

    @action(mark("Show or hide the details"), icon="panel-right", menu="view")
    def peek(self) -> None:
        """Show the details of the selected record, or put them away."""
        self._keep_pane(open_=not self.host.is_open)

    @action(mark("One line a row, or two"), icon="rows-3", menu="view")
    def change_density(self) -> None:
        """Change between one line a row and two."""
        self.list.set_compact(compact=not self.list.choice.compact)

    def _open_menu(self, place: QPoint) -> None:
        """Open the commands for the selected rows, at the pointer or below the cell that has the keyboard."""
        table = self.list.table
        index = table.indexAt(place)
        if not index.isValid() or not table.viewport().rect().contains(place):
            index = table.currentIndex()
            place = table.visualRect(index).bottomLeft()
        if not index.isValid() or not self.list.model.row(index.row()).id:
            return
        if not table.selectionModel().isSelected(index) and not self.keys.block.active:
            table.setCurrentIndex(index)
        self.actions_.refresh()
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for names in _MENU:
            menu.addActions([self.actions_[name] for name in names if name in self.actions_])
            menu.addSeparator()
        menu.popup(table.viewport().mapToGlobal(place))

    def _open_form(self, id_: str, given: Record | None = None) -> None:
        from desktop_app.gui.record_form.opening import open_form

        open_form(self.window(), self.workspace, self.spec.entity, id_, given, numbers=self.list.numbers)


class _Printed(RecordsPage):
    """A list that a report prints as it is shown."""

    report: ClassVar[str]

    def _verbs(self) -> list[QWidget]:
        export, *others = super()._verbs()
        return [export, button_for(self.actions_["print_list"]), *others]

    @action(mark("Print…"), icon="printer", keys=("Ctrl+P",), menu="file")
    def print_list(self) -> None:
        """Show the records of this list as they will be printed."""
        from desktop_app.reports.request import Selection

        shown = self.list.question()
        only = Selection(self.report, shown.filters, shown.search)
        self.workspace.asked.emit(Go("reports", only.report, filters=(only,)))


class _Sheeted(RecordsPage):
    """A list that no report prints, whose records have a sheet each."""

    def _verbs(self) -> list[QWidget]:
        export, *others = super()._verbs()
        return [export, button_for(self.actions_["print_sheet"]), *others]

    @action(mark("Print the sheet…"), icon="printer", keys=("Ctrl+P",), menu="file", when="has_selection")
    def print_sheet(self) -> None:
        """Show the sheet of the selected record as it will be printed."""
        if id_ := self.list.current_id():
            show_sheet(self.workspace, self.spec.entity.name, id_)


class _Networked(RecordsPage):
    """A list whose records have a network."""

    @action(mark("Network…"), icon="share-2", menu="view", when="has_selection")
    def see_network(self) -> None:
        """Show who is linked with whom around the selected record."""
        if id_ := self.list.current_id():
            from desktop_app.gui.overview.network_card import show_network

            show_network(self, self.workspace, self.spec.entity.name, id_)


class PartnerPage(MergingCommands, WritingCommands, _Sheeted, _Networked):
    """Partners, each of which has a page with everything about it."""

    spec = specs.PARTNERS

    @action(mark("Everything about this partner"), icon="globe", keys=("Ctrl+I",), menu="view", when="has_selection")
    def see_partner(self) -> None:
        """Show the page about the selected partner."""
        if id_ := self.list.current_id():
            self.workspace.go("overview", f"partner/{id_}")


class InstrumentPage(_Printed, _Networked):
    """Instruments, which have a report of their own."""

    spec = specs.INSTRUMENTS
    report = "instrument_list"


class MissionPage(WritingCommands, _Printed):
    """Missions, whose report is their log."""

    spec = specs.MISSIONS
    report = "mission_log"


class EventPage(WritingCommands, _Sheeted):
    """Delegations, visits, co-funded events and meetings, each of which has a day sheet."""

    spec = specs.EVENTS

    @action(mark("Print the day sheet…"), icon="printer", keys=("Ctrl+P",), menu="file", when="has_selection")
    def print_sheet(self) -> None:
        """Show the programme, the participants and the follow-up of the selected event as they will be printed."""
        super().print_sheet()


class PersonPage(MergingCommands, WritingCommands, _Printed):
    """People, of whom the contacts at partners are printed."""

    spec = specs.PEOPLE
    report = "contact_list"


def _count_of(store: "Store", name: str) -> Badge:
    from desktop_app.store.queries import Query

    return Badge(store.count(Query(ENTITIES[name])), plain=True)


def count_partners(store: "Store") -> Badge:
    """Count the partners."""
    return _count_of(store, "partner")


def count_instruments(store: "Store") -> Badge:
    """Count the instruments."""
    return _count_of(store, "instrument")


def count_missions(store: "Store") -> Badge:
    """Count the missions."""
    return _count_of(store, "mission")


def count_people(store: "Store") -> Badge:
    """Count the people."""
    return _count_of(store, "person")


def count_events(store: "Store") -> Badge:
    """Count the events."""
    return _count_of(store, "event")
