"""The journal from the command line: what can be taken back, what stays, and how history names things."""

import json
from pathlib import Path
from typing import Any

import pytest

from desktop_app.cli import main


def run(capsys: pytest.CaptureFixture[str], *arguments: object, status: int = 0) -> Any:
    capsys.readouterr()
    assert main([*(str(argument) for argument in arguments), "--json", "--lang", "en"]) == status
    return json.loads(capsys.readouterr().out)


def lines(capsys: pytest.CaptureFixture[str], *arguments: object, lang: str = "fr") -> list[str]:
    capsys.readouterr()
    assert main([*(str(argument) for argument in arguments), "--lang", lang]) == 0
    return capsys.readouterr().out.splitlines()


def said(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    capsys.readouterr()
    assert main([*(str(argument) for argument in arguments), "--lang", "fr"]) == 1
    return capsys.readouterr().err.strip()


@pytest.mark.parametrize("step", [0, 99_999])
def test_a_step_that_is_not_there_is_refused(base_path: Path, capsys: pytest.CaptureFixture[str], step: int) -> None:
    assert "pas d’étape" in said(capsys, "undo", base_path, step)


def test_the_data_that_a_base_starts_with_is_never_undone(base_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = run(capsys, "history", base_path)["steps"][-1]
    assert first["kind"] == "reference"
    assert "ne s’annule pas" in said(capsys, "undo", base_path, first["step"])
    assert len(run(capsys, "list", base_path, "country")["records"]) == 249


def test_a_step_is_undone_once_and_its_own_words_are_told(base_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ref = run(capsys, "add", base_path, "partner", "name=USTH", "country=VN")["ref"]
    run(capsys, "set", base_path, ref, "city=Hanoi")
    older = run(capsys, "history", base_path)["steps"][0]["step"]
    run(capsys, "set", base_path, ref, "acronym=USTH")
    assert lines(capsys, "undo", base_path, older) == ["Ville d’USTH"]
    assert "déjà annulé" in said(capsys, "undo", base_path, older)
    undoing = run(capsys, "history", base_path)["steps"][0]
    assert undoing["kind"] == "undo"
    assert "ne s’annule pas" in said(capsys, "undo", base_path, undoing["step"])
    assert lines(capsys, "redo", base_path) == ["Ville d’USTH"]
    assert run(capsys, "show", base_path, ref)["city"] == "Hanoi"


def test_history_names_linked_records_by_reference_in_json_and_by_name_for_people(
    base_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ref = run(capsys, "add", base_path, "partner", "name=USTH", "country=VN", "aliases=A;B")["ref"]
    run(capsys, "set", base_path, ref, "country=TH")
    newest = run(capsys, "history", base_path, ref)["steps"][0]
    assert (newest["field"], newest["before"], newest["after"]) == ("country", "VN", "TH")
    assert "Pays\tViêt Nam → Thaïlande" in lines(capsys, "history", base_path, ref)[0]
    run(capsys, "delete", base_path, ref)
    assert lines(capsys, "history", base_path, ref)[0].endswith("supprimée")
