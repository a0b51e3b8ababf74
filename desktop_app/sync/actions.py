"""What somebody asks of a row in the last column of a workbook: nothing, to remove its record, to join it, or anything else."""

from typing import NamedTuple

from desktop_app.domain.text import fold
from desktop_app.sync.read_table import Pending

REMOVE, DUPLICATE, OTHER = "remove", "duplicate", "other"
_REMOVE = ("a supprimer", "supprimer", "remove", "delete", "to remove", "a retirer")
_DUPLICATE = ("doublon", "duplicate")


class Action(NamedTuple):
    """What is asked, and the text that asks it; an empty kind where nothing is."""

    kind: str
    text: str


def action_of(pending: Pending) -> Action:
    """Return what the last column of a row asks."""
    at = pending.table.columns.get("action", -1)
    text = str(pending.row[at] or "").strip() if 0 <= at < len(pending.row) else ""
    asked = fold(text) if text else ""
    if asked == "ok" or not text:
        return Action("", text)
    if asked.startswith(_REMOVE):
        return Action(REMOVE, text)
    return Action(DUPLICATE if asked.startswith(_DUPLICATE) else OTHER, text)
