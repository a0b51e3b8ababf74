"""Undo and redo from the journal: a step is taken back by a retraction, never by rewriting."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import Connection, ScalarSelect, Select, func, select

from desktop_app.domain import ENTITIES
from desktop_app.domain.ids import new_id
from desktop_app.domain.refused import Refused
from desktop_app.domain.values import Value
from desktop_app.domain.words import Words
from desktop_app.store import journal
from desktop_app.store.births import born_values
from desktop_app.store.edit import Changes, open_batch, refresh_search
from desktop_app.store.fold import Change
from desktop_app.store.tables import ADD, BATCH, BORN, CHANGE, CHANGE_PREV, LIFE, ORIGIN, REM, TABLES, VOID, VOIDED

if TYPE_CHECKING:
    from desktop_app.store.base import Store

_STEPS = ("edit", "import")


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


def stacks(connection: Connection, replica: str) -> tuple[list[int], list[int]]:
    """Return the steps that can be undone and redone here, the next one last."""
    lines = connection.execute(
        select(BATCH.c.seq, BATCH.c.kind, BATCH.c.target)
        .where(BATCH.c.replica == replica, BATCH.c.kind.in_((*_STEPS, "undo", "redo")))
        .order_by(BATCH.c.seq)
    )
    undoable: list[int] = []
    redoable: list[int] = []
    for seq, kind, target in lines:
        if kind in _STEPS:
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
    line = connection.execute(select(BATCH.c.words_fr, BATCH.c.words_en).where(BATCH.c.seq == batch)).one()
    return Words(*line)


def take_back(store: "Store", connection: Connection, batch: int, kind: str) -> Changes:
    """Undo a step (`undo`), or undo its undoing (`redo`), as one new batch."""
    if kind == "undo":
        targets, kept = what_can_go(connection, batch)
    else:
        last = select(func.max(BATCH.c.seq)).where(BATCH.c.target == batch, BATCH.c.kind == "undo").scalar_subquery()
        targets, kept = list(connection.scalars(_changes_in(last))), 0
    words = words_of(connection, batch)
    if not targets:
        raise Refused(
            Words(
                f"« {words.fr} » ne peut plus être annulé : d’autres modifications s’appuient dessus. Supprimez la fiche"
                " si elle n’a plus lieu d’être.",
                f"“{words.en}” can no longer be undone: other changes stand on it. Delete the record if it should go.",
            )
        )
    made = open_batch(store, connection, kind, words, target=batch)
    void = Change(new_id(), VOID, None, None, None, None, store.wall(), store.author, tuple(targets))
    journal.write(connection, made, [void])
    cells = journal.retract(connection, void)
    before = _gone(connection, cells)
    journal.fold_cells(connection, cells)
    changes = Changes(made, kept=kept)
    for (tbl, row), gone in _gone(connection, cells).items():
        was = before[tbl, row]
        part = changes.changed if was == gone else changes.removed if gone else changes.added
        part.setdefault(tbl, set()).add(row)
    touched: dict[str, set[str]] = {}
    for tbl, row in before:
        touched.setdefault(tbl, set()).add(row)
    refresh_search(store, connection, touched)
    return changes


def _changes_in(batch: ScalarSelect[int]) -> Select[str]:
    return select(CHANGE.c.id).join(ORIGIN, ORIGIN.c.change == CHANGE.c.seq).where(ORIGIN.c.batch == batch)


def what_can_go(connection: Connection, batch: int) -> tuple[list[str], int]:
    """Return the changes of a step that can be retracted, and how many stay since newer ones stand on them."""
    lines = connection.execute(
        select(CHANGE.c.id, CHANGE.c.kind, CHANGE.c.row)
        .join(ORIGIN, ORIGIN.c.change == CHANGE.c.seq)
        .where(ORIGIN.c.batch == batch)
    ).all()
    mine = {line.id for line in lines}
    going: list[str] = []
    kept = 0
    for id_, kind, row in lines:
        if kind == BORN and _stood_upon(connection, row, mine):
            kept += 1
            continue
        kept += _replaced_later(connection, id_, mine)
        going.append(id_)
    return going, kept


def _stood_upon(connection: Connection, row: str, mine: set[str]) -> bool:
    voided = select(VOIDED.c.id)
    live = select(CHANGE.c.id).where(CHANGE.c.row == row, CHANGE.c.id.not_in(voided))
    return any(id_ not in mine for id_ in connection.scalars(live))


def _replaced_later(connection: Connection, id_: str, mine: set[str]) -> int:
    later = select(CHANGE.c.id).join(CHANGE_PREV, CHANGE_PREV.c.id == CHANGE.c.id)
    later = later.where(CHANGE_PREV.c.prev == id_, CHANGE.c.kind != VOID, CHANGE.c.id.not_in(select(VOIDED.c.id)))
    return int(any(newer not in mine for newer in connection.scalars(later)))


def _gone(connection: Connection, cells: set[tuple[str, str, str]]) -> dict[tuple[str, str], bool]:
    return {
        (tbl, row): bool(connection.scalar(select(TABLES[tbl].c.gone).where(TABLES[tbl].c.id == row)))
        for tbl, row in {(tbl, row) for tbl, row, _register in cells}
    }


def latest(connection: Connection, limit: int) -> list[Step]:
    """Return the last steps, newest first."""
    counted = select(func.count()).where(ORIGIN.c.batch == BATCH.c.seq).scalar_subquery()
    lines = connection.execute(select(BATCH, counted.label("changes")).order_by(BATCH.c.seq.desc()).limit(limit)).all()
    undone = _undone(connection)
    return [
        Step(
            line.seq, line.kind, Words(line.words_fr, line.words_en), line.wall, line.author, line.file_name,
            line.changes, line.seq in undone,
        )
        for line in lines
    ]  # fmt: skip


def _undone(connection: Connection) -> set[int]:
    found: set[int] = set()
    asked = select(BATCH.c.kind, BATCH.c.target).where(BATCH.c.target.is_not(None)).order_by(BATCH.c.seq)
    for kind, target in connection.execute(asked):
        (found.add if kind == "undo" else found.discard)(target)
    return found


def history(connection: Connection, row: str) -> list[FieldChange]:
    """Return what happened to a record, field by field, newest first."""
    lines = connection.execute(
        select(
            CHANGE,
            BATCH.c.seq.label("batch"),
            BATCH.c.words_fr,
            BATCH.c.words_en,
            BATCH.c.file_name,
            BATCH.c.wall.label("batch_wall"),
            BATCH.c.author.label("batch_author"),
        )
        .join(ORIGIN, ORIGIN.c.change == CHANGE.c.seq)
        .join(BATCH, BATCH.c.seq == ORIGIN.c.batch)
        .where(CHANGE.c.row == row)
        .order_by(CHANGE.c.seq)
    ).all()
    voided = set(connection.scalars(select(VOIDED.c.id).where(VOIDED.c.id.in_([line.id for line in lines]))))
    shown: dict[str, Value] = {}
    found: list[FieldChange] = []
    for line in lines:
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
                        line.id in voided,
                    )
                )
                if line.id not in voided:
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
