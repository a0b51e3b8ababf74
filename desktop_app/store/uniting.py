"""Records that are one and the same: what was said of pairs, and which record is shown for each group of them."""

import json
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from sqlalchemy import Connection, Select, and_, delete, insert, or_, select, update

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity
from desktop_app.domain.ids import derived_id
from desktop_app.domain.merge import Mark, heads
from desktop_app.domain.twins import contradict, keys_of
from desktop_app.domain.types import Link
from desktop_app.store import journal, rows
from desktop_app.store.fold import Change, canonical, register_of, registers
from desktop_app.store.names import link_target
from desktop_app.store.rows import IDS, OF
from desktop_app.store.tables import EDGE, HEAD, LINKED, SET, TABLES, UNITED, twin_of

# The register of a pair; its value says whether the two are the same.
PAIR = "_edge"
# A record that is shown as another one is not shown itself.
SHOWN_AS_ANOTHER = 2

Cells = dict[tuple[str, str], set[str]]  # (entity, record) → registers


_SHOWN_AS = select(UNITED.c.id, UNITED.c.shown_as)
_SHOWN_AS_OF = _SHOWN_AS.where(UNITED.c.tbl == OF)
_GROUPS = select(UNITED.c.shown_as, UNITED.c.id).where(UNITED.c.shown_as.in_(IDS)).order_by(UNITED.c.id)
_EDGES_OF = select(EDGE).where(EDGE.c.tbl == OF).order_by(EDGE.c.id)
_SAID_OF = select(EDGE.c.id).where(EDGE.c.tbl == OF)
_APART = select(EDGE.c.one, EDGE.c.other).where(EDGE.c.tbl == OF, EDGE.c.same == 0)


def by_entity(cells: Cells, wanted: Callable[[Entity], bool] = lambda _entity: True) -> dict[str, set[str]]:
    """Return the records in which some cells are, by entity."""
    found: dict[str, set[str]] = {}
    for tbl, row in cells:
        if wanted(ENTITIES[tbl]):
            found.setdefault(tbl, set()).add(row)
    return found


def pair_of(entity: str, one: str, other: str) -> str:
    """Return the id of a pair of records."""
    return derived_id("pair", entity, *sorted((one, other)))


def joining(entity: str, one: str, other: str) -> Change:
    """Return the change that joins two records by themselves: everybody writes the same one."""
    first, second = sorted((one, other))
    value = canonical({"one": first, "other": second, "same": True})
    return Change(
        derived_id("joined", entity, first, second), SET, entity, pair_of(entity, one, other), PAIR, value, 0, ""
    )


def shown_as(connection: Connection) -> dict[str, str]:
    """Return the records that are shown as another one, which is the same."""
    return dict(connection.execute(_SHOWN_AS).all())


def groups(connection: Connection, rows: Iterable[str]) -> dict[str, list[str]]:
    """Return, for records that are shown, the ids of all that are the same, itself first."""
    found = {row: [row] for row in rows}
    for block in journal.blocks(found):
        for into, id_ in connection.execute(_GROUPS, {"ids": block}):
            found[into].append(id_)
    return found


def histories(connection: Connection, rows: Iterable[str]) -> dict[str, list[Change]]:
    """Return the changes of records that are shown, with those of all that are the same."""
    grouped = groups(connection, rows)
    held = journal.changes_of_each(connection, [id_ for ids in grouped.values() for id_ in ids])
    return {row: [change for id_ in ids for change in held[id_]] for row, ids in grouped.items()}


def pair_heads(connection: Connection, pair: str) -> set[str]:
    """Return all that was said of a pair."""
    return {change.id for change in journal.changes_of(connection, pair)}


def settle(connection: Connection, pairs: Iterable[tuple[str, str]], voided: set[str]) -> tuple[Cells, set[str]]:
    """Work out again what was said of pairs (entity, pair); return the cells to fold again, and the disputed pairs."""
    cells: Cells = {}
    disputed: set[str] = set()
    concerned: set[str] = set()
    for tbl, pair in pairs:
        marks = [
            Mark(change.id, frozenset(change.prev), change.value, change.wall)
            for change in journal.changes_of(connection, pair)
        ]
        told = [json.loads(mark.value or "{}") for mark in heads(marks, voided)]
        connection.execute(delete(EDGE).where(EDGE.c.id == pair))
        if told:
            same = all(one["same"] for one in told)
            if not same and any(one["same"] for one in told):
                disputed.add(pair)
            line = {"id": pair, "tbl": tbl, "one": told[0]["one"], "other": told[0]["other"], "same": int(same)}
            connection.execute(insert(EDGE), line)
        if tbl in ENTITIES:
            concerned.add(tbl)
    for tbl in concerned:
        _regroup(connection, ENTITIES[tbl], cells)
    return cells, disputed


def _regroup(connection: Connection, entity: Entity, cells: Cells) -> None:
    before = dict(connection.execute(_SHOWN_AS_OF, {"of": entity.name}).all())
    after = _grouped(connection, entity.name)
    if before == after:
        return
    moved = {id_ for id_ in before.keys() | after.keys() if before.get(id_) != after.get(id_)}
    moved |= {into for id_ in list(moved) for into in (before.get(id_), after.get(id_)) if into}
    connection.execute(delete(UNITED).where(UNITED.c.tbl == entity.name))
    lines = [{"id": id_, "shown_as": into, "tbl": entity.name} for id_, into in after.items()]
    if lines:
        connection.execute(insert(UNITED), lines)
    table = TABLES[entity.name]
    hidden = sorted(moved & after.keys())
    for block in journal.blocks(hidden):
        connection.execute(delete(HEAD).where(HEAD.c.row.in_(block)))
        connection.execute(update(table).where(table.c.id.in_(block)).values(gone=SHOWN_AS_ANOTHER))
    for id_ in moved:
        cells.setdefault((entity.name, id_), set()).update(registers(entity))
    _add_holders(connection, entity, moved, cells)


def _grouped(connection: Connection, tbl: str) -> dict[str, str]:
    """Return which record each one is shown as: the smallest id of those joined, but never two that are distinct."""
    lines = connection.execute(_EDGES_OF, {"of": tbl}).all()
    apart = {frozenset((line.one, line.other)) for line in lines if not line.same}
    group: dict[str, set[str]] = {}
    for line in lines:
        if not line.same:
            continue
        one = group.setdefault(line.one, {line.one})
        other = group.setdefault(line.other, {line.other})
        if one is other or any(frozenset((a, b)) in apart for a in one for b in other):
            continue
        one |= other
        for id_ in other:
            group[id_] = one
    return {id_: min(ids) for id_, ids in group.items() if id_ != min(ids)}


def _add_holders(connection: Connection, entity: Entity, ids: set[str], cells: Cells) -> None:
    """Add the cells that link to some records, of deleted records too."""
    for owner in ENTITIES.values():
        table = TABLES[owner.name]
        for name in owner.fields:
            if link_target(owner, name) != entity.name:
                continue
            for block in journal.blocks(ids):
                if isinstance(owner.fields[name].type, Link):
                    asked = select(table.c.id).where(table.c[name].in_(block))
                else:
                    asked = select(table.c.id).join(LINKED, LINKED.c.pk == table.c.pk)
                    asked = asked.where(LINKED.c.tbl == owner.name, LINKED.c.field == name, LINKED.c.target.in_(block))
                for id_ in connection.scalars(asked):
                    cells.setdefault((owner.name, id_), set()).add(register_of(owner, name)[0])


def made_twice(connection: Connection, touched: Mapping[str, Iterable[str]]) -> list[Change]:
    """Return the changes that join records which are the same beyond doubt with some that were touched."""
    found = [joining(entity.name, one, other) for entity, one, other in twins_among(connection, touched)]
    return list({change.id: change for change in found}.values())


def twins_among(connection: Connection, touched: Mapping[str, Iterable[str]]) -> list[tuple[Entity, str, str]]:
    """Return the pairs of records that are the same beyond doubt, one of which was touched, and of which nothing was said."""
    return [
        (entity, one["id"], other["id"])
        for entity, ids in ((ENTITIES[name], list(ids)) for name, ids in touched.items())
        for key in keys_of(entity)
        for one, other in _alike(connection, entity, key, ids)
        if not contradict(entity, one, other)
    ]


def told_apart(connection: Connection, entity: Entity) -> set[frozenset[str]]:
    """Return the pairs of records of which somebody said that they are not the same."""
    return {frozenset(pair) for pair in connection.execute(_APART, {"of": entity.name})}


def to_join(connection: Connection, entity: Entity, one: list[str], other: list[str]) -> list[tuple[str, str]]:
    """Return the pairs to be said the same so that two groups of records become one, whatever was said of them before."""
    apart = told_apart(connection, entity)
    against = [(a, b) for a in one for b in other if frozenset((a, b)) in apart]
    return list(dict.fromkeys([(one[0], other[0]), *against]))


@cache
def _twins(name: str, key: tuple[str, ...]) -> Select[str, str]:
    """Ask for the pairs of records of an entity that are shown and have the same key, one of them among some ids."""
    table = TABLES[name]
    twin = twin_of(table)
    same = and_(*(table.c[part].is_not_distinct_from(twin.c[part]) for part in key))
    filled = or_(*(table.c[part].is_not(None) for part in key))
    pairs = select(table.c.id, twin.c.id).join(twin, and_(same, twin.c.id != table.c.id))
    return pairs.where(table.c.id.in_(IDS), filled, table.c.gone == 0, twin.c.gone == 0)


def _alike(
    connection: Connection, entity: Entity, key: tuple[str, ...], ids: list[str]
) -> list[tuple[dict[str, str], dict[str, str]]]:
    """Return the pairs of records that are shown, have the same key, and of which nothing was said."""
    found = []
    for block in journal.blocks(ids):
        each = {frozenset(pair) for pair in connection.execute(_twins(entity.name, key), {"ids": block})}
        said = set(connection.scalars(_SAID_OF, {"of": entity.name})) if each else set()
        for one, other in (sorted(pair) for pair in each):
            if pair_of(entity.name, one, other) not in said:
                lines = connection.execute(rows.many(entity.name), {"ids": [one, other]}).mappings()
                first, second = (dict(line) for line in lines)
                found.append((first, second))
    return found
