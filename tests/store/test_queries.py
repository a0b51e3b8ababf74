"""Lists ask the base by conditions, search and order, and get ordered row numbers and pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity
from desktop_app.domain.ids import derived_id, new_id
from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.mission import MISSION
from desktop_app.domain.partner import PARTNER
from desktop_app.domain.text import fold
from desktop_app.domain.values import Value
from desktop_app.domain.words import Words
from desktop_app.store.base import Store
from desktop_app.store.queries import Filter, Query

VN, TH, SG = (derived_id("country", code) for code in ("VN", "TH", "SG"))
PARTNERS: tuple[dict[str, Value], ...] = (
    {"name": "Zoo de Hanoï", "country": VN, "city": "Hanoï", "kind": "museum", "aliases": ("Zoo", "Thủ Lệ")},
    {"name": "École 100 % bleue", "country": TH, "city": "Bangkok", "kind": "university", "since_on": "2019"},
    {"name": "Étoile", "country": SG, "kind": "university", "since_on": "2019-05"},
    {"name": "aster", "country": VN, "kind": "agency", "since_on": "2021-03-04", "aliases": ("Zoo",)},
    {"name": "Dalat_2", "kind": "university", "notes": "100"},
)
MISSIONS: tuple[dict[str, Value], ...] = (
    {
        "number": "M1",
        "starts_on": "2025-01-10",
        "ends_on": "2025-01-12",
        "cost": "900",
        "countries": (SG, VN),
        "nights": 2,
    },
    {"number": "M2", "starts_on": "2025-11-24", "cost": "1250.50", "countries": (VN,), "opinion_needed": True},
    {"number": "M3", "starts_on": "2025", "cost": "-5", "opinion_needed": False, "cities": ("Huế", "Hanoi")},
    {"number": "M4", "starts_on": "2024-12-31", "ends_on": "2026", "countries": (TH,), "nights": 10},
)


@pytest.fixture(scope="module")
def filled(empty_base: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A base with a few partners and missions."""
    path = tmp_path_factory.mktemp("queries") / "office.passerelle"
    path.write_bytes(empty_base.read_bytes())
    with Store.open(path) as store:
        with store.edit(Words("Essai", "Try")) as edit:
            ids = [edit.add(PARTNER, values) for values in PARTNERS]
            for number, values in enumerate(MISSIONS):
                edit.add(MISSION, {**values, "partner": ids[number] if number < 3 else None})
            gone = edit.add(PARTNER, {"name": "Supprimé", "country": VN, "kind": "university"})
        with store.edit(Words("Supprimer", "Delete")) as edit:
            edit.delete(PARTNER, gone)
        yield store


def partners(store: Store, *filters: Filter) -> set[Value]:
    return {record["name"] for record in store.records(Query(PARTNER, filters))}


def missions(store: Store, *filters: Filter) -> set[Value]:
    return {record["number"] for record in store.records(Query(MISSION, filters))}


def test_records_hold_once_what_several_say_and_tell_numbers_from_yes_and_no(filled: Store) -> None:
    records = {record["number"]: record for record in filled.records(Query(MISSION))}
    assert all(type(name) is str for record in records.values() for name in record)
    assert records["M1"]["status"] is records["M4"]["status"]
    assert [records[number]["nights"] for number in ("M1", "M4")] == [2, 10]
    assert [records[number]["opinion_needed"] for number in ("M2", "M3", "M4")] == [True, False, None]
    assert all(type(records[number]["opinion_needed"]) is bool for number in ("M2", "M3"))


@pytest.mark.parametrize(
    ("condition", "names"),
    [(Filter("kind", "is", "university"), {"École 100 % bleue", "Étoile", "Dalat_2"}),
     (Filter("kind", "is_not", "university"), {"Zoo de Hanoï", "aster"}),
     (Filter("country", "is", VN), {"Zoo de Hanoï", "aster"}), (Filter("country", "empty"), {"Dalat_2"}),
     (Filter("country", "is_not", VN), {"École 100 % bleue", "Étoile", "Dalat_2"}),
     (Filter("country", "in", (SG, TH)), {"École 100 % bleue", "Étoile"}),
     (Filter("country", "in", (SG, TH, SG)), {"École 100 % bleue", "Étoile"}),
     (Filter("name", "contains", "100 %"), {"École 100 % bleue"}), (Filter("name", "contains", "t_2"), {"Dalat_2"}),
     (Filter("name", "contains", "%"), {"École 100 % bleue"}), (Filter("city", "filled"), {"Zoo de Hanoï", "École 100 % bleue"}),
     (Filter("aliases", "is", "Zoo"), {"Zoo de Hanoï", "aster"}), (Filter("aliases", "contains", "Lệ"), {"Zoo de Hanoï"}),
     (Filter("aliases", "empty"), {"École 100 % bleue", "Étoile", "Dalat_2"}),
     (Filter("since_on", "is", "2019"), {"École 100 % bleue", "Étoile"}), (Filter("since_on", "until", "2019"),
     {"École 100 % bleue", "Étoile"}), (Filter("since_on", "from", "2019-05"), {"Étoile", "aster"}),
     (Filter("since_on", "until", "2021-03"), {"École 100 % bleue", "Étoile", "aster"})],
)  # fmt: skip
def test_partners_are_filtered(filled: Store, condition: Filter, names: set[str]) -> None:
    assert partners(filled, condition) == names
    assert filled.count(Query(PARTNER, (condition,))) == len(names)


@pytest.mark.parametrize(
    ("condition", "numbers"),
    [(Filter("starts_on", "is", "2025"), {"M1", "M2", "M3"}), (Filter("starts_on", "is", "2025-11"), {"M2"}),
     (Filter("starts_on", "from", "2025-01-11"), {"M2"}), (Filter("starts_on", "until", "2024"), {"M4"}),
     (Filter("countries", "is", VN), {"M1", "M2"}), (Filter("countries", "in", (SG, TH)), {"M1", "M4"}),
     (Filter("countries", "is_not", VN), {"M3", "M4"}), (Filter("cost", "from", "900"), {"M1", "M2"}),
     (Filter("cost", "until", "0"), {"M3"}), (Filter("cost", "is", "1250.50"), {"M2"}), (Filter("nights", "from", 3), {"M4"}),
     (Filter("opinion_needed", "is", True), {"M2"}), (Filter("opinion_needed", "is", False), {"M3"}),
     (Filter("opinion_needed", "empty"), {"M1", "M4"}), (Filter("cities", "is", "Huế"), {"M3"}),
     (Filter("starts_on", "between", ("2024-12-31", "2025-01")), {"M1", "M3", "M4"}),
     (Filter("cost", "between", ("0", "1000")), {"M1"}), (Filter("nights", "between", ("2", "10")), {"M1", "M4"}),
     (Filter("countries", "is_not", (VN, TH)), {"M3"}), (Filter("countries", "in", (TH, None)), {"M3", "M4"}),
     (Filter("countries", "is_not", (TH, None)), {"M1", "M2"}), (Filter("countries", "is", None), {"M3"}),
     (Filter("ends_on", "still", "2026-05-01"), {"M2", "M3", "M4"})],
)  # fmt: skip
def test_missions_are_filtered(filled: Store, condition: Filter, numbers: set[str]) -> None:
    assert missions(filled, condition) == numbers


@pytest.mark.parametrize(
    ("field", "each", "counts"),
    [("kind", False, {"museum": 1, "university": 3, "agency": 1}), ("country", False, {VN: 2, TH: 1, SG: 1, None: 1}),
     ("since_on", False, {"2019": 2, "2021": 1, None: 2}), ("aliases", True, {"Zoo": 2, "Thủ Lệ": 1}),
     ("aliases", False, {None: 3, ("Thủ Lệ", "Zoo"): 1, ("Zoo",): 1})],
)  # fmt: skip
def test_values_are_counted(filled: Store, field: str, each: bool, counts: dict[Value, int]) -> None:
    assert dict(filled.tally(Query(PARTNER), field, each=each)) == counts


def test_values_are_counted_among_what_a_question_finds(filled: Store) -> None:
    assert dict(filled.tally(Query(PARTNER, (Filter("country", "is", VN),)), "kind")) == {"museum": 1, "agency": 1}
    assert dict(filled.tally(Query(PARTNER, search="zoo"), "country")) == {VN: 2}
    assert dict(filled.tally(Query(MISSION), "countries", each=True)) == {SG: 1, VN: 2, TH: 1}


@pytest.mark.parametrize(
    ("field", "values"),
    [("kind", ("university", "museum", "agency")), ("country", (TH, VN, SG)), ("since_on", ("2021", "2019")),
     ("aliases", (("Zoo",), ("Thủ Lệ", "Zoo"))), ("kind", ())],
)  # fmt: skip
def test_rows_are_gathered_in_the_order_of_values_and_sorted_below_them(
    filled: Store, field: str, values: tuple[Value, ...]
) -> None:
    found = filled.records(Query(PARTNER, gather=(field, values), sort=(("name", False),)))
    assert len(found) == len(PARTNERS)

    def place(record: dict[str, Value]) -> tuple[int, str]:
        value = str(record[field])[:4] if field == "since_on" and record[field] else record[field]
        return (values.index(value) if value in values else len(values), fold(str(record["name"])))

    if values:
        assert found == sorted(found, key=place)


@pytest.mark.parametrize("entity", ENTITIES.values(), ids=lambda entity: entity.name)
def test_every_field_can_be_counted_and_gathered_by(filled: Store, entity: Entity) -> None:
    for field in entity:
        tally = filled.tally(Query(entity), field.name)
        filled.tally(Query(entity), field.name, each=True)
        whole = Query(entity, gather=(field.name, tuple(value for value, _count in tally)))
        assert len(filled.ids(whole)) == sum(count for _value, count in tally)


def test_conditions_go_together(filled: Store) -> None:
    assert partners(filled, Filter("country", "is", VN), Filter("kind", "is", "agency")) == {"aster"}
    query = Query(PARTNER, (Filter("country", "is", VN),))
    assert filled.count(query.where(Filter("name", "contains", "Zoo"))) == 1
    assert filled.count(query) == 2


def test_a_condition_that_nobody_knows_is_a_fault(filled: Store) -> None:
    with pytest.raises(LookupError):
        partners(filled, Filter("name", "sounds_like", "zoo"))


def test_names_are_sorted_as_people_look_for_them(filled: Store) -> None:
    def order(*sort: tuple[str, bool]) -> list[Value]:
        return [record["name"] for record in filled.records(Query(PARTNER, sort=sort))]

    by_name = ["aster", "Dalat_2", "École 100 % bleue", "Étoile", "Zoo de Hanoï"]
    assert order(("name", False)) == by_name
    assert order(("name", True)) == by_name[::-1]
    assert order(("country", False), ("name", True)) == [
        "Étoile",
        "École 100 % bleue",
        "Zoo de Hanoï",
        "aster",
        "Dalat_2",
    ]
    # What is not filled comes last, whichever way.
    assert order(("since_on", False))[-2:] == ["Zoo de Hanoï", "Dalat_2"]
    assert order(("since_on", True))[-2:] == ["Zoo de Hanoï", "Dalat_2"]


def test_missions_are_sorted_by_the_name_of_what_they_are_linked_to(filled: Store) -> None:
    found = filled.records(Query(MISSION, sort=(("partner", False),)))
    assert [record["number"] for record in found] == ["M2", "M3", "M1", "M4"]
    assert [record["number"] for record in filled.records(Query(MISSION, sort=(("cost", True),)))] == [
        "M2",
        "M1",
        "M3",
        "M4",
    ]


def test_a_linked_record_that_was_renamed_takes_another_place(store: Store) -> None:
    with store.edit(Words("Essai", "Try")) as edit:
        first, second = (edit.add(PARTNER, {"name": name}) for name in ("Alpha", "Beta"))
        for number, partner in (("M1", first), ("M2", second)):
            edit.add(MISSION, {"number": number, "partner": partner})

    def order() -> list[Value]:
        return [record["number"] for record in store.records(Query(MISSION, sort=(("partner", False),)))]

    assert order() == ["M1", "M2"]
    with store.edit(Words("Renommer", "Rename")) as edit:
        edit.set(PARTNER, first, "name", "Zêta")
    assert order() == ["M2", "M1"]
    store.undo()
    assert order() == ["M1", "M2"]


@pytest.mark.parametrize("unknown", [False, True])
def test_the_order_of_all_by_a_link_is_the_one_that_any_other_question_gives(store: Store, *, unknown: bool) -> None:
    names = ("Étoile", "Zoo", "aster", "Étoile", "Beta")
    with store.edit(Words("Essai", "Try")) as edit:
        partners = [edit.add(PARTNER, {"name": name, "country": VN}) for name in names]
        missions = [
            edit.add(
                MISSION, {"number": f"M{number}", "partner": None if number % 7 == 3 else partners[number * 3 % 5]}
            )
            for number in range(40)
        ]
        if unknown:
            edit.set(MISSION, missions[8], "partner", new_id())
    with store.edit(Words("Supprimer", "Delete")) as edit:
        for number in (0, 5, 17, 39):
            edit.delete(MISSION, missions[number])
        edit.delete(PARTNER, partners[2])
    for lang in ("fr", "en"):
        for descending in (False, True):
            for then in ((), (("starts_on", True),), (("starts_on", False),)):
                sort = (("partner", descending), *then)
                found = store.ids(Query(MISSION, sort=sort, lang=lang))
                assert len(found) == 36
                anyway = store.ids(Query(MISSION, (Filter("number", "filled"),), sort=sort, lang=lang))
                assert found == anyway
                for limit in (1, 20, 30, 100):
                    assert store.ids(Query(MISSION, sort=sort, lang=lang, limit=limit)) == anyway[:limit]


def test_pages_come_in_the_order_asked_and_without_what_is_gone(filled: Store) -> None:
    numbers = filled.ids(Query(PARTNER, sort=(("name", False),)))
    assert numbers.typecode == "q"
    page = filled.page(PARTNER, [numbers[3], numbers[0], 999_999])
    assert [record["name"] for record in page] == ["Étoile", "aster"]
    assert page[0]["pk"] == numbers[3]
    assert filled.page(PARTNER, []) == []
    assert list(filled.ids(Query(PARTNER, limit=2))) == sorted(numbers)[:2]


def test_a_deleted_record_is_in_no_list(filled: Store) -> None:
    assert "Supprimé" not in partners(filled)
    assert filled.count(Query(PARTNER)) == len(PARTNERS) == filled.counts()["partner"]


@pytest.mark.parametrize("entity", ENTITIES.values(), ids=lambda entity: entity.name)
def test_every_field_can_be_filtered_and_sorted(filled: Store, entity: object) -> None:
    for field in entity:  # type: ignore[attr-defined]
        for condition in (Filter(field.name, "empty"), Filter(field.name, "filled")):
            filled.count(Query(entity, (condition,)))  # type: ignore[arg-type]
        for descending in (False, True):
            filled.ids(Query(entity, sort=((field.name, descending),), limit=3))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("entity", "text", "found"),
    [("partner", "Étoile", 2), ("partner", "etoile", 2), ("partner", "ÉTOILE ", 2), ("partner", "Thủ Lệ", 0),
     ("partner", "Zoo", None), ("partner", "Zoo de Hanoi", 0), ("partner", "Supprimé", None),
     ("partner", "", None), ("partner", "nobody", None),
     ("mission", "m2", 1), ("country", "vn", "VN"), ("country", "Viêt Nam", "VN"), ("country", "vietnam", "VN"),
     ("country", "Burma", "MM"), ("instrument_type", "irp", "IRP"), ("office", "sin", "SIN")],
)  # fmt: skip
def test_what_people_type_is_one_record_or_none(filled: Store, entity: str, text: str, found: int | str | None) -> None:
    id_ = filled.resolve(entity, text)
    if found is None:
        assert id_ is None
    elif isinstance(found, str):
        assert id_ == derived_id(entity, found)
    else:
        wanted = (PARTNERS if entity == "partner" else MISSIONS)[found]
        record = filled.get(ENTITIES[entity], id_ or "")
        assert record is not None
        assert {name: record[name] for name in ("name", "number") if name in wanted} == {
            name: wanted[name] for name in ("name", "number") if name in wanted
        }


def test_a_record_is_resolved_by_reference_id_or_public_identifier(store: Store) -> None:
    with store.edit(Words("Essai", "Try")) as edit:
        partner = edit.add(PARTNER, {"name": "CNRS", "ror_id": "02feahw73"})
        person = edit.add(
            ENTITIES["person"], {"given_name": "Thi Lan", "family_name": "Suốimây", "email": "a@example.org"}
        )
        irl = edit.add(INSTRUMENT, {"title": "JFLI", "code": "IRL 3527", "former_codes": ("UMI 3527",)})
        unit = edit.add(ENTITIES["unit"], {"code": "UMR 7606", "name": "LIP6", "acronym": "LIP6"})
    ref = str((store.get(PARTNER, partner) or {})["ref"])
    for text in (ref, ref.lower(), partner, "https://ror.org/02feahw73", "02feahw73", "cnrs"):
        assert store.resolve("partner", text) == partner
    for text in ("Thi Lan Suốimây", "SUOIMAY Thi Lan", "a@example.org"):
        assert store.resolve("person", text) == person
    for text in ("IRL3527", "irl 3527", "UMI 3527", "JFLI"):
        assert store.resolve("instrument", text) == irl
    for text in ("umr7606", "UMR_7606", "LIP6", "UMR 7606 LIP6"):
        assert store.resolve("unit", text) == unit
    assert store.resolve("person", ref) is None
    assert store.find("SIN-P-00000000") is None
    assert store.find("n’importe quoi") is None
    assert store.find("vn") == (ENTITIES["country"], VN)


def test_countries_stand_in_the_order_of_the_language_in_which_they_are_read(store: Store) -> None:
    with store.edit(Words("Essai", "Try")) as edit:
        for code in ("DE", "GR", "ES"):
            edit.add(PARTNER, {"name": code, "country": store.resolve("country", code)})

    def order(lang: str) -> list[Value]:
        asked = Query(PARTNER, sort=(("country", False),), lang=lang)
        return [record["name"] for record in store.records(asked)]

    assert order("fr") == ["DE", "ES", "GR"]  # Allemagne, Espagne, Grèce
    assert order("en") == ["DE", "GR", "ES"]  # Germany, Greece, Spain
