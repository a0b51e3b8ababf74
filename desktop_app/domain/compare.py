"""Three ways: what was sent, what is here now, what came back. Cell by cell, sets by member, groups as one."""

from collections.abc import Mapping
from typing import NamedTuple

from desktop_app.domain.entity import Entity
from desktop_app.domain.values import Value


class Cell(NamedTuple):
    """One cell seen from three sides, what it comes to, and of which kind that is."""

    kind: str  # identical, theirs, ours, same, conflicts
    base: Value
    ours: Value
    theirs: Value


def compare(base: Value, ours: Value, theirs: Value) -> str:
    """Return what happened to a cell: identical, theirs, ours, same (both made the same change) or conflicts."""
    if theirs == base:
        return "identical" if ours == base else "ours"
    if ours == theirs:
        return "same"
    return "theirs" if ours == base else "conflicts"


def merged_set(base: Value, ours: Value, theirs: Value) -> Value:
    """Return our set with what they added and without what they removed."""
    was, here, there = _members(base), _members(ours), _members(theirs)
    return tuple(sorted((here | (there - was)) - (was - there))) or None


def _members(value: Value) -> set[str]:
    return set(value) if isinstance(value, tuple) else set()


def compare_record(
    entity: Entity, base: Mapping[str, Value], ours: Mapping[str, Value], theirs: Mapping[str, Value]
) -> dict[str, Cell]:
    """Return the cells of a record that were sent and came back, by field.

    Sets never disagree: members are added and removed. Fields that only make sense together (start and end, amount and
    currency) disagree as soon as both sides changed one of them differently.
    """
    cells: dict[str, Cell] = {}
    for name, there in theirs.items():
        was, here = base.get(name), ours.get(name)
        if entity.fields[name].several and was not in (there, here):
            result = merged_set(was, here, there)
            cells[name] = Cell("same" if result == here else "theirs", was, here, result)
        else:
            cells[name] = Cell(compare(was, here, there), was, here, there)
    for name, cell in cells.items():
        if cell.kind == "theirs" and _quarrels(entity, name, base, ours, theirs):
            cells[name] = cell._replace(kind="conflicts")
    return cells


def _quarrels(
    entity: Entity, name: str, base: Mapping[str, Value], ours: Mapping[str, Value], theirs: Mapping[str, Value]
) -> bool:
    """Tell whether another field of the same group was changed here otherwise than there."""
    return any(
        other != name and other in base and ours.get(other) != base[other] and theirs.get(other) != ours.get(other)
        for other in entity.groups.get(name, ())
    )


def without_base(ours: Value, theirs: Value) -> str:
    """Return what a cell comes to where nobody knows what was sent: an empty one is filled, another one is asked."""
    if theirs == ours:
        return "identical"
    return "theirs" if ours is None else "conflicts"
