"""Two records of a list that the program doesn't find alike are made one by choice."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.domain import ENTITIES
from desktop_app.domain.words import Words
from desktop_app.gui.overview.list_window import show_records
from desktop_app.gui.pages.duplicates import DuplicatesPage
from desktop_app.store.queries import Filter, Query
from tests.gui.frame.conftest import Desk

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def focused() -> QWidget:
    """What has the keyboard."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


@pytest.mark.parametrize("name", ["partner", "person"])
def test_two_chosen_records_are_merged_side_by_side_from_the_palette(desk: Desk, name: str) -> None:
    entity = ENTITIES[name]
    page = desk.show(name)
    page.list.table.select_row(0)
    page.list.table.setFocus()
    assert not page.actions_["merge_two"].isEnabled()
    desk.press(page.list.table, Qt.Key.Key_Down, SHIFT)
    assert page.actions_["merge_two"].isEnabled()
    two = [row.id for row in page.list.selected(3)]
    before = desk.store.count(Query(entity))
    desk.press(page.list.table, Qt.Key.Key_K, CONTROL)
    desk.type(focused(), "merge these")
    desk.settle()
    desk.press(focused(), Qt.Key.Key_Return)
    desk.settle()
    shown = desk.window.stack.page
    assert isinstance(shown, DuplicatesPage)
    pair = shown.pair()
    assert pair is not None
    assert {pair.twins.one, pair.twins.other} == set(two)
    assert "chosen in a list" in shown.both.why.text()
    desk.press(focused(), Qt.Key.Key_Return, CONTROL)
    desk.settle()
    assert desk.store.count(Query(entity)) == before - 1
    assert (desk.store.get(entity, two[0]) or {})["id"] == (desk.store.get(entity, two[1]) or {})["id"]
    assert shown.asked is None
    desk.press(focused(), Qt.Key.Key_Z, CONTROL)
    desk.settle()
    assert desk.store.count(Query(entity)) == before


def test_two_units_are_merged_from_the_window_that_lists_them(desk: Desk) -> None:
    unit = ENTITIES["unit"]
    with desk.store.edit(Words("Deux unités", "Two units")) as edit:
        ids = {edit.add(unit, {"code": "UMR 9901", "name": "Un"}), edit.add(unit, {"code": "UMR 9902", "name": "Deux"})}
    window = show_records(desk.window, desk.program.workspace, unit, (Filter("code", "contains", "UMR 990"),))
    desk.settle()
    assert not window.merge.isEnabled()
    QTest.keyClick(window.list.table, Qt.Key.Key_A, CONTROL)
    QTest.mouseClick(window.merge, Qt.MouseButton.LeftButton)
    desk.settle()
    shown = desk.window.stack.page
    assert isinstance(shown, DuplicatesPage)
    pair = shown.pair()
    assert pair is not None
    assert {pair.twins.one, pair.twins.other} == ids
