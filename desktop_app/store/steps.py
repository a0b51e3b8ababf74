"""Undo and redo from the journal: a step is taken back by a retraction, never by rewriting."""

import json
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, bindparam, func, select

from desktop_app.domain import ENTITIES
from desktop_app.domain.values import Value
from desktop_app.domain.words import Words
from desktop_app.store.births import born_values
from desktop_app.store.rows import IDS, OF
from desktop_app.store.tables import ADD, BATCH, BORN, CHANGE, LIFE, ORIGIN, REM, VOIDED

# What a person did, and can take back.
STEPS = ("edit", "import")


_STACKED = (
    select(BATCH.c.seq, BATCH.c.kind, BATCH.c.target)
    .where(BATCH.c.replica.in_(IDS), BATCH.c.kind.in_((*STEPS, "undo", "redo")))
    .order_by(BATCH.c.seq)
)
_WORDS = select(BATCH.c.words_fr, BATCH.c.words_en).where(BATCH.c.seq == OF)
_TAKEN_BACK = select(BATCH.c.kind, BATCH.c.target).where(BATCH.c.target.is_not(None)).order_by(BATCH.c.seq)


class Step(NamedTuple):
    """One step of the journal, as History shows it."""

    batch: int
    kind: str
    words: Words
    wall: int
    author: str
    file_name: str | None
    changes: int
    undone: bool


class FieldChange(NamedTuple):
    """One change of one field of a record: who, when, from which file, before and after."""

    field: str
    before: Value
    after: Value
    wall: int
    author: str
    words: Words
    batch: int
    file_name: str | None
    undone: bool


def stacks(connection: Connection, replicas: Iterable[str]) -> tuple[list[int], list[int]]:
    """Return the steps that can be undone and redone here, the next one last."""
    undoable: list[int] = []
    redoable: list[int] = []
    for seq, kind, target in connection.execute(_STACKED, {"ids": list(replicas)}).all():
        if kind in STEPS:
            undoable.append(seq)
            redoable.clear()
        elif kind == "undo" and target in undoable:
            undoable.remove(target)
            redoable.append(target)
        elif kind == "redo" and target in redoable:
            redoable.remove(target)
            undoable.append(target)
    return undoable, redoable


def words_of(connection: Connection, batch: int) -> Words:
    """Return the words of a step."""
    return Words(*connection.execute(_WORDS, {"of": batch}).one())


def latest(connection: Connection, limit: int) -> list[Step]:
    """Return the last steps, newest first."""
    counted = select(func.count()).where(ORIGIN.c.batch == BATCH.c.seq).scalar_subquery()
    lines = connection.execute(select(BATCH, counted.label("changes")).order_by(BATCH.c.seq.desc()).limit(limit)).all()
    taken_back = undone(connection)
    return [
        Step(
            line.seq, line.kind, Words(line.words_fr, line.words_en), line.wall, line.author, line.file_name,
            line.changes, line.seq in taken_back,
        )
        for line in lines
    ]  # fmt: skip


def undone(connection: Connection) -> set[int]:
    """Return the steps that are taken back."""
    found: set[int] = set()
    for kind, target in connection.execute(_TAKEN_BACK):
        (found.add if kind == "undo" else found.discard)(target)
    return found


@cache  # it is asked for each row of a file, and is longer made than answered
def _all_of() -> Select[Any]:
    """Ask for the changes of a record with their steps, in the order in which they came."""
    step = BATCH.c.seq.label("batch"), BATCH.c.words_fr, BATCH.c.words_en, BATCH.c.file_name
    who = BATCH.c.wall.label("batch_wall"), BATCH.c.author.label("batch_author")
    voided = VOIDED.c.id.is_not(None).label("voided")
    asked = select(CHANGE, *step, *who, voided).join(ORIGIN, ORIGIN.c.change == CHANGE.c.seq)
    asked = asked.join(BATCH, BATCH.c.seq == ORIGIN.c.batch).outerjoin(VOIDED, VOIDED.c.id == CHANGE.c.id)
    return asked.where(CHANGE.c.row == bindparam("record", type_=CHANGE.c.row.type)).order_by(CHANGE.c.seq)


def history(connection: Connection, row: str) -> list[FieldChange]:
    """Return what happened to a record, field by field, newest first."""
    shown: dict[str, Value] = {}
    found: list[FieldChange] = []
    for line in connection.execute(_all_of(), {"record": row}):
        for name, after in _effects(line.tbl, line.kind, line.field, line.value, shown):
            if shown.get(name) != after:
                words = Words(line.words_fr, line.words_en)
                found.append(
                    FieldChange(
                        name,
                        shown.get(name),
                        after,
                        line.wall or line.batch_wall,
                        line.author or line.batch_author,
                        words,
                        line.batch,
                        line.file_name,
                        bool(line.voided),
                    )
                )
                if not line.voided:
                    shown[name] = after
    return found[::-1]


def _effects(
    tbl: str, kind: int, field: str | None, value: str | None, shown: dict[str, Value]
) -> Sequence[tuple[str, Value]]:
    if kind == BORN:
        return list(born_values(value).items())
    held = json.loads(value or "null")
    if field is None:
        return ()
    if field == LIFE:
        return ((LIFE, bool(held["alive"])),)
    if kind in (ADD, REM):
        before = shown.get(field)
        members = set(before if isinstance(before, tuple) else ())
        members = members | {held} if kind == ADD else members - {held}
        return ((field, tuple(sorted(members)) or None),)
    if "+" in field:
        return list(held.items())
    return ((field, held),) if field in ENTITIES[tbl].fields else ()
