"""Files that belong to records: copied into a folder beside the base, named by their content, never changed or deleted.

Since nothing in the folder ever changes, undo, backups and older copies of the base find every file again.
"""

import hashlib
import os
import stat
import uuid
from pathlib import Path
from typing import NamedTuple

from desktop_app.domain.disk import reason
from desktop_app.domain.progress import Progress
from desktop_app.domain.refused import Refused
from desktop_app.domain.words import Words

MOST = 500 * 1024 * 1024
_BLOCK = 1024 * 1024
# What the system would run rather than show.
PROGRAMS = frozenset(
    f".{suffix}"
    for suffix in "app bat cmd com command exe hta jar js jse lnk msi pif ps1 reg scr sh vbe vbs wsf".split()  # noqa: SIM905
)


class Kept(NamedTuple):
    """A file that was copied: its own name, its size, the fingerprint of its content (SHA-256)."""

    name: str
    size: int
    content: str


def folder_of(base: Path) -> Path:
    """Return the folder beside a base that holds its files."""
    return base.with_name(f"{base.stem} - fichiers")


def place_of(base: Path, content: str, name: str) -> Path:
    """Return where a file is, or ought to be."""
    return folder_of(base) / content[:2] / f"{content}{Path(name).suffix.lower()}"


def keep(base: Path, source: Path, step: Progress) -> Kept:
    """Copy a file beside a base; it stands there whole or not at all. Raises Refused with what to do."""
    try:
        size = source.stat().st_size
        if not source.is_file():
            raise _refused(source, Words("ce n’est pas un fichier", "it is not a file"))
        if size > MOST:
            raise _refused(source, Words("il dépasse 500 Mo", "it is larger than 500 MB"))
        folder = folder_of(base)
        folder.mkdir(parents=True, exist_ok=True)
        part = folder / f".{uuid.uuid4().hex}.part"
        try:
            content = _copy(source, part, size, step)
            target = place_of(base, content, source.name)
            target.parent.mkdir(exist_ok=True)
            if target.exists() and fingerprint(target) == content:
                return Kept(source.name, size, content)
            part.replace(target)
            return Kept(source.name, size, content)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise _refused(source, reason(error)) from error


def _copy(source: Path, part: Path, size: int, step: Progress) -> str:
    digest, done = hashlib.sha256(), 0
    with source.open("rb") as read, part.open("wb") as written:
        while block := read.read(_BLOCK):
            written.write(block)
            digest.update(block)
            done += len(block)
            step(min(done, size), size)
        written.flush()
        os.fsync(written.fileno())
    return digest.hexdigest()


def put(target: Path, data: bytes) -> None:
    """Write a file to its place; it stands there whole or not at all."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f".{uuid.uuid4().hex}.part")
    try:
        with part.open("wb") as written:
            written.write(data)
            written.flush()
            os.fsync(written.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def fingerprint(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def is_there(base: Path, content: str, name: str) -> bool:
    """Whether a file is where it ought to be."""
    return place_of(base, content, name).is_file()


def copy_out(base: Path, content: str, name: str, target: Path, *, to_read: bool = False) -> Path:
    """Copy a file to another place under its own name, checked against its fingerprint; `to_read` can't be written to."""
    source = place_of(base, content, name)
    if not source.is_file():
        raise Refused(
            Words(
                f"« {name} » manque : remettez le dossier « {folder_of(base).name} » à côté de la base.",
                f"“{name}” is missing: put the folder “{folder_of(base).name}” back beside the base.",
            )
        )
    try:
        target.unlink(missing_ok=True)
        if _copy(source, target, source.stat().st_size, lambda _done, _total: None) != content:
            target.unlink()
            raise Refused(
                Words(
                    f"« {name} » n’est plus le fichier qui a été joint : reprenez-le d’une copie, ou joignez-le de nouveau.",
                    f"“{name}” is no longer the file that was attached: take it from a copy, or attach it again.",
                )
            )
        if to_read:
            target.chmod(stat.S_IREAD)
    except OSError as error:
        raise _refused(target, reason(error)) from error
    return target


def _refused(path: Path, why: Words) -> Refused:
    return Refused(
        Words(
            f"« {path.name} » : {why.fr}. Choisissez un autre fichier ou un autre endroit.",
            f"“{path.name}”: {why.en}. Choose another file or another place.",
        )
    )
