"""A finished file put in its place whole; the old one is never half lost."""

import os
import time
from pathlib import Path
from secrets import token_hex

from desktop_app.domain.disk import reason
from desktop_app.domain.refused import Refused
from desktop_app.domain.words import Words

# Windows refuses while Excel, a virus scanner or a synchronised folder holds the file: 5, 32 and 33.
_HELD = frozenset({5, 32, 33})
_WAITS = (0.05, 0.1, 0.2, 0.4, 0.75, 1.0)


def place(made: Path, target: Path) -> None:
    """Put a finished file in the place of another: on the disk first, then renamed over it."""
    with made.open("rb+") as file:
        os.fsync(file.fileno())
    for wait in (*_WAITS, None):
        try:
            made.replace(target)
        except OSError as error:
            if getattr(error, "winerror", None) not in _HELD or wait is None:
                raise _held(target) from error
            time.sleep(wait)
        else:
            return


def put(data: bytes, target: Path) -> None:
    """Write a file whole or not at all. Raises Refused with why, and what to do."""
    try:
        # Made as any file of the user is, so that colleagues may open it in a shared folder.
        written = target.with_name(f".{target.name}.{token_hex(4)}.part")
        try:
            with written.open("xb") as file:
                file.write(data)
            place(written, target)
        finally:
            written.unlink(missing_ok=True)
    except OSError as error:
        why = reason(error)
        raise Refused(
            Words(
                f"« {target} » ne peut pas être écrit ({why.fr}) : fermez ce fichier s’il est ouvert, ou choisissez un autre"
                " dossier.",
                f"“{target}” can’t be written ({why.en}): close this file if it is open, or choose another folder.",
            )
        ) from error


def _held(target: Path) -> Refused:
    return Refused(
        Words(
            f"« {target.name} » ne peut pas être remplacé : fermez-le dans Excel, ou choisissez un autre nom.",
            f"“{target.name}” can't be replaced: close it in Excel, or choose another name.",
        )
    )
