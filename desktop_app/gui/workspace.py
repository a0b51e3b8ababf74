"""What the pages of one window share: the open base, the worker, the settings, and their signals.

A page reads by `read` (in the background) and writes by `edit`; it never opens a transaction on the screen's
thread. After every edit, `changed` tells all pages what changed and who did it; each decides by itself
whether it is concerned.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop_app.gui.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop_app.domain.progress import Progress
    from desktop_app.domain.words import Words
    from desktop_app.gui.tasks import Task, Tasks, Turn
    from desktop_app.settings import Settings
    from desktop_app.store.base import Store
    from desktop_app.store.edit import Edit
    from desktop_app.store.queries import Query

T = TypeVar("T")


class Go(NamedTuple):
    """A wish to see a page, with a record of it selected, or as a saved view shows it."""

    page: str
    id: str = ""
    open: bool = False
    view: str = ""  # the id of a saved view of the page's list
    filters: tuple[object, ...] = ()


class Notice(NamedTuple):
    """A line at the foot of the window for eight seconds; `undo` offers to take the last edit back, `file` to open it."""

    text: str
    undo: bool = False
    error: bool = False
    back: Callable[[], None] | None = None  # takes back what is no edit of the base
    redo: bool = False  # what `back` does is to make again what was undone
    file: Path | None = None  # what was written


class Workspace(QObject):
    """The open base and what goes on around it."""

    opened = Signal()
    closing = Signal()
    changed = Signal(object, object)  # Changes, the page that made them
    asked = Signal(object)  # Go
    sought = Signal(object)  # the window of a form over which everything is searched
    noted = Signal(object)  # Notice
    backed_up = Signal()  # a copy of the base was just made
    said = Signal(object)  # the page whose status line changed

    def __init__(self, settings: Settings, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.tasks = tasks
        self.expected: Path | None = None  # the base that is about to be opened
        self._once_closed: list[Callable[[Path], None]] = []
        self._store: Store | None = None

    @property
    def is_open(self) -> bool:
        """Whether a base is open."""
        return self._store is not None

    @property
    def store(self) -> Store:
        """The open base, for quick reads; asking for it before `opened` is a mistake of the caller."""
        if self._store is None:
            raise RuntimeError("No base is open.")
        return self._store

    @property
    def author(self) -> str:
        """Who sits at this computer, as the history calls them; nobody without a base."""
        return self.store.author if self.is_open else ""

    def take(self, store: Store) -> None:
        """Work with a base that has just been opened."""
        self._store, self.expected = store, None
        self.opened.emit()

    def give_up(self) -> None:
        """Expect no base any more: it could not be opened."""
        if self.expected is not None:
            self.expected = None
            self.closing.emit()

    def close(self) -> None:
        """Close the base, after the work that is under way."""
        if self._store is None:
            return
        self.closing.emit()
        store, self._store = self._store, None
        self.tasks.cancel_all(forget=True)
        afterwards, self._once_closed = self._once_closed, []

        def work() -> None:
            store.close()
            for one in afterwards:
                one(store.path)

        self.tasks.run_last(work)

    def once_closed(self, work: Callable[[Path], None]) -> None:
        """Do something with the file of the base, in the background, when it is at rest; to be said while it is closing."""
        self._once_closed.append(work)

    def read(
        self,
        what: Callable[[Store], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        words: str = "",
        turn: Turn = "usual",
    ) -> Task:
        """Read in the background and hand the result to `done` on the screen's thread; nothing while no base is open.

        `turn`: "soon" for rows that somebody looks at, "late" for what only makes ready.
        """
        store = self._store
        if store is None:
            return self.tasks.none()
        return self.tasks.run(lambda _task: what(store), done, failed, words=words, lane="read", turn=turn)

    def edit(
        self,
        words: Words,
        change: Callable[[Edit], T],
        *,
        by: QObject | None = None,
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> Task:
        """Make one edit in the background: one transaction, one step of undo, one `changed`."""
        store = self.store

        def work(_task: Task) -> tuple[object, T]:
            with store.edit(words) as edit:
                result = change(edit)
            return edit.changes, result

        return self.tasks.run(work, lambda outcome: self._tell(outcome, by, done), failed, sure=True)

    def long_edit(
        self,
        words: Words,
        change: Callable[[Edit, Progress], T],
        *,
        doing: str,
        by: QObject | None = None,
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> Task:
        """Make one edit of many records, with progress; who cancels it finds everything as it was."""
        store = self.store

        def work(task: Task) -> tuple[object, T]:
            with store.edit(words) as edit:
                result = change(edit, task.step)
            return edit.changes, result

        return self.tasks.run(work, lambda outcome: self._tell(outcome, by, done), failed, words=doing)

    def _tell(self, outcome: tuple[object, T], by: QObject | None, done: Callable[[T], None] | None) -> None:
        changes, result = outcome
        self.changed.emit(changes, by)
        if done is not None:
            done(result)

    def undo(self, done: Callable[[], None] | None = None) -> None:
        """Take the last edit back."""
        self._step(lambda store, told: store.undo(told), tr("Undoing…"), done)

    def redo(self, done: Callable[[], None] | None = None) -> None:
        """Make the edit again that was last taken back."""
        self._step(lambda store, told: store.redo(told), tr("Redoing…"), done)

    def _step(self, step: Callable[[Store, Progress], object], doing: str, done: Callable[[], None] | None) -> None:
        """Take a step back or forth: it may have been an import of many records, so it says how far it is and can stop."""
        store = self.store

        def tell(changes: object) -> None:
            self.changed.emit(changes, None)
            if done is not None and changes is not None:
                done()

        self.tasks.run(lambda task: step(store, task.step), tell, words=doing)

    def go(self, page: str, id_: str = "", *, open_: bool = False) -> None:
        """Ask the frame for a page, with a record selected, or opened in its form."""
        self.asked.emit(Go(page, id_, open_))

    def show_list(self, query: Query) -> None:
        """Ask the frame for the list of exactly the records that a question finds."""
        self.asked.emit(Go(query.entity.name, filters=query.filters))

    def note(self, text: str, *, undo: bool = False, error: bool = False) -> None:
        """Say something at the foot of the window for eight seconds."""
        self.noted.emit(Notice(text, undo, error))
