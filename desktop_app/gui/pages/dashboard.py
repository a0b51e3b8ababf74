"""The dashboard: what is to be done now, the next six months, who holds which workbook, who travels."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QWidget

from desktop_app.gui.actions import action, button_for
from desktop_app.gui.card import Card
from desktop_app.gui.dashboard import doing, months
from desktop_app.gui.dashboard.bars import Bar
from desktop_app.gui.dashboard.lines import mission_row, workbook_rows
from desktop_app.gui.dashboard.reading import Overview, read_overview
from desktop_app.gui.dashboard.todo import TodoRow, todos
from desktop_app.gui.page import Page, PageHead
from desktop_app.gui.parts import column, line, look_as
from desktop_app.gui.scrolled import scrolled
from desktop_app.gui.theme import look
from desktop_app.gui.when import short_day, spelled, with_day
from desktop_app.gui.words import lang, mark, tr, with_figure
from desktop_app.gui.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.store.edit import Changes
    from desktop_app.store.queries import Query

TIMELINE_ROWS = 7


class DashboardPage(Page):
    """The first page of the navigation; every card has one verb, every number opens its list."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("page_dashboard")
        self.found: Overview | None = None
        self.head, self.count = PageHead(), QPushButton()
        look_as(self.count, "link")
        self.count.setAutoDefault(False)
        self.todo, self.types = Card("todo"), Card("types")
        self.months, self.out, self.travel = Card("months"), Card("out"), Card("travel")
        self._lay_out()
        self._connect()
        self.finish()
        self.head.offer(button_for(self.actions_["print_"]), button_for(self.actions_["calendar"]))

    def _lay_out(self) -> None:
        self.head.count_by(self.count)
        top = QFrame()
        top.setLayout(column(self.head, margins=(20, 13, 16, 12)))
        grid = QGridLayout()
        grid.setContentsMargins(20, 12, 16, 12)
        grid.setSpacing(12)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 3)
        grid.addWidget(self.todo, 0, 0)
        grid.addWidget(self.types, 0, 1)
        grid.addWidget(self.months, 1, 0, 1, 2)
        grid.addWidget(self.out, 2, 0)
        grid.addWidget(self.travel, 2, 1)
        grid.setRowStretch(3, 1)
        self.area = scrolled(grid)
        self.setLayout(column(top, line(), self.area, spacing=0))

    def _connect(self) -> None:
        self.count.clicked.connect(lambda: self._go("deadlines", "now"))
        self.todo.link.clicked.connect(lambda: self._go("deadlines", "now"))
        self.months.link.clicked.connect(lambda: self._go("deadlines", "six"))
        self.types.link.clicked.connect(lambda: self._go("reports", "instrument_list"))
        self.out.link.clicked.connect(lambda: self._go("workbooks_out"))
        self.travel.link.clicked.connect(lambda: self._list(self.found.travel.month_query if self.found else None))
        self.travel.more.clicked.connect(lambda: self._list(self.found.travel.day_query if self.found else None))
        look.changed.connect(self._show_again)

    # What the frame asks of a page -------------------------------------------------------------------------------

    def load(self) -> None:
        """Read everything at once."""
        language, today = lang(), date.today()  # noqa: DTZ011  (the user's day)
        self.workspace.read(
            lambda store: read_overview(store, today, language), self._show, words=tr("Looking what is due…")
        )

    def concerned(self, changes: "Changes | None") -> bool:  # type: ignore[override]
        """Whether a change may change what is due or who travels."""
        return changes is None or bool(changes.entities - {"saved_view"})

    def take_focus(self) -> None:
        """Give the keyboard to the first thing to do."""
        first = next(iter(self.todo.rows), None)
        (first or self.todo.link).setFocus()

    def panes(self) -> list[QWidget]:
        """Return the cards that have something to reach."""
        return [card for card in (self.todo, self.types, self.months, self.out, self.travel) if card.rows]

    def status(self) -> str:
        """Say what is shown and of when."""
        if self.found is None:
            return tr("Dashboard")
        near = sum(one.due <= months.span_of(self.found.today).last for one in self.found.due)
        return tr("%n deadline(s) until {day}", "", near).format(
            day=short_day(months.span_of(self.found.today).last, self.found.today)
        )

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        super().retranslate()
        day = date.today()  # noqa: DTZ011
        whole = spelled(day, "dddd d MMMM")
        self.head.title.setText(whole[:1].upper() + whole[1:])
        self.todo.say(tr("To do now"), tr("See all deadlines"))
        self.types.say(tr("Instruments by type"), tr("Report"))
        self.months.say(tr("Next six months"), tr("Full timeline"))
        self.out.say(tr("Who holds which workbook"), tr("Workbooks out"))
        self.travel.say(tr("Missions this month"), "")
        if self.found is not None and self.workspace.is_open:
            self._fresh = False
            self._freshen()

    # Showing -----------------------------------------------------------------------------------------------------

    def _show_again(self) -> None:
        if self.found is not None:
            self._show(self.found)

    def _show(self, found: Overview) -> None:
        self.found = found
        pressing = len(found.pressing)
        self.count.setText(with_figure(tr("%n deadline(s) to work on now", "", pressing), pressing))
        self.count.setAccessibleName(self.count.text())
        self.count.setVisible(bool(pressing))
        self.head.fit()
        lines = [TodoRow(todo, self.workspace) for todo in todos(found)]
        self.todo.fill(list(lines), self._nothing_due(found))
        if lines and self.todo.link.hasFocus():
            lines[0].setFocus()
        most = max((one.number for one in found.types), default=1)
        bars: list[QWidget] = []
        for one in found.types:
            bar = Bar(one, most)
            bar.clicked.connect(lambda _checked=False, query=one.query: self._list(query))
            bars.append(bar)
        self.types.fill(
            bars, tr("No instrument is running. Add one in the list of instruments, or drop a spreadsheet here.")
        )
        self._show_months(found)
        self.out.fill(
            workbook_rows(found, self.workspace),
            tr("Nobody holds a workbook. Make one for an embassy: it comes back here, and shows what changed."),
        )
        self._show_travel(found)
        self.say()

    def _nothing_due(self, found: Overview) -> str:
        first = min((one.since for one in found.due), default=None)
        if first is None:
            return tr("Nothing is due. Give instruments an end, and steps a day: they come here in time.")
        return with_day(tr("Nothing is due before {day}."), first, found.today)

    def _show_months(self, found: Overview) -> None:
        span = months.span_of(found.today)
        rows: list[QWidget] = []
        for one in months.choose(found.due, span, TIMELINE_ROWS):
            shown = months.MonthRow(one, found.names[one.key], span)
            shown.clicked.connect(lambda _checked=False, one=one: doing.open_(self.window(), self.workspace, one))
            rows.append(shown)
        self.months.fill([months.MonthHead(span), *rows] if rows else [], tr("Nothing is due in the next six months."))

    def _show_travel(self, found: Overview) -> None:
        month, here = found.travel.month, found.travel.on_day
        self.travel.link.setText(with_figure(tr("All %n mission(s)", "", month), month))
        self.travel.link.setVisible(bool(month))
        self.travel.link.setAccessibleName(f"{tr('Missions this month')}: {self.travel.link.text()}")
        words = with_figure(tr("%n here today", "", here), here)
        self.travel.show_more(words if month else "")
        self.travel.more.setAccessibleName(
            tr("Who is in the countries of this office today: {count}").format(count=here)
        )
        rows: list[QWidget] = [mission_row(record, found.labels, self.workspace) for record in found.missions]
        nothing = (
            tr("No more missions this month. Add one in the list of missions.")
            if month
            else tr("No mission this month. Add one in the list of missions.")
        )
        self.travel.fill(rows, nothing)

    # Going elsewhere ---------------------------------------------------------------------------------------------

    def _go(self, page: str, id_: str = "") -> None:
        self.workspace.go(page, id_)

    def _list(self, query: "Query | None") -> None:
        """Show the list behind a number."""
        if query is not None:
            self.workspace.show_list(query)

    # Commands ----------------------------------------------------------------------------------------------------

    @action(mark("Print…"), icon="printer", keys=("Ctrl+P",), menu="file")
    def print_(self) -> None:
        """Show the deadlines as they will be printed."""
        self.workspace.go("reports", "deadlines")

    @action(mark("Print who is here today…"), icon="users", menu="file")
    def who_is_here(self) -> None:
        """Show who is in the countries of the office, as it will be printed."""
        self.workspace.go("reports", "who_is_where")

    @action(mark("Add to calendar (.ics)…"), icon="calendar-clock", menu="file")
    def calendar(self) -> None:
        """Save the deadlines as a file that calendars take in."""
        if self.found is not None:
            from desktop_app.gui.dashboard import calendar_file

            own = [one for one in self.found.due if one.entity != "mission"]
            calendar_file.save(self, self.workspace, own)
