"""What linked records are called, fetched many at a time and kept until they change."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from sqlalchemy import Connection

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity
from desktop_app.domain.naming import called, linked_words, own_words, subtitle, title
from desktop_app.domain.text import fold
from desktop_app.domain.types import Link, Several
from desktop_app.domain.values import Record, Showing, Value
from desktop_app.store import rows
from desktop_app.store.giving_way import in_turn
from desktop_app.store.lines import as_records

_KEPT = 200_000


def link_target(entity: Entity, field: str) -> str | None:
    """Return the entity that a field links to, by one link or several; None for other fields."""
    type_ = entity.fields[field].type
    if isinstance(type_, Several):
        type_ = type_.of
    return type_.entity if isinstance(type_, Link) else None


@cache
def _targets(name: str) -> list[tuple[str, str, bool]]:
    """Return the fields of an entity that link, what to, and whether to several."""
    entity = ENTITIES[name]
    return [(field.name, target, field.several) for field in entity if (target := link_target(entity, field.name))]


class Names:
    """The titles of linked records, by id."""

    def __init__(self, connection: Callable[[], Connection]) -> None:
        self._connection = connection
        self._records: dict[str, tuple[Entity, dict[str, Value]]] = {}
        self._words: dict[str, str] = {}

    def forget(self, ids: Iterable[str] | None = None) -> None:
        """Forget what changed, or everything."""
        if ids is None:
            self._records.clear()
            self._words.clear()
            return
        for id_ in in_turn(ids):
            self._records.pop(id_, None)
            self._words.pop(id_, None)

    def fetch(self, entity: Entity, records: Iterable[Record], depth: int = 2) -> None:
        """Fetch the records that these are linked to, and those that name them in turn."""
        if len(self._records) > _KEPT:
            self.forget()
        self._fetch(entity, records, depth)

    def _fetch(self, entity: Entity, records: Iterable[Record], depth: int) -> None:
        wanted: dict[str, set[str]] = {}
        for name, target, several in _targets(entity.name):
            values: Iterable[Any] = {record.get(name) for record in records} - {None}
            ids = {id_ for value in values for id_ in value} if several else values
            wanted.setdefault(target, set()).update(ids)
        for target, ids in wanted.items():
            found = self._load(target, sorted(ids - self._records.keys()))
            if found and depth:
                self._fetch(ENTITIES[target], found, depth - 1)

    def _load(self, name: str, ids: list[str]) -> list[dict[str, Value]]:
        entity, found = ENTITIES[name], list[dict[str, Value]]()
        for start in range(0, len(ids), 500):
            lines = self._connection().execute(rows.many(name), {"ids": ids[start : start + 500]})
            for record in as_records(lines):
                self._records[str(record["id"])] = (entity, record)
                found.append(record)
        return found

    def record(self, entity: str, id_: str) -> dict[str, Value] | None:
        """Return a linked record."""
        if id_ not in self._records:
            loaded = self._load(entity, [id_])
            self._fetch(ENTITIES[entity], loaded, 2)
        known = self._records.get(id_)
        return known[1] if known else None

    def showing(self, lang: str, coming: Mapping[str, tuple[Entity, Record]] | None = None) -> Showing:
        """Return how values are shown in a language, with the titles of the linked records that were fetched.

        `coming`: records that a plan would add, by id, which values may link to before they are here.
        """
        new = coming or {}

        def titled(id_: str, how: Showing) -> str:
            known = new.get(id_) or self._records.get(id_)  # what comes may have been here, and be undone
            return title(known[0], known[1], how) if known else id_

        other = Showing("en" if lang == "fr" else "fr", lambda id_: titled(id_, other))
        showing = Showing(lang, lambda id_: titled(id_, showing), other.label)
        return showing

    def label(self, entity: str, id_: str, lang: str) -> str:
        """Return the title of one record."""
        self.record(entity, id_)
        return self.showing(lang).label(id_)

    def called(self, entity: str, id_: str, lang: str) -> str:
        """Return the name of one record in a sentence."""
        record = self.record(entity, id_)
        return called(ENTITIES[entity], record, self.showing(lang)) if record else id_

    def subtitle(self, entity: str, id_: str, lang: str) -> str:
        """Return the line that tells one record from its homonyms."""
        record = self.record(entity, id_)
        return subtitle(ENTITIES[entity], record, self.showing(lang)) if record else ""

    def words(self, entity: Entity, records: list[Record]) -> Iterable[list[str]]:
        """Return, for each record, the texts by which it is found: its own and those of what it is linked to."""
        self.fetch(entity, records, depth=0)
        for record in records:
            found = own_words(entity, record)
            for name, _target, several in _targets(entity.name):
                value: Any = record.get(name)
                if value is not None:
                    found += map(self._lent, value) if several else (self._lent(value),)
            yield found

    def _lent(self, id_: str) -> str:
        if id_ in self._words:
            return self._words[id_]
        known = self._records.get(id_)
        if known is None:
            return ""
        # Folded once here: a country lends its names to thousands of missions.
        self._words[id_] = " ".join(dict.fromkeys(fold(text) for text in linked_words(*known)))
        return self._words[id_]
