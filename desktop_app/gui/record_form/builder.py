"""What a form is put together from: sheets of fields, tables of parts, lists of related records, in tabs.

A screen is a function that receives a Builder. What it must react to (the type of an instrument was chosen) it tells
`builder.fields.when`, naming the fields.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.entity import Entity
from desktop_app.domain.types import Link
from desktop_app.domain.values import Record, Value
from desktop_app.domain.words import Words
from desktop_app.gui.editors.links import Links
from desktop_app.gui.record_form.part_row import PartSpec
from desktop_app.gui.record_form.parts import PartTable
from desktop_app.gui.record_form.related import Related, RelatedList
from desktop_app.gui.record_form.sheet import Sheet, SheetArea
from desktop_app.gui.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.gui.record_form.cell import Cell

React = Callable[[bool], None]  # told whether the user did it


class Fields(QObject):
    """The fields and tables of a form, by name, wherever they stand."""

    changed = Signal()
    settled = Signal(str)  # the field that the user has finished with; empty for a table

    def __init__(self, workspace: Workspace, entity: Entity, parent: QObject) -> None:
        super().__init__(parent)  # goes with the form, and with it what was connected here
        self.workspace, self.entity = workspace, entity
        self.cells: dict[str, Cell] = {}
        self.tables: list[PartTable] = []
        self._watchers: list[tuple[frozenset[str], React]] = []
        self._told: dict[str, Value] = {}  # the values about which the watchers know
        self.settled.connect(self._tell)

    def values(self) -> dict[str, Value]:
        """Return every value as it is on the screen."""
        return {name: cell.editor.value() for name, cell in self.cells.items()}

    def value(self, name: str) -> Value:
        """Return one value."""
        return self.cells[name].editor.value()

    def linked(self, name: str) -> Record | None:
        """Return the record to which a field links."""
        type_, value = self.entity.fields[name].type, self.value(name)
        if not isinstance(type_, Link) or not value:
            return None
        return self.workspace.store.names.record(type_.entity, str(value))

    def put(self, name: str, value: Value) -> None:
        """Put a value that the program proposes; the user may change it."""
        editor = self.cells[name].editor
        if editor.value() != value:
            editor.set_value(value)
            editor.changed.emit()

    def propose(self, name: str, value: Value) -> None:
        """Put a value that follows from others, where none is known or the last one was proposed too."""
        cell, held = self.cells[name], self.value(name)
        if value and (held is None or held == cell.property("proposed")):
            self.put(name, value)
            cell.setProperty("proposed", value)

    def when(self, names: Iterable[str], react: React) -> None:
        """Have something done when the user has finished with one of these fields, and after each load."""
        self._watchers.append((frozenset(names), react))

    def refresh(self) -> None:
        """Have all reactions done, as after a record was loaded."""
        self._told = self.values()
        for _names, react in self._watchers:
            react(False)

    def _tell(self, name: str) -> None:
        """Have reactions done where the user has changed something; who only passes through a field changes nothing."""
        if name:
            value = self.value(name)
            if value == self._told.get(name):
                return
            self._told[name] = value
        for names, react in self._watchers:
            if name in names:
                react(True)


class Verb(NamedTuple):
    """A command that only one kind of record has, for the head of its form; `why_not`: why it can't be used, in words."""

    name: str
    words: Words
    icon: str
    key: str
    run: Callable[[], None]
    why_not: Callable[[], str] = str


class Tab(NamedTuple):
    """One tab of a form."""

    words: Words
    widget: QWidget
    related: RelatedList | None = None


class Builder:
    """Collects what a screen puts together."""

    def __init__(self, workspace: Workspace, entity: Entity, links: Links) -> None:
        self.workspace, self.entity, self.links = workspace, entity, links
        self.fields = Fields(workspace, entity, links)
        self.tabs: list[Tab] = []
        self.related_lists: list[RelatedList] = []
        self.verbs: list[Verb] = []
        self.stops: list[Callable[[], None]] = []  # called before the form closes
        self.shown: Callable[[], str] = str  # the id of the record in sight; nothing for a new one

    def sheet(self, words: Words) -> Sheet:
        """Begin a tab with fields; `close` it when it is complete."""
        sheet = Sheet(self.entity, self.links)
        self.tabs.append(Tab(words, SheetArea(sheet)))
        return sheet

    def close(self, sheet: Sheet) -> None:
        """Take the fields of a sheet that is complete."""
        sheet.end()
        self.fields.cells.update(sheet.cells)
        sheet.changed.connect(lambda _name: self.fields.changed.emit())
        sheet.settled.connect(self.fields.settled)

    def table(self, spec: PartSpec) -> PartTable:
        """Return a table of parts, to be placed on a sheet."""
        table = PartTable(spec, self.links)
        self.fields.tables.append(table)
        table.changed.connect(self.fields.changed)
        table.settled.connect(lambda: self.fields.settled.emit(""))
        return table

    def begin(self, name: str) -> None:
        """Begin a new record of one of the lists of related records."""
        next(made for made in self.related_lists if made.related.name == name).begin()

    def related(self, *wanted: Related) -> None:
        """Add a tab for each kind of related records."""
        for one in wanted:
            made = RelatedList(self.workspace, one)
            self.related_lists.append(made)
            self.tabs.append(Tab(one.words, made, made))


Screen = Callable[[Builder], None]
