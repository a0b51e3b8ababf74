"""E-mail drafts, which the system's mail program opens, and contacts as cards for an address book."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app import paths
from desktop_app.domain.refused import Refused
from desktop_app.domain.words import Words
from desktop_app.gui.words import lang, tr
from desktop_app.gui.workspace import Notice, Workspace

if TYPE_CHECKING:
    from desktop_app.domain.entity import Entity
    from desktop_app.reports.mail import People
    from desktop_app.store.base import Store

_FOLDER = "letters/folder"
_NOT_OPENED = Words(
    "Aucun programme n’ouvre le brouillon « {name} » : il est dans le dossier {folder}, ouvrez-le depuis votre messagerie.",
    "No program opens the draft “{name}”: it is in the folder {folder}, open it from your mail program.",
)
_NOBODY = Words(
    "Personne à qui écrire : ces fiches n’ont pas d’adresse électronique, ou les personnes s’y opposent.",
    "Nobody to write to: these entries have no e-mail address, or the people object to it.",
)
_NO_CARD = Words("Aucun contact dans ces fiches.", "No contact in these entries.")


def draft(workspace: Workspace, entity: "Entity", ids: Sequence[str]) -> None:
    """Open a draft to the people whom some records mean; say who was left out."""
    language = lang()

    def read(store: "Store") -> "tuple[bytes, People]":
        from desktop_app.domain.draft import as_eml
        from desktop_app.reports.mail import draft_to, people_of

        people = people_of(store, entity, ids)
        made = draft_to(store, people, language)
        if not made.to:
            raise Refused(_NOBODY)
        return as_eml(made), people

    def show(found: "tuple[bytes, People]") -> None:
        data, people = found
        open_draft(workspace, data, tr("Draft"))
        _say_left_out(workspace, people)

    workspace.read(read, show, lambda error: _complain(workspace, error))


def open_draft(workspace: Workspace, data: bytes, name: str) -> None:
    """Hand a draft to the mail program."""

    def work() -> Path:
        from desktop_app.excel.placing import put

        folder = paths.caches() / "letters"
        folder.mkdir(exist_ok=True)
        path = folder / f"{name}.eml"
        put(data, path)
        return path

    def show(path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            words = _NOT_OPENED.filled(name=path.name, folder=path.parent).said(lang())
            workspace.noted.emit(Notice(words, error=True, file=path.parent))

    workspace.tasks.run(lambda _task: work(), show, lane="file")


def cards(parent: QWidget, workspace: Workspace, entity: "Entity", ids: Sequence[str]) -> None:
    """Save the people whom some records mean as cards."""
    language = lang()

    def read(store: "Store") -> "tuple[bytes, People]":
        from desktop_app.reports.mail import as_cards, people_of

        people = people_of(store, entity, ids)
        if not people.found:
            raise Refused(_NO_CARD)
        return as_cards(store, people, language), people

    def ask(found: "tuple[bytes, People]") -> None:
        data, people = found
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = workspace.settings.text(_FOLDER, documents)
        proposed = str(Path(folder) / f"{tr('Contacts')}.vcf")
        path, _kind = QFileDialog.getSaveFileName(
            parent, tr("Save the contacts as"), proposed, tr("Contact cards (*.vcf)")
        )
        if path:
            save_cards(workspace, data, people, Path(path))

    workspace.read(read, ask, lambda error: _complain(workspace, error))


def save_cards(workspace: Workspace, data: bytes, people: "People", path: Path) -> None:
    """Put cards into a file."""
    from desktop_app.excel.placing import put

    target = path if path.suffix.lower() == ".vcf" else path.with_name(f"{path.name}.vcf")

    def told(_none: None) -> None:
        workspace.note(tr("%n contact(s) saved: {file}", "", len(people.found)).format(file=target.name))
        _say_left_out(workspace, people)

    workspace.tasks.run(lambda _task: put(data, target), told, lambda error: _complain(workspace, error), lane="file")


def _say_left_out(workspace: Workspace, people: "People") -> None:
    parts = []
    if people.left_out:
        parts.append(tr("%n person(s) left out, who object or whose data are restricted", "", people.left_out))
    if people.without:
        parts.append(tr("without an address: {names}").format(names=", ".join(people.without[:6])))
    if parts:
        workspace.note(" · ".join(parts))


def _complain(workspace: Workspace, error: Exception) -> None:
    from desktop_app.gui.messages import sentence

    workspace.note(sentence(error), error=True)
