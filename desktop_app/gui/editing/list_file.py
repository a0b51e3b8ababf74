"""A list as a plain Excel file: the rows that it shows, in its order, with days and amounts that can be counted with.

Nothing of it is entered in the workbooks out: it is for reading, as what is copied is.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import repeat
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.domain.entity import Entity
from desktop_app.domain.types import Amount, Integer
from desktop_app.domain.values import Record
from desktop_app.gui import messages
from desktop_app.gui.editing.target import target_of
from desktop_app.gui.lists.columns import Column, Glance
from desktop_app.gui.lists.record_list import RecordList
from desktop_app.gui.lists.rows import RowReader
from desktop_app.gui.lists.specs import ListSpec
from desktop_app.gui.words import lang, said, tr, with_figure
from desktop_app.gui.workspace import Notice, Workspace

if TYPE_CHECKING:
    from array import array

    from desktop_app.domain.progress import Progress
    from desktop_app.excel.report_cells import Cell
    from desktop_app.gui.table.groups import Groups
    from desktop_app.reports.listing import Listing
    from desktop_app.store.base import Store

_AT_ONCE = 500


class Part(NamedTuple):
    """One column of the file: its heading, whether numbers stand in it, and what it says of a record."""

    heading: str
    number: bool
    cell: "Callable[[Record, Glance], Cell]"


@dataclass(frozen=True)
class Shown:
    """What a list shows at the moment it is asked for."""

    title: str
    columns: Sequence[Column]
    reader: RowReader
    numbers: "array[int]"
    groups: "Groups | None"
    grouped_by: str
    lang: str


def ask_and_save(parent: QWidget, workspace: Workspace, list_: RecordList) -> None:
    """Ask where the file goes, and write what the list shows into it."""
    from desktop_app.reports.file_names import file_name

    shown = shown_by(workspace, list_)
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    name = file_name(f"{shown.title} {datetime.now().astimezone():%Y-%m-%d}", set())
    chosen, _kind = QFileDialog.getSaveFileName(
        parent, tr("Save this list"), str(Path(folder) / f"{name}.xlsx"), tr("Excel workbooks (*.xlsx)")
    )
    if chosen:
        path = Path(chosen)
        save(parent, workspace, shown, path if path.suffix else path.with_suffix(".xlsx"))


def shown_by(workspace: Workspace, list_: RecordList) -> Shown:
    """Return what a list shows now."""
    entity, groups = list_.spec.entity, list_.model.groups
    named = {one.name: one for column in list_.choice.shown() for one in _one_by_one(column, list_.spec)}
    columns = list(named.values())
    title = f"{said(entity.words)} – {list_.view.text()}" if list_.view.conditions else said(entity.words)
    field = entity.fields.get(list_.choice.group) if groups is not None else None
    reader = RowReader(workspace.store, list_.spec, columns, lang())
    return Shown(title, columns, reader, list_.numbers(), groups, said(field.words) if field else "", lang())


def _one_by_one(column: Column, spec: ListSpec) -> list[Column]:
    """Return the columns that say one by one what a column of two lines says together."""
    return [spec.columns[name] for name in column.flat] or [column]


def save(parent: QWidget, workspace: Workspace, shown: Shown, path: Path) -> None:
    """Write a list into a file in the background, whole or not at all, and say so."""
    from desktop_app.excel.placing import put

    workspace.tasks.run(
        lambda task: put(written(workspace.store, shown, task.step), path),
        lambda _none: workspace.noted.emit(Notice(_done(len(shown.numbers), path), file=path)),
        lambda error: messages.show_error(parent, error, tr("{name} was not written.").format(name=path.name)),
        words=tr("Writing {name}…").format(name=path.name),
    )


def _done(count: int, path: Path) -> str:
    return with_figure(tr("%n row(s) written to {file}", "", count), count).format(file=path.name)


def written(store: "Store", shown: Shown, step: "Progress") -> bytes:
    """Return the bytes of the file."""
    from desktop_app.excel.plain_list import PlainList, plain_list
    from desktop_app.reports.encode import FICTITIOUS, printed_on
    from desktop_app.reports.letterhead import office_name
    from desktop_app.reports.run import default_paper

    now = datetime.now().astimezone()
    foot = printed_on(now, now, shown.lang)
    parts = _parts(store, shown)
    group = (shown.grouped_by,) if shown.groups is not None else ()
    held = PlainList(
        shown.title,
        office_name(store, shown.lang),
        f"{foot} · {FICTITIOUS.said(shown.lang)}" if store.demo else foot,
        shown.lang,
        (*group, *(part.heading for part in parts)),
        (*(False for _ in group), *(part.number for part in parts)),
        "letter" if default_paper(store) == "letter" else "a4",
    )
    return plain_list(held, _rows(store, shown, parts, step))


def _rows(store: "Store", shown: Shown, parts: Sequence[Part], step: "Progress") -> "Iterator[list[Cell]]":
    from desktop_app.store.giving_way import in_turn

    entity, total = shown.reader.entity, len(shown.numbers)
    heads = _heads(shown.groups) if shown.groups is not None else None
    for start in range(0, total, _AT_ONCE):
        step(start, total)
        numbers = shown.numbers[start : start + _AT_ONCE]
        records = {record["pk"]: record for record in store.page(entity, numbers)}
        glance = shown.reader.glance(list(records.values()))
        for number in in_turn(numbers):
            group = [next(heads)] if heads is not None else []
            if number in records:  # not gone since
                yield [*group, *(part.cell(records[number], glance) for part in parts)]


def _heads(groups: "Groups") -> Iterator[str]:
    for group in groups.groups:
        yield from repeat(group.words, group.size)


def _parts(store: "Store", shown: Shown) -> list[Part]:
    from desktop_app.reports.listing import Listing

    listing, found = Listing(store, shown.lang), []
    for column in shown.columns:
        target = target_of(shown.reader.entity, column)
        if target is None or (target.composed and not target.joined):
            found.append(Part(said(column.words), number=False, cell=partial(_words, column)))
            continue
        fields = (target.field, target.until) if target.until is not None and target.joined else (target.field,)
        found += [
            Part(
                said(field.words if target.joined else column.words),
                number=isinstance(field.type, Amount | Integer),
                cell=partial(_value, listing, shown.reader.entity, field.name),
            )
            for field in fields
        ]
    return found


def _words(column: Column, record: Record, glance: Glance) -> "Cell":
    words = column.cell(record, glance).words
    return "" if words == "—" else words


def _value(listing: "Listing", entity: Entity, name: str, record: Record, _glance: Glance) -> "Cell":
    from desktop_app.reports.workbook import held

    return held(listing.cell(entity, name, record))
