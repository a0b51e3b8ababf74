"""Bringing back what records said on another day: one record with its parts, or all that has changed since, as one step.

What was added since stays: nothing that somebody has entered is lost by going back.
"""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from desktop_app.domain import ENTITIES, REFERENCE
from desktop_app.domain.entity import Entity
from desktop_app.domain.progress import Progress
from desktop_app.domain.values import Record, Value
from desktop_app.store.queries import Filter, Query

if TYPE_CHECKING:
    from desktop_app.store.base import Store
    from desktop_app.store.edit import Edit

_BLOCK = 5_000
_LEFT_ALONE = frozenset(entity.name for entity in REFERENCE) | {"saved_view"}
Wanted = Mapping[str, Collection[str]]  # ids by entity


def with_parts(past: "Store", entity: Entity, id_: str) -> dict[str, list[str]]:
    """Return a record and what was edited inside it then, by entity."""
    found = {entity.name: [id_]}
    for part in ENTITIES.values():
        if part.owner is not None and part.owner in part.fields and _belongs(part, entity):
            query = Query(part, (Filter(part.owner, "is", id_),))
            ids = [str(record["id"]) for record in past.records(query)]
            if ids:
                found[part.name] = ids
    return found


def _belongs(part: Entity, entity: Entity) -> bool:
    return getattr(part.fields[str(part.owner)].type, "entity", None) == entity.name


def differing(store: "Store", past: "Store", day: str) -> dict[str, list[str]]:
    """Return the records that were there at the end of a day and are gone, or say something else now, by entity."""
    found: dict[str, list[str]] = {}
    for name, ids in store.touched_since(day).items():
        if name in _LEFT_ALONE:
            continue
        entity = ENTITIES[name]
        then = past.many(entity, ids)
        now = store.many(entity, then)
        if changed := [id_ for id_, record in then.items() if _differs(entity, record, now.get(id_))]:
            found[name] = sorted(changed)
    return found


def _differs(entity: Entity, then: Record, now: Record | None) -> bool:
    return now is None or any(then.get(name) != now.get(name) for name in entity.fields)


def bring_back(edit: "Edit", store: "Store", past: "Store", wanted: Wanted, step: Progress | None = None) -> int:
    """Write what records said in the past, those that were deleted since included; return how many that are."""
    total, done = sum(map(len, wanted.values())), 0
    changed = 0
    for name in sorted(wanted, key=list(ENTITIES).index):
        entity, ids = ENTITIES[name], list(wanted[name])
        for start in range(0, len(ids), _BLOCK):
            changed += _bring_back(edit, store, past, entity, ids[start : start + _BLOCK])
            done += len(ids[start : start + _BLOCK])
            if step:
                step(done, total)
    return changed


def _bring_back(edit: "Edit", store: "Store", past: "Store", entity: Entity, ids: list[str]) -> int:
    then = past.many(entity, ids)
    now = store.many(entity, then)
    there: dict[str, dict[str, Value]] = {}
    changed = 0
    for id_, record in then.items():
        if not _differs(entity, record, now.get(id_)):
            continue
        changed += 1
        values = {name: record.get(name) for name in entity.fields}
        if id_ in now:
            there[id_] = values
        else:
            edit.add(entity, {name: value for name, value in values.items() if value is not None}, id_)
    edit.update_many(entity, there)
    return changed
