"""Duplicates: records that are likely the same, side by side; merged field by field, or told apart for good."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QPushButton, QSplitter, QStackedWidget, QWidget

from desktop_app.domain import ENTITIES
from desktop_app.domain.words import Words
from desktop_app.gui import hues, messages
from desktop_app.gui.actions import action, button_for
from desktop_app.gui.duplicates import reading
from desktop_app.gui.duplicates.counting import keep_count
from desktop_app.gui.duplicates.merge_all import merge_all
from desktop_app.gui.duplicates.reading import Pair, Sides
from desktop_app.gui.duplicates.side_by_side import SideBySide
from desktop_app.gui.lists.empty_state import EmptyState
from desktop_app.gui.lists.specs import View
from desktop_app.gui.lists.tabs import Tabs
from desktop_app.gui.page import Page, PageHead
from desktop_app.gui.parts import column, line
from desktop_app.gui.review.records_list import RecordsList
from desktop_app.gui.table.cells import Cell
from desktop_app.gui.table.model import Heading, Row
from desktop_app.gui.tasks import Task
from desktop_app.gui.theme import look
from desktop_app.gui.words import lang, mark, percent, said, tr
from desktop_app.gui.workspace import Go, Workspace
from desktop_app.importers import merging
from desktop_app.importers.duplicates import TWICE

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.store.edit import Changes, Edit

APART = "apart"
VIEWS = (
    View("all", lambda: tr("All", "duplicates")), View("partner", lambda: tr("Partners")), View("person", lambda: tr("People")),
    View("unit", lambda: tr("Units")), View(APART, lambda: tr("Not the same")),
)  # fmt: skip
NOTHING, PAIRS = range(2)


class DuplicatesPage(Page):
    """The pairs at the left, the two records of the selected one at the right."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("page_duplicates")
        self._task: Task | None = None
        self._known = False  # whether the base was looked through
        self.likely: list[Pair] = []
        self.apart: list[Pair] = []
        self.asked: Pair | None = None  # two records that somebody has chosen in a list
        self.head, self.tabs, self.both = PageHead(), Tabs(VIEWS), SideBySide()
        self.list = RecordsList(self.both.table)  # the keys that decide work from here as well
        self._again = QPushButton()
        self.nothing, self.stack = EmptyState("copy", self._again), QStackedWidget()
        self._lay_out()
        self.finish()
        self._certain = button_for(self.actions_["merge_certain"])
        self.head.offer(
            button_for(self.actions_["look_again"], "flat"), self._certain,
            button_for(self.actions_["tell_apart"]), button_for(self.actions_["merge"], "filled"),
        )  # fmt: skip
        self._connect()

    def _lay_out(self) -> None:
        top = QFrame()
        top.setLayout(column(self.head, self.tabs, spacing=10, margins=(20, 13, 16, 0)))
        split = QSplitter()
        self.list.horizontalHeader().hide()
        self.list.setMinimumWidth(look.px(240))
        split.addWidget(self.list)
        split.addWidget(self.both)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.setStretchFactor(1, 1)
        self._split = split
        self._share()
        look.changed.connect(self._share)
        self.stack.addWidget(self.nothing)
        self.stack.addWidget(split)
        self.setLayout(column(top, line(), self.stack, spacing=0))
        self.setFocusProxy(self.list)

    def _share(self) -> None:
        """Give both parts the width of the design; the list grows half as fast as its words, for the fields need the room."""
        self._split.setSizes([round(400 * (1 + look.scale) / 2), look.px(760)])

    def _connect(self) -> None:
        self._again.clicked.connect(self.look_again)
        self.tabs.chosen.connect(lambda _view: self._fill())
        self.list.chosen.connect(self._on_chosen)
        self.list.opened.connect(lambda _row: self.both.table.setFocus())
        self.list.peeked.connect(lambda _row: self.both.table.setFocus())
        self.both.went_on.connect(self._step)
        self.workspace.closing.connect(self._forget)
        self.workspace.tasks.ended.connect(self._on_ended)

    # What the frame asks of a page -------------------------------------------------------------------------------

    def load(self) -> None:
        """Look through the base, in the background."""
        if self._task is not None:
            self._task.cancel()
        store = self.workspace.store

        def work(task: Task) -> tuple[list[Pair], list[Pair]]:
            return reading.likely(store, task), reading.told_apart(store)

        self._task = self.workspace.tasks.run(
            work, self._show, words=tr("Looking for entries that are the same…"), lane="file"
        )
        self._say_nothing()

    def visit(self, go: Go) -> None:
        """Show two records that somebody holds to be the same: `partner/ONE=OTHER`."""
        entity, _, ids = go.id.partition("/")
        one, _, other = ids.partition("=")
        if entity in TWICE and other:
            self.workspace.read(lambda store: reading.chosen(store, entity, one, other), self._show_asked)

    def _show_asked(self, pair: Pair | None) -> None:
        """Put a pair before those that were found, and select it."""
        if pair is not None:
            self.asked = next((one for one in self.likely if _ids(one) == _ids(pair)), pair)
            self.tabs.choose("all")
            self._fill()
            self.list.select(self.asked.key)
            self.list.setFocus()

    def concerned(self, changes: object) -> bool:
        """Whether partners, people or units changed, or what was said of two of them."""
        touched: set[str] = getattr(changes, "entities", set())
        return bool(touched & set(TWICE))

    def status(self) -> str:
        """Say how many pairs are shown."""
        if self._task is not None:
            return tr("Looking for entries that are the same…")
        return self._count()

    def _count(self) -> str:
        """Say how many pairs are shown: in the head and in the status bar alike."""
        return tr("%n pair(s)", "", len(self.shown()))

    def panes(self) -> list[QWidget]:
        """Return the parts between which F6 goes."""
        return [self.list, self.both.table]

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        super().retranslate()
        self.head.title.setText(tr("Duplicates"))
        self._again.setText(tr("Look again"))
        self.list.setAccessibleName(tr("Entries that are likely the same"))
        self.list.setAccessibleDescription(
            tr("Enter goes to the fields of both, Ctrl+Enter merges, D says they differ.")
        )
        self._fill()

    # Showing -----------------------------------------------------------------------------------------------------

    def shown(self) -> list[Pair]:
        """Return the pairs of the chosen tab."""
        view = self.tabs.view.name
        if view == APART:
            return self.apart
        others = [pair for pair in self.likely if self.asked is None or _ids(pair) != _ids(self.asked)]
        both = [*([self.asked] if self.asked else []), *others]
        return [pair for pair in both if view in ("all", pair.twins.entity)]

    def pair(self) -> Pair | None:
        """Return the selected pair."""
        chosen = self.list.current()
        return next((pair for pair in self.shown() if pair.key == chosen), None)

    def _show(self, found: tuple[list[Pair], list[Pair]]) -> None:
        self.likely, self.apart = found
        self._known = True
        keep_count(self.workspace, len(self.likely))
        self._fill()

    def _fill(self) -> None:
        pairs = self.shown()
        self.list.fill(
            [_row(pair, apart=pair in self.apart) for pair in pairs],
            [Heading(""), Heading(""), Heading("")],
            (34, 280, 60),
            1,
        )
        self.stack.setCurrentIndex(PAIRS if pairs else NOTHING)
        self.head.count.setText(self._count() if self._known else "")
        self.actions_["merge_certain"].setText(tr("Merge the %n certain one(s)…", "", len(self.certain())))
        if hasattr(self, "_certain"):
            self._certain.setVisible(bool(self.certain()))
        self._say_nothing()
        self._on_chosen()

    def _say_nothing(self) -> None:
        self._again.setVisible(self._task is None)
        if self._task is not None:
            self.nothing.say(tr("Looking for entries that are the same…"))
        elif not self._known:
            self.nothing.say(tr("The base was not looked through to the end."))
        elif self.tabs.view.name == APART:
            self.nothing.say(tr("Nobody has said of two entries that they are not the same. Such pairs stand here, in case "
                                "somebody was wrong."))  # fmt: skip
        elif self.likely:
            self.nothing.say(tr("No two entries of this kind look the same; those of the other kinds stand under All."))
        else:
            self.nothing.say(tr("No two entries look the same. The base is looked through again when it changes."))
        self.say()

    def _on_ended(self, task: object) -> None:
        if task is self._task:
            self._task = None
            self._say_nothing()

    def _on_chosen(self) -> None:
        self.actions_.refresh()
        self.say()
        pair, language = self.pair(), lang()
        if pair is None:
            return

        def show(sides: Sides | None) -> None:
            if sides is not None and self.pair() == pair:
                self.both.show_pair(pair, sides)

        self.workspace.read(lambda store: reading.sides_of(store, pair, language), show)

    def _step(self, step: int) -> None:
        row = self.list.currentIndex().row() + step
        if 0 <= row < len(self.shown()):
            self.list.select_row(row)

    def _forget(self) -> None:
        """Show nothing of a base that is closed."""
        self.likely, self.apart, self.asked, self._known = [], [], None, False
        self.both.chosen.clear()
        self._fill()

    # Commands ----------------------------------------------------------------------------------------------------

    def certain(self) -> list[Pair]:
        """Return the pairs that an official number joins."""
        return [pair for pair in self.likely if pair.twins.exact]

    def can_merge(self) -> bool:
        """Whether a pair is selected that can be written."""
        return self.workspace.is_open and not self.workspace.store.readonly and self.pair() is not None

    def can_tell_apart(self) -> bool:
        """Whether the selected pair was not told apart yet."""
        return self.can_merge() and self.tabs.view.name != APART

    def can_merge_certain(self) -> bool:
        """Whether official numbers join any records."""
        return self.workspace.is_open and not self.workspace.store.readonly and bool(self.certain())

    @action(mark("Merge"), icon="check", keys=("Ctrl+Return", "Ctrl+Enter"), menu="edit", when="can_merge")
    def merge(self) -> None:
        """Make one record of the two, with the values chosen."""
        pair = self.pair()
        if pair is None:
            return
        entity, chosen = ENTITIES[pair.twins.entity], dict(self.both.chosen.get(pair.key, {}))
        store = self.workspace.store

        def work(edit: "Edit") -> str:
            sides = reading.sides_of(store, pair, "fr")
            if sides is None:
                return ""
            wanted = {**merging.proposed(entity, sides.one, sides.other), **chosen}
            values = merging.merged(entity, sides.one, sides.other, wanted)
            return edit.unite(entity, pair.twins.one, pair.twins.other, values)

        names = [" = ".join(dict.fromkeys(name.said(language) for name in pair.names)) for language in ("fr", "en")]
        words = Words(f"Fusionner : {names[0]}", f"Merge: {names[1]}")
        self._write(words, work, pair, tr("Merged: {name}"))

    @action(mark("Not the same"), keys=("D",), menu="edit", when="can_tell_apart")
    def tell_apart(self) -> None:
        """Say that the two are different; they are not shown as likely the same any more, in no office."""
        pair = self.pair()
        if pair is None:
            return
        entity = ENTITIES[pair.twins.entity]

        def work(edit: "Edit") -> None:
            edit.say_same(entity, pair.twins.one, pair.twins.other, same=False)

        names = ["\u00a0≠ ".join(name.said(language) for name in pair.names) for language in ("fr", "en")]
        words = Words(f"Déclarer distincts : {names[0]}", f"Tell apart: {names[1]}")
        self._write(words, work, pair, tr("Not the same: {name}"))

    def _write(self, words: Words, work: "Callable[[Edit], object]", pair: Pair, told: str) -> None:
        def done(result: object) -> None:
            names = self.workspace.store.names
            name = names.label(pair.twins.entity, result, lang()) if isinstance(result, str) and result else ""
            self.workspace.note(told.format(name=name or said(pair.names[0])), undo=True)
            self._drop(pair, apart="≠" in words.fr)

        self.workspace.edit(words, work, by=self, done=done, failed=lambda error: messages.show_error(self, error))

    def _drop(self, pair: Pair, *, apart: bool) -> None:
        """Take a decided pair off the list, and go to the next one; others of a merged record are looked for again."""
        row = self.list.currentIndex().row()
        self.likely = [one for one in self.likely if _ids(one) != _ids(pair)]
        keep_count(self.workspace, len(self.likely))
        self.asked = None if self.asked and _ids(self.asked) == _ids(pair) else self.asked
        self.apart = [*([pair] if apart else []), *(one for one in self.apart if one.key != pair.key)]
        gone = {pair.twins.one, pair.twins.other}
        if not apart and any(gone & {one.twins.one, one.twins.other} for one in self.likely):
            self.load()
        self._fill()
        self.list.select_row(min(row, len(self.shown()) - 1))

    @action(mark("Merge the certain ones…"), icon="layers", menu="edit", when="can_merge_certain")
    def merge_certain(self) -> None:
        """Merge all pairs that an official number joins, in one step."""
        merge_all(self, self.workspace, self.certain(), self._after_all)

    def _after_all(self, _changes: "Changes | None" = None) -> None:
        self.load()

    def has_base(self) -> bool:
        """Whether a base is open."""
        return self.workspace.is_open

    @action(mark("Look for duplicates again"), icon="refresh-cw", menu="view", when="has_base")
    def look_again(self) -> None:
        """Look through the base again."""
        self.load()


def _ids(pair: Pair) -> set[str]:
    return {pair.twins.one, pair.twins.other}


def _row(pair: Pair, *, apart: bool) -> Row:
    icon = hues.ENTITY_ICONS.get(pair.twins.entity, "file-text")
    left, right = said(pair.names[0]), said(pair.names[1])
    second = right if left != right else "  /  ".join(dict.fromkeys(said(about) for about in pair.about))
    share = percent(pair.twins.share * 100) if pair.twins.share else "≠" if apart else ""
    sure = Cell(share, hue="green" if pair.twins.exact else None, right=not pair.twins.exact, tone="muted")
    return Row(pair.key, "", (Cell("", hue="grey", icon=icon), Cell(left, second, bold=True), sure))
