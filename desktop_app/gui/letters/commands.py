"""The commands of lists that write to people: letters, e-mail drafts, contact cards."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop_app.gui.actions import action
from desktop_app.gui.words import mark

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.gui.lists.record_list import RecordList
    from desktop_app.gui.lists.specs import ListSpec
    from desktop_app.gui.workspace import Workspace

MOST = 300  # more letters at once nobody reads through


class WritingCommands:
    """Mixed into the page of a list whose records mean people."""

    spec: "ListSpec"
    list: "RecordList"
    workspace: "Workspace"

    if TYPE_CHECKING:  # of the page

        def window(self) -> "QWidget":
            """Return the window of the page."""

    @action(mark("Letter…"), icon="file-text", keys=("Ctrl+L",), menu="file", when="has_selection")
    def write_letter(self) -> None:
        """Write a letter to each of the selected records, from a Word template."""
        from desktop_app.gui.letters.dialog import open_letters

        open_letters(self.window(), self.workspace, self.spec.entity, self._chosen())

    @action(mark("E-mail draft"), icon="mail", menu="file", when="has_selection")
    def write_mail(self) -> None:
        """Open an e-mail to the people of the selected records."""
        from desktop_app.gui.letters.mailing import draft

        draft(self.workspace, self.spec.entity, self._chosen())

    @action(mark("Contact cards (vCard)…"), icon="user", menu="file", when="has_selection")
    def save_cards(self) -> None:
        """Save the people of the selected records for an address book."""
        from desktop_app.gui.letters.mailing import cards

        cards(self.window(), self.workspace, self.spec.entity, self._chosen())

    def _chosen(self) -> Sequence[str]:
        return [row.id for row in self.list.selected(MOST)]
