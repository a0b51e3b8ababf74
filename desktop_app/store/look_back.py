"""What a step of the journal did, record by record, and how much of it could be taken back now."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, or_, select, true

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity
from desktop_app.domain.words import Words
from desktop_app.store import steps, uniting
from desktop_app.store.steps import FieldChange, history
from desktop_app.store.tables import BATCH, BORN, CHANGE, LIFE, ORIGIN
from desktop_app.store.taking_back import what_can_go


class RecordChange(NamedTuple):
    """What a step did to one record, and what was changed there since, which an undo would leave as it is."""

    entity: Entity
    id: str
    kind: str  # added, changed, removed, restored
    fields: Sequence[FieldChange]
    newer: Sequence[FieldChange]


class SourceRow(NamedTuple):
    """What a row of a file said beside the fields of a record, as it came in: kept, so that nothing is lost."""

    row: str
    sheet: str
    cells: Mapping[str, str]
    wall: int
    author: str
    file_name: str
    undone: bool


class Beside(NamedTuple):
    """What a file said beside the records, as it was taken in: what was noted of it, what people wrote and what was not
    taken, each with the reference of its record where it has one, and the columns left aside, by their headings."""

    notes: Sequence[Words] = ()
    remarks: Sequence[tuple[str, str]] = ()
    untaken: Sequence[tuple[str, str]] = ()
    columns: Sequence[str] = ()


class Undoing(NamedTuple):
    """What undoing a step would do: how many of its changes it takes back, and how many stay."""

    going: int
    staying: int


def source_rows(connection: Connection, id_: str) -> list[SourceRow]:
    """Return what the rows of a record said in columns that have no field, the last file first."""
    ids = uniting.groups(connection, [id_])[id_]
    named = or_(*(func.instr(BATCH.c.decisions, one) > 0 for one in ids))
    undone = steps.undone(connection)
    found: list[SourceRow] = []
    step = select(BATCH.c.seq, BATCH.c.wall, BATCH.c.author, BATCH.c.file_name)
    for line in connection.execute(step.where(BATCH.c.file_name.is_not(None), named).order_by(BATCH.c.seq.desc())):
        for kept in _kept_of(connection, line.seq, ids):
            cells = {name: text for name, text in kept.items() if name not in ("row", "sheet")}
            row, sheet = str(kept.get("row") or ""), str(kept.get("sheet") or "")
            found.append(SourceRow(row, sheet, cells, line.wall, line.author, line.file_name, line.seq in undone))
    return found


def beside(connection: Connection, batch: int) -> Beside:
    """Return what the file of a step said beside the records; nothing where it came from no file."""
    paths = [f"$.{name}" for name in ("notes", "remarks", "answers", "left_aside")]
    asked = select(*(func.json_extract(BATCH.c.decisions, path) for path in paths)).where(BATCH.c.seq == batch)
    line = connection.execute(asked).first()
    notes, remarks, answers, columns = (json.loads(text) if text else [] for text in line or [None] * len(paths))
    return Beside(
        [Words(**words) for words in notes], [(one["ref"], one["text"]) for one in remarks],
        [(one["ref"], one["text"]) for one in answers if one["kind"] == "doubtful" and not one["field"] and one["text"]],
        [heading for _sheet, _column, heading in columns],
    )  # fmt: skip


def _kept_of(connection: Connection, step: int, ids: Iterable[str]) -> list[dict[str, Any]]:
    """Return what a step kept beside some records; the base looks for it, since a step may keep 100,000 rows."""
    whose = func.json_each(BATCH.c.decisions, "$.kept_for").table_valued("key", "value", name="whose")
    path = func.format("$.kept[%d]", whose.c.key)
    asked = select(func.json_extract(BATCH.c.decisions, path)).select_from(BATCH).join(whose, true())
    lines = connection.scalars(asked.where(BATCH.c.seq == step, whose.c.value.in_(list(ids))).order_by(whose.c.key))
    return [json.loads(text) for text in lines if text]


def record_count(connection: Connection, batch: int) -> int:
    """Return how many records a step touched."""
    asked = select(func.count(CHANGE.c.row.distinct())).join(ORIGIN, ORIGIN.c.change == CHANGE.c.seq)
    return connection.scalar(asked.where(ORIGIN.c.batch == _told_by(connection, batch))) or 0


def records_of(connection: Connection, batch: int, limit: int) -> list[RecordChange]:
    """Return what a step did to each record, in the order in which it was done; of an undo, what it took back."""
    batch = _told_by(connection, batch)
    lines = connection.execute(
        select(CHANGE.c.tbl, CHANGE.c.row, func.max(CHANGE.c.kind))
        .join(ORIGIN, ORIGIN.c.change == CHANGE.c.seq)
        .where(ORIGIN.c.batch == batch, CHANGE.c.row.is_not(None))
        .group_by(CHANGE.c.tbl, CHANGE.c.row)
        .order_by(func.min(CHANGE.c.seq))
        .limit(limit)
    ).all()
    return [_record(connection, batch, tbl, row, born=kind == BORN) for tbl, row, kind in lines]


def undoing(connection: Connection, batch: int) -> Undoing:
    """Return what undoing a step would do now."""
    found = what_can_go(connection, batch)
    return Undoing(found.going, found.staying)


def _told_by(connection: Connection, batch: int) -> int:
    """Return the step that an undo or redo is about; others are about themselves."""
    return connection.scalar(select(BATCH.c.target).where(BATCH.c.seq == batch)) or batch


def _record(connection: Connection, batch: int, tbl: str, row: str, *, born: bool) -> RecordChange:
    lines = history(connection, row)
    mine = _once_each([line for line in lines if line.batch == batch][::-1])
    touched = {line.field for line in mine}
    newer = [line for line in lines if line.batch > batch and not line.undone and (born or line.field in touched)]
    life = next((bool(line.after) for line in mine if line.field == LIFE), None)
    kind = "added" if born else "changed" if life is None else "restored" if life else "removed"
    return RecordChange(ENTITIES[tbl], row, kind, [line for line in mine if line.field != LIFE], newer)


def _once_each(lines: Sequence[FieldChange]) -> list[FieldChange]:
    """Tell what becomes of each field once: a decision between two values is written as both, theirs first."""
    told: dict[str, FieldChange] = {}
    for line in lines:
        first = told.get(line.field, line)
        told[line.field] = line._replace(before=first.before)
    return list(told.values())
