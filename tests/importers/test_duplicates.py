"""Records that are likely the same are found, and homonyms are left alone."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.domain import ENTITIES
from desktop_app.domain.values import Value
from desktop_app.domain.words import Words
from desktop_app.importers.duplicates import find
from desktop_app.store.base import Store
from desktop_app.store.likeness import Likeness, names_of

ROR = "https://ror.org/02feahw73"


@pytest.fixture
def store(empty_base: Path, tmp_path: Path) -> Iterator[Store]:
    """A base in which nothing is entered yet."""
    with Store.open(Path(shutil.copy(empty_base, tmp_path / "office.passerelle"))) as opened:
        yield opened


def pair(store: Store, entity: str, one: dict[str, Value], other: dict[str, Value]) -> list[str]:
    """Add two records, and return why they are found to be the same."""
    country = {"country": store.resolve("country", "VN")} if entity == "partner" else {}
    with store.edit(Words("Essai", "Try")) as edit:
        for values in (one, other):
            edit.add(ENTITIES[entity], {**country, **values})
    return [found.why.en for found in find(store)]


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ({"name": "Université fictive"}, {"name": "Universite Fictive"}, "the same name"),
        (
            {"name": "Université fictive de la mer"},
            {
                "name": "Fictive University of the Sea",
                "aliases": ("Univ. fictive de la Mer", "Université fictive de la mer"),
            },
            "the same name",
        ),
        ({"name": "Académie fictive du corail"}, {"name": "Académie fictve du corail"}, "nearly the same name"),
        ({"name": "Institut fictif (IFI)", "acronym": "IFI"}, {"name": "Institut fictif"}, "the same name"),
        ({"name": "Premier nom", "ror_id": ROR}, {"name": "Second nom", "ror_id": ROR}, f"the same ROR id: {ROR}"),
        (
            {"name": "Centre un", "acronym": "CFX", "city": "Hanoi"},
            {"name": "Pôle deux", "acronym": "CFX", "city": "Hanoi"},
            "the same acronym in the same town: CFX",
        ),
    ],
)
def test_partners_entered_twice_are_found(
    store: Store, one: dict[str, Value], other: dict[str, Value], why: str
) -> None:
    assert pair(store, "partner", one, other) == [why]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"name": "Université fictive 1"}, {"name": "Université fictive 2"}),
        (
            {"name": "Université fictive", "ror_id": ROR},
            {"name": "Université fictive", "ror_id": "https://ror.org/05f82e368"},
        ),
        ({"name": "Institut du nord"}, {"name": "Institut du sud"}),
        (
            {"name": "Premier", "aliases": ("NOAA",), "city": "Hanoi"},
            {"name": "Second", "aliases": ("NOAA",), "city": "Huế"},
        ),
    ],
)
def test_homonyms_are_left_alone(store: Store, one: dict[str, Value], other: dict[str, Value]) -> None:
    assert pair(store, "partner", one, other) == []


def test_two_towns_make_the_same_name_less_sure(store: Store) -> None:
    one: dict[str, Value] = {"name": "Lycée fictif", "city": "Hanoi"}
    assert pair(store, "partner", one, {**one, "city": "Huế"}) == ["the same name, in different towns"]
    (found,) = find(store)
    assert found.share < 0.7


def test_a_faculty_is_not_its_university(store: Store) -> None:
    country = store.resolve("country", "VN")
    with store.edit(Words("Essai", "Try")) as edit:
        whole = edit.add(ENTITIES["partner"], {"name": "Université fictive", "country": country})
        edit.add(ENTITIES["partner"], {"name": "Universite fictive", "country": country, "parent": whole})
    assert find(store) == []


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (
            {"given_name": "Jeanne", "family_name": "Fictive"},
            {"given_name": "JEANNE", "family_name": "FICTIVE"},
            ["the same name"],
        ),
        (
            {"given_name": "Thi Lan", "family_name": "Fictif"},
            {"given_name": "Fictif", "family_name": "Thi Lan"},
            ["the same name"],
        ),
        (
            {"given_name": "Jeanne", "family_name": "Fictive", "title": "dr"},
            {"given_name": "Paul", "family_name": "Inventé", "title": "dr"},
            [],
        ),
        (
            {"given_name": "Jeanne", "family_name": "Fictive", "email": "jf@example.org"},
            {"given_name": "J.", "family_name": "Fictive", "email": "JF@example.org"},
            ["the same e-mail address: jf@example.org"],
        ),
        (
            {"given_name": "Paul", "family_name": "Inventé", "email": "contact@example.org"},
            {"given_name": "Jeanne", "family_name": "Fictive", "email": "contact@example.org"},
            [],
        ),
    ],
)
def test_people_entered_twice_are_found(
    store: Store, one: dict[str, Value], other: dict[str, Value], why: list[str]
) -> None:
    assert pair(store, "person", one, other) == why


def test_a_unit_is_found_under_its_former_code(store: Store) -> None:
    one: dict[str, Value] = {"code": "UMI3527", "name": "Ancien nom fictif"}
    other: dict[str, Value] = {"code": "IRL3527", "name": "Nom", "former_codes": ("UMI3527",)}
    assert len(pair(store, "unit", one, other)) == 1


def test_the_title_of_a_person_is_no_name() -> None:
    assert names_of({"given_name": "Jeanne", "family_name": "Fictive", "title": "dr"}) == ["Jeanne Fictive"]


def test_pairs_that_were_told_apart_are_not_found_again(store: Store) -> None:
    assert pair(store, "partner", {"name": "Lycée fictif"}, {"name": "Lycee fictif"}) == ["the same name"]
    (found,) = find(store)
    with store.edit(Words("Distinguer", "Tell apart")) as edit:
        edit.say_same(ENTITIES["partner"], found.one, found.other, same=False)
    assert find(store) == []
    store.undo()
    assert len(find(store)) == 1


@pytest.mark.parametrize(
    ("known", "typed", "near"),
    [
        ("Consejo Nacional de Investigaciones Fictivas", "Consejo Nacinal de Investigaciones Fictivas", True),
        ("University of Fictiville", "University f Fictiville", True),
        ("New York Fictive University", "New ork Fictive University", True),
        ("Institut fictif de Hong", "Institut fictif de ong", True),
        ("UFictivain", "UFictivin", True),
        ("INRAE", "INRIA", False),
        ("Université fictive 1", "Université fictive 7", False),
        ("Institut du nord fictif", "Institut du sud fictif", False),
    ],
)
def test_a_name_with_a_typing_error_is_near_and_another_name_is_not(known: str, typed: str, near: bool) -> None:
    names = Likeness(ENTITIES["partner"], [{"id": "1", "name": known, "country": "VN"}])
    assert bool(names.near(typed, ("VN",))) is near
