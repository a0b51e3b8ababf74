"""What a step would do to many records, before it is done: each cell old → new, and what was not understood.

A plan is data: it is made on the worker, shown, and written as one step.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.dates_range import read_range
from desktop_app.domain.entity import Entity, Field
from desktop_app.domain.progress import Progress
from desktop_app.domain.types import Day
from desktop_app.domain.values import Reading, Record, Unreadable, Value
from desktop_app.domain.words import Words
from desktop_app.gui.editing.step import with_currency
from desktop_app.gui.editing.target import Target

if TYPE_CHECKING:
    from desktop_app.store.base import Store
    from desktop_app.store.edit import Edit

Values = dict[str, Value]
BLOCK = 100


class Line(NamedTuple):
    """One cell of a plan. Without an id the record is to be created; with a `problem` the cell stays as it is."""

    id: str
    name: str
    field: Field
    before: Value
    after: Value
    raw: str = ""  # what was given, where it is not what will be written
    problem: Words | None = None


@dataclass
class Plan:
    """What a step will do; `aside`: how many cells that were copied find no column; `refused`: how many rows lack a value."""

    entity: Entity
    words: Words
    updates: dict[str, Values] = field(default_factory=dict)
    births: list[Values] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    aside: int = 0
    refused: int = 0

    @property
    def problems(self) -> list[Line]:
        """The cells that stay as they are."""
        return [line for line in self.lines if line.problem is not None]

    @property
    def changes(self) -> int:
        """How many cells will change."""
        return sum(line.problem is None for line in self.lines)

    @property
    def records(self) -> int:
        """How many records will change or be created."""
        return len(self.updates) + len(self.births)

    def write(self, edit: "Edit", step: Progress) -> None:
        """Write everything."""
        ids, total = list(self.updates), self.records
        for start in range(0, len(ids), BLOCK):
            step(start, total)
            edit.update_many(self.entity, {id_: self.updates[id_] for id_ in ids[start : start + BLOCK]})
        for number, values in enumerate(self.births):
            if number % BLOCK == 0:
                step(len(ids) + number, total)
            edit.add(self.entity, values)


class Planner:
    """Collects a plan, record by record, on the worker."""

    def __init__(self, store: "Store", entity: Entity, lang: str) -> None:
        self.store, self.entity, self.lang = store, entity, lang
        self._found: dict[tuple[str, str], str | None] = {}
        self.reading = Reading(lang, self._resolve)
        self.today = date.today()  # noqa: DTZ011  (the office's own day)

    def _resolve(self, entity: str, text: str) -> str | None:
        """Find a linked record once, however many cells name it."""
        if (entity, text) not in self._found:
            self._found[entity, text] = self.store.resolve(entity, text)
        return self._found[entity, text]

    def read(self, target: Target, text: str) -> Values:
        """Read what was written for a cell, two dates too where the cell has a last day beside it; raises Unreadable."""
        name, type_ = target.field.name, target.field.type
        try:
            return {name: type_.read(text, self.reading)}
        except Unreadable as unreadable:
            if not isinstance(type_, Day):
                raise
            first, last = _typed(text, self.today, unreadable)
            if last and target.until is None:
                raise
            return {name: first, target.until.name: last} if last and target.until else {name: first}

    def records(self, numbers: Sequence[int]) -> list[dict[str, Value]]:
        """Return records by their numbers, with the names of what they are linked to fetched for all of them at once."""
        found = self.store.page(self.entity, numbers)
        self.store.names.fetch(self.entity, found)
        return found

    def name(self, record: Record) -> str:
        """Return what a record is called."""
        from desktop_app.domain.naming import title

        # The first alternative that is filled is the name; only what it links to must be known.
        named = next((names for names in self.entity.title if any(record.get(one) for one in names)), ())
        self.store.names.fetch(self.entity, [{one: record.get(one) for one in named}], depth=1)
        return title(self.entity, record, self.store.names.showing(self.lang))

    def change(
        self, plan: Plan, record: Record, values: Mapping[str, Value], raw: Mapping[str, str] | None = None
    ) -> None:
        """Add to a plan what is different; a field that must be filled in is not emptied."""
        id_, name = str(record["id"]), self.name(record)
        self.store.names.fetch(self.entity, [values], depth=1)
        for one, value in with_currency(self.entity, record, values).items():
            made, before = self.entity.fields[one], record.get(one)
            if value == before:
                continue
            problem = _to_fill(made) if made.required and value in (None, "", ()) else None
            plan.lines.append(Line(id_, name, made, before, value, (raw or {}).get(one, ""), problem))
            if problem is None:
                plan.updates.setdefault(id_, {})[one] = value


def _typed(text: str, today: date, otherwise: Unreadable) -> tuple[str, str | None]:
    try:
        return read_range(text, today)
    except Unreadable:
        raise otherwise from None


def _to_fill(made: Field) -> Words:
    return Words(f"« {made.fr} » est à remplir.", f"“{made.en}” must be filled in.")


def missing(entity: Entity, values: Mapping[str, Value]) -> list[Field]:
    """Return what a new record still needs."""
    return [made for made in entity if made.required and values.get(made.name) in (None, "", ())]


def words_of_many(entity: Entity, fields: Iterable[Field], count: int) -> Words:
    """Return the name of a step over many records: “Status of 12 missions”."""
    named = list(dict.fromkeys(made.words for made in fields))
    fr = named[0].fr if len(named) == 1 else f"{len(named)} colonnes"
    en = named[0].en if len(named) == 1 else f"{len(named)} columns"
    return Words(
        f"{fr} de {_some(count, entity.one.fr, entity.fr)}", f"{en} of {_some(count, entity.one.en, entity.en)}"
    )


def some_words(entity: Entity, count: int) -> Words:
    """Return some records in words: “12 missions”."""
    return Words(_some(count, entity.one.fr, entity.fr), _some(count, entity.one.en, entity.en))


def _some(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many.lower()}"
