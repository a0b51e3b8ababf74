"""The search index kept in step: what changed, and what is found by the name of what changed, is indexed again."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Select, select

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity
from desktop_app.domain.types import Link
from desktop_app.store import journal, rows
from desktop_app.store.bulk import write_lines
from desktop_app.store.names import link_target
from desktop_app.store.rows import IDS
from desktop_app.store.search import searched
from desktop_app.store.tables import LINKED, SEARCHED, TABLES

if TYPE_CHECKING:
    from desktop_app.domain.values import Record
    from desktop_app.store.base import Store


def refresh_search(
    store: "Store", connection: Connection, touched: Mapping[str, Iterable[str]], renamed: Mapping[str, Iterable[str]]
) -> None:
    """Index again records that changed, and those that are found by the names of the records renamed."""
    store.writing_names.forget(id_ for ids in (*touched.values(), *renamed.values()) for id_ in ids)
    numbers = {name: dict.fromkeys(_numbers(connection, name, ids)) for name, ids in touched.items()}
    for searched_name in SEARCHED:
        entity, found = ENTITIES[searched_name], numbers.get(searched_name, {})
        for name, ids in renamed.items():
            found |= dict.fromkeys(pk for _id, _target, pk in linked_to(connection, entity, name, ids))
        _index(store, connection, entity, list(found))


def _numbers(connection: Connection, name: str, ids: Iterable[str]) -> list[int]:
    return [pk for block in journal.blocks(ids) for pk in connection.scalars(rows.some(name, "pk"), {"ids": block})]


def linked_to(
    connection: Connection, entity: Entity, target: str, ids: Iterable[str]
) -> Iterator[tuple[str, str, int]]:
    """Yield (id, what it is linked to, row number) for the records of an entity that link to some records of another."""
    for name in entity.fields:
        if link_target(entity, name) == target:
            for block in journal.blocks(ids):
                yield from connection.execute(_linking(entity.name, name), {"ids": block})


@cache
def _linking(entity: str, name: str) -> Select[str, str, int]:
    """Ask for the records of an entity of which a field leads to some `ids`."""
    table = TABLES[entity]
    if isinstance(ENTITIES[entity].fields[name].type, Link):
        asked = select(table.c.id, table.c[name], table.c.pk).where(table.c[name].in_(IDS))
    else:
        asked = select(table.c.id, LINKED.c.target, table.c.pk).join(LINKED, LINKED.c.pk == table.c.pk)
        asked = asked.where(LINKED.c.tbl == entity, LINKED.c.field == name, LINKED.c.target.in_(IDS))
    return asked.where(table.c.gone == 0)


def _index(store: "Store", connection: Connection, entity: Entity, numbers: list[int]) -> None:
    for start in range(0, len(numbers), 500):
        block = numbers[start : start + 500]
        write_lines(connection, f"DELETE FROM search_{entity.name} WHERE rowid = ?", [(pk,) for pk in block])  # noqa: S608
        lines = connection.execute(rows.numbered(entity.name), {"numbers": block}).mappings()
        records: list[Record] = [dict(line) for line in lines if not line["gone"]]
        words = store.writing_names.words(entity, records)
        entries = [(r["pk"], searched(found)) for r, found in zip(records, words, strict=True)]
        write_lines(connection, f"INSERT INTO search_{entity.name}(rowid, words) VALUES (?, ?)", entries)  # noqa: S608
