"""Installations: what each has written, in order, and what each is known to hold."""

import json
import socket
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, func, insert, select, update

from desktop_app.domain.ids import derived_id, short
from desktop_app.store.journal import count_changes
from desktop_app.store.rows import OF
from desktop_app.store.tables import CHANGE, LOG, PEER

# Asked at each edit and for each installation of a parcel: made once, as that takes longer than answering.
_KNOWN = select(PEER).where(PEER.c.office != "").order_by(PEER.c.no)
_ARE_OTHERS = select(func.count()).select_from(PEER).where(PEER.c.office != "")
_PEER = select(PEER).where(PEER.c.replica == OF)
_ENTER_PEER, _CHANGE_PEER = insert(PEER), update(PEER).where(PEER.c.no == OF)
_WRITTEN = select(func.max(LOG.c.last)).join(PEER, PEER.c.no == LOG.c.peer).where(PEER.c.replica == OF)
_RUN_UP_TO = select(LOG).where(LOG.c.peer == OF, LOG.c.last == bindparam("number"))
_ENTER_RUN = insert(LOG)
_LENGTHEN_RUN = update(LOG).where(LOG.c.peer == OF, LOG.c.first == bindparam("number"))
_RUNS = select(PEER.c.replica, LOG.c.first, LOG.c.last, LOG.c.change).join(PEER, PEER.c.no == LOG.c.peer)
_RUNS_IN_ORDER = _RUNS.order_by(LOG.c.peer, LOG.c.first)
_RUNS_OF = _RUNS.where(PEER.c.replica == OF)
_RUN_AT = _RUNS_OF.where(LOG.c.first <= bindparam("number"), LOG.c.last >= bindparam("number"))
_ID_AT = select(CHANGE.c.id).where(CHANGE.c.seq == bindparam("line"))
_IDS_AT = select(CHANGE.c.seq, CHANGE.c.id).where(CHANGE.c.seq.in_(bindparam("lines", expanding=True)))

# For each installation: the number of its last change that is held without a gap before it, and that change's id.
Have = dict[str, tuple[int, str]]


class Peer(NamedTuple):
    """An installation: its id, its office, its computer, the key with which it signs, what it is known to hold."""

    replica: str
    office: str
    name: str
    key: str | None
    have: Have
    seen: int | None

    @property
    def code(self) -> str:
        """How people call it: SIN-7K3F."""
        return f"{self.office or '???'}-{short(self.replica, 4)}"


class Place(NamedTuple):
    """Where a change stands in what an installation has written."""

    replica: str
    number: int


def computer() -> str:
    """Return the name of this computer."""
    return socket.gethostname()


def are_others(connection: Connection) -> bool:
    """Return whether other installations are known here."""
    return (connection.scalar(_ARE_OTHERS) or 0) > 1


def known(connection: Connection) -> list[Peer]:
    """Return the installations that are known, in the order in which they were learned."""
    return [
        Peer(line.replica, line.office, line.name, line.key, _have(line.have), line.seen)
        for line in connection.execute(_KNOWN)
    ]


def _have(text: str) -> Have:
    return {replica: (int(number), str(id_)) for replica, (number, id_) in json.loads(text).items()}


def number_of(connection: Connection, replica: str, office: str = "", name: str = "") -> int:
    """Return the number by which this base calls an installation, which is entered when it is new."""
    line = connection.execute(_PEER, {"of": replica}).one_or_none()
    if line is None:
        made = connection.execute(_ENTER_PEER, {"replica": replica, "office": office, "name": name, "have": "{}"})
        return int(made.inserted_primary_key[0]) if made.inserted_primary_key else 0
    told = {"office": office, "name": name or line.name}
    if office and (not line.office or name) and told != {"office": line.office, "name": line.name}:
        connection.execute(_CHANGE_PEER, {"of": line.no, **told})
    return int(line.no)


def learn(
    connection: Connection, replica: str, have: Mapping[str, tuple[int, str]], *, key: str | None, seen: int | None
) -> None:
    """Note what an installation says that it holds: it never holds less than it did."""
    line = connection.execute(_PEER, {"of": replica}).one()
    held = _have(line.have)
    for other, (number, id_) in have.items():
        if number > held.get(other, (0, ""))[0]:
            held[other] = (number, id_)
    told = {"have": json.dumps(held, sort_keys=True), "key": line.key or key, "seen": seen or line.seen}
    if told != {"have": line.have, "key": line.key, "seen": line.seen}:
        connection.execute(_CHANGE_PEER, {"of": line.no, **told})


# What was written, in order


def append(connection: Connection, replica: str, before: int) -> None:
    """Enter all that the journal has gained since it was at `before` as written by an installation."""
    last = count_changes(connection)
    if last > before:
        enter(connection, replica, [(written(connection, replica) + 1, before + 1, last - before)])


def append_shared(connection: Connection, before: int) -> None:
    """Enter what every base starts with as written by nobody: bases that start alike never send it to each other."""
    ids = connection.scalars(select(CHANGE.c.id).where(CHANGE.c.seq > before).order_by(CHANGE.c.seq)).all()
    if ids:
        enter(connection, derived_id("reference", *ids), [(1, before + 1, len(ids))])


def written(connection: Connection, replica: str) -> int:
    """Return the number of the last change of an installation that is held here."""
    return connection.scalar(_WRITTEN, {"of": replica}) or 0


def enter(connection: Connection, replica: str, runs: Iterable[tuple[int, int, int]]) -> None:
    """Enter runs of changes of an installation: number of the first, its line in the journal, how many."""
    peer = number_of(connection, replica)
    for first, change, count in runs:
        before = connection.execute(_RUN_UP_TO, {"of": peer, "number": first - 1}).one_or_none()
        if before is not None and before.change + before.last - before.first + 1 == change:
            connection.execute(_LENGTHEN_RUN, {"of": peer, "number": before.first, "last": first + count - 1})
        else:
            line = {"peer": peer, "first": first, "last": first + count - 1, "change": change}
            connection.execute(_ENTER_RUN, line)


def ranges(connection: Connection) -> list[tuple[str, int, int, int]]:
    """Return what is held of each installation: (installation, first number, last number, line of the first)."""
    return [tuple(line) for line in connection.execute(_RUNS_IN_ORDER)]


def have(connection: Connection) -> Have:
    """Return what this base holds of each installation, up to the first gap."""
    tips: dict[str, tuple[int, int]] = {}
    for replica, first, last, change in ranges(connection):
        reached = tips.get(replica, (0, 0))[0]
        if first <= reached + 1 and last > reached:
            tips[replica] = (last, change + last - first)
    ids: dict[int, str] = {}
    for seqs in (list(tips.values())[start : start + 500] for start in range(0, len(tips), 500)):
        ids |= dict(connection.execute(_IDS_AT, {"lines": [seq for _number, seq in seqs]}).all())
    return {replica: (number, ids[seq]) for replica, (number, seq) in tips.items()}


def id_at(connection: Connection, place: Place) -> str | None:
    """Return the change that stands at a place of what an installation has written, where it is held here."""
    line = connection.execute(_RUN_AT, {"of": place.replica, "number": place.number}).first()
    if line is None:
        return None
    return connection.scalar(_ID_AT, {"line": line.change + place.number - line.first})


def missing_places(connection: Connection, replica: str, numbers: Iterable[int]) -> set[int]:
    """Return which places of what an installation has written are not held here."""
    wanted = set(numbers)
    for _replica, first, last, _change in connection.execute(_RUNS_OF, {"of": replica}):
        wanted -= set(range(max(first, min(wanted, default=0)), min(last, max(wanted, default=0)) + 1))
    return wanted


def lines_held(connection: Connection) -> Callable[[int], bool]:
    """Return a function that says whether a line of the journal stands in what some installation has written."""
    held = sorted((change, change + last - first) for _replica, first, last, change in ranges(connection))
    starts = [low for low, _high in held]

    def holds(seq: int) -> bool:
        # Runs of different installations may overlap where they wrote the same.
        return any(low <= seq <= high for low, high in held[: bisect_right(starts, seq)])

    return holds
