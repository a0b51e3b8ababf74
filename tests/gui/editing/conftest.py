"""The window on the demo office, with a person who types where the focus is."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.domain.entity import Entity
from desktop_app.domain.values import Record
from desktop_app.gui.pages.records import RecordsPage
from tests.gui.forms.conftest import receiver, type_
from tests.gui.frame.conftest import Desk, demo_base, desk, program, settings

__all__ = ["demo_base", "desk", "program", "settings"]


class Hands:
    """A person at the keyboard, in front of one list."""

    def __init__(self, desk: Desk, page: RecordsPage) -> None:
        self.desk, self.page, self.list, self.table = desk, page, page.list, page.list.table

    def go(self, row: int, column: str) -> str:
        """Go to a cell; return the record's id."""
        number = [one.name for one in self.list.choice.shown()].index(column)
        self.table.setFocus()
        # Not as the view would: for it a key that a test held before is still down.
        flags = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().setCurrentIndex(
            self.list.model.index(row, number), flags.ClearAndSelect | flags.Rows
        )
        return self.list.model.row(row).id

    def type(self, text: str) -> None:
        """Type where the focus is."""
        type_(text)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is, and wait for what follows."""
        QTest.keyClick(receiver(), key, held)
        QApplication.processEvents()
        self.desk.settle()

    def shown(self, row: int, column: str) -> str:
        """Return what a cell says."""
        number = [one.name for one in self.list.choice.shown()].index(column)
        return self.list.model.cell(row, number).words

    def record(self, id_: str) -> Record:
        """Return a record of the list."""
        found = self.desk.store.get(self.entity, id_)
        assert found is not None
        return found

    @property
    def entity(self) -> Entity:
        """What the list lists."""
        return self.page.spec.entity

    @property
    def said(self) -> str:
        """What the line below the cell says."""
        box = self.page.keys.cells.box
        return box.line.note.words.text() if box is not None and box.line.isVisible() else ""


@pytest.fixture
def hands(desk: Desk) -> Hands:
    """In front of the list of missions, as compact as a spreadsheet."""
    page = desk.show("mission")
    page.list.set_compact(compact=True)
    desk.settle()
    return Hands(desk, page)
