"""Lists of words by which headings and names are compared, read from `resources/import/word.csv`."""

import csv
from functools import cache

from desktop_app.paths import resources


@cache
def _lines() -> tuple[dict[str, str], ...]:
    with (resources() / "import" / "word.csv").open(encoding="utf-8-sig", newline="") as file:
        return tuple(csv.DictReader(file, delimiter=";"))


@cache
def word_set(kind: str) -> frozenset[str]:
    """Return the words of a list."""
    return frozenset(word for line in _lines() if line["kind"] == kind for word in line["words"].split("|"))


@cache
def same_words(kind: str) -> dict[str, str]:
    """Return words of several languages by the one that stands for all of them."""
    return {word: line["key"] for line in _lines() if line["kind"] == kind for word in line["words"].split("|")}
