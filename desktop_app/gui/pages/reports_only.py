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
    from desktop_app.reports.request import Selection


class OnlyListed(Worded, QPushButton):
    """A filter like those of the lists: while it is there, the report is about no other records."""

    cleared = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._asked: Selection | None = None
        self._report = ""
        look_as(self, "filter")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # the pane is as wide as it is
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross stands at the right
        self.setIcon(icons.icon("x", "filter_text"))
        look.size_icon(self, 13, 13)
        self.clicked.connect(self._clear)
        self.retranslate()
        self._show()

    def ask(self, asked: Selection | None) -> None:
        """Keep to what a list shows; to all records where it shows all."""
        self._asked = asked if asked is not None and (asked.filters or asked.search) else None
        self._show()

    def show_for(self, report: str) -> None:
        """Show itself beside a report that it concerns."""
        self._report = report
        self._show()

    def selection(self) -> Selection | None:
        """Return what the report that is shown keeps to."""
        return self._asked if self._asked is not None and self._asked.report == self._report else None

    def _show(self) -> None:
        self.setVisible(self.selection() is not None)

    def _clear(self) -> None:
        self.ask(None)
        self.cleared.emit()

    def retranslate(self) -> None:
        """Say the words in the language of the screen."""
        self.setText(tr("Only the filtered list"))
        self.setAccessibleName(self.text())
        self.setToolTip(tr("The report is about the rows that the list showed. Click to take them all."))
