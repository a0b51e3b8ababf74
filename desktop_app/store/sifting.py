"""Long lists of which only a part is sorted: the rest is read along an index, which leaves some rows out.

To put nine hundred thousand of a million rows in order takes far longer than to read the order of all and to leave out the
others: so are records found of which most fit some conditions, and those whose field is not filled in, which come last with
the newest first. Where few fit, these are sorted sooner.
"""

from array import array
from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import BLOB, Connection, TextualSelect, bindparam, exists, func, select

from desktop_app.store import along, orders
from desktop_app.store.packing import packed
from desktop_app.store.queries import Query, conditions_of, keys_of, linked_by, matching
from desktop_app.store.tables import NEWEST, ORDERED, TABLES

_MOST = 3  # one of so many is enough
_LOOKED_AT = 600  # rows, all over the list, by which it is judged how many fit
_MARK = b"\x01"


def row_numbers(connection: Connection, query: Query, match: str | None = None) -> "array[int] | None":
    """Return the row numbers that a question finds, in order; None where they are better sorted.

    `match`: what the text of the question asks of the search index.
    """
    if query.entity.name not in ORDERED or query.gather or not query.sort:
        return None
    if query.filters or query.search:
        return _those_that_fit(connection, query, match) if query.limit is None else None
    return _filled_first(connection, query)


def _those_that_fit(connection: Connection, query: Query, match: str | None) -> "array[int] | None":
    """Read along the order of the whole list, where most of it fits; by the day, sorting is as fast."""
    if query.sort[0][0] not in ORDERED[query.entity.name] or not _most_fit(connection, query, match):
        return None
    if not (order := orders.in_order(connection, replace(query, filters=(), search=""))):
        return None
    numbers = packed(connection, select(TABLES[query.entity.name].c.pk).where(*conditions_of(query, match)))
    marks, found = _marks(numbers), array("q")
    for part in order:
        found.extend(_of_those(connection, part, marks))
    # Links to what is not in the base are not found along the names: then there are too few.
    return found if len(found) == len(numbers) else None


def _filled_first(connection: Connection, query: Query) -> "array[int] | None":
    """Sort those alone whose field is filled in; the others come after them whichever way the list is sorted."""
    (field, descending), *then = query.sort
    if then != [(NEWEST[query.entity.name], True)] or linked_by(query.entity, [field]):
        return None  # a link that leads nowhere stands among those without a link
    if query.limit is None:
        found = _filled(connection, query, field, turned=descending)
        if len(found) < along.count(connection, query.entity):
            found.extend(_of_those(connection, orders.newest(Query(query.entity)), _marks(found), others=True))
        return found
    found = _filled(connection, query, field)
    if (missing := query.limit - len(found)) > 0:
        rows, table = orders.newest(Query(query.entity)).subquery(), TABLES[query.entity.name]
        empty = exists().where(table.c.pk == rows.c.pk, table.c[field].is_(None))
        found.extend(packed(connection, select(rows.c.pk).where(empty).limit(missing)))
    return found


def _filled(connection: Connection, query: Query, field: str, *, turned: bool = False) -> "array[int]":
    """Return those whose field is filled in, in its order, equals newest first.

    `turned`: what falls is sorted the other way round and turned. Numbers rise as records come, and what is nearly in order
    is sorted in half the time.
    """
    table, (key,) = TABLES[query.entity.name], keys_of(query, field)
    day, falls = table.c[NEWEST[query.entity.name]], query.sort[0][1] and not turned
    order = (key, day, table.c.pk.desc()) if turned else (key.desc() if falls else key, day.desc(), table.c.pk)
    asked = select(table.c.pk).where(*conditions_of(query), table.c[field].is_not(None)).order_by(*order)
    found = packed(connection, asked.limit(query.limit))
    if turned:
        found.reverse()
    return found


def _most_fit(connection: Connection, query: Query, match: str | None) -> bool:
    """Judge by some rows whether a good part of all fits, so that it is worth while to go through all."""
    table = TABLES[query.entity.name]
    if match:
        enough = along.count(connection, query.entity) // _MOST
        found = matching(query.entity.name, match).limit(enough).subquery()
        if (connection.scalar(select(func.count()).select_from(found)) or 0) < enough:
            return False
    last = connection.scalar(select(func.max(table.c.pk))) or 0
    some = table.c.pk.in_(range(1, last + 1, max(1, last // _LOOKED_AT)))
    conditions = conditions_of(replace(query, search=""))
    there = connection.scalar(select(func.count()).where(some, table.c.gone == 0)) or 0
    return (connection.scalar(select(func.count()).where(some, *conditions)) or 0) * _MOST > there


def _marks(numbers: Iterable[int]) -> bytes:
    """Return a byte for each row of a table, marked where its number is among some."""
    marks = bytearray(max(numbers, default=1))  # never none: SQLite would take that for unknown
    for number in numbers:
        marks[number - 1] = 1
    return bytes(marks)


def _of_those(connection: Connection, asked: TextualSelect, marks: bytes, *, others: bool = False) -> "array[int]":
    """Return the rows that a question finds and that are marked, or not marked, in its order."""
    rows = asked.subquery()
    marked = func.substr(bindparam("marks", marks, BLOB), rows.c.pk, 1) == bindparam("mark", _MARK, BLOB)
    return packed(connection, select(rows.c.pk).where(~marked if others else marked))
