"""Public files as offices receive them come in by their headings, and only once."""

from pathlib import Path

import pytest

from desktop_app.domain import ENTITIES
from desktop_app.domain.plan import ACCEPT, OPEN, REFUSE, Plan
from desktop_app.domain.refused import Refused
from desktop_app.domain.values import Record
from desktop_app.domain.words import Words
from desktop_app.excel.read import read_book
from desktop_app.importers.sheet import import_sheet, learn
from desktop_app.store.base import Query, Store
from desktop_app.sync.apply import apply_plan
from tests.importers.test_every_file import HOLDS

FILES = Path(__file__).parents[1] / "data" / "import"


def planned(store: Store, path: Path, **told: object) -> Plan:
    """The plan of a foreign file."""
    return import_sheet(store, read_book(path), file_name=path.name, sha256=path.name, **told)  # type: ignore[arg-type]


def fields(plan: Plan) -> dict[str, str | None]:
    """The fields by heading."""
    return {column.heading: column.field for column in plan.columns}


def records(store: Store, name: str) -> list[Record]:
    """All records of an entity."""
    return list(store.records(Query(ENTITIES[name])))


def written(tmp_path: Path, text: str, name: str = "liste.csv") -> Path:
    """A small file of somebody's."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_laboratories_come_in_as_instruments_of_their_type(store: Store) -> None:
    plan = planned(store, FILES / "irl_rnsr_2022.csv")
    assert {item.entity for item in plan.items} == {"instrument", "party"}
    assert fields(plan)["tutelles_rnsr"] == "party.supervisor"
    assert (plan.rows["new"], plan.rows.total()) == (10, 10)
    assert fields(plan) | {
        "code_unite": "code",
        "intitule": "title",
        "annee_creation": "starts_on",
        "ville": "city",
    } == fields(plan)
    apply_plan(store, plan)
    found = records(store, "instrument")
    assert len(found) == 10
    first = next(record for record in found if record["code"] == "IRL 2000")
    assert first["type"] == store.resolve("instrument_type", "IRL")
    assert (first["acronym"], first["starts_on"], first["countries"]) == (
        "RELAX",
        "2017",
        (store.resolve("country", "IN"),),
    )
    assert first["fields"] == ("informatics", "mathematics")


def test_the_umifre_come_in_with_the_type_that_the_file_is_named_after(store: Store) -> None:
    apply_plan(store, planned(store, FILES / "umifre_27.csv"))
    assert {record["type"] for record in records(store, "instrument")} == {store.resolve("instrument_type", "UMIFRE")}


def test_partners_come_in_by_their_ror_and_namesakes_stay_apart(store: Store) -> None:
    plan = planned(store, FILES / "partenaires_ror.csv")
    assert fields(plan)["ror_id"] == "ror_id"
    apply_plan(store, plan)
    found = records(store, "partner")
    assert len(found) == len({record["ror_id"] for record in found}) == plan.rows["new"]
    several = next(item for item in plan.items if item.kind == "doubtful")
    assert (several.field, several.text, several.theirs) == ("kind", "funder, government", "agency")
    assert several.words is not None
    assert "Agence" in several.words.fr
    assert all(record["kind"] for record in found)


def test_units_come_in_as_units(store: Store) -> None:
    plan = planned(store, FILES / "unites_cnrs_rnsr_2022.csv")
    apply_plan(store, plan)
    found = records(store, "unit")
    assert len(found) == 10
    assert all(record["code"] and record["name"] for record in found)


def test_embassies_are_named_after_their_country(store: Store) -> None:
    plan = planned(store, FILES / "ambassades_france_geoloc_2015.csv")
    apply_plan(store, plan)
    found = records(store, "partner")
    assert {record["kind"] for record in found} == {"embassy"}
    assert "Ambassade de France – Albanie" in {record["name"] for record in found}


def test_the_unit_that_carries_an_instrument_is_not_its_number(store: Store) -> None:
    assert fields(planned(store, FILES / "umifre_27.csv"))["unite_cnrs"] == "party.lead_french"


def test_a_part_of_a_region_is_no_region(store: Store) -> None:
    assert fields(planned(store, FILES / "countries.csv"))["sous_region_en"] is None


@pytest.mark.parametrize("name", sorted(name for name, entity in HOLDS.items() if entity))
def test_the_same_file_again_changes_nothing(store: Store, name: str) -> None:
    apply_plan(store, planned(store, FILES / name))
    position = store.journal_position()
    again = planned(store, FILES / name)
    assert not [item for item in again.items if item.decision == ACCEPT]
    apply_plan(store, again)
    assert store.journal_position() == position


def test_columns_without_a_field_are_kept_row_by_row(store: Store) -> None:
    plan = planned(store, FILES / "irl_rnsr_2022.csv")
    assert fields(plan)["numero_rnsr"] is None
    assert plan.kept[0]["row"] == "2"
    assert plan.kept[0]["numero_rnsr"] == "201722366S"


def test_titles_above_the_headings_and_typing_errors_do_not_matter(store: Store, tmp_path: Path) -> None:
    path = written(
        tmp_path, "Liste des partenaires;;\nmise à jour 2026;;\n\nEtablisement;Ville ;PAYS\nUniv. A;Hanoï;Viêt Nam\n"
    )
    plan = planned(store, path)
    assert fields(plan) == {"Etablisement": "name", "Ville": "city", "PAYS": "country"}
    assert [item.theirs for item in plan.items] == [
        {"name": "Univ. A", "city": "Hanoï", "country": store.resolve("country", "VN")}
    ]
    column = plan.columns[0]
    assert column.confidence < 1
    assert "Nom" in column.reason.fr


def test_columns_and_entity_may_be_told(store: Store, tmp_path: Path) -> None:
    path = written(tmp_path, "A;B;C\nUniv. A;VN;x\n")
    plan = planned(store, path, entity="partner", header_row=1, mapping={"A": "name", "B": "country", "C": "-"})
    assert fields(plan) == {"A": "name", "B": "country", "C": None}
    with pytest.raises(Refused) as refused:
        planned(store, path, entity="partner", mapping={"A": "prix"})
    assert "prix" in refused.value.words.fr
    with pytest.raises(Refused) as refused:
        planned(store, path, mapping={"Z": "name"})
    assert "A, B, C" in refused.value.words.en


def test_the_columns_of_a_sender_are_learned(store: Store, tmp_path: Path) -> None:
    first = planned(
        store, written(tmp_path, "Colonne A;Pays\nUniv. A;VN\n"), entity="partner", mapping={"Colonne A": "name"}
    )
    learn(store, "Ambassade de Hanoï", first)
    second = planned(
        store, written(tmp_path, "Colonne A;Pays\nUniv. B;VN\n"), entity="partner", sender="ambassade de hanoi"
    )
    assert fields(second)["Colonne A"] == "name"


def test_a_name_that_is_not_known_is_asked_and_made_only_when_allowed(store: Store, tmp_path: Path) -> None:
    path = written(
        tmp_path, "N° mission;Missionnaire;Départ;Pays\n1;Anne Fictive;01/02/2026;VN\n2;Anne Fictive;05/02/2026;VN\n"
    )
    plan = planned(store, path)
    assert [item.text for item in plan.items if item.kind == "unreadable"] == ["Anne Fictive", "Anne Fictive"]
    assert all(item.decision == OPEN for item in plan.items)
    plan = planned(store, path, create=("person",))
    assert [item.entity for item in plan.items] == ["person", "mission", "mission"]
    apply_plan(store, plan)
    (person,) = records(store, "person")
    assert (person["given_name"], person["family_name"]) == ("Anne", "Fictive")
    assert {mission["person"] for mission in records(store, "mission")} == {person["id"]}


def test_a_record_that_is_here_is_completed_and_never_overwritten(store: Store, tmp_path: Path) -> None:
    country = store.resolve("country", "VN")
    with store.edit(Words("Ajouter", "Add")) as edit:
        id_ = edit.add(
            ENTITIES["partner"],
            {"name": "Université A", "country": country, "city": "Huế", "aliases": ("UA",), "address": "1 rue A"},
        )
    path = written(tmp_path, "Nom;Pays;Ville;Adresse;Sigle;Autres noms\nuniversite a;VN;HUE;2 rue B;U.A.;UA | A\n")
    plan = planned(store, path)
    assert {(item.field, item.kind, item.decision) for item in plan.items} == {
        ("address", "conflicts", OPEN), ("acronym", "theirs", ACCEPT), ("aliases", "theirs", ACCEPT),
    }  # fmt: skip
    apply_plan(store, plan)
    record = store.get(ENTITIES["partner"], id_)
    assert record is not None
    assert (record["name"], record["city"], record["acronym"], record["aliases"]) == (
        "Université A",
        "Huế",
        "U.A.",
        ("A", "UA"),
    )


def test_the_same_record_twice_in_a_file_is_taken_once(store: Store, tmp_path: Path) -> None:
    path = written(tmp_path, "Nom;Pays\nUniversité A;VN\nUniversité A;VN\n")
    plan = planned(store, path)
    assert [(item.kind, item.decision) for item in plan.items] == [("new", ACCEPT), ("copied", REFUSE)]


@pytest.mark.parametrize(
    ("cell", "said"),
    [("31/02/2026", "n’existe pas"), ("bientôt", "n’est pas une date")],
)
def test_a_bad_cell_is_asked_with_its_address_and_the_rest_comes_in(
    store: Store, tmp_path: Path, cell: str, said: str
) -> None:
    path = written(tmp_path, f"Intitulé;Type;Début;Pays\nProjet;IRP;{cell};VN\n")
    plan = planned(store, path, entity="instrument")
    bad = next(item for item in plan.items if item.kind == "unreadable")
    assert (bad.cell, bad.text, bad.field) == ("liste!C2", cell, "starts_on")
    assert bad.words is not None
    assert said in bad.words.fr
    apply_plan(store, plan)
    assert [record["title"] for record in records(store, "instrument")] == ["Projet"]


def test_american_dates_are_told_by_days_that_can_not_exist(store: Store, tmp_path: Path) -> None:
    path = written(tmp_path, "Intitulé;Type;Début\nA;IRP;02/03/2026\nB;IRP;02/28/2026\n")
    plan = planned(store, path, entity="instrument")
    assert [item.theirs["starts_on"] for item in plan.items] == ["2026-02-03", "2026-02-28"]  # type: ignore[index,call-overload]


def test_a_sheet_without_any_known_heading_is_refused_with_what_to_do(store: Store, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        planned(store, written(tmp_path, "xx;yy\n1;2\n"))
    assert "intitulé" in refused.value.words.fr.lower()
