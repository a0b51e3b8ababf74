"""New rows of a returned workbook: looked for among what is here before they are called new."""

from pathlib import Path

import pytest

from desktop_app.domain.plan import ACCEPT, LATER, OPEN, REFUSE, Item, Plan
from desktop_app.domain.words import Words
from desktop_app.store.base import Query
from desktop_app.store.queries import Filter
from desktop_app.sync.answers import NEW, NOTHING_SAID, Answers
from desktop_app.sync.apply import apply_plan
from desktop_app.sync.review import Review
from tests.sync.conftest import INSTRUMENT, IRP, PARTY, VN, Office
from tests.sync.hands import Hands, only, taken

PREPARED, BELOW = 28, 60  # rows, as Excel counts


@pytest.fixture
def mekong(office: Office) -> str:
    """An instrument that no workbook of these tests shows; its reference."""
    with office.store.edit(Words("Ajouter", "Add")) as edit:
        id_ = edit.add(
            INSTRUMENT,
            {"type": IRP, "acronym": "MEKO", "title": "Cycle de l’eau et sédiments du bas Mékong", "countries": (VN,),
             "starts_on": "2024-01-01"},
        )  # fmt: skip
    return str((office.store.get(INSTRUMENT, id_) or {})["ref"])


@pytest.fixture
def hands(office: Office, tmp_path: Path) -> Hands:
    """The instruments of the office, sent before the other one was made, and open for typing."""
    return Hands(office.export(tmp_path).path)


def back(office: Office, hands: Hands, row: int, title: str, answers: Answers = NOTHING_SAID, **more: str) -> Plan:
    for code, value in {"type": "IRP", "title": title, "countries": "Viêt Nam", **more}.items():
        hands.type(row, code, value)
    return taken(office, hands.send_back(), answers)


def row_of(plan: Plan) -> Item:
    (item,) = [item for item in plan.items if item.field is None and isinstance(item.theirs, dict)]
    return item


@pytest.mark.parametrize("row", [PREPARED, BELOW])
@pytest.mark.parametrize(
    ("title", "share"),
    [
        ("Cycle de l’eau et sédiments du bas Mékong", ""),
        ("cycle de l'eau et sediments du bas mekong", ""),
        ("Cycle de l’eau et sédiment du bas Mékonq", "%"),
        ("Cycle de l’eau et des sédiments du Mékong", "%"),
    ],
)
def test_a_new_row_that_is_like_a_record_by_its_title_alone_is_asked(
    office: Office, hands: Hands, mekong: str, row: int, title: str, share: str
) -> None:
    item = row_of(back(office, hands, row, title, type="IEA", acronym="EAUX"))
    assert (item.decision, item.likes) == (OPEN, (mekong,))
    assert item.words is not None
    assert f"{mekong} (MEKO)" in item.words.fr
    assert share in item.words.fr


def test_a_new_row_with_another_number_in_its_title_is_new(office: Office, hands: Hands) -> None:
    plan = back(office, hands, PREPARED, "Étude n° 77 des deltas ; eaux, sols & <climat>")
    assert only(plan, "new").decision == ACCEPT


def test_a_new_row_of_another_number_is_new_whatever_it_is_called(office: Office, tmp_path: Path, mekong: str) -> None:
    hands = Hands(office.export(tmp_path, columns={"instrument": ("type", "code", "title", "countries")}).path)
    found = office.store.find(mekong)
    assert found is not None
    with office.store.edit(Words("Changer", "Change")) as edit:
        edit.set(INSTRUMENT, found[1], "code", "IRP 1")
    plan = back(office, hands, PREPARED + 1, "Cycle de l’eau et sédiments du bas Mékong", code="IRP 99")
    assert only(plan, "new").decision == ACCEPT


def test_a_prepared_row_that_was_said_to_be_a_record_changes_that_one(
    office: Office, hands: Hands, mekong: str
) -> None:
    title = "Cycle de l’eau et sédiments du bas Mékong"
    asked = row_of(back(office, hands, PREPARED, title, city="Cần Thơ"))
    plan = back(office, hands, PREPARED, title, Answers(rows={asked.cell: mekong}), city="Cần Thơ")
    assert [(item.ref, item.field, item.theirs) for item in plan.items] == [(mekong, "city", "Cần Thơ")]
    apply_plan(office.store, plan)
    assert office.counts()["instrument"] == 25


def test_a_prepared_row_that_was_said_to_be_new_is_asked_no_more(office: Office, hands: Hands, mekong: str) -> None:
    title = "Cycle de l’eau et sédiments du bas Mékong"
    asked = row_of(back(office, hands, PREPARED, title))
    plan = back(office, hands, PREPARED, title, Answers(rows={asked.cell: NEW}))
    item = only(plan, "new")
    assert (item.decision, item.words, item.ref) == (ACCEPT, None, asked.ref)
    apply_plan(office.store, plan)
    assert office.counts()["instrument"] == 26
    assert mekong


def test_a_record_that_has_its_own_row_in_the_file_is_named_but_not_offered(office: Office, hands: Hands) -> None:
    item = row_of(back(office, hands, PREPARED, str(office.record("instrument 3")["title"])))
    assert item.decision == OPEN
    assert item.words is not None
    assert str(office.record("instrument 3")["ref"]) in item.words.en
    assert item.likes == ()


# The partners of a new instrument --------------------------------------------------------------------------------


def parties(office: Office, instrument: str | None) -> list[tuple[object, object]]:
    """The roles and partners of an instrument."""
    found = office.store.records(Query(PARTY, (Filter("instrument", "is", instrument),)))
    return sorted((one["role"], one["partner"]) for one in found)


def test_the_partners_that_a_new_row_names_take_part_in_the_new_instrument(office: Office, hands: Hands) -> None:
    named = "institut du delta ; Université des Mangroves"
    plan = back(office, hands, PREPARED, "Projet neuf", acronym="NEUF", partners=named)
    assert [(item.kind, item.entity, item.decision) for item in plan.items] == [
        ("new", "instrument", ACCEPT), ("new", "party", ACCEPT), ("new", "party", ACCEPT),
    ]  # fmt: skip
    apply_plan(office.store, plan)
    both = {office.ids["Institut du Delta"], office.ids["Université des Mangroves"]}
    assert parties(office, office.store.resolve("instrument", "NEUF")) == [("partner", id_) for id_ in sorted(both)]
    again = taken(office, hands.send_back())
    assert again.items == []


def test_a_likely_partner_of_a_new_row_is_asked_and_an_unknown_one_is_listed(office: Office, hands: Hands) -> None:
    named = "Université des Mangrove; Institut du Delta ?; Centre inconnu"
    plan = back(office, hands, PREPARED, "Projet neuf", partners=named)
    likely, unsure = (item for item in plan.items if item.entity == "party")
    assert {likely.decision, unsure.decision} == {OPEN}
    assert isinstance(likely.theirs, dict)
    assert isinstance(unsure.theirs, dict)
    assert likely.theirs["partner"] == office.ids["Université des Mangroves"]
    assert unsure.theirs["partner"] == office.ids["Institut du Delta"]
    assert (likely.text, unsure.text) == ("Université des Mangrove", "Institut du Delta ?")
    (listed,) = [item for item in plan.items if item.kind == "doubtful"]
    assert (listed.field, listed.text) == (None, "Centre inconnu")


@pytest.mark.parametrize(("written", "asked"), [("Mangroves", True), ("Université", False), ("Palétuviers", False)])
def test_a_partner_that_is_written_by_one_of_its_words_is_asked(
    office: Office, hands: Hands, written: str, *, asked: bool
) -> None:
    plan = back(office, hands, PREPARED, "Projet neuf", partners=written)
    likely = [item for item in plan.items if item.entity == "party"]
    assert [isinstance(item.theirs, dict) and item.theirs["partner"] for item in likely] == (
        [office.ids["Université des Mangroves"]] if asked else []
    )
    assert all(item.decision == OPEN and item.text == written for item in likely)


def test_the_partners_of_a_new_row_are_shown_and_go_with_it(office: Office, hands: Hands) -> None:
    plan = back(office, hands, PREPARED, "Projet neuf", partners="Institut du Delta")
    review, counts = Review("", plan, 0), office.counts()
    (subject,) = [one for one in review.subjects() if one.category == "new"]
    assert review.counts()["new"] == 1
    assert len(subject.items) == 2
    review.decide([0], REFUSE)
    assert plan.changes == 0
    apply_plan(office.store, plan)
    assert office.counts() == counts


# What belongs to a row that is not taken ---------------------------------------------------------------------------


@pytest.mark.parametrize("decision", [REFUSE, OPEN, LATER])
def test_a_doubtful_cell_that_is_accepted_adds_no_record_whose_row_is_not(
    office: Office, hands: Hands, decision: str
) -> None:
    plan, counts = back(office, hands, PREPARED, "Projet neuf", starts_on="30/09/2021 ?"), office.counts()
    row, cell = plan.items
    row.decision, cell.decision = decision, ACCEPT
    assert (cell.field, cell.theirs, plan.changes) == ("starts_on", "2021-09-30", 0)
    applied = apply_plan(office.store, plan)
    assert office.counts() == counts
    assert applied.waiting == ([] if decision == REFUSE else [cell])
