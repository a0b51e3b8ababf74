"""What a record shows, folded from its changes alone: values, heads, and whether it is hidden. Reads and writes nothing."""

import json
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import NamedTuple

from desktop_app.domain.entity import Entity
from desktop_app.domain.merge import Mark, heads, hidden, members
from desktop_app.domain.values import Value
from desktop_app.store.tables import ADD, BORN, LIFE, REM


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


_canonical = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def canonical(value: object) -> str:
    """Return a value as canonical JSON."""
    return _canonical.encode(value)


def register_of(entity: Entity, field: str) -> tuple[str, tuple[str, ...]]:
    """Return the register that holds a field, its name and its fields: a group has one register for all."""
    group = entity.groups.get(field)
    return ("+".join(group), group) if group else (field, (field,))


def registers(entity: Entity) -> set[str]:
    """Return all the registers of an entity's records, that of their life included."""
    return {register_of(entity, name)[0] for name in entity.fields} | {LIFE}


class RecordFold:
    """The fold of one record, from all its changes and the ids of those that are retracted."""

    def __init__(self, entity: Entity, changes: Sequence[Change], voided: AbstractSet[str]) -> None:
        self._entity, self._changes, self._voided = entity, changes, voided
        self._births = [change for change in changes if change.kind == BORN]
        self._born = {birth.id for birth in self._births}

    def values(self) -> dict[str, Value]:
        """Return all that the record shows."""
        shown: dict[str, Value] = {}
        for register in registers(self._entity) - {LIFE}:
            shown |= self.register(register)[0]
        return shown

    def register(self, register: str) -> tuple[dict[str, Value], tuple[str, ...]]:
        """Return what a register shows, and the ids of its heads where they say more than the record's birth."""
        names = tuple(register.split("+"))
        if self._entity.fields[names[0]].several:
            return {register: self._members(register)}, ()
        found = self._heads[register]
        told_by_birth = len(found) < 2 and all(mark.id in self._born for mark in found)
        value = json.loads(found[0].value or "null") if found else None
        shown = {register: value} if len(names) == 1 else dict(value or dict.fromkeys(names))
        return shown, () if told_by_birth else tuple(mark.id for mark in found)

    @cached_property
    def _heads(self) -> dict[str, list[Mark]]:
        found: dict[str, list[Mark]] = {}
        for register in registers(self._entity) - {LIFE}:
            names = tuple(register.split("+"))
            if not self._entity.fields[names[0]].several:
                found[register] = heads([*self._marks(register), *self._born_with(names)], self._voided)
        return found

    def _marks(self, register: str) -> list[Mark]:
        return [
            Mark(change.id, frozenset(change.prev), change.value, change.wall)
            for change in self._changes
            if change.field == register
        ]

    def _born_with(self, names: tuple[str, ...]) -> list[Mark]:
        marks = []
        for birth in self._births:
            born = json.loads(birth.value or "{}")
            value = {name: born.get(name) for name in names} if len(names) > 1 else born.get(names[0])
            marks.append(Mark(birth.id, frozenset(), canonical(value), birth.wall))
        return marks

    def _members(self, field: str) -> Value:
        live = [change for change in self._changes if change.id not in self._voided]
        added = [(c.id, json.loads(c.value or "null")) for c in live if c.field == field and c.kind == ADD]
        for birth in live:
            if birth.kind == BORN:
                added += [(birth.id, element) for element in json.loads(birth.value or "{}").get(field) or ()]
        removed = [
            (frozenset(c.prev), json.loads(c.value or "null")) for c in live if c.field == field and c.kind == REM
        ]
        return members(added, removed) or None

    def life_heads(self) -> tuple[str, ...]:
        """Return the ids of the heads of the record's life."""
        return tuple(mark.id for mark in self._life)

    @cached_property
    def _life(self) -> list[Mark]:
        return heads(self._marks(LIFE), self._voided)

    def gone(self) -> bool:
        """Return whether the record is hidden: deleted by somebody who had seen all that lives, or never born."""
        living = {mark.id for found in self._heads.values() for mark in found}
        living |= {change.id for change in self._changes if change.kind == ADD and change.id not in self._voided}
        living -= self._born
        if self._born and self._born <= self._voided and not living:
            return True
        lives = [json.loads(mark.value or "{}") for mark in self._life]
        return hidden(((life["alive"], self._covered(life["seen"]) | self._born) for life in lives), living)

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
