"""The one SQLite driver (sqlcipher3) and how a base file is opened, locked and closed."""

import json
import os
import socket
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from functools import lru_cache
from getpass import getuser
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from filelock import FileLock, Timeout
from sqlalchemy import Connection, Engine, ExceptionContext, create_engine, event
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.pool import StaticPool
from sqlalchemy.util import LRUCache

from desktop_app.domain.refused import Refused
from desktop_app.domain.text import fold
from desktop_app.domain.words import Words

APPLICATION_ID = 0x50535352  # "PSSR"
_STATEMENTS = 1_000  # that are kept compiled: a list with its filters asks some dozens
_STEPS = 1_000_000  # of SQLite's own machine: some hundredths of a second; at each, Python's turn is waited for
_MAGIC = b"SQLite format 3\x00"
compiled: LRUCache[Any, Any] = LRUCache(_STATEMENTS)


class OneDialect(SQLiteDialect_pysqlite):
    """The dialect of every engine here, equal in all of them, so that a statement is compiled once for all bases."""

    supports_statement_cache = True

    def __eq__(self, other: object) -> bool:
        return type(other) is OneDialect

    def __hash__(self) -> int:
        return hash(OneDialect)


registry.register("sqlite.passerelle", __name__, OneDialect.__name__)


def write_engine(path: Path) -> Engine:
    """Return the engine of the one connection that writes: WAL, synced at each commit, immediate transactions."""

    def connect() -> Any:
        raw = driver.connect(str(path), isolation_level=None, check_same_thread=False, timeout=10)
        for pragma in (
            "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "fullfsync=1", "cache_size=-64000",
            "temp_store=MEMORY", "journal_size_limit=16777216",
        ):  # fmt: skip
            raw.execute(f"PRAGMA {pragma}")
        return raw

    engine = _engine(connect)
    event.listen(engine, "begin", _begin_immediate)
    return _speaking(engine, path)


def _begin_immediate(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def read_engine(path: Path, *, immutable: bool = False) -> Engine:
    """Return the engine of a connection that only reads."""

    def connect() -> Any:
        raw = _reading(path, immutable=immutable)
        raw.create_collation("WORDS", _words_order)
        raw.execute("PRAGMA query_only=ON")
        raw.execute("PRAGMA cache_size=-32000")
        return raw

    return _speaking(_engine(connect), path)


def _reading(path: Path, *, immutable: bool) -> Any:
    uri = f"{path.resolve().as_uri()}?mode=ro{'&immutable=1' if immutable else ''}"
    return driver.connect(uri, uri=True, isolation_level=None, check_same_thread=False, timeout=10)


def asked_once(path: Path, statement: str) -> Any:
    """Return the one value that a base answers, in use, at rest or on a read-only disk, without opening it for more."""
    try:
        return _answer(path, statement, immutable=False)
    except driver.DatabaseError:
        return _answer(path, statement, immutable=True)


def _answer(path: Path, statement: str, *, immutable: bool) -> Any:
    with closing(_reading(path, immutable=immutable)) as raw:
        return raw.execute(statement).fetchone()[0]


def _engine(connect: Callable[[], Any]) -> Engine:
    return create_engine(
        "sqlite+passerelle://", module=driver, creator=connect, poolclass=StaticPool,
        execution_options={"compiled_cache": compiled},
    )  # fmt: skip


def _speaking(engine: Engine, path: Path) -> Engine:
    """Let an engine turn what SQLite says of a damaged, full or read-only disk into one sentence for the user."""

    def say(context: ExceptionContext) -> None:
        if words := _said_of(str(context.original_exception).lower(), path.name):
            raise Refused(words) from context.original_exception

    event.listen(engine, "handle_error", say)
    return engine


@contextmanager
def until(connection: Connection, stopped: Callable[[], bool]) -> Iterator[None]:
    """Give up, with an error, what is asked here as soon as nobody wants the answer any more."""
    raw: Any = connection.connection.driver_connection
    raw.set_progress_handler(stopped, _STEPS)
    try:
        yield
    finally:
        raw.set_progress_handler(None, 0)


_folded = lru_cache(maxsize=65_536)(fold)


def _words_order(one: str, other: str) -> int:
    """Order words without accents and case, as people look for them."""
    first, second = _folded(one), _folded(other)
    return (first > second) - (first < second)


def back_to_one_file(writer: Connection) -> None:
    """Close the connection that writes and return the base to a rollback journal: one plain file, to copy and open read-only."""
    raw: Any = writer.connection.driver_connection
    writer.close()
    # Where somebody else still reads it, the next one to close it will do this.
    with suppress(driver.OperationalError):
        raw.execute("PRAGMA journal_mode=DELETE").fetchall()
    writer.engine.dispose()


def refuse_what_is_no_base(path: Path) -> None:
    """Refuse a path that is missing, a folder, or a file of another kind."""
    name = path.name
    if path.is_dir():
        raise Refused(
            Words(
                f"« {name} » est un dossier : choisissez un fichier .passerelle.",
                f"“{name}” is a folder: choose a .passerelle file.",
            )
        )
    if not path.exists():
        raise Refused(
            Words(
                f"La base « {name} » est introuvable : vérifiez l’emplacement, ou créez une nouvelle base.",
                f"The base “{name}” was not found: check the place, or create a new base.",
            )
        )
    if not is_base(path):
        raise Refused(
            Words(
                f"« {name} » n’est pas une base Passerelle : choisissez un fichier .passerelle, ou recevez-le comme"
                " classeur s’il s’agit d’un tableau.",
                f"“{name}” is not a Passerelle base: choose a .passerelle file, or receive it as a workbook if it is a"
                " spreadsheet.",
            )
        )


def is_base(path: Path) -> bool:
    """Return whether a file is a base, whatever its name."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        head = file.read(100)
    return head[:16] == _MAGIC and int.from_bytes(head[68:72], "big") == APPLICATION_ID


class BaseLock:
    """The lock beside a base, with the name of who holds it; never broken by age."""

    def __init__(self, path: Path) -> None:
        self._lock = FileLock(f"{path}.lock", timeout=0)
        self._info = path.with_name(f"{path.name}.lock.info")
        self._name = path.name

    def take(self) -> None:
        """Take the lock, or refuse with the name of who has the base open."""
        try:
            self._lock.acquire()
        except Timeout:
            raise Refused(self._held()) from None
        except OSError:
            raise Refused(
                Words(
                    f"On ne peut pas écrire à côté de « {self._name} » (disque en lecture seule ?) : copiez la base sur"
                    " votre disque, ou ouvrez-la en lecture seule.",
                    f"It is not possible to write beside “{self._name}” (read-only disk?): copy the base to your disk,"
                    " or open it read-only.",
                )
            ) from None
        holder = {"who": getuser(), "where": socket.gethostname(), "since": f"{datetime.now().astimezone():%H:%M}"}
        self._info.write_text(json.dumps({**holder, "process": os.getpid()}), encoding="utf-8")

    def _held(self) -> Words:
        try:
            holder = json.loads(self._info.read_text(encoding="utf-8"))
            fr = f"par {holder['who']} sur {holder['where']} depuis {holder['since']}"
            en = f"by {holder['who']} on {holder['where']} since {holder['since']}"
        except (OSError, ValueError, KeyError):
            fr, en = "par un autre programme", "by another program"
        return Words(
            f"La base « {self._name} » est déjà ouverte {fr} : fermez-la là-bas, ou ouvrez-la ici en lecture seule.",
            f"The base “{self._name}” is already open {en}: close it there, or open it here read-only.",
        )

    def release(self) -> None:
        """Give the lock back and leave nothing beside the base."""
        if self._lock.is_locked:
            self._info.unlink(missing_ok=True)
            self._lock.release()
            Path(self._lock.lock_file).unlink(missing_ok=True)


@contextmanager
def translated(name: str) -> Iterator[None]:
    """Turn what SQLite says outside of an engine into one sentence for the user."""
    try:
        yield
    except Refused:
        raise
    except Exception as error:
        if words := _said_of(str(error).lower(), name):
            raise Refused(words) from error
        raise


def speaks_of_damage(message: str) -> bool:
    """Whether SQLite says that a file is damaged, be it where the text index lies."""
    return any(said in message.lower() for said in ("malformed", "not a database", "vtable constructor failed"))


def _said_of(message: str, name: str) -> Words | None:
    if "readonly" in message or "read-only" in message or "unable to open" in message:
        return Words(
            f"« {name} » est sur un disque en lecture seule ou protégé : copiez la base sur votre disque, ou ouvrez-la en"
            " lecture seule.",
            f"“{name}” is on a read-only or protected disk: copy the base to your disk, or open it read-only.",
        )
    if speaks_of_damage(message):
        return Words(
            f"La base « {name} » est abîmée : reprenez la dernière sauvegarde (Historique et sauvegardes).",
            f"The base “{name}” is damaged: go back to the last backup (History and backups).",
        )
    if "disk is full" in message:
        return Words(
            "Le disque est plein, rien n’a été enregistré : libérez de la place et recommencez.",
            "The disk is full, nothing was saved: free some space and try again.",
        )
    if "disk i/o error" in message:
        return Words(
            f"Le disque ne répond pas, rien n’a été enregistré dans « {name} » : vérifiez qu’il est branché et qu’il reste de"
            " la place, puis recommencez.",
            f"The disk does not answer, nothing was saved in “{name}”: check that it is connected and has space left, then"
            " try again.",
        )
    if "database is locked" in message:
        return Words(
            f"La base « {name} » est occupée par un autre programme : réessayez dans un instant.",
            f"The base “{name}” is busy with another program: try again in a moment.",
        )
    return None
