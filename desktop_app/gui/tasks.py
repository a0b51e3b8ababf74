"""Long work in three lanes, one thread each: what writes to the base, what reads it, and files and previews.

    self._tasks.run(lambda task: store.ids(query), done=self._show, failed=self._complain, lane="read")

One thread writes, so that nothing needs a lock; reading has its own, so that lists stay alive during an import. Within a lane
what somebody waits for in front of the screen (`soon`) goes before the usual, and what is only made ready comes `late`; who
writes much stands aside for what is wanted soon, and while a result is shown or the window is painted.
`done` and `failed` are called on the screen's thread. A task that was cancelled calls neither, but one that had written
before it could stop: what it did must show. A failure that nobody
takes is shown by `messages.show_error`. Work reports by `task.step(done, total, words)`, which is also where a
cancelled task stops.
"""

from __future__ import annotations

import logging
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import ThreadPoolExecutor
    from queue import PriorityQueue

log = logging.getLogger(__name__)
T = TypeVar("T")
Lane = Literal["write", "read", "file"]
Turn = Literal["soon", "usual", "late"]
_TURNS: tuple[Turn, ...] = ("soon", "usual", "late")


class Cancelled(Exception):
    """Raised inside work whose user has cancelled it."""


class Task:
    """Work that was handed over; `cancel()` makes it stop at its next step and forget its result.

    Work that is `sure` (a save, closing the base) can't be cancelled.
    """

    def __init__(
        self, words: str, told: Callable[[Task, int, int, str], None], *, sure: bool, writes: bool = False
    ) -> None:
        self.words = words
        self.forgotten = False
        self.soon = False  # who writes much stands aside for it
        self.writes = writes  # what it has done must be shown even when somebody wanted to stop it
        self._told = told
        self._sure = sure
        self._cancelled = Event()

    def cancel(self) -> None:
        """Ask the work to stop."""
        if not self._sure:
            self._cancelled.set()

    @property
    def can_stop(self) -> bool:
        """Whether it can be asked to stop."""
        return not self._sure

    @property
    def cancelled(self) -> bool:
        """Whether it was asked to stop."""
        return self._cancelled.is_set()

    def step(self, done: int, total: int = 0, words: str = "") -> None:
        """Say how far the work is (`total` 0: unknown); raises Cancelled once the user has cancelled."""
        if self.cancelled:
            raise Cancelled
        self._told(self, done, total, words)


def _is_gone(receiver: object) -> bool:
    """Whether a part of the screen to which a result would go has been closed since."""
    return any(isinstance(owner, QObject) and not isValid(owner) for owner in _owners(receiver))


def _owners(receiver: object) -> Iterator[object]:
    """Yield what a method belongs to, or what a function or a partial call of one speaks of."""
    if isinstance(receiver, partial):
        yield from receiver.args
        yield from _owners(receiver.func)
    yield getattr(receiver, "__self__", None)
    for cell in getattr(receiver, "__closure__", None) or ():
        try:
            held = cell.cell_contents
        except ValueError:  # not filled yet
            continue
        yield held
        if callable(held) and held is not receiver:
            yield getattr(held, "__self__", None)  # a function that hands on


def _ask(task: Task) -> None:
    """Note that somebody waits for rows; the store is not loaded before there is a base to ask."""
    from desktop_app.store import giving_way

    giving_way.ask(task)


def _answer(task: Task) -> None:
    from desktop_app.store import giving_way

    giving_way.answer(task)


def _nothing() -> None:
    """Keep the place in a lane."""


class _Queue:
    """One thread and what waits for it, the most urgent first, else in the order in which it was handed over."""

    def __init__(self, name: str) -> None:
        from concurrent.futures import ThreadPoolExecutor
        from queue import PriorityQueue

        self.thread: ThreadPoolExecutor = ThreadPoolExecutor(1, thread_name_prefix=name)
        self._waiting: PriorityQueue[tuple[int, int, Callable[[], None]]] = PriorityQueue()
        self._number = 0

    def put(self, work: Callable[[], None], turn: Turn) -> None:
        """Hand work over."""
        self._number += 1
        self._waiting.put((_TURNS.index(turn), self._number, work))
        self.thread.submit(self._do_next)

    def _do_next(self) -> None:
        self._waiting.get_nowait()[2]()


class Tasks(QObject):
    """Runs work in the background and brings its result back to the screen's thread."""

    started = Signal(object)  # Task
    progressed = Signal(object, int, int, str)  # Task, done, total, words
    ended = Signal(object)  # Task
    failed = Signal(object)  # an exception that nobody else took
    _back = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes: dict[str, _Queue] = {}
        self._open: set[Task] = set()
        self._closed = False
        self._last_told = 0.0
        self._back.connect(self._on_back)  # queued by itself, as it is emitted in another thread

    @property
    def can_stop(self) -> bool:
        """Whether any work under way can be asked to stop."""
        return any(task.can_stop for task in self._open)

    @property
    def busy(self) -> bool:
        """Whether any work is under way or its result not yet shown."""
        return bool(self._open)

    def run(
        self,
        work: Callable[[Task], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        *,
        words: str = "",
        lane: Lane = "write",
        turn: Turn = "usual",
        sure: bool = False,
    ) -> Task:
        """Start work that writes to the base (or does anything long with it), reads it, or leaves it alone (`file`).

        What is written stays in its order. Once the lanes are closed nothing starts any more: a window that is going down
        may still ask.
        """
        if self._closed:
            return self.none()
        task = Task(words, self._tell, sure=sure, writes=lane == "write")
        self._open.add(task)
        if turn == "soon":
            task.soon = True
            _ask(task)
        self.started.emit(task)
        self._lane(lane).put(partial(self._work, task, work, done, failed), "usual" if lane == "write" else turn)
        return task

    def none(self) -> Task:
        """Return a task that was over before it began."""
        task = Task("", self._tell, sure=False)
        task.cancel()
        return task

    def _lane(self, name: Lane) -> _Queue:
        if name not in self._lanes:
            self._lanes[name] = _Queue(name)
        return self._lanes[name]

    def _tell(self, task: Task, done: int, total: int, words: str) -> None:
        # Twenty times a second is all that an eye can follow; the last step always shows.
        if not self._closed and (done == total or monotonic() - self._last_told > 0.05):
            self._last_told = monotonic()
            self.progressed.emit(task, done, total, words)

    def _work(self, task: Task, work: Callable[[Task], Any], done: Any, failed: Any) -> None:
        result: Any = None
        error: Exception | None = None
        try:
            result = self._result(task, work)
        except Cancelled:
            done = None
        except Exception as problem:  # noqa: BLE001  (whatever happens is told to the user)
            error = problem
        if not self._closed:
            self._back.emit((task, done, failed, result, error))

    def _result(self, task: Task, work: Callable[[Task], Any]) -> Any:
        """Do the work; what was only read for somebody who looks at something else by now counts as never done."""
        stopped = task.cancelled
        result = None if stopped else work(task)
        if stopped or (not task.writes and task.cancelled):
            raise Cancelled
        return result

    def _on_back(self, news: tuple[Task, Any, Any, Any, Exception | None]) -> None:
        task, done, failed, result, error = news
        self._open.discard(task)
        if task.soon:
            QTimer.singleShot(0, partial(_answer, task))  # once it is painted
        self.ended.emit(task)
        with self.in_front():
            self._hand_over(task, done, failed, result, error)

    def in_front(self) -> AbstractContextManager[None]:
        """Have whoever writes in the background stand aside while the screen's thread is at work: both would be slow by it."""
        if not self._open:
            return nullcontext()
        from desktop_app.store.giving_way import going_first

        return going_first()

    def _hand_over(self, task: Task, done: Any, failed: Any, result: Any, error: Exception | None) -> None:
        if self._closed or (task.cancelled and (error is not None or done is None or task.forgotten)):
            return
        if task.cancelled and not task.writes:  # cancelled while its result was on its way
            return
        if _is_gone(done if error is None else failed):
            if error is not None:
                log.error("A task failed for what is closed since: %s", task.words, exc_info=error)
            return
        if error is None:
            if done is not None:
                done(result)
        elif failed is not None:
            failed(error)
        else:
            log.error("A task failed: %s", task.words, exc_info=error)
            self.failed.emit(error)

    def run_last(self, work: Callable[[], None]) -> None:
        """Run work when all that was handed over before has ended, in every lane: closing the base."""
        others = [lane.thread.submit(_nothing) for name, lane in self._lanes.items() if name != "write"]

        def last(_task: Task) -> None:
            for other in others:
                other.result()
            work()

        self.run(last, sure=True)

    def cancel_all(self, *, forget: bool = False) -> None:
        """Ask all work to stop; `forget` what it has done before it could."""
        for task in self._open:
            task.forgotten = forget
            task.cancel()

    def close(self) -> None:
        """Stop all work but saves, and wait until the threads have ended; results are forgotten."""
        self.cancel_all()
        self._closed = True
        for task in self._open:
            if task.soon:
                _answer(task)
        for lane in self._lanes.values():
            lane.thread.shutdown(wait=True)
        self._open.clear()
