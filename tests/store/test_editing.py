"""Records are added, changed and deleted through one door, and each edit is one step of the journal."""

from pathlib import Path

import pytest

from desktop_app.domain import ENTITIES, REFERENCE
from desktop_app.domain.ids import derived_id
from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.instrument_parts import FUNDING, LINK, MILESTONE, PARTY, PERIOD
from desktop_app.domain.mission import MISSION
from desktop_app.domain.partner import PARTNER
from desktop_app.domain.person import AFFILIATION, PERSON
from desktop_app.domain.place import COUNTRY, FIGURE
from desktop_app.domain.refused import Refused
from desktop_app.domain.values import Value
from desktop_app.domain.words import Words
from desktop_app.store.base import Source, Store
from desktop_app.store.queries import Filter, Query

WORDS = Words("Modifier", "Change")
VN, TH, SG = (derived_id("country", code) for code in ("VN", "TH", "SG"))


def add(store: Store, entity: str, /, **values: Value) -> str:
    with store.edit(Words("Ajouter", "Add")) as edit:
        return edit.add(ENTITIES[entity], values)


def changes_of(store: Store, id_: str) -> list[tuple[str, Value, Value]]:
    return [(line.field, line.before, line.after) for line in store.history(id_)]


def test_a_new_base_holds_the_reference_data_and_nothing_else(store: Store) -> None:
    counts = store.counts()
    assert {name for name, count in counts.items() if count} == {entity.name for entity in REFERENCE}
    assert counts["country"] == 249
    assert (store.office, store.demo, store.readonly) == ("SIN", False, False)
    assert store.undo_words() is None


def test_a_record_is_added_with_an_id_and_a_readable_reference(store: Store) -> None:
    id_ = add(store, "partner", name="Mahidol University", country=TH)
    record = store.get(PARTNER, id_)
    assert record is not None
    assert record["name"] == "Mahidol University"
    assert record["city"] is None
    assert str(record["ref"]).startswith("SIN-P-")
    assert store.find(str(record["ref"])) == (PARTNER, id_)
    assert store.find(str(record["ref"]).lower()) == (PARTNER, id_)


def test_two_records_never_share_a_reference(store: Store) -> None:
    with store.edit(WORDS) as edit:
        for start in ("0", "1", "2"):
            edit.add(PARTNER, {"name": start}, id_=start * 20 + "abcdef012345")
    refs = [str(record["ref"]) for record in store.records(Query(PARTNER))]
    assert len(set(refs)) == 3
    assert sorted(len(ref) for ref in refs) == [14, 15, 16]
    assert all(store.find(ref) for ref in refs)


def test_an_edit_says_what_it_did(store: Store) -> None:
    kept, gone = add(store, "partner", name="A"), add(store, "partner", name="B")
    with store.edit(WORDS) as edit:
        new = edit.add(PARTNER, {"name": "C"})
        edit.set(PARTNER, kept, "city", "Hanoi")
        edit.delete(PARTNER, gone)
    changes = edit.changes
    assert (changes.added, changes.changed, changes.removed) == (
        {"partner": {new}}, {"partner": {kept}}, {"partner": {gone}},
    )  # fmt: skip
    assert changes.entities == {"partner"}
    assert changes.ids() == {new, kept, gone}


def test_a_value_that_is_there_already_changes_nothing(store: Store) -> None:
    id_ = add(store, "instrument", title="Eau", countries=(TH, VN), starts_on="2024")
    before = store.journal_position(), len(store.steps())
    with store.edit(WORDS) as edit:
        edit.update(
            INSTRUMENT, id_, {"title": "Eau", "countries": (VN, TH, VN), "acronym": "", "fields": (), "city": None}
        )
    assert (store.journal_position(), len(store.steps())) == before
    assert not edit.changes.entities


def test_an_edit_that_fails_leaves_nothing_behind(store: Store) -> None:
    id_ = add(store, "partner", name="A")
    before = store.journal_position()
    with pytest.raises(ZeroDivisionError):
        _fail_half_way(store, id_)
    assert [record["name"] for record in store.records(Query(PARTNER))] == ["A"]
    assert store.journal_position() == before
    assert store.search("Bergamote", entities=["partner"]) == []
    assert add(store, "partner", name="C")


def _fail_half_way(store: Store, id_: str) -> None:
    with store.edit(WORDS) as edit:
        edit.add(PARTNER, {"name": "Bergamote"})
        edit.set(PARTNER, id_, "name", "Z")
        raise ZeroDivisionError


def test_what_is_no_field_is_refused_by_name(store: Store) -> None:
    with pytest.raises(Refused) as refused:
        add(store, "partner", nom="A", zzz="B")
    assert "nom, zzz" in refused.value.words.fr
    assert "partner" in refused.value.words.en


def test_a_record_that_does_not_exist_cannot_be_changed_or_deleted(store: Store) -> None:
    for act in ("set", "delete"):
        with pytest.raises(Refused), store.edit(WORDS) as edit:
            edit.set(PARTNER, "0" * 32, "name", "A") if act == "set" else edit.delete(PARTNER, "0" * 32)


def test_a_deleted_record_cannot_be_changed_until_it_is_back(store: Store) -> None:
    id_ = add(store, "partner", name="A")
    with store.edit(WORDS) as edit:
        edit.delete(PARTNER, id_)
    with pytest.raises(Refused) as refused, store.edit(WORDS) as edit:
        edit.set(PARTNER, id_, "name", "B")
    assert "supprimée" in refused.value.words.fr
    with store.edit(WORDS) as edit:
        edit.delete(PARTNER, id_)
    assert not edit.changes.entities
    with store.edit(WORDS) as edit:
        edit.add(PARTNER, {"city": "Hanoi"}, id_)
    record = store.get(PARTNER, id_)
    assert record is not None
    assert (record["name"], record["city"]) == ("A", "Hanoi")


def test_dates_keep_the_precision_that_they_had(store: Store) -> None:
    for value in ("2019", "2019-05", "2019-05-24"):
        id_ = add(store, "instrument", title="Eau", starts_on=value)
        record = store.get(INSTRUMENT, id_)
        assert record is not None
        assert record["starts_on"] == value
    with store.edit(WORDS) as edit:
        edit.set(INSTRUMENT, id_, "starts_on", "2019")
    assert (store.get(INSTRUMENT, id_) or {})["starts_on"] == "2019"


@pytest.mark.parametrize("value", ["0", "14000", "14000.50", "-0.07", "123456789012.34"])
def test_amounts_are_kept_exactly(store: Store, value: str) -> None:
    id_ = add(store, "mission", starts_on="2025", cost=value, currency="EUR")
    assert (store.get(MISSION, id_) or {})["cost"] == value


def test_the_start_and_the_end_of_a_period_are_one_change(store: Store) -> None:
    instrument = add(store, "instrument", title="Eau")
    id_ = add(store, "period", instrument=instrument, starts_on="2022", ends_on="2026", budget="12000", currency="EUR")
    before = store.journal_position()
    with store.edit(WORDS) as edit:
        edit.update(PERIOD, id_, {"starts_on": "2023", "ends_on": "2027"})
    assert store.journal_position() == before + 1
    assert sorted(changes_of(store, id_)[:2]) == [("ends_on", "2026", "2027"), ("starts_on", "2022", "2023")]


def test_changing_one_date_of_a_period_keeps_the_other(store: Store) -> None:
    id_ = add(store, "period", instrument=add(store, "instrument", title="Eau"), starts_on="2022", ends_on="2026")
    with store.edit(WORDS) as edit:
        edit.set(PERIOD, id_, "ends_on", "2027")
        edit.set(PERIOD, id_, "starts_on", "2021")
    record = store.get(PERIOD, id_)
    assert record is not None
    assert (record["starts_on"], record["ends_on"]) == ("2021", "2027")


def test_members_of_a_set_are_added_and_removed_one_by_one(store: Store) -> None:
    id_ = add(store, "instrument", title="Eau", countries=(SG, VN))
    before = store.journal_position()
    with store.edit(WORDS) as edit:
        edit.set(INSTRUMENT, id_, "countries", (TH, VN))
    assert store.journal_position() == before + 2
    assert (store.get(INSTRUMENT, id_) or {})["countries"] == tuple(sorted((TH, VN)))
    linked = Query(INSTRUMENT, (Filter("countries", "is", TH),))
    assert [record["id"] for record in store.records(linked)] == [id_]
    assert store.count(Query(INSTRUMENT, (Filter("countries", "is", SG),))) == 0


def test_a_member_can_leave_and_come_back_in_one_edit(store: Store) -> None:
    id_ = add(store, "partner", name="A", aliases=("a",))
    with store.edit(WORDS) as edit:
        edit.set(PARTNER, id_, "aliases", ("a", "b"))
        edit.set(PARTNER, id_, "aliases", None)
        edit.set(PARTNER, id_, "aliases", ("b",))
    assert (store.get(PARTNER, id_) or {})["aliases"] == ("b",)
    assert store.check() == []


def test_the_same_link_added_twice_is_one_record(store: Store) -> None:
    one, other = add(store, "instrument", title="IRP"), add(store, "instrument", title="LIA")
    first = add(store, "link", instrument=one, kind="succeeds", other=other)
    second = add(store, "link", instrument=one, kind="succeeds", other=other, since_on="2019")
    assert first == second
    assert (store.get(LINK, first) or {})["since_on"] == "2019"
    assert store.count(Query(LINK)) == 1
    with store.edit(WORDS) as edit:
        again = {edit.add(LINK, {"instrument": one, "kind": "under", "other": other}) for _ in range(2)}
    assert len(again) == 1
    assert store.count(Query(LINK)) == 2


def test_two_offices_that_add_the_same_make_one_record(store: Store, tmp_path: Path) -> None:
    values: dict[str, Value] = {"country": VN, "year": 2024, "indicator": "population", "value": "100"}
    with Store.create(tmp_path / "tokyo.passerelle", "TYO") as tokyo:
        assert add(tokyo, "figure", **values) == add(store, "figure", **values)
        assert tokyo.get(COUNTRY, VN) == store.get(COUNTRY, VN)


def test_adding_a_country_that_is_there_completes_it(store: Store) -> None:
    with store.edit(WORDS) as edit:
        id_ = edit.add(COUNTRY, {"code": "VN", "aliases": ("Annam",)})
    assert id_ == VN
    assert edit.changes.added == {}
    assert (store.get(COUNTRY, VN) or {})["name_fr"] == "Viêt Nam"
    assert store.count(Query(COUNTRY)) == 249


def test_a_record_deleted_and_added_again_comes_back(store: Store) -> None:
    id_ = add(store, "figure", country=VN, year=2024, indicator="population", value="100")
    with store.edit(WORDS) as edit:
        edit.delete(FIGURE, id_)
    assert store.get(FIGURE, id_) is None
    assert add(store, "figure", country=VN, year=2024, indicator="population", value="101") == id_
    assert (store.get(FIGURE, id_) or {})["value"] == "101"


def test_what_is_edited_inside_a_record_is_deleted_with_it_and_comes_back_with_it(store: Store) -> None:
    instrument, mission = add(store, "instrument", title="Eau"), add(store, "mission", starts_on="2025")
    partner, person = add(store, "partner", name="A"), add(store, "person", family_name="Rêvecolline")
    with store.edit(WORDS) as edit:
        edit.add(PERIOD, {"instrument": instrument, "number": 1})
        edit.add(PARTY, {"instrument": instrument, "role": "member", "partner": partner})
        edit.add(MILESTONE, {"instrument": instrument, "kind": "call"})
        edit.add(FUNDING, {"instrument": instrument, "source": "dei"})
        kept = edit.add(FUNDING, {"mission": mission, "source": "dei"})
        elsewhere = edit.add(AFFILIATION, {"person": person, "partner": partner})
    parts = (PERIOD, PARTY, MILESTONE, FUNDING)
    with store.edit(Words("Supprimer", "Delete")) as edit:
        edit.delete(INSTRUMENT, instrument)
    assert {name: len(ids) for name, ids in edit.changes.removed.items()} == {
        "instrument": 1, **dict.fromkeys([part.name for part in parts], 1),
    }  # fmt: skip
    assert store.get(FUNDING, kept)
    assert store.get(AFFILIATION, elsewhere)
    assert [store.count(Query(part)) for part in parts] == [0, 0, 0, 1]
    changes = store.undo()
    assert changes is not None
    assert set(changes.added) == {"instrument", *(part.name for part in parts)}
    assert [store.count(Query(part)) for part in parts] == [1, 1, 1, 2]
    assert store.check() == []


def test_a_record_is_found_through_what_it_is_linked_to_in_both_directions(store: Store) -> None:
    person = add(store, "person", family_name="Rêvecolline")
    missions = [add(store, "mission", starts_on=f"2025-0{month}", person=person) for month in (1, 2)]
    found = store.records(Query(MISSION, (Filter("person", "is", person),)))
    assert [record["id"] for record in found] == missions
    assert store.names.label("person", person, "fr") == "Rêvecolline"


def test_history_tells_who_changed_what_from_which_file(store: Store) -> None:
    id_ = add(store, "partner", name="A", city="Hanoi")
    with store.edit(Words("Reprendre le classeur", "Take the workbook in"), Source("retour.xlsx", "ab" * 32)) as edit:
        edit.update(PARTNER, id_, {"city": "Huế", "acronym": "AA"})
    newest = store.history(id_)[0]
    assert (newest.file_name, newest.author, newest.undone) == ("retour.xlsx", store.author, False)
    assert newest.words == Words("Reprendre le classeur", "Take the workbook in")
    assert set(changes_of(store, id_)) == {
        ("city", "Hanoi", "Huế"), ("acronym", None, "AA"), ("name", None, "A"), ("city", None, "Hanoi"),
    }  # fmt: skip
    step = store.steps(1)[0]
    assert (step.kind, step.file_name, step.changes, step.undone) == ("import", "retour.xlsx", 2, False)


def test_many_records_in_one_edit_are_all_there_in_order(store: Store) -> None:
    with store.edit(WORDS) as edit:
        ids = [edit.add(PERSON, {"family_name": f"Nom {number}"}) for number in range(6_000)]
    found = store.records(Query(PERSON))
    assert [record["id"] for record in found] == ids
    assert store.check() == []
    assert len(store.search("nom 5999", entities=["person"])) == 1
    assert store.undo() is not None
    assert store.count(Query(PERSON)) == 0


def test_what_was_written_is_there_after_reopening(base_path: Path) -> None:
    with Store.open(base_path) as store:
        id_ = add(store, "partner", name="Trường Đại học Cần Thơ", country=VN, aliases=("CTU",))
        before = store.get(PARTNER, id_)
    with Store.open(base_path, readonly=True) as store:
        assert store.get(PARTNER, id_) == before
