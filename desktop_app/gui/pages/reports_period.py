"""The period of a report: a usual one from a list, or dates typed as people say them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.domain.refused import Refused
from desktop_app.gui.parts import Worded, column, label
from desktop_app.gui.quiet_box import QuietBox
from desktop_app.gui.words import said, tr

if TYPE_CHECKING:
    from desktop_app.reports.request import Period

_ALL, _RECENT, _OTHER = "all", "recent", "other"


class PeriodEditor(Worded, QWidget):
    """Chooses a period; `changed` comes when one was chosen, or dates were typed to the end."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._open = False
        self.list, self.dates, self.wrong = QuietBox(), QLineEdit(), label("", "error", wrap=True)
        self.list.activated.connect(self._on_chosen)
        self.dates.editingFinished.connect(self.changed)
        self.setFocusProxy(self.list)
        self.setLayout(column(self.list, self.dates, self.wrong, spacing=6))
        self.retranslate()

    @property
    def choice(self) -> str:
        """What is chosen in the list."""
        return str(self.list.currentData())

    def offer(self, *, all_years: bool, choice: str = "") -> None:
        """Offer the usual periods, with or without all years, and choose one."""
        self._open = all_years
        self._fill(choice)

    def period(self) -> Period | None:
        """Return the period; None for all years. Raises Refused where the dates say none."""
        from desktop_app.reports.request import Period

        today = _today()
        self.wrong.clear()
        try:
            if self.choice == _ALL:
                return None
            if self.choice == _RECENT:
                return Period.last_months(today)
            return Period.read(self.dates.text() if self.choice == _OTHER else self.choice, today)
        except Refused as refused:
            self.wrong.setText(said(refused.words))
            raise
        finally:
            self._show_dates()

    def _fill(self, choice: str) -> None:
        self.list.clear()
        for code, words in self._usual():
            self.list.addItem(words, code)
        self.list.show_data(choice)
        self._show_dates()

    def _usual(self) -> list[tuple[str, str]]:
        year = _today().year
        return [
            *([(_ALL, tr("All years"))] if self._open else []),
            (_RECENT, tr("Last 12 months")),
            (str(year), tr("This year ({year})").format(year=year)),
            (str(year - 1), tr("Last year ({year})").format(year=year - 1)),
            (f"{year - 4}..{year}", tr("Last five years")),
            (_OTHER, tr("Other dates…")),
        ]

    def _show_dates(self) -> None:
        other = self.choice == _OTHER
        self.dates.setVisible(other)
        self.wrong.setVisible(other and bool(self.wrong.text()))

    def _on_chosen(self) -> None:
        self._show_dates()
        if self.choice == _OTHER:
            self.dates.setFocus()
        if self.choice != _OTHER or self.dates.text():
            self.changed.emit()

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        self.list.setAccessibleName(tr("Period"))
        self.list.setAccessibleDescription(tr("The report counts what falls in this period."))
        self.dates.setAccessibleName(tr("Dates of the period"))
        self.dates.setAccessibleDescription(tr("Such as 2024, 2022-2025 or 01/2024-06/2024."))
        self.dates.setPlaceholderText("01/2024 – 06/2024")
        self._fill(self.choice)


def _today() -> date:
    return date.today()  # noqa: DTZ011  (the day on the wall of the office)
