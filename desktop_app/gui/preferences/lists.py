"""The reference lists of a base: types, programmes, units… in both languages with their other names, to change and add to."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QWidget

from desktop_app.domain.entity import Entity
from desktop_app.gui.parts import Worded, column, give_icon, label, look_as, open_as, row
from desktop_app.gui.table.cells import Cell
from desktop_app.gui.table.model import Heading, Row
from desktop_app.gui.table.short_list import ShortList
from desktop_app.gui.words import lang, said, tr
from desktop_app.gui.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.gui.tasks import Task
    from desktop_app.store.base import Store

COLUMNS, ROWS, LINES = 4, 500, 2


class ListDialog(Worded, QDialog):
    """The records of one reference list; each opens in its form, where every change is a step that can be undone."""

    def __init__(self, workspace: Workspace, entity: Entity, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("reference_list")
        self._workspace, self._entity = workspace, entity
        self._reading: Task | None = None
        self._fields = [field for field in entity if field.listed][:COLUMNS]
        self.title, self.filter, self.list = label("", "title"), QLineEdit(), ShortList()
        self.add, self.open_button, self.close_ = QPushButton(), QPushButton(), QPushButton()
        self.list.set_lines(LINES)
        give_icon(self.add, "plus")
        look_as(self.close_, "filled")
        for button in (self.add, self.open_button, self.close_):
            button.setAutoDefault(False)
        foot = row(self.add, self.open_button, None, self.close_)
        self.setLayout(column(self.title, self.filter, self.list, foot, spacing=12, margins=(20, 16, 20, 16)))
        self.filter.textChanged.connect(lambda _text: self.load())
        self.list.opened.connect(lambda _row: self._open())
        self.open_button.clicked.connect(self._open)
        self.add.clicked.connect(lambda: self._form(""))
        self.close_.clicked.connect(self.accept)
        workspace.changed.connect(self.load)
        open_as(self, 940, 560)
        self.retranslate()

    def load(self, *_changes: object) -> None:
        """Read the records."""
        typed, language = self.filter.text(), lang()
        self._stop()
        self._reading = self._workspace.read(lambda store: self._read(store, typed, language), self._show)

    def _stop(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None

    def done(self, result: int) -> None:
        """Wait for nothing any more."""
        self._stop()
        super().done(result)

    def _read(self, store: "Store", typed: str, language: str) -> list[Row]:
        from desktop_app.domain.text import fold
        from desktop_app.store.queries import Query

        records = store.records(Query(self._entity, sort=((self._fields[0].name, False),)))
        store.names.fetch(self._entity, records)
        showing, wanted = store.names.showing(language), fold(typed).split()
        found = []
        for record in records:
            texts = [field.type.show(record.get(field.name), showing) for field in self._fields]
            words = fold(" ".join(texts))
            if all(word in words for word in wanted):
                found.append(Row(str(record["id"]), str(record["ref"]), tuple(Cell(text) for text in texts)))
            if len(found) == ROWS:
                break
        return found

    def _show(self, rows: list[Row]) -> None:
        headings = [Heading(said(field.words), sortable=False) for field in self._fields]
        self.list.fill(rows, headings, (120, 240, 240, 200)[: len(headings)], min(1, len(headings) - 1))

    def _open(self) -> None:
        if id_ := self.list.current():
            self._form(id_)

    def _form(self, id_: str) -> None:
        from desktop_app.gui.record_form.opening import open_form

        open_form(self, self._workspace, self._entity, id_, modal=True)

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        self.setWindowTitle(said(self._entity.words))
        self.title.setText(said(self._entity.words))
        self.filter.setPlaceholderText(tr("Filter this list"))
        self.filter.setAccessibleName(tr("Filter this list"))
        self.filter.setAccessibleDescription(tr("Only rows that hold every word stay."))
        self.list.setAccessibleName(said(self._entity.words))
        self.list.setAccessibleDescription(tr("Enter opens the selected line in its form."))
        self.add.setText(tr("Add…"))
        self.open_button.setText(tr("Open"))
        self.close_.setText(tr("Close"))
        self.load()
