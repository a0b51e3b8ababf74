"""Whether the tables show what the journal says: in SQL for records that nobody changed since, by a fold for the others."""

from collections.abc import Iterator, Mapping
from functools import singledispatch

from sqlalchemy import Connection, select

from desktop_app.domain.entity import Entity
from desktop_app.domain.types import Amount, Link, Type
from desktop_app.store import journal, uniting
from desktop_app.store.fold import RecordFold
from desktop_app.store.refold import voided_among
from desktop_app.store.tables import BORN, TABLES

_NOT_UNITED = " AND held.gone <> 2 AND held.id NOT IN (SELECT shown_as FROM united)"
_LINKED_TO_UNITED = "SELECT pk FROM linked WHERE tbl = '{tbl}' AND target IN (SELECT shown_as FROM united)"


def strangers(connection: Connection, entity: Entity) -> int:
    """Return how many records of an entity do not show what the journal says of them."""
    united = uniting.shown_as(connection)
    return _unlike_their_birth(connection, entity, united=bool(united)) + sum(
        _unlike_their_changes(connection, entity, rows, united) for rows in _changed(connection, entity, united)
    )


def loose_members(connection: Connection, entity: Entity) -> int:
    """Return by how many the members of sets of links differ from the lists that hold them."""
    counted = [f"coalesce(sum(json_array_length({name})), 0)" for name in journal.linked_fields(entity)]
    if not counted:
        return 0
    listed = connection.exec_driver_sql(f"SELECT {' + '.join(counted)} FROM {entity.name}").scalar_one()  # noqa: S608
    linked = connection.exec_driver_sql("SELECT count(*) FROM linked WHERE tbl = ?", (entity.name,)).scalar_one()
    return abs(int(listed) - int(linked))


def _unlike_their_birth(connection: Connection, entity: Entity, *, united: bool) -> int:
    # Links lead to the record that is shown; records with several of them are folded instead.
    told = _led if united else _told
    different = " OR ".join(
        f"{_as_told(field.type, _column(field.name))} IS NOT {told(field.type, field.name)}" for field in entity
    )
    aside = _NOT_UNITED if united else ""
    if united and journal.linked_fields(entity):
        aside += f" AND held.pk NOT IN ({_LINKED_TO_UNITED.format(tbl=entity.name)})"
    found = connection.exec_driver_sql(
        f"SELECT count(*) FROM {entity.name} AS held JOIN change AS born ON born.row = held.id AND born.kind = {BORN}"  # noqa: S608
        " WHERE NOT EXISTS (SELECT 1 FROM change AS other WHERE other.row = held.id AND other.seq <> born.seq)"
        f" AND born.id NOT IN (SELECT id FROM voided) AND (held.gone <> 0 OR {different}){aside}"
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


def _led(type_: Type, name: str) -> str:
    held = _told(type_, name)
    if not isinstance(type_, Link):
        return held
    return f"coalesce((SELECT lower(hex(u.shown_as)) FROM united AS u WHERE u.id = unhex({held})), {held})"  # noqa: S608


def _changed(connection: Connection, entity: Entity, united: Mapping[str, str]) -> Iterator[list[str]]:
    """Yield the records that have more than a birth, whose birth was taken back, or that are one with another."""
    asked = connection.exec_driver_sql(
        "SELECT row FROM change WHERE tbl = ? GROUP BY row HAVING count(*) > 1 OR max(id IN (SELECT id FROM voided))",
        (entity.name,),
    )
    rows = {row.hex() for (row,) in asked} - united.keys()
    if united:
        rows |= set(united.values())
        linked = _LINKED_TO_UNITED.format(tbl=entity.name)
        lines = connection.exec_driver_sql(f"SELECT id FROM {entity.name} WHERE pk IN ({linked})")  # noqa: S608
        rows |= {row.hex() for (row,) in lines} - united.keys()
    return journal.blocks(sorted(rows))


def _unlike_their_changes(connection: Connection, entity: Entity, rows: list[str], united: Mapping[str, str]) -> int:
    histories = uniting.histories(connection, rows)
    voided = voided_among(connection, (change.id for held in histories.values() for change in held))
    table, count = TABLES[entity.name], 0
    for line in connection.execute(select(table).where(table.c.id.in_(rows))).mappings():
        record = RecordFold(entity, histories[line["id"]], voided, united)
        told = {**record.values(), "gone": int(record.gone())}
        count += any(line[name] != value for name, value in told.items())
    return count
