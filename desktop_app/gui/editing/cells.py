"""Editing a cell where it stands: opened by F2 or by typing, saved at once as one step, then on to the next cell.

Whatever goes wrong is said beside the cell, and what was typed stays there until it is right or given up.
"""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.domain import ENTITIES
from desktop_app.domain.naming import said_in_line
from desktop_app.domain.values import Record, Showing, Value
from desktop_app.gui import messages
from desktop_app.gui.editing.box import CellBox, Line
from desktop_app.gui.editing.step import different, new_problems, words_of_cell, write_cell
from desktop_app.gui.editing.target import Target, target_of, why_not
from desktop_app.gui.editors.links import Links
from desktop_app.gui.lists.record_list import RecordList
from desktop_app.gui.table.cells import Cell
from desktop_app.gui.words import lang, said, tr
from desktop_app.gui.workspace import Workspace

SAID_MS = 5000


class CellEditing(QObject):
    """Edits the cells of one list; `saved` when a record has changed."""

    saved = Signal()

    def __init__(self, list_: RecordList, workspace: Workspace, by: QObject) -> None:
        super().__init__(by)
        self._list, self._table, self._workspace, self._by = list_, list_.table, workspace, by
        self.links = Links(workspace, creating=True, parent=self)
        self.box: CellBox | None = None
        self._id, self._pk, self._row, self._column = "", 0, 0, 0
        self._record: Record = {}
        self._creating = False
        self._word: Line | None = None
        self.links.create_asked.connect(self._create)
        self.links.open_asked.connect(self._open)
        for bar in (self._table.verticalScrollBar(), self._table.horizontalScrollBar()):
            bar.valueChanged.connect(self._follow)
        self._table.horizontalHeader().geometriesChanged.connect(self._follow)
        self._list.model.modelReset.connect(self._find_again)
        workspace.closing.connect(self.leave)
        # A slot of ours, not a lambda: it goes with us.
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]

    # Beginning and ending ----------------------------------------------------------------------------------------

    def begin(self, row: int, number: int, typed: str = "") -> None:
        """Open the editor of a cell, with what was typed in the list instead of what it holds."""
        self.leave()
        entity, column = self._list.spec.entity, self._list.choice.shown()[number]
        held = self._list.model.row(row)
        if not held.id:
            return
        target = target_of(entity, column)
        record = self._workspace.store.get(entity, held.id)
        if record is None:
            self._say(row, number, tr("This entry was deleted."))
        elif self._workspace.store.readonly:
            self._say(row, number, tr("This base is open read-only: nothing can be changed in it."))
        elif target is None:
            self._say(row, number, why_not(entity, column))
        else:
            self._id, self._pk, self._row, self._column = held.id, self._list.model.pks[row], row, number
            self._record = record
            self._bring_into_view(row, number)
            self._open_box(target, record, typed)

    def _bring_into_view(self, row: int, number: int) -> None:
        """Scroll to a cell, out from under the first column where that one stays in sight."""
        self._table.scrollTo(self._list.model.index(row, number))
        self._table.frozen.uncover(number)

    def _open_box(self, target: Target, record: Record, typed: str) -> CellBox:
        self._say_nothing()
        box = self.box = CellBox(target, self.links, self._table.viewport())
        box.show_of(record)
        box.done.connect(partial(self._on_done, box))
        box.left.connect(partial(self._on_left, box))
        box.editor.changed.connect(self._follow)
        self._follow()
        box.show()
        box.raise_()
        box.start(typed)
        return box

    def leave(self) -> None:
        """Leave the cell as it was."""
        if self.box is not None:
            box, self.box = self.box, None
            box.go()

    def _on_left(self, box: CellBox) -> None:
        if box is self.box:
            self.leave()
            self._table.setFocus()

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Save when one goes on elsewhere, as a spreadsheet does."""
        box = self.box
        if box is None or new is None or self._creating or QApplication.activePopupWidget() is not None:
            return
        inside = box.isAncestorOf(new) or new is box or box.line.isAncestorOf(new)
        if not inside and new.window() is box.window():
            self._save(box)

    # Saving ------------------------------------------------------------------------------------------------------

    def _on_done(self, box: CellBox, columns: int, rows: int) -> None:
        if box is self.box and self._save(box):
            self._table.setFocus()
            self._go_on(columns, rows)

    def _save(self, box: CellBox) -> bool:
        """Save what was typed; False where something must be put right first."""
        values = box.read()
        if values is None:
            return False
        entity, store = self._list.spec.entity, self._workspace.store
        changed = different(entity, self._record, values)
        if not changed:
            self.leave()
            return True
        problems = new_problems(store, entity, self._record, changed)
        blocking = [problem for problem in problems if problem.blocking]
        if blocking:
            box.refuse(said(blocking[0].words))
            return False
        warning = " ".join(said(problem.words) for problem in problems)
        self.leave()
        self._write(box.target, changed, warning)
        return True

    def _write(self, target: Target, changed: dict[str, Value], warning: str) -> None:
        entity, id_, place = self._list.spec.entity, self._id, (self._id, self._column)
        waiting = self._list.model.waiting
        waiting[place] = self._soon(target, changed)
        again = (self._id, self._pk, self._row, self._column, self._record)

        def done(_none: None) -> None:
            waiting.pop(place, None)
            self._list.model.renew()
            self.saved.emit()
            if warning:
                self._workspace.note(warning)

        def failed(error: Exception) -> None:
            waiting.pop(place, None)
            self._list.model.renew()
            self._open_again(again, target, changed, messages.sentence(error))

        self._table.viewport().update()
        words = words_of_cell(self._workspace.store, entity, id_, list(changed))
        self._workspace.edit(words, write_cell(entity, id_, changed), by=self._by, done=done, failed=failed)

    def _soon(self, target: Target, changed: Mapping[str, Value]) -> Cell:
        """Return what the cell shows until it is saved."""
        names = self._workspace.store.names
        field, record = target.field, {**self._record, **changed}
        names.fetch(self._list.spec.entity, [record])
        text = said_in_line(field.type, record.get(field.name), names.showing(lang()))
        if target.joined and target.until and (last := record.get(target.until.name)):
            text = f"{text} – {target.until.type.show(last, Showing(lang()))}"
        return Cell(text, tone="muted")

    def _open_again(
        self, again: tuple[str, int, int, int, Record], target: Target, changed: dict[str, Value], text: str
    ) -> None:
        """Bring back what could not be saved, with the reason."""
        if self.box is not None:  # something else is written already
            self._workspace.note(text, error=True)
            return
        self._id, self._pk, self._row, self._column, self._record = again
        box = self._open_box(target, {**self._record, **changed}, "")
        box.refuse(text)

    # Going on ----------------------------------------------------------------------------------------------------

    def _go_on(self, columns: int, rows: int) -> None:
        row, number = self._row, self._column
        row, number = self._beside(row, number, columns) if columns else (self._below(row, rows), number)
        index = self._list.model.index(row, number)
        if not index.isValid():
            return
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self._table.selectionModel().setCurrentIndex(index, flags)
        self._bring_into_view(row, number)

    def _below(self, row: int, step: int) -> int:
        """Return the next row of a record; the same where there is none."""
        for number in range(row + step, self._list.model.rowCount() if step > 0 else -1, step):
            if self._list.model.row(number).id:
                return number
        return row

    def _beside(self, row: int, number: int, step: int) -> tuple[int, int]:
        """Return the next cell that can be changed, in the order on the screen; after the last one the next row."""
        header, shown = self._table.horizontalHeader(), self._list.choice.shown()
        order = [header.logicalIndex(place) for place in range(len(shown))]
        editable = [one for one in order if target_of(self._list.spec.entity, shown[one])]
        place = editable.index(number) + step if number in editable else 0
        if 0 <= place < len(editable):
            return row, editable[place]
        return self._below(row, step), editable[0 if step > 0 else -1]

    # Place -------------------------------------------------------------------------------------------------------

    def _follow(self, *_moved: object) -> None:
        """Keep the editor over its cell."""
        if self.box is None:
            return
        cell = self._table.visualRect(self._list.model.index(self._row, self._column))
        across = self._table.horizontalHeader()
        edges = [across.sectionViewportPosition(one) for one in range(across.count())]
        self.box.lie_over(cell, self._table.viewport().rect(), [*edges, across.length() - across.offset()])

    def _find_again(self) -> None:
        """Stay with the record when the list was read anew; what was typed for one that is gone is given back."""
        if self.box is None:
            return
        if self._pk not in self._list.model.pks:
            self.leave()
            self._workspace.note(tr("The entry that you were changing is no longer in this list."), error=True)
            return
        self._row = self._list.model.pks.index(self._pk)
        QTimer.singleShot(0, self, self._select_again)  # once the list has chosen its row

    def _select_again(self) -> None:
        if self.box is not None:
            self._table.select_row(self._row)
            self._follow()

    def _say(self, row: int, number: int, text: str) -> None:
        """Say beside a cell why it can't be changed."""
        self._say_nothing()
        word = self._word = Line(self._table.viewport())
        word.say(text)
        word.lie_below(self._table.visualRect(self._list.model.index(row, number)), self._table.viewport().rect())
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._table, text))
        QTimer.singleShot(SAID_MS, word, self._say_nothing)
        self._table.selectionModel().currentChanged.connect(self._say_nothing)

    def _say_nothing(self, *_moved: object) -> None:
        if self._word is not None:
            self._table.selectionModel().currentChanged.disconnect(self._say_nothing)
            word, self._word = self._word, None
            word.hide()
            word.deleteLater()

    # Other records -----------------------------------------------------------------------------------------------

    def _create(self, entity: str, text: str, take: Callable[[str], None]) -> None:
        from desktop_app.gui.record_form.opening import create_linked

        box = self.box

        def taken(id_: str) -> None:
            self._creating = False
            if box is self.box:
                take(id_)

        self._creating = True
        window = create_linked(self._table.window(), self._workspace, ENTITIES[entity], text, taken)
        window.closed.connect(self._on_created)

    def _on_created(self) -> None:
        self._creating = False
        if self.box is not None:
            self.box.setFocus()

    def _open(self, entity: str, id_: str) -> None:
        from desktop_app.gui.record_form.opening import open_form

        open_form(self._table.window(), self._workspace, ENTITIES[entity], id_)
