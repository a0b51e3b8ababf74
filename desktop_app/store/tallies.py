"""How often each value of a field stands among the records that a question finds: for groups, and for filters by value."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, literal_column, select

from desktop_app.domain.types import Link, Several
from desktop_app.domain.values import Value
from desktop_app.store.queries import Query, conditions_of, group_key
from desktop_app.store.tables import LINKED, TABLES


def tally(connection: Connection, query: Query, name: str, *, each: bool = False) -> list[tuple[Value, int]]:
    """Return the values of a field and how many records have each; with `each`, the members of several values apart."""
    table, type_ = TABLES[query.entity.name], query.entity.fields[name].type
    count = func.count().label("count")
    if each and isinstance(type_, Several):
        if isinstance(type_.of, Link):
            whose = and_(LINKED.c.tbl == query.entity.name, LINKED.c.field == name, LINKED.c.pk == table.c.pk)
            value: ColumnElement[Any] = LINKED.c.target
            asked = select(value, count).select_from(table.join(LINKED, whose))
        else:
            members = func.json_each(table.c[name]).table_valued("value")
            value = members.c.value
            asked = select(value, count).select_from(table).join(members, literal_column("1"))
    else:
        value = group_key(query.entity, name)
        asked = select(value.label("value"), count).select_from(table)
    lines = connection.execute(asked.where(*conditions_of(query)).group_by(value))
    return [(held, number) for held, number in lines]
