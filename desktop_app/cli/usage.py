"""The parser of the command line, which helps, and says what was written wrong, in the language that was asked for."""

import argparse
import re
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

from desktop_app.cli.help_fr import FRENCH

_FRENCH = (
    (re.compile(r"the following arguments are required: (.+)"), "il manque {}"),
    (re.compile(r"argument (.+?): invalid choice: '(.*)' \(choose from (.+)\)"), "{} : « {} » n’existe pas, choisissez parmi {}"),
    (re.compile(r"unrecognized arguments: (.+)"), "{} n’est pas connu ici"),
    (re.compile(r"argument (.+?): expected one argument"), "{} attend une valeur"),
    (re.compile(r"argument (.+?): expected at least one argument"), "{} attend au moins une valeur"),
    (re.compile(r"argument (.+?): invalid int value: '(.*)'"), "{} : « {} » n’est pas un nombre entier"),
    (re.compile(r"argument (.+?): not a number from 1 on: (.+)"), "{} : « {} » n’est pas un nombre à partir de 1"),
)  # fmt: skip


class _Formatter(argparse.HelpFormatter):
    """Writes the help in the language that was asked for."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """Begin the line of the usage as the language begins it."""
        super().add_usage(usage, actions, groups, "usage : " if prefix is None and Parser.lang == "fr" else prefix)

    def start_section(self, heading: str | None) -> None:
        """Begin a section."""
        super().start_section(heading and _said(heading))

    def add_text(self, text: str | None) -> None:
        """Add a paragraph."""
        super().add_text(text and _said(text))

    def _expand_help(self, action: argparse.Action) -> str:
        return _said(super()._expand_help(action))


class Parser(argparse.ArgumentParser):
    """A parser that keeps the language of its messages and of its help; so do the parsers of its commands."""

    lang = "en"

    def __init__(self, **named: Any) -> None:
        super().__init__(**{"formatter_class": _Formatter, **named})

    def error(self, message: str) -> NoReturn:
        """Say what was written wrong, with the usage, and end with status 2."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{in_french(message) if Parser.lang == 'fr' else message}\n")


def _said(text: str) -> str:
    return FRENCH.get(text, text) if Parser.lang == "fr" else text


def in_french(message: str) -> str:
    """Return a message of the parser in French; one that is not foreseen stays as it is."""
    for pattern, french in _FRENCH:
        if match := pattern.fullmatch(message):
            return french.format(*match.groups())
    return message


def language_asked(arguments: Sequence[str]) -> str | None:
    """Return the language that arguments ask for, whatever else is wrong in them; None where they do not say."""
    for place, word in enumerate(arguments):
        said = arguments[place + 1] if word == "--lang" and place + 1 < len(arguments) else word.removeprefix("--lang=")
        if word.startswith("--lang") and said in ("fr", "en"):
            return said
    return None
