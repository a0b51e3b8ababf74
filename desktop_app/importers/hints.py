"""What the name of a file and the codes in its cells imply: which kind of record, and values that no column gives."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from desktop_app.domain.choices import choices
from desktop_app.domain.entity import Entity
from desktop_app.domain.text import fold
from desktop_app.excel.sheets import Value as Raw
from desktop_app.importers.content import code_prefixes
from desktop_app.paths import resources

# A name is chosen by a person; codes may belong to something that is only mentioned.
_BY_NAME, _BY_CODES = 2.0, 1.0


@dataclass(slots=True)
class Hints:
    """How much speaks for an entity, and the values that are implied for its fields, as text."""

    entities: dict[str, float] = field(default_factory=dict)
    given: dict[str, dict[str, str]] = field(default_factory=dict)

    def add(self, entity: str, weight: float) -> None:
        """Count a hint; hints of one entity do not add up."""
        self.entities[entity] = max(weight, self.entities.get(entity, 0.0))


def hints_of(name: str, samples: Mapping[int, Sequence[Raw]], entities: Iterable[Entity]) -> Hints:
    """Return what the name of a sheet and file, and some values of each column, imply."""
    words, hints = f" {_stems(name)} ", Hints()
    for entity in entities:
        for text in (entity.one.fr, entity.one.en, entity.name):
            if f" {_stems(text)} " in words:
                hints.add(entity.name, _BY_NAME)
    for code, option in choices("partner_kinds").items():
        if any(f" {_stems(text)} " in words for text in option.words):
            hints.add("partner", _BY_NAME)
            hints.given.setdefault("partner", {}).setdefault("kind", code)
    types = instrument_types()
    for word in words.split():
        if word.upper() in types:
            hints.add("instrument", _BY_NAME)
            hints.given.setdefault("instrument", {}).setdefault("type", word.upper())
    if " unite " in words:
        hints.add("unit", _BY_NAME)
    for values in samples.values():
        if prefixes := code_prefixes(values):
            hints.add("instrument" if prefixes <= types else "unit", _BY_CODES)
    return hints


@cache
def instrument_types() -> frozenset[str]:
    """Return the codes of the types of instruments."""
    with (resources() / "reference" / "instrument_type.csv").open(encoding="utf-8-sig", newline="") as file:
        return frozenset(row["code"] for row in csv.DictReader(file, delimiter=";"))


def _stems(text: str) -> str:
    return " ".join(word.rstrip("s") for word in fold(text).split())
