"""The fold: what a cell shows, as a pure function of the set of its changes, whatever their order of arrival.

A change names those that it replaces (`prev`): exactly what its author had on screen. A change that no live change
replaces is a *head*; several heads with different values are a disagreement. What is retracted counts for nothing, and
supersession looks through it to what it had replaced.
"""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """A change as the fold sees it: its id, the ids that it replaces, its value as canonical JSON, its wall time."""

    id: str
    prev: frozenset[str]
    value: str | None
    wall: int = 0


def heads(marks: Iterable[Mark], voided: AbstractSet[str]) -> list[Mark]:
    """Return the live changes of a cell that no other live change replaces, the one to display first.

    The one displayed has the latest wall time, then the largest id: a choice that every office makes alike.
    """
    by_id = {mark.id: mark for mark in marks}
    replaced: set[str] = set()
    for mark in by_id.values():
        if mark.id not in voided:
            replaced |= _replaced(mark, by_id, voided)
    live = [mark for id_, mark in by_id.items() if id_ not in voided and id_ not in replaced]
    return sorted(live, key=lambda mark: (mark.wall, mark.id), reverse=True)


def _replaced(mark: Mark, by_id: Mapping[str, Mark], voided: AbstractSet[str]) -> set[str]:
    """Return all that a change replaces, looking through what is retracted."""
    found: set[str] = set()
    waiting = list(mark.prev)
    while waiting:
        id_ = waiting.pop()
        if id_ in found:
            continue
        found.add(id_)
        if id_ in voided and id_ in by_id:
            waiting += by_id[id_].prev
    return found


def members(additions: Iterable[tuple[str, str]], removals: Iterable[tuple[frozenset[str], str]]) -> tuple[str, ...]:
    """Return the members of a set: an element lives while one of its additions is not cancelled.

    additions: (id of the change, element); removals: (ids of the additions that it cancels, element); live ones only.
    """
    cancelled = {(id_, element) for ids, element in removals for id_ in ids}
    return tuple(sorted({element for id_, element in additions if (id_, element) not in cancelled}))


def hidden(life: Iterable[tuple[bool, AbstractSet[str]]], living: AbstractSet[str]) -> bool:
    """Return whether a record is hidden: each head of its life deletes it, and each live head was seen by a deleter.

    life: for each head of the record's life, (alive, changes that its author had seen); living: heads of its cells.
    """
    registers = list(life)
    if not registers or any(alive for alive, _seen in registers):
        return False
    return living <= set().union(*(seen for _alive, seen in registers))
