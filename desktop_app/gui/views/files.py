"""Files of views: where to write one, which one to take in, and what is said of it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.gui import messages
from desktop_app.gui.views import keeping, sending
from desktop_app.gui.views.saved import SavedView
from desktop_app.gui.words import tr
from desktop_app.gui.workspace import Go, Workspace

_FOLDER = "views/folder"


def send(parent: QWidget, workspace: Workspace, view: SavedView) -> None:
    """Ask where to write the file of a view, and write it."""
    path, _kind = QFileDialog.getSaveFileName(
        parent, tr("Send the view to another office"), str(_folder(workspace) / sending.file_name(view)), _kinds()
    )
    if not path:
        return
    target = Path(path)
    workspace.settings.keep(_FOLDER, str(target.parent))

    def tell(_none: None) -> None:
        words = tr("“{file}” is ready: send it by mail, the other office drops it on its window")
        workspace.note(words.format(file=target.name))

    workspace.read(lambda store: sending.write(store, view, target), tell, partial(messages.show_error, parent))


def choose(parent: QWidget, workspace: Workspace) -> None:
    """Ask for the file of a view and take it in."""
    path, _kind = QFileDialog.getOpenFileName(parent, tr("Take in a view"), str(_folder(workspace)), _kinds())
    if path:
        workspace.settings.keep(_FOLDER, str(Path(path).parent))
        take_in(parent, workspace, Path(path))


def take_in(parent: QWidget, workspace: Workspace, path: Path) -> None:
    """Read the file of a view, keep it in the base and show it; say what of it this office can't ask."""

    def keep(found: sending.TakenIn) -> None:
        view = found.view

        def show(id_: str) -> None:
            workspace.asked.emit(Go(view.list, view=id_))
            workspace.note(_said(found), undo=True)

        keeping.add(workspace, view.list, view.name, view.as_data(), show)

    workspace.read(lambda store: sending.read(store, path), keep, partial(messages.show_error, parent))


def _said(found: sending.TakenIn) -> str:
    words = tr("The view “{name}” was taken in").format(name=found.view.name)
    if not found.left_out:
        return words
    missing = ", ".join(found.left_out[:3])
    return tr("{done}, without what this base does not have: {missing}").format(done=words, missing=missing)


def _folder(workspace: Workspace) -> Path:
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(workspace.settings.text(_FOLDER, documents))


def _kinds() -> str:
    return tr("Views of Passerelle ({pattern})").format(pattern=f"*{sending.SUFFIX}")
