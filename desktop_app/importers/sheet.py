"""A foreign sheet as a plan: its rows read by headings, matched with the records that are here, nothing written."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cache

from desktop_app.domain import ENTITIES
from desktop_app.domain.compare import without_base
from desktop_app.domain.entity import Entity, Field
from desktop_app.domain.ids import derived_id
from desktop_app.domain.plan import ACCEPT, OPEN, REFUSE, Item, Plan
from desktop_app.domain.text import fold
from desktop_app.domain.types import Link, Several, Type
from desktop_app.domain.values import Reading, Record, Unreadable, Value
from desktop_app.domain.words import Words
from desktop_app.excel.cells import Reader
from desktop_app.excel.lossy import day_first, month_first
from desktop_app.excel.sheets import Book, Row
from desktop_app.importers.complete import completed
from desktop_app.importers.content import read_or_guess
from desktop_app.importers.existing import Existing, Match
from desktop_app.importers.recognise import ForeignTable, Told, recognise
from desktop_app.store.base import Store
from desktop_app.store.births import prepare

_PERHAPS = Words(
    "Cette ligne ressemble à la fiche {ref}, déjà présente : dites si c’en est une autre.",
    "This row looks like the record {ref}, which is there already: say whether it is another one.",
)
_TWICE = Words(
    "La même fiche figure deux fois dans ce fichier (aussi ligne {row}).",
    "The same record stands twice in this file (also in row {row}).",
)
_STRONGEST = ("conflicts", "unreadable", "theirs", "identical")


@dataclass(frozen=True, slots=True)
class _Column:
    """A column that holds a field."""

    field: Field
    at: int
    read: Reader
    month_first: bool


@dataclass(slots=True)
class _RowRead:
    """A row: its values, and its cells that could not be read, with the sentence and a guess."""

    place: int
    values: dict[str, Value] = field(default_factory=dict)
    asked: list[tuple[_Column, Unreadable, str]] = field(default_factory=list)


def import_sheet(  # noqa: PLR0913  # what a person may say of a file
    store: Store,
    book: Book,
    *,
    file_name: str,
    sha256: str = "",
    entity: str | None = None,
    sheet: str | None = None,
    header_row: int | None = None,
    mapping: Mapping[str, str] | None = None,
    sender: str | None = None,
    create: Collection[str] = (),
    lang: str = "fr",
) -> Plan:
    """Return what a foreign sheet would add and change. Raises Refused where no table is recognised.

    `mapping`: fields by their heading · `sender`: whose earlier answers are used · `create`: kinds of records that may be
    added where a cell names one that is not here; otherwise such a cell is asked about.
    """
    told = Told(entity, sheet, header_row, mapping or {}, learned_from(store, sender))
    resolve = cache(store.resolve)
    table = recognise(book, told, Reading(lang, resolve), file_name)
    plan = Plan("foreign", file_name, sha256, notes=list(book.notes), columns=list(table.read))
    _Importer(store, plan, table, frozenset(create), Reading(lang, resolve)).run()
    return plan


def learned_from(store: Store, sender: str | None) -> dict[str, str]:
    """Return how the columns of a sender's last file were read: fields by folded heading."""
    return dict(json.loads(store.setting(f"headings:{fold(sender)}", "{}"))) if sender else {}


def learn(store: Store, sender: str, plan: Plan) -> None:
    """Remember how a sender's columns were read, for the next file."""
    known = learned_from(store, sender) | {fold(one.heading): one.field for one in plan.columns if one.field}
    store.keep_setting(f"headings:{fold(sender)}", json.dumps(known, ensure_ascii=False, sort_keys=True))


class _Importer:
    """Fills a plan from one foreign table."""

    def __init__(self, store: Store, plan: Plan, table: ForeignTable, create: frozenset[str], known: Reading) -> None:
        self._store, self._plan, self._table, self._create, self._known = store, plan, table, create, known
        self._made: dict[tuple[str, str], str] = {}
        reading = Reading(known.lang, self._resolve)
        rows = list(table.rows())
        self._columns = [
            _Column(
                held, at, _reader(held.type, reading), month_first(row[at] for _place, row in rows if at < len(row))
            )
            for held in table.entity
            if (at := table.columns.get(held.name, -1)) >= 0
        ]
        self._aside = self._unmapped()
        self._existing = Existing(store, table.entity, len(rows))
        self._rows = rows
        self._seen: dict[str, int] = {}

    def _unmapped(self) -> list[tuple[str, int]]:
        """Return the headings that mean no field, with their columns."""
        headings = enumerate(self._table.sheet.rows[self._table.head])
        used = set(self._table.columns.values())
        return [(str(cell).strip(), at) for at, cell in headings if cell is not None and at not in used]

    def run(self) -> None:
        for place, row in self._rows:
            read = self._read(place, row)
            self._keep_aside(place, row)
            if read.values or read.asked:
                self._enter(read)

    def _read(self, place: int, row: Row) -> _RowRead:
        read = _RowRead(place)
        for column in self._columns:
            raw = row[column.at] if column.at < len(row) else None
            if raw is None or (isinstance(raw, str) and not raw.strip()):
                continue
            try:
                value = column.read(day_first(raw) if column.month_first else raw)
            except Unreadable as error:
                read.asked.append((column, error, str(raw)))
                continue
            if value is not None:
                read.values[column.field.name] = value
        read.values = {
            name: value
            for name, value in completed(
                self._table.entity, read.values, self._table.given, self._resolve, self._label
            ).items()
            if value is not None
        }
        return read

    def _label(self, entity: str, id_: str) -> str:
        return self._store.names.label(entity, id_, "fr")

    def _resolve(self, entity: str, text: str) -> str | None:
        """Return the record that a text means; a new one where such may be made."""
        if found := self._known.resolve(entity, text):
            return found
        key = (entity, fold(text))
        if key in self._made:
            return self._made[key]
        if entity not in self._create or not key[1]:
            return None
        target = ENTITIES[entity]
        values: dict[str, Value] = _named(target, text)
        id_ = derived_id(self._plan.sha256, entity, key[1])
        self._made[key] = id_
        self._plan.rows["new"] += 1
        self._plan.cells["new"] += len(values)
        self._plan.items.append(
            Item("new", entity, id_, "", self._table.sheet.name, "", None, None, None, values, ACCEPT)
        )
        return id_

    def _enter(self, read: _RowRead) -> None:
        match = self._existing.match(read.values)
        entity = self._table.entity
        if match is not None and match.sure:
            id_ = str(match.record["id"])
        elif entity.coded or entity.identity:
            id_ = prepare(entity, read.values).id
        else:
            id_ = self._new_id(read)
            match = self._existing.with_id(id_) or match
        earlier = self._seen.setdefault(id_, read.place)
        if earlier != read.place:
            self._plan.rows["copied"] += 1
            words = _TWICE.filled(row=earlier + 1)
            self._item(read, "copied", id_, dict(read.values), REFUSE, words)
        elif match is not None and match.sure:
            self._compare(read, match.record, id_)
        else:
            self._add(read, id_, match)

    def _new_id(self, read: _RowRead) -> str:
        """Derive an id from the keys of a row, else from its place, so that the same file makes the same record."""
        entity = self._table.entity
        keys = [str(read.values.get(held.name) or "") for held in entity if held.key]
        names = [str(read.values.get(name) or "") for names in entity.title for name in names]
        if not any(keys):
            keys = [self._plan.sha256, str(read.place)]
        return derived_id(entity.name, *keys, *names)

    def _compare(self, read: _RowRead, ours: Record, id_: str) -> None:
        kinds = set[str]()
        for name, there in read.values.items():
            here = ours.get(name)
            kind, value = _without_base(self._table.entity.fields[name], here, there)
            self._plan.cells[kind] += 1
            kinds.add(kind)
            if kind != "identical" and name in self._table.columns:
                decision = ACCEPT if kind == "theirs" else OPEN
                self._item(read, kind, id_, value, decision, None, name, here, ref=str(ours.get("ref") or ""))
        kinds |= self._ask(read, id_, str(ours.get("ref") or ""))
        self._plan.rows[next((kind for kind in _STRONGEST if kind in kinds), "identical")] += 1

    def _add(self, read: _RowRead, id_: str, match: Match | None) -> None:
        missing = [held for held in self._table.entity if held.required and read.values.get(held.name) is None]
        words = _PERHAPS.filled(ref=match.record.get("ref")) if match else _to_fill(missing)
        self._plan.rows["new"] += 1
        self._plan.cells["new"] += len(read.values)
        self._item(read, "new", id_, dict(read.values), OPEN if words else ACCEPT, words)
        self._ask(read, id_, "")

    def _ask(self, read: _RowRead, id_: str, ref: str) -> set[str]:
        for column, error, text in read.asked:
            self._plan.cells["unreadable"] += 1
            self._item(read, "unreadable", id_, error.guess, OPEN, error.words, column.field.name, ref=ref, text=text)
        return {"unreadable"} if read.asked else set()

    def _item(  # noqa: PLR0913
        self, read: _RowRead, kind: str, id_: str, theirs: Value | dict[str, Value], decision: str,
        words: Words | None = None, name: str | None = None, ours: Value = None, *, ref: str = "", text: str = "",
    ) -> None:  # fmt: skip
        table = self._table
        at = table.columns[name] if name else min(table.columns.values())
        self._plan.items.append(
            Item(
                kind=kind,
                entity=table.entity.name,
                id=id_,
                ref=ref,
                sheet=table.sheet.name,
                cell=table.sheet.address(read.place, at),
                field=name,
                base=None,
                ours=ours,
                theirs=theirs,
                decision=decision,
                words=words,
                text=text,
            )
        )

    def _keep_aside(self, place: int, row: Row) -> None:
        """Keep the cells of the columns that hold no field, so that nothing is lost without a trace."""
        kept = {heading: str(row[at]) for heading, at in self._aside if at < len(row) and row[at] is not None}
        if kept:
            self._plan.kept.append({"row": str(place + 1), **kept})


def _without_base(held: Field, here: Value, there: Value) -> tuple[str, Value]:
    """Compare a cell of which nobody knows what was sent: sets grow, empty cells are filled, other ones are asked."""
    if isinstance(held.type, Several) and isinstance(there, tuple) and isinstance(here, tuple):
        known = {fold(one) for one in here}
        added = [one for one in there if one not in here and fold(one) not in known]
        return ("theirs", tuple(sorted({*here, *added}))) if added else ("identical", here)
    if isinstance(here, str) and isinstance(there, str) and fold(here) == fold(there):
        return "identical", here
    return without_base(here, there), there


def _reader(type_: Type, reading: Reading) -> Reader:
    """Return the function that reads the cells of a column, each text once."""
    read = cache(lambda text: read_or_guess(type_, text, reading))
    return lambda raw: read(raw) if isinstance(raw, str) else read_or_guess(type_, raw, reading)


def _named(entity: Entity, text: str) -> dict[str, Value]:
    """Return the values of a record of which only the name is known."""
    if entity.name == "person":
        given, _, family = text.strip().rpartition(" ")
        return {"family_name": family, "given_name": given} if given else {"family_name": family}
    name = next(name for name in entity.title[0] if not isinstance(entity.fields[name].type, Link))
    values: dict[str, Value] = {name: text.strip()}
    for held in entity:
        if held.required and held.name == "name":
            values["name"] = text.strip()
    return values


def _to_fill(missing: list[Field]) -> Words | None:
    if not missing:
        return None
    fr = ", ".join(f"« {held.fr} »" for held in missing)
    en = ", ".join(f"“{held.en}”" for held in missing)
    return Words(
        f"Il manque {fr} : complétez la fiche, ou acceptez-la telle quelle.",
        f"{en} missing: complete the record, or accept it as it is.",
    )
