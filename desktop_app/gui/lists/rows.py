"""Rows of a list, read from the base a page at a time and made into ready cells."""

from collections.abc import Sequence
from datetime import date

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity
from desktop_app.domain.values import Record
from desktop_app.gui.lists.columns import Column, Glance
from desktop_app.gui.lists.specs import Condition, ListSpec
from desktop_app.gui.receiving.out import out
from desktop_app.gui.table.cells import EMPTY
from desktop_app.gui.table.model import Row
from desktop_app.gui.words import lang
from desktop_app.store.base import Store
from desktop_app.store.giving_way import let_paint
from desktop_app.store.queries import Filter, Query

Parts = dict[str, dict[str, list[Record]]]


class RowReader:
    """Reads rows for a list, for one language and one choice of columns."""

    def __init__(self, store: Store, spec: ListSpec, columns: Sequence[Column], lang: str) -> None:
        self._store, self._spec, self._columns, self._lang = store, spec, list(columns), lang

    @property
    def entity(self) -> Entity:
        """What its rows are."""
        return self._spec.entity

    def reads(self, columns: Sequence[Column], lang: str) -> bool:
        """Whether it makes these columns, in this language."""
        return self._columns == list(columns) and self._lang == lang

    def __call__(self, numbers: Sequence[int]) -> list[Row]:
        """Return the rows of some row numbers; a record that has just gone leaves an empty row until the next load."""
        records = self._store.page(self._spec.entity, numbers)
        glance = self.glance(records)
        held = out(self._store, (str(record["id"]) for record in records))
        rows = {}
        for record in records:
            let_paint()
            cells = [column.cell(record, glance) for column in self._columns]
            if mark := held.get(str(record["id"])):
                place = next((number for number, cell in enumerate(cells) if cell.bold), 0)
                cells[place] = cells[place]._replace(out=mark[1])
            rows[int(str(record["pk"]))] = Row(str(record["id"]), str(record["ref"]), tuple(cells))
        gone = Row("", "", (EMPTY,) * len(self._columns))
        return [rows.get(number, gone) for number in numbers]

    def glance(self, records: Sequence[Record]) -> Glance:
        """Return what the cells of some records need beside them."""
        names = self._store.names
        names.fetch(self._spec.entity, records)
        parts = self._parts(records)
        return Glance(names.showing(self._lang), date.today(), names.record, parts)  # noqa: DTZ011  (the user's day)

    def _parts(self, records: Sequence[Record]) -> Parts:
        found: Parts = {}
        for name, owner in self._spec.parts:
            entity = ENTITIES[name]
            ids = tuple(str(record["id"]) for record in records)
            parts = self._store.records(Query(entity, (Filter(owner, "in", ids),))) if ids else []
            self._store.names.fetch(entity, parts)
            of_owner = found.setdefault(name, {})
            for part in parts:
                of_owner.setdefault(str(part[owner]), []).append(part)
        return found


def question(spec: ListSpec, conditions: Sequence[Condition], text: str, sort: Sequence[tuple[str, bool]]) -> Query:
    """Return a list's conditions as a question to the base."""
    return Query(spec.entity, tuple(Filter(*condition) for condition in conditions), text, tuple(sort), lang=lang())
