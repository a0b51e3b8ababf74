"""Rows for new records: prepared ones that were filled in, and rows that somebody typed without a reference."""

from collections.abc import Collection, Mapping

from desktop_app.domain import ENTITIES
from desktop_app.domain.compare import Cell, compare_record
from desktop_app.domain.doubt import UNSURE
from desktop_app.domain.entity import Entity, Field
from desktop_app.domain.ids import derived_id
from desktop_app.domain.naming import linked_words, title
from desktop_app.domain.plan import ACCEPT, OPEN, REFUSE, Plan
from desktop_app.domain.text import fold
from desktop_app.domain.types import Link, Text
from desktop_app.domain.values import Record, Showing, Value
from desktop_app.domain.words import LANGUAGES, Words
from desktop_app.store.births import prepare
from desktop_app.sync import sentences
from desktop_app.sync.actions import DUPLICATE, OTHER, REMOVE, action_of
from desktop_app.sync.doubts import doubt
from desktop_app.sync.entries import Entries
from desktop_app.sync.here import Here
from desktop_app.sync.new_parties import NewParties
from desktop_app.sync.proposals import Proposal
from desktop_app.sync.read_row import Said, missing_fields
from desktop_app.sync.read_table import Pending, TableRead

_TOTAL = Words(
    "Cette ligne ne dit pas assez pour une nouvelle fiche : laissez-la de côté, ou complétez-la.",
    "This row does not say enough for a new entry: leave it aside, or complete it.",
)
_TAKEN = Words(
    "Cette ligne ressemble à la fiche {ref} ({name}), qui existe déjà : dites si c’en est une autre.",
    "This row looks like the entry {ref} ({name}), which is there already: say whether it is another one.",
)
_NEARLY = Words(
    "Cette ligne ressemble à {share} % à la fiche {ref} ({name}), qui existe déjà : dites si c’en est une autre.",
    "This row is {share} % like the entry {ref} ({name}), which is there already: say whether it is another one.",
)
# Actions that speak against a new record.
_UNWANTED = {REMOVE: sentences.NEW_BUT_REMOVED, DUPLICATE: sentences.DUPLICATE}


class NewRows:
    """Enters new records in a plan, and knows their names for the rows that link to them."""

    def __init__(
        self, plan: Plan, here: Here, proposal: Proposal | None = None, seen: Collection[str] = frozenset()
    ) -> None:
        """`seen`: the ids of the records that have a row in the file."""
        self._proposal, self._seen = proposal, seen
        self._plan, self._here, self._entries = plan, here, Entries(plan)
        self._names: dict[tuple[str, str], set[str]] = {}
        self._asking: set[str] = set()  # ids of new records
        self._parties = NewParties(here, self, self._entries)

    def resolve(self, entity: str, text: str) -> str | None:
        """Return the record that a text means: one that is here, else a new one of the same file."""
        if found := self._here.resolve(entity, text):
            return found
        new = self._names.get((entity, fold(text)), set())
        return next(iter(new)) if len(new) == 1 else None

    def asks(self, entity: str, id_: str) -> bool:
        """Tell whether the name of a record has a question mark of its own."""
        record = self._here.records(ENTITIES[entity], [id_]).get(id_, {})
        return id_ in self._asking or any("?" in text for text in linked_words(ENTITIES[entity], record))

    def announce(self, read: TableRead) -> None:
        """Learn the names of a table's new records, so that other rows may link to them."""
        entity = read.table.entity
        for pending in read.pending:
            if pending.state not in ("prepared", "loose"):
                continue
            if pending.state == "loose":
                pending.id = derived_id(self._plan.sha256, read.table.sheet.name, str(pending.place))
            texts = [pending.ref]
            for names in entity.title:
                places = [read.table.columns[name] for name in names if name in read.table.columns]
                texts.append(" ".join(str(pending.row[at] or "") for at in places if at < len(pending.row)))
            for text in texts:
                if "?" in text:
                    self._asking.add(pending.id)
                if key := fold(text):
                    self._names.setdefault((entity.name, key), set()).add(pending.id)

    def add(self, pending: Pending, ours: Record | None) -> None:
        """Enter a new record, or compare it where it came in before."""
        entity = pending.table.entity
        said = _said_anew(pending)
        values: dict[str, Value] = {name: value for name, value in said.values.items() if value is not None}
        if entity.coded or entity.identity:
            pending.id = prepare(entity, values).id
        if ours is None:
            ours = self._here.records(entity, [pending.id]).get(pending.id)
        if ours is not None:
            self._came_before(pending, ours, values, said)
            return
        twin, sure = (None, False) if pending.own else self._twin(entity, values)
        if twin is not None and sure and pending.state == "loose":
            pending.id, pending.ref = str(twin["id"]), str(twin["ref"])
            self._came_before(pending, twin, values, said)
            return
        action = action_of(pending)
        if (said.asked or action.kind) and not values and not any(one.code for one in said.asked):
            self._plan.rows["doubtful"] += 1  # nothing but grey cells or an action: there is no record to accept
            self._entries.action(pending, action)
        else:
            self._enter(pending, values, said, None if pending.own else self._looks_like(pending, values, twin))
            self._parties.enter(pending, values, said)
        self._unsure(pending, values, said)
        self._unreadable(pending, said)

    def _enter(self, pending: Pending, values: Mapping[str, Value], said: Said, like: Words | None) -> None:
        """Enter the row of a new record, with what it does not say and its workbook does; `like`: which it may be."""
        entity, action = pending.table.entity, action_of(pending)
        certain = {name: value for name, value in values.items() if name not in said.unsure}
        required = [held for held in entity if held.required]
        says_little = len(missing_fields(entity, certain)) == len(required) > 0 and len(values) < 3
        proposed = None if says_little or not self._proposal else self._proposal.fill(entity, certain, said)
        kind = "doubtful" if says_little else "new"
        words = _UNWANTED.get(action.kind)
        if words is None and says_little:
            words = _TOTAL
        elif words is None:
            words = like or pending.words or _to_fill(missing_fields(entity, certain))
        self._plan.rows[kind] += 1
        self._plan.cells[kind] += len(certain)
        text = action.text if action.kind in _UNWANTED else ""
        self._entries.row(pending, kind, certain, OPEN if words else ACCEPT, _both(words, proposed), text)
        if action.kind == OTHER:
            self._entries.action(pending, action)

    def copy(self, pending: Pending, words: Words) -> None:
        """Enter a second row with a reference that another row has: it may be a new record."""
        entity = pending.table.entity
        base = pending.reader.base_values(pending.base_row) if pending.base_row is not None else {}
        said = pending.reader.said(pending.place, pending.row, pending.base_row, base)
        values: dict[str, Value] = {name: value for name, value in said.values.items() if value is not None}
        adds_nothing = said.values == base and not said.asked
        id_, pending.id = pending.id, derived_id(self._plan.sha256, pending.table.sheet.name, str(pending.place))
        if entity.coded or entity.identity:
            pending.id = prepare(entity, values).id
        if pending.id != id_ and self._here.records(entity, [pending.id]):
            return
        self._plan.cells["copied"] += len(values)
        action = action_of(pending)
        decision = REFUSE if adds_nothing else OPEN
        self._entries.row(pending, "copied", values, decision, _UNWANTED.get(action.kind, words), action.text)
        if action.kind == OTHER:
            self._entries.action(pending, action)
        self._unreadable(pending, said)

    def _came_before(self, pending: Pending, ours: Record, values: Mapping[str, Value], said: Said) -> None:
        """Compare a new row with its record, which an earlier copy of the file, or somebody here, has made."""
        action = action_of(pending)
        if action.kind == REMOVE:
            self._plan.rows["removed"] += 1
            self._entries.row(pending, "removed", words=sentences.REMOVED, text=action.text)
            return
        self._entries.action(pending, action)
        cells = compare_record(pending.table.entity, dict.fromkeys(values), ours, values)
        kinds = set[str]()
        for name, cell in cells.items():
            kind = cell.kind
            if kind == "conflicts" and cell.theirs in self._here.earlier(pending.id, name):
                kind = "old_value"
            text = said.unsure.get(name, "")
            words = doubt(pending.table.entity.fields[name].type, cell, text) if kind == "theirs" else None
            kind = "doubtful" if words else kind
            kinds.add(kind)
            self._plan.cells[kind] += 1
            if kind in ("theirs", "conflicts", "old_value", "doubtful"):
                decision = ACCEPT if kind == "theirs" else OPEN
                self._entries.cell(pending, name, cell._replace(kind=kind), decision, words, text)
        self._parties.enter(pending, values, said)
        self._unreadable(pending, said)
        kinds |= {one.kind for one in said.asked}
        order = ("conflicts", "unreadable", "doubtful", "old_value", "theirs", "same", "identical")
        self._plan.rows[next((kind for kind in order if kind in kinds), "identical")] += 1

    def _twin(self, entity: Entity, values: Mapping[str, Value]) -> tuple[Record | None, bool]:
        """Return the one record that has the same key, and whether three quarters of the rest agree too."""
        for held in entity:
            if not held.key or values.get(held.name) is None:
                continue
            found = self._here.with_value(entity, held.name, values[held.name])
            if len(found) == 1:
                others = [name for name in values if name != held.name]
                agreeing = sum(_alike(values[name], found[0].get(name)) for name in others)
                return found[0], len(others) > 1 and agreeing >= 0.75 * len(others)
        return self._namesake(entity, values)

    def _namesake(self, entity: Entity, values: Mapping[str, Value]) -> tuple[Record | None, bool]:
        """Return the one record that is called alike, and whether three quarters of all cells agree."""
        for names in entity.title:
            if any(isinstance(entity.fields[name].type, Link) for name in names):
                continue
            id_ = self._here.resolve(entity.name, " ".join(str(values.get(name) or "") for name in names).strip())
            found = self._here.records(entity, [id_]).get(id_) if id_ else None
            if found is not None and not _numbered_apart(entity, found, values):
                agreeing = sum(_alike(value, found.get(name)) for name, value in values.items())
                return found, agreeing > 2 and agreeing >= 0.75 * len(values)
        return None, False

    def _looks_like(self, pending: Pending, values: Mapping[str, Value], twin: Record | None) -> Words | None:
        """Return what asks whether a new row is a record that is here: `twin`, or one that is called nearly so."""
        entity = pending.table.entity
        shares = {} if twin else self._here.near(entity, values)
        records = self._here.records(entity, list(shares))
        near = [records[id_] for id_ in shares if id_ in records and not _numbered_apart(entity, records[id_], values)]
        found = [twin, *near] if twin else near
        if not found:
            return None
        # A record whose own row is in the file can't be this one as well.
        refs = (str(one["ref"]) for one in found if str(one["id"]) not in self._seen)
        pending.likes = tuple(dict.fromkeys((*refs, *pending.likes)))
        first, share = found[0], round(100 * shares.get(str(found[0]["id"]), 1.0))
        words, names = (
            (_TAKEN if share == 100 else _NEARLY),
            (title(entity, first, Showing(lang)) for lang in LANGUAGES),
        )
        said = (text.format(ref=first["ref"], name=name, share=share) for text, name in zip(words, names, strict=True))
        return Words(*said)

    def _unsure(self, pending: Pending, values: Mapping[str, Value], said: Said) -> None:
        """Enter the values of a new record that have a question mark beside them, each to be asked by itself."""
        for name, text in said.unsure.items():
            if name in values:
                self._plan.cells["doubtful"] += 1
                self._entries.cell(pending, name, Cell("doubtful", None, None, values[name]), OPEN, UNSURE, text)

    def _unreadable(self, pending: Pending, said: Said) -> None:
        for one in said.asked:
            self._entries.asked(pending, one)


def _said_anew(pending: Pending) -> Said:
    """Return what a row says by itself, and what stands in its grey cells."""
    said = pending.reader.said(pending.place, pending.row, None, {})
    said.asked += pending.reader.filled_grey(pending.row)
    return said


def _numbered_apart(entity: Entity, one: Record, other: Mapping[str, Value]) -> bool:
    """Whether two records have different numbers, whatever they are called."""
    keys = [held.name for held in entity if held.key and not isinstance(held.type, Text)]
    return any(None not in (one.get(name), other.get(name)) and one[name] != other[name] for name in keys)


def _alike(one: Value, other: Value) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        return fold(one) == fold(other)
    return one == other


def _both(one: Words | None, other: Words | None) -> Words | None:
    if one is None or other is None:
        return one or other
    return Words(f"{one.fr} {other.fr}", f"{one.en} {other.en}")


def _to_fill(missing: list[Field]) -> Words | None:
    if not missing:
        return None
    fr = ", ".join(f"« {held.fr} »" for held in missing)
    en = ", ".join(f"“{held.en}”" for held in missing)
    return Words(
        f"Il manque {fr} : complétez la fiche, ou acceptez-la telle quelle.",
        f"{en} missing: complete the entry, or accept it as it is.",
    )
