"""The ways back from a file that is read or reviewed, and what it said where it is looked for afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.gui.pages.exchange import WorkbooksOutPage
from desktop_app.gui.pages.history import HistoryPage
from desktop_app.gui.receiving.steps import COLUMNS, SHEET, VALUES
from desktop_app.sync.export import Request, export_workbook
from tests.gui.exchange.conftest import Returned

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from desktop_app.gui.pages.review import ReviewPage
    from desktop_app.gui.workspace import Go, Workspace
    from tests.gui.exchange.conftest import Office

    Settle = Callable[[], None]
    Take = Callable[[Path], None]

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    """A sheet of missions whose travellers nobody knows."""
    path = tmp_path / "missions.csv"
    path.write_text("Missionnaire;Début;Fin;Ville\nFictif Jean;05/01/2022;09/01/2022;Hanoï\n", encoding="utf-8")
    return path


@pytest.fixture
def returned(office: Office, tmp_path: Path) -> Path:
    """A workbook with a remark, a column of somebody's own, and a partner that nobody knows beside a new instrument."""
    book = Returned(office, export_workbook(office.store, tmp_path, Request(entities=("instrument",))).path)
    book.write("rice", city="Can Tho", remark="Please call us")
    last = book.sheet.max_column + 1
    for row, text in ((3, "Mon avis"), (4, "bien")):
        book.sheet.cell(row, last).value = text
    return book.add(type="IEA", title="Salinity of the delta", partners="Nobody’s institute").save()


def _press(
    page: ReviewPage, settle: Settle, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    page.activateWindow()
    QTest.keyClick(page.window().focusWidget(), key, held)
    settle()


def test_alt_left_goes_from_the_review_of_a_sheet_back_step_by_step(
    page: ReviewPage, take: Take, foreign: Path, settle: Settle
) -> None:
    take(foreign)
    page.sheet._step = COLUMNS
    page.sheet._go(VALUES)
    page.sheet.go_on()
    settle()
    assert page.stack.currentWidget() is page.part
    page.part.setFocus()
    for step in (VALUES, COLUMNS, SHEET):
        _press(page, settle, Qt.Key.Key_Left, ALT)
        assert (page.stack.currentWidget() is page.sheet, page.sheet.step) == (True, step)
        page.sheet.next.setFocus()
    assert not page.actions_["previous_step"].isEnabled()
    assert "Alt+Left" in page.sheet.back.toolTip()
    assert "Ctrl+Return" in page.sheet.next.toolTip()


def test_a_letter_with_alt_chooses_no_field_for_a_column(page: ReviewPage, take: Take, foreign: Path) -> None:
    take(foreign)
    combo = page.sheet.columns._combos[1]
    before = combo.currentIndex()
    QTest.keyClick(combo, Qt.Key.Key_N, ALT)
    assert combo.currentIndex() == before
    QTest.keyClick(combo, Qt.Key.Key_N)
    assert combo.currentIndex() != before


def test_from_a_sheet_a_way_leads_to_the_workbook_that_waits_and_back_again(
    page: ReviewPage, take: Take, foreign: Path, returned: Path, settle: Settle
) -> None:
    take(returned)
    take(foreign)
    page.sheet._say(entity="mission", mapping={"Ville": "notes"})
    page.sheet._soon.timeout.emit()
    settle()
    assert page._back.isVisible()
    assert page._back.text() == "Back to the files to review"
    page.sheet.next.setFocus()
    _press(page, settle, Qt.Key.Key_Escape)
    assert page.stack.currentWidget() is page.part
    assert page.desk.review is not None
    assert page.desk.review.plan.file_name == returned.name
    assert page._back.text() == "Back to “missions.csv”"
    page._back.click()
    settle()
    assert page.stack.currentWidget() is page.sheet
    assert page.sheet._told.mapping == {"Ville": "notes"}


def test_from_the_review_of_a_workbook_a_way_leads_to_the_workbooks_out(
    page: ReviewPage, take: Take, returned: Path, workspace: Workspace, settle: Settle
) -> None:
    asked: list[Go] = []
    workspace.asked.connect(asked.append)
    take(returned)
    assert page._back.isVisible()
    assert page._back.text() == "Back to the workbooks out"
    asked.clear()
    page.part.record.table.setFocus()
    _press(page, settle, Qt.Key.Key_Escape)
    assert [one.page for one in asked] == ["workbooks_out"]
    assert page.desk.waiting


def test_a_sheet_that_is_alone_offers_no_way_to_other_files(page: ReviewPage, take: Take, foreign: Path) -> None:
    take(foreign)
    assert not page._back.isVisible()


def test_what_a_file_said_beside_the_records_stands_with_what_it_changed(
    page: ReviewPage, take: Take, returned: Path, workspace: Workspace, settle: Settle, show: Callable[[QWidget], None]
) -> None:
    take(returned)
    page.apply()
    settle()
    shown = [cell.words for held in page.done.list.held for cell in held.cells]
    assert any("Please call us" in words for words in shown)
    assert any("Nobody’s institute" in words for words in shown)
    asked: list[Go] = []
    workspace.asked.connect(asked.append)
    out, history = WorkbooksOutPage(workspace), HistoryPage(workspace)
    show(out)
    settle()
    out.list.select(page.done.written.shipment)
    out.look_back()
    assert asked[-1].page == "history"
    show(history)
    settle()
    history.visit(asked[-1])
    settle()
    remark = next(held for held in history.pane.list.held if "Please call us" in held.cells[0].words)
    assert "RICE-GEN" in remark.cells[0].words
    asked.clear()
    for said in ("Nobody’s institute", "Mon avis"):
        history.pane._open(next(n for n, held in enumerate(history.pane.list.held) if said in held.cells[0].words))
    assert [one.page for one in asked] == ["instrument"]  # a column left aside is no record
