"""An order that is read and sifted holds exactly the rows that a sorted one holds, in the same order."""

from array import array
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.domain.ids import new_id
from desktop_app.domain.mission import MISSION
from desktop_app.domain.partner import PARTNER
from desktop_app.domain.person import PERSON
from desktop_app.domain.words import Words
from desktop_app.store import sifting
from desktop_app.store.base import Store
from desktop_app.store.packing import packed
from desktop_app.store.queries import Filter, Query, statement
from desktop_app.store.search import match_of
from desktop_app.store.tables import ORDERED

USUAL = ("starts_on", True)
STATUSES = ("planned", "done", "cancelled", None)
DAYS = ("2025-03-01", "2025-03", "2024", None, "2025-03-01", "2023-12-31")
MOST = Filter("number", "filled")
CONDITIONS = (
    MOST, Filter("status", "is_not", ("cancelled",)), Filter("status", "is", "done"), Filter("status", "empty"),
    Filter("starts_on", "from", "2024"), Filter("cost", "until", "4"), Filter("person.family_name", "contains", "a"),
    Filter("number", "contains", "M0"), Filter("number", "is", "none"), Filter("cities", "is", "Hanoi"),
)  # fmt: skip


@pytest.fixture(scope="module")
def filled(empty_base: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A base with missions of which many are equal and some are gone."""
    path = tmp_path_factory.mktemp("sifting") / "office.passerelle"
    path.write_bytes(empty_base.read_bytes())
    with Store.open(path) as store:
        with store.edit(Words("Essai", "Try")) as edit:
            partners = [edit.add(PARTNER, {"name": name}) for name in ("Zoo", "aster", "Étoile", "Zoo")]
            people = [edit.add(PERSON, {"family_name": name}) for name in ("Öz", "elan", "Élan", "Zola", "Zola")]
            missions = [
                edit.add(MISSION, {
                    "number": f"M{number:02}", "starts_on": DAYS[number * 5 % 6], "status": STATUSES[number * 7 % 4],
                    "cost": None if number % 5 == 2 else str(number % 6), "institute": ("INC", None, "INP")[number % 3],
                    "partner": None if number % 7 == 3 else partners[number * 3 % 4],
                    "person": None if number % 9 == 1 else people[number * 3 % 5],
                    "cities": ("Hanoi",) if number % 3 else (),
                    "notes": (None, "b", None, "é", "", "b", None)[number % 7],
                    "nights": (None, 2, 11, None, 0, 2, None)[number % 7],
                })
                for number in range(60)
            ]  # fmt: skip
        with store.edit(Words("Supprimer", "Delete")) as edit:
            for number in (0, 5, 17, 39, 59):
                edit.delete(MISSION, missions[number])
        yield store


def sorted_anew(store: Store, query: Query) -> "array[int]":
    """Return the answer to a question as the base sorts it."""
    store.lay_names_out(query.entity, [name for name, _descending in query.sort])
    return packed(store._reader(), statement(query))


def sifted(store: Store, query: Query) -> "array[int] | None":
    """Return the answer to a question by sifting, if it is answered so."""
    store.lay_names_out(query.entity, [name for name, _descending in query.sort])
    return sifting.row_numbers(store._reader(), query, match_of(query.search))


@given(
    conditions=st.lists(st.sampled_from(CONDITIONS), max_size=2, unique=True),
    search=st.sampled_from(("", "", "m", "hanoi", "zoo", "nothing")),
    field=st.sampled_from((*ORDERED["mission"], "cities", "countries")),
    descending=st.booleans(),
    then=st.sampled_from(((), (USUAL,), (USUAL,), (("ends_on", False), USUAL))),
    lang=st.sampled_from(("fr", "en")),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_whatever_is_asked_the_rows_are_those_of_sorting(
    filled: Store, *, conditions: list[Filter], search: str, field: str, descending: bool,
    then: tuple[tuple[str, bool], ...], lang: str,
) -> None:  # fmt: skip
    asked = Query(MISSION, tuple(conditions), search, ((field, descending), *then), lang=lang)
    expected = sorted_anew(filled, asked)
    assert filled.ids(asked) == expected
    held = sifted(filled, asked)
    assert held is None or held == expected


@pytest.mark.parametrize(
    "field", ["number", "status", "cost", "nights", "opinion_needed", "notes", "partner", "person"]
)
@pytest.mark.parametrize("descending", [False, True])
def test_where_most_rows_fit_the_order_is_read_and_where_few_fit_it_is_not(
    filled: Store, field: str, *, descending: bool
) -> None:
    def by(*conditions: Filter, search: str = "") -> Query:
        return Query(MISSION, conditions, search, ((field, descending), USUAL))

    most = sifted(filled, by(MOST))
    assert most is not None and len(most) == 55  # noqa: PT018
    assert sifted(filled, by(search="m")) is not None
    assert sifted(filled, by(Filter("number", "contains", "M0"))) is None
    assert sifted(filled, by(search="m0")) is None
    assert sifted(filled, by(MOST, search="m0")) is None


def test_what_no_index_holds_in_order_is_left_to_be_sorted(filled: Store) -> None:
    for sort in ((), (USUAL,), (("cities", False), USUAL), (("person", False), ("cost", True))):
        assert sifted(filled, Query(MISSION, (MOST,), sort=sort)) is None
    assert sifted(filled, Query(MISSION, (MOST,), sort=(("person", False), USUAL), limit=5)) is None
    assert sifted(filled, Query(PARTNER, (Filter("name", "filled"),), sort=(("name", False),))) is None


def test_a_link_that_leads_nowhere_is_among_those_that_fit(store: Store) -> None:
    with store.edit(Words("Essai", "Try")) as edit:
        partner = edit.add(PARTNER, {"name": "Zoo"})
        missions = [edit.add(MISSION, {"number": f"M{n}", "partner": partner}) for n in range(4)]
        edit.set(MISSION, missions[1], "partner", new_id())
    asked = Query(MISSION, (MOST,), sort=(("partner", False), USUAL))
    assert sifted(store, asked) is None
    assert store.ids(asked) == sorted_anew(store, asked)
    assert len(store.ids(asked)) == 4
