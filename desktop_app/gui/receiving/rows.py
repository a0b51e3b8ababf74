"""The ledger as rows: who holds which workbook since when, what came back, and what is late, in words."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal

from desktop_app.domain import ENTITIES
from desktop_app.domain.words import Words
from desktop_app.gui.receiving.badges import days_late
from desktop_app.gui.table.cells import Cell
from desktop_app.gui.table.model import Heading, Row
from desktop_app.gui.theme import Hue
from desktop_app.gui.when import moment, short_day, spelled
from desktop_app.gui.words import said, tr
from desktop_app.store.ledger import Shipment
from desktop_app.store.returns import Return

if TYPE_CHECKING:
    from desktop_app.store.base import Store
    from desktop_app.sync.shelf import Waiting

State = Literal["out", "late", "waiting", "returned", "sent"]
WIDTHS = (72, 250, 330, 76, 86, 86, 158)
SHARING = (1, 2, 5)  # the room that is left: what came back, what is in it, with whom it is
LOOKS: dict[State, tuple[Hue, str]] = {
    "out": ("blue", "send"), "late": ("red", "triangle-alert"), "waiting": ("amber", "git-compare"),
    "returned": ("green", "circle-check"), "sent": ("green", "share-2"),
}  # fmt: skip


def headings() -> list[Heading]:
    """Return the heads of the ledger's columns."""
    words = (tr("No."), tr("With"), tr("Content"), tr("Sent"), tr("Due"), tr("Back"), tr("State"))
    return [Heading(text) for text in words]


def state_of(shipment: Shipment, waiting: Container[str], today: date) -> State:
    """Return where a workbook is; `waiting`: the numbers of those that came back and wait for a review."""
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
            named.append(f"{count}\u00a0{words}")
    return ", ".join(named) or tr("only empty rows")


def countries_of(store: "Store", shipments: Sequence[Shipment]) -> dict[str, Words]:
    """Return what the countries are called that the workbooks are about, by their codes."""
    codes = {str(code) for shipment in shipments for code in shipment.scope.get("countries", ())}
    known = {code: id_ for code in codes if (id_ := store.resolve("country", code))}
    return {code: Words(*(store.names.label("country", id_, at) for at in ("fr", "en"))) for code, id_ in known.items()}


@dataclass(frozen=True, slots=True)
class Ledger:
    """What the page shows: the workbooks, the last one first; the reviews that wait; what came back; where they are about.

    `waiting` and `back` go by the number of the workbook, `countries` by their code.
    """

    shipments: Sequence[Shipment] = ()
    waiting: "Mapping[str, Waiting]" = field(default_factory=dict)
    back: Mapping[str, Sequence[Return]] = field(default_factory=dict)
    countries: Mapping[str, Words] = field(default_factory=dict)


def rows(ledger: Ledger, today: date) -> list[Row]:
    """Return the workbooks as rows."""
    return [_row(ledger, shipment, today) for shipment in ledger.shipments]


def _row(ledger: Ledger, shipment: Shipment, today: date) -> Row:
    state, back = state_of(shipment, ledger.waiting, today), ledger.back.get(shipment.number, ())
    hue, icon = LOOKS[state]
    codes = [str(code) for code in shipment.scope.get("countries", ())]
    places = ", ".join(said(ledger.countries[code]) if code in ledger.countries else code for code in codes)
    nobody = Cell(tr("Nobody named"), tone="muted")
    recipient = Cell(shipment.recipient, places, bold=True) if shipment.recipient else nobody
    due = shipment.due_on or ""
    return Row(
        shipment.number,
        shipment.number,
        (
            Cell(shipment.number, tone="muted"), recipient, Cell(content(shipment), shipment.file_name),
            _day(moment(shipment.wall).date(), today),
            (_day(date.fromisoformat(due), today) if len(due) == 10 else Cell(due))._replace(
                tone="error" if state == "late" else "text"
            ),
            _back(shipment, ledger.waiting.get(shipment.number), back),
            Cell(state_words(shipment, state, today), hue=hue, icon=icon),
        ),
    )  # fmt: skip


def _back(shipment: Shipment, waiting: "Waiting | None", back: Sequence[Return]) -> Cell:
    """Return when a workbook came back, and below it as what; one that waits for its review is back as well."""
    if waiting:
        return Cell(short_day(moment(waiting.received).date()), waiting.file_name)
    return Cell(short_day(moment(shipment.returned).date()) if shipment.returned else "–", _came_back(back))


def _came_back(back: Sequence[Return]) -> str:
    """Return as what a workbook came back: the name of the file, and how often where it was more than once."""
    if not back:
        return ""
    return back[-1].file_name if len(back) == 1 else tr("%n return(s)", "", len(back))


def _day(day: date, today: date) -> Cell:
    """Return a day, and below it its year where it is another one."""
    return Cell(spelled(day, "d MMM"), "" if day.year == today.year else str(day.year))
