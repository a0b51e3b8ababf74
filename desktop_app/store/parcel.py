"""What one installation hands to another: changes as they were written, with where they came from. Plain data."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, bindparam, select

from desktop_app.store import peers
from desktop_app.store.fold import Change
from desktop_app.store.journal import blocks
from desktop_app.store.peers import Have, Peer, Place
from desktop_app.store.rows import IDS
from desktop_app.store.tables import BATCH, CHANGE, CHANGE_PREV, ORIGIN, twin_of

# How many changes one volume carries.
MOST = 50_000
_READ = 5_000

_WITHIN = CHANGE.c.seq.between(bindparam("low"), bindparam("high"))
_EDGES = select(CHANGE_PREV.c.id, CHANGE_PREV.c.prev).join(CHANGE, CHANGE.c.id == CHANGE_PREV.c.id).where(_WITHIN)
_ORIGINS = (
    select(ORIGIN.c.change, BATCH.c.id)
    .join(BATCH, BATCH.c.seq == ORIGIN.c.batch)
    .where(ORIGIN.c.change.between(bindparam("low"), bindparam("high")))
)
_SAID = (
    select(CHANGE.c.seq, *(CHANGE.c[name] for name in Change._fields if name != "prev"))
    .where(_WITHIN)
    .order_by(CHANGE.c.seq)
)


class Sent(NamedTuple):
    """A change on its way: its place in what an installation has written, and the batches that it came from."""

    place: Place
    change: Change
    batches: tuple[str, ...]


# A batch by the names of its columns; `target` is the id of another batch.
Batch = dict[str, Any]


class Enclosed(NamedTuple):
    """A file that belongs to records: its own name, the fingerprint of its content (SHA-256), and the content."""

    name: str
    content: str
    data: bytes


@dataclass(slots=True)
class Parcel:
    """One volume: who sends it, what the sender holds, the installations that it knows, batches, changes and files.

    `wanted`: the files whose content the sender lacks, by content and name.
    """

    sender: str
    have: Have
    peers: list[Peer]
    key: str | None = None  # with which it is signed
    batches: list[Batch] = field(default_factory=list)
    changes: list[Sent] = field(default_factory=list)
    files: list[Enclosed] = field(default_factory=list)
    wanted: list[tuple[str, str]] = field(default_factory=list)


def held_by(connection: Connection, others: Sequence[Peer]) -> dict[str, int]:
    """Return up to which number all of some installations are known to hold each one's changes."""
    known: dict[str, int] = {}
    for place, other in enumerate(others):
        held = {
            replica: number
            for replica, (number, id_) in other.have.items()
            # Where two copies of a base wrote under one name, what is held under that name is not known.
            if peers.id_at(connection, Place(replica, number)) in (id_, None)
        }
        known = held if not place else {replica: min(known[replica], held[replica]) for replica in known.keys() & held}
    return known


def collect(connection: Connection, sender: str, known: Mapping[str, int], most: int = MOST) -> Iterator[Parcel]:
    """Yield, in volumes, all that an installation does not hold: `known` is the number up to which it holds each one's."""
    have, everyone = peers.have(connection), peers.known(connection)
    parcel = Parcel(sender, have, everyone)
    for sent in _sent(connection, known):
        parcel.changes.append(sent)
        if len(parcel.changes) == most:
            yield _with_batches(connection, parcel)
            parcel = Parcel(sender, have, everyone)
    if parcel.changes:
        yield _with_batches(connection, parcel)


def told_of(connection: Connection, known: Mapping[str, int]) -> dict[str, int]:
    """Return of how many records of each kind a parcel would speak."""
    found: dict[str, set[str]] = {}
    for replica, first, last, change in peers.ranges(connection):
        start = max(first, known.get(replica, 0) + 1)
        between = CHANGE.c.seq.between(change + start - first, change + last - first)
        asked = select(CHANGE.c.tbl, CHANGE.c.row).where(between, CHANGE.c.row.is_not(None)).distinct()
        for name, row in connection.execute(asked) if start <= last else ():
            found.setdefault(name, set()).add(row)
    return {name: len(rows) for name, rows in found.items()}


def _sent(connection: Connection, known: Mapping[str, int]) -> Iterator[Sent]:
    # The same change may stand in what several installations have written; each place is told.
    for replica, first, last, change in peers.ranges(connection):
        start = max(first, known.get(replica, 0) + 1)
        for begin in range(start, last + 1, _READ):
            end = min(begin + _READ - 1, last)
            low, high = change + begin - first, change + end - first
            for place, (found, batches) in enumerate(_read(connection, low, high), begin):
                yield Sent(Place(replica, place), found, batches)


def _read(connection: Connection, low: int, high: int) -> Iterator[tuple[Change, tuple[str, ...]]]:
    # Fetched at once: one by one, thousands of lines take twice as long.
    prev: dict[str, list[str]] = {}
    span = {"low": low, "high": high}
    for id_, before in connection.execute(_EDGES, span).all():
        prev.setdefault(id_, []).append(before)
    batches: dict[int, list[str]] = {}
    for seq, batch in connection.execute(_ORIGINS, span).all():
        batches.setdefault(seq, []).append(batch)
    for seq, *what in connection.execute(_SAID, span).all():
        yield Change(*what, tuple(sorted(prev.get(what[0], ())))), tuple(sorted(batches.get(seq, ())))  # type: ignore[call-arg]  # as its fields stand


@cache
def _batches() -> Select[Any]:
    """Ask for some steps, with the id of the one that each takes back."""
    target = twin_of(BATCH)
    columns = [column for column in BATCH.c if column.name not in ("seq", "target")]
    asked = select(*columns, target.c.id.label("target")).outerjoin(target, target.c.seq == BATCH.c.target)
    return asked.where(BATCH.c.id.in_(IDS)).order_by(BATCH.c.seq)


def _with_batches(connection: Connection, parcel: Parcel) -> Parcel:
    wanted = {batch for sent in parcel.changes for batch in sent.batches}
    while wanted:
        level, wanted = wanted, set()
        for block in blocks(level):
            parcel.batches += [dict(line) for line in connection.execute(_batches(), {"ids": block}).mappings()]
        # A step that was taken back is told with the step that did so.
        held = {batch["id"] for batch in parcel.batches}
        wanted = {batch["target"] for batch in parcel.batches if batch["target"]} - held
    return parcel
