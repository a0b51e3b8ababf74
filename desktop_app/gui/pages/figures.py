"""Figures: what the base counts, as charts whose bars open the records that they count."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QWidget

from desktop_app.gui.actions import action, button_for
from desktop_app.gui.charts.card import ChartCard
from desktop_app.gui.flow import flowing
from desktop_app.gui.lists.specs import View
from desktop_app.gui.lists.tabs import Tabs
from desktop_app.gui.page import Page, PageHead
from desktop_app.gui.parts import column, line
from desktop_app.gui.scrolled import scrolled
from desktop_app.gui.theme import look
from desktop_app.gui.words import lang, mark, said, tr
from desktop_app.gui.workspace import Go, Workspace
from desktop_app.reports.figure_sets import SUBJECTS, Chart, Kind, Scope

if TYPE_CHECKING:
    from desktop_app.gui.tasks import Task
    from desktop_app.store.base import Store
    from desktop_app.store.edit import Changes

VIEWS = (
    View("instrument", lambda: tr("Instruments", "figures")),
    View("mission", lambda: tr("Missions", "figures")),
    View("exchange", lambda: tr("Balance of exchanges")),
    View("output", lambda: tr("Joint outputs")),
    View("partner", lambda: tr("Partners", "figures")),
    View("money", lambda: tr("Money")),
)
_YEARS = 20  # to choose from
_ONE_COLUMN_UNDER = 860


class FiguresPage(Page):
    """Charts of one subject, of a year or of all years."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("page_figures")
        self.head, self.tabs, self.year = PageHead(), Tabs(VIEWS), QComboBox()
        self.cards: list[ChartCard] = []
        self._tasks: list[Task] = []
        self._columns = 0
        self.grid = QGridLayout()
        self._lay_out()
        self._offer_years()
        self.tabs.chosen.connect(lambda _view: self._begin())
        self.year.currentIndexChanged.connect(lambda _place: self._begin())
        self.finish()
        self.head.offer(button_for(self.actions_["copy_all"]))

    def _lay_out(self) -> None:
        top = QFrame()
        self.year.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        choices = flowing(self.tabs, self.year)
        top.setLayout(column(self.head, choices, spacing=8, margins=(20, 13, 16, 6)))
        self.grid.setContentsMargins(20, 12, 16, 16)
        self.grid.setSpacing(12)
        self.area = scrolled(column(self.grid, None, spacing=0))
        self.setLayout(column(top, line(), self.area, spacing=0))

    def _offer_years(self) -> None:
        last = date.today().year + 1  # noqa: DTZ011  (the user's day)
        self.year.addItem("", None)
        for one in range(last, last - _YEARS, -1):
            self.year.addItem(str(one), one)

    # What the frame asks of a page -------------------------------------------------------------------------------

    def load(self) -> None:
        """Count again."""
        self._begin()

    def concerned(self, changes: "Changes | None") -> bool:  # type: ignore[override]
        """Whether a change may change a number."""
        return changes is not None and bool(changes.entities - {"saved_view"})

    def visit(self, go: Go) -> None:
        """Show a subject."""
        if go.id in SUBJECTS:
            self.tabs.choose(go.id)

    def take_focus(self) -> None:
        """Give the keyboard to the first chart."""
        first = next((card.view for card in self.cards if card.view is not None and card.view.isVisible()), None)
        (first or self.year).setFocus()

    def panes(self) -> list[QWidget]:
        """Return the choices and the charts."""
        return [self.tabs, *self.cards]

    def status(self) -> str:
        """Say what is counted."""
        year = self.year.currentData()
        span = str(year) if year else tr("all years")
        hint = tr("each number opens its entries")
        return f"{self.tabs.view.text()} · {span} · {hint}"

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        super().retranslate()
        self.head.title.setText(tr("Figures"))
        self.year.setItemText(0, tr("All years"))
        self.year.setAccessibleName(tr("Year"))
        self.year.setAccessibleDescription(tr("Choose the year that the charts count."))
        if self.workspace.is_open and self.cards:
            self._begin()
        self.say()

    # Charts ------------------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        """Ask for the charts of the subject, each by itself: the first shows while others are counted."""
        if not self.workspace.is_open:
            return
        for task in self._tasks:
            task.cancel()
        scope = Scope(lang(), date.today(), self.year.currentData())  # noqa: DTZ011
        kinds = SUBJECTS[self.tabs.view.name]
        self._make_cards(kinds)
        self._tasks = [
            self.workspace.read(partial(_make, kind, scope), partial(_show, card, scope.year))
            for kind, card in zip(kinds, self.cards, strict=True)
        ]
        self.actions_.refresh()
        self.say()

    def _make_cards(self, kinds: tuple[Kind, ...]) -> None:
        if [card.objectName() for card in self.cards] == [f"card_{kind.name}" for kind in kinds]:
            return
        for card in self.cards:
            self.grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [ChartCard(kind.name, self.workspace) for kind in kinds]
        for card, kind in zip(self.cards, kinds, strict=True):
            card.expect(said(kind.title))
            card.copied.connect(self.workspace.note)
        self._columns = 0
        self._place()
        self.area.verticalScrollBar().setValue(0)

    def _place(self) -> None:
        columns = 1 if self.width() < look.px(_ONE_COLUMN_UNDER) else 2
        if columns == self._columns:
            return
        self._columns = columns
        for number in range(2):
            self.grid.setColumnStretch(number, 1 if number < columns else 0)
        for number, card in enumerate(self.cards):
            self.grid.addWidget(card, number // columns, number % columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the charts below each other in a narrow window."""
        super().resizeEvent(event)
        self._place()

    # Commands ----------------------------------------------------------------------------------------------------

    def has_charts(self) -> bool:
        """Whether there is something to copy."""
        return bool(self.cards)

    @action(mark("Copy the data"), icon="copy", keys=("Ctrl+Shift+C",), menu="edit", when="has_charts")
    def copy_all(self) -> None:
        """Put all charts in sight into the clipboard, as a spreadsheet pastes them."""
        from PySide6.QtGui import QGuiApplication

        charts = [card.chart for card in self.cards if card.chart is not None]
        QGuiApplication.clipboard().setText("\n".join(f"{chart.title}\n{chart.as_text()}" for chart in charts))
        self.workspace.note(tr("Data copied: {name}").format(name=self.tabs.view.text()))


def _make(kind: Kind, scope: Scope, store: "Store") -> Chart:
    return kind.make(store, scope)


def _show(card: ChartCard, year: int | None, chart: Chart) -> None:
    """Show a chart; a picture of it says which year was chosen, where the chart itself does not."""
    card.about = str(year) if year and chart.shape == "ranks" and str(year) not in chart.title else ""
    card.show_chart(chart)
