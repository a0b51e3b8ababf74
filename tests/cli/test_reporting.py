"""Reports from the command line."""

import json
from pathlib import Path

import pytest

from desktop_app.cli import main


def test_the_gallery_names_the_reports_that_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reports", "--json"]) == 0
    names = [report["name"] for report in json.loads(capsys.readouterr().out)["reports"]]
    assert {"country_summary", "instrument_list"} <= set(names)


def test_a_country_summary_says_its_pages_and_the_query_behind_each_figure(
    base_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["add", str(base_path), "partner", "name=Đại học Cần Thơ", "country=VN"]) == 0
    capsys.readouterr()
    out = tmp_path / "vietnam.pdf"
    call = ["report", str(base_path), "country_summary", "--country", "VN", "--out", str(out), "--lang", "fr", "--json"]
    assert main(call) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["pages"] >= 1
    assert out.read_bytes().startswith(b"%PDF")
    partners = next(figure for figure in answer["figures"] if figure["query"]["entity"] == "partner")
    assert partners["value"] == 1
    assert {"field": "country", "op": "is", "value": "VN"} in partners["query"]["where"]


def test_a_report_or_country_that_is_unknown_is_refused_in_one_sentence(
    base_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "x.pdf"
    assert main(["report", str(base_path), "horoscope", "--out", str(out), "--lang", "fr"]) == 1
    assert "country_summary" in capsys.readouterr().err
    call = ["report", str(base_path), "country_summary", "--country", "Atlantis", "--out", str(out), "--lang", "en"]
    assert main(call) == 1
    assert "Atlantis" in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
def test_a_report_is_written_to_go_on_with_and_chosen_parts_only(
    base_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], ending: str
) -> None:
    out = tmp_path / f"rapport.{ending}"
    call = [
        "report",
        str(base_path),
        "instrument_list",
        "--sections",
        "list",
        "--out",
        str(out),
        "--lang",
        "en",
        "--json",
    ]
    assert main(call) == 0
    assert json.loads(capsys.readouterr().out)["figures"] == []
    assert out.read_bytes().startswith(b"PK")


def test_a_day_before_the_base_was_made_and_a_day_to_come_are_refused(
    base_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "rapport.pdf"
    for day, said in (("2001-01-01", "was not there yet"), ("2150-01-01", "still to come")):
        call = ["report", str(base_path), "deadlines", "--as-of", day, "--out", str(out), "--lang", "en"]
        assert main(call) == 1
        assert said in capsys.readouterr().err
    assert not out.exists()


def test_a_sheet_is_made_of_the_record_that_a_reference_names(
    base_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["add", str(base_path), "partner", "name=Đại học Cần Thơ", "country=VN", "--json"]) == 0
    ref = json.loads(capsys.readouterr().out)["ref"]
    out = tmp_path / "fiche.pdf"
    assert main(["report", str(base_path), "partner_sheet", "--ref", ref, "--out", str(out), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["pages"] == 1
    assert (
        main(["report", str(base_path), "partner_sheet", "--ref", "SIN-P-NOBODY", "--out", str(out), "--lang", "en"])
        == 1
    )
    assert "SIN-P-NOBODY" in capsys.readouterr().err


def test_the_sheets_of_a_country_become_a_file_each_in_a_folder(
    base_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("Fictitious: A/B", "Fictitious A B"):
        assert main(["add", str(base_path), "partner", f"name={name}", "country=VN"]) == 0
    capsys.readouterr()
    folder = tmp_path / "sheets"
    folder.mkdir()
    call = [
        "report",
        str(base_path),
        "partner_sheet",
        "--country",
        "VN",
        "--out",
        str(folder),
        "--lang",
        "en",
        "--json",
    ]
    assert main([*call, "--archive"]) == 0
    paths = [Path(path) for path in json.loads(capsys.readouterr().out)["paths"]]
    assert len({path.name.casefold() for path in paths}) == 2
    assert all(path.name.startswith("Fictitious A B") and b"pdfaid:part" in path.read_bytes() for path in paths)
    assert main(["report", str(base_path), "mission_log", "--out", str(folder), "--lang", "en"]) == 1
    assert "one sheet only" in capsys.readouterr().err


def test_a_report_is_kept_for_ever(base_path: Path, tmp_path: Path) -> None:
    out = tmp_path / "kept.pdf"
    assert main(["report", str(base_path), "mission_log", "--out", str(out), "--archive", "--lang", "fr"]) == 0
    assert b"pdfaid:part" in out.read_bytes()
