"""A workbook that comes back again, or as two copies that two persons have edited: what the earlier ones said counts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from desktop_app.domain import ENTITIES
from desktop_app.domain.plan import ACCEPT, OPEN, REFUSE, Item, Plan
from desktop_app.domain.values import Value
from desktop_app.domain.words import Words
from desktop_app.store.returns import Return

_SAME_FILE = Words(
    "Ce fichier même a déjà été repris le {day}.",
    "This very file was taken in already on {day}.",
)
_TAKEN_BACK = Words(
    "Ce fichier a déjà été repris le {day}, et la reprise a été annulée : l’appliquer le reprend de nouveau.",
    "This file was taken in on {day}, and that was undone: applying takes it in again.",
)
_CAME_BEFORE = Words(
    "Ce classeur est déjà revenu : « {name} », repris le {day}. Ce qu’il disait alors est pris en compte.",
    "This workbook has come back before: “{name}”, taken in on {day}. What it said then is taken into account.",
)
_DISAGREES = Words(
    "Le retour « {name} » du {day} disait autre chose : {said}. Les deux copies ne sont pas d’accord entre elles.",
    "The return “{name}” of {day} said something else: {said}. The two copies disagree with each other.",
)
_REFUSED = Words("Déjà refusé le {day} (« {name} »).", "Refused already on {day} (“{name}”).")
Shown = Callable[[str, str, Value], str]  # entity, field, value → as people read it
CellName = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """What an earlier return said of a cell, and what became of it."""

    by: Return
    value: Value
    decision: str


def what_is_said(plan: Plan) -> dict[str, Any]:
    """Return what is kept of a return beside its step: how many of each kind, and each cell with what was decided."""
    cells = [
        [item.entity, item.id, item.field, item.theirs, item.decision, item.kind]
        for item in plan.items
        if item.field is not None and not isinstance(item.theirs, dict) and item.kind != "unreadable"
    ]
    cells += [
        [item.entity, item.id, name, value, item.decision, item.kind]
        for item in plan.items
        if item.field is None and isinstance(item.theirs, dict)
        for name, value in item.theirs.items()
    ]
    return {"rows": dict(plan.rows), "cells": dict(plan.cells), "said": cells}


def told(returns: Sequence[Return]) -> dict[CellName, Told]:
    """Return what earlier returns said, by cell; the last one where several spoke of it."""
    found: dict[CellName, Told] = {}
    for one in returns:
        for entity, id_, name, value, decision, _kind in one.said.get("said", ()):
            found[entity, id_, name] = Told(one, tuple(value) if isinstance(value, list) else value, decision)
    return found


def consider_earlier(plan: Plan, returns: Sequence[Return], day: Callable[[int], str], shown: Shown) -> None:
    """Take into account what earlier returns of the same workbook said: nothing is asked twice, no copy wins unseen."""
    plan.notes += [
        _TAKEN_BACK.filled(day=day(one.wall)) for one in returns if one.undone and one.sha256 == plan.sha256
    ][-1:]
    returns = [one for one in returns if not one.undone]
    for one in returns[-3:]:
        words = _SAME_FILE if one.sha256 == plan.sha256 else _CAME_BEFORE
        plan.notes.append(words.filled(day=day(one.wall), name=one.file_name))
    earlier = told(returns)
    for item in plan.items:
        if item.field is None or isinstance(item.theirs, dict):
            continue
        if before := earlier.get((item.entity, item.id, item.field)):
            _weigh(item, before, day, shown)


def _weigh(item: Item, before: Told, day: Callable[[int], str], shown: Shown) -> None:
    said = {"day": day(before.by.wall), "name": before.by.file_name}
    if before.value == item.theirs:
        if before.decision == REFUSE and item.decision in (ACCEPT, OPEN):
            item.decision, item.words = REFUSE, _REFUSED.filled(**said)
        return
    if ENTITIES[item.entity].fields[str(item.field)].several:
        return  # members that two persons add stand side by side
    item.words = _DISAGREES.filled(said=shown(item.entity, str(item.field), before.value), **said)
    if item.kind == "theirs":
        item.kind = "conflicts"
    item.decision = OPEN
