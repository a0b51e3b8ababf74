"""A workbook that comes back again, two copies of it from two persons, and what was decided once."""

from pathlib import Path

import pytest

from desktop_app.domain.plan import ACCEPT, OPEN, REFUSE
from desktop_app.domain.words import Words
from desktop_app.sync.apply import apply_plan
from desktop_app.sync.meanings import forget, known_meanings
from tests.sync.conftest import INSTRUMENT, Office
from tests.sync.hands import FIRST_ROW, Hands, only, taken


@pytest.fixture
def sent(office: Office, tmp_path: Path) -> Path:
    """The instruments of the office, sent."""
    return office.export(tmp_path).path


def _copy(sent: Path, name: str, **typed: object) -> Path:
    hands = Hands(sent)
    for code, value in typed.items():
        hands.type(FIRST_ROW, code, value)
    return hands.send_back(name)


def test_the_exact_bytes_that_were_sent_and_came_back_are_kept(office: Office, sent: Path) -> None:
    back = _copy(sent, "retour.xlsx", title="Changé là-bas")
    shipment = office.store.ledger.shipment("EX0001")
    assert shipment
    assert office.store.ledger.kept_file(shipment.sha256) == sent.read_bytes()
    digest = office.store.ledger.keep_file(back.read_bytes())
    plan = taken(office, back)
    apply_plan(office.store, plan)
    (one,) = office.store.ledger.returns("EX0001")
    assert (one.sha256, one.file_name, one.batch > 0) == (digest, "retour.xlsx", True)
    assert office.store.ledger.kept_file(one.sha256) == back.read_bytes()
    assert one.said["cells"]["theirs"] == 1


def test_records_are_marked_as_out_until_their_workbook_is_back(office: Office, sent: Path) -> None:
    ids = [office.ids["instrument 0"], office.ids["mission 0"]]
    assert {id_: mark[0] for id_, mark in office.store.ledger.held(ids).items()} == {ids[0]: "EX0001"}
    apply_plan(office.store, taken(office, _copy(sent, "retour.xlsx", title="Changé là-bas")))
    assert office.store.ledger.held(ids) == {}


def test_the_same_file_again_says_so_and_asks_nothing(office: Office, sent: Path) -> None:
    back = _copy(sent, "retour.xlsx", title="Changé là-bas", city="Đà Lạt")
    plan = taken(office, back)
    next(item for item in plan.items if item.field == "city").decision = REFUSE
    apply_plan(office.store, plan)
    again = taken(office, back)
    assert any("taken in already" in note.en for note in again.notes)
    (city,) = again.items
    assert (city.field, city.decision) == ("city", REFUSE)
    assert city.words
    assert "Refused already" in city.words.en


def test_a_second_copy_that_says_something_else_is_asked_and_says_whose_word_stands_against_it(
    office: Office, sent: Path
) -> None:
    apply_plan(office.store, taken(office, _copy(sent, "premier.xlsx", title="Titre A", city="Huế")))
    plan = taken(office, _copy(sent, "second.xlsx", title="Titre B", notes="Une note"))
    item = only(plan, "conflicts")
    assert (item.field, item.decision, item.ours, item.theirs) == ("title", OPEN, "Titre A", "Titre B")
    assert item.words
    assert "premier.xlsx" in item.words.en
    assert "Titre A" in item.words.en
    assert [(one.field, one.decision) for one in plan.items if one.kind == "theirs"] == [("notes", ACCEPT)]
    apply_plan(office.store, plan)
    assert office.record("instrument 0")["city"] == "Huế"  # as sent in the second copy: no way back


def test_a_value_refused_once_does_not_make_the_other_copy_win_unseen(office: Office, sent: Path) -> None:
    first = taken(office, _copy(sent, "premier.xlsx", title="Titre A"))
    first.items[0].decision = REFUSE
    apply_plan(office.store, first)
    item = only(taken(office, _copy(sent, "second.xlsx", title="Titre B")), "conflicts")
    assert (item.decision, item.base) == (OPEN, item.ours)


def test_a_second_copy_is_compared_with_what_was_sent_not_with_what_is_here_now(office: Office, sent: Path) -> None:
    apply_plan(office.store, taken(office, _copy(sent, "premier.xlsx", title="Titre A")))
    with office.store.edit(Words("Changer", "Change")) as edit:
        edit.set(INSTRUMENT, office.ids["instrument 1"], "title", "Changé ici")
    plan = taken(office, _copy(sent, "second.xlsx", city="Huế"))
    assert [(item.field, item.kind) for item in plan.items] == [("city", "theirs")]
    assert plan.cells["ours"] == 2


def test_what_a_text_means_is_said_once_for_all_later_files(office: Office, sent: Path) -> None:
    back = _copy(sent, "premier.xlsx", countries="Zubrowka (Rép. du)")
    plan = taken(office, back)
    item = only(plan, "unreadable")
    item.theirs, item.decision = office.record("instrument 1")["countries"], ACCEPT
    apply_plan(office.store, plan)
    later = office.export(sent.parent, "instrument")
    hands = Hands(later.path)
    for row in (7, 8):
        hands.type(row, "countries", "zubrowka (rép. du)")
    plan = taken(office, hands.send_back("plus tard.xlsx"))
    assert plan.cells["unreadable"] == 0
    forget(office.store, "instrument", "countries", "Zubrowka (Rép. du)")
    assert known_meanings(office.store) == {}
    assert taken(office, hands.send_back("encore.xlsx")).cells["unreadable"] == 2


def test_what_a_date_was_corrected_to_is_not_remembered(office: Office, sent: Path) -> None:
    plan = taken(office, _copy(sent, "premier.xlsx", ends_on="31/02/2027"))
    item = only(plan, "unreadable")
    item.theirs, item.decision = "2027-02-28", ACCEPT
    apply_plan(office.store, plan)
    assert known_meanings(office.store) == {}
