"""What is asked of the table of an entity again and again: made once, as that takes longer than answering."""

from functools import cache
from typing import Any

from sqlalchemy import BindParameter, Select, bindparam, select

from desktop_app.store.tables import TABLES

# What a question that is made once asks of, told when it is put: one id or key, some ids, some row numbers.
OF: BindParameter[Any] = bindparam("of")
IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_NUMBERS: BindParameter[Any] = bindparam("numbers", expanding=True)


@cache
def one(name: str) -> Select[Any]:
    """Ask for the record of an id (`of`)."""
    table = TABLES[name]
    return select(table).where(table.c.id == OF)


@cache
def alive(name: str) -> Select[Any]:
    """Ask for the record of an id (`of`), unless it is gone."""
    return one(name).where(TABLES[name].c.gone == 0)


@cache
def many(name: str) -> Select[Any]:
    """Ask for the records of some `ids`."""
    table = TABLES[name]
    return select(table).where(table.c.id.in_(IDS))


@cache
def many_alive(name: str) -> Select[Any]:
    """Ask for the records of some `ids` that are not gone."""
    return many(name).where(TABLES[name].c.gone == 0)


@cache
def numbered(name: str) -> Select[Any]:
    """Ask for the records of some row `numbers`."""
    table = TABLES[name]
    return select(table).where(table.c.pk.in_(_NUMBERS))


@cache
def some(name: str, *columns: str) -> Select[Any]:
    """Ask for some columns of the records of some `ids`."""
    table = TABLES[name]
    return select(*(table.c[column] for column in columns)).where(table.c.id.in_(IDS))
