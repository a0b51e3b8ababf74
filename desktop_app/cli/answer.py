"""What a command answers: one JSON document, or lines for a person."""

import argparse
import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from desktop_app.domain.refused import Refused
from desktop_app.domain.words import Words


class UsageError(Refused):
    """A command that was written wrong: exit status 2."""


def count(text: str) -> int:
    """Read a number of rows, records or missions, for the parser: one or more."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"not a number from 1 on: {text}")
    return int(text)


def say(words: Words, lang: str) -> None:
    """Say a sentence on standard error."""
    sys.stderr.write(f"{words.said(lang)}\n")


@dataclass
class Answer:
    """The answer of a command: its JSON document, lines for a person, sentences beside it, and the exit status."""

    document: dict[str, Any]
    lines: Iterable[str] = ()
    said: list[Words] = field(default_factory=list)
    status: int = 0

    def print(self, *, as_json: bool, lang: str) -> None:
        """Print the document or the lines on standard output, the sentences on standard error."""
        if as_json:
            sys.stdout.write(json.dumps(self.document, ensure_ascii=False, indent=1) + "\n")
        else:
            for line in self.lines:
                sys.stdout.write(f"{line}\n")
        for words in self.said:
            say(words, lang)
