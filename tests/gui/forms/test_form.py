"""Forms are driven from the keyboard on a real base, and what they save is what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.mission import MISSION
from desktop_app.domain.partner import PARTNER
from desktop_app.domain.words import Words
from desktop_app.gui.editors.ahead import Ahead
from desktop_app.gui.record_form.opening import open_form
from tests.gui.forms.desk import Desk, editor, note

if TYPE_CHECKING:
    from tests.gui.forms.conftest import Keyboard

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def test_a_mission_is_recorded_with_the_keyboard_alone(desk: Desk, keyboard: Keyboard) -> None:
    window = desk.open(MISSION)
    keyboard.type("camil")
    keyboard.press(Qt.Key.Key_Tab)  # takes the traveller; the unit is proposed
    keyboard.type("24-28/11/2025")
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.type("Hanoi")
    for _field in ("cities", "partner", "instrument", "purpose"):
        keyboard.press(Qt.Key.Key_Tab)
    keyboard.type("viet")
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.press(Qt.Key.Key_S, CTRL)
    desk.settle()
    saved = desk.workspace.store.get(MISSION, str(window.form.id))
    assert saved is not None
    ids = desk.office.ids
    assert (saved["person"], saved["unit"]) == (ids["camille"], ids["get"])
    assert (saved["starts_on"], saved["ends_on"]) == ("2025-11-24", "2025-11-28")
    assert (saved["cities"], saved["countries"]) == (("Hanoi",), (ids["VN"],))
    assert saved["status"] == "done"  # as its days say
    assert not window.form.dirty
    words = Words("Ajouter mission (Camille Exemple)", "Add mission (Camille Exemple)")
    assert desk.workspace.store.undo_words() == words


def test_enter_moves_on_and_never_saves(desk: Desk, keyboard: Keyboard) -> None:
    window = desk.open(PARTNER)
    keyboard.type("Somewhere University")
    keyboard.press(Qt.Key.Key_Return)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert window.form.fields.cells["aliases"].isAncestorOf(focus)
    assert window.form.id is None


def test_one_changed_field_is_one_step_with_good_words(desk: Desk, keyboard: Keyboard) -> None:
    window = desk.open(PARTNER, "ctu")
    editor(window, "city").setFocus()
    keyboard.press(Qt.Key.Key_A, CTRL)
    keyboard.type("Cần Thơ")
    assert window.form.dirty
    keyboard.press(Qt.Key.Key_S, CTRL)
    desk.settle()
    store = desk.workspace.store
    assert desk.office.record(PARTNER, "ctu")["city"] == "Cần Thơ"
    assert store.undo_words() == Words("Ville de Can Tho University", "City of Can Tho University")
    assert store.history(desk.office.ids["ctu"])[0].field == "city"
    assert window.form.ui.state.text().startswith("All changes saved")


def test_the_words_of_a_step_name_two_fields_and_count_more(desk: Desk) -> None:
    window = desk.open(PARTNER, "ctu")
    editor(window, "city").set_value("Cần Thơ")
    editor(window, "acronym").set_value("CTU")
    assert window.form._what_to_save().words == Words(
        "Sigle et ville de Can Tho University", "Acronym and city of Can Tho University"
    )
    editor(window, "name_fr").set_value("Université de Can Tho")
    assert window.form._what_to_save().words.en == "Can Tho University: 3 changes"


def test_required_fields_block_saving_and_are_said_beside_the_field(desk: Desk, keyboard: Keyboard) -> None:
    window = desk.open(PARTNER)
    assert note(window, "name") == ""
    keyboard.press(Qt.Key.Key_Tab)
    editor(window, "city").setFocus()
    keyboard.type("Hanoi")
    keyboard.press(Qt.Key.Key_S, CTRL)
    desk.settle()
    assert window.form.id is None
    assert note(window, "name") == "“Name” must be filled in."
    assert note(window, "country") == "“Country” must be filled in."
    holder = editor(window, "name").focusProxy()
    assert holder is not None
    assert holder is QApplication.focusWidget()
    assert holder.accessibleDescription() == "“Name” must be filled in."
    assert holder.accessibleName() == "Name, required"
    keyboard.type("Somewhere University")
    editor(window, "country").setFocus()
    keyboard.type("thai")
    keyboard.press(Qt.Key.Key_Return)
    desk.save(window)
    assert note(window, "name") == ""


def test_warnings_are_shown_and_block_nothing(desk: Desk, keyboard: Keyboard) -> None:
    window = desk.open(MISSION, "workshop")
    editor(window, "ends_on").setFocus()
    keyboard.press(Qt.Key.Key_A, CTRL)
    keyboard.type("10/01/2025")
    keyboard.press(Qt.Key.Key_Tab)
    window.form.check()
    assert note(window, "ends_on") == "The return comes before the departure."
    desk.save(window)
    assert desk.office.record(MISSION, "workshop")["ends_on"] == "2025-01-10"


def test_a_text_that_cannot_be_read_is_said_and_nothing_is_lost(desk: Desk, keyboard: Keyboard) -> None:
    window = desk.open(MISSION, "workshop")
    editor(window, "cost").setFocus()
    keyboard.press(Qt.Key.Key_A, CTRL)
    keyboard.type("14k€")
    keyboard.press(Qt.Key.Key_S, CTRL)
    desk.settle()
    assert window.form.ui.notice.isVisible()
    assert desk.office.record(MISSION, "workshop")["cost"] == "1450"
    guess = window.form.fields.cells["cost"].note.guess
    assert guess.text() == "Write 14,000"
    guess.click()
    desk.save(window)
    assert desk.office.record(MISSION, "workshop")["cost"] == "14000"


def test_what_a_mission_cost_is_in_euros_unless_it_is_said_otherwise(desk: Desk, keyboard: Keyboard) -> None:
    ids = desk.office.ids
    window = desk.open(MISSION, given={"person": ids["camille"], "starts_on": "2025-03-15"})
    editor(window, "cost").setFocus()
    keyboard.type("1450")
    keyboard.press(Qt.Key.Key_Tab)
    assert editor(window, "currency").value() == "EUR"
    window.form.fields.put("currency", "USD")
    editor(window, "cost").setFocus()
    keyboard.press(Qt.Key.Key_A, CTRL)
    keyboard.type("1500")
    keyboard.press(Qt.Key.Key_Tab)
    assert editor(window, "currency").value() == "USD"
    desk.save(window)


def test_another_mission_on_the_same_days_is_said(desk: Desk) -> None:
    ids = desk.office.ids
    window = desk.open(MISSION, given={"person": ids["camille"], "starts_on": "2025-01-15", "ends_on": "2025-01-20"})
    window.form.check()
    assert note(window, "starts_on") == (
        "Camille Exemple already has a mission on these days: 12 Jan 2025 – 16 Jan 2025 (Hanoi)."
    )


def test_a_partner_of_the_same_name_is_said(desk: Desk) -> None:
    window = desk.open(PARTNER, given={"name": "can tho university"})
    window.form.check()
    assert note(window, "name") == "An entry has this name already: Can Tho University (Can Tho · Vietnam)."


def test_a_known_city_is_proposed_and_brings_its_country(desk: Desk, keyboard: Keyboard) -> None:
    window = desk.open(MISSION)
    editor(window, "cities").setFocus()
    keyboard.type("hano")
    keyboard.press(Qt.Key.Key_Tab)
    assert editor(window, "cities").value() == ("Hanoi",)
    assert editor(window, "countries").value() == (desk.office.ids["VN"],)
    editor(window, "cities").setFocus()
    keyboard.type("Can Tho Sud;")  # any other city is taken as it is written
    assert editor(window, "cities").value() == ("Can Tho Sud", "Hanoi")
    keyboard.type("Luang Prabang")
    keyboard.press(Qt.Key.Key_Tab)
    assert editor(window, "cities").value() == ("Can Tho Sud", "Hanoi", "Luang Prabang")


def test_a_country_that_was_taken_away_does_not_come_back_with_another_city(desk: Desk, keyboard: Keyboard) -> None:
    window = desk.open(MISSION, "workshop")
    editor(window, "countries").set_value((desk.office.ids["TH"],))
    editor(window, "cities").setFocus()
    keyboard.type("madri")
    keyboard.press(Qt.Key.Key_Tab)
    assert editor(window, "countries").value() == tuple(sorted((desk.office.ids["TH"], desk.office.ids["ES"])))


def test_a_form_says_that_it_opens_and_has_no_verbs_of_a_record_before_there_is_one(desk: Desk) -> None:
    window = open_form(None, desk.workspace, INSTRUMENT, desk.office.ids["water"])
    assert (window.form.ui.title.text(), window.form.ui.state.text()) == ("", "Opening…")
    desk.settle()
    assert window.form.ui.title.text() == "MEKONG-WATER"
    assert {button.isVisible() for _verb, _made, button in window._verbs.values()} == {True}
    new = desk.open(INSTRUMENT)
    assert {button.isVisible() for _verb, _made, button in new._verbs.values()} == {False}
    assert new.windowTitle() == "New: instrument"


def test_a_notice_goes_when_what_it_asked_for_is_mended(desk: Desk, keyboard: Keyboard) -> None:
    window = desk.open(INSTRUMENT, "water")
    editor(window, "type").setFocus()
    keyboard.type("xyz")
    keyboard.press(Qt.Key.Key_S, CTRL)
    assert window.form.ui.notice.isVisible()
    keyboard.press(Qt.Key.Key_Escape)
    desk.qtbot.waitUntil(lambda: not window.form.ui.notice.isVisible())


def test_tab_goes_on_to_the_next_field_after_it_has_taken_what_is_proposed(desk: Desk, keyboard: Keyboard) -> None:
    window = desk.open(MISSION)
    for name, text, following in (("countries", "viet", "contact"), ("cities", "hano", "partner")):
        editor(window, name).setFocus()
        keyboard.type(text)
        keyboard.press(Qt.Key.Key_Tab)
        assert editor(window, name).value()
        assert editor(window, following).isAncestorOf(_focus())
    keyboard.press(Qt.Key.Key_Backtab)
    assert editor(window, "cities").isAncestorOf(_focus())
    keyboard.press(Qt.Key.Key_Backtab)  # the token can be reached, and removed
    keyboard.press(Qt.Key.Key_Delete)
    assert editor(window, "cities").value() is None


def test_the_list_below_a_line_is_as_high_as_its_lines(desk: Desk, keyboard: Keyboard) -> None:
    with desk.workspace.store.edit(Words("Ville", "City")) as edit:
        edit.add(MISSION, {"person": desk.office.ids["camille"], "starts_on": "2026-02-02", "cities": ("Hano",)})
    window = desk.open(MISSION)
    editor(window, "cities").setFocus()
    keyboard.type("hano")
    shown = editor(window, "cities").findChild(Ahead)
    assert shown is not None
    assert shown.proposing
    rows = range(shown.list.model().rowCount())
    assert len(rows) == 3  # Hano, Hanoi with its country, and what is typed
    high = sum(shown.list.sizeHintForRow(row) for row in rows)
    assert 0 <= shown.list.height() - high <= 4


def _focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget
