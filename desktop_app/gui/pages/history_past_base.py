"""The base as it was on a day, opened beside the one of today: a copy that is read only, and thrown away afterwards."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.gui.tasks import Tasks
from desktop_app.gui.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.gui.tasks import Task
    from desktop_app.store.base import Store


class PastBase(QObject):
    """Opens one day after the other. `workspace` is what lists of that day work with."""

    shown = Signal()  # another day, or none

    def __init__(self, now: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._now = now
        self.tasks = Tasks(self)
        # Columns as they are chosen today; what is chosen in the past is not kept.
        self.workspace = Workspace(now.settings.aside(), self.tasks, self)
        self.day = ""
        self._wanted = ""  # the day that is being opened, or is open
        self.tasks.failed.connect(now.tasks.failed)
        self.workspace.noted.connect(now.noted)

    @property
    def opening(self) -> bool:
        """Whether a day is being opened."""
        return self._wanted != self.day

    def open(self, day: str, failed: Callable[[Exception], None], words: str) -> None:
        """Open the base as it was at the end of a day, in the background."""
        if day == self._wanted:
            return
        self.close()
        self._wanted, store, tasks = day, self._now.store, self._now.tasks

        def work(_task: "Task") -> "tuple[Store, TemporaryDirectory[str]]":
            folder = TemporaryDirectory(prefix="passerelle-", ignore_cleanup_errors=True)
            try:
                return _opened(store, day, Path(folder.name)), folder
            except BaseException:
                folder.cleanup()
                raise

        def show(found: "tuple[Store, TemporaryDirectory[str]]") -> None:
            past, folder = found
            if day != self._wanted or self.day:  # another day was asked for meanwhile
                tasks.run(lambda _task: _throw_away(past, folder), lane="file", sure=True)
                return
            self.day = day
            self.workspace.take(past)
            self.workspace.once_closed(lambda _path: folder.cleanup())
            self.shown.emit()

        def refuse(error: Exception) -> None:
            if day != self._wanted:
                return
            self._wanted = ""
            self.shown.emit()
            failed(error)

        tasks.run(work, show, refuse, words=words, lane="file", sure=True)
        self.shown.emit()

    def close(self) -> None:
        """Throw the day away that is open."""
        self._wanted = ""
        if self.workspace.is_open:
            self.day = ""
            self.shown.emit()
            self.workspace.close()

    def end(self) -> None:
        """Stop the threads; nothing of the past is left on the disk."""
        self.close()
        self.tasks.close()


def _throw_away(past: "Store", folder: "TemporaryDirectory[str]") -> None:
    past.close()
    folder.cleanup()


def _opened(store: "Store", day: str, folder: Path) -> "Store":
    from desktop_app.reports.past import before_its_time
    from desktop_app.store.base import Store

    past = Store.open(store.as_of(day, folder), readonly=True)
    if not past.counts()["country"]:  # what every base holds from its first day
        past.close()
        raise before_its_time(date.fromisoformat(day))
    return past
