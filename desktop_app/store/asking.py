"""What can be asked of an open base: records, lists and counts, what is due, what was done and by which step.

What the first rows of a list don't need is imported where it is needed: the window shows them while it starts.
"""

import threading
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity, Problem, problems
from desktop_app.domain.values import Record, Value
from desktop_app.store import along, driver, journal, queries, resolve, settings, steps, uniting
from desktop_app.store.finding import Found, row_numbers, search
from desktop_app.store.giving_way import let_paint
from desktop_app.store.names import Names
from desktop_app.store.places import Places
from desktop_app.store.queries import Query
from desktop_app.store.steps import FieldChange, Step
from desktop_app.store.tables import SEARCHED

if TYPE_CHECKING:
    from array import array

    from desktop_app.domain.deadlines import Deadline, Lead
    from desktop_app.store.behind import Behind
    from desktop_app.store.due import Due
    from desktop_app.store.figures import Figures
    from desktop_app.store.lately import Lately
    from desktop_app.store.look_back import Beside, RecordChange, SourceRow, Undoing
    from desktop_app.store.spelling import Spelling
    from desktop_app.store.subject import Subject


class Asking:
    """The questions to a base; each thread that asks has a connection of its own."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()
        self._readers: list[Connection] = []
        self._spelling: dict[Collection[str] | None, tuple[int, Spelling]] = {}  # as of a position of the journal
        self.names = Names(self._reader)
        self._places = Places()

    def _reader(self) -> Connection:
        let_paint()
        connection: Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = queries.reading_connection(self.path)
            self._local.connection = connection
            self._readers.append(connection)
        return connection

    def _close_readers(self) -> None:
        for reader in self._readers:
            reader.close()
            reader.engine.dispose()
        self._readers.clear()
        self._local = threading.local()

    # The base itself

    @cached_property
    def office(self) -> str:
        """The code of the office whose base this is."""
        return settings.get(self._reader(), "office")

    @cached_property
    def demo(self) -> bool:
        """Whether this is the demo office, whose people and missions are fictitious."""
        return settings.get(self._reader(), "demo") == "1"

    def setting(self, key: str, default: str = "") -> str:
        """Return a setting of the office, kept in the base."""
        return settings.get(self._reader(), key, default)

    # Records and lists

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
        if (found := along.first_by_names(self._reader(), query, self._places)) is not None:
            return found
        self.lay_names_out(query.entity, [name for name, _descending in query.sort])
        return row_numbers(self._reader(), self.names, query)

    def put_names_in_order(self, entity: Entity, fields: Iterable[str]) -> None:
        """Make ready to sort by links, in a thread that nobody waits for."""
        for target in queries.linked_by(entity, fields):
            self._places.order(self._reader(), target, aside=True)

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

    def counts(self) -> dict[str, int]:
        """Return how many records of each entity there are."""
        return {name: self.count(Query(entity)) for name, entity in ENTITIES.items()}

    def tally(self, query: Query, field: str, *, each: bool = False) -> list[tuple[Value, int]]:
        """Return the values of a field among the records that a question finds, and how many have each."""
        from desktop_app.store import tallies

        return tallies.tally(self._reader(), query, field, each=each)

    def values(self, query: Query, field: str, at_most: int) -> list[Value] | None:
        """Return the values of a field without counting them; None where they are more, or not known without counting."""
        from desktop_app.store import along

        return along.values(self._reader(), query, field, at_most)

    def count_of(self, entity: Entity, field: str, value: Value) -> int:
        """Return how many records have one of these values."""
        from desktop_app.store import along

        return along.count_of(self._reader(), entity, field, value)

    @cached_property
    def figures(self) -> "Figures":
        """Counts, each with the question whose list it counts."""
        from desktop_app.store.figures import Figures

        return Figures(self._reader)

    # What is due, what a text finds, what the rules say

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

    def search_near(
        self, text: str, limit: int = 20, entities: tuple[str, ...] | None = None
    ) -> tuple[str, list[Found]]:
        """Return how a mistyped text may have been meant, and what is found by that; nothing where nothing is near."""
        from desktop_app.store.spelling import Spelling

        position = self.journal_position()
        known = self._spelling.get(entities)
        if known is None or known[0] != position:
            known = self._spelling[entities] = position, Spelling.of(self._reader(), entities)
        meant = known[1].meant(text)
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

    # Steps and history

    def journal_position(self) -> int:
        """Return the number of the journal's last change."""
        return journal.count_changes(self._reader())

    def steps(self, limit: int = 200) -> list[Step]:
        """Return the last steps of the journal, newest first."""
        return steps.latest(self._reader(), limit)

    def step_records(self, batch: int, limit: int = 200) -> "tuple[list[RecordChange], int]":
        """Return what a step did to the first records, and how many it touched in all."""
        from desktop_app.store import look_back

        return look_back.records_of(self._reader(), batch, limit), look_back.record_count(self._reader(), batch)

    def step_beside(self, batch: int) -> "Beside":
        """Return what the file of a step said beside the records."""
        from desktop_app.store import look_back

        return look_back.beside(self._reader(), batch)

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

    def behind(self, entity: Entity, fields: Iterable[str], ids: Iterable[str]) -> "Behind":
        """Return the changes that stand behind what some fields of records show; births are left out."""
        from desktop_app.store.behind import changes_behind

        return changes_behind(self._reader(), entity, fields, ids)

    def history(self, id_: str) -> list[FieldChange]:
        """Return what happened to a record, field by field, newest first."""
        return steps.history(self._reader(), id_)
