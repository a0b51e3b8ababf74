"""The records that a filter can name: countries, offices and types are few enough to be chosen from a list."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity
from desktop_app.domain.naming import title
from desktop_app.domain.text import fold
from desktop_app.domain.types import Link, Several
from desktop_app.gui.words import lang

if TYPE_CHECKING:
    from desktop_app.store.base import Store

_CHOSEN_FROM = ("country", "office", "instrument_type")
# What is chosen in a list: (id or code, words).
Options = Sequence[tuple[str, str]]


def link_options(store: "Store", entity: Entity) -> dict[str, Options]:
    """Return what the link fields of an entity can be asked for, by the entity that they link to."""
    from desktop_app.store.queries import Query

    found: dict[str, Options] = {}
    for field in entity:
        type_ = field.type.of if isinstance(field.type, Several) else field.type
        if isinstance(type_, Link) and type_.entity in _CHOSEN_FROM and type_.entity not in found:
            target, showing = ENTITIES[type_.entity], store.names.showing(lang())
            records = store.records(Query(target))
            named = [(str(record["id"]), title(target, record, showing)) for record in records]
            found[type_.entity] = sorted(named, key=lambda option: fold(option[1]))
    return found
