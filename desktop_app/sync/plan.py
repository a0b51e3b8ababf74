"""From a returned file to a plan: what was sent, what is here, what came back. Pure: nothing is written."""

from collections.abc import Mapping

from desktop_app.domain import ENTITIES
from desktop_app.domain.compare import Cell, compare_record, without_base
from desktop_app.domain.plan import ACCEPT, OPEN, REFUSE, ColumnRead, Item, Plan
from desktop_app.domain.values import Record, Value
from desktop_app.domain.words import Words
from desktop_app.excel.base import Base
from desktop_app.excel.recognise import Table, find_tables
from desktop_app.excel.reference import ref_in
from desktop_app.excel.sheets import Book, column_letters
from desktop_app.sync import sentences
from desktop_app.sync.actions import REMOVE, action_of
from desktop_app.sync.answers import NOTHING_SAID, Answers
from desktop_app.sync.columns import with_found_columns
from desktop_app.sync.doubts import doubt
from desktop_app.sync.entries import Entries
from desktop_app.sync.guards import alarm
from desktop_app.sync.here import Here
from desktop_app.sync.new_rows import NewRows
from desktop_app.sync.proposals import Proposal
from desktop_app.sync.read_row import Asked, Said
from desktop_app.sync.read_table import Pending, TableRead, read_table
from desktop_app.sync.whose_row import recognise_rows

# What a row is, when its cells are of several kinds: the first of these.
_STRONGEST = ("conflicts", "unreadable", "doubtful", "old_value", "theirs", "same", "ours", "identical")


def make_plan(  # noqa: PLR0913  # what is known of a file
    book: Book,
    bases: Mapping[str, Base],
    here: Here,
    *,
    file_name: str,
    sha256: str = "",
    notes: tuple[Words, ...] = (),
    answers: Answers = NOTHING_SAID,
    guessed: bool = False,
    proposal: Proposal | None = None,
) -> Plan:
    """Return what a returned file would change, compared with what its exports had shown and with what is here.

    `guessed`: the export was told from the content alone, so that nothing is accepted in advance · `proposal`: what new rows
    may have without saying it.
    """
    plan = Plan("return", file_name, sha256)
    plan.notes += [*book.notes, *notes]
    tables = [with_found_columns(table, bases, answers) for table in find_tables(book)]
    if not tables:
        plan.notes.append(sentences.NOTHING)
    _Planner(plan, bases, here, proposal, guessed=guessed).compare(tables, answers)
    if guessed:
        plan.open_all()
    return plan


class _Planner:
    """Fills a plan from the tables of a file."""

    def __init__(
        self, plan: Plan, bases: Mapping[str, Base], here: Here, proposal: Proposal | None, *, guessed: bool
    ) -> None:
        self._plan, self._bases, self._here, self._entries = plan, bases, here, Entries(plan, guessed=guessed)
        self._guessed = guessed
        self._seen: dict[str, Pending | None] = {}
        self._new = NewRows(plan, here, proposal, self._seen)
        # Where the ledger has another workbook under the number, what changed here since is not known.
        self._touched = {code: None if base.carried else here.touched(code) for code, base in bases.items()}

    def compare(self, tables: list[Table], answers: Answers) -> None:
        find, meanings = self._here.find, self._here.meanings()
        reads = [read_table(table, self._bases, self._new, find, self._seen, meanings) for table in tables]
        self._plan.notes += recognise_rows(reads, self._bases, self._seen, answers, self._here.find)
        for read in reads:
            self._new.announce(read)
            self._note_columns(read)
        for read in reads:
            self._compare_table(read)
        self._missing({table.entity.name for table in tables})
        stopped = [why for read in reads if (why := self._alarm(read))]
        if stopped:
            self._plan.stop("sorted" if "sorted" in stopped else "mass_change")

    def _alarm(self, read: TableRead) -> str | None:
        name = read.table.entity.name
        sheets = [base.sheets[name] for base in self._bases.values() if name in base.sheets]
        return alarm(read, lambda: [row for sheet in sheets for row in sheet.rows])

    def _note_columns(self, read: TableRead) -> None:
        table, ids = read.table, {pending.place: pending.id for pending in read.pending}
        self._plan.columns += [
            ColumnRead(table.sheet.name, column_letters(at), heading, table.entity.name, None, 0.0, sentences.NO_COLUMN)
            for at, heading in table.unknown
        ]
        for place, row in table.rows() if table.unknown else ():
            cells = {heading: str(row[at]) for at, heading in table.unknown if at < len(row) and row[at] is not None}
            if cells:
                self._plan.keep_beside(ids.get(place, ""), table.sheet.address(place, 0), cells)

    def _compare_table(self, read: TableRead) -> None:
        entity = read.table.entity
        self._compare_identical(read)
        known = [
            pending.id
            for pending in read.pending
            if pending.state == "prepared" or (pending.state == "known" and not self._is_as_sent_here(pending))
        ]
        records = self._here.records(entity, known)
        for pending in read.pending:
            self._entries.remark(pending)
            if pending.state == "strange":
                self._entries.row(pending, "doubtful", words=pending.words)
                self._plan.rows["doubtful"] += 1
            elif pending.state == "known" and self._is_as_sent_here(pending):
                self._typed_over(pending)
            elif pending.state == "known":
                self._known(pending, records.get(pending.id))
            else:
                self._new.add(pending, records.get(pending.id))
        for pending in read.copies:
            self._plan.rows["copied"] += 1
            self._new.copy(pending, sentences.COPY)

    def _compare_identical(self, read: TableRead) -> None:
        """Count the records that came back as they were sent; those changed here since are looked at."""
        entity, plan = read.table.entity, self._plan
        touched = self._touched_among(read)
        records = self._here.records(entity, touched) if touched else {}
        left = touched - self._strangers(read, touched - records.keys())
        for code, reader in read.readers.items():
            if left and code in self._bases:
                sheet = self._bases[code].sheets[entity.name]
                for id_, row in zip(sheet.ids, sheet.rows, strict=True):
                    if id_ in left:
                        left.discard(id_)
                        values = reader.base_values(row)
                        self._count(compare_record(entity, values, records.get(id_, {}), values))
        width = len(next(iter(read.readers.values())).columns)
        untouched = len(read.identical) - len(touched)
        plan.rows["identical"] += untouched
        plan.cells["identical"] += untouched * width

    def _strangers(self, read: TableRead, absent: set[str]) -> set[str]:
        """Say which of the records that came back as they were sent this base has never had, and return them."""
        found = set[str]()
        for base in self._bases.values() if absent else ():
            if sheet := base.sheets.get(read.table.entity.name):
                refs = {id_: ref_in(str(row[0])) for id_, row in zip(sheet.ids, sheet.rows, strict=True)}
                found |= {id_ for id_ in absent & refs.keys() if self._here.find(refs[id_]) is None}
        if found:
            self._plan.rows["doubtful"] += len(found)
            words = sentences.ALL_STRANGERS if len(found) == len(read.identical) else sentences.STRANGERS
            self._plan.notes.append(words.filled(count=len(found), sheet=read.table.sheet.name))
        return found

    def _touched_among(self, read: TableRead) -> set[str]:
        """Return which of the records that came back as they were sent may have changed here since."""
        found = set[str]()
        for code, base in self._bases.items():
            if sheet := base.sheets.get(read.table.entity.name):
                changed, ids = self._touched[code], read.identical.intersection(sheet.ids)
                found |= ids if changed is None else ids & changed
        return found

    def _count(self, cells: Mapping[str, Cell], asked: tuple[str, ...] = ()) -> None:
        counts, present = self._plan.cells, set(asked)
        for cell in cells.values():
            counts[cell.kind] += 1
            present.add(cell.kind)
        present = present or {"identical"}
        self._plan.rows[next(kind for kind in _STRONGEST if kind in present)] += 1

    def _is_as_sent_here(self, pending: Pending) -> bool:
        """Whether a record is known not to have changed here since it was sent: then only what was typed is looked at."""
        if pending.base_row is None or self._guessed:
            return False
        changed = self._touched[pending.reader.code]
        return changed is not None and pending.id not in changed

    def _typed_over(self, pending: Pending) -> None:
        """Compare the cells that were typed over, of a record that is still here as it was sent."""
        reader = pending.reader
        assert pending.base_row is not None  # noqa: S101  # told to the type checker
        columns = pending.differing
        base = reader.base_values(pending.base_row, columns)
        said = reader.said(pending.place, pending.row, pending.base_row, base, columns)
        if self._action(pending, base, base):
            return
        cells = compare_record(pending.table.entity, base, base, said.values)
        for name, cell in cells.items():
            cells[name] = self._decide(pending, name, cell, said)
        kinds = tuple(self._asked(pending, one, base, base) for one in said.asked)
        self._plan.cells["identical"] += len(reader.columns) - len(columns)
        self._count(cells, kinds)

    def _known(self, pending: Pending, ours: Record | None) -> None:
        entity, reader = pending.table.entity, pending.reader
        base = reader.base_values(pending.base_row) if pending.base_row is not None else {}
        said = reader.said(pending.place, pending.row, pending.base_row, base)
        if self._action(pending, base, ours):
            return
        if ours is None and self._here.find(pending.ref) is None:
            self._stranger(pending, said.values)
            return
        record = ours or {}
        if pending.base_row is not None:
            cells = compare_record(entity, base, self._with_unheard(pending, base, record), said.values)
            cells = {name: cell._replace(ours=record.get(name)) for name, cell in cells.items()}
        else:
            cells = {
                name: Cell(without_base(record.get(name), there), None, record.get(name), there)
                for name, there in said.values.items()
            }
        for name, cell in cells.items():
            cells[name] = self._decide(pending, name, cell, said, gone=ours is None)
        kinds = tuple(self._asked(pending, one, base, record) for one in said.asked)
        self._count(cells, kinds)

    def _with_unheard(self, pending: Pending, base: Mapping[str, Value], ours: Record) -> Record:
        """Return ours with the members of sets that the sender had added and of which nobody here has heard yet."""
        found: dict[str, Value] = dict(ours)
        for name, sent in base.items():
            absent = set(_members(sent)).difference(_members(ours.get(name)))
            if absent and pending.reader.behind(pending.id, name):
                for held in self._here.earlier(pending.id, name):
                    absent.difference_update(_members(held))
                found[name] = tuple(sorted({*_members(ours.get(name)), *absent})) or None
        return found

    def _stranger(self, pending: Pending, values: Mapping[str, Value]) -> None:
        """Enter a changed row of a record that this base has never had: accepted, it comes in whole."""
        filled = {name: value for name, value in values.items() if value is not None}
        self._plan.rows["doubtful"] += 1
        self._plan.cells["doubtful"] += len(filled)
        self._entries.row(pending, "doubtful", filled, OPEN, sentences.STRANGER.filled(ref=pending.ref))

    def _decide(self, pending: Pending, name: str, cell: Cell, said: Said, *, gone: bool = False) -> Cell:
        """Enter what must be decided of a cell, and return it with its final kind."""
        if gone and cell.kind in ("theirs", "conflicts"):
            cell = cell._replace(kind="conflicts")
            self._entries.cell(pending, name, cell, OPEN, sentences.GONE)
        elif cell.kind == "conflicts":
            old = cell.theirs in self._here.earlier(pending.id, name)
            cell = cell._replace(kind="old_value") if old else cell
            self._entries.cell(pending, name, cell, OPEN, sentences.OLD if old else None)
        elif cell.kind == "theirs" and self._guessed and cell.theirs in self._here.earlier(pending.id, name):
            # Compared with the wrong export, what was here before would come back.
            cell = cell._replace(kind="old_value")
            self._entries.cell(pending, name, cell, OPEN, sentences.OLD)
        elif cell.kind == "theirs" and (
            why := doubt(pending.table.entity.fields[name].type, cell, said.unsure.get(name, ""))
        ):
            cell = cell._replace(kind="doubtful")
            self._entries.cell(pending, name, cell, OPEN, why, said.unsure.get(name, ""))
        elif cell.kind == "theirs":
            held = pending.table.entity.fields[name]
            emptied = held.required and cell.theirs is None
            words = Words(f"« {held.fr} » est à remplir.", f"“{held.en}” must be filled in.") if emptied else None
            self._entries.cell(pending, name, cell, OPEN if emptied else ACCEPT, words)
        return cell

    def _asked(self, pending: Pending, one: Asked, base: Mapping[str, Value], ours: Record) -> str:
        """Enter a cell about which a person must say something; return its kind."""
        here = ours.get(one.code)
        if one.code and not one.text and here is None:
            self._plan.cells["same"] += 1  # emptied there, and empty here already
            return "same"
        self._entries.asked(pending, one, base.get(one.code), here)
        return one.kind

    def _action(self, pending: Pending, base: Mapping[str, Value], ours: Record | None) -> bool:
        """Enter the action asked in the last column; tell whether it settles the row."""
        action = action_of(pending)
        if action.kind == REMOVE:
            if ours is not None:
                changed = any(ours.get(name) != was for name, was in base.items())
                words, decision = (sentences.REMOVED_BUT_CHANGED, OPEN) if changed else (None, ACCEPT)
                self._entries.row(pending, "removed", None, decision, words, action.text)
            self._plan.rows["removed" if ours is not None else "same"] += 1
            return True
        self._entries.action(pending, action)
        return False

    def _missing(self, present: set[str]) -> None:
        """List the records of the file's own export whose row is absent; nothing is done with them."""
        main = next(iter(self._bases.values()), None)
        for name, sheet in (main.sheets if main else {}).items():
            entity = ENTITIES[name]
            if name not in present:
                if sheet.ids:
                    self._plan.notes.append(sentences.NO_SHEET.filled(name=entity.fr))
                continue
            absent = [place for place, id_ in enumerate(sheet.ids) if id_ not in self._seen]
            self._plan.rows["missing"] += len(absent)
            for place in absent:
                ref = ref_in(str(sheet.rows[place][0]))
                self._plan.items.append(
                    Item("missing", name, sheet.ids[place], ref, "", "", None, None, None, None, REFUSE)
                )


def _members(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()
