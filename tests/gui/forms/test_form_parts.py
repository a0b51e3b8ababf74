"""What an instrument or a partner is made of is edited inside it, and what it is linked to is listed and opened."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QWidget

from desktop_app.domain.deadlines import KINDS, Deadline
from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.instrument_parts import LINK, MILESTONE, PARTY, PERIOD
from desktop_app.domain.mission import MISSION
from desktop_app.domain.partner import ACCESS, PARTNER
from desktop_app.domain.person import PERSON
from desktop_app.domain.words import Words
from desktop_app.gui.dashboard import doing
from desktop_app.gui.editors.link import LinkEditor
from desktop_app.gui.record_form.window import FormWindow
from desktop_app.store.queries import Filter, Query
from tests.gui.forms.desk import Desk, editor, table_of

if TYPE_CHECKING:
    from desktop_app.gui.record_form.parts import PartTable
    from tests.gui.forms.conftest import Keyboard

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def test_the_end_of_an_instrument_is_proposed_from_its_type(desk: Desk, keyboard: Keyboard) -> None:
    window = desk.open(INSTRUMENT)
    keyboard.type("irp")
    keyboard.press(Qt.Key.Key_Tab)
    editor(window, "starts_on").setFocus()
    keyboard.type("01/01/2026")
    keyboard.press(Qt.Key.Key_Tab)
    assert editor(window, "ends_on").value() == "2030-12-31"
    editor(window, "starts_on").setFocus()
    keyboard.press(Qt.Key.Key_A, CTRL)
    keyboard.type("2027")
    keyboard.press(Qt.Key.Key_Tab)
    assert editor(window, "ends_on").value() == "2031"
    editor(window, "ends_on").set_value("2030-06-30")
    editor(window, "starts_on").setFocus()
    keyboard.press(Qt.Key.Key_A, CTRL)
    keyboard.type("2028")
    keyboard.press(Qt.Key.Key_Tab)
    assert editor(window, "ends_on").value() == "2030-06-30"


def test_a_new_period_follows_the_last_one(desk: Desk, keyboard: Keyboard) -> None:
    window = desk.open(INSTRUMENT, "water")
    periods = table_of(window, "number", PERIOD)
    assert periods._add_button is not None
    periods._add_button.setFocus()
    keyboard.press(Qt.Key.Key_Space)
    desk.save(window)
    found = desk.workspace.store.records(
        Query(PERIOD, (Filter("instrument", "is", desk.office.ids["water"]),), sort=(("number", False),))
    )
    last = {name: found[-1][name] for name in ("number", "starts_on", "ends_on", "budget", "currency")}
    assert last == {
        "number": 3,
        "starts_on": "2027-01-01",
        "ends_on": "2031-12-31",
        "budget": "14000",
        "currency": "EUR",
    }
    assert desk.workspace.store.undo_words() == Words("Périodes de MEKONG-WATER", "Periods of MEKONG-WATER")


def test_what_is_due_opens_where_one_says_that_it_is_done(desk: Desk) -> None:
    water = desk.office.ids["water"]
    with desk.workspace.store.edit(Words("Ajouter des étapes", "Add steps")) as edit:
        edit.add(MILESTONE, {"instrument": water, "kind": "decision", "due_on": "2026-09-08"})
        step = edit.add(MILESTONE, {"instrument": water, "kind": "final_report", "due_on": "2027-04-01"})
    day = date(2027, 4, 1)
    due = Deadline("report", KINDS["report"], day, day, "instrument", water, of="milestone", part=step)
    holder = QWidget()
    desk.qtbot.addWidget(holder)
    doing.open_(holder, desk.workspace, due)
    desk.settle()
    (window,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, FormWindow) and desk.is_open(one)]
    row = next(shown for shown in table_of(window, "kind", MILESTONE).rows if shown.id == step)
    assert row.editors["done_on"].isAncestorOf(window.focusWidget())
    desk.qtbot.waitUntil(lambda: not row.editors["done_on"].visibleRegion().isEmpty(), timeout=2_000)


def test_a_click_on_save_leaves_the_keys_and_the_place_with_the_field(desk: Desk, keyboard: Keyboard) -> None:
    window = desk.open(INSTRUMENT, "water")
    periods = table_of(window, "number", PERIOD)
    budget = periods.rows[-1].editors["budget"]
    budget.setFocus()
    keyboard.press(Qt.Key.Key_A, CTRL)
    keyboard.type("15000")
    button = next(one for one in window.findChildren(QPushButton) if one.text() == "Save")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.settle()
    assert not window.form.dirty
    assert budget.isAncestorOf(window.focusWidget())


def test_a_partner_is_added_by_typing_and_one_is_removed_in_one_step(desk: Desk, keyboard: Keyboard) -> None:
    window = desk.open(INSTRUMENT, "water")
    partners = table_of(window, "partner", PARTY)
    assert isinstance(partners._adder, LinkEditor)
    partners._adder.setFocus()
    keyboard.type("mahidol")
    keyboard.press(Qt.Key.Key_Return)
    assert [part.values()["role"] for part in partners.rows] == ["lead_foreign", "associate", "partner"]
    partners.remove_row(partners.rows[1])
    desk.save(window)
    ids = desk.office.ids
    parties = desk.workspace.store.records(Query(PARTY, (Filter("instrument", "is", ids["water"]),)))
    assert {party["partner"] for party in parties if party["partner"]} == {ids["vast"], ids["mahidol"]}
    assert desk.workspace.store.undo() is not None
    parties = desk.workspace.store.records(Query(PARTY, (Filter("instrument", "is", ids["water"]),)))
    assert {party["partner"] for party in parties if party["partner"]} == {ids["vast"], ids["ctu"]}


def test_a_role_that_changes_makes_another_party_and_keeps_the_rest(desk: Desk) -> None:
    window = desk.open(INSTRUMENT, "water")
    partners = table_of(window, "partner", PARTY)
    role = partners.rows[1].editors["role"]
    role.set_value("partner")
    role.changed.emit()
    desk.save(window)
    desk.save(window)
    ids = desk.office.ids
    parties = desk.workspace.store.records(Query(PARTY, (Filter("partner", "is", ids["ctu"]),)))
    assert [(party["role"], party["since_on"]) for party in parties] == [("partner", "2018")]
    assert not window.form.dirty


def test_what_was_saved_can_be_changed_again_without_reopening(desk: Desk) -> None:
    window = desk.open(INSTRUMENT, "water")
    links = table_of(window, "other", LINK)
    links.add_row({"other": desk.office.ids["older"], "kind": "related"})
    desk.save(window)
    added = next(part for part in links.rows if part.values()["kind"] == "related")
    assert added.id is not None
    added.editors["since_on"].set_value("2020")
    added.editors["since_on"].changed.emit()
    desk.save(window)
    record = desk.workspace.store.get(LINK, str(added.id))
    assert record is not None
    assert record["since_on"] == "2020"


def test_a_part_with_something_missing_blocks_and_says_so(desk: Desk) -> None:
    window = desk.open(INSTRUMENT, "water")
    table_of(window, "other", LINK).add_row({"other": desk.office.ids["older"]})
    window.save()
    desk.settle()
    assert window.form.ui.notice.isVisible()
    assert "Link" in window.form.ui.noticeWords.text()
    assert window.form.tabs.current == 1


def test_what_makes_no_sense_for_a_type_is_hidden_unless_it_is_filled(desk: Desk) -> None:
    window = desk.open(INSTRUMENT, "water")
    assert window.form.fields.cells["former_codes"].isHidden()
    roles = _roles(table_of(window, "unit", PARTY))
    assert "Mirror unit" not in roles
    window.form.fields.put("type", desk.office.ids["IRL"])
    window.form.fields.settled.emit("type")
    assert not window.form.fields.cells["former_codes"].isHidden()
    assert "Mirror unit" in _roles(table_of(window, "unit", PARTY))


def _roles(table: PartTable) -> list[str]:
    combo = table.rows[0].editors["role"].focusProxy()
    assert isinstance(combo, QComboBox)
    return [combo.itemText(number) for number in range(combo.count())]


def test_access_of_a_partner_is_edited_inside_it(desk: Desk) -> None:
    window = desk.open(PARTNER, "vast")
    accesses = table_of(window, "infrastructure", ACCESS)
    assert accesses.rows[0].values()["infrastructure"] == "Synchrotron SOLEIL"
    accesses.add_row({"infrastructure": "Institut Laue-Langevin", "since_on": "2024"})
    desk.save(window)
    found = desk.workspace.store.records(Query(ACCESS, (Filter("partner", "is", desk.office.ids["vast"]),)))
    assert sorted(str(one["infrastructure"]) for one in found) == ["Institut Laue-Langevin", "Synchrotron SOLEIL"]


def test_related_records_are_listed_counted_and_opened(desk: Desk) -> None:
    window = desk.open(PARTNER, "vast", tab="instrument")
    related = {one.related.entity.name: one for one in window.form.builder.related_lists}
    texts = [window.form.tabs._group.button(number).text() for number in range(4)]
    assert texts == ["Overview", "Contacts 1", "Instruments 1", "Missions 1"]
    assert window.form.tabs.current == 2
    table = related["instrument"].table
    table.setFocus()
    table.opened.emit(0)
    desk.settle()
    opened = [one for one in QApplication.topLevelWidgets() if isinstance(one, FormWindow) and one is not window]
    assert [one.form.id for one in opened] == [desk.office.ids["water"]]


def test_a_record_has_one_window_only(desk: Desk) -> None:
    assert desk.open(PARTNER, "vast") is desk.open(PARTNER, "vast")


def test_an_instrument_begun_from_a_partner_knows_it(desk: Desk) -> None:
    window = desk.open(PARTNER, "vast")
    related = next(one for one in window.form.builder.related_lists if one.related.entity is INSTRUMENT)
    related.add.click()
    desk.settle()
    new = next(
        one for one in QApplication.topLevelWidgets() if isinstance(one, FormWindow) and one.form.entity is INSTRUMENT
    )
    assert not new.form.dirty
    editor(new, "type").set_value(desk.office.ids["IEA"])
    editor(new, "title").set_value("A new study")
    id_ = desk.save(new)
    parties = desk.workspace.store.records(Query(PARTY, (Filter("instrument", "is", id_),)))
    assert [(party["role"], party["partner"]) for party in parties] == [("lead_foreign", desk.office.ids["vast"])]


def test_a_missing_contact_is_created_without_leaving_the_mission(desk: Desk, keyboard: Keyboard) -> None:
    window = desk.open(MISSION, "field_work")
    editor(window, "contact").setFocus()
    keyboard.type("Anh Exemple")
    link = editor(window, "contact")
    assert isinstance(link, LinkEditor)
    last = link.line.list.model().rowCount() - 1
    link.line.list.setCurrentIndex(link.line.list.model().index(last, 0))
    keyboard.press(Qt.Key.Key_Return)
    desk.settle()
    new = next(
        one for one in QApplication.topLevelWidgets() if isinstance(one, FormWindow) and one.form.entity is PERSON
    )
    assert (editor(new, "given_name").value(), editor(new, "family_name").value()) == ("Anh", "Exemple")
    desk.save(new)
    assert link.value() is not None
    desk.save(window)
    assert desk.office.record(MISSION, "field_work")["contact"] == link.value()
