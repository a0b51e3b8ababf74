"""Whether the tables show what the journal says: in SQL for records that nobody changed since, by a fold for the others."""

from collections.abc import Iterator
from functools import singledispatch

from sqlalchemy import Connection, select

from desktop_app.domain.entity import Entity
from desktop_app.domain.types import Amount, Link, Type
from desktop_app.store import journal
from desktop_app.store.fold import RecordFold
from desktop_app.store.refold import voided_among
from desktop_app.store.tables import BORN, TABLES


def strangers(connection: Connection, entity: Entity) -> int:
    """Return how many records of an entity do not show what the journal says of them."""
    return _unlike_their_birth(connection, entity) + sum(
        _unlike_their_changes(connection, entity, rows) for rows in _changed(connection, entity)
    )


def loose_members(connection: Connection, entity: Entity) -> int:
    """Return by how many the members of sets of links differ from the lists that hold them."""
    counted = [f"coalesce(sum(json_array_length({name})), 0)" for name in journal.linked_fields(entity)]
    if not counted:
        return 0
    listed = connection.exec_driver_sql(f"SELECT {' + '.join(counted)} FROM {entity.name}").scalar_one()  # noqa: S608
    linked = connection.exec_driver_sql("SELECT count(*) FROM linked WHERE tbl = ?", (entity.name,)).scalar_one()
    return abs(int(listed) - int(linked))


def _unlike_their_birth(connection: Connection, entity: Entity) -> int:
    different = " OR ".join(
        f"{_as_told(field.type, _column(field.name))} IS NOT {_told(field.type, field.name)}" for field in entity
    )
    found = connection.exec_driver_sql(
        f"SELECT count(*) FROM {entity.name} AS held JOIN change AS born ON born.row = held.id AND born.kind = {BORN}"  # noqa: S608
        " WHERE NOT EXISTS (SELECT 1 FROM change AS other WHERE other.row = held.id AND other.seq <> born.seq)"
        f" AND born.id NOT IN (SELECT id FROM voided) AND (held.gone <> 0 OR {different})"
    )
    return int(found.scalar_one())


def _column(name: str) -> str:
    return f'held."{name}"'


@singledispatch
def _as_told(_type: Type, column: str) -> str:
    """Return the column as the journal writes its type."""
    return column


@_as_told.register
def _(_type: Link, column: str) -> str:
    return f"iif({column} IS NULL, NULL, lower(hex({column})))"


def _told(type_: Type, name: str) -> str:
    held = f"json_extract(born.value, '$.{name}')"
    return f"CAST(round(CAST({held} AS REAL) * 100) AS INTEGER)" if isinstance(type_, Amount) else held


def _changed(connection: Connection, entity: Entity) -> Iterator[list[str]]:
    """Yield the records that have more than a birth, or whose birth was taken back."""
    asked = connection.exec_driver_sql(
        "SELECT row FROM change WHERE tbl = ? GROUP BY row HAVING count(*) > 1 OR max(id IN (SELECT id FROM voided))",
        (entity.name,),
    )
    return journal.blocks([row.hex() for (row,) in asked])


def _unlike_their_changes(connection: Connection, entity: Entity, rows: list[str]) -> int:
    histories = journal.changes_of_each(connection, rows)
    voided = voided_among(connection, (change.id for held in histories.values() for change in held))
    table, count = TABLES[entity.name], 0
    for line in connection.execute(select(table).where(table.c.id.in_(rows))).mappings():
        record = RecordFold(entity, histories[line["id"]], voided)
        told = {**record.values(), "gone": int(record.gone())}
        count += any(line[name] != value for name, value in told.items())
    return count
