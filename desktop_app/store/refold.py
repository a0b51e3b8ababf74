"""Taking changes back, and working out again what records show: many at a time."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity
from desktop_app.store import journal
from desktop_app.store.fold import RecordFold, registers
from desktop_app.store.journal import blocks
from desktop_app.store.tables import BORN, CHANGE, CHANGE_PREV, HEAD, LIFE, TABLES, VOID, VOIDED

Cells = dict[tuple[str, str], set[str]]  # (entity, record) → registers


def retract(connection: Connection, targets: Iterable[str]) -> Cells:
    """Make a retraction of changes count; return the cells whose fold it may change.

    A retraction of retractions brings back what they had taken back.
    """
    cells: Cells = {}
    level, gone = list(targets), True
    while level:
        lines = [line for block in blocks(level) for line in connection.execute(_told(block))]
        known = [line.id for line in lines]
        if gone:
            connection.execute(insert(VOIDED).prefix_with("OR IGNORE"), [{"id": id_} for id_ in known])
        else:
            _bring_back(connection, known)
        for line in lines:
            if line.kind != VOID:
                held = cells.setdefault((line.tbl, line.row), set())
                held |= registers(ENTITIES[line.tbl]) if line.kind == BORN else {line.field}
        voids = [line.id for line in lines if line.kind == VOID]
        earlier = select(CHANGE_PREV.c.prev)
        level = [
            id_ for block in blocks(voids) for id_ in connection.scalars(earlier.where(CHANGE_PREV.c.id.in_(block)))
        ]
        gone = not gone
    return cells


def _told(ids: list[str]) -> Any:
    return select(CHANGE.c.id, CHANGE.c.kind, CHANGE.c.tbl, CHANGE.c.row, CHANGE.c.field).where(CHANGE.c.id.in_(ids))


def _bring_back(connection: Connection, ids: list[str]) -> None:
    """Let changes count again that no live retraction names."""
    for block in blocks(ids):
        live = select(CHANGE_PREV.c.prev).join(CHANGE, CHANGE.c.id == CHANGE_PREV.c.id)
        live = live.where(CHANGE_PREV.c.prev.in_(block), CHANGE.c.kind == VOID, CHANGE.c.id.not_in(select(VOIDED.c.id)))
        held = set(connection.scalars(live))
        connection.execute(delete(VOIDED).where(VOIDED.c.id.in_([id_ for id_ in block if id_ not in held])))


def voided_among(connection: Connection, ids: Iterable[str]) -> set[str]:
    """Return which of some changes are retracted."""
    return {
        id_ for block in blocks(ids) for id_ in connection.scalars(select(VOIDED.c.id).where(VOIDED.c.id.in_(block)))
    }


def fold_cells(connection: Connection, cells: Cells) -> None:
    """Work out again what cells show, from their changes alone, and keep the result."""
    by_entity: dict[str, list[str]] = {}
    for tbl, row in cells:
        by_entity.setdefault(tbl, []).append(row)
    for tbl, rows in by_entity.items():
        for block in blocks(rows):
            _fold_block(connection, ENTITIES[tbl], {row: cells[tbl, row] for row in block})


def _fold_block(connection: Connection, entity: Entity, changed: dict[str, set[str]]) -> None:
    histories = journal.changes_of_each(connection, changed)
    voided = voided_among(connection, (change.id for held in histories.values() for change in held))
    kept = _heads_kept(connection, changed)
    table, different = TABLES[entity.name], dict[str, dict[str, Any]]()
    for line in connection.execute(select(table).where(table.c.id.in_(list(changed)))).mappings().all():
        row = str(line["id"])
        record = RecordFold(entity, histories[row], voided)
        values: dict[str, Any] = {"gone": int(record.gone())}
        told = {LIFE: record.life_heads()}
        for register in changed[row] - {LIFE}:
            held, told[register] = record.register(register)
            values |= held
        for register, ids in told.items():
            if set(ids) != kept.get((row, register), set()):
                journal.set_head(connection, row, register, ids)
        different[row] = {name: value for name, value in values.items() if value != line[name]}
    journal.project_many(connection, entity, different)


def _heads_kept(connection: Connection, rows: Iterable[str]) -> dict[tuple[str, str], set[str]]:
    kept: dict[tuple[str, str], set[str]] = {}
    for row, field, id_ in connection.execute(
        select(HEAD.c.row, HEAD.c.field, HEAD.c.id).where(HEAD.c.row.in_(list(rows)))
    ):
        kept.setdefault((row, field), set()).add(id_)
    return kept
