"""A workbook is made for somebody: what is sent is seen first, then it is written in the background and entered."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import openpyxl
import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget

from desktop_app.excel.read import read_book
from desktop_app.excel.refusals import NeedsPassword
from desktop_app.gui.dialogs.export import ExportDialog
from desktop_app.gui.words import set_language
from desktop_app.store.ledger import Shipment

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop_app.gui.workspace import Workspace
    from tests.gui.exchange.conftest import Office

    Settle = Callable[[], None]


@pytest.fixture
def dialog(workspace: Workspace, show: Callable[[QWidget], None], settle: Settle, tmp_path: Path) -> ExportDialog:
    """The dialog, opened from the list of instruments; it saves into the test's folder."""
    made = ExportDialog(workspace, ("instrument",), ())
    made.form.folder = tmp_path
    show(made)
    settle()
    return made


def _tick(dialog: ExportDialog, entity: str, field: str, *, on: bool) -> None:
    state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
    dialog.tree._lines[entity][field].setCheckState(0, state)


def test_the_columns_are_shown_before_sending_and_private_ones_are_not_ticked(dialog: ExportDialog) -> None:
    assert dialog.tree.entities() == ["instrument"]
    columns = dialog.tree.columns()["instrument"]
    assert {"type", "acronym", "title", "status"} <= set(columns)
    person = dialog.tree._lines["person"]
    private = [line.text(0) for line in person.values() if "(private)" in line.text(0)]
    assert private
    assert all(line.checkState(0) == Qt.CheckState.Unchecked for line in person.values() if "(private)" in line.text(0))


def test_the_number_of_rows_follows_the_countries(dialog: ExportDialog, office: Office, settle: Settle) -> None:
    top = dialog.tree._tops["instrument"]
    assert top.text(1) == "3 rows"
    dialog.form.countries.set_value((office.ids["TH"],))
    dialog.form.moved.emit()
    settle()
    assert top.text(1) == "1 row"


def test_an_embassy_is_proposed_while_one_types_and_brings_its_country(
    dialog: ExportDialog, office: Office, settle: Settle
) -> None:
    line = dialog.form.recipient
    line.setFocus()
    QTest.keyClicks(line, "ambass")
    settle()
    proposed = line.list.model()
    assert [proposed.index(row, 0).data() for row in range(proposed.rowCount())] == [
        "Ambassade de France au Viêt Nam, Hanoi · Vietnam"
    ]
    assert line.take_highlighted()
    assert line.text() == "Ambassade de France au Viêt Nam"
    assert dialog.form.chosen_countries() == (office.ids["VN"],)


def test_whoever_still_holds_a_workbook_is_told_of_before_another_one_is_made(
    workspace: Workspace, show: Callable[[QWidget], None], office: Office, settle: Settle, tmp_path: Path
) -> None:
    today = date.today()  # noqa: DTZ011
    for number, whom, due, state in (
        ("EX0001", "Ambassade en retard", -4, "out"), ("EX0002", "Ambassade à l’heure", 9, "out"),
        ("EX0003", "Ambassade rendue", -9, "returned"),
    ):  # fmt: skip
        day = (today + timedelta(days=due)).isoformat()
        wall = int(datetime(today.year, 1, 7, 12, tzinfo=UTC).timestamp() * 1000)
        office.store.ledger.add_shipment(Shipment(number, whom, wall, day, {}, "f.xlsx", number, b"", state=state))
    dialog = ExportDialog(workspace, ("instrument",), ())
    dialog.form.folder = tmp_path
    show(dialog)
    dialog.form.recipient.setText("ambassade EN RETARD ")
    settle()
    held = dialog.form.held
    assert held.text() == "Ambassade en retard still holds the workbook of 7 Jan, 4 days late."
    assert held.isVisible()
    assert dialog.make.isEnabled()
    dialog.form.recipient.setText("Ambassade à l’heure")
    assert held.text() == "Ambassade à l’heure still holds the workbook of 7 Jan."
    for other in ("Ambassade rendue", "Ambassade", ""):
        dialog.form.recipient.setText(other)
        assert not held.isVisible()


def test_the_due_date_is_proposed_four_weeks_ahead(dialog: ExportDialog) -> None:
    ahead = date.today() + timedelta(days=28)  # noqa: DTZ011
    assert dialog.request().due_on == ahead.isoformat()


def test_the_workbook_is_written_and_entered_in_the_ledger(
    dialog: ExportDialog, office: Office, settle: Settle, tmp_path: Path
) -> None:
    dialog.form.recipient.setText("Embassy in Hanoi")
    dialog.form.countries.set_value((office.ids["VN"],))
    _tick(dialog, "instrument", "notes", on=False)
    dialog.make.click()
    settle()
    (shipment,) = office.store.ledger.shipments()
    assert (shipment.number, shipment.recipient, shipment.scope["rows"]) == (
        "EX0001",
        "Embassy in Hanoi",
        {"instrument": 2},
    )
    path = tmp_path / shipment.file_name
    codes = [cell.value for cell in openpyxl.load_workbook(path)["Instruments"][1]]
    assert "instrument.title" in codes
    assert "instrument.notes" not in codes
    texts = [label.text() for label in dialog.stack.findChildren(QLabel)]
    assert "Workbook EX0001 is ready" in texts
    assert any(text.startswith("2 rows, checked") for text in texts)


class _Opened(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.urls: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        """Note an address."""
        self.urls.append(url.toLocalFile())


def test_folder_and_workbook_open_from_the_last_page(
    dialog: ExportDialog, office: Office, settle: Settle, tmp_path: Path
) -> None:
    dialog.make.click()
    settle()
    opened = _Opened()
    QDesktopServices.setUrlHandler("file", opened, "take")  # type: ignore[arg-type]  # its stub says bytes
    dialog.open_folder.click()
    dialog.open_file.click()
    QDesktopServices.unsetUrlHandler("file")
    assert opened.urls == [str(tmp_path), str(tmp_path / office.store.ledger.shipments()[0].file_name)]


def test_enter_writes_the_letter_once_and_then_closes(
    dialog: ExportDialog, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    dialog.make.click()
    settle()
    focused = dialog.focusWidget()
    QTest.keyClick(focused, Qt.Key.Key_Return)
    settle()
    assert len(opened) == 1
    assert dialog.isVisible()
    focused = dialog.focusWidget()
    assert focused is dialog.close_
    QTest.keyClick(focused, Qt.Key.Key_Return)
    settle()
    assert len(opened) == 1
    assert not dialog.isVisible()


def test_a_password_protects_the_file(dialog: ExportDialog, office: Office, settle: Settle, tmp_path: Path) -> None:
    dialog.form.protect.setChecked(True)
    assert not dialog.make.isEnabled()
    assert dialog.problem.text() == "Write the password, or untick it."
    dialog.form.password.setText("Hanoi 2025")
    dialog.make.click()
    settle()
    with pytest.raises(NeedsPassword):
        read_book(tmp_path / office.store.ledger.shipments()[0].file_name)


def test_nothing_ticked_can_not_be_sent(dialog: ExportDialog) -> None:
    dialog.tree._tops["instrument"].setCheckState(0, Qt.CheckState.Unchecked)
    assert not dialog.make.isEnabled()
    assert dialog.problem.text() == "Tick at least one kind of entry."


def test_stopping_leaves_neither_a_file_nor_an_entry(
    dialog: ExportDialog, office: Office, settle: Settle, tmp_path: Path
) -> None:
    dialog.start()
    dialog.cancel.click()
    settle()
    assert dialog.problem.text() == "Stopped: no workbook was made."
    assert office.store.ledger.shipments() == []
    assert list(tmp_path.glob("*.xlsx")) == []
    assert dialog.make.isEnabled()


def test_a_folder_that_is_gone_is_said_in_a_sentence(
    dialog: ExportDialog, office: Office, settle: Settle, tmp_path: Path
) -> None:
    dialog.form.folder = tmp_path / "gone"
    dialog.make.click()
    settle()
    assert "gone" in dialog.problem.text()
    assert office.store.ledger.shipments() == []


def test_another_folder_is_remembered(
    dialog: ExportDialog, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(other))
    next(button for button in dialog.findChildren(QPushButton) if button.text() == "Change…").click()
    assert dialog.form.folder == other
    assert ExportDialog(workspace, ("mission",), (), dialog).form.folder == other


def test_no_word_of_the_dialog_is_cut_in_french(
    workspace: Workspace, show: Callable[[QWidget], None], settle: Settle
) -> None:
    set_language("fr")
    dialog = ExportDialog(workspace, ("instrument",), ())
    show(dialog)
    settle()
    assert dialog.make.text() == "Préparer le classeur"
    shown = [button for button in dialog.findChildren(QPushButton) if button.isVisible()]
    assert [button.text() for button in shown if button.width() < button.minimumSizeHint().width()] == []
    assert all(button.text() or button.accessibleName() for button in shown)


def test_a_workbook_can_be_tried_before_it_is_mailed(dialog: ExportDialog, office: Office, settle: Settle) -> None:
    dialog.make.click()
    settle()
    assert dialog.trial is not None
    position = office.store.journal_position()
    dialog.trial.start.click()
    settle()
    assert dialog.trial.words.text().startswith("Nothing is lost in 11 kinds of handling: saved as it is, rows sorted")
    assert (office.store.journal_position(), len(office.store.ledger.shipments())) == (position, 1)
