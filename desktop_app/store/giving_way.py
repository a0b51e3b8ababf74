"""Who writes much stands aside, a moment at a time, while somebody in front of the screen waits for rows.

Threads that compute in Python take turns, and each is slow by it; where there are two processors a third one waits. The first
rows of a list take some hundredths of a second, so that an import is hardly later for it.
"""

import threading
import time
from collections.abc import Hashable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")
_AT_MOST = 0.2  # seconds a question; who asks for longer shares the time from then on
_EVERY = 20  # records, in less than a thousandth of a second

_asked: dict[Hashable, float] = {}  # when, by the question
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
    """Have whoever writes much stand aside meanwhile, as for an answer."""
    turn = object()
    ask(turn)
    try:
        yield
    finally:
        answer(turn)


def give_way() -> None:
    """Stand aside while somebody waits, but not for longer than an answer usually takes."""
    if not _asked or threading.current_thread() is threading.main_thread():
        return  # the screen's own thread waits for nobody
    with _answered:
        while _asked and (left := max(_asked.values()) + _AT_MOST - time.monotonic()) > 0:
            _answered.wait(left)


def in_turn(items: Iterable[T]) -> Iterator[T]:
    """Yield what is gone through, standing aside now and then."""
    for number, item in enumerate(items):
        if not number % _EVERY:
            give_way()
        yield item
