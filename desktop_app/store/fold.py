"""What a record shows, folded from its changes alone: values, heads, and whether it is hidden. Reads and writes nothing."""

import json
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import NamedTuple

from desktop_app.domain import REFERENCE
from desktop_app.domain.entity import Entity
from desktop_app.domain.merge import Mark, heads, hidden, members
from desktop_app.domain.types import Link, Several
from desktop_app.domain.values import Value
from desktop_app.store.tables import ADD, BORN, LIFE, REM, SET

# How the changes are understood; raised whenever the same changes show something else than before.
FOLD = 2


class Change(NamedTuple):
    """One immutable fact, as it is written to the journal."""

    id: str
    kind: int
    tbl: str | None
    row: str | None
    field: str | None
    value: str | None
    wall: int
    author: str
    prev: tuple[str, ...] = ()


def is_proposal(change: Change) -> bool:
    """Tell whether a change is what a file says of which nobody knows what it had shown: it replaces nothing."""
    return change.kind == SET and not change.prev and not change.wall and not change.author


_canonical = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def canonical(value: object) -> str:
    """Return a value as canonical JSON."""
    return _canonical.encode(value)


def register_of(entity: Entity, field: str) -> tuple[str, tuple[str, ...]]:
    """Return the register that holds a field, its name and its fields: a group has one register for all."""
    group = entity.groups.get(field)
    return ("+".join(group), group) if group else (field, (field,))


_registers: dict[str, AbstractSet[str]] = {}


class Register(NamedTuple):
    """What a register shows, the ids of its heads where they say more than one birth does, and whether they disagree."""

    shown: dict[str, Value]
    heads: tuple[str, ...] = ()
    disputed: bool = False


def registers(entity: Entity) -> AbstractSet[str]:
    """Return all the registers of an entity's records, that of their life included."""
    if entity.name not in _registers:
        _registers[entity.name] = {register_of(entity, name)[0] for name in entity.fields} | {LIFE}
    return _registers[entity.name]


class RecordFold:
    """The fold of one record, from all its changes and the ids of those that are retracted.

    The changes of records that are one and the same are given together; `shown_as` names the records that are shown as
    another one, so that links to them lead there.
    """

    def __init__(
        self,
        entity: Entity,
        changes: Sequence[Change],
        voided: AbstractSet[str],
        shown_as: Mapping[str, str] | None = None,
    ) -> None:
        self._entity, self._changes, self._voided, self._shown_as = entity, changes, voided, shown_as or {}
        self._births = {change.id: json.loads(change.value or "{}") for change in changes if change.kind == BORN}
        self._walls = {change.id: change.wall for change in changes}

    def values(self) -> dict[str, Value]:
        """Return all that the record shows."""
        shown: dict[str, Value] = {}
        for register in registers(self._entity) - {LIFE}:
            shown |= self.register(register).shown
        return shown

    def register(self, register: str) -> Register:
        """Return what a register shows, and its heads."""
        names = tuple(register.split("+"))
        if self._entity.fields[names[0]].several:
            return Register({register: self._members(register)})
        found = self.heads(register)
        told = [self.told(register, mark.value) for mark in found]
        shown = told[0] if told else dict.fromkeys(names)
        told_by_birth = len(found) < 2 and all(mark.id in self._births for mark in found)
        heads_ = () if told_by_birth else tuple(mark.id for mark in found)
        # Two versions of the program bring reference data that differ: nobody said either, and nobody is asked.
        by_nobody = self._entity in REFERENCE and all(mark.id in self._births for mark in found)
        return Register(shown, heads_, disputed=not by_nobody and any(other != shown for other in told))

    def heads(self, register: str) -> list[Mark]:
        """Return the changes of a register that no other replaces, the one displayed first."""
        return self._heads.get(register, [])

    def told(self, register: str, value: str | None) -> dict[str, Value]:
        """Return the values of fields that one change of a register tells."""
        names = tuple(register.split("+"))
        held = json.loads(value or "null")
        each = {names[0]: held} if len(names) == 1 else {name: (held or {}).get(name) for name in names}
        if self._shown_as:
            each = {name: self._led(name, one) for name, one in each.items()}
        return each

    def told_by(self, change: Change, register: str) -> dict[str, Value]:
        """Return the values of fields that a change tells, be it the record's birth."""
        if change.kind != BORN:
            return self.told(register, change.value)
        born = self._births[change.id]
        names = register.split("+")
        return self.told(
            register, canonical({name: born.get(name) for name in names} if names[1:] else born.get(register))
        )

    def unseen(self, deletion: Change) -> set[str]:
        """Return what lives in the record that a deleter had not seen."""
        seen = json.loads(deletion.value or "{}")["seen"]
        return self._living - self._covered(seen)

    def _led(self, name: str, value: Value) -> Value:
        if isinstance(self._entity.fields[name].type, Link):
            return self._shown_as.get(str(value), value)
        return value

    @cached_property
    def _heads(self) -> dict[str, list[Mark]]:
        known = registers(self._entity) - {LIFE}
        # What a newer program wrote is not shown, but lives all the same.
        known |= {str(change.field) for change in self._changes if change.kind == SET} - {LIFE}
        return {register: heads(self._all_marks(register), self._voided) for register in known if self._one(register)}

    def _one(self, register: str) -> bool:
        field = self._entity.fields.get(register)
        return field is None or not field.several

    def _all_marks(self, register: str) -> list[Mark]:
        marks = [*self._marks(register), *self._born_with(tuple(register.split("+")))]
        proposals = {change.id for change in self._changes if is_proposal(change)}
        if not proposals:
            return marks
        # What a file said that named no export, and somebody has written, is an echo of what he wrote, taken back or not.
        recorded = {mark.value for mark in marks if mark.id not in proposals}
        return [mark for mark in marks if mark.id not in proposals or mark.value not in recorded]

    def _marks(self, register: str) -> list[Mark]:
        return [
            Mark(change.id, frozenset(change.prev), change.value, change.wall)
            for change in self._changes
            if change.field == register and change.kind == SET
        ]

    def _born_with(self, names: tuple[str, ...]) -> list[Mark]:
        """Return what the births told of a register; a birth that left it empty says nothing."""
        marks = []
        for id_, born in self._births.items():
            if any(born.get(name) is not None for name in names):
                value = {name: born.get(name) for name in names} if len(names) > 1 else born[names[0]]
                marks.append(Mark(id_, frozenset(), canonical(value), self._walls[id_]))
        return marks

    def _members(self, field: str) -> Value:
        live = [change for change in self._changes if change.id not in self._voided]
        added = [(c.id, json.loads(c.value or "null")) for c in live if c.field == field and c.kind == ADD]
        for id_, born in self._births.items():
            if id_ not in self._voided:
                added += [(id_, element) for element in born.get(field) or ()]
        removed = [
            (frozenset(c.prev), json.loads(c.value or "null")) for c in live if c.field == field and c.kind == REM
        ]
        found = members(added, removed)
        type_ = self._entity.fields[field].type
        if self._shown_as and isinstance(type_, Several) and isinstance(type_.of, Link):
            found = tuple(sorted({self._shown_as.get(element, element) for element in found}))
        return found or None

    def life(self) -> Register:
        """Return the heads of the record's life, which disagree where a deleter had not seen all that lives."""
        deleted = any(not json.loads(mark.value or "{}")["alive"] for mark in self._life)
        return Register({}, tuple(mark.id for mark in self._life), disputed=deleted and not self.gone())

    @cached_property
    def _life(self) -> list[Mark]:
        return heads(self._marks(LIFE), self._voided)

    def gone(self) -> bool:
        """Return whether the record is hidden: deleted by somebody who had seen all that lives, or never born."""
        if not self._living:
            return True
        lives = [json.loads(mark.value or "{}") for mark in self._life]
        return hidden(((life["alive"], self._covered(life["seen"])) for life in lives), self._living)

    @cached_property
    def _living(self) -> set[str]:
        live = {change.id for change in self._changes if change.id not in self._voided}
        living = {mark.id for found in self._heads.values() for mark in found}
        return living | ({change.id for change in self._changes if change.kind in (ADD, REM, BORN)} & live)

    def _covered(self, seen: Sequence[str]) -> set[str]:
        """Return all that a deleter covers: what he had seen, and what that had replaced."""
        prev = {change.id: change.prev for change in self._changes}
        covered: set[str] = set()
        waiting = list(seen)
        while waiting:
            id_ = waiting.pop()
            if id_ not in covered:
                covered.add(id_)
                waiting += prev.get(id_, ())
        return covered
