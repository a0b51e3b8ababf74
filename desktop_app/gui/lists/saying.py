"""A list in words: what is shown of it and why, in which order."""

from collections.abc import Sequence

from desktop_app.domain.entity import Entity, Field
from desktop_app.domain.leading import field_at
from desktop_app.domain.types import Amount, Day, Integer
from desktop_app.gui.lists.arrangement import Order
from desktop_app.gui.words import said, tr


def directions(field: Field) -> tuple[str, str]:
    """Return what the two orders of a field are called, ascending first."""
    if isinstance(field.type, Day):
        return tr("Oldest first"), tr("Newest first")
    if isinstance(field.type, Amount | Integer):
        return tr("Smallest first"), tr("Largest first")
    return tr("A to Z"), tr("Z to A")


def order_words(entity: Entity, order: Order) -> str:
    """Say an order: "Country (A to Z), then From (newest first)"."""
    parts = []
    for name, descending in order:
        field = field_at(entity, name)
        way = directions(field)[descending]
        parts.append(f"{said(field.words)} ({way[0].lower()}{way[1:]})" if " " in way and way[1] != " " else
                     f"{said(field.words)} ({way})")  # fmt: skip
    return tr(", then ").join(parts)


def order_line(entity: Entity, order: Sequence[tuple[str, bool]], group: str) -> str:
    """Say how the rows of a list stand, where somebody has chosen it."""
    parts = []
    if group:
        parts.append(tr("grouped by {field}").format(field=said(entity.fields[group].words)))
    if order:
        parts.append(tr("sorted by {order}").format(order=order_words(entity, tuple(order))))
    return ", ".join(parts)
