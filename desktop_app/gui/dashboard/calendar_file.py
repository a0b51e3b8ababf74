"""Deadlines into a calendar: a file that Outlook, Apple Calendar and Thunderbird take in."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.domain.deadlines import KINDS, Deadline
from desktop_app.excel.placing import put
from desktop_app.gui.words import lang, said, tr
from desktop_app.gui.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.reports.calendar_file import Entry
    from desktop_app.store.base import Store

_USUAL_DAYS = 7


def save(parent: QWidget, workspace: Workspace, found: Sequence[Deadline]) -> None:
    """Ask for a file, and write the deadlines into it."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    name = f"{tr('Deadlines')} {datetime.now().astimezone():%Y-%m-%d}.ics"
    chosen, _kind = QFileDialog.getSaveFileName(
        parent, tr("Add to calendar"), str(Path(folder) / name), tr("Calendars (*.ics)")
    )
    if chosen:
        path = Path(chosen)
        write(workspace, path if path.suffix else path.with_suffix(".ics"), found)


def write(workspace: Workspace, path: Path, found: Sequence[Deadline]) -> None:
    """Write a calendar file in the background, whole or not at all, and say so."""
    store, language, title = workspace.store, lang(), f"Passerelle · {tr('Deadlines')}"

    def work(_task: object) -> int:
        from desktop_app.reports.calendar_file import calendar

        entries = entries_of(store, found, language)
        put(calendar(title, entries, datetime.now().astimezone()), path)
        return len(entries)

    workspace.tasks.run(
        work,
        lambda count: workspace.note(tr("%n deadline(s) written to {file}", "", count).format(file=path.name)),
        lane="file",
        words=tr("Writing the calendar…"),
    )


def entries_of(store: "Store", found: Sequence[Deadline], language: str) -> "list[Entry]":
    """Return deadlines as days of a calendar."""
    from desktop_app.reports.calendar_file import Entry
    from desktop_app.store import due

    named = zip(found, due.names_of(store, found, language), strict=True)
    return [
        Entry(
            f"{one.key}@passerelle",
            one.due,
            f"{said(one.what)} · {name}",
            " · ".join(filter(None, (said(KINDS[one.kind]), one.type, one.place))),
            min(_USUAL_DAYS, (one.due - one.since).days),
        )
        for one, name in named
    ]
