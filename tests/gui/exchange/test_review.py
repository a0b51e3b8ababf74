"""A returned workbook is reviewed: nothing is written before Apply, then all of it as one step that can be undone."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMessageBox, QPushButton, QToolButton, QWidget

from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.plan import ACCEPT, OPEN, REFUSE
from desktop_app.domain.words import Words
from desktop_app.gui.dialogs.other_value import OtherValueDialog
from desktop_app.gui.dialogs.password import PasswordDialog
from desktop_app.gui.pages.exchange import WorkbooksOutPage
from desktop_app.gui.pages.records import InstrumentPage
from desktop_app.gui.parts import ElidedParts
from desktop_app.gui.receiving import taking_in
from desktop_app.gui.review.fields import HEADING_HEIGHT, OURS, PAD, RESULT, SENT, THEIRS, FieldTable, look_of
from desktop_app.gui.theme import look
from desktop_app.gui.words import set_language
from desktop_app.store.queries import Query
from desktop_app.sync import shelf
from desktop_app.sync.export import export_workbook
from tests.gui.exchange.conftest import Returned, for_hanoi

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from desktop_app.gui.pages.review import ReviewPage
    from desktop_app.gui.workspace import Go, Workspace
    from desktop_app.sync.review import Review
    from tests.gui.exchange.conftest import Office

    Settle = Callable[[], None]
    Send = Callable[[], Returned]
    Take = Callable[[Path], None]


@pytest.fixture
def returned(send: Send, office: Office) -> Path:
    """A workbook with every kind of answer, while the office has worked on."""
    book = send()
    office.change(INSTRUMENT, "water", title="Water of the Mekong, as we say")
    book.write("water", title="Water and sediments of the Mekong", ends_on="31 février 2027", city="Can Tho")
    book.write("rice", action="à supprimer / remove", remark="Please call us")
    return book.add(type="IEA", acronym="DELTA-SALT", title="Salinity of the delta").save()


def _review(page: ReviewPage) -> Review:
    found = page.desk.review
    assert found is not None
    return found


def _decisions(page: ReviewPage) -> dict[str, str]:
    return {f"{item.kind}:{item.field}": item.decision for item in _review(page).items}


def _line(page: ReviewPage, label: str) -> int:
    return next(number for number, line in enumerate(page.part.lines()) if line.label == label)


def _press(page: ReviewPage, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(page.part.record.table, key, held)


def _select(page: ReviewPage, key_end: str) -> None:
    held = next(held for held in page.part.list.held if held.id.endswith(key_end))
    assert page.part.list.select(held.id)


def test_without_a_file_the_page_says_the_next_step(page: ReviewPage) -> None:
    assert page.stack.currentWidget() is page.nothing
    assert "Drop a workbook that came back" in page.nothing.words.text()
    assert not page.actions_["apply"].isEnabled()


def test_what_came_back_is_counted_by_category_and_nothing_is_written(
    page: ReviewPage, take: Take, returned: Path, office: Office
) -> None:
    before = office.store.journal_position()
    take(returned)
    shown = {name: tile.count for name, tile in page.part.tiles.tiles.items() if tile.isVisible()}
    assert shown == {"theirs": 1, "conflicts": 1, "new": 1, "removed": 1, "unread": 1, "same": 0}
    assert office.store.journal_position() == before
    assert "Embassy in Hanoi  ·  sent on" in page.about.text()
    assert "3 rows read" in page.about.text()


def test_a_field_shows_what_was_sent_ours_theirs_and_the_result(page: ReviewPage, take: Take, returned: Path) -> None:
    take(returned)
    title = page.part.lines()[_line(page, "Title")]
    assert (title.sent, title.ours, title.theirs, title.result) == (
        "Water cycle of the lower Mekong", "Water of the Mekong, as we say", "Water and sediments of the Mekong", "Decide",
    )  # fmt: skip
    city = page.part.lines()[_line(page, "City")]
    assert (city.sent, city.ours, city.theirs, city.result) == ("–", "unchanged", "Can Tho", "Can Tho")


def test_no_word_is_broken_in_a_field_and_a_new_record_keeps_no_column_for_what_was_sent(
    page: ReviewPage, take: Take, send: Send
) -> None:
    book = send().write("rice", title="Photoelectrochemistry of rice", ends_on="31/12/2027")
    take(book.add(type="IEA", acronym="DELTA-SALT", title="Salinity of the delta").save())
    table = page.part.record.table
    shown = page.part.lines()[_line(page, "Title")]
    for column in (OURS, THEIRS, RESULT):
        font = look.font(bold=look_of(shown, column).bold)
        words = QFontMetrics(font).horizontalAdvance("Photoelectrochemistry") if column != OURS else 0
        assert table.columnWidth(column) >= words + 2 * PAD
    end = next(line for line in page.part.lines() if line.label == "End")
    assert end.result == "31 Dec 2027"
    assert table.columnWidth(RESULT) >= QFontMetrics(look.font(bold=True)).horizontalAdvance(end.result) + 2 * PAD
    for width in (1110, 980, 900):
        page.resize(width, 690)
        QApplication.processEvents()
        assert table.horizontalScrollBar().maximum() == 0
    page.part.go_to_next(1)
    assert any(line.theirs == "DELTA-SALT" for line in page.part.lines())
    assert table.isColumnHidden(SENT)
    assert not table.isColumnHidden(OURS)


def test_a_grey_cell_that_was_changed_is_not_the_whole_row_and_its_entry_opens_from_the_review(
    page: ReviewPage, take: Take, send: Send, workspace: Workspace
) -> None:
    asked: list[Go] = []
    take(send().write("water", partners="Mahidol University; KMUTT").save())
    workspace.asked.connect(asked.append)
    (line,) = page.part.lines()
    assert (line.label, line.theirs, line.result) == ("In the row", "Mahidol University; KMUTT", "not taken")
    opening = next(one for one in page.part.record.more.menu().actions() if one.text() == "Open the entry")
    assert opening.isEnabled()
    opening.trigger()
    assert [(go.page, go.id, go.open) for go in asked] == [("instrument", _review(page).items[0].id, True)]


def test_a_cell_that_was_not_understood_shows_its_text_its_address_and_why(
    page: ReviewPage, take: Take, returned: Path
) -> None:
    take(returned)
    page.part.record.table.select(_line(page, "End"))
    line = page.part.record.table.line()
    assert line is not None
    assert line.theirs == "“31 février 2027”"
    why = page.part.record.why.text()
    assert why.startswith("Read in cell J4 of “Instruments”. ")
    assert "31 février 2027" in why


def test_the_arrows_decide_and_the_result_follows(page: ReviewPage, take: Take, returned: Path) -> None:
    take(returned)
    page.part.record.table.select(_line(page, "Title"))
    here = page.part.list.current()
    _press(page, Qt.Key.Key_Right)
    page.part.list.select(here)  # what is open next was at hand
    page.part.record.table.select(_line(page, "Title"))
    assert page.part.lines()[_line(page, "Title")].result == "Water and sediments of the Mekong"
    _press(page, Qt.Key.Key_Left)  # what was decided stays in sight when it is decided otherwise
    assert page.part.list.current() == here
    assert page.part.lines()[_line(page, "Title")].result == "Water of the Mekong, as we say"
    assert _decisions(page)["conflicts:title"] == REFUSE


def test_the_arrows_decide_after_a_click_in_the_list_and_the_foot_says_what_they_do(
    page: ReviewPage, take: Take, returned: Path
) -> None:
    take(returned)
    part = page.part
    part.record.table.setFocus()
    assert "Ctrl+Enter\u00a0apply" in part.record.keys.text()
    assert "↑\u00a0↓\u00a0field" in part.record.keys.text()
    row = next(number for number, held in enumerate(part.list.held) if held.id == part.list.current())
    middle = part.list.visualRect(part.list.model().index(row, 1)).center()
    QTest.mouseClick(part.list.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert part.list.hasFocus()
    assert "↑\u00a0↓\u00a0entry" in part.record.keys.text()
    part.record.table.select(_line(page, "Title"))
    chosen = part.list.current()
    for key, decision in ((Qt.Key.Key_Right, ACCEPT), (Qt.Key.Key_Left, REFUSE)):
        QTest.keyClick(part.list, key)
        assert _decisions(page)["conflicts:title"] == decision
        QTest.keyClick(part.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert part.list.current() == chosen
        part.record.table.select(_line(page, "Title"))
    assert _decisions(page)["conflicts:title"] == OPEN
    QTest.keyClick(part.list, Qt.Key.Key_Down)
    assert part.list.current() != chosen
    QTest.keyClick(part.list, Qt.Key.Key_Return)
    assert part.record.table.hasFocus()
    assert "↑\u00a0↓\u00a0field" in part.record.keys.text()


def test_a_click_on_a_side_decides_too(page: ReviewPage, take: Take, returned: Path) -> None:
    take(returned)
    table = page.part.record.table
    for column, decision in ((THEIRS, ACCEPT), (OURS, REFUSE)):
        middle = table.visualRect(table.fields.index(_line(page, "Title"), column)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle)
        assert _decisions(page)["conflicts:title"] == decision


def test_enter_goes_to_the_next_record_that_asks_for_something(
    page: ReviewPage, take: Take, send: Send, office: Office
) -> None:
    book = send().add(acronym="DELTA-SALT", type="IEA")  # its title is missing
    office.change(INSTRUMENT, "water", title="Ours")
    take(book.write("water", title="Theirs").write("rice", city="Hue").save())
    assert page.part.list.current().endswith(office.ids["water"])
    _press(page, Qt.Key.Key_Left)
    _press(page, Qt.Key.Key_Return)
    current = page.part.subject()
    assert current is not None
    assert current.category == "new"
    assert page.part.record.table.hasFocus()


def test_a_accepts_all_of_the_category(page: ReviewPage, take: Take, send: Send, office: Office) -> None:
    book = send()
    for name in ("water", "rice"):
        office.change(INSTRUMENT, name, title=f"Ours of {name}")
        book.write(name, title=f"Theirs of {name}")
    take(book.save())
    _press(page, Qt.Key.Key_A)
    assert {item.decision for item in _review(page).items} == {ACCEPT}


def test_control_z_takes_the_last_decision_back_and_not_the_last_edit(
    page: ReviewPage, take: Take, returned: Path, office: Office
) -> None:
    take(returned)
    page.part.record.table.select(_line(page, "Title"))
    _press(page, Qt.Key.Key_Right)
    _press(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert _decisions(page)["conflicts:title"] == OPEN
    assert office.record(INSTRUMENT, "water")["title"] == "Water of the Mekong, as we say"


def _another_end(page: ReviewPage) -> tuple[OtherValueDialog, QLineEdit]:
    """Ask for another end; return the dialog, and its line, empty."""
    page.part.record.table.select(_line(page, "End"))
    _press(page, Qt.Key.Key_E)
    dialog = page.part.findChild(OtherValueDialog)
    assert dialog is not None
    line = dialog.editor.focusProxy()
    assert isinstance(line, QLineEdit)
    line.clear()
    return dialog, line


def test_another_value_is_typed_in_the_place_of_theirs(
    page: ReviewPage, take: Take, returned: Path, qtbot: QtBot
) -> None:
    take(returned)
    dialog, line = _another_end(page)
    QTest.keyClicks(line, "28/02/2027")
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert page.part.lines()[_line(page, "End")].result == "28 Feb 2027"
    assert _decisions(page)["unreadable:ends_on"] == ACCEPT


def test_what_was_wrong_with_another_value_is_said_no_more_once_it_is_mended(
    page: ReviewPage, take: Take, returned: Path
) -> None:
    take(returned)
    dialog, line = _another_end(page)
    QTest.keyClicks(line, "someday")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert dialog.problem.isVisible()
    line.clear()
    QTest.keyClicks(line, "28/02/2027")
    assert not dialog.problem.isVisible()
    dialog.reject()


def test_one_answer_serves_all_cells_with_the_same_text(page: ReviewPage, take: Take, send: Send) -> None:
    book = send()
    for name in ("water", "rice"):
        book.write(name, ends_on="fin 2O27")
    take(book.save())
    page.part.ask_other(0)
    dialog = page.part.findChild(OtherValueDialog)
    assert dialog is not None
    assert dialog.all_equal.text() == "The same for 1 other cell with the same text"
    dialog.editor.set_value("2027")
    dialog._on_accepted()
    assert [item.theirs for item in _review(page).items] == ["2027", "2027"]


def test_apply_writes_one_step_and_shows_what_it_changed(
    page: ReviewPage, take: Take, returned: Path, office: Office, settle: Settle
) -> None:
    take(returned)
    page.part.record.theirs.click()
    assert page.actions_["apply"].text() == "Apply 4 changes (1 removal)"
    page.actions_["apply"].trigger()
    settle()
    settle()
    water = office.record(INSTRUMENT, "water")
    assert (water["title"], water["city"]) == ("Water and sediments of the Mekong", "Can Tho")
    assert office.store.get(INSTRUMENT, office.ids["rice"]) is None
    added = [record["acronym"] for record in office.store.records(Query(INSTRUMENT))]
    assert "DELTA-SALT" in added
    steps = office.store.steps(1)
    assert (steps[0].kind, steps[0].file_name) == ("import", "Instruments Vietnam (retour).xlsx")
    assert page.stack.currentWidget() is page.done
    assert page.done.words.text() == "“Instruments Vietnam (retour).xlsx” is taken in: 4 changes. 1 still to decide."
    assert any("DELTA-SALT" in held.cells[0].text for held in page.done.list.held)
    shipment = office.store.ledger.shipments()[0]
    assert shipment.state == "returned"


def test_the_records_that_a_workbook_changed_are_a_list_from_its_result_and_from_the_ledger(
    page: ReviewPage, take: Take, returned: Path, office: Office, settle: Settle, show: Callable[[QWidget], None]
) -> None:
    take(returned)
    page.part.record.theirs.click()
    page.actions_["apply"].trigger()
    settle()
    settle()
    asked: list[Go] = []
    page.workspace.asked.connect(asked.append)
    page.done.list_.click()
    settle()
    (go,) = asked
    assert (go.page, len(go.filters)) == ("instrument", 1)
    question = Query(INSTRUMENT, go.filters)  # type: ignore[arg-type]
    assert {record["acronym"] for record in office.store.records(question)} == {"MEKONG-WATER", "DELTA-SALT"}
    listing = InstrumentPage(page.workspace)
    show(listing)
    listing.visit(go)
    settle()
    settle()
    assert len(listing.list.numbers()) == 2
    chips = [chip.text() for chip in listing.list.filters.findChildren(QPushButton)]
    assert "Changed by the file: Instruments Vietnam (retour).xlsx" in chips
    ledger = WorkbooksOutPage(page.workspace)
    show(ledger)
    settle()
    ledger.actions_["changed_records"].trigger()
    settle()
    assert asked[1:] == [go]
    # What is taken back was not changed by it.
    office.store.undo()
    assert office.store.count(question) == 0


def test_one_undo_takes_the_whole_workbook_back(
    page: ReviewPage, take: Take, returned: Path, office: Office, settle: Settle
) -> None:
    take(returned)
    page.part.record.theirs.click()
    page.actions_["apply"].trigger()
    settle()
    settle()
    page.done.undo.click()
    settle()
    settle()
    water = office.record(INSTRUMENT, "water")
    assert (water["title"], water["city"]) == ("Water of the Mekong, as we say", None)
    assert office.record(INSTRUMENT, "rice")["title"] == "Genomics of rice"
    assert len(office.store.records(Query(INSTRUMENT))) == 3


def test_a_workbook_whose_changes_are_taken_back_waits_again_as_it_was_decided(
    page: ReviewPage, take: Take, returned: Path, settle: Settle, office: Office
) -> None:
    take(returned)
    page.part.record.theirs.click()
    assert page.desk.review is not None
    before = [(item.cell, item.field, item.decision) for item in page.desk.review.items]
    page.actions_["apply"].trigger()
    settle()
    settle()
    page.done.undo.click()
    settle()
    settle()
    assert page.stack.currentWidget() is page.part
    assert page.desk.review is not None
    assert [(item.cell, item.field, item.decision) for item in page.desk.review.items] == before
    page.actions_["apply"].trigger()
    settle()
    settle()
    assert page.stack.currentWidget() is page.done
    assert page.done.written.taken
    assert office.record(INSTRUMENT, "water")["title"] != "Water of the Mekong, as we say"


def test_an_undo_by_the_keys_leaves_no_page_that_says_the_workbook_is_taken_in(
    page: ReviewPage, take: Take, returned: Path, settle: Settle, workspace: Workspace
) -> None:
    take(returned)
    page.part.record.theirs.click()
    page.actions_["apply"].trigger()
    settle()
    settle()
    assert page.stack.currentWidget() is page.done
    assert not page.done.undo.hasFocus()  # an Enter too many takes nothing back
    workspace.undo()
    settle()
    settle()
    assert page.stack.currentWidget() is not page.done


def test_what_is_left_open_stays_to_be_reviewed(page: ReviewPage, take: Take, returned: Path, settle: Settle) -> None:
    take(returned)
    page.actions_["apply"].trigger()
    settle()
    settle()
    assert page.done.close_.text() == "Go on with the rest"
    page.done.close_.click()
    settle()
    settle()
    assert page.stack.currentWidget() is page.part
    assert {item.field for item in _review(page).items} == {"title", "ends_on"}


def test_a_record_changed_after_the_file_came_in_is_asked_about_again(
    page: ReviewPage, take: Take, send: Send, office: Office, settle: Settle
) -> None:
    take(send().write("water", title="Theirs").save())
    office.change(INSTRUMENT, "water", title="Ours, just now")
    page.actions_["apply"].trigger()
    settle()
    settle()
    assert office.record(INSTRUMENT, "water")["title"] == "Ours, just now"
    page.done.close_.click()
    settle()
    settle()
    line = page.part.lines()[0]
    assert (line.ours, line.theirs, line.result) == ("Ours, just now", "Theirs", "Decide")


def test_decisions_survive_the_end_of_the_program(
    page: ReviewPage, take: Take, returned: Path, workspace: Workspace, office: Office, settle: Settle
) -> None:
    take(returned)
    page.part.record.table.select(_line(page, "Title"))
    _press(page, Qt.Key.Key_Right)
    page.part.ask_other(_line(page, "End"))
    dialog = page.part.findChild(OtherValueDialog)
    assert dialog is not None
    dialog.editor.set_value("2027")
    dialog._on_accepted()
    workspace.closing.emit()
    settle()
    (line,) = shelf.waiting(office.store)
    again = shelf.find(office.store, line.key)
    assert again is not None
    by_field = {item.field: item for item in again.items if item.field}
    assert by_field["title"].decision == ACCEPT
    assert (by_field["ends_on"].theirs, by_field["ends_on"].decision) == ("2027", ACCEPT)
    assert line.open == 0


def test_the_same_file_twice_is_one_review(take: Take, returned: Path, office: Office) -> None:
    take(returned)
    take(returned)
    assert len(shelf.waiting(office.store)) == 1


def test_two_files_that_wait_can_be_chosen_between(page: ReviewPage, take: Take, send: Send, settle: Settle) -> None:
    take(send().write("water", title="One").save("one.xlsx"))
    take(send().write("rice", title="Two").save("two.xlsx"))
    assert page.files.isVisible()
    assert [page.files.itemText(number) for number in range(page.files.count())] == ["two.xlsx", "one.xlsx"]
    page.files.setCurrentIndex(1)
    page.files.activated.emit(1)
    settle()
    assert _review(page).plan.file_name == "one.xlsx"


def test_an_untouched_workbook_asks_for_nothing_and_closes_its_shipment(
    page: ReviewPage, take: Take, send: Send, office: Office, settle: Settle
) -> None:
    take(send().save())
    assert page.actions_["apply"].text() == "Close without changes"
    assert page.part.tiles.tiles["same"].count == 2
    before = office.store.fingerprint()
    page.actions_["apply"].trigger()
    settle()
    settle()
    assert office.store.fingerprint() == before
    assert office.store.ledger.shipments()[0].state == "returned"
    assert page.done.words.text().endswith("is closed: it changed nothing.")


def test_discarding_is_asked_first_and_writes_nothing(
    page: ReviewPage, take: Take, returned: Path, office: Office, answer: Callable[[str], list[str]], settle: Settle
) -> None:
    take(returned)
    before = office.store.journal_position()
    said = answer("Discard")
    page.actions_["discard"].trigger()
    settle()
    settle()
    assert said[0].startswith("Discard “Instruments Vietnam (retour).xlsx”?")
    assert shelf.waiting(office.store) == []
    assert office.store.journal_position() == before
    assert page.stack.currentWidget() is page.nothing


def test_a_sorted_column_stops_until_a_person_has_looked(
    page: ReviewPage, take: Take, office: Office, tmp_path: Path
) -> None:
    with office.store.edit(Words("Dix projets", "Ten projects")) as edit:
        for number in range(10):
            values = {"type": office.ids["IEA"], "acronym": f"P{number}", "title": f"Title {9 - number}"}
            office.ids[f"p{number}"] = edit.add(INSTRUMENT, {**values, "countries": (office.ids["VN"],)})
    book = Returned(office, export_workbook(office.store, tmp_path / "ten.xlsx", for_hanoi(office)).path)
    for number in range(10):
        book.write(f"p{number}", title=f"Title {number}")
    take(book.save())
    assert page.part.stopped.isVisible()
    assert "sorted without their reference" in page.part.stop_words.text()
    assert not page.actions_["apply"].isEnabled()
    _press(page, Qt.Key.Key_Right)
    assert _review(page).made == 0
    page.part.go_on.click()
    assert not page.part.stopped.isVisible()
    assert page.actions_["apply"].isEnabled()


def test_a_tile_shows_its_records_alone(page: ReviewPage, take: Take, returned: Path) -> None:
    take(returned)
    page.part.tiles.tiles["new"].click()
    assert [held.cells[1].text for held in page.part.list.held if held.id] == ["DELTA-SALT"]
    page.part.tiles.tiles["new"].click()
    assert (
        len([held for held in page.part.list.held if held.id]) == 4
    )  # three records and what the file says beside them


def test_remarks_of_people_are_shown(page: ReviewPage, take: Take, returned: Path) -> None:
    take(returned)
    _select(page, "notes")
    assert [line.theirs for line in page.part.lines()] == ["RICE-GEN: Please call us"]


def test_a_new_row_can_be_left_out_or_completed(page: ReviewPage, take: Take, send: Send) -> None:
    take(send().add(acronym="DELTA-SALT", type="IEA").save())
    labels = [(line.label, line.theirs) for line in page.part.lines()]
    assert ("Title", "to be filled in") in labels
    page.part.ask_other(_line(page, "Title"))
    dialog = page.part.findChild(OtherValueDialog)
    assert dialog is not None
    dialog.editor.set_value("Salinity of the delta")
    dialog._on_accepted()
    (item,) = _review(page).items
    assert item.decision == ACCEPT
    assert isinstance(item.theirs, dict)
    assert item.theirs["title"] == "Salinity of the delta"
    _press(page, Qt.Key.Key_Left)
    assert {line.result for line in page.part.lines()} == {"left out"}


def test_a_file_that_is_not_a_sheet_is_refused_in_one_sentence(
    page: ReviewPage, workspace: Workspace, tmp_path: Path, settle: Settle, office: Office
) -> None:
    path = tmp_path / "broken.xlsx"
    path.write_bytes(b"PK\x03\x04 nothing that can be read")
    taking_in.receive(page, workspace, path)
    settle()
    box = page.findChild(QMessageBox)
    assert box is not None
    assert box.text() == "broken.xlsx was not taken in."
    assert "Traceback" not in box.informativeText()
    assert len(box.informativeText()) > 20
    box.close()
    assert shelf.waiting(office.store) == []


def test_a_protected_workbook_asks_for_its_password(
    page: ReviewPage, workspace: Workspace, settle: Settle, office: Office, tmp_path: Path
) -> None:
    word = "Hanoi 2025"
    sent = export_workbook(office.store, tmp_path / "sent.xlsx", for_hanoi(office, word))
    taking_in.receive(page, workspace, sent.path)
    settle()
    settle()
    dialog = page.findChild(PasswordDialog)
    assert dialog is not None
    dialog.password.setText(word)
    dialog.accept()
    settle()
    settle()
    assert page.part.tiles.tiles["same"].count == 2


def test_the_review_follows_the_language(page: ReviewPage, take: Take, returned: Path, settle: Settle) -> None:
    take(returned)
    set_language("fr")
    settle()
    assert page.head.title.text() == "Vérifier un retour"
    assert page.part.lines()[_line(page, "Intitulé")].result == "À décider"
    assert page.part.tiles.tiles["conflicts"].text() == "modifiée des deux côtés"


def test_every_button_has_a_name_and_no_word_is_cut(
    page: ReviewPage, take: Take, returned: Path, settle: Settle
) -> None:
    take(returned)
    for language in ("en", "fr"):
        set_language("fr" if language == "fr" else "en")
        settle()
        shown = [b for kind in (QPushButton, QToolButton) for b in page.findChildren(kind) if b.isVisible()]
        assert all(button.accessibleName() or button.text() for button in shown)
        cut = [button.text() for button in shown if button.width() < button.minimumSizeHint().width()]
        assert cut == []
        assert all(
            tile.width() >= tile.sizeHint().width() for tile in page.part.tiles.tiles.values() if tile.isVisible()
        )


def test_in_a_low_window_the_tiles_take_one_line_and_the_fields_keep_three_rows(
    page: ReviewPage, take: Take, returned: Path, settle: Settle
) -> None:
    take(returned)
    tile = page.part.tiles.tiles["theirs"]
    assert tile.height() == 52
    page.resize(855, 410)  # a laptop's screen of 1366 × 768 at 150 %
    settle()
    assert tile.height() == 32
    record, table = page.part.record, page.part.record.table
    below = record.reason.height() + 6 + 12
    assert record.height() - table.y() - below >= 32 + 3 * 42  # for a record of many fields
    across = table.horizontalHeader()
    assert across.sectionSize(OURS) == across.sectionSize(THEIRS) > across.sectionSize(RESULT)
    assert table.horizontalScrollBar().maximum() == 0


def test_in_large_letters_both_sides_have_the_same_room_and_headings_go_on_below(
    page: ReviewPage, take: Take, returned: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    take(returned)
    set_language("fr")
    look.apply("light", 1.5, qapp.font().family())
    table = FieldTable()
    qtbot.addWidget(table)
    table.resize(835, 400)  # what is left of the screen of a laptop
    table.show()
    table.show_lines(page.part.lines(), "À l’envoi (30 nov.)", with_sent=True)
    across = table.horizontalHeader()
    assert across.sectionSize(OURS) == across.sectionSize(THEIRS) > across.sectionSize(RESULT)
    assert table.horizontalScrollBar().maximum() == 0
    widths = [across.sectionSize(column) for column in range(RESULT + 1)]
    decided = [line._replace(result=line.theirs, state="theirs") for line in page.part.lines()]
    table.show_lines(decided, "À l’envoi (30 nov.)", with_sent=True)
    assert [across.sectionSize(column) for column in range(RESULT + 1)] == widths  # they stand still while one decides
    headings = [str(table.fields.headerData(column, Qt.Orientation.Horizontal)) for column in range(RESULT + 1)]
    assert headings[OURS] == "Chez nous\nmaintenant"
    cut = [head for column, head in enumerate(headings) if across.sectionSizeHint(column) > across.sectionSize(column)]
    assert cut == []
    assert across.height() == look.px(HEADING_HEIGHT) + across.fontMetrics().lineSpacing()
    table.resize(1400, 400)
    assert table.fields.headerData(OURS, Qt.Orientation.Horizontal) == "Chez nous maintenant"
    assert across.height() == look.px(HEADING_HEIGHT)
    look.apply("light", 1.0, qapp.font().family())


def test_of_what_is_known_of_a_file_the_last_parts_are_left_out_rather_than_cut(
    page: ReviewPage, take: Take, returned: Path
) -> None:
    take(returned)
    about, between = page.about, ElidedParts.BETWEEN
    whole = about.text()
    assert whole.startswith(f"{returned.name}{between}Embassy in Hanoi")
    about.setFixedWidth(about.fontMetrics().horizontalAdvance(whole) - 5)
    QApplication.processEvents()
    assert QLabel.text(about).split(between) == whole.split(between)[:-1]
    assert about.toolTip() == whole
    about.setFixedWidth(about.fontMetrics().horizontalAdvance(returned.name) - 5)
    QApplication.processEvents()
    assert QLabel.text(about).startswith("Instr")
    assert QLabel.text(about).endswith(".xlsx")


def test_whose_row_it_is_is_said_and_what_was_decided_stays(
    page: ReviewPage, take: Take, send: Send, office: Office, settle: Settle
) -> None:
    book = send()
    row, ref = book.row(INSTRUMENT, "rice"), str(office.record(INSTRUMENT, "rice")["ref"])
    book.write("water", city="Can Tho").write("rice", title="Genes of rice", acronym="RIZ", ends_on="", city="Hue")
    book.sheet.cell(row, 1).value = None
    take(book.save())
    review = _review(page)
    (asked,) = [item for item in review.items if item.likes]
    assert ref in asked.likes
    water = next(n for n, item in enumerate(review.items) if item.field == "city" and item.kind == "theirs")
    page.part.decide([water], "ours")
    page.part.list.select(next(s.key for s in review.subjects() if review.items[s.items[0]] is asked))
    assert page.part.record.whose.isVisible()
    menu = page.part.record.whose.menu()
    next(entry for entry in menu.actions() if "RICE-GEN" in entry.text()).trigger()
    settle()
    settle()
    review = _review(page)
    assert not [item for item in review.items if item.likes]
    assert {item.field for item in review.items if item.ref == ref} >= {"title", "acronym", "city"}
    assert next(item.decision for item in review.items if item.field == "city" and item.ref != ref) == REFUSE
    assert shelf.find(office.store, review.key).rows == {asked.cell: ref}  # type: ignore[union-attr]  # it is there


def test_a_column_without_a_meaning_is_given_one(page: ReviewPage, take: Take, send: Send, settle: Settle) -> None:
    book = send()
    column = next(n for n, cell in enumerate(book.sheet[1], 1) if str(cell.value).endswith(".city"))
    book.write("water", city="Can Tho")
    book.sheet.cell(1, column).value = None
    book.sheet.cell(3, column).value = "Lieu d’implantation"
    take(book.save())
    assert _review(page).items == []
    page.part.list.select("notes")
    lines = page.part.lines()
    page.part.record.table.select(next(n for n, line in enumerate(lines) if line.asks))
    menu = page.part.record.whose.menu()
    next(entry for entry in menu.actions() if entry.text() == "City").trigger()
    settle()
    settle()
    assert [(item.field, item.theirs) for item in _review(page).items] == [("city", "Can Tho")]


def test_afterwards_a_note_of_thanks_says_what_was_taken(
    page: ReviewPage, take: Take, returned: Path, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []

    def open_(url: QUrl) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", staticmethod(open_))
    take(returned)
    page.apply()
    settle()
    settle()
    assert page.done.thank.isVisible()
    page.done.thank.click()
    settle()
    said = unquote(opened[0].toString())
    assert said.startswith("mailto:")
    assert "Can Tho" in said


def test_the_bytes_that_came_back_are_kept(take: Take, returned: Path, office: Office) -> None:
    take(returned)
    assert office.store.ledger.kept_file(hashlib.sha256(returned.read_bytes()).hexdigest()) == returned.read_bytes()
