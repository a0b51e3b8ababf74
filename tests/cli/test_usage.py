"""What is written wrong is said in the language that was asked for, with status 2."""

import pytest

from desktop_app.cli import main


@pytest.mark.parametrize(
    ("arguments", "french"),
    [
        (["list", "b.passerelle", "unicorn"], "« unicorn » n’existe pas, choisissez parmi"),
        (["list"], "il manque BASE, entity"),
        (["list", "b.passerelle", "partner", "--limit"], "--limit attend une valeur"),
        (["list", "b.passerelle", "partner", "--limit", "none"], "« none » n’est pas un nombre à partir de 1"),
        (["undo", "b.passerelle", "last"], "« last » n’est pas un nombre entier"),
        (["check", "b.passerelle", "--deep"], "--deep n’est pas connu ici"),
        (["explode"], "« explode » n’existe pas"),
        (["set", "b.passerelle", "VN"], "il manque FIELD=VALUE"),
    ],
)
def test_wrong_usage_is_said_in_french(capsys: pytest.CaptureFixture[str], arguments: list[str], french: str) -> None:
    for asked in (["--lang", "fr"], ["--lang=fr"]):
        capsys.readouterr()
        assert main([*arguments, *asked]) == 2
        assert french in capsys.readouterr().err


def test_wrong_usage_is_said_in_english_when_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "b.passerelle", "unicorn", "--lang", "en"]) == 2
    assert "invalid choice" in capsys.readouterr().err


def test_an_unknown_language_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "b.passerelle", "partner", "--lang", "de"]) == 2
    assert "--lang" in capsys.readouterr().err
