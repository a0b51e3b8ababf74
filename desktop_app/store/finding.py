"""What the search field finds: records of all kinds, those whose name starts as typed first."""

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import Connection

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity
from desktop_app.domain.naming import subtitle, title
from desktop_app.domain.text import fold
from desktop_app.domain.values import Record
from desktop_app.store.names import Names
from desktop_app.store.queries import matching, page
from desktop_app.store.search import match_of
from desktop_app.store.tables import SEARCHED

# Enough candidates to put the best names first, few enough to stay instant whatever matches.
_CANDIDATES = 60


class Found(NamedTuple):
    """A record that was found, with its words in both languages as (fr, en)."""

    entity: Entity
    id: str
    pk: int
    ref: str
    title: tuple[str, str]
    subtitle: tuple[str, str]


def search(
    connection: Connection, names: Names, text: str, limit: int, entities: Iterable[str] | None = None
) -> list[Found]:
    """Return what a text finds: by entity in the order of the navigation, exact and leading names first."""
    match = match_of(text)
    if match is None:
        return []
    wanted, ranked = fold(text), []
    for order, name in enumerate(name for name in SEARCHED if entities is None or name in set(entities)):
        numbers = list(connection.scalars(matching(name, match).limit(_CANDIDATES)))
        records = page(connection, ENTITIES[name], numbers)
        names.fetch(ENTITIES[name], records)
        for record in records:
            found = _found(ENTITIES[name], record, names)
            ranked.append(
                (min(_rank(wanted, fold(words)) for words in found.title), order, fold(found.title[0]), found)
            )
    ranked.sort(key=lambda entry: entry[:3])
    return [entry[3] for entry in ranked[:limit]]


def _found(entity: Entity, record: Record, names: Names) -> Found:
    fr, en = names.showing("fr"), names.showing("en")
    return Found(
        entity, str(record["id"]), int(str(record["pk"])), str(record["ref"]),
        (title(entity, record, fr), title(entity, record, en)),
        (subtitle(entity, record, fr), subtitle(entity, record, en)),
    )  # fmt: skip


def _rank(wanted: str, name: str) -> int:
    if name == wanted:
        return 0
    if name.startswith(wanted):
        return 1
    return 2 if f" {wanted}" in f" {name}" else 3
