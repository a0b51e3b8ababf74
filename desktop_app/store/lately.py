"""What was changed last: around a country, a partner or an institute, and of which entities at all."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from sqlalchemy import Connection, select

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity
from desktop_app.domain.types import Link
from desktop_app.domain.values import Value
from desktop_app.domain.words import Words
from desktop_app.store import journal, steps
from desktop_app.store.queries import Filter, Query, conditions_of
from desktop_app.store.subject import Subject
from desktop_app.store.tables import BATCH, CHANGE, ORIGIN, TABLES, VOID
from desktop_app.store.uniting import PAIR

_LOOKED_THROUGH = 1_500  # changes of the journal; what is older is in History
_FEW = 5_000  # more changes than that are not looked through for the entities that they touch


class Lately(NamedTuple):
    """A step: its words, who made it and when, how many records of the subject it touched, and one of them."""

    batch: int
    words: Words
    author: str
    wall: int
    records: int
    entity: str
    id: str


def lately(connection: Connection, about: Subject, limit: int) -> list[Lately]:
    """Return the last steps that touched records of a subject and still stand, newest first."""
    asked = (
        select(CHANGE.c.tbl, CHANGE.c.row, ORIGIN.c.batch)
        .join(ORIGIN, ORIGIN.c.change == CHANGE.c.seq)
        .order_by(CHANGE.c.seq.desc())
        .limit(_LOOKED_THROUGH)
    )
    found = connection.execute(asked).all()
    taken_back = steps.undone(connection)
    rows: dict[str, set[str]] = defaultdict(set)
    for tbl, row, batch in found:
        if batch not in taken_back and tbl in ENTITIES:
            rows[tbl].add(row)
    mine = concerned(connection, about, rows)
    touched: dict[int, dict[str, str]] = {}
    for tbl, row, batch in found:
        if row in mine and batch not in taken_back:
            touched.setdefault(batch, {})[row] = tbl
    chosen = list(touched)[:limit]
    lines = {line.seq: line for line in connection.execute(select(BATCH).where(BATCH.c.seq.in_(chosen)))}
    return [
        Lately(batch, Words(line.words_fr, line.words_en), line.author, line.wall, len(touched[batch]), tbl, row)
        for batch in chosen
        for line in (lines[batch],)
        for row, tbl in (next(iter(touched[batch].items())),)
    ]


def touched_since(connection: Connection, position: int) -> set[str] | None:
    """Return the entities of whose records the journal told something after a position.

    None where it may be any: a retraction names no record, two records that are one show elsewhere too, and thousands of
    changes are not looked through.
    """
    if journal.count_changes(connection) - position > _FEW:
        return None
    asked = select(CHANGE.c.tbl, CHANGE.c.kind, CHANGE.c.field).where(CHANGE.c.seq > position).distinct()
    told = connection.execute(asked).all()
    if any(tbl is None or kind == VOID or field == PAIR for tbl, kind, field in told):
        return None
    return {tbl for tbl, _kind, _field in told}


def concerned(connection: Connection, about: Subject, rows: Mapping[str, Iterable[str]]) -> set[str]:
    """Return which of some records have to do with a subject."""
    found: set[str] = set()
    for name, ids in rows.items():
        entity = ENTITIES[name]
        if name == about.kind:
            found.update(id_ for id_ in ids if id_ == about.id)
        if about.concerns(entity):
            found |= _leading(connection, entity, ids, about.within(entity))
    return found


def _leading(connection: Connection, entity: Entity, ids: Iterable[str], asked: Filter) -> set[str]:
    """Return which of some records a way of links leads from to what is asked for.

    Looked at one by one: as a condition, each link would first gather all that a country or an institute has.
    """
    table, wanted, found = TABLES[entity.name], sorted(ids), set[str]()
    first, _, rest = asked.field.partition(".")
    blocks = [table.c.id.in_(wanted[start : start + 500]) for start in range(0, len(wanted), 500)]
    if first not in entity.fields:  # the parts of an instrument, which are few
        of_it = conditions_of(Query(entity, (asked,)))
        return found.union(*(connection.scalars(select(table.c.id).where(block, *of_it)) for block in blocks))
    held = [
        pair
        for block in blocks
        for pair in connection.execute(select(table.c.id, table.c[first]).where(block, table.c.gone == 0))
    ]
    type_ = entity.fields[first].type
    if rest and isinstance(type_, Link):
        linked = {value for _id, value in held if value}
        mine = _leading(connection, ENTITIES[type_.entity], linked, replace(asked, field=rest))
        return {id_ for id_, value in held if value in mine}
    return {id_ for id_, value in held if _holds(value, str(asked.value))}


def _holds(value: Value, id_: str) -> bool:
    return id_ in value if isinstance(value, tuple) else value == id_
