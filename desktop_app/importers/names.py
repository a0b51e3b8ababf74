"""People's names in one cell: which part is the family name, what is no part of the name, what only looks like one."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from desktop_app.domain.choices import find_choice
from desktop_app.domain.text import fold
from desktop_app.domain.values import Value
from desktop_app.domain.words import Words
from desktop_app.store.wordlists import word_set

Parts = dict[str, Value]
_TITLED = re.compile(r"(?i)(m\.|mr|mrs|ms|mme|mlle|dr|pr|prof|prof\.|monsieur|madame)\.?\s+(?=\S)")
_BESIDE = re.compile(r"(.+?)\s*(?:\(([^()]+)\)|,\s*([^,]+))")
_NO_PERSON = re.compile(
    r"(?i)\b(?:univ|inst|centre|center|cent|labo|ecole|école|school|college|académ|academ|cnrs|umr|national|agency|agence|"
    r"minist|ambassad|embassy|department|faculty|societ|company|group|research|recherche)"
)
_BETWEEN = re.compile(r"[/;&\n]|\s(?:et|and)\s")  # people in one cell
_FOREIGN_SIGN = re.compile(r"[\d()%&@#/:;!?]")


class Unsure(Exception):
    """A cell was cut in a way that a person must see: the parts, and the sentence."""

    def __init__(self, parts: Mapping[str, Value], words: Words) -> None:
        super().__init__(words.en)
        self.parts, self.words = dict(parts), words


class Placed(NamedTuple):
    """A person's name, and where that person works."""

    person: str
    place: str


def placed(text: str) -> Placed | None:
    """Return the person and the institution of a cell that names both: “Dr A. Nom (ITB)”, “NOM Prénom, UMR 7144”."""
    match = _BESIDE.fullmatch(" ".join(text.split()))
    if match is None or not is_person(match[1]):
        return None
    place = (match[2] or match[3]).strip()
    works = bool(match[2]) or re.search(r"\d", place) or _NO_PERSON.search(place)
    return Placed(match[1].strip(), place) if works else None


def names_institution(text: str) -> bool:
    """Tell whether a text has a word of institutions in it."""
    return _NO_PERSON.search(text) is not None


def is_person(text: str) -> bool:
    """Tell whether a text has the form of a person's name: two to five words with capitals, none of an institution."""
    bare = _without_title(text)[0].replace(",", " ")
    words = bare.split()
    if not 2 <= len(words) <= 5 or _NO_PERSON.search(bare) or _FOREIGN_SIGN.search(bare):
        return False
    return all(word[:1].isalpha() and (not word[:1].islower() or fold(word) in word_set("particles")) for word in words)


def people_in(text: str) -> list[str]:
    """Return the people of a cell, one or several."""
    return [one for one in _BETWEEN.split(text) if is_person(one)]


def name_parts(text: str, heading: str = "") -> Parts | None:
    """Return the family name, the given name and the title in a person's name; None where it holds one word.

    Capitals or a comma tell the family name; else the order of the words in the heading. Raises Unsure, with how it was
    read, where neither does, or where several people are named.
    """
    if both := placed(text):
        try:
            parts = name_parts(both.person, heading) or {}
        except Unsure as unsure:
            parts = unsure.parts
        raise Unsure(parts, _BESIDE_WORDS.filled(text=text, beside=both.place))
    people = people_in(text)
    if len(people) > 1:
        try:
            one = name_parts(people[0], heading) or {}
        except Unsure as unsure:
            one = unsure.parts
        raise Unsure(one, _SEVERAL_WORDS.filled(text=text, first=people[0].strip()))
    bare, parts = _without_title(text)
    if "," in bare:
        family, _, given = (part.strip() for part in bare.partition(","))
        return {**parts, "family_name": family, "given_name": given} if family and given else None
    words = bare.split()
    if len(words) < 2:
        return {**parts, "family_name": bare} if parts else None
    first, last, sure = _by_capitals(words) or _by_order(words, _order(heading)) or _by_custom(words)
    family, given = " ".join(words[first:last]), " ".join((*words[:first], *words[last:]))
    read: Parts = {**parts, "family_name": family, "given_name": given}
    if sure:
        return read
    raise Unsure(read, _ORDER_WORDS.filled(text=text, given=given, family=family))


_BESIDE_WORDS = Words(
    "« {text} » : « {beside} » n’est pas un nom de personne, et n’a pas été repris ici.",
    "“{text}”: “{beside}” is no person’s name, and was not taken in here.",
)
_SEVERAL_WORDS = Words(
    "« {text} » nomme plusieurs personnes : seule {first} a été lue.",
    "“{text}” names several people: only {first} was read.",
)
_ORDER_WORDS = Words(
    "« {text} » a été lu comme prénom {given}, nom {family} : vérifiez l’ordre.",
    "“{text}” was read as given name {given}, family name {family}: check the order.",
)
# Where the family name begins and ends among the words, and whether that is sure.
Cut = tuple[int, int, bool]


def _without_title(text: str) -> tuple[str, Parts]:
    bare, parts = " ".join(text.split()), Parts()
    while (match := _TITLED.match(bare)) and (code := find_choice("titles", match[1])):
        parts["title"] = code
        bare = bare[match.end() :]
    return bare, parts


def _by_capitals(words: list[str]) -> Cut | None:
    """Return the words in capitals, with the particles before them: “de LA TOUR Jean”."""
    capitals = [word.isupper() and len(word.strip(".")) > 1 for word in words]
    if not any(capitals) or all(capitals):
        return None
    first, last = capitals.index(True), len(capitals) - capitals[::-1].index(True)
    sure = all(capitals[first:last])  # “NGUYEN Van AN” is anything
    while first and words[first - 1].islower() and _is_particle(words[first - 1]):
        first -= 1
    return first, last, sure


def _by_order(words: list[str], order: str) -> Cut | None:
    """Return the family name by the order that the heading says."""
    if order == "family":
        last = _after_particles(words)
        return 0, last, len(words) - last == 1 or fold(words[0]) in word_set("family_names_first")
    if order == "given" and (len(words) == 2 or _is_particle(words[1])):
        return 1, len(words), True
    return None


def _by_custom(words: list[str]) -> Cut:
    """Return the family name by what people are called: first in Vietnam, China, Korea and Japan; from its particle on."""
    known = word_set("family_names_first")
    if fold(words[0]) in known and fold(words[-1]) not in known:
        return 0, 1, False
    if _is_particle(words[0]) and _after_particles(words) < len(words):
        return 0, _after_particles(words), False
    particle = next((place for place in range(1, len(words) - 1) if _is_particle(words[place])), len(words) - 1)
    return particle, len(words), False


def _after_particles(words: list[str]) -> int:
    """Return where a family name at the start ends: after its particles and one word."""
    last = 0
    while last < len(words) - 1 and _is_particle(words[last]):
        last += 1
    return last + 1


def _is_particle(word: str) -> bool:
    return fold(word) in word_set("particles")


def _order(heading: str) -> str:
    folded = fold(heading)
    family = re.search(r"\b(nom|name|family|surname|last)\b", re.sub(r"\b(first|given) names?\b", "", folded))
    given = re.search(r"\b(prenoms?|first|given)\b", folded)
    if not family or not given:
        return ""
    return "family" if family.start() < given.start() else "given"
