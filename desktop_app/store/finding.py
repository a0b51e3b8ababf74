"""What the search field finds: records of all kinds, those whose name starts as typed first."""

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import (
    INTEGER,
    TEXT,
    CompoundSelect,
    Connection,
    Select,
    bindparam,
    literal_column,
    null,
    select,
    type_coerce,
    union_all,
)
from sqlalchemy import column as sql_column

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity
from desktop_app.domain.naming import lent_fields, subtitle, title
from desktop_app.domain.text import fold
from desktop_app.domain.values import Record, Value
from desktop_app.store import queries
from desktop_app.store.columns import members
from desktop_app.store.names import Names
from desktop_app.store.queries import Query, matching, page
from desktop_app.store.search import folded, match_in, match_of, searched
from desktop_app.store.tables import SEARCHED, TABLES

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
    kinds = tuple(SEARCHED) if entities is None else tuple(name for name in SEARCHED if name in set(entities))
    ranked = sorted(_ranked(connection, kinds, text, limit))[:limit]
    records = {name: _read(connection, name, [one.pk for one in ranked if one.kind == name]) for name in kinds}
    # One that has gone in the meantime is found no more.
    best = [(ENTITIES[one.kind], record) for one in ranked if (record := records[one.kind].get(one.pk))]
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


class _Ranked(NamedTuple):
    """A candidate, in the order in which they are put."""

    rank: int
    order: int  # of its kind
    called: str
    place: int
    kind: str
    pk: int


def _ranked(connection: Connection, kinds: tuple[str, ...], text: str, limit: int) -> Iterator[_Ranked]:
    """Yield those from which the best are taken; only the names are read of them, as they are many."""
    if not kinds:
        return
    wanted = fold(text)
    matches = {f"match_{name}": match_in(connection, name, text) for name in kinds}
    for place, (kind, pk, *kept) in enumerate(connection.execute(_asking(kinds), {**matches, "limit": limit}).all()):
        rank, called = _rank_of(_names(kind, kept), wanted)
        if kind in _UNNAMED:
            rank, called = (rank if rank < 2 else 3), ""
        yield _Ranked(rank, kinds.index(kind), called, place, kind, pk)


def _read(connection: Connection, name: str, numbers: list[int]) -> dict[int, dict[str, Value]]:
    if not numbers:
        return {}
    return {int(str(record["pk"])): record for record in page(connection, ENTITIES[name], numbers)}


@cache
def _asking(kinds: tuple[str, ...]) -> CompoundSelect[Any]:
    """Return one question to all indexes, made once: asking each anew takes longer than the answers.

    It is answered with kind, row number and names; of a set of names, the words as they are kept.
    """
    asked: list[Select[Any]] = []
    lent = {name: lent_fields(ENTITIES[name]) for name in kinds}
    most = max(map(len, lent.values()))
    for name in kinds:
        found, table = matching(name, bindparam(f"match_{name}")), TABLES[name]
        few = found.order_by(sql_column("rowid").desc()).limit(bindparam("limit", type_=INTEGER))
        number = (few if name in _UNNAMED else found.limit(_CANDIDATES)).subquery()
        names = [type_coerce(table.c[field], TEXT) for field in lent[name]]
        blank = [null()] * (most - len(names))
        joined = number.join(table, table.c.pk == number.c.rowid)
        asked.append(select(literal_column(f"'{name}'", TEXT), number.c.rowid, *names, *blank).select_from(joined))
    return union_all(*asked)


def _names(kind: str, kept: Iterable[str | None]) -> Iterator[str]:
    """Yield the names of a record, each of a set of names."""
    for words, several in zip(kept, _several(kind), strict=False):
        if words and several:
            yield from members(words)
        elif words:
            yield words


@cache
def _several(kind: str) -> tuple[bool, ...]:
    entity = ENTITIES[kind]
    return tuple(entity.fields[name].several for name in lent_fields(entity))


def _rank_of(names: Iterable[str], wanted: str) -> tuple[int, str]:
    """Return how well a record's names answer what is wanted, and the name by which it is put in order."""
    called = [folded(name) for name in names]
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
