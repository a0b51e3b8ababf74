"""What the search field finds: records of all kinds, those whose name starts as typed first."""

from array import array
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from sqlalchemy import INTEGER, TEXT, CompoundSelect, Connection, bindparam, literal_column, select, union_all
from sqlalchemy import column as sql_column

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity
from desktop_app.domain.naming import linked_words, subtitle, title
from desktop_app.domain.text import fold
from desktop_app.domain.values import Record
from desktop_app.store import queries
from desktop_app.store.names import Names
from desktop_app.store.queries import Query, matching, page
from desktop_app.store.search import match_in, match_of, searched
from desktop_app.store.tables import SEARCHED

# Enough candidates to put the best names first, few enough to stay instant whatever matches.
_CANDIDATES = 60
# Found by what they are linked to rather than by names of their own: the newest come first.
_UNNAMED = ("mission", "output")


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
    if match_of(text) is None:
        return []
    wanted, ranked = fold(text), []
    kinds = tuple(SEARCHED) if entities is None else tuple(name for name in SEARCHED if name in set(entities))
    numbers = _candidates(connection, kinds, text, limit)
    for order, name in enumerate(kinds):
        for place, record in enumerate(page(connection, ENTITIES[name], numbers[name])):
            rank, called = _rank_of(ENTITIES[name], record, wanted)
            if name in _UNNAMED:
                rank, called = (rank if rank < 2 else 3), ""
            ranked.append((rank, order, called, place, name, record))
    ranked.sort(key=lambda entry: entry[:4])
    best = [(ENTITIES[name], record) for *_order, name, record in ranked[:limit]]
    for entity in {entity.name: entity for entity, _record in best}.values():
        names.fetch(entity, [record for kind, record in best if kind is entity])
    return [_found(entity, record, names) for entity, record in best]


def row_numbers(connection: Connection, names: Names, query: Query) -> "array[int]":
    """Return the row numbers that a question finds, in order; words are looked up in the index, or in the records."""
    if not query.search or query.entity.name in SEARCHED:
        return queries.row_numbers(connection, query)
    # Types, rates, periods: too few to be indexed.
    numbers = queries.row_numbers(connection, replace(query, search="", limit=None))
    wanted = [fold(word) for word in query.search.split()]
    found = array("q")
    for start in range(0, len(numbers), 500):
        records = page(connection, query.entity, numbers[start : start + 500])
        for record, words in zip(records, names.words(query.entity, list[Record](records)), strict=True):
            text = f" {searched(words)}"
            if all(f" {word}" in text for word in wanted):
                found.append(int(str(record["pk"])))
    return found[: query.limit] if query.limit is not None else found


def _candidates(connection: Connection, kinds: tuple[str, ...], text: str, limit: int) -> dict[str, list[int]]:
    """Return the row numbers of those from which the best are taken, by entity."""
    found: dict[str, list[int]] = {name: [] for name in kinds}
    if kinds:
        matches = {f"match_{name}": match_in(connection, name, text) for name in kinds}
        for name, number in connection.execute(_asking(kinds), {**matches, "limit": limit}):
            found[name].append(number)
    return found


@cache
def _asking(kinds: tuple[str, ...]) -> CompoundSelect[str, int]:
    """Return one question to all indexes, made once: asking each anew takes longer than the answers."""
    asked = []
    for name in kinds:
        found = matching(name, bindparam(f"match_{name}"))
        few = found.order_by(sql_column("rowid").desc()).limit(bindparam("limit", type_=INTEGER))
        number = (few if name in _UNNAMED else found.limit(_CANDIDATES)).subquery()
        asked.append(select(literal_column(f"'{name}'", TEXT), number.c.rowid))
    return union_all(*asked)


def _rank_of(entity: Entity, record: Record, wanted: str) -> tuple[int, str]:
    """Return how well a record's names answer what is wanted, and the name by which it is put in order."""
    called = [fold(words) for words in linked_words(entity, record)]
    return min((_rank(wanted, words) for words in called), default=3), called[0] if called else ""


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
