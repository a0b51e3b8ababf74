"""Makes the report that is wished, in the background, and always ends with the last wish."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.gui.preview import Pages

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.gui.pages.reports_wishes import Wishes
    from desktop_app.gui.workspace import Workspace
    from desktop_app.reports.past import Past
    from desktop_app.reports.run import Report
    from desktop_app.store.base import Store

REST_MS = 300  # a preview begins when the user rests so long


class Made(NamedTuple):
    """A report that was made, with its pages."""

    wishes: Wishes
    report: Report
    pages: Pages


class Making(QObject):
    """Makes one report after the other: read on the worker of the base, typeset on the second one."""

    made = Signal(object)  # Made
    refused = Signal(object)  # an exception
    begun = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._wishes: Wishes | None = None
        self._number = 0
        self._under_way = False
        self._then: Callable[[Made], None] | None = None
        self._past: Past | None = None
        self.last: Made | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._make)

    @property
    def busy(self) -> bool:
        """Whether a report is being made or about to be."""
        return self._under_way or self._rest.isActive()

    def ask(self, wishes: Wishes | None, *, at_once: bool = False) -> None:
        """Ask for a report; what was asked before is forgotten."""
        self._number += 1
        self._wishes, self._under_way = wishes, False
        if wishes is None:
            self._rest.stop()
            self.forget()
        else:
            self._rest.start(0 if at_once else REST_MS)

    def when_ready(self, use: Callable[[Made], None]) -> None:
        """Use the report as it is wished now, at once or when it is there."""
        if self._rest.isActive():
            self._rest.start(0)
        if self.busy:
            self._then = use
        elif self.last is not None:
            use(self.last)

    def forget(self) -> None:
        """Give back the report that was made last."""
        self._then = None
        if self.last is not None:
            self.last.pages.close()
            self.last = None

    def _make(self) -> None:
        wishes = self._wishes
        if wishes is None or not self._workspace.is_open:
            return
        self._under_way = True
        self.begun.emit()
        number = self._number
        failed = partial(self._on_failed, number)
        self._workspace.read(partial(self._describe, wishes), partial(self._typeset, number, wishes), failed)

    def _describe(self, wishes: Wishes, store: Store) -> Report:
        from desktop_app.reports.past import Past

        # Made and closed on the worker: it reads the base of another day.
        self._past = self._past or Past()
        return _describe(wishes, self._past, store)

    def close_past(self) -> None:
        """Throw away the copy of another day's base."""
        past, self._past = self._past, None
        if past is not None:
            past.close()

    def _typeset(self, number: int, wishes: Wishes, report: Report) -> None:
        if number != self._number:
            return
        self._workspace.tasks.run(
            lambda _task: Pages(report.pdf()),
            lambda pages: self._take(number, Made(wishes, report, pages)),
            partial(self._on_failed, number),
            lane="file",
        )

    def _take(self, number: int, made: Made) -> None:
        if number != self._number:
            made.pages.close()
            return
        self._under_way = False
        before, self.last = self.last, made
        self.made.emit(made)
        if before is not None:
            before.pages.close()
        if self._then is not None:
            use, self._then = self._then, None
            use(made)

    def _on_failed(self, number: int, error: Exception) -> None:
        if number != self._number:
            return
        self._under_way = False
        self._then = None
        self.refused.emit(error)


def _describe(wishes: Wishes, past: Past, store: Store) -> Report:
    from desktop_app.reports.run import run_report

    return run_report(
        store,
        wishes.name,
        country=wishes.country,
        period=wishes.period,
        lang=wishes.lang,
        paper=wishes.paper,
        sections=wishes.sections,
        ref=wishes.ref,
        as_of=wishes.as_of,
        filters=wishes.only.filters if wishes.only else (),
        search=wishes.only.search if wishes.only else "",
        past=past,
    )
