"""Who writes much stands aside while somebody waits for an answer, and never for long."""

import threading
import time
from collections.abc import Callable

import pytest

from desktop_app.store import giving_way


def beside(work: Callable[[], object]) -> threading.Thread:
    """Do something in a thread of its own."""
    thread = threading.Thread(target=work)
    thread.start()
    return thread


def test_a_writer_stands_aside_until_the_answer_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(giving_way, "_AT_MOST", 60.0)
    written: list[int] = []
    giving_way.ask("rows")
    writer = beside(lambda: written.extend(giving_way.in_turn(range(100))))
    writer.join(0.05)
    assert writer.is_alive()
    assert not written
    assert giving_way.is_awaited()
    giving_way.answer("rows")
    assert not giving_way.is_awaited()
    writer.join(10)
    assert written == list(range(100))


def test_a_question_without_an_answer_holds_nobody_up_for_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(giving_way, "_AT_MOST", 0.05)
    giving_way.ask("rows")
    try:
        writer = beside(giving_way.give_way)
        writer.join(10)
        assert not writer.is_alive()
    finally:
        giving_way.answer("rows")


def test_a_reader_stands_aside_while_the_screen_shows_what_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(giving_way, "_AT_MOST", 60.0)
    giving_way.ask("rows")
    beside(giving_way.let_paint).join(10)  # a question alone holds no reader up: it is the one who answers
    with giving_way.going_first():
        reader = beside(giving_way.let_paint)
        reader.join(0.05)
        assert reader.is_alive()
    reader.join(10)
    assert not reader.is_alive()
    giving_way.answer("rows")


def test_the_thread_of_the_screen_waits_for_nobody() -> None:
    giving_way.ask("rows")
    try:
        begun = time.monotonic()
        giving_way.give_way()
        assert time.monotonic() - begun < giving_way._AT_MOST
    finally:
        giving_way.answer("rows")


def test_where_nobody_asks_all_goes_through_as_it_is() -> None:
    assert list(giving_way.in_turn(iter("abc"))) == ["a", "b", "c"]
    giving_way.answer("what was never asked")
