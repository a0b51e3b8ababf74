"""Search finds records as people type: any script, any order of words, old names, and names of what they are linked to."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.domain import ENTITIES
from desktop_app.domain.ids import derived_id
from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.mission import MISSION
from desktop_app.domain.partner import PARTNER
from desktop_app.domain.text import fold
from desktop_app.domain.values import Value
from desktop_app.domain.words import Words
from desktop_app.store.base import Store
from desktop_app.store.queries import Filter, Query
from desktop_app.store.search import match_of

WORDS = Words("Essai", "Try")
VN, TH, JP = (derived_id("country", code) for code in ("VN", "TH", "JP"))
PARTNERS: dict[str, dict[str, Value]] = {
    "can tho": {"name": "Trường Đại học Cần Thơ", "name_fr": "Université de Can Tho", "country": VN, "city": "Cần Thơ"},
    "tokyo": {"name": "The University of Tokyo", "local_name": "東京大学", "acronym": "UTokyo", "country": JP},
    "seoul": {"name": "Seoul National University", "local_name": "서울대학교", "acronym": "SNU"},
    "mahidol": {"name": "Mahidol University", "local_name": "มหาวิทยาลัยมหิดล", "country": TH, "aliases": ("Mahidon",)},
    "iisc": {"name": "Indian Institute of Science", "local_name": "भारतीय विज्ञान संस्थान", "acronym": "IISc"},
    "cairo": {"name": "Cairo University", "local_name": "جامعة القاهرة العربية"},
    "moscow": {"name": "Moscow State University", "local_name": "Московский государственный университет"},
    "jerusalem": {"name": "Hebrew University", "local_name": "האוניברסיטה העברית"},
    "athens": {"name": "University of Athens", "local_name": "Πανεπιστήμιο Αθηνών"},
    "lodz": {"name": "Uniwersytet Łódzki", "notes": "Accord « cadre » à relire : l’été, peut-être."},
}


@pytest.fixture(scope="module")
def filled(empty_base: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, dict[str, str]]]:
    """A base with partners in ten scripts and what is linked to them."""
    path = tmp_path_factory.mktemp("search") / "office.passerelle"
    path.write_bytes(empty_base.read_bytes())
    with Store.open(path) as store:
        ids: dict[str, str] = {}
        with store.edit(WORDS) as edit:
            for key, values in PARTNERS.items():
                ids[key] = edit.add(PARTNER, values)
            ids["irl"] = edit.add(INSTRUMENT, {
                "type": derived_id("instrument_type", "IRL"), "code": "IRL 3527", "former_codes": ("UMI 3527",),
                "acronym": "JFLI", "title": "Japanese-French Laboratory for Informatics", "countries": (JP,),
                "institute": "INS2I",
            })  # fmt: skip
            ids["irp"] = edit.add(INSTRUMENT, {"type": derived_id("instrument_type", "IRP"), "title": "Eau du Mékong"})
            ids["person"] = edit.add(ENTITIES["person"], {"family_name": "Rêvecolline", "given_name": "Lavandine"})
            ids["mission"] = edit.add(MISSION, {
                "person": ids["person"], "partner": ids["can tho"], "instrument": ids["irl"], "countries": (VN,),
                "cities": ("Cần Thơ", "Huế"), "starts_on": "2025-11-24", "purpose": "thesis_jury", "number": "OM-77",
            })  # fmt: skip
        yield store, ids


@pytest.mark.parametrize(
    ("typed", "key"),
    [("cần thơ", "can tho"), ("can tho", "can tho"), ("CAN THO", "can tho"), ("tho can", "can tho"), ("đại", "can tho"),
     ("dai hoc", "can tho"), ("universite can", "can tho"), ("東京", "tokyo"), ("京", "tokyo"), ("大学 東京", "tokyo"),
     ("utok", "tokyo"), ("서울", "seoul"), ("울", "seoul"), ("มหิดล", "mahidol"), ("มหา", "mahidol"), ("mahidon", "mahidol"),
     ("भारतीय", "iisc"), ("विज्ञान भारतीय", "iisc"), ("العربية", "cairo"), ("القاهرة", "cairo"), ("московский", "moscow"),
     ("МОСКОВ", "moscow"), ("העברית", "jerusalem"), ("αθηνων", "athens"), ("ΑΘΗΝΏΝ", "athens"), ("lodzki", "lodz"),
     ("Łódź".replace("ź", "z"), "lodz"), ("l'ete", "lodz"), ("été cadre", "lodz"), ("peut-être", "lodz")],
)  # fmt: skip
def test_partners_are_found_in_every_script(filled: tuple[Store, dict[str, str]], typed: str, key: str) -> None:
    store, ids = filled
    assert ids[key] in [found.id for found in store.search(typed, entities=["partner"])]
    assert ids[key] in [record["id"] for record in store.records(Query(PARTNER, search=typed))]


@pytest.mark.parametrize(
    ("typed", "key"),
    [("UMI 3527", "irl"), ("umi3527", "irl"), ("IRL 3527", "irl"), ("3527", "irl"), ("UMI", "irl"), ("LIA", "irp"),
     ("irp", "irp"), ("mekong eau", "irp"), ("japon", "irl"), ("japan", "irl"), ("INS2I", "irl"), ("informatiques", "irl")],
)  # fmt: skip
def test_instruments_are_found_by_old_and_new_names(filled: tuple[Store, dict[str, str]], typed: str, key: str) -> None:
    store, ids = filled
    assert ids[key] in [found.id for found in store.search(typed, entities=["instrument"])]


@pytest.mark.parametrize(
    "typed",
    [
        "revecolline",
        "lavandine hue",
        "vietnam",
        "viêt nam",
        "UMI 3527",
        "umi352",
        "om77",
        "jfli",
        "jury",
        "thesis",
        "om-77",
        "2025",
        "hue 2025 jury",
    ],
)
def test_a_mission_is_found_by_what_it_is_linked_to(filled: tuple[Store, dict[str, str]], typed: str) -> None:
    store, ids = filled
    assert [found.id for found in store.search(typed, entities=["mission"])] == [ids["mission"]]


@pytest.mark.parametrize("typed", ["zzz", "can zzz", "3528", "東北"])
def test_what_is_not_there_is_not_found(filled: tuple[Store, dict[str, str]], typed: str) -> None:
    assert filled[0].search(typed) == []


@pytest.mark.parametrize("typed", ["", "   ", "-", "*", '"', "«»", "()", "…"])
def test_nothing_is_found_for_nothing(filled: tuple[Store, dict[str, str]], typed: str) -> None:
    assert filled[0].search(typed) == []
    assert match_of(typed) is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(typed=st.one_of(st.text(), st.text("\"*()-:^ANDORNEAT{}+ a'", max_size=12)))
def test_whatever_is_typed_search_answers(filled: tuple[Store, dict[str, str]], typed: str) -> None:
    filled[0].search(typed, limit=3)
    filled[0].count(Query(PARTNER, search=typed))


_BEGUN = sorted(
    {
        word[:length]
        for held in PARTNERS.values()
        for word in fold(str(held)).split()
        for length in range(1, len(word) + 1)
    }
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100)
@given(typed=st.lists(st.one_of(st.sampled_from(_BEGUN), st.text(max_size=5)), min_size=1, max_size=3).map(" ".join))
def test_the_words_of_the_index_find_what_their_beginnings_find(
    filled: tuple[Store, dict[str, str]], typed: str
) -> None:
    # Counting asks for all that starts as typed; the first rows are asked for word by word.
    for entity in (PARTNER, MISSION):
        assert len(filled[0].ids(Query(entity, search=typed))) == filled[0].count(Query(entity, search=typed))


def test_a_beginning_of_many_words_finds_them_all(store: Store) -> None:
    with store.edit(WORDS) as edit:
        for number in range(30):
            edit.add(PARTNER, {"name": f"Observatoire{number:02}"})
    assert len(store.ids(Query(PARTNER, search="observatoire"))) == 30
    assert len(store.ids(Query(PARTNER, search="observatoire1"))) == 10


def test_names_that_start_as_typed_come_first(store: Store) -> None:
    with store.edit(WORDS) as edit:
        for name in ("Institut de Hanoi", "Hanoi University", "Hanoi", "Centre", "Old Hanoi School"):
            edit.add(PARTNER, {"name": name, "city": "Hanoi"})
    titles = [found.title[0] for found in store.search("hanoi", entities=["partner"])]
    assert titles[:2] == ["Hanoi", "Hanoi University"]
    assert set(titles[2:4]) == {"Institut de Hanoi", "Old Hanoi School"}
    assert titles[4] == "Centre"
    assert len(store.search("hanoi", limit=2)) == 2


def test_what_is_found_is_called_in_both_languages(filled: tuple[Store, dict[str, str]]) -> None:
    (found,) = filled[0].search("Viêt Nam", entities=["country"])
    assert (found.entity.name, found.ref, found.title) == ("country", "VN", ("Viêt Nam", "Vietnam"))


def test_search_and_filters_go_together(filled: tuple[Store, dict[str, str]]) -> None:
    store, ids = filled
    query = Query(PARTNER, (Filter("country", "is", JP),), search="univ")
    assert [record["id"] for record in store.records(query)] == [ids["tokyo"]]
    assert store.count(query) == 1


def test_a_renamed_partner_is_found_by_its_new_name_through_all_that_is_linked_to_it(store: Store) -> None:
    with store.edit(WORDS) as edit:
        partner = edit.add(PARTNER, {"name": "Mahidol"})
        missions = [edit.add(MISSION, {"starts_on": "2025", "partner": partner}) for _ in range(3)]
        event = edit.add(ENTITIES["event"], {"title": "Visite", "partners": (partner,)})
    with store.edit(WORDS) as edit:
        edit.set(PARTNER, partner, "name", "Salaya")
    assert store.search("mahidol") == []
    assert {found.id for found in store.search("salaya")} == {partner, *missions, event}
    store.undo()
    assert store.search("salaya") == []
    assert {found.id for found in store.search("mahidol")} == {partner, *missions, event}


def test_what_is_linked_elsewhere_is_found_there(store: Store) -> None:
    with store.edit(WORDS) as edit:
        one, other = (edit.add(PARTNER, {"name": name}) for name in ("Mahidol", "Salaya"))
        mission = edit.add(MISSION, {"starts_on": "2025", "partner": one})
    with store.edit(WORDS) as edit:
        edit.set(MISSION, mission, "partner", other)
    assert [found.id for found in store.search("mahidol", entities=["mission"])] == []
    assert [found.id for found in store.search("salaya", entities=["mission"])] == [mission]


def test_names_are_right_however_few_are_kept(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.store.names._KEPT", 3)
    names = ["Alphane", "Bethane", "Gammane", "Deltane", "Epsilane", "Zetane"]
    with store.edit(WORDS) as edit:
        partners = [edit.add(PARTNER, {"name": name}) for name in names]
        missions = [edit.add(MISSION, {"starts_on": "2025", "partner": partner}) for partner in partners]
    for first in (0, 2, 0):
        shown = store.records(Query(MISSION))[first : first + 4]
        store.names.fetch(MISSION, shown)
        label = store.names.showing("fr").label
        assert [label(str(one["partner"])) for one in shown] == names[first : first + 4]
    assert [found.id for found in store.search("epsilane", entities=["mission"])] == [missions[4]]


def test_a_deleted_record_is_not_found(store: Store) -> None:
    with store.edit(WORDS) as edit:
        id_ = edit.add(PARTNER, {"name": "Mahidol"})
    with store.edit(WORDS) as edit:
        edit.delete(PARTNER, id_)
    assert store.search("mahidol") == []
    assert store.count(Query(PARTNER, search="mahidol")) == 0


@pytest.mark.parametrize(
    ("entity", "typed", "found"),
    [("rate", "zzzqqq", 0), ("instrument_type", "umi", 2), ("instrument_type", "laboratoire international", 2),
     ("programme", "zzzqqq", 0), ("per_diem", "japon", 2)],
)  # fmt: skip
def test_lists_that_are_not_indexed_are_searched_too(
    filled: tuple[Store, dict[str, str]], entity: str, typed: str, found: int
) -> None:
    store, _ids = filled
    query = Query(ENTITIES[entity], search=typed)
    assert store.count(query) == len(store.ids(query))
    assert (store.count(query) >= found) if found else (store.count(query) == 0)
    assert len(store.ids(Query(ENTITIES[entity], search=typed, limit=1))) == min(found, 1)


@pytest.mark.parametrize(("old", "new"), [("LIA", "IRP"), ("GDRI", "IRN"), ("UMI", "IRL"), ("PICS", "IEA")])
def test_old_and_new_types_find_each_other(store: Store, old: str, new: str) -> None:
    with store.edit(WORDS) as edit:
        ids = {
            edit.add(INSTRUMENT, {"type": derived_id("instrument_type", code), "title": "Étude fictive des gypaètes"})
            for code in (old, new)
        }
    for typed in (f"{old} gypaetes", f"{new} gypaetes"):
        assert {found.id for found in store.search(typed)} == ids


def test_search_keeps_step_with_changes_that_touch_its_words_and_with_those_that_do_not(store: Store) -> None:
    with store.edit(Words("Essai", "Try")) as edit:
        id_ = edit.add(
            MISSION, {"number": "M-77", "starts_on": "2025-05-04", "ends_on": "2025-05-06", "cost": "120.00"}
        )

    def found(text: str) -> bool:
        return bool(store.ids(Query(MISSION, search=text)))

    def change(**values: str) -> None:
        with store.edit(Words("Changer", "Change")) as edit:
            for name, value in values.items():
                edit.set(MISSION, id_, name, value)

    change(cost="240.00")
    change(starts_on="2025-05-03")
    assert found("M-77 2025")
    change(starts_on="2024-05-03", cost="300.00")
    assert found("M-77 2024")
    change(cost="310.00", notes="Rendez-vous reporté")
    assert found("reporte 2024")
    change(notes="Rendez-vous tenu", cost="320.00")
    assert not found("reporte")
    assert found("tenu m-77")
