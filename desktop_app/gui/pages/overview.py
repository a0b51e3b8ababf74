"""Everything about one country, partner, institute or unit on one page; every number opens the list that it counts."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QStackedWidget, QWidget

from desktop_app.domain import ENTITIES
from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.gui.actions import action, button_for
from desktop_app.gui.charts.card import ChartCard
from desktop_app.gui.flow import Flow
from desktop_app.gui.lists.empty_state import EmptyState
from desktop_app.gui.overview.chooser import Chooser
from desktop_app.gui.overview.life_card import LifeCard
from desktop_app.gui.overview.lines import open_line
from desktop_app.gui.overview.lists import ListCards
from desktop_app.gui.overview.network_card import NetworkCard
from desktop_app.gui.overview.reading import Portrait, read_portrait
from desktop_app.gui.overview.tile import Tile
from desktop_app.gui.overview.words import FIGURES, figure_words
from desktop_app.gui.page import Page, PageHead
from desktop_app.gui.parts import column, label, line
from desktop_app.gui.scrolled import scrolled
from desktop_app.gui.theme import look
from desktop_app.gui.words import lang, mark, said, tr
from desktop_app.gui.workspace import Go, Workspace
from desktop_app.reports.description import Timeline
from desktop_app.reports.figure_sets import SUBJECTS, Chart, Kind, Scope
from desktop_app.reports.lives import lives
from desktop_app.store.network import network_of
from desktop_app.store.subject import KINDS, Subject

if TYPE_CHECKING:
    from desktop_app.gui.tasks import Task
    from desktop_app.store.base import Store
    from desktop_app.store.edit import Changes

_ONE_COLUMN_UNDER = 860
_CHARTS = {
    "country": (
        "instruments_type", "missions_years", "balance_years", "balance_partner", "money_years", "money_source",
        "outputs_years", "outputs_kind",
    ),
    "partner": (
        "instruments_years", "missions_years", "balance_years", "money_years", "money_source", "outputs_years",
    ),
    "institute": (
        "instruments_type", "instruments_country", "missions_years", "missions_country", "balance_years", "money_years",
        "money_source", "outputs_years",
    ),
    "unit": (
        "instruments_years", "instruments_country", "missions_years", "missions_country", "money_years", "outputs_years",
    ),
}  # fmt: skip
_NETWORKED = ("partner", "unit")
_REPORTED = ("country", "partner")
_KINDS = {kind.name: kind for kinds in SUBJECTS.values() for kind in kinds}


class OverviewPage(Page):
    """The page about one subject, chosen at its head."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("page_overview")
        self.about: Subject | None = None
        self.found: Portrait | None = None
        self._tasks: list[Task] = []
        self._columns = 0
        self.head, self.chooser = PageHead(), Chooser(workspace)
        self.below, self.facts = label("", "muted", wrap=True), QGridLayout()
        self.tiles = Flow(spacing=8, even=True)
        self.lives, self.network, self.lists = LifeCard(), NetworkCard(), ListCards(workspace)
        self.charts: list[ChartCard] = []
        self.nothing = EmptyState("globe")
        self.stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.finish()
        self._verbs = (button_for(self.actions_["edit"]), button_for(self.actions_["print_"], "filled"))
        self.head.offer(*self._verbs)

    def _lay_out(self) -> None:
        top = QFrame()
        top.setLayout(column(self.head, self.chooser, spacing=8, margins=(20, 13, 16, 8)))
        self.facts.setHorizontalSpacing(12)
        self.facts.setVerticalSpacing(3)
        self.facts.setColumnStretch(1, 1)
        strip = QFrame()
        strip.setProperty("kind", "card")
        self.tiles.setContentsMargins(6, 4, 6, 4)
        strip.setLayout(self.tiles)
        self.grid = QGridLayout()
        self.grid.setSpacing(12)
        self.area = scrolled(
            column(
                self.below,
                self.facts,
                strip,
                self.lives,
                self.network,
                self.grid,
                None,
                spacing=10,
                margins=(20, 10, 16, 16),
            )
        )
        self.stack.addWidget(self.area)
        self.stack.addWidget(self.nothing)
        self.setLayout(column(top, line(), self.stack, spacing=0))

    def _connect(self) -> None:
        self.chooser.chosen.connect(self.show_about)
        for card in (self.lives, self.network):
            card.copied.connect(self.workspace.note)
            card.opened.connect(lambda entity, id_: open_line(self, entity, id_, self.workspace))
        self.lives.print_asked.connect(self._print_lives)

    # What the frame asks of a page -------------------------------------------------------------------------------

    def load(self) -> None:
        """Read everything at once, the charts beside it."""
        for task in self._tasks:
            task.cancel()
        if self.about is None:
            self._tasks = [self.workspace.read(_first, self._begin)]
            return
        self.chooser.show_about(self.about)
        about, language, today = self.about, lang(), date.today()  # noqa: DTZ011  (the user's day)
        self._tasks = [
            self.workspace.read(lambda store: read_portrait(store, about, today, language), self._show),
            self.workspace.read(lambda store: read_lives(store, about, today, language), self._show_lives),
        ]
        self.network.setVisible(about.kind in _NETWORKED)
        if about.kind in _NETWORKED:
            read = partial(network_of, entity=about.kind, id_=about.id, lang=language)
            self._tasks.append(self.workspace.read(read, self.network.show_network))
        scope = Scope(language, today, None, about)
        self._make_charts([_KINDS[name] for name in _CHARTS[about.kind]])
        for card in self.charts:
            make = partial(_make, _KINDS[card.objectName().removeprefix("card_")], scope)
            self._tasks.append(self.workspace.read(make, card.show_chart))

    def _begin(self, about: Subject | None) -> None:
        if about is None:
            self._show(None)
        else:
            self.show_about(about)

    def concerned(self, changes: "Changes | None") -> bool:  # type: ignore[override]
        """Whether a change may change what is shown."""
        return changes is not None and bool(changes.entities - {"saved_view"})

    def visit(self, go: Go) -> None:
        """Show a country, a partner, an institute or a unit: `country/…`, `partner/…`, `institute/INP`, `unit/…`."""
        kind, _, id_ = go.id.partition("/")
        known = next((one for one in KINDS if one == kind), None)
        if known is not None and id_:
            self.show_about(Subject(known, id_))

    def show_about(self, about: Subject) -> None:
        """Show a subject."""
        same = about == self.about
        self.about = about
        if not same:
            self.area.verticalScrollBar().setValue(0)
        if self.workspace.is_open:
            self._fresh = self.isVisible()
            self.load()

    def take_focus(self) -> None:
        """Give the keyboard to the first key figure, else to the choice."""
        next(iter(self._tiles()), self.chooser).setFocus()

    def _tiles(self) -> list[QWidget]:
        items = [self.tiles.itemAt(place) for place in range(self.tiles.count())]
        return [shown for item in items if item is not None and (shown := item.widget()) is not None]

    def panes(self) -> list[QWidget]:
        """Return the choice and the cards that have something to reach."""
        return [
            self.chooser,
            *(
                card
                for card in (self.lives, self.network, *self.lists.cards, *self.charts)
                if card.isVisible() and card.rows
            ),
        ]

    def status(self) -> str:
        """Say what is shown."""
        if self.found is None:
            return tr("Overview")
        return f"{self.found.title} · {tr('each number opens its entries')}"

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        super().retranslate()
        self.head.title.setText(self.found.title if self.found else tr("Overview"))
        self.nothing.say(
            tr("Choose a country, a partner, an institute or a unit: all that the base knows of it comes here.")
        )
        if self.about is not None and self.workspace.is_open:
            self._fresh = False
            self._freshen()

    # Showing -----------------------------------------------------------------------------------------------------

    @property
    def _kind(self) -> str:
        return self.about.kind if self.about else ""

    def _show(self, found: Portrait | None) -> None:
        other = found is not None and (self.found is None or self.found.about != found.about)
        self.found = found
        self.stack.setCurrentIndex(1 if found is None else 0)
        self.actions_.refresh()
        self.head.title.setText(found.title if found else tr("Overview"))
        for verb, there in zip(self._verbs, (self.has_record(), self.has_report()), strict=True):
            verb.setVisible(there)
        if found is None:
            return
        self._say_head(found)
        self._show_tiles(found)
        self.lists.show(found)
        for card in (self.lives, *self.charts):
            card.about = found.title
        self._place(again=True)
        self.say()
        if other:
            self._begin_at_the_top()

    def _begin_at_the_top(self) -> None:
        """Give the keyboard to the first number of a new page, unless somebody is still choosing what it is about."""
        if not self.chooser.isAncestorOf(self.focusWidget()):
            self.take_focus()
        self.area.verticalScrollBar().setValue(0)

    def _show_lives(self, chart: Timeline) -> None:
        self.lives.show_chart(chart, printable=self._kind == "country")

    def _say_head(self, found: Portrait) -> None:
        self.below.setText(found.below)
        while (item := self.facts.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for number, (name, text) in enumerate(found.facts):
            shown = label(text, wrap=True)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            shown.setAccessibleName(f"{name}: {text}")
            self.facts.addWidget(label(name, "muted"), number, 0, Qt.AlignmentFlag.AlignTop)
            self.facts.addWidget(shown, number, 1)

    def _show_tiles(self, found: Portrait) -> None:
        old = self._tiles()
        held = any(shown.hasFocus() for shown in old)
        while self.tiles.takeAt(0) is not None:
            pass
        for name, part in found.numbers:
            if name not in FIGURES:  # the link of a card says it
                continue
            tile = Tile(part.count, figure_words(name, found.about.kind, found.today.year, part.count))
            tile.setObjectName(f"tile_{name}")
            tile.clicked.connect(lambda _checked=False, query=part.query: self.workspace.show_list(query))
            self.tiles.addWidget(tile)
            tile.show()  # now: only what is seen takes the keyboard
        if held:
            self.take_focus()
        for shown in old:
            shown.hide()
            shown.deleteLater()

    # Charts and places -------------------------------------------------------------------------------------------

    def _make_charts(self, kinds: list[Kind]) -> None:
        if [card.objectName() for card in self.charts] == [f"card_{kind.name}" for kind in kinds]:
            return
        for card in self.charts:
            self.grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.charts = [ChartCard(kind.name, self.workspace) for kind in kinds]
        for card, kind in zip(self.charts, kinds, strict=True):
            card.expect(said(kind.title))
            card.copied.connect(self.workspace.note)
        self._place(again=True)

    def _place(self, *, again: bool = False) -> None:
        columns = 1 if self.width() < look.px(_ONE_COLUMN_UNDER) else 2
        if columns == self._columns and not again:
            return
        self._columns = columns
        for number in range(2):
            self.grid.setColumnStretch(number, 1 if number < columns else 0)
        shown = [*self.lists.shown(), *self.charts]
        for number, card in enumerate(shown):
            self.grid.addWidget(card, number // columns, number % columns)
        for card in self.lists.cards:
            card.setVisible(card in shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards below each other in a narrow window."""
        super().resizeEvent(event)
        self._place()

    # Commands ----------------------------------------------------------------------------------------------------

    def has_record(self) -> bool:
        """Whether the page is about a record that has a form."""
        return self.found is not None and self.found.about.kind != "institute"

    def has_report(self) -> bool:
        """Whether the page is about what has a report of its own."""
        return self.found is not None and self.found.about.kind in _REPORTED

    @action(mark("Edit…"), icon="pencil", keys=("F2",), menu="edit", when="has_record")
    def edit(self) -> None:
        """Open the form of the country, the partner or the unit."""
        if self.about is not None:
            from desktop_app.gui.record_form.opening import open_form

            open_form(self.window(), self.workspace, ENTITIES[self.about.kind], self.about.id)

    def _print_lives(self) -> None:
        record = self.workspace.store.get(ENTITIES["country"], self.about.id) if self.about else None
        self.workspace.go("reports", f"country_lifelines/{(record or {}).get('ref')}")

    @action(mark("Print…"), icon="printer", keys=("Ctrl+P",), menu="file", when="has_report")
    def print_(self) -> None:
        """Show the summary of the country, or the sheet of the partner, as it will be printed."""
        if self.about is None:
            return
        record = self.workspace.store.get(ENTITIES[self.about.kind], self.about.id) or {}
        report, of = (
            ("country_summary", record.get("ref")) if self._kind == "country" else ("partner_sheet", self.about.id)
        )
        self.workspace.go("reports", f"{report}/{of}")


def read_lives(store: "Store", about: Subject, today: date, lang: str) -> Timeline:
    """Read the lives of the instruments of a subject, with their ancestors."""
    return lives(store, store.records(about.of(INSTRUMENT)), today, lang)


def _first(store: "Store") -> Subject | None:
    """Return the country to begin with: the one with most instruments."""
    from desktop_app.reports.country import most_instruments

    country = most_instruments(store)
    return Subject("country", country) if country else None


def _make(kind: Kind, scope: Scope, store: "Store") -> Chart:
    return kind.make(store, scope)
