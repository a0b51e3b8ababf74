"""Blocks of cells: selected by keys and mouse, copied, pasted after a preview, filled and emptied, each as one step."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.domain.mission import MISSION
from desktop_app.domain.words import Words
from desktop_app.gui.editing.preview import PlanDialog, sentence
from desktop_app.gui.record_form.window import FormWindow
from desktop_app.gui.table.cells import PADDING
from desktop_app.gui.theme import look
from desktop_app.store.queries import Query
from tests.gui.editing.conftest import Hands

KEYS, HELD = Qt.Key, Qt.KeyboardModifier
SHIFT, CONTROL = HELD.ShiftModifier, HELD.ControlModifier


def put(text: str) -> None:
    """Put a text on the clipboard, as another program does."""
    QGuiApplication.clipboard().setText(text)


def preview() -> PlanDialog:
    """Return the preview that is open."""
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, PlanDialog) and one.isVisible()]
    assert len(found) == 1
    return found[0]


def mouse(view: QWidget, kind: QEvent.Type, place: QPoint) -> None:
    """Do something with the left button: QTest's mouse does not hold it while it moves."""
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else Qt.MouseButton.LeftButton
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
    where, on_screen = QPointF(place), QPointF(view.mapToGlobal(place))
    QApplication.sendEvent(view, QMouseEvent(kind, where, on_screen, button, held, HELD.NoModifier))


def drawn(hands: Hands) -> bool:
    """Say whether a block of cells is selected."""
    return hands.page.keys.block.active


def agree(hands: Hands) -> None:
    """Write what the preview shows."""
    preview().write.click()
    hands.desk.window.activateWindow()
    hands.desk.qtbot.waitUntil(hands.desk.window.isActiveWindow)
    hands.desk.settle()


def test_shift_with_the_arrows_selects_a_block_and_an_arrow_goes_back_to_rows(hands: Hands) -> None:
    hands.go(2, "starts_on")
    for key in (KEYS.Key_Right, KEYS.Key_Down, KEYS.Key_Down):
        hands.press(key, SHIFT)
    block = hands.page.keys.block
    assert drawn(hands)
    assert (list(block.rows), block.columns) == ([2, 3, 4], [3, 4])
    assert "3 × 2 cells" in hands.desk.window.status.shown.text()
    assert hands.table.selected_count() == 3
    hands.press(KEYS.Key_Down)
    assert not drawn(hands)
    assert hands.table.selected_rows() == [3]


def test_rows_that_are_selected_become_the_rows_of_the_block(hands: Hands) -> None:
    hands.go(2, "starts_on")
    hands.press(KEYS.Key_Down, SHIFT)
    hands.press(KEYS.Key_Down, SHIFT)
    assert hands.table.selected_rows() == [2, 3, 4]
    hands.press(KEYS.Key_Right, SHIFT)
    block = hands.page.keys.block
    assert (list(block.rows), block.columns) == ([2, 3, 4], [3, 4])


def test_the_mouse_draws_a_block(hands: Hands) -> None:
    view, model = hands.table.viewport(), hands.list.model
    hands.table.setFocus()
    first, last = (hands.table.visualRect(model.index(row, column)).center() for row, column in ((1, 0), (3, 1)))
    mouse(view, QEvent.Type.MouseButtonPress, first)
    mouse(view, QEvent.Type.MouseMove, first + QPoint(4, 4))
    block = hands.page.keys.block
    assert not drawn(hands)
    mouse(view, QEvent.Type.MouseMove, last)
    mouse(view, QEvent.Type.MouseButtonRelease, last)
    assert drawn(hands)
    assert (list(block.rows), block.columns) == ([1, 2, 3], [0, 1])
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, HELD.NoModifier, first)
    assert not drawn(hands)


def test_a_block_is_copied_without_headings_or_with_them(hands: Hands) -> None:
    hands.go(2, "starts_on")
    hands.press(KEYS.Key_Right, SHIFT)
    hands.press(KEYS.Key_Down, SHIFT)
    hands.press(KEYS.Key_C, CONTROL)
    text = QGuiApplication.clipboard().text()
    assert [len(line.split("\t")) for line in text.split("\n")] == [2, 2]
    assert text.split("\n")[0].split("\t")[0] == hands.shown(2, "starts_on")
    hands.press(KEYS.Key_C, CONTROL | SHIFT)
    assert QGuiApplication.clipboard().text().split("\n")[0] == "From\tTo"


def test_what_was_copied_is_pasted_elsewhere_after_a_preview_and_undone_at_once(hands: Hands) -> None:
    hands.go(2, "starts_on")
    hands.press(KEYS.Key_Right, SHIFT)
    hands.press(KEYS.Key_Down, SHIFT)
    hands.press(KEYS.Key_C, CONTROL)
    wanted = [hands.shown(row, column) for row in (2, 3) for column in ("starts_on", "ends_on")]
    ids = [hands.go(row, "starts_on") for row in (10, 11)]
    before = [hands.record(id_)["starts_on"] for id_ in ids]
    hands.go(10, "starts_on")
    hands.press(KEYS.Key_V, CONTROL)
    assert sentence(preview().plan) == "2 entries to change"
    assert hands.record(ids[0])["starts_on"] == before[0]
    agree(hands)
    assert [hands.shown(row, column) for row in (10, 11) for column in ("starts_on", "ends_on")] == wanted
    assert hands.desk.window.notices.words.text() == "Paste into 2 missions"
    hands.desk.window.notices.undo.click()
    hands.desk.settle()
    assert [hands.record(id_)["starts_on"] for id_ in ids] == before


def test_rows_below_the_last_one_are_created_and_what_is_not_understood_is_said(hands: Hands) -> None:
    last = hands.list.model.rowCount() - 1
    person = hands.shown(0, "person")
    hands.go(last, "person")
    put(
        f"{person}\t\t3/2/2026\t7/2/2026\r\n{person}\t\t10/2/2026\t31/2/2026\r\nNobody at all\t\t10/3/2026\t12/3/2026\r\n"
    )
    hands.press(KEYS.Key_V, CONTROL)
    dialog = preview()
    assert sentence(dialog.plan) == "1 entry to change, 1 to create, 1 row that can’t be created"
    assert dialog.sum.text().startswith("2 cells not understood: not written.")
    wrong = [line.raw for line in dialog.plan.problems]
    assert wrong[:2] == ["31/2/2026", "Nobody at all"]
    assert any("Row not created" in line.problem.en for line in dialog.plan.problems if line.problem)
    count = hands.desk.store.count(Query(MISSION))
    agree(hands)
    assert hands.desk.store.count(Query(MISSION)) == count + 1
    hands.press(KEYS.Key_Z, CONTROL)
    assert hands.desk.store.count(Query(MISSION)) == count


def test_what_is_to_be_done_about_a_value_that_was_not_understood_is_read_whole(hands: Hands) -> None:
    hands.go(2, "person")
    put("Nobody of that name\t\t3/2/2026")
    hands.press(KEYS.Key_V, CONTROL)
    table, last = preview().table, 3
    preview().resize(700, 540)
    hands.desk.settle()
    cell, room = table.rows.cell(0, last), table.columnWidth(last) - 2 * PADDING
    assert cell.tone == "error"
    lines = table.cells.lines_of(cell, room, (table.rowHeight(0) - 1) // look.px(19))
    assert len(lines) > 1
    assert " ".join(lines) == cell.text
    assert max(table.cells._body.width(line) for line in lines) <= room
    assert table.rowHeight(len(preview().plan.problems)) == table.cells.row_height()
    preview().reject()


def test_a_pasted_heading_row_says_where_the_columns_go(hands: Hands) -> None:
    id_ = hands.go(1, "starts_on")
    put("To\tFrom\n9/2/2026\t5/2/2026")
    hands.press(KEYS.Key_V, CONTROL)
    agree(hands)
    record = hands.record(id_)
    assert (record["starts_on"], record["ends_on"]) == ("2026-02-05", "2026-02-09")


def test_a_heading_is_known_by_the_names_of_its_field_and_cells_beside_the_last_column_are_counted(
    hands: Hands,
) -> None:
    id_ = hands.go(1, "starts_on")
    put("Date de fin\tDate de début\n9/2/2026\t5/2/2026")
    hands.press(KEYS.Key_V, CONTROL)
    agree(hands)
    record = hands.record(id_)
    assert (record["starts_on"], record["ends_on"]) == ("2026-02-05", "2026-02-09")
    last = hands.list.choice.shown()[-1].name
    hands.go(1, last)
    put(f"{hands.shown(2, last)}\tlost\tlost too")
    hands.press(KEYS.Key_V, CONTROL)
    dialog = preview()
    assert dialog.plan.aside == 2
    assert "2 cells find no column here" in dialog.sum.text()
    dialog.reject()


def test_enter_writes_what_is_seen_from_the_list_of_changes(hands: Hands) -> None:
    id_ = hands.go(1, "starts_on")
    put("5/2/2026\t9/2/2026")
    hands.press(KEYS.Key_V, CONTROL)
    assert preview().table.hasFocus()
    hands.press(KEYS.Key_Return)
    hands.desk.settle()
    assert hands.record(id_)["ends_on"] == "2026-02-09"


def test_one_value_is_pasted_over_a_whole_block(hands: Hands) -> None:
    ids = [hands.go(row, "cost") for row in (3, 4, 5)]
    hands.go(3, "status")
    hands.press(KEYS.Key_Right, SHIFT)
    hands.press(KEYS.Key_Left, SHIFT)
    hands.press(KEYS.Key_Down, SHIFT)
    hands.press(KEYS.Key_Down, SHIFT)
    put("Cancelled")
    hands.press(KEYS.Key_V, CONTROL)
    assert [hands.record(id_)["status"] for id_ in ids] == ["cancelled"] * 3


def test_one_cell_is_pasted_at_once_and_an_amount_in_thousands_is_shown_first(hands: Hands) -> None:
    id_ = hands.go(3, "cost")
    put("1 450,00 €")
    hands.press(KEYS.Key_V, CONTROL)
    assert hands.record(id_)["cost"] == "1450"
    put("14k€\n15k€")
    hands.press(KEYS.Key_V, CONTROL)
    rows = [[cell.text for cell in preview().table.rows.row(row).cells] for row in (0, 1)]
    assert rows[0][3] == "14,000 ← 14k€"
    agree(hands)
    assert hands.record(id_)["cost"] == "14000"


def test_pasted_amounts_are_in_euros_where_nobody_said_of_what_they_are(hands: Hands) -> None:
    id_ = hands.go(3, "cost")
    with hands.desk.store.edit(Words("Essai", "Trial")) as edit:
        edit.update(MISSION, id_, {"currency": None})
    put("1 450,00 €")
    hands.press(KEYS.Key_V, CONTROL)
    assert (hands.record(id_)["cost"], hands.record(id_)["currency"]) == ("1450", "EUR")


def test_delete_empties_the_cells_of_a_block_and_no_record_goes(hands: Hands) -> None:
    count = hands.desk.store.count(Query(MISSION))
    ids = [hands.go(row, "purpose") for row in (3, 4)]
    hands.go(3, "purpose")
    hands.press(KEYS.Key_Right, SHIFT)
    hands.press(KEYS.Key_Down, SHIFT)
    assert hands.page.actions_["delete"].text() == "Empty the cells"
    hands.press(KEYS.Key_Delete)
    assert [hands.record(id_)["purpose"] for id_ in ids] == [None, None]
    assert hands.desk.store.count(Query(MISSION)) == count
    assert "Empty" in hands.desk.window.notices.words.text()
    hands.press(KEYS.Key_Z, CONTROL)
    assert all(hands.record(id_)["status"] for id_ in ids)
    hands.press(KEYS.Key_Escape)
    assert hands.page.actions_["delete"].text() == "Delete"


def test_what_must_be_filled_in_is_not_emptied_with_the_rest(hands: Hands) -> None:
    id_ = hands.go(3, "starts_on")
    hands.press(KEYS.Key_Right, SHIFT)
    hands.press(KEYS.Key_Delete)
    assert sentence(preview().plan) == "1 entry to change"
    agree(hands)
    record = hands.record(id_)
    assert record["starts_on"]
    assert record["ends_on"] is None


def test_filling_down_gives_all_rows_the_values_of_the_first(hands: Hands) -> None:
    ids = [hands.go(row, "purpose") for row in (2, 3, 4)]
    hands.go(2, "purpose")
    hands.press(KEYS.Key_Right, SHIFT)
    hands.press(KEYS.Key_Down, SHIFT)
    hands.press(KEYS.Key_Down, SHIFT)
    hands.press(KEYS.Key_D, CONTROL | SHIFT)
    records = [hands.record(id_) for id_ in ids]
    assert len({record["purpose"] for record in records}) == 1
    assert len({record["status"] for record in records}) == 1
    assert "Fill down: 2 columns of" in str(hands.desk.store.undo_words())


@pytest.mark.parametrize("first", [2, 4])
def test_filling_down_takes_the_current_column_of_rows_selected_as_a_whole(hands: Hands, first: int) -> None:
    ids = [hands.go(row, "purpose") for row in (2, 3, 4)]
    before = [hands.record(id_) for id_ in ids]
    hands.go(first, "purpose")
    assert not hands.page.actions_["fill_down"].isEnabled()
    for _ in range(2):
        hands.press(KEYS.Key_Down if first == 2 else KEYS.Key_Up, SHIFT)
    assert not drawn(hands)
    assert hands.page.actions_["fill_down"].isEnabled()
    hands.press(KEYS.Key_D, CONTROL | SHIFT)
    assert {line.field for line in preview().plan.lines} == {MISSION.fields["purpose"]}
    agree(hands)
    after = [hands.record(id_) for id_ in ids]
    assert [record["purpose"] for record in after] == [before[0]["purpose"]] * 3
    assert [record["status"] for record in after] == [record["status"] for record in before]
    hands.press(KEYS.Key_Z, CONTROL)
    assert [hands.record(id_)["purpose"] for id_ in ids] == [record["purpose"] for record in before]


def test_the_key_of_spreadsheets_fills_a_block_down_and_duplicates_a_record(hands: Hands) -> None:
    ids = [hands.go(row, "purpose") for row in (2, 3, 4)]
    hands.go(2, "purpose")
    hands.press(KEYS.Key_Right, SHIFT)
    hands.press(KEYS.Key_Down, SHIFT)
    hands.press(KEYS.Key_Down, SHIFT)
    hands.press(KEYS.Key_D, CONTROL)
    assert len({hands.record(id_)["purpose"] for id_ in ids}) == 1
    assert not hands.desk.window.findChildren(FormWindow)


def test_an_empty_clipboard_says_what_to_do(hands: Hands) -> None:
    QGuiApplication.clipboard().clear()
    hands.go(3, "cost")
    hands.press(KEYS.Key_V, CONTROL)
    assert "nothing to paste" in hands.desk.window.notices.words.text()


def test_heads_of_groups_are_passed_over(hands: Hands) -> None:
    hands.list.group_by("status")
    hands.desk.settle()
    heads = [row for row in range(hands.list.model.rowCount()) if hands.list.model.head_at(row) >= 0]
    row = heads[1] - 1  # the last record of the first group
    count = hands.desk.store.count(Query(MISSION))
    hands.go(row, "cost")
    put("17\n18")
    hands.press(KEYS.Key_V, CONTROL)
    assert sentence(preview().plan) == "2 entries to change"
    agree(hands)
    shown = [hands.shown(place, "cost").removesuffix("\u202f€") for place in (row, row + 2)]
    assert shown == ["17", "18"]
    hands.go(row, "cost")
    hands.type("19")
    hands.press(KEYS.Key_Return)
    assert hands.table.currentIndex().row() == row + 2
    assert hands.desk.store.count(Query(MISSION)) == count
