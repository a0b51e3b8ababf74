"""Many rows into a table at once: what SQLAlchemy's insert does, without its work for each value."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Table, insert

from desktop_app.store.columns import to_file


def insert_rows(connection: Connection, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
    """Write rows, given as mappings from the names of all the table's columns."""
    dialect = connection.dialect
    statement = insert(table).compile(dialect=dialect)
    names: list[str] = statement.positiontup or []
    columns = [(name, to_file(table.c[name].type, dialect)) for name in names]
    lines = [
        tuple([turn(value) if turn and (value := row[name]) is not None else row[name] for name, turn in columns])
        for row in rows
    ]
    if lines:
        connection.exec_driver_sql(str(statement), lines)
