"""What belongs to a record goes to its place: who takes part in an instrument, its budget, who pays, the legs of a mission."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import openpyxl
import pytest

from desktop_app.domain import ENTITIES
from desktop_app.domain.plan import ACCEPT, OPEN, REFUSE, Item
from desktop_app.domain.words import Words
from desktop_app.excel.read import read_book
from desktop_app.importers.part_columns import offered, part_field, part_meanings
from desktop_app.importers.recognise import Told
from desktop_app.importers.sheet import Taken, take_sheet
from desktop_app.store.base import Query, Store
from desktop_app.sync.apply import apply_plan
from desktop_app.sync.review import Review, can_accept

HEADS = ("Sigle", "Intitulé", "Type", "Pays", "Dates", "Institution viet.", "Laboratoire français", "Responsable FR",
         "Budget (k€)", "Cofinancement SCAC 2024 (€)")  # fmt: skip
ROW = ("ALPHA-F", "Projet fictif alpha", "IRP", "Vietnam", "2021-2025", "Université fictive de Hué ; Institut inconnu",
       "UMR 5563", "FICTIF Paul", 14, "2 000")  # fmt: skip
UNCLEAR_HEADS, UNCLEAR = (*HEADS[:8], "Budget", HEADS[9]), (*ROW[:8], "14k€", ROW[9])


def book(folder: Path, rows: Sequence[Sequence[object]], name: str = "instruments.xlsx") -> Path:
    made = openpyxl.Workbook()
    page = made.active
    assert page is not None
    for row in rows:
        page.append(list(row))
    made.save(folder / name)
    return folder / name


def taken(store: Store, path: Path) -> Taken:
    return take_sheet(
        store, read_book(path), Told(), file_name=path.name, sha256=path.name, create=("person",), in_doubt=True
    )


@pytest.fixture
def office(store: Store) -> Store:
    with store.edit(Words("Ajouter", "Add")) as edit:
        edit.add(ENTITIES["partner"], {"name": "Université fictive de Hué", "country": store.resolve("country", "VN")})
        edit.add(ENTITIES["unit"], {"code": "UMR 5563", "name": "Laboratoire fictif", "acronym": "GETF"})
    return store


def parts(items: Sequence[Item], entity: str) -> list[Mapping[str, object]]:
    return [dict(item.theirs) for item in items if item.entity == entity and isinstance(item.theirs, dict)]


def test_partners_units_people_budget_and_funding_of_an_instrument_go_to_their_place(
    office: Store, tmp_path: Path
) -> None:
    found = taken(office, book(tmp_path, (HEADS, ROW)))
    assert found.table.entity.name == "instrument"
    columns = {one.heading: one.field for one in found.plan.columns}
    assert columns["Institution viet."] == "party.partner"
    assert columns["Budget (k€)"] == "period.budget"
    assert columns["Cofinancement SCAC 2024 (€)"] == "funding.embassy.planned.2024"
    assert not [one for one in found.plan.columns if one.field is None]
    apply_plan(office, found.plan)
    (instrument,) = office.records(Query(ENTITIES["instrument"]))
    held = office.records(Query(ENTITIES["party"]))
    assert {str(one["role"]) for one in held} == {"partner", "lead_french", "pi_french"}
    assert all(one["instrument"] == instrument["id"] for one in held)
    (period,) = office.records(Query(ENTITIES["period"]))
    assert (period["budget"], period["starts_on"], period["ends_on"], period["number"]) == ("14000", "2021", "2025", 1)
    (funding,) = office.records(Query(ENTITIES["funding"]))
    assert (funding["source"], funding["year"], funding["planned"]) == ("embassy", 2024, "2000")


def test_a_partner_that_is_not_here_is_asked_and_then_belongs_to_its_instrument(office: Store, tmp_path: Path) -> None:
    found = taken(office, book(tmp_path, (HEADS, ROW)))
    assert [one.text for one in found.questions] == ["Institut inconnu"]
    review = Review("x", found.plan, 0)
    number = next(n for n, item in enumerate(review.items) if item.kind == "unreadable")
    assert not can_accept(review.items[number])
    review.decide([number], ACCEPT)
    assert review.items[number].decision == OPEN
    with office.edit(Words("Ajouter", "Add")) as edit:
        partner = edit.add(ENTITIES["partner"], {"name": "Institut fictif", "country": office.resolve("country", "VN")})
    review.type_value([number], partner, "partner")
    apply_plan(office, review.plan)
    assert partner in {one["partner"] for one in office.records(Query(ENTITIES["party"]))}
    again = taken(office, book(tmp_path, (HEADS, ROW)))
    assert not [item for item in again.plan.items if item.entity == "party" and item.kind == "new"]


def test_the_same_sheet_again_adds_no_part_twice(office: Store, tmp_path: Path) -> None:
    path = book(tmp_path, (HEADS, ROW))
    apply_plan(office, taken(office, path).plan)
    again = taken(office, path).plan
    assert not [item for item in again.items if item.entity in ("party", "period", "funding") and item.kind == "new"]


def test_an_amount_that_was_understood_once_is_not_asked_again(office: Store, tmp_path: Path) -> None:
    path = book(tmp_path, (UNCLEAR_HEADS, UNCLEAR))
    first = taken(office, path).plan
    (asked,) = [item for item in first.items if item.kind == "unreadable" and item.field == "budget"]
    asked.decision = ACCEPT
    apply_plan(office, first)
    again = taken(office, path).plan
    assert not [item for item in again.items if item.field == "budget"]


def test_an_unclear_amount_stands_beside_ours_and_takes_its_place_when_it_is_accepted(
    office: Store, tmp_path: Path
) -> None:
    apply_plan(office, taken(office, book(tmp_path, (HEADS, (*ROW[:8], 12, ROW[9])))).plan)
    plan = taken(office, book(tmp_path, (UNCLEAR_HEADS, UNCLEAR), "next.xlsx")).plan
    (asked,) = [item for item in plan.items if item.field == "budget"]
    assert (asked.kind, asked.ours, asked.theirs) == ("unreadable", "12000", "14000")
    asked.decision = ACCEPT
    assert not apply_plan(office, plan).left
    (period,) = office.records(Query(ENTITIES["period"]))
    assert period["budget"] == "14000"


def test_another_budget_of_a_period_that_is_here_is_asked(office: Store, tmp_path: Path) -> None:
    apply_plan(office, taken(office, book(tmp_path, (HEADS, ROW))).plan)
    other = (*ROW[:8], 15, ROW[9])
    plan = taken(office, book(tmp_path, (HEADS, other), "next.xlsx")).plan
    (item,) = [item for item in plan.items if item.entity == "period"]
    assert (item.kind, item.field, item.ours, item.theirs, item.decision) == (
        "conflicts",
        "budget",
        "14000",
        "15000",
        OPEN,
    )


@pytest.mark.parametrize("decision", [OPEN, REFUSE])
def test_parts_wait_for_their_record_and_go_with_it(office: Store, tmp_path: Path, decision: str) -> None:
    plan = taken(office, book(tmp_path, (HEADS, ROW))).plan
    item = next(item for item in plan.items if item.entity == "instrument")
    item.decision = decision
    people = sum(item.entity == "person" for item in plan.items)
    assert plan.changes == people
    review = Review("x", plan, 0)
    applied = apply_plan(office, plan)
    assert office.count(Query(ENTITIES["party"])) == 0
    review.settle(applied.left, applied.waiting)
    left = {item.entity for item in review.items if item.decision == ACCEPT}
    assert left == ({"party", "period", "funding"} if decision == OPEN else set())


def test_parts_are_shown_below_their_record(office: Store, tmp_path: Path) -> None:
    review = Review("x", taken(office, book(tmp_path, (HEADS, ROW))).plan, 0)
    subjects = [subject for subject in review.subjects() if subject.key.startswith("instrument/")]
    assert len(subjects) == 1
    assert {review.items[n].entity for n in subjects[0].items} == {"instrument", "party", "period", "funding"}
    assert review.counts()["new"] == 2  # the instrument and the person


def test_legs_of_a_mission_say_when_and_where_it_is(office: Store, tmp_path: Path) -> None:
    rows = (
        ("Missionnaire", "Étape 1", "Dates étape 1", "Étape 2", "Dates étape 2", "Objet"),
        ("FICTIF Paul", "Hanoi, Vietnam", "12-14/05/2025", "Vientiane (Laos)", "15-17/05/2025", "Comité de pilotage"),
    )
    found = taken(office, book(tmp_path, rows, "missions.xlsx"))
    assert found.table.entity.name == "mission"
    apply_plan(office, found.plan)
    (mission,) = office.records(Query(ENTITIES["mission"]))
    assert (mission["starts_on"], mission["ends_on"], mission["cities"]) == (
        "2025-05-12",
        "2025-05-17",
        ("Hanoi", "Vientiane"),
    )
    legs = sorted(office.records(Query(ENTITIES["leg"])), key=lambda leg: str(leg["number"]))
    assert [(leg["number"], leg["city"], leg["starts_on"], leg["ends_on"]) for leg in legs] == [
        (1, "Hanoi", "2025-05-12", "2025-05-14"),
        (2, "Vientiane", "2025-05-15", "2025-05-17"),
    ]


@pytest.mark.parametrize(
    ("heading", "values", "field"),
    [
        ("Porteur français", ["FICTIF Paul", "Anne Inventée"], "party.pi_french"),
        ("Porteur français", ["UMR 5563", "UMR 7144"], "party.lead_french"),
        ("PI (SG)", ["Tan Pretend"], "party.pi_foreign"),
        ("FR partner", ["Thales", "UMR 5563"], "party.lead_french"),
        ("Unité miroir", ["UMR 5563"], "party.mirror_unit"),
        ("Ville du partenaire", ["Hanoï"], None),
        ("Note du responsable", ["bien"], None),
        ("Nombre de partenaires", [3, 4], None),
        ("Montant 2023", ["14 000 €"], "funding.instrument_budget.planned.2023"),
        ("Dépensé 2023", ["14 000"], "funding.instrument_budget.spent.2023"),
        ("Budget", ["ITB", "NUS"], None),
        ("Date de signature", ["12/03/2021"], "period.signed_on"),
    ],
)
def test_headings_of_parts_are_understood_by_their_words_and_cells(
    heading: str, values: list[object], field: str | None
) -> None:
    found = list(part_meanings(ENTITIES["instrument"], heading, values))  # type: ignore[arg-type]
    assert (found[0].field if found else None) == field


def test_every_part_that_is_offered_has_words_in_both_languages() -> None:
    for name in ("instrument", "event", "mission"):
        fields = offered(ENTITIES[name])
        assert fields
        assert len({one.fr for one in fields}) == len({one.en for one in fields}) == len(fields)
    assert part_field(ENTITIES["instrument"], "party.nobody") is None
    assert part_field(ENTITIES["instrument"], "funding.embassy.planned.24") is None
    assert part_field(ENTITIES["partner"], "party.partner") is None
