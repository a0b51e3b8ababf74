"""The ledger of exchanges: who holds which workbook since when, and what it showed."""

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, insert, or_, select, update

from desktop_app.store import settings
from desktop_app.store.rows import OF
from desktop_app.store.steps import undone
from desktop_app.store.tables import CAME_BACK, CHANGE, CHANGE_PREV, SHIPMENT, VOID

_BECAME = select(CAME_BACK.c.shipment).where(CAME_BACK.c.batch == OF, CAME_BACK.c.shipment.is_not(None))


@dataclass(frozen=True, slots=True)
class Shipment:
    """A workbook that was sent.

    `scope`: what it holds (entities, countries, fields, rows), and who sent it where another installation did (by, office) ·
    `base`: what it showed, as the writer of workbooks packed it, empty in lists · `seq`: the
    journal's last change when it was made · times in milliseconds · `state`: out, returned, closed,
    sent (to another office: nothing is to come back).
    """

    number: str
    recipient: str
    wall: int
    due_on: str | None
    scope: dict[str, Any]
    file_name: str
    sha256: str
    base: bytes
    seq: int = 0
    returned: int | None = None
    state: str = "out"


def next_number(connection: Connection) -> str:
    """Return the next workbook's number: EX0001 and on."""
    return _next(connection, "EX")


def next_bundle(connection: Connection) -> str:
    """Return the number of the next exchange with another office: EB0001 and on."""
    return _next(connection, "EB")


def _next(connection: Connection, kind: str) -> str:
    own = select(func.count()).select_from(SHIPMENT)
    own = own.where(SHIPMENT.c.number.like(f"{kind}%"), SHIPMENT.c.number.not_like("%-%"))
    return f"{kind}{(connection.scalar(own) or 0) + 1:04d}"


def add(connection: Connection, shipment: Shipment) -> None:
    """Enter a workbook."""
    connection.execute(
        insert(SHIPMENT),
        {
            "number": shipment.number, "seq": shipment.seq, "recipient": shipment.recipient, "wall": shipment.wall,
            "due_on": shipment.due_on, "scope": json.dumps(shipment.scope, ensure_ascii=False),
            "file_name": shipment.file_name, "sha256": shipment.sha256,
            "base": shipment.base,
            "returned": shipment.returned, "state": shipment.state,
        },
    )  # fmt: skip


def shipments(connection: Connection) -> list[Shipment]:
    """Return all workbooks of the office, newest first, without what they showed."""
    lines = connection.execute(select(SHIPMENT).order_by(SHIPMENT.c.wall.desc(), SHIPMENT.c.number.desc()))
    found, office = [_shipment(line, whole=False) for line in lines], settings.get(connection, "office")
    return [one for one in found if one.scope.get("office", office) == office]


def shipment(connection: Connection, number: str) -> Shipment | None:
    """Return one workbook with what it showed."""
    line = connection.execute(select(SHIPMENT).where(SHIPMENT.c.number == number)).one_or_none()
    return _shipment(line, whole=True) if line else None


def alike(connection: Connection, number: str) -> list[Shipment]:
    """Return the workbooks with what they showed that bear a number, or that number and the beginning of their own hash."""
    asked = select(SHIPMENT).where(or_(SHIPMENT.c.number == number, SHIPMENT.c.number.startswith(f"{number}-")))
    return [_shipment(line, whole=True) for line in connection.execute(asked.order_by(SHIPMENT.c.number))]


def _shipment(line: Any, *, whole: bool) -> Shipment:
    return Shipment(
        line.number, line.recipient or "", line.wall, line.due_on, json.loads(line.scope), line.file_name, line.sha256,
        line.base if whole else b"", line.seq, line.returned, line.state,
    )  # fmt: skip


def mark_returned(connection: Connection, number: str, wall: int) -> None:
    """Note that a workbook came back."""
    connection.execute(update(SHIPMENT).where(SHIPMENT.c.number == number).values(returned=wall, state="returned"))


def settle(connection: Connection, batch: int) -> None:
    """Put a workbook right after the step that it became was taken back, or done again: it is out, or has come back."""
    for number in connection.scalars(_BECAME, {"of": batch}).all():
        settle_number(connection, number)


def settle_number(connection: Connection, number: str) -> None:
    """Put a workbook right by what came back of it and was not taken back since."""
    came = select(CAME_BACK.c.batch, CAME_BACK.c.wall).where(CAME_BACK.c.shipment == number)
    gone = undone(connection)
    walls = [line.wall for line in connection.execute(came) if line.batch not in gone]
    if walls:
        mark_returned(connection, number, max(walls))
    else:
        out = update(SHIPMENT).where(SHIPMENT.c.number == number, SHIPMENT.c.state == "returned")
        connection.execute(out.values(returned=None, state="out"))


def changed_since(connection: Connection, seq: int) -> set[str]:
    """Return the records on which the journal has said something after one of its changes, by id."""
    found = set(
        connection.scalars(select(CHANGE.c.row).where(CHANGE.c.seq > seq, CHANGE.c.row.is_not(None)).distinct())
    )
    voids = list(connection.scalars(select(CHANGE.c.id).where(CHANGE.c.seq > seq, CHANGE.c.kind == VOID)))
    while voids:
        # A retraction names no record: those of the changes that it takes back, or brings back, are meant.
        block, voids = voids[:500], voids[500:]
        meant = select(CHANGE.c.id, CHANGE.c.kind, CHANGE.c.row).join(CHANGE_PREV, CHANGE_PREV.c.prev == CHANGE.c.id)
        for line in connection.execute(meant.where(CHANGE_PREV.c.id.in_(block))):
            if line.kind == VOID:
                voids.append(line.id)
            elif line.row:
                found.add(line.row)
    return found
