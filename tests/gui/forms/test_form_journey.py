"""What the form of a mission thinks: the decree, the opinion and the visa in time, legs, private days, an estimate."""

from datetime import date, timedelta

from desktop_app.domain.ids import derived_id
from desktop_app.domain.leg import LEG
from desktop_app.domain.mission import MISSION
from desktop_app.domain.person import PERSON
from desktop_app.domain.values import Value
from desktop_app.domain.words import Words
from desktop_app.gui.record_form.journey import JourneyNotes
from desktop_app.gui.record_form.window import FormWindow
from desktop_app.gui.words import set_language
from tests.gui.forms.desk import Desk, editor, table_of

JP, BR, SG = (derived_id("country", code) for code in ("JP", "BR", "SG"))
SOON = date.today() + timedelta(days=90)  # noqa: DTZ011


def _day(days: int) -> str:
    return (SOON + timedelta(days=days)).isoformat()


def _notes(window: FormWindow, desk: Desk) -> JourneyNotes:
    desk.qtbot.wait(350)
    desk.settle()
    notes = window.findChild(JourneyNotes)
    assert notes is not None
    return notes


def _open(desk: Desk, **values: Value) -> FormWindow:
    given: dict[str, Value] = {"starts_on": _day(0), "ends_on": _day(5), "direction": "outgoing", **values}
    return desk.open(MISSION, given=given)


def test_a_journey_to_a_listed_country_says_by_when_to_ask(desk: Desk) -> None:
    window = _open(desk, countries=(BR,), visa="needed")
    notes = _notes(window, desk)
    assert "Brazil" in notes.lines["opinion"].words.text()
    assert "ESR-Mission" in notes.lines["opinion"].words.text()
    assert notes.lines["visa"].words.text().startswith("Visa: apply by")
    assert "By the decree: mission" in notes.lines["kind"].words.text()
    editor(window, "opinion_asked_on").set_value(_day(-60))
    window.form.fields.changed.emit()
    assert _notes(window, desk).lines["opinion"].words.text() == ""
    set_language("fr")
    assert "à demander avant le" in _notes(window, desk).lines["visa"].words.text()
    assert ".." not in _notes(window, desk).lines["visa"].words.text()
    set_language("en")


def test_the_estimate_says_its_rate_and_goes_into_its_field_when_one_says_so(desk: Desk) -> None:
    window = _open(desk, countries=(JP,), cities=("Tokyo",))
    notes = _notes(window, desk)
    words = notes.lines["estimate"].words.text()
    assert words.startswith("Estimated allowance, not what is due: 5 nights ×")
    assert "rate of 30 Oct 2013" in words
    assert editor(window, "allowance").value() is None
    notes.use.click()
    assert editor(window, "currency").value() == "EUR"
    taken = editor(window, "allowance").value()
    assert taken
    assert not notes.use.isVisible()
    editor(window, "lodged").set_value(5)
    window.form.fields.changed.emit()
    assert "65% × 5 lodged" in _notes(window, desk).lines["estimate"].words.text()
    assert notes.use.isVisible()


def test_private_days_are_no_nights_of_the_mission(desk: Desk) -> None:
    window = _open(desk, countries=(JP,), private_days=2)
    assert ": 3 nights" in _notes(window, desk).lines["estimate"].words.text()
    editor(window, "private_days").set_value(6)
    assert any("private days" in problem.words.en for problem in window.form.check())


def test_legs_follow_one_another_and_tell_the_mission_its_places(desk: Desk) -> None:
    window = _open(desk)
    legs = table_of(window, "country", LEG)
    first = legs.add_row({"country": JP, "city": "Tokyo"})
    first.editors["ends_on"].set_value(_day(2))
    second = legs.add_row({"country": SG})
    assert second.values()["starts_on"] == _day(2)
    assert second.values()["ends_on"] == _day(5)
    legs.settled.emit()
    assert editor(window, "countries").value() == tuple(sorted((JP, SG)))
    assert editor(window, "cities").value() == ("Tokyo",)
    words = _notes(window, desk).lines["estimate"].words.text()
    assert "2 nights" in words
    assert "3 nights" in words
    second.editors["ends_on"].set_value(_day(9))
    assert any("outside the days" in problem.words.en for problem in window.form.check())


def test_an_officer_in_the_zone_is_on_tournee_and_is_told_so(desk: Desk) -> None:
    store = desk.workspace.store
    with store.edit(Words("Essai", "Test")) as edit:
        who = edit.add(PERSON, {"family_name": "Fictive", "office": store.resolve("office", "SIN")})
    window = _open(desk, person=who, countries=(SG,), kind="mission")
    assert "By the decree: tour" in _notes(window, desk).lines["kind"].words.text()
    assert any("decree 2006-781" in problem.words.en for problem in window.form.check())
    editor(window, "kind").set_value("tournee")
    assert not any("decree" in problem.words.en for problem in window.form.check())


def test_nothing_is_said_of_a_mission_of_which_nothing_is_known(desk: Desk) -> None:
    window = desk.open(MISSION, given={})
    assert not _notes(window, desk).isVisible()
