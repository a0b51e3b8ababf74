"""Working out again what counts and what records show, many at a time: the journal alone decides, in whatever order it came."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, RowMapping, bindparam, delete, insert, select

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity
from desktop_app.domain.naming import lent_fields
from desktop_app.domain.progress import Progress
from desktop_app.domain.values import Record, Value
from desktop_app.store import births, journal, rows, uniting
from desktop_app.store.births import Birth
from desktop_app.store.fold import Change, RecordFold, registers
from desktop_app.store.journal import blocks
from desktop_app.store.rows import IDS, OF
from desktop_app.store.tables import BORN, CHANGE, CHANGE_PREV, CONFLICT, LIFE, VOID, VOIDED
from desktop_app.store.uniting import PAIR, Cells, by_entity

_NAMED = select(CHANGE_PREV.c.prev, CHANGE.c.id).join(CHANGE, CHANGE.c.id == CHANGE_PREV.c.id)
_RETRACTIONS_OF = _NAMED.where(CHANGE_PREV.c.prev.in_(IDS), CHANGE.c.kind == VOID)
_RETRACTED_BY = _NAMED.where(CHANGE_PREV.c.id.in_(IDS), CHANGE.c.kind == VOID)
_ADD_VOIDED = (
    insert(VOIDED).prefix_with("OR IGNORE").from_select(["id"], select(CHANGE.c.id).where(CHANGE.c.id.in_(IDS)))
)
_DROP_VOIDED = delete(VOIDED).where(VOIDED.c.id.in_(IDS))
_VOIDED = select(VOIDED.c.id).where(VOIDED.c.id.in_(IDS))
_PLACES = select(CHANGE.c.kind, CHANGE.c.tbl, CHANGE.c.row, CHANGE.c.field).where(CHANGE.c.id.in_(IDS))
_CONFLICTS = select(CONFLICT.c.row, CONFLICT.c.field).where(CONFLICT.c.row.in_(IDS))
_ADD_CONFLICT = insert(CONFLICT)
_DROP_CONFLICT = delete(CONFLICT).where(CONFLICT.c.row == OF, CONFLICT.c.field == bindparam("register"))


def settle_voids(connection: Connection, changed: Iterable[str]) -> set[str]:
    """Work out again which changes are retracted, after some were written; return those for which it is now otherwise."""
    reached = _reached(connection, changed)
    by: dict[str, list[str]] = {}  # change → the retractions that name it
    for block in blocks(reached):
        for prev, void in connection.execute(_RETRACTIONS_OF, {"ids": block}):
            by.setdefault(prev, []).append(void)
    outside = {void for voids in by.values() for void in voids} - reached
    before = voided_among(connection, reached | outside)
    known = {void: void in before for void in outside}
    after = {id_ for id_ in reached if _is_voided(id_, by, known)}
    different = after ^ (before & reached)
    for block in blocks(different & after):
        connection.execute(_ADD_VOIDED, {"ids": block})
    for block in blocks(different - after):
        connection.execute(_DROP_VOIDED, {"ids": block})
    return different


def _reached(connection: Connection, changed: Iterable[str]) -> set[str]:
    """Return changes and all that the retractions among them name, and so on."""
    reached: set[str] = set()
    level = set(changed)
    while level:
        reached |= level
        found: set[str] = set()
        for block in blocks(level):
            found |= set(connection.scalars(_RETRACTED_BY, {"ids": block}))
        level = found - reached
    return reached


def _is_voided(id_: str, by: Mapping[str, list[str]], known: dict[str, bool]) -> bool:
    """Return whether a live retraction names a change; a retraction that is itself retracted counts for nothing."""
    waiting = [id_]
    while waiting:
        one = waiting[-1]
        voids = by.get(one, ())
        if one in known or any(known.get(void) is False for void in voids):
            known.setdefault(one, True)
            waiting.pop()
        elif unknown := [void for void in voids if void not in known and void not in waiting]:
            waiting.append(unknown[0])
        else:
            known[one] = False
            waiting.pop()
    return known[id_]


def cells_of(connection: Connection, ids: Iterable[str]) -> Cells:
    """Return the cells in which some changes are."""
    cells: Cells = {}
    for block in blocks(ids):
        for kind, tbl, row, field in connection.execute(_PLACES, {"ids": block}):
            add_cell(cells, kind, tbl, row, field)
    return cells


def add_cell(cells: Cells, kind: int, tbl: str | None, row: str | None, field: str | None) -> None:
    """Add the cell that a change is in; what a newer program wrote is kept aside, and shown after an upgrade."""
    if tbl is None or row is None or tbl not in ENTITIES:
        return
    known = registers(ENTITIES[tbl]) | {PAIR}
    held = cells.setdefault((tbl, row), set())
    if kind == BORN:
        held |= known - {PAIR}
    elif field in known:
        held.add(str(field))


def voided_among(connection: Connection, ids: Iterable[str]) -> set[str]:
    """Return which of some changes are retracted."""
    return {id_ for block in blocks(ids) for id_ in connection.scalars(_VOIDED, {"ids": block})}


def gone_among(connection: Connection, cells: Cells) -> dict[tuple[str, str], bool]:
    """Return, for the records in which some cells are, whether each is gone."""
    return {
        (tbl, id_): bool(gone)
        for tbl, held in by_entity(cells).items()
        for block in blocks(held)
        for id_, gone in connection.execute(rows.some(tbl, "id", "gone"), {"ids": block})
    }


def renamed(cells: Cells) -> dict[str, set[str]]:
    """Return the records by whose cells others are called, by entity."""
    found: dict[str, set[str]] = {}
    for (tbl, row), changed in cells.items():
        lent = lent_fields(ENTITIES[tbl])
        if any(name in lent for register in changed for name in register.split("+")):
            found.setdefault(tbl, set()).add(row)
    return found


def fold_cells(connection: Connection, cells: Cells, office: str, told: Progress | None = None) -> Cells:
    """Work out again what cells show, from their changes alone, keep the result, and return what was folded.

    Records that were never seen here are made; `office` stands in the reference of those whose maker is not known. `told`
    hears how many records are done, of how many.
    """
    pairs = [key for key, held in cells.items() if PAIR in held]
    folded: Cells = {key: set(held) for key, held in cells.items() if PAIR not in held}
    if pairs:
        ids = [change.id for _tbl, pair in pairs for change in journal.changes_of(connection, pair)]
        more, disputed = uniting.settle(connection, pairs, voided_among(connection, ids))
        for key, held in more.items():
            folded.setdefault(key, set()).update(held)
        _keep_conflicts(connection, {(tbl, pair): {PAIR: pair in disputed} for tbl, pair in pairs})
    shown_as = uniting.shown_as(connection)
    hidden: Cells = {(tbl, row): set() for tbl, row in folded if row in shown_as}
    if hidden:
        led: Cells = {}
        for (tbl, row), held in folded.items():
            led.setdefault((tbl, shown_as.get(row, row)), set()).update(held)
        folded = led
    in_turn: dict[str, list[str]] = {}
    for tbl, row in folded:
        in_turn.setdefault(tbl, []).append(row)
    done = 0
    for tbl, ids in in_turn.items():
        for block in blocks(ids):
            if told is not None:
                told(done, len(folded))
            _Block(connection, ENTITIES[tbl], shown_as, office).fold({row: folded[tbl, row] for row in block})
            done += len(block)
    for tbl, row in hidden:
        _Block(connection, ENTITIES[tbl], shown_as, office).keep_reference(row)
    return folded | hidden


class _Block:
    """The fold of some records of one entity."""

    def __init__(self, connection: Connection, entity: Entity, shown_as: Mapping[str, str], office: str) -> None:
        self._connection, self._entity, self._shown_as, self._office = connection, entity, shown_as, office
        self._heads: dict[tuple[str, str], tuple[str, ...]] = {}
        self._disputed: dict[tuple[str, str], dict[str, bool]] = {}

    def fold(self, changed: dict[str, set[str]]) -> None:
        connection = self._connection
        histories = uniting.histories(connection, changed)
        voided = voided_among(connection, (change.id for held in histories.values() for change in held))
        asked = connection.execute(rows.many(self._entity.name), {"ids": list(changed)})
        lines = {str(line["id"]): line for line in asked.mappings()}
        different: dict[str, dict[str, Any]] = {}
        newborn: dict[str, Record] = {}
        for row, wanted in changed.items():
            history = histories[row]
            if row not in lines and not any(change.kind == BORN for change in history):
                continue  # its birth has not come yet
            values = self._record(row, history, voided, lines.get(row), wanted)
            if row in lines:
                different[row] = {name: value for name, value in values.items() if value != lines[row][name]}
            else:
                newborn[row] = values
        self._bear(newborn, histories)
        _keep_heads(connection, list(changed), self._heads)
        _keep_conflicts(connection, self._disputed)
        journal.project_many(connection, self._entity, different)

    def keep_reference(self, row: str) -> None:
        """Make the row of a record that is shown as another one, so that its reference leads there."""
        if self._connection.scalar(rows.one(self._entity.name), {"of": row}) is not None:
            return
        history = journal.changes_of(self._connection, row)
        if any(change.kind == BORN for change in history):
            told = births.born_values(next(change.value for change in history if change.kind == BORN))
            values = {name: told.get(name) for name in self._entity.fields}
            self._bear({row: {**values, "gone": uniting.SHOWN_AS_ANOTHER}}, {row: history})

    def _record(
        self, row: str, history: list[Change], voided: set[str], shown: RowMapping | None, wanted: set[str]
    ) -> Record:
        if shown is None and len(history) == 1 and not self._shown_as and not voided:
            told_at_birth = births.born_values(history[0].value)
            return {"gone": 0, **{name: told_at_birth.get(name) for name in self._entity.fields}}
        record = RecordFold(self._entity, history, voided, self._shown_as)
        values: dict[str, Value] = {"gone": int(record.gone())}
        if shown is None or shown["gone"] != values["gone"]:
            wanted = set(registers(self._entity))
        told_of = {register: record.register(register) for register in wanted - {LIFE}} | {LIFE: record.life()}
        for register, told in told_of.items():
            values |= told.shown
            self._heads[row, register] = told.heads
        disputes = {register: told.disputed and not values["gone"] for register, told in told_of.items()}
        self._disputed[self._entity.name, row] = disputes
        return values

    def _bear(self, newborn: Mapping[str, Record], histories: Mapping[str, list[Change]]) -> None:
        """Make the records whose birth has come; their reference names the office of those who made them."""
        if not newborn:
            return
        first = {row: next(change.id for change in histories[row] if change.kind == BORN) for row in newborn}
        offices = journal.offices_of(self._connection, list(first.values()))
        made = [
            Birth(row, first[row], {name: value for name, value in values.items() if name != "gone"})
            for row, values in newborn.items()
        ]
        office_of = {row: offices.get(change, self._office) for row, change in first.items()}
        births.project(self._connection, self._entity, made, office_of)
        hidden = {row: {"gone": values["gone"]} for row, values in newborn.items() if values["gone"]}
        journal.project_many(self._connection, self._entity, hidden)


def _keep_heads(connection: Connection, changed: list[str], found: Mapping[tuple[str, str], tuple[str, ...]]) -> None:
    kept: dict[tuple[str, str], set[str]] = {}
    for row, field, id_ in connection.execute(journal.HEADS_OF, {"ids": changed}):
        kept.setdefault((row, field), set()).add(id_)
    for (row, register), ids in found.items():
        if set(ids) != kept.get((row, register), set()):
            journal.set_head(connection, row, register, ids)


def _keep_conflicts(connection: Connection, found: Mapping[tuple[str, str], Mapping[str, bool]]) -> None:
    """Keep which registers of some records hold several values."""
    kept: set[tuple[str, str]] = set()
    for block in blocks(row for _tbl, row in found):
        kept |= {(row, field) for row, field in connection.execute(_CONFLICTS, {"ids": block})}
    for (tbl, row), disputed in found.items():
        for field, open_ in disputed.items():
            if open_ and (row, field) not in kept:
                connection.execute(_ADD_CONFLICT, {"tbl": tbl, "row": row, "field": field})
            elif not open_ and (row, field) in kept:
                connection.execute(_DROP_CONFLICT, {"of": row, "register": field})
