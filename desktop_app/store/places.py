"""In which order people look for linked records: a table of places beside the base, made when a list is sorted by a link.

Comparing names in another language's order is slow, and a list of a million missions has few different partners: their
names are put in order once, and the list is then sorted by numbers. Each reading connection has its own; a change of a
record of the kind makes it new.
"""

from collections.abc import Iterable
from threading import Lock
from typing import Any

from sqlalchemy import INTEGER, ColumnElement, Connection, Select, select
from sqlalchemy import column as sql_column
from sqlalchemy import table as sql_table

from desktop_app.domain import ENTITIES
from desktop_app.domain.text import fold
from desktop_app.domain.types import Link
from desktop_app.store.columns import Id
from desktop_app.store.tables import TABLES

_MADE = "places"


class Places:
    """Keeps the tables of places current; one for all connections of a base."""

    def __init__(self) -> None:
        self._changes = dict.fromkeys(ENTITIES, 0)
        self._lock = Lock()

    def forget(self, entities: Iterable[str] | None = None) -> None:
        """Note that records of some kinds, or of any, have changed."""
        with self._lock:
            for name in ENTITIES if entities is None else entities:
                self._changes[name] += 1

    def prepare(self, connection: Connection, target: str) -> None:
        """Make the table of places of a kind of record, where it is missing or old."""
        made: dict[str, int] = connection.info.setdefault(_MADE, {})
        now = self._changes[target]
        if made.get(target) == now:
            return
        names: list[tuple[str, str | None, str]] = [
            (line[0], line[1], line[2]) for line in connection.execute(_named(target))
        ]
        ordered = sorted(names, key=lambda line: fold(str(line[1] or line[2] or "")))
        raw = connection.connection.cursor()
        # The base itself stays closed to writing: it was opened read-only.
        raw.execute("PRAGMA query_only=OFF")
        try:
            raw.execute(f"DROP TABLE IF EXISTS temp.place_{target}")
            raw.execute(f"CREATE TEMP TABLE place_{target} (id BLOB PRIMARY KEY, place INTEGER) WITHOUT ROWID")
            raw.execute("BEGIN")
            kept: Any = ((Id.to_file(line[0]), place) for place, line in enumerate(ordered))
            raw.executemany(f"INSERT INTO temp.place_{target} VALUES (?, ?)", kept)  # noqa: S608  (the name of an entity)
            raw.execute("COMMIT")
        finally:
            raw.execute("PRAGMA query_only=ON")
            raw.close()
        made[target] = now


def place_of(target: str, column: ColumnElement[Any]) -> ColumnElement[Any]:
    """Return the place of the record of a kind that a column links to; None where it links to none."""
    table = sql_table(f"place_{target}", sql_column("id", Id()), sql_column("place", INTEGER), schema="temp")
    return select(table.c.place).where(table.c.id == column).scalar_subquery()


def _named(target: str) -> Select[Any]:
    entity, table = ENTITIES[target], TABLES[target]
    if entity.coded:
        shown = table.c.ref if target == "instrument_type" else table.c["name_fr"]
    else:
        names = [name for name in entity.title[0] if not isinstance(entity.fields[name].type, Link)]
        # Persons are looked for by family name, which stands last in their title.
        shown = table.c[names[-1 if target == "person" else 0]] if names else table.c.ref
    return select(table.c.id, shown, table.c.ref)
