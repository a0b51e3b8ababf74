"""How a workbook calls the records that its cells link to: by name, by reference, and in the lists that cells propose."""

from collections.abc import Sequence

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
        linked = _linked(sheets)
        self._shown: dict[str, dict[str, Record]] = {
            sheet.entity.name: {str(record["id"]): record for record in sheet.records}
            for sheet in sheets
            if sheet.entity.name in linked
        }
        self._labels: dict[str, str] = {}
        self.showing = Showing(showing.lang, self._label)
        self.references: dict[str, str] = {}
        self.names: dict[str, list[str]] = {}
        for target, ids in linked.items():
            self._call(target, ids)

    def _label(self, id_: str) -> str:
        if id_ not in self._labels:
            self._labels[id_] = self._plain.label(id_)
        return self._labels[id_]

    def _call(self, target: str, ids: set[str]) -> None:
        """Learn the names and references of the records of an entity that cells link to."""
        entity, shown = ENTITIES[target], self._shown.get(target, {})
        self._labels |= {id_: title(entity, record, self._plain) for id_, record in shown.items()}
        for id_ in ids:
            record = shown.get(id_) or self._store.names.record(target, id_)
            self.references[id_] = str(record["ref"]) if record else id_
        proposed = {self._label(id_) for id_ in ids | shown.keys()}
        if target in _REFERENCE:
            proposed |= {title(entity, record, self._plain) for record in self._store.records(Query(entity))}
        self.names[target] = sorted(proposed, key=fold)


def _linked(sheets: Sequence[SheetContents]) -> dict[str, set[str]]:
    """Return the ids that the cells of a workbook link to, by entity."""
    found: dict[str, set[str]] = {}
    for sheet in sheets:
        for column in sheet.columns:
            if column.role == "field" and column.field and (target := link_entity(column.field)):
                values = {record.get(column.field.name) for record in sheet.records} - {None}
                ids = found.setdefault(target, set())
                for value in values:
                    ids.update(value if isinstance(value, tuple) else (str(value),))
    return found
