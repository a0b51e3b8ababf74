"""Which changes stand behind what records show: what somebody has on screen who reads them, here or in a workbook."""

from collections.abc import Iterable

from sqlalchemy import Connection, exists, select

from desktop_app.domain.entity import Entity
from desktop_app.store import journal, uniting
from desktop_app.store.fold import register_of
from desktop_app.store.tables import ADD, CHANGE, HEAD, VOIDED

Behind = dict[str, dict[str, list[str]]]  # record → register → ids of changes


def changes_behind(connection: Connection, entity: Entity, fields: Iterable[str], rows: Iterable[str]) -> Behind:
    """Return what stands behind some fields of records, by record and register; births, which tell most, are left out."""
    registers = {register_of(entity, name)[0] for name in fields}
    several = [name for name in registers if "+" not in name and entity.fields[name].several]
    found: Behind = {}
    groups = uniting.groups(connection, rows)
    for block in journal.blocks(groups):
        for row, register, id_ in connection.execute(
            select(HEAD.c.row, HEAD.c.field, HEAD.c.id).where(HEAD.c.row.in_(block))
        ):
            if register in registers:
                found.setdefault(row, {}).setdefault(register, []).append(id_)
    for held in found.values():
        for register, ids in held.items():
            held[register] = sorted(journal.displayed(connection, ids))
    if several:
        shown_as = {id_: row for row, ids in groups.items() for id_ in ids}
        live = ~exists().where(VOIDED.c.id == CHANGE.c.id)
        for block in journal.blocks(shown_as):
            asked = select(CHANGE.c.row, CHANGE.c.field, CHANGE.c.id).where(CHANGE.c.row.in_(block), live)
            for row, register, id_ in connection.execute(
                asked.where(CHANGE.c.kind == ADD, CHANGE.c.field.in_(several))
            ):
                found.setdefault(shown_as[row], {}).setdefault(register, []).append(id_)
    return found
