"""What belongs to a record, in words: the role of whoever takes part, the dates of a period, who pays, a leg."""

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Field
from desktop_app.domain.plan import Item
from desktop_app.domain.types import Amount
from desktop_app.domain.values import Showing
from desktop_app.gui.words import labelled, priced, said
from desktop_app.importers.part_columns import PEOPLE

# The fields that say which of several parts one is; the others are its content.
_NAMING = {"party": ("role",), "period": (), "funding": ("source", "year"), "leg": ("number",)}


def missing(item: Item) -> str | None:
    """Return the field that must be filled before a part says anything; None where it does."""
    values = item.theirs if isinstance(item.theirs, dict) else {}
    if item.entity == "leg" and not values.get("country"):
        return "country"
    if item.entity != "party" or any(values.get(name) for name in ("partner", "unit", "person")):
        return None
    return "person" if values.get("role") in PEOPLE else "partner"


def part_label(item: Item, showing: Showing) -> str:
    """Return what a part is: “Mirror unit”, “Funding: Embassy, 2024”."""
    entity = ENTITIES[item.entity]
    values = item.theirs if isinstance(item.theirs, dict) else {}
    named = [entity.fields[name].type.show(values.get(name), showing) for name in _NAMING.get(item.entity, ())]
    text = ", ".join(one for one in named if one)
    if item.entity == "party":
        return text
    one = said(entity.one)
    head = one[:1].upper() + one[1:]
    return labelled(head, text) if text else head


def part_value(item: Item, showing: Showing) -> str:
    """Return the content of a part in one line: its days as a span, its amounts with their currency."""
    entity = ENTITIES[item.entity]
    values = item.theirs if isinstance(item.theirs, dict) else {}
    naming = {*_NAMING.get(item.entity, ()), entity.owner, "mission", "event", "number"}

    def shown(held: Field) -> str:
        text = held.type.show(values.get(held.name), showing)
        if text and held.name == "starts_on" and (end := values.get("ends_on")):
            return f"{text}–{entity.fields['ends_on'].type.show(end, showing)}"
        return priced(text, currency) if held.type == Amount() else text

    currency = str(values.get("currency") or "")
    if values.get("starts_on"):
        naming.add("ends_on")
    if any(values.get(held.name) for held in entity if held.type == Amount()):
        naming.add("currency")
    return " · ".join(text for held in entity if held.name not in naming and (text := shown(held)))
