"""What a returned file says of cells: changes that anybody who reads the file writes alike, and what was answered to them.

A value from a file replaces what the file's author had on screen, nothing else. A refused one is written all the same and at
once replaced by ours, so that it does not come back from somebody who accepted it; one left open stays beside ours.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from desktop_app.domain.entity import Entity
from desktop_app.domain.ids import derived_id, new_id
from desktop_app.domain.values import Record, Value
from desktop_app.store import journal, uniting
from desktop_app.store.bulk import known
from desktop_app.store.fold import Change, canonical, register_of
from desktop_app.store.refold import voided_among
from desktop_app.store.tables import ADD, BORN, CHANGE, CHANGE_PREV, REM, SET, VOID
from desktop_app.store.uniting import Cells

ACCEPTED, REFUSED, LEFT_OPEN = "accepted", "refused", "open"


class Told(NamedTuple):
    """What a file says of one cell, what it had shown there, and what was answered.

    `behind`: the changes that said what was shown, as far as the file names them; None where nobody knows what was shown.
    """

    field: str
    base: Value
    theirs: Value
    answer: str
    behind: tuple[str, ...] | None = ()


@dataclass(slots=True)
class Telling:
    """What is to be written: changes, the cells of which one change is the only head, and those to fold again."""

    changes: list[Change] = field(default_factory=list)
    heads: dict[tuple[str, str], str] = field(default_factory=dict)
    values: dict[str, dict[str, Value]] = field(default_factory=dict)
    refold: Cells = field(default_factory=dict)


class Teller:
    """Works out the changes for some records of one entity."""

    def __init__(self, connection: Connection, entity: Entity, *, wall: int, author: str) -> None:
        self._connection, self._entity, self._wall, self._author = connection, entity, wall, author
        self.telling = Telling()

    def tell(self, told: Mapping[str, Sequence[Told]], current: Mapping[str, Record]) -> Telling:
        """Return what a file says of records, given as they are shown now."""
        self._groups = uniting.groups(self._connection, told)
        self._heads = journal.heads_of(self._connection, self._groups)
        self._histories: dict[str, list[Change]] = {}
        single: list[_Cell] = []
        for row, cells in told.items():
            by_register: dict[str, list[Told]] = {}
            for one in cells:
                by_register.setdefault(register_of(self._entity, one.field)[0], []).append(one)
            for register, ones in by_register.items():
                if self._entity.fields[register.split("+")[0]].several:
                    self._members(row, ones[0], current[row])
                else:
                    single.append(self._prepared(row, register, ones, current[row]))
        self._say(single, current)
        return self.telling

    def _prepared(self, row: str, register: str, ones: list[Told], now: Record) -> "_Cell":
        """Return a register with what the file says and what that replaces."""
        names = register.split("+")
        based = {one.field: one.base for one in ones}
        said = {one.field: one.theirs for one in ones}
        base = {name: based.get(name, now.get(name)) for name in names}
        there: Any = {name: said.get(name, base[name]) for name in names}
        heads = self._heads.get((row, register)) or self._heads.get((row, ""), ())
        plain = len(heads) < 2 and all(now.get(name) == base[name] for name in names)
        prev = self._on_screen(row, names, base, ones, heads, plain=plain)
        change = self._from_file(SET, row, register, there if names[1:] else there[names[0]], tuple(sorted(prev)))
        return _Cell(row, register, there, change, ones, plain)

    def _on_screen(
        self, row: str, names: list[str], base: Mapping[str, Value], ones: list[Told], heads: Sequence[str], *, plain: bool
    ) -> set[str]:  # fmt: skip
        """Return the changes that the file's author had on screen, those that have not come here yet among them."""
        named = {id_ for one in ones for id_ in one.behind or ()}
        if plain:
            return {*heads, *named}
        if any(one.behind is None for one in ones):
            return set()  # a proposal: nobody knows what it replaces
        return {*self._showing(row, names, base), *named}

    def _showing(self, row: str, names: list[str], base: Mapping[str, Value]) -> list[str]:
        """Return the changes of a cell that say what the file had shown."""
        wanted = canonical(dict(base) if names[1:] else base[names[0]])
        found = []
        for change in self._history(row):
            if change.kind == SET and change.field == "+".join(names) and change.value == wanted:
                found.append(change.id)
            elif change.kind == BORN:
                born = json.loads(change.value or "{}")
                if all(born.get(name) == _plain(base[name]) for name in names):
                    found.append(change.id)
        return found

    def _history(self, row: str) -> list[Change]:
        if row not in self._histories:
            ids = self._groups[row]
            held = journal.changes_of_each(self._connection, ids)
            self._histories[row] = [change for id_ in ids for change in held[id_]]
        return self._histories[row]

    def _say(self, single: list["_Cell"], current: Mapping[str, Record]) -> None:
        there = known(self._connection, CHANGE.c.id, [cell.change.id for cell in single])
        live = self._live_of([cell.change for cell in single if cell.change.id in there])
        for cell in single:
            change = live.get(cell.change.id, cell.change)
            self.telling.changes.append(change)
            answers = {one.answer for one in cell.told}
            if cell.plain and answers == {ACCEPTED} and cell.change.id not in there:
                self.telling.heads[cell.row, cell.register] = change.id
                self.telling.values.setdefault(cell.row, {}).update(cell.values)
                continue
            self.telling.refold.setdefault((self._entity.name, cell.row), set()).add(cell.register)
            if LEFT_OPEN not in answers:
                self._settle(cell.row, cell.register, change, cell.told, current[cell.row])

    def _settle(self, row: str, register: str, said: Change, ones: Iterable[Told], now: Record) -> None:
        """Replace ours and theirs, seen together, by what was answered."""
        accepted = {one.field: one.theirs for one in ones if one.answer == ACCEPTED}
        names = register.split("+")
        result = {name: accepted.get(name, now.get(name)) for name in names}
        value = canonical(result if names[1:] else result[names[0]])
        heads = self._heads.get((row, register)) or self._heads.get((row, ""), ())
        if value == said.value and set(heads) <= set(said.prev):
            return
        prev = tuple(dict.fromkeys((*heads, said.id)))
        self.telling.changes.append(self._ours(SET, row, register, result if names[1:] else result[names[0]], prev))

    def _members(self, row: str, one: Told, now: Record) -> None:
        """Say which members the file adds and removes; ours stay where that was refused."""
        if one.answer == LEFT_OPEN:
            return
        here = set(_members(now.get(one.field)))
        there = set(_members(one.theirs))
        history = self._history(row)
        births = [change.id for change in history if change.kind == BORN]
        for element in sorted(there - here):
            said = self._live(self._from_file(ADD, row, one.field, element, ()))
            self.telling.changes.append(said)
            if one.answer == REFUSED:
                self.telling.changes.append(self._ours(REM, row, one.field, element, (said.id,)))
        struck = self._struck_out_unheard(row, one, there) if one.answer == ACCEPTED else set()
        for element in sorted((here - there) | struck):
            held = canonical(element)
            added = [c.id for c in history if c.kind == ADD and c.field == one.field and c.value == held]
            self.telling.changes.append(
                self._live(self._from_file(REM, row, one.field, element, (*added, *(one.behind or ()), *births)))
            )
            if one.answer == REFUSED:
                self.telling.changes.append(self._ours(ADD, row, one.field, element, ()))
        if there != here or struck:
            self.telling.refold.setdefault((self._entity.name, row), set()).add(one.field)

    def _struck_out_unheard(self, row: str, one: Told, there: set[str]) -> set[str]:
        """Return the members that the file had shown and no longer names, and of which nobody here has heard yet."""
        absent = set(_members(one.base)) - there if one.behind else set()
        if absent:
            for change in self._history(row):
                if change.kind == BORN:
                    absent.difference_update(json.loads(change.value or "{}").get(one.field) or ())
                elif change.kind == ADD and change.field == one.field:
                    absent.discard(json.loads(change.value or "null"))
        return absent

    def _from_file(self, kind: int, row: str, register: str, value: Value, prev: tuple[str, ...]) -> Change:
        """Return a change that everybody writes alike: it bears nobody's name and no time."""
        held = canonical(value)
        id_ = derived_id("told", str(kind), row, register, held, *sorted(prev))
        return Change(id_, kind, self._entity.name, row, register, held, 0, "", prev)

    def _ours(self, kind: int, row: str, register: str, value: Any, prev: tuple[str, ...]) -> Change:
        return Change(
            new_id(), kind, self._entity.name, row, register, canonical(value), self._wall, self._author, prev
        )

    def _live(self, change: Change) -> Change:
        return self._live_of([change])[change.id]

    def _live_of(self, changes: Iterable[Change]) -> dict[str, Change]:
        """Return changes, by their ids, under names that count: what was taken back since is said again, beside the
        retraction."""
        live = {change.id: change for change in changes}
        asked = dict(live)
        while retracted := voided_among(self._connection, (change.id for change in asked.values())):
            asked = {id_: change for id_, change in asked.items() if change.id in retracted}
            voids = self._voids_of(retracted)
            for id_, change in asked.items():
                asked[id_] = change._replace(id=derived_id("again", change.id, *sorted(voids[change.id])))
            live |= asked
        return live

    def _voids_of(self, retracted: Iterable[str]) -> dict[str, list[str]]:
        """Return the retractions that name some changes."""
        found: dict[str, list[str]] = {}
        for block in journal.blocks(retracted):
            asked = select(CHANGE_PREV.c.prev, CHANGE_PREV.c.id).join(CHANGE, CHANGE.c.id == CHANGE_PREV.c.id)
            for prev, void in self._connection.execute(
                asked.where(CHANGE_PREV.c.prev.in_(block), CHANGE.c.kind == VOID)
            ):
                found.setdefault(prev, []).append(void)
        return found


class _Cell(NamedTuple):
    """A register of which a file says something; plain: ours is as the file had shown it."""

    row: str
    register: str
    values: dict[str, Value]
    change: Change
    told: list[Told]
    plain: bool


def _members(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def _plain(value: Value) -> Any:
    return list(value) if isinstance(value, tuple) else value
