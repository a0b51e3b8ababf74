"""The journal folded from nothing by the domain alone: what the tables must hold after any sequence of edits."""

import json
from collections import defaultdict
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Connection

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity
from desktop_app.domain.merge import Mark, heads, hidden, members
from desktop_app.domain.values import Value

_SET, _ADD, _REM, _VOID, _BORN = 1, 2, 3, 4, 5
Rows = dict[tuple[str, str], tuple[bool, dict[str, Value]]]


class Fact(NamedTuple):
    """A line of the journal."""

    id: str
    kind: int
    tbl: str
    row: str
    field: str | None
    value: object
    wall: int
    prev: frozenset[str]


def journal(connection: Connection) -> list[Fact]:
    """Read the whole journal as it stands in the file."""
    raw: Any = connection.connection.driver_connection
    prev: dict[bytes, set[str]] = defaultdict(set)
    for id_, before in raw.execute("SELECT id, prev FROM change_prev"):
        prev[id_].add(before.hex())
    lines = raw.execute("SELECT id, kind, tbl, row, field, value, wall FROM change ORDER BY seq")
    return [_fact(*line, frozenset(prev.get(line[0], ()))) for line in lines]


@lru_cache(maxsize=8_192)  # a state machine reads the same lines after each of its steps
def _fact(
    id_: bytes, kind: int, tbl: str, row: bytes | None, field: str | None, value: str | None, wall: int,
    prev: frozenset[str],
) -> Fact:  # fmt: skip
    return Fact(id_.hex(), kind, tbl, row.hex() if row else "", field, json.loads(value or "null"), wall, prev)


def retracted(facts: list[Fact]) -> set[str]:
    """Return which changes a live retraction takes back; a retraction only names changes older than itself."""
    gone: set[str] = set()
    for fact in reversed(facts):
        if fact.kind == _VOID and fact.id not in gone:
            gone |= fact.prev
    return gone


def fold(facts: list[Fact], only: set[str]) -> Rows:
    """Return what each record of some entities shows: whether it is hidden, and its values."""
    gone = retracted(facts)
    by_row: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.tbl in only:
            by_row[fact.tbl, fact.row].append(fact)
    return {key: _record(ENTITIES[key[0]], held, gone) for key, held in by_row.items()}


def _record(entity: Entity, facts: list[Fact], gone: set[str]) -> tuple[bool, dict[str, Value]]:
    births = {fact.id: fact for fact in facts if fact.kind == _BORN}
    values: dict[str, Value] = {}
    living: set[str] = set()
    for name in entity.fields:
        if entity.fields[name].several:
            values[name] = _members(facts, births, name, gone)
        else:
            group = entity.groups.get(name, (name,))
            found = heads(_marks(facts, births, group), gone)
            living |= {mark.id for mark in found} - births.keys()
            held = json.loads(found[0].value or "null") if found else None
            values[name] = (held or {}).get(name) if len(group) > 1 else held
    living |= {fact.id for fact in facts if fact.kind == _ADD and fact.id not in gone}
    return _hidden(facts, births, living, gone), values


def _marks(facts: list[Fact], births: dict[str, Fact], group: tuple[str, ...]) -> list[Mark]:
    register = "+".join(group)
    marks = [Mark(fact.id, fact.prev, json.dumps(fact.value), fact.wall) for fact in facts if fact.field == register]
    for birth in births.values():
        born = birth.value if isinstance(birth.value, dict) else {}
        value = {name: born.get(name) for name in group} if len(group) > 1 else born.get(group[0])
        marks.append(Mark(birth.id, frozenset(), json.dumps(value), birth.wall))
    return marks


def _members(facts: list[Fact], births: dict[str, Fact], name: str, gone: set[str]) -> Value:
    live = [fact for fact in facts if fact.id not in gone]
    added = [(fact.id, str(fact.value)) for fact in live if fact.kind == _ADD and fact.field == name]
    for id_, birth in births.items():
        if id_ not in gone and isinstance(birth.value, dict):
            added += [(id_, element) for element in birth.value.get(name) or ()]
    removed = [(fact.prev, str(fact.value)) for fact in live if fact.kind == _REM and fact.field == name]
    return members(added, removed) or None


def _hidden(facts: list[Fact], births: dict[str, Fact], living: set[str], gone: set[str]) -> bool:
    if births and births.keys() <= gone and not living:
        return True
    prev = {fact.id: fact.prev for fact in facts}
    marks = [Mark(fact.id, fact.prev, json.dumps(fact.value), fact.wall) for fact in facts if fact.field == "_row"]
    lives = []
    for mark in heads(marks, gone):
        life = json.loads(mark.value or "{}")
        seen, waiting = set(births), list(life["seen"])
        while waiting:
            id_ = waiting.pop()
            if id_ not in seen:
                seen.add(id_)
                waiting += prev.get(id_, ())
        lives.append((life["alive"], seen))
    return hidden(lives, living)
