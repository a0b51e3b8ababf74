"""Values that were understood and that only a person may take: less precise than ours, or with a question mark."""

from pathlib import Path

import pytest

from desktop_app.domain import ENTITIES
from desktop_app.domain.plan import ACCEPT, OPEN, Plan
from desktop_app.domain.types import Choice, Day, Flag, Link, Several, Text, Type, Web
from desktop_app.domain.words import Words
from desktop_app.gui.review.lines import lines
from desktop_app.sync.apply import apply_plan
from desktop_app.sync.doubts import is_unsure
from desktop_app.sync.new_rows import NewRows
from desktop_app.sync.review import Review
from tests.plain_here import PlainHere
from tests.sync.conftest import INSTRUMENT, Office
from tests.sync.hands import Hands, only, taken

ASKING = "a" * 32


@pytest.fixture
def hands(office: Office, tmp_path: Path) -> Hands:
    """The instruments of the office, sent and open for typing; the second begins on a day, the first in a year."""
    with office.store.edit(Words("Dater", "Date")) as edit:
        edit.set(INSTRUMENT, office.ids["instrument 1"], "starts_on", "2023-03-12")
        edit.set(INSTRUMENT, office.ids["instrument 2"], "starts_on", "2023-03")
    return Hands(office.export(tmp_path).path)


@pytest.mark.parametrize(
    ("row", "typed", "read"),
    [(5, "mars 2023", "2023-03"), (5, "2023", "2023"), (6, "2023", "2023"), (5, "mars 2023 ?", "2023-03")],
)  # fmt: skip
def test_a_date_that_is_only_less_precise_than_ours_is_asked(
    office: Office, hands: Hands, row: int, typed: str, read: str
) -> None:
    ours = office.record(f"instrument {row - 4}")["starts_on"]
    address = hands.type(row, "starts_on", typed)
    plan = taken(office, hands.send_back())
    (item,) = plan.items
    assert (item.kind, item.cell, item.field) == ("doubtful", f"Instruments!{address}", "starts_on")
    assert (item.base, item.ours, item.theirs, item.decision) == (ours, ours, read, OPEN)
    assert item.words is not None
    assert "moins précise" in item.words.fr
    assert item.text == (typed if "?" in typed else "")
    assert (plan.rows["doubtful"], plan.cells["doubtful"]) == (1, 1)
    apply_plan(office.store, plan)
    assert office.record(f"instrument {row - 4}")["starts_on"] == ours
    item.decision = ACCEPT
    apply_plan(office.store, plan)
    assert office.record(f"instrument {row - 4}")["starts_on"] == read


@pytest.mark.parametrize(("row", "typed"), [(5, "2024"), (5, "04/2023"), (6, "12/03/2023"), (6, "2024")])
def test_another_date_or_a_more_precise_one_is_a_usual_change(
    office: Office, hands: Hands, row: int, typed: str
) -> None:
    hands.type(row, "starts_on", typed)
    (item,) = taken(office, hands.send_back()).items
    assert (item.kind, item.decision) == ("theirs", ACCEPT)


@pytest.mark.parametrize(
    ("code", "typed", "read"),
    [
        ("starts_on", "avril 2024 ?", "2024-04"),
        ("starts_on", "30/09/2021 ?", "2021-09-30"),
        ("starts_on", "30/09/2021 (?)", "2021-09-30"),
        ("institute", "INEE ?", "INEE"),
        ("city", "HCMV ?", "HCMV"),
    ],
)
def test_a_value_with_a_question_mark_beside_it_is_asked(
    office: Office, hands: Hands, code: str, typed: str, read: str
) -> None:
    hands.type(5, code, typed)
    item = only(taken(office, hands.send_back()), "doubtful")
    assert (item.field, item.theirs, item.text, item.decision) == (code, read, typed, OPEN)
    assert item.words is not None
    assert "point d’interrogation" in item.words.fr


def test_a_link_with_a_question_mark_beside_it_is_asked(office: Office, tmp_path: Path) -> None:
    hands = Hands(office.export(tmp_path, "mission").path)
    hands.type(4, "partner", "Université des Mangroves ?", sheet="Missions")
    item = only(plan := taken(office, hands.send_back()), "doubtful")
    assert (item.field, item.theirs, item.decision) == ("partner", office.ids["Université des Mangroves"], OPEN)
    assert item.text == "Université des Mangroves ?"
    apply_plan(office.store, plan)
    assert office.store.get(ENTITIES["mission"], item.id)["partner"] == item.ours  # type: ignore[index]


def test_a_link_to_a_record_that_is_called_with_a_question_mark_is_a_usual_change(
    office: Office, tmp_path: Path
) -> None:
    with office.store.edit(Words("Nommer", "Name")) as edit:
        edit.set(INSTRUMENT, office.ids["instrument 2"], "acronym", "OÙ ?")
    hands = Hands(office.export(tmp_path, "mission").path)
    hands.type(4, "instrument", "OÙ ?", sheet="Missions")
    assert only(taken(office, hands.send_back()), "theirs").decision == ACCEPT


def test_a_question_mark_within_a_text_is_part_of_it(office: Office, hands: Hands) -> None:
    hands.type(5, "title", "Quel avenir pour les deltas ?")
    (item,) = taken(office, hands.send_back()).items
    assert (item.kind, item.decision) == ("theirs", ACCEPT)


def test_a_value_with_a_question_mark_in_a_new_row_is_asked_apart_from_the_record(office: Office, hands: Hands) -> None:
    hands.type(28, "type", "IRP")
    hands.type(28, "title", "Projet neuf")
    hands.type(28, "starts_on", "mars 2027 ?")
    back = hands.send_back()
    plan = taken(office, back)
    new, item = only(plan, "new"), only(plan, "doubtful")
    assert isinstance(new.theirs, dict)
    assert ("starts_on" in new.theirs, new.decision) == (False, ACCEPT)
    assert (item.id, item.theirs, item.text, item.decision) == (new.id, "2027-03", "mars 2027 ?", OPEN)
    apply_plan(office.store, plan)
    assert (office.store.get(INSTRUMENT, new.id) or {})["starts_on"] is None
    item = only(again := taken(office, back), "doubtful")
    assert (item.theirs, item.decision, again.rows["doubtful"]) == ("2027-03", OPEN, 1)
    item.decision = ACCEPT
    apply_plan(office.store, again)
    assert (office.store.get(INSTRUMENT, new.id) or {})["starts_on"] == "2027-03"
    assert taken(office, back).items == []


def test_a_date_in_doubt_may_be_taken_together_with_its_new_record(office: Office, hands: Hands) -> None:
    hands.type(28, "type", "IRP")
    hands.type(28, "title", "Projet neuf")
    hands.type(28, "starts_on", "mars 2027 ?")
    plan = taken(office, hands.send_back())
    only(plan, "doubtful").decision = ACCEPT
    apply_plan(office.store, plan)
    assert (office.store.get(INSTRUMENT, only(plan, "new").id) or {})["starts_on"] == "2027-03"


def test_less_than_what_was_changed_here_meanwhile_is_a_disagreement(office: Office, hands: Hands) -> None:
    with office.store.edit(Words("Dater", "Date")) as edit:
        edit.set(INSTRUMENT, office.ids["instrument 1"], "starts_on", "2023-03-20")
    hands.type(5, "starts_on", "mars 2023 ?")
    assert only(taken(office, hands.send_back()), "conflicts").decision == OPEN


def test_the_review_shows_what_was_typed_and_how_it_was_read(office: Office, hands: Hands) -> None:
    hands.type(5, "starts_on", "mars 2023 ?")
    review = Review("r", taken(office, hands.send_back()), 0)
    (line,) = lines(review, office.store.names.showing("fr"), review.subjects()[0])
    quoted, _, value = line.theirs.partition(", ")
    assert "mars 2023 ?" in quoted
    assert value.endswith("mars 2023")


@pytest.mark.parametrize(
    ("type_", "raw", "value", "unsure"),
    [
        (Day(), "mars 2023 ?", "2023-03", True),
        (Flag(), "oui ?", True, True),
        (Several(Choice("institutes")), "INSU ?; INEE", ("INEE", "INSU"), True),
        (Choice("visa_statuses"), "?", "unknown", False),
        (Text(), "Pourquoi ?", "Pourquoi ?", False),
        (Web(), "https://example.org/?a=1", "https://example.org/?a=1", False),
        (Link("partner"), "Quoi ?", ASKING, False),
        (Link("partner"), "Delta ?", "b" * 32, True),
        (Several(Link("partner")), "Quoi ?; Où", (ASKING, "b" * 32), False),
        (Several(Link("partner")), "Delta; Où ?", ("b" * 32, "c" * 32), True),
        (Day(), 2023, "2023", False),
    ],
)
def test_only_a_question_mark_that_the_value_does_not_hold_says_that_it_is_unsure(
    type_: Type, raw: str | int, value: str | tuple[str, ...] | bool, unsure: bool
) -> None:
    here = PlainHere({"partner": [{"id": ASKING, "name": "Quoi ?"}, {"id": "b" * 32, "name": "Delta"}]})
    assert is_unsure(type_, raw, value, NewRows(Plan("return", "x.xlsx"), here)) is unsure
