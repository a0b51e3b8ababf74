"""Writing what was accepted in a plan: one edit, one undo step, with the answers kept beside it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field

from desktop_app.domain import ENTITIES, long_json
from desktop_app.domain.ids import derived_id
from desktop_app.domain.plan import ACCEPT, OPEN, REFUSE, Item, Plan, needed_by, row_of
from desktop_app.domain.progress import Progress
from desktop_app.domain.refused import Refused
from desktop_app.domain.values import Record, Value
from desktop_app.domain.words import Words
from desktop_app.store.base import Changes, Edit, Source, Store
from desktop_app.store.births import prepare
from desktop_app.store.giving_way import in_turn
from desktop_app.store.returns import Return
from desktop_app.store.telling import ACCEPTED, LEFT_OPEN, REFUSED, Told
from desktop_app.sync.earlier import what_is_said
from desktop_app.sync.meanings import remember

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
    """What was written, and the items left open since the record changed after the plan was made.

    `waiting`: accepted parts of records of which nobody has said yet whether they are taken in.
    """

    changes: Changes
    left: list[Item] = field(default_factory=list)
    waiting: list[Item] = field(default_factory=list)


def apply_plan(store: Store, plan: Plan, progress: Progress | None = None) -> Applied:
    """Write what a plan accepts as one step; what is there already is left alone. Raises Refused while it is stopped."""
    if plan.stopped:
        raise Refused(_STOPPED[plan.stopped])
    words = Words(f"Reprendre « {plan.file_name} »", f"Take in “{plan.file_name}”")
    source = Source(plan.file_name, plan.sha256, plan.export, decisions(plan))
    with store.edit(words, source) as edit:
        applied = Applied(edit.changes)
        accepted = [item for item in in_turn(plan.items) if item.decision == ACCEPT and item.kind not in _SILENT]
        accepted = [*_taken_back(store, plan, accepted), *accepted]
        accepted = _with_record(store, plan, accepted, applied)
        _add(edit, accepted, plan.sha256, progress)
        cells = [item for item in accepted if _is_cell(item)]
        if plan.kind == "return":
            cells += [item for item in plan.items if _is_cell(item) and _is_answered(item)]
        _change(store, edit, cells, applied, based=plan.kind == "return")
        _remove(store, edit, accepted)
    remember(store, accepted)
    if plan.kind == "return":
        step = applied.changes.batch if applied.changes.entities else 0
        store.ledger.add_return(
            Return(plan.export, store.wall(), plan.file_name, plan.sha256, step, store.author, what_is_said(plan))
        )
    if plan.export:
        store.ledger.mark_returned(plan.export)
    return applied


def _taken_back(store: Store, plan: Plan, accepted: Iterable[Item]) -> list[Item]:
    """Return the new records that were written with an earlier part of the file, are gone again, and are linked to now."""
    needed = needed_by(accepted, plan.needed)
    kinds = {item.entity for item in needed}
    here = {kind: store.many(ENTITIES[kind], [one.id for one in needed if one.entity == kind]) for kind in kinds}
    return [item for item in needed if item.id not in here[item.entity]]


def _with_record(store: Store, plan: Plan, accepted: Iterable[Item], applied: Applied) -> list[Item]:
    """Return the items without the parts and cells of records that are not taken in: they wait, or go with the refused one."""
    taken, unborn = list(accepted), plan.unborn
    born = {(item.entity, item.id) for item in taken if item.field is None and isinstance(item.theirs, dict)}
    found = []
    # What belongs to a part that is left out is left out as well.
    for item in sorted(taken, key=lambda item: item.field is not None):
        row = row_of(item)
        known = row is None or row in born or not (row in unborn or (plan.kind == "foreign" and item.field is None))
        if known or row is None or store.get(ENTITIES[row[0]], row[1]) is not None:
            found.append(item)
            continue
        if unborn.get(row) == REFUSE:
            item.decision = REFUSE
        else:
            applied.waiting.append(item)
        if item.field is None:
            born.discard((item.entity, item.id))
            unborn[item.entity, item.id] = item.decision if item.decision == REFUSE else OPEN
    return found


def _add(edit: Edit, accepted: Iterable[Item], sha256: str, progress: Progress | None) -> None:
    """Add the new records, those first that others may be linked to."""
    new = [item for item in in_turn(accepted) if item.field is None and isinstance(item.theirs, dict)]
    order = {name: place for place, name in enumerate(ENTITIES)}
    for count, item in enumerate(in_turn(sorted(new, key=lambda item: order[item.entity]))):
        assert isinstance(item.theirs, dict)  # noqa: S101  # told to the type checker
        # Whoever reads the same file makes the same record.
        id_ = item.id or (derived_id("row", sha256, item.sheet, item.cell) if sha256 else None)
        if item.kind == "unreadable":
            id_ = prepare(ENTITIES[item.entity], item.theirs).id  # whom it names was only said now
        edit.add(ENTITIES[item.entity], item.theirs, id_, told=id_ is not None)
        if progress and count % 500 == 0:
            progress(count, len(new))


def _change(store: Store, edit: Edit, items: Iterable[Item], applied: Applied, *, based: bool) -> None:
    """Change cells, record by record; a cell that is no longer as the plan saw it stays for a person."""
    records: dict[str, dict[str, list[Item]]] = {}
    for item in items:
        records.setdefault(item.entity, {}).setdefault(item.id, []).append(item)
    edit.flush()
    for name, wanted in records.items():
        entity, current = ENTITIES[name], store.many(ENTITIES[name], wanted)
        born = edit.changes.added.get(name, set())
        changed: dict[str, dict[str, Value]] = {}
        told: dict[str, list[Told]] = {}
        for id_, found in wanted.items():
            now = current.get(id_)
            fresh = [item for item in found if _is_fresh(item, now, applied)]
            if now is not None and based:
                told[id_] = [_told(item) for item in fresh]
                continue
            values = {str(item.field): item.theirs for item in fresh if item.decision == ACCEPT}
            if now is not None or id_ in born:
                changed[id_] = values  # type: ignore[assignment]  # whole rows were left out
            elif values:
                edit.add(entity, values, id_)  # type: ignore[arg-type]  # deleted here: accepting brings it back
        edit.tell(entity, {id_: cells for id_, cells in told.items() if cells})
        edit.update_many(entity, changed)


def _is_fresh(item: Item, now: Record | None, applied: Applied) -> bool:
    """Return whether a cell is still as the plan saw it; it is noted where it is not, and was to change."""
    # None where the record was deleted here, or is new in this very plan.
    if (now or {}).get(str(item.field)) in (item.ours, item.theirs):
        return True
    if item.decision == ACCEPT:
        applied.left.append(item)
    return False


def _told(item: Item) -> Told:
    answer = {ACCEPT: ACCEPTED, REFUSE: REFUSED}.get(item.decision, LEFT_OPEN)
    return Told(str(item.field), item.base, item.theirs, answer, item.behind)  # type: ignore[arg-type]  # whole rows were left out


def _is_answered(item: Item) -> bool:
    """Return whether a value that is not accepted is written all the same: refused for good, or left open on purpose."""
    if item.decision == REFUSE:
        return item.kind in ("theirs", "conflicts", "old_value")
    return item.decision == OPEN and item.kind == "conflicts" and item.words is None


def _is_cell(item: Item) -> bool:
    # Accepting what was not understood writes nothing, unless somebody has put a value in its place.
    understood = item.kind != "unreadable" or item.theirs is not None
    return item.field is not None and understood and not isinstance(item.theirs, dict)


def _remove(store: Store, edit: Edit, accepted: Iterable[Item]) -> None:
    for item in accepted:
        if item.kind == "removed" and store.get(ENTITIES[item.entity], item.id) is not None:
            edit.delete(ENTITIES[item.entity], item.id)


def decisions(plan: Plan) -> str:
    """Return what is kept beside the step: counts, answers that were not the obvious ones, remarks, columns left aside."""
    answered = [
        {"entity": item.entity, "ref": item.ref, "cell": item.cell, "field": item.field, "kind": item.kind,
         "decision": item.decision, "text": item.text}
        for item in in_turn(plan.items)
        if item.kind not in ("theirs", "new", "missing") or item.decision != ACCEPT
        if item.kind != "missing"
    ]  # fmt: skip
    return long_json.write(
        {
            "rows": Counter(plan.rows), "cells": Counter(plan.cells), "answers": answered[:5_000],
            "notes": [words._asdict() for words in plan.notes], "remarks": [asdict(remark) for remark in plan.remarks],
            "left_aside": [[column.sheet, column.column, column.heading] for column in plan.columns if column.field is None],
            "kept": plan.kept, "kept_for": plan.kept_for,
        }
    )  # fmt: skip
