"""A base: one office's file, opened and closed, written to by one door, copied and checked; what is asked of it is `asking`.

What the first rows of a list don't need is imported where it is needed: the window shows them while it starts.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from getpass import getuser
from pathlib import Path
from typing import TYPE_CHECKING, Self

from sqlalchemy import Connection

from desktop_app.domain.progress import Progress
from desktop_app.domain.refused import Refused
from desktop_app.domain.words import Words
from desktop_app.store import driver, home, journal, own_choices, parked, peers, queries, schema, settings, steps
from desktop_app.store.asking import Asking
from desktop_app.store.edit import Changes, Edit, Source, drop_batch, open_batch
from desktop_app.store.finding import Found
from desktop_app.store.ledger import Shipment
from desktop_app.store.names import Names
from desktop_app.store.queries import Query
from desktop_app.store.steps import Step

if TYPE_CHECKING:
    from desktop_app.store.exchanges import Ledger
    from desktop_app.store.installations import Installations


class Store(Asking):
    """An open base. Writing is for one thread at a time."""

    def __init__(self, path: Path, *, readonly: bool, lock: driver.BaseLock | None) -> None:
        super().__init__(path)
        self.readonly, self._lock = readonly, lock
        self.author = getuser()
        self._writer: Connection | None = None if readonly else driver.write_engine(path).connect()
        self._write_lock = threading.RLock()
        self._last_wall = 0
        self._writes_as_itself = self._offers_its_choices = False
        self.writing_names = Names(self._write_connection)

    # Opening and closing

    @classmethod
    def create(cls, path: Path, office: str, *, demo: bool = False) -> "Store":
        """Create a new base for an office and open it; a file that is already there is never replaced."""
        if path.exists():
            raise Refused(
                Words(
                    f"« {path.name} » existe déjà : choisissez un autre nom, ou ouvrez cette base.",
                    f"“{path.name}” already exists: choose another name, or open that base.",
                )
            )
        # Made whole under another name first: whatever stops it, no half base ever bears the name.
        lock, made = driver.BaseLock(path), path.with_name(f".{path.name}.new")
        with driver.translated(path.name):
            lock.take()
            try:
                made.unlink(missing_ok=True)
                cls._make(made, office, demo=demo)
                made.replace(path)
                return cls(path, readonly=False, lock=lock).offer_its_choices()
            except BaseException:
                for name in (made.name, f"{made.name}-wal", f"{made.name}-shm"):
                    made.with_name(name).unlink(missing_ok=True)
                lock.release()
                raise

    @classmethod
    def _make(cls, path: Path, office: str, *, demo: bool) -> None:
        from desktop_app.store.reference import fill_reference

        with cls(path, readonly=False, lock=None) as store:
            with store._write_connection().begin():
                schema.create(store._write_connection())
                settings.first(store._write_connection(), office, demo=demo)
                parked.remember(store._write_connection())
            fill_reference(store)

    @classmethod
    def open(cls, path: Path, *, readonly: bool = False, aside: bool = False) -> "Store":
        """Open a base, brought up to date after a backup where it is older. Raises Refused with what to do.

        A base that was copied or restored becomes an installation of its own, but not a copy that is put `aside` to be read.
        """
        driver.refuse_what_is_no_base(path)
        with driver.translated(path.name):
            lock = None if readonly else driver.BaseLock(path)
            if lock:
                lock.take()
            try:
                _bring_up_to_date(path, readonly=readonly)
                store = cls(path, readonly=readonly, lock=lock)
            except BaseException:
                if lock:
                    lock.release()
                raise
        if not readonly and not aside:
            store._settle_in()
        store._writes_as_itself = not aside
        return store if aside else store.offer_its_choices()

    def offer_its_choices(self) -> Self:
        """Have the lists offer what this base adds to them, from now on."""
        self._offers_its_choices = True
        own_choices.learn_from(self._reader())
        return self

    def _settle_in(self) -> None:
        """Become an installation of its own where this base is a copy, or an older state put back."""
        if home.moved(self._reader(), self.path, self.replica):
            self.installations.become_another()
        if parked.is_new(self._reader()):
            with self._writing() as connection:
                parked.show(self, connection)
        if not home.is_known(self._reader(), self.path):
            with self._writing() as connection:
                home.move_in(connection, self.path)

    @cached_property
    def ledger(self) -> "Ledger":
        """The ledger of exchanges: what was sent, who holds it, what came back."""
        from desktop_app.store.exchanges import Ledger

        return Ledger(self, self._reader, self._writing)

    @cached_property
    def installations(self) -> "Installations":
        """What passes between this installation and the others: what each holds, what is disputed."""
        from desktop_app.store.installations import Installations

        return Installations(self, self._reader, self._writing)

    def close(self) -> None:
        """Close the base and leave one plain file."""
        if self._writer is not None and self._writes_as_itself:
            home.note(self.replica, peers.written(self._reader(), self.replica))
        self._close_readers()
        if self._writer is not None:
            driver.back_to_one_file(self._writer)
            self._writer = None
        if self._lock:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def _write_connection(self) -> Connection:
        if self._writer is None:
            raise Refused(
                Words(
                    f"La base « {self.path.name} » est ouverte en lecture seule : rien ne peut y être modifié.",
                    f"The base “{self.path.name}” is open read-only: nothing can be changed in it.",
                )
            )
        return self._writer

    # What is known of the base itself

    @cached_property
    def replica(self) -> str:
        """The id of this installation of the base."""
        return settings.get(self._any_connection(), "replica")

    @property
    def replicas(self) -> frozenset[str]:
        """The ids that this installation has had: a base that was moved has another one than before."""
        return frozenset((self.replica, *settings.get(self._any_connection(), "former_replicas").split()))

    def keep_setting(self, key: str, value: str) -> None:
        """Keep a setting of the office in the base."""
        with self._writing() as connection:
            settings.put(connection, key, value)

    def _any_connection(self) -> Connection:
        return self._writer if self._writer is not None and self._writer.in_transaction() else self._reader()

    # Writing

    @contextmanager
    def edit(self, words: Words, source: Source | None = None) -> Iterator[Edit]:
        """Open an edit: one transaction, one undo step, one batch of the journal; an exception leaves nothing behind."""
        with self._editing("import" if source else "edit", words, source) as edit:
            yield edit
        self.forget_names(edit.changes)

    @contextmanager
    def fill(self, words: Words) -> Iterator[Edit]:
        """Open an edit that undo leaves alone: the data that a base starts with."""
        with self._editing("reference", words, None) as edit:
            yield edit
        self.forget_names()

    @contextmanager
    def _editing(self, kind: str, words: Words, source: Source | None) -> Iterator[Edit]:
        with self._writing(own=kind != "reference") as connection:
            before = journal.count_changes(connection)
            batch = open_batch(self, connection, kind, words, **(source._asdict() if source else {}))
            edit = Edit(self, connection, batch)
            yield edit
            edit.finish()
            if kind == "reference":
                peers.append_shared(connection, before)
            if not edit.changes.entities:
                drop_batch(connection, batch)

    @contextmanager
    def _writing(self, *, own: bool = True) -> Iterator[Connection]:
        """Write in one transaction; what the journal gains is entered as written here, unless another wrote it."""
        connection = self._write_connection()
        with self._write_lock, driver.translated(self.path.name):
            try:
                with connection.begin():
                    before = journal.count_changes(connection)
                    yield connection
                    if own:
                        peers.append(connection, self.replica, before)
            except BaseException:
                self.writing_names.forget()
                raise

    def forget_names(self, changes: Changes | None = None) -> None:
        """Forget the names of what has changed, or all."""
        self.names.forget(changes.ids() if changes else None)
        self._places.forget(changes.entities if changes else None)
        if self._offers_its_choices and (changes is None or "choice" in changes.entities):
            own_choices.learn_from(self._reader())

    def wall(self) -> int:
        """Return the wall time for a change: never before the last one written here."""
        self._last_wall = max(journal.now(), self._last_wall)
        return self._last_wall

    def undo(self, told: Progress | None = None) -> Changes | None:
        """Undo the last step that was made here; None where there is none. `told`: how far it is, and where it may stop."""
        undoable, _redoable = steps.stacks(self._reader(), self.replicas)
        return self._take_back(undoable[-1], "undo", told) if undoable else None

    def redo(self, told: Progress | None = None) -> Changes | None:
        """Redo the step that was undone last; None where there is none."""
        _undoable, redoable = steps.stacks(self._reader(), self.replicas)
        return self._take_back(redoable[-1], "redo", told) if redoable else None

    def undo_step(self, batch: int, told: Progress | None = None) -> Changes:
        """Undo an older step; what newer changes stand on stays, and is counted."""
        return self._take_back(batch, "undo", told)

    def _take_back(self, batch: int, kind: str, told: Progress | None) -> Changes:
        with self._writing() as connection:
            from desktop_app.store import taking_back

            changes = taking_back.take_back(self, connection, batch, kind, told)
        self.forget_names(changes)
        return changes

    def undo_words(self) -> Words | None:
        """Return the words of the step that undo would take back."""
        undoable, _redoable = steps.stacks(self._reader(), self.replicas)
        return steps.words_of(self._reader(), undoable[-1]) if undoable else None

    def redo_words(self) -> Words | None:
        """Return the words of the step that redo would bring back."""
        _undoable, redoable = steps.stacks(self._reader(), self.replicas)
        return steps.words_of(self._reader(), redoable[-1]) if redoable else None

    # Journal, backups, checks

    def forget_replica(self) -> None:
        """Read again which installation this is, after it has become another."""
        self.__dict__.pop("replica", None)

    def as_of(self, day: str, folder: Path) -> Path:
        """Make a copy of the base as it was at the end of a day (2025-11-24), to be opened read-only; return its path."""
        from desktop_app.store import as_of
        from desktop_app.store.backups import copy_aside

        copy = folder / f"{self.path.stem} {day}{self.path.suffix}"
        copy_aside(self.path, copy)
        with Store.open(copy, aside=True) as past, past._writing(own=False) as connection:  # noqa: SLF001  # our own class
            as_of.rewind(past, connection, day)
        return copy

    def touched_since(self, day: str) -> dict[str, set[str]]:
        """Return the records of which anything was written after a day, by entity."""
        from desktop_app.store import as_of

        return as_of.touched_since(self._reader(), day)

    def backup(self, folder: Path | None = None) -> Path:
        """Copy the base, check the copy, and return its path."""
        from desktop_app.store.backups import back_up

        with driver.translated(self.path.name):
            return back_up(self.path, folder)

    def fingerprint(self) -> str:
        """Return a hash of what the base shows, equal on two bases that have agreed."""
        from desktop_app.store import checks

        return checks.fingerprint(self._reader())

    def check(self) -> list[Words]:
        """Return what is wrong with the file, the journal, the links and the search index; nothing when all is well."""
        from desktop_app.store import checks

        try:
            # On a connection of its own: one that has searched before is checked against what it remembers of the index.
            connection = queries.reading_connection(self.path)
        except Refused as refused:
            return [refused.words]
        try:
            return checks.check(connection)
        except Refused as refused:  # so damaged that it can't be read through
            return [refused.words]
        finally:
            connection.close()
            connection.engine.dispose()


def _bring_up_to_date(path: Path, *, readonly: bool) -> None:
    found = schema.version(path)
    schema.refuse_newer(found, path.name)
    if found < schema.HEAD_REVISION:
        if readonly:
            raise Refused(
                Words(
                    f"La base « {path.name} » doit être mise à jour : ouvrez-la d’abord normalement.",
                    f"The base “{path.name}” must be brought up to date: open it normally first.",
                )
            )
        from desktop_app.store.backups import back_up

        back_up(path)
        schema.upgrade(path)


__all__ = ["Changes", "Edit", "Found", "Query", "Shipment", "Source", "Step", "Store"]
