"""What a selection of a list says on the clipboard: rows as they are shown, a block of cells as one could write it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from desktop_app.domain.values import Record, Showing
from desktop_app.gui.editing import clipboard
from desktop_app.gui.editing.clipboard import Copied
from desktop_app.gui.editing.target import Target, target_of
from desktop_app.gui.lists.record_list import RecordList
from desktop_app.gui.words import lang, said

if TYPE_CHECKING:
    from desktop_app.store.base import Store


def as_mime(
    store: "Store", list_: RecordList, rows: Sequence[int], columns: Sequence[int] | None, *, headings: bool
) -> QMimeData:
    """Return some rows, or some columns of them, ready to be pasted."""
    shown, entity = list_.choice.shown(), list_.spec.entity
    numbers = columns if columns is not None else _order(list_)
    targets = {number: target_of(entity, shown[number]) for number in numbers}
    records = {record["pk"]: record for record in store.page(entity, [list_.model.pks[row] for row in rows])}
    store.names.fetch(entity, list(records.values()))
    showing = store.names.showing(lang())
    out = []
    for row in rows:
        held, record = list_.model.row(row), records.get(list_.model.pks[row])
        if record is not None:
            out.append([
                _copied(targets[number], record, showing, held.cells[number]._replace(out="").words, whole=columns is None)
                for number in numbers
            ])  # fmt: skip
    return clipboard.as_mime([said(shown[number].words) for number in numbers] if headings else [], out)


def _order(list_: RecordList) -> list[int]:
    header = list_.table.horizontalHeader()
    return [header.logicalIndex(place) for place in range(header.count())]


def _copied(target: Target | None, record: Record, showing: Showing, words: str, *, whole: bool) -> Copied:
    if target is None:
        return Copied(words)
    value = record.get(target.field.name)
    if target.joined and target.until is not None:
        last = target.until.type.show(record.get(target.until.name), showing)
        first = target.field.type.show(value, showing)
        return Copied(words if whole else f"{first} – {last}" if last else first)
    text = target.field.type.show(value, showing)
    return Copied(words if whole and target.composed else text, target.field.type, value)
