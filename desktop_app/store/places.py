"""In which order people look for linked records: a table of places beside the base, made when a list is sorted by a link.

Comparing names in another language's order is slow, and a list of a million missions has few different partners: their
names are put in order once, by any thread that has time, and the list is then sorted by numbers. Each reading connection
has its own table; a change of a record of the kind makes it new.
"""

from array import array
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from threading import Lock
from typing import Any, NamedTuple

from sqlalchemy import (
    BLOB,
    INTEGER,
    TEXT,
    ColumnElement,
    Connection,
    Select,
    Subquery,
    TableClause,
    func,
    literal_column,
    select,
    text,
    true,
)
from sqlalchemy import column as sql_column
from sqlalchemy import table as sql_table

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity
from desktop_app.domain.naming import own_name
from desktop_app.domain.text import fold
from desktop_app.domain.types import Link
from desktop_app.store.columns import Id
from desktop_app.store.giving_way import in_turn
from desktop_app.store.packing import packed
from desktop_app.store.tables import LIVE, TABLES, twin_of

_MADE = "places"
_WHOLE = -1
_ID = 16  # bytes
_IN_ONE = 250  # lines


class Order(NamedTuple):
    """The records of a kind by their names: ids as the file keeps them, and the place of each in French and in English."""

    as_of: int  # how many changes of the kind there were
    ids: bytes
    fr: "array[int]"
    en: "array[int]"

    def lines(self, some: Iterable[int]) -> "Iterator[tuple[bytes, int, int]]":
        """Yield some of them, best in the order of the file, in which they are written fastest."""
        return ((self.ids[at * _ID : (at + 1) * _ID], self.fr[at], self.en[at]) for at in some)


class Places:
    """Keeps the tables of places current; one for all connections of a base."""

    def __init__(self) -> None:
        self._changes = dict.fromkeys(ENTITIES, 0)
        self._lock = Lock()
        self._ordered: dict[str, Order] = {}

    def forget(self, entities: Iterable[str] | None = None) -> None:
        """Note that records of some kinds, or of any, have changed."""
        with self._lock:
            for name in ENTITIES if entities is None else entities:
                self._changes[name] += 1

    def order(self, connection: Connection, target: str, *, aside: bool = False) -> Order:
        """Return the names of a kind of record in order; what no change has touched since was put in order before.

        `aside`: whoever waits for rows goes first.
        """
        now = self._changes[target]
        known = self._ordered.get(target)
        if known is None or known.as_of != now:
            with own_tables(connection) as raw:
                known = self._ordered[target] = _order(connection, raw, target, now, aside=aside)
        return known

    def first(self, connection: Connection, target: str, lang: str, *, falls: bool, many: int) -> str:
        """Return the table of the places of the first names in an order, or of more: enough for the first rows of a list."""
        if connection.info.get(_MADE, {}).get(target) == (self._changes[target], _WHOLE):
            return f"place_{target}"
        order = self.order(connection, target)
        places = order.fr if lang == "fr" else order.en
        wanted = range(len(places) - many + 1, len(places) + 1) if falls else range(1, many + 1)
        with own_tables(connection) as raw:
            _create(raw, f"first_{target}")
            _insert(raw, f"first_{target}", order.lines([at for at, place in enumerate(places) if place in wanted]))
        return f"first_{target}"

    def prepare(self, connection: Connection, target: str, at_most: int | None = None) -> bool:
        """Make the table of places of a kind of record, where it is missing or old; return whether it is there.

        `at_most`: of how many names before somebody else may want the connection; the rest is for the next time.
        """
        made: dict[str, tuple[int, int]] = connection.info.setdefault(_MADE, {})  # as of which change, how many
        now = self._changes[target]
        if made.get(target) == (now, _WHOLE):
            return True
        order = self.order(connection, target)
        as_of, first = made.get(target, (-1, 0))
        with own_tables(connection) as raw:
            if as_of != order.as_of:
                first = 0
                _create(raw, f"place_{target}")
            last = len(order.fr) if at_most is None else min(len(order.fr), first + at_most)
            made.pop(target, None)
            _insert(raw, f"place_{target}", order.lines(range(first, last)))
        whole = last == len(order.fr)
        made[target] = (order.as_of, _WHOLE if whole else last)
        return whole


@contextmanager
def own_tables(connection: Connection) -> "Iterator[Any]":
    """Write tables of this connection's own; the base itself stays closed to writing: it was opened read-only."""
    raw = connection.connection.cursor()
    raw.execute("PRAGMA query_only=OFF")
    try:
        raw.execute("BEGIN")
        yield raw
        raw.execute("COMMIT")
    except BaseException:
        raw.execute("ROLLBACK")
        raise
    finally:
        raw.execute("PRAGMA query_only=ON")
        raw.close()


def place_of(target: str, column: ColumnElement[Any], lang: str) -> ColumnElement[Any]:
    """Return the place, in a language, of the record of a kind that a column links to; None where it links to none."""
    table = _table_of(target)
    return select(table.c[lang]).where(table.c.id == column).scalar_subquery()


def placed_lists(entity: Entity, field: str, target: str, lang: str) -> Subquery:
    """Return the lists of links that a field holds (`held`), and the place of the first name of each, if it has one."""
    rows, names = twin_of(TABLES[entity.name]), _table_of(target)
    lists = select(rows.c[field].label("held")).where(rows.c[field].is_not(None), text(LIVE)).distinct().subquery()
    links = func.json_each(lists.c.held).table_valued("value")
    found = select(lists.c.held, func.min(names.c[lang]).label("place")).group_by(lists.c.held)
    return found.select_from(
        lists.join(links, true()).outerjoin(names, names.c.id == func.unhex(links.c.value, type_=BLOB))
    ).subquery()


def _table_of(target: str) -> TableClause:
    columns = (sql_column("id", Id()), sql_column("fr", INTEGER), sql_column("en", INTEGER))
    return sql_table(f"place_{target}", *columns, schema="temp")


def _order(connection: Connection, raw: Any, target: str, now: int, *, aside: bool) -> Order:
    """Put all records of a kind in order; the base sorts, since Python would hold up the screen's thread by it."""
    ids = bytearray()

    def called() -> Iterator[tuple[str, str]]:
        folded = _folded(connection, target)
        for id_, french, english in in_turn(folded) if aside else folded:
            ids.extend(id_)
            yield french, english

    raw.execute("CREATE TEMP TABLE called (fr TEXT, en TEXT)")
    _insert(raw, "called", called())
    french, english = (_places(connection, lang) for lang in ("fr", "en"))
    raw.execute("DROP TABLE temp.called")
    return Order(now, bytes(ids), french, english)


def _places(connection: Connection, lang: str) -> "array[int]":
    asked = text(f"SELECT rowid AS row FROM temp.called ORDER BY {lang}, rowid")  # noqa: S608
    order = packed(connection, asked.columns(sql_column("row", INTEGER)))
    places = array("q", order)
    for place, row in enumerate(order, 1):
        places[row - 1] = place
    return places


def _create(raw: Any, table: str) -> None:
    raw.execute(f"DROP TABLE IF EXISTS temp.{table}")
    raw.execute(
        f"CREATE TEMP TABLE {table}"
        " (id BLOB PRIMARY KEY, fr INTEGER NOT NULL UNIQUE, en INTEGER NOT NULL UNIQUE) WITHOUT ROWID"
    )


def _insert(raw: Any, table: str, lines: "Iterator[tuple[Any, ...]]") -> None:
    """Write lines, many by one statement: at each, Python's turn is waited for."""
    while block := list(islice(lines, _IN_ONE)):
        one = f"({', '.join('?' * len(block[0]))})"
        marks = ", ".join([one] * len(block))
        raw.execute(f"INSERT INTO temp.{table} VALUES {marks}", list(chain.from_iterable(block)))  # noqa: S608


def _folded(connection: Connection, target: str) -> "Iterator[tuple[bytes, str, str]]":
    """Yield each record of a kind, by its id, with its name as it is looked for, in French and in English."""
    asked = str(_named(target).order_by(TABLES[target].c.id).compile(dialect=connection.dialect))
    for id_, french, english, ref in connection.connection.cursor().execute(asked):
        called = fold(french or ref or "")
        yield id_, called, called if english == french else fold(english or french or ref or "")


def _named(target: str) -> Select[Any]:
    entity, table = ENTITIES[target], TABLES[target]
    if entity.coded and target != "instrument_type":
        return select(table.c.id, table.c["name_fr"], table.c["name_en"], table.c.ref)
    if entity.coded:
        return select(table.c.id, table.c.ref, table.c.ref.label("again"), table.c.ref)
    # Persons are looked for by family name, which stands last in their title.
    own = [[name for name in names if not isinstance(entity.fields[name].type, Link)] for names in entity.title]
    first = [names[-1 if target == "person" else 0] for names in own if names]
    french, english = (func.coalesce(*_filled(entity, first, lang), table.c.ref) for lang in ("fr", "en"))
    return select(table.c.id, french, english, table.c.ref)


def _filled(entity: Entity, names: list[str], lang: str) -> Iterator[ColumnElement[Any]]:
    """Yield what a record is called by in a language, the first that is filled in: it stands where its name is read."""
    for name in names:
        for one in dict.fromkeys((own_name(entity, name, lang), name)):
            yield func.nullif(TABLES[entity.name].c[one], literal_column("''", TEXT), type_=TEXT)
