"""The orders of long lists that indexes hold, each as one question: its first rows come at once, and all without sorting.

By the newest day, by a field, or value by value where people expect another order than that of the index: choices as they
are listed, countries by their names.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import INTEGER, ColumnElement, Connection, TextualSelect, bindparam, select, text
from sqlalchemy import column as sql_column

from desktop_app.domain.choices import choices
from desktop_app.domain.entity import Entity
from desktop_app.domain.types import Choice, Link, Several, Type
from desktop_app.domain.values import Value
from desktop_app.store.places import placed_lists
from desktop_app.store.tables import LIVE, NEWEST, ORDERED, TABLES, ordered_index

if TYPE_CHECKING:
    from desktop_app.store.queries import Query

# S608 below: names of our own tables, indexes and fields alone become part of a question.
_ALL = -1  # as SQLite calls no limit
_FEW = 400  # values
_MANY = 4_000  # lists of links
_AT_ONCE = (20, 400)  # values of which the first question asks, and each other one
_OPTIONS = 50  # more of them, as of currencies, stand by their codes


def in_order(connection: Connection, query: "Query") -> list[TextualSelect]:
    """Ask for all records of a list, or the first ones, in its order, one part after the other.

    Nothing where no index holds that order.
    """
    if newest_first(query):
        return [newest(query)]
    if link := link_of(query):
        return [_along_names(query, *link)]
    if (values := _values(connection, query)) is not None:
        return of_values(query, query.sort[0][0], values)
    asked = _along_field(query)
    return [] if asked is None else [asked]


def newest_first(query: "Query") -> bool:
    """Whether a list stands in its usual order."""
    return query.sort == ((NEWEST[query.entity.name], True),)


def newest(query: "Query") -> TextualSelect:
    """Ask for all records of a list, or the first ones, the newest first."""
    day = NEWEST[query.entity.name]
    index = by(query.entity, day)
    return _numbered(f"SELECT pk FROM {index} WHERE {LIVE} ORDER BY {day} DESC, pk LIMIT :limit", limit=_limit(query))  # noqa: S608


def by(entity: Entity, field: str) -> str:
    """Return a kind of record with the index that holds it in the order of a field."""
    return f"{entity.name} INDEXED BY {ordered_index(entity.name, field)}"


# Value by value --------------------------------------------------------------------------------------------------------


def ranks(type_: Type) -> dict[str, int]:
    """Return the places of choices in the order in which people see them; none where they stand by their codes."""
    options = choices(type_.list) if isinstance(type_, Choice) else {}
    return {code: place for place, code in enumerate(options)} if len(options) <= _OPTIONS else {}


def linked_lists(entity: Entity, field: str) -> str | None:
    """Return the kind of record to which a list of links leads."""
    type_ = entity.fields[field].type
    return type_.of.entity if isinstance(type_, Several) and isinstance(type_.of, Link) else None


def of_value(query: "Query", field: str, value: Value) -> TextualSelect:
    """Ask for the records of one value, newest first."""
    (asked,) = of_values(query, field, (value,))
    return asked


def of_values(query: "Query", field: str, values: Sequence[Value]) -> list[TextualSelect]:
    """Ask for the records of one value after the other, each the newest first, by few questions of which the first is short."""
    entity, type_ = query.entity, TABLES[query.entity.name].c[field].type
    day = "" if [name for name, _falls in query.sort] == [field] else f"{NEWEST[entity.name]} DESC, "
    found, first, size = [], 0, _AT_ONCE[0]
    while some := values[first : first + size]:
        parts = [
            f"SELECT pk FROM (SELECT pk FROM {by(entity, field)} WHERE {LIVE}"  # noqa: S608
            f" AND {field} {'IS NULL' if value is None else f'= :value{number}'} ORDER BY {day}pk LIMIT :limit)"
            for number, value in enumerate(some)
        ]
        asked = _numbered(f"{' UNION ALL '.join(parts)} LIMIT :limit", limit=_limit(query))
        given = [(f"value{number}", value) for number, value in enumerate(some) if value is not None]
        found.append(asked.bindparams(*(bindparam(name, value, type_=type_) for name, value in given)))
        first, size = first + size, _AT_ONCE[1]
    return found


def _values(connection: Connection, query: "Query") -> list[Value] | None:
    """Return the few values of the field by which a list is sorted, in its order; None where it is read along the index."""
    entity, (field, descending), *then = query.entity, *(query.sort or (("", False),))
    newest = [(NEWEST[entity.name], True)]
    if not field or field == NEWEST[entity.name] or then not in ([], newest):
        return None
    if lists := linked_lists(entity, field):
        held = _by_names(connection, query, field, lists)
        return [*held, None] if len(held) < _MANY else None
    known = ranks(entity.fields[field].type)
    # What falls is read along the index as well, but then equals are sorted: only the first ones are there at once.
    falls = descending and then == newest and query.limit is None and not entity.fields[field].key
    if not (known or falls) or (values := distinct(connection, entity, field)) is None:
        return None
    if known:  # those that no list knows come after it, as in SQL
        values.sort(key=lambda value: known.get(str(value), len(known)))
    return [*(reversed(values) if descending else values), None]


def distinct(connection: Connection, entity: Entity, field: str, fewer_than: int = _FEW) -> list[Value] | None:
    """Return the values of a field, rising, in as many steps as there are; None where they are many."""
    index = by(entity, field)
    first = f"SELECT min({field}) FROM {index} WHERE {LIVE}"  # noqa: S608
    asked = text(
        f"WITH RECURSIVE held(value) AS ({first} UNION ALL SELECT ({first} AND {field} > held.value) FROM held"  # noqa: S608
        " WHERE held.value IS NOT NULL LIMIT :limit) SELECT value FROM held WHERE value IS NOT NULL"
    )
    typed = asked.bindparams(limit=fewer_than).columns(sql_column("value", TABLES[entity.name].c[field].type))
    found = [value for (value,) in connection.execute(typed)]
    return found if len(found) < fewer_than else None


def _by_names(connection: Connection, query: "Query", field: str, target: str) -> list[Value]:
    """Return the lists of links that a field holds, by the first of the names that each leads to."""
    held = placed_lists(query.entity, field, target, query.lang)
    asked = select(held.c.held).order_by(*sorted_by((held.c.place, held.c.held), descending=query.sort[0][1]))
    return list(connection.scalars(asked))


def sorted_by(keys: Sequence[ColumnElement[Any]], *, descending: bool) -> list[ColumnElement[Any]]:
    """Return an order by some keys, each rising or falling, in which what a key does not know comes last."""
    if descending:
        return [key.desc() for key in keys]
    return [part for key in keys for part in (key.is_(None), key)]


# Along one index -------------------------------------------------------------------------------------------------------


def _along_field(query: "Query") -> TextualSelect | None:
    """Ask for all records of a list, or the first ones, in the order of a field, equals newest first."""
    entity, day = query.entity, NEWEST[query.entity.name]
    (field, descending), *then = query.sort or (("", False),)
    if not field or then not in ([], [(day, True)]) or ranks(entity.fields[field].type) or linked_lists(entity, field):
        return None
    order = f"{field} DESC" if descending else f"{field} ASC NULLS LAST"
    equals = f", {day} DESC" if then else ""
    asked = f"SELECT pk FROM {by(entity, field)} WHERE {LIVE} ORDER BY {order}{equals}, pk LIMIT :limit"  # noqa: S608
    return _numbered(asked, limit=_limit(query))


# Along names -----------------------------------------------------------------------------------------------------------


def link_of(query: "Query") -> tuple[str, str] | None:
    """Return the link by which a list is sorted along an index, and the kind of record that it leads to."""
    row = query.entity.name
    (field, _descending), *then = query.sort or (("", False),)
    if field not in ORDERED.get(row, ()) or then not in ([], [(NEWEST[row], True)]):
        return None
    type_ = query.entity.fields[field].type
    return (field, type_.entity) if isinstance(type_, Link) else None


def first_along_names(query: "Query", field: str, names: str) -> TextualSelect:
    """Ask for the first records along a table of places that holds some names alone."""
    return _numbered(f"{_linked(query, field, names)} LIMIT :limit", limit=_limit(query))


def _along_names(query: "Query", field: str, target: str) -> TextualSelect:
    """Ask along the names that a link leads to, each with its records; those without a link come last."""
    row = query.entity.name
    free = f"SELECT pk FROM {by(query.entity, field)} WHERE {field} IS NULL AND {LIVE} ORDER BY {_then(query)}{row}.pk"  # noqa: S608
    linked = _linked(query, field, f"place_{target}")
    return _numbered(
        f"SELECT pk FROM (SELECT pk FROM ({linked}) UNION ALL SELECT pk FROM ({free})) LIMIT :limit",  # noqa: S608
        limit=_limit(query),
    )


def _linked(query: "Query", field: str, names: str) -> str:
    """Ask for those whose link is filled in, in the order of a table of places."""
    row, descending = query.entity.name, query.sort[0][1]
    return (
        f"SELECT {row}.pk AS pk FROM temp.{names} CROSS JOIN {by(query.entity, field)}"  # noqa: S608
        f" WHERE {row}.{field} = {names}.id AND {row}.{LIVE}"
        f" ORDER BY {names}.{query.lang} {'DESC' if descending else 'ASC'}, {_then(query)}{row}.pk"
    )


def _then(query: "Query") -> str:
    return f"{NEWEST[query.entity.name]} DESC, " if len(query.sort) > 1 else ""


def _numbered(asked: str, **values: Any) -> TextualSelect:
    return text(asked).bindparams(**values).columns(sql_column("pk", INTEGER))


def _limit(query: "Query") -> int:
    return _ALL if query.limit is None else query.limit
