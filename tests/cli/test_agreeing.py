"""Installations agree from the command line: sync, receive, conflicts, team, fingerprint."""

import json
from pathlib import Path
from typing import Any

import pytest

from desktop_app.cli import main
from desktop_app.store.base import Store


@pytest.fixture
def bases(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> tuple[Path, Path]:
    """Two new bases of two offices; the first has a partner, and the second has received it."""
    first, second = tmp_path / "sin.passerelle", tmp_path / "tyo.passerelle"
    run(capsys, "new", first, "--office", "SIN")
    run(capsys, "new", second, "--office", "TYO")
    run(capsys, "add", first, "partner", "name=Université fictive", "country=VN", "city=Hanoi")
    assert run(capsys, "sync", first, "--out", tmp_path / "1.xlsx")["volumes"] == 1
    assert run(capsys, "receive", second, tmp_path / "1.xlsx", "--apply")["kind"] == "bundle"
    return first, second


def run(capsys: pytest.CaptureFixture[str], *arguments: object, status: int = 0) -> Any:
    capsys.readouterr()
    assert main([*map(str, arguments), "--json", "--lang", "en"]) == status
    captured = capsys.readouterr()
    return json.loads(captured.out) if status == 0 else captured.err


def send(capsys: pytest.CaptureFixture[str], sender: Path, receiver: Path, *more: str) -> Any:
    file = sender.with_name(f"{sender.stem}-{receiver.stem}.xlsx")
    run(capsys, "sync", sender, "--out", file)
    return run(capsys, "receive", receiver, file, "--apply", *more)


def same(capsys: pytest.CaptureFixture[str], *bases: Path) -> bool:
    return len({run(capsys, "fingerprint", base)["fingerprint"] for base in bases}) == 1


def reference(capsys: pytest.CaptureFixture[str], base: Path) -> str:
    (record,) = run(capsys, "list", base, "partner")["records"]
    return str(record["ref"])


def test_a_conflict_is_listed_on_both_sides_and_decided_once(
    bases: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = bases
    ref = reference(capsys, second)
    run(capsys, "set", first, ref, "city=Huế")
    run(capsys, "set", second, ref, "city=Vinh")
    plan = send(capsys, first, second)
    (item,) = plan["items"]
    assert (item["kind"], item["base"], item["ours"], item["theirs"]) == ("conflicts", "Hanoi", "Vinh", "Huế")
    send(capsys, second, first)
    assert same(capsys, first, second)
    (conflict,) = run(capsys, "conflicts", first)["conflicts"]
    assert (conflict["field"], conflict["ours"], conflict["theirs"]) == ("city", "Huế", "Vinh")
    assert run(capsys, "conflicts", first, "--resolve", conflict["id"], "Dalat")["conflicts"] == []
    send(capsys, first, second)
    assert same(capsys, first, second)
    assert run(capsys, "show", second, ref)["city"] == "Dalat"


def test_conflicts_are_resolved_while_taking_in_where_asked(
    bases: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = bases
    ref = reference(capsys, second)
    run(capsys, "set", first, ref, "city=Huế")
    run(capsys, "set", second, ref, "city=Vinh")
    send(capsys, first, second, "--resolve", "theirs")
    assert run(capsys, "conflicts", second)["conflicts"] == []
    assert run(capsys, "show", second, ref)["city"] == "Huế"


def test_a_deletion_against_an_edit_is_asked_and_answered(
    bases: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = bases
    ref = reference(capsys, second)
    run(capsys, "delete", first, ref)
    run(capsys, "set", second, ref, "city=Vinh")
    send(capsys, first, second)
    (conflict,) = run(capsys, "conflicts", second)["conflicts"]
    assert (conflict["kind"], conflict["ours"], conflict["theirs"]) == ("deleted", "alive", "deleted")
    run(capsys, "conflicts", second, "--resolve", conflict["id"], "keep")
    send(capsys, second, first)
    assert run(capsys, "show", first, ref)["city"] == "Vinh"
    assert same(capsys, first, second)


def test_an_unknown_conflict_and_an_answer_that_is_none_are_refused(
    bases: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    first, _second = bases
    assert "no conflict" in run(capsys, "conflicts", first, "--resolve", "SIN-P-XXXXXXXX.city", "x", status=1)


def test_sync_to_somebody_holds_only_what_they_lack(
    bases: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = bases
    send(capsys, second, first)
    run(capsys, "set", first, reference(capsys, first), "city=Huế")
    sent = run(capsys, "sync", first, "--to", "TYO", "--out", first.with_name("delta.xlsx"))
    assert sent["changes"] == 1
    assert "neither an office" in run(
        capsys, "sync", first, "--to", "XXX", "--out", first.with_name("x.xlsx"), status=1
    )


def test_a_base_may_be_received_like_a_file(bases: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    first, second = bases
    run(capsys, "set", first, reference(capsys, first), "city=Huế")
    assert run(capsys, "receive", second, first)["applied"] is False
    run(capsys, "receive", second, first, "--apply")
    assert same(capsys, first, second)


def test_two_laptops_agree_through_a_folder(
    bases: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = bases
    folder = tmp_path / "équipe"
    folder.mkdir()
    run(capsys, "set", first, reference(capsys, first), "city=Huế")
    run(capsys, "team", first, "--folder", folder)
    assert run(capsys, "team", first)["folder"] == str(folder)
    assert run(capsys, "team", first, "--exchange")["sent"] > 0
    done = run(capsys, "team", second, "--folder", folder, "--exchange")
    assert (done["taken"], [member["office"] for member in done["members"]]) == (1, ["SIN"])
    run(capsys, "team", first, "--exchange")
    assert same(capsys, first, second)
    assert "No team folder" not in run(capsys, "team", first, "--folder", tmp_path / "absent", status=1)


def test_what_is_sent_stands_among_the_exchanges_as_what_the_window_sends(
    bases: tuple[Path, Path], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    first, _second = bases
    sent = run(capsys, "sync", first, "--out", tmp_path, "--to", "TYO")
    assert sent["shipment"] == "EB0002"
    (path,) = map(Path, sent["paths"])
    assert path.parent == tmp_path
    assert path.name.startswith("CNRS-SIN_Exchange_TYO_")
    with Store.open(first, readonly=True) as store:
        found = {one.number: (one.state, one.file_name) for one in store.ledger.shipments()}
    assert found == {"EB0001": ("sent", "1.xlsx"), "EB0002": ("sent", path.name)}
