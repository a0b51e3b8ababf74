"""What is long is let go of whole, by whoever held it last."""

import copy
import threading
import time
import weakref
from collections.abc import Callable

import pytest

from desktop_app.domain.letting_go import Many, let_go


class _Thing:
    """Something that tells when it is gone, and who let go of it."""

    def __init__(self, gone: list[str]) -> None:
        self._gone = gone

    def __del__(self) -> None:
        self._gone.append(threading.current_thread().name)


def _until(met: Callable[[], bool]) -> None:
    end = time.monotonic() + 30
    while not met() and time.monotonic() < end:
        time.sleep(0.01)
    assert met()


@pytest.mark.parametrize("length", [0, 1, 999, 1_000, 1_001, 5_432])
def test_long_lists_and_mappings_are_emptied_whole(length: int) -> None:
    gone: list[str] = []
    items = [_Thing(gone) for _ in range(length)]
    let_go(items)
    assert items == []
    named = {number: _Thing(gone) for number in range(length)}
    let_go(named)
    assert named == {}
    assert len(gone) == 2 * length


def test_a_list_that_nobody_holds_any_more_is_emptied_in_the_background() -> None:
    gone: list[str] = []
    many = Many(_Thing(gone) for _ in range(12_345))
    here, other = weakref.ref(many), many
    del many
    assert not gone
    assert len(other) == 12_345
    del other
    _until(lambda: len(gone) == 12_345 and here() is None)
    assert set(gone) == {"letting-go"}


def test_a_short_list_is_gone_at_once() -> None:
    gone: list[str] = []
    many = Many([_Thing(gone)])
    del many
    assert gone == ["MainThread"]


def test_a_long_list_is_a_list() -> None:
    many = Many(range(2_000))
    many += [1]
    assert many == [*range(2_000), 1]
    assert copy.deepcopy(many) == many
    assert Many() == []
