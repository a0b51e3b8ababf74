"""Workbooks go out and come back by the command line; the guided tour does both."""

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from desktop_app.cli import main, tour
from desktop_app.excel.by_hand import HandEdit
from tests.key_stores import InMemory, key_store, no_key_store


def run(capsys: pytest.CaptureFixture[str], *arguments: object, status: int = 0) -> Any:
    capsys.readouterr()
    assert main([*(str(argument) for argument in arguments), "--json", "--lang", "en"]) == status
    return json.loads(capsys.readouterr().out)


@pytest.fixture
def sent(base_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> tuple[Path, Path, list[str]]:
    refs = [
        run(capsys, "add", base_path, "partner", f"name=Université {name}", "country=VN", f"city={name}")["ref"]
        for name in ("Hanoï", "Huế", "Cần Thơ")
    ]
    out = tmp_path / "out.xlsx"
    answer = run(capsys, "export", base_path, "--entity", "partner", "--country", "VN", "--to", "Hanoi", "--out", out)
    assert answer["rows"] == {"partner": 3}
    return base_path, out, refs


def test_an_untouched_workbook_changes_nothing(
    sent: tuple[Path, Path, list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    base, out, _refs = sent
    plan = run(capsys, "receive", base, out)
    assert (plan["kind"], plan["stopped"], plan["items"]) == ("return", None, [])
    assert plan["rows"]["identical"] == 3
    assert run(capsys, "ledger", base)["shipments"][0]["recipient"] == "Hanoi"


def test_what_was_typed_comes_back_as_one_step_that_can_be_undone(
    sent: tuple[Path, Path, list[str]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    base, out, refs = sent
    hand = HandEdit(out)
    hand.type("partner", refs[0], "city", "Hà Nội")
    new = hand.add("partner", {"name": "Université de Đà Lạt", "country": "Vietnam"})
    hand.sort("partner", "name")
    hand.save(back := tmp_path / "back.xlsx")
    before = run(capsys, "fingerprint", base)
    plan = run(capsys, "receive", base, back, "--plan", tmp_path / "plan.json")
    assert run(capsys, "fingerprint", base) == before
    assert (plan["cells"]["theirs"], plan["rows"]["new"]) == (1, 1)
    assert json.loads((tmp_path / "plan.json").read_text(encoding="utf-8"))["items"] == plan["items"]
    assert run(capsys, "receive", base, back, "--apply")["applied"]
    assert run(capsys, "show", base, refs[0])["city"] == "Hà Nội"
    assert run(capsys, "show", base, new)["country"] == "VN"
    assert run(capsys, "receive", base, back)["items"] == []
    run(capsys, "undo", base)
    assert run(capsys, "fingerprint", base) == before


def test_a_cell_changed_on_both_sides_waits_for_a_person(
    sent: tuple[Path, Path, list[str]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    base, out, refs = sent
    hand = HandEdit(out)
    hand.type("partner", refs[1], "city", "Hue (poste)")
    hand.save(back := tmp_path / "back.xlsx")
    run(capsys, "set", base, refs[1], "city=Hue (bureau)")
    plan = run(capsys, "receive", base, back, "--apply")
    assert [(item["kind"], item["ours"], item["theirs"], item["decision"]) for item in plan["items"]] == [
        ("conflicts", "Hue (bureau)", "Hue (poste)", "open")
    ]
    assert run(capsys, "show", base, refs[1])["city"] == "Hue (bureau)"
    run(capsys, "receive", base, back, "--resolve", "theirs", "--apply")
    assert run(capsys, "show", base, refs[1])["city"] == "Hue (poste)"


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "vide"), (b"%PDF-1.7\n", "PDF"), (b"PK\x03\x04 not a zip", "«")],
    ids=["empty", "pdf", "truncated"],
)
def test_a_file_that_is_no_workbook_is_refused_in_one_sentence(
    base_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, words: str
) -> None:
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(content)
    assert main(["receive", str(base_path), str(bad), "--lang", "fr"]) == 1
    said = capsys.readouterr().err.strip()
    assert words in said
    assert "\n" not in said


def test_the_tour_leaves_a_base_a_return_a_plan_and_a_summary(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = run(capsys, "tour", "--out", tmp_path / "tour")
    assert {"demo.passerelle", "return_from_hanoi.xlsx", "return_from_hanoi.json", "vietnam.pdf"} <= set(
        answer["files"]
    )
    plan = json.loads((tmp_path / "tour" / "return_from_hanoi.json").read_text(encoding="utf-8"))
    found = (plan["cells"]["theirs"], plan["cells"]["conflicts"], plan["rows"]["new"], plan["cells"]["unreadable"])
    assert found == (1, 1, 1, 1)
    assert zipfile.is_zipfile(tmp_path / "tour" / "return_from_hanoi.xlsx")


def test_a_tour_never_clears_what_it_did_not_make(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    for name in ("demo.passerelle", "thesis.docx"):
        (mine / name).write_text("my work", encoding="utf-8")
    assert main(["tour", "--out", str(mine), "--lang", "fr"]) == 1
    assert "choisissez un autre dossier" in capsys.readouterr().err
    assert {path.name: path.read_text(encoding="utf-8") for path in mine.iterdir()} == {
        "demo.passerelle": "my work",
        "thesis.docx": "my work",
    }


def test_a_second_tour_takes_the_place_of_the_first_and_of_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "tour"
    tour.prepare(folder)
    left = (
        "demo.passerelle",
        "demo.passerelle-wal",
        "CNRS-SIN_Instruments_Vietnam_2026-11-22_EX0001.xlsx",
        "vietnam.pdf",
    )
    for name in (*left, "my notes.txt", "CNRS-SIN_mine.xlsx"):
        (folder / name).write_text("…", encoding="utf-8")
    (folder / "demo - sauvegardes").mkdir()
    tour.prepare(folder)
    assert {path.name for path in folder.iterdir()} == {tour.MARK, "my notes.txt", "CNRS-SIN_mine.xlsx"}


@pytest.mark.parametrize("name", ["out.csv", "out.ods", "out"])
def test_a_workbook_only_goes_out_under_the_name_of_a_workbook(
    base_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert main(["export", str(base_path), "--out", str(tmp_path / name), "--lang", "fr"]) == 1
    assert ".xlsx" in capsys.readouterr().err
    assert not (tmp_path / name).exists()
    assert run(capsys, "ledger", base_path)["shipments"] == []


def test_a_plan_that_cannot_be_kept_stops_before_anything_is_written(
    sent: tuple[Path, Path, list[str]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    base, out, refs = sent
    hand = HandEdit(out)
    hand.type("partner", refs[0], "city", "Hà Nội")
    hand.save(back := tmp_path / "back.xlsx")
    nowhere = tmp_path / "no such folder" / "plan.json"
    assert main(["receive", str(base), str(back), "--apply", "--plan", str(nowhere), "--lang", "fr"]) == 1
    assert "plan.json" in capsys.readouterr().err
    assert run(capsys, "show", base, refs[0])["city"] == "Hanoï"


def test_applying_what_is_there_already_makes_no_step(
    sent: tuple[Path, Path, list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    base, out, _refs = sent
    assert run(capsys, "receive", base, out, "--apply")["step"] is None


def test_what_came_back_is_named_first_for_people(
    sent: tuple[Path, Path, list[str]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    base, out, _refs = sent
    assert main(["receive", str(base), str(out), "--lang", "fr"]) == 0
    assert capsys.readouterr().out.splitlines()[0] == "Retour d’un classeur envoyé"
    foreign = tmp_path / "theirs.csv"
    foreign.write_text("Nom;Pays\nUSTH;Vietnam\n", encoding="utf-8")
    assert main(["receive", str(base), str(foreign), "--lang", "en"]) == 0
    assert capsys.readouterr().out.splitlines()[0] == "Foreign sheet"


def test_the_ledger_gives_back_what_was_sent_what_came_back_and_a_reminder(
    sent: tuple[Path, Path, list[str]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    base, out, refs = sent
    hand = HandEdit(out)
    hand.type("partner", refs[0], "city", "Hà Nội")
    hand.save(back := tmp_path / "back.xlsx")
    run(capsys, "receive", base, back, "--apply")
    (shipment,) = run(capsys, "ledger", base)["shipments"]
    (returned,) = shipment["returns"]
    assert (returned["file"], returned["cells"]["theirs"]) == ("back.xlsx", 1)
    run(capsys, "ledger", base, "--copy", "EX0001", "--out", tmp_path / "sent again.xlsx")
    assert (tmp_path / "sent again.xlsx").read_bytes() == out.read_bytes()
    run(capsys, "ledger", base, "--copy", returned["sha256"], "--out", tmp_path / "came back.xlsx")
    assert (tmp_path / "came back.xlsx").read_bytes() == back.read_bytes()
    run(capsys, "ledger", base, "--remind", "EX0001", "--out", tmp_path / "reminder.eml")
    assert b"X-Unsent: 1" in (tmp_path / "reminder.eml").read_bytes()
    assert main(["ledger", str(base), "--copy", "EX0009", "--out", str(tmp_path / "x"), "--lang", "en"]) == 1
    assert "EX0009" in capsys.readouterr().err


def test_whose_row_it_is_can_be_said(
    sent: tuple[Path, Path, list[str]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    base, out, refs = sent
    hand = HandEdit(out)
    hand.type("partner", refs[0], "name", "Tout autre nom")
    hand.type("partner", refs[0], "city", "Ailleurs")
    hand.type("partner", refs[0], "ref", None)
    hand.save(back := tmp_path / "back.xlsx")
    (new,) = [item for item in run(capsys, "receive", base, back)["items"] if item["kind"] in ("new", "doubtful")]
    said = run(capsys, "receive", base, back, "--row", f"{new['cell']}={refs[0]}")
    assert {item["field"] for item in said["items"]} == {"name", "city"}
    assert run(capsys, "receive", base, back, "--shipment", "EX0001")["export"] == "EX0001"


def test_a_protected_workbook_opens_with_a_password_from_the_environment(
    base_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(capsys, "add", base_path, "partner", "name=Université fictive", "country=VN")
    monkeypatch.setenv("WORD", "Delta 2026")
    out = tmp_path / "out.xlsx"
    run(capsys, "export", base_path, "--entity", "partner", "--to", "Hanoi", "--out", out, "--password-env", "WORD")
    with no_key_store():
        assert main(["receive", str(base_path), str(out), "--lang", "en"]) == 1
        said = capsys.readouterr().err
        assert "protected by a password" in said
        assert "This computer has no key store" in said
        plan = run(capsys, "receive", base_path, out, "--password-env", "WORD")
    assert (plan["kind"], plan["rows"]["identical"]) == ("return", 1)
    backend = InMemory()
    backend.kept["Passerelle", "Hanoi"] = "Delta 2026"
    with key_store(backend):
        assert run(capsys, "receive", base_path, out)["rows"]["identical"] == 1
