"""The journal: writing changes, taking them back, and keeping what is derived from them."""

import time
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, delete, exists, func, insert, or_, select, text, update

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity
from desktop_app.domain.types import Link, Several
from desktop_app.domain.values import Value
from desktop_app.store.fold import Change, RecordFold, registers
from desktop_app.store.tables import (
    BORN,
    CHANGE,
    CHANGE_PREV,
    HEAD,
    LIFE,
    LINKED,
    ORIGIN,
    TABLES,
    VOID,
    VOIDED,
)


def now() -> int:
    """Return the wall time in milliseconds."""
    return time.time_ns() // 1_000_000


def write(connection: Connection, batch: int, changes: list[Change]) -> list[Change]:
    """Add changes to the journal and say where they came from; return those that were not there yet."""
    known: set[str] = set()
    for start in range(0, len(changes), 500):
        ids = [change.id for change in changes[start : start + 500]]
        known.update(connection.scalars(select(CHANGE.c.id).where(CHANGE.c.id.in_(ids))))
    fresh = list({change.id: change for change in changes if change.id not in known}.values())
    if fresh:
        first = (connection.scalar(select(func.max(CHANGE.c.seq))) or 0) + 1
        connection.execute(
            insert(CHANGE),
            [{"seq": first + place, **_columns(change)} for place, change in enumerate(fresh)],
        )
        if edges := [{"id": change.id, "prev": prev} for change in fresh for prev in change.prev]:
            connection.execute(insert(CHANGE_PREV), edges)
    for start in range(0, len(changes), 500):
        ids = [change.id for change in changes[start : start + 500]]
        connection.execute(
            insert(ORIGIN)
            .prefix_with("OR IGNORE")
            .from_select(["batch", "change"], select(bindparam("b", batch), CHANGE.c.seq).where(CHANGE.c.id.in_(ids)))
        )
    return fresh


def _columns(change: Change) -> dict[str, object]:
    return {name: held for name, held in change._asdict().items() if name != "prev"}


def changes_of(connection: Connection, row: str, field: str | None = None) -> list[Change]:
    """Return the changes of a record, or of one register of it with the record's births, in order of arrival."""
    question = select(CHANGE).where(CHANGE.c.row == row).order_by(CHANGE.c.seq)
    if field is not None:
        question = question.where(or_(CHANGE.c.field == field, CHANGE.c.kind == BORN))
    found = connection.execute(question).all()
    edges = select(CHANGE_PREV.c.id, CHANGE_PREV.c.prev).join(CHANGE, CHANGE.c.id == CHANGE_PREV.c.id)
    prev: dict[str, list[str]] = {}
    for id_, before in connection.execute(edges.where(CHANGE.c.row == row)):
        prev.setdefault(id_, []).append(before)
    return [
        Change(
            line.id, line.kind, line.tbl, line.row, line.field, line.value, line.wall, line.author,
            tuple(prev.get(line.id, ())),
        )
        for line in found
    ]  # fmt: skip


def heads_of(connection: Connection, row: str, register: str) -> tuple[str, ...]:
    """Return the ids of the heads of a register: those kept, else the record's live births."""
    kept = connection.scalars(select(HEAD.c.id).where(HEAD.c.row == row, HEAD.c.field == register)).all()
    return tuple(kept) or births_of(connection, row)


def births_of(connection: Connection, row: str) -> tuple[str, ...]:
    """Return the ids of a record's live births; it has several when two offices made it alike."""
    retracted = exists().where(VOIDED.c.id == CHANGE.c.id)
    return tuple(connection.scalars(select(CHANGE.c.id).where(CHANGE.c.row == row, CHANGE.c.kind == BORN, ~retracted)))


def set_head(connection: Connection, row: str, register: str, ids: Iterable[str]) -> None:
    """Keep the heads of a register."""
    connection.execute(delete(HEAD).where(HEAD.c.row == row, HEAD.c.field == register))
    if lines := [{"row": row, "field": register, "id": id_} for id_ in ids]:
        connection.execute(insert(HEAD), lines)


def retract(connection: Connection, void: Change) -> set[tuple[str, str, str]]:
    """Make a retraction count; return the cells (entity, record, register) whose fold it may change.

    A retraction of retractions brings back what they had taken back.
    """
    cells: set[tuple[str, str, str]] = set()
    waiting = [(id_, True) for id_ in void.prev]
    while waiting:
        id_, gone = waiting.pop()
        line = connection.execute(select(CHANGE).where(CHANGE.c.id == id_)).one_or_none()
        if line is None:
            continue
        if gone:
            connection.execute(insert(VOIDED).prefix_with("OR IGNORE"), {"id": id_})
        else:
            _revive(connection, id_)
        if line.kind == VOID:
            earlier = connection.scalars(select(CHANGE_PREV.c.prev).where(CHANGE_PREV.c.id == id_)).all()
            waiting += [(target, not gone) for target in earlier]
        elif line.kind == BORN:
            cells |= {(line.tbl, line.row, register) for register in registers(ENTITIES[line.tbl])}
        else:
            cells.add((line.tbl, line.row, line.field))
    return cells


def _revive(connection: Connection, id_: str) -> None:
    retracted = exists().where(VOIDED.c.id == CHANGE.c.id)
    others = (
        select(CHANGE.c.id)
        .join(CHANGE_PREV, CHANGE_PREV.c.id == CHANGE.c.id)
        .where(CHANGE_PREV.c.prev == id_, CHANGE.c.kind == VOID, ~retracted)
    )
    if connection.execute(others.limit(1)).one_or_none() is None:
        connection.execute(delete(VOIDED).where(VOIDED.c.id == id_))


def fold_cells(connection: Connection, cells: Iterable[tuple[str, str, str]]) -> None:
    """Work out again what cells show, from their changes alone, and keep the result."""
    by_row: dict[tuple[str, str], set[str]] = {}
    for tbl, row, register in cells:
        by_row.setdefault((tbl, row), set()).add(register)
    for (tbl, row), changed in by_row.items():
        _fold_record(connection, ENTITIES[tbl], row, changed)


def _fold_record(connection: Connection, entity: Entity, row: str, changed: set[str]) -> None:
    changes = changes_of(connection, row)
    record = RecordFold(entity, changes, voided_among(connection, changes))
    values: dict[str, Value] = {}
    for register in changed - {LIFE}:
        shown, kept = record.register(register)
        values |= shown
        set_head(connection, row, register, kept)
    if values:
        project(connection, entity, row, values)
    set_head(connection, row, LIFE, record.life_heads())
    table = TABLES[entity.name]
    connection.execute(update(table).where(table.c.id == row).values(gone=int(record.gone())))


def voided_among(connection: Connection, changes: Sequence[Change]) -> set[str]:
    """Return which of some changes are retracted."""
    ids = [change.id for change in changes]
    return {
        id_
        for start in range(0, len(ids), 500)
        for id_ in connection.scalars(select(VOIDED.c.id).where(VOIDED.c.id.in_(ids[start : start + 500])))
    }


def project(connection: Connection, entity: Entity, row: str, values: Mapping[str, Any]) -> None:
    """Write what cells show into the entity's table."""
    table = TABLES[entity.name]
    known = {name: value for name, value in values.items() if name in entity.fields}
    if entity.coded and values.get("code"):
        known["ref"] = values["code"]
    connection.execute(update(table).where(table.c.id == row).values(**known))
    sets = [name for name in known if name in entity.fields and _holds_links(entity, name)]
    if sets:
        pk = connection.scalar(select(table.c.pk).where(table.c.id == row))
        for name in sets:
            relink(connection, entity.name, name, int(pk or 0), values[name])


def _holds_links(entity: Entity, name: str) -> bool:
    type_ = entity.fields[name].type
    return isinstance(type_, Several) and isinstance(type_.of, Link)


def relink(connection: Connection, tbl: str, field: str, pk: int, targets: Value) -> None:
    """Keep the members of a field that holds several links."""
    connection.execute(delete(LINKED).where(LINKED.c.tbl == tbl, LINKED.c.pk == pk, LINKED.c.field == field))
    if isinstance(targets, tuple):
        lines = [{"tbl": tbl, "field": field, "target": target, "pk": pk} for target in targets]
        connection.execute(insert(LINKED), lines)


def linked_fields(entity: Entity) -> list[str]:
    """Return the fields of an entity that hold several links."""
    return [name for name in entity.fields if _holds_links(entity, name)]


def count_changes(connection: Connection) -> int:
    """Return the number of the journal's last change."""
    return connection.scalar(text("SELECT coalesce(max(seq), 0) FROM change")) or 0
