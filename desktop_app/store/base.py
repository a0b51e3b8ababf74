"""A base: one office's file, with everything that the program asks of it and does to it.

What the first rows of a list don't need is imported where it is needed: the window shows them while it starts.
"""

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from functools import cached_property
from getpass import getuser
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from sqlalchemy import Connection, Engine

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity, Problem, problems
from desktop_app.domain.progress import Progress
from desktop_app.domain.refused import Refused
from desktop_app.domain.values import Record, Value
from desktop_app.domain.words import Words
from desktop_app.store import (
    driver,
    home,
    journal,
    own_choices,
    parked,
    peers,
    queries,
    resolve,
    schema,
    settings,
    steps,
    uniting,
)  # fmt: skip
from desktop_app.store.edit import Changes, Edit, Source, drop_batch, open_batch
from desktop_app.store.finding import Found, row_numbers, search
from desktop_app.store.ledger import Shipment
from desktop_app.store.names import Names
from desktop_app.store.places import Places
from desktop_app.store.queries import Query
from desktop_app.store.steps import FieldChange, Step
from desktop_app.store.tables import SEARCHED

if TYPE_CHECKING:
    from array import array

    from desktop_app.domain.deadlines import Deadline, Lead
    from desktop_app.store.due import Due
    from desktop_app.store.exchanges import Ledger
    from desktop_app.store.figures import Figures
    from desktop_app.store.installations import Installations
    from desktop_app.store.lately import Lately
    from desktop_app.store.look_back import RecordChange, SourceRow, Undoing
    from desktop_app.store.spelling import Spelling
    from desktop_app.store.subject import Subject


class Store:
    """An open base. Writing is for one thread at a time; each thread that reads has a connection of its own."""

    def __init__(self, path: Path, *, readonly: bool, lock: driver.BaseLock | None) -> None:
        self.path, self.readonly, self._lock = path, readonly, lock
        self.author = getuser()
        self._local = threading.local()
        self._readers: list[Connection] = []
        self._engine: Engine | None = None if readonly else driver.write_engine(path)
        self._writer: Connection | None = self._engine.connect() if self._engine else None
        self._write_lock = threading.RLock()
        self._last_wall = 0
        self._spelling: tuple[int, Spelling] | None = None  # as of a position of the journal
        self._writes_as_itself = self._offers_its_choices = False
        self.names = Names(self._reader)
        self._places = Places()
        self.writing_names = Names(self._write_connection)

    # Opening and closing

    @classmethod
    def create(cls, path: Path, office: str, *, demo: bool = False) -> "Store":
        """Create a new base for an office and open it; a file that is already there is never replaced."""
        if path.exists():
            raise Refused(
                Words(
                    f"« {path.name} » existe déjà : choisissez un autre nom, ou ouvrez cette base.",
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

    @cached_property
    def figures(self) -> "Figures":
        """Counts, each with the question whose list it counts."""
        from desktop_app.store.figures import Figures

        return Figures(self._reader)

    def close(self) -> None:
        """Close the base and leave one plain file."""
        if self._writer is not None and self._writes_as_itself:
            home.note(self.replica, peers.written(self._reader(), self.replica))
        for reader in self._readers:
            reader.close()
            reader.engine.dispose()
        self._readers.clear()
        self._local = threading.local()
        if self._writer is not None and self._engine is not None:
            self._writer.close()
            self._engine.dispose()
            self._writer = None
            driver.back_to_one_file(self.path)
        if self._lock:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def _reader(self) -> Connection:
        connection: Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = queries.reading_connection(self.path)
            self._local.connection = connection
            self._readers.append(connection)
        return connection

    def _write_connection(self) -> Connection:
        if self._writer is None:
            raise Refused(
                Words(
                    f"La base « {self.path.name} » est ouverte en lecture seule : rien ne peut y être modifié.",
                    f"The base “{self.path.name}” is open read-only: nothing can be changed in it.",
                )
            )
        return self._writer

    # What is known of the base itself

    @cached_property
    def office(self) -> str:
        """The code of the office whose base this is."""
        return settings.get(self._any_connection(), "office")

    @cached_property
    def replica(self) -> str:
        """The id of this installation of the base."""
        return settings.get(self._any_connection(), "replica")

    @property
    def replicas(self) -> frozenset[str]:
        """The ids that this installation has had: a base that was moved has another one than before."""
        return frozenset((self.replica, *settings.get(self._any_connection(), "former_replicas").split()))

    @cached_property
    def demo(self) -> bool:
        """Whether this is the demo office, whose people and missions are fictitious."""
        return settings.get(self._any_connection(), "demo") == "1"

    def setting(self, key: str, default: str = "") -> str:
        """Return a setting of the office, kept in the base."""
        return settings.get(self._reader(), key, default)

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

    # Reading

    def get(self, entity: Entity, id_: str) -> dict[str, Value] | None:
        """Return a record with its id and reference; None where there is none, or it was deleted."""
        return queries.one(self._reader(), entity, id_)

    def many(self, entity: Entity, ids: Iterable[str]) -> dict[str, dict[str, Value]]:
        """Return the records of some ids, by id; those that were deleted are left out."""
        return queries.many(self._reader(), entity, ids)

    def find(self, ref: str) -> tuple[Entity, str] | None:
        """Return the record that a reference names."""
        return resolve.by_reference(self._reader(), ref)

    def resolve(self, entity: str, text: str) -> str | None:
        """Return the id of the record that a reference, a code or a name means, where exactly one does."""
        return resolve.resolve(self._reader(), entity, text)

    def until(self, stopped: Callable[[], bool]) -> AbstractContextManager[None]:
        """Give up, with an error, what this thread asks within, as soon as nobody wants the answer any more."""
        return driver.until(self._reader(), stopped)

    def ids(self, query: Query) -> "array[int]":
        """Return the row numbers that a question finds, in order."""
        self.lay_names_out(query.entity, [name for name, _descending in query.sort])
        return row_numbers(self._reader(), self.names, query)

    def put_names_in_order(self, entity: Entity, fields: Iterable[str]) -> None:
        """Make ready to sort by links, in a thread that nobody waits for."""
        for target in queries.linked_by(entity, fields):
            self._places.order(self._reader(), target)

    def lay_names_out(self, entity: Entity, fields: Iterable[str], at_most: int | None = None) -> bool:
        """Have what this thread sorts by links with, put in order first where nobody did; return whether all is there.

        `at_most`: of how many names in one go, where others wait for this thread.
        """
        return all(
            self._places.prepare(self._reader(), target, at_most) for target in queries.linked_by(entity, fields)
        )

    def page(self, entity: Entity, numbers: Sequence[int]) -> list[dict[str, Value]]:
        """Return the records of some row numbers, in the order asked."""
        return queries.page(self._reader(), entity, numbers)

    def records(self, query: Query) -> list[dict[str, Value]]:
        """Return the records that a question finds, in order."""
        return queries.page(self._reader(), query.entity, self.ids(query))

    def columns(self, query: Query, names: Sequence[str]) -> "list[tuple[Any, ...]]":
        """Return only some fields of the records that a question finds, in no order."""
        return queries.columns(self._reader(), query, names)

    def count(self, query: Query) -> int:
        """Return how many records a question finds."""
        if query.search and query.entity.name not in SEARCHED:
            return len(self.ids(query))
        return queries.count(self._reader(), query)

    def tally(self, query: Query, field: str, *, each: bool = False) -> list[tuple[Value, int]]:
        """Return the values of a field among the records that a question finds, and how many have each."""
        from desktop_app.store import tallies

        return tallies.tally(self._reader(), query, field, each=each)

    def deadlines(self, today: date) -> "list[Deadline]":
        """Return all that is due and not done on a day, soonest first."""
        return self._due.on(today)

    def mission_lead(self) -> "Lead":
        """Return how long before and after missions the office asks for things."""
        from desktop_app.store.due import lead_of

        return lead_of(self._reader())

    def opinion_days(self, day: date) -> dict[str, int]:
        """Return the countries that need a security opinion on a day, and how many days before the departure."""
        from desktop_app.store.due import opinion_days

        return opinion_days(self._reader(), day)

    @cached_property
    def _due(self) -> "Due":
        from desktop_app.store.due import Due

        return Due(self._reader, self.journal_position)

    def search(self, text: str, limit: int = 20, entities: Iterable[str] | None = None) -> list[Found]:
        """Return what a text finds in all that the office works with, names first."""
        return search(self._reader(), self.names, text, limit, entities)

    def search_near(self, text: str, limit: int = 20, entities: Iterable[str] | None = None) -> tuple[str, list[Found]]:
        """Return how a mistyped text may have been meant, and what is found by that; nothing where nothing is near."""
        from desktop_app.store.spelling import Spelling

        position = self.journal_position()
        if self._spelling is None or self._spelling[0] != position:
            self._spelling = position, Spelling.of(self._reader())
        meant = self._spelling[1].meant(text)
        return (meant, self.search(meant, limit, entities)) if meant else ("", [])

    def problems(self, entity: Entity, record: Record) -> list[Problem]:
        """Return what the rules say of a record."""
        return problems(entity, record, self.names.record)

    def warnings(
        self, entity: Entity, record: Record, parts: Mapping[str, Sequence[Record]] | None = None
    ) -> list[Problem]:
        """Return what is worth a warning about a record in the light of the others: twins, journeys that overlap.

        `parts`: what is edited inside it, by entity, where it is not what the base holds.
        """
        from desktop_app.store.near import warnings

        return warnings(self, entity, record, parts)

    def told_apart(self, entity: Entity) -> set[frozenset[str]]:
        """Return the pairs of records of which somebody said that they are not the same."""
        return uniting.told_apart(self._reader(), entity)

    def steps(self, limit: int = 200) -> list[Step]:
        """Return the last steps of the journal, newest first."""
        return steps.latest(self._reader(), limit)

    def step_records(self, batch: int, limit: int = 200) -> "tuple[list[RecordChange], int]":
        """Return what a step did to the first records, and how many it touched in all."""
        from desktop_app.store import look_back

        return look_back.records_of(self._reader(), batch, limit), look_back.record_count(self._reader(), batch)

    def undoing(self, batch: int) -> "Undoing":
        """Return what undoing an older step would take back now, and what would stay since it was changed since."""
        from desktop_app.store import look_back

        return look_back.undoing(self._reader(), batch)

    def source_rows(self, id_: str) -> "list[SourceRow]":
        """Return what the rows of a record said in columns that have no field, the last file first."""
        from desktop_app.store import look_back

        return look_back.source_rows(self._reader(), id_)

    def lately(self, about: "Subject", limit: int) -> "list[Lately]":
        """Return the last steps that touched records of a country, a partner or an institute, newest first."""
        from desktop_app.store.lately import lately

        return lately(self._reader(), about, limit)

    def history(self, id_: str) -> list[FieldChange]:
        """Return what happened to a record, field by field, newest first."""
        return steps.history(self._reader(), id_)

    def counts(self) -> dict[str, int]:
        """Return how many records of each entity there are."""
        return {name: self.count(Query(entity)) for name, entity in ENTITIES.items()}

    # Journal, backups, checks

    def journal_position(self) -> int:
        """Return the number of the journal's last change."""
        return journal.count_changes(self._reader())

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
    connection = queries.reading_connection(path)
    try:
        found = schema.version(connection)
    finally:
        connection.close()
        connection.engine.dispose()
    schema.refuse_newer(found, path.name)
    if found < schema.HEAD_REVISION:
        if readonly:
            raise Refused(
                Words(
                    f"La base « {path.name} » doit être mise à jour : ouvrez-la d’abord normalement.",
                    f"The base “{path.name}” must be brought up to date: open it normally first.",
                )
            )
        from desktop_app.store.backups import back_up

        back_up(path)
        schema.upgrade(path)


__all__ = ["Changes", "Edit", "Found", "Query", "Shipment", "Source", "Step", "Store"]
