"""Work in the background: results come to the screen's thread, saves are never dropped, failures are told."""

import threading
import time
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop_app.gui.tasks import Lane, Task, Tasks
from desktop_app.store.giving_way import give_way


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    del qapp
    made = Tasks()
    yield made
    made.close()


def test_a_result_comes_back_to_the_thread_of_the_screen(tasks: Tasks, qtbot: QtBot) -> None:
    seen: list[tuple[str, str]] = []
    tasks.run(
        lambda _task: threading.current_thread().name,
        lambda name: seen.append((name, threading.current_thread().name)),
        lane="read",
    )
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0][0].startswith("read")
    assert seen[0][1] == threading.main_thread().name
    assert not tasks.busy


def test_writing_is_done_one_after_the_other_while_reading_goes_on(tasks: Tasks, qtbot: QtBot) -> None:
    order: list[str] = []
    gate = threading.Event()

    def long_write(_task: Task) -> None:
        gate.wait(5)
        order.append("first write")

    tasks.run(long_write)
    tasks.run(lambda _task: order.append("second write"))
    tasks.run(lambda _task: order.append("read"), lambda _none: gate.set(), lane="read")
    qtbot.waitUntil(lambda: len(order) == 3)
    assert order == ["read", "first write", "second write"]


def test_who_writes_much_goes_on_once_rows_wanted_soon_are_shown(tasks: Tasks, qtbot: QtBot) -> None:
    order: list[str] = []
    asked, read = threading.Event(), threading.Event()

    def write(_task: Task) -> None:
        asked.wait(5)
        give_way()
        order.append("written")

    def look(_task: Task) -> None:
        asked.set()
        read.wait(0.05)  # who writes would be done by then

    tasks.run(write)
    tasks.run(look, lambda _none: order.append("shown"), lane="read", turn="soon")
    qtbot.waitUntil(lambda: len(order) == 2)
    assert order == ["shown", "written"]


def test_who_writes_much_stands_aside_while_a_result_is_shown(tasks: Tasks, qtbot: QtBot) -> None:
    order: list[str] = []
    shown = threading.Event()

    def write(_task: Task) -> None:
        shown.wait(5)
        give_way()
        order.append("written")

    def show(_result: object) -> None:
        shown.set()
        time.sleep(0.05)  # who writes would be done by then
        order.append("shown")

    tasks.run(write)
    tasks.run(lambda _task: None, show, lane="read")
    qtbot.waitUntil(lambda: len(order) == 2)
    assert order == ["shown", "written"]


def test_a_cancelled_task_stops_at_its_next_step_and_says_nothing(tasks: Tasks, qtbot: QtBot) -> None:
    told: list[object] = []
    started = threading.Event()

    def work(task: Task) -> str:
        for number in range(1000):
            started.set()
            task.step(number, 1000)
            time.sleep(0.005)
        return "all of it"

    task = tasks.run(work, told.append, told.append)
    started.wait(5)
    task.cancel()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert told == []


@pytest.mark.parametrize(("lane", "told"), [("write", ["written"]), ("read", [])])
def test_what_was_written_before_it_could_stop_is_told(
    tasks: Tasks, qtbot: QtBot, lane: Lane, told: list[object]
) -> None:
    heard: list[object] = []
    started, gate = threading.Event(), threading.Event()

    def work(_task: Task) -> str:
        started.set()
        gate.wait(5)
        return "written"

    task = tasks.run(work, heard.append, lane=lane)
    started.wait(5)
    task.cancel()
    gate.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert heard == told


def test_only_work_that_can_stop_offers_to(tasks: Tasks, qtbot: QtBot) -> None:
    gate = threading.Event()
    tasks.run(lambda _task: gate.wait(5), sure=True, words="Saving")
    before = tasks.can_stop
    tasks.run(lambda _task: gate.wait(5), words="Reading", lane="read")
    assert (before, tasks.can_stop) == (False, True)
    gate.set()
    qtbot.waitUntil(lambda: not tasks.busy)


def test_a_save_can_not_be_cancelled(tasks: Tasks, qtbot: QtBot) -> None:
    saved: list[str] = []
    gate = threading.Event()
    tasks.run(lambda _task: gate.wait(5))
    tasks.run(lambda _task: saved.append("kept"), sure=True)
    tasks.cancel_all()
    gate.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert saved == ["kept"]


@pytest.mark.usefixtures("qapp")
def test_closing_waits_for_saves() -> None:
    tasks = Tasks()
    saved: list[str] = []
    tasks.run(lambda _task: time.sleep(0.05))
    tasks.run(lambda _task: saved.append("kept"), sure=True)
    tasks.close()
    assert saved == ["kept"]


def test_a_failure_that_nobody_takes_is_told_by_one_signal(tasks: Tasks, qtbot: QtBot) -> None:
    def fail(_task: Task) -> None:
        raise ValueError("no")

    with qtbot.waitSignal(tasks.failed) as told:
        tasks.run(fail)
    assert isinstance(told.args[0], ValueError)
    taken: list[Exception] = []
    tasks.run(fail, None, taken.append)
    qtbot.waitUntil(lambda: bool(taken))


def test_progress_is_told_and_ends_with_the_last_step(tasks: Tasks, qtbot: QtBot) -> None:
    steps: list[tuple[int, int, str]] = []
    tasks.progressed.connect(lambda _task, done, total, words: steps.append((done, total, words)))

    def work(task: Task) -> None:
        for number in range(1, 101):
            task.step(number, 100, f"row {number}")

    tasks.run(work)
    qtbot.waitUntil(lambda: bool(steps) and steps[-1] == (100, 100, "row 100"))
    assert len(steps) < 100


def test_what_is_handed_over_after_closing_never_starts(tasks: Tasks) -> None:
    tasks.close()
    done: list[object] = []
    task = tasks.run(lambda _task: "late", done.append)
    assert task.cancelled
    assert not tasks.busy
    assert done == []


class _Panel(QLabel):
    def show_result(self, text: str) -> None:
        self.setText(text)


def test_a_result_for_what_is_closed_since_is_dropped(tasks: Tasks, qtbot: QtBot) -> None:
    go, panel = threading.Event(), _Panel()

    def work(_task: Task) -> str:
        go.wait(10)
        return "late"

    tasks.run(work, panel.show_result, lane="read")
    delete(panel)
    with qtbot.waitSignal(tasks.ended, timeout=10_000):
        go.set()
    qtbot.waitUntil(lambda: not tasks.busy, timeout=10_000)


def test_a_result_that_a_function_would_hand_to_what_is_closed_since_is_dropped(tasks: Tasks, qtbot: QtBot) -> None:
    go, panel = threading.Event(), _Panel()
    read = lambda _task: go.wait(10)  # noqa: E731
    tasks.run(read, lambda _done: panel.show_result("late"), lane="read")
    tasks.run(read, partial(_Panel.show_result, panel), lane="file")
    delete(panel)
    go.set()
    qtbot.waitUntil(lambda: not tasks.busy, timeout=10_000)


def test_what_somebody_looks_at_goes_before_what_is_only_made_ready(tasks: Tasks, qtbot: QtBot) -> None:
    order: list[str] = []
    gate = threading.Event()
    tasks.run(lambda _task: gate.wait(5), lane="read")
    for turn in ("late", "usual", "soon", "late", "soon"):
        tasks.run(partial(lambda turn, _task: order.append(turn), turn), lane="read", turn=turn)
    gate.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert order == ["soon", "soon", "usual", "late", "late"]


def test_what_is_written_stays_in_its_order(tasks: Tasks, qtbot: QtBot) -> None:
    order: list[str] = []
    gate = threading.Event()
    tasks.run(lambda _task: gate.wait(5))
    for turn in ("late", "soon"):
        tasks.run(partial(lambda turn, _task: order.append(turn), turn), turn=turn)
    gate.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert order == ["late", "soon"]


def test_what_was_read_for_somebody_who_left_while_it_was_on_its_way_is_dropped(tasks: Tasks, qtbot: QtBot) -> None:
    told: list[str] = []
    read = threading.Event()
    first = tasks.run(lambda _task: read.set(), lambda _none: told.append("first"), lane="read")
    assert read.wait(5)
    time.sleep(0.05)  # its result waits for the thread of the screen, which is busy
    first.cancel()
    tasks.run(lambda _task: None, lambda _none: told.append("second"), lane="read")
    qtbot.waitUntil(lambda: not tasks.busy)
    assert told == ["second"]
