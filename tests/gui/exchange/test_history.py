"""History and backups: what was done is seen, taken back step by step, and copies of the base are made and used."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton, QToolButton, QWidget

from desktop_app.domain.event import ATTACHMENT
from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.instrument_parts import PERIOD
from desktop_app.domain.mission import MISSION
from desktop_app.domain.partner import PARTNER
from desktop_app.domain.person import PERSON
from desktop_app.domain.plan import ACCEPT
from desktop_app.domain.words import Words
from desktop_app.gui.pages.history import HistoryPage
from desktop_app.gui.parts import column
from desktop_app.gui.table.short_list import ShortList
from desktop_app.gui.theme import look
from desktop_app.gui.words import set_language
from desktop_app.store.base import Store
from desktop_app.sync.apply import apply_plan
from desktop_app.sync.receive import receive

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from desktop_app.gui.workspace import Notice, Workspace
    from tests.gui.exchange.conftest import Office, Returned

    Settle = Callable[[], None]


@pytest.fixture
def page(workspace: Workspace, show: Callable[[HistoryPage], None], settle: Settle) -> HistoryPage:
    """The page, shown."""
    made = HistoryPage(workspace)
    show(made)
    settle()
    return made


def _words(page: HistoryPage) -> list[str]:
    return [held.cells[2].text for held in page.list.held if held.id]


def _told(page: HistoryPage) -> list[str]:
    return [cell.words for held in page.pane.list.held for cell in held.cells]


def _see(page: HistoryPage, batch: int, settle: Settle) -> None:
    page.load()
    settle()
    assert page.list.select(str(batch))
    settle()


def test_steps_stand_by_day_with_who_what_and_from_where(page: HistoryPage) -> None:
    titles = [held.cells[0].text for held in page.list.held if not held.id]
    assert len(titles) == 1
    assert titles[0].startswith("Today")
    assert _words(page) == ["A small office", "Reference data"]
    assert [cell.text for cell in page.list.held[1].cells][1:4:2] == ["You", "Typed here"]


def test_a_wide_window_shows_at_once_what_the_last_step_did(workspace: Workspace, qtbot: QtBot, settle: Settle) -> None:
    made = HistoryPage(workspace)
    qtbot.addWidget(made)
    made.resize(1400, 690)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    settle()
    assert made.pane.isVisible()


def test_a_part_is_named_after_the_record_in_which_it_is_edited(
    page: HistoryPage, office: Office, settle: Settle
) -> None:
    with office.store.edit(Words("Ajouter une période", "Add a period")) as edit:
        edit.add(PERIOD, {"instrument": office.ids["water"], "number": 1, "starts_on": "2022", "ends_on": "2026"})
    _see(page, edit.changes.batch, settle)
    assert _told(page)[0] == "MEKONG-WATER · period 2022–2026 · period · added"


def test_a_record_whose_adding_was_undone_still_has_its_name(page: HistoryPage, office: Office, settle: Settle) -> None:
    with office.store.edit(Words("Ajouter un partenaire", "Add a partner")) as edit:
        edit.add(PARTNER, {"name": "Institut fictif du Delta", "country": office.ids["VN"]})
    office.store.undo()
    _see(page, edit.changes.batch, settle)
    assert _told(page)[0] == "Institut fictif du Delta · partner · added"


def test_an_undo_tells_what_it_took_back_without_what_only_the_program_reads(
    page: HistoryPage, office: Office, settle: Settle
) -> None:
    values = {"owner": office.ids["vast"], "name": "Accord (fictif).pdf", "size": "19800", "content": "5d903f776cc7"}
    with office.store.edit(Words("Joindre", "Attach")) as edit:
        edit.add(ATTACHMENT, values)
    office.store.undo()
    _see(page, edit.changes.batch, settle)
    assert [line.split(" · ")[-1] for line in _told(page)] == ["added", "File name"]
    _see(page, office.store.steps(1)[0].batch, settle)
    assert _told(page)[0] == "Accord (fictif).pdf · attachment · added, taken back"


def test_a_field_that_was_decided_between_two_values_is_told_once_after_an_undo(
    page: HistoryPage, office: Office, settle: Settle, send: Callable[[], Returned]
) -> None:
    book = send()
    office.change(INSTRUMENT, "water", title="Water of the Mekong, as we say")
    plan = receive(office.store, book.write("water", title="Water and sediments").save())
    assert plan is not None
    plan.items[0].decision = ACCEPT
    batch = apply_plan(office.store, plan).changes.batch
    office.store.undo()
    _see(page, batch, settle)
    assert [line for line in _told(page) if line.endswith("Title")] == [
        "Water of the Mekong, as we say → Water and sediments · Title"
    ]


def test_a_step_shows_each_record_with_the_values_before_and_after(
    page: HistoryPage, office: Office, settle: Settle
) -> None:
    batch = office.change(INSTRUMENT, "water", title="Water and sediments of the lower Mekong", ends_on="2029-12-31")
    _see(page, batch, settle)
    assert _told(page) == [
        "MEKONG-WATER · instrument · changed",
        "Water cycle of the lower Mekong → Water and sediments of the lower Mekong · Title",
        "31 Dec 2026 → 31 Dec 2029 · End",
    ]


def test_a_long_change_takes_the_lines_that_it_needs(page: HistoryPage, office: Office, settle: Settle) -> None:
    batch = office.change(
        INSTRUMENT, "water", title="Water cycle of the lower Mekong and its sediments", ends_on="2029-12-31"
    )
    _see(page, batch, settle)
    title, end = (page.pane.list.rowHeight(number) for number in (1, 2))
    assert end == page.pane.list.cells.row_height()
    assert title > end


def test_the_title_of_a_step_is_never_cut_and_the_pane_keeps_its_edge(
    page: HistoryPage, office: Office, settle: Settle
) -> None:
    name = "Instruments_Vietnam_2026-10-02_version_finale_relue_et_corrigee_(retour).xlsx"
    with office.store.edit(Words(f"Retour de {name}", f"Return of {name}")) as edit:
        edit.set(INSTRUMENT, office.ids["water"], "city", "Hue")
    page.load()
    settle()
    page.list.select(next(held.id for held in page.list.held if held.id))
    settle()
    title = page.pane.title
    assert title.text().replace("\u200b", "") == f"Return of {name}"
    room = title.contentsRect().adjusted(0, 0, 0, 1000)
    assert title.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, title.text()).width() <= room.width()
    assert page.pane.list.x() >= 2


def test_a_clean_step_is_undone_at_one_press(page: HistoryPage, office: Office, settle: Settle) -> None:
    first = office.change(PARTNER, "vast", city="Ho Chi Minh City")
    office.change(PARTNER, "mahidol", city="Salaya")
    _see(page, first, settle)
    page.actions_["undo_step"].trigger()
    settle()
    settle()
    assert office.record(PARTNER, "vast")["city"] == "Hanoi"
    assert office.record(PARTNER, "mahidol")["city"] == "Salaya"
    assert _words(page)[0] == "Undone: Change the record"
    assert not page.can_undo() or page.step() is not None


def test_a_step_that_was_undone_here_is_done_again_at_one_press(
    page: HistoryPage, office: Office, settle: Settle
) -> None:
    batch = office.change(PARTNER, "vast", city="Ho Chi Minh City")
    _see(page, batch, settle)
    noted: list[Notice] = []
    page.workspace.noted.connect(noted.append)
    page.actions_["undo_step"].trigger()
    settle()
    settle()
    assert office.record(PARTNER, "vast")["city"] == "Hanoi"
    assert noted[-1].text == "Undone: Change the record"
    assert noted[-1].redo
    assert noted[-1].back is not None
    noted[-1].back()
    settle()
    assert office.record(PARTNER, "vast")["city"] == "Ho Chi Minh City"
    assert noted[-1].text == "Done again: Change the record"
    assert noted[-1].undo


def test_what_an_undone_step_had_added_keeps_its_name(page: HistoryPage, office: Office, settle: Settle) -> None:
    with office.store.edit(Words("Reprendre la liste", "Take in the list")) as edit:
        traveller = edit.add(PERSON, {"family_name": "Lambert", "given_name": "Claire"})
        edit.add(MISSION, {"person": traveller, "starts_on": "2026-01-12"})
    office.store.undo()
    _see(page, edit.changes.batch, settle)
    assert [line for line in _told(page) if line.endswith("added")] == [
        "Claire Lambert · person · added",
        "Claire Lambert · mission · added",
    ]


def test_the_step_shows_beside_the_list_in_a_window_that_is_wide_enough(
    workspace: Workspace, settle: Settle, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    made = HistoryPage(workspace)
    window.setLayout(column(made))
    window.resize(1366, 768)
    window.show()
    settle()
    assert made.pane.isVisible()
    assert made.pane.title.text() == "A small office"


def test_where_the_pane_is_not_seen_a_step_is_undone_below_the_list(
    page: HistoryPage, office: Office, settle: Settle
) -> None:
    look.apply("light", 1.5)
    batch = office.change(PARTNER, "vast", city="Ho Chi Minh City")
    _see(page, batch, settle)
    page.host.set_open(open_=False)
    settle()
    offered = {one.text(): one for one in page.findChildren(QPushButton) if one.isVisible()}
    assert offered["Undo this step"].visibleRegion().boundingRect() == offered["Undo this step"].rect()
    offered["See what it changed"].click()
    assert page.pane.isVisible()
    assert not offered["Undo this step"].isVisible()  # the pane offers it
    page.host.set_open(open_=False)
    offered["Undo this step"].click()
    settle()
    assert office.record(PARTNER, "vast")["city"] == "Hanoi"
    look.apply("light", 1.0)


def test_what_was_changed_since_is_named_before_the_rest_is_undone(
    page: HistoryPage, office: Office, settle: Settle, answer: Callable[[str], list[str]]
) -> None:
    batch = office.change(INSTRUMENT, "water", title="Sediments", status="to_renew")
    office.change(INSTRUMENT, "water", title="Sediments of the Mekong")
    _see(page, batch, settle)
    assert any("since then Sediments of the Mekong" in line for line in _told(page))
    asked = answer("Undo the other 1")
    page.actions_["undo_step"].trigger()
    settle()
    settle()
    assert "MEKONG-WATER, Title: since then Sediments of the Mekong" in asked[0]
    water = office.record(INSTRUMENT, "water")
    assert (water["title"], water["status"]) == ("Sediments of the Mekong", "active")


def test_a_step_that_was_wholly_changed_since_says_so(page: HistoryPage, office: Office, settle: Settle) -> None:
    batch = office.change(PARTNER, "vast", city="Ho Chi Minh City")
    office.change(PARTNER, "vast", city="Da Nang")
    said: list[str] = []
    page.workspace.noted.connect(lambda notice: said.append(notice.text))
    _see(page, batch, settle)
    page.actions_["undo_step"].trigger()
    settle()
    assert said == ["Nothing of this step can be undone: all of it was changed since."]
    assert office.record(PARTNER, "vast")["city"] == "Da Nang"


def test_reference_data_and_undone_steps_offer_no_undo(page: HistoryPage, office: Office, settle: Settle) -> None:
    batch = office.change(PARTNER, "vast", city="Ho Chi Minh City")
    office.store.undo()
    _see(page, batch, settle)
    assert not page.actions_["undo_step"].isEnabled()
    page.list.select(str(page._steps[-1].batch))
    settle()
    assert page.step().kind == "reference"  # type: ignore[union-attr]
    assert not page.actions_["undo_step"].isEnabled()


def test_the_arrows_skip_the_titles_and_enter_goes_to_the_changes(page: HistoryPage, qtbot: QtBot) -> None:
    page.list.setFocus()
    assert page.list.currentIndex().row() == 1
    QTest.keyClick(page.list, Qt.Key.Key_Up)
    assert page.list.currentIndex().row() == 1
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    qtbot.waitUntil(page.pane.list.hasFocus)


def test_enter_on_a_change_opens_its_record(page: HistoryPage, office: Office, settle: Settle) -> None:
    batch = office.change(PARTNER, "vast", city="Ho Chi Minh City")
    _see(page, batch, settle)
    asked: list[object] = []
    page.workspace.asked.connect(lambda go: asked.append((go.page, go.id)))
    QTest.keyClick(page.pane.list, Qt.Key.Key_Return)
    assert asked == [("partner", office.ids["vast"])]


def test_back_up_now_makes_a_checked_copy_that_shows(page: HistoryPage, settle: Settle, workspace: Workspace) -> None:
    page.tabs.choose("backups")
    assert page.backups._stack.currentWidget() is page.backups.nothing
    page.actions_["back_up"].trigger()
    settle()
    settle()
    (held,) = page.backups.list.held
    assert held.cells[0].text.startswith("Today")
    assert held.cells[2].text.endswith("MB")
    assert page.status() == "1 copy of this base"
    assert workspace.store.path.exists()


def test_a_copy_is_restored_as_a_new_base_and_the_open_one_stays(
    page: HistoryPage, office: Office, settle: Settle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.actions_["back_up"].trigger()
    settle()
    settle()
    office.change(PARTNER, "vast", city="Ho Chi Minh City")
    target = tmp_path / "found again.passerelle"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_more: (str(target), ""))
    page.actions_["restore"].trigger()
    settle()
    with Store.open(target, readonly=True) as found:
        record = found.get(PARTNER, office.ids["vast"])
        assert record is not None
        assert record["city"] == "Hanoi"
    assert office.record(PARTNER, "vast")["city"] == "Ho Chi Minh City"


def test_a_copy_never_replaces_a_file_that_is_there(
    page: HistoryPage, settle: Settle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.actions_["back_up"].trigger()
    settle()
    settle()
    target = tmp_path / "there.passerelle"
    target.write_text("kept")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_more: (str(target), ""))
    failures: list[Exception] = []
    page.workspace.tasks.failed.connect(failures.append)
    page.actions_["restore"].trigger()
    settle()
    assert "already exists" in str(failures[0])
    assert target.read_text() == "kept"


class _Opened(QObject):
    """Receives what is to be opened by the system."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        """Note an address."""
        self.urls.append(url.toLocalFile())


def test_the_folder_of_the_copies_opens(page: HistoryPage, workspace: Workspace) -> None:
    opened = _Opened()
    QDesktopServices.setUrlHandler("file", opened, "take")  # type: ignore[arg-type]  # its stub says bytes
    page.actions_["open_folder"].trigger()
    QDesktopServices.unsetUrlHandler("file")
    assert opened.urls == [str(workspace.store.path.with_name("office - sauvegardes"))]


def test_every_text_follows_the_language(page: HistoryPage, settle: Settle) -> None:
    set_language("fr")
    settle()
    assert page.head.title.text() == "Historique et sauvegardes"
    assert page.list.held[0].cells[0].text.startswith("Aujourd’hui")
    assert _words(page) == ["Un petit bureau", "Données de référence"]


def test_what_has_the_focus_has_a_name(page: HistoryPage) -> None:
    buttons = [*page.findChildren(QPushButton), *page.findChildren(QToolButton)]
    nameless = [button for button in buttons if not (button.accessibleName() or button.text())]
    assert not nameless
    assert all(table.accessibleName() for table in page.findChildren(ShortList))
