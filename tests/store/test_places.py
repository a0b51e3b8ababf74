"""Names of linked records are put in order once, and handed to each thread some at a time."""

from dataclasses import replace
from itertools import count

import pytest

from desktop_app.domain.mission import MISSION
from desktop_app.domain.person import PERSON
from desktop_app.domain.text import fold
from desktop_app.domain.words import Words
from desktop_app.store.base import Store
from desktop_app.store.queries import Query

NAMES = ("Zola", "Élan", "elan", "Öz", "Aîné", "Đinh", "山田", "Zola", "de la Tour", "O’Brien", "aine")


def _fill(store: Store, names: tuple[str, ...]) -> list[str]:
    with store.edit(Words("Essai", "Try")) as edit:
        people = [edit.add(PERSON, {"family_name": name, "given_name": str(n)}) for n, name in enumerate(names)]
        for number, person in enumerate(people):
            edit.add(MISSION, {"number": f"M{number:02}", "person": person})
    return people


def _names(store: Store) -> list[str]:
    found = store.records(Query(MISSION, sort=(("person", False),)))
    people = store.many(PERSON, [str(record["person"]) for record in found])
    return [str(people[str(record["person"])]["family_name"]) for record in found]


def _laid_out(store: Store, at_most: int) -> int:
    """Hand the names over until all are there; return in how many goes."""
    return next(goes for goes in count(1) if store.lay_names_out(MISSION, ["person"], at_most))


def test_names_stand_as_people_look_for_them_equals_by_their_ids(store: Store) -> None:
    people = _fill(store, NAMES)
    expected = sorted(zip(NAMES, people, strict=True), key=lambda one: (fold(one[0]), one[1]))
    assert _names(store) == [name for name, _id in expected]


def test_names_that_are_handed_over_in_parts_stand_in_the_same_order(store: Store) -> None:
    _fill(store, NAMES)
    store.put_names_in_order(MISSION, ["person"])
    assert _laid_out(store, 4) == 3
    in_parts = _names(store)
    store.forget_names()
    assert _names(store) == in_parts


def test_a_name_that_changes_between_two_parts_stands_in_its_new_place(store: Store) -> None:
    people = _fill(store, NAMES)
    assert not store.lay_names_out(MISSION, ["person"], 4)
    with store.edit(Words("Renommer", "Rename")) as edit:
        edit.set(PERSON, people[0], "family_name", "Abeille")
    assert _laid_out(store, 4) == 3
    assert _names(store)[0] == "Abeille"


def test_a_sort_that_comes_between_two_parts_has_all_names(store: Store) -> None:
    _fill(store, NAMES)
    assert not store.lay_names_out(MISSION, ["person"], 4)
    assert len(_names(store)) == len(NAMES)
    assert store.lay_names_out(MISSION, ["person"], 4)


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("descending", [False, True])
def test_first_rows_by_a_link_are_those_of_the_whole_order_before_all_names_are_laid_out(
    store: Store, lang: str, *, descending: bool
) -> None:
    people = _fill(store, tuple(f"{name} {number:02}" for number in range(5) for name in NAMES))
    with store.edit(Words("Supprimer", "Delete")) as edit:
        edit.delete(PERSON, people[-1])
    asked = Query(MISSION, sort=(("person", descending), ("starts_on", True)), lang=lang)
    firsts = {limit: store.ids(replace(asked, limit=limit)) for limit in (1, 7, 11, 50)}
    assert not store.lay_names_out(MISSION, ["person"], 4)
    again = store.ids(replace(asked, limit=7))
    whole = store.ids(asked)
    assert len(whole) == len(people)
    assert firsts == {limit: whole[:limit] for limit in firsts}
    assert again == whole[:7] == store.ids(replace(asked, limit=7))
    assert whole == store.ids(replace(asked, limit=64))


def test_first_rows_by_a_link_follow_a_name_that_changes(store: Store) -> None:
    people = _fill(store, NAMES)
    first = Query(MISSION, sort=(("person", False),), limit=1)
    store.ids(first)
    with store.edit(Words("Renommer", "Rename")) as edit:
        edit.set(PERSON, people[0], "family_name", "Abeille")
    (record,) = store.records(first)
    assert record["person"] == people[0]


def test_first_rows_by_a_link_need_a_few_names_alone(store: Store) -> None:
    _fill(store, NAMES)
    store.ids(Query(MISSION, sort=(("person", True),), limit=2))
    assert _laid_out(store, 4) == 3
