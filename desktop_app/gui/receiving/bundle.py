"""What another installation sent: seen before it is taken in, and taken in without a step, since nothing is overwritten."""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.gui import messages
from desktop_app.gui.words import said, tr
from desktop_app.gui.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.domain.plan import Plan
    from desktop_app.gui.tasks import Task
    from desktop_app.store.base import Store
    from desktop_app.store.union import Taken
    from desktop_app.sync.arrival import Arrival


class Bundle(NamedTuple):
    """What another installation sent, and what it would change."""

    arrival: "Arrival"
    plan: "Plan"
    path: Path


def foresee(store: "Store", arrival: "Arrival", path: Path) -> Bundle:
    """Find out what taking it in would change."""
    from desktop_app.sync.arrival import foreseen

    return Bundle(arrival, foreseen(store, arrival, path.name, hashlib.sha256(path.read_bytes()).hexdigest()), path)


def ask_and_take(parent: QWidget, workspace: Workspace, bundle: Bundle) -> None:
    """Say what it would change, and take it in where the person agrees."""
    question = tr("Take in “{name}”, which another installation sent?").format(name=bundle.path.name)
    if not messages.ask(parent, question, _detail(bundle), tr("Take in")):
        return
    store = workspace.store

    def work(_task: "Task") -> "Taken":
        from desktop_app.sync.apply import apply_plan
        from desktop_app.sync.arrival import edits_by_hand, take

        taken = take(store, bundle.arrival)
        if by_hand := edits_by_hand(store, bundle.arrival):
            apply_plan(store, by_hand)
        return taken

    workspace.tasks.run(
        work, lambda taken: tell(workspace, taken), words=tr("Taking in {name}…").format(name=bundle.path.name)
    )


def tell(workspace: Workspace, taken: "Taken", by: QObject | None = None) -> None:
    """Say what was taken in, and show what is to be decided."""
    workspace.changed.emit(taken.changes, by)
    disputed = workspace.store.installations.conflict_count()
    words = tr("%n change(s) taken in.", "", taken.new)
    if disputed:
        words += " " + tr("%n disagreement(s) to decide in “To review”.", "", disputed)
    workspace.note(words)


def _detail(bundle: Bundle) -> str:
    rows, cells = bundle.plan.rows, bundle.plan.cells
    counts = [
        tr("%n new entry(ies)", "", rows["new"]), tr("%n changed cell(s)", "", cells["theirs"]),
        tr("%n removed entry(ies)", "", rows["removed"]),
        tr("%n disagreement(s), both values kept until you decide", "", rows["conflicts"]),
    ]  # fmt: skip
    notes = [said(words) for words in bundle.arrival.notes]
    return "\n".join([*counts, *notes])
