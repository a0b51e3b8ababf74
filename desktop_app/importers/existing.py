"""Whether a row of a foreign sheet is a record that is here already: by its keys, by what names it, else by likeness."""

import pickle
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from desktop_app.domain.entity import Entity
from desktop_app.domain.folding import folded
from desktop_app.domain.letting_go import let_go
from desktop_app.domain.text import fold
from desktop_app.domain.types import Text
from desktop_app.domain.values import Record, Value
from desktop_app.domain.words import Words
from desktop_app.importers.cleaning import same_town
from desktop_app.importers.links import Links
from desktop_app.importers.memory import ANY, NEW, name_key
from desktop_app.store.base import Query, Store
from desktop_app.store.births import prepare
from desktop_app.store.likeness import Likeness
from desktop_app.store.queries import Filter

# Fields that together name one record; a person is only proposed, for namesakes are common.
_TOGETHER: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "partner": (("name", "country"), ("acronym", "country", "city")),
    "instrument": (("acronym", "type"), ("title", "type")),
    "person": (("family_name", "given_name"),),
    "mission": (("person", "starts_on"),),
    "event": (("title", "starts_on"),),
    "output": (("title",),),
}
_ONLY_PROPOSED = frozenset({"person"})
# Entities whose records may be the same under names that are only nearly the same.
_BY_LIKENESS = frozenset({"partner", "person", "instrument", "event", "output", "unit"})
# From this share of rows to records on, all records are read, some at a time.
_FEW_LOOKUPS = 20
_AT_ONCE = 2_000

_PERHAPS = Words(
    "Cette ligne ressemble à la fiche {ref} ({name}), déjà présente : {why}. Dites si c’en est une autre.",
    "This row looks like the entry {ref} ({name}), which is there already: {why}. Say whether it is another one.",
)
_SAME_NAME = Words("même nom", "the same name")
_NAMESAKES = Words("plusieurs fiches portent ce nom", "several entries have this name")
_NEARLY = Words("nom voisin à {share} %", "{share} % the same name")
_ONE_EMBASSY = Words("une ambassade dans le même pays", "an embassy in the same country")


class Match(NamedTuple):
    """A record that a row may be; sure, or to be confirmed by a person, with the sentence that asks."""

    record: Record
    sure: bool
    words: Words | None = None
    others: tuple[str, ...] = ()  # ids of further records that it may be


class _Held:
    """Hundreds of thousands of records in the room of some: each packed into one piece until somebody asks for it."""

    def __init__(self) -> None:
        self._names: tuple[str, ...] = ()
        self._packed: dict[str, bytes] = {}

    def add(self, record: Record) -> str:
        """Hold a record; return its id."""
        self._names = self._names or tuple(record)
        self._packed[id_ := str(record["id"])] = pickle.dumps(tuple(record.values()))
        return id_

    def get(self, id_: str) -> Record:
        """Return a record that is held."""
        values = pickle.loads(self._packed[id_])  # noqa: S301  # what was packed here
        return dict(zip(self._names, values, strict=True))

    def let_go(self) -> None:
        """Hold nothing any more."""
        let_go(self._packed)

    def __contains__(self, id_: str) -> bool:
        return id_ in self._packed

    def __len__(self) -> int:
        return len(self._packed)


class Existing:
    """The records of an entity that are here, found by what names them."""

    def __init__(self, store: Store, entity: Entity, rows: int, links: Links, answers: Mapping[str, str]) -> None:
        self._store, self._entity, self._links, self._answers = store, entity, links, answers
        self._sets: list[tuple[str, ...]] = [
            (held.name,) for held in entity if held.key and not isinstance(held.type, Text)
        ]
        self._together = [names for names in _TOGETHER.get(entity.name, ()) if all(n in entity.fields for n in names)]
        count = store.count(Query(entity))
        self._whole = count <= max(2_000, _FEW_LOOKUPS * rows)
        self._index: dict[tuple[tuple[str, ...], tuple[Value, ...]], tuple[str, ...]] = {}  # ids
        self._held = _Held()
        self._embassies: dict[str, list[str]] = {}
        if self._whole and count:
            self._learn(self._all())

    def let_go(self) -> None:
        """Hold nothing any more."""
        let_go(self._index)
        self._held.let_go()

    def _all(self) -> Iterator[Record]:
        numbers = self._store.ids(Query(self._entity))
        for start in range(0, len(numbers), _AT_ONCE):
            yield from self._store.page(self._entity, numbers[start : start + _AT_ONCE])

    def _learn(self, records: Iterable[Record]) -> None:
        for record in records:
            id_ = self._held.add(record)
            if record.get("kind") == "embassy" and self._entity.name == "partner":
                self._embassies.setdefault(str(record.get("country")), []).append(id_)
            for names in (*self._sets, *self._together):
                for key in _keys(names, record):
                    ids = self._index.get((names, key), ())
                    if id_ not in ids:
                        self._index[names, key] = (*ids, id_)

    def _found(self, names: tuple[str, ...], values: Mapping[str, Value]) -> dict[str, Record]:
        if self._whole and not self._index:
            return {}
        keys = _keys(names, values)
        if not self._whole and keys:
            filters = tuple(Filter(name, "is", values[name]) for name in names)
            self._learn(self._store.records(Query(self._entity, filters, limit=2)))
        return {id_: self._held.get(id_) for key in keys for id_ in self._index.get((names, key), ())}

    def _get(self, id_: str) -> Record | None:
        if id_ in self._held:
            return self._held.get(id_)
        return None if self._whole else self._store.get(self._entity, id_)

    def with_id(self, id_: str) -> Match | None:
        """Return the record that has an id: the same row of the same file came in before."""
        record = self._get(id_)
        return Match(record, sure=True) if record else None

    def match(self, values: Mapping[str, Value]) -> Match | None:
        """Return the record that a row is, or may be; None where it is none of ours."""
        entity = self._entity
        if entity.coded or entity.identity:
            return self._derived(values)
        if self._whole and not self._held:
            return None
        for names in self._sets:
            found = self._found(names, values)
            if len(found) == 1:
                return Match(next(iter(found.values())), sure=True)
        if answer := self._answer(values):
            if answer == NEW:
                return None
            if known := self._get(answer):
                return Match(known, sure=True)
        for names in self._together:
            found = {id_: one for id_, one in self._found(names, values).items() if not self._contradicts(one, values)}
            near = [one for one in found.values() if _same_place(one, values)]
            if len(near) == 1 and entity.name not in _ONLY_PROPOSED:
                return Match(near[0], sure=True)
            if found:
                why = _NAMESAKES if len(found) > 1 else _SAME_NAME
                return self._perhaps(next(iter(near or found.values())), why, tuple(found))
        return self._likely(values)

    def _answer(self, values: Mapping[str, Value]) -> str | None:
        """Return what was said of a row before, by its name and country, or of its name alone."""
        if not self._answers:
            return None
        if answer := self._answers.get(answer_key(self._entity, values)):
            return answer
        name = title_of(self._entity, values)
        answer = self._answers.get(name_key(self._entity.name, name)) or self._answers.get(name_key(ANY, name))
        record = self._get(answer) if answer and answer != NEW else None
        place = self._entity.places[0] if self._entity.places else ""
        elsewhere = (
            record is not None and None not in (one := (record.get(place), values.get(place))) and one[0] != one[1]
        )
        return None if elsewhere else answer

    def _derived(self, values: Mapping[str, Value]) -> Match | None:
        entity = self._entity
        record = self._store.get(entity, prepare(entity, values).id) if _is_named(entity, values) else None
        if record is None and entity.coded and (code := str(values.get("code") or "")):
            known = self._store.resolve(entity.name, code)
            record = self._store.get(entity, known) if known else None  # by another code or name: AND is Andorra too
        return Match(record, sure=True) if record else None

    def _likely(self, values: Mapping[str, Value]) -> Match | None:
        """Return the record that has nearly the same name in the same country, or is its one embassy."""
        entity = self._entity
        if entity.name not in _BY_LIKENESS:
            return None
        country = values.get(entity.places[0]) if entity.places else None
        if values.get("kind") == "embassy" and entity.name == "partner":
            embassies = [self._held.get(id_) for id_ in self._embassies.get(str(country), ())]
            found = [one for one in embassies if not self._contradicts(one, values)]
            if found:
                return self._perhaps(found[0], _ONE_EMBASSY, tuple(str(one["id"]) for one in found))
        known = self._likeness()
        if known is None:
            return None
        best = known.nearest(values)
        for id_, score in best.items():
            record = self._get(id_)
            if record is not None and not self._contradicts(record, values):
                share = round(score * 100)
                why = _SAME_NAME if share == 100 else Words(*(text.format(share=share) for text in _NEARLY))
                return self._perhaps(record, why, tuple(best))
        return None

    def _likeness(self) -> Likeness | None:
        return self._links.likeness(self._entity.name)

    def _perhaps(self, record: Record, why: Words, others: tuple[str, ...] = ()) -> Match:
        names = [self._store.names.label(self._entity.name, str(record["id"]), lang) for lang in ("fr", "en")]
        said = (
            text.format(ref=record.get("ref"), name=name, why=reason)
            for text, name, reason in zip(_PERHAPS, names, why, strict=True)
        )
        return Match(record, sure=False, words=Words(*said), others=others)

    def _contradicts(self, record: Record, values: Mapping[str, Value]) -> bool:
        """Tell whether two different public identifiers stand on both sides: two universities may share a name."""
        for name, *_none in self._sets:
            one, other = record.get(name), values.get(name)
            if one is not None and other is not None and one != other:
                return True
        return False


def answer_key(entity: Entity, values: Mapping[str, Value]) -> str:
    """Return under which name the answer to “is it this record?” is remembered: what names the row, and its country."""
    text = folded(title_of(entity, values))
    country = values.get(entity.places[0]) if entity.places else None
    return f"row:{entity.name}:{text}:{','.join(country) if isinstance(country, tuple) else country or ''}"


def title_of(entity: Entity, values: Mapping[str, Value]) -> str:
    """Return what names a row: the first alternative that is filled."""
    named = next((names for names in entity.title if any(values.get(name) for name in names)), ())
    return " ".join(str(values.get(name) or "") for name in named).strip()


def _is_named(entity: Entity, values: Mapping[str, Value]) -> bool:
    """Tell whether a row says what its id is derived from."""
    names = ("code",) if entity.coded else entity.identity
    return all(values.get(name) not in (None, "") for name in names if entity.fields[name].required or entity.coded)


def _same_place(record: Record, values: Mapping[str, Value]) -> bool:
    one, other = record.get("city"), values.get("city")
    return not (isinstance(one, str) and isinstance(other, str)) or same_town(one, other)


def _keys(names: tuple[str, ...], record: Mapping[str, Value]) -> list[tuple[Value, ...]]:
    # Folded each time: numbers and ids of so many records, kept for later, would push out the names that come again.
    parts: list[Value] = []
    for name in names:
        value = record.get(name)
        if value in (None, "", ()):
            return []
        parts.append(fold(value) if isinstance(value, str) else value)
    keys: list[tuple[Value, ...]] = [tuple(parts)]
    if names[0] == "name":  # a partner is found by each of its names
        others = [record.get("name_fr"), record.get("name_en"), *_several(record.get("aliases"))]
        keys += [(fold(str(other)), *parts[1:]) for other in others if other]
    if names == ("code",):
        keys += [(fold(former),) for former in _several(record.get("former_codes"))]
    return keys


def _several(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()
