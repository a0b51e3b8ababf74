"""Hundreds of thousands of missions counted at once: as many as there are, less the few that stand aside.

Nearly all missions lead abroad and take place. The others have an index of their own; what is asked of them alone, and what
is to be left out of all, is read there. Any other question is left to be counted in the usual way.
"""

from collections import Counter

from sqlalchemy import ColumnElement, Connection, and_, func, not_, select, text

from desktop_app.domain.mission import MISSION, OFF, OUT
from desktop_app.domain.values import Value
from desktop_app.store import along, tallies
from desktop_app.store.journal import holds_links
from desktop_app.store.queries import Filter, Query, conditions_of, group_key
from desktop_app.store.tables import ASIDE, ASIDE_INDEX, COUNTED, LINKED, TABLES

TAKES_PLACE = Filter("status", "is_not", OFF)  # of missions
_TABLE = TABLES[MISSION.name]


def counts(connection: Connection, query: Query, name: str) -> dict[Value, int] | None:
    """Return how many missions have each value of a field, or name each member of it; None where nothing is won by it."""
    if query.entity is not MISSION or query.search or not (name in COUNTED or holds_links(MISSION, name)):
        return None
    direction = next((one for one in query.filters if one.field == "direction" and one.op == "is"), None)
    if any(one not in (TAKES_PLACE, direction) for one in query.filters):
        return None
    conditions = conditions_of(query)
    if direction and direction.value != OUT:
        return _count(connection, name, and_(*conditions))
    found = Counter(_of_all(connection, name))
    found.subtract(_count(connection, name, none_of(conditions)))
    return {value: count for value, count in found.items() if count > 0}


def none_of(conditions: list[ColumnElement[bool]]) -> ColumnElement[bool]:
    """Return the opposite of conditions, for records of which one is not known as well."""
    return not_(func.coalesce(and_(*conditions), 0)).self_group()


def _of_all(connection: Connection, name: str) -> dict[Value, int]:
    if not holds_links(MISSION, name):
        return dict(along.tally(connection, Query(MISSION), name) or ())
    whose = (LINKED.c.tbl == MISSION.name, LINKED.c.field == name)
    # Those that are gone are counted here, and among those that stand aside.
    return dict(connection.execute(select(LINKED.c.target, func.count()).where(*whose).group_by(LINKED.c.target)).all())


def _count(connection: Connection, name: str, which: ColumnElement[bool]) -> dict[Value, int]:
    """Count some of the missions that stand aside."""
    asked = select(group_key(MISSION, name)).where(which, _TABLE.c.gone == 0)
    if holds_links(MISSION, name):
        whose = and_(LINKED.c.tbl == MISSION.name, LINKED.c.field == name, LINKED.c.pk == _TABLE.c.pk)
        # Not an inner join: SQLite would go through all members and look for the mission of each.
        asked = select(LINKED.c.target).select_from(_TABLE.outerjoin(LINKED, whose)).where(which)
    aside = text(f"({ASIDE})")
    return tallies.counted(connection, asked.where(aside).with_hint(_TABLE, f"INDEXED BY {ASIDE_INDEX}", "sqlite"))
