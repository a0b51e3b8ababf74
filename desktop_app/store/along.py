"""Long lists in an order that an index holds: they are read, not sorted, and their first rows come at once.

By the newest day, by a field of few values or by what a link leads to, gathered by either, or with one value only: what
people ask of hundreds of thousands of missions. With other conditions, the first rows are looked for along the order, where
they stand soon. Anything else is left to be asked and sorted in the usual way.
"""

from array import array
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import INTEGER, Connection, TextualSelect, bindparam, exists, func, select, text
from sqlalchemy import column as sql_column

from desktop_app.domain.entity import Entity
from desktop_app.domain.types import Day
from desktop_app.domain.values import Value
from desktop_app.store import orders
from desktop_app.store.packing import packed
from desktop_app.store.tables import LISTS, LIVE, NEWEST, ORDERED, TABLES

if TYPE_CHECKING:
    from desktop_app.store.places import Places
    from desktop_app.store.queries import Query

# S608 below: names of our own tables, indexes and fields alone become part of a question.
YEAR = 4  # letters of a day
_NAMES = 4  # for each row: some lead to no row
_MANY = 2_000  # rows that a text finds
_LOOKED_AT = 10_000  # rows, in some hundredths of a second: where few of so many fit, those that do are soon sorted


def row_numbers(connection: Connection, query: "Query", match: str | None = None) -> "array[int] | None":
    """Return the row numbers that a question finds, or the first ones; None where no index holds its order.

    `match`: what its text asks of the search index.
    """
    if query.entity.name not in ORDERED:
        return None
    if query.search:
        return _first_that_fit(connection, query, match) if match and not query.gather else None
    if query.gather:
        return _gathered(connection, query, *query.gather)
    if query.filters:
        asked = _of_one_value(query)
        return _first_that_fit(connection, query) if asked is None else packed(connection, asked)
    return _in_order(connection, query)


def _in_order(connection: Connection, query: "Query") -> "array[int] | None":
    if not (parts := orders.in_order(connection, query)):
        return None
    found = array("q")
    for part in parts:
        found.extend(packed(connection, part))
        if query.limit is not None and len(found) >= query.limit:
            return found[: query.limit]
    # Links to what is not in the base are not found along the names: then there are too few.
    short = orders.link_of(query) and len(found) < (query.limit or count(connection, query.entity))
    return None if short else found


def count(connection: Connection, entity: Entity) -> int:
    """Return how many records of a long list there are."""
    asked = f"SELECT count(*) FROM {orders.by(entity, NEWEST[entity.name])} WHERE {LIVE}"  # noqa: S608
    return int(connection.scalar(text(asked)) or 0)


def tally(connection: Connection, query: "Query", field: str) -> list[tuple[Value, int]] | None:
    """Return the values of a field and how many records have each, of a day its years; None where no index holds them."""
    entity = query.entity
    if entity.name not in ORDERED or query.search or query.filters or field in LISTS[entity.name]:
        return None
    if isinstance(entity.fields[field].type, Day):
        return _years(connection, entity, field)
    asked = text(f"SELECT {field}, count(*) FROM {orders.by(entity, field)} WHERE {LIVE} GROUP BY {field}")  # noqa: S608
    typed = asked.columns(sql_column(field, TABLES[entity.name].c[field].type), sql_column("number", INTEGER))
    return [(value, number) for value, number in connection.execute(typed)]


def values(connection: Connection, query: "Query", field: str, at_most: int) -> list[Value] | None:
    """Return the values of a field without counting them, what is not filled in last; None where no index holds them."""
    entity = query.entity
    if entity.name not in ORDERED or not _by_value(entity, field) or query.search or query.filters:
        return None
    found = orders.distinct(connection, entity, field, at_most + 1)
    return None if found is None else [*found, None]


def count_of(connection: Connection, entity: Entity, field: str, value: Value) -> int:
    """Return how many records of a long list have one value of a field that an index holds."""
    same = text(f"SELECT count(*) FROM {orders.by(entity, field)} WHERE {LIVE} AND {field} IS :value")  # noqa: S608
    typed = same.bindparams(bindparam("value", value, type_=TABLES[entity.name].c[field].type))
    return int(connection.scalar(typed) or 0)


def _by_value(entity: Entity, field: str) -> bool:
    """Whether an index holds the values that rows are gathered by: of days, it is their years."""
    return field in ORDERED[entity.name] and not isinstance(entity.fields[field].type, Day)


def _years(connection: Connection, entity: Entity, day: str) -> list[tuple[Value, int]]:
    """Count year by year, newest first: each is a piece of the index."""
    index = orders.by(entity, day)
    before = text(f"SELECT max({day}) FROM {index} WHERE {LIVE} AND {day} < :end")  # noqa: S608
    within = text(f"SELECT count(*) FROM {index} WHERE {LIVE} AND {day} >= :year AND {day} < :end")  # noqa: S608
    without = text(f"SELECT count(*) FROM {index} WHERE {LIVE} AND {day} IS NULL")  # noqa: S608
    found: list[tuple[Value, int]] = []
    end = "\U0010ffff"
    while last := connection.scalar(before, {"end": end}):
        year = str(last)[:YEAR]
        found.append((year, connection.scalar(within, {"year": year, "end": end}) or 0))
        end = year
    none = connection.scalar(without) or 0
    return [*found, (None, none)] if none else found


def _gathered(connection: Connection, query: "Query", field: str, values: Sequence[Value]) -> "array[int] | None":
    """Return the rows of one value after the other, what is not filled in last."""
    day = NEWEST[query.entity.name]
    if query.filters or query.limit is not None or not orders.newest_first(query):
        return None
    if field == day:
        years = [str(value) for value in values if value is not None]
        return packed(connection, orders.newest(query)) if years == sorted(years, reverse=True) else None
    if not _by_value(query.entity, field):
        return None
    found = array("q")
    for asked in orders.of_values(query, field, [*(value for value in values if value is not None), None]):
        found.extend(packed(connection, asked))
    return found if len(found) == count(connection, query.entity) else None


def _first_that_fit(connection: Connection, query: "Query", match: str | None = None) -> "array[int] | None":
    """Return the first rows that fit some conditions; None where they don't stand among the first of all rows."""
    from desktop_app.store.queries import conditions_of, matching

    if query.limit is None:
        return None
    if match:
        found_by_text = matching(query.entity.name, match).limit(_MANY).subquery()
        if (connection.scalar(select(func.count()).select_from(found_by_text)) or 0) < _MANY:
            return None  # sorted sooner than looked for
    every, table = replace(query, filters=(), search="", limit=_LOOKED_AT), TABLES[query.entity.name]
    if not (parts := orders.in_order(connection, every)):
        return None
    rows = parts[0].subquery()
    fits = exists().where(table.c.pk == rows.c.pk, *conditions_of(query, match))
    found = packed(connection, select(rows.c.pk).where(fits).limit(query.limit))
    return found if len(found) == query.limit else None


def _of_one_value(query: "Query") -> TextualSelect | None:
    if len(query.filters) > 1 or not orders.newest_first(query):
        return None
    (one,) = query.filters
    held = _by_value(query.entity, one.field) or (one.value is None and one.field in ORDERED[query.entity.name])
    if not held or one.op not in ("is", "same") or isinstance(one.value, tuple):
        return None
    return None if one.value is None and one.op == "is" else orders.of_value(query, one.field, one.value)


def first_by_names(connection: Connection, query: "Query", places: "Places") -> "array[int] | None":
    """Return the first rows of a list that is sorted by a link, for which a few names do; None where they don't."""
    if query.limit is None or query.filters or query.search or query.gather or (link := orders.link_of(query)) is None:
        return None
    field, target = link
    names = places.first(connection, target, query.lang, falls=query.sort[0][1], many=query.limit * _NAMES)
    found = packed(connection, orders.first_along_names(query, field, names))
    return found if len(found) == query.limit else None
