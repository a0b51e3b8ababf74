"""Print the map as it is seen: one page of the house style, with the table of its numbers, through the system's dialog."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from desktop_app.gui.words import lang, tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.gui.map.view import MapView
    from desktop_app.gui.preview import Pages
    from desktop_app.gui.workspace import Workspace
    from desktop_app.reports.atlas.numbers import Numbers
    from desktop_app.reports.description import Description
    from desktop_app.store.base import Store


def begin(parent: QWidget, workspace: Workspace, numbers: Numbers, caption: tuple[str, str], view: MapView) -> None:
    """Typeset the map beside the screen, then ask for the printer."""
    from desktop_app.reports.description import WorldMap

    drawn = WorldMap(caption[0], numbers, view.middle, view.seen(), 360.0, titled=False, layers=view.layers)
    now, language = datetime.now().astimezone().replace(microsecond=0), lang()

    def describe(store: Store) -> Description:
        from desktop_app.reports.atlas.page import page_of

        return page_of(store, drawn, caption, now, language)

    def typeset(description: Description) -> None:
        workspace.tasks.run(
            lambda _task: _pages(description), partial(_ask, parent, workspace, caption[0]), lane="file",
            words=tr("Preparing the map for the printer…"),
        )  # fmt: skip

    workspace.read(describe, typeset)


def _pages(description: Description) -> Pages:
    from desktop_app.gui.preview import Pages
    from desktop_app.reports.typeset import typesetter

    return Pages(typesetter().typeset(description).data)


def _ask(parent: QWidget, workspace: Workspace, title: str, pages: Pages) -> None:
    from desktop_app.gui.pages.reports_printing import ask_printer, print_pages

    printer = ask_printer(parent, pages, title)
    if printer is None:
        pages.close()
        return

    def done(count: int) -> None:
        pages.close()
        workspace.note(tr("%n page(s) of the map sent to the printer", "", count))

    workspace.tasks.run(lambda task: print_pages(pages, printer, task.step), done, lane="file", words=tr("Printing…"))
