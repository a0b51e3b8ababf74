"""In which order people look for linked records: a table of places beside the base, made when a list is sorted by a link.

Comparing names in another language's order is slow, and a list of a million missions has few different partners: their
names are put in order once, by any thread that has time, and the list is then sorted by numbers. Each reading connection
has its own table; a change of a record of the kind makes it new.
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
_Place = tuple[bytes, int, int]  # the id as the file keeps it, the place in French and in English


class Places:
    """Keeps the tables of places current; one for all connections of a base."""

    def __init__(self) -> None:
        self._changes = dict.fromkeys(ENTITIES, 0)
        self._lock = Lock()
        self._ordered: dict[str, tuple[int, list[_Place]]] = {}  # by kind: as of which change, and the places

    def forget(self, entities: Iterable[str] | None = None) -> None:
        """Note that records of some kinds, or of any, have changed."""
        with self._lock:
            for name in ENTITIES if entities is None else entities:
                self._changes[name] += 1

    def order(self, connection: Connection, target: str) -> "list[_Place]":
        """Return the names of a kind of record in order; what no change has touched since was put in order before."""
        now = self._changes[target]
        known = self._ordered.get(target)
        if known is None or known[0] != now:
            known = self._ordered[target] = now, _places(connection, target)
        return known[1]

    def prepare(self, connection: Connection, target: str) -> None:
        """Make the table of places of a kind of record, where it is missing or old."""
        made: dict[str, int] = connection.info.setdefault(_MADE, {})
        now = self._changes[target]
        if made.get(target) == now:
            return
        places = self.order(connection, target)
        raw = connection.connection.cursor()
        # The base itself stays closed to writing: it was opened read-only.
        raw.execute("PRAGMA query_only=OFF")
        try:
            raw.execute(f"DROP TABLE IF EXISTS temp.place_{target}")
            raw.execute(f"CREATE TEMP TABLE place_{target} (id BLOB PRIMARY KEY, fr INTEGER, en INTEGER) WITHOUT ROWID")
            raw.execute("BEGIN")
            raw.executemany(f"INSERT INTO temp.place_{target} VALUES (?, ?, ?)", places)  # noqa: S608  (an entity's name)
            for lang in ("fr", "en"):
                raw.execute(f"CREATE UNIQUE INDEX temp.place_{target}_{lang} ON place_{target} ({lang})")
            raw.execute("COMMIT")
        finally:
            raw.execute("PRAGMA query_only=ON")
            raw.close()
        made[target] = now


def place_of(target: str, column: ColumnElement[Any], lang: str) -> ColumnElement[Any]:
    """Return the place, in a language, of the record of a kind that a column links to; None where it links to none."""
    columns = (sql_column("id", Id()), sql_column("fr", INTEGER), sql_column("en", INTEGER))
    table = sql_table(f"place_{target}", *columns, schema="temp")
    return select(table.c[lang]).where(table.c.id == column).scalar_subquery()


def _places(connection: Connection, target: str) -> list[_Place]:
    """Return the places of all records of a kind among each other, in French and in English."""
    lines = [(line[0], line[1:3], line[3]) for line in connection.execute(_named(target))]

    def numbered(lang: int) -> dict[str, int]:
        called = sorted((fold(str(names[lang] or names[0] or ref or "")), id_) for id_, names, ref in lines)
        return {id_: place for place, (_name, id_) in enumerate(called)}

    french = numbered(0)
    english = numbered(1) if any(names[0] != names[1] for _id, names, _ref in lines) else french
    # In the order of the file, in which they are written fastest.
    return sorted((_in_file(id_), place, english[id_]) for id_, place in french.items())


def _in_file(id_: str) -> bytes:
    kept = Id.to_file(id_)
    if not isinstance(kept, bytes):
        raise TypeError(id_)
    return kept


def _named(target: str) -> Select[Any]:
    entity, table = ENTITIES[target], TABLES[target]
    if entity.coded and target != "instrument_type":
        return select(table.c.id, table.c["name_fr"], table.c["name_en"], table.c.ref)
    names = [name for name in entity.title[0] if not isinstance(entity.fields[name].type, Link)]
    # Persons are looked for by family name, which stands last in their title.
    shown = table.c[names[-1 if target == "person" else 0]] if names and not entity.coded else table.c.ref
    return select(table.c.id, shown, shown.label("again"), table.c.ref)
