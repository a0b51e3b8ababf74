"""Taking in what another installation has written: the union of two journals, whatever their order, never an undo step."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import Connection, insert, select, update

from desktop_app.domain.ids import new_id
from desktop_app.store import journal, ledger_news, peers, settings, uniting
from desktop_app.store.bulk import lines_of
from desktop_app.store.edit import Changes
from desktop_app.store.fold import Change
from desktop_app.store.indexing import refresh_search
from desktop_app.store.journal import blocks
from desktop_app.store.parcel import Parcel
from desktop_app.store.refold import add_cell, cells_of, fold_cells, gone_among, renamed, settle_voids
from desktop_app.store.rows import IDS, OF
from desktop_app.store.tables import BATCH, CHANGE, CHANGE_PREV, ORIGIN, VOID
from desktop_app.store.uniting import Cells, by_entity

if TYPE_CHECKING:
    from desktop_app.store.base import Store


@dataclass(slots=True)
class Taken:
    """What a parcel brought: how many of its changes were new here, and the records concerned.

    `joined`: pairs of records that turned out to be the same · `forked`: whether this base was found to be a copy, and has
    become an installation of its own · `files`: how many files of records came along.
    """

    changes: Changes = field(default_factory=Changes)
    new: int = 0
    joined: int = 0
    forked: bool = False
    files: int = 0

    def add(self, other: "Taken") -> None:
        """Add what the next volume brought."""
        self.new += other.new
        self.joined += other.joined
        self.files += other.files
        self.forked |= other.forked
        for part in ("added", "changed", "removed"):
            held: dict[str, set[str]] = getattr(self.changes, part)
            for name, ids in getattr(other.changes, part).items():
                held.setdefault(name, set()).update(ids)


_VOIDS_OF = (
    select(CHANGE_PREV.c.prev)
    .join(CHANGE, CHANGE.c.id == CHANGE_PREV.c.id)
    .where(CHANGE_PREV.c.prev.in_(IDS), CHANGE.c.kind == VOID)
)
_BATCHES = select(BATCH.c.id, BATCH.c.seq).where(BATCH.c.id.in_(IDS))
_ENTER_BATCH, _TARGET = insert(BATCH), update(BATCH).where(BATCH.c.id == OF)
_ENTER_ORIGIN = insert(ORIGIN).prefix_with("OR IGNORE")


def take_in(store: "Store", connection: Connection, parcel: Parcel) -> Taken:
    """Add what a parcel holds to the journal, and show it."""
    taken = Taken(forked=_is_forked(connection, store.replica, parcel))
    for peer in parcel.peers:
        peers.number_of(connection, peer.replica, peer.office, peer.name)
    fresh = journal.add(connection, (sent.change for sent in parcel.changes))
    taken.new = len(fresh)
    seqs = lines_of(connection, CHANGE.c.id, [sent.change.id for sent in parcel.changes])
    _add_batches(connection, parcel, seqs)
    _enter(connection, store.replica, parcel, seqs)
    for peer in parcel.peers:
        if peer.replica not in (parcel.sender, store.replica):
            peers.learn(connection, peer.replica, peer.have, key=None, seen=None)
    if parcel.sender != store.replica:
        peers.number_of(connection, parcel.sender)
        peers.learn(connection, parcel.sender, parcel.have, key=parcel.key, seen=journal.now())
    _show(store, connection, fresh, taken)
    ledger_news.take_in(connection, store.replicas, fresh, parcel.batches)
    if taken.forked:
        become_another(store, connection, tell_again=True)
    return taken


def _show(store: "Store", connection: Connection, fresh: list[Change], taken: Taken) -> None:
    cells = changed_cells(connection, fresh)
    before = gone_among(connection, cells)
    folded = fold_cells(connection, cells, store.office)
    while joins := journal.add(connection, uniting.made_twice(connection, by_entity(folded))):
        # Everybody who has both records writes the same changes: they need nobody's name.
        taken.joined += len(joins)
        position = journal.count_changes(connection)
        peers.append(connection, store.replica, position - len(joins))
        more = fold_cells(connection, changed_cells(connection, joins), store.office)
        for key, held in more.items():
            folded.setdefault(key, set()).update(held)
    touched = by_entity(folded)
    for (tbl, row), gone in gone_among(connection, folded).items():
        was = before.get((tbl, row))
        kind = taken.changes.removed if gone else taken.changes.added if was is None or was else taken.changes.changed
        kind.setdefault(tbl, set()).add(row)
    refresh_search(store, connection, touched, renamed(folded))


def changed_cells(connection: Connection, fresh: Iterable[Change]) -> Cells:
    """Return the cells that changes which were just written concern, those included that they take back."""
    cells: Cells = {}
    voids: set[str] = set()
    ids: list[str] = []
    for change in fresh:
        ids.append(change.id)
        if change.kind == VOID:
            voids.add(change.id)
        add_cell(cells, change.kind, change.tbl, change.row, change.field)
    # A retraction may have come before what it takes back.
    for block in blocks(ids):
        voids.update(connection.scalars(_VOIDS_OF, {"ids": block}))
    for key, held in cells_of(connection, settle_voids(connection, voids)).items():
        cells.setdefault(key, set()).update(held)
    return cells


def _add_batches(connection: Connection, parcel: Parcel, seqs: Mapping[str, int]) -> None:
    """Say where the changes of a parcel came from; `seqs`: their lines in the journal."""
    there: dict[str, int] = {}
    ids = [batch["id"] for batch in parcel.batches]
    for block in blocks(ids):
        there |= dict(connection.execute(_BATCHES, {"ids": block}).all())
    new = [batch for batch in parcel.batches if batch["id"] not in there]
    for batch in new:
        made = connection.execute(_ENTER_BATCH, {**batch, "target": None})
        there[batch["id"]] = made.inserted_primary_key[0] if made.inserted_primary_key else 0
    for batch in new:
        if batch["target"] in there:
            connection.execute(_TARGET, {"of": batch["id"], "target": there[batch["target"]]})
    lines = [
        {"batch": there[batch], "change": seqs[sent.change.id]}
        for sent in parcel.changes
        for batch in sent.batches
        if batch in there
    ]
    if lines:
        connection.execute(_ENTER_ORIGIN, lines)


def _enter(connection: Connection, own: str, parcel: Parcel, seqs: Mapping[str, int]) -> None:
    """Note which changes of each installation are held now."""
    by_replica: dict[str, list[tuple[int, str]]] = {}
    for sent in parcel.changes:
        by_replica.setdefault(sent.place.replica, []).append((sent.place.number, sent.change.id))
    strays: list[str] = []
    for replica, places in by_replica.items():
        missing = peers.missing_places(connection, replica, [number for number, _id in places])
        runs: list[tuple[int, int, int]] = []
        for number, id_ in sorted(places):
            if number not in missing:
                strays.append(id_)
                continue
            first, change, count = runs[-1] if runs else (0, 0, 0)
            if runs and first + count == number and change + count == seqs[id_]:
                runs[-1] = (first, change, count + 1)
            else:
                runs.append((number, seqs[id_], 1))
        peers.enter(connection, replica, runs)
    if strays:
        _adopt(connection, own, strays, seqs)


def _adopt(connection: Connection, own: str, ids: list[str], seqs: Mapping[str, int]) -> None:
    """Hand on, as if written here, changes whose place another change has taken: two copies of a base wrote beside each other."""
    held = peers.lines_held(connection)
    lost = [id_ for id_ in ids if not held(seqs[id_])]
    start = peers.written(connection, own) + 1
    peers.enter(connection, own, [(start + count, seqs[id_], 1) for count, id_ in enumerate(lost)])


def _is_forked(connection: Connection, own: str, parcel: Parcel) -> bool:
    """Return whether this base is a copy, or an older state put back.

    Then others hold under its name what it never wrote, or know that it has held what it holds no more: told nothing of it,
    they would never send that again.
    """
    said = [have[own] for have in (parcel.have, *(peer.have for peer in parcel.peers)) if own in have]
    written = peers.written(connection, own)
    for number, id_ in said:
        if number > written or peers.id_at(connection, peers.Place(own, number)) != id_:
            return True
    held = peers.have(connection)
    told = next((peer.have for peer in parcel.peers if peer.replica == own), {})
    if any(number > held.get(replica, (0, ""))[0] for replica, (number, _id) in told.items()):
        return True
    return any(
        sent.place.replica == own and peers.id_at(connection, sent.place) != sent.change.id for sent in parcel.changes
    )


def become_another(store: "Store", connection: Connection, *, tell_again: bool = False) -> None:
    """Make this base an installation of its own.

    Where two have written under one name already, it tells again all that it wrote under the former one.
    """
    former, new = store.replica, new_id()
    peers.number_of(connection, new, store.office, peers.computer())
    count = 0
    for replica, first, last, change in peers.ranges(connection) if tell_again else ():
        if replica == former:
            peers.enter(connection, new, [(count + 1, change, last - first + 1)])
            count += last - first + 1
    settings.rename(connection, new, former)
    store.forget_replica()
