"""What somebody asks in the last column of a row that is new: never passed over in silence, never against the request."""

from pathlib import Path

import pytest

from desktop_app.domain.plan import ACCEPT, OPEN
from desktop_app.excel.layout import ACTION_REMOVE
from desktop_app.sync.apply import apply_plan
from tests.sync.conftest import Office
from tests.sync.hands import Hands, only, taken


@pytest.fixture
def hands(office: Office, tmp_path: Path) -> Hands:
    """The instruments of the office, sent, with one new row in them."""
    found = Hands(office.export(tmp_path).path)
    found.type(28, "type", "IRP")
    found.type(28, "title", "Projet neuf")
    found.type(28, "countries", "Viêt Nam")
    return found


def test_an_action_of_a_new_row_that_is_not_understood_is_listed_beside_it(office: Office, hands: Hands) -> None:
    hands.type(28, "action", "à vérifier avec Hanoï")
    plan = taken(office, hands.send_back())
    new, note = only(plan, "new"), only(plan, "doubtful")
    assert new.decision == ACCEPT
    assert (note.id, note.text, note.decision) == (new.id, "à vérifier avec Hanoï", OPEN)
    assert note.words is not None
    assert "pas été comprise" in note.words.fr


@pytest.mark.parametrize("action", [ACTION_REMOVE, "doublon de DELTA-02"])
def test_a_new_row_that_is_not_wanted_waits_for_a_person(office: Office, hands: Hands, action: str) -> None:
    hands.type(28, "action", action)
    plan = taken(office, hands.send_back())
    (item,) = plan.items
    assert (item.kind, item.text, item.decision, item.words is not None) == ("new", action, OPEN, True)
    counts = office.counts()
    apply_plan(office.store, plan)
    assert office.counts() == counts


def test_a_new_row_that_asks_nothing_is_taken_in(office: Office, hands: Hands) -> None:
    hands.type(28, "action", "ok")
    (item,) = taken(office, hands.send_back()).items
    assert (item.kind, item.decision) == ("new", ACCEPT)


def test_an_action_in_an_empty_row_is_listed_and_makes_no_record(office: Office, hands: Hands) -> None:
    hands.type(29, "action", "voir avec Paris")
    note = only(taken(office, hands.send_back()), "doubtful")
    assert (note.text, note.theirs) == ("voir avec Paris", None)


def test_removal_of_a_row_that_came_in_before_is_asked(office: Office, hands: Hands) -> None:
    apply_plan(office.store, taken(office, hands.send_back()))
    hands.type(28, "action", ACTION_REMOVE)
    (item,) = taken(office, hands.send_back("encore.xlsx")).items
    assert (item.kind, item.decision) == ("removed", OPEN)
