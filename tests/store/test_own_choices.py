"""An office adds options to lists: they are offered, read, sent to the others, and shown even after they were taken off."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.domain.choice import CHOICE
from desktop_app.domain.choices import choices, find_choice, learn, offered
from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.mission import MISSION
from desktop_app.domain.values import Record, Showing
from desktop_app.domain.words import Words
from desktop_app.importers import kinds, part_columns
from desktop_app.store.base import Store
from desktop_app.store.queries import Query

WORDS = Words("Essai", "Test")
SEMINAR: Record = {
    "of_list": "purposes",
    "name_fr": "Tournée des lycées",
    "name_en": "High school tour",
    "aliases": ("Lycées",),
}


@pytest.fixture(autouse=True)
def _forgotten_afterwards() -> Iterator[None]:
    yield
    learn({})


def _add(store: Store) -> str:
    with store.edit(WORDS) as edit:
        return edit.add(CHOICE, SEMINAR)


def test_what_an_office_adds_is_offered_last_and_read_by_any_of_its_names(store: Store) -> None:
    _add(store)
    assert offered("purposes")[-1].words == Words("Tournée des lycées", "High school tour")
    for text in ("tournée des lycées", "HIGH SCHOOL TOUR", "lycees", "Tournée des lycées / High school tour"):
        assert find_choice("purposes", text) == "high_school_tour"
    with store.edit(WORDS) as edit:
        mission = edit.add(MISSION, {"purpose": "high_school_tour"})
    record = store.get(MISSION, mission)
    assert record is not None
    assert MISSION.fields["purpose"].type.show(record["purpose"], Showing("fr", str)) == "Tournée des lycées"


def test_a_base_that_is_opened_again_knows_its_own_choices_and_another_base_does_not(
    store: Store, tmp_path: Path
) -> None:
    _add(store)
    path = store.path
    store.close()
    Store.create(tmp_path / "other.passerelle", "TYO").close()
    assert find_choice("purposes", "lycees") is None
    Store.open(path, readonly=True).close()
    assert find_choice("purposes", "lycees") == "high_school_tour"


def test_a_choice_that_was_taken_off_is_shown_where_records_have_it_and_no_longer_offered(store: Store) -> None:
    id_ = _add(store)
    with store.edit(WORDS) as edit:
        edit.delete(CHOICE, id_)
    assert "high_school_tour" not in {option.code for option in offered("purposes")}
    assert choices("purposes")["high_school_tour"].words.en == "High school tour"
    store.undo()
    assert "high_school_tour" in {option.code for option in offered("purposes")}


def test_a_choice_that_is_renamed_stays_the_same_for_the_records(store: Store) -> None:
    id_ = _add(store)
    with store.edit(WORDS) as edit:
        edit.set(CHOICE, id_, "name_en", "School tour")
    assert choices("purposes")["high_school_tour"].words.en == "School tour"


def test_the_same_choice_added_in_two_offices_is_one(store: Store, tmp_path: Path) -> None:
    _add(store)
    with Store.create(tmp_path / "tokyo.passerelle", "TYO") as tokyo:
        assert _add(tokyo) == store.records(Query(CHOICE))[0]["id"]


def test_foreign_sheets_are_read_with_what_the_office_added_since(store: Store) -> None:
    def sources() -> set[str]:
        return {field.name for field in part_columns.offered(INSTRUMENT)}

    wanted = "funding.fictitious_fund.planned"
    assert wanted not in sources()
    assert kinds.partner_kind("Observatoire fictif", "") is None
    with store.edit(WORDS) as edit:
        edit.add(CHOICE, {"of_list": "funding_sources", "name_fr": "Fonds fictif", "name_en": "Fictitious fund"})
        edit.add(
            CHOICE, {"of_list": "partner_kinds", "name_fr": "Observatoire fictif", "name_en": "Fictitious observatory"}
        )
    assert wanted in sources()
    found = kinds.partner_kind("Observatoire fictif", "")
    assert found is not None
    assert found.code == "fictitious_observatory"
    store.undo()
    assert wanted not in sources()


def test_a_choice_that_is_understood_already_is_said(store: Store) -> None:
    (problem,) = store.problems(CHOICE, {"of_list": "purposes", "name_fr": "Séminaire", "name_en": "Seminar day"})
    assert problem.words.en == "“Séminaire” is understood by this list already."
    assert store.problems(CHOICE, SEMINAR) == []
