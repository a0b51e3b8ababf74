"""Changing a cell where it stands: typed, saved at once, named, undone; whatever is wrong is said and nothing is lost."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop_app.domain.mission import MISSION
from desktop_app.domain.person import PERSON
from desktop_app.domain.words import Words
from desktop_app.gui import theme
from desktop_app.gui.editing.target import target_of
from desktop_app.gui.lists import specs
from desktop_app.gui.theme import look
from desktop_app.store.edit import Edit
from tests.gui.editing.conftest import Hands
from tests.gui.frame.conftest import Desk

KEYS = Qt.Key
THIS_YEAR = date.today().year  # noqa: DTZ011


def test_typing_replaces_what_the_cell_holds_and_enter_saves_and_goes_down(hands: Hands) -> None:
    id_ = hands.go(3, "number")
    hands.type("fictif-99")
    hands.press(KEYS.Key_Return)
    assert hands.record(id_)["number"] == "FICTIF-99"
    assert hands.shown(3, "number") == "FICTIF-99"
    assert (hands.table.currentIndex().row(), hands.table.currentIndex().column()) == (4, 0)
    assert hands.table.hasFocus()
    assert hands.desk.window.commands["undo"].text().startswith("Undo: Mission no. of ")


def test_undo_takes_a_cell_back_and_redo_brings_it_again(hands: Hands) -> None:
    id_ = hands.go(3, "cost")
    before = hands.record(id_)["cost"]
    hands.type("1 234,50")
    hands.press(KEYS.Key_Return)
    assert hands.record(id_)["cost"] == "1234.50"
    hands.press(KEYS.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert hands.record(id_)["cost"] == before
    hands.press(KEYS.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert hands.record(id_)["cost"] == "1234.50"


def test_an_amount_is_in_euros_where_nobody_said_of_what_it_is(hands: Hands) -> None:
    id_ = hands.go(3, "cost")
    with hands.desk.store.edit(Words("Essai", "Trial")) as edit:
        edit.update(MISSION, id_, {"cost": None, "currency": None})
    hands.type("1450")
    hands.press(KEYS.Key_Return)
    assert (hands.record(id_)["cost"], hands.record(id_)["currency"]) == ("1450", "EUR")
    with hands.desk.store.edit(Words("Essai", "Trial")) as edit:
        edit.update(MISSION, id_, {"currency": "JPY"})
    hands.go(3, "cost")
    hands.type("1500")
    hands.press(KEYS.Key_Return)
    assert hands.record(id_)["currency"] == "JPY"


def test_control_and_semicolon_write_the_day_of_today(hands: Hands) -> None:
    id_ = hands.go(3, "ends_on")
    hands.press(KEYS.Key_Semicolon, Qt.KeyboardModifier.ControlModifier)
    hands.press(KEYS.Key_Return)
    assert hands.record(id_)["ends_on"] == date.today().isoformat()  # noqa: DTZ011
    hands.go(3, "purpose")
    hands.press(KEYS.Key_Semicolon, Qt.KeyboardModifier.ControlModifier)
    assert not isinstance(QApplication.focusWidget(), QLineEdit)


def test_the_editor_of_both_days_lies_over_the_cells_beside_it_where_its_words_need_that(hands: Hands) -> None:
    hands.page.list.set_compact(compact=False)
    hands.desk.settle()
    id_ = hands.go(2, "days")
    with hands.desk.store.edit(Words("Essai", "Trial")) as edit:
        edit.update(MISSION, id_, {"starts_on": "2026-11-24", "ends_on": "2026-12-05"})
    hands.list.load()
    hands.desk.settle()
    hands.go(next(row for row in range(60) if hands.list.model.row(row).id == id_), "days")
    hands.press(KEYS.Key_F2)
    box = hands.page.keys.cells.box
    assert box is not None
    line = box.focusProxy()
    assert isinstance(line, QLineEdit)
    assert box.width() > hands.table.columnWidth(1)
    margins = line.textMargins()
    inner = line.width() - margins.left() - margins.right()
    assert line.fontMetrics().horizontalAdvance(line.text()) < inner
    before = box.width()
    line.end(False)
    hands.type(" and a good many more words")
    assert box.width() > before
    hands.press(KEYS.Key_Escape)


def test_an_editor_wider_than_its_cell_covers_those_beside_it_whole(hands: Hands) -> None:
    hands.go(3, "ends_on")
    hands.type("31/02/2026")
    box, across = hands.page.keys.cells.box, hands.table.horizontalHeader()
    assert box is not None
    edges = {across.sectionViewportPosition(one) for one in range(across.count())}
    assert box.width() > hands.table.columnWidth([one.name for one in hands.list.choice.shown()].index("ends_on"))
    assert {box.x(), box.x() + box.width()} <= edges
    hands.press(KEYS.Key_Escape)


@pytest.mark.parametrize(
    ("column", "typed"), [("cost", "14k€"), ("partner", "mahi"), ("number", "F-7"), ("status", "canc")]
)
def test_an_editor_lies_over_its_own_cell_where_its_words_have_room_there(
    hands: Hands, column: str, typed: str
) -> None:
    number = [one.name for one in hands.list.choice.shown()].index(column)
    hands.table.setColumnWidth(number, look.px(130))
    hands.desk.settle()
    hands.go(3, column)
    hands.type(typed)
    box, cell = hands.page.keys.cells.box, hands.table.visualRect(hands.table.currentIndex())
    assert box is not None
    assert (box.x(), box.width()) == (cell.x(), cell.width())
    hands.press(KEYS.Key_Escape)


def test_an_editor_that_begins_over_another_cell_says_which_one_it_is_of(hands: Hands) -> None:
    hands.go(3, "cost")
    hands.type("14k€")
    assert hands.said == "Enter writes 14,000\u202f€"
    hands.type(" for the flights, and some more for the nights in between")
    box, cell = hands.page.keys.cells.box, hands.table.visualRect(hands.table.currentIndex())
    assert box is not None
    assert box.x() < cell.x()
    assert hands.said == "Cost"
    hands.press(KEYS.Key_Escape)


def test_several_values_stand_in_a_list_as_one_writes_them_and_are_copied_as_they_are_read(hands: Hands) -> None:
    id_ = hands.go(2, "cities")
    with hands.desk.store.edit(Words("Essai", "Trial")) as edit:
        edit.update(MISSION, id_, {"cities": ("Fictiville", "Aville")})
    hands.list.load()
    hands.desk.settle()
    row = next(row for row in range(60) if hands.list.model.row(row).id == id_)
    assert hands.shown(row, "cities") == "Aville, Fictiville"
    hands.go(row, "cities")
    hands.press(KEYS.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "Aville; Fictiville" in QApplication.clipboard().text()


def test_f2_opens_the_cell_with_what_it_holds_and_escape_leaves_it(hands: Hands) -> None:
    id_ = hands.go(2, "number")
    before = hands.record(id_)["number"]
    hands.press(KEYS.Key_F2)
    box = hands.page.keys.cells.box
    assert box is not None
    line = box.focusProxy()
    assert isinstance(line, QLineEdit)
    assert line.text() == before
    hands.type("x")
    hands.press(KEYS.Key_Escape)
    assert hands.page.keys.cells.box is None
    assert hands.record(id_)["number"] == before
    assert hands.table.hasFocus()


def test_tab_saves_and_goes_right_and_shift_tab_left(hands: Hands) -> None:
    id_ = hands.go(1, "number")
    hands.type("F-1")
    hands.press(KEYS.Key_Tab)
    assert hands.record(id_)["number"] == "F-1"
    assert hands.table.currentIndex().column() == 1
    hands.press(KEYS.Key_F2)
    hands.press(KEYS.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert hands.table.currentIndex().column() == 0


@pytest.mark.parametrize("typed", ["24-28/11", "24 nov +5j", "24 Nov +5d"])
def test_two_dates_in_one_cell_fill_the_first_and_the_last_day(hands: Hands, typed: str) -> None:
    id_ = hands.go(5, "starts_on")
    hands.type(typed)
    assert "5 days" in hands.said
    hands.press(KEYS.Key_Return)
    record = hands.record(id_)
    first, last = str(record["starts_on"]), str(record["ends_on"])
    assert (first[5:], last[5:]) == ("11-24", "11-28")


def _journey_written(hands: Hands) -> str:
    """Write both days of a mission into one cell; return the mission."""
    hands.list.set_compact(compact=False)
    hands.desk.settle()
    id_ = hands.go(4, "days")
    hands.type("3-7/2/2026")
    hands.press(KEYS.Key_Return)
    return id_


def test_the_journey_of_a_mission_is_written_in_one_cell(hands: Hands) -> None:
    id_ = _journey_written(hands)
    record = hands.record(id_)
    assert (record["starts_on"], record["ends_on"]) == ("2026-02-03", "2026-02-07")
    assert hands.shown(4, "days") == "3–7 Feb 2026 · 5 days"


def test_one_date_in_the_cell_of_a_journey_moves_its_first_day_alone(hands: Hands) -> None:
    id_ = _journey_written(hands)
    hands.go(4, "days")
    hands.type("4/2/2026")
    assert "4 days" in hands.said
    hands.press(KEYS.Key_Return)
    record = hands.record(id_)
    assert (record["starts_on"], record["ends_on"]) == ("2026-02-04", "2026-02-07")


def test_an_amount_in_thousands_says_what_enter_writes(hands: Hands) -> None:
    id_ = hands.go(3, "cost")
    hands.type("14k€")
    assert hands.said == "Enter writes 14,000\u202f€"
    hands.press(KEYS.Key_Return)
    assert hands.record(id_)["cost"] == "14000"


def test_what_cannot_be_read_is_said_beside_the_cell_and_stays(hands: Hands) -> None:
    id_ = hands.go(3, "ends_on")
    before, step = hands.record(id_)["ends_on"], hands.desk.store.undo_words()
    hands.type("31/02/2026")
    hands.press(KEYS.Key_Return)
    assert "does not exist" in hands.said
    box = hands.page.keys.cells.box
    assert box is not None
    assert box.editor.focusProxy().text() == "31/02/2026"  # type: ignore[union-attr]
    framed = box.editor.framed()
    assert framed.hasFocus()
    assert framed.grab().toImage().pixelColor(0, framed.height() // 2).name() == theme.now().error.lower()
    assert hands.record(id_)["ends_on"] == before
    hands.press(KEYS.Key_Escape)
    assert hands.desk.store.undo_words() == step


def test_what_must_be_filled_in_is_not_emptied(hands: Hands) -> None:
    id_ = hands.go(3, "starts_on")
    hands.press(KEYS.Key_F2)
    hands.press(KEYS.Key_Backspace)
    hands.press(KEYS.Key_Return)
    assert "must be filled in" in hands.said
    assert hands.record(id_)["starts_on"]


def test_a_warning_does_not_stop_the_saving(hands: Hands) -> None:
    id_ = hands.go(3, "ends_on")
    hands.type("1/1/2001")
    hands.press(KEYS.Key_Return)
    assert hands.record(id_)["ends_on"] == "2001-01-01"
    assert "before the departure" in hands.desk.window.notices.words.text()


def test_an_option_is_chosen_by_its_first_letters(hands: Hands) -> None:
    id_ = hands.go(3, "status")
    hands.type("canc")
    hands.press(KEYS.Key_Return)
    assert hands.record(id_)["status"] == "cancelled"
    assert hands.shown(3, "status") == "Cancelled"


def test_a_linked_record_is_found_by_typing_and_kept_by_its_id(hands: Hands) -> None:
    twins: list[str] = []

    def add(edit: Edit) -> None:
        people = [{"family_name": "Zzexample", "given_name": "Sam", "position": f"Fictitious {one}"} for one in "AB"]
        twins.extend(edit.add(PERSON, person) for person in people)

    hands.desk.program.workspace.edit(Words("Ajouter", "Add"), add)
    hands.desk.settle()
    id_ = hands.go(3, "person")
    hands.type("zzexample")
    hands.press(KEYS.Key_Down)  # the second of two homonyms
    hands.press(KEYS.Key_Return)
    assert hands.record(id_)["person"] in twins
    assert hands.shown(3, "person") == "Sam Zzexample"
    assert hands.page.keys.cells.box is None


def test_several_values_are_added_as_they_are_typed(hands: Hands) -> None:
    id_ = hands.go(3, "cities")
    before = hands.record(id_)["cities"]
    hands.type("Fictiville")
    hands.press(KEYS.Key_Return)
    cities = hands.record(id_)["cities"]
    assert isinstance(cities, tuple)
    assert set(cities) == {*(before if isinstance(before, tuple) else ()), "Fictiville"}


def test_a_cell_that_is_made_of_other_records_says_why_it_cannot_be_changed(desk: Desk) -> None:
    page = desk.show("instrument")
    hands = Hands(desk, page)
    hands.go(2, "partner")
    hands.press(KEYS.Key_F2)
    assert page.keys.cells.box is None
    word = page.keys.cells._word
    assert word is not None
    assert "Main partner" in word.note.words.text()


def test_a_composed_cell_changes_its_main_field_and_says_which(desk: Desk) -> None:
    hands = Hands(desk, desk.show("partner"))
    id_ = hands.go(2, "partner")
    hands.press(KEYS.Key_F2)
    assert hands.said == "Name"
    hands.type("Aaa fictitious university")
    hands.press(KEYS.Key_Return)
    assert hands.record(id_)["name"] == "Aaa fictitious university"
    assert hands.shown(2, "partner").startswith("Aaa fictitious university")  # it stays where it was


def test_clicking_elsewhere_saves(hands: Hands) -> None:
    id_ = hands.go(3, "number")
    hands.type("F-7")
    hands.list.filters.quick.setFocus()
    hands.desk.settle()
    assert hands.record(id_)["number"] == "F-7"


def test_a_change_elsewhere_leaves_what_is_being_typed(hands: Hands) -> None:
    hands.go(6, "number")
    hands.type("F-8")
    other = hands.list.model.row(0).id
    hands.desk.program.workspace.edit(Words("x", "x"), lambda edit: edit.set(MISSION, other, "number", "F-0"))
    hands.desk.settle()
    box = hands.page.keys.cells.box
    assert box is not None
    assert box.editor.focusProxy().text() == "F-8"  # type: ignore[union-attr]
    hands.press(KEYS.Key_Return)
    assert "F-8" in {hands.shown(row, "number") for row in range(10)}


def test_what_could_not_be_saved_comes_back_with_the_reason(hands: Hands) -> None:
    id_ = hands.go(6, "number")
    hands.type("F-9")
    hands.desk.program.workspace.edit(
        Words("Supprimer", "Delete"), lambda edit: edit.delete(MISSION, id_), by=hands.page
    )
    hands.press(KEYS.Key_Return)
    assert "deleted" in hands.said
    assert hands.desk.window.commands["undo"].text() == "Undo: Delete"


def test_every_column_of_every_list_can_be_changed_or_says_why() -> None:
    made_of_others = {"partner", "lead", "mirror", "deadline", "deadline_line", "deadline_on", "deadline_what", "instruments",
                      "organisation"}  # fmt: skip
    for spec in (specs.PARTNERS, specs.INSTRUMENTS, specs.MISSIONS, specs.PEOPLE):
        for name, column in spec.columns.items():
            assert target_of(spec.entity, column) is not None or name in made_of_others, (spec.entity.name, name)
