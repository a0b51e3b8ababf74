"""Foreign sheets come in by their headings from the command line."""

import json
from pathlib import Path
from typing import Any

import pytest

from desktop_app.cli import main

SHEET = """Sigle;Intitulé du projet;Pays partenaires;Date de début;Type d’outil;Couleur
MEKONG;Cycle de l’eau;Viêt Nam;01/01/2022;IRP;bleu
CORAIL;Récifs;Malaisie;2021;IRN;vert
PLASMA;Plasmas froids;Ruritanie;2024;IEA;rouge
"""


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> Any:
    capsys.readouterr()
    assert main([*(str(argument) for argument in arguments), "--json", "--lang", "fr"]) == 0
    return json.loads(capsys.readouterr().out)


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "jakarta.csv"
    path.write_text(SHEET, encoding="cp1252")
    return path


def test_a_sheet_is_understood_by_its_headings_and_nothing_is_lost(
    base_path: Path, sheet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = run(capsys, "import", base_path, sheet)
    fields = {column["heading"]: column["field"] for column in plan["mapping"]}
    assert fields == {
        "Sigle": "acronym", "Intitulé du projet": "title", "Pays partenaires": "countries", "Date de début": "starts_on",
        "Type d’outil": "type", "Couleur": None,
    }  # fmt: skip
    assert (plan["kind"], plan["rows"]["new"], plan["cells"]["unreadable"]) == ("foreign", 3, 1)
    asked = next(item for item in plan["items"] if item["kind"] == "unreadable")
    assert asked["cell"].endswith("!C4")
    assert "Ruritanie" in asked["words"][0]
    assert [row["Couleur"] for row in plan["kept"]] == ["bleu", "vert", "rouge"]
    assert run(capsys, "list", base_path, "instrument")["records"] == []


def test_the_letters_of_a_text_file_can_be_said(
    base_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "praha.csv"
    path.write_bytes("Nom;Prénom;Ville\nDvořák;Fictif;Praha\n".encode("iso8859-2"))
    plan = run(capsys, "import", base_path, path, "--entity", "person", "--encoding", "latin-2", "--apply")
    assert plan["rows"]["new"] == 1
    assert [one["family_name"] for one in run(capsys, "list", base_path, "person")["records"]] == ["Dvořák"]
    assert main(["import", str(base_path), str(path), "--encoding", "klingon"]) == 2
    assert "cp1250" in capsys.readouterr().err


def test_a_sheet_taken_in_twice_makes_its_records_once_and_one_step_undoes_it(
    base_path: Path, sheet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "import", base_path, sheet, "--apply")
    records = run(capsys, "list", base_path, "instrument")["records"]
    assert {(record["acronym"], record["starts_on"], *record["countries"]) for record in records} >= {
        ("MEKONG", "2022-01-01", "VN"), ("CORAIL", "2021", "MY"),
    }  # fmt: skip
    run(capsys, "import", base_path, sheet, "--apply")
    assert len(run(capsys, "list", base_path, "instrument")["records"]) == len(records)
    run(capsys, "undo", base_path)
    assert run(capsys, "list", base_path, "instrument")["records"] == []


def test_what_a_sender_calls_our_fields_is_remembered(
    base_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = tmp_path / "a.csv"
    first.write_text("Nom;Pays;Trucmuche\nUSTH;Viêt Nam;Hanoï\n", encoding="utf-8")
    answer = run(
        capsys,
        "import",
        base_path,
        first,
        "--entity",
        "partner",
        "--map",
        "Trucmuche=city",
        "--sender",
        "Hanoi",
        "--apply",
    )
    assert answer["applied"]
    second = tmp_path / "b.csv"
    second.write_text("Nom;Pays;Trucmuche\nCTU;Viêt Nam;Cần Thơ\n", encoding="utf-8")
    run(capsys, "import", base_path, second, "--entity", "partner", "--sender", "Hanoi", "--apply")
    assert {record["city"] for record in run(capsys, "list", base_path, "partner")["records"]} == {"Hanoï", "Cần Thơ"}


def test_receiving_a_foreign_sheet_says_so(base_path: Path, sheet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "receive", base_path, sheet)["kind"] == "foreign"


def test_the_answer_for_people_says_what_was_taken_for_what(
    base_path: Path, sheet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(base_path), str(sheet), "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert "Its rows are: instruments (instrument)." in said
    assert "Sigle\t→ acronym\t100 %\tsame heading" in said
    assert "Couleur\t→ (kept apart)" in said


def test_rows_that_may_be_anything_are_refused_with_what_to_say(
    base_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "x.txt"
    path.write_text("AD\t01/11/2006\tEUR\nAE\t10/12/2008\tEUR\n", encoding="utf-8")
    assert main(["import", str(base_path), str(path), "--lang", "en"]) == 1
    said = capsys.readouterr().err
    assert "Say what its rows are" in said
    assert "--entity" in said
    told = ("--entity", "figure", "--header-row", "0", "--map", "A=country", "--map", "B=-", "--map", "C=source")
    assert run(capsys, "import", base_path, path, *told)["rows"]["new"] == 2


def test_an_answer_given_once_holds_for_the_next_file(
    base_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ref = run(capsys, "add", base_path, "partner", "name=BRIN", "country=ID")["ref"]
    path = tmp_path / "contacts.csv"
    path.write_text("Nom;Prénom;Organisme\nFictive;Anne;LIPI\n", encoding="utf-8")
    assert run(capsys, "import", base_path, path)["cells"]["unreadable"] == 1
    run(capsys, "import", base_path, path, "--same", f"LIPI={ref}", "--apply")
    path.write_text("Nom;Prénom;Organisme\nFictif;Jean;LIPI\n", encoding="utf-8")
    assert run(capsys, "import", base_path, path)["cells"]["unreadable"] == 0


def test_a_copy_for_the_sender_is_written_beside_the_file(
    base_path: Path, sheet: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = run(capsys, "import", base_path, sheet, "--return", tmp_path / "back.xlsx")
    assert (tmp_path / "back.xlsx").exists()
    assert [(one["text"], one["entity"], one["cells"]) for one in plan["questions"]] == [("Ruritanie", "country", 1)]
    assert main(["import", str(base_path), str(sheet), "--return", str(tmp_path / "back.csv")]) == 1
    assert ".xlsx" in capsys.readouterr().err
