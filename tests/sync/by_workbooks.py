"""The agreement with workbooks inside: exported, edited by hand, handled in every usual way, taken in anywhere, again and again.

Whatever a file says is checked against what hands have typed: nothing that was typed is lost, nothing is said that nobody typed,
no row goes to another record. What becomes of it is checked by the model, as everything else.
"""

import json
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule

from desktop_app.domain import ENTITIES
from desktop_app.domain.plan import ACCEPT, OPEN, REFUSE, Item, Plan
from desktop_app.domain.refused import Refused
from desktop_app.domain.values import Value
from desktop_app.excel.base import unpack
from desktop_app.excel.by_hand import HandEdit
from desktop_app.excel.handling import HANDLINGS, Book, opened, tables
from desktop_app.store.fold import Change, canonical, register_of
from desktop_app.store.tables import REM, SET
from desktop_app.sync.apply import apply_plan
from desktop_app.sync.bases import UNKNOWN
from desktop_app.sync.export import Request, export_workbook
from desktop_app.sync.receive import receive
from tests.sync.agreement import INSTRUMENT, NAMES, PARTNER, Agreement
from tests.sync.model import Event

COLUMNS = {"partner": ("name", "city", "aliases"), "instrument": ("title", "starts_on", "ends_on")}
TYPED: dict[str, dict[str, list[str]]] = {
    "partner": {"name": ["Chulalongkorn", "Mahidol"], "city": ["Sapa", "Huế", "-"], "aliases": ["a; c", "d", "b; a"]},
    "instrument": {"title": ["Forêts", "Eau"], "starts_on": ["2024", "2023-11"], "ends_on": ["2028", "2027-03"]},
}
_MOST_PAPERS = 6
_NO_BASE = UNKNOWN.en.partition("{")[0]
Cell = tuple[str, str, str]  # entity, record, field


@dataclass
class Paper:
    """A workbook that was sent: what it showed of each record, by entity and id, who had said it, and whose each reference is."""

    path: Path
    shown: dict[tuple[str, str], dict[str, Value]]
    said_by: dict[tuple[str, str], list[Event]]  # by record and register
    refs: dict[str, tuple[str, str]] = field(default_factory=dict)


@dataclass
class Back:
    """A file on its way back: what hands have typed, and whether its references are still there."""

    path: Path
    paper: Paper
    typed: dict[Cell, Value]
    filled: dict[str, dict[str, Value]]  # prepared rows by the id of their record
    referenced: bool


def _without_references(book: Book) -> None:
    for sheet in tables(book):
        for row in range(4, sheet.max_row + 1):
            sheet.cell(row, 1).value = None


def _copied_into_a_new_file(book: Book) -> None:
    for name in [name for name in book.sheetnames if name not in {sheet.title for sheet in tables(book)}]:
        del book[name]
    for sheet in tables(book):
        sheet.tables.clear()
        sheet.delete_rows(1, 2)
    book.defined_names.clear()
    book.custom_doc_props = type(book.custom_doc_props)()
    book.properties.keywords = book.properties.subject = ""


class AgreementByWorkbooks(Agreement):
    """The machine with embassies beside it."""

    exchanges = 0
    files: ClassVar[int] = 0

    @initialize(target=Agreement.records, skew=st.lists(st.integers(-40, 40), min_size=3, max_size=3))
    def start(self, skew: list[int]) -> Any:
        """Begin with a few records, and a workbook that an embassy has edited."""
        self.papers: list[Paper] = []
        self.backs: list[Back] = []
        first = super().start(skew)
        for name in ("Prince", "Kasetsart", "Mahidol"):
            self._step("n", lambda edit, name=name: edit.add(PARTNER, {"name": name, "city": "Hanoi"}))  # type: ignore[misc]
        self._step("n", lambda edit: edit.add(INSTRUMENT, {"title": "Eau", "starts_on": "2024", "ends_on": "2026"}))
        self.export("n")
        self.somebody_edits(0, sum(skew) + 10**3)
        for number in range(len(self.backs)):
            self.take_a_file_in(NAMES[skew[0] % 3], number, skew[1] + 10**3, skew[2] % 4 == 0)
        return first

    @rule(where=st.sampled_from(NAMES))
    def export(self, where: str) -> None:
        """An embassy gets a workbook."""
        papers, store = self.papers, self.stores[where]
        if len(papers) >= _MOST_PAPERS:
            return
        before = self._shown(store)
        path = self.folder / f"out{len(papers)}.xlsx"
        export_workbook(store, path, Request(tuple(COLUMNS), columns=COLUMNS, recipient="Ambassade fictive"))
        self._note(where, before)
        paper = Paper(path, before, self._said_by(where, before))
        hand = HandEdit(path)
        shipment = next(one for one in store.ledger.shipments() if one.file_name == path.name and "-" not in one.number)
        whole = store.ledger.shipment(shipment.number)
        assert whole
        base = unpack(whole.base, ENTITIES)
        for name in COLUMNS:
            sheet = base.sheets[name]
            ids = [*sheet.ids, *sheet.prepared.values()]
            paper.refs |= {ref: (name, id_) for ref, id_ in zip(hand.references(name), ids, strict=True)}
        papers.append(paper)

    def _said_by(
        self, where: str, shown: dict[tuple[str, str], dict[str, Value]]
    ) -> dict[tuple[str, str], list[Event]]:
        """Return the events that say what a workbook shows."""
        found: dict[tuple[str, str], list[Event]] = {}
        gone = self.model.gone(where)
        for (name, row), record in shown.items():
            for register in {register_of(ENTITIES[name], code)[0] for code in COLUMNS.get(name, ())}:
                names = register.split("+")
                on_screen = canonical({one: record[one] for one in names} if names[1:] else record[register])
                added = [event for event in self.model.known(where, (row, register)) if event.kind == "add"]
                found[row, register] = [event for event in added if event.token not in gone]
                found[row, register] += [e for e in self.model.latest(where, (row, register)) if e.value == on_screen]
        return found

    @rule(which=st.integers(0, _MOST_PAPERS), seed=st.integers(0, 10**6))
    def somebody_edits(self, which: int, seed: int) -> None:
        """Somebody types into a workbook, and treats it as people do."""
        paper = self.papers[which % len(self.papers)]
        chance = random.Random(seed)
        hand, typed, filled = HandEdit(paper.path), dict[Cell, Value](), dict[str, dict[str, Value]]()
        for name, fields in TYPED.items():
            refs = hand.references(name)
            records = refs[:-20]
            for ref in chance.sample(records, k=min(len(records), chance.randint(0, 2))):
                for code in chance.sample(list(fields), k=chance.randint(1, 2)):
                    text = chance.choice(fields[code])
                    hand.type(name, ref, code, text)
                    typed[name, paper.refs[ref][1], code] = _meant(name, code, text)
            if chance.random() < 0.3:
                values = {code: texts[0] for code, texts in fields.items() if "-" not in texts[0]}
                first = next(iter(fields))
                values[first] = f"{values[first]} {chance.choice('AB')}"
                ref = hand.add(name, values)
                filled[paper.refs[ref][1]] = {code: _meant(name, code, text) for code, text in values.items()}
        way = chance.choice(("kept", "kept", "kept", "no references", "new file"))
        edited = self.folder / f"edited{len(self.backs)}.xlsx"
        hand.save(edited)
        book = opened(edited)
        if way == "no references":
            _without_references(book)
        elif way == "new file":
            _copied_into_a_new_file(book)
        # Without its codes, a table is known by its headings alone.
        words, handling = chance.choice([one for one in HANDLINGS if way != "new file" or "head" not in one[0].en])
        names = list(COLUMNS)
        made = handling(book, self.folder / f"back{len(self.backs)}.xlsx")
        for number, path in enumerate(made):
            entities = {names[number]} if len(made) > 1 else set(names)
            lossy = "Windows" in words.en
            held = {cell: value for cell, value in typed.items() if cell[0] in entities}
            if lossy and any("ế" in str(value) or "ê" in str(value) for value in held.values()):
                continue  # what that code page lacks is lost before it reaches us
            self.backs.append(Back(path, paper, held, filled, way != "no references"))

    @rule(
        readers=st.lists(st.sampled_from(NAMES), min_size=1, max_size=3), which=st.integers(0, _MOST_PAPERS),
        seed=st.integers(0, 10**6),
    )  # fmt: skip
    def an_embassy_answers(self, readers: list[str], which: int, seed: int) -> None:
        """A workbook is edited, and comes back at once: to one, or to several who answer it each in his own way."""
        before = len(self.backs)
        self.somebody_edits(which, seed)
        for number in range(before, len(self.backs)):
            for place, where in enumerate(readers):
                self.take_a_file_in(where, number, seed + place, False)

    @precondition(lambda self: bool(self.backs))
    @rule(where=st.sampled_from(NAMES), which=st.integers(0, 50), seed=st.integers(0, 10**6), back=st.booleans())
    def take_a_file_in(self, where: str, which: int, seed: int, back: bool) -> None:
        """Somebody receives a file, and answers as they like; now and then it is taken back at once."""
        one, store, chance = self.backs[which % len(self.backs)], self.stores[where], random.Random(seed)
        plan = receive(store, one.path)
        type(self).exchanges += 1
        type(self).files += 1
        assert plan is not None
        if plan.stopped:
            return
        self._check_said(store, plan, one)
        for item in plan.items:
            if item.kind == "conflicts" and item.words is None:
                item.decision = chance.choice((ACCEPT, REFUSE, OPEN))
            elif item.kind in ("theirs", "new") and item.decision == ACCEPT:
                item.decision = chance.choice((ACCEPT, ACCEPT, ACCEPT, REFUSE))
        before, shown, had = self._shown(store), store.fingerprint(), store.installations.have()
        self.plan, self.paper = plan, one.paper
        try:
            applied = apply_plan(store, plan)
        except Refused:
            assert store.installations.have() == had
            return
        self._note(where, before, decided=True)
        self.plan = None
        assert not applied.left
        if back and applied.changes.entities:
            self._take_back(where, shown)

    def _take_back(self, where: str, shown: str) -> None:
        store = self.stores[where]
        before = self._shown(store)
        try:
            store.undo()
        except Refused:
            return
        self._note(where, before)
        assert store.fingerprint() == shown

    plan: Plan | None = None
    paper: Paper

    def _check_said(self, store: Any, plan: Plan, one: Back) -> None:
        """Nothing typed is lost, nothing is said that nobody typed, no row goes to another record."""
        said: dict[Cell, Item] = {}
        for item in plan.items:
            if item.field is not None:
                said[item.entity, item.id, item.field] = item
        based = not any(note.en.startswith(_NO_BASE) for note in plan.notes)
        for cell, item in said.items():
            if item.kind in ("theirs", "conflicts") and one.referenced and based:
                assert cell in one.typed or cell[1] in one.filled, (cell, item)
                typed = one.typed[cell] if cell in one.typed else one.filled[cell[1]].get(cell[2])
                if ENTITIES[cell[0]].fields[cell[2]].several:
                    here, sent, there = (set(held or ()) for held in (item.ours, item.base, typed))  # type: ignore[arg-type]
                    typed = tuple(sorted((here | (there - sent)) - (sent - there))) or None
                assert item.theirs == typed, (item, typed)
        for item in plan.items:
            if item.kind == "new" and isinstance(item.theirs, dict) and one.referenced:
                assert item.id in one.filled, item
        if not one.referenced:
            _check_given(one, said)
            return
        for cell, value in one.typed.items():
            record = store.get(ENTITIES[cell[0]], cell[1]) or {}
            found = said.get(cell)
            if found is None or not (found.theirs == value or found.words or isinstance(value, tuple)):
                held = record.get(cell[2])
                same = held == value or (isinstance(value, tuple) and set(value) <= set(held or ()))
                assert same or one.paper.shown[cell[:2]].get(cell[2]) == value or plan.rows["doubtful"], (
                    cell,
                    value,
                    found,
                )

    @rule()
    def everybody_agrees(self) -> None:
        """Everybody has the same records, and the same workbooks out."""
        super().everybody_agrees()
        ledgers = [{(one.sha256, one.state) for one in store.ledger.shipments()} for store in self.stores.values()]
        assert ledgers[0] == ledgers[1] == ledgers[2], ledgers

    # What a file says has its own authors: they had on screen what the workbook showed

    def _event(
        self, where: str, one: Change, before: dict[tuple[str, str], dict[str, Value]], known: set[str], *, decided: bool
    ) -> None:  # fmt: skip
        if one.author or one.wall or one.kind not in (SET, REM) or self.plan is None:
            super()._event(where, one, before, known, decided=decided)
            return
        entity, row = ENTITIES[str(one.tbl)], str(one.row)
        model, cell, value = self.model, (row, str(one.field)), json.loads(one.value or "null")
        if one.kind == REM:
            shown_there = [event for event in self.paper.said_by.get(cell, ()) if event.value == value]
            seen = [event for event in model.known(where, cell) if event.kind == "add" and event.value == value]
            model.did(where, Event(cell, value, one.id, frozenset(e.token for e in [*seen, *shown_there]), "remove"))
            return
        names = str(one.field).split("+")
        shown = before.get((entity.name, row), {})
        items = [item for item in self._items(entity.name, row) if item.field in names]
        base = {name: shown.get(name) for name in names} | {str(item.field): item.base for item in items}
        wanted = canonical(base if names[1:] else base[names[0]])
        if any(item.behind is None for item in items) and any(shown.get(name) != base[name] for name in names):
            model.did(where, Event(cell, canonical(value), one.id, frozenset(), proposal=True))
            return
        seen = [event for event in model.known(where, cell) if event.value == wanted]
        if all(item.behind is not None for item in items):
            seen += self.paper.said_by.get(cell, ())
        model.did(where, Event(cell, canonical(value), one.id, frozenset(event.token for event in seen)))

    def _items(self, entity: str, row: str) -> Iterator[Item]:
        assert self.plan
        yield from (item for item in self.plan.items if item.entity == entity and item.id == row)


def _check_given(one: Back, said: Mapping[Cell, Item]) -> None:
    """No row without a reference is given to another record, unless somebody typed that record's own words into it."""
    for cell, item in said.items():
        if (item.kind, item.decision) == ("theirs", ACCEPT) and not _typed_there(one, cell, item):
            assert _resembles_by_typing(one, cell), (cell, item, one.typed)


def _typed_there(one: Back, cell: Cell, item: Item) -> bool:
    """Whether what is said of a cell was typed into its own row."""
    if cell[1] in one.filled:
        return True
    return cell in one.typed and (ENTITIES[cell[0]].fields[cell[2]].several or one.typed[cell] == item.theirs)


def _resembles_by_typing(one: Back, cell: Cell) -> bool:
    """Whether somebody typed into another row what this record had shown: then that row may be taken for its own."""
    shown = one.paper.shown[cell[:2]]
    elsewhere = [(held[2], value) for held, value in one.typed.items() if held[0] == cell[0] and held[1] != cell[1]]
    elsewhere += [named for values in one.filled.values() for named in values.items()]
    return any(value is not None and shown.get(name) == value for name, value in elsewhere)


def _meant(entity: str, code: str, text: str) -> Value:
    """Return what a text means in a column."""
    if text == "-":
        return None
    if ENTITIES[entity].fields[code].several:
        return tuple(sorted(part.strip() for part in text.split(";")))
    return text
