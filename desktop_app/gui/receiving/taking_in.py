"""Taking in a file that came back, or that somebody else made: chosen or dropped, read in the background, then reviewed.

Nothing is written but the wish to review it; errors are said in one sentence.
"""

import hashlib
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.domain.refused import Refused
from desktop_app.domain.words import Words
from desktop_app.gui import messages
from desktop_app.gui.receiving import bundle
from desktop_app.gui.receiving.bundle import Bundle
from desktop_app.gui.tasks import Cancelled
from desktop_app.gui.words import tr
from desktop_app.gui.workspace import Go, Workspace

if TYPE_CHECKING:
    from desktop_app.excel.sheets import Book
    from desktop_app.gui.tasks import Task
    from desktop_app.store.base import Store

SUFFIXES = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".tsv", ".txt", ".html", ".htm")
_FOLDER = "receive/folder"
_NO_TABLE = Words(
    "Copiez les lignes dans Excel, Word ou le message, avec leurs intitulés, puis collez de nouveau.",
    "Copy the rows in Excel, Word or the e-mail, with their headings, then paste again.",
)


class Foreign(NamedTuple):
    """A sheet that is not ours, read and waiting to be understood."""

    book: "Book"
    path: Path
    sha256: str


class Returned(NamedTuple):
    """A workbook of ours that came back and waits for its review."""

    key: str


def choose(parent: QWidget, workspace: Workspace) -> None:
    """Ask for a file and take it in."""
    patterns = " ".join(f"*{suffix}" for suffix in SUFFIXES)
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = workspace.settings.text(_FOLDER, documents)
    kinds = ";;".join((tr("Workbooks and sheets ({patterns})").format(patterns=patterns), tr("All files (*)")))
    path, _kind = QFileDialog.getOpenFileName(parent, tr("Take back a workbook"), folder, kinds)
    if path:
        workspace.settings.keep(_FOLDER, str(Path(path).parent))
        receive(parent, workspace, Path(path))


def paste(parent: QWidget, workspace: Workspace) -> None:
    """Take in the table that was copied in Excel, Word or an e-mail."""
    held = QGuiApplication.clipboard().mimeData()
    html, text = (held.html() if held.hasHtml() else ""), held.text()
    if "<table" in html.lower():
        suffix, content = ".html", f"<html><meta charset='utf-8'>{html}"
    elif "\t" in text or "\n" in text.strip():
        suffix, content = ".tsv", text
    else:
        messages.show_error(parent, Refused(_NO_TABLE), tr("There is no table to paste."))
        return
    folder = Path(tempfile.mkdtemp(prefix="passerelle-"))
    path = folder / (tr("Pasted table") + suffix)
    path.write_text(content, encoding="utf-8")
    receive(parent, workspace, path)


def receive(
    parent: QWidget, workspace: Workspace, path: Path, password: str | None = None, *, remember: bool = False
) -> None:
    """Read a file in the background, and show what it would change; `remember`: the password, in the key store."""
    store = workspace.store

    def work(task: "Task") -> Returned | Foreign | Bundle:
        return read(store, path, password, task, remember=remember)

    workspace.tasks.run(
        work,
        lambda found: _show(parent, workspace, found),
        lambda error: _explain(parent, workspace, path, error),
        words=tr("Reading {name}…").format(name=path.name),
    )


def read(
    store: "Store", path: Path, password: str | None, task: "Task", *, remember: bool = False
) -> Returned | Foreign | Bundle:
    """Read a file: one of ours is compared with what was sent and put on the shelf, another one is given back."""
    from desktop_app.excel.exchange import carried_in
    from desktop_app.excel.looks import with_looks
    from desktop_app.excel.recognise import is_ours
    from desktop_app.excel.refusals import ReadingCancelled
    from desktop_app.gui.review import answering
    from desktop_app.store.driver import is_base
    from desktop_app.sync import shelf, unlocking
    from desktop_app.sync.receive import arrival_of, number_of, plan_of

    if is_base(path):
        return bundle.foresee(store, arrival_of(store, path), path)
    try:
        book, password = unlocking.open_book(store, path, password, lambda: task.cancelled)
    except ReadingCancelled as cancelled:
        raise Cancelled from cancelled
    if remember and password:
        unlocking.remember(store, path, number_of(store, book), password)
    if carried_in(book) is not None:
        return bundle.foresee(store, arrival_of(store, path, book), path)
    data = path.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    known = next((one.key for one in shelf.waiting(store) if one.sha256 == digest), None)
    if known is not None:
        return Returned(known)
    task.step(0, 0, tr("Comparing {name} with the base…").format(name=path.name))
    if not is_ours(book):
        return Foreign(with_looks(book, path, lambda: task.cancelled), path, digest)
    plan = plan_of(store, book, path)
    if not plan.rows:
        return Foreign(book, path, digest)  # nothing of ours is left in it
    task.step(0, 0)
    store.ledger.keep_file(data)
    if password:
        answering.passwords[digest] = password
    return Returned(shelf.take_in(store, plan).key)


def _show(parent: QWidget, workspace: Workspace, found: Returned | Foreign | Bundle) -> None:
    from desktop_app.store.edit import Changes

    if isinstance(found, Bundle):
        bundle.ask_and_take(parent, workspace, found)
    elif isinstance(found, Returned):
        workspace.changed.emit(Changes(), None)  # one more waits
        workspace.go("review", found.key)
    else:
        workspace.asked.emit(Go("review", filters=(found,)))


def _explain(parent: QWidget, workspace: Workspace, path: Path, error: Exception) -> None:
    from desktop_app.excel.refusals import NeedsPassword, WrongPassword

    if not isinstance(error, NeedsPassword):
        messages.show_error(parent, error, tr("{name} was not taken in.").format(name=path.name))
        return
    from desktop_app.gui.dialogs.password import PasswordDialog
    from desktop_app.store import key_store

    def ask(keeps: bool) -> None:  # handed on as it is
        dialog = PasswordDialog(path.name, again=isinstance(error, WrongPassword), keeps=keeps, parent=parent)
        dialog.accepted.connect(
            lambda: receive(parent, workspace, path, dialog.password.text(), remember=dialog.remember.isChecked())
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    workspace.read(lambda _store: key_store.is_there(), ask)
