"""The steps of the journal as rows by day, and what a step did as rows by record."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from desktop_app.domain.entity import Entity
from desktop_app.domain.naming import full_title
from desktop_app.domain.values import Record, Showing, Value
from desktop_app.gui import hues
from desktop_app.gui.table.cells import Cell, Tone
from desktop_app.gui.table.model import Heading, Row
from desktop_app.gui.table.short_list import title_row
from desktop_app.gui.when import clock, day_title, moment, short_day
from desktop_app.gui.words import by, dotted, figure, labelled, lang, said, tr
from desktop_app.store.base import Store
from desktop_app.store.look_back import RecordChange
from desktop_app.store.steps import FieldChange, Step

if TYPE_CHECKING:
    from datetime import date

UNDOABLE = ("edit", "import")
SHOWN_RECORDS = 200  # of one step; the pane says how many others there are
WIDTHS = (70, 110, 280, 212, 124)
WHAT = 2


def headings() -> list[Heading]:
    """Return the heads of the list of steps."""
    return [
        Heading(tr("Time")), Heading(tr("Who")), Heading(tr("What")), Heading(tr("From", "a file")),
        Heading(tr("Changes"), right=True),
    ]  # fmt: skip


def rows(steps: Sequence[Step], own: str) -> list[Row]:
    """Return the steps, newest first, below the title of their day; `own`: who sits at this computer."""
    found: list[Row] = []
    last: date | None = None
    for step in steps:
        day = moment(step.wall).date()
        if day != last:
            found.append(title_row(day_title(day), len(WIDTHS)))
            last = day
        found.append(_row(step, own))
    return found


def _row(step: Step, own: str) -> Row:
    tone: Tone = "muted" if step.undone else "text"
    origin = dotted(tr("Undone") if step.undone else "", from_words(step))  # this first: the name of a file may be cut
    return Row(
        str(step.batch),
        "",
        (
            Cell(clock(moment(step.wall)), tone="muted"), Cell(by(step.author, own), tone=tone),
            Cell(what_words(step), tone=tone),
            Cell(origin, tone="muted"), Cell(figure(step.changes) if step.changes else "", right=True, tone="muted"),
        ),
    )  # fmt: skip


def what_words(step: Step) -> str:
    """Return what a step did, in words."""
    if step.kind == "undo":
        return tr("Undone: {what}").format(what=said(step.words))
    if step.kind == "redo":
        return tr("Done again: {what}").format(what=said(step.words))
    return said(step.words)


def from_words(step: Step) -> str:
    """Return where a step came from: a file, the program itself, somebody's hands; nothing for an undo."""
    if step.file_name or step.kind in ("undo", "redo"):
        return step.file_name or ""
    return tr("Delivered with the program") if step.kind == "reference" else tr("Typed here")


def can_be_undone(step: Step) -> bool:
    """Whether undoing a step means something: it was made by hand or from a file, and still stands."""
    return step.kind in UNDOABLE and not step.undone


# What only the program reads: where a file that is attached lies, and how long it is.
_UNREAD = {"attachment": ("owner", "size", "content")}

# What a step did ---------------------------------------------------------------------------------------------------


def told(store: Store, batch: int, language: str, *, taken_back: bool = False) -> tuple[list[Row], int]:
    """Read what a step did, as rows by record, and how many records it touched; of an undo, what it took back."""
    records, total = store.step_records(batch, SHOWN_RECORDS)
    _fetch_names(store, records)
    showing = _showing(store, records, language)
    words = "{what}" if not taken_back else tr("{what}, taken back")
    found = [row for record in records for row in _record_rows(store, record, showing, words)]
    return [*found, *_beside_rows(store, batch, showing)], total


def _beside_rows(store: Store, batch: int, showing: Showing) -> Iterator[Row]:
    """Yield what the file of a step said beside the records: what people wrote, what was not taken, what was noted."""
    said_ = store.step_beside(batch)
    lines = [(tr("Remark"), ref, text) for ref, text in said_.remarks]
    lines += [(tr("Not taken"), ref, text) for ref, text in said_.untaken]
    lines += [(tr("Note"), "", words.said(showing.lang)) for words in said_.notes]
    lines += [(tr("Column left aside"), "", heading) for heading in said_.columns]
    if lines:
        yield title_row(tr("Remarks about the file"), 1)
    for number, (label, ref, text) in enumerate(lines[:SHOWN_RECORDS]):
        found = store.find(ref) if ref else None
        name = store.names.label(found[0].name, found[1], showing.lang) if found else ""
        key = f"{found[0].name}/{found[1]}" if found else "/"
        yield Row(f"{key}/beside{number}", "", (Cell(text, dotted(label, name)),))


def _fetch_names(store: Store, records: Sequence[RecordChange]) -> None:
    for record in records:
        for change in (*record.fields, *record.newer):
            if change.field in record.entity.fields:
                values = [{change.field: change.before}, {change.field: change.after}]
                store.names.fetch(record.entity, values, depth=1)


def _showing(store: Store, records: Sequence[RecordChange], language: str) -> Showing:
    """Return how values are shown, with what an undone step had added called as it was then."""
    added: dict[str, tuple[Entity, Record]] = {}
    for record in records:
        kept = store.names.record(record.entity.name, record.id) or {}
        if record.kind == "added" and all(kept.get(change.field) is None for change in record.fields):
            added[record.id] = record.entity, {**kept, **{change.field: change.after for change in record.fields}}
    return store.names.showing(language, added)


def _name(store: Store, record: RecordChange, showing: Showing) -> str:
    """Return what a record is called, or was while it was there: one whose birth was undone says nothing any more."""
    now = store.names.record(record.entity.name, record.id) or {}
    told = {change.field: change.after for change in record.fields}
    return full_title(record.entity, told | {name: value for name, value in now.items() if value is not None}, showing)


def _record_rows(store: Store, record: RecordChange, showing: Showing, words: str) -> Iterator[Row]:
    name = _name(store, record, showing)
    kinds = {"added": tr("added"), "removed": tr("removed"), "restored": tr("brought back"), "changed": tr("changed")}
    second = words.format(what=f"{record.entity.one.said(showing.lang)} · {kinds[record.kind]}")
    key = f"{record.entity.name}/{record.id}"
    yield Row(f"{key}/", "", (Cell(name, second, bold=True, icon=hues.ENTITY_ICONS.get(record.entity.name, "")),))
    newer = {change.field: change for change in reversed(record.newer)}
    for change in record.fields:
        if change.field in record.entity.fields and change.field not in _UNREAD.get(record.entity.name, ()):
            yield Row(f"{key}/{change.field}", "", (_change_cell(record, change, newer.get(change.field), showing),))


def _change_cell(record: RecordChange, change: FieldChange, newer: FieldChange | None, showing: Showing) -> Cell:
    label = record.entity.fields[change.field].words.said(showing.lang)
    after = shown(record.entity, change.field, change.after, showing)
    text = after
    if record.kind != "added":
        text = f"{shown(record.entity, change.field, change.before, showing)} → {after}"
    if newer is None:
        return Cell(text, label)
    return Cell(text, f"{label} · {since_words(record.entity, newer, showing)}", tone="warn")


def since_words(entity: Entity, newer: FieldChange, showing: Showing) -> str:
    """Return by what a value was replaced since, when and by whom."""
    return tr("since then {value} ({who}, {day})").format(
        value=shown(entity, newer.field, newer.after, showing),
        who=newer.author,
        day=short_day(moment(newer.wall).date()),
    )


def shown(entity: Entity, field: str, value: Value, showing: Showing) -> str:
    """Return a value as people read it; a word where there is none."""
    return entity.fields[field].type.show(value, showing) or tr("empty")


def staying(store: Store, batch: int, at_most: int = 5) -> list[str]:
    """Name the first values that an undo would leave, since they were changed since."""
    records, _total = store.step_records(batch, SHOWN_RECORDS)
    _fetch_names(store, records)
    showing = store.names.showing(lang())
    lines: list[str] = []
    for record in records:
        for change in record.newer:
            name = _name(store, record, showing)
            if change.field in record.entity.fields:
                label = record.entity.fields[change.field].words.said(showing.lang)
                lines.append(labelled(f"{name}, {label}", since_words(record.entity, change, showing)))
            if len(lines) == at_most:
                return lines
    return lines
