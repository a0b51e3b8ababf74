"""The records of a base that are likely the same: by an official number, a name, an acronym, an address or a typing error."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import combinations
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity
from desktop_app.domain.folding import closed_up, folded
from desktop_app.domain.progress import Progress
from desktop_app.domain.twins import STRONG_KEYS, contradict
from desktop_app.domain.types import Link, Several
from desktop_app.domain.values import Record
from desktop_app.domain.words import Words
from desktop_app.importers.cleaning import same_town
from desktop_app.store.base import Query, Store
from desktop_app.store.likeness import alike, names_of, words_of

# The entities whose records people make twice.
TWICE = ("partner", "person", "unit")
# Of a name that more records than this bear, each is compared with the first only.
_MANY = 12
_TYPED_WRONG = 2  # letters at most, of which `alike` takes as many as the length of the word allows
_SHORTEST = 3  # letters of an acronym that says something

_ANYWHERE = "?"


class Twins(NamedTuple):
    """Two records that are likely the same, how surely (0 to 1), and why; `exact` where an official number says so."""

    entity: str
    one: str
    other: str
    share: float
    why: Words
    exact: bool = False


_SAME_NUMBER = Words("même {field} : {value}", "the same {field}: {value}")
_SAME_NAME = Words("même nom", "the same name")
_OTHER_TOWN = Words("même nom, villes différentes", "the same name, in different towns")
_OTHER_PLACE = Words("même nom, rattachements différents", "the same name, at different places")
_NEARLY = Words("noms presque identiques", "nearly the same name")
_ACRONYM = Words("même sigle dans la même ville : {value}", "the same acronym in the same town: {value}")
_ADDRESS = Words("même courriel : {value}", "the same e-mail address: {value}")
_INITIAL = Words("même nom et même initiale, au même endroit", "the same family name and initial, at the same place")
_FORMER = Words("un code est l’ancien code de l’autre : {value}", "one’s code is a former code of the other: {value}")


def find(store: Store, entities: Sequence[str] = TWICE, step: Progress = lambda _done, _total: None) -> list[Twins]:
    """Return the likely twins of some entities, the surest first; pairs that somebody told apart are left out."""
    found: list[Twins] = []
    records = {name: store.records(Query(ENTITIES[name])) for name in entities}
    total, done = sum(map(len, records.values())), 0
    for name, held in records.items():
        apart = store.told_apart(ENTITIES[name])
        pairs = _Pairs(ENTITIES[name], held, partial(_step, step, done, total))
        found += [one for one in pairs.find() if frozenset((one.one, one.other)) not in apart]
        done += len(held)
    return sorted(found, key=lambda one: (not one.exact, -one.share, TWICE.index(one.entity), one.one, one.other))


def _step(step: Progress, before: int, total: int, more: int) -> None:
    step(before + more, total)


class _Pairs:
    """Compares the records of an entity with each other, each only with those that share something telling."""

    def __init__(self, entity: Entity, records: Sequence[Record], step: Callable[[int], None]) -> None:
        self._entity, self._records, self._step = entity, records, step
        self._by_id = {str(record["id"]): record for record in records}
        self._found: dict[tuple[str, str], Twins] = {}
        self._person = "family_name" in entity.fields

    def find(self) -> Iterable[Twins]:
        """Return the pairs."""
        for names in STRONG_KEYS.get(self._entity.name, ()):
            self._same_number(names)
        if "email" in self._entity.fields:
            self._same_address()
        if "former_codes" in self._entity.fields:
            self._former_codes()
        self._same_names()
        self._nearly()
        if self._entity.name == "partner":
            self._same_acronym()
        if self._person:
            self._initials()
        return self._found.values()

    def _add(
        self, one: str, other: str, share: float, why: Words, *, exact: bool = False, renamed: bool = False
    ) -> None:
        """Add a pair, unless something speaks against it; codes may differ where one was `renamed` to the other."""
        first, second = sorted((one, other))
        known = self._found.get((first, second))
        if first == second or (known and (known.exact, known.share) >= (exact, share)):
            return
        left, right = self._by_id[first], self._by_id[second]
        if (renamed or not contradict(self._entity, left, right)) and not _is_inside(self._entity, left, right):
            self._found[first, second] = Twins(self._entity.name, first, second, share, why, exact)

    # What says it -------------------------------------------------------------------------------------------------

    def _same_number(self, name: str) -> None:
        held = self._entity.fields[name]
        for value, ids in self._sharing(lambda record: [str(record[name])] if record.get(name) else []):
            fr, en = (
                text.format(field=label, value=value) for text, label in zip(_SAME_NUMBER, held.words, strict=True)
            )
            for one, other in _pairs(ids):
                self._add(one, other, 1.0, Words(fr, en), exact=True)

    def _same_address(self) -> None:
        """Find those who share an address and a word of their name: offices have addresses that several people read."""
        for value, ids in self._sharing(
            lambda record: [str(record["email"]).casefold()] if record.get("email") else []
        ):
            for one, other in _pairs(ids):
                names = [set(words_of(" ".join(names_of(self._by_id[id_])))) for id_ in (one, other)]
                if names[0] & names[1]:
                    self._add(one, other, 0.97, _ADDRESS.filled(value=value))

    def _former_codes(self) -> None:
        codes = {str(record["code"]): str(record["id"]) for record in self._records if record.get("code")}
        for record in self._records:
            former = record.get("former_codes")
            for code in former if isinstance(former, tuple) else ():
                if code in codes:
                    self._add(str(record["id"]), codes[code], 0.95, _FORMER.filled(value=code), renamed=True)

    def _same_names(self) -> None:
        for name, ids in self._sharing(lambda record: {" ".join(key) for key in self._keys(record)}):
            for one, other in _pairs(ids):
                # One word is an acronym rather than a name, and says little of two towns.
                if self._person or " " in name or _one_town(self._by_id[one], self._by_id[other]):
                    self._add_named(one, other, 1.0)

    def _add_named(self, one: str, other: str, likeness: float) -> None:
        """Add two whose names agree, as surely as what else is known of them allows."""
        left, right = self._by_id[one], self._by_id[other]
        if _differ(left, right, "country"):
            return
        share, why = (0.95, _SAME_NAME) if likeness == 1 else (0.9 * likeness, _NEARLY)
        if self._person:
            places = [name for name in ("partner", "unit") if left.get(name) and right.get(name)]
            if not places and all(one.get("partner") or one.get("unit") for one in (left, right)):
                share -= 0.15  # one is known by the partner, the other by the unit
            if places and not any(left[name] == right[name] for name in places):
                share, why = share - 0.3, _OTHER_PLACE
        elif _towns_differ(left, right) or _differ(left, right, "parent"):
            share, why = share - 0.35, _OTHER_TOWN if _towns_differ(left, right) else _OTHER_PLACE
        if share >= 0.6 or likeness == 1:
            self._add(one, other, round(share, 3), why)

    def _nearly(self) -> None:
        """Find names of which one word is mistyped: all others agree, so that they meet under those."""
        blocks: dict[tuple[str, tuple[str, ...]], dict[str, set[str]]] = {}
        for record in self._records:
            for words in self._keys(record):
                for place in range(len(words)) if len(words) > 1 else ():
                    rest = (*words[:place], *words[place + 1 :])
                    block = blocks.setdefault((self._place(record), rest), {})
                    block.setdefault(words[place], set()).add(str(record["id"]))
        for number, ((_place, rest), block) in enumerate(blocks.items()):
            if number % 512 == 0:
                self._step(len(self._records) * number // len(blocks))
            for one, other in _mistyped(block) if len(block) > 1 else ():
                if likeness := alike(" ".join((*rest, one)), " ".join((*rest, other))):
                    for left in block[one]:
                        for right in block[other] - {left}:
                            self._add_named(left, right, min(likeness, 0.99))

    def _same_acronym(self) -> None:
        def key(record: Record) -> list[str]:
            short, town = closed_up(str(record.get("acronym") or "")), folded(str(record.get("city") or ""))
            return [f"{short}|{town}|{record.get('country')}"] if len(short) >= _SHORTEST and town else []

        for _key, ids in self._sharing(key):
            for one, other in _pairs(ids):
                self._add(one, other, 0.7, _ACRONYM.filled(value=str(self._by_id[one]["acronym"])))

    def _initials(self) -> None:
        """Find “J. Fictif” and “Jeanne Fictif” of the same place."""

        def key(record: Record) -> list[str]:
            given, family = folded(str(record.get("given_name") or "")), folded(str(record.get("family_name") or ""))
            where = record.get("partner") or record.get("unit")
            return [f"{family}|{given[0]}|{where}"] if given and family and where else []

        for _key, ids in self._sharing(key):
            for one, other in _pairs(ids):
                given = [folded(str(self._by_id[id_]["given_name"])).split()[0] for id_ in (one, other)]
                if min(map(len, given)) == 1:
                    self._add(one, other, 0.75, _INITIAL)

    # How they are looked for --------------------------------------------------------------------------------------

    def _keys(self, record: Record) -> set[tuple[str, ...]]:
        """Return the names of a record as their telling words, with and without its own acronym."""
        short = folded(str(record.get("acronym") or ""))
        keys = {words_of(name) for name in names_of(record)}
        return {key for key in keys | {tuple(w for w in key if w != short) for key in keys} if key and key != (short,)}

    def _place(self, record: Record) -> str:
        """Return within which place names that are nearly the same say something."""
        where = record.get("partner") or record.get("unit") if self._person else record.get("country")
        return str(where or _ANYWHERE)

    def _sharing(self, keys: Callable[[Record], Iterable[str]]) -> Iterator[tuple[str, list[str]]]:
        held: dict[str, dict[str, None]] = {}
        for record in self._records:
            for key in keys(record):
                held.setdefault(key, {})[str(record["id"])] = None
        return ((key, list(ids)) for key, ids in held.items() if len(ids) > 1)


def _pairs(ids: Sequence[str]) -> Iterable[tuple[str, str]]:
    return combinations(ids, 2) if len(ids) <= _MANY else ((ids[0], other) for other in ids[1:])


def _mistyped(block: Mapping[str, set[str]]) -> Iterator[tuple[str, str]]:
    """Yield the words of a block that are nearly the same."""
    words = sorted(block)
    for place, word in enumerate(words[:-1]):
        others = words[place + 1 :]
        for other, _distance, _at in process.extract(
            word, others, scorer=OSA.distance, score_cutoff=_TYPED_WRONG, limit=_MANY, processor=None
        ):
            yield word, other


def _differ(one: Record, other: Record, name: str) -> bool:
    return bool(one.get(name) and other.get(name) and one[name] != other[name])


def _towns_differ(one: Record, other: Record) -> bool:
    left, right = one.get("city"), other.get("city")
    return bool(left and right and not same_town(str(left), str(right)))


def _one_town(one: Record, other: Record) -> bool:
    return bool(one.get("city") and other.get("city")) and not _towns_differ(one, other)


def _is_inside(entity: Entity, one: Record, other: Record) -> bool:
    """Return whether one record is said to belong to the other: a faculty is not its university."""
    inner = [held.name for held in entity if isinstance(held.type, Link) and held.type.entity == entity.name]
    inner += [held.name for held in entity if isinstance(held.type, Several) and held.type.of == Link(entity.name)]
    return any(
        holder["id"] in (held if isinstance(held, tuple) else (held,))
        for name in inner
        for holder, held in ((one, other.get(name)), (other, one.get(name)))
    )
