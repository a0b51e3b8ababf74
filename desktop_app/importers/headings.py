"""What a heading of somebody's sheet may mean: our own headings, aliases, headings met before, and look-alikes."""

import csv
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from rapidfuzz import fuzz

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity
from desktop_app.domain.text import fold
from desktop_app.domain.types import Day, Integer, Link
from desktop_app.domain.words import Words
from desktop_app.excel.layout import columns_of
from desktop_app.paths import resources
from desktop_app.store.wordlists import same_words, word_set

# Below this, two headings only have letters in common.
LOOKS_ALIKE = 0.7
_TYPING_ERROR = 84

SAME = Words("même intitulé", "same heading")
KNOWN = Words("intitulé connu", "known heading")
MET = Words("intitulé rencontré dans d’autres feuilles", "heading met in other sheets")
OF_THE_RECORD = Words("le nom de la fiche elle-même", "the name of the entry itself")
ALIKE = Words("ressemble à « {heading} »", "looks like “{heading}”")

_LITTLE = word_set("little_in_headings")
# Words that leave the meaning of a heading alone, and words that change it: the town of the traveller's residence is not
# where the mission goes.
_NEUTRAL, _OTHER_MEANING = word_set("neutral_in_headings"), word_set("changing_in_headings")
_SAME = same_words("same_in_headings")
# What embassies write in sheets where a person is one of the columns.
_PERSON_SHEETS = {"mission": ("Missions", "Séjours longs, boursiers, visiteurs")}
_OF_PERSON = ("given_name", "family_name", "title", "email", "position", "phone", "orcid", "partner")


class Meaning(NamedTuple):
    """A field that a heading may mean, how surely (0 to 1) and why. `person.given_name` is a field of a linked record."""

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
            learn((column.heading, *column.words, *column.earlier), column.code, 1.0, SAME)
    for held in entity:
        learn((held.name.replace("_", " "),), held.name, 1.0, SAME)
        learn(held.aliases, held.name, 0.95, KNOWN)
    for line in met():
        if line["entity"] == entity.name and line["field"] in entity.fields and not line["given"]:
            learn((line["heading"], *line["synonyms"].split("|")), line["field"], 0.9, MET)
    if "notes" in entity.fields:
        learn(("Remarks", "Comments", "Comment", "Commentaire", "Remarque", "Observations"), "notes", 0.9, MET)
    named = next((name for names in entity.title for name in names), "")
    if named and not isinstance(entity.fields[named].type, Link):
        learn((*entity.one, entity.name.replace("_", " ")), named, 0.9, OF_THE_RECORD)
        learn((f"nom du {entity.one.fr}", f"nom de la {entity.one.fr}"), named, 0.9, OF_THE_RECORD)
    if entity.name in _PERSON_SHEETS:
        _learn_person(learn, entity.name)
    return found


def _learn_person(learn: Callable[[Iterable[str], str, float, Words], None], entity: str) -> None:
    person = ENTITIES["person"]
    for name in _OF_PERSON:
        held = person.fields[name]
        if name not in ("title", "partner", "family_name"):
            learn((*held.words, *held.aliases), f"person.{name}", 0.9, MET)
    for line in met():
        if line["sheet"] in _PERSON_SHEETS[entity] and line["entity"] == "person" and line["field"] in _OF_PERSON:
            learn((line["heading"], *line["synonyms"].split("|")), f"person.{line['field']}", 0.9, MET)


@cache
def met() -> tuple[dict[str, str], ...]:
    """Return the headings met before, from `resources/reference/heading.csv`."""
    with (resources() / "reference" / "heading.csv").open(encoding="utf-8-sig", newline="") as file:
        return tuple(csv.DictReader(file, delimiter=";"))


@cache
def all_headings() -> frozenset[str]:
    """Return every heading that means something, folded."""
    texts = {text for entity in ENTITIES.values() for text in known_headings(entity)}
    return frozenset(texts | {fold(text) for line in met() for text in (line["heading"], *line["synonyms"].split("|"))})


# A heading with its explanations; a longer text is none, and would be compared with each that is known for minutes.
_LONGEST = 500


@cache
def is_known(heading: str) -> bool:
    """Tell whether a text is a heading met before, alone or in two languages."""
    known = all_headings()
    return any(fold(text) in known for text in alternatives(heading))


def alternatives(heading: str) -> list[str]:
    """Return the texts by which a heading may be known: whole, without what stands in brackets, each of its lines."""
    if len(heading) > _LONGEST:
        return []
    text = " ".join(str(heading).split())
    bare = re.sub(r"\s*[(\[][^)\]]*[)\]]|[*:]+\s*$", "", text).strip(" *:")
    parts = [part.strip() for part in re.split(r"\s*/\s+|\s+/\s*|\n|\s+[-–—]\s+", bare) if part.strip()]
    texts = [text, bare, *reversed(parts)] if len(parts) > 1 else [text, bare]
    if len(parts) > 1:
        texts.insert(2, " ".join(parts))
    return list(dict.fromkeys(one for one in texts if fold(one)))


@cache
def meanings(entity: Entity, heading: str) -> tuple[Meaning, ...]:
    """Return what a heading may mean for an entity, the surest first, one meaning for each field."""
    known = known_headings(entity)
    texts = [text for text in alternatives(heading) if not _is_of_another(heading, text)]
    for text in texts:
        if found := known.get(fold(text)):
            return (found,)
    best: dict[str, Meaning] = {}
    for text in texts:
        folded = fold(text)
        tokens = _tokens(folded)
        of_a_year = not _YEARS.isdisjoint(tokens)
        for other, meaning in known.items():
            if of_a_year and not _is_date(entity, meaning.field):
                continue
            score = _likeness(folded, tokens, other, _known_tokens(other)) * min(meaning.confidence, 0.96)
            if score >= LOOKS_ALIKE and score > best.get(meaning.field, Meaning("", 0.0, SAME)).confidence:
                best[meaning.field] = Meaning(meaning.field, round(score, 2), _alike(entity, meaning.field))
    return tuple(sorted(best.values(), key=lambda meaning: -meaning.confidence))


def _is_of_another(heading: str, text: str) -> bool:
    """Tell whether a text is only the lower of two headings, and the upper one names somebody else: “Coordinateur / Nom”."""
    part, whole = set(fold(text).split()), set(fold(heading).split())
    return part < whole and not _OTHER_MEANING.isdisjoint(whole - part) and len(part) * 2 <= len(whole)


_YEARS = frozenset({"annee", "year"})


def _is_date(entity: Entity, name: str) -> bool:
    held = entity.fields.get(name)
    return held is not None and isinstance(held.type, Day | Integer)


def _alike(entity: Entity, name: str) -> Words:
    first, _, rest = name.partition(".")
    shown = ENTITIES["person"].fields[rest] if rest else entity.fields[first]
    return Words(ALIKE.fr.format(heading=shown.fr), ALIKE.en.format(heading=shown.en))


@cache
def _known_tokens(text: str) -> tuple[str, ...]:
    return _tokens(text)


def _tokens(folded: str) -> tuple[str, ...]:
    return tuple(_SAME.get(one, one) for word in folded.split() if word not in _LITTLE and (one := _singular(word)))


def _likeness(one: str, tokens: Sequence[str], other: str, wanted: Sequence[str]) -> float:
    """Compare two folded headings: every word of the known one is there, or the whole differs by a typing error."""
    if not tokens or not wanted:
        return 0.0
    left = list(tokens)
    quality = 0.0
    for word in wanted:
        near = max(((_same_word(word, mine), place) for place, mine in enumerate(left)), default=(0.0, 0))
        if not near[0]:
            return _typing_error(one, other)
        quality += near[0]
        left.pop(near[1])
    if any(word in _OTHER_MEANING or (word.isdigit() and word not in wanted) for word in left):
        return 0.0
    others = sum(word not in _NEUTRAL for word in left)
    return quality / len(wanted) * (1 - 0.05 * (len(left) - others)) * (0.86 - 0.1 * (others - 1) if others else 1)


_NO_DIGIT = re.compile(r"\D")


def _typing_error(one: str, other: str) -> float:
    if min(len(one), len(other)) < 5 or _digits(one) != _digits(other):
        return 0.0
    ratio = fuzz.ratio(one, other)
    return ratio / 100 if ratio >= _TYPING_ERROR else 0.0


def _same_word(one: str, other: str) -> float:
    if one == other:
        return 1.0
    short, long = sorted((one, other), key=len)
    if _digits(short) != _digits(long):
        return 0.0
    if len(short) >= 3 and len(long) > 4 and long.startswith(short):
        return 0.9  # an abbreviation: etab., univ., dest.
    ratio = fuzz.ratio(one, other) if len(short) >= 5 else 0.0
    return ratio / 100 if ratio >= _TYPING_ERROR else 0.0


def _digits(text: str) -> str:
    return "" if text.isalpha() else _NO_DIGIT.sub("", text)


def _singular(text: str) -> str:
    return text[:-1] if len(text) > 3 and text[-1] in "sx" else text
