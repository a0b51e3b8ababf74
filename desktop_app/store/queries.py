"""Questions to the base: filters, search and sort as data, answered as ordered row numbers and pages."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import (
    INTEGER,
    TEXT,
    BindParameter,
    Boolean,
    ColumnElement,
    Connection,
    Select,
    and_,
    case,
    exists,
    func,
    not_,
    or_,
    select,
    type_coerce,
    values,
)
from sqlalchemy import cast as cast_to
from sqlalchemy import column as sql_column
from sqlalchemy import table as sql_table
from sqlalchemy.exc import DatabaseError
from sqlalchemy.types import TypeEngine

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity, Field
from desktop_app.domain.leading import BY_FILE, OF_UNIT, field_at, link_back
from desktop_app.domain.refused import Refused
from desktop_app.domain.types import Code, Day, Link, Several, Text, Type
from desktop_app.domain.values import Value
from desktop_app.store import along, composed, orders, rows
from desktop_app.store.by_file import changed_by
from desktop_app.store.columns import Hundredths, Id
from desktop_app.store.driver import read_engine
from desktop_app.store.lines import as_records
from desktop_app.store.of_unit import of_units
from desktop_app.store.packing import packed
from desktop_app.store.places import place_of, placed_lists
from desktop_app.store.rows import IDS
from desktop_app.store.search import match_in, match_of
from desktop_app.store.tables import LINKED, ORDERED, SEARCHED, TABLES, UNITED

if TYPE_CHECKING:
    from array import array

_SHOWN_AS = select(UNITED.c.id, UNITED.c.shown_as).where(UNITED.c.id.in_(IDS))


@dataclass(frozen=True, slots=True)
class Filter:
    """One condition.

    `op`: is, is_not, in, contains, from (≥), until (≤), between (both, a pair), still (≥ or empty: not over by then),
    empty, filled, same (in the same group as a value). `field` may lead through a link (partner.country: of the partner
    of a mission) or to parts (party.partner: of the parties of an instrument, one of which must do).
    """

    field: str
    op: str
    value: Value | tuple[Value, ...] = None


@dataclass(frozen=True, slots=True)
class Query:
    """Which records of an entity, in which order."""

    entity: Entity
    filters: tuple[Filter, ...] = ()
    search: str = ""
    sort: tuple[tuple[str, bool], ...] = ()  # (field, descending)
    limit: int | None = None
    gather: tuple[str, tuple[Value, ...]] | None = None  # (field, its values in order): rows of the same stand together
    lang: str = "fr"  # in which linked records are put in order by their names

    def where(self, *filters: Filter) -> "Query":
        """Return the same question with more conditions."""
        return replace(self, filters=self.filters + filters)


def row_numbers(connection: Connection, query: Query) -> "array[int]":
    """Return the row numbers of the records that a question finds, in order."""
    match = match_in(connection, query.entity.name, query.search) if query.entity.name in SEARCHED else None
    if (held := along.row_numbers(connection, query, match)) is not None:
        return held
    if query.entity.name in ORDERED:
        from desktop_app.store import sifting

        if (sifted := sifting.row_numbers(connection, query, match)) is not None:
            return sifted
    return packed(connection, statement(query, match))


def count(connection: Connection, query: Query) -> int:
    """Return how many records a question finds."""
    if query.entity.name in ORDERED and not query.filters and not query.search:
        return along.count(connection, query.entity)
    asked = statement(replace(query, sort=(), limit=None, gather=None)).subquery()
    return connection.scalar(select(func.count()).select_from(asked)) or 0


def columns(connection: Connection, query: Query, names: Sequence[str]) -> list[tuple[Any, ...]]:
    """Return only some fields of the records that a question finds, in no order."""
    table = TABLES[query.entity.name]
    lines = connection.execute(select(*(table.c[name] for name in names)).where(*conditions_of(query)))
    # All at once: asked for one by one, thousands take twice as long.
    return [tuple(line) for line in lines.all()]


def page(connection: Connection, entity: Entity, numbers: Sequence[int]) -> list[dict[str, Value]]:
    """Return the records of some row numbers, in the order asked; those that are gone since are left out."""
    found: dict[int, dict[str, Value]] = {}
    for start in range(0, len(numbers), 500):
        lines = connection.execute(rows.numbered(entity.name), {"numbers": list(numbers[start : start + 500])})
        found.update((record["pk"], record) for record in as_records(lines))
    return [found[number] for number in numbers if number in found]


def statement(query: Query, match: str | None = None) -> Select[int]:
    """Return the question as SQL: the row numbers in order. `match`: what it asks of the search index, if that is known."""
    table = TABLES[query.entity.name]
    match = match or _match_of(query)
    if match and not query.filters and not query.sort and not query.gather:
        # What is gone is not in the index: the first rows come at once, however many match.
        found = matching(query.entity.name, match)
        return found.limit(query.limit) if query.limit else found
    asked = select(table.c.pk).where(*conditions_of(query, match))
    if query.gather:
        asked = asked.order_by(*_gathered(query.entity, *query.gather))
    for field, descending in query.sort:
        asked = asked.order_by(*orders.sorted_by(keys_of(query, field), descending=descending))
    return asked.order_by(table.c.pk).limit(query.limit) if query.limit else asked.order_by(table.c.pk)


def _match_of(query: Query) -> str | None:
    return match_of(query.search) if query.entity.name in SEARCHED else None


def conditions_of(query: Query, match: str | None = None) -> list[ColumnElement[bool]]:
    """Return what a question asks of a record, as SQL."""
    table = TABLES[query.entity.name]
    found: list[ColumnElement[bool]] = [table.c.gone == 0]
    if match := match or _match_of(query):
        found.append(table.c.pk.in_(matching(query.entity.name, match)))
    return found + [_condition(query.entity, condition) for condition in query.filters]


def group_key(entity: Entity, name: str) -> ColumnElement[Any]:
    """Return what records are gathered by: the value of a field, of a day its year."""
    column: ColumnElement[Any] = TABLES[entity.name].c[name]
    return func.substr(column, 1, along.YEAR, type_=TEXT) if isinstance(entity.fields[name].type, Day) else column


def _gathered(entity: Entity, name: str, order: tuple[Value, ...]) -> list[ColumnElement[Any]]:
    """Return the order of the rows by a field's values in the order given; what is not filled in comes last."""
    key = group_key(entity, name)
    kept = [(value, place) for place, value in enumerate(order) if value is not None]
    if not kept:
        return [key]
    given = values(sql_column("value", key.type), sql_column("place", INTEGER), name="given").data(kept).cte("given")
    # Numbered by a window and of the column's own type: else SQLite looks every row's value up by trying all of them.
    place = func.row_number().over(order_by=given.c.place).label("place")
    places = select(_of_column(given.c.value, key.type).label("value"), place).subquery()
    found = select(places.c.place).where(places.c.value == key).scalar_subquery()
    return [func.coalesce(found, len(kept) + 1)]


def _of_column(value: ColumnElement[Any], type_: TypeEngine[Any]) -> ColumnElement[Any]:
    if isinstance(type_, Id):
        return value
    whole = isinstance(type_, INTEGER | Boolean | Hundredths)
    return type_coerce(cast_to(type_coerce(value, INTEGER if whole else TEXT), INTEGER if whole else TEXT), type_)


def matching(name: str, match: str | BindParameter[str]) -> Select[int]:
    """Return the row numbers that a full-text question finds, in the order of the rows."""
    index = sql_table(f"search_{name}", sql_column("rowid", INTEGER), sql_column(f"search_{name}", TEXT))
    return select(index.c.rowid).where(index.c[f"search_{name}"].op("MATCH")(match))


def _through(entity: Entity, condition: Filter) -> ColumnElement[bool]:
    """Return a condition on the record that a link leads to, or on one of the parts that link to this record."""
    first, _, rest = condition.field.partition(".")
    table, inner = TABLES[entity.name], replace(condition, field=rest)
    if first in entity.fields:
        type_ = entity.fields[first].type
        target = ENTITIES[type_.entity] if isinstance(type_, Link) else entity
        linked = TABLES[target.name]
        found = select(linked.c.id).where(linked.c.gone == 0, _condition(target, inner))
        return cast("ColumnElement[bool]", table.c[first].in_(found))
    part, parts = ENTITIES[first], TABLES[first]
    owners = select(parts.c[link_back(part, entity)]).where(parts.c.gone == 0, _condition(part, inner))
    return table.c.id.in_(owners)


# What no field holds.
_TOLD: dict[str, Callable[[Entity, Any], ColumnElement[bool]]] = {
    BY_FILE.name: lambda entity, value: changed_by(entity, str(value)),
    OF_UNIT.name: lambda _instrument, value: of_units(value),
}


def _condition(entity: Entity, condition: Filter) -> ColumnElement[bool]:
    if condition.field in _TOLD:
        return _TOLD[condition.field](entity, condition.value)
    if "." in condition.field:
        return _through(entity, condition)
    field = entity.fields[condition.field]
    column: ColumnElement[Any] = TABLES[entity.name].c[field.name]
    value, op = condition.value, condition.op
    if op == "empty" or (op == "is" and value is None):
        return or_(column.is_(None), column == "") if isinstance(field.type, Text) else column.is_(None)
    if op == "same":
        return column.is_(None) if value is None else _compared(column, field.type, "is", value)
    if op == "filled":
        return not_(_condition(entity, Filter(field.name, "empty")))
    if op in ("between", "in", "is_not", "lasts"):
        return _composed(entity, field, op, value if isinstance(value, tuple) else (value,))
    if isinstance(field.type, Several):
        return _member(entity, field.name, field.type, op, str(value))
    return _compared(column, field.type, op, value)


def lasting(entity: Entity, end: str, day: str) -> ColumnElement[bool]:
    """Return the condition that something is not over before a day: what has no end is over on the day when it starts."""
    columns = TABLES[entity.name].c
    start = columns[entity.groups[end][0]]
    reach = [or_(column >= day, column.in_((day[:4], day[:7]))) for column in (columns[end], start)]
    return or_(reach[0], and_(columns[end].is_(None), reach[1]))


def _composed(entity: Entity, field: Field, op: str, options: tuple[Value, ...]) -> ColumnElement[bool]:
    """Return a condition that is made of simpler ones."""
    column: ColumnElement[Any] = TABLES[entity.name].c[field.name]
    if op == "lasts":
        return lasting(entity, field.name, str(options[0]))
    if op == "between":
        ends = (("from", options[0]), ("until", options[-1]))
        return and_(*(_condition(entity, Filter(field.name, end, held)) for end, held in ends))
    if op == "in":
        if None not in options and not isinstance(field.type, Several | Day):
            return column.in_(options)
        if isinstance(field.type, Several) and isinstance(field.type.of, Link) and None not in options:
            return TABLES[entity.name].c.pk.in_(_owners(entity, field.name, [str(option) for option in options]))
        return or_(*(_condition(entity, Filter(field.name, "is", option)) for option in options))
    same = _composed(entity, field, "in", options)
    # What is not filled in is none of these values, unless it was named as one.
    return not_(same) if None in options else or_(column.is_(None), not_(same))


def _compared(
    column: ColumnElement[Any], type_: Type, op: str, value: Value | tuple[Value, ...]
) -> ColumnElement[bool]:
    # A day is text whose length is its precision: 2025 covers 2025-11-24.
    if op == "contains":
        return column.contains(str(value), autoescape=True)
    if op == "is" and isinstance(type_, Day):
        return column.between(value, f"{value}\uffff")
    if op == "from":
        return column >= value
    if op == "until":
        return column <= (f"{value}\uffff" if isinstance(type_, Day) else value)
    if op == "still":
        # What ends in 2026 is not over in November 2026.
        return or_(column.is_(None), column >= value, column.in_((str(value)[:4], str(value)[:7])))
    if op == "is":
        return column == value
    raise LookupError(op)


def _member(entity: Entity, name: str, type_: Several, op: str, value: str) -> ColumnElement[bool]:
    table = TABLES[entity.name]
    if isinstance(type_.of, Link):
        return table.c.pk.in_(_owners(entity, name, [value]))
    each = func.json_each(table.c[name]).table_valued("value")
    test = each.c.value.contains(value, autoescape=True) if op == "contains" else each.c.value == value
    return exists(select(1).select_from(each).where(test).correlate(table))


def _owners(entity: Entity, name: str, targets: Sequence[str]) -> Select[int]:
    """Return the row numbers of the records whose field holds a link to one of some others."""
    held = (LINKED.c.tbl == entity.name, LINKED.c.field == name, LINKED.c.target.in_(targets))
    return select(LINKED.c.pk).where(*held)


def keys_of(query: Query, name: str) -> list[ColumnElement[Any]]:
    """Return what a field is sorted by: names of linked records, choices as they are listed, else its values."""
    if name in composed.COMPOSED:
        return composed.keys(name, query.lang)
    entity = query.entity
    column: ColumnElement[Any] = TABLES[entity.name].c[name]
    type_ = entity.fields[name].type
    if isinstance(type_, Link):
        return [place_of(type_.entity, column, query.lang)]
    if target := orders.linked_lists(entity, name):
        held = placed_lists(entity, name, target, query.lang)
        return [select(held.c.place).where(held.c.held == column).scalar_subquery(), column]
    if known := orders.ranks(type_):
        return [case(known, value=column, else_=column)]  # words come after figures
    if isinstance(type_, Text | Code) and entity.name != "mission":
        # Accents sort beside their letters; a million missions sort by bytes instead, which is fast.
        return [column.collate("WORDS")]
    return [column]


def linked_by(entity: Entity, fields: Iterable[str]) -> set[str]:
    """Return the kinds of records that some fields link to, whose names then put rows in order."""
    types = (field_at(entity, name).type for name in fields)
    links = (type_.of if isinstance(type_, Several) else type_ for type_ in types)
    return {type_.entity for type_ in links if isinstance(type_, Link)}


def one(connection: Connection, entity: Entity, id_: str) -> dict[str, Value] | None:
    """Return a record by its id; None where it is not there or was deleted."""
    line = connection.execute(rows.alive(entity.name), {"of": id_}).mappings().one_or_none()
    if line is None and (same := shown_as(connection, [id_])):
        return one(connection, entity, same[id_])
    return dict(line) if line else None


def shown_as(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """Return, for records that are shown as another one, that other one: old references lead there for ever."""
    return dict(connection.execute(_SHOWN_AS, {"ids": list(ids)}).all())


def many(connection: Connection, entity: Entity, ids: Iterable[str]) -> dict[str, dict[str, Value]]:
    """Return the records of some ids that are not deleted, by id."""
    wanted, found = list(ids), dict[str, dict[str, Value]]()
    for start in range(0, len(wanted), 500):
        lines = connection.execute(rows.many_alive(entity.name), {"ids": wanted[start : start + 500]})
        found.update((record["id"], record) for record in as_records(lines))
    missing = [id_ for id_ in wanted if id_ not in found]
    for start in range(0, len(missing), 500):
        if same := shown_as(connection, missing[start : start + 500]):
            held = many(connection, entity, set(same.values()))
            found |= {id_: held[other] for id_, other in same.items() if other in held}
    return found


def reading_connection(path: Path) -> Connection:
    """Return a new connection that only reads, on a base in use, at rest or on a read-only disk."""
    connection = read_engine(path).connect()
    try:
        connection.exec_driver_sql("SELECT 1 FROM sqlite_master LIMIT 1")
    except (DatabaseError, Refused):
        connection.close()
        connection = read_engine(path, immutable=True).connect()
    return connection
