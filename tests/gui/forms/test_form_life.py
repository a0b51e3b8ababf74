"""The life of an instrument in its form: its steps in order, the next one proposed, the status that follows, what it becomes."""

from datetime import date

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.instrument_parts import MILESTONE, PERIOD
from desktop_app.gui.detail.life_line import LifeLine
from desktop_app.gui.record_form.opening import open_renewal
from desktop_app.gui.record_form.window import FormWindow
from tests.gui.forms.desk import Desk, editor, table_of


def _verb(window: FormWindow, name: str) -> QAction:
    found = window.findChild(QAction, name)
    assert found is not None
    return found


def test_the_next_step_is_proposed_with_its_day(desk: Desk) -> None:
    given = {"type": desk.office.ids["IRP"], "title": "Fictif", "starts_on": "2024-01-01", "ends_on": "2028-12-31"}
    window = desk.open(INSTRUMENT, given=given)
    steps = table_of(window, "kind", MILESTONE)
    kinds = []
    for _ in range(4):
        added = steps.add_row().values()
        kinds.append((added["kind"], added["due_on"]))
    assert kinds == [("signed", "2024-01-01"), ("mid_term", "2026-07-02"), ("renewal_file", "2028-04-30"),
                     ("final_report", "2029-03-31")]  # fmt: skip
    line = window.findChild(LifeLine)
    assert line is not None
    assert "Mid-term review" in line.accessibleDescription()


def test_a_step_that_is_done_proposes_its_status(desk: Desk) -> None:
    given = {"type": desk.office.ids["IRP"], "title": "Fictif", "status": "in_signature"}
    window = desk.open(INSTRUMENT, given=given)
    steps = table_of(window, "kind", MILESTONE)
    row = steps.add_row({"kind": "signed"})
    assert editor(window, "status").value() == "in_signature"
    row.editors["done_on"].set_value("2026-01-10")
    row.editors["done_on"].settled.emit()
    assert editor(window, "status").value() == "signed"
    editor(window, "status").set_value("in_signature")
    row.editors["done_on"].settled.emit()  # what the user chose stays
    assert editor(window, "status").value() == "in_signature"


def test_the_dates_of_a_new_instrument_propose_its_status(desk: Desk) -> None:
    window = desk.open(INSTRUMENT, given={"type": desk.office.ids["IRP"], "title": "Fictif"})
    for start, status in (("2015-01-01", "ended"), (f"{date.today().year - 1}-01-01", "active")):  # noqa: DTZ011
        editor(window, "starts_on").set_value(start)
        editor(window, "starts_on").settled.emit()
        assert editor(window, "status").value() == status
    editor(window, "status").set_value("suspended")
    editor(window, "ends_on").set_value("2020")
    editor(window, "ends_on").settled.emit()
    assert editor(window, "status").value() == "suspended"  # what the user chose stays


def test_the_periods_of_a_new_instrument_propose_its_status(desk: Desk) -> None:
    window = desk.open(INSTRUMENT, given={"title": "Fictif"})
    row = table_of(window, "number", PERIOD).add_row({"starts_on": "2012", "ends_on": "2015"})
    row.editors["ends_on"].settled.emit()
    assert editor(window, "status").value() == "ended"


def test_a_period_too_many_is_warned_of_while_it_is_typed(desk: Desk) -> None:
    given = {"type": desk.office.ids["LIA"], "title": "Fictif", "status": "active"}
    window = desk.open(INSTRUMENT, given=given)
    periods = table_of(window, "number", PERIOD)
    for _ in range(3):
        periods.add_row({"number": 1})
    assert any("here 3 periods" in problem.words.en for problem in window.form.check())


def test_an_instrument_becomes_another_by_one_command(desk: Desk) -> None:
    window = desk.open(INSTRUMENT, "water")
    _verb(window, "transform").trigger()
    desk.settle()
    menu = window.findChild(QMenu, "becomes")
    assert menu is not None
    first = menu.actions()[0]
    assert first.text().startswith("Becomes IRL")
    first.trigger()
    desk.settle()
    store, id_ = desk.workspace.store, desk.office.ids["water"]
    assert (store.get(INSTRUMENT, id_) or {})["status"] == "transformed"


def test_a_renewal_begins_in_a_form_that_is_open_already(desk: Desk) -> None:
    window = desk.open(INSTRUMENT, "water")
    again = open_renewal(None, desk.workspace, desk.office.ids["water"])
    assert again is window
    assert table_of(window, "number", PERIOD).rows[-1].values()["starts_on"] == "2027-01-01"
