"""The lines of the two last cards: who holds which workbook, and who travels."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from desktop_app.domain.dates import show_span
from desktop_app.domain.values import Record
from desktop_app.gui.dashboard.reading import Overview
from desktop_app.gui.dashboard.row import LinkRow
from desktop_app.gui.receiving.rows import LOOKS, content, state_of, state_words
from desktop_app.gui.when import iso_day, moment, short_day
from desktop_app.gui.words import lang, tr
from desktop_app.gui.workspace import Workspace

SHOWN_WORKBOOKS = 3


def workbook_rows(found: Overview, workspace: Workspace) -> list[QWidget]:
    """Return the workbooks that somebody holds or that came back and wait, those that want something first."""
    waiting = {one.export: one.key for one in found.waiting if one.export}
    order = {"waiting": 0, "late": 1, "out": 2}
    held = [(state_of(one, waiting, found.today), one) for one in found.shipments]
    rows: list[QWidget] = []
    for state, one in sorted((pair for pair in held if pair[0] in order), key=lambda pair: order[pair[0]])[
        :SHOWN_WORKBOOKS
    ]:
        sent = tr("sent {day}").format(day=short_day(moment(one.wall).date(), found.today))
        due = tr("due {day}").format(day=iso_day(one.due_on)) if one.due_on and len(one.due_on) == 10 else ""
        hue, icon = LOOKS[state]
        second = " · ".join(filter(None, (content(one), sent, due)))
        row = LinkRow(
            "file-spreadsheet",
            one.recipient or one.number,
            second,
            tr("Opens the workbooks out"),
            (state_words(one, state, found.today), hue, icon),
        )
        row.clicked.connect(lambda _checked=False, number=one.number: workspace.go("workbooks_out", number))
        rows.append(row)
    return rows


def mission_row(record: Record, labels: Mapping[str, str], workspace: Workspace) -> LinkRow:
    """Return the line of a mission: who, where to, when and what for; `labels` name whom and what it links to."""
    cities = record.get("cities")
    where = ", ".join(cities) if isinstance(cities, tuple) else ""
    first = ", ".join(filter(None, (labels.get(str(record.get("person"))), where)))
    days = show_span(str(record["starts_on"]), str(record.get("ends_on") or record["starts_on"]), lang())
    second = " · ".join(filter(None, (days, labels.get(str(record.get("instrument"))))))
    row = LinkRow("plane", first, second, tr("Opens the entry"))
    row.clicked.connect(lambda _checked=False: workspace.go("mission", str(record["id"]), open_=True))
    return row
