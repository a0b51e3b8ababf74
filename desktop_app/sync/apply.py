"""Writing what was accepted in a plan: one edit, one undo step, with the answers kept beside it."""

import json
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

from desktop_app.domain import ENTITIES
from desktop_app.domain.plan import ACCEPT, Item, Plan
from desktop_app.domain.refused import Refused
from desktop_app.domain.words import Words
from desktop_app.store.base import Changes, Edit, Source, Store

if TYPE_CHECKING:
    from desktop_app.domain.values import Value

_STOPPED = {
    "sorted": Words(
        "Des lignes semblent avoir été triées sans leur référence : dites d’abord si le fichier est juste.",
        "Rows seem to have been sorted without their reference: say first whether the file is right.",
    ),
    "mass_change": Words(
        "Une colonne entière a changé selon une même règle : dites d’abord si c’est voulu.",
        "A whole column was changed by one rule: say first whether that is meant.",
    ),
}
# Items that write nothing, whatever was answered.
_SILENT = ("missing",)


@dataclass(slots=True)
class Applied:
    """What was written, and the items left open since the record changed after the plan was made."""

    changes: Changes
    left: list[Item] = field(default_factory=list)


def apply_plan(store: Store, plan: Plan, progress: Callable[[int, int], None] | None = None) -> Applied:
    """Write what a plan accepts as one step; what is there already is left alone. Raises Refused while it is stopped."""
    if plan.stopped:
        raise Refused(_STOPPED[plan.stopped])
    words = Words(f"Reprendre « {plan.file_name} »", f"Take in “{plan.file_name}”")
    source = Source(plan.file_name, plan.sha256, plan.export, decisions(plan))
    with store.edit(words, source) as edit:
        applied = Applied(edit.changes)
        accepted = [item for item in plan.items if item.decision == ACCEPT and item.kind not in _SILENT]
        _add(edit, accepted, progress)
        _change(store, edit, accepted, applied)
        _remove(store, edit, accepted)
    if plan.export:
        store.mark_returned(plan.export)
    return applied


def _add(edit: Edit, accepted: Iterable[Item], progress: Callable[[int, int], None] | None) -> None:
    """Add the new records, those first that others may be linked to."""
    new = [item for item in accepted if item.field is None and isinstance(item.theirs, dict)]
    order = {name: place for place, name in enumerate(ENTITIES)}
    for count, item in enumerate(sorted(new, key=lambda item: order[item.entity])):
        assert isinstance(item.theirs, dict)  # noqa: S101  # told to the type checker
        edit.add(ENTITIES[item.entity], item.theirs, item.id or None)
        if progress and count % 500 == 0:
            progress(count, len(new))


def _change(store: Store, edit: Edit, accepted: Iterable[Item], applied: Applied) -> None:
    """Change cells, record by record; a cell that is no longer as the plan saw it stays for a person."""
    records: dict[tuple[str, str], list[Item]] = {}
    for item in accepted:
        # Accepting what was not understood writes nothing, unless somebody has put a value in its place.
        understood = item.kind != "unreadable" or item.theirs is not None
        if item.field is not None and understood and not isinstance(item.theirs, dict):
            records.setdefault((item.entity, item.id), []).append(item)
    by_entity: dict[str, set[str]] = {}
    for name, id_ in records:
        by_entity.setdefault(name, set()).add(id_)
    current = {
        (name, id_): record
        for name, ids in by_entity.items()
        for id_, record in store.many(ENTITIES[name], ids).items()
    }
    edit.flush()
    changed: dict[str, dict[str, dict[str, Value]]] = {}
    for (name, id_), items in records.items():
        entity, now = ENTITIES[name], current.get((name, id_))
        values: dict[str, Value] = {}
        for item in items:
            # None where the record was deleted here, or is new in this very plan.
            here = (now or {}).get(str(item.field))
            if here in (item.ours, item.theirs):
                values[str(item.field)] = item.theirs  # type: ignore[assignment]  # dicts were left out above
            else:
                applied.left.append(item)
        if now is not None or any(id_ in ids for ids in edit.changes.added.values()):
            changed.setdefault(name, {})[id_] = values
        elif values:
            edit.add(entity, values, id_)  # deleted here: accepting brings it back
    for name, wanted in changed.items():
        edit.update_many(ENTITIES[name], wanted)


def _remove(store: Store, edit: Edit, accepted: Iterable[Item]) -> None:
    for item in accepted:
        if item.kind == "removed" and store.get(ENTITIES[item.entity], item.id) is not None:
            edit.delete(ENTITIES[item.entity], item.id)


def decisions(plan: Plan) -> str:
    """Return what is kept beside the step: counts, answers that were not the obvious ones, remarks, columns left aside."""
    answered = [
        {"entity": item.entity, "ref": item.ref, "cell": item.cell, "field": item.field, "kind": item.kind,
         "decision": item.decision, "text": item.text}
        for item in plan.items
        if item.kind not in ("theirs", "new", "missing") or item.decision != ACCEPT
        if item.kind != "missing"
    ]  # fmt: skip
    return json.dumps(
        {
            "rows": Counter(plan.rows), "cells": Counter(plan.cells), "answers": answered[:5_000],
            "remarks": [asdict(remark) for remark in plan.remarks],
            "left_aside": [[column.sheet, column.column, column.heading] for column in plan.columns if column.field is None],
            "kept": plan.kept,
        },
        ensure_ascii=False,
    )  # fmt: skip
