"""Map: how many partners, instruments or missions there are in each country, and whose country it is."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from desktop_app.gui.actions import action, button_for, give_icon, tip
from desktop_app.gui.map import reading
from desktop_app.gui.map.choices import Choices
from desktop_app.gui.map.legend import Legend
from desktop_app.gui.map.near import Nearer
from desktop_app.gui.map.pane import WIDTH, CountryPane
from desktop_app.gui.map.paths import rings
from desktop_app.gui.map.table import CountryTable
from desktop_app.gui.map.view import MapView
from desktop_app.gui.map.words import TITLES, counted
from desktop_app.gui.page import Page, PageHead
from desktop_app.gui.parts import column, line, row
from desktop_app.gui.theme import look, on_paper
from desktop_app.gui.words import dotted, lang, mark, tr, with_figure
from desktop_app.gui.workspace import Go, Workspace
from desktop_app.reports.atlas.counting import Wish, count, kinds_of, total
from desktop_app.reports.atlas.numbers import Numbers
from desktop_app.reports.atlas.outlines import WORLD, Box, middle_for, world
from desktop_app.reports.atlas.picture import part_of

if TYPE_CHECKING:
    from desktop_app.gui.tasks import Task
    from desktop_app.store.base import Store
    from desktop_app.store.edit import Changes

T = TypeVar("T")
_PANE_FROM = 760


class MapPage(Page):
    """The map, its choices above it, a country beside it; the same as a table."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("page_map")
        self.numbers: Numbers | None = None
        self._reading: dict[str, Task] = {}
        self._total = self._outside = -1
        self._corner = row(None)
        self.head, self.choices = PageHead(), Choices(self._corner)
        self.view, self.legend, self.table = MapView(), Legend(), CountryTable()
        self.pane, self.nearer = CountryPane(workspace), Nearer(self.view)
        self.stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.finish()
        self.head.offer(*(button_for(self.actions_[name]) for name in ("as_table", "copy_picture", "print_")))

    def _lay_out(self) -> None:
        top, sheet = QFrame(), QFrame()
        self.view.setLayout(column(None, self._corner, margins=(12, 12, 12, 12)))
        top.setLayout(column(self.head, self.choices, spacing=10, margins=(20, 13, 16, 8)))
        held = column(self.view, self.legend, spacing=0)
        held.setStretch(0, 1)
        sheet.setLayout(held)
        self.stack.addWidget(sheet)
        self.stack.addWidget(self.table)
        body = row(self.stack, self.pane, spacing=0)
        body.setStretch(0, 1)
        whole = column(top, line(), body, spacing=0)
        whole.setStretch(2, 1)
        self.setLayout(whole)
        self._fit()

    def _connect(self) -> None:
        self.choices.asked.connect(self._begin)
        self.choices.drawn.connect(self._show)
        self.view.chosen.connect(self._on_chosen)
        self.view.opened.connect(self._open)
        self.view.moved.connect(self._say_scale)
        self.pane.chosen.connect(self.view.choose)
        self.table.chosen.connect(self._on_row)
        self.table.opened.connect(lambda _row: self._open(self.table.current()))
        self.nearer.all.connect(self.show_everything)
        self.nearer.zone.connect(self.show_zone)
        look.changed.connect(self._fit)

    # What the frame asks of a page -------------------------------------------------------------------------------

    def load(self) -> None:
        """Count again."""
        self._begin()

    def concerned(self, changes: "Changes | None") -> bool:  # type: ignore[override]
        """Whether a change may change a number."""
        return changes is None or bool(changes.entities - {"saved_view"})

    def visit(self, go: Go) -> None:
        """Show a subject, or a country by its code."""
        if go.id in world(self.view.middle):
            self.view.choose(go.id)
        else:
            self.choices.choose(go.id)

    def take_focus(self) -> None:
        """Give the keyboard to the map, or to the table that stands for it."""
        (self.table if self.is_table() else self.view).setFocus()

    def panes(self) -> list[QWidget]:
        """Return the choices, the map and the pane."""
        return [self.choices.tabs, self.table if self.is_table() else self.view, self.pane]

    def status(self) -> str:
        """Say how many countries have a number, and how to go on."""
        if self.numbers is None:
            return tr("Map")
        words = tr("%n country(ies)", "", len(self.numbers.rows))
        hint = tr("Enter or a double click opens the entries of a country")
        outside = with_figure(tr("%n more entry(ies) in France or without a country", "", self._outside), self._outside)
        return dotted(words, outside if self._outside > 0 else "", hint)

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        super().retranslate()
        self.view.setAccessibleDescription(
            tr(
                "Arrows go from country to country, Enter opens its entries, letters choose by name, plus and minus go"
                " nearer and farther."
            )
        )
        self._say_title()
        self._name_switch()
        if self.workspace.is_open and self.numbers is not None:
            self._fresh = False
            self._freshen()

    # Counting ----------------------------------------------------------------------------------------------------

    def _read(self, name: str, what: "Callable[[Store], T]", done: Callable[[T], None]) -> None:
        """Read beside the screen; what was asked before by the same name is forgotten."""
        if name in self._reading:
            self._reading[name].cancel()
        self._reading[name] = self.workspace.read(what, done)

    def _begin(self) -> None:
        self._say_title()
        if not self.workspace.is_open:
            return
        wish, subject, language, today = self.choices.wish, self.choices.subject, lang(), date.today()  # noqa: DTZ011
        self._read("numbers", lambda store: _counted(store, wish, language, today), partial(self._take, wish))
        if subject not in self.choices.kinds:
            offer = partial(self.choices.offer_kinds, subject)
            self._read("kinds", lambda store: kinds_of(store, subject, language), offer)

    def _take(self, wish: Wish, numbers: Numbers) -> None:
        first, self.numbers, self._total, self._outside = self.numbers is None, numbers, -1, -1
        if first:
            self.show_zone()
            if self.view.current:
                self.view.bring(self.view.current)
        self._show()
        self._say_count()
        self._tell(self.view.current)
        self._read("total", lambda store: (total(store, wish, numbers), store.count(wish.asked())), self._take_total)

    def _take_total(self, found: tuple[int, int]) -> None:
        self._total, self._outside = found[0], found[1] - found[0]
        self._say_count()
        self._fill_table()

    def _show(self) -> None:
        if self.numbers is None:
            return
        self.view.show_numbers(self.numbers, self.choices.layers)
        self._fill_table()
        self._say_scale()
        self.actions_.refresh()

    def _fill_table(self) -> None:
        """Fill the table; a record of several countries counts in each, so that shares are of all that the title says."""
        if self.numbers is not None:
            self.table.show_numbers(self.numbers, self._total)

    # Words -------------------------------------------------------------------------------------------------------

    def _say_title(self) -> None:
        self.head.title.setText(tr(TITLES[self.choices.subject]))
        self.view.setAccessibleName(self.head.title.text())

    def _say_count(self) -> None:
        if self.numbers is None:
            return
        places = len(self.numbers.rows)
        words = tr("%n country(ies)", "", places)
        if self._total >= 0:
            counts = with_figure(counted(self.choices.subject, self._total), self._total)
            where = tr("in %n country(ies)", "", places)
            words = f"{counts} {where}"
        self.head.count.setText(", ".join(part for part in (words, self.numbers.scope) if part))
        self.say()

    def _say_scale(self) -> None:
        if self.numbers is not None:
            self.legend.show_numbers(self.numbers, self.view.layers, self.view.scale)

    def caption(self) -> tuple[str, str]:
        """Return the title of the map and the line below it."""
        return self.head.title.text(), self.head.count.text()

    # The country that is chosen ----------------------------------------------------------------------------------

    def _on_row(self) -> None:
        if self.is_table():
            self.view.choose(self.table.current(), say=False)

    def _on_chosen(self, code: str) -> None:
        if code != self.table.current() and self.numbers is not None and self.numbers.of(code):
            self.table.select(code)
        self._tell(code)

    def _tell(self, code: str) -> None:
        self._fit()
        if self.numbers is None:
            return
        wish, numbers, year = self.choices.wish, self.numbers, date.today().year  # noqa: DTZ011
        if not code:
            self.pane.show_countries(numbers, wish)
            return

        def told(found: reading.About | None) -> None:
            if self.view.current == code and found is not None:
                self.pane.show_country(found, wish, year)

        self._read("about", lambda store: reading.about(store, code, wish, numbers, year), told)

    def _open(self, code: str) -> None:
        found = self.numbers.of(code) if self.numbers else None
        if found is not None:
            self.workspace.show_list(found.query)

    def _fit(self) -> None:
        """Leave the map the room that it needs; the pane comes with the country that is chosen."""
        self.pane.setFixedWidth(look.px(WIDTH))
        self.pane.setVisible(self.width() >= look.px(_PANE_FROM) or bool(self.view.current))
        self.choices.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the pane where there is room for it."""
        super().resizeEvent(event)
        self._fit()

    # The part that is seen ---------------------------------------------------------------------------------------

    def show_zone(self) -> None:
        """Show the countries of the office; the whole world, where it has none."""
        if self.numbers is not None:
            self.view.look_at(*_zone_of(self.numbers))

    def show_everything(self) -> None:
        """Show the whole world, with its middle where the office is."""
        if self.numbers is not None:
            self.view.look_at(middle_for(self.numbers.zone(self.numbers.own)), WORLD)

    # Commands ----------------------------------------------------------------------------------------------------

    def is_table(self) -> bool:
        """Whether the table is shown in place of the map."""
        return self.stack.currentIndex() == 1

    def has_numbers(self) -> bool:
        """Whether there is something to copy or to print."""
        return self.numbers is not None

    @action(mark("Table"), icon="table", keys=("Ctrl+T",), menu="view")
    def as_table(self) -> None:
        """Show the same numbers as a table, or as the map again."""
        self.stack.setCurrentIndex(0 if self.is_table() else 1)
        self.table.scrollToTop()  # a country was chosen on the map, while the table had no room yet
        self.table.scrollTo(self.table.currentIndex())
        self._name_switch()
        self.take_focus()

    def _name_switch(self) -> None:
        """Let the command say what it shows next."""
        made = self.actions_["as_table"]
        made.setText(tr("Map") if self.is_table() else tr("Table"))
        give_icon(made, "map" if self.is_table() else "table")
        made.setToolTip(tip(made))

    @action(mark("Copy picture"), icon="copy", keys=("Ctrl+Shift+C",), menu="edit", when="has_numbers")
    def copy_picture(self) -> None:
        """Put the map as it is seen, with its title and its legend, into the clipboard."""
        from desktop_app.gui.map.copying import picture_of

        if self.numbers is not None:
            with on_paper():
                QGuiApplication.clipboard().setImage(picture_of(self.view, self.numbers, self.caption()))
            self.workspace.note(tr("Picture copied: {name}").format(name=self.head.title.text()))

    @action(mark("Copy the data"), icon="table", menu="edit", when="has_numbers")
    def copy_data(self) -> None:
        """Put all countries with their numbers into the clipboard, as a spreadsheet pastes them."""
        if self.numbers is not None:
            headings = (tr("Country"), self.head.title.text(), tr("Office"))
            QGuiApplication.clipboard().setText(self.numbers.as_text(headings))
            self.workspace.note(tr("Data copied: {name}").format(name=self.head.title.text()))

    @action(mark("Print"), icon="printer", keys=("Ctrl+P",), menu="file", when="has_numbers")
    def print_(self) -> None:
        """Print the map as it is seen, with its table, through the system's dialog."""
        from desktop_app.gui.map import printing

        if self.numbers is not None:
            printing.begin(self, self.workspace, self.numbers, self.caption(), self.view)


def _counted(store: "Store", wish: Wish, language: str, today: date) -> Numbers:
    """Count, and make the outlines ready beside the screen, which takes longer the first time."""
    numbers = count(store, wish, language, today)
    for middle in (_zone_of(numbers)[0], middle_for(numbers.zone(numbers.own))):
        rings(middle)
    return numbers


def _zone_of(numbers: Numbers) -> tuple[int, Box]:
    """Return the middle and the part of the map where the office is."""
    return part_of(numbers.zone(numbers.own))
