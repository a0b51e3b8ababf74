"""The records under review as rows of a list, below the titles of their categories."""

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.domain import ENTITIES
from desktop_app.domain.naming import full_title, title
from desktop_app.domain.plan import ACCEPT, LATER, Item, owner_of
from desktop_app.domain.values import Record, Value
from desktop_app.gui import hues
from desktop_app.gui.review.lines import noted, sentence_of
from desktop_app.gui.table.cells import Cell
from desktop_app.gui.table.model import Row
from desktop_app.gui.table.short_list import title_row
from desktop_app.gui.words import said, tr
from desktop_app.store.base import Store
from desktop_app.sync.review import (
    ASIDE,
    CONFLICTS,
    MISSING,
    NEW,
    REMOVED,
    THEIRS,
    UNREAD,
    Review,
    Subject,
    category_of,
    is_question,
)

NOTES = "notes"
COLUMNS = 3


def titles(*, foreign: bool) -> dict[str, str]:
    """Return the titles of the groups of records; of a `foreign` sheet nobody knows what was changed, only what differs."""
    ours = {CONFLICTS: tr("Differ from ours"), THEIRS: tr("Add to ours")} if foreign else {}
    return {
        CONFLICTS: tr("Changed on both sides"), UNREAD: tr("To clear up"),
        THEIRS: tr("Changed only there"), NEW: tr("New entries"), REMOVED: tr("To be removed"),
        MISSING: tr("Rows that are absent"), ASIDE: tr("Put aside"),
    } | ours  # fmt: skip


class Records:
    """The records that a review is about, as far as they are here."""

    def __init__(self, store: Store, review: Review, lang: str) -> None:
        self.showing = store.names.showing(lang, review.plan.coming)
        self._found: dict[str, Record] = {}
        self._names = store.names
        ids: dict[str, set[str]] = {}
        for item in review.items:
            ids.setdefault(item.entity, set()).add(item.id)
        for item in review.items:
            if owner := owner_of(item):
                ids.setdefault(owner[0], set()).add(owner[1])
        for name, wanted in ids.items():
            found = store.many(ENTITIES[name], wanted)
            store.names.fetch(ENTITIES[name], found.values(), depth=1)
            self._found.update(found)
        self._fetch_values(review)
        # What a file calls a record whose name it gives in words that mean none of ours.
        self._said = {
            item.id: item.text
            for item in review.items
            if item.kind == "unreadable"
            and item.text
            and any((item.field,) == one for one in ENTITIES[item.entity].title)
        }
        refs = {ref for item in review.items for ref in item.likes} | {remark.ref for remark in review.plan.remarks}
        self._called = {ref: self._name_of(store, ref) for ref in refs}

    def _name_of(self, store: Store, ref: str) -> str:
        found = store.find(ref)
        record = store.get(*found) if found else None
        return title(found[0], record, self.showing) if found and record else ref

    def called(self, ref: str) -> str:
        """Return the name of the record that a reference means, as far as it is here."""
        return self._called.get(ref, ref)

    def asked(self, what: str) -> str:
        """Return the words for what a row or a column may be: a record by its reference, a field with its kind."""
        entity, _, name = what.partition(".")
        if entity in ENTITIES and name in ENTITIES[entity].fields:
            return said(ENTITIES[entity].fields[name].words)
        return f"{self.called(what)}  ({what})"

    def _fetch_values(self, review: Review) -> None:
        """Fetch the names of what the values link to."""
        held: dict[str, list[Record]] = {}
        for item in review.items:
            records = held.setdefault(item.entity, [])
            for value in (item.base, item.ours, item.theirs):
                if isinstance(value, dict):
                    records.append(value)
                elif item.field and value is not None:
                    records.append({item.field: value})
        for name, records in held.items():
            self._names.fetch(ENTITIES[name], records, depth=1)

    def learn(self, entity: str, name: str, value: Value) -> None:
        """Fetch the names of what a value links to that somebody has just put in."""
        self._names.fetch(ENTITIES[entity], [{name: value}], depth=1)

    def record(self, item: Item) -> Record:
        """Return the record of an item: as it is here, else as the file gives it."""
        return self._found.get(item.id) or (item.theirs if isinstance(item.theirs, dict) else {})

    def is_here(self, item: Item) -> bool:
        """Whether the record of an item is in the base."""
        return item.id in self._found

    def head(self, review: Review, subject: Subject) -> Item:
        """Return the item that names a subject: its own first one; for parts of a record that is left as it is, a stand-in."""
        items = [review.items[number] for number in subject.items]
        entity, _, id_ = subject.key.partition("/")
        own = next((item for item in items if item.entity == entity), None)
        first = items[0]
        ref = str(self._found.get(id_, {}).get("ref") or "")
        return own or replace(first, entity=entity, id=id_, ref=ref, field=None, theirs=None)

    def title(self, item: Item) -> str:
        """Return the name of an item's record."""
        entity = ENTITIES[item.entity]
        found = full_title(entity, self.record(item), self.showing)
        return found or self._said.get(item.id) or item.ref or _unnamed(item)

    def chip(self, item: Item) -> Cell:
        """Return the chip before a record's name: the type of an instrument, else the icon of its kind."""
        type_ = self.record(item).get("type")
        if item.entity == "instrument" and type_:
            known = self._names.record("instrument_type", str(type_)) or {}
            code = str(known.get("code") or "")
            return Cell(code, hue=hues.of_type(code).hue) if code else Cell("")
        return Cell("", hue="grey", icon=hues.ENTITY_ICONS.get(item.entity, "file-text"))


def place_of(item: Item) -> str:
    """Say in which row of which sheet an item stands; empty for what no row is about."""
    number = _row(item)
    return tr("{sheet}, row {row}").format(row=number, sheet=item.sheet) if number else ""


def _row(item: Item) -> str:
    return item.cell.rpartition("!")[2].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def _unnamed(item: Item) -> str:
    one, row = said(ENTITIES[item.entity].one), _row(item)
    name = f"{one[:1].upper()}{one[1:]}"
    place = tr("row {row}, {sheet}").format(row=row, sheet=item.sheet)  # the row first: in a list the end may be cut
    return f"{name} ({place})" if row else name


def rows(review: Review, records: Records, subjects: Sequence[Subject]) -> list[Row]:
    """Return the records under review as rows, below the titles of their groups."""
    found: list[Row] = []
    last = ""
    names = titles(foreign=review.plan.kind == "foreign")
    for subject in subjects:
        if subject.category != last:
            last = subject.category
            found.append(title_row(names[last], COLUMNS))
        found.append(subject_row(review, records, subject))
    return found


def subject_row(review: Review, records: Records, subject: Subject) -> Row:
    """Return one record under review as a row."""
    item = records.head(review, subject)
    left = review.open_in(subject.items)
    asked = any(is_question(review.items[number]) for number in subject.items)
    state = (
        Cell(str(left), tone="error", right=True, bold=True)
        if left
        else Cell("", hue="green" if asked else None, icon="check")
    )
    name = Cell(records.title(item), _second(review, records, subject, left), bold=True)
    return Row(subject.key, item.ref, (records.chip(item), name, state if asked else Cell("")))


def _second(review: Review, records: Records, subject: Subject, left: int) -> str:
    items = [review.items[number] for number in subject.items]
    first = next((item for item in items if category_of(item) == subject.category), items[0])
    if left and subject.category == CONFLICTS:
        return tr("%n field(s) to decide", "", left)
    if left and subject.category == UNREAD:
        label = ENTITIES[first.entity].fields[first.field].words.said(records.showing.lang) if first.field else ""
        return (
            tr("{field}: “{text}”").format(field=label, text=first.text) if label and first.text else sentence_of(first)
        )
    if subject.category == MISSING:
        return tr("its row is absent; nothing is done")
    if left:
        return sentence_of(first) or tr("%n to decide", "", left)
    return _decided(items)


def _decided(items: Sequence[Item]) -> str:
    asked = [item for item in items if is_question(item)]
    if not asked:
        return sentence_of(items[0])
    if asked[0].decision == LATER:
        return tr("put aside")
    taken = sum(item.decision == ACCEPT for item in asked)
    if isinstance(asked[0].theirs, dict) and asked[0].field is None:
        return tr("will be added") if asked[0].decision == ACCEPT else tr("left out")
    if asked[0].kind == "removed":
        return tr("will be removed") if asked[0].decision == ACCEPT else tr("kept")
    if taken == len(asked):
        return tr("%n change(s) taken", "", taken)
    return tr("ours stays") if not taken else tr("%n of {all} taken", "", taken).format(all=len(asked))


def notes_rows(review: Review) -> list[Row]:
    """Return the row below which the notes of a file stand; none where it has none."""
    count = len(noted(review))
    if not count:
        return []
    name = Cell(tr("About this file"), tr("%n note(s)", "", count), bold=True)
    return [
        title_row(tr("Remarks about the file"), COLUMNS),
        Row(NOTES, "", (Cell("", hue="grey", icon="info"), name, Cell(""))),
    ]
