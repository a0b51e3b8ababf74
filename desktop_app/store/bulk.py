"""Many rows at once: what SQLAlchemy's statements do, without its work for each value."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Column, Connection, Dialect, Table, insert

from desktop_app.store.columns import Id, to_file
from desktop_app.store.giving_way import give_way, in_turn

# Fewer than SQLite takes in one statement.
_ASKED = 900
_AT_ONCE = 100


@cache
def _insertion(table: Table, dialect: Dialect) -> tuple[str, list[str]]:
    """Return how rows of a table are written, and the columns whose values it takes, in their order."""
    statement = insert(table).compile(dialect=dialect)
    return str(statement), statement.positiontup or []


def insert_rows(connection: Connection, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
    """Write rows, given as mappings from the names of all the table's columns."""
    statement, names = _insertion(table, connection.dialect)
    turns = [(place, to_file(table.c[name].type, connection.dialect)) for place, name in enumerate(names)]
    turned = [(place, turn) for place, turn in turns if turn]
    held = itemgetter(*names)
    lines = []
    for row in in_turn(rows):
        line = list(held(row))
        for place, turn in turned:
            if (value := line[place]) is not None:
                line[place] = turn(value)
        lines.append(tuple(line))
    write_lines(connection, statement, lines)


def write_lines(connection: Connection, statement: str, lines: Sequence[tuple[Any, ...]]) -> None:
    """Carry out one statement for many lines, some at a time: the screen's thread only runs in between."""
    for start in range(0, len(lines), _AT_ONCE):
        give_way()
        connection.exec_driver_sql(statement, list(lines[start : start + _AT_ONCE]))


def known(connection: Connection, column: Column[str], asked: Sequence[str]) -> set[str]:
    """Return which of some ids or references a column has already, those of deleted records included."""
    ids = isinstance(column.type, Id)
    return {line[0].hex() if ids else line[0] for line in _lines(connection, column, asked)}


def lines_of(connection: Connection, column: Column[str], asked: Sequence[str]) -> dict[str, int]:
    """Return the lines (`seq`) of a table in which some ids stand."""
    return {line[0].hex(): line[1] for line in _lines(connection, column, asked, "seq")}


def _lines(connection: Connection, column: Column[str], asked: Sequence[str], *more: str) -> Iterator[Any]:
    ids, names = isinstance(column.type, Id), ", ".join((column.name, *more))
    for start in range(0, len(asked), _ASKED):
        give_way()
        block = asked[start : start + _ASKED]
        marks = ",".join("?" * len(block))
        yield from connection.exec_driver_sql(
            f"SELECT {names} FROM {column.table.name} WHERE {column.name} IN ({marks})",  # noqa: S608
            tuple(bytes.fromhex(text) for text in block) if ids else tuple(block),
        ).all()
