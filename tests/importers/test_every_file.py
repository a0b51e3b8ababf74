"""Each public file that offices have comes in whole, or is refused with a sentence that says what to do."""

from pathlib import Path

import pytest

from desktop_app.domain import ENTITIES
from desktop_app.domain.plan import Plan
from desktop_app.domain.refused import Refused
from desktop_app.domain.words import Words
from desktop_app.excel.read import read_book
from desktop_app.importers.sheet import import_sheet
from desktop_app.store.base import Query, Store
from desktop_app.sync.apply import apply_plan

PARTS = Path(__file__).parents[1] / "data" / "import"
# The whole files stand beside the repository where it is worked on; a clone has only the parts.
WHOLE = Path(__file__).parents[3] / "shared" / "data"
# What each file holds; None where a person must say it.
HOLDS = {
    "Webmiss_brut_dgfip_2021-01.txt": None,
    "Webpays_brut_dgfip_2021-01_latin1.txt": None,
    "ambassades_france_geoloc_2015.csv": "partner",
    "bureaux_cnrs.csv": "office",
    "countries.csv": "country",
    "indemnites_mission_dgfip_2018_2025.csv": "per_diem",
    "indemnites_mission_historique_webmiss_2021-01.csv": "per_diem",
    "instituts_cnrs.csv": None,
    "instruments.csv": "instrument_type",
    "irl_rnsr_2022.csv": "instrument",
    "modeles_colonnes.csv": None,
    "partenaires_ror.csv": "partner",
    "pays_avis_surete_cnrs_archive.csv": "security_rule",
    "programmes_bilateraux.csv": "programme",
    "ror_sous_ensemble_pays_bureaux.csv": "partner",
    "taux_change_2018_2025.csv": "rate",
    "umifre_27.csv": "instrument",
    "unites_cnrs_rnsr_2022.csv": "unit",
}


def lines(path: Path) -> int:
    """How many rows of data a file of one line a row has."""
    filled = [line for line in path.read_bytes().splitlines() if line.strip(b" ;\t")]
    return len(filled) - (path.suffix == ".csv")


def planned(store: Store, path: Path, **told: object) -> Plan:
    """The plan of a foreign file."""
    return import_sheet(store, read_book(path), file_name=path.name, sha256=path.name, **told)  # type: ignore[arg-type]


def check(store: Store, path: Path) -> Plan | None:
    """Take a file in, or see that its refusal says what to do."""
    expected = HOLDS[path.name]
    if expected is None:
        with pytest.raises(Refused) as refused:
            planned(store, path)
        assert "Dites ce que sont ses lignes" in refused.value.words.fr or "rien à reprendre" in refused.value.words.fr
        return None
    plan = planned(store, path)
    assert {column.entity for column in plan.columns} == {expected}
    assert plan.rows.total() == lines(path)
    return plan


@pytest.mark.parametrize("name", sorted(HOLDS))
def test_every_file_comes_in_with_all_its_rows_or_asks_what_it_is(store: Store, name: str) -> None:
    plan = check(store, PARTS / name)
    if plan is not None:
        # Each column is read or kept apart with what it holds.
        aside = {column.heading for column in plan.columns if column.field is None}
        assert {heading for kept in plan.kept for heading in kept} - {"row"} <= aside
        apply_plan(store, plan)


def test_the_whole_files_do_too(store: Store) -> None:
    for name in HOLDS:
        if (path := WHOLE / name).exists():
            check(store, path)


def test_a_file_without_headings_loses_no_row(store: Store) -> None:
    path = PARTS / "Webmiss_brut_dgfip_2021-01.txt"
    mapping = {"A": "code", "B": "valid_on", "C": "currency", "E": "amount"}
    with store.edit(Words("Autre montant", "Another amount")) as edit:
        for record in store.records(Query(ENTITIES["per_diem"])):
            edit.set(ENTITIES["per_diem"], str(record["id"]), "amount", "1")
    plan = planned(store, path, entity="per_diem", header_row=0, mapping=mapping)
    assert plan.rows.total() == lines(path) == 14
    assert [column.heading for column in plan.columns] == list("ABCDEFGHI")
    assert any("n’a pas d’intitulés" in words.fr for words in plan.notes)
    first = next(kept for kept in plan.kept if kept["row"] == "1")
    assert first["F"] == "00001180000"
    # Fixed-point amounts are no millions: each is asked, with what it may be.
    asked = [item for item in plan.items if item.kind == "unreadable"]
    assert {item.field for item in asked} == {"amount"}
    assert asked[0].theirs == "118"


def test_a_heading_is_seen_even_where_it_is_not_known(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_text("Truc;Machin;Bidule\nUniv. A;VN;01/02/2026\nUniv. B;LA;03/02/2026\n", encoding="utf-8")
    plan = planned(store, path, entity="partner", mapping={"Truc": "name", "Machin": "country"})
    assert plan.rows["new"] == 2
    assert [kept["Bidule"] for kept in plan.kept] == ["01/02/2026", "03/02/2026"]


def test_columns_of_the_same_heading_are_all_kept(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_text("Nom;Pays;Avis;Avis\nUniv. A;VN;bon;à revoir\n", encoding="utf-8")
    plan = planned(store, path, entity="partner")
    assert plan.kept == [{"row": "2", "Avis": "bon", "Avis (D)": "à revoir"}]


def test_a_town_and_a_country_are_those_of_anything(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "world.csv"
    path.write_text("Ville;Pays\nHanoï;Viêt Nam\nBandung;Indonésie\n", encoding="utf-8")
    with pytest.raises(Refused):
        planned(store, path)
    assert planned(store, path, entity="partner").rows["new"] == 2
