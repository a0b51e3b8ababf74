"""What was changed last around a country, a partner or an institute: the steps of the journal that touched its records."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sqlalchemy import Connection, select

from desktop_app.domain import ENTITIES
from desktop_app.domain.values import Value
from desktop_app.domain.words import Words
from desktop_app.store import steps
from desktop_app.store.queries import conditions_of
from desktop_app.store.subject import Subject
from desktop_app.store.tables import BATCH, CHANGE, ORIGIN, TABLES

_LOOKED_THROUGH = 1_500  # changes of the journal; what is older is in History


class Lately(NamedTuple):
    """A step: its words, who made it and when, how many records of the subject it touched, and one of them."""

    batch: int
    words: Words
    author: str
    wall: int
    records: int
    entity: str
    id: str


def lately(connection: Connection, about: Subject, limit: int) -> list[Lately]:
    """Return the last steps that touched records of a subject and still stand, newest first."""
    asked = (
        select(CHANGE.c.tbl, CHANGE.c.row, ORIGIN.c.batch)
        .join(ORIGIN, ORIGIN.c.change == CHANGE.c.seq)
        .order_by(CHANGE.c.seq.desc())
        .limit(_LOOKED_THROUGH)
    )
    found = connection.execute(asked).all()
    taken_back = steps.undone(connection)
    rows: dict[str, set[str]] = defaultdict(set)
    for tbl, row, batch in found:
        if batch not in taken_back and tbl in ENTITIES:
            rows[tbl].add(row)
    mine = _of(connection, about, rows)
    touched: dict[int, dict[str, str]] = {}
    for tbl, row, batch in found:
        if row in mine and batch not in taken_back:
            touched.setdefault(batch, {})[row] = tbl
    chosen = list(touched)[:limit]
    lines = {line.seq: line for line in connection.execute(select(BATCH).where(BATCH.c.seq.in_(chosen)))}
    return [
        Lately(batch, Words(line.words_fr, line.words_en), line.author, line.wall, len(touched[batch]), tbl, row)
        for batch in chosen
        for line in (lines[batch],)
        for row, tbl in (next(iter(touched[batch].items())),)
    ]


def _of(connection: Connection, about: Subject, rows: Mapping[str, Iterable[str]]) -> set[str]:
    """Return which of some records have to do with a subject."""
    found: set[str] = set()
    for name, ids in rows.items():
        entity, table, wanted = ENTITIES[name], TABLES[name], sorted(ids)
        if entity.name == about.kind:
            found.update(id_ for id_ in wanted if id_ == about.id)
        if not about.concerns(entity):
            continue
        path = about.within(entity).field
        for start in range(0, len(wanted), 500):
            held = table.c.id.in_(wanted[start : start + 500])
            if path in entity.fields:
                # Looked at one by one: a condition would first gather all that a country has.
                asked = select(table.c.id, table.c[path]).where(held, table.c.gone == 0)
                found.update(id_ for id_, value in connection.execute(asked) if _holds(value, about.id))
            else:
                found.update(connection.scalars(select(table.c.id).where(held, *conditions_of(about.of(entity)))))
    return found


def _holds(value: Value, id_: str) -> bool:
    return id_ in value if isinstance(value, tuple) else value == id_
