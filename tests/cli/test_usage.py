"""What is written wrong is said in the language that was asked for, with status 2."""

import argparse

import pytest

from desktop_app.cli import main, parser
from desktop_app.cli.help_fr import FRENCH


@pytest.mark.parametrize(
    ("arguments", "french"),
    [
        (["list", "b.passerelle", "unicorn"], "« unicorn » n’existe pas, choisissez parmi"),
        (["list"], "il manque BASE, entity"),
        (["list", "b.passerelle", "partner", "--limit"], "--limit attend une valeur"),
        (["list", "b.passerelle", "partner", "--limit", "none"], "« none » n’est pas un nombre à partir de 1"),
        (["undo", "b.passerelle", "last"], "« last » n’est pas un nombre entier"),
        (["check", "b.passerelle", "--deep"], "--deep n’est pas connu ici"),
        (["explode"], "« explode » n’existe pas"),
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


def test_every_line_of_the_help_is_there_in_french() -> None:
    whole = parser()
    commands = next(action for action in whole._actions if isinstance(action, argparse._SubParsersAction))
    parsers = [whole, *commands.choices.values()]
    lines = {action.help for one in parsers for action in one._actions if action.help}
    lines |= {str(action.help) for action in commands._choices_actions}
    assert len(lines) > 30
    assert sorted(line for line in lines if line not in FRENCH) == []
    assert sorted(set(FRENCH) - lines - {whole.description, "positional arguments", "options"}) == []


def test_the_help_speaks_the_language_that_was_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--help", "--lang", "fr"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("usage : passerelle export")
    assert "arguments:" in said
    assert "montrer cette aide" in said
    assert main(["export", "--help", "--lang", "en"]) == 0
    assert "show this help message" in capsys.readouterr().out
