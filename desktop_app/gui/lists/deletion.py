"""Deleting records: one edit with a name, an offer to undo it, and a question first where there are many."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop_app.domain.entity import Entity
from desktop_app.domain.words import Words
from desktop_app.gui import messages
from desktop_app.gui.words import said, tr
from desktop_app.gui.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.store.edit import Edit

ASKED_FROM = 20


def delete_records(parent: QWidget, workspace: Workspace, entity: Entity, ids: Sequence[str]) -> None:
    """Delete records; eight seconds long a bar offers to undo it, and Ctrl+Z later."""
    if not ids or not _sure(parent, len(ids)):
        return
    what = _words(workspace, entity, ids)

    def remove(edit: "Edit") -> None:
        for id_ in ids:
            edit.delete(entity, id_)

    workspace.edit(
        Words(f"Supprimer {what.fr}", f"Delete {what.en}"),
        remove,
        done=lambda _none: workspace.note(tr("{what} deleted").format(what=said(what)), undo=True),
    )


def _words(workspace: Workspace, entity: Entity, ids: Sequence[str]) -> Words:
    if len(ids) > 1:
        return Words(f"{len(ids)} {entity.fr.lower()}", f"{len(ids)} {entity.en.lower()}")
    names = workspace.store.names
    return Words(names.called(entity.name, ids[0], "fr"), names.called(entity.name, ids[0], "en"))


def _sure(parent: QWidget, count: int) -> bool:
    if count < ASKED_FROM:
        return True
    question = tr("Delete %n entry(ies)?", "", count)
    return messages.ask(parent, question, tr("One undo brings them all back."), tr("Delete"))
