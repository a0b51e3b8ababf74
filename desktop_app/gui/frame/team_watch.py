"""Exchanges through the team folder: when a base is opened, when the folder changes, and after what is written here."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer

from desktop_app.gui.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.gui.tasks import Task
    from desktop_app.sync.team import Exchanged

AFTER_OPENING_MS = 2_000  # the page comes first
AFTER_CHANGE_MS = 5_000  # several files, and several edits, are one exchange
LOOK_EVERY_MS = 300_000  # network folders do not tell when they change


class TeamWatch(QObject):
    """Keeps the open base in step with the folder that was chosen for it."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._watcher = QFileSystemWatcher(self)
        self._soon = QTimer(self, singleShot=True, interval=AFTER_CHANGE_MS)
        self._now_and_then = QTimer(self, interval=LOOK_EVERY_MS)
        self._busy = False
        self._watcher.directoryChanged.connect(lambda _path: self._soon.start())
        self._soon.timeout.connect(self.exchange)
        self._now_and_then.timeout.connect(self.exchange)
        workspace.opened.connect(self._begin)
        workspace.changed.connect(lambda _changes, by: None if by is self else self._soon.start())
        workspace.closing.connect(self._rest)

        if workspace.is_open:
            self._begin()

    def _begin(self) -> None:
        QTimer.singleShot(AFTER_OPENING_MS, self, self.exchange)

    def _rest(self) -> None:
        self._soon.stop()
        self._now_and_then.stop()
        self._busy = False
        if watched := self._watcher.directories():
            self._watcher.removePaths(watched)

    def exchange(self) -> None:
        """Exchange now, in the background, where a folder was chosen; a folder that is away is waited for."""
        if self._busy or not self._workspace.is_open or self._workspace.store.readonly:
            return
        store = self._workspace.store
        self._busy = True

        def work(task: "Task") -> "tuple[str, Exchanged | None]":
            from desktop_app.domain.refused import Refused
            from desktop_app.sync.team import exchange, folder_of

            folder = folder_of(store)
            if folder is None:
                return "", None
            try:
                return str(folder), exchange(store, lambda: task.cancelled)
            except Refused:
                return str(folder), None

        self._workspace.tasks.run(work, self._tell, self._failed)

    def _failed(self, _error: Exception) -> None:
        self._busy = False

    def _tell(self, found: "tuple[str, Exchanged | None]") -> None:
        folder, done = found
        self._busy = False
        if not folder or not self._workspace.is_open:
            return
        self._now_and_then.start()
        if folder not in self._watcher.directories():
            self._watcher.addPath(folder)
        if done is not None and done.taken.new:
            from desktop_app.gui.receiving.bundle import tell

            tell(self._workspace, done.taken, by=self)
