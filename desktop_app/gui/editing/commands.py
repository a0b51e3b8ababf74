"""The commands of a list that change cells: copy and paste blocks, empty, fill down; each writes one named step."""

from collections.abc import Callable, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from desktop_app.gui.actions import Actions, action, tip
from desktop_app.gui.editing.keys import ListKeys
from desktop_app.gui.editing.target import target_of
from desktop_app.gui.lists.deletion import delete_records
from desktop_app.gui.lists.record_list import RecordList
from desktop_app.gui.lists.specs import ListSpec
from desktop_app.gui.words import lang, mark, said, tr
from desktop_app.gui.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from desktop_app.domain.entity import Field
    from desktop_app.domain.progress import Progress
    from desktop_app.domain.values import Value
    from desktop_app.gui.editing.many import How
    from desktop_app.gui.editing.pasting import Onto
    from desktop_app.gui.editing.plan import Plan
    from desktop_app.gui.editing.replacing import Wish
    from desktop_app.store.base import Store

COPIED_AT_MOST = 20_000


class EditingCommands:
    """Mixed into the page of a list."""

    spec: ListSpec
    list: RecordList
    keys: ListKeys
    workspace: Workspace
    actions_: Actions

    if TYPE_CHECKING:  # of the page

        def window(self) -> "QWidget":
            """Return the window of the page."""

    def has_selection(self) -> bool:
        """Whether a record is selected."""
        return self.list.table.selected_count() > 0

    def has_block(self) -> bool:
        """Whether several rows of a block of cells are selected."""
        return self.keys.block.active and len(self.keys.block.rows) > 1

    # Copy and paste ----------------------------------------------------------------------------------------------

    @action(mark("Copy"), icon="copy", keys=("Ctrl+C",), menu="edit", when="has_selection")
    def copy(self) -> None:
        """Copy the block of cells, or the selected rows, for Excel and Word."""
        self._copy(headings=False)

    @action(mark("Copy with headings"), keys=("Ctrl+Shift+C",), menu="edit", when="has_selection")
    def copy_with_headings(self) -> None:
        """Copy the block of cells, or the selected rows, under their headings."""
        self._copy(headings=True)

    def _copy(self, *, headings: bool) -> None:
        from desktop_app.gui.editing import copying

        block = self.keys.block
        if block.active:
            numbers, columns = list(block.rows)[:COPIED_AT_MOST], block.columns
        else:
            numbers, columns = self.list.table.selected_rows()[:COPIED_AT_MOST], None
        done = copying.as_mime(self.workspace.store, self.list, numbers, columns, headings=headings)
        QGuiApplication.clipboard().setMimeData(done)
        text = (
            tr("%n row(s) copied with their headings", "", len(numbers))
            if headings
            else tr("%n row(s) copied", "", len(numbers))
        )
        more = "" if headings else tr("Ctrl+Shift+C copies the headings too")
        self.workspace.note(" · ".join(part for part in (text, more) if part))

    @action(mark("Paste"), keys=("Ctrl+V",), menu="edit")
    def paste(self) -> None:
        """Put what was copied here or in a spreadsheet over the cells from the current one on."""
        from desktop_app.gui.editing.clipboard import grid_of
        from desktop_app.gui.editing.pasting import plan_paste
        from desktop_app.gui.editing.plan import Planner

        data = QGuiApplication.clipboard().mimeData()
        grid = grid_of(data) if data is not None else []  # type: ignore[redundant-expr] # None while nothing was copied
        if not grid or not self.workspace.is_open:
            self.workspace.note(tr("There is nothing to paste: copy cells here, in Excel or in LibreOffice first."))
            return
        onto = self._onto(len(grid))
        entity, language = self.spec.entity, lang()
        self.make_plan(
            lambda store, step: plan_paste(Planner(store, entity, language), grid, onto, step),
            tr("Paste"), quiet=len(grid) == 1 == len(grid[0]),
        )  # fmt: skip

    def _onto(self, height: int) -> "Onto":
        from desktop_app.gui.editing.pasting import Onto

        block = self.keys.block
        first, shown = block.rows[0] if block.rows else 0, self.list.choice.shown()
        pks = self.list.model.pks
        records = (pks[row] for row in range(first, len(pks)) if pks[row] >= 0)  # without the heads of groups
        ids = list(islice(records, max(height, len(block.rows))))
        columns = [
            (shown[number].words, target_of(self.spec.entity, shown[number])) for number in block.columns_from_here()
        ]
        return Onto(ids, columns, len(block.rows), len(block.columns))

    # Empty and fill ----------------------------------------------------------------------------------------------

    @action(mark("Delete"), icon="trash-2", keys=("Del",), menu="edit", when="has_selection")
    def delete(self) -> None:
        """Empty the cells of a block; without one, delete the selected records, with an offer to undo it."""
        if self.keys.block.active:
            self._empty()
            return
        ids = [one.id for one in self.list.selected(COPIED_AT_MOST) if one.id]
        delete_records(self.window(), self.workspace, self.spec.entity, ids)

    def name_delete(self) -> None:
        """Let the command say what it will do: empty cells, or delete records."""
        self.actions_["delete"].setText(tr("Empty the cells") if self.keys.block.active else tr("Delete"))
        self.actions_["delete"].setToolTip(tip(self.actions_["delete"]))

    def _empty(self) -> None:
        from desktop_app.gui.editing.filling import plan_empty

        self._plan_block(plan_empty, tr("Empty cells"))

    def can_fill(self) -> bool:
        """Whether there are rows to fill: of a block, or selected as a whole, of which the current column is filled."""
        if self.keys.block.active:
            return self.has_block()
        return self.has_several() and self.list.table.currentIndex().isValid()

    @action(mark("Fill down"), keys=("Ctrl+Shift+D",), menu="edit", when="can_fill")
    def fill_down(self) -> None:
        """Give all rows of the block, or in the current column all selected rows, the values of the first one."""
        from desktop_app.gui.editing.filling import plan_fill

        self._plan_block(plan_fill, tr("Fill down"))

    # Many records ------------------------------------------------------------------------------------------------

    def has_several(self) -> bool:
        """Whether several records are selected."""
        return self.list.table.selected_count() > 1

    @action(
        mark("Change the selected entries…"), icon="pencil", keys=("Ctrl+Shift+E",), menu="edit", when="has_several"
    )
    def change_many(self) -> None:
        """Give one field of all selected records a value, as one step."""
        from desktop_app.gui.editing.many import ManyDialog

        rows = self.list.table.selected_rows()
        numbers = [self.list.model.pks[row] for row in rows]
        dialog = ManyDialog(self.workspace, self.spec.entity, len(numbers), self.window())
        column = self.list.choice.shown()[max(0, self.list.table.currentIndex().column())]
        dialog.choose(column.edited)
        dialog.asked.connect(lambda made, value, how: self._plan_many(numbers, made, value, how))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _plan_many(self, numbers: Sequence[int], made: "Field", value: "Value", how: "How") -> None:
        from desktop_app.gui.editing.many import plan_many
        from desktop_app.gui.editing.plan import Planner

        entity, language = self.spec.entity, lang()
        self.make_plan(
            lambda store, step: plan_many(Planner(store, entity, language), numbers, made, value, how, step),
            tr("Change several entries"),
        )

    @action(mark("Attach files…"), icon="paperclip", keys=("Ctrl+Shift+A",), menu="edit", when="has_selection")
    def attach(self) -> None:
        """Ask for files and attach them to the current record."""
        from desktop_app.gui.record_form.attaching import choose

        self.attach_files(choose(self.window(), self.workspace))

    def attach_files(self, paths: "Sequence[Path]") -> None:
        """Attach files to the current record."""
        from desktop_app.gui.record_form.attaching import attach

        if paths and (id_ := self.list.current_id()):
            attach(self.workspace, self.spec.entity, id_, paths)

    @action(mark("Find and replace…"), keys=("Ctrl+H",), menu="edit")
    def replace(self) -> None:
        """Replace a text in a column or in all, in the selected rows or in the whole list."""
        from desktop_app.gui.editing.replace_dialog import ReplaceDialog

        rows = self.list.table.selected_rows()
        chosen = [self.list.model.pks[row] for row in rows] if len(rows) > 1 else []
        numbers = chosen or list(self.list.numbers())
        shown, entity = self.list.choice.shown(), self.spec.entity
        columns = [(place, said(one.words)) for place, one in enumerate(shown) if target_of(entity, one)]
        where = (
            tr("In the %n selected row(s).", "", len(chosen))
            if chosen
            else tr("In all %n row(s) of this list.", "", len(numbers))
        )
        dialog = ReplaceDialog(columns, self.list.table.currentIndex().column(), where, self.window())
        dialog.asked.connect(lambda wish, number: self._plan_replace(numbers, wish, number))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _plan_replace(self, numbers: Sequence[int], wish: "Wish", number: int) -> None:
        from desktop_app.gui.editing.plan import Planner
        from desktop_app.gui.editing.replacing import plan_replace

        entity, language, shown = self.spec.entity, lang(), self.list.choice.shown()
        wanted = shown if number < 0 else [shown[number]]
        targets = [found for column in wanted if (found := target_of(entity, column))]
        self.make_plan(
            lambda store, step: plan_replace(Planner(store, entity, language), numbers, targets, wish, step),
            tr("Find and replace"),
        )

    # Plans -------------------------------------------------------------------------------------------------------

    def _plan_block(self, make: Callable[..., "Plan"], title: str) -> None:
        from desktop_app.gui.editing.plan import Planner

        block, entity, language = self.keys.block, self.spec.entity, lang()
        shown = self.list.choice.shown()
        rows = block.rows if block.active else self.list.table.selected_rows()
        numbers = [number for row in rows if (number := self.list.model.pks[row]) >= 0]
        targets = [found for number in block.columns if (found := target_of(entity, shown[number]))]
        if not targets:
            self.workspace.note(tr("These columns are put together from other entries: nothing was changed."))
            return
        # Of rows that are selected as a whole one does not see which column is meant: they are shown before.
        self.make_plan(
            lambda store, step: make(Planner(store, entity, language), numbers, targets, step),
            title,
            quiet=block.active,
        )

    def make_plan(self, make: Callable[["Store", "Progress"], "Plan"], title: str, *, quiet: bool = False) -> None:
        """Make a plan in the background and show it; a `quiet` one in which all is understood is written at once."""

        store = self.workspace.store
        self.workspace.tasks.run(
            lambda task: make(store, task.step),
            lambda plan: self.show_plan(plan, title, quiet=quiet),
            words=tr("Looking at what would change…"), lane="read",
        )  # fmt: skip

    def show_plan(self, plan: "Plan", title: str, *, quiet: bool) -> None:
        """Show a plan and write it once it is agreed to."""
        if not plan.lines:
            self.workspace.note(tr("Nothing to change: everything is like that already."))
            return
        if quiet and not plan.problems:
            self.write_plan(plan)
            return
        from desktop_app.gui.editing.preview import PlanDialog

        showing = self.workspace.store.names.showing(lang())
        dialog = PlanDialog(plan, showing, title, self.window())
        dialog.agreed.connect(lambda: self.write_plan(plan))
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(lambda _how: self.list.table.setFocus())
        dialog.open()

    def write_plan(self, plan: "Plan") -> None:
        """Write a plan as one step, with progress, and offer to undo it."""

        def done(_none: None) -> None:
            self.list.model.renew() if not plan.births else self.list.load()
            self.keys.changed.emit()
            self.workspace.note(said(plan.words), undo=True)

        self.workspace.long_edit(plan.words, plan.write, doing=tr("Writing the changes…"), by=self, done=done)  # type: ignore[arg-type]
