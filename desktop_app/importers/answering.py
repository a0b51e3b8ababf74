"""What a sender is told of a sheet: on each cell that was not understood why, and beside each row what became of it."""

from collections.abc import Iterable

from desktop_app.domain import ENTITIES
from desktop_app.domain.plan import ACCEPT, REFUSE, Item, Plan
from desktop_app.domain.words import Words
from desktop_app.excel.send_back import AMBER, BLUE, RED, CellMark, Marks
from desktop_app.importers.recognise import ForeignTable

_HEADING = Words("Suite donnée par le bureau", "What the office did")
_NEW = Words("Repris : nouvelle fiche.", "Taken in: a new entry.")
_SAME = Words("Déjà connu : rien à changer.", "Already known: nothing to change.")
_FILLED = Words("Fiche complétée : {fields}.", "Entry completed: {fields}.")
_DECIDE = Words("Nous avons autre chose, à vérifier : {fields}.", "We have something else, to be checked: {fields}.")
_UNREAD = Words("À préciser : {fields}.", "To be made clear: {fields}.")
_LEFT = Words("Laissé de côté.", "Left aside.")
_OURS = Words("Nous avons : {value}", "We have: {value}")
_COLOURS = {"unreadable": AMBER, "conflicts": RED, "doubtful": BLUE}


def marks_for(table: ForeignTable, plan: Plan, lang: str) -> Marks:
    """Return what is written on a sheet for its sender."""
    marks = Marks(_HEADING.said(lang))
    by_row: dict[tuple[str, int], list[Item]] = {}
    for item in plan.items:
        if item.cell:
            by_row.setdefault((item.sheet, _row(item.cell)), []).append(item)
    for part in table.parts:
        marks.heads[part.sheet.name] = part.first - 1
        for place, _cells in part.rows():
            marks.rows[part.sheet.name, place] = _said(by_row.get((part.sheet.name, place), ()), lang)
    for (sheet, row), items in by_row.items():
        for item in items:
            if item.kind in _COLOURS and item.field is not None:
                marks.cells.append(CellMark(sheet, row, _column(item.cell), _comment(item, lang), _COLOURS[item.kind]))
    return marks


def _comment(item: Item, lang: str) -> str:
    if item.words is not None:
        return item.words.said(lang)
    return _OURS.said(lang).format(value=item.ours)


def _said(items: Iterable[Item], lang: str) -> str:
    """Return what became of a row, in one or two sentences."""
    said: list[str] = []
    for item in items:
        if item.field is None:
            if item.words is not None:
                said.append(item.words.said(lang))
            elif item.kind == "new":
                said.append((_NEW if item.decision == ACCEPT else _LEFT).said(lang))
            elif item.decision == REFUSE:
                said.append(_LEFT.said(lang))
    for kinds, words in ((("theirs",), _FILLED), (("conflicts",), _DECIDE), (("unreadable",), _UNREAD)):
        named = [_field(item, lang) for item in items if item.kind in kinds and item.field is not None]
        if named:
            said.append(words.said(lang).format(fields=", ".join(dict.fromkeys(named))))
    return " ".join(said) or _SAME.said(lang)


def _field(item: Item, lang: str) -> str:
    held = ENTITIES[item.entity].fields.get(str(item.field))
    return held.words.said(lang) if held else str(item.field)


def _row(address: str) -> int:
    return int("".join(char for char in address.rpartition("!")[2] if char.isdigit())) - 1


def _column(address: str) -> int:
    letters = "".join(char for char in address.rpartition("!")[2] if char.isalpha())
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return column - 1
