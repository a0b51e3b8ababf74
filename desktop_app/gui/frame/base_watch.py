"""Watches the open base for the frame: whose it is, the numbers of the left pane, what could be undone."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.gui.pages import Place
from desktop_app.gui.preferences import deadlines
from desktop_app.gui.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.store.base import Store
    from desktop_app.store.edit import Changes


AFTER_OPENING_MS = 150  # the first rows of the page come first


class BaseWatch(QObject):
    """Reads after opening and after each change, in the background."""

    named = Signal(object)  # the words of the office and of its zone
    counted = Signal(object)  # Facts

    def __init__(self, workspace: Workspace, places: Sequence[Place], parent: QObject) -> None:
        super().__init__(parent)
        self._workspace, self._places = workspace, list(places)
        workspace.opened.connect(self._on_opened)
        workspace.changed.connect(self._on_changed)

    def _on_opened(self) -> None:
        store = self._workspace.store
        # After the page, which asks for its rows in the same moment.
        QTimer.singleShot(0, self, lambda: self._name(store))
        QTimer.singleShot(AFTER_OPENING_MS, self, self._count)

    def _on_changed(self, changes: "Changes | None", _by: QObject | None) -> None:
        if changes is not None and changes.entities & {"office", "zone"}:
            self._name(self._workspace.store)
        self._count()

    def _name(self, store: "Store") -> None:
        from desktop_app.gui.frame.base_facts import office_and_zone

        if self._workspace.is_open and self._workspace.store is store:
            self._workspace.read(lambda store: store.setting(deadlines.KEY), deadlines.soon.set)
            self._workspace.read(office_and_zone, self.named.emit)

    def _count(self, *_change: object) -> None:
        from desktop_app.gui.frame.base_facts import facts

        self._workspace.read(lambda store: facts(store, self._places), self.counted.emit, turn="late")
