"""Whatever goes wrong, a command says one sentence in the user's language, keeps what is there, and exits with 1."""

import errno
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from desktop_app import paths
from desktop_app.cli import main
from desktop_app.cli.failures import of_the_program, of_the_system


def said(capsys: pytest.CaptureFixture[str], *arguments: object, lang: str = "fr", status: int = 1) -> str:
    capsys.readouterr()
    assert main([*(str(argument) for argument in arguments), "--lang", lang]) == status
    return capsys.readouterr().err.strip()


@pytest.mark.parametrize("place", [0.3, 0.6, 0.9])
def test_a_base_that_was_cut_off_is_told_by_every_command(
    base_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], place: float
) -> None:
    whole = base_path.read_bytes()
    for name, rest in (
        ("check", []), ("fingerprint", []), ("list", ["country"]), ("search", ["hanoi"]), ("show", ["VN"]),
        ("backup", ["--to", tmp_path / "copies"]), ("export", ["--out", tmp_path / "out.xlsx"]),
        ("restore", [base_path, "--out", tmp_path / "new.passerelle"]),
    ):  # fmt: skip
        base_path.write_bytes(whole[: int(len(whole) * place)])
        assert "abîmé" in said(capsys, name, base_path, *rest), name


def test_a_base_whose_tables_are_gone_is_told_and_kept_in_the_log(
    base_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    raw = driver.connect(str(base_path))
    raw.execute("DROP TABLE partner")
    raw.commit()
    raw.close()
    sentence = said(capsys, "list", base_path, "partner", lang="en")
    assert "\n" not in sentence
    assert "Traceback" not in sentence
    log = (paths.logs() / "passerelle.log").read_text(encoding="utf-8")
    assert "Not caught in a command" in log
    assert "OperationalError" in log


def test_a_refusal_of_the_system_is_told_without_its_jargon() -> None:
    full = of_the_system(OSError(errno.ENOSPC, "No space left on device"))
    assert full.fr.startswith("Le disque est plein")
    denied = of_the_system(PermissionError(errno.EACCES, "Permission denied", "/copies/x"))
    assert denied.fr == (
        "« /copies/x » n’a pas pu être lu ou écrit (l’accès est refusé, ou le fichier est ouvert ailleurs) :"
        " vérifiez l’emplacement et les droits."
    )
    nameless = of_the_system(OSError(errno.EIO, "Input/output error"))
    assert nameless.fr.startswith("Un fichier n’a pas pu être lu ou écrit (le disque ne répond pas comme il faut)")
    unforeseen = of_the_system(OSError(errno.EMFILE, "Too many open files"))
    assert unforeseen.fr.startswith("Un fichier n’a pas pu être lu ou écrit (le système dit : Too many open files)")


def test_an_error_of_the_program_names_its_kind_and_the_log() -> None:
    words = of_the_program(ZeroDivisionError("secret name"))
    assert "ZeroDivisionError" in words.fr
    assert "secret" not in words.en
    assert "passerelle.log" in words.en


def test_a_restored_copy_that_cannot_be_written_is_told(
    base_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sentence = said(capsys, "restore", base_path, base_path, "--out", tmp_path / "no such folder" / "new.passerelle")
    assert "new.passerelle" in sentence
