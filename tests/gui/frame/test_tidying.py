"""Garbage is looked for in calm moments, and never through all that lives while work goes on."""

import gc
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.gui.tasks import Tasks
from desktop_app.gui.tidying import Tidying


@pytest.fixture
def tasks() -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def tidying(tasks: Tasks, qtbot: QtBot) -> Iterator[Tidying]:
    """A tidying that has started."""
    del qtbot
    made = Tidying(tasks, tasks)
    made.begin()
    assert not gc.isenabled()
    made.tidy()
    assert gc.isenabled()
    yield made
    made.end()


class Round:
    """Something that holds itself."""

    alive = 0

    def __init__(self) -> None:
        self.itself = self
        Round.alive += 1

    def __del__(self) -> None:
        Round.alive -= 1


def _seen() -> list[int]:
    """Return the generations that are looked through from now on."""
    found: list[int] = []
    gc.callbacks.append(lambda phase, info: found.append(info["generation"]) if phase == "start" else None)
    return found


@pytest.mark.usefixtures("tidying")
def test_while_much_is_made_only_what_is_young_is_looked_through() -> None:
    seen = _seen()
    held = [[number] for number in range(300_000)]
    gc.callbacks.pop()
    assert len(held) == 300_000
    assert set(seen) == {0, 1}


def test_what_is_left_over_is_found_in_a_calm_moment(tidying: Tidying) -> None:
    gc.collect()
    Round()
    assert Round.alive == 1
    tidying.tidy()
    assert Round.alive == 0


def test_nothing_is_looked_through_while_work_goes_on_or_much_of_it_lives(
    tidying: Tidying, tasks: Tasks, qtbot: QtBot
) -> None:
    tasks.run(lambda _task: None)
    seen = _seen()
    tidying.tidy()
    qtbot.waitUntil(lambda: not tasks.busy)
    held = [[number] for number in range(600_000)]
    seen.clear()
    tidying.tidy()
    gc.callbacks.pop()
    assert len(held) == 600_000
    assert 2 not in seen


def test_a_base_that_was_closed_is_looked_through_once(tidying: Tidying) -> None:
    Round()
    gc.freeze()
    tidying.tidy()
    assert Round.alive == 1
    tidying.base_closed()
    tidying.tidy()
    assert Round.alive == 0


def test_the_collector_is_left_as_it_was_found(tasks: Tasks, qtbot: QtBot) -> None:
    del qtbot
    tidying = Tidying(tasks, tasks)
    tidying.end()  # what a program of another test may have left
    before = gc.get_threshold()
    tidying.begin()
    tidying.tidy()
    assert gc.get_threshold() != before
    tidying.end()
    assert gc.get_threshold() == before
    assert gc.isenabled()
