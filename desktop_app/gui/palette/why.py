"""Why a record is found whose line does not say what was typed: the field that does."""

from desktop_app.domain.entity import Entity
from desktop_app.domain.values import Record, Showing
from desktop_app.gui.table.matches import matches
from desktop_app.gui.words import labelled

_BEFORE, _LETTERS = 12, 44  # of a long text: how many stand before what was found, and how many in all


def why(entity: Entity, record: Record, showing: Showing, line: str, needles: tuple[str, ...]) -> str:
    """Return the field that says what the line of a record does not; nothing where the line says it all."""
    missing = tuple(needle for needle in needles if not matches(line, (needle,)))
    if not missing:
        return ""
    for field in entity:
        text = field.type.show(record.get(field.name), showing)
        if text and (spans := matches(text, missing)):
            return labelled(field.words.said(showing.lang), _around(text, spans[0][0]))
    return ""


def _around(text: str, start: int) -> str:
    """Return a part of a text with what was found in it, cut between words."""
    text = " ".join(text[:start].split(" ")) + text[start:].replace("\n", " ")
    first = text.rfind(" ", 0, max(0, start - _BEFORE)) + 1 if start > _BEFORE else 0
    kept = text[first : first + _LETTERS]
    if first + _LETTERS < len(text):
        kept = kept.rpartition(" ")[0] or kept
        kept += "…"
    return f"…{kept}" if first else kept
