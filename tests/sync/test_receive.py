"""A workbook is sent, edited by hand and taken back: exactly what was typed changes, nothing else."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.domain import ENTITIES
from desktop_app.domain.plan import ACCEPT, OPEN, REFUSE, from_json, to_json
from desktop_app.domain.refused import Refused
from desktop_app.domain.words import Words
from desktop_app.excel.layout import ACTION_REMOVE
from desktop_app.excel.read import read_book
from desktop_app.excel.recognise import find_tables
from desktop_app.store.base import Query
from desktop_app.sync.apply import apply_plan
from desktop_app.sync.bases import bases_of
from desktop_app.sync.here import StoreHere
from desktop_app.sync.plan import make_plan
from desktop_app.sync.receive import receive
from tests.sync.conftest import INSTRUMENT, IRP, JP, MISSION, PARTY, VN, Office
from tests.sync.hands import Hands, only, taken


@pytest.fixture
def hands(office: Office, tmp_path: Path) -> Hands:
    """The instruments of the office, sent and open for typing."""
    return Hands(office.export(tmp_path).path)


def test_an_untouched_workbook_changes_nothing(office: Office, tmp_path: Path) -> None:
    sent = office.export(tmp_path, "instrument", "partner", "mission", "person", "party")
    plan = taken(office, sent.path)
    assert plan.items == []
    assert plan.rows.total() == plan.rows["identical"] == sum(sent.rows.values())
    assert plan.cells.total() == plan.cells["identical"]
    assert plan.export == "EX0001"


def test_edits_come_back_as_exactly_those_changes(office: Office, hands: Hands) -> None:
    ref = hands.read(4, "ref").split("·")[0]
    address = hands.type(4, "title", "Un autre titre")
    hands.type(5, "ends_on", "31/12/2027")
    hands.type(6, "status", "Clos / Closed" if hands.read(6, "status") != "Clos / Closed" else "Actif / Active")
    hands.type(7, "countries", "Japon")
    hands.type(8, "city", "-")
    plan = taken(office, hands.send_back())
    assert {item.kind for item in plan.items} == {"theirs"}
    assert [item.field for item in plan.items] == ["title", "ends_on", "status", "countries", "city"]
    first = plan.items[0]
    assert (first.cell, first.ref, first.entity, first.decision) == (
        f"Instruments!{address}",
        ref,
        "instrument",
        ACCEPT,
    )
    assert (first.ours, first.theirs) == (first.base, "Un autre titre")
    assert plan.items[3].theirs == (JP,)
    assert plan.items[4].theirs is None
    assert (plan.rows["theirs"], plan.cells["theirs"]) == (5, 5)
    before = {item.id: office.store.get(INSTRUMENT, item.id) for item in plan.items}
    apply_plan(office.store, plan)
    for item in plan.items:
        record, was = office.store.get(INSTRUMENT, item.id), before[item.id]
        assert record is not None
        assert was is not None
        assert {name for name in was if was[name] != record[name]} == {item.field}


def test_the_same_file_again_changes_nothing_more(office: Office, hands: Hands) -> None:
    hands.type(4, "title", "Un autre titre")
    hands.type(28, "title", "Projet neuf")
    hands.type(28, "type", "IRP")
    back = hands.send_back()
    apply_plan(office.store, taken(office, back))
    counts, position = office.counts(), office.store.journal_position()
    again = taken(office, back)
    assert not [item for item in again.items if item.decision == ACCEPT]
    assert (again.rows["same"], again.rows["new"]) == (2, 0)
    apply_plan(office.store, again)
    assert (office.counts(), office.store.journal_position()) == (counts, position)


def test_taking_back_is_one_step_that_undo_takes_back_whole(office: Office, hands: Hands) -> None:
    hands.type(4, "title", "Un autre titre")
    hands.type(28, "title", "Projet neuf")
    hands.type(28, "type", "IRP")
    hands.type(6, "action", ACTION_REMOVE)
    counts = office.counts()
    apply_plan(office.store, taken(office, hands.send_back("retour de Hanoï.xlsx")))
    words = office.store.undo_words()
    assert words is not None
    assert "retour de Hanoï.xlsx" in words.fr
    assert office.counts() == counts | {"party": counts["party"] - 1}
    office.store.undo()
    assert office.counts() == counts
    assert office.store.ledger.shipments()[0].state == "out"


def test_a_prepared_row_becomes_a_record_under_its_reference(office: Office, hands: Hands) -> None:
    ref = hands.read(28, "ref").split("·")[0]
    hands.type(28, "type", "IRP")
    hands.type(28, "title", "Projet neuf")
    hands.type(28, "countries", "Viêt Nam; Japon")
    hands.type(28, "starts_on", "2026")
    item = only(plan := taken(office, hands.send_back()), "new")
    assert item.theirs == {
        "type": IRP,
        "title": "Projet neuf",
        "countries": tuple(sorted((VN, JP))),
        "starts_on": "2026",
    }
    assert (plan.rows["new"], plan.cells["new"], item.ref, item.decision) == (1, 4, ref, ACCEPT)
    apply_plan(office.store, plan)
    found = office.store.find(ref)
    assert found is not None
    record = office.store.get(INSTRUMENT, found[1])
    assert record is not None
    assert record["title"] == "Projet neuf"


def test_a_row_typed_below_the_table_becomes_a_record(office: Office, hands: Hands) -> None:
    row = hands.book["Instruments"].max_row + 1
    hands.type(row, "type", "IEA")
    hands.type(row, "title", "Sans référence")
    back = hands.send_back()
    plan = taken(office, back)
    assert only(plan, "new").decision == ACCEPT
    apply_plan(office.store, plan)
    assert [item.kind for item in taken(office, back).items] == []


def test_a_new_row_may_link_to_another_new_row_of_the_file(office: Office, tmp_path: Path) -> None:
    hands = Hands(office.export(tmp_path, "instrument", "party").path)
    hands.type(28, "type", "IRP")
    hands.type(28, "title", "Projet neuf")
    hands.type(28, "acronym", "NEUF")
    hands.type(28, "institute", "INSU")
    row = hands.book["Parties"].max_row
    hands.type(row, "instrument", "NEUF", "Parties")
    hands.type(row, "role", "Partenaire / Partner", "Parties")
    hands.type(row, "partner", "Institut du Delta", "Parties")
    plan = taken(office, hands.send_back())
    assert [item.decision for item in plan.items] == [ACCEPT, ACCEPT]
    apply_plan(office.store, plan)
    instrument = office.store.resolve("instrument", "NEUF")
    assert [party["instrument"] for party in office.store.records(Query(PARTY))].count(instrument) == 1


def test_an_incomplete_new_row_waits_for_a_person(office: Office, hands: Hands) -> None:
    hands.type(28, "title", "Sans type")
    item = only(taken(office, hands.send_back()), "new")
    assert item.decision == OPEN
    assert item.words is not None
    assert "« Type »" in item.words.fr.replace("\u00a0", " ")


def test_a_total_typed_at_the_bottom_is_no_record(office: Office, hands: Hands) -> None:
    hands.type(hands.book["Instruments"].max_row + 1, "notes", "Total : 24 projets")
    plan = taken(office, hands.send_back())
    assert (plan.rows["new"], plan.rows["doubtful"], only(plan, "doubtful").decision) == (0, 1, OPEN)


@pytest.mark.parametrize(
    ("code", "typed", "said"),
    [
        ("ends_on", "31/02/2027", "n’existe pas"),
        ("type", "Zubrowka", "n’a pas été trouvé"),
        ("countries", "Viêt Nam; Zubrowka", "n’a pas été trouvé"),
        ("status", "peut-être", "n’est pas dans la liste"),
        ("ends_on", "bientôt", "n’est pas une date"),
    ],
)
def test_a_cell_that_is_not_understood_is_asked_with_its_address(
    office: Office, hands: Hands, code: str, typed: str, said: str
) -> None:
    address = hands.type(9, code, typed)
    plan = taken(office, hands.send_back())
    item = only(plan, "unreadable")
    assert (item.cell, item.field, item.text, item.decision) == (f"Instruments!{address}", code, typed, OPEN)
    assert item.words is not None
    assert said in item.words.fr
    before = office.store.fingerprint()
    item.decision = ACCEPT
    apply_plan(office.store, plan)
    assert office.store.fingerprint() == before


def test_an_amount_in_thousands_is_asked_with_a_guess(office: Office, tmp_path: Path) -> None:
    hands = Hands(office.export(tmp_path, "mission").path)
    hands.type(4, "cost", "14k€", "Missions")
    plan = taken(office, hands.send_back())
    item = only(plan, "unreadable")
    assert (item.theirs, item.decision) == ("14000", OPEN)
    item.decision = ACCEPT
    apply_plan(office.store, plan)
    record = office.store.get(MISSION, item.id)
    assert record is not None
    assert record["cost"] == "14000"


def test_an_empty_cell_never_erases_by_itself(office: Office, hands: Hands) -> None:
    hands.type(9, "city", None)
    item = only(plan := taken(office, hands.send_back()), "doubtful")
    assert (item.field, item.theirs, item.decision) == ("city", None, OPEN)
    apply_plan(office.store, plan)
    assert office.store.get(INSTRUMENT, item.id)["city"] == "Hà Nội"  # type: ignore[index]


def test_a_missing_row_is_listed_and_left_alone(office: Office, hands: Hands) -> None:
    hands.book["Instruments"].delete_rows(10, 3)
    plan = taken(office, hands.send_back())
    assert (plan.rows["missing"], {item.decision for item in plan.items}) == (3, {REFUSE})
    counts = office.counts()
    apply_plan(office.store, plan)
    assert office.counts() == counts


def test_removal_is_asked_in_the_last_column_only(office: Office, hands: Hands) -> None:
    hands.type(6, "action", ACTION_REMOVE)
    hands.type(7, "action", "Supprimer")
    hands.type(8, "action", "ok")
    plan = taken(office, hands.send_back())
    assert [item.kind for item in plan.items] == ["removed", "removed"]
    counts = office.counts()
    apply_plan(office.store, plan)
    assert office.counts()["instrument"] == counts["instrument"] - 2


def test_a_removal_of_what_changed_here_since_is_asked(office: Office, hands: Hands) -> None:
    with office.store.edit(Words("Changer", "Change")) as edit:
        edit.set(INSTRUMENT, office.ids["instrument 2"], "title", "Changé ici")
    hands.type(6, "action", ACTION_REMOVE)
    item = only(taken(office, hands.send_back()), "removed")
    assert (item.id, item.decision) == (office.ids["instrument 2"], OPEN)


def test_both_sides_are_kept_where_they_changed_different_cells(office: Office, hands: Hands) -> None:
    with office.store.edit(Words("Changer", "Change")) as edit:
        edit.set(INSTRUMENT, office.ids["instrument 0"], "city", "Huế")
    hands.type(4, "title", "Changé là-bas")
    plan = taken(office, hands.send_back())
    assert (plan.cells["theirs"], plan.cells["ours"], plan.cells["conflicts"]) == (1, 1, 0)
    apply_plan(office.store, plan)
    record = office.record("instrument 0")
    assert (record["title"], record["city"]) == ("Changé là-bas", "Huế")


def test_the_same_cell_changed_on_both_sides_is_asked(office: Office, hands: Hands) -> None:
    with office.store.edit(Words("Changer", "Change")) as edit:
        edit.set(INSTRUMENT, office.ids["instrument 0"], "title", "Changé ici")
        edit.set(INSTRUMENT, office.ids["instrument 1"], "title", "Le même")
    hands.type(4, "title", "Changé là-bas")
    hands.type(5, "title", "Le même")
    plan = taken(office, hands.send_back())
    item = only(plan, "conflicts")
    assert (item.ours, item.theirs, item.decision) == ("Changé ici", "Changé là-bas", OPEN)
    assert plan.cells["same"] == 1
    plan.resolve("ours")
    apply_plan(office.store, plan)
    assert office.record("instrument 0")["title"] == "Changé ici"
    plan.resolve("theirs")
    apply_plan(office.store, plan)
    assert office.record("instrument 0")["title"] == "Changé là-bas"


def test_start_and_end_are_one_thing(office: Office, hands: Hands) -> None:
    with office.store.edit(Words("Changer", "Change")) as edit:
        edit.set(INSTRUMENT, office.ids["instrument 1"], "starts_on", "2023-05-01")
    hands.type(5, "ends_on", "31/12/2029")
    item = only(taken(office, hands.send_back()), "conflicts")
    assert item.field == "ends_on"


def test_members_of_a_set_are_added_and_removed_from_both_sides(office: Office, tmp_path: Path) -> None:
    hands = Hands(office.export(tmp_path, "mission").path)
    with office.store.edit(Words("Changer", "Change")) as edit:
        edit.set(MISSION, office.ids["mission 0"], "cities", ("Cần Thơ", "Huế", "Hà Nội"))
    hands.type(4, "cities", "Hà Nội; Đà Nẵng", "Missions")
    item = only(plan := taken(office, hands.send_back()), "theirs")
    assert item.theirs == tuple(sorted(("Hà Nội", "Huế", "Đà Nẵng")))
    apply_plan(office.store, plan)
    assert office.record("mission 0")["cities"] == item.theirs


def test_an_older_value_is_asked_not_taken(office: Office, hands: Hands) -> None:
    for title in ("Étape", "Aujourd’hui"):
        with office.store.edit(Words("Changer", "Change")) as edit:
            edit.set(INSTRUMENT, office.ids["instrument 0"], "title", title)
    hands.type(4, "title", "Étape")
    item = only(taken(office, hands.send_back()), "old_value")
    assert item.decision == OPEN


def test_an_edit_of_a_record_deleted_here_is_asked_and_brings_it_back(office: Office, hands: Hands) -> None:
    with office.store.edit(Words("Supprimer", "Delete")) as edit:
        edit.delete(INSTRUMENT, office.ids["instrument 0"])
    hands.type(4, "title", "Changé là-bas")
    plan = taken(office, hands.send_back())
    item = only(plan, "conflicts")
    assert (item.ours, item.decision) == (None, OPEN)
    item.decision = ACCEPT
    apply_plan(office.store, plan)
    assert office.record("instrument 0")["title"] == "Changé là-bas"


def test_a_copied_row_is_asked_and_may_become_a_record(office: Office, hands: Hands) -> None:
    sheet = hands.book["Instruments"]
    row = sheet.max_row + 1
    for cell in sheet[4]:
        sheet.cell(row, cell.column).value = cell.value
    hands.type(row, "title", "Copie adaptée")
    plan = taken(office, hands.send_back())
    item = only(plan, "copied")
    assert (plan.rows["copied"], plan.rows["identical"], item.decision) == (1, 24, OPEN)
    item.decision = ACCEPT
    apply_plan(office.store, plan)
    assert office.counts()["instrument"] == 25
    assert office.record("instrument 0")["title"] != "Copie adaptée"


def test_a_reference_that_was_typed_over_a_row_that_looks_like_none_is_asked(office: Office, hands: Hands) -> None:
    hands.type(4, "ref", "SIN-I-AAAAAAAA·9999")
    for code in ("title", "acronym", "city", "starts_on", "ends_on", "institute"):
        hands.type(4, code, None)
    hands.type(4, "title", "Tout autre chose")
    item = only(taken(office, hands.send_back()), "doubtful")
    assert item.decision == OPEN
    assert item.words is not None
    assert "SIN-I-AAAAAAAA" in item.words.fr


def test_remarks_are_kept_with_the_step(office: Office, hands: Hands) -> None:
    address = hands.type(4, "remark", "Vu avec le SCAC")
    hands.type(4, "title", "Changé")
    plan = taken(office, hands.send_back())
    assert [(one.cell, one.text) for one in plan.remarks] == [(f"Instruments!{address}", "Vu avec le SCAC")]
    apply_plan(office.store, plan)
    (item,) = plan.items
    (row,) = office.store.source_rows(item.id)
    assert dict(row.cells) == {"Remarque / Comment": "Vu avec le SCAC"}


def test_a_grey_column_that_was_changed_is_said(office: Office, hands: Hands) -> None:
    assert hands.read(4, "partners") == "Institut du Delta"
    hands.type(4, "partners", "Quelqu’un d’autre")
    item = only(taken(office, hands.send_back()), "doubtful")
    assert (item.field, item.text) == (None, "Quelqu’un d’autre")
    assert item.words is not None
    assert "Partenaires / Partners" in item.words.fr


def test_a_grey_cell_that_was_filled_in_a_new_row_is_said_in_the_same_way(office: Office, hands: Hands) -> None:
    typed_below = hands.book["Instruments"].max_row + 1
    expected = []
    for row in (28, typed_below):
        hands.type(row, "type", "IRP")
        hands.type(row, "title", f"Projet neuf {row}")
        expected.append((f"Instruments!{hands.type(row, 'partners', f'Partenaire {row}')}", f"Partenaire {row}"))
    hands.type(4, "partners", "Quelqu’un d’autre")
    plan = taken(office, hands.send_back())
    changed, *found = [item for item in plan.items if item.kind == "doubtful"]
    assert [(item.cell, item.text) for item in found] == expected
    assert {(item.field, item.decision, item.words) for item in found} == {(None, OPEN, changed.words)}
    assert [item.id for item in found] == [item.id for item in plan.items if item.kind == "new"]
    assert (plan.rows["new"], plan.cells["doubtful"]) == (2, 3)
    apply_plan(office.store, plan)
    assert office.counts()["instrument"] == 26


def test_a_new_row_with_nothing_but_a_grey_cell_is_said_and_makes_no_record(office: Office, hands: Hands) -> None:
    address = hands.type(28, "partners", "Institut du Delta")
    plan = taken(office, hands.send_back())
    item = only(plan, "doubtful")
    assert (item.cell, item.text, item.theirs) == (f"Instruments!{address}", "Institut du Delta", None)
    assert (len(plan.items), plan.rows["doubtful"], plan.rows["new"]) == (1, 1, 0)


def _sort_rows(hands: Hands) -> None:
    sheet = hands.book["Instruments"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4, max_row=27)]
    for place, row in enumerate(reversed(rows), 4):
        for column, value in enumerate(row, 1):
            sheet.cell(place, column).value = value


def _move_columns(hands: Hands) -> None:
    hands.book["Instruments"].move_range("D1:D47", cols=20)


def _insert_column(hands: Hands) -> None:
    sheet = hands.book["Instruments"]
    sheet.tables.clear()
    sheet.insert_cols(2)
    sheet.cell(3, 2).value = "Mon avis"
    sheet.cell(4, 2).value = "bien"


def _rename_headings(hands: Hands) -> None:
    for cell in hands.book["Instruments"][3]:
        cell.value = f"colonne {cell.column}"


def _drop_codes(hands: Hands) -> None:
    sheet = hands.book["Instruments"]
    sheet.tables.clear()
    sheet.delete_rows(1)


def _drop_hidden_sheets(hands: Hands) -> None:
    del hands.book["_sync"]
    del hands.book["Listes"]


def _two_sheets(hands: Hands) -> None:
    book = hands.book
    sheet = book["Instruments"]
    sheet.tables.clear()
    other = book.create_sheet("Suite")
    for number, row in enumerate([1, 2, 3, *range(15, 48)], 1):
        for cell in sheet[row]:
            other.cell(number, cell.column).value = cell.value
    sheet.delete_rows(15, 33)


def _heading_in_the_middle(hands: Hands) -> None:
    sheet = hands.book["Instruments"]
    sheet.insert_rows(10)
    for cell in sheet[3]:
        sheet.cell(10, cell.column).value = cell.value


@pytest.mark.parametrize(
    "gesture",
    [_sort_rows, _move_columns, _insert_column, _rename_headings, _drop_codes, _drop_hidden_sheets, _two_sheets,
     _heading_in_the_middle],
)  # fmt: skip
def test_what_people_do_to_a_sheet_changes_nothing(
    office: Office, hands: Hands, gesture: Callable[[Hands], None]
) -> None:
    gesture(hands)
    plan = taken(office, hands.send_back())
    assert plan.items == []
    assert (plan.rows["identical"], plan.stopped) == (24, None)


def test_a_column_that_somebody_added_is_reported(office: Office, hands: Hands) -> None:
    _insert_column(hands)
    plan = taken(office, hands.send_back())
    assert [(column.heading, column.field) for column in plan.columns] == [("Mon avis", None)]
    assert plan.kept == [{"row": "Instruments!A4", "Mon avis": "bien"}]


def test_a_sheet_sorted_without_its_references_is_stopped(office: Office, hands: Hands) -> None:
    sheet = hands.book["Instruments"]
    rows = [[cell.value for cell in row][1:] for row in sheet.iter_rows(min_row=4, max_row=27)]
    for place, row in enumerate(reversed(rows), 4):
        for column, value in enumerate(row, 2):
            sheet.cell(place, column).value = value
    plan = taken(office, hands.send_back())
    assert plan.stopped == "sorted"
    assert plan.changes == 0
    with pytest.raises(Refused):
        apply_plan(office.store, plan)
    plan.go_on()
    assert plan.changes > 0


def test_one_column_sorted_alone_is_stopped(office: Office, hands: Hands) -> None:
    values = sorted(hands.read(row, "acronym") for row in range(4, 28))
    for row, value in enumerate(reversed(values), 4):
        hands.type(row, "acronym", value)
    assert taken(office, hands.send_back()).stopped == "sorted"


def test_honest_edits_of_many_rows_are_not_stopped(office: Office, hands: Hands) -> None:
    for row in range(4, 16):
        hands.type(row, "status", "Clos / Closed")
        hands.type(row, "title", f"Titre corrigé {row}")
    assert taken(office, hands.send_back()).stopped is None


def test_a_column_changed_by_one_rule_is_stopped(office: Office, hands: Hands) -> None:
    for row in range(4, 28):
        hands.type(row, "title", str(hands.read(row, "title")).upper())
    plan = taken(office, hands.send_back())
    assert (plan.stopped, plan.changes) == ("mass_change", 0)


def test_a_plan_is_saved_and_resumed(office: Office, hands: Hands) -> None:
    hands.type(4, "countries", "Japon")
    hands.type(28, "title", "Projet neuf")
    hands.type(28, "type", "IRP")
    hands.type(6, "ends_on", "31/02/2027")
    plan = taken(office, hands.send_back())
    assert from_json(to_json(plan)) == plan

    def reference(entity: str, id_: str) -> str:
        return str(office.store.get(ENTITIES[entity], id_)["ref"])  # type: ignore[index]

    data = to_json(plan, reference)
    assert data["items"][0]["theirs"] == ["JP"]
    assert next(item for item in data["items"] if item["kind"] == "new")["theirs"]["type"] == "IRP"
    resumed = from_json(data, office.store.resolve)
    assert resumed == plan
    apply_plan(office.store, resumed)
    assert office.record("instrument 0")["countries"] == (JP,)


def test_what_changed_after_the_plan_was_made_is_left_open(office: Office, hands: Hands) -> None:
    hands.type(4, "title", "Changé là-bas")
    plan = taken(office, hands.send_back())
    with office.store.edit(Words("Changer", "Change")) as edit:
        edit.set(INSTRUMENT, office.ids["instrument 0"], "title", "Changé entre-temps")
    applied = apply_plan(office.store, plan)
    assert [item.field for item in applied.left] == ["title"]
    assert office.record("instrument 0")["title"] == "Changé entre-temps"


def test_a_record_deleted_after_the_plan_was_made_stays_deleted(office: Office, hands: Hands) -> None:
    hands.type(4, "title", "Changé là-bas")
    plan = taken(office, hands.send_back())
    with office.store.edit(Words("Supprimer", "Delete")) as edit:
        edit.delete(INSTRUMENT, office.ids["instrument 0"])
    assert [item.field for item in apply_plan(office.store, plan).left] == ["title"]
    assert office.store.get(INSTRUMENT, office.ids["instrument 0"]) is None


def test_a_file_that_is_not_ours_is_told_apart(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "autre.csv"
    path.write_text("Nom;Ville;Pays\nUniversité;Hanoï;VN\n", encoding="utf-8")
    assert receive(office.store, path) is None


def test_a_workbook_of_another_installation_brings_its_own_base(office: Office, hands: Hands) -> None:
    hands.type(4, "title", "Changé là-bas")
    back = hands.send_back()
    with office.store.edit(Words("Changer", "Change")) as edit:
        edit.set(INSTRUMENT, office.ids["instrument 1"], "city", "Huế")

    class Elsewhere(StoreHere):
        def touched(self, code: str) -> set[str] | None:  # noqa: ARG002
            return None

    book = read_book(back)
    bases, notes = bases_of(book, find_tables(book), lambda _code, _digest: None)
    assert (len(bases), notes) == (1, [])
    plan = make_plan(book, bases, Elsewhere(office.store), file_name=back.name)
    assert (plan.cells["theirs"], plan.cells["ours"], plan.rows["identical"]) == (1, 1, 22)


def test_references_without_their_export_number_still_find_their_base(office: Office, hands: Hands) -> None:
    hands.type(4, "title", "Changé là-bas")
    hands.type(5, "city", None)
    for row in range(4, 28):
        hands.type(row, "ref", str(hands.read(row, "ref")).split("·")[0])
    _drop_hidden_sheets(hands)
    plan = taken(office, hands.send_back())
    assert [(item.field, item.kind) for item in plan.items] == [("title", "theirs"), ("city", "doubtful")]


def test_without_any_base_differences_are_asked_and_nothing_is_erased(office: Office, hands: Hands) -> None:
    hands.type(4, "title", "Changé là-bas")
    hands.type(5, "city", None)
    hands.type(6, "notes", "Une note")
    for row in range(4, 48):
        hands.type(row, "ref", str(hands.read(row, "ref")).split("·")[0] if row < 28 else None)
    _drop_hidden_sheets(hands)
    plan = make_plan(read_book(hands.send_back()), {}, StoreHere(office.store), file_name="retour.xlsx")
    kinds = {(item.field, item.kind, item.decision) for item in plan.items}
    assert kinds == {("title", "conflicts", OPEN), ("notes", "theirs", ACCEPT)}
