"""History and backups: what was done by whom and from which file, taken back step by step, and copies of the base."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QStackedWidget, QWidget

from desktop_app.gui import messages
from desktop_app.gui.actions import action, button_for
from desktop_app.gui.detail.host import DetailHost
from desktop_app.gui.lists.specs import View
from desktop_app.gui.lists.tabs import Tabs
from desktop_app.gui.page import Page, PageHead
from desktop_app.gui.pages import history_steps as steps_
from desktop_app.gui.pages.history_backups import BackupsPart
from desktop_app.gui.pages.history_bring_back import BringingBack
from desktop_app.gui.pages.history_pane import StepPane
from desktop_app.gui.pages.history_past import PastPart
from desktop_app.gui.parts import column, line, row
from desktop_app.gui.table.short_list import ShortList
from desktop_app.gui.when import moment
from desktop_app.gui.words import mark, said, tr
from desktop_app.gui.workspace import Go, Notice, Workspace

if TYPE_CHECKING:
    from desktop_app.store.base import Store
    from desktop_app.store.edit import Changes
    from desktop_app.store.look_back import Undoing
    from desktop_app.store.steps import Step

AT_ONCE = 200
VIEWS = (
    View("steps", lambda: tr("What was done")), View("past", lambda: tr("The base on a day")),
    View("backups", lambda: tr("Backups")),
)  # fmt: skip


class HistoryPage(BringingBack, Page):
    """The journal of the open base, the base as it was on any day, and its backups."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("page_history")
        self._steps: list[Step] = []
        self._limit = AT_ONCE
        self.head, self.tabs = PageHead(), Tabs(VIEWS)
        self.stack = QStackedWidget(self)
        self.list, self.pane, self.backups = ShortList(), StepPane(workspace), BackupsPart(workspace, self.stack)
        self.past = PastPart(workspace, self.stack)
        self.more = QPushButton()
        self.more.clicked.connect(self._show_more)
        self.list.set_compact(compact=True)
        self._lay_out()
        self._connect()
        self.finish()
        self.head.offer(button_for(self.actions_["back_up"], "filled"))
        self.pane.offer(button_for(self.actions_["undo_step"]), button_for(self.actions_["see_day"]))
        verbs = [button_for(self.actions_[name]) for name in ("undo_step", "see")]
        self._verbs.setLayout(column(line(), row(*verbs, None, margins=(20, 8, 16, 8)), spacing=0))
        self.past.offer(button_for(self.actions_["bring_back"]), button_for(self.actions_["bring_all_back"]))
        self.backups.offer(button_for(self.actions_["open_folder"]), button_for(self.actions_["restore"]))

    def _lay_out(self) -> None:
        body = QWidget()
        self._foot = QWidget()
        self._foot.setLayout(row(None, self.more, None, margins=(0, 8, 0, 8)))
        self._verbs = QFrame()
        body.setLayout(column(self.list, self._foot, self._verbs, spacing=0))
        self.host = DetailHost(body, self.stack)
        self.host.take_pane(self.pane)
        self.host.set_open(open_=True)
        self.host.want_beside(wanted=True)  # also once the window is wide: what can be undone is undone there
        self._parts: dict[str, QWidget] = {"past": self.past, "backups": self.backups}
        self.stack.addWidget(self.host)
        self.stack.addWidget(self.past)
        self.stack.addWidget(self.backups)
        top = QFrame()
        top.setLayout(column(self.head, self.tabs, spacing=10, margins=(20, 13, 16, 0)))
        self.setLayout(column(top, line(), self.stack, spacing=0))
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        self.tabs.chosen.connect(lambda view: self._show_part(view.name))
        self.list.chosen.connect(self._on_chosen)
        self.list.opened.connect(lambda _row: self.see())
        self.list.peeked.connect(lambda _row: self.see())
        self.pane.close_asked.connect(self._close_pane)
        self.host.opened.connect(self._show_verbs)
        self.host.closed.connect(self._show_verbs)
        self._show_verbs()
        self.backups.changed.connect(self._on_backups)
        self.past.changed.connect(self._on_backups)

    # What the frame asks of a page -------------------------------------------------------------------------------

    def load(self) -> None:
        """Read the steps and the backups."""
        limit = self._limit
        self.workspace.read(lambda store: store.steps(limit), self._show, words=tr("Reading the history…"))
        self.backups.load()

    def visit(self, go: Go) -> None:
        """Show a part: the backups, the base on a day with the records behind a short code; or a step by its number."""
        part, _, code = go.id.partition("/")
        self.tabs.choose(part if part in self._parts else "steps")
        self.list.select(go.id)
        if code:
            self.past.show_behind(code)

    def status(self) -> str:
        """Say how many steps or copies there are."""
        shown = self.stack.currentWidget()
        if shown is self.backups or shown is self.past:
            return self.backups.status() if shown is self.backups else self.past.status()
        return tr("%n step(s), the last ones first", "", len(self._steps))

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        super().retranslate()
        self.head.title.setText(tr("History and backups"))
        self.list.setAccessibleName(tr("What was done"))
        self.list.setAccessibleDescription(tr("The selected step shows at the right with what it changed."))
        self.more.setText(tr("Show older steps"))
        self._show(self._steps)

    # The steps ---------------------------------------------------------------------------------------------------

    def _show(self, steps: "list[Step]") -> None:
        self._steps = steps
        self.list.fill(steps_.rows(steps, self.workspace.author), steps_.headings(), steps_.WIDTHS, steps_.WHAT)
        self._foot.setVisible(len(steps) == self._limit)
        self._on_chosen()

    def _show_more(self) -> None:
        self._limit *= 2
        self.load()

    def _show_part(self, name: str) -> None:
        self.stack.setCurrentWidget(self._parts.get(name, self.host))
        self.actions_.refresh()
        self.say()

    def step(self) -> "Step | None":
        """Return the selected step."""
        chosen = self.list.current()
        return next((step for step in self._steps if str(step.batch) == chosen), None)

    def _on_chosen(self) -> None:
        self.actions_.refresh()
        self.pane.show_step(self.step())
        self.say()

    def _show_verbs(self) -> None:
        """Offer below the list what the pane offers, where it is put away, or is not seen before it is asked for."""
        self._verbs.setVisible(not self.host.is_open)

    def _close_pane(self) -> None:
        self.host.set_open(open_=False)
        self.list.setFocus()

    def can_undo(self) -> bool:
        """Whether the selected step can be undone."""
        step = self.step()
        return step is not None and self._is_writable() and steps_.can_be_undone(step)

    def _is_writable(self) -> bool:
        return self.workspace.is_open and not self.workspace.store.readonly

    @action(mark("See what it changed"), icon="eye", menu="view")
    def see(self) -> None:
        """Go to the changes of the selected step."""
        self.tabs.choose("steps")
        self.host.set_open(open_=True)
        self.pane.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def has_step(self) -> bool:
        """Whether a step is selected."""
        return self.step() is not None

    @action(mark("See the base on that day"), icon="history", menu="view", when="has_step")
    def see_day(self) -> None:
        """Show the whole base as it was at the end of the day of the selected step."""
        if step := self.step():
            self.tabs.choose("past")
            self.past.show_day(moment(step.wall).date().isoformat())

    @action(mark("Undo this step"), icon="undo-2", menu="edit", when="can_undo")
    def undo_step(self) -> None:
        """Undo the selected step; what was changed since is named first, and stays."""
        step = self.step()
        if step is None:
            return
        self.list.setFocus()  # the button is no more, once it is done

        def look(store: "Store") -> "tuple[Undoing, list[str]]":
            found = store.undoing(step.batch)
            return found, steps_.staying(store, step.batch) if found.staying else []

        self.workspace.read(look, lambda found: self._undo_after_asking(step, *found))

    def _undo_after_asking(self, step: "Step", found: "Undoing", staying: list[str]) -> None:
        if found.staying and not self._agreed(step, found, staying):
            return
        store = self.workspace.store

        def tell(changes: "Changes") -> None:
            self.workspace.changed.emit(changes, None)
            undone = tr("Undone: {what}").format(what=said(step.words))
            self.workspace.noted.emit(Notice(undone, back=lambda: self.workspace.redo(done_again), redo=True))

        def done_again() -> None:
            self.workspace.note(tr("Done again: {what}").format(what=said(step.words)), undo=True)

        self.workspace.tasks.run(lambda task: store.undo_step(step.batch, task.step), tell, words=tr("Undoing…"))

    def _agreed(self, step: "Step", found: "Undoing", staying: list[str]) -> bool:
        names = "\n".join(f"• {line}" for line in staying)
        if not found.going:
            self.workspace.note(tr("Nothing of this step can be undone: all of it was changed since."), error=True)
            return False
        stay = tr("%n value(s) of this step were changed since and stay as they are:", "", found.staying)
        verb = tr("Undo the other %n", "", found.going)
        return messages.ask(self, tr("Undo “{what}”?").format(what=said(step.words)), f"{stay}\n{names}", verb)

    # Backups -----------------------------------------------------------------------------------------------------

    def _on_backups(self) -> None:
        self.actions_.refresh()
        self.say()

    def has_backup(self) -> bool:
        """Whether a copy is selected."""
        return self.backups.chosen() is not None

    def has_base(self) -> bool:
        """Whether a base is open."""
        return self.workspace.is_open

    @action(mark("Back up now"), icon="archive", menu="file", when="has_base")
    def back_up(self) -> None:
        """Copy the base, and check the copy."""
        self.tabs.choose("backups")
        self.backups.back_up()

    @action(mark("Open the folder"), icon="folder-open", when="has_base")
    def open_folder(self) -> None:
        """Show the copies in the system's file manager."""
        self.backups.open_folder()

    @action(mark("Restore as a new base…"), icon="rotate-ccw", when="has_backup")
    def restore(self) -> None:
        """Write the selected copy as a new base; the open one stays as it is."""
        self.backups.restore()
