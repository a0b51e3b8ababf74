"""The team folder: the installations of an office drop there what they write, each under its own name, and take in the others'.

Any shared or synchronised folder will do, or a USB stick. Nobody touches another's files; the base itself never lies there.
"""

import json
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.domain.refused import Refused
from desktop_app.domain.words import Words
from desktop_app.excel.exchange import carried_in
from desktop_app.excel.placing import place
from desktop_app.excel.read import read_book
from desktop_app.store.base import Store
from desktop_app.store.parcel import MOST, Parcel
from desktop_app.store.peers import Peer
from desktop_app.store.union import Taken
from desktop_app.sync.arrival import arrived, take
from desktop_app.sync.bundle import write_volume
from desktop_app.sync.enclosed import share

_FOLDER, _STATE = "team_folder", "team_state"
# Where the files of the records lie in the folder, each once.
_FILES = "Fichiers - Files"
# Beyond this many files of its own, an installation writes one in their place.
_MOST_FILES = 12

_NOT_THERE = Words(
    "Le dossier d’équipe « {name} » n’est pas accessible : branchez-le ou reconnectez-vous, l’échange reprendra.",
    "The team folder “{name}” can’t be reached: plug it in or connect again, and the exchange will go on.",
)
_BASE_INSIDE = Words(
    "La base « {name} » se trouve dans ce dossier partagé : choisissez un autre dossier, ou rangez d’abord la base sur votre"
    " disque.",
    "The base “{name}” lies in this shared folder: choose another folder, or first put the base on your own disk.",
)

Known = dict[str, int]


@dataclass(slots=True)
class Exchanged:
    """What passed through the folder: changes sent and taken, the members, the files left aside with the reason."""

    sent: int = 0
    taken: Taken = field(default_factory=Taken)
    members: list[Peer] = field(default_factory=list)
    left: dict[str, Words] = field(default_factory=dict)


@dataclass(slots=True)
class _State:
    """What this installation remembers of the folder: its own files, what they cover, and the files that it has read.

    `files` cover all changes after `start` up to `put`. `read`: by name, what told the file's state, and its sender.
    """

    files: list[str] = field(default_factory=list)
    start: Known = field(default_factory=dict)
    put: Known = field(default_factory=dict)
    read: dict[str, list[str]] = field(default_factory=dict)
    replica: str = ""
    count: int = 0
    folder: str = ""


def folder_of(store: Store) -> Path | None:
    """Return the team folder, where one was chosen."""
    text = store.setting(_FOLDER)
    return Path(text) if text else None


def choose_folder(store: Store, folder: Path | None) -> None:
    """Choose the team folder, or none."""
    if folder is not None:
        _refuse_missing(folder)
        folder = folder.resolve()
        if folder in store.path.resolve().parents:
            raise Refused(_BASE_INSIDE.filled(name=store.path.name))
    store.keep_setting(_FOLDER, str(folder) if folder else "")
    store.keep_setting(_STATE, "")


def _refuse_missing(folder: Path) -> None:
    if not folder.is_dir():
        raise Refused(_NOT_THERE.filled(name=folder.name or str(folder)))


def exchange(store: Store, cancelled: Callable[[], bool] | None = None) -> Exchanged:
    """Take in what the others have dropped in the folder, and drop what they do not have."""
    folder = folder_of(store)
    if folder is None:
        raise Refused(
            Words(
                "Aucun dossier d’équipe n’est choisi : donnez-le dans les réglages (ou avec --folder).",
                "No team folder was chosen: give it in the settings (or with --folder).",
            )
        )
    _refuse_missing(folder)
    if folder.resolve() in store.path.resolve().parents:
        raise Refused(_BASE_INSIDE.filled(name=store.path.name))
    held = store.setting(_STATE)
    state = _State(**json.loads(held)) if held else _State()
    if state.folder != str(folder):
        state = _State(folder=str(folder))
    done = Exchanged()
    _read_others(store, folder, state, done, cancelled)
    if state.replica != store.replica:
        # A copied base does not touch what the original has dropped.
        state.files, state.start, state.put, state.replica = [], {}, {}, store.replica
    senders = {sender for _signs, sender in state.read.values() if sender}
    done.members = [peer for peer in store.installations.peers() if peer.replica in senders - {store.replica}]
    _drop_own(store, folder, state, done)
    done.taken.files += share(store, folder / _FILES)
    store.keep_setting(_STATE, json.dumps({name: getattr(state, name) for name in _State.__slots__}))
    return done


def _read_others(
    store: Store, folder: Path, state: _State, done: Exchanged, cancelled: Callable[[], bool] | None
) -> None:
    present = dict(_files(folder))
    state.read = {name: told for name, told in state.read.items() if name in present}
    for name, path in present.items():
        signs = _signs(path)
        if name in state.files or not signs or state.read.get(name, [""])[0] == signs:
            continue
        if cancelled and cancelled():
            return
        sender = ""
        try:
            carried = carried_in(read_book(path, cancelled=cancelled))
            if carried is not None:
                arrival = arrived(store, carried)
                done.taken.add(take(store, arrival))
                sender = arrival.parcels[0].sender
        except (Refused, OSError) as error:
            # Half written, damaged or foreign: read again once it has changed.
            words = error.words if isinstance(error, Refused) else Words(str(error), str(error))
            done.left[name] = words
        state.read[name] = [signs, sender]


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder.glob("*.xlsx")):
        if not path.name.startswith((".", "~$")):
            yield path.name, path


def _signs(path: Path) -> str:
    """Return what tells whether a file has changed."""
    try:
        found = path.stat()
    except OSError:
        return ""
    return f"{found.st_size} {found.st_mtime_ns}"


def _drop_own(store: Store, folder: Path, state: _State, done: Exchanged) -> None:
    have = {replica: number for replica, (number, _id) in store.installations.have().items()}
    known = store.installations.held_by(done.members) if done.members else {}
    members = {peer.replica for peer in done.members}
    # Members drop what they wrote themselves: only the rest is told here.
    beside = {replica: number for replica, number in have.items() if replica in members}
    missing = any(not (folder / name).exists() for name in state.files)
    too_late = any(known.get(replica, 0) < number for replica, number in state.start.items() if replica not in members)
    if missing or too_late or not state.files or len(state.files) >= _MOST_FILES:
        _drop(store, folder, state, done, {**known, **beside}, anew=True)
        state.start = known
    elif any(number > state.put.get(replica, 0) for replica, number in have.items() if replica not in members):
        _drop(store, folder, state, done, {**state.put, **beside}, anew=False)
    state.put = {replica: number for replica, number in have.items() if replica not in members}


def _drop(store: Store, folder: Path, state: _State, done: Exchanged, known: Mapping[str, int], *, anew: bool) -> None:
    """Write what is not known; `anew`: in the place of all own files, else as one more."""
    code = next(peer.code for peer in store.installations.peers() if peer.replica == store.replica)
    parcels = list(store.installations.parcels(known, MOST)) or [
        Parcel(store.replica, store.installations.have(), store.installations.peers())
    ]
    made: list[str] = []
    for number, parcel in enumerate(parcels, 1):
        state.count += 1
        name = f"Passerelle_{code}_{state.count:04d}.xlsx"
        with tempfile.TemporaryDirectory(prefix="passerelle-") as work:
            local = Path(work) / name
            write_volume(store, local, parcel, volume=(number, len(parcels)))
            # Nobody sees a file under its name before it is whole.
            partial = folder / f".{name}.part"
            shutil.copyfile(local, partial)
            place(partial, folder / name)
        made.append(name)
        done.sent += len(parcel.changes)
    for old in state.files if anew else ():
        if old not in made:
            (folder / old).unlink(missing_ok=True)
    state.files = made if anew else [*state.files, *made]
