"""Rows and columns that nothing names any more: recognised by what they say, or asked, never guessed."""

import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from desktop_app.domain.plan import ACCEPT, OPEN, Plan
from desktop_app.domain.types import Several, Text
from desktop_app.domain.words import Words
from desktop_app.sync.answers import NEW, Answers
from desktop_app.sync.apply import apply_plan
from desktop_app.sync.likeness import Cells, Column, match
from tests.sync.conftest import INSTRUMENT, Office
from tests.sync.hands import FIRST_ROW, LAST_ROW, Hands, only, taken


@pytest.fixture
def hands(office: Office, tmp_path: Path) -> Hands:
    """The instruments of the office, sent and open for typing."""
    return Hands(office.export(tmp_path).path)


def _theirs(plan: Plan) -> list[tuple[str, str | None, str]]:
    return [(item.ref, item.field, item.kind) for item in plan.items]


def test_a_row_whose_reference_was_typed_over_is_recognised_and_said(office: Office, hands: Hands) -> None:
    ref = hands.read(4, "ref").split("·")[0]
    hands.type(4, "ref", "SIN-I-AAAAAAAA·9999")
    hands.type(4, "title", "Changé")
    plan = taken(office, hands.send_back())
    assert _theirs(plan) == [(ref, "title", "theirs")]
    assert any("1 row(s)" in note.en for note in plan.notes)
    assert plan.rows["missing"] == 0


def test_rows_without_references_are_recognised_by_what_they_say(office: Office, hands: Hands) -> None:
    refs = {row: hands.read(row, "ref").split("·")[0] for row in range(FIRST_ROW, LAST_ROW + 1)}
    for row in refs:
        hands.type(row, "ref", None)
    hands.type(5, "acronym", "RENOMMÉ")
    hands.type(9, "city", "Đà Lạt")
    plan = taken(office, hands.send_back())
    assert sorted(_theirs(plan)) == sorted([(refs[5], "acronym", "theirs"), (refs[9], "city", "theirs")])
    assert (plan.rows["identical"], plan.rows["new"]) == (22, 0)


def test_rows_that_look_alike_are_left_to_a_person_who_sees_which_they_may_be(office: Office, hands: Hands) -> None:
    twins = {11: hands.read(11, "ref").split("·")[0], 12: hands.read(12, "ref").split("·")[0]}
    for row in twins:
        hands.type(row, "ref", None)
        for code in ("acronym", "starts_on"):
            hands.type(row, code, None)
        hands.type(row, "title", "Étude des deltas ; eaux, sols & <climat>")
    back = hands.send_back()
    plan = taken(office, back)
    asked = [item for item in plan.items if item.likes]
    assert len(asked) == 2
    assert {item.decision for item in asked} == {OPEN}
    assert twins[11] in asked[0].likes
    assert twins[12] in asked[1].likes
    answers = Answers(rows={asked[0].cell: twins[11], asked[1].cell: NEW})
    answered = taken(office, back, answers)
    assert {item.ref for item in answered.items if item.field == "title"} == {twins[11]}
    # The partner of a new record, whose name is known, is taken with it.
    assert [item.kind for item in answered.items if item.field is None] == ["new", "new", "missing"]


def test_a_reference_filled_down_over_other_rows_takes_nothing_from_them(office: Office, hands: Hands) -> None:
    refs = {row: hands.read(row, "ref").split("·")[0] for row in (6, 7, 8)}
    for row in (7, 8):
        hands.type(row, "ref", hands.read(6, "ref"))
    hands.type(7, "title", "Titre de la septième ligne")
    plan = taken(office, hands.send_back())
    assert _theirs(plan) == [(refs[7], "title", "theirs")]


def test_a_record_deleted_here_keeps_its_row_from_a_twin(office: Office, hands: Hands) -> None:
    """The row of a record that is gone here is not attached to another one that looks like it."""
    gone = office.ids["instrument 2"]
    with office.store.edit(Words("Changer", "Change")) as edit:
        record = office.store.get(INSTRUMENT, gone)
        assert record
        twin = edit.add(
            INSTRUMENT, {name: value for name, value in record.items() if name in INSTRUMENT.fields and name != "code"}
        )
        edit.delete(INSTRUMENT, gone)
    hands.type(6, "ref", None)
    hands.type(6, "title", "Changé là-bas")
    plan = taken(office, hands.send_back())
    item = only(plan, "conflicts")
    assert (item.id, item.decision) == (gone, OPEN)
    assert item.id != twin


def test_a_file_that_nothing_names_is_told_from_what_it_says_and_nothing_is_accepted(
    office: Office, hands: Hands
) -> None:
    hands.strip()
    hands.type(5, "title", "Changé là-bas")
    plan = taken(office, hands.send_back("sans rien.xlsx"))
    assert plan.export == "EX0001"
    assert [(item.field, item.kind, item.decision) for item in plan.items] == [("title", "theirs", OPEN)]
    assert any("EX0001" in note.en for note in plan.notes)
    named = taken(office, hands.send_back("sans rien.xlsx"), Answers(shipment="EX0001"))
    assert [item.decision for item in named.items] == [ACCEPT]


def test_a_file_like_two_workbooks_is_compared_with_none_of_them(office: Office, hands: Hands, tmp_path: Path) -> None:
    """It descends from the first, our second shows what was changed since: no value of ours is taken back."""
    for number in (0, 1):
        with office.store.edit(Words("Changer", "Change")) as edit:
            edit.set(INSTRUMENT, office.ids[f"instrument {number}"], "city", f"Ville {number}")
    office.export(tmp_path)
    hands.strip()
    hands.type(5, "city", "Ville 1")  # as the second workbook alone showed it
    plan = taken(office, hands.send_back("ancien.xlsx"))
    assert plan.export in (None, "EX0001")
    assert not [item for item in plan.items if item.decision == ACCEPT and item.field == "city"]


def test_columns_without_codes_and_headings_are_recognised_by_what_they_say(office: Office, hands: Hands) -> None:
    sheet = hands.book["Instruments"]
    hands.type(5, "title", "Changé là-bas")
    hands.type(6, "city", "Đà Lạt")
    for cell in sheet[3]:
        cell.value = f"colonne {cell.column}"
    sheet.tables.clear()
    sheet.delete_rows(1)
    plan = taken(office, hands.send_back())
    assert [(item.field, item.kind) for item in plan.items] == [("title", "theirs"), ("city", "theirs")]


def test_a_column_that_says_nothing_known_is_asked_and_then_read(office: Office, hands: Hands) -> None:
    for row in range(FIRST_ROW, LAST_ROW + 1):
        hands.type(row, "city", f"Ville {row}")
    column = hands.column("city")
    sheet = hands.book["Instruments"]
    sheet.cell(1, column).value = None
    sheet.cell(3, column).value = "Lieu d’implantation"
    back = hands.send_back()
    plan = taken(office, back)
    (asked,) = plan.columns
    assert (asked.heading, plan.cells["theirs"]) == ("Lieu d’implantation", 0)
    answered = taken(office, back, Answers(columns={f"{asked.sheet}!{asked.column}": "city"}))
    assert answered.cells["theirs"] == 24


def test_a_copied_column_says_what_was_changed_in_either(office: Office, hands: Hands) -> None:
    sheet = hands.book["Instruments"]
    copied = sheet.max_column + 1
    for row in range(1, sheet.max_row + 1):
        sheet.cell(row, copied).value = sheet.cell(row, hands.column("title")).value
    hands.type(5, "title", "Dans la première")
    sheet.cell(6, copied).value = "Dans la copie"
    hands.type(7, "title", "Une chose")
    sheet.cell(7, copied).value = "Une autre"
    plan = taken(office, hands.send_back())
    assert [(item.kind, item.theirs) for item in plan.items] == [
        ("theirs", "Dans la première"), ("theirs", "Dans la copie"), ("doubtful", None),
    ]  # fmt: skip
    assert "Une chose / Une autre" in plan.items[2].text


def test_a_row_that_was_told_apart_once_is_applied_like_any_other(office: Office, hands: Hands) -> None:
    hands.type(4, "ref", None)
    hands.type(4, "title", "Changé là-bas")
    apply_plan(office.store, taken(office, hands.send_back()))
    assert office.record("instrument 0")["title"] == "Changé là-bas"
    assert office.counts()["instrument"] == 24


# Likeness alone ---------------------------------------------------------------------------------------------------

_COLUMNS = [Column(Text(), key=False)] * 5
_WORDS = ("Institut", "Université", "Laboratoire", "Centre", "École")
_PLACES = ("Hanoï", "Huế", "Jakarta", "Bangkok", "Manille", "Séoul", "Osaka", "Nouméa")


def near_duplicates(count: int, chance: random.Random) -> list[list[str]]:
    """Partners that are hard to tell apart: the same words in other places."""
    return [
        [
            f"{chance.choice(_WORDS)} national des sciences {chance.choice(('de la mer', 'de la terre', 'du climat'))}",
            f"{chance.choice(('INS', 'UNS', 'CNS'))}{chance.randrange(60)}", chance.choice(_PLACES),
            f"https://www.example.org/{chance.randrange(400)}", f"dossier {chance.randrange(900)}",
        ]
        for _ in range(count)
    ]  # fmt: skip


def attached(sent: Sequence[list[str]], edits: int, chance: random.Random) -> tuple[int, int]:
    """Return how many of 60 returned rows and 15 really new ones were attached, and how many of those wrongly."""
    chosen = chance.sample(range(len(sent)), 60)
    rows = [list(sent[place]) for place in chosen]
    for row in rows:
        for at in chance.sample(range(5), edits):
            row[at] = near_duplicates(1, chance)[0][at]
    rows += map(list, near_duplicates(15, chance))
    found, _unsure = match(rows, sent, _COLUMNS, range(len(sent)))
    wrong = sum(number >= 60 or like.place != chosen[number] for number, like in found.items())
    return len(found), wrong


@pytest.mark.parametrize("edits", [0, 1, 2, 3])
def test_no_row_is_attached_to_another_record_whatever_was_edited(edits: int) -> None:
    chance = random.Random(edits)
    total, wrong = attached(near_duplicates(300, chance), edits, chance)
    assert wrong == 0
    assert total >= (50, 20, 1, 0)[edits]


def test_a_row_is_never_given_to_a_twin_by_words_that_both_bear() -> None:
    """The second was edited, and so was the first: what is left of the first is nearer to the second than its own row."""
    columns = [Column(Text(), key=True), Column(Text(), key=False), Column(Several(Text()), key=False)]
    sent: list[Cells] = [["Mahidol", "Hanoi", "a; c"], ["Mahidol", "Hanoi", None], ["Prince", "Huế", "b"]]
    rows: list[Cells] = [["Chulalongkorn", "Hanoi", "a; c"], ["Mahidol", "Hanoi", "a; c; d"], ["Prince", "Huế", "b"]]
    found, unsure = match(rows, sent, columns, range(3))
    assert {number: like.place for number, like in found.items()} == {2: 2}
    assert {like.place for like in unsure[1]} == {0, 1}


def test_a_row_whose_words_only_one_record_bears_is_given_to_it() -> None:
    columns = [Column(Text(), key=True), Column(Text(), key=False), Column(Several(Text()), key=False)]
    sent: list[Cells] = [["Mahidol", "Hanoi", "a; c"], ["Mahidol", "Vinh", None], ["Prince", "Huế", "b"]]
    found, _unsure = match([["Mahidol", "Hanoi", "a; c; d"]], sent, columns, range(3))
    assert {number: like.place for number, like in found.items()} == {0: 0}
