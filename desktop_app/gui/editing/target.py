"""Which field the cell of a column changes. Most columns show one; those that are put together change their main field."""

from typing import NamedTuple

from desktop_app.domain.entity import Entity, Field
from desktop_app.gui.lists.columns import Column
from desktop_app.gui.words import said, tr


class Target(NamedTuple):
    """What a cell changes: a field, and the last day where first and last day are written together."""

    field: Field
    until: Field | None = None
    joined: bool = False  # the cell itself shows both days
    composed: bool = False  # the cell shows more than this field, so its editor says which one it is


def target_of(entity: Entity, column: Column) -> Target | None:
    """Return what the cells of a column change; None where they are made of other records."""
    name = column.edited
    if name not in entity.fields:
        return None
    field, composed = entity.fields[name], name != column.name
    group = entity.groups.get(name, ())
    until = entity.fields[group[1]] if len(group) == 2 and group[0] == name and name.endswith("starts_on") else None
    return Target(field, until, joined=composed and until is not None, composed=composed)


def why_not(entity: Entity, column: Column) -> str:
    """Say why the cells of a column can't be changed in the list."""
    return tr("“{column}” is put together from other entries: open the {kind} with Enter to change it.").format(
        column=said(column.words), kind=said(entity.one)
    )
