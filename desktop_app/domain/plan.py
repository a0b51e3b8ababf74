"""What taking a file in would do: plain data that is shown, decided upon, saved, resumed and applied.

Nothing is written while a plan is made. A plan that is applied twice does no harm: what is there already is left alone.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity
from desktop_app.domain.letting_go import Many
from desktop_app.domain.types import Link, Several, Type
from desktop_app.domain.values import Record, Value
from desktop_app.domain.words import Words

KINDS = (
    "identical",  # as it was sent, and still so here
    "theirs",  # changed only there
    "ours",  # changed only here
    "same",  # both made the same change
    "conflicts",  # changed here and there, differently
    "new",
    "missing",  # the row is absent: nothing is done
    "removed",  # removal asked in the sheet
    "unreadable",
    "doubtful",  # understood, but a person must say
    "copied",  # a second row with the same reference
    "old_value",  # a value that the cell had before
)
ACCEPT, REFUSE, OPEN, LATER = "accept", "refuse", "open", "later"

Values = dict[str, Value]


@dataclass(slots=True)
class Item:
    """One thing to decide: a cell, or a whole row where `field` is None.

    `theirs` of a new row holds its values by field. `words` say why it is asked, or what was not understood; `text` is what
    stands in the cell. `decision`: accept, refuse, open, or later (put aside, to be taken up another day). `likes`:
    references of the records that a row may belong to. `behind`: the changes that said what the export had shown in the cell,
    none where the record's birth did; None where nobody knows what was shown.
    """

    kind: str
    entity: str
    id: str
    ref: str
    sheet: str
    cell: str
    field: str | None
    base: Value
    ours: Value
    theirs: Value | Values
    decision: str
    words: Words | None = None
    text: str = ""
    likes: tuple[str, ...] = ()
    behind: tuple[str, ...] | None = ()


def owner_of(item: Item) -> tuple[str, str] | None:
    """Return the record to which a new part belongs: its kind and id; None for a record of its own."""
    entity = ENTITIES[item.entity]
    if entity.owner is None or item.field is not None or not isinstance(item.theirs, dict):
        return None
    for name in (entity.owner, "mission", "event"):
        held, id_ = entity.fields.get(name), item.theirs.get(name)
        if held is not None and isinstance(held.type, Link) and isinstance(id_, str):
            return held.type.entity, id_
    return None


def row_of(item: Item) -> tuple[str, str] | None:
    """Return the record without which an item says nothing: its owner, or that of a cell; None for a record itself."""
    return owner_of(item) or (None if item.field is None else (item.entity, item.id))


def linked_by(item: Item) -> set[tuple[str, str]]:
    """Return the records that what an item gives is linked to: their kinds and ids."""
    values = item.theirs if isinstance(item.theirs, dict) else {item.field or "": item.theirs}
    found = set()
    for name, value in values.items():
        if target := _target(item.entity, name):
            found |= {(target, str(one)) for one in (value if isinstance(value, tuple) else (value,)) if one}
    return found


def needed_by(items: Iterable[Item], new: Iterable[Item]) -> list[Item]:
    """Return those of some new records that others are linked to, directly or through each other."""
    known = {(item.entity, item.id): item for item in new}
    if not known:
        return []  # as of most files: their many items are not gone through
    found: dict[tuple[str, str], Item] = {}
    asked = list(items)
    while asked:
        for key in linked_by(asked.pop()):
            if key in known and key not in found:
                found[key] = known[key]
                asked.append(known[key])
    return list(found.values())


@dataclass(frozen=True, slots=True)
class ColumnRead:
    """How a column of a file was understood: its field, or None where it is kept apart; why, and how surely (0 to 1)."""

    sheet: str
    column: str
    heading: str
    entity: str | None
    field: str | None
    confidence: float
    reason: Words


@dataclass(frozen=True, slots=True)
class Remark:
    """What somebody wrote beside a record, for people; kept with the step."""

    sheet: str
    cell: str
    ref: str
    text: str


@dataclass(slots=True)
class Plan:
    """All that a file says, compared with what was sent and what is here.

    `stopped`: `sorted` or `mass_change`, a person must say first · `kept`: cells of columns that were not understood, by row;
    `kept_for`: the ids of the records of these rows, as far as they are known · `needed`: new records that were taken in
    with a part of the file that was written before, to which what is left is linked: that step may be taken back.
    """

    kind: str  # return, foreign
    file_name: str
    sha256: str = ""
    export: str | None = None
    stopped: str | None = None
    rows: Counter[str] = field(default_factory=Counter)
    cells: Counter[str] = field(default_factory=Counter)
    items: list[Item] = field(default_factory=Many)
    notes: list[Words] = field(default_factory=list)
    columns: list[ColumnRead] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    kept: list[dict[str, str]] = field(default_factory=list)
    kept_for: list[str] = field(default_factory=list)
    needed: list[Item] = field(default_factory=list)

    @property
    def changes(self) -> int:
        """How many items would be written as they are decided now; parts and cells wait for their record."""
        accepted, unborn = [item for item in self.items if item.decision == ACCEPT], self.unborn
        return sum(row_of(item) not in unborn for item in accepted) if unborn else len(accepted)

    @property
    def unborn(self) -> dict[tuple[str, str], str]:
        """The new records that are not accepted, by kind and id, with what was decided of them."""
        found: dict[tuple[str, str], str] = {}
        for item in self.items:
            again = item.kind == "copied" and self.kind == "foreign"  # a record that another row stands for
            if item.field is None and isinstance(item.theirs, dict) and not again and item.decision != ACCEPT:
                found[item.entity, item.id] = item.decision
        return found

    @property
    def coming(self) -> dict[str, tuple[Entity, Record]]:
        """The records that would be added, by id, with their kind: what values link to before it is here."""
        return {
            item.id: (ENTITIES[item.entity], item.theirs)
            for item in (*self.needed, *self.items)
            if item.field is None and isinstance(item.theirs, dict)
        }

    def keep_beside(self, id_: str, row: str, cells: Mapping[str, str]) -> None:
        """Keep what a row says beside the fields of its record, where that is known."""
        self.kept.append({"row": row, **cells})
        self.kept_for.append(id_)

    def resolve(self, how: str) -> None:
        """Decide all conflicts alike: `ours`, `theirs`, or `ask`, which leaves them open."""
        decision = {"ours": REFUSE, "theirs": ACCEPT, "ask": OPEN}[how]
        for item in self.items:
            if item.kind == "conflicts":
                item.decision = decision

    def stop(self, why: str) -> None:
        """Stop for a question: nothing is accepted until a person has answered it."""
        self.stopped = why
        self.open_all()

    def open_all(self) -> None:
        """Accept nothing in advance: a person looks at everything first."""
        for item in self.items:
            if item.decision == ACCEPT:
                item.decision = OPEN

    def go_on(self) -> None:
        """Go on after the person said that the file is right: what is safe is accepted again."""
        self.stopped = None
        for item in self.items:
            if item.decision == OPEN and item.kind in ("theirs", "new", "removed") and item.words is None:
                item.decision = ACCEPT


Named = Callable[[str, str], str]


def to_json(plan: Plan, reference: Named | None = None) -> dict[str, Any]:
    """Return a plan as JSON data; `reference` turns a linked record (entity, id) into what people read."""
    return {
        "kind": plan.kind, "file_name": plan.file_name, "sha256": plan.sha256, "export": plan.export,
        "stopped": plan.stopped, "rows": _counts(plan.rows), "cells": _counts(plan.cells),
        "items": [_as_data(item, reference) for item in plan.items],
        "notes": [words._asdict() for words in plan.notes],
        "columns": [{**asdict(column), "reason": column.reason._asdict()} for column in plan.columns],
        "remarks": [asdict(remark) for remark in plan.remarks], "kept": plan.kept,
        "kept_for": plan.kept_for, "needed": [_as_data(item, reference) for item in plan.needed],
    }  # fmt: skip


def _as_data(item: Item, reference: Named | None) -> dict[str, Any]:
    held = asdict(item)
    for side in ("base", "ours", "theirs"):
        held[side] = _said(item.entity, item.field, held[side], reference)
    return held


def _counts(counter: Counter[str]) -> dict[str, int]:
    return {kind: counter.get(kind, 0) for kind in KINDS}


def from_json(data: Mapping[str, Any], identify: Callable[[str, str], str | None] | None = None) -> Plan:
    """Return a plan from its JSON data; `identify` turns a reference (entity, text) back into an id."""
    items = [_from_data(held, identify) for held in data["items"]]
    return Plan(
        data["kind"], data["file_name"], data["sha256"], data["export"], data["stopped"], Counter(data["rows"]),
        Counter(data["cells"]), items, [Words(**words) for words in data["notes"]],
        [ColumnRead(**{**column, "reason": Words(**column["reason"])}) for column in data["columns"]],
        [Remark(**remark) for remark in data["remarks"]], list(data["kept"]),
        list(data.get("kept_for", ())), [_from_data(held, identify) for held in data.get("needed", ())],
    )  # fmt: skip


def _from_data(held: Mapping[str, Any], identify: Callable[[str, str], str | None] | None) -> Item:
    sides = {side: _heard(held["entity"], held["field"], held[side], identify) for side in ("base", "ours", "theirs")}
    words, behind = held["words"], held.get("behind", ())
    more = {"likes": tuple(held.get("likes", ())), "behind": None if behind is None else tuple(behind)}
    return Item(**{**held, **sides, **more, "words": Words(*words) if words else None})


def _said(entity: str, field_: str | None, value: Any, reference: Named | None) -> Any:
    if isinstance(value, dict):
        return {name: _said(entity, name, one, reference) for name, one in value.items()}
    target = _target(entity, field_)
    if isinstance(value, tuple | list):
        return [reference(target, str(one)) if target and reference else one for one in value]
    return reference(target, str(value)) if value and target and reference else value


def _heard(entity: str, field_: str | None, value: Any, identify: Callable[[str, str], str | None] | None) -> Any:
    if isinstance(value, dict):
        return {name: _heard(entity, name, one, identify) for name, one in value.items()}
    target = _target(entity, field_)
    if isinstance(value, list):
        return tuple(sorted((identify(target, one) or one) if target and identify else one for one in value))
    return (identify(target, str(value)) or value) if value and target and identify else value


def _target(entity: str, field_: str | None) -> str | None:
    held = ENTITIES[entity].fields.get(field_ or "") if entity in ENTITIES else None
    type_: Type | None = held.type if held else None
    if isinstance(type_, Several):
        type_ = type_.of
    return type_.entity if isinstance(type_, Link) else None
