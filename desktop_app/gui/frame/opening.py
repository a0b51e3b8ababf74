"""Opening a base, or making one, in the background, once the window stands; and what follows: backup and check."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app import paths
from desktop_app.gui.messages import sentence
from desktop_app.gui.pages import import_all
from desktop_app.gui.words import tr
from desktop_app.gui.workspace import Workspace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.domain.words import Words
    from desktop_app.gui.tasks import Task
    from desktop_app.store.base import Store

IMPORT_AFTER_MS = 2_000  # the first rows come first
LOOK_AFTER_MS = 5_000  # and what the user does first
LOOK_EVERY_MS = 60 * 1000
BACKUP_MINUTES, SECOND_PLACE = "backup/minutes", "backup/second"  # chosen on the page Settings
LONG_AWAY_DAYS = 14  # without its second copy, the user is told


def demo_path() -> Path:
    """Return where the demo base of this user is."""
    return paths.data() / "Demo.passerelle"


class Opening(QObject):
    """Opens bases for a workspace. `refused` says in one sentence why one could not be opened."""

    refused = Signal(str, object)  # the sentence, the path or None
    damaged = Signal(object)  # the problems that the check found

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._backed_up_at = -1, ""
        self._ready = QTimer(self, singleShot=True, interval=IMPORT_AFTER_MS)
        self._ready.timeout.connect(self._import)
        self._soon = QTimer(self, singleShot=True, interval=LOOK_AFTER_MS)
        self._soon.timeout.connect(self._look_after)
        self._often = QTimer(self, interval=LOOK_EVERY_MS)
        self._often.timeout.connect(self._on_minute)
        self._minutes = 0
        workspace.opened.connect(self._on_opened)
        for timer in (self._ready, self._soon, self._often):
            workspace.closing.connect(timer.stop)

    def open(self, path: Path, *, readonly: bool = False) -> None:
        """Open a base."""

        def work(_task: "Task") -> "Store":
            from desktop_app.store.base import Store

            return Store.open(path, readonly=readonly)

        self._start(work, path, tr("Opening {name}…").format(name=path.name))

    def create(self, path: Path, office: str) -> None:
        """Make a new base for an office and open it."""

        def work(_task: "Task") -> "Store":
            from desktop_app.store.base import Store

            return Store.create(path, office)

        self._start(work, path, tr("Making {name}…").format(name=path.name))

    def demo(self) -> None:
        """Open the demo base, made first where it is missing."""
        path = demo_path()
        if path.exists():
            self.open(path)
            return

        def work(task: "Task") -> "Store":
            from desktop_app.demo.in_use import put_in_use
            from desktop_app.demo.office import fill_demo
            from desktop_app.store.base import Store

            # Under another name until it is whole: half a demo is never opened.
            partial = path.with_suffix(".part")
            partial.unlink(missing_ok=True)
            with Store.create(partial, "SIN", demo=True) as store:
                fill_demo(store, progress=task.step)
                put_in_use(store)
            partial.replace(path)
            return Store.open(path)

        self._start(work, path, tr("Making the sample data…"))

    def _start(self, work: "Callable[[Task], Store]", path: Path, words: str) -> None:
        self._workspace.close()
        self._workspace.tasks.run(
            work, self._workspace.take, lambda error: self.refused.emit(sentence(error), path), words=words
        )

    # Afterwards --------------------------------------------------------------------------------------------------

    def _on_opened(self) -> None:
        self._backed_up_at = -1, ""
        self._minutes = 0
        for timer in (self._ready, self._soon, self._often):
            timer.start()

    def _import(self) -> None:
        """Import what is asked for next, in the background."""
        self._workspace.tasks.run(lambda _task: import_all(), lane="file")

    def _look_after(self) -> None:
        """Back up and check the base, in the background, when nobody waits any more."""
        self._back_up()
        if self._workspace.is_open:
            store = self._workspace.store
            self._workspace.tasks.run(lambda _task: store.check(), self._on_checked, self._on_failure, lane="file")

    def _on_checked(self, problems: "list[Words]") -> None:
        if problems:
            self.damaged.emit(problems)

    def _on_failure(self, error: Exception) -> None:
        self._workspace.note(sentence(error), error=True)

    def _on_minute(self) -> None:
        """Back up when the time that was chosen is over."""
        self._minutes += 1
        if self._minutes >= self._workspace.settings.number(BACKUP_MINUTES, 30):
            self._minutes = 0
            self._back_up()

    def _back_up(self) -> None:
        if not self._workspace.is_open or self._workspace.store.readonly:
            return
        store, before = self._workspace.store, self._backed_up_at
        second = self._workspace.settings.text(SECOND_PLACE)

        def work(_task: "Task") -> tuple[tuple[int, str], bool] | None:
            now = store.journal_position(), second  # a place that was just chosen has no copy of what did not change
            if now == before:
                return None
            store.backup()
            return now, bool(second) and _second_copy(store, Path(second))

        self._workspace.tasks.run(work, self._on_backed_up, self._on_failure, lane="file")

    def _on_backed_up(self, done: tuple[tuple[int, str], bool] | None) -> None:
        if done is not None:
            self._backed_up_at, twice = done
            self._workspace.backed_up.emit()
            self._note_second(twice=twice)

    def _note_second(self, *, twice: bool) -> None:
        """Keep when the second place had its last copy, and say it when that is long ago."""
        settings, today = self._workspace.settings, date.today()  # noqa: DTZ011  (the user's day)
        last = settings.text("backup/second_on")
        if twice or (settings.text(SECOND_PLACE) and not last):
            settings.keep("backup/second_on", today.isoformat())
        elif settings.text(SECOND_PLACE):
            days = (today - date.fromisoformat(last)).days
            if days >= LONG_AWAY_DAYS:
                self._workspace.note(tr("The second place of the copies has not been there for %n day(s).", "", days))


def _second_copy(store: "Store", folder: Path) -> bool:
    """Copy a base to a second place, where it is there: a key that is not plugged in is no failure."""
    if not folder.is_dir():
        return False
    store.backup(folder)
    return True
