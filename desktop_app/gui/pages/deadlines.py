"""Deadlines: all that ends, is renewed, must be signed, asked or reported, soonest first."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QPushButton, QStackedWidget, QWidget

from desktop_app.domain.deadlines import KINDS, Deadline
from desktop_app.gui.actions import action, button_for
from desktop_app.gui.dashboard import calendar_file, doing, listing
from desktop_app.gui.dashboard.listing import Listing, Wish
from desktop_app.gui.flow import flowing
from desktop_app.gui.lists.empty_state import EmptyState
from desktop_app.gui.lists.specs import View
from desktop_app.gui.lists.tabs import Tabs
from desktop_app.gui.page import Page, PageHead
from desktop_app.gui.parts import column, line, row
from desktop_app.gui.quiet_box import QuietBox
from desktop_app.gui.table.short_list import ShortList
from desktop_app.gui.words import mark, said, tr, with_figure
from desktop_app.gui.workspace import Go, Workspace

if TYPE_CHECKING:
    from desktop_app.gui.tasks import Task
    from desktop_app.store.edit import Changes


class DeadlinesPage(Page):
    """The list of deadlines, filtered by how near they are, their kind and their country."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("page_deadlines")
        self.wish = Wish()
        self.listing = Listing((), (), (), (), ())
        self._reading: Task | None = None
        self.head, self.tabs, self.list = PageHead(), Tabs(listing.VIEWS), ShortList()
        self.kind, self.country = QuietBox(), QuietBox()
        self._further = QPushButton()
        self.nothing = EmptyState("calendar-clock", self._further)
        self.stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.finish()
        self.head.offer(button_for(self.actions_["calendar"]), button_for(self.actions_["print_"]))
        verbs = [button_for(self.actions_[name]) for name in ("open_", "renew", "remind", "done")]
        self._verbs.setLayout(row(*verbs, None, margins=(20, 8, 16, 8)))

    def _lay_out(self) -> None:
        top = QFrame()
        for box in (self.kind, self.country):
            box.setSizeAdjustPolicy(box.SizeAdjustPolicy.AdjustToContents)  # filled once the base has answered
        filters = flowing(self.tabs, self.kind, self.country)
        top.setLayout(column(self.head, filters, spacing=10, margins=(20, 13, 16, 6)))
        self._verbs = QFrame()
        shown = QFrame()
        shown.setLayout(column(self.list, line(), self._verbs, spacing=0))
        self.stack.addWidget(shown)
        self.stack.addWidget(self.nothing)
        self.setLayout(column(top, line(), self.stack, spacing=0))
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._on_tab)
        self.kind.activated.connect(lambda _place: self._ask(self.wish._replace(kind=str(self.kind.currentData()))))
        self.country.activated.connect(
            lambda _place: self._ask(self.wish._replace(country=str(self.country.currentData())))
        )
        self._further.clicked.connect(lambda: self.show_wish(Wish(listing.ALL)))
        self.list.chosen.connect(self._on_chosen)
        self.list.opened.connect(lambda _row: self.open_())
        self.list.let_give(*listing.GIVING)
        self.list.cells.lines = 2

    # What the frame asks of a page -------------------------------------------------------------------------------

    def load(self) -> None:
        """Read the deadlines that are asked for."""
        wish, today = self.wish, date.today()  # noqa: DTZ011  (the user's day)
        if self._reading is not None:
            self._reading.cancel()
        self._reading = self.workspace.read(
            lambda store: listing.read_listing(store, wish, today), self._show, words=tr("Looking what is due…")
        )

    def concerned(self, changes: "Changes | None") -> bool:  # type: ignore[override]
        """Whether a change may change what is due."""
        return changes is None or bool(changes.entities - {"saved_view"})

    def visit(self, go: Go) -> None:
        """Show the deadlines of a view, after a stroke of a kind, after another of a country: `now/opinion/…`."""
        horizon, kind, country = (*go.id.split("/"), "", "")[:3]
        if horizon:
            self.show_wish(Wish(horizon, kind, country))

    def show_wish(self, wish: Wish) -> None:
        """Show what is wished, in the tabs and boxes as well."""
        self.wish = wish
        self.tabs.choose(wish.horizon)
        self.kind.setCurrentIndex(max(0, self.kind.findData(wish.kind)))
        self.country.setCurrentIndex(max(0, self.country.findData(wish.country)))

    def status(self) -> str:
        """Say how many deadlines are shown, and how many of them are late."""
        today = date.today()  # noqa: DTZ011
        late = sum(one.due < today for one in self.listing.found)
        words = tr("%n deadline(s)", "", len(self.listing.found))
        return ", ".join((words, tr("%n late", "", late))) if late else words

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        super().retranslate()
        self.head.title.setText(tr("Deadlines"))
        self._further.setText(tr("Show all deadlines"))
        self.nothing.say(tr("Nothing is due here. Give instruments an end, and steps a day: they come here in time."))
        self.list.setAccessibleName(tr("Deadlines"))
        self.list.setAccessibleDescription(tr("What is due, soonest first; Enter opens the entry."))
        self.kind.setAccessibleName(tr("Kind of deadline"))
        self.country.setAccessibleName(tr("Country"))
        for box in (self.kind, self.country):
            box.setAccessibleDescription(tr("Only some of the deadlines; the arrows go to the others"))
        self.kind.clear()
        self.kind.addItem(tr("All kinds"), "")
        for code, words in KINDS.items():
            self.kind.addItem(said(words), code)
        self.kind.setCurrentIndex(max(0, self.kind.findData(self.wish.kind)))
        if self.workspace.is_open:
            self._fresh = False
            self._freshen()

    # Showing -----------------------------------------------------------------------------------------------------

    def _on_tab(self, view: View) -> None:
        self._ask(self.wish._replace(horizon=view.name))

    def _ask(self, wish: Wish) -> None:
        self.wish = wish
        if self.workspace.is_open:
            self.load()

    def _show(self, found: Listing) -> None:
        self._reading = None
        self.listing = found
        self._offer_countries(found)
        self.list.fill(found.rows, listing.headings(), listing.WIDTHS, *listing.SHARING)
        self.stack.setCurrentIndex(0 if found.rows else 1)
        self._further.setVisible(self.wish != Wish(listing.ALL))
        count = len(found.rows)
        self.head.count.setText(with_figure(tr("%n deadline(s)", "", count), count))
        self._on_chosen()

    def _offer_countries(self, found: Listing) -> None:
        self.country.clear()
        if found.zone:
            self.country.addItem(tr("Countries of this office"), listing.OWN)
        self.country.addItem(tr("All countries"), listing.EVERYWHERE if found.zone else listing.OWN)
        for id_, name in found.countries:
            self.country.addItem(name, id_)
        self.country.setCurrentIndex(max(0, self.country.findData(self.wish.country)))

    def _on_chosen(self) -> None:
        self.actions_.refresh()
        self.say()

    # Commands ----------------------------------------------------------------------------------------------------

    def chosen(self) -> tuple[Deadline, str] | None:
        """Return the selected deadline and what it is about."""
        key = self.list.current()
        pairs = zip(self.listing.found, self.listing.names, strict=True)
        return next(((one, name) for one, name in pairs if one.key == key), None)

    def has_chosen(self) -> bool:
        """Whether a deadline is selected."""
        return self.chosen() is not None

    def can_write(self) -> bool:
        """Whether the selected deadline can be said to be met, in a base that can be written to."""
        chosen = self.chosen()
        return chosen is not None and doing.can_be_done(chosen[0]) and not self.workspace.store.readonly

    def can_renew(self) -> bool:
        """Whether the selected deadline asks for a renewal."""
        chosen = self.chosen()
        return chosen is not None and chosen[0].kind == "renewal" and not self.workspace.store.readonly

    def can_remind(self) -> bool:
        """Whether the selected deadline is a workbook that somebody holds."""
        chosen = self.chosen()
        return chosen is not None and chosen[0].kind == "workbook"

    @action(mark("Open"), icon="pencil", menu="edit", when="has_chosen")
    def open_(self) -> None:
        """Open the record that the selected deadline is about."""
        if chosen := self.chosen():
            doing.open_(self.window(), self.workspace, chosen[0])

    @action(mark("Renew…"), icon="refresh-cw", keys=("Ctrl+Shift+R",), menu="edit", when="can_renew")
    def renew(self) -> None:
        """Open the instrument with its next period proposed."""
        if chosen := self.chosen():
            doing.renew(self.window(), self.workspace, chosen[0].id)

    @action(mark("Remind them by e-mail…"), icon="mail", menu="edit", when="can_remind")
    def remind(self) -> None:
        """Open a draft in the mail program, in the language of the recipient."""
        if chosen := self.chosen():
            doing.remind(self.workspace, chosen[0].id)

    @action(mark("Done today"), icon="circle-check", keys=("Ctrl+Shift+D",), menu="edit", when="can_write")
    def done(self) -> None:
        """Say that the selected deadline was met today; undo takes it back."""
        if chosen := self.chosen():
            doing.mark_done(self.workspace, *chosen)

    @action(mark("Add to calendar (.ics)…"), icon="calendar-clock", menu="file")
    def calendar(self) -> None:
        """Save what is shown as a file that calendars take in."""
        calendar_file.save(self, self.workspace, self.listing.found)

    @action(mark("Print…"), icon="printer", keys=("Ctrl+P",), menu="file")
    def print_(self) -> None:
        """Show these deadlines as they will be printed."""
        from desktop_app.reports.request import Selection

        today = date.today()  # noqa: DTZ011  (the user's day)
        only = Selection("deadlines", tuple(self.wish.conditions(self.listing.zone, today)))
        self.workspace.asked.emit(Go("reports", only.report, filters=(only,)))
