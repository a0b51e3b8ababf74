"""What the keys of a list begin: F2 and typing open the editor of a cell, Shift with the arrows a block of cells."""

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from desktop_app.domain.types import Day
from desktop_app.domain.values import Showing
from desktop_app.gui.editing.block import Block
from desktop_app.gui.lists.record_list import RecordList
from desktop_app.gui.words import lang
from desktop_app.gui.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.gui.editing.cells import CellEditing


class ListKeys(QObject):
    """Listens to the table of one list. `changed` when a record was changed in its cell."""

    changed = Signal()

    def __init__(self, list_: RecordList, workspace: Workspace, by: QObject) -> None:
        super().__init__(by)
        self._list, self._table, self._workspace, self._by = list_, list_.table, workspace, by
        self.block = Block(list_, self)
        self._table.installEventFilter(self)
        self._table.selectionModel().currentChanged.connect(lambda *_: self._show_focus())

    @cached_property
    def cells(self) -> "CellEditing":
        """What edits the cells, made with the first one."""
        from desktop_app.gui.editing.cells import CellEditing

        made = CellEditing(self._list, self._workspace, self._by)
        made.saved.connect(self.changed)
        return made

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what begins an edit; everything else is the table's."""
        kind = event.type()
        if not self._workspace.is_open:
            return False  # also while the window is being taken down, when the table may be gone already
        if kind in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._show_focus(focused=kind == QEvent.Type.FocusIn)
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        index = self._table.currentIndex()
        if not index.isValid():
            return False
        if self.block.on_key(event):
            return True
        if event.key() == Qt.Key.Key_F2 and not event.modifiers():
            self.cells.begin(index.row(), index.column())
            return True
        if event.key() == Qt.Key.Key_Semicolon and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            return self._begin_with_today(index.row(), index.column())
        if types(event):
            self.cells.begin(index.row(), index.column(), event.text())
            return True
        return False

    def _begin_with_today(self, row: int, number: int) -> bool:
        """Open the editor of a day with the day of today, as spreadsheets do."""
        entity, column = self._list.spec.entity, self._list.choice.shown()[number]
        field = entity.fields.get(column.edited)
        if field is None or not isinstance(field.type, Day):
            return False
        today = date.today().isoformat()  # noqa: DTZ011  (the user's day)
        self.cells.begin(row, number, field.type.show(today, Showing(lang())))
        return True

    def _show_focus(self, *, focused: bool | None = None) -> None:
        index = self._table.currentIndex()
        shown = self._table.hasFocus() if focused is None else focused
        self._table.cells.focus = (index.row(), index.column()) if shown and index.isValid() else (-1, -1)
        self._table.viewport().update()


def types(event: QKeyEvent) -> bool:
    """Return whether a key writes a letter, a digit or a sign; the space bar shows the details."""
    modifiers = Qt.KeyboardModifier
    held = event.modifiers() & ~(modifiers.ShiftModifier | modifiers.KeypadModifier | modifiers.GroupSwitchModifier)
    alt_gr = held == modifiers.ControlModifier | modifiers.AltModifier
    return bool(event.text().strip()) and event.text().isprintable() and (not held or alt_gr)
