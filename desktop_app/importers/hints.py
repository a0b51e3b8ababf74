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
_BY_NAME, _BY_KIND, _BY_CODES = 1.5, 2.3, 1.0
_LITTLE = frozenset(
    ["de", "du", "des", "la", "le", "les", "l", "d", "of", "the", "et", "and", "a", "en", "par", "pour", "for"]
)
# What files are called, beside the names of the records themselves.
_CALLED: Mapping[str, tuple[str, ...]] = {
    "per_diem": (
        "indemnités de mission",
        "indemnités",
        "per diem",
        "barème des indemnités",
        "webmiss",
        "frais de mission",
    ),
    "rate": ("taux de change", "taux", "taux de chancellerie", "exchange rates", "change"),
    "security_rule": ("avis de sûreté", "pays à risque", "zones à risque", "security opinions"),
    "programme": ("programmes bilatéraux", "programmes", "PHC"),
    "country": ("pays", "countries"),
    "office": ("bureaux", "offices"),
    "unit": ("unités", "laboratoires", "labos", "units", "laboratories"),
    "person": ("contacts", "annuaire", "carnet d'adresses", "directory", "people", "invités", "participants"),
    "partner": ("partenaires", "établissements", "universités", "institutions", "ambassades", "partners", "ror"),
    "instrument": (
        "instruments",
        "dispositifs",
        "outils",
        "coopérations",
        "accords",
        "projets",
        "laboratoires communs",
    ),
    "mission": ("missions", "déplacements", "voyages", "OM", "travel", "trips", "tournées", "visites"),
    "event": ("évènements", "événements", "délégations", "events", "manifestations", "colloques", "workshops"),
    "output": ("publications", "productions", "outputs", "copublications"),
    "figure": ("indicateurs", "chiffres", "figures", "statistiques"),
}


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
    words, hints = _stems(name), Hints()
    for entity in entities:
        called = (entity.one.fr, entity.one.en, entity.name.replace("_", " "), *_CALLED.get(entity.name, ()))
        # The longer name says more: “indemnités de mission” are no missions.
        longest = max((len(stems) for text in called if (stems := _stems(text)) <= words), default=0)
        if longest:
            hints.add(entity.name, _BY_NAME + 0.4 * (longest - 1))
    for code, option in choices("partner_kinds").items():
        if any(_stems(text) <= words for text in option.words):
            hints.add("partner", _BY_KIND)
            hints.given.setdefault("partner", {}).setdefault("kind", code)
    types = instrument_types()
    for word in fold(name).split():
        if word.upper() in types:
            hints.add("instrument", _BY_KIND)
            hints.given.setdefault("instrument", {}).setdefault("type", word.upper())
    for values in samples.values():
        if prefixes := code_prefixes(values):
            hints.add("instrument" if prefixes <= types else "unit", _BY_CODES)
    return hints


@cache
def instrument_types() -> frozenset[str]:
    """Return the codes of the types of instruments."""
    with (resources() / "reference" / "instrument_type.csv").open(encoding="utf-8-sig", newline="") as file:
        return frozenset(row["code"] for row in csv.DictReader(file, delimiter=";"))


@cache
def _stems(text: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in fold(text).split() if word not in _LITTLE)


def _stem(word: str) -> str:
    if len(word) > 4 and word.endswith("aux"):
        return word[:-3] + ("al" if word != "bureaux" else "eau")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word
