"""Orders that an index holds give exactly the rows that any other question gives, in the same order."""

from array import array
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from desktop_app.domain.ids import new_id
from desktop_app.domain.mission import MISSION
from desktop_app.domain.partner import PARTNER
from desktop_app.domain.unit import UNIT
from desktop_app.domain.words import Words
from desktop_app.store import along, orders
from desktop_app.store.base import Store
from desktop_app.store.packing import packed
from desktop_app.store.queries import Filter, Query, statement
from desktop_app.store.tables import LISTS, NEWEST, ORDERED

USUAL = (("starts_on", True),)
ANY = Filter("number", "filled")  # true of all, and in no order that an index holds
STATUSES = ("planned", "done", "cancelled", None)
COUNTRIES = (("VN",), ("DE", "VN"), (), ("TH", "KH"), ("VN",))
CITIES = (("Hanoi",), ("Évry", "Paris"), (), ("Bonn",))
# Of each type of cell one, choices of a short and of a long list, and links that are filled in here or not.
FIELDS = (
    "number", "status", "institute", "currency", "cost", "nights", "opinion_needed", "ends_on", "notes", "unit", "partner",
    "contact",
)  # fmt: skip
DAYS = ("2025-03-01", "2025-03", "2024", None, "2025-03-01", "2023-12-31")


@pytest.fixture(scope="module")
def filled(empty_base: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A base with missions of which many are equal, some are gone, some lead nowhere."""
    path = tmp_path_factory.mktemp("along") / "office.passerelle"
    path.write_bytes(empty_base.read_bytes())
    with Store.open(path) as store:
        with store.edit(Words("Essai", "Try")) as edit:
            partners = [edit.add(PARTNER, {"name": name}) for name in ("Zoo", "aster", "Étoile", "Zoo")]
            countries = {code: str(store.resolve("country", code)) for code in ("VN", "DE", "TH", "KH")}
            units = [edit.add(UNIT, {"name": name}) for name in ("UMR 2", "UMR 1")]
            missions = [
                edit.add(MISSION, {
                    "number": f"M{number:02}", "starts_on": DAYS[number * 5 % 6],
                    "ends_on": DAYS[number * 7 % 6], "notes": ("b", None, "é", "")[number % 4],
                    "status": STATUSES[number * 7 % 4],
                    "cost": None if number % 5 == 2 else str(number % 6), "institute": ("INC", None, "INP")[number % 3],
                    "partner": None if number % 7 == 3 else partners[number * 3 % 4], "unit": units[number % 2],
                    "countries": tuple(countries[code] for code in COUNTRIES[number % 5]), "cities": CITIES[number % 4],
                })
                for number in range(60)
            ]  # fmt: skip
        with store.edit(Words("Supprimer", "Delete")) as edit:
            for number in (0, 5, 17, 39):
                edit.delete(MISSION, missions[number])
        yield store


def anyway(store: Store, query: Query) -> "array[int]":
    """Return the answer to a question that is sorted in the usual way."""
    store.lay_names_out(query.entity, [name for name, _descending in query.sort])
    return packed(store._reader(), statement(query.where(ANY)))


@pytest.mark.parametrize("field", [*FIELDS, *LISTS["mission"], "starts_on"])
@pytest.mark.parametrize("descending", [False, True])
def test_a_whole_list_and_its_first_rows_stand_in_the_usual_order(
    filled: Store, monkeypatch: pytest.MonkeyPatch, field: str, *, descending: bool
) -> None:
    monkeypatch.setattr(orders, "_AT_ONCE", (2, 3))
    thens = () if field == "starts_on" else (USUAL, (("starts_on", False),), (("ends_on", True), *USUAL))
    for then, lang in product(((), *thens), ("fr", "en")):
        asked = Query(MISSION, sort=((field, descending), *then), lang=lang)
        expected = anyway(filled, asked)
        assert len(expected) == 56
        assert filled.ids(asked) == expected
        for limit in (1, 7, 30, 64):
            assert filled.ids(replace(asked, limit=limit)) == expected[:limit]


@pytest.mark.parametrize("field", [*FIELDS, "starts_on"])
def test_gathered_rows_and_those_of_one_value_are_the_usual_ones(filled: Store, field: str) -> None:
    asked = Query(MISSION, sort=USUAL)
    tally = dict(filled.tally(asked, field))
    assert tally == dict(filled.tally(asked.where(ANY), field))
    values = sorted((value for value in tally if value is not None), key=str, reverse=True)
    for order in (values, values[::-1], [*values, None]):
        gathered = replace(asked, gather=(field, tuple(order)))
        assert filled.ids(gathered) == anyway(filled, gathered)
    for value, limit in product(tally, (None, 3, 64)):
        for op in ("same", "is") if field != "starts_on" else ("same",):
            one = replace(asked.where(Filter(field, op, value)), limit=limit)
            assert filled.ids(one) == anyway(filled, one)
    assert sum(tally.values()) == filled.count(Query(MISSION)) == 56


@pytest.mark.parametrize("field", [*FIELDS, *LISTS["mission"], "starts_on"])
@pytest.mark.parametrize("looked_at", [3, 20, 10_000])
def test_the_first_rows_that_fit_conditions_are_the_usual_ones(
    filled: Store, monkeypatch: pytest.MonkeyPatch, field: str, looked_at: int
) -> None:
    monkeypatch.setattr(along, "_LOOKED_AT", looked_at)
    monkeypatch.setattr(orders, "_AT_ONCE", (2, 3))
    zoo = str(filled.resolve("partner", "aster"))
    asked = (
        (Filter("status", "is", "done"),), (Filter("starts_on", "from", "2025"), Filter("cost", "filled")),
        (Filter("partner", "in", (zoo,)),), (Filter("partner.name", "is", "Zoo"),), (Filter("number", "is", "none"),),
    )  # fmt: skip
    for filters, descending, then in product(asked, (False, True), ((), USUAL)):
        whole = Query(MISSION, filters, sort=((field, descending), *(then if field != "starts_on" else ())))
        first = {limit: filled.ids(replace(whole, limit=limit)) for limit in (1, 4, 64)}
        expected = anyway(filled, whole)
        assert first == {limit: expected[:limit] for limit in first}


@pytest.mark.parametrize("field", [*FIELDS, "starts_on"])
def test_the_first_rows_that_a_text_finds_are_the_usual_ones(
    filled: Store, monkeypatch: pytest.MonkeyPatch, field: str
) -> None:
    monkeypatch.setattr(along, "_MANY", 8)  # others find fewer
    for text, filters, descending in product(("zoo", "m1", "m22", "none"), ((), (ANY,)), (False, True)):
        whole = Query(MISSION, filters, text, ((field, descending),))
        first = {limit: filled.ids(replace(whole, limit=limit)) for limit in (1, 5, 64)}
        expected = anyway(filled, whole)
        assert first == {limit: expected[:limit] for limit in first}
    assert along.row_numbers(filled._reader(), Query(MISSION, (), "zoo", ((field, False),), 3), '"zoo"*') is not None


def test_the_first_rows_that_fit_are_found_along_the_order(filled: Store) -> None:
    for field in (*FIELDS, "starts_on"):
        filled.ids(Query(MISSION, sort=((field, False),)))  # lays names out
        asked = Query(MISSION, (Filter("number", "contains", "M"),), sort=((field, False),), limit=10)
        assert along.row_numbers(filled._reader(), asked) is not None


def test_groups_of_which_one_is_not_named_hold_all_rows(filled: Store) -> None:
    asked = Query(MISSION, sort=USUAL, gather=("status", ("done",)))
    assert filled.ids(asked) == anyway(filled, asked)
    assert len(filled.ids(asked)) == 56


def test_a_link_that_leads_nowhere_is_in_the_list_all_the_same(store: Store) -> None:
    with store.edit(Words("Essai", "Try")) as edit:
        partner = edit.add(PARTNER, {"name": "Zoo"})
        missions = [edit.add(MISSION, {"number": f"M{n}", "partner": partner}) for n in range(4)]
        edit.set(MISSION, missions[1], "partner", new_id())
    asked = Query(MISSION, sort=(("partner", False), *USUAL))
    assert store.ids(asked) == anyway(store, asked)
    assert len(store.ids(asked)) == 4


def test_the_fields_that_are_tried_are_of_all_types() -> None:
    assert {type(MISSION.fields[name].type) for name in FIELDS} == {
        type(MISSION.fields[name].type) for name in ORDERED["mission"]
    }


@pytest.mark.parametrize("field", [*ORDERED["mission"], *LISTS["mission"]])
def test_what_people_sort_and_gather_missions_by_is_not_sorted_anew(filled: Store, field: str) -> None:
    filled.ids(Query(MISSION, sort=((field, False),)))  # lays names out
    connection = filled._reader()
    for descending in (False, True):
        assert along.row_numbers(connection, Query(MISSION, sort=((field, descending), *USUAL))) is not None
    if field in LISTS["mission"]:
        return
    assert along.row_numbers(connection, Query(MISSION, (Filter(field, "same", None),), sort=USUAL)) is not None
    assert NEWEST["mission"] == USUAL[0][0]
