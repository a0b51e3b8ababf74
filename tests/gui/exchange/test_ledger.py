"""The workbooks out: who holds which one, what is late, and the next step with each."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from desktop_app.gui.ink import Ink
from desktop_app.gui.pages.exchange import WorkbooksOutPage
from desktop_app.gui.receiving import badges, taking_in
from desktop_app.gui.receiving.drop import Dropping
from desktop_app.gui.table.cells import PADDING
from desktop_app.gui.theme import look
from desktop_app.gui.when import short_day
from desktop_app.gui.words import set_language
from desktop_app.sync.apply import apply_plan
from desktop_app.sync.export import Request, export_workbook
from desktop_app.sync.receive import receive

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.gui.workspace import Workspace
    from tests.gui.exchange.conftest import Office, Returned

    Settle = Callable[[], None]


@pytest.fixture
def page(workspace: Workspace, show: Callable[[QWidget], None], settle: Settle) -> WorkbooksOutPage:
    """The page, shown."""
    made = WorkbooksOutPage(workspace)
    show(made)
    settle()
    return made


def _send(office: Office, tmp_path: Path, recipient: str, days: int) -> None:
    due = (date.today() + timedelta(days=days)).isoformat()  # noqa: DTZ011
    request = Request(entities=("instrument",), countries=(office.ids["VN"],), recipient=recipient, due_on=due)
    export_workbook(office.store, tmp_path / f"{recipient}.xlsx", request)


def _states(page: WorkbooksOutPage) -> dict[str, str]:
    return {held.cells[1].text: held.cells[6].text for held in page.list.held}


def test_an_empty_ledger_says_the_next_step(page: WorkbooksOutPage) -> None:
    assert page.stack.currentIndex() == 1
    assert "Make one for an embassy" in page.nothing.words.text()


def test_each_workbook_says_with_whom_what_and_where_it_is(
    page: WorkbooksOutPage, office: Office, tmp_path: Path, settle: Settle
) -> None:
    _send(office, tmp_path, "Embassy in Hanoi", 20)
    _send(office, tmp_path, "Embassy in Bangkok", -6)
    page.load()
    settle()
    assert _states(page) == {"Embassy in Hanoi": "With them", "Embassy in Bangkok": "6 days late"}
    assert page.list.held[0].cells[2].text == "2\u00a0instruments"
    assert page.status() == "2 workbooks out, 1 late"
    badge = badges.count_out(office.store)
    assert badge is not None
    assert (badge.number, badge.hue) == (2, "red")


def test_who_holds_a_workbook_is_read_whole_in_large_letters(
    page: WorkbooksOutPage, office: Office, tmp_path: Path, settle: Settle
) -> None:
    recipient = "Ambassade de France au Royaume du Cambodge"
    _send(office, tmp_path, recipient, 20)
    look.apply("light", 1.5)
    page.resize(1282, 615)
    page.load()
    settle()
    cell, room = page.list.held[0].cells[1], page.list.columnWidth(1) - 2 * PADDING
    ink = Ink(look.font(bold=True))
    lines = ink.lines(cell.text, room, 2)
    assert len(lines) == 2
    assert [ink.cut(line, room) for line in lines] == lines
    assert page.list.rowHeight(0) == page.list.cells.height_of(cell, page.list.columnWidth(1)) > look.px(48)
    look.apply("light", 1.0)


def test_a_workbook_that_came_back_waits_for_its_review(
    page: WorkbooksOutPage, workspace: Workspace, send: Callable[[], Returned], settle: Settle, office: Office
) -> None:
    taking_in.receive(page, workspace, send().write("water", title="Theirs").save())
    settle()
    page.load()
    settle()
    assert _states(page) == {"Embassy in Hanoi": "To review"}
    assert page.list.held[0].cells[5].text == short_day(date.today())  # noqa: DTZ011
    asked: list[str] = []
    workspace.asked.connect(lambda go: asked.append(go.page))
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert asked == ["review"]
    badge = badges.count_waiting(office.store)
    assert badge is not None
    assert (badge.number, badge.hue) == (1, "amber")


def test_verbs_that_make_no_sense_are_off(
    page: WorkbooksOutPage, office: Office, tmp_path: Path, settle: Settle
) -> None:
    assert not page.actions_["remind"].isEnabled()
    _send(office, tmp_path, "Embassy in Hanoi", 20)
    page.load()
    settle()
    assert page.actions_["remind"].isEnabled()
    assert not page.actions_["review"].isEnabled()


def test_a_reminder_is_a_draft_to_the_mail_program_or_a_letter_with_the_workbook(
    page: WorkbooksOutPage, office: Office, tmp_path: Path, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []

    def open_(url: QUrl) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", staticmethod(open_))
    _send(office, tmp_path, "Embassy in Hanoi", -6)
    page.load()
    settle()
    page.actions_["remind"].trigger()
    settle()
    draft = unquote(opened[0].toString())
    assert draft.startswith("mailto:?subject=CNRS : Embassy in Hanoi (EX0001)")
    assert "Nous ne l’avons pas encore reçu" in draft
    page.actions_["remind_with_it"].trigger()
    settle()
    letter = Path(opened[1].toLocalFile()).read_bytes()
    assert letter.count(b"Embassy in Hanoi.xlsx") >= 1
    assert b"X-Unsent: 1" in letter


def test_the_ledger_follows_the_language(
    page: WorkbooksOutPage, office: Office, tmp_path: Path, settle: Settle
) -> None:
    _send(office, tmp_path, "Embassy in Bangkok", -6)
    page.load()
    settle()
    set_language("fr")
    settle()
    assert _states(page) == {"Embassy in Bangkok": "6 jours de retard"}
    assert page.head.title.text() == "Classeurs envoyés"


# Dropping ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def window(workspace: Workspace, show: Callable[[QWidget], None]) -> QMainWindow:
    """A window on which files can be dropped."""
    made = QMainWindow()
    made.setCentralWidget(QWidget())
    show(made)
    made.dropping = Dropping(made, workspace)  # type: ignore[attr-defined]
    return made


def _dragged(path: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    return data


def _enter(window: QMainWindow, data: QMimeData) -> bool:
    event = QDragEnterEvent(
        QPoint(50, 50), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    event.ignore()
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def test_a_sheet_over_the_window_says_what_will_happen(window: QMainWindow, tmp_path: Path) -> None:
    data = _dragged(tmp_path / "anything.xlsx")
    assert _enter(window, data)
    sheet = window.dropping.sheet  # type: ignore[attr-defined]
    assert sheet.isVisible()
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not sheet.isVisible()


def test_other_files_are_not_taken(window: QMainWindow, tmp_path: Path) -> None:
    data = _dragged(tmp_path / "letter.pdf")
    assert not _enter(window, data)


def test_a_dropped_workbook_goes_to_the_review(
    window: QMainWindow, workspace: Workspace, send: Callable[[], Returned], settle: Settle
) -> None:
    data = _dragged(send().write("water", title="Theirs").save())
    asked: list[str] = []
    workspace.asked.connect(lambda go: asked.append(go.page))
    assert _enter(window, data)
    event = QDropEvent(
        QPoint(50, 50), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(window, event)
    settle()
    assert asked == ["review"]


def test_a_workbook_that_is_back_says_as_what_and_shows_what_it_changed(
    page: WorkbooksOutPage, office: Office, workspace: Workspace, send: Callable[[], Returned], settle: Settle
) -> None:
    plan = receive(office.store, send().write("water", city="Can Tho").save("Copie de retour.xlsx"))
    assert plan is not None
    step = apply_plan(office.store, plan).changes.batch
    page.load()
    settle()
    page.list.select("EX0001")
    (row,) = page.list.held
    assert row.cells[5].second == "Copie de retour.xlsx"
    asked: list[tuple[str, str]] = []
    workspace.asked.connect(lambda go: asked.append((go.page, go.id)))
    page.actions_["look_back"].trigger()
    assert asked == [("history", str(step))]
    assert page.actions_["thank"].isEnabled()
