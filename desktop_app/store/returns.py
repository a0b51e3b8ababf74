"""What came back: the exact bytes of every file sent and received, what each return said, and which records are out."""

import hashlib
import json
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, insert, select, update

from desktop_app.store.journal import blocks
from desktop_app.store.steps import undone
from desktop_app.store.tables import CAME_BACK, HELD, KEPT_FILE, SHIPMENT


@dataclass(frozen=True, slots=True)
class Return:
    """A file that came back and was taken in.

    `batch`: the step that it became, 0 where it changed nothing · `said`: what it said, as JSON data: how many of each kind,
    and the cells with what was decided · `author`: who took it in · `undone`: the step was taken back since.
    """

    shipment: str | None
    wall: int
    file_name: str
    sha256: str
    batch: int
    author: str
    said: dict[str, Any] = field(default_factory=dict)
    number: int = 0
    undone: bool = False


def keep_file(connection: Connection, data: bytes) -> str:
    """Keep the bytes of a file, once, and return their hash."""
    sha256 = hashlib.sha256(data).hexdigest()
    connection.execute(insert(KEPT_FILE).prefix_with("OR IGNORE"), {"sha256": sha256, "data": data})
    return sha256


def kept_file(connection: Connection, sha256: str) -> bytes | None:
    """Return the bytes of a file that was kept."""
    found: bytes | None = connection.scalar(select(KEPT_FILE.c.data).where(KEPT_FILE.c.sha256 == sha256))
    return found


def add(connection: Connection, one: Return) -> None:
    """Enter a return."""
    connection.execute(
        insert(CAME_BACK),
        {
            "shipment": one.shipment, "wall": one.wall, "file_name": one.file_name, "sha256": one.sha256, "batch": one.batch,
            "author": one.author, "said": packed(one.said),
        },
    )  # fmt: skip


def came_of(connection: Connection, shipment: str, sha256: str, wall: int, other: str) -> None:
    """Say of a return that it was one of another workbook."""
    meant = (CAME_BACK.c.shipment == shipment, CAME_BACK.c.sha256 == sha256, CAME_BACK.c.wall == wall)
    connection.execute(update(CAME_BACK).where(*meant).values(shipment=other))


def has_come(connection: Connection, one: Return) -> bool:
    """Return whether the very file of a return was taken in before."""
    same = (CAME_BACK.c.shipment == one.shipment, CAME_BACK.c.sha256 == one.sha256)
    return connection.scalar(select(CAME_BACK.c.number).where(*same).limit(1)) is not None


def packed(said: dict[str, Any]) -> bytes:
    """Return what a return said, as it is kept."""
    return zlib.compress(json.dumps(said, ensure_ascii=False).encode(), 6)


def returns(connection: Connection, shipment: str | None = None) -> list[Return]:
    """Return what came back, of one workbook or of all, oldest first."""
    asked = select(CAME_BACK).order_by(CAME_BACK.c.number)
    if shipment is not None:
        asked = asked.where(CAME_BACK.c.shipment == shipment)
    taken_back = undone(connection)
    return [
        Return(
            line.shipment, line.wall, line.file_name, line.sha256, line.batch, line.author,
            json.loads(zlib.decompress(line.said)), line.number, line.batch in taken_back,
        )
        for line in connection.execute(asked)
    ]  # fmt: skip


def hold(connection: Connection, shipment: str, ids: Iterable[str]) -> None:
    """Note which records somebody holds."""
    once = {id_: None for id_ in ids}  # noqa: C420  # `fromkeys` lets no other thread run while it goes through them
    for block in blocks(once):
        connection.execute(insert(HELD), [{"shipment": shipment, "row": id_} for id_ in block])


def held(connection: Connection, ids: Iterable[str]) -> dict[str, tuple[str, str, int]]:
    """Return which of some records are out: the workbook's number, with whom, since when; the last one sent."""
    found: dict[str, tuple[str, str, int]] = {}
    for block in blocks(ids):
        asked = select(HELD.c.row, SHIPMENT.c.number, SHIPMENT.c.recipient, SHIPMENT.c.wall)
        asked = asked.join(SHIPMENT, SHIPMENT.c.number == HELD.c.shipment)
        asked = asked.where(HELD.c.row.in_(block), SHIPMENT.c.state == "out")
        for line in connection.execute(asked.order_by(SHIPMENT.c.wall)):
            found[line.row] = (line.number, line.recipient or "", line.wall)
    return found
