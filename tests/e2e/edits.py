"""The edits that two sides make to the same office, known one by one: 200 by them, 200 by us, 40 on the same cells."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from desktop_app.domain import ENTITIES
from desktop_app.domain.choices import choices
from desktop_app.domain.values import Record, Value

Cell = tuple[str, str, str]  # entity, id, field


@dataclass(frozen=True)
class Edit:
    """One edit: the cell, what is typed, and the value that it means."""

    cell: Cell
    ref: str
    typed: object
    value: Value


@dataclass(frozen=True)
class Edits:
    """What both sides have changed."""

    theirs: dict[Cell, Edit]
    ours: dict[Cell, Value]

    @property
    def both(self) -> set[Cell]:
        """The cells that both have changed."""
        return self.theirs.keys() & self.ours.keys()


# Fields that are typed into, by entity: all kinds of type; letters that Windows' Western code page holds.
_TYPED = {
    "instrument": ("title", "city", "notes", "status", "ends_on"),
    "mission": ("notes", "cost", "cities", "purpose", "ends_on", "partner"),
    "partner": ("city", "website", "notes", "local_name"),
}
_OURS = {
    "instrument": ("title", "city", "notes", "status"),
    "mission": ("notes", "purpose", "payer"),
    "partner": ("city", "website", "notes"),
}


def draw(
    records: Mapping[str, Sequence[Record]], partners: Sequence[Record], count: int = 200, both: int = 40
) -> Edits:
    """Draw the edits of both sides."""
    chance = random.Random(20261122)
    cells = [
        (name, record, field)
        for name, fields in _TYPED.items()
        for record in records[name]
        for field in fields
        if not (field == "ends_on" and len(str(record["ends_on"] or "")) != 10)
    ]
    chance.shuffle(cells)
    theirs: dict[Cell, Edit] = {}
    for number, (name, record, field) in enumerate(cells[:count]):
        typed, value = _typed(name, record, field, number, partners)
        cell = (name, str(record["id"]), field)
        theirs[cell] = Edit(cell, str(record["ref"]), typed, value)
    ours: dict[Cell, Value] = {}
    shared = [cell for cell in theirs if cell[2] in _OURS[cell[0]]][:both]
    for number, cell in enumerate(shared):
        ours[cell] = _ours(cell[2], number, theirs[cell].value)
    for number, (name, record, field) in enumerate(_others(records, theirs, chance)):
        if len(ours) == count:
            break
        ours[name, str(record["id"]), field] = _ours(field, 1000 + number, record[field])
    return Edits(theirs, ours)


def _others(
    records: Mapping[str, Sequence[Record]], theirs: dict[Cell, Edit], chance: random.Random
) -> Iterator[tuple[str, Record, str]]:
    cells = [
        (name, record, field)
        for name, fields in _OURS.items()
        for record in records[name]
        for field in fields
        if (name, str(record["id"]), field) not in theirs
    ]
    chance.shuffle(cells)
    yield from cells


def _typed(name: str, record: Record, field: str, number: int, partners: Sequence[Record]) -> tuple[object, Value]:
    now = record[field]
    if field == "ends_on":
        day = date.fromisoformat(str(now)) + timedelta(days=30)
        return day, day.isoformat()
    if field == "cost":
        return 20_000.5 + number, f"{20_000 + number}.50"
    if field == "cities":
        held = now if isinstance(now, tuple) else ()
        new = f"Villeneuve-lès-{number}"
        return "; ".join((*held, new)), tuple(sorted((*held, new)))
    if field == "partner":
        other = next(one for one in partners[number % 50 :] if one["id"] != now)
        return other["name"], other["id"]
    if field in ("status", "purpose"):
        code = _other_choice(name, field, now)
        return choices(_list(name, field))[code].both, code
    if field == "website":
        return f"https://exemple.org/{number}", f"https://exemple.org/{number}"
    text = f"{now or 'Noté'} – révisé n° {number} à l’été"
    return text, text


def _list(name: str, field: str) -> str:
    return str(ENTITIES[name].fields[field].type.list)  # type: ignore[attr-defined]  # choices only


def _other_choice(name: str, field: str, now: Value, skipped: Value = None) -> str:
    return next(code for code in choices(_list(name, field)) if code not in (now, skipped))


def _ours(field: str, number: int, not_this: Value) -> Value:
    if field in ("status", "purpose", "payer"):
        name = {"status": "instrument"}.get(field, "mission")
        return [code for code in choices(_list(name, field)) if code != not_this][-1]
    if field == "website":
        return f"https://chez-nous.example/{number}"
    return f"Changé ici, n° {number}"
