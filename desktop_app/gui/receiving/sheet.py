"""A sheet that is not ours, read in the background: its rows as they stand, its columns, its first rows as ours."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity
from desktop_app.domain.plan import Plan, owner_of
from desktop_app.domain.types import as_text
from desktop_app.domain.values import Showing, Value
from desktop_app.domain.words import Words
from desktop_app.gui.receiving.columns import TheirColumn
from desktop_app.gui.receiving.tables import TableHere
from desktop_app.gui.receiving.taking_in import Foreign
from desktop_app.gui.receiving.values import CREATED, Asked
from desktop_app.gui.review.part_words import missing, part_label, part_value
from desktop_app.gui.table.cells import Cell
from desktop_app.gui.table.model import Heading, Row
from desktop_app.gui.words import said
from desktop_app.store.base import Query, Store

if TYPE_CHECKING:
    from desktop_app.importers.questions import Question
    from desktop_app.importers.recognise import ForeignTable
    from desktop_app.importers.sheet import Taken

EXAMPLES, PREVIEWED, PREVIEW_FIELDS = 3, 4, 7
RAW_ROWS, RAW_COLUMNS = 30, 30
MOST_ASKED = 300
_MARK = "? "


@dataclass(frozen=True, slots=True)
class Told:
    """What a person says of a sheet; what is not said is guessed. `sender` None: nobody has said whose it is.

    `create` None: who is named and not here is added to a base that has no partners yet, else asked about.
    """

    sheet: str | None = None
    header_row: int | None = None
    entity: str | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)
    sender: str | None = None
    create: bool | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    same: Mapping[str, str] | None = None  # by field, what all rows have; None: as the same sender's last file


@dataclass(frozen=True, slots=True)
class Understood:
    """How a sheet was understood, and the plan that follows from it; `doubt` asks what its rows are."""

    entity: Entity
    sheet: str
    header_row: int
    columns: list[TheirColumn]
    taken: "Taken"
    headings: list[Heading]
    preview: list[Row]
    letters: list[str]
    raw: list[list[str]]
    asked: list[Asked]
    sender: str = ""
    doubt: Words | None = None
    key: str = ""  # of the table, among those of the file
    tables: tuple[TableHere, ...] = ()
    same: Mapping[str, str] = field(default_factory=dict)
    proposed: tuple[str, str] | None = None  # a field and a value that all rows may have
    create: bool = False  # whether who is named and not here is added

    @property
    def plan(self) -> Plan:
        """What the sheet would add and change."""
        return self.taken.plan


def understand(store: Store, foreign: Foreign, told: Told, lang: str) -> Understood:
    """Read a sheet as it was told, else as it is guessed. Raises Refused with what to say about it."""
    from desktop_app.importers.memory import learned_from, said_for_all, sender_of
    from desktop_app.importers.recognise import Told as Saying
    from desktop_app.importers.sheet import take_sheet
    from desktop_app.importers.which_table import choices_of
    from desktop_app.sync.meanings import known_meanings

    create = _has_no_partners(store) if told.create is None else told.create

    def take(sender: str | None) -> "Taken":
        learned = learned_from(store, sender)
        same = said_for_all(store, sender) if told.same is None else dict(told.same)
        saying = Saying(told.entity, told.sheet, told.header_row, dict(told.mapping), learned, same)
        return take_sheet(
            store, foreign.book, saying, file_name=foreign.path.name, sha256=foreign.sha256,
            create=CREATED if create else (), answers=told.answers, meanings=known_meanings(store), lang=lang,
            in_doubt=True,
        )  # fmt: skip

    taken, sender = take(told.sender), told.sender or ""
    if told.sender is None and (sender := sender_of(store, taken.plan)):
        taken = take(sender)
    table = taken.table
    headings, preview = _preview(store, taken.plan, table.entity, lang)
    letters, raw = _raw(table)
    return Understood(
        table.entity, table.sheet.name, table.header_row, _columns(table, taken.plan), taken, headings, preview, letters, raw,
        [_asked(store, one, lang) for one in taken.questions[:MOST_ASKED]], sender, table.doubt, table.table.key,
        tuple(TableHere(*one) for one in choices_of(foreign.book)), table.same, _proposed(store, foreign, table, lang), create,
    )  # fmt: skip


def _has_no_partners(store: Store) -> bool:
    """Tell whether a base is new: every name of its first sheet would be asked about, with nothing that it may be."""
    return not store.count(Query(ENTITIES["partner"]))


def _proposed(store: Store, foreign: Foreign, table: "ForeignTable", lang: str) -> tuple[str, str] | None:
    """Return what the names of the file and its sheets say for all rows: the country, by its name."""
    from desktop_app.domain.values import Reading
    from desktop_app.importers.for_all import proposed

    present = {name for one in table.columns.values() for name in one.fields} | table.same.keys()
    texts = (table.sheet.name, *table.table.above[:6], foreign.path.name)
    found = proposed(table.entity, present, texts, Reading(resolve=store.resolve))
    country = store.resolve("country", found[1]) if found else None
    return (found[0], store.names.label("country", country, lang)) if found and country else None


def keep(store: Store, understood: Understood, told: Told) -> str:
    """Put the plan on the shelf, and remember the columns and the answers; return the key of the review.

    Columns that were put right are remembered also where nobody said from whom they came: under the name of their file.
    """
    from desktop_app.importers.memory import learn, remember
    from desktop_app.sync import shelf

    sender = understood.sender if told.sender is None else told.sender
    if told.sender is None and told.mapping:
        sender = sender or Path(understood.plan.file_name).stem
    if sender:
        learn(store, sender, understood.plan, understood.same)
    remember(store, told.answers)
    return shelf.take_in(store, understood.plan).key


def write_back(foreign: Foreign, understood: Understood, target: Path, lang: str) -> list[Words]:
    """Write the copy for the sender; return what could not be kept."""
    from desktop_app.excel.send_back import send_back
    from desktop_app.importers.answering import marks_for

    marks = marks_for(understood.taken.table, understood.plan, lang)
    return send_back(foreign.path, foreign.book, marks, target)


def told_kind(told: Told, understood: Understood) -> bool:
    """Tell whether it is known what the rows are: seen, or said by a person."""
    return understood.doubt is None or told.entity is not None


def answered(told: Told, key: str, answer: str) -> Told:
    """Return what was told with one more answer; an empty one takes it back."""
    answers = {**told.answers, key: answer} if answer else {k: v for k, v in told.answers.items() if k != key}
    return replace(told, answers=answers)


def _columns(table: "ForeignTable", plan: Plan) -> list[TheirColumn]:
    places = list(table.table.headings)
    found: dict[int, list[str]] = {place: [] for place in places}
    for _part, _place, row in table.rows():
        for place in places:
            if place < len(row) and len(found[place]) < EXAMPLES and (text := as_text(row[place])):
                found[place].append(" ".join(text.split())[:60])
        if all(len(texts) == EXAMPLES for texts in found.values()):
            break
    waiting = _waiting(plan)
    return [
        TheirColumn(read, " · ".join(found[place]), *waiting.get(read.column, (0, None)))
        for read, place in zip(table.read, places, strict=True)
    ]


def _waiting(plan: Plan) -> dict[str, tuple[int, Words | None]]:
    """Return how many cells of each column wait for a person, with what is said of the first."""
    found: dict[str, tuple[int, Words | None]] = {}
    for item in plan.items:
        if item.kind in ("unreadable", "doubtful") and item.words and (item.field or item.kind == "unreadable"):
            letters = item.cell.rpartition("!")[2].rstrip("0123456789")
            count, words = found.get(letters, (0, item.words))
            found[letters] = (count + 1, words)
    return found


def _raw(table: "ForeignTable") -> tuple[list[str], list[list[str]]]:
    """Return the first rows of the sheet as they stand, with the letters of their columns."""
    from desktop_app.excel.sheets import column_letters

    rows = table.sheet.rows[:RAW_ROWS]
    width = min(RAW_COLUMNS, max((len(row) for row in rows), default=0))
    texts = [[" ".join(as_text(cell).split())[:80] for cell in row[:width]] for row in rows]
    return [column_letters(place) for place in range(width)], texts


def _asked(store: Store, one: "Question", lang: str) -> Asked:
    def named(id_: str) -> str:
        beside = store.names.subtitle(one.entity, id_, lang)
        name = store.names.label(one.entity, id_, lang)
        return f"{name} ({beside})" if beside else name

    candidates = tuple((id_, named(id_)) for id_ in one.candidates[:8])
    return Asked(one.key, one.text, ENTITIES[one.entity].one, one.count, candidates, one.words, one.entity)


def _preview(store: Store, plan: Plan, entity: Entity, lang: str) -> tuple[list[Heading], list[Row]]:
    """Return the first new rows as they would stand in our list, with what belongs to them."""
    items = [item for item in plan.items if item.entity == entity.name and isinstance(item.theirs, dict)][:PREVIEWED]
    records = [item.theirs for item in items if isinstance(item.theirs, dict)]
    asked = {(one.id, one.field): one.text for one in plan.items if one.kind == "unreadable" and one.field and one.text}
    open_ = {name for id_, name in asked if id_ in {item.id for item in items}}
    names = [
        one.name for one in entity if one.name in open_ or any(record.get(one.name) is not None for record in records)
    ]
    store.names.fetch(entity, records, depth=1)
    showing = store.names.showing(lang, plan.coming)
    parts = [_parts(store, plan, (item.entity, item.id), showing) for item in items]
    labels = list(dict.fromkeys(label for one in parts for label in one))
    names = names[: max(PREVIEW_FIELDS - len(labels), PREVIEW_FIELDS // 2)]
    labels = labels[: PREVIEW_FIELDS - len(names)]
    rows = [
        Row(
            str(number), "",
            (
                *(Cell(_shown(entity, record, name, showing, asked.get((item.id, name), ""))) for name in names),
                *(Cell(", ".join(held.get(label, ()))) for label in labels),
            ),
        )
        for number, (item, record, held) in enumerate(zip(items, records, parts, strict=True), 1)
    ]  # fmt: skip
    return [*(Heading(said(entity.fields[name].words)) for name in names), *map(Heading, labels)], rows


def _shown(entity: Entity, record: Mapping[str, Value], name: str, showing: Showing, asked: str) -> str:
    """Return a value as people read it; what was written where a person must say what it means."""
    shown = entity.fields[name].type.show(record.get(name), showing)
    return shown or (_in_question(asked) if asked else "")


def _in_question(text: str) -> str:
    """Return a text of which a person must say what it means; its mark stands first, where no long name hides it."""
    return f"{_MARK}{text}"


def _parts(store: Store, plan: Plan, owner: tuple[str, str], showing: Showing) -> dict[str, list[str]]:
    """Return what belongs to a new record: the content of its parts by what each is called, what is asked first."""
    found: dict[str, list[str]] = {}
    for item in plan.items:
        if owner_of(item) == owner and isinstance(item.theirs, dict):
            store.names.fetch(ENTITIES[item.entity], [item.theirs], depth=1)
            found.setdefault(part_label(item, showing), []).append(
                _in_question(item.text) if missing(item) else part_value(item, showing)
            )
    return {label: sorted(texts, key=lambda text: not text.startswith(_MARK)) for label, texts in found.items()}


def entities() -> list[Entity]:
    """Return the kinds of records that a sheet may hold."""
    from desktop_app.domain import INTERNAL, REFERENCE

    return [entity for entity in ENTITIES.values() if entity not in (*REFERENCE, *INTERNAL)]
