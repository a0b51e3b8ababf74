"""What passes between the installations of a base: what each is known to hold, what they send, what they dispute."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from desktop_app.store import conflicts, parcel, peers, union
from desktop_app.store.conflicts import Conflict
from desktop_app.store.parcel import Parcel
from desktop_app.store.peers import Have, Peer
from desktop_app.store.union import Taken

if TYPE_CHECKING:
    from desktop_app.store.base import Store


class Installations:
    """The other installations, as one open base knows them."""

    def __init__(
        self,
        store: "Store",
        reader: Callable[[], Connection],
        writing: Callable[..., AbstractContextManager[Connection]],
    ) -> None:
        self._store, self._reader, self._writing = store, reader, writing

    def peers(self) -> list[Peer]:
        """Return the installations that are known, this one among them."""
        return peers.known(self._reader())

    def have(self) -> Have:
        """Return what this base holds of each installation."""
        return peers.have(self._reader())

    def held_by(self, others: Sequence[Peer]) -> dict[str, int]:
        """Return up to which number some installations are all known to hold each one's changes."""
        return parcel.held_by(self._reader(), others)

    def parcels(self, known: Mapping[str, int], most: int = parcel.MOST) -> Iterator[Parcel]:
        """Yield, in volumes, what somebody does not hold who holds each installation's changes up to a number."""
        return parcel.collect(self._reader(), self._store.replica, known, most)

    def told_of(self, known: Mapping[str, int]) -> dict[str, int]:
        """Return of how many records of each kind parcels would speak to somebody who holds what is known."""
        return parcel.told_of(self._reader(), known)

    def conflicts(self, records: Iterable[str] | None = None) -> list[Conflict]:
        """Return what is disputed, of some records or of all."""
        return conflicts.open_conflicts(self._reader(), self._store.replicas, records)

    def conflict_count(self) -> int:
        """Return how many conflicts are open."""
        return conflicts.count(self._reader())

    def take_in(self, parcel: Parcel) -> Taken:
        """Add what another installation has written; no step of this one's."""
        with self._writing(own=False) as connection:
            taken = union.take_in(self._store, connection, parcel)
        self._store.forget_names()
        return taken

    def become_another(self) -> None:
        """Become an installation of its own: two bases must not write under one name."""
        with self._writing(own=False) as connection:
            union.become_another(self._store, connection)
