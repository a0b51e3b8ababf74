"""Rows of foreign sheets: what names them, what they are beside ours, what a person is asked."""

import gc
from pathlib import Path

import pytest

from desktop_app.domain import ENTITIES
from desktop_app.domain.ids import derived_id
from desktop_app.domain.plan import ACCEPT, OPEN, REFUSE
from desktop_app.domain.values import Record
from desktop_app.domain.words import Words
from desktop_app.importers.existing import Existing
from desktop_app.importers.memory import answers_of, forget, name_key, remember
from desktop_app.store.base import Query, Store
from desktop_app.sync.apply import apply_plan
from tests.importers.test_every_file import PARTS, planned


def written(tmp_path: Path, text: str, name: str = "liste.csv") -> Path:
    """A small file of somebody's."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def added(store: Store, entity: str, **values: object) -> str:
    """A record that is here."""
    with store.edit(Words("Ajouter", "Add")) as edit:
        return edit.add(ENTITIES[entity], values)  # type: ignore[arg-type]


def records(store: Store, name: str) -> list[Record]:
    """All records of an entity."""
    return list(store.records(Query(ENTITIES[name])))


def test_rows_whose_key_is_not_read_are_to_complete_and_no_copies(store: Store) -> None:
    path = PARTS / "programmes_bilateraux.csv"
    plan = planned(store, path, entity="programme", mapping={"programme": "-"})
    assert (plan.rows["new"], plan.rows["copied"]) == (12, 0)
    assert all(item.decision == OPEN and "Il manque" in item.words.fr for item in plan.items if item.words)
    assert len({item.id for item in plan.items}) == 12


def test_the_same_record_with_other_values_is_asked_and_not_dropped(store: Store, tmp_path: Path) -> None:
    path = written(tmp_path, "Code;Intitulé;Ville\nUMR 1;Labo A;Lyon\nUMR 1;Labo A;Nice\n")
    first, second = planned(store, path, entity="unit").items
    assert (first.kind, second.kind, second.decision) == ("new", "copied", OPEN)
    assert second.words is not None
    assert "Ville" in second.words.fr


def test_an_acronym_with_a_hyphen_more_is_asked_about_within_its_type(store: Store, tmp_path: Path) -> None:
    here = added(
        store, "instrument", type=derived_id("instrument_type", "IRP"), acronym="MICROTH", title="Microbes fictifs"
    )
    path = written(tmp_path, "Type;Sigle;Intitulé\nIRP;MICRO-TH;Les microbes\nIRN;Micro TH;Un réseau\n")
    asked, new = planned(store, path, entity="instrument").items
    assert (asked.decision, new.kind, new.decision) == (OPEN, "new", ACCEPT)
    assert asked.words is not None
    assert str((store.get(ENTITIES["instrument"], here) or {})["ref"]) in asked.words.fr


def test_namesakes_of_two_towns_are_two_partners(store: Store, tmp_path: Path) -> None:
    path = written(tmp_path, "Nom;Ville;Pays\nInstitut Fictif;Lyon;FR\nInstitut Fictif;Lille;FR\n")
    assert planned(store, path, entity="partner").rows["new"] == 2


@pytest.mark.parametrize(
    ("cell", "name", "kind"),
    [
        ("funder, government", "Conseil de la recherche fictif", "agency"),
        ("education, funder", "Fictive University", "university"),
        ("education", "École fictive des mines", "higher_education"),
        ("Facility", "Fictive Institute", "research_organisation"),
        ("company, funder", "Fictive SA", "company"),
    ],
)
def test_the_kinds_of_the_registry_are_read_the_most_telling_first(
    store: Store, tmp_path: Path, cell: str, name: str, kind: str
) -> None:
    plan = planned(store, written(tmp_path, f"Nom;Pays;Types\n{name};FR;{cell}\n"), entity="partner")
    row = next(item for item in plan.items if item.kind == "new")
    assert isinstance(row.theirs, dict)
    assert row.theirs["kind"] == kind
    if "," in cell:
        assert any(item.kind == "doubtful" and item.text == cell for item in plan.items)


def test_of_several_acronyms_the_first_is_the_acronym_and_the_others_are_aliases(store: Store, tmp_path: Path) -> None:
    plan = planned(store, written(tmp_path, "Nom;Pays;Sigles\nCentre fictif;AO;CISA | INIS CISA\n"), entity="partner")
    values = plan.items[0].theirs
    assert isinstance(values, dict)
    assert (values["acronym"], values["aliases"]) == ("CISA", ("INIS CISA",))


def test_an_embassy_in_a_country_that_has_one_is_asked_before_it_is_new(store: Store) -> None:
    country = store.resolve("country", "AF")
    added(store, "partner", name="Ambassade de France en Afghanistan", country=country, kind="embassy")
    plan = planned(store, PARTS / "ambassades_france_geoloc_2015.csv")
    twin = next(item for item in plan.items if item.kind == "doubtful")
    assert twin.decision == OPEN
    assert twin.words is not None
    assert "Ambassade de France en Afghanistan" in twin.words.fr
    assert plan.rows["doubtful"] == 1


@pytest.mark.parametrize(
    "name", ["University of Hanoi, fictive", "Université fictive d’Hanoï", "Universite fictive de Hanoy"]
)
def test_a_name_in_another_language_or_order_is_asked(store: Store, tmp_path: Path, name: str) -> None:
    added(store, "partner", name="Université fictive de Hanoï", country=store.resolve("country", "VN"))
    plan = planned(store, written(tmp_path, f'Nom;Pays\n"{name}";VN\n'), entity="partner")
    assert [item.kind for item in plan.items] in (["doubtful"], [])


@pytest.mark.parametrize("name", ["Université fictive de Huế", "Université fictive de Hanoï-Sud"])
def test_another_name_is_another_partner(store: Store, tmp_path: Path, name: str) -> None:
    added(store, "partner", name="Université fictive de Hanoï", country=store.resolve("country", "VN"))
    assert planned(store, written(tmp_path, f"Nom;Pays\n{name};VN\n"), entity="partner").rows["new"] == 1


def test_an_answer_is_given_once_remembered_and_can_be_forgotten(store: Store, tmp_path: Path) -> None:
    id_ = added(store, "partner", name="BRIN", country=store.resolve("country", "ID"))
    text = "Nom;Prénom;Organisme\nFictive;Anne;BRIN (ex LIPI)\nFictif;Jean;LIPI\n"
    path = written(tmp_path, text)
    asked = [item.text for item in planned(store, path, entity="person").items if item.kind == "unreadable"]
    assert "LIPI" in asked
    remember(store, {name_key("partner", "LIPI"): id_, name_key("partner", "BRIN (ex LIPI)"): id_})
    plan = planned(store, path, entity="person")
    assert plan.cells["unreadable"] == 0
    forget(store, name_key("partner", "LIPI"))
    assert name_key("partner", "LIPI") not in answers_of(store)
    assert planned(store, path, entity="person").cells["unreadable"] == 1


def test_a_missing_name_and_one_that_several_have_are_told_apart(store: Store, tmp_path: Path) -> None:
    country = store.resolve("country", "FR")
    for town in ("Lyon", "Lille"):
        added(store, "partner", name="Institut Fictif", city=town, country=country)
    added(store, "partner", name="Université fictive de Hanoï", country=store.resolve("country", "VN"))
    path = written(
        tmp_path,
        "Nom;Prénom;Organisme\nA;Anne;Institut Fictif\nB;Luc;Universite fictive Hanoi\nC;Léa;Institut absent\n",
    )
    words = [
        item.words.fr
        for item in planned(store, path, entity="person").items
        if item.kind == "unreadable" and item.words
    ]
    assert "plusieurs fiches portent ce nom" in words[0]
    assert "Lyon" in words[0]
    assert "Lille" in words[0]
    assert "Serait-ce Université fictive de Hanoï" in words[1]
    assert "n’est pas dans la base" in words[2]


def test_name_and_given_name_in_two_columns_make_one_traveller(store: Store, tmp_path: Path) -> None:
    known = added(store, "person", family_name="Fictif", given_name="Jean")
    path = written(
        tmp_path,
        "N° mission;Nom;Prénom;Civilité;Courriel;Départ;Pays\n1;FICTIF;Jean;M.;jean@fictif.example;01/02/2026;VN\n"
        "2;FICTIVE;Anne;Mme;anne@fictif.example;05/02/2026;VN\n",
        "missions.csv",
    )
    plan = planned(store, path, create=("person",))
    new = next(item for item in plan.items if item.entity == "person" and item.kind == "new")
    assert new.theirs == {
        "family_name": "FICTIVE", "given_name": "Anne", "title": "mme", "email": "anne@fictif.example",
    }  # fmt: skip
    apply_plan(store, plan)
    people = {person["id"]: person for person in records(store, "person")}
    assert len(people) == 2
    assert {mission["person"] for mission in records(store, "mission")} == set(people)
    assert (people[known]["email"], people[known]["family_name"]) == ("jean@fictif.example", "Fictif")


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("Paris", "PARIS"), ("Grenoble", "GRENOBLE CEDEX 9"), ("Saint-Martin-d’Hères", "ST MARTIN D HERES CEDEX"),
        ("Singapore", "Singapour"), ("Berlin", "BERLIN - Allemagne"), ("Gif-sur-Yvette", "91190 GIF SUR YVETTE"),
    ],
)  # fmt: skip
def test_a_town_written_otherwise_is_no_change(store: Store, tmp_path: Path, here: str, there: str) -> None:
    added(store, "unit", code="UMR 1", name="Labo", city=here)
    plan = planned(store, written(tmp_path, f"Code unité;Intitulé;Commune\nUMR 1;Labo;{there}\n"))
    assert plan.rows["identical"] == 1
    assert plan.items == []


@pytest.mark.parametrize(
    ("there", "kept"),
    [
        ("GRENOBLE CEDEX 9", "Grenoble"), ("VILLENEUVE D'ASCQ", "Villeneuve d'Ascq"), ("LYON", "Lyon"), ("HUÉ", "Hué"),
        ("PHNOM PENH", "Phnom Penh"), ("GIF SUR YVETTE", "Gif sur Yvette"), ("LA ROCHE-POSAY", "La Roche-Posay"),
        ("NEW YORK", "New York"), ("ХАНОЙ", "Ханой"),
    ],
)  # fmt: skip
def test_a_new_town_is_written_as_people_write_it(store: Store, tmp_path: Path, there: str, kept: str) -> None:
    plan = planned(store, written(tmp_path, f"Code unité;Intitulé;Commune\nUMR 1;Labo;{there}\n"))
    values = plan.items[0].theirs
    assert isinstance(values, dict)
    assert values["city"] == kept
    assert plan.items[0].decision == ACCEPT


@pytest.mark.parametrize("there", ["HCMV", "HCMC", "NUS", "CERN", "IRD Hanoi", "Washington DC"])
def test_capitals_that_may_be_an_acronym_stay(store: Store, tmp_path: Path, there: str) -> None:
    plan = planned(
        store, written(tmp_path, f"Code unité;Intitulé;Commune\nUMR 1;Labo;{there}\nUMR 2;Deux;{there.upper()}\n")
    )
    cities = [one.theirs["city"] for one in plan.items if isinstance(one.theirs, dict)]
    assert cities == [there, there]


def test_a_town_by_its_acronym_is_no_change(store: Store, tmp_path: Path) -> None:
    added(store, "unit", code="UMR 1", name="Labo", city="Hô-Chi-Minh-Ville")
    assert planned(store, written(tmp_path, "Code unité;Intitulé;Commune\nUMR 1;Labo;HCMV\n")).items == []


def test_signs_for_nothing_are_empty_cells(store: Store, tmp_path: Path) -> None:
    rows = "A fictif;Viêt Nam;https://;n/a;n/c;-\nB fictif;Viêt Nam;N/A;-;néant;?\n"
    path = written(tmp_path, f"Nom;Pays;Site web;Ville;Partenaire depuis;Notes\n{rows}")
    plan = planned(store, path)
    assert [item.kind for item in plan.items] == ["new", "new"]
    country = store.resolve("country", "VN")
    assert [item.theirs for item in plan.items] == [
        {"name": "A fictif", "country": country, "notes": "-"}, {"name": "B fictif", "country": country, "notes": "?"},
    ]  # fmt: skip


def test_a_plan_lets_go_of_the_records_that_rows_were_compared_with(store: Store, tmp_path: Path) -> None:
    added(store, "partner", name="Institut Fictif", country=store.resolve("country", "FR"), city="Lyon")
    path = written(tmp_path, "Nom;Ville;Pays\nInstitut Fictif;Lyon;FR\nInstitut Lunaire;Lille;FR\n")
    plan = planned(store, path, entity="partner")
    assert (plan.rows["identical"], plan.rows["new"]) == (1, 1)
    gc.unfreeze()  # what lives when a plan is made is looked at no more
    assert not [one for one in gc.get_objects() if isinstance(one, Existing)]
    gc.freeze()  # as it was


@pytest.mark.parametrize("heading", ["Dates", "Période", "Date de début", "Dates de la mission"])
@pytest.mark.parametrize(
    "cell",
    [
        "05/01/2027 | 09/01/2027", "05/01/2027 ; 09/01/2027", "05/01/2027 / 09/01/2027", "05/01/2027\n09/01/2027",
        "2027-01-05 | 2027-01-09", "05/01/2027 – 09/01/2027", "du 5 au 9 janvier 2027",
    ],
)  # fmt: skip
def test_two_days_in_one_cell_are_the_first_and_the_last(store: Store, tmp_path: Path, heading: str, cell: str) -> None:
    path = written(tmp_path, f'Missionnaire;{heading};Pays\nFictif Jean;"{cell}";VN\n')
    row = next(item for item in planned(store, path, entity="mission").items if item.kind == "new")
    assert isinstance(row.theirs, dict)
    assert (row.theirs["starts_on"], row.theirs["ends_on"]) == ("2027-01-05", "2027-01-09")


def test_an_end_in_a_column_of_its_own_holds(store: Store, tmp_path: Path) -> None:
    text = "Missionnaire;Date de début;Date de fin;Pays\nFictif Jean;05/01/2027 | 09/01/2027;10/01/2027;VN\n"
    row = next(item for item in planned(store, written(tmp_path, text), entity="mission").items if item.kind == "new")
    assert isinstance(row.theirs, dict)
    assert (row.theirs["starts_on"], row.theirs["ends_on"]) == ("2027-01-05", "2027-01-10")


@pytest.mark.parametrize(
    ("days", "status"),
    [
        ("12/01/2022;15/01/2022", "done"),
        ("12/01/2190;15/01/2190", "planned"),
        ("12/01/2022;15/01/2190", "under_way"),
        (";", None),
    ],
)
def test_new_missions_have_the_status_that_their_days_speak_for(
    store: Store, tmp_path: Path, days: str, status: str | None
) -> None:
    path = written(tmp_path, f"Missionnaire;Début;Fin;Pays;Ville\nFictif Jean;{days};VN;Hanoï\n")
    plan = planned(store, path, entity="mission")
    row = next(item for item in plan.items if item.kind == "new")
    assert isinstance(row.theirs, dict)
    assert row.theirs.get("status") == status
    assert any("Planned" in note.en for note in plan.notes) == (status is not None)


def test_the_status_that_a_sheet_says_of_a_mission_is_kept(store: Store, tmp_path: Path) -> None:
    text = "Missionnaire;Début;Fin;Pays;État\nFictif Jean;12/01/2022;15/01/2022;VN;Annulée\n"
    row = next(item for item in planned(store, written(tmp_path, text), entity="mission").items if item.kind == "new")
    assert isinstance(row.theirs, dict)
    assert row.theirs["status"] == "cancelled"


def test_a_cell_that_is_shown_adds_no_record_whose_row_is_refused(store: Store, tmp_path: Path) -> None:
    path = written(tmp_path, "Nom;Pays;Types\nFictive University;FR;education, funder\n")
    plan = planned(store, path, entity="partner")
    row, shown = plan.items
    assert (shown.field, shown.decision) == ("kind", ACCEPT)
    row.decision = REFUSE
    assert plan.changes == 0
    apply_plan(store, plan)
    assert records(store, "partner") == []
