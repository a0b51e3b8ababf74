"""Long lists in an order that an index holds: they are read, not sorted, and their first rows come at once.

By the newest day, by a field of few values or by what a link leads to, gathered by either, or with one value only: what
people ask of hundreds of thousands of missions. With other conditions, the first rows are looked for along the order, where
they stand soon. Anything else is left to be asked and sorted in the usual way.
"""

import sys
from array import array
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import INTEGER, Connection, Select, TextualSelect, bindparam, exists, func, select, text
from sqlalchemy import column as sql_column

from desktop_app.domain.entity import Entity
from desktop_app.domain.types import Link
from desktop_app.domain.values import Value
from desktop_app.store.tables import LIVE, NEWEST, ORDERED, TABLES, ordered_index

if TYPE_CHECKING:
    from desktop_app.store.places import Places
    from desktop_app.store.queries import Query

# S608 below: names of our own tables, indexes and fields alone become part of a question.
YEAR = 4  # letters of a day
_ALL = -1  # as SQLite calls no limit
_FEW = 1_000  # values
_NAMES = 4  # for each row: some lead to no row
_MANY = 2_000  # rows that a text finds
_LOOKED_AT = 10_000  # rows, in some hundredths of a second: where few of so many fit, those that do are soon sorted
_Asked = Select[int] | TextualSelect


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
        if (asked := _of_one_value(query)) is None:
            return _first_that_fit(connection, query)
    elif (values := _falling_values(connection, query)) is not None:
        return _one_after_the_other(connection, query, query.sort[0][0], values)
    elif (names := _along_names(query)) is not None:
        found = packed(connection, names)
        # Links to what is not in the base are not found: then there are too few.
        return found if len(found) == (query.limit or count(connection, query.entity)) else None
    else:
        asked = _whole(query)
    return None if asked is None else packed(connection, asked)


def packed(connection: Connection, asked: _Asked) -> "array[int]":
    """Return the row numbers that a question finds, in its order.

    They come as one text of hexadecimal figures: a row for each would hold up the screen, whose thread waits for its turn.
    """
    found = asked.subquery()
    text_ = connection.scalar(select(func.group_concat(func.format("%016x", found.c[0]), "")))
    numbers = array("q", bytes.fromhex(text_ or ""))
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers


def count(connection: Connection, entity: Entity) -> int:
    """Return how many records of a long list there are."""
    asked = f"SELECT count(*) FROM {_by(entity, NEWEST[entity.name])} WHERE {LIVE}"  # noqa: S608
    return int(connection.scalar(text(asked)) or 0)


def tally(connection: Connection, query: "Query", field: str) -> list[tuple[Value, int]] | None:
    """Return the values of a field and how many records have each, of a day its years; None where no index holds them."""
    entity = query.entity
    if entity.name not in ORDERED or query.search or query.filters:
        return None
    if field == NEWEST[entity.name]:
        return _years(connection, entity, field)
    if field not in ORDERED[entity.name]:
        return None
    asked = text(f"SELECT {field}, count(*) FROM {_by(entity, field)} WHERE {LIVE} GROUP BY {field}")  # noqa: S608
    typed = asked.columns(sql_column(field, TABLES[entity.name].c[field].type), sql_column("number", INTEGER))
    return [(value, number) for value, number in connection.execute(typed)]


def _years(connection: Connection, entity: Entity, day: str) -> list[tuple[Value, int]]:
    """Count year by year, newest first: each is a piece of the index."""
    index = _by(entity, day)
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


def _by(entity: Entity, field: str) -> str:
    return f"{entity.name} INDEXED BY {ordered_index(entity.name, field)}"


def _newest_first(query: "Query") -> bool:
    return query.sort == ((NEWEST[query.entity.name], True),)


def _numbered(asked: str, **values: Any) -> TextualSelect:
    return text(asked).bindparams(**values).columns(sql_column("pk", INTEGER))


def _limit(query: "Query") -> int:
    return _ALL if query.limit is None else query.limit


def _gathered(connection: Connection, query: "Query", field: str, values: Sequence[Value]) -> "array[int] | None":
    """Return the rows of one value after the other, what is not filled in last."""
    day = NEWEST[query.entity.name]
    if query.filters or query.limit is not None or not _newest_first(query):
        return None
    if field == day:
        years = [str(value) for value in values if value is not None]
        return packed(connection, newest(query)) if years == sorted(years, reverse=True) else None
    if field not in ORDERED[query.entity.name]:
        return None
    found = _one_after_the_other(connection, query, field, values)
    return found if len(found) == count(connection, query.entity) else None


def _one_after_the_other(connection: Connection, query: "Query", field: str, values: Sequence[Value]) -> "array[int]":
    found = array("q")
    for value in _last_none(values):
        found.extend(packed(connection, _valued(query, field, value)))
    return found


def _last_none(values: Sequence[Value]) -> "tuple[Value, ...]":
    return (*(value for value in values if value is not None), None)


def _falling_values(connection: Connection, query: "Query") -> list[Value] | None:
    """Return the few values of the field by which a whole list is sorted the other way than its index; None otherwise."""
    entity, (field, descending), *then = query.entity, *(query.sort or (("", False),))
    if not descending or query.limit is not None or then != [(NEWEST[entity.name], True)]:
        return None
    if field not in ORDERED[entity.name] or isinstance(entity.fields[field].type, Link) or entity.fields[field].key:
        return None
    tallied = tally(connection, query, field) or []
    return [value for value, _number in reversed(tallied)] if len(tallied) <= _FEW else None


def _first_that_fit(connection: Connection, query: "Query", match: str | None = None) -> "array[int] | None":
    """Return the first rows that fit some conditions; None where they don't stand among the first of all rows."""
    from desktop_app.store.queries import conditions_of, matching

    if query.limit is None:
        return None
    if match:
        found_by_text = matching(query.entity.name, match).limit(_MANY).subquery()
        if (connection.scalar(select(func.count()).select_from(found_by_text)) or 0) < _MANY:
            return None  # sorted sooner than looked for
    every = replace(query, filters=(), search="", limit=_LOOKED_AT)
    if (asked := _in_order(every)) is None:
        return None
    rows, table = asked.subquery(), TABLES[query.entity.name]
    fits = exists().where(table.c.pk == rows.c.pk, *conditions_of(query, match))
    found = packed(connection, select(rows.c.pk).where(fits).limit(query.limit))
    return found if len(found) == query.limit else None


def of_all(connection: Connection, query: "Query") -> list[TextualSelect]:
    """Ask for all records in the order of a question, whatever its conditions, one part after the other.

    Nothing where no index holds that order.
    """
    every = replace(query, filters=(), search="")
    if (values := _falling_values(connection, every)) is not None:
        return [_valued(every, every.sort[0][0], value) for value in _last_none(values)]
    asked = _in_order(every)
    return [] if asked is None else [asked]


def _in_order(query: "Query") -> TextualSelect | None:
    along_names = _along_names(query)
    return _whole(query) if along_names is None else along_names


def _of_one_value(query: "Query") -> TextualSelect | None:
    if len(query.filters) > 1 or not _newest_first(query):
        return None
    (one,) = query.filters
    if one.field not in ORDERED[query.entity.name] or one.op not in ("is", "same") or isinstance(one.value, tuple):
        return None
    return None if one.value is None and one.op == "is" else _valued(query, one.field, one.value)


def _valued(query: "Query", field: str, value: Value) -> TextualSelect:
    """Ask for the records of one value, newest first."""
    held, day = f"{field} IS NULL" if value is None else f"{field} = :value", NEWEST[query.entity.name]
    where = f"{_by(query.entity, field)} WHERE {LIVE} AND {held}"
    asked = _numbered(f"SELECT pk FROM {where} ORDER BY {day} DESC, pk LIMIT :limit", limit=_limit(query))  # noqa: S608
    if value is None:
        return asked
    return asked.bindparams(bindparam("value", value, type_=TABLES[query.entity.name].c[field].type))


def newest(query: "Query") -> TextualSelect:
    """Ask for all records of a list, or the first ones, the newest first."""
    day = NEWEST[query.entity.name]
    index = _by(query.entity, day)
    return _numbered(f"SELECT pk FROM {index} WHERE {LIVE} ORDER BY {day} DESC, pk LIMIT :limit", limit=_limit(query))  # noqa: S608


def _whole(query: "Query") -> TextualSelect | None:
    """Ask for all records of a list, or the first ones, in the order of a field, equals newest first."""
    if _newest_first(query):
        return newest(query)
    day = NEWEST[query.entity.name]
    (field, descending), *then = query.sort or (("", False),)
    index = _index_of(query, field) if field and then in ([], [(day, True)]) else None
    if index is None:
        return None
    order = f"{field} DESC" if descending else f"{field} ASC NULLS LAST"
    equals = f", {day} DESC" if then else ""
    asked = f"SELECT pk FROM {index} WHERE {LIVE} ORDER BY {order}{equals}, pk LIMIT :limit"  # noqa: S608
    return _numbered(asked, limit=_limit(query))


def _index_of(query: "Query", field: str) -> str | None:
    """Return the table with the index that holds the order of a field; one of the field alone serves for the first rows."""
    entity = query.entity
    if field in (*ORDERED[entity.name], NEWEST[entity.name]):
        return _by(entity, field)
    alone = next((index for index in TABLES[entity.name].indexes if index.columns.keys() == [field]), None)
    linked = isinstance(entity.fields[field].type, Link)
    return None if alone is None or linked or query.limit is None else f"{entity.name} INDEXED BY {alone.name}"


def first_by_names(connection: Connection, query: "Query", places: "Places") -> "array[int] | None":
    """Return the first rows of a list that is sorted by a link, for which a few names do; None where they don't."""
    if query.limit is None or query.filters or query.search or query.gather or (link := _link_of(query)) is None:
        return None
    field, target = link
    names = places.first(connection, target, query.lang, falls=query.sort[0][1], many=query.limit * _NAMES)
    found = packed(connection, _numbered(f"{_linked(query, field, names)} LIMIT :limit", limit=query.limit))
    return found if len(found) == query.limit else None


def _along_names(query: "Query") -> TextualSelect | None:
    """Ask along the names that a link leads to, each with its records; those without a link come last."""
    if (link := _link_of(query)) is None:
        return None
    (field, target), row = link, query.entity.name
    free = f"SELECT pk FROM {_by(query.entity, field)} WHERE {field} IS NULL AND {LIVE} ORDER BY {_then(query)}{row}.pk"  # noqa: S608
    linked = _linked(query, field, f"place_{target}")
    return _numbered(
        f"SELECT pk FROM (SELECT pk FROM ({linked}) UNION ALL SELECT pk FROM ({free})) LIMIT :limit",  # noqa: S608
        limit=_limit(query),
    )


def _link_of(query: "Query") -> tuple[str, str] | None:
    """Return the link by which a list is sorted along an index, and the kind of record that it leads to."""
    row = query.entity.name
    (field, _descending), *then = query.sort or (("", False),)
    if field not in ORDERED.get(row, ()) or then not in ([], [(NEWEST[row], True)]):
        return None
    type_ = query.entity.fields[field].type
    return (field, type_.entity) if isinstance(type_, Link) else None


def _linked(query: "Query", field: str, names: str) -> str:
    """Ask for those whose link is filled in, in the order of a table of places."""
    row, descending = query.entity.name, query.sort[0][1]
    return (
        f"SELECT {row}.pk AS pk FROM temp.{names} CROSS JOIN {_by(query.entity, field)}"  # noqa: S608
        f" WHERE {row}.{field} = {names}.id AND {row}.{LIVE}"
        f" ORDER BY {names}.{query.lang} {'DESC' if descending else 'ASC'}, {_then(query)}{row}.pk"
    )


def _then(query: "Query") -> str:
    return f"{NEWEST[query.entity.name]} DESC, " if len(query.sort) > 1 else ""
