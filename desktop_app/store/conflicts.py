"""Open conflicts: what two installations said differently, neither having seen the other's. They are data, and travel."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, and_, func, select

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity
from desktop_app.domain.merge import Mark
from desktop_app.domain.twins import STRONG_KEYS
from desktop_app.domain.values import Value
from desktop_app.store import uniting
from desktop_app.store.fold import Change, RecordFold
from desktop_app.store.journal import blocks
from desktop_app.store.peers import Peer, known
from desktop_app.store.refold import voided_among
from desktop_app.store.rows import IDS, OF
from desktop_app.store.tables import BATCH, BORN, CHANGE, CONFLICT, EDGE, LIFE, ORIGIN, TABLES, twin_of
from desktop_app.store.uniting import PAIR

_COUNT = select(func.count()).select_from(CONFLICT).where(CONFLICT.c.field != PAIR)
_OPEN = select(CONFLICT).order_by(CONFLICT.c.tbl, CONFLICT.c.row, CONFLICT.c.field)
_OPEN_OF = _OPEN.where(CONFLICT.c.row.in_(IDS))
_SAID = select(EDGE.c.one, EDGE.c.other).where(EDGE.c.tbl == OF)
_DISPUTED = select(EDGE).join(CONFLICT, CONFLICT.c.row == EDGE.c.id).where(CONFLICT.c.field == PAIR)

VALUE, DELETED, DUPLICATE = "value", "deleted", "duplicate"


class Side(NamedTuple):
    """What one side says: its values, who said it, when, in which office, from which file; the change that says so.

    Of a deletion, `values` holds whether the record is to live; of a duplicate, the other record.
    """

    values: Mapping[str, Value]
    author: str
    wall: int
    office: str
    file_name: str | None
    own: bool
    change: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """One question: a cell (or cells that go together), a record deleted here and edited there, a record made twice.

    `base`: what both sides had before them, where that is known · `sides`: what each says, the one shown first.
    """

    id: str
    kind: str
    entity: str
    record: str
    ref: str
    fields: tuple[str, ...]
    base: Mapping[str, Value] | None
    sides: tuple[Side, ...]

    @property
    def ours(self) -> Side:
        """What was said here; where nobody here said anything, what is shown."""
        return next((side for side in self.sides if side.own), self.sides[0])

    @property
    def theirs(self) -> Side:
        """What was said elsewhere."""
        return next(side for side in self.sides if side is not self.ours)


def count(connection: Connection) -> int:
    """Return how many conflicts are open."""
    held = connection.scalar(_COUNT) or 0
    return held + sum(1 for _ in _pairs(connection))


def open_conflicts(
    connection: Connection, own: AbstractSet[str], records: Iterable[str] | None = None
) -> list[Conflict]:
    """Return the conflicts that are open, of some records or of all; `own`: the ids of this installation."""
    lines = connection.execute(_OPEN) if records is None else connection.execute(_OPEN_OF, {"ids": list(records)})
    by_entity: dict[str, dict[str, list[str]]] = {}
    for line in lines:
        if line.tbl in ENTITIES and line.field != PAIR:
            by_entity.setdefault(line.tbl, {}).setdefault(line.row, []).append(line.field)
    if not by_entity and records is not None:
        return []  # as of nearly all records, whose histories are asked for by the thousand
    listing = _Listing(connection, own)
    found = [one for name, rows in by_entity.items() for one in listing.of(ENTITIES[name], rows)]
    return found + (listing.duplicates() if records is None else [])


class _Listing:
    """Makes conflicts from the journal."""

    def __init__(self, connection: Connection, own: AbstractSet[str]) -> None:
        self._connection, self._own = connection, own
        self._shown_as = uniting.shown_as(connection)
        self._peers: dict[str, Peer] = {peer.replica: peer for peer in known(connection)}

    def of(self, entity: Entity, rows: Mapping[str, list[str]]) -> Iterator[Conflict]:
        for block in blocks(rows):
            histories = uniting.histories(self._connection, block)
            voided = voided_among(self._connection, (one.id for held in histories.values() for one in held))
            refs = _refs(self._connection, entity, block)
            for row in block:
                record = RecordFold(entity, histories[row], voided, self._shown_as)
                changes = {change.id: change for change in histories[row]}
                for register in rows[row]:
                    if register == LIFE:
                        yield self._life(entity, row, refs[row], record, changes)
                    else:
                        yield self._value(entity, row, refs[row], register, record, changes)

    def _value(
        self, entity: Entity, row: str, ref: str, register: str, record: RecordFold, changes: Mapping[str, Change]
    ) -> Conflict:
        marks = record.heads(register)
        origins = self._origins([mark.id for mark in marks])
        sides: list[Side] = []
        for mark in marks:
            side = self._side(record.told(register, mark.value), mark, changes, origins)
            if all(other.values != side.values for other in sides):
                sides.append(side)
        base = _base(register, marks, changes, record)
        names = tuple(register.split("+"))
        return Conflict(f"{ref}.{register}", VALUE, entity.name, row, ref, names, base, tuple(sides))

    def _life(self, entity: Entity, row: str, ref: str, record: RecordFold, changes: Mapping[str, Change]) -> Conflict:
        heads = record.life().heads
        deleted = next(changes[id_] for id_ in heads if '"alive":false' in str(changes[id_].value))
        seen = record.unseen(deleted)
        origins = self._origins([deleted.id, *seen])
        edited = max((changes[id_] for id_ in seen), key=lambda one: (one.wall, one.id), default=deleted)
        sides = (
            self._side({LIFE: True}, _mark(edited), changes, origins),
            self._side({LIFE: False}, _mark(deleted), changes, origins),
        )
        names = tuple(sorted({name for id_ in seen for name in str(changes[id_].field or "").split("+") if name}))
        return Conflict(f"{ref}.deleted", DELETED, entity.name, row, ref, names, None, sides)

    def _side(
        self, values: Mapping[str, Value], mark: Mark, changes: Mapping[str, Change], origins: Mapping[str, Any]
    ) -> Side:
        change, origin = changes[mark.id], origins.get(mark.id)
        if origin is None:
            return Side(values, change.author, change.wall, "", None, own=False, change=mark.id)
        peer = self._peers.get(origin.replica)
        own = origin.replica in self._own and origin.file_name is None
        return Side(
            values, change.author or origin.author, change.wall or origin.wall, peer.office if peer else "",
            origin.file_name, own, mark.id,
        )  # fmt: skip

    def _origins(self, ids: list[str]) -> dict[str, Any]:
        """Return the batch from which each change came; this installation's own first."""
        asked = select(CHANGE.c.id, BATCH.c.replica, BATCH.c.author, BATCH.c.wall, BATCH.c.file_name)
        asked = asked.join(ORIGIN, ORIGIN.c.change == CHANGE.c.seq).join(BATCH, BATCH.c.seq == ORIGIN.c.batch)
        lines = self._connection.execute(asked.where(CHANGE.c.id.in_(ids)).order_by(BATCH.c.id.desc())).all()
        return {line.id: line for line in sorted(lines, key=lambda line: line.replica in self._own)}

    def duplicates(self) -> list[Conflict]:
        """Return the pairs of records that may be the same: a person must say."""
        found = []
        for entity, one, other in _pairs(self._connection):
            refs = _refs(self._connection, entity, [one, other])
            births = self._births([one, other])
            if one not in refs or other not in refs:
                continue
            sides = tuple(
                Side({"same_as": twin}, births[row].author, births[row].wall, refs[row][:3], None, own=False, change="")
                for row, twin in ((one, other), (other, one))
                if row in births
            )
            if len(sides) == 2:
                id_ = f"{refs[one]}={refs[other]}"
                found.append(Conflict(id_, DUPLICATE, entity.name, one, refs[one], (), None, sides))
        return found

    def _births(self, rows: list[str]) -> dict[str, Any]:
        asked = select(CHANGE.c.row, CHANGE.c.author, CHANGE.c.wall)
        lines = self._connection.execute(asked.where(CHANGE.c.row.in_(rows), CHANGE.c.kind == BORN))
        return {line.row: line for line in lines}


def _mark(change: Change) -> Mark:
    return Mark(change.id, frozenset(change.prev), change.value, change.wall)


def _refs(connection: Connection, entity: Entity, rows: list[str]) -> dict[str, str]:
    table = TABLES[entity.name]
    return dict(connection.execute(select(table.c.id, table.c.ref).where(table.c.id.in_(rows))).all())


def _base(
    register: str, marks: list[Mark], changes: Mapping[str, Change], record: RecordFold
) -> Mapping[str, Value] | None:
    """Return what all sides had before them: the value that each of them replaces."""
    shared = frozenset.intersection(*(mark.prev for mark in marks)) if marks else frozenset[str]()
    for id_ in sorted(shared):
        if id_ in changes:
            return record.told_by(changes[id_], register)
    return None


@cache  # it is asked after every change, and is longer made than answered
def _of_one_number(name: str, key: str) -> Select[str, str]:
    """Ask for the pairs of records that have the same official number."""
    table, twin = TABLES[name], twin_of(TABLES[name])
    same = and_(table.c[key] == twin.c[key], table.c.id < twin.c.id)
    several = select(table.c[key]).where(table.c.gone == 0, table.c[key].is_not(None))
    several = several.group_by(table.c[key]).having(func.count() > 1)
    asked = select(table.c.id, twin.c.id).join(twin, same)
    return asked.where(table.c[key].in_(several), table.c.gone == 0, twin.c.gone == 0).limit(500)


def _pairs(connection: Connection) -> Iterator[tuple[Entity, str, str]]:
    """Yield the pairs that have the same official number and of which nothing was said, and those that are disputed."""
    for name, keys in STRONG_KEYS.items():
        found = [pair for key in keys for pair in connection.execute(_of_one_number(name, key))]
        if found:  # which is rare
            said = {frozenset(pair) for pair in connection.execute(_SAID, {"of": name})}
            yield from ((ENTITIES[name], one, other) for one, other in found if frozenset((one, other)) not in said)
    for line in connection.execute(_DISPUTED):
        if line.tbl in ENTITIES:
            yield ENTITIES[line.tbl], line.one, line.other
