"""Files that belong to records, on their way between offices: each travels once, beside the change that attached it.

They are named by their content. A volume carries so many bytes of them; what finds no room comes in further volumes. An
installation that lacks the content of a file says so in what it sends, and is sent it with the next bundle.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from desktop_app.domain.event import ATTACHMENT
from desktop_app.store.attachments import is_there, place_of, put
from desktop_app.store.base import Query, Store
from desktop_app.store.parcel import Enclosed, Parcel
from desktop_app.store.tables import BORN

# What one volume carries; a larger file travels alone, as long as a reader takes the workbook that carries it.
A_VOLUME, LARGEST = 20_000_000, 30_000_000
_WANTED = "wanted_files"
_MOST_WANTED = 200
_CONTENT = re.compile(r"[0-9a-f]{64}")
Name = tuple[str, str]  # of a file: its content, its own name


def enclose(store: Store, parcels: Iterable[Parcel], to: Iterable[str]) -> Iterator[Parcel]:
    """Yield parcels with the files that their changes attach, and those that installations have asked for; then more."""
    wanted = dict.fromkeys(_asked_for(store, to))
    last: Parcel | None = None
    for parcel in parcels:
        if last is not None:
            yield from _filled(store, last, _attached(last))
        last = parcel
    if last is not None:
        yield from _filled(store, last, [*_attached(last), *wanted])


def _filled(store: Store, parcel: Parcel, names: Iterable[Name]) -> Iterator[Parcel]:
    parcel.wanted = lacking(store)
    room = A_VOLUME
    current = parcel
    for content, name in dict.fromkeys(names):
        path = place_of(store.path, content, name)
        size = path.stat().st_size if path.is_file() else LARGEST + 1
        if size > LARGEST:
            continue  # not here, or handed over by other means
        if size > room and current.files:
            yield current
            current, room = Parcel(parcel.sender, parcel.have, parcel.peers), A_VOLUME
        current.files.append(Enclosed(name, content, path.read_bytes()))
        room -= size
    yield current


def _attached(parcel: Parcel) -> list[Name]:
    """Return the files that the changes of a parcel attach."""
    found: list[Name] = []
    for sent in parcel.changes:
        change = sent.change
        if change.tbl == ATTACHMENT.name and change.kind == BORN:
            held = json.loads(change.value or "null")
            if isinstance(held, dict) and _is_name(held.get("content"), held.get("name")):
                found.append((held["content"], held["name"]))
    return found


def _is_name(content: Any, name: Any) -> bool:
    whole = isinstance(content, str) and isinstance(name, str) and _CONTENT.fullmatch(content) is not None
    return whole and name != "" and not set(name) & set("/\\\0") and len(name) <= 255


def too_large(store: Store, parcels: Iterable[Parcel]) -> list[str]:
    """Return the names of files that are attached in parcels, and too large to travel in a workbook."""
    found: dict[str, None] = {}
    for parcel in parcels:
        for content, name in _attached(parcel):
            path = place_of(store.path, content, name)
            if path.is_file() and path.stat().st_size > LARGEST:
                found.setdefault(name)
    return list(found)


def attached(store: Store) -> list[Name]:
    """Return all files that records here have: content and name."""
    lines = store.columns(Query(ATTACHMENT), ("content", "name"))
    return [(content, name) for content, name in dict.fromkeys(map(tuple, lines)) if _is_name(content, name)]


def lacking(store: Store) -> list[Name]:
    """Return the files whose content is not here, the first of them."""
    return [held for held in attached(store) if not is_there(store.path, *held)][:_MOST_WANTED]


def take_out(store: Store, parcel: Parcel) -> int:
    """Put the files of a parcel beside the base, each checked against its name; return how many were new here."""
    new = 0
    for file in parcel.files:
        if not _is_name(file.content, file.name) or hashlib.sha256(file.data).hexdigest() != file.content:
            continue
        if not is_there(store.path, file.content, file.name):
            put(place_of(store.path, file.content, file.name), file.data)
            new += 1
    if parcel.sender != store.replica:
        _note_wanted(store, parcel)
    return new


def _note_wanted(store: Store, parcel: Parcel) -> None:
    """Remember what an installation lacks and this one has; what it said before no longer counts."""
    held: dict[str, list[list[str]]] = json.loads(store.setting(_WANTED, "{}"))
    wanted = [list(name) for name in parcel.wanted if _is_name(*name) and is_there(store.path, *name)]
    if wanted != held.get(parcel.sender, []):
        store.keep_setting(_WANTED, json.dumps({**held, parcel.sender: wanted}, ensure_ascii=False))


def _asked_for(store: Store, to: Iterable[str]) -> list[Name]:
    held: dict[str, list[list[str]]] = json.loads(store.setting(_WANTED, "{}"))
    chosen = set(to)
    return [
        (content, name) for replica, names in held.items() if not chosen or replica in chosen for content, name in names
    ]


def share(store: Store, folder: Path) -> int:
    """Put the files of the records in a shared folder, and take from it those that are not here; return how many came.

    Both are named by their content, so that each lies there once, whoever attached it, and nothing there is ever changed.
    """
    names = attached(store)
    there = {path.name for path in folder.iterdir()} if folder.is_dir() else set()
    came = 0
    for content, name in names:
        own = place_of(store.path, content, name)
        shared = folder / own.name
        try:
            if own.is_file():
                if shared.name not in there:
                    folder.mkdir(exist_ok=True)
                    put(shared, own.read_bytes())
            elif shared.name in there:
                data = shared.read_bytes()
                # Half copied yet by the service that keeps the folder alike: it is looked at again the next time.
                if hashlib.sha256(data).hexdigest() == content:
                    put(own, data)
                    came += 1
        except OSError:
            continue  # the folder went away, or is full: what is missing follows the next time
    return came
