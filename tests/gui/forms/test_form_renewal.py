"""Renewing an instrument, beginning one from a partner, and putting an earlier value of a field back."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from desktop_app.domain.instrument import INSTRUMENT, INSTRUMENT_TYPE
from desktop_app.domain.instrument_parts import MILESTONE, PARTY, PERIOD
from desktop_app.domain.partner import PARTNER
from desktop_app.domain.words import Words
from desktop_app.gui.palette.wishes import wishes_of
from desktop_app.gui.record_form.field_history import FieldHistory
from desktop_app.gui.record_form.opening import open_renewal
from desktop_app.gui.record_form.window import FormWindow
from desktop_app.store.queries import Filter, Query
from desktop_app.store.succession import transform
from tests.gui.forms.conftest import Keyboard
from tests.gui.forms.desk import Desk, editor, table_of

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def verb(window: FormWindow, name: str) -> QAction:
    """Return a command that only this kind of record has."""
    found = window.findChild(QAction, name)
    assert found is not None
    return found


@pytest.fixture(autouse=True)
def _in_2026(monkeypatch: pytest.MonkeyPatch) -> None:
    """A day on which the instruments of the office still run."""
    monkeypatch.setattr("desktop_app.gui.record_form.instrument._today", lambda: date(2026, 11, 22))


def test_what_another_instrument_succeeds_is_not_renewed_and_says_why(desk: Desk) -> None:
    store, id_ = desk.workspace.store, desk.office.ids["water"]
    window = desk.open(INSTRUMENT, "water")
    assert verb(window, "renew").isEnabled()
    window.close()
    laboratory = next(one for one in store.records(Query(INSTRUMENT_TYPE)) if one["code"] == "IRL")
    with store.edit(Words("Transformer", "Transform")) as edit:
        transform(store, edit, id_, str(laboratory["id"]), date(2026, 11, 1))
    with store.edit(Words("Corriger", "Correct")) as edit:
        edit.set(INSTRUMENT, id_, "status", "ended")  # a successor is enough
    desk.settle()
    window = desk.open(INSTRUMENT, "water")
    assert not verb(window, "renew").isEnabled()
    assert "succeeds this one" in verb(window, "renew").toolTip()
    window.close()
    noted: list[str] = []
    desk.workspace.noted.connect(lambda notice: noted.append(notice.text))
    window = open_renewal(None, desk.workspace, id_)
    desk.settle()
    assert len(table_of(window, "number", PERIOD).rows) == 2
    assert noted
    title = str((store.get(INSTRUMENT, id_) or {})["acronym"])
    wishes = wishes_of(store, f"renew {title}", store.search(title), "en")
    assert id_ not in {wish.id for wish in wishes if wish.verb == "renew"}


def test_what_ended_long_ago_is_renewed_for_the_period_in_which_we_are(desk: Desk) -> None:
    given = {"type": desk.office.ids["IRP"], "title": "Old", "starts_on": "2012-01-01", "ends_on": "2016-12-31"}
    window = desk.open(INSTRUMENT, given=given)
    verb(window, "renew").trigger()
    period = table_of(window, "number", PERIOD).rows[-1].values()
    assert (period["starts_on"], period["ends_on"]) == ("2022-01-01", "2026-12-31")
    kinds = [row.values()["kind"] for row in table_of(window, "kind", MILESTONE).rows]
    assert not {"renewal_file", "renewal"} & set(kinds)  # nobody asks for what has begun


def test_renewing_proposes_the_next_period_and_lets_the_instrument_end_with_it(desk: Desk) -> None:
    window = desk.open(INSTRUMENT, "water")
    verb(window, "renew").trigger()
    periods = table_of(window, "number", PERIOD)
    new = periods.rows[-1].values()
    assert (new["number"], new["starts_on"], new["ends_on"]) == (3, "2027-01-01", "2031-12-31")
    assert (new["budget"], new["currency"]) == ("14000", "EUR")
    assert editor(window, "ends_on").value() == "2031-12-31"
    assert editor(window, "status").value() == "renewal_asked"
    steps = table_of(window, "kind", MILESTONE)
    listed = [(step["kind"], step["due_on"]) for row in steps.rows if not (step := row.values()).get("done_on")]
    assert listed == [("renewal_file", "2026-01-02"), ("renewal", "2026-12-31"), ("signed", "2027-01-01")]
    verb(window, "renew").trigger()  # once more proposes nothing twice
    assert len(periods.rows) == 3
    assert len(steps.rows) == len(listed)
    desk.save(window)
    focus, held = window.focusWidget(), periods.rows[-1].editors["number"]
    assert focus is held or held.isAncestorOf(focus)  # where it stood before
    store, id_ = desk.workspace.store, desk.office.ids["water"]
    assert len(store.records(Query(PERIOD, (Filter("instrument", "is", id_),)))) == 3
    desk.workspace.undo()
    desk.settle()
    assert len(store.records(Query(PERIOD, (Filter("instrument", "is", id_),)))) == 2
    assert (store.get(INSTRUMENT, id_) or {})["ends_on"] == "2026-12-31"


def test_a_renewal_that_was_saved_is_not_proposed_once_more(desk: Desk) -> None:
    next_year = date.today().year + 1  # noqa: DTZ011  (the user's day)
    ids = desk.office.ids
    given = {"type": ids["IRP"], "title": "Fictitious", "starts_on": "2020-01-01", "ends_on": f"{next_year}-12-31"}
    window = desk.open(INSTRUMENT, given=given)
    verb(window, "renew").trigger()
    desk.save(window)
    periods = table_of(window, "number", PERIOD)
    assert len(periods.rows) == 2
    verb(window, "renew").trigger()
    assert len(periods.rows) == 2
    periods.rows[-1].editors["signed_on"].set_value(f"{next_year}-06-01")
    verb(window, "renew").trigger()
    assert len(periods.rows) == 3


def test_an_instrument_without_periods_is_renewed_from_its_own_dates(desk: Desk) -> None:
    ids = desk.office.ids
    given = {"type": ids["IRP"], "title": "Fictitious", "starts_on": "2020-01-01", "ends_on": "2024-12-31"}
    window = desk.open(INSTRUMENT, given=given)
    verb(window, "renew").trigger()
    rows = [row.values() for row in table_of(window, "number", PERIOD).rows]
    assert [(row["starts_on"], row["ends_on"]) for row in rows] == [
        ("2020-01-01", "2024-12-31"),
        ("2025-01-01", "2029-12-31"),
    ]


def test_an_instrument_whose_end_nobody_wrote_is_renewed_from_the_end_that_its_type_gives(desk: Desk) -> None:
    ids = desk.office.ids
    window = desk.open(INSTRUMENT, given={"type": ids["IRP"], "title": "Fictitious", "starts_on": "2022"})
    verb(window, "renew").trigger()
    rows = [row.values() for row in table_of(window, "number", PERIOD).rows]
    assert [(row["starts_on"], row["ends_on"]) for row in rows] == [("2022", "2026"), ("2027-01-01", "2031-12-31")]
    assert editor(window, "ends_on").value() == "2031-12-31"


def test_passing_through_the_fields_changes_nothing(desk: Desk, keyboard: Keyboard) -> None:
    window = desk.open(INSTRUMENT, given={"type": desk.office.ids["IRP"], "title": "Fictitious", "starts_on": "2020"})
    desk.save(window)
    window.form.focus_first()
    for _ in range(12):
        keyboard.press(Qt.Key.Key_Tab)
    assert not window.form.dirty


def test_enter_presses_no_button_of_a_form(desk: Desk) -> None:
    window = desk.open(INSTRUMENT, "water")
    assert not [button for button in window.findChildren(QPushButton) if button.isDefault() or button.autoDefault()]


def test_an_instrument_is_begun_from_a_partner_with_the_partner_in_it(desk: Desk) -> None:
    window = desk.open(PARTNER, "vast")
    verb(window, "new_instrument").trigger()
    desk.settle()
    begun = next(
        one for one in QApplication.topLevelWidgets() if isinstance(one, FormWindow) and one.form.entity is INSTRUMENT
    )
    assert editor(begun, "countries").value() == (desk.office.ids["VN"],)
    assert [row.values()["partner"] for row in table_of(begun, "partner", PARTY).rows] == [desk.office.ids["vast"]]


def test_an_earlier_value_of_a_field_is_put_back_from_its_history(desk: Desk, keyboard: Keyboard) -> None:
    window = desk.open(PARTNER, "vast")
    city = editor(window, "city")
    before = city.value()
    city.setFocus()
    keyboard.press(Qt.Key.Key_A, CONTROL)
    keyboard.type("Fictiville")
    desk.save(window)
    editor(window, "city").setFocus()
    keyboard.press(Qt.Key.Key_H, CONTROL | SHIFT)
    desk.settle()
    shown = next(one for one in QApplication.topLevelWidgets() if isinstance(one, FieldHistory))
    assert [was.text for was in shown.values] == ["Fictiville", str(before)]
    assert shown.head.text() == "History of “City”"
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):  # a popup hands its keys to what has the focus in it
        QTest.keyClick(shown.table, key)
    assert city.value() == before
    assert window.form.dirty  # put back, and saved by whoever put it back


def test_the_label_says_by_which_key_the_history_opens(desk: Desk) -> None:
    window = desk.open(PARTNER, "vast")
    assert window.form.fields.cells["city"].label.toolTip() == "City: Ctrl+Shift+H shows its history"
