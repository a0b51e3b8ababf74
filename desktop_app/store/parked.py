"""What the program understands otherwise than when a base was last open, shown anew from the journal.

That is what a newer program had written, which was kept meanwhile, and what the fold itself now takes another way.
"""

import json
from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import Connection, exists, func, or_, select

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity
from desktop_app.store import settings
from desktop_app.store.fold import FOLD, register_of, registers
from desktop_app.store.indexing import refresh_search
from desktop_app.store.refold import add_cell, fold_cells
from desktop_app.store.tables import BORN, CHANGE, CHANGE_PREV, SET
from desktop_app.store.uniting import Cells

if TYPE_CHECKING:
    from desktop_app.store.base import Store

_FIELDS, _FOLD = "fields", "fold"
_WITHOUT_ECHOES = 2


@cache
def _known() -> str:
    """Return the fields that the program knows of each entity, as a base remembers them."""
    return json.dumps({name: sorted(entity.fields) for name, entity in ENTITIES.items()})


def is_new(connection: Connection) -> bool:
    """Return whether the program knows other fields, or understands changes otherwise, than when this base was last open."""
    return settings.get(connection, _FIELDS) != _known() or settings.get(connection, _FOLD) != str(FOLD)


def show(store: "Store", connection: Connection) -> None:
    """Show what the journal holds of the fields and entities that are known only now, and what is understood otherwise."""
    before: dict[str, list[str]] = json.loads(settings.get(connection, _FIELDS, _known()))
    cells: Cells = {}
    for name, entity in ENTITIES.items():
        if fresh := set(entity.fields) - set(before.get(name, ())):
            _add(connection, entity, fresh, cells)
    if int(settings.get(connection, _FOLD, "1")) < _WITHOUT_ECHOES:
        _add_proposals(connection, cells)
    if cells:
        touched: dict[str, set[str]] = {}
        for tbl, row in fold_cells(connection, cells, store.office):
            touched.setdefault(tbl, set()).add(row)
        refresh_search(store, connection, touched, touched)
    remember(connection)


def remember(connection: Connection) -> None:
    """Note that all that the journal holds is shown as this program understands it."""
    settings.put(connection, _FIELDS, _known())
    settings.put(connection, _FOLD, str(FOLD))


def _add(connection: Connection, entity: Entity, fresh: set[str], cells: Cells) -> None:
    changed = {register_of(entity, name)[0] for name in fresh}
    told = [func.json_extract(CHANGE.c.value, f"$.{name}").is_not(None) for name in fresh]
    asked = select(CHANGE.c.row).where(CHANGE.c.tbl == entity.name, CHANGE.c.row.is_not(None))
    asked = asked.where(or_(CHANGE.c.field.in_(changed), (CHANGE.c.kind == BORN) & or_(*told))).distinct()
    for row in connection.scalars(asked):
        cells[entity.name, row] = set(changed) if len(fresh) < len(entity.fields) else set(registers(entity))


def _add_proposals(connection: Connection, cells: Cells) -> None:
    """Add the cells of proposals: those that say what somebody had written count no longer."""
    replaces = exists().where(CHANGE_PREV.c.id == CHANGE.c.id)
    asked = select(CHANGE.c.kind, CHANGE.c.tbl, CHANGE.c.row, CHANGE.c.field)
    for line in connection.execute(
        asked.where(CHANGE.c.kind == SET, CHANGE.c.wall == 0, CHANGE.c.author == "", ~replaces)
    ):
        add_cell(cells, *line)
