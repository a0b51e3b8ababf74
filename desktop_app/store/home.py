"""Where a base lives: a copy that is opened elsewhere, or an older state of it put back, is another installation."""

from contextlib import suppress
from pathlib import Path

from sqlalchemy import Connection

from desktop_app import paths
from desktop_app.domain.ids import new_id
from desktop_app.store import peers, settings

_SETTING = "home"


def moved(connection: Connection, path: Path, replica: str) -> bool:
    """Return whether a base is not where it last was, or has written more than it remembers."""
    home = settings.get(connection, _SETTING)
    return (home not in ("", _here(path))) or _noted(replica) > peers.written(connection, replica)


def is_known(connection: Connection, path: Path) -> bool:
    """Return whether a base already says that it lives here."""
    return settings.get(connection, _SETTING) == _here(path)


def move_in(connection: Connection, path: Path) -> None:
    """Let a base say that it lives here."""
    settings.put(connection, _SETTING, _here(path))


def note(replica: str, written: int) -> None:
    """Note outside of the base how much it has written, so that an older state of it is recognised."""
    with suppress(OSError):
        file = _folder() / replica
        if _noted(replica) < written:
            file.write_text(str(written), encoding="ascii")


def _noted(replica: str) -> int:
    try:
        return int((_folder() / replica).read_text(encoding="ascii"))
    except (OSError, ValueError):
        return 0


def _folder() -> Path:
    folder = paths.config() / "installations"
    folder.mkdir(exist_ok=True)
    return folder


def _here(path: Path) -> str:
    """Return this computer and this place in one line; a computer is known by a number of its own, not by its name."""
    try:
        file = paths.config() / "computer"
        if not file.exists():
            file.write_text(new_id(), encoding="ascii")
        computer = file.read_text(encoding="ascii")
    except OSError:
        computer = peers.computer()
    return f"{computer} {path.resolve()}"
