"""Which record a reference, a code or a name means."""

import re
from functools import cache
from typing import Any

from sqlalchemy import TEXT, Connection, Select, bindparam, select

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity
from desktop_app.domain.text import fold
from desktop_app.domain.types import Identifier, Several, Text
from desktop_app.domain.values import Reading, Unreadable, Value
from desktop_app.store.queries import matching, page, shown_as
from desktop_app.store.search import match_of
from desktop_app.store.tables import SEARCHED, TABLES

_REFERENCE = re.compile(r"([A-Z]{3})-([A-Z]{1,2})-[0-9A-HJKMNP-TV-Z]{8,}")
_NAMES = ("name", "name_fr", "name_en", "local_name", "acronym", "code", "former_codes", "aliases", "title", "title_fr",
          "number")  # fmt: skip
_BY_LETTER = {entity.letter: entity for entity in ENTITIES.values()}


def by_reference(connection: Connection, ref: str) -> tuple[Entity, str] | None:
    """Return the record that a reference names; deleted ones too. A country or an office is named by its code."""
    ref = ref.strip().upper()
    if match := _REFERENCE.fullmatch(ref):
        entity = _BY_LETTER.get(match[2])
        id_ = (
            connection.scalar(select(TABLES[entity.name].c.id).where(TABLES[entity.name].c.ref == ref))
            if entity
            else None
        )
        return (entity, shown_as(connection, [id_]).get(id_, id_)) if entity and id_ else None
    for entity in ENTITIES.values():
        if entity.coded and (id_ := _by_ref(connection, entity, ref)):
            return entity, id_
    return None


def _by_ref(connection: Connection, entity: Entity, ref: str) -> str | None:
    found: str | None = connection.scalar(_alive_with(entity.name, "ref"), {"value": ref})
    return found


@cache  # it is asked for each text of a file, and is longer made than answered
def _alive_with(name: str, column: str) -> Select[Any]:
    """Ask for the records of an entity with a value in a column: two at most, one is enough."""
    table = TABLES[name]
    value = bindparam("value", type_=table.c[column].type)
    return select(table.c.id).where(table.c[column] == value, table.c.gone == 0).limit(2)


def resolve(connection: Connection, name: str, text: str) -> str | None:
    """Return the id of the record that a text means, where exactly one does: reference, code, key or name."""
    entity, text = ENTITIES[name], text.strip()
    if not text:
        return None
    if re.fullmatch(r"[0-9a-f]{32}", text) and _alive(connection, entity, text):
        return text
    if id_ := _by_ref(connection, entity, text.upper()):
        return id_
    if id_ := _by_key(connection, entity, text):
        return id_
    wanted = _same(entity, text)
    found = {
        str(record["id"])
        for record in _candidates(connection, entity, text)
        if wanted in {_same(entity, known) for known in _called(entity, record)}
    }
    return found.pop() if len(found) == 1 else None


def _alive(connection: Connection, entity: Entity, id_: str) -> bool:
    return connection.scalar(_alive_with(entity.name, "id"), {"value": id_}) is not None


def _by_key(connection: Connection, entity: Entity, text: str) -> str | None:
    for field in entity:
        if field.key and not isinstance(field.type, Text):
            try:
                value = field.type.read(text, Reading())
            except Unreadable:
                continue
            if isinstance(field.type, Identifier) or value:
                found = connection.scalars(_alive_with(entity.name, field.name), {"value": value}).all()
                if len(found) == 1:
                    return str(found[0])
    return None


def _candidates(connection: Connection, entity: Entity, text: str) -> list[dict[str, Value]]:
    table = TABLES[entity.name]
    match = match_of(text)
    if entity.name in SEARCHED and match:
        # Names that are so common that more than this match are not unique anyway, or match exactly below.
        numbers = list(connection.scalars(_found_by(entity.name), {"match": match}))
        return page(connection, entity, numbers)
    lines = connection.execute(select(table).where(table.c.gone == 0)).mappings()
    return [dict(line) for line in lines]


@cache
def _found_by(name: str) -> Select[int]:
    return matching(name, bindparam("match", type_=TEXT)).limit(400)


def _called(entity: Entity, record: dict[str, Value]) -> list[str]:
    called: list[str] = []
    for name in _NAMES:
        value = record.get(name)
        if name in entity.fields and value:
            called += (
                value if isinstance(value, tuple) and isinstance(entity.fields[name].type, Several) else [str(value)]
            )
    if "family_name" in entity.fields:
        called.append(" ".join(str(record.get(name) or "") for name in ("given_name", "family_name")))
    if entity.name == "unit" and record.get("acronym"):
        called.append(f"{record['code']} {record['acronym']}")
    return called


def _same(entity: Entity, text: str) -> str:
    folded = fold(text)
    # “NGUYEN Thi Lan” and “Thi Lan Nguyen” are one person.
    return " ".join(sorted(folded.split())) if "family_name" in entity.fields else folded
