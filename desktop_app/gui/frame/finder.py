"""Search from the top bar: the field, its results, and what else has the name that is typed."""

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.gui.frame.page_stack import PageStack
from desktop_app.gui.words import tr
from desktop_app.gui.workspace import Go, Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QAction

    from desktop_app.gui.frame.search_popup import Entry, SearchPopup
    from desktop_app.gui.frame.top_bar import SearchField

NAMED_AT_MOST = 6


class Finder(QObject):
    """Joins the search field and its results, which are made when one first searches."""

    left = Signal()

    def __init__(
        self, workspace: Workspace, field: "SearchField", stack: PageStack, commands: "Callable[[], Iterable[QAction]]",
        over: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(over)
        self._workspace, self._field, self._stack = workspace, field, stack
        self._commands, self._over = commands, over
        field.textEdited.connect(self._on_text)
        field.steered.connect(self._on_key)

    @cached_property
    def popup(self) -> "SearchPopup":
        """The results."""
        from desktop_app.gui.frame import search_popup

        made = search_popup.SearchPopup(self._workspace, self._named, self._over)
        made.place_below(self._field)
        made.left.connect(self._leave)
        return made

    def begin(self) -> None:
        """Give the keyboard to the field."""
        self._field.setFocus()
        self._field.selectAll()

    def _on_text(self, text: str) -> None:
        self.popup.ask(text)

    def _on_key(self, key: int) -> None:
        self.popup.steer(key)

    def _leave(self) -> None:
        self._field.clear()
        self.left.emit()

    def _named(self, text: str) -> "list[Entry]":
        """Return the pages and commands whose name holds a text."""
        from desktop_app.domain.text import fold
        from desktop_app.gui.frame.search_popup import Entry

        wanted = fold(text)
        places = [
            Entry(tr(place.text), "", place.icon, partial(self._workspace.asked.emit, Go(place.name)))
            for place in self._stack.places.values()
            if wanted in fold(tr(place.text))
        ]
        commands = [
            Entry(made.text().rstrip("…"), made.shortcut().toString(), "chevron-right", made.trigger)
            for made in self._commands()
            if made.isEnabled() and wanted in fold(made.text())
        ]
        return [*places, *commands][:NAMED_AT_MOST]
