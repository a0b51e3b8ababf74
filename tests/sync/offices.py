"""Several installations with bases of their own, and what they send to each other."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from desktop_app.domain import ENTITIES
from desktop_app.domain.ids import derived_id
from desktop_app.domain.values import Value
from desktop_app.domain.words import Words
from desktop_app.excel.exchange import carried_in
from desktop_app.excel.read import read_book
from desktop_app.store.base import Store
from desktop_app.store.parcel import Parcel
from desktop_app.store.union import Taken
from desktop_app.sync.arrival import arrived, take
from desktop_app.sync.bundle import write_bundle

PARTNER, INSTRUMENT, UNIT, PARTY = (ENTITIES[name] for name in ("partner", "instrument", "unit", "party"))
VN, JP, SG = (derived_id("country", code) for code in ("VN", "JP", "SG"))
WORDS = Words("Essai", "Try")


@contextmanager
def installations(template: Path, folder: Path, *names: str) -> Iterator[list[Store]]:
    """Open bases of their own, as if each had been made new."""
    opened = [newly_made(template, folder / f"{name}.passerelle") for name in names]
    try:
        yield opened
    finally:
        for store in opened:
            store.close()


def newly_made(template: Path, path: Path) -> Store:
    """Copy an empty base that nobody has written in, and make it an installation of its own."""
    store = Store.open(Path(shutil.copy(template, path)))
    store.installations.become_another()
    return store


def add(store: Store, name: str = "Université fictive", **values: Value) -> str:
    """Add a partner as one step."""
    with store.edit(WORDS) as edit:
        return edit.add(PARTNER, {"name": name, "country": VN, **values})


def change(store: Store, id_: str, **values: Value) -> None:
    """Change a partner as one step."""
    with store.edit(WORDS) as edit:
        edit.update(PARTNER, id_, values)


def delete(store: Store, id_: str) -> None:
    """Delete a partner as one step."""
    with store.edit(WORDS) as edit:
        edit.delete(PARTNER, id_)


def parcels(store: Store, known: Mapping[str, int] | None = None) -> list[Parcel]:
    """Return what a store has, all of it or what somebody does not hold."""
    return list(store.installations.parcels(known or {}))


def known(store: Store) -> dict[str, int]:
    """Return up to which number a store holds the changes of each installation."""
    return {replica: number for replica, (number, _id) in store.installations.have().items()}


def send(sender: Store, *receivers: Store) -> list[Taken]:
    """Let others take in all that one has."""
    return [receiver.installations.take_in(parcel) for receiver in receivers for parcel in parcels(sender)]


def exchange(*stores: Store) -> None:
    """Let everybody take in all that the others have, until nobody learns anything."""
    while any(
        taken.new for sender in stores for other in stores if other is not sender for taken in send(sender, other)
    ):
        pass


def send_file(sender: Store, receiver: Store, path: Path, to: str = "") -> Taken:
    """Send through a real workbook."""
    total = Taken()
    for one in write_bundle(sender, path, to=to).paths:
        carried = carried_in(read_book(one))
        assert carried is not None
        total.add(take(receiver, arrived(receiver, carried)))
    return total


def agree(*stores: Store) -> None:
    """Assert that stores show the same, and that each is whole."""
    assert len({store.fingerprint() for store in stores}) == 1
    for store in stores:
        assert store.check() == []
