"""Lists of choices: codes with their words in both languages, read from `resources/reference/choices`."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from desktop_app.domain.text import fold, plain
from desktop_app.domain.words import Words

# The one file path that the domain knows: its own lists. A frozen program keeps the same folders.
CHOICES = Path(__file__).resolve().parents[2] / "resources" / "reference" / "choices"


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a list: its code, its words, and other ways in which sheets write it."""

    code: str
    words: Words
    aliases: tuple[str, ...] = ()

    @property
    def both(self) -> str:
        """The words in both languages, as a cell of a workbook shows them: `Actif / Active`."""
        return self.words.fr if self.words.fr == self.words.en else f"{self.words.fr} / {self.words.en}"


@cache
def choices(name: str) -> Mapping[str, Option]:
    """Return the options of a list by code, in the order in which people should see them."""
    with (CHOICES / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file, delimiter=";")
        return {
            row["code"]: Option(row["code"], Words(row["fr"], row["en"]), _several(row.get("aliases"))) for row in rows
        }


def _several(text: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in (text or "").split("|") if part.strip())


@cache
def _codes_by_word(name: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    options = choices(name).values()
    words = [(option.code, option.code) for option in options]
    words += [(text, option.code) for option in options for text in (option.words.fr, option.words.en, option.both)]
    words += [(text, option.code) for option in options for text in option.aliases]
    # Words come before aliases, and texts as written before folded ones: folding €, R$ or ? drops the sign.
    for spelled in (_exact, fold):
        for text, code in words:
            if key := spelled(text):
                found.setdefault(key, code)
    return found


def _exact(text: str) -> str:
    return plain(text).casefold()


def find_choice(name: str, text: str) -> str | None:
    """Return the code of the option that a text names, by code, words or alias, without accents and case."""
    codes = _codes_by_word(name)
    return codes.get(_exact(text)) or codes.get(fold(text))
