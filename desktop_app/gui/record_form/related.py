"""The records that are linked to the one of the form, as a list: contacts, instruments, missions."""

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity, Field
from desktop_app.domain.types import Link, Several, Text
from desktop_app.domain.values import Record, Value
from desktop_app.domain.words import Words
from desktop_app.gui.lists import columns as cells
from desktop_app.gui.lists import specs
from desktop_app.gui.lists.columns import Column
from desktop_app.gui.lists.specs import ListSpec
from desktop_app.gui.parts import Worded, column, give_icon, label, row
from desktop_app.gui.table.model import TableModel
from desktop_app.gui.table.view import Table
from desktop_app.gui.words import lang, said, tr
from desktop_app.gui.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.gui.tasks import Task
    from desktop_app.store.base import Store

Find = Callable[["Store", str], Sequence[int]]
Given = tuple[dict[str, Value], list[tuple[Entity, dict[str, Value]]]]  # of a new record: its values and its parts
SHOWN_COLUMNS = 5
_NAMES, _NAMED = frozenset(("title", "name")), 360  # what a record is known by has more of the room


@dataclass(frozen=True)
class Related:
    """Records of an entity that have to do with the form's record: how they are found, and how another is begun."""

    name: str
    words: Words
    entity: Entity
    find: Find
    begin: Callable[[Record], Given] | None = None


def linked_by(entity: str, field: str, words: Words | None = None, *, begin: bool = True) -> Related:
    """Return the records that link to the form's record by one of their fields."""
    made = ENTITIES[entity]
    several = isinstance(made.fields[field].type, Several)

    def given(record: Record) -> Given:
        id_ = str(record["id"])
        return {field: (id_,) if several else id_}, []

    return Related(
        f"{entity}.{field}", words or made.words, made, partial(_linked, made, field), given if begin else None
    )


def _linked(entity: Entity, field: str, store: "Store", id_: str) -> Sequence[int]:
    from desktop_app.store.queries import Filter, Query

    return store.ids(Query(entity, (Filter(field, "is", id_),), sort=_spec_of(entity).sort))


def through_parties(field: str) -> Find:
    """Return how instruments are found in which a partner, a unit or a person takes part."""

    def find(store: "Store", id_: str) -> Sequence[int]:
        from desktop_app.domain.instrument import INSTRUMENT
        from desktop_app.domain.instrument_parts import PARTY
        from desktop_app.store.queries import Filter, Query

        parties = store.records(Query(PARTY, (Filter(field, "is", id_),)))
        ids = dict.fromkeys(str(party["instrument"]) for party in parties)
        found = [record for id_ in ids if (record := store.get(INSTRUMENT, id_))]
        found.sort(
            key=lambda record: (str(record.get("ends_on") or "9"), str(record.get("acronym") or "")), reverse=True
        )
        return [int(str(record["pk"])) for record in found]

    return find


def every_link_to(entity: Entity) -> list[Related]:
    """Return all that may link to records of an entity, for those whose form is not put together by hand."""
    found = []
    for other in ENTITIES.values():
        if other.owner == entity.name:
            continue  # edited inside
        fields = [field for field in other if _target(field) == entity.name]
        for field in fields:
            several = len(fields) > 1
            words = Words(f"{other.fr} ({field.fr})", f"{other.en} ({field.en})") if several else other.words
            found.append(linked_by(other.name, field.name, words, begin=False))
    return found


def _target(field: Field) -> str:
    type_ = field.type.of if isinstance(field.type, Several) else field.type
    return type_.entity if isinstance(type_, Link) else ""


_SPECS: Mapping[str, ListSpec] = {
    spec.entity.name: spec for spec in (specs.PARTNERS, specs.INSTRUMENTS, specs.MISSIONS, specs.PEOPLE)
}


def _spec_of(entity: Entity) -> ListSpec:
    if entity.name in _SPECS:
        return _SPECS[entity.name]
    listed = tuple(field.name for field in entity if field.listed)[:SHOWN_COLUMNS]
    dated = next((name for name in listed if name.endswith("_on") or name == "year"), "")
    return ListSpec(
        entity=entity, new="", count=str, empty="", columns=_columns_of(entity), comfortable=listed, compact=listed,
        views=(), sort=((dated, True),) if dated else (),
    )  # fmt: skip


def _columns_of(entity: Entity) -> dict[str, Column]:
    """Return the columns of any entity; those of texts share the room that is left."""
    found = cells.of_entity(entity)
    return {
        name: replace(
            column, stretch=isinstance(entity.fields[name].type, Text), width=_NAMED if name in _NAMES else column.width
        )
        for name, column in found.items()
    }


class RelatedList(Worded, QWidget):
    """A list of related records: Enter opens one, a button begins another."""

    opened = Signal(str, str)  # entity, id
    begun = Signal(str, object, object)  # entity, values, parts
    counted = Signal(int)

    def __init__(self, workspace: Workspace, related: Related) -> None:
        super().__init__()
        self.related, self._workspace = related, workspace
        self._spec = _spec_of(related.entity)
        self._record: Record | None = None
        self._reading: Task | None = None
        self._numbers: Sequence[int] = ()
        self._model = TableModel(lambda _numbers: [], self)
        self._nothing = label("", "muted", wrap=True)
        self._nothing.setMargin(20)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._nothing)
        self.add = QPushButton()
        give_icon(self.add, "plus")
        self.add.setAutoDefault(False)
        self.add.setVisible(related.begin is not None)
        self.add.clicked.connect(self.begin)
        head = row(None, self.add, margins=(20, 10, 20, 10) if related.begin else (0, 0, 0, 0))
        self.setLayout(column(head, self._stack, spacing=0))
        self.retranslate()

    @cached_property
    def table(self) -> Table:
        """The list, made when its tab is first looked at."""
        table = Table(self._model)
        table.opened.connect(self._on_opened)
        table.setAccessibleName(said(self.related.words))
        table.across.setSectionsClickable(False)  # it stands in an order of its own
        table.across.setSortIndicatorShown(False)
        self._stack.addWidget(table)
        self.setFocusProxy(table)
        return table

    def showEvent(self, event: QShowEvent) -> None:
        """Fill the list that is now looked at."""
        super().showEvent(event)
        self._fill()

    def chosen_ids(self) -> list[str]:
        """Return the ids of the selected records, three at most: enough to know whether they are two."""
        return [self._model.row(row).id for row in self.table.selected_rows()[:3]]

    def show_of(self, record: Record | None) -> None:
        """Show what is linked to a record; nothing for one that is not saved yet."""
        self.stop()
        self._record = record
        self.add.setEnabled(record is not None)
        if record is None:
            self._show(())
            return
        id_, find = str(record["id"]), self.related.find
        self._reading = self._workspace.read(lambda store: find(store, id_), self._show, words=tr("Reading the list…"))

    def stop(self) -> None:
        """Show nothing any more, and wait no longer for what was asked."""
        self._record = None
        if self._reading is not None:
            self._reading.cancel()

    def _show(self, numbers: Sequence[int]) -> None:
        self._numbers = numbers
        self.counted.emit(len(numbers))
        if self.isVisible():
            self._fill()

    def _fill(self) -> None:
        if not self._workspace.is_open:
            return
        from desktop_app.gui.lists.rows import RowReader
        from desktop_app.gui.table.model import Heading

        shown = [self._spec.columns[name] for name in self._spec.comfortable]
        self._model.read_with(RowReader(self._workspace.store, self._spec, shown, lang()))
        self._model.show(array("q", self._numbers), [Heading(said(one.words), False, one.right) for one in shown])
        self.table.set_widths([one.width for one in shown], [place for place, one in enumerate(shown) if one.stretch])
        self.table.select_row(0)
        self._stack.setCurrentWidget(self.table if self._numbers else self._nothing)

    def _on_opened(self, number: int) -> None:
        self.opened.emit(self.related.entity.name, self._model.row(number).id)

    def begin(self) -> None:
        """Begin another one, with what is known of it."""
        if self.related.begin is not None and self._record is not None:
            values, parts = self.related.begin(self._record)
            self.begun.emit(self.related.entity.name, values, parts)

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        self.add.setText(tr(self._spec.new) if self._spec.new else tr("Add"))
        self._nothing.setText(tr("Nothing here yet."))
        if self._record is not None:
            self.show_of(self._record)
