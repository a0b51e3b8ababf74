"""While one thread writes, another reads what was there before, and what is new as soon as it is whole."""

import threading
from collections.abc import Callable

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from desktop_app.domain.partner import PARTNER
from desktop_app.domain.words import Words
from desktop_app.store.base import Store
from desktop_app.store.driver import read_engine, until
from desktop_app.store.queries import Query

WORDS = Words("Essai", "Try")


def in_a_thread(act: Callable[[], object]) -> object:
    """Do something in another thread and return what it gives, or raise what it raises."""
    found: list[object] = []
    failed: list[BaseException] = []

    def run() -> None:
        try:
            found.append(act())
        except BaseException as error:  # noqa: BLE001 - raised again below
            failed.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join(60)
    if failed:
        raise failed[0]
    return found[0]


def test_the_screen_reads_while_the_worker_writes(store: Store) -> None:
    half_way, go_on = threading.Event(), threading.Event()

    def write() -> None:
        with store.edit(WORDS) as edit:
            edit.add(PARTNER, {"name": "A"})
            edit.flush()
            half_way.set()
            go_on.wait(60)
            edit.add(PARTNER, {"name": "B"})

    worker = threading.Thread(target=write)
    worker.start()
    assert half_way.wait(60)
    assert store.count(Query(PARTNER)) == 0
    assert store.search("A", entities=["partner"]) == []
    go_on.set()
    worker.join(60)
    assert store.count(Query(PARTNER)) == 2


def test_what_one_thread_wrote_the_others_read(store: Store) -> None:
    with store.edit(WORDS) as edit:
        id_ = edit.add(PARTNER, {"name": "A"})
    assert in_a_thread(lambda: (store.get(PARTNER, id_) or {})["name"]) == "A"
    in_a_thread(store.undo)
    assert store.get(PARTNER, id_) is None


def test_two_threads_that_write_wait_for_each_other(store: Store) -> None:
    failures: list[BaseException] = []

    def write(name: str) -> None:
        try:
            for number in range(10):
                with store.edit(WORDS) as edit:
                    edit.add(PARTNER, {"name": f"{name}{number}"})
        except BaseException as error:  # noqa: BLE001 - looked at below
            failures.append(error)

    threads = [threading.Thread(target=write, args=(name,)) for name in "AB"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert failures == []
    assert store.count(Query(PARTNER)) == 20
    assert store.check() == []


def test_a_base_used_by_several_threads_closes_to_one_file(store: Store) -> None:
    assert in_a_thread(lambda: store.count(Query(PARTNER))) == 0
    with store.edit(WORDS) as edit:
        edit.add(PARTNER, {"name": "A"})
    in_a_thread(store.counts)
    store.close()
    assert [path.name for path in store.path.parent.iterdir()] == [store.path.name]


def test_a_long_question_is_given_up_when_nobody_wants_the_answer_any_more(store: Store) -> None:
    long = text("WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 9000000) SELECT count(*) FROM n")
    with read_engine(store.path).connect() as connection:
        with until(connection, lambda: True), pytest.raises(OperationalError, match="interrupted"):
            connection.execute(long)
        assert connection.scalar(text("SELECT count(*) FROM partner")) == 0
    with store.until(lambda: True):
        pass
    assert len(store.ids(Query(PARTNER))) == 0
