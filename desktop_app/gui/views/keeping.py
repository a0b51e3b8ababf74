"""Saved views are made, saved again, renamed and deleted: each a named edit that undo takes back."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from desktop_app.domain.saved_view import SAVED_VIEW
from desktop_app.domain.words import Words
from desktop_app.gui.views.saved import SavedView, as_text
from desktop_app.gui.words import tr
from desktop_app.gui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.store.edit import Edit


def add(workspace: Workspace, list_: str, name: str, data: "Mapping[str, Any]", done: Callable[[str], None]) -> None:
    """Keep a new view of this office, and hand over its id."""
    office = workspace.store.resolve("office", workspace.store.office)
    values = {"name": name, "list": list_, "contents": as_text(data), "office": office}
    words = Words(f"Enregistrer la vue « {name} »", f"Save the view “{name}”")

    def keep(edit: "Edit") -> str:
        return edit.add(SAVED_VIEW, values)

    workspace.edit(words, keep, done=done)


def update(workspace: Workspace, view: SavedView, data: "Mapping[str, Any]", by: QObject) -> None:
    """Keep what the list shows now in a view that there is."""
    words = Words(f"Modifier la vue « {view.name} »", f"Change the view “{view.name}”")

    def keep(edit: "Edit") -> None:
        edit.set(SAVED_VIEW, view.id, "contents", as_text(data))

    def tell(_none: None) -> None:
        workspace.note(tr("The view “{name}” was updated").format(name=view.name), undo=True)

    workspace.edit(words, keep, by=by, done=tell)


def rename(workspace: Workspace, view: SavedView, name: str) -> None:
    """Give a view another name."""
    words = Words(f"Renommer la vue « {view.name} »", f"Rename the view “{view.name}”")

    def keep(edit: "Edit") -> None:
        edit.set(SAVED_VIEW, view.id, "name", name)

    workspace.edit(words, keep)


def delete(workspace: Workspace, view: SavedView) -> None:
    """Delete a view, with the offer to take that back."""
    words = Words(f"Supprimer la vue « {view.name} »", f"Delete the view “{view.name}”")

    def remove(edit: "Edit") -> None:
        edit.delete(SAVED_VIEW, view.id)

    def tell(_none: None) -> None:
        workspace.note(tr("The view “{name}” was deleted").format(name=view.name), undo=True)

    workspace.edit(words, remove, done=tell)
