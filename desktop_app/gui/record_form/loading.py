"""What a form reads of a record, on the worker: its values, its parts, its last change."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity
from desktop_app.domain.values import Value
from desktop_app.gui.detail.history import HistoryLine, history_of, parts_of

if TYPE_CHECKING:
    from desktop_app.store.base import Store


class Loaded(NamedTuple):
    """A record as the base holds it, with its parts by entity and its last change."""

    record: dict[str, Value]
    parts: dict[str, list[dict[str, Value]]]
    last: HistoryLine | None


def read_record(store: "Store", entity: Entity, id_: str, links: Mapping[str, str]) -> Loaded | None:
    """Read a record with its parts (entity → the field that links them to it); None where it is gone."""
    record = store.get(entity, id_)
    if record is None:
        return None
    parts = {name: parts_of(store, ENTITIES[name], id_, link) for name, link in links.items()}
    store.names.fetch(entity, [record])
    for name, records in parts.items():
        store.names.fetch(ENTITIES[name], records)
    history = history_of(store, entity, id_)
    return Loaded(record, parts, history[0] if history else None)
