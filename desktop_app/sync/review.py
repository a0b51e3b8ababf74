"""A file under review: its plan, in categories and by record, what was decided, and the way back from each decision.

Nothing here writes to the base; the page shows it, the shelf keeps it until it is applied.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from desktop_app.domain import ENTITIES
from desktop_app.domain.letting_go import Many
from desktop_app.domain.plan import ACCEPT, LATER, OPEN, REFUSE, Item, Plan, Values, needed_by, owner_of
from desktop_app.domain.values import Value

# The categories of the tiles, in the order in which they ask for attention.
CONFLICTS, UNREAD, THEIRS, NEW, REMOVED, MISSING = "conflicts", "unread", "theirs", "new", "removed", "missing"
ASIDE = "aside"  # put aside, whatever they are
CATEGORIES = (CONFLICTS, UNREAD, THEIRS, NEW, REMOVED, MISSING, ASIDE)
_CATEGORY = {
    "conflicts": CONFLICTS, "old_value": CONFLICTS, "unreadable": UNREAD, "doubtful": UNREAD, "theirs": THEIRS,
    "new": NEW, "copied": NEW, "removed": REMOVED, "missing": MISSING,
}  # fmt: skip


class Decided(NamedTuple):
    """What an item was decided to be: accepted, refused or open, and the value that a person put in the place of theirs."""

    decision: str
    theirs: Value | Values


class Subject(NamedTuple):
    """What the items of one record, or of one row that belongs to none yet, are about."""

    key: str
    category: str
    items: tuple[int, ...]


def category_of(item: Item) -> str:
    """Return the category of an item."""
    if item.decision == LATER:
        return ASIDE
    return _CATEGORY.get(item.kind, UNREAD)


def is_question(item: Item) -> bool:
    """Whether an item can be accepted: absent rows and notes about a whole row only ask to be seen."""
    if item.kind == "missing":
        return False
    return item.field is not None or isinstance(item.theirs, dict) or item.kind == "removed"


def can_accept(item: Item) -> bool:
    """Whether theirs can be taken as it is; what was not understood needs a value first."""
    if isinstance(item.theirs, dict) and item.kind == "unreadable":
        return is_whole(item)
    return is_question(item) and (item.kind != "unreadable" or item.theirs is not None)


def is_whole(item: Item) -> bool:
    """Whether a part says whom or what it is about: whoever takes part in an instrument must be somebody."""
    entity = ENTITIES[item.entity]
    names = {name for names in entity.title for name in names}
    return not isinstance(item.theirs, dict) or any(item.theirs.get(name) is not None for name in names)


def _required(entity: str) -> list[str]:
    return [held.name for held in ENTITIES[entity] if held.required]


@dataclass(slots=True)
class Review:
    """A plan under review. `received`: wall time in milliseconds · `typed`: by item, what had stood there before a
    person put another value in its place · `rows`, `columns`: whose row it is and what a column holds, as a person said."""

    key: str
    plan: Plan
    received: int
    typed: dict[int, Value | Values] = field(default_factory=dict)
    rows: dict[str, str] = field(default_factory=dict)
    columns: dict[str, str] = field(default_factory=dict)
    _past: list[dict[int, tuple[Decided, bool]]] = field(default_factory=list)

    def copied(self) -> "Review":
        """Return the review with items of its own, so that what becomes of this one leaves it as it stands."""
        plan = replace(self.plan, items=Many(replace(item) for item in self.items))
        return Review(self.key, plan, self.received, dict(self.typed), dict(self.rows), dict(self.columns))

    # What there is ------------------------------------------------------------------------------------------------

    @property
    def items(self) -> Sequence[Item]:
        """The items of the plan."""
        return self.plan.items

    def counts(self) -> dict[str, int]:
        """Return how many items each category has; new parts of a sheet's records are no rows of their own."""
        found = dict.fromkeys(CATEGORIES, 0)
        owners = self._owners()
        for item in self.items:
            part = item.kind == "new" or item.decision == LATER
            if not (part and owner_of(item) and (item.entity, item.id) in owners):
                found[category_of(item)] += 1
        return found

    def subjects(self) -> list[Subject]:
        """Return the records concerned, those first that ask for most attention, else in the order of the file."""
        rank = {category: place for place, category in enumerate(CATEGORIES)}
        found: dict[str, list[int]] = {}
        owners = self._owners()
        for number, item in enumerate(self.items):
            entity, id_ = owners.get((item.entity, item.id), (item.entity, item.id or item.cell))
            found.setdefault(f"{entity}/{id_}", []).append(number)
        subjects = [
            Subject(key, min((category_of(self.items[n]) for n in numbers), key=rank.__getitem__), tuple(numbers))
            for key, numbers in found.items()
        ]
        return sorted(subjects, key=lambda subject: rank[subject.category])

    def _owners(self) -> dict[tuple[str, str], tuple[str, str]]:
        """Return the records below which parts are shown: those that stand in the row of their record."""
        sheets = {(item.entity, item.id): item.sheet for item in self.items if item.field is None}
        found = {}
        for item in self.items:
            owner = owner_of(item)
            if owner and (self.plan.kind == "foreign" or sheets.get(owner) == item.sheet):
                found[item.entity, item.id] = owner
        return found

    def is_part(self, item: Item) -> bool:
        """Whether a new part of a record stands in the row of that record, and no row of its own."""
        owner = owner_of(item)
        if owner is None or self.plan.kind == "foreign":
            return owner is not None
        return any(one.field is None and (one.entity, one.id, one.sheet) == (*owner, item.sheet) for one in self.items)

    @property
    def asked(self) -> int:
        """How many decisions there are to make, those included that were made in advance."""
        return sum(is_question(item) for item in self.items)

    @property
    def made(self) -> int:
        """How many of them are made."""
        return sum(is_question(item) and item.decision != OPEN for item in self.items)

    @property
    def refused(self) -> int:
        """How many of them keep what is ours; of a row that is left out nothing was here."""
        return sum(
            is_question(item) and item.decision == REFUSE and bool(item.ref) and item.kind != "new"
            for item in self.items
        )

    @property
    def aside(self) -> int:
        """How many records are put aside."""
        return len({subject.key for subject in self.subjects() if subject.category == ASIDE})

    def open_in(self, numbers: Iterable[int]) -> int:
        """Return how many of some items are still to be decided."""
        return sum(is_question(self.items[n]) and self.items[n].decision == OPEN for n in numbers)

    # Decisions ----------------------------------------------------------------------------------------------------

    def decide(self, numbers: Iterable[int], decision: str) -> list[int]:
        """Decide some items alike, as one step; return those that changed."""
        wanted = {n: Decided(decision, self.items[n].theirs) for n in numbers if self._allows(n, decision)}
        return self._take(wanted)

    def type_value(self, numbers: Iterable[int], value: Value, name: str | None = None) -> list[int]:
        """Put another value in the place of theirs, and accept it, as one step; `name`: the field of a new record."""
        wanted: dict[int, Decided] = {}
        for number in numbers:
            theirs = self.items[number].theirs
            if self.items[number].field is not None:
                wanted[number] = Decided(ACCEPT, value)
            elif name is not None and isinstance(theirs, dict):
                wanted[number] = Decided(ACCEPT, {**theirs, name: value})
        return self._take(wanted, typed=True)

    def _allows(self, number: int, decision: str) -> bool:
        item = self.items[number]
        return can_accept(item) if decision == ACCEPT else is_question(item)

    def _take(self, wanted: dict[int, Decided], *, typed: bool = False) -> list[int]:
        before: dict[int, tuple[Decided, bool]] = {}
        for number, decided in wanted.items():
            item = self.items[number]
            now = Decided(item.decision, item.theirs)
            if now != decided:
                before[number] = (now, number in self.typed)
                if typed:
                    self.typed.setdefault(number, item.theirs)
                item.decision, item.theirs = decided
        for number in self._completed(before):
            item = self.items[number]
            before[number] = (Decided(item.decision, item.theirs), number in self.typed)
            item.decision = ACCEPT
        if before:
            self._past.append(before)
        return list(before)

    def _completed(self, numbers: Iterable[int]) -> list[int]:
        """Return the new records that were open only for want of what some items now say of them."""
        told = [item for item in map(self.items.__getitem__, numbers) if item.field and item.decision == ACCEPT]
        known = {(item.entity, item.id): set[str]() for item in told if item.field in _required(item.entity)}
        if not known:
            return []
        new: list[int] = []
        for number, item in enumerate(self.items):
            of_one = known.get((item.entity, item.id))
            if of_one is None:
                continue
            if item.field is None and item.kind == "new" and item.decision == OPEN:
                new.append(number)
            elif item.field is not None and item.decision == ACCEPT:
                of_one.add(item.field)
        return [
            number for number in new if self._has_all(number, known[self.items[number].entity, self.items[number].id])
        ]

    def _has_all(self, number: int, known: Collection[str]) -> bool:
        entity, values = self.items[number].entity, self.items[number].theirs
        return isinstance(values, dict) and all(
            name in known or values.get(name) is not None for name in _required(entity)
        )

    @property
    def can_step_back(self) -> bool:
        """Whether there is a decision to take back."""
        return bool(self._past)

    def step_back(self) -> list[int]:
        """Take the last decision back; return the items concerned."""
        if not self._past:
            return []
        before = self._past.pop()
        for number, (decided, was_typed) in before.items():
            self.items[number].decision, self.items[number].theirs = decided
            if not was_typed:
                self.typed.pop(number, None)
        return list(before)

    def equal_cells(self, number: int) -> list[int]:
        """Return the other cells that could not be read, of the same field and with the same text."""
        this = self.items[number]
        return [
            n
            for n, item in enumerate(self.items)
            if n != number and item.kind == "unreadable" and this.kind == "unreadable"
            and (item.entity, item.field, item.text) == (this.entity, this.field, this.text)
        ]  # fmt: skip

    def of_field(self, number: int) -> Iterator[int]:
        """Yield the items of the same field and category, this one included."""
        this = self.items[number]
        for n, item in enumerate(self.items):
            if (item.entity, item.field) == (this.entity, this.field) and category_of(item) == category_of(this):
                yield n

    def of_category(self, category: str) -> list[int]:
        """Return the items of a category."""
        return [n for n, item in enumerate(self.items) if category_of(item) == category]

    def theirs(self, number: int) -> Value | Values:
        """Return what stood in the file, also where a person has put another value in its place."""
        return self.typed.get(number, self.items[number].theirs)

    def go_on(self) -> None:
        """Go on after a person said that the file is right, though it looks sorted or changed by one rule."""
        self.plan.go_on()
        self._past.clear()

    def settle(self, left: Sequence[Item], waiting: Sequence[Item] = ()) -> None:
        """Keep what is still open after the rest was written; `left`: what changed here since, and must be looked at;
        `waiting`: parts of records that are still to be decided."""
        again, parts = {id(item) for item in left}, {id(item) for item in waiting}
        kept = Many(
            item
            for item in self.items
            if (is_question(item) and item.decision in (OPEN, LATER)) or id(item) in again or id(item) in parts
        )
        born = [
            item
            for item in self.items
            if item.decision == ACCEPT and item.field is None and isinstance(item.theirs, dict)
        ]
        self.plan.needed = needed_by(kept, [*self.plan.needed, *born])
        for item in kept:
            item.decision = item.decision if id(item) in parts or item.decision == LATER else OPEN
        self.plan.items = kept
        self.typed.clear()
        self._past.clear()


__all__ = [
    "ACCEPT",
    "ASIDE",
    "CATEGORIES",
    "LATER",
    "OPEN",
    "REFUSE",
    "Decided",
    "Review",
    "Subject",
    "can_accept",
    "category_of",
    "is_question",
]
