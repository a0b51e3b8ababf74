"""Lists of choices: codes with their words in both languages, read from `resources/reference/choices`.

An office adds its own to some of them: the base that is open says which.
"""

import csv
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, ParamSpec, TypeVar, cast

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
    offered: bool = True  # one that the office took off its list is still shown where records have it

    @property
    def both(self) -> str:
        """The words in both languages, as a cell of a workbook shows them: `Actif / Active`."""
        return self.words.fr if self.words.fr == self.words.en else f"{self.words.fr} / {self.words.en}"


P = ParamSpec("P")
T = TypeVar("T")
_FORGET: list[Callable[[], Any]] = []
_own: dict[str, dict[str, Option]] = {}


def until_learnt(function: Callable[P, T]) -> Callable[P, T]:
    """Remember what a function makes of the lists, until the office of the open base changes them."""
    remembering = lru_cache(maxsize=50_000)(function)
    _FORGET.append(remembering.cache_clear)
    return cast("Callable[P, T]", remembering)


def learn(own: Mapping[str, Mapping[str, Option]]) -> None:
    """Put the options that the office of the open base added behind those of every office."""
    if own == _own:
        return
    _own.clear()
    _own.update({name: dict(options) for name, options in own.items()})
    for forget in _FORGET:
        forget()


@until_learnt
def choices(name: str) -> Mapping[str, Option]:
    """Return the options of a list by code, in the order in which people should see them."""
    shipped = _shipped(name)
    return {**shipped, **{code: option for code, option in _own.get(name, {}).items() if code not in shipped}}


def offered(name: str) -> list[Option]:
    """Return the options of a list that may be chosen."""
    return [option for option in choices(name).values() if option.offered]


@until_learnt
def said_as(name: str, code: str) -> tuple[str, ...]:
    """Return the words by which an option is found; institutes and currencies are called by their codes as well."""
    option = choices(name).get(code)
    if option is None:
        return ()
    return (*option.words, code) if code.isupper() else tuple(option.words)


@cache
def _shipped(name: str) -> Mapping[str, Option]:
    with (CHOICES / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file, delimiter=";")
        return {
            row["code"]: Option(row["code"], Words(row["fr"], row["en"]), _several(row.get("aliases"))) for row in rows
        }


def _several(text: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in (text or "").split("|") if part.strip())


@until_learnt
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
