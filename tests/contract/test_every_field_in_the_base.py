"""Every field of every entity is in the base, in its journal and history, in lists, and comes back as it went in."""

import itertools

import pytest

from desktop_app.domain import ENTITIES
from desktop_app.domain.choices import choices
from desktop_app.domain.entity import Entity, Field
from desktop_app.domain.types import (
    Amount,
    Choice,
    Code,
    Colour,
    Day,
    Email,
    Flag,
    Identifier,
    Image,
    Integer,
    Link,
    Several,
    Text,
    Type,
    Web,
)
from desktop_app.domain.values import Value
from desktop_app.domain.words import Words
from desktop_app.store.base import Store
from desktop_app.store.queries import Filter, Query
from tests.strategies import PICTURES

CELLS = [(entity, field) for entity in ENTITIES.values() for field in entity]
NAMES = [f"{entity.name}.{field.name}" for entity, field in CELLS]


def two_values(store: Store, type_: Type) -> tuple[Value, Value]:
    """Return two values of a type, as different as the type allows."""
    if isinstance(type_, Several):
        first, second = two_values(store, type_.of)
        return (str(first),), tuple(sorted({str(first), str(second)}))
    if isinstance(type_, Choice):
        codes = list(choices(type_.list))
        return codes[0], codes[-1]
    if isinstance(type_, Link):
        return _linked(store, ENTITIES[type_.entity], "a"), _linked(store, ENTITIES[type_.entity], "b")
    by_type: dict[type[Type], tuple[Value, Value]] = {
        Text: ("Cần Thơ", "東京大学"), Code: ("IRL 3527", "UMI 3527"), Day: ("2019", "2026-11-22"), Integer: (0, 2026),
        Amount: ("14000", "-3.25"), Flag: (True, False), Web: ("https://www.cnrs.fr", "https://ror.org"),
        Email: ("a@example.org", "b@example.org"), Colour: ("#1D5BB8", "#7A1F5C"), Image: PICTURES,
        Identifier: ("03cqe8w59", "0081fs513"),
    }  # fmt: skip
    return by_type[type(type_)]


_numbers = itertools.count()


def _linked(store: Store, entity: Entity, mark: str) -> str:
    if entity.coded:
        return store.records(Query(entity, limit=2))[0 if mark == "a" else 1]["id"]  # type: ignore[return-value]
    values = filled(store, entity)
    with store.edit(Words("Fiche liée", "Linked record")) as edit:
        return edit.add(entity, values)


def filled(store: Store, entity: Entity) -> dict[str, Value]:
    """Return the least that makes a record of an entity, different each time."""
    values: dict[str, Value] = {}
    for field in entity:
        if field.required:
            value = two_values(store, field.type)[0]
            values[field.name] = f"{value} {next(_numbers)}" if isinstance(field.type, Text | Code) else value
    return values


@pytest.fixture(scope="module")
def kept(empty_base, tmp_path_factory):  # type: ignore[no-untyped-def]
    """One open base for all fields: each test adds its own record."""
    path = tmp_path_factory.mktemp("contract") / "office.passerelle"
    path.write_bytes(empty_base.read_bytes())
    with Store.open(path) as store:
        yield store


@pytest.mark.parametrize(("entity", "field"), CELLS, ids=NAMES)
def test_a_field_is_kept_listed_changed_undone_and_remembered(kept: Store, entity: Entity, field: Field) -> None:
    first, second = two_values(kept, field.type)
    values = {**filled(kept, entity), field.name: first}
    with kept.edit(Words("Ajouter", "Add")) as edit:
        id_ = edit.add(entity, values)
    assert (kept.get(entity, id_) or {})[field.name] == first
    with kept.edit(Words("Changer", "Change")) as edit:
        edit.set(entity, id_, field.name, second)
    assert (kept.get(entity, id_) or {})[field.name] == second
    found = kept.records(Query(entity, (Filter(field.name, "filled"),), sort=((field.name, False),)))
    assert id_ in [record["id"] for record in found]
    changes = [(change.before, change.after) for change in kept.history(id_) if change.field == field.name]
    assert (first, second) in changes
    kept.undo()
    assert (kept.get(entity, id_) or {})[field.name] == first
    kept.redo()
    assert (kept.get(entity, id_) or {})[field.name] == second
    with kept.edit(Words("Vider", "Empty")) as edit:
        edit.set(entity, id_, field.name, None)
    assert (kept.get(entity, id_) or {})[field.name] is None


def test_every_field_speaks_both_languages_and_has_at_most_nine_attributes() -> None:
    for entity, field in CELLS:
        assert field.fr, f"{entity.name}.{field.name}"
        assert field.en, f"{entity.name}.{field.name}"
    assert len(Field.__dataclass_fields__) <= 9


def test_headings_of_an_entity_are_all_different() -> None:
    for entity in ENTITIES.values():
        for lang in ("fr", "en"):
            headings = [field.words.said(lang) for field in entity]
            assert len(set(headings)) == len(headings), f"{entity.name} in {lang}"


def test_every_link_leads_to_an_entity_and_every_list_exists() -> None:
    for entity, field in CELLS:
        type_ = field.type.of if isinstance(field.type, Several) else field.type
        if isinstance(type_, Link):
            assert type_.entity in ENTITIES, f"{entity.name}.{field.name}"
        if isinstance(type_, Choice):
            assert choices(type_.list), f"{entity.name}.{field.name}"
