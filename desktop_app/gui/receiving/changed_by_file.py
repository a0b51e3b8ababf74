"""From a workbook that was taken in to the records that it has changed, as the list that holds them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.domain import ENTITIES
from desktop_app.gui.words import said, tr
from desktop_app.gui.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.store.base import Store
    from desktop_app.store.queries import Query

    Lists = list[tuple[Query, int]]

_LISTED = ("instrument", "partner", "mission", "event", "person")


def show(beside: QWidget, workspace: Workspace, file_name: str) -> None:
    """Go to the list of the records that a file has changed; where it changed several kinds, ask which."""
    workspace.read(lambda store: _lists(store, file_name), lambda found: _go(beside, workspace, found))


def _lists(store: "Store", file_name: str) -> "Lists":
    from desktop_app.domain.leading import BY_FILE
    from desktop_app.store.queries import Filter, Query

    queries = [Query(ENTITIES[name], (Filter(BY_FILE.name, "is", file_name),)) for name in _LISTED]
    return [(query, count) for query in queries if (count := store.count(query))]


def _go(beside: QWidget, workspace: Workspace, found: "Lists") -> None:
    if not found:
        workspace.note(tr("No list shows what it changed: see it in History."))
    elif len(found) == 1:
        workspace.show_list(found[0][0])
    else:
        menu = QMenu(beside)
        menu.aboutToHide.connect(menu.deleteLater)
        for query, count in found:
            made = menu.addAction(f"{said(query.entity.words)} ({count})")
            made.triggered.connect(lambda _on=False, query=query: workspace.show_list(query))
        menu.popup(beside.mapToGlobal(QPoint(0, beside.height())))
