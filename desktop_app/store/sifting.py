"""Long lists of which most is shown: they are read along an index, and some rows are left out.

To put nine hundred thousand of a million rows in order takes far longer than to read the order of all and to leave out the
others: so are records found of which most fit some conditions. Where few fit, these are sorted sooner.
"""

from array import array
from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import BLOB, Connection, TextualSelect, bindparam, func, select

from desktop_app.store import along, orders
from desktop_app.store.packing import packed
from desktop_app.store.queries import Query, conditions_of, matching
from desktop_app.store.tables import ORDERED, TABLES

_MOST = 3  # one of so many is enough
_LOOKED_AT = 600  # rows, all over the list, by which it is judged how many fit
_MARK = b"\x01"


def row_numbers(connection: Connection, query: Query, match: str | None = None) -> "array[int] | None":
    """Return the row numbers that a question finds, in order; None where they are better sorted.

    `match`: what the text of the question asks of the search index.
    """
    if query.entity.name not in ORDERED or query.gather or not query.sort or query.limit is not None:
        return None
    if not (query.filters or query.search) or query.sort[0][0] not in ORDERED[query.entity.name]:
        return None  # by the day, sorting is as fast
    if not _most_fit(connection, query, match):
        return None
    if not (order := orders.in_order(connection, replace(query, filters=(), search=""))):
        return None
    numbers = packed(connection, select(TABLES[query.entity.name].c.pk).where(*conditions_of(query, match)))
    marks, found = _marks(numbers), array("q")
    for part in order:
        found.extend(_of_those(connection, part, marks))
    # Links to what is not in the base are not found along the names: then there are too few.
    return found if len(found) == len(numbers) else None


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


def _of_those(connection: Connection, asked: TextualSelect, marks: bytes) -> "array[int]":
    """Return the rows that a question finds and that are marked, in its order."""
    rows = asked.subquery()
    marked = func.substr(bindparam("marks", marks, BLOB), rows.c.pk, 1) == bindparam("mark", _MARK, BLOB)
    return packed(connection, select(rows.c.pk).where(marked))
