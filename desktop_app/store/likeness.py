"""Which of many names may be the same thing written otherwise: other order, other language, typing errors."""

import re
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from desktop_app.domain.entity import Entity
from desktop_app.domain.folding import closed_up, folded
from desktop_app.domain.values import Record, Value
from desktop_app.store.wordlists import same_words, word_set

_NAMES = ("name", "name_fr", "name_en", "local_name", "title", "title_fr")
_SETS = ("aliases", "former_codes")
# Words that one language writes and another one leaves out.
_LITTLE, _SAME = word_set("little_in_names"), same_words("same_in_names")
_NEAR = 80
# Shorter words differ by more than a typing error; longer ones may hold two.
_SHORT, _LONG = 4, 9
_NEARER = 85  # for names as they are spelled, in the order of their words
_TITLES = 88  # for titles, which may differ by a whole word
_TELLING = 4  # words that a title has, to be compared so
_DIGITS = re.compile(r"\d+")
_ALONE = 8  # letters of a single word that may be mistyped: short ones are acronyms, which differ by a letter
_NOWHERE = "?"  # records without a country
_SAME_ACRONYM = 0.99  # how surely two instruments of one type are one, whose acronyms differ by a hyphen or a space
_OF_MANY = frozenset(_SAME.values())  # words that tell no institution from another


@lru_cache(maxsize=200_000)
def words_of(text: str) -> tuple[str, ...]:
    """Return the telling words of a name in order of the alphabet, those of other languages in one of them."""
    words = (_SAME.get(word, word) for word in folded(text).split() if word not in _LITTLE)
    return tuple(sorted(words)) or tuple(sorted(folded(text).split()))


def alike(one: str, other: str) -> float:
    """Return how surely two names are one (0 to 1): all telling words agree but for typing errors, none is left over."""
    return _alike(words_of(one), words_of(other))


def _alike(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    if left == right:
        return 1.0
    if abs(len(left) - len(right)) > 1:
        return 0.0
    mine, theirs = _without_common(left, right)
    if not mine and not theirs:
        return 1.0
    if len(mine) != len(theirs):
        # “Universidad de los Andes” and “Universidad Andes”, but no “Hanoi University” for one of science.
        joined = "".join(mine), "".join(theirs)
        whole = "".join(left) == "".join(right) or sorted("".join(left)) == sorted("".join(right))
        return 0.95 if whole or joined[0] == joined[1] else 0.0
    total = 0.0
    for word in mine:
        near = min(theirs, key=lambda other: OSA.distance(word, other))
        if not _mistyped(word, near):
            return 0.0
        theirs.remove(near)
        total += 1 - OSA.distance(word, near) / len(word)
    return round((len(left) - len(mine) + total) / len(left), 3)


def _mistyped(one: str, other: str) -> bool:
    """Tell whether a word may be another one with a typing error: a letter more, less, other, or two swapped."""
    if (
        max(len(one), len(other)) < _SHORT
        or min(len(one), len(other)) < _SHORT - 1
        or any(char.isdigit() for char in one + other)
    ):
        return False
    return OSA.distance(one, other) <= (1 if len(one) < _LONG else 2)


def _spelled_alike(one: str, other: str) -> float:
    """Return how surely two names are one as they are spelled: a mistyped word is none that languages share, or a little one."""
    left, right = one.split(), other.split()
    mine, theirs = _without_common(left, right)
    if len(mine) != len(theirs):
        rest = mine or theirs
        return 0.93 if len(rest) == 1 and not (mine and theirs) and len(rest[0]) <= 2 and rest[0].isalpha() else 0.0
    for word in mine:
        near = min(theirs, key=lambda other: OSA.distance(word, other))
        little = bool({word, near} & _LITTLE) and OSA.distance(word, near) <= 1
        if not (little or _mistyped(word, near)):
            return 0.0
        theirs.remove(near)
    return round(1 - OSA.distance(one, other) / max(len(one), 1), 3) if mine else 1.0


def _without_common(left: Iterable[str], right: Iterable[str]) -> tuple[list[str], list[str]]:
    mine, theirs = list(left), list(right)
    for word in left:
        if word in theirs:
            mine.remove(word)
            theirs.remove(word)
    return mine, theirs


MOST_NAMES = 60_000  # beyond this many records, likely ones are not looked for


class Likeness:
    """The names of many records: found by the very name, or by one that is nearly it."""

    def __init__(self, entity: Entity, records: Iterable[Record]) -> None:
        self._person = "family_name" in entity.fields
        self._titled = "title" in entity.fields and not self._person
        self._exact: dict[str, set[str]] = {}
        self._acronyms: dict[tuple[str, Value], set[str]] = {}  # those of one type
        # Names by country: few names are the same in two countries, and those are homonyms.
        self._blocks: dict[str, dict[str, set[str]]] = {}
        self._spellings: dict[str, dict[str, set[str]]] = {}  # by country: the names as they are spelled
        self._places = entity.places
        for record in records:
            self.add(record)

    def add(self, record: Record) -> None:
        """Learn the names of a record."""
        id_ = str(record["id"])
        for name in names_of(record):
            self._exact.setdefault(self._spelled(name), set()).add(id_)
            key = " ".join(words_of(name))
            for country in self._countries(record):
                self._blocks.setdefault(country, {}).setdefault(key, set()).add(id_)
                self._spellings.setdefault(country, {}).setdefault(folded(name), set()).add(id_)
        for short in ("acronym", "code"):
            if (value := record.get(short)) and isinstance(value, str):
                self._exact.setdefault(folded(str(value)), set()).add(id_)
        if acronym := _acronym_of(record):
            self._acronyms.setdefault(acronym, set()).add(id_)

    def _countries(self, record: Mapping[str, Value]) -> Collection[str]:
        value = record.get(self._places[0]) if self._places else None
        return ("", *(value if isinstance(value, tuple) else (str(value),) if value else (_NOWHERE,)))

    def named(self, text: str) -> set[str]:
        """Return the records that have a name, an acronym or a code."""
        return self._exact.get(self._spelled(text), set())

    def _spelled(self, name: str) -> str:
        """Return a name as it is compared letter by letter: “NGUYEN Thi Lan” and “Thi Lan Nguyen” are one person."""
        plain = folded(name)
        return " ".join(sorted(plain.split())) if self._person else plain

    def near(self, text: str, countries: Collection[str] = ()) -> list[tuple[str, float]]:
        """Return the records whose names are nearly a text, the nearest first; those of some countries, or of all."""
        key, words = " ".join(words_of(text)), words_of(text)
        found: dict[str, float] = {}
        where = (*countries, _NOWHERE) if countries else ("",)
        for block in [self._blocks.get(country, {}) for country in where]:
            for id_ in block.get(key, ()):
                found[id_] = 1.0
            if found or len(words) < 2:
                continue
            for other, ratio, _place in process.extract(
                key, block.keys(), scorer=fuzz.ratio, score_cutoff=_NEAR, limit=8, processor=None
            ):
                if score := _alike(words, tuple(other.split())) or self._as_title(key, other, ratio):
                    for id_ in block[other]:
                        found[id_] = max(score, found.get(id_, 0.0))
        if not found:
            found = self._near_spelling(folded(text), where)
        return sorted(found.items(), key=lambda pair: -pair[1])

    def holding(self, text: str, countries: Collection[str] = ()) -> list[str]:
        """Return the records in whose names all words of a text stand, those with the fewest others first."""
        words, found = set(words_of(text)), dict[str, int]()
        if all(len(word) < _SHORT or word in _OF_MANY for word in words):
            return []
        for country in (*countries, _NOWHERE) if countries else ("",):
            for key, ids in self._blocks.get(country, {}).items():
                held = set(key.split())
                if words <= held:
                    found |= {id_: min(len(held), found.get(id_, len(held))) for id_ in ids}
        return sorted(found, key=found.__getitem__)

    def _as_title(self, one: str, other: str, ratio: float) -> float:
        """Return how surely two long titles are one, of which somebody has changed a word; other numbers are other things."""
        telling = self._titled and ratio >= _TITLES and min(one.count(" "), other.count(" ")) >= _TELLING - 1
        return round(ratio / 100, 3) if telling and _DIGITS.findall(one) == _DIGITS.findall(other) else 0.0

    def nearest(self, values: Mapping[str, Value]) -> dict[str, float]:
        """Return the records called nearly as a row is by any of its names, in its country, the nearest first."""
        country = values.get(self._places[0]) if self._places else None
        countries = country if isinstance(country, tuple) else (str(country),) if country else ()
        # A successor of another type often keeps the acronym.
        best = dict.fromkeys(self._acronyms.get(_acronym_of(values) or ("", None), ()), _SAME_ACRONYM)
        for name in names_of(values):
            for id_, score in self.near(name, countries):
                best[id_] = max(score, best.get(id_, 0.0))
        return dict(sorted(best.items(), key=lambda pair: -pair[1]))

    def _near_spelling(self, text: str, where: Collection[str]) -> dict[str, float]:
        """Find names in which a word is mistyped that other languages write otherwise, or a little one."""
        found: dict[str, float] = {}
        if " " not in text and len(text) < _ALONE:
            return found
        for block in [self._spellings.get(country, {}) for country in where]:
            for other, _score, _place in process.extract(
                text, block.keys(), scorer=fuzz.ratio, score_cutoff=_NEARER, limit=8, processor=None
            ):
                if score := _spelled_alike(text, other):
                    for id_ in block[other]:
                        found[id_] = max(min(score, 0.99), found.get(id_, 0.0))
        return found


def _acronym_of(record: Mapping[str, Value]) -> tuple[str, Value] | None:
    """Return the acronym of an instrument with its type, as it is compared; None where it says not both."""
    short, type_ = record.get("acronym"), record.get("type")
    return (closed_up(short), type_) if isinstance(short, str) and short and type_ else None


def names_of(record: Record) -> list[str]:
    """Return the names of a record: in all languages, aliases included, of a person both together."""
    person = "family_name" in record
    # The title of a person is no name, but “Dr”.
    names = [str(value) for name in _NAMES if (value := record.get(name)) and not person]
    for name in _SETS:
        value = record.get(name)
        names += value if isinstance(value, tuple) else ()
    if person and record.get("family_name"):
        names.append(f"{record.get('given_name') or ''} {record['family_name']}".strip())
    return list(dict.fromkeys(names))
