"""What the ledger tells the other installations: a line of the journal for each workbook sent, and for each return taken in.

The lines travel as all changes do, once each and in any order; what they say stands in the ledger of whoever takes them in.
There a workbook is called by its number and by who sent it: EX0007-7K3F. Two copies of a base that did not know of each other may
have given one number to two workbooks: each line says which one is meant by the workbook's hash, and the one told of second
bears the beginning of its own: EX0007-7K3F-9A01.
"""

import json
import logging
import re
import zlib
from base64 import b64decode, b64encode
from collections.abc import Callable, Collection, Iterable
from functools import partial
from typing import Any

from sqlalchemy import Connection, select

from desktop_app.domain.ids import derived_id, new_id, short
from desktop_app.store import ledger, returns, settings
from desktop_app.store.fold import Change, canonical
from desktop_app.store.journal import add, blocks
from desktop_app.store.ledger import Shipment
from desktop_app.store.parcel import Batch
from desktop_app.store.returns import Return
from desktop_app.store.tables import BATCH, CAME_BACK, CHANGE, SET, SHIPMENT

TABLE = "_ledger"
_SENT, _BACK = "sent", "back"
# What a larger workbook showed is read from the workbook itself.
_MOST_BYTES = 1_000_000
# What a line may unpack to: a hundred thousand ids are a tenth of it.
_MOST_UNPACKED = 40_000_000
_NUMBER = re.compile(r"EX\d{4,9}")
_log = logging.getLogger(__name__)


def called(number: str, by: str) -> str:
    """Return how a workbook of another installation is called here."""
    return f"{number}-{short(by, 4)}"


def tell_sent(connection: Connection, by: str, author: str, shipment: Shipment, holds: Iterable[str]) -> None:
    """Tell the others of a workbook that was sent, with what it showed and the records that it holds."""
    base = shipment.base if len(shipment.base) <= _MOST_BYTES else b""
    value = {
        "by": by, "office": settings.get(connection, "office"), "number": shipment.number, "recipient": shipment.recipient,
        "wall": shipment.wall, "due_on": shipment.due_on, "scope": shipment.scope, "file_name": shipment.file_name,
        "sha256": shipment.sha256, "base": _text(base), "holds": _text(zlib.compress("\n".join(holds).encode(), 6)),
    }  # fmt: skip
    _tell(connection, derived_id("shipment", by, shipment.number), _SENT, value, shipment.wall, author)


def tell_back(connection: Connection, replicas: Collection[str], own: str, one: Return) -> None:
    """Tell the others of a return that was taken in."""
    by, number = _sender(connection, replicas, own, str(one.shipment))
    workbook = connection.scalar(select(SHIPMENT.c.sha256).where(SHIPMENT.c.number == str(one.shipment)))
    batch = connection.scalar(select(BATCH.c.id).where(BATCH.c.seq == one.batch))
    value = {
        "by": by, "number": number, "wall": one.wall, "file_name": one.file_name, "sha256": one.sha256, "author": one.author,
        "batch": batch, "said": _text(returns.packed(one.said)), "workbook": workbook,
    }  # fmt: skip
    _tell(connection, derived_id("shipment", by, number), _BACK, value, one.wall, one.author)


def _tell(connection: Connection, row: str, field: str, value: dict[str, Any], wall: int, author: str) -> None:
    add(connection, [Change(new_id(), SET, TABLE, row, field, canonical(value), wall, author)])


def _sender(connection: Connection, replicas: Collection[str], own: str, number: str) -> tuple[str, str]:
    """Return who sent a workbook of the ledger, and the number that it bears there."""
    scope = connection.scalar(select(SHIPMENT.c.scope).where(SHIPMENT.c.number == number))
    if by := json.loads(scope or "{}").get("by"):
        return by, number.partition("-")[0]
    told = {derived_id("shipment", replica, number): replica for replica in replicas}
    asked = select(CHANGE.c.row).where(CHANGE.c.row.in_(told), CHANGE.c.tbl == TABLE, CHANGE.c.field == _SENT)
    # This installation may have had another id when it sent it.
    return told.get(connection.scalar(asked) or "", own), number


def take_in(
    connection: Connection, replicas: Collection[str], fresh: Iterable[Change], batches: Iterable[Batch]
) -> None:
    """Enter in the ledger what others tell of theirs, and put the workbooks right whose return was taken back elsewhere."""
    lines = [change for change in fresh if change.tbl == TABLE and change.kind == SET]
    touched = set[str]()
    for field, enter in (
        (_SENT, partial(_enter_sent, connection)),
        (_BACK, partial(_enter_back, connection, replicas)),
    ):
        for change in lines:
            if change.field == field:
                touched |= _entering(enter, change)
    touched |= _returns_of(connection, {str(batch["target"]) for batch in batches if batch["target"]})
    for number in touched:
        ledger.settle_number(connection, number)


def _entering(enter: Callable[[dict[str, Any]], set[str]], change: Change) -> set[str]:
    """Enter a line, and return the workbooks that it touches; what a newer program tells in another way waits in the journal."""
    try:
        return enter(json.loads(change.value or "null"))
    except (LookupError, TypeError, ValueError, AttributeError, zlib.error):
        _log.warning("A line of another ledger was not understood: %s", change.id, exc_info=True)
        return set()


def _enter_sent(connection: Connection, told: dict[str, Any]) -> set[str]:
    if not _NUMBER.fullmatch(told["number"]) or not isinstance(told["due_on"], str | None):
        raise ValueError(told["number"])
    names = _names(told["number"], told["by"], str(told["sha256"]))
    if entered := _entered(connection, told["number"], names, str(told["sha256"])):
        return {entered}
    number = next(name for name in names if ledger.shipment(connection, name) is None)
    scope = {**told["scope"], "by": told["by"], "office": told["office"]}
    shipment = Shipment(
        number, str(told["recipient"] or ""), int(told["wall"]), told["due_on"], scope, str(told["file_name"]),
        str(told["sha256"]), b64decode(told["base"], validate=True),
    )  # fmt: skip
    holds = _inflated(told["holds"]).decode().split()
    ledger.add(connection, shipment)
    if told["office"] == settings.get(connection, "office"):
        returns.hold(connection, number, holds)
    return _put_right(connection, number, told)


def _names(number: str, by: str, workbook: str) -> list[str]:
    """Return what a workbook of another may be called here, the usual name first."""
    usual = called(number, by)
    return [usual, *(f"{usual}-{workbook[:length].upper()}" for length in (4, 12, 64))]


def _entered(connection: Connection, number: str, names: Iterable[str], workbook: str) -> str | None:
    """Return how the ledger calls a workbook that it knows: as one of ours, or as one of another."""
    entries = (ledger.shipment(connection, name) for name in (number, *names))
    return next((one.number for one in entries if one and one.sha256 == workbook), None)


def _enter_back(connection: Connection, replicas: Collection[str], told: dict[str, Any]) -> set[str]:
    said = json.loads(_inflated(told["said"]))
    if not _NUMBER.fullmatch(told["number"]) or not isinstance(said["said"], list):
        raise ValueError(told["number"])
    batch = connection.scalar(select(BATCH.c.seq).where(BATCH.c.id == told["batch"])) if told["batch"] else None
    one = Return(
        _what_came_back(connection, replicas, told), int(told["wall"]), str(told["file_name"]), str(told["sha256"]),
        batch or 0, str(told["author"]), said,
    )  # fmt: skip
    returns.add(connection, one)
    return {str(one.shipment)}


def _what_came_back(connection: Connection, replicas: Collection[str], told: dict[str, Any]) -> str:
    usual = called(told["number"], told["by"])
    if workbook := told.get("workbook"):
        names = _names(told["number"], told["by"], str(workbook))
        return _entered(connection, told["number"], names, str(workbook)) or usual
    # Told by an earlier version, which knew only numbers.
    ours = told["by"] in replicas and ledger.shipment(connection, usual) is None
    return str(told["number"]) if ours else usual


def _put_right(connection: Connection, number: str, told: dict[str, Any]) -> set[str]:
    """Give a workbook that bears a name of its own the returns that were told of before it, and return what is touched."""
    usual = called(told["number"], told["by"])
    if number == usual:
        return {number}
    row = derived_id("shipment", told["by"], told["number"])
    asked = select(CHANGE.c.value).where(CHANGE.c.row == row, CHANGE.c.tbl == TABLE, CHANGE.c.field == _BACK)
    for value in connection.scalars(asked).all():
        back = json.loads(value)
        if back.get("workbook") == told["sha256"]:
            returns.came_of(connection, usual, str(back["sha256"]), int(back["wall"]), number)
    return {number, usual}


def _returns_of(connection: Connection, steps: Collection[str]) -> set[str]:
    """Return the workbooks whose return was one of some steps."""
    found = set[str]()
    for block in blocks(steps):
        asked = select(CAME_BACK.c.shipment).join(BATCH, BATCH.c.seq == CAME_BACK.c.batch)
        found.update(connection.scalars(asked.where(BATCH.c.id.in_(block), CAME_BACK.c.shipment.is_not(None))))
    return found


def _inflated(text: str) -> bytes:
    unpacking = zlib.decompressobj()
    data = unpacking.decompress(b64decode(text, validate=True), _MOST_UNPACKED)
    if not unpacking.eof:
        raise ValueError(len(data))
    return data


def _text(data: bytes) -> str:
    return b64encode(data).decode()
