"""The journal: writing changes, taking them back, and keeping what is derived from them."""

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import INTEGER, Connection, Update, bindparam, delete, exists, func, insert, select, text, update

from desktop_app.domain.entity import Entity
from desktop_app.domain.types import Link, Several
from desktop_app.domain.values import Value
from desktop_app.store import rows
from desktop_app.store.bulk import insert_rows, known
from desktop_app.store.fold import Change
from desktop_app.store.giving_way import give_way
from desktop_app.store.rows import IDS, OF
from desktop_app.store.tables import (
    BATCH,
    BORN,
    CHANGE,
    CHANGE_PREV,
    HEAD,
    LINKED,
    ORIGIN,
    PEER,
    TABLES,
    VOIDED,
)

# Asked at each edit: made once, as that takes longer than answering.
_TELL_ORIGIN = (
    insert(ORIGIN)
    .prefix_with("OR IGNORE")
    .from_select(
        ["batch", "change"], select(bindparam("step", type_=INTEGER), CHANGE.c.seq).where(CHANGE.c.id.in_(IDS))
    )
)
_EDGES = (
    select(CHANGE_PREV.c.id, CHANGE_PREV.c.prev)
    .join(CHANGE, CHANGE.c.id == CHANGE_PREV.c.id)
    .where(CHANGE.c.row.in_(IDS))
)
_CHANGES = select(CHANGE).where(CHANGE.c.row.in_(IDS)).order_by(CHANGE.c.seq)
_CHANGED_AGAIN = select(CHANGE.c.row).where(CHANGE.c.row.in_(IDS)).group_by(CHANGE.c.row).having(func.count() > 1)
_OFFICES = (
    select(CHANGE.c.id, PEER.c.office)
    .join(ORIGIN, ORIGIN.c.change == CHANGE.c.seq)
    .join(BATCH, BATCH.c.seq == ORIGIN.c.batch)
    .join(PEER, PEER.c.replica == BATCH.c.replica)
    .where(CHANGE.c.id.in_(IDS), PEER.c.office != "")
    .order_by(BATCH.c.id.desc())
)
HEADS_OF = select(HEAD.c.row, HEAD.c.field, HEAD.c.id).where(HEAD.c.row.in_(IDS))
_LIVE_BIRTHS = select(CHANGE.c.row, CHANGE.c.id).where(
    CHANGE.c.row.in_(IDS), CHANGE.c.kind == BORN, ~exists().where(VOIDED.c.id == CHANGE.c.id)
)
_ADD_HEAD = insert(HEAD)
_DROP_HEAD = delete(HEAD).where(HEAD.c.row == OF, HEAD.c.field == bindparam("register"))
_ADD_LINKED = insert(LINKED)
_DROP_LINKED = delete(LINKED).where(
    LINKED.c.tbl == bindparam("kind"), LINKED.c.pk == OF, LINKED.c.field == bindparam("register")
)
_COUNT = text("SELECT coalesce(max(seq), 0) FROM change")


def now() -> int:
    """Return the wall time in milliseconds."""
    return time.time_ns() // 1_000_000


def add(connection: Connection, changes: Iterable[Change]) -> list[Change]:
    """Add changes to the journal; return those that were not there yet."""
    given = {change.id: change for change in changes}
    there = known(connection, CHANGE.c.id, list(given))
    fresh = [change for id_, change in given.items() if id_ not in there]
    first = count_changes(connection) + 1
    insert_rows(connection, CHANGE, [{"seq": first + place, **_columns(one)} for place, one in enumerate(fresh)])
    edges = [{"id": change.id, "prev": prev} for change in fresh for prev in dict.fromkeys(change.prev)]
    insert_rows(connection, CHANGE_PREV, edges)
    return fresh


def write(connection: Connection, batch: int, changes: list[Change]) -> list[Change]:
    """Add changes to the journal and say where they came from; return those that were not there yet."""
    fresh = add(connection, changes)
    for start in range(0, len(changes), 500):
        ids = [change.id for change in changes[start : start + 500]]
        connection.execute(_TELL_ORIGIN, {"step": batch, "ids": ids})
    return fresh


def _columns(change: Change) -> dict[str, object]:
    return {name: held for name, held in change._asdict().items() if name != "prev"}


def changes_of(connection: Connection, row: str, field: str | None = None) -> list[Change]:
    """Return the changes of a record, or of one register of it with the record's births, in order of arrival."""
    return [
        change
        for change in changes_of_each(connection, [row])[row]
        if field is None or change.field == field or change.kind == BORN
    ]


def changes_of_each(connection: Connection, rows: Iterable[str]) -> dict[str, list[Change]]:
    """Return the changes of each of some records, in order of arrival."""
    found: dict[str, list[Change]] = {row: [] for row in rows}
    for block in blocks(found):
        prev: dict[str, list[str]] = {}
        for id_, before in connection.execute(_EDGES, {"ids": block}):
            prev.setdefault(id_, []).append(before)
        for line in connection.execute(_CHANGES, {"ids": block}):
            change = Change(
                line.id, line.kind, line.tbl, line.row, line.field, line.value, line.wall, line.author,
                tuple(prev.get(line.id, ())),
            )  # fmt: skip
            found[line.row].append(change)
    return found


def blocks(ids: Iterable[str]) -> Iterator[list[str]]:
    """Cut ids into lists that one statement takes."""
    held = list(ids)
    return (held[start : start + 500] for start in range(0, len(held), 500))


def changed_beside_birth(connection: Connection, rows: Iterable[str]) -> list[str]:
    """Return which of some records have more than one change."""
    found: list[str] = []
    for block in blocks(rows):
        give_way()
        found += connection.scalars(_CHANGED_AGAIN, {"ids": block})
    return found


def offices_of(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """Return the code of the office in which each of some changes was made, where that is known."""
    found: dict[str, str] = {}
    for block in blocks(ids):
        found |= dict(connection.execute(_OFFICES, {"ids": block}).all())
    return found


def heads_of(connection: Connection, groups: Mapping[str, Sequence[str]]) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the heads of all registers of some records: (record, register), and the live births under (record, "").

    `groups`: the records that are shown, each with the ids of all that are the same.
    """
    found: dict[tuple[str, str], list[str]] = {}
    for row, register, id_ in connection.execute(HEADS_OF, {"ids": list(groups)}):
        found.setdefault((row, register), []).append(id_)
    shown = {id_: row for row, ids in groups.items() for id_ in ids}
    for row, id_ in connection.execute(_LIVE_BIRTHS, {"ids": list(shown)}):
        found.setdefault((shown[row], ""), []).append(id_)
    return {key: tuple(ids) for key, ids in found.items()}


def displayed(connection: Connection, heads: Iterable[str]) -> tuple[str, ...]:
    """Return which of several heads a person has on screen: the one displayed, and those that say the same."""
    ids = list(heads)
    if len(ids) < 2:
        return tuple(ids)
    asked = select(CHANGE.c.id, CHANGE.c.kind, CHANGE.c.value, CHANGE.c.wall).where(CHANGE.c.id.in_(ids))
    lines = sorted(connection.execute(asked), key=lambda line: (line.wall, line.id), reverse=True)
    shown = lines[0]
    return tuple(line.id for line in lines if line is shown or (line.kind == shown.kind and line.value == shown.value))


def set_heads(connection: Connection, changed: Mapping[tuple[str, str], str]) -> None:
    """Keep one head for each of many registers: (record, register) -> change."""
    if not changed:
        return
    connection.execute(_DROP_HEAD, [{"of": row, "register": register} for row, register in changed])
    lines = [{"row": row, "field": register, "id": id_} for (row, register), id_ in changed.items()]
    connection.execute(_ADD_HEAD, lines)


def set_head(connection: Connection, row: str, register: str, ids: Iterable[str]) -> None:
    """Keep the heads of a register."""
    connection.execute(_DROP_HEAD, {"of": row, "register": register})
    if lines := [{"row": row, "field": register, "id": id_} for id_ in ids]:
        connection.execute(_ADD_HEAD, lines)


@cache
def _filling_in(name: str) -> Update:
    """Write into the record of an id (`of`) what is given beside it."""
    table = TABLES[name]
    return update(table).where(table.c.id == OF)


def project_many(connection: Connection, entity: Entity, changed: Mapping[str, Mapping[str, Any]]) -> None:
    """Write what cells of many records show into the entity's table; records of which the same fields changed go together."""
    alike = dict[tuple[str, ...], list[dict[str, Any]]]()
    for id_, values in changed.items():
        told = {**values, "ref": values["code"]} if entity.coded and values.get("code") else values
        if told:
            alike.setdefault(tuple(told), []).append({"of": id_, **told})
    for lines in alike.values():
        connection.execute(_filling_in(entity.name), lines)
    _relink_many(connection, entity, changed)


def _relink_many(connection: Connection, entity: Entity, changed: Mapping[str, Mapping[str, Any]]) -> None:
    names = linked_fields(entity)
    moved = [id_ for id_, values in changed.items() if any(name in values for name in names)]
    for block in blocks(moved):
        for id_, pk in connection.execute(rows.some(entity.name, "id", "pk"), {"ids": block}):
            for name in names:
                if name in changed[id_]:
                    relink(connection, entity.name, name, pk, changed[id_][name])


def relink(connection: Connection, tbl: str, field: str, pk: int, targets: Value) -> None:
    """Keep the members of a field that holds several links."""
    connection.execute(_DROP_LINKED, {"kind": tbl, "of": pk, "register": field})
    if isinstance(targets, tuple):
        lines = [{"tbl": tbl, "field": field, "target": target, "pk": pk} for target in targets]
        connection.execute(_ADD_LINKED, lines)


def holds_links(entity: Entity, name: str) -> bool:
    """Return whether a field holds several links."""
    type_ = entity.fields[name].type
    return isinstance(type_, Several) and isinstance(type_.of, Link)


def linked_fields(entity: Entity) -> list[str]:
    """Return the fields of an entity that hold several links."""
    return [name for name in entity.fields if holds_links(entity, name)]


def count_changes(connection: Connection) -> int:
    """Return the number of the journal's last change."""
    return connection.scalar(_COUNT) or 0
