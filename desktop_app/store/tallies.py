"""How often each value of a field stands among the records that a question finds: for groups, and for filters by value."""

from collections import Counter
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import ColumnElement, Connection, Select, and_, func, literal_column, select

from desktop_app.domain.types import Link, Several
from desktop_app.domain.values import Value
from desktop_app.store import along
from desktop_app.store.queries import Query, conditions_of, group_key
from desktop_app.store.tables import LINKED, TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable


def tally(connection: Connection, query: Query, name: str, *, each: bool = False) -> list[tuple[Value, int]]:
    """Return the values of a field and how many records have each; with `each`, the members of several values apart."""
    table, type_ = TABLES[query.entity.name], query.entity.fields[name].type
    if (held := along.tally(connection, query, name)) is not None:
        return held
    if not each or not isinstance(type_, Several):
        key = group_key(query.entity, name)
        return list(counted(connection, select(key).select_from(table).where(*conditions_of(query))).items())
    count = func.count().label("count")
    if isinstance(type_.of, Link):
        whose = and_(LINKED.c.tbl == query.entity.name, LINKED.c.field == name, LINKED.c.pk == table.c.pk)
        value: ColumnElement[Any] = LINKED.c.target
        asked = select(value, count).select_from(table.join(LINKED, whose))
    else:
        members = func.json_each(table.c[name]).table_valued("value")
        value = members.c.value
        asked = select(value, count).select_from(table).join(members, literal_column("1"))
    lines = connection.execute(asked.where(*conditions_of(query)).group_by(value))
    return [(held, number) for held, number in lines]


def counted(connection: Connection, asked: Select[Any]) -> dict[Value, int]:
    """Count equal values of one column: SQLite would sort hundreds of thousands of them first, which takes far longer."""
    lines = connection.execute(asked)
    # The driver's own rows, which need no Row objects around them.
    rows = cast("Iterable[tuple[Any]]", lines.cursor or ())  # type: ignore[truthy-bool] # None once a result is closed
    tally_ = Counter(rows)
    lines.close()
    said = asked.selected_columns[0].type.dialect_impl(connection.dialect).result_processor(connection.dialect, None)
    return {said(value) if said and value is not None else value: count for (value,), count in tally_.items()}
