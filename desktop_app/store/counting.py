"""How many records that a question finds have each value: of a field, of what a link leads to, of their parts."""

from collections import Counter
from typing import cast

from sqlalchemy import Connection, func, select

from desktop_app.domain import ENTITIES
from desktop_app.domain.leading import link_back
from desktop_app.domain.mission import MISSION
from desktop_app.domain.types import Day, Link
from desktop_app.domain.values import Value
from desktop_app.store import aside, tallies
from desktop_app.store.journal import holds_links
from desktop_app.store.queries import Query, conditions_of, group_key
from desktop_app.store.tables import LINKED, TABLES


def counts(connection: Connection, query: Query, by: str) -> dict[Value, int]:
    """Return how many records have each value of a field, of the record that a link leads to (partner.country), or of parts."""
    first, _, rest = by.partition(".")
    if not rest:
        return _own(connection, query, by)
    if first in query.entity.fields:
        return _led_to(connection, query, first, rest)
    return _of_parts(connection, query, first, rest)


def _own(connection: Connection, query: Query, name: str) -> dict[Value, int]:
    if (found := aside.counts(connection, query, name)) is not None:
        return found
    if holds_links(query.entity, name):
        return _of_members(connection, query, name)
    key, conditions = group_key(query.entity, name), conditions_of(query)
    if isinstance(query.entity.fields[name].type, Day):  # in whose order an index stands
        return dict(connection.execute(select(key, func.count()).where(*conditions).group_by(key)).all())
    return tallies.counted(connection, select(key).where(*conditions))


def _of_members(connection: Connection, query: Query, name: str) -> dict[Value, int]:
    """Count the members of a field that holds several links: a record counts with each of them."""
    table, conditions = TABLES[query.entity.name], conditions_of(query)
    members = select(LINKED.c.target, func.count()).where(LINKED.c.tbl == query.entity.name, LINKED.c.field == name)
    if _is_narrow(query):
        chosen = LINKED.c.pk.in_(select(table.c.pk).where(*conditions))
    else:
        chosen = LINKED.c.pk.not_in(select(table.c.pk).where(aside.none_of(conditions)))
    return dict(connection.execute(members.where(chosen).group_by(LINKED.c.target)).all())


def _led_to(connection: Connection, query: Query, link: str, field: str) -> dict[Value, int]:
    """Count by a field of the record that a link leads to."""
    type_ = query.entity.fields[link].type
    target = TABLES[ENTITIES[cast("Link", type_).entity].name]
    values = dict(connection.execute(select(target.c.id, target.c[field]).where(target.c.gone == 0)).all())
    found: Counter[Value] = Counter()
    for id_, count in _own(connection, query, link).items():
        if id_ in values and values[id_] is not None:
            found[values[id_]] += count
    return found


def _of_parts(connection: Connection, query: Query, part: str, field: str) -> dict[Value, int]:
    """Count by a field of the parts: a record counts once with each value."""
    table, parts = TABLES[query.entity.name], TABLES[part]
    back = link_back(ENTITIES[part], query.entity)
    joined = parts.join(table, table.c.id == parts.c[back])
    asked = select(parts.c[field], func.count(table.c.pk.distinct())).select_from(joined)
    conditions = (parts.c.gone == 0, parts.c[field].is_not(None), *conditions_of(query))
    return dict(connection.execute(asked.where(*conditions).group_by(parts.c[field])).all())


_NARROW = ("starts_on", "countries", "institute", "partner", "instrument", "unit")


def _is_narrow(query: Query) -> bool:
    """Whether few records answer a question: else those that don't are fewer."""
    narrow = any(one.field in _NARROW and one.op in ("is", "in", "from") for one in query.filters)
    return narrow or query.entity is not MISSION
