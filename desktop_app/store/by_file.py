"""Which records a file has changed, as the journal tells it: what was taken back since is left out."""

from sqlalchemy import ColumnElement, or_, select

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity
from desktop_app.domain.types import Link
from desktop_app.store.tables import BATCH, CHANGE, ORIGIN, TABLES, VOIDED


def changed_by(entity: Entity, file_name: str) -> ColumnElement[bool]:
    """Return the condition that a file has changed a record, or what is edited inside it."""
    rows = (
        select(CHANGE.c.row)
        .join(ORIGIN, ORIGIN.c.change == CHANGE.c.seq)
        .join(BATCH, BATCH.c.seq == ORIGIN.c.batch)
        .where(BATCH.c.file_name == file_name, CHANGE.c.row.is_not(None), CHANGE.c.id.not_in(select(VOIDED.c.id)))
    )
    ids = TABLES[entity.name].c.id
    inside = [
        ids.in_(select(TABLES[part.name].c[part.owner]).where(TABLES[part.name].c.id.in_(rows)))
        for part in ENTITIES.values()
        if part.owner is not None and _owner(part) == entity.name
    ]
    return or_(ids.in_(rows), *inside)


def _owner(part: Entity) -> str | None:
    held = part.fields[str(part.owner)].type
    return held.entity if isinstance(held, Link) else None
