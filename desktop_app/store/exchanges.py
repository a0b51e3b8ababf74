"""The ledger of a base: what was sent, who holds it, what came back, byte for byte."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from desktop_app.store import ledger, ledger_news, returns
from desktop_app.store.ledger import Shipment
from desktop_app.store.returns import Return

if TYPE_CHECKING:
    from desktop_app.store.base import Store


class Ledger:
    """Reads and writes the ledger of one open base."""

    def __init__(
        self,
        store: "Store",
        reader: Callable[[], Connection],
        writing: Callable[[], AbstractContextManager[Connection]],
    ) -> None:
        self._store, self._reader, self._writing = store, reader, writing

    def add_shipment(self, shipment: Shipment, data: bytes = b"", holds: Iterable[str] = ()) -> None:
        """Enter a workbook that was sent in the ledger, with its exact bytes and the records that it holds."""
        with self._writing() as connection:
            ledger.add(connection, shipment)
            returns.hold(connection, shipment.number, held := list(holds))
            if shipment.state != "sent":
                # What an office was sent is told by what it then holds.
                ledger_news.tell_sent(connection, self._store.replica, self._store.author, shipment, held)
            if data:
                returns.keep_file(connection, data)

    def next_shipment(self) -> str:
        """Return the number of the next workbook."""
        return ledger.next_number(self._reader())

    def next_bundle(self) -> str:
        """Return the number of the next exchange with another office."""
        return ledger.next_bundle(self._reader())

    def shipments(self) -> list[Shipment]:
        """Return the workbooks that were sent, newest first."""
        return ledger.shipments(self._reader())

    def shipment(self, number: str) -> Shipment | None:
        """Return a workbook of the ledger by its number."""
        return ledger.shipment(self._reader(), number)

    def alike(self, number: str) -> list[Shipment]:
        """Return the workbooks that bear a number, or that number and the beginning of their own hash."""
        return ledger.alike(self._reader(), number)

    def mark_returned(self, number: str) -> None:
        """Note that a workbook came back."""
        with self._writing() as connection:
            ledger.mark_returned(connection, number, self._store.wall())

    def keep_file(self, data: bytes) -> str:
        """Keep the exact bytes of a file that came back, and return their hash."""
        with self._writing() as connection:
            return returns.keep_file(connection, data)

    def kept_file(self, sha256: str) -> bytes | None:
        """Return the bytes of a file that was sent or came back."""
        return returns.kept_file(self._reader(), sha256)

    def add_return(self, one: Return) -> None:
        """Enter what came back and was taken in."""
        with self._writing() as connection:
            again = not one.batch and returns.has_come(connection, one)
            returns.add(connection, one)
            if one.shipment and not again:
                ledger_news.tell_back(connection, self._store.replicas, self._store.replica, one)

    def returns(self, shipment: str | None = None) -> list[Return]:
        """Return what came back, of one workbook or of all, oldest first."""
        return returns.returns(self._reader(), shipment)

    def held(self, ids: Iterable[str]) -> dict[str, tuple[str, str, int]]:
        """Return which of some records are out: in which workbook, with whom, since when."""
        return returns.held(self._reader(), ids)

    def changed_since(self, position: int) -> set[str]:
        """Return the ids of the records that changed here after a position of the journal."""
        return ledger.changed_since(self._reader(), position)
