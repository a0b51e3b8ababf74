"""How a workbook calls the records that its cells link to: by name, by reference, and in the lists that cells propose."""

from collections.abc import Iterable, Sequence

from desktop_app.domain import ENTITIES, REFERENCE
from desktop_app.domain.naming import title
from desktop_app.domain.text import fold
from desktop_app.domain.values import Record, Showing
from desktop_app.excel.layout import SheetContents, link_entity
from desktop_app.store.base import Query, Store

_REFERENCE = frozenset(entity.name for entity in REFERENCE)


class Called:
    """Names and references of linked records: only of those that the workbook shows; reference data may be chosen whole.

    `references`: by id · `names`: for each entity linked to, the names that cells propose.
    """

    def __init__(self, store: Store, sheets: Sequence[SheetContents], showing: Showing) -> None:
        self._store, self._plain = store, showing
        self._records: dict[str, tuple[str, Record]] = {
            str(record["id"]): (sheet.entity.name, record) for sheet in sheets for record in sheet.records
        }
        self._labels: dict[str, str] = {}
        self.showing = Showing(showing.lang, self._label)
        self.references: dict[str, str] = {}
        self.names: dict[str, list[str]] = {}
        linked = _linked(sheets)
        for target, ids in linked.items():
            self._call(target, ids)

    def _label(self, id_: str) -> str:
        if id_ not in self._labels:
            held = self._records.get(id_)
            self._labels[id_] = title(ENTITIES[held[0]], held[1], self._plain) if held else self._plain.label(id_)
        return self._labels[id_]

    def _call(self, target: str, ids: Iterable[str]) -> None:
        for id_ in ids:
            held = self._records.get(id_)
            record = held[1] if held else self._store.names.record(target, id_)
            self.references[id_] = str(record["ref"]) if record else id_
        proposed = {self._label(id_) for id_ in ids}
        if target in _REFERENCE:
            entity = ENTITIES[target]
            proposed |= {title(entity, record, self._plain) for record in self._store.records(Query(entity))}
        proposed |= {self._label(id_) for id_, (name, _record) in self._records.items() if name == target}
        self.names[target] = sorted(proposed, key=fold)


def _linked(sheets: Sequence[SheetContents]) -> dict[str, dict[str, None]]:
    """Return the ids that the cells of a workbook link to, by entity."""
    found: dict[str, dict[str, None]] = {}
    for sheet in sheets:
        for column in sheet.columns:
            if column.role != "field" or column.field is None or not (target := link_entity(column.field)):
                continue
            ids, name = found.setdefault(target, {}), column.field.name
            for record in sheet.records:
                value = record.get(name)
                if isinstance(value, tuple):
                    ids.update(dict.fromkeys(value))
                elif value:
                    ids[str(value)] = None
    return found
