"""Undo of what is done in the lists: named, across restarts, whole; what failed or was given up was never a step."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.instrument_parts import PARTY
from desktop_app.domain.mission import MISSION
from desktop_app.domain.words import Words
from desktop_app.store.edit import Edit
from desktop_app.store.queries import Filter, Query
from tests.gui.editing.conftest import Hands
from tests.gui.frame.conftest import Desk

if TYPE_CHECKING:
    from desktop_app.gui.tasks import Task


def test_a_step_keeps_its_name_and_is_undone_after_a_restart(hands: Hands) -> None:
    id_ = hands.go(3, "number")
    before = hands.record(id_)["number"]
    hands.type("F-1")
    hands.press(Qt.Key.Key_Return)
    name = hands.desk.window.commands["undo"].text()
    path = hands.desk.store.path
    hands.desk.program.workspace.close()
    hands.desk.settle()
    hands.desk.program.opening.open(path)
    hands.desk.qtbot.waitUntil(lambda: hands.desk.program.workspace.is_open, timeout=20_000)
    hands.desk.settle()
    assert hands.desk.window.commands["undo"].text() == name
    hands.desk.window.commands["undo"].trigger()
    hands.desk.settle()
    assert hands.record(id_)["number"] == before


def test_undoing_a_deletion_brings_back_the_parts_and_the_links(desk: Desk) -> None:
    page = desk.show("instrument")
    store = desk.store
    rows = range(page.list.model.rowCount())
    row = next(
        row for row in rows if store.count(Query(MISSION, (Filter("instrument", "is", page.list.model.row(row).id),)))
    )
    id_ = page.list.model.row(row).id
    parts = store.count(Query(PARTY, (Filter("instrument", "is", id_),)))
    whole = store.fingerprint()
    page.list.table.select_row(row)
    page.actions_["delete"].trigger()
    desk.settle()
    assert store.get(INSTRUMENT, id_) is None
    assert store.count(Query(PARTY, (Filter("instrument", "is", id_),))) == 0
    assert desk.window.notices.isVisible()
    desk.window.notices.undo.click()
    desk.settle()
    assert store.count(Query(PARTY, (Filter("instrument", "is", id_),))) == parts
    assert store.fingerprint() == whole


def test_the_record_that_an_undo_brings_back_is_selected(desk: Desk) -> None:
    page = desk.show("instrument")
    page.list.table.select_row(4)
    id_ = page.list.current_id()
    page.actions_["delete"].trigger()
    desk.settle()
    assert page.list.current_id() != id_
    desk.window.commands["undo"].trigger()
    desk.settle()
    assert page.list.current_id() == id_
    assert [row.id for row in page.list.selected(2)] == [id_]


def test_what_failed_is_never_a_step(desk: Desk) -> None:
    desk.show("mission")
    step, whole = desk.store.undo_words(), desk.store.fingerprint()
    errors: list[Exception] = []

    def fail(edit: Edit) -> None:
        edit.add(INSTRUMENT, {"title": "Fictitious"})
        raise OSError(28, "No space left on device")

    desk.program.workspace.edit(Words("Échouer", "Fail"), fail, failed=errors.append)
    desk.settle()
    assert errors
    assert desk.store.undo_words() == step
    assert desk.store.fingerprint() == whole


def test_a_long_edit_that_is_cancelled_leaves_everything_as_it_was(desk: Desk) -> None:
    desk.show("mission")
    step, whole = desk.store.undo_words(), desk.store.fingerprint()
    begun: list[Task] = []

    def change(edit: Edit, told: Callable[[int, int], None]) -> None:
        for number in range(50):
            edit.add(INSTRUMENT, {"title": f"Fictitious {number}"})
            if number == 10:
                begun[0].cancel()
            told(number, 50)

    begun.append(desk.program.workspace.long_edit(Words("Longue", "Long"), change, doing="…"))
    desk.settle()
    assert desk.store.undo_words() == step
    assert desk.store.fingerprint() == whole


def test_undoing_a_large_step_says_how_far_it_is_and_can_be_given_up(desk: Desk) -> None:
    desk.show("mission")
    count = 1_200
    with desk.store.edit(Words("Reprendre un fichier", "Take a file")) as edit:
        for number in range(count):
            edit.add(INSTRUMENT, {"title": f"Fictitious {number}"})
    whole, told = desk.store.fingerprint(), []

    def stop(task: "Task", done: int, total: int, words: str) -> None:
        told.append((done, total, words))
        task.cancel()

    tasks = desk.program.tasks
    tasks.progressed.connect(stop)
    desk.program.workspace.undo()
    desk.settle()
    tasks.progressed.disconnect(stop)
    assert told[0][1] == count
    assert desk.store.fingerprint() == whole
    desk.program.workspace.undo()
    desk.settle()
    assert desk.store.fingerprint() != whole
    assert desk.store.redo_words() == Words("Reprendre un fichier", "Take a file")


def test_the_list_keeps_its_place_when_a_step_is_undone(hands: Hands) -> None:
    hands.go(30, "cost")
    hands.type("12")
    hands.press(Qt.Key.Key_Return)
    bar = hands.table.verticalScrollBar()
    bar.setValue(bar.value() + 125)  # above the room that the notice takes at the foot
    place, cell = bar.value(), (hands.table.currentIndex().row(), hands.table.currentIndex().column())
    hands.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert bar.value() == place
    assert (hands.table.currentIndex().row(), hands.table.currentIndex().column()) == cell
