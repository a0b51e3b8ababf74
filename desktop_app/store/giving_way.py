"""Who writes much stands aside, a moment at a time, while somebody in front of the screen waits for rows.

Threads that compute in Python take turns, and each is slow by it; where there are two processors a third one waits. The first
rows of a list take some hundredths of a second, so that an import is hardly later for it.
"""

import threading
import time
from collections.abc import Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")
_AT_MOST = 0.2  # seconds a question; who asks for longer shares the time from then on
_EVERY = 20  # records, in less than a thousandth of a second

_asked: dict[Hashable, float] = {}  # when, by the question
_in_front: dict[Hashable, float] = {}  # when the screen's thread began to work, by its turn
_answered = threading.Condition()


def ask(question: Hashable) -> None:
    """Note that somebody waits for an answer."""
    with _answered:
        _asked[question] = time.monotonic()


def answer(question: Hashable) -> None:
    """Note that the answer is there, or is wanted no more."""
    with _answered:
        if _asked.pop(question, None) is not None:
            _answered.notify_all()


def is_awaited() -> bool:
    """Whether somebody waits for an answer."""
    return bool(_asked)


@contextmanager
def going_first() -> Iterator[None]:
    """Have whoever writes much stand aside meanwhile, as for an answer, and whoever reads as well."""
    turn = object()
    with _answered:
        _in_front[turn] = _asked[turn] = time.monotonic()
    try:
        yield
    finally:
        with _answered:
            del _in_front[turn]
        answer(turn)


def give_way() -> None:
    """Stand aside while somebody waits, but not for longer than an answer usually takes."""
    _wait_while(_asked)


def let_paint() -> None:
    """Stand aside while the screen's thread shows what was read before: its next rows are hardly later for it."""
    _wait_while(_in_front)


def _wait_while(turns: Mapping[Hashable, float]) -> None:
    if not turns or threading.current_thread() is threading.main_thread():
        return  # the screen's own thread waits for nobody
    with _answered:
        while turns and (left := max(turns.values()) + _AT_MOST - time.monotonic()) > 0:
            _answered.wait(left)


def in_turn(items: Iterable[T]) -> Iterator[T]:
    """Yield what is gone through, standing aside now and then."""
    for number, item in enumerate(items):
        if not number % _EVERY:
            give_way()
        yield item
