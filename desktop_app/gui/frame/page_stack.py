"""The pages of the window, each built when it is first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.gui.page import Page
    from desktop_app.gui.pages import Place
    from desktop_app.gui.workspace import Workspace


START, HOME, LAST = "start/page", "dashboard", "last"  # the setting, what it is at first, and the page shown last


class PageStack(QStackedWidget):
    """Shows one page at a time."""

    shown = Signal(object)  # Page

    def __init__(self, workspace: Workspace, places: Sequence[Place]) -> None:
        super().__init__()
        self._workspace = workspace
        self.places = {place.name: place for place in places}
        self.pages: dict[str, Page] = {}

    def show_page(self, name: str) -> Page:
        """Show a page."""
        page = self.pages.get(name)
        if page is None:
            page = self.pages[name] = self.places[name].make(self._workspace, self)
            self.addWidget(page)
        self.setCurrentWidget(page)
        self._workspace.settings.keep("window/page", name)
        self.shown.emit(page)
        return page

    @property
    def name(self) -> str:
        """The name of the page that is shown."""
        return next((name for name, page in self.pages.items() if page is self.currentWidget()), "")

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return self.pages.get(self.name)

    def first(self) -> str:
        """Return the page to start with: what is due, unless another was chosen, or the one that was shown last."""
        settings = self._workspace.settings
        kept = settings.text(START, HOME)
        if kept == LAST:
            kept = settings.text("window/page", HOME)
        return kept if kept in self.places else next(iter(self.places))
