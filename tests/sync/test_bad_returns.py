"""Returned files that are not what they seem: said clearly, nothing guessed, nothing lost."""

import json
from pathlib import Path

import pytest

from desktop_app.domain import ENTITIES
from desktop_app.domain.plan import ACCEPT, OPEN
from desktop_app.domain.refused import Refused
from desktop_app.domain.words import Words
from desktop_app.excel.read import read_book
from desktop_app.excel.recognise import find_tables
from desktop_app.store.base import Store
from desktop_app.sync.apply import apply_plan
from desktop_app.sync.bases import bases_of
from desktop_app.sync.export import Request, export_workbook
from desktop_app.sync.receive import receive
from tests.sync.conftest import INSTRUMENT, PARTNER, Office
from tests.sync.hands import FIRST_ROW, LAST_ROW, Hands, only, taken


@pytest.fixture
def hands(office: Office, tmp_path: Path) -> Hands:
    """The instruments of the office, sent and open for typing."""
    return Hands(office.export(tmp_path).path)


def _header(hands: Hands, **changed: object) -> None:
    cell = hands.book["_sync"].cell(2, 1)
    cell.value = json.dumps({**json.loads(cell.value), **changed})


def test_a_workbook_of_a_newer_version_is_refused_with_what_to_do(office: Office, hands: Hands) -> None:
    _header(hands, format=99)
    with pytest.raises(Refused) as caught:
        taken(office, hands.send_back())
    assert "mettez le programme à jour" in caught.value.words.fr


def test_a_changed_hash_is_said_and_what_was_sent_is_taken_from_the_ledger(office: Office, hands: Hands) -> None:
    _header(hands, sha256="0" * 64)
    hands.type(5, "title", "Changé là-bas")
    plan = taken(office, hands.send_back())
    assert any("hidden sheet" in note.en for note in plan.notes)
    assert [(item.field, item.kind) for item in plan.items] == [("title", "theirs")]
    assert plan.rows["identical"] == 23


def test_a_hidden_sheet_that_is_not_that_of_the_ledger_is_said(office: Office, hands: Hands, tmp_path: Path) -> None:
    with office.store.edit(Words("Changer", "Change")) as edit:
        edit.set(INSTRUMENT, office.ids["instrument 5"], "city", "Huế")
    number = office.export(tmp_path).number
    later = office.store.ledger.shipment(number)
    assert later
    book = read_book(hands.send_back())
    bases, notes = bases_of(book, find_tables(book), lambda _code, _digest: later.base)
    assert [base.carried for base in bases.values()] == [True]
    assert any("another copy of the base" in note.en for note in notes)


@pytest.mark.parametrize("damage", ["[1, 2]", "{", '{"kind": 3}', '{"kind": "export", "format": "x", "code": []}', ""])
def test_a_damaged_header_never_stops_the_reading(office: Office, hands: Hands, damage: str) -> None:
    hands.book["_sync"].cell(2, 1).value = damage
    hands.type(5, "title", "Changé là-bas")
    plan = taken(office, hands.send_back())
    assert [(item.field, item.kind) for item in plan.items] == [("title", "theirs")]


def test_a_workbook_of_a_copy_of_the_base_is_compared_with_what_it_showed_itself(
    office: Office, tmp_path: Path
) -> None:
    """The copy has used the same number for another workbook."""
    copy = tmp_path / "copie.passerelle"
    office.store.backup(tmp_path / "copies")
    copy.write_bytes(next((tmp_path / "copies").iterdir()).read_bytes())
    with Store.open(copy) as other:
        sent = export_workbook(other, tmp_path / "autre.xlsx", Request(("instrument",)))
    with office.store.edit(Words("Changer", "Change")) as edit:
        edit.set(INSTRUMENT, office.ids["instrument 5"], "city", "Huế")
    office.export(tmp_path)
    plan = taken(office, sent.path)
    assert (plan.items, plan.cells["ours"], plan.export) == ([], 1, None)
    apply_plan(office.store, plan)
    assert [one.state for one in office.store.ledger.shipments()] == ["out"]


def test_two_rows_of_one_record_with_different_contents_are_asked(office: Office, hands: Hands) -> None:
    sheet = hands.book["Instruments"]
    last = sheet.max_row + 1
    for cell in sheet[5]:
        sheet.cell(last, cell.column).value = cell.value
    hands.type(5, "title", "Une version")
    hands.type(last, "title", "Une autre version")
    plan = taken(office, hands.send_back())
    copied = only(plan, "copied")
    assert (copied.decision, copied.ref) == (OPEN, hands.read(5, "ref").split("·")[0])
    assert isinstance(copied.theirs, dict)
    assert copied.theirs["title"] == "Une autre version"
    assert only(plan, "theirs").theirs == "Une version"


def test_records_that_this_base_never_had_are_said_and_can_be_taken_in_whole(
    office: Office, tmp_path: Path, empty_base: Path
) -> None:
    elsewhere = tmp_path / "ailleurs.passerelle"
    elsewhere.write_bytes(empty_base.read_bytes())
    with Store.open(elsewhere) as other:
        with other.edit(Words("Remplir", "Fill")) as edit:
            for number in range(4):
                edit.add(PARTNER, {"name": f"Institut lointain {number}", "city": "Nouméa"})
        sent = export_workbook(other, tmp_path / "lointain.xlsx", Request(("partner",)))
    untouched = taken(office, sent.path)
    assert (untouched.items, untouched.rows["doubtful"], untouched.rows["identical"]) == ([], 4, 0)
    assert any("comes from another base" in note.en for note in untouched.notes)
    hands = Hands(sent.path)
    name = next(sheet for sheet in hands.book.sheetnames if sheet.startswith("Partenaires"))
    hands.type(4, "city", "Koné", name)
    plan = taken(office, hands.send_back("lointain retour.xlsx"))
    item = only(plan, "doubtful")
    assert item.decision == OPEN
    assert item.theirs == {"name": "Institut lointain 0", "city": "Koné"}
    item.decision = ACCEPT
    apply_plan(office.store, plan)
    record = office.store.get(ENTITIES["partner"], item.id)
    assert record is not None
    assert (record["name"], record["city"], record["ref"]) == ("Institut lointain 0", "Koné", item.ref)


def test_rows_of_an_export_unknown_here_are_asked_not_taken(office: Office, hands: Hands) -> None:
    """The reference says another export, of an installation that nobody here knows: its base is nowhere."""
    from desktop_app.excel.reference import ref_cell

    for row in range(FIRST_ROW, LAST_ROW + 1):
        ref = hands.read(row, "ref").split("·")[0]
        hands.type(row, "ref", ref_cell(ref, "ZZ7"))
    del hands.book["_sync"]
    hands.book.custom_doc_props = type(hands.book.custom_doc_props)()
    hands.book.properties.keywords = ""
    hands.type(5, "title", "Changé là-bas")
    plan = taken(office, hands.send_back())
    assert any("ZZ7" in note.en for note in plan.notes)
    item = only(plan, "conflicts")
    assert (item.field, item.decision) == ("title", OPEN)
    assert plan.changes == 0


def test_prepared_rows_of_a_shipment_that_nobody_knows_here_say_nothing_where_they_are_empty(
    empty_base: Path, tmp_path: Path, hands: Hands
) -> None:
    hands.type(LAST_ROW + 2, "title", "Projet neuf")
    _header(hands, sha256="0" * 64)
    other = tmp_path / "other.passerelle"
    other.write_bytes(empty_base.read_bytes())
    with Store.open(other) as store:
        plan = receive(store, hands.send_back())
    assert plan is not None
    assert plan.rows["doubtful"] == LAST_ROW - FIRST_ROW + 2
    assert {item.kind for item in plan.items} == {"doubtful"}
