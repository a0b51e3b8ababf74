"""What a heading of somebody's sheet may mean: our own headings, aliases, headings met before, and look-alikes."""

import csv
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from rapidfuzz import fuzz

from desktop_app.domain.entity import Entity
from desktop_app.domain.text import fold
from desktop_app.domain.words import Words
from desktop_app.excel.layout import columns_of
from desktop_app.paths import resources

# Below this, two headings only have letters in common.
_LOOKS_ALIKE = 0.72

SAME = Words("même intitulé", "same heading")
KNOWN = Words("intitulé connu", "known heading")
MET = Words("intitulé rencontré dans d’autres feuilles", "heading met in other sheets")
ALIKE = Words("ressemble à « {heading} »", "looks like “{heading}”")


class Meaning(NamedTuple):
    """A field that a heading may mean, how surely (0 to 1) and why."""

    field: str
    confidence: float
    reason: Words


@cache
def known_headings(entity: Entity) -> Mapping[str, Meaning]:
    """Return the meanings of folded headings for an entity, the surest of each."""
    found: dict[str, Meaning] = {}

    def learn(texts: Iterable[str], name: str, confidence: float, reason: Words) -> None:
        for text in texts:
            if key := fold(text):
                found.setdefault(key, Meaning(name, confidence, reason))

    for column in columns_of(entity, entity.fields):
        if column.role == "field":
            learn((column.heading, *column.words), column.code, 1.0, SAME)
    for held in entity:
        learn((held.name.replace("_", " "),), held.name, 1.0, SAME)
        learn(held.aliases, held.name, 0.95, KNOWN)
    for line in _met():
        if line["entity"] == entity.name and line["field"] in entity.fields and not line["given"]:
            learn((line["heading"], *line["synonyms"].split("|")), line["field"], 0.9, MET)
    return found


@cache
def _met() -> tuple[dict[str, str], ...]:
    with (resources() / "reference" / "heading.csv").open(encoding="utf-8-sig", newline="") as file:
        return tuple(csv.DictReader(file, delimiter=";"))


def meanings(entity: Entity, heading: str) -> list[Meaning]:
    """Return what a heading may mean for an entity, the surest first, one meaning for each field."""
    folded, known = fold(heading), known_headings(entity)
    if folded in known:
        return [known[folded]]
    best: dict[str, Meaning] = {}
    for text, meaning in known.items():
        score = _likeness(folded, text) * min(meaning.confidence + 0.05, 0.99)
        if score >= _LOOKS_ALIKE and score > best.get(meaning.field, Meaning("", 0.0, SAME)).confidence:
            shown = entity.fields[meaning.field]
            reason = Words(ALIKE.fr.format(heading=shown.fr), ALIKE.en.format(heading=shown.en))
            best[meaning.field] = Meaning(meaning.field, round(score, 2), reason)
    return sorted(best.values(), key=lambda meaning: -meaning.confidence)


def _likeness(one: str, other: str) -> float:
    """Compare two folded headings: words in common count as much as letters in common."""
    left, right = _singular(one), _singular(other)
    if min(len(left), len(right)) < 3:
        return 0.0
    return (fuzz.token_set_ratio(left, right) + fuzz.ratio(left, right)) / 200


def _singular(text: str) -> str:
    return " ".join(word[:-1] if len(word) > 3 and word.endswith("s") else word for word in text.split())
