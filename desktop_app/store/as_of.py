"""The base as it was on a day: a copy from whose journal all that was written later is left out, to be read only."""

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import Connection, delete, exists, select

from desktop_app.domain import ENTITIES
from desktop_app.store.indexing import refresh_search
from desktop_app.store.journal import blocks
from desktop_app.store.refold import cells_of, fold_cells, settle_voids
from desktop_app.store.tables import BATCH, BORN, CHANGE, CHANGE_PREV, HEAD, LINKED, LOG, ORIGIN, TABLES, VOID, VOIDED
from desktop_app.store.uniting import PAIR, Cells

if TYPE_CHECKING:
    from desktop_app.store.base import Store


def rewind(past: "Store", connection: Connection, day: str) -> None:
    """Leave out what was written after a day (2025-11-24), and show what the rest of the journal says."""
    later = _later(connection, day)
    cells = cells_of(connection, later)
    taken_back = _taken_back(connection, later)
    # Where what each installation has written stands is of no use in a copy that is only read.
    connection.execute(delete(LOG))
    for block in blocks(later):
        seqs = select(CHANGE.c.seq).where(CHANGE.c.id.in_(block))
        connection.execute(delete(ORIGIN).where(ORIGIN.c.change.in_(seqs)))
        connection.execute(delete(CHANGE_PREV).where(CHANGE_PREV.c.id.in_(block)))
        connection.execute(delete(VOIDED).where(VOIDED.c.id.in_(block)))
        connection.execute(delete(HEAD).where(HEAD.c.id.in_(block)))
        connection.execute(delete(CHANGE).where(CHANGE.c.id.in_(block)))
    for key, held in cells_of(connection, settle_voids(connection, taken_back - set(later))).items():
        cells.setdefault(key, set()).update(held)
    unborn = _hide_the_unborn(connection, cells)
    touched = {name: set(ids) for name, ids in unborn.items()}
    for tbl, row in fold_cells(connection, cells, past.office):
        touched.setdefault(tbl, set()).add(row)
    refresh_search(past, connection, touched, touched)
    for name, ids in unborn.items():
        for block in blocks(ids):
            connection.execute(delete(TABLES[name]).where(TABLES[name].c.id.in_(block)))


def touched_since(connection: Connection, day: str) -> dict[str, set[str]]:
    """Return the records of which anything was written after a day, by entity: the others are as they were."""
    later = _later(connection, day)
    found: dict[str, set[str]] = {}
    for tbl, row in cells_of(connection, {*later, *_taken_back(connection, later)}):
        found.setdefault(tbl, set()).add(row)
    return found


def _later(connection: Connection, day: str) -> list[str]:
    """Return the changes that were written after a day."""
    end = int(datetime.combine(date.fromisoformat(day) + timedelta(days=1), time.min).astimezone().timestamp() * 1000)
    before = exists().where(ORIGIN.c.change == CHANGE.c.seq, ORIGIN.c.batch == BATCH.c.seq, BATCH.c.wall < end)
    told = exists().where(ORIGIN.c.change == CHANGE.c.seq)
    return list(connection.scalars(select(CHANGE.c.id).where(told, ~before)))


def _taken_back(connection: Connection, later: list[str]) -> set[str]:
    """Return the changes that retractions among some changes take back."""
    found: set[str] = set()
    for block in blocks(later):
        voids = select(CHANGE_PREV.c.prev).join(CHANGE, CHANGE.c.id == CHANGE_PREV.c.id)
        found.update(connection.scalars(voids.where(CHANGE.c.id.in_(block), CHANGE.c.kind == VOID)))
    return found


def _hide_the_unborn(connection: Connection, cells: Cells) -> dict[str, set[str]]:
    """Hide the records that were not there yet; return them by entity."""
    unborn: dict[str, set[str]] = {}
    for name in {tbl for tbl, _row in cells}:
        rows = [row for tbl, row in cells if tbl == name and PAIR not in cells[tbl, row]]
        table = TABLES[name]
        for block in blocks(rows):
            born = select(CHANGE.c.row).where(CHANGE.c.row.in_(block), CHANGE.c.kind == BORN)
            gone = set(block) - set(connection.scalars(born))
            numbers = select(table.c.pk).where(table.c.id.in_(gone))
            connection.execute(delete(LINKED).where(LINKED.c.tbl == name, LINKED.c.pk.in_(numbers)))
            connection.execute(table.update().where(table.c.id.in_(gone)).values(gone=1))
            unborn.setdefault(name, set()).update(gone & set(block))
    for name, ids in unborn.items():
        for id_ in ids:
            cells.pop((ENTITIES[name].name, id_), None)
    return unborn
