"""New records from anywhere, and a backup when one wants it."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.gui.actions import action, collect
from desktop_app.gui.words import mark
from desktop_app.gui.workspace import Workspace


class NewCommands(QObject):
    """The commands of the menu File that work on every page."""

    def __init__(self, workspace: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self._workspace, self._window = workspace, window
        self.commands = collect(self)
        workspace.opened.connect(self.commands.refresh)
        workspace.closing.connect(self.commands.refresh)

    def can_write(self) -> bool:
        """Whether a base is open that can be written to."""
        return self._workspace.is_open and not self._workspace.store.readonly

    @action(mark("New mission"), icon="plane", keys=("Ctrl+Shift+M",), menu="file", when="can_write", window=True)
    def new_mission(self) -> None:
        """Open the form of a new mission."""
        self._open("mission")

    @action(mark("New instrument"), icon="flask-conical", keys=("Ctrl+Shift+I",), menu="file", when="can_write",
            window=True)  # fmt: skip
    def new_instrument(self) -> None:
        """Open the form of a new instrument."""
        self._open("instrument")

    @action(mark("New partner"), icon="landmark", keys=("Ctrl+Shift+P",), menu="file", when="can_write", window=True)
    def new_partner(self) -> None:
        """Open the form of a new partner."""
        self._open("partner")

    @action(mark("New person"), icon="users", keys=("Ctrl+Shift+U",), menu="file", when="can_write", window=True)
    def new_person(self) -> None:
        """Open the form of a new person."""
        self._open("person")

    @action(mark("New event"), icon="calendar", keys=("Ctrl+Shift+N",), menu="file", when="can_write", window=True)
    def new_event(self) -> None:
        """Open the form of a new delegation, visit or meeting."""
        self._open("event")

    @action(mark("Back up now"), icon="archive", menu="file", when="can_write")
    def back_up(self) -> None:
        """Copy the base and check the copy, now."""
        from desktop_app.gui.palette import carry_out

        carry_out.back_up(self._workspace)

    def _open(self, name: str) -> None:
        from desktop_app.domain import ENTITIES
        from desktop_app.gui.record_form.opening import open_form

        open_form(self._window, self._workspace, ENTITIES[name])
