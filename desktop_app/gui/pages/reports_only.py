"""Says that a report is about what a list shows, and takes that away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy

from desktop_app.gui import icons
from desktop_app.gui.parts import Worded, look_as
from desktop_app.gui.theme import look
from desktop_app.gui.words import tr

if TYPE_CHECKING:
    from desktop_app.store.queries import Query

_REPORTS = ("instrument_list",)  # those that can be about any selection


class OnlyListed(Worded, QPushButton):
    """A filter like those of the lists: while it is there, the report is about no other records."""

    cleared = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._asked: Query | None = None
        self._report = ""
        look_as(self, "filter")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # the pane is as wide as it is
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross stands at the right
        self.setIcon(icons.icon("x", "filter_text"))
        look.size_icon(self, 13, 13)
        self.clicked.connect(self._clear)
        self.retranslate()
        self._show()

    def ask(self, asked: Query | None) -> None:
        """Keep to what a question finds; to all records where it asks for all."""
        self._asked = asked if asked is not None and (asked.filters or asked.search) else None
        self._show()

    def show_for(self, report: str) -> None:
        """Show itself beside a report that it concerns."""
        self._report = report
        self._show()

    def question(self) -> Query | None:
        """Return what the report that is shown keeps to."""
        return self._asked if self._report in _REPORTS else None

    def _show(self) -> None:
        self.setVisible(self.question() is not None)

    def _clear(self) -> None:
        self.ask(None)
        self.cleared.emit()

    def retranslate(self) -> None:
        """Say the words in the language of the screen."""
        self.setText(tr("Only the filtered list"))
        self.setAccessibleName(self.text())
        self.setToolTip(tr("The report is about the rows that the list showed. Click to take them all."))
