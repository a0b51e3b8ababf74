"""Files dropped anywhere on the window: a sheet says what will happen, and the file is taken in."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QLabel, QMainWindow

from desktop_app.gui import icons
from desktop_app.gui.parts import column, label, look_as
from desktop_app.gui.receiving import taking_in
from desktop_app.gui.theme import look
from desktop_app.gui.words import tr
from desktop_app.gui.workspace import Workspace

VIEW = ".passerelle-view"  # as `views/sending.py` writes it


class Dropping(QObject):
    """Watches a window for files that are dropped on it."""

    def __init__(self, window: QMainWindow, workspace: Workspace) -> None:
        super().__init__(window)
        self._window, self._workspace = window, workspace
        self.sheet = QFrame(window)
        look_as(self.sheet, "popup")
        self._picture = QLabel()
        self._words, self._below = label("", "title"), label("", "muted")
        for part in (self._picture, self._words, self._below):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sheet.setLayout(column(None, self._picture, self._words, self._below, None, spacing=12))
        self.sheet.hide()
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
        side = look.px(48)
        self._picture.setPixmap(icons.icon("file-spreadsheet", "accent").pixmap(side, side))
        if all(path.suffix.lower() == VIEW for path in files_of(event.mimeData())):
            self._words.setText(tr("Drop to take in this view"))
            self._below.setText(tr("It joins the saved views in the left pane."))
        else:
            self._words.setText(tr("Drop to take in this sheet"))
            self._below.setText(tr("Nothing is written before you have seen what it changes."))
        self.sheet.setGeometry(self._window.rect().adjusted(24, 24, -24, -24))
        self.sheet.show()
        self.sheet.raise_()
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
