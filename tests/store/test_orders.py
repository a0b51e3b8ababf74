"""Lists stand in the order that people expect: choices as they are listed, countries by their names."""

import pytest

from desktop_app.domain.choices import choices
from desktop_app.domain.entity import Entity
from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.mission import MISSION
from desktop_app.domain.place import COUNTRY
from desktop_app.domain.text import fold
from desktop_app.domain.types import Choice
from desktop_app.domain.values import Record
from desktop_app.domain.words import Words
from desktop_app.store.base import Store
from desktop_app.store.queries import Filter, Query
from desktop_app.store.tables import NEWEST

WHERE = (("SG",), ("DE",), ("VN", "TH"), ("US",), ("TH",), None, ("KH", "VN"), ("DE", "VN"))
SAID = {  # of each, the first as the list shows it, in order
    "fr": ["Allemagne", "Allemagne", "Cambodge", "États-Unis", "Singapour", "Thaïlande", "Thaïlande", ""],
    "en": ["Cambodia", "Germany", "Germany", "Singapore", "Thailand", "Thailand", "United States", ""],
}


def _fill(store: Store, entity: Entity, records: list[Record]) -> None:
    with store.edit(Words("Essai", "Try")) as edit:
        for record in records:
            edit.add(entity, record)


def _first_countries(store: Store, query: Query) -> list[str]:
    known = {str(record["id"]): str(record[f"name_{query.lang}"]) for record in store.records(Query(COUNTRY))}
    found = [record["countries"] for record in store.records(query)]
    return [min((known[id_] for id_ in held), key=fold) if isinstance(held, tuple) else "" for held in found]


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("entity", [MISSION, INSTRUMENT])
def test_lists_of_countries_stand_by_the_first_name_that_is_shown(store: Store, entity: Entity, lang: str) -> None:
    countries = [held and tuple(str(store.resolve("country", code)) for code in held) for held in WHERE]
    name = "number" if entity is MISSION else "title"
    _fill(store, entity, [{name: f"T{number}", "countries": held} for number, held in enumerate(countries)])
    then = ((NEWEST["mission"], True),)
    for filters in ((), (Filter(name, "filled"),)):
        rising = Query(entity, filters, sort=(("countries", False), *then), lang=lang)
        falling = Query(entity, filters, sort=(("countries", True), *then), lang=lang)
        assert _first_countries(store, rising) == SAID[lang]
        assert _first_countries(store, falling) == [*SAID[lang][-2::-1], ""]


@pytest.mark.parametrize("field", ["status", "purpose", "kind", "visa"])
def test_choices_stand_as_they_are_listed_and_unknown_ones_after_them(store: Store, field: str) -> None:
    type_ = MISSION.fields[field].type
    assert isinstance(type_, Choice)
    listed = list(choices(type_.list))
    held = [*reversed(listed), None, "unheard_of"]
    _fill(store, MISSION, [{field: value} for value in held])
    for filters in ((), (Filter("notes", "empty"),)):
        for then in ((), ((NEWEST["mission"], True),)):
            rising = Query(MISSION, filters, sort=((field, False), *then))
            falling = Query(MISSION, filters, sort=((field, True), *then))
            assert [record[field] for record in store.records(rising)] == [*listed, "unheard_of", None]
            assert [record[field] for record in store.records(falling)] == ["unheard_of", *reversed(listed), None]
