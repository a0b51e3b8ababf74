"""What a return has changed can be taken back as one step, now or later; workbooks under a password go out and come back."""

from pathlib import Path

import pytest

from desktop_app.domain.plan import ACCEPT
from desktop_app.domain.words import Words
from desktop_app.excel.refusals import NeedsPassword, WrongPassword
from desktop_app.sync.apply import apply_plan
from desktop_app.sync.receive import receive
from tests.sync.conftest import INSTRUMENT, Office
from tests.sync.hands import FIRST_ROW, Hands, taken


def test_undoing_a_return_later_keeps_what_was_changed_since_and_says_so(office: Office, tmp_path: Path) -> None:
    before = [office.record(f"instrument {number}") for number in range(3)]
    hands = Hands(office.export(tmp_path).path)
    for number in range(3):
        hands.type(FIRST_ROW + number, "title", f"Titre de là-bas {number}")
    hands.type(FIRST_ROW + 24, "title", "Projet neuf")
    hands.type(FIRST_ROW + 24, "type", "IRP")
    step = apply_plan(office.store, taken(office, hands.send_back())).changes.batch
    with office.store.edit(Words("Un mois plus tard", "A month later")) as edit:
        edit.set(INSTRUMENT, office.ids["instrument 1"], "title", "Titre d’ici, depuis")
    preview = office.store.undoing(step)
    assert preview.staying
    changes = office.store.undo_step(step)
    assert changes.kept == 1
    titles = [office.record(f"instrument {number}")["title"] for number in range(3)]
    assert titles == [before[0]["title"], "Titre d’ici, depuis", before[2]["title"]]
    assert office.counts()["instrument"] == 24


def test_the_ledger_follows_when_a_return_is_taken_back_and_done_again(office: Office, tmp_path: Path) -> None:
    ledger, held = office.store.ledger, office.ids["instrument 0"]
    hands = Hands(office.export(tmp_path, recipient="Ambassade d’essai").path)
    hands.type(FIRST_ROW, "title", "Titre de là-bas")
    back = hands.send_back()
    apply_plan(office.store, taken(office, back))

    def seen() -> tuple[str, bool, bool]:
        (shipment,) = ledger.shipments()
        return shipment.state, shipment.returned is not None, held in ledger.held([held])

    assert seen() == ("returned", True, False)
    office.store.undo()
    assert seen() == ("out", False, True)
    office.store.redo()
    assert seen() == ("returned", True, False)
    office.store.undo()
    # It comes back once more: nothing of what was taken back counts against it, and the file is told again.
    again = taken(office, back)
    assert [item.decision for item in again.items if item.field == "title"] == [ACCEPT]
    assert any("a été annulée" in note.fr for note in again.notes)
    apply_plan(office.store, again)
    assert office.record("instrument 0")["title"] == "Titre de là-bas"
    assert seen() == ("returned", True, False)


def test_of_two_returns_of_a_workbook_one_is_taken_back_and_it_stays_returned(office: Office, tmp_path: Path) -> None:
    sent = office.export(tmp_path).path
    for number, title in enumerate(("Première copie", "Seconde copie")):
        hands = Hands(sent)
        hands.type(FIRST_ROW + number, "title", title)
        apply_plan(office.store, taken(office, hands.send_back()))
    office.store.undo()
    assert office.store.ledger.shipments()[0].state == "returned"
    office.store.undo()
    assert office.store.ledger.shipments()[0].state == "out"


def test_a_workbook_under_a_password_goes_out_and_comes_back(office: Office, tmp_path: Path) -> None:
    spoken, wrong = "Hanoï 2025", "autre"
    sent = office.export(tmp_path, "instrument", password=spoken)
    with pytest.raises(NeedsPassword):
        receive(office.store, sent.path)
    with pytest.raises(WrongPassword):
        receive(office.store, sent.path, password=wrong)
    plan = receive(office.store, sent.path, password=spoken)
    assert plan is not None
    assert (plan.items, plan.rows["identical"], plan.export) == ([], 24, "EX0001")
    shipment = office.store.ledger.shipment("EX0001")
    assert shipment
    assert office.store.ledger.kept_file(shipment.sha256) == sent.path.read_bytes()
