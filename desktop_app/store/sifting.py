"""Long lists of which most records fit, by a linked name or another order that an index holds: read along it and sifted.

To put nine hundred thousand of a million rows in order takes far longer than to read the order of all and to leave out the
others. Where few fit, these are sorted sooner.
"""

from array import array
from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import BLOB, Connection, bindparam, func, select

from desktop_app.store import along
from desktop_app.store.queries import Query, conditions_of, matching
from desktop_app.store.tables import ORDERED, TABLES

_MOST = 3  # one of so many is enough
_LOOKED_AT = 600  # rows, all over the list, by which it is judged how many fit
_FITS = b"\x01"


def row_numbers(connection: Connection, query: Query, match: str | None = None) -> "array[int] | None":
    """Return the row numbers that conditions find, in order; None where they are better sorted.

    `match`: what the text of the question asks of the search index.
    """
    if not _may_be_sifted(query) or not _most_fit(connection, query, match):
        return None
    if not (order := along.of_all(connection, query)):
        return None
    numbers = along.packed(connection, select(TABLES[query.entity.name].c.pk).where(*conditions_of(query, match)))
    marks = bindparam("marks", _marks(numbers), BLOB)
    found = array("q")
    for part in order:
        rows = part.subquery()
        fits = func.substr(marks, rows.c.pk, 1) == bindparam("fits", _FITS, BLOB)
        found.extend(along.packed(connection, select(rows.c.pk).where(fits)))
    # Links to what is not in the base are not found along the names: then there are too few.
    return found if len(found) == len(numbers) else None


def _may_be_sifted(query: Query) -> bool:
    """Whether conditions alone keep a question from being read along an index; by the day, sorting is as fast."""
    name = query.entity.name
    if name not in ORDERED or query.limit is not None or query.gather or not (query.filters or query.search):
        return False
    return bool(query.sort) and query.sort[0][0] in ORDERED[name]


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
    marks = bytearray(max(numbers, default=0))
    for number in numbers:
        marks[number - 1] = 1
    return bytes(marks)
