"""Attaching files to a record: chosen or dropped, copied beside the base in the background, then one named step."""

from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.domain.entity import Entity
from desktop_app.domain.event import ATTACHMENT
from desktop_app.domain.words import Words
from desktop_app.gui.drop_sheet import DropSheet
from desktop_app.gui.receiving.taking_in import SUFFIXES
from desktop_app.gui.words import lang, tr
from desktop_app.gui.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.gui.tasks import Task
    from desktop_app.store.attachments import Kept
    from desktop_app.store.edit import Edit

_FOLDER = "attach/folder"


def choose(parent: QWidget, workspace: Workspace) -> list[Path]:
    """Ask which files to attach."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = workspace.settings.text(_FOLDER, documents)
    paths, _kind = QFileDialog.getOpenFileNames(parent, tr("Attach files"), folder, tr("All files (*)"))
    if paths:
        workspace.settings.keep(_FOLDER, str(Path(paths[0]).parent))
    return [Path(path) for path in paths]


def attach(
    workspace: Workspace, entity: Entity, id_: str, paths: Sequence[Path], *, by: QObject | None = None,
    done: Callable[[], None] | None = None,
) -> None:  # fmt: skip
    """Copy files beside the base and note them as belonging to a record; the same file is never attached twice."""
    from desktop_app.store.attachments import keep

    store = workspace.store

    def work(task: "Task") -> "list[Kept]":
        return [keep(store.path, path, task.step) for path in paths]

    def kept(found: "list[Kept]") -> None:
        _note(workspace, entity, id_, found, by, done)

    workspace.tasks.run(work, kept, words=tr("Copying the files…"), lane="file")


def _note(
    workspace: Workspace, entity: Entity, id_: str, found: "Sequence[Kept]", by: QObject | None,
    done: Callable[[], None] | None,
) -> None:  # fmt: skip
    there = {(str(one["name"]), str(one["content"])) for one in files_of(workspace, id_)}
    fresh = [one for one in dict.fromkeys(found) if (one.name, one.content) not in there]
    if not fresh:
        workspace.note(tr("This file is attached already."))
        return

    def add(edit: "Edit") -> None:
        for one in fresh:
            edit.add(ATTACHMENT, {"owner": id_, "name": one.name, "size": str(one.size), "content": one.content})

    def said(_none: None) -> None:
        to = workspace.store.names.label(entity.name, id_, lang())
        workspace.note(tr("%n file(s) attached to {name}", "", len(fresh)).format(name=to), undo=True)
        if done is not None:
            done()

    names = workspace.store.names
    what = (
        [Words(fresh[0].name, fresh[0].name)]
        if len(fresh) == 1
        else [Words(f"{len(fresh)} fichiers", f"{len(fresh)} files")]
    )
    fr, en = (names.label(entity.name, id_, lang) for lang in ("fr", "en"))
    workspace.edit(Words(f"Joindre {what[0].fr} à {fr}", f"Attach {what[0].en} to {en}"), add, by=by, done=said)


def open_kept(workspace: Workspace, name: str, content: str) -> None:
    """Open a copy of a file of the base, to be read; programs are not run from here."""
    from desktop_app.store.attachments import PROGRAMS, copy_out

    if Path(name).suffix.lower() in PROGRAMS:
        workspace.note(tr("“{name}” is a program: save it elsewhere if you trust it.").format(name=name), error=True)
        return
    base, target = workspace.store.path, Path(mkdtemp(prefix="passerelle-")) / name

    def show(path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            text = tr("No program here opens “{name}”: save a copy instead.").format(name=path.name)
            workspace.note(text, error=True)

    workspace.tasks.run(lambda _task: copy_out(base, content, name, target, to_read=True), show, lane="file")


def files_of(workspace: Workspace, id_: str) -> "list[dict[str, object]]":
    """Return the files of a record, by name."""
    from desktop_app.store.queries import Filter, Query

    asked = Query(ATTACHMENT, (Filter("owner", "is", id_),), sort=(("name", False),))
    return [dict(record) for record in workspace.store.records(asked)]


class FileDrop(QObject):
    """Takes files that are dropped on a widget; sheets only where there is no other use for them."""

    dropped = Signal(object)  # list[Path]

    def __init__(self, on: QWidget, *, sheets: bool, words: Callable[[], str] | None = None) -> None:
        """`words`: what will happen, said over the widget while files are dragged over it; nothing where it is empty."""
        super().__init__(on)
        self._sheets, self._say = sheets, words
        self.sheet = DropSheet(on)
        on.setAcceptDrops(True)
        on.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Say what will happen while files are dragged over the widget, and take what is dropped."""
        if event.type() in (QEvent.Type.DragLeave, QEvent.Type.Drop):
            self.sheet.hide()
        if isinstance(event, QDragEnterEvent | QDropEvent) and event.type() in (
            QEvent.Type.DragEnter,
            QEvent.Type.Drop,
        ):
            paths = self._paths(event.mimeData())
            if not paths:
                return False
            event.acceptProposedAction()
            if event.type() == QEvent.Type.Drop:
                self.dropped.emit(paths)
            elif self._say is not None and (words := self._say()):
                self.sheet.cover("paperclip", words, tr("The files are copied beside the base."))
            return True
        return False

    def _paths(self, data: QMimeData) -> list[Path]:
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        return [path for path in paths if path.is_file() and (self._sheets or path.suffix.lower() not in SUFFIXES)]
