"""Births: the first values of records made here, one change each, written many at a time."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from sqlalchemy import Connection, Select, func, select

from desktop_app.domain.entity import Entity, first_values
from desktop_app.domain.ids import derived_id, new_id, short
from desktop_app.domain.values import Record, Value
from desktop_app.store.bulk import insert_rows, known, write_lines
from desktop_app.store.fold import canonical
from desktop_app.store.giving_way import in_turn
from desktop_app.store.journal import count_changes, linked_fields
from desktop_app.store.search import searched
from desktop_app.store.tables import BORN, CHANGE, LINKED, ORIGIN, SEARCHED, TABLES

BLOCK = 5_000


class Birth(NamedTuple):
    """A record to be born: its id, its change's id, and its values without the empty ones.

    `shared`: others write the same birth, so it bears nobody's name and no time.
    """

    id: str
    change: str
    values: dict[str, Value]
    shared: bool = False


def as_kept(value: Value) -> Value:
    """Return a value as it is kept: nothing for an empty one, the members of a set once and in order."""
    if isinstance(value, tuple):
        return tuple(sorted(set(value))) or None
    return None if value == "" else value


def prepare(entity: Entity, values: Record, id_: str | None = None, *, shared: bool = False) -> Birth:
    """Return the birth of a record.

    Where the entity has an identity, or a code, the record's id is derived from it, so that two offices that add the same
    make one record; the change's id is then derived from the whole content.
    """
    fields = entity.fields
    filled: dict[str, Value] = {
        name: kept for name, value in values.items() if (kept := as_kept(value)) is not None and name in fields
    }
    filled |= first_values(entity, filled)
    identity = ("code",) if entity.coded else entity.identity
    if identity and id_ is None:
        id_ = derived_id(entity.name, *(str(filled.get(name, "")) for name in identity))
    if id_ is not None and (identity or shared):
        return Birth(id_, derived_id("born", id_, canonical(filled)), filled, shared=True)
    id_ = id_ or new_id()
    return Birth(id_, new_id(), filled)


def give_birth(
    connection: Connection,
    batch: int,
    entity: Entity,
    births: Sequence[Birth],
    *,
    office: str,
    author: str,
    wall: int,
    words: Callable[[Entity, list[Record]], Iterable[list[str]]],
) -> list[Birth]:
    """Write births into the journal, the entity's table, the links and the search; return those that were new here.

    `words` gives, for records, the texts by which each is found.
    """
    written: list[Birth] = []
    for start in range(0, len(births), BLOCK):
        block = _unknown(connection, births[start : start + BLOCK])
        if not block:
            continue
        _journal(connection, batch, entity, block, author=author, wall=wall)
        records = project(connection, entity, block, dict.fromkeys((birth.id for birth in block), office))
        if entity.name in SEARCHED:
            lines = [
                (record["pk"], searched(found))
                for record, found in zip(in_turn(records), words(entity, list(records)), strict=True)
            ]
            write_lines(connection, f"INSERT INTO search_{entity.name}(rowid, words) VALUES (?, ?)", lines)  # noqa: S608
        written += block
    return written


def _unknown(connection: Connection, births: Sequence[Birth]) -> list[Birth]:
    there = known(connection, CHANGE.c.id, [birth.change for birth in births])
    return list({birth.change: birth for birth in births if birth.change not in there}.values())


def _journal(
    connection: Connection, batch: int, entity: Entity, births: list[Birth], *, author: str, wall: int
) -> None:
    first = count_changes(connection) + 1
    insert_rows(
        connection,
        CHANGE,
        [
            {
                "seq": first + place, "id": birth.change, "kind": BORN, "tbl": entity.name, "row": birth.id,
                "field": None, "value": canonical(birth.values),
                "wall": 0 if birth.shared else wall, "author": "" if birth.shared else author,
            }
            for place, birth in enumerate(in_turn(births))
        ],
    )  # fmt: skip
    insert_rows(connection, ORIGIN, [{"batch": batch, "change": first + place} for place in range(len(births))])


@cache
def _last(name: str) -> Select[int]:
    return select(func.max(TABLES[name].c.pk))


def project(
    connection: Connection, entity: Entity, births: list[Birth], offices: Mapping[str, str]
) -> list[dict[str, Value]]:
    """Write new records into the entity's table, and their links; return them. `offices`: whose reference each bears."""
    first = (connection.scalar(_last(entity.name)) or 0) + 1
    records = _rows(connection, entity, births, offices, first)
    insert_rows(connection, TABLES[entity.name], records)
    _link(connection, entity, records)
    return records


def _rows(
    connection: Connection, entity: Entity, births: list[Birth], offices: Mapping[str, str], first: int
) -> list[dict[str, Value]]:
    refs = _references(connection, entity, births, offices)
    empty: dict[str, Value] = dict.fromkeys(entity.fields)
    return [
        {**empty, **birth.values, "pk": first + place, "id": birth.id, "ref": ref, "gone": 0}
        for place, (birth, ref) in enumerate(zip(in_turn(births), refs, strict=True))
    ]


def _references(connection: Connection, entity: Entity, births: list[Birth], offices: Mapping[str, str]) -> list[str]:
    if entity.coded:
        return [str(birth.values.get("code") or "") for birth in births]
    table, refs = TABLES[entity.name], [f"{offices[birth.id]}-{entity.letter}-{short(birth.id)}" for birth in births]
    taken = known(connection, table.c.ref, refs)
    for place, birth in enumerate(births):
        length = 8
        while refs[place] in taken:
            length += 1
            refs[place] = f"{offices[birth.id]}-{entity.letter}-{short(birth.id, length)}"
        taken.add(refs[place])
    return refs


def _link(connection: Connection, entity: Entity, records: list[dict[str, Value]]) -> None:
    for name in linked_fields(entity):
        lines = [
            {"tbl": entity.name, "field": name, "target": target, "pk": record["pk"]}
            for record in records
            if isinstance(targets := record[name], tuple)
            for target in targets
        ]
        insert_rows(connection, LINKED, lines)


def born_values(value: str | None) -> dict[str, Value]:
    """Return the values of a birth from its canonical JSON."""
    return {name: tuple(held) if isinstance(held, list) else held for name, held in json.loads(value or "{}").items()}
