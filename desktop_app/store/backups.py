"""Copies of a base: made through SQLite, checked, thinned by age."""

import hashlib
import os
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from glob import escape
from pathlib import Path
from typing import NamedTuple

import sqlcipher3.dbapi2 as sqlite

from desktop_app.domain.refused import Refused
from desktop_app.domain.words import Words
from desktop_app.store.driver import speaks_of_damage


class Backup(NamedTuple):
    """A copy: where, when (UTC), how large in bytes."""

    path: Path
    made: datetime
    size: int


def backup_folder(base: Path) -> Path:
    """Return the folder beside a base that holds its copies."""
    return base.with_name(f"{base.stem} - sauvegardes")


def back_up(base: Path, folder: Path | None = None) -> Path:
    """Copy a base, open or closed, into a folder, check the copy, and thin the older ones; return the copy's path."""
    folder = folder or backup_folder(base)
    folder.mkdir(parents=True, exist_ok=True)
    made = datetime.now(UTC)
    target = folder / f"{base.stem}_{made:%Y-%m-%d_%H%M%S}.passerelle"
    copy_of(base, target)
    for old in _superfluous(backups(base, folder)):
        old.path.unlink(missing_ok=True)
    return target


def backups(base: Path, folder: Path | None = None) -> list[Backup]:
    """Return the copies of a base, newest first."""
    found = []
    for path in (folder or backup_folder(base)).glob(f"{escape(base.stem)}_*.passerelle"):
        try:
            made = datetime.strptime(path.stem[len(base.stem) + 1 :], "%Y-%m-%d_%H%M%S").replace(tzinfo=UTC)
        except ValueError:
            continue
        found.append(Backup(path, made, path.stat().st_size))
    return sorted(found, key=lambda backup: backup.made, reverse=True)


def _superfluous(held: Iterable[Backup]) -> list[Backup]:
    """Return the copies to thin out: all of two days stay, one a day for a month, one a month for two years."""
    now, kept, gone = datetime.now(UTC), set[str](), []
    for backup in held:
        age = now - backup.made
        if age < timedelta(days=2):
            continue
        slot = f"{backup.made:%Y-%m-%d}" if age < timedelta(days=31) else f"{backup.made:%Y-%m}"
        if slot in kept or age > timedelta(days=730):
            gone.append(backup)
        kept.add(slot)
    return gone


def restore(backup: Path, target: Path) -> None:
    """Write a checked copy of a backup as a new base; a file that is there is never replaced."""
    if target.exists():
        raise Refused(
            Words(
                f"« {target.name} » existe déjà : choisissez un autre nom pour la base retrouvée.",
                f"“{target.name}” already exists: choose another name for the restored base.",
            )
        )
    copy_of(backup, target)


def copy_aside(base: Path, target: Path) -> None:
    """Copy a base, open or closed, to look at it for a moment: nothing is checked, nothing waits for the disk."""
    source, copy = sqlite.connect(f"{base.resolve().as_uri()}?mode=ro", uri=True), sqlite.connect(str(target))
    try:
        copy.execute("PRAGMA synchronous=OFF")
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE").fetchall()
    finally:
        copy.close()
        source.close()


def copy_of(base: Path, target: Path) -> None:
    """Copy a base, open or closed, through SQLite; the copy takes its name only once it is whole and on the disk."""
    partial = target.with_name(f"{target.name}.part")
    partial.unlink(missing_ok=True)
    try:
        source = sqlite.connect(f"{base.resolve().as_uri()}?mode=ro", uri=True)
        copy = sqlite.connect(str(partial))
        try:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE").fetchall()
            whole = copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        except sqlite.DatabaseError as error:
            if not speaks_of_damage(str(error)):
                raise
            whole = False
        finally:
            copy.close()
            source.close()
        if not whole:
            raise Refused(
                Words(
                    f"La base « {base.name} » est abîmée, sa copie n’a pas été gardée : reprenez une sauvegarde plus"
                    " ancienne.",
                    f"The base “{base.name}” is damaged, its copy was not kept: go back to an older backup.",
                )
            )
        with partial.open("rb+") as file:
            os.fsync(file.fileno())
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


def fingerprint(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
