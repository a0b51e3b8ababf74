"""Going on to another record, leaving, undoing: nothing that was typed is lost."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.instrument_parts import PERIOD
from desktop_app.domain.mission import MISSION
from desktop_app.domain.partner import PARTNER
from desktop_app.domain.words import Words
from desktop_app.gui.editors.link import LinkEditor
from desktop_app.gui.record_form.opening import close_forms, open_form
from desktop_app.store.queries import Filter, Query
from tests.gui.forms.desk import Desk, editor, shown_in, table_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.gui.forms.conftest import Keyboard

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def test_alt_down_goes_to_the_next_record_of_the_list(desk: Desk, keyboard: Keyboard, qtbot: QtBot) -> None:
    store = desk.workspace.store
    numbers = store.ids(Query(PARTNER, sort=(("name", False),)))
    window = desk.open(PARTNER, "ctu", numbers=lambda: numbers)
    assert window.form.ui.place.text() == "1 of 5"
    editor(window, "acronym").setFocus()
    keyboard.press(Qt.Key.Key_Down, ALT)
    desk.settle()
    assert window.form.ui.title.text() == "Institute of Mathematical Sciences"
    assert window.form.ui.place.text() == "2 of 5"
    editor(window, "country").setFocus()
    keyboard.press(Qt.Key.Key_Down, ALT)  # here it opens the list of countries
    desk.settle()
    assert window.form.ui.place.text() == "2 of 5"
    assert isinstance(country := editor(window, "country"), LinkEditor)
    assert country.line.proposing
    keyboard.press(Qt.Key.Key_Escape)
    with qtbot.waitActive(window):
        window.activateWindow()
    keyboard.press(Qt.Key.Key_Up, ALT)
    desk.settle()
    assert window.form.ui.place.text() == "1 of 5"


@pytest.mark.parametrize(
    ("answer", "city", "still_open"),
    [("Save", "Cần Thơ", False), ("Don’t save", "Can Tho", False), ("Cancel", "Can Tho", True)],
)
def test_what_is_not_saved_is_asked_about(
    desk: Desk, keyboard: Keyboard, answer: str, city: str, still_open: bool
) -> None:
    window = desk.open(PARTNER, "ctu")
    editor(window, "city").setFocus()
    keyboard.press(Qt.Key.Key_A, CTRL)
    keyboard.type("Cần Thơ")
    keyboard.press(Qt.Key.Key_Escape)
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert box.text() == "Save the changes to Can Tho University?"
    next(one for one in box.buttons() if one.text().replace("&", "") == answer).click()
    desk.settle()
    assert desk.office.record(PARTNER, "ctu")["city"] == city
    assert desk.is_open(window) == still_open


def test_escape_takes_back_a_name_that_is_not_known_with_its_error(desk: Desk, keyboard: Keyboard) -> None:
    window = desk.open(INSTRUMENT, "water")
    countries = window.form.fields.cells["countries"]
    countries.editor.setFocus()
    keyboard.type("zzz")
    keyboard.press(Qt.Key.Key_S, CTRL)
    assert countries.note.isVisible()
    assert window.form.ui.notice.isVisible()
    keyboard.press(Qt.Key.Key_Escape)
    assert not countries.note.isVisible()
    assert not window.form.ui.notice.isVisible()
    editor(window, "title").setFocus()
    keyboard.press(Qt.Key.Key_End)
    keyboard.type(" again")
    keyboard.press(Qt.Key.Key_S, CTRL)
    desk.settle()
    assert str(desk.office.record(INSTRUMENT, "water")["title"]).endswith(" again")


def test_a_form_without_changes_closes_without_a_question(desk: Desk, keyboard: Keyboard) -> None:
    window = desk.open(PARTNER, "ctu")
    keyboard.press(Qt.Key.Key_Escape)
    assert not desk.is_open(window)
    assert close_forms()


def test_forms_that_wait_to_be_saved_hold_the_program_open(desk: Desk) -> None:
    window = desk.open(PARTNER, "ctu")
    editor(window, "city").set_value("Cần Thơ")
    assert not close_forms()
    assert window.isVisible()
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    box.reject()


def test_the_main_window_stays_while_a_form_waits_to_be_saved(desk: Desk, show: Callable[[QWidget], QWidget]) -> None:
    main = show(QWidget())
    window = open_form(main, desk.workspace, PARTNER, desk.office.ids["ctu"])
    desk.settle()
    editor(window, "city").set_value("Cần Thơ")
    assert not main.close()
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    next(one for one in box.buttons() if one.text() == "Don’t save").click()
    desk.settle()
    assert main.close()


def test_save_and_new_begins_another_and_duplicate_leaves_dates_out(desk: Desk, keyboard: Keyboard) -> None:
    window = desk.open(MISSION, "workshop")
    keyboard.press(Qt.Key.Key_D, CTRL)
    assert window.form.id is None
    assert editor(window, "person").value() == desk.office.ids["camille"]
    assert editor(window, "starts_on").value() is None
    assert editor(window, "status").value() is None  # the mission that was copied is done, this one is not
    assert window.form.ui.state.text() == "Not saved yet"
    keyboard.type("2 feb 2026 +3d")  # what is missing has the keyboard
    keyboard.press(Qt.Key.Key_S, CTRL | SHIFT)
    desk.settle()
    assert window.form.id is None
    assert editor(window, "person").value() is None
    found = desk.workspace.store.records(Query(MISSION, (Filter("starts_on", "is", "2026-02-02"),)))
    assert [one["ends_on"] for one in found] == ["2026-02-04"]


def test_what_others_change_shows_and_what_waits_here_stays(desk: Desk) -> None:
    window = desk.open(PARTNER, "ctu")
    editor(window, "acronym").set_value("CTU")

    def change(edit: object) -> None:
        edit.update(PARTNER, desk.office.ids["ctu"], {"city": "Cần Thơ", "acronym": "OTHER"})  # type: ignore[attr-defined]

    desk.workspace.edit(Words("Ailleurs", "Elsewhere"), change)
    desk.settle()
    assert editor(window, "city").value() == "Cần Thơ"
    assert editor(window, "acronym").value() == "CTU"
    desk.save(window)
    saved = desk.office.record(PARTNER, "ctu")
    assert (saved["city"], saved["acronym"]) == ("Cần Thơ", "CTU")


def test_a_record_deleted_elsewhere_closes_its_form(desk: Desk) -> None:
    window = desk.open(PARTNER, "mahidol")
    desk.workspace.edit(Words("Ailleurs", "Elsewhere"), lambda edit: edit.delete(PARTNER, desk.office.ids["mahidol"]))
    desk.settle()
    assert not desk.is_open(window)


def test_delete_closes_the_form_and_offers_to_undo(desk: Desk, qtbot: QtBot) -> None:
    window = desk.open(PARTNER, "mahidol")
    with qtbot.waitSignal(desk.workspace.noted) as noted:
        window.delete()
    assert noted.args is not None
    assert (noted.args[0].text, noted.args[0].undo) == ("Mahidol University deleted", True)
    desk.settle()
    assert desk.workspace.store.get(PARTNER, desk.office.ids["mahidol"]) is None
    assert desk.workspace.store.undo_words() == Words("Supprimer Mahidol University", "Delete Mahidol University")


def test_the_history_tab_says_who_changed_what(desk: Desk) -> None:
    window = desk.open(INSTRUMENT, "water")
    second = table_of(window, "number", PERIOD).rows[1]
    second.editors["budget"].set_value("15000")
    second.editors["budget"].changed.emit()
    desk.save(window)
    window.form.tabs.choose(-1)
    desk.settle()
    line = window.form.history.lines[0]
    assert line.who == "You"
    assert line.what.startswith("Period 2 ")
    assert line.what.endswith("Yearly budget")
    assert (line.before, line.after) == ("14,000", "15,000")
    assert any(one.what == "Entry added" for one in window.form.history.lines)


def test_ctrl_z_undoes_in_the_text_first_and_the_last_save_where_nothing_is_written(
    desk: Desk, keyboard: Keyboard
) -> None:
    window = desk.open(PARTNER, "ctu")
    editor(window, "city").setFocus()
    keyboard.press(Qt.Key.Key_End)
    keyboard.type("x")
    keyboard.press(Qt.Key.Key_Z, CTRL)
    assert shown_in(editor(window, "city")) == "Can Tho"
    editor(window, "kind").setFocus()
    keyboard.type("hosp")
    keyboard.press(Qt.Key.Key_S, CTRL)
    desk.settle()
    assert desk.office.record(PARTNER, "ctu")["kind"] == "hospital"
    editor(window, "kind").setFocus()
    keyboard.press(Qt.Key.Key_Z, CTRL)
    desk.settle()
    assert desk.office.record(PARTNER, "ctu")["kind"] == "university"
    assert editor(window, "kind").value() == "university"


def test_undoing_the_addition_of_a_record_closes_its_form(desk: Desk) -> None:
    window = desk.open(PARTNER, given={"name": "Somewhere", "country": desk.office.ids["TH"]})
    desk.save(window)
    desk.workspace.undo()
    desk.settle()
    assert not desk.is_open(window)


def test_a_failed_save_says_why_and_loses_nothing(desk: Desk, qtbot: QtBot) -> None:
    window = desk.open(PARTNER, "ctu")
    editor(window, "city").set_value("Cần Thơ")
    with desk.workspace.store.edit(Words("Supprimer", "Delete")) as edit:
        edit.delete(PARTNER, desk.office.ids["ctu"])
    writer = desk.workspace.store._writer
    desk.workspace.store._writer = None  # as on a base that has become read-only
    window.save()
    qtbot.waitUntil(window.form.ui.notice.isVisible)
    desk.workspace.store._writer = writer
    assert "read-only" in window.form.ui.noticeWords.text()
    assert editor(window, "city").value() == "Cần Thơ"
    assert window.form.dirty


def test_a_closed_form_leaves_nothing_in_memory(desk: Desk) -> None:
    window = desk.open(INSTRUMENT, "water")
    left = weakref.ref(window.form)
    window.close()
    del window
    desk.settle()
    gc.collect()
    assert left() is None
