"""Whether a row of a foreign sheet is a record that is here already: by its keys, else by what tells it apart."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from desktop_app.domain.entity import Entity
from desktop_app.domain.text import fold
from desktop_app.domain.types import Text
from desktop_app.domain.values import Record, Value
from desktop_app.store.base import Query, Store
from desktop_app.store.births import prepare
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
# From this share of rows to records on, all records are read at once.
_FEW_LOOKUPS = 20


class Match(NamedTuple):
    """A record that a row may be; sure, or to be confirmed by a person."""

    record: Record
    sure: bool


class Existing:
    """The records of an entity that are here, found by what names them."""

    def __init__(self, store: Store, entity: Entity, rows: int) -> None:
        self._store, self._entity = store, entity
        self._sets: list[tuple[str, ...]] = [
            (held.name,) for held in entity if held.key and not isinstance(held.type, Text)
        ]
        self._together = [names for names in _TOGETHER.get(entity.name, ()) if all(n in entity.fields for n in names)]
        count = store.count(Query(entity))
        self._whole = count <= max(2_000, _FEW_LOOKUPS * rows)
        self._index: dict[tuple[tuple[str, ...], tuple[Value, ...]], dict[str, Record]] = {}
        self._records: dict[str, Record] = {}
        if self._whole and count:
            self._learn(store.records(Query(entity)))

    def _learn(self, records: Iterable[Record]) -> None:
        for record in records:
            self._records[str(record["id"])] = record
            for names in (*self._sets, *self._together):
                for key in _keys(names, record):
                    self._index.setdefault((names, key), {})[str(record["id"])] = record

    def _found(self, names: tuple[str, ...], values: Mapping[str, Value]) -> dict[str, Record]:
        keys = _keys(names, values)
        if not self._whole and keys:
            filters = tuple(Filter(name, "is", values[name]) for name in names)
            self._learn(self._store.records(Query(self._entity, filters, limit=2)))
        return {id_: record for key in keys for id_, record in self._index.get((names, key), {}).items()}

    def with_id(self, id_: str) -> Match | None:
        """Return the record that has an id: the same row of the same file came in before."""
        record = self._records.get(id_) if self._whole else self._store.get(self._entity, id_)
        return Match(record, sure=True) if record else None

    def match(self, values: Mapping[str, Value]) -> Match | None:
        """Return the record that a row is, where exactly one is meant and no key contradicts."""
        entity = self._entity
        if entity.coded or entity.identity:
            id_ = prepare(entity, values).id
            record = self._store.get(entity, id_)
            if (
                record is None
                and entity.coded
                and (known := self._store.resolve(entity.name, str(values.get("code") or "")))
            ):
                record = self._store.get(entity, known)  # by another code or name: AND is Andorra too
            return Match(record, sure=True) if record else None
        for names in self._sets:
            found = self._found(names, values)
            if len(found) == 1:
                return Match(next(iter(found.values())), sure=True)
        for names in self._together:
            found = {id_: one for id_, one in self._found(names, values).items() if not self._contradicts(one, values)}
            if len(found) == 1:
                return Match(next(iter(found.values())), entity.name not in _ONLY_PROPOSED)
        return None

    def _contradicts(self, record: Record, values: Mapping[str, Value]) -> bool:
        """Tell whether two different public identifiers stand on both sides: two universities may share a name."""
        for name, *_none in self._sets:
            one, other = record.get(name), values.get(name)
            if one is not None and other is not None and one != other:
                return True
        return False


def _keys(names: tuple[str, ...], record: Mapping[str, Value]) -> list[tuple[Value, ...]]:
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
