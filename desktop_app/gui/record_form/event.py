"""The form of an event, with its funding."""

from desktop_app.domain.event import EVENT, TASK
from desktop_app.domain.instrument_parts import FUNDING
from desktop_app.domain.words import Words
from desktop_app.gui.editors.day import DayEditor
from desktop_app.gui.record_form.any import OVERVIEW
from desktop_app.gui.record_form.builder import Builder
from desktop_app.gui.record_form.part_row import PartSpec
from desktop_app.gui.record_form.related import linked_by

FUNDING_COLUMNS = ("source", "year", "planned", "spent", "currency")


def funding_of(owner: str) -> PartSpec:
    """Return the table of what pays for an instrument, a mission or an event."""
    return PartSpec(
        FUNDING, owner, FUNDING_COLUMNS, FUNDING.words, Words("Ajouter un financement", "Add funding"),
        propose=lambda _rows: {"currency": "EUR"},
    )  # fmt: skip


_TASKS = PartSpec(
    TASK, "event", ("title", "person", "due_on", "done_on"), TASK.words, Words("Ajouter une suite à donner", "Add a task")
)  # fmt: skip


def event_screen(builder: Builder) -> None:
    """Put the form of an event together."""
    sheet = builder.sheet(OVERVIEW)
    sheet.row("title", "kind")
    sheet.row("starts_on", "ends_on")
    start, end = (sheet.cells[name].editor for name in ("starts_on", "ends_on"))
    if isinstance(start, DayEditor) and isinstance(end, DayEditor):
        start.read_ranges_into(end)
    sheet.row("city", "country")
    sheet.row("direction", "status")
    sheet.section(EVENT.sections[1].words)
    sheet.row("partners", "participants")
    sheet.row("organisers", "embassy")
    sheet.row("instrument")
    sheet.section(EVENT.sections[2].words)
    sheet.wide("agenda")
    sheet.wide("follow_up")
    sheet.wide("notes")
    sheet.section(TASK.words)
    sheet.whole(builder.table(_TASKS))
    sheet.section(FUNDING.words)
    sheet.whole(builder.table(funding_of("event")))
    builder.close(sheet)
    builder.related(linked_by("mission", "event"))
