"""Many records at once: one field of the selected ones, a text replaced in a column, each seen before and undone at once."""

from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox
from shiboken6 import isValid

from desktop_app.gui.editing.many import ManyDialog, combined
from desktop_app.gui.editing.preview import sentence
from desktop_app.gui.editing.replace_dialog import ReplaceDialog
from desktop_app.gui.editing.replacing import Wish, replaced
from desktop_app.gui.editors.choice import ListEditor
from tests.gui.editing.conftest import Hands
from tests.gui.editing.test_block import CONTROL, SHIFT, agree, preview

KEYS = Qt.Key
D = TypeVar("D", bound=QDialog)


def opened(hands: Hands, kind: type[D]) -> D:
    """Return the dialog that has just been opened, once it has the keyboard."""
    found = next(one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible())
    found.activateWindow()
    hands.desk.qtbot.waitUntil(found.isActiveWindow)
    return found


def test_a_field_of_many_records_is_changed_as_one_step(hands: Hands) -> None:
    ids = [hands.go(row, "status") for row in (2, 3, 4, 5)]
    hands.go(2, "status")
    for _ in range(3):
        hands.press(KEYS.Key_Down, SHIFT)
    assert hands.table.selected_rows() == [2, 3, 4, 5]
    before = [hands.record(id_)["status"] for id_ in ids]
    hands.press(KEYS.Key_E, CONTROL | SHIFT)
    dialog = opened(hands, ManyDialog)
    assert dialog.head.text() == "Change 4 missions"
    assert dialog.chosen.name == "status"  # the column that one was in
    assert isinstance(dialog.editor, ListEditor)
    dialog.editor.combo.setFocus()
    hands.type("cancelled")
    dialog.show_.click()
    hands.desk.settle()
    assert "to change" in sentence(preview().plan)
    agree(hands)
    assert [hands.record(id_)["status"] for id_ in ids] == ["cancelled"] * 4
    assert hands.desk.window.commands["undo"].text().startswith("Undo: Status of ")
    hands.press(KEYS.Key_Z, CONTROL)
    assert [hands.record(id_)["status"] for id_ in ids] == before


@pytest.mark.parametrize(
    ("column", "between"), [("status", ()), ("cities", ("how",)), ("purpose", ()), ("cost", ()), ("person", ())]
)
def test_tab_goes_from_the_field_to_the_value_and_enter_goes_on_from_there(
    hands: Hands, column: str, between: tuple[str, ...]
) -> None:
    hands.go(2, "status")
    hands.press(KEYS.Key_Down, SHIFT)
    hands.press(KEYS.Key_E, CONTROL | SHIFT)
    dialog = opened(hands, ManyDialog)
    dialog.choose("starts_on")  # the order stays when another editor takes the place of the first
    dialog.choose(column)
    hands.desk.settle()
    cancel = dialog.buttons.button(QDialogButtonBox.StandardButton.Cancel)
    assert dialog.editor is not None
    dialog.field.setFocus()
    value = dialog.editor.focusProxy() or dialog.editor
    wanted = [*(dialog.hows[dialog.how] for _ in between), value, dialog.show_, cancel]
    for widget in wanted:
        hands.press(KEYS.Key_Tab)
        assert dialog.focusWidget() is widget
        assert dialog.show_.isDefault()
        assert not cancel.isDefault()
    for widget in [*reversed(wanted[:-1]), dialog.field]:
        hands.press(KEYS.Key_Backtab, SHIFT)
        assert dialog.focusWidget() is widget
    dialog.reject()


def test_a_value_is_given_to_many_records_without_the_mouse(hands: Hands) -> None:
    ids = [hands.go(row, "status") for row in (2, 3)]
    hands.go(2, "status")
    hands.press(KEYS.Key_Down, SHIFT)
    hands.press(KEYS.Key_E, CONTROL | SHIFT)
    opened(hands, ManyDialog)
    hands.press(KEYS.Key_Tab)
    hands.type("cancelled")
    hands.press(KEYS.Key_Return)
    hands.desk.settle()
    assert "to change" in sentence(preview().plan)
    agree(hands)
    assert [hands.record(id_)["status"] for id_ in ids] == ["cancelled"] * 2


def test_of_several_values_some_are_added_to_what_is_there(hands: Hands) -> None:
    ids = [hands.go(row, "cities") for row in (2, 3)]
    hands.go(2, "cities")
    hands.press(KEYS.Key_Down, SHIFT)
    before = [hands.record(id_)["cities"] or () for id_ in ids]
    hands.page.actions_["change_many"].trigger()
    dialog = opened(hands, ManyDialog)
    assert dialog.how == "add"
    assert dialog.editor is not None
    dialog.editor.setFocus()
    hands.type("Fictiville")
    dialog.show_.click()
    hands.desk.settle()
    agree(hands)
    for id_, cities in zip(ids, before, strict=True):
        assert set(hands.record(id_)["cities"] or ()) == {*cities, "Fictiville"}  # type: ignore[misc, arg-type]


@given(st.sets(st.text(max_size=3)), st.sets(st.text(max_size=3)))
def test_adding_and_removing_are_what_sets_do(held: set[str], given_: set[str]) -> None:
    before, value = tuple(sorted(held)) or None, tuple(sorted(given_)) or None
    assert combined(before, value, "add") == (tuple(sorted(held | given_)) or None)
    assert combined(before, value, "remove") == (tuple(sorted(held - given_)) or None)
    assert combined(before, value, "replace") == value


def test_a_text_is_replaced_in_a_column_after_a_preview(hands: Hands) -> None:
    hands.go(2, "number")
    hands.press(KEYS.Key_H, CONTROL)
    dialog = opened(hands, ReplaceDialog)
    assert dialog.columns.currentText() == "Mission no."
    assert dialog.rows.text().startswith("In all ")
    hands.type("fictif-")
    hands.press(KEYS.Key_Tab)
    hands.type("f")
    hands.press(KEYS.Key_Return)
    plan = preview().plan
    assert len(plan.updates) == hands.list.model.rowCount()
    assert all(line.after == str(line.before).replace("FICTIF-", "F") for line in plan.lines)
    agree(hands)
    assert hands.shown(2, "number").startswith("F20")
    hands.press(KEYS.Key_Z, CONTROL)
    assert hands.shown(2, "number").startswith("FICTIF-20")


def test_enter_on_cancel_cancels_and_enter_anywhere_else_never_does(hands: Hands) -> None:
    hands.go(2, "number")
    hands.press(KEYS.Key_H, CONTROL)
    replacing = opened(hands, ReplaceDialog)
    cancel = replacing.buttons.button(QDialogButtonBox.StandardButton.Cancel)
    replacing.columns.setFocus()
    hands.press(KEYS.Key_Return)  # nothing is to be found yet
    assert replacing.isVisible()
    cancel.setFocus()
    replacing.instead.setFocus()
    hands.press(KEYS.Key_Return)
    assert replacing.isVisible()
    cancel.setFocus()
    hands.press(KEYS.Key_Return)
    assert not isValid(replacing)
    hands.desk.window.activateWindow()
    hands.desk.settle()
    hands.go(2, "status")
    hands.press(KEYS.Key_Down, SHIFT)
    hands.press(KEYS.Key_E, CONTROL | SHIFT)
    many = opened(hands, ManyDialog)
    asked: list[object] = []
    many.asked.connect(lambda *what: asked.append(what))
    many.cancel.setFocus()
    hands.press(KEYS.Key_Return)
    assert not isValid(many)
    assert asked == []


def test_only_a_value_that_replaces_may_be_left_empty(hands: Hands) -> None:
    hands.go(2, "status")
    hands.press(KEYS.Key_Down, SHIFT)
    hands.press(KEYS.Key_E, CONTROL | SHIFT)
    dialog = opened(hands, ManyDialog)
    dialog.choose("cities")
    assert dialog._value_label.text() == "Values"
    dialog.hows["replace"].click()
    assert "empty" in dialog._value_label.text()
    dialog.hows["remove"].click()
    assert dialog._value_label.text() == "Values"
    dialog.choose("status")
    assert "empty" in dialog._value_label.text()
    dialog.reject()


def test_what_would_not_be_understood_after_replacing_stays_and_is_said(hands: Hands) -> None:
    hands.page._plan_replace(list(hands.list.model.pks), Wish("Planned", "Dreamt of"), -1)
    hands.desk.settle()
    plan = preview().plan
    assert plan.problems
    assert not plan.updates
    assert not preview().write.isEnabled()
    preview().reject()


@pytest.mark.parametrize(
    ("text", "wish", "after"),
    [
        ("Université de Hanoï", Wish("hanoi", "Huế"), "Université de Huế"),
        ("Hanoi, Hanoi", Wish("hanoi", "Huế"), "Huế, Huế"),
        ("Hanoi", Wish("Hano", "x", whole=True), None),
        ("Hanoï", Wish("hanoi", "Huế", whole=True), "Huế"),
        ("Hanoï", Wish("hanoi", "x", exact=True), None),
        ("a.c", Wish(".", "-"), "a-c"),
        ("Straße", Wish("e", "i"), "Straßi"),
        ("nothing", Wish("", "x"), None),
    ],
)
def test_replacing_reads_over_capitals_and_accents_unless_told(text: str, wish: Wish, after: str | None) -> None:
    assert replaced(text, wish) == after


@given(st.text(max_size=12), st.text(min_size=1, max_size=3))
def test_a_text_replaced_by_itself_stays(text: str, find: str) -> None:
    assert replaced(text, Wish(find, find, exact=True)) in (None, text)


def test_a_file_that_is_attached_in_the_list_shows_in_the_pane(hands: Hands, tmp_path: Path) -> None:
    letter = tmp_path / "letter.pdf"
    letter.write_bytes(b"%PDF-1.4 fictitious")
    hands.desk.window.resize(1440, 900)
    id_ = hands.go(3, "number")
    hands.page.attach_files([letter])
    hands.desk.settle()
    hands.desk.settle()
    facts = hands.page.pane.facts if hands.page.pane else None
    if facts is None:
        hands.page.peek()
        hands.desk.settle()
        facts = hands.page.pane.facts if hands.page.pane else None
    assert facts is not None
    block = next(block for block in facts.blocks if block.heading == "Files")
    assert [entry.title for entry in block.entries] == ["letter.pdf"]
    assert hands.desk.window.notices.words.text() == f"1 file attached to {hands.record(id_)['number']}"
