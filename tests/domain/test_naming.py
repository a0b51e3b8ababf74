"""Records are called by their names in the reader's language, and found by what they say and what they are linked to."""

import pytest

from desktop_app.domain import ENTITIES
from desktop_app.domain.choices import choices, find_choice
from desktop_app.domain.entity import Entity
from desktop_app.domain.instrument import INSTRUMENT, INSTRUMENT_TYPE
from desktop_app.domain.instrument_parts import PARTY, PERIOD
from desktop_app.domain.leg import LEG
from desktop_app.domain.mission import MISSION
from desktop_app.domain.naming import each_once, full_title, linked_words, own_words, subtitle, title
from desktop_app.domain.partner import PARTNER
from desktop_app.domain.person import PERSON
from desktop_app.domain.place import COUNTRY
from desktop_app.domain.values import Record, Showing
from desktop_app.domain.words import Words

FR, EN = Showing("fr"), Showing("en")


def test_a_title_is_the_first_alternative_that_is_filled() -> None:
    assert title(INSTRUMENT, {"acronym": "CINTRA", "title": "Research alliance"}, FR) == "CINTRA"
    assert title(INSTRUMENT, {"title": "Research alliance"}, FR) == "Research alliance"
    assert title(INSTRUMENT, {"ref": "SIN-I-8K3F7Q2M"}, FR) == "SIN-I-8K3F7Q2M"
    assert title(PERSON, {"given_name": "Lavandine", "family_name": "Rêvecolline"}, FR) == "Lavandine Rêvecolline"
    assert title(INSTRUMENT, {}, FR) == ""


def test_a_country_is_called_in_the_language_of_the_reader() -> None:
    country = {"name_fr": "Viêt Nam", "name_en": "Vietnam"}
    assert (title(COUNTRY, country, FR), title(COUNTRY, country, EN)) == ("Viêt Nam", "Vietnam")
    assert title(COUNTRY, {"name_fr": "Viêt Nam"}, EN) == "Viêt Nam"


def test_what_is_edited_inside_a_record_is_called_after_it_elsewhere() -> None:
    shown = Showing("fr", {"i": "MEKONG-WATER", "p": "Mahidol University", "m": "FICTIF-2026-00001"}.__getitem__)
    period: Record = {"instrument": "i", "number": 1, "starts_on": "2022", "ends_on": "2026"}
    assert full_title(PERIOD, period, shown) == "MEKONG-WATER · période 2022–2026"
    assert full_title(PERIOD, {"instrument": "i", "number": 2}, shown) == "MEKONG-WATER · période 2"
    assert full_title(PARTY, {"instrument": "i", "role": "partner", "partner": "p"}, shown) == (
        "MEKONG-WATER · Mahidol University"
    )
    assert full_title(LEG, {"mission": "m", "city": "Hanoi"}, shown) == "FICTIF-2026-00001 · Hanoi"
    assert full_title(PARTNER, {"name": "Mahidol University"}, shown) == "Mahidol University"


def test_several_places_stand_in_a_line_with_commas() -> None:
    assert subtitle(MISSION, {"number": "M-1", "cities": ("Mandalay", "Hanoi")}, FR) == "Hanoi, Mandalay"


def test_a_subtitle_tells_homonyms_apart() -> None:
    shown = Showing("fr", {"us": "États-Unis", "ph": "Philippines"}.__getitem__)
    names = {subtitle(PARTNER, {"name": "Northwestern University", "city": city, "country": country}, shown)
             for city, country in (("Evanston", "us"), ("Laoag", "ph"))}  # fmt: skip
    assert names == {"Evanston · États-Unis", "Laoag · Philippines"}


@pytest.mark.parametrize("city", ["Singapore", "Singapour"])
def test_a_city_is_not_said_beside_the_country_of_its_name_in_whichever_language(city: str) -> None:
    names = {"fr": {"sg": "Singapour", "th": "Thaïlande"}, "en": {"sg": "Singapore", "th": "Thailand"}}
    for lang, other, said in (("fr", "en", "Singapour"), ("en", "fr", "Singapore")):
        shown = Showing(lang, names[lang].__getitem__, names[other].__getitem__)
        assert subtitle(PARTNER, {"name": "NTU", "city": city, "country": "sg"}, shown) == said
        mission: Record = {"cities": (city,), "countries": ("sg",)}
        assert each_once(MISSION, mission, ("cities", "countries"), shown) == [said]
        mission = {"cities": ("Bangkok", city), "countries": ("sg", "th")}
        assert len(each_once(MISSION, mission, ("cities", "countries"), shown)) == 2


def test_a_record_is_found_by_its_texts_its_years_and_both_words_of_its_choices() -> None:
    mission: Record = {"ref": "SIN-M-8K3F7Q2M", "number": "FICTIF-2025-00001", "starts_on": "2025-11-24", "ends_on": "2025-11-28",
               "purpose": "thesis_jury", "cities": ("Cần Thơ", "Hanoi"), "notes": "東京大学", "institute": "INSU"}  # fmt: skip
    words = own_words(MISSION, mission)
    for word in (
        "SIN-M-8K3F7Q2M",
        "FICTIF-2025-00001",
        "2025",
        "Jury de thèse",
        "Thesis jury",
        "Cần Thơ",
        "東京大学",
        "INSU",
    ):
        assert word in words


def test_amounts_counts_yes_or_no_and_private_fields_find_nothing() -> None:
    mission: Record = {
        "cost": "1250",
        "nights": 4,
        "meals": 2,
        "opinion_needed": True,
        "opinion_asked_on": "2024-10-01",
        "visa": "asked",
    }
    assert own_words(MISSION, mission) == [""]
    assert "2026" in own_words(ENTITIES["output"], {"year": 2026})


def test_a_type_lends_its_names_and_a_laboratory_its_former_numbers() -> None:
    type_: Record = {
        "code": "IRP",
        "name_fr": "Projet",
        "name_en": "International Research Project",
        "aliases": ("ex-LIA",),
    }
    assert {"IRP", "International Research Project", "ex-LIA"} <= set(linked_words(INSTRUMENT_TYPE, type_))
    assert "UMI 3527" in linked_words(INSTRUMENT, {"code": "IRL 3527", "former_codes": ("UMI 3527",)})
    assert linked_words(PERSON, {"family_name": "Rêvecolline", "email": "nom@exemple.org"}) == ["Rêvecolline"]


@pytest.mark.parametrize("entity", ENTITIES.values(), ids=lambda entity: entity.name)
def test_titles_subtitles_and_identities_name_fields_that_exist(entity: Entity) -> None:
    names = {name for part in entity.title for name in part} | {*entity.subtitle, *entity.identity, *entity.places}
    if entity.owner:
        names.add(entity.owner)
    assert names <= set(entity.fields)
    assert not entity.coded or "code" in entity.fields


def test_references_of_two_entities_never_have_the_same_letters() -> None:
    letters = [entity.letter for entity in ENTITIES.values()]
    assert len(set(letters)) == len(letters)
    assert all(letter.isalpha() and letter.isupper() and len(letter) <= 2 for letter in letters)


def test_a_choice_is_found_by_code_words_both_together_or_alias() -> None:
    option = choices("mission_statuses")["done"]
    for written in ("done", "DONE", "Effectuée", "effectuee", option.both, "Terminée"):
        assert find_choice("mission_statuses", written) == "done"
    assert find_choice("mission_statuses", "zzz") is None
    assert option.both == "Effectuée / Done"


def test_words_are_said_in_a_language_and_filled_in_both() -> None:
    words = Words("La base {name}", "The base {name}")
    assert words.filled(name="A") == Words("La base A", "The base A")
    assert (words.said("fr"), words.said("en"), words.said("de")) == (
        "La base {name}",
        "The base {name}",
        "The base {name}",
    )
