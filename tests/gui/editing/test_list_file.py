"""A list saved as a plain Excel file: what it shows, in its order, with days and amounts as such."""

from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from desktop_app.gui.dialogs.export import ExportDialog
from desktop_app.gui.lists.specs import Condition
from tests.gui.editing.conftest import Hands
from tests.gui.frame.conftest import Desk

Rows = list[tuple[object, ...]]


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the user says that the file goes."""
    path = tmp_path / "list.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    return path


def _saved(hands: Hands, target: Path) -> Rows:
    hands.page.actions_["save_list"].trigger()
    hands.desk.settle()
    sheet = load_workbook(target).active
    assert sheet is not None
    assert sheet.freeze_panes == "A2"
    return [tuple(cell.value for cell in row) for row in sheet.iter_rows()]


def test_a_list_is_saved_with_its_rows_in_their_order(hands: Hands, target: Path) -> None:
    hands.list.show_columns(["traveller", "starts_on", "cost", "status"])
    hands.list.filters.set_conditions((Condition("status", "is", "done"),))
    hands.list.sort_by("cost", descending=True)
    hands.desk.settle()
    heads, *rows = _saved(hands, target)
    assert heads == ("Traveller", "Unit", "From", "Cost", "Status")
    assert len(rows) == len(hands.list.numbers()) > 10
    first = hands.record(hands.list.model.row(0).id)
    assert str(rows[0][0]) in hands.shown(0, "traveller")
    day, cost = rows[0][2:4]
    assert isinstance(day, datetime)
    assert day.date().isoformat() == first["starts_on"]
    assert float(str(cost)) == float(str(first["cost"]))
    costs = [float(str(row[3])) for row in rows if row[3] is not None]
    assert costs == sorted(costs, reverse=True)
    assert {row[4] for row in rows} == {"Done"}


class _Opened(QObject):
    """Receives what is to be opened by the system."""

    def __init__(self) -> None:
        super().__init__()
        self.files: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        """Note a file."""
        self.files.append(url.toLocalFile())


def test_a_list_that_was_saved_is_opened_at_one_press(hands: Hands, target: Path) -> None:
    _saved(hands, target)
    bar = hands.desk.window.notices
    assert bar.undo.text() == "Open"
    opened = _Opened()
    QDesktopServices.setUrlHandler("file", opened, "take")  # type: ignore[arg-type]  # its stub says bytes
    bar.undo.click()
    QDesktopServices.unsetUrlHandler("file")
    assert opened.files == [str(target)]
    hands.desk.program.workspace.note("Mission deleted", undo=True)
    assert bar.undo.text() == "Undo"


def test_what_a_mission_is_for_is_saved_whole(hands: Hands, target: Path) -> None:
    hands.list.show_columns(["frame"])
    hands.desk.settle()
    heads, *rows = _saved(hands, target)
    assert heads == ("Instrument", "Partner", "Purpose")
    assert any(row[2] for row in rows)


def test_days_that_share_a_column_stand_in_two(hands: Hands, target: Path) -> None:
    hands.list.show_columns(["traveller", "days"])
    hands.desk.settle()
    heads, *rows = _saved(hands, target)
    assert heads == ("Traveller", "Unit", "From", "To")
    record = hands.record(hands.list.model.row(0).id)
    assert [value.date().isoformat() for value in rows[0][2:] if isinstance(value, datetime)] == [
        record["starts_on"],
        record["ends_on"],
    ]


def test_a_column_of_two_lines_is_two_columns_and_what_is_near_is_said_by_its_day(desk: Desk, target: Path) -> None:
    hands = Hands(desk, desk.show("instrument"))
    hands.list.set_compact(compact=False)
    hands.desk.settle()
    heads, *rows = _saved(hands, target)
    assert heads == (
        "Type", "Acronym", "Title", "Main partner", "Country", "Start", "End", "Status", "Due on", "Next step",
    )  # fmt: skip
    first = hands.record(hands.list.model.row(0).id)
    assert rows[0][1:3] == (first["acronym"], first["title"])
    assert "—" not in {cell for row in rows for cell in row}


def test_groups_stand_in_the_first_column_those_that_are_closed_too(hands: Hands, target: Path) -> None:
    hands.list.group_by("status")
    hands.desk.settle()
    shown = hands.list.model.groups
    assert shown is not None
    hands.list.model.fold_all(closed=True)
    heads, *rows = _saved(hands, target)
    assert heads[0] == "Status"
    assert [row[0] for row in rows] == [group.words for group in shown.groups for _ in range(group.size)]


def test_the_export_of_a_list_offers_a_list_to_read(hands: Hands, target: Path) -> None:
    before = len(hands.desk.store.ledger.shipments())
    hands.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    dialog = hands.desk.window.findChild(ExportDialog)
    assert dialog is not None
    assert dialog.plain.isVisible()
    assert f"{dialog.windowTitle()}…" == hands.page.actions_["export"].text()
    dialog.plain.click()
    hands.desk.settle()
    assert target.exists()
    assert len(hands.desk.store.ledger.shipments()) == before


def test_enter_in_the_export_of_a_list_makes_a_list_to_read_while_nobody_is_named(hands: Hands, target: Path) -> None:
    before = len(hands.desk.store.ledger.shipments())
    hands.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    dialog = hands.desk.window.findChild(ExportDialog)
    assert dialog is not None
    dialog.form.recipient.setText("Ambassade fictive")
    assert dialog.make.isDefault()
    dialog.form.recipient.clear()
    QTest.keyClick(dialog.form.recipient, Qt.Key.Key_Return)
    hands.desk.settle()
    assert target.exists()
    assert len(hands.desk.store.ledger.shipments()) == before


def test_what_can_not_be_written_is_told(hands: Hands, target: Path) -> None:
    target.mkdir()
    hands.page.actions_["save_list"].trigger()
    hands.desk.settle()
    box = hands.desk.window.findChild(QMessageBox)
    assert box is not None
    assert box.text() == "list.xlsx was not written."
    box.accept()
