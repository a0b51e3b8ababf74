"""The whole base as it was on any day: its lists in a coloured frame, read only, and what was said then brought back."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QStackedWidget, QWidget

from desktop_app.domain import ENTITIES
from desktop_app.domain.dates import last_day
from desktop_app.gui.editors.day import DayEditor
from desktop_app.gui.frame.page_stack import PageStack
from desktop_app.gui.lists.empty_state import EmptyState
from desktop_app.gui.lists.specs import View
from desktop_app.gui.lists.tabs import Tabs
from desktop_app.gui.messages import sentence
from desktop_app.gui.pages import PLACES
from desktop_app.gui.pages.history_behind import Behind, behind, day_of
from desktop_app.gui.pages.history_past_base import PastBase
from desktop_app.gui.parts import Worded, column, label, look_as, row
from desktop_app.gui.picture import Picture
from desktop_app.gui.theme import look
from desktop_app.gui.words import lang, said, tr
from desktop_app.gui.workspace import Go, Workspace

if TYPE_CHECKING:
    from desktop_app.domain.entity import Entity
    from desktop_app.gui.page import Page
    from desktop_app.gui.pages.records import RecordsPage

_LISTS = ("partner", "instrument", "mission", "event", "person")
_VIEWS = tuple(View(name, lambda name=name: said(ENTITIES[name].words)) for name in _LISTS)  # type: ignore[misc]


def long_day(day: str) -> str:
    """Return a day in words, its year included."""
    from desktop_app.reports.wording import long_date

    return long_date(date.fromisoformat(day), lang())


class PastPart(Worded, QWidget):
    """Asks for a day, and shows the lists of that day."""

    changed = Signal()  # another day, another record, or nothing

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._past: PastBase | None = None
        self._lists: PageStack | None = None
        self._code = ""  # the short code below a table whose records are to be found
        self._behind: Behind | None = None  # what was found of it
        self.day, self._ask = DayEditor(), label("", "strong")
        self.words, self.tabs = label(wrap=True), Tabs(_VIEWS)
        self._yesterday = QPushButton()
        self.nothing, self._stack = EmptyState("history", self._yesterday), QStackedWidget()
        self._frame, self._body = QFrame(), QWidget()
        self._verbs = QWidget()
        self._lay_out()
        self.day.settled.connect(self._on_day)
        self.tabs.chosen.connect(lambda view: self._show_list(view.name))
        self._yesterday.clicked.connect(lambda: self.show_day((date.today() - timedelta(days=1)).isoformat()))  # noqa: DTZ011
        workspace.closing.connect(self.close_day)
        self.retranslate()

    def _lay_out(self) -> None:
        look_as(self._frame, "past")
        bar = QFrame()
        look_as(bar, "notice", hue="amber")
        self.day.setMaximumWidth(look.px(190))
        asked = row(
            Picture("history", "warn", 18), self._ask, self.day, self.words, self._verbs, margins=(14, 8, 12, 8)
        )
        asked.setStretch(3, 1)
        bar.setLayout(asked)
        self._body.setLayout(column(spacing=0))
        self._stack.addWidget(self.nothing)
        self._stack.addWidget(self._body)
        self._top = QWidget()
        self._top.setLayout(column(self.tabs, margins=(20, 8, 16, 0)))
        self._frame.setLayout(column(bar, self._top, self._stack, spacing=0, margins=(3, 3, 3, 3)))
        self.setLayout(column(self._frame, spacing=0, margins=(8, 8, 8, 8)))
        self._top.hide()
        self.setFocusProxy(self.day)

    def offer(self, *verbs: QWidget) -> None:
        """Put the verbs beside the day."""
        self._verbs.setLayout(row(*verbs))

    # The day -----------------------------------------------------------------------------------------------------

    @property
    def shown_day(self) -> str:
        """The day that is shown; nothing where none is."""
        return self._past.day if self._past is not None else ""

    @property
    def past(self) -> Workspace | None:
        """What the lists of that day work with; None where no day is shown."""
        return self._past.workspace if self._past is not None and self._past.day else None

    def show_day(self, day: str) -> None:
        """Show the base as it was at the end of a day."""
        self.day.set_value(day)
        self._on_day()

    def show_behind(self, code: str) -> None:
        """Show the records behind a table of a report, as they were at the end of its day."""
        day = day_of(code)
        self._code = code
        if day == self.shown_day:
            self._find_behind()
        else:
            self.show_day(day)

    def _find_behind(self) -> None:
        code, self._code = self._code, ""
        if self.past is None or not code:
            return
        now = self._workspace.store
        self.past.read(
            lambda then: behind(code, then, now), self._show_behind, self._refuse, words=tr("Finding the entries…")
        )

    def _show_behind(self, found: Behind) -> None:
        self._behind = found
        self.retranslate()
        self._go(Go(found.query.entity.name, filters=found.query.filters))

    def _on_day(self) -> None:
        text = str(self.day.value() or "")
        if not text or self.day.problem or not self._workspace.is_open:
            return
        day = min(last_day(text), date.today()).isoformat()  # noqa: DTZ011  (the user's day)
        if day == self.shown_day:
            return
        if self._past is None:
            self._past = PastBase(self._workspace, self)
            self._past.shown.connect(self._on_shown)
            self._past.workspace.asked.connect(self._go)
        self._body.hide()  # what is hidden is not kept for the next start
        self._past.open(day, self._refuse, tr("Opening the base of {day}…").format(day=long_day(day)))

    def _refuse(self, error: Exception) -> None:
        self._code = ""
        if self.shown_day:
            self._workspace.note(sentence(error), error=True)
        else:
            self.nothing.say(sentence(error))

    def _on_shown(self) -> None:
        shown, self._behind = bool(self.shown_day), None
        self._top.setVisible(shown)
        self._stack.setCurrentWidget(self._body if shown else self.nothing)
        self._yesterday.setVisible(self._past is None or not self._past.opening)
        if shown:
            self._show_list(self.tabs.view.name)
            self._find_behind()
        self.retranslate()
        self.changed.emit()

    def close_day(self) -> None:
        """Show no day any more; nothing of it is left on the disk."""
        if self._past is None:
            return
        past, self._past, self._code = self._past, None, ""
        self._body.hide()
        past.end()
        if self._lists is not None:
            self._lists.deleteLater()
            self._lists = None
        past.deleteLater()
        self.day.set_value("")
        self._on_shown()

    # The lists ---------------------------------------------------------------------------------------------------

    def _show_list(self, name: str) -> None:
        if self._past is None or not self._past.day:
            return
        if self._lists is None:
            self._lists = PageStack(self._past.workspace, [place for place in PLACES if place.name in _LISTS])
            layout = self._body.layout()
            assert layout is not None  # noqa: S101  # told to the type checker
            layout.addWidget(self._lists)
        new = name not in self._lists.pages
        page: RecordsPage = self._lists.show_page(name)  # type: ignore[assignment]  # lists only
        if new:
            # In the past nothing is new, and nothing is sent.
            for verb in ("new", "export"):
                page.actions_[verb].setVisible(False)
                page.actions_[verb].setEnabled(False)
            page.head.hide()
            page.list.table.chosen.connect(self.changed)
            page.list.loaded.connect(self.changed)
        self._body.show()
        self.changed.emit()

    def _go(self, wish: Go) -> None:
        """Follow a link from one record of that day to another, or show the list of some of that day."""
        if wish.page in _LISTS:
            self.tabs.choose(wish.page)
            if (page := self.page) is not None:
                page.visit(wish)
        elif wish.filters and self.past is not None:
            from desktop_app.gui.overview.list_window import show_records

            show_records(self, self.past, ENTITIES[wish.page], wish.filters, notice=self.status())

    @property
    def page(self) -> "Page | None":
        """The list that is shown."""
        return self._lists.page if self._lists is not None and self.past is not None else None

    def chosen(self) -> "tuple[Entity, str] | None":
        """Return the record of that day that is selected."""
        page: RecordsPage | None = self.page  # type: ignore[assignment]  # lists only
        id_ = page.list.current_id() if page is not None else ""
        return (page.spec.entity, id_) if page is not None and id_ else None

    def status(self) -> str:
        """Say which day is shown."""
        if not self.shown_day:
            return tr("No day chosen")
        return tr("As it was at the end of {day}: nothing can be changed here.").format(day=long_day(self.shown_day))

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        self._ask.setText(tr("The base on"))
        self.day.describe(tr("Day"), tr("The whole base shows as it was at the end of that day."))
        day = self.shown_day
        told = self._behind.words if self._behind else tr("As it was that evening, read only.")
        self.words.setText(told if day else "")
        self._yesterday.setText(tr("Yesterday"))
        if self._past is not None and self._past.opening:
            self.nothing.say(tr("Opening the base of that day…"))
        else:
            self.nothing.say(
                tr("Choose a day: the whole base shows as it was then. An entry can be brought back, or all of it.")
            )
