"""Files dropped anywhere on the window: a sheet says what will happen, and the file is taken in."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow

from desktop_app.gui.drop_sheet import DropSheet
from desktop_app.gui.receiving import taking_in
from desktop_app.gui.words import tr
from desktop_app.gui.workspace import Workspace

VIEW = ".passerelle-view"  # as `views/sending.py` writes it


class Dropping(QObject):
    """Watches a window for files that are dropped on it."""

    def __init__(self, window: QMainWindow, workspace: Workspace) -> None:
        super().__init__(window)
        self._window, self._workspace = window, workspace
        self.sheet = DropSheet(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the sheet while a file is over the window, and take in what is dropped."""
        if watched is not self._window:
            return False
        if event.type() == QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            return self._enter(event)
        if event.type() == QEvent.Type.DragLeave:
            self.sheet.hide()
        if event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            return self._drop(event)
        return False

    def _enter(self, event: QDragEnterEvent) -> bool:
        if not self._workspace.is_open or self._workspace.store.readonly or not files_of(event.mimeData()):
            return False
        event.acceptProposedAction()
        words = tr("Drop to take in this sheet"), tr("Nothing is written before you have seen what it changes.")
        if all(path.suffix.lower() == VIEW for path in files_of(event.mimeData())):
            words = tr("Drop to take in this view"), tr("It joins the saved views in the left pane.")
        self.sheet.cover("file-spreadsheet", *words)
        return True

    def _drop(self, event: QDropEvent) -> bool:
        self.sheet.hide()
        found = files_of(event.mimeData())
        if not found:
            return False
        event.acceptProposedAction()
        for path in found:
            if path.suffix.lower() == VIEW:
                from desktop_app.gui.views import files

                files.take_in(self._window, self._workspace, path)
            else:
                taking_in.receive(self._window, self._workspace, path)
        return True


def files_of(data: QMimeData) -> list[Path]:
    """Return the sheets and views among what is dragged."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in (*taking_in.SUFFIXES, VIEW)]
