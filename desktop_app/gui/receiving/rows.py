"""The ledger as rows: who holds which workbook since when, what came back, and what is late, in words."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal

from desktop_app.domain import ENTITIES
from desktop_app.gui.receiving.badges import days_late
from desktop_app.gui.table.cells import Cell
from desktop_app.gui.table.model import Heading, Row
from desktop_app.gui.theme import Hue
from desktop_app.gui.when import iso_day, moment, short_day
from desktop_app.gui.words import said, tr
from desktop_app.store.ledger import Shipment
from desktop_app.store.returns import Return

State = Literal["out", "late", "waiting", "returned", "sent"]
WIDTHS = (86, 216, 296, 84, 96, 168, 158)
SHARING = (5, 2, 1)  # the room that is left: what came back, what is in it, with whom it is
LOOKS: dict[State, tuple[Hue, str]] = {
    "out": ("blue", "send"), "late": ("red", "triangle-alert"), "waiting": ("amber", "git-compare"),
    "returned": ("green", "circle-check"), "sent": ("green", "share-2"),
}  # fmt: skip


def headings() -> list[Heading]:
    """Return the heads of the ledger's columns."""
    words = (tr("No."), tr("With"), tr("Content"), tr("Sent"), tr("Due"), tr("Back"), tr("State"))
    return [Heading(text) for text in words]


def state_of(shipment: Shipment, waiting: Mapping[str, str], today: date) -> State:
    """Return where a workbook is; `waiting`: the files that wait for a review, by the number of their shipment."""
    if shipment.number in waiting:
        return "waiting"
    if shipment.state == "sent":
        return "sent"
    if shipment.state != "out":
        return "returned"
    return "late" if days_late(shipment, today) > 0 else "out"


def state_words(shipment: Shipment, state: State, today: date) -> str:
    """Return where a workbook is, in words."""
    if state == "late":
        return tr("%n day(s) late", "", days_late(shipment, today))
    return {"out": tr("With them"), "waiting": tr("To review"), "returned": tr("Taken in"), "sent": tr("Sent")}[state]


def content(shipment: Shipment) -> str:
    """Return what a workbook holds: 14 instruments, 3 missions."""
    rows = shipment.scope.get("rows", {})
    named = []
    for name, count in rows.items():
        entity = ENTITIES.get(name)
        if entity is not None and count:
            words = said(entity.one) if count == 1 else said(entity.words).lower()
            named.append(f"{count} {words}")
    return ", ".join(named) or tr("only empty rows")


def places(shipment: Shipment) -> str:
    """Return the countries that a workbook is about, by code."""
    return ", ".join(shipment.scope.get("countries", ()))


def rows(
    shipments: Sequence[Shipment], waiting: Mapping[str, str], today: date, back: Mapping[str, Sequence[Return]]
) -> list[Row]:
    """Return the workbooks, the last one first; `back`: what came back of each."""
    return [
        _row(shipment, state_of(shipment, waiting, today), today, back.get(shipment.number, ()))
        for shipment in shipments
    ]


def _row(shipment: Shipment, state: State, today: date, back: Sequence[Return]) -> Row:
    hue, icon = LOOKS[state]
    nobody = Cell(tr("Nobody named"), tone="muted")
    recipient = Cell(shipment.recipient, places(shipment), bold=True) if shipment.recipient else nobody
    due = shipment.due_on or ""
    return Row(
        shipment.number,
        shipment.number,
        (
            Cell(shipment.number, tone="muted"), recipient, Cell(content(shipment), shipment.file_name),
            Cell(_day(shipment.wall)), Cell(iso_day(due) if len(due) == 10 else due, tone="error" if state == "late" else "text"),
            Cell(_day(shipment.returned) if shipment.returned else "–", _came_back(back)),
            Cell(state_words(shipment, state, today), hue=hue, icon=icon),
        ),
    )  # fmt: skip


def _came_back(back: Sequence[Return]) -> str:
    """Return as what a workbook came back: the name of the file, and how often where it was more than once."""
    if not back:
        return ""
    return back[-1].file_name if len(back) == 1 else tr("%n return(s)", "", len(back))


def _day(wall: int) -> str:
    return short_day(moment(wall).date())
