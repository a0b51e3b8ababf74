"""Sending to other installations: all that they are not known to have, as workbooks that people can also read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop_app.domain import ENTITIES, REFERENCE
from desktop_app.domain.ids import CROCKFORD, short
from desktop_app.domain.refused import Refused
from desktop_app.domain.words import Words
from desktop_app.excel.exchange import write_exchange
from desktop_app.excel.layout import Contents, Cover, SheetContents, columns_of
from desktop_app.store.base import Store
from desktop_app.store.fold import FOLD
from desktop_app.store.parcel import MOST, Parcel
from desktop_app.store.peers import Peer
from desktop_app.store.schema import HEAD_REVISION
from desktop_app.sync.called import Called
from desktop_app.sync.enclosed import enclose, too_large
from desktop_app.sync.payload import FORMAT, MIN_READER, pack
from desktop_app.sync.selection import chosen_fields
from desktop_app.sync.signing import own_key, signed

# People read the first records of each kind; the program reads all.
_MOST_SHOWN = 2_000
_SUBJECT = Words("Échange entre bureaux", "Exchange between offices")
_REFERENCE = frozenset(entity.name for entity in REFERENCE)


@dataclass(frozen=True, slots=True)
class Bundle:
    """What was written: the workbooks, how many changes and files they carry in all, and the files too large to travel."""

    paths: Sequence[Path]
    changes: int
    files: int = 0
    left: Sequence[str] = ()


def recipients(store: Store, to: str) -> list[Peer]:
    """Return the installations that an office's code or an installation's own name means; none yet of an office."""
    others = [peer for peer in store.installations.peers() if peer.replica != store.replica]
    wanted = to.strip().upper()
    found = [peer for peer in others if wanted in (peer.code, peer.replica.upper(), peer.office)]
    if not found and not store.resolve("office", wanted):
        known = ", ".join(peer.code for peer in others) or "–"
        raise Refused(
            Words(
                f"« {to} » n’est ni un bureau ni une installation connue ({known}) : vérifiez le nom.",
                f"“{to}” is neither an office nor a known installation ({known}): check the name.",
            )
        )
    return found


def write_bundle(store: Store, path: Path, *, to: str = "", lang: str = "fr", most: int = MOST) -> Bundle:
    """Write what others are not known to have: one workbook, more where one would be too large. Nothing is written down here."""
    others = recipients(store, to) if to else []
    known = store.installations.held_by(others) if to else {}
    own_key(store)
    parcels = list(store.installations.parcels(known, most)) or [
        Parcel(store.replica, store.installations.have(), store.installations.peers())
    ]
    left = too_large(store, parcels)
    volumes = list(enclose(store, parcels, (peer.replica for peer in others)))
    paths = list(_places(path, len(volumes)))
    for number, (parcel, place) in enumerate(zip(volumes, paths, strict=True), 1):
        write_volume(store, place, parcel, lang=lang, to=to, volume=(number, len(volumes)))
    changes, files = (sum(map(len, held)) for held in zip(*((one.changes, one.files) for one in volumes), strict=True))
    return Bundle(paths, changes, files, left)


def _places(path: Path, count: int) -> Iterator[Path]:
    yield path
    for number in range(2, count + 1):
        yield path.with_name(f"{path.stem} ({number}){path.suffix}")


def write_volume(
    store: Store, path: Path, parcel: Parcel, *, lang: str = "fr", to: str = "", volume: tuple[int, int] = (1, 1)
) -> None:
    """Write one workbook that carries a parcel."""
    packed = pack(parcel)
    header = {
        "format": FORMAT, "kind": "bundle", "min_reader": MIN_READER, "fold": FOLD, "schema": HEAD_REVISION,
        "sender": store.replica, "office": store.office, "volume": volume[0], "volumes": volume[1],
        "changes": len(parcel.changes), "files": len(parcel.files), **signed(own_key(store), packed),
    }  # fmt: skip
    write_exchange(path, _contents(store, parcel, to, lang, volume), header, packed, lang=lang)


def _contents(store: Store, parcel: Parcel, to: str, lang: str, volume: tuple[int, int]) -> Contents:
    """Return what people read: the records that changed, as they are now."""
    showing = store.names.showing(lang)
    sheets = []
    for name, ids in _touched(parcel).items():
        entity = ENTITIES[name]
        found = list(store.many(entity, ids).values())
        if found:
            store.names.fetch(entity, found)
            columns = columns_of(entity, chosen_fields(entity, None))
            sheets.append(SheetContents(entity, columns, sorted(found, key=lambda record: str(record["ref"]))))
    number, code = _number(store, parcel)
    part = f" ({volume[0]}/{volume[1]})" if volume[1] > 1 else ""
    cover = Cover(
        number, code, store.office, Words(_SUBJECT.fr + part, _SUBJECT.en + part), date.today(), to,  # noqa: DTZ011
        demo=store.demo, between_offices=True,
    )  # fmt: skip
    called = Called(store, sheets, showing)
    return Contents(cover, tuple(sheets), called.showing, called.references, called.names)


def _touched(parcel: Parcel) -> dict[str, list[str]]:
    found: dict[str, dict[str, None]] = {name: {} for name in ENTITIES if name not in _REFERENCE}
    for sent in parcel.changes:
        name, row = sent.change.tbl, sent.change.row
        if name in found and row and len(found[name]) < _MOST_SHOWN:
            found[name].setdefault(row)
    return {name: list(ids) for name, ids in found.items() if ids}


def _number(store: Store, parcel: Parcel) -> tuple[str, str]:
    """Return the number of an exchange, and the code that its references bear: none of an export to an embassy."""
    own = parcel.have.get(store.replica, (0, ""))[0]
    digits, count = "", own
    while count or not digits:
        count, rest = divmod(count, 32)
        digits = CROCKFORD[rest] + digits
    return f"EB{own:04d}", f"{short(store.replica, 2)}Z{digits}"
