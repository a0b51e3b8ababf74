"""The commands that make a file of a list: a workbook for somebody who edits it, a plain file to read."""

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.gui.actions import action
from desktop_app.gui.lists.record_list import RecordList
from desktop_app.gui.lists.specs import ListSpec
from desktop_app.gui.words import mark
from desktop_app.gui.workspace import Workspace

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class FileCommands:
    """Mixed into the page of a list."""

    spec: ListSpec
    list: RecordList
    workspace: Workspace

    if TYPE_CHECKING:  # of the page

        def window(self) -> "QWidget":
            """Return the window of the page."""

    @action(mark("Export to Excel…"), icon="file-spreadsheet", keys=("Ctrl+E",), menu="file")
    def export(self) -> None:
        """Make a workbook of this list, for the countries that it is filtered by."""
        from desktop_app.gui.dialogs.export import open_export

        entity = self.spec.entity
        asked = [condition for condition in self.list.filters.conditions if condition.field in entity.places]
        values = [condition.value for condition in asked if condition.op in ("is", "in")]
        countries = [str(one) for value in values for one in (value if isinstance(value, tuple) else (value,)) if one]
        shown = self.list.question()
        # The countries are chosen in the dialog.
        others = tuple(one for one in shown.filters if one.field not in entity.places or one.op not in ("is", "in"))
        only = replace(shown, filters=others) if shown.search or others else None
        open_export(self.window(), self.workspace, (entity.name,), countries, shown=only, plain=self.save_list)

    @action(mark("Save this list as an Excel file…"), icon="download", menu="file")
    def save_list(self) -> None:
        """Write what the list shows into a plain Excel file, for reading, sorting and counting."""
        from desktop_app.gui.editing.list_file import ask_and_save

        ask_and_save(self.window(), self.workspace, self.list)
