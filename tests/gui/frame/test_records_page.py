"""The lists of the office: found, filtered, sorted, chosen, deleted and brought back, by mouse and by keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.choices import choices
from desktop_app.domain.leading import BY_FILE
from desktop_app.domain.mission import MISSION
from desktop_app.domain.partner import PARTNER
from desktop_app.domain.text import fold
from desktop_app.domain.values import Showing
from desktop_app.domain.words import Words
from desktop_app.gui.actions import CommandButton
from desktop_app.gui.dialogs.export import ExportDialog
from desktop_app.gui.lists.column_popup import ColumnPopup
from desktop_app.gui.lists.conditions import sentence
from desktop_app.gui.lists.filter_popup import FilterPopup
from desktop_app.gui.lists.specs import Condition
from desktop_app.gui.pages.records import RecordsPage
from desktop_app.gui.pages.reports import ReportsPage
from desktop_app.gui.record_form.window import FormWindow
from desktop_app.store.base import Source
from desktop_app.store.queries import Filter, Query
from tests.gui.frame.conftest import MISSIONS, Desk


def test_the_list_shows_all_missions_and_says_so(desk: Desk) -> None:
    page = desk.show("mission")
    assert page.list.model.rowCount() == MISSIONS
    assert page.head.count.text() == f"{MISSIONS} missions"
    assert desk.window.status.shown.text().startswith(f"All {MISSIONS} shown")
    assert desk.window.side.buttons["mission"].badge.text() == str(MISSIONS)


@pytest.mark.parametrize("compact", [False, True])
def test_every_list_paints_its_rows(desk: Desk, compact: bool) -> None:
    for name in ("partner", "instrument", "mission", "event", "person"):
        page = desk.show(name)
        page.list.set_compact(compact=compact)
        assert page.list.table.rowHeight(0) == (36 if compact else 48)
        assert not page.list.table.grab().isNull()
        assert any(cell.text for cell in page.list.model.row(0).cells)


def test_typing_in_the_quick_filter_narrows_the_list(desk: Desk) -> None:
    page = desk.show("partner")
    page.actions_["filter_list"].trigger()
    assert page.list.filters.quick.hasFocus()
    desk.type(page.list.filters.quick, "mahidol")
    desk.qtbot.wait(200)
    desk.settle()
    names = [page.list.model.row(row).cells[0].text for row in range(page.list.model.rowCount())]
    assert "Mahidol University" in names
    assert len(names) < 10
    assert "shown by 1 filter" in desk.window.status.shown.text()
    desk.press(page.list.filters.quick, Qt.Key.Key_Escape)
    desk.qtbot.wait(200)
    desk.settle()
    assert page.list.model.rowCount() == page.list.total


def test_the_quick_filter_stays_when_the_view_changes(desk: Desk) -> None:
    page = desk.show("partner")
    page.list.filters.quick.setText("thailand")
    desk.qtbot.wait(200)
    page.tabs.choose("universities")
    desk.settle()
    assert page.list.filters.text == "thailand"
    assert 0 < page.list.model.rowCount() < page.list.total


def test_a_view_shows_its_records_and_says_its_name(desk: Desk) -> None:
    page = desk.show("mission")
    page.tabs.choose("planned")
    desk.settle()
    asked = Query(MISSION, (Filter("status", "in", ("planned", "validated", "under_way")),))
    assert page.list.model.rowCount() == desk.store.count(asked)
    assert "in the view “Planned”" in desk.window.status.shown.text()


def popup_of(page: RecordsPage) -> FilterPopup:
    """The form of a filter that is open."""
    found = page.list.filters.findChild(FilterPopup)
    assert isinstance(found, FilterPopup)
    return found


def test_a_range_of_dates_is_said_on_a_chip_changed_and_taken_away(desk: Desk) -> None:
    page = desk.show("mission")
    page.list.filters.add.click()
    popup = popup_of(page)
    popup.field.setCurrentIndex(popup.field.findData("starts_on"))
    assert popup.operator.currentData() == "between"
    desk.type(popup.first, "2026")
    desk.press(popup.first, Qt.Key.Key_Return)
    desk.settle()
    assert list(page.list.filters.conditions) == [Condition("starts_on", "from", "2026")]
    until = sentence(Condition("starts_on", "until", "2026-11-30"), MISSION, Showing("en"))
    assert until == "From: no later than 30 Nov 2026"  # what a mission begins with is called From
    assert page.list.model.rowCount() == desk.store.count(Query(MISSION, (Filter("starts_on", "from", "2026"),)))
    chip = next(
        button for button in page.list.filters.findChildren(QPushButton) if button.text() == "From: 2026 or later"
    )
    chip.click()
    popup = popup_of(page)
    assert popup.first.text() == "2026"
    desk.type(popup.last, "10/2026")
    popup.apply.click()
    desk.settle()
    asked = Filter("starts_on", "between", ("2026", "2026-10"))
    assert list(page.list.filters.conditions) == [Condition(*(asked.field, asked.op, asked.value))]
    assert page.list.model.rowCount() == desk.store.count(Query(MISSION, (asked,)))
    chips = [button for button in page.list.filters.findChildren(QPushButton) if button.property("kind") == "filter"]
    chip = next(button for button in chips if button.isVisible())
    assert chip.text() == "From: 2026 to October 2026"
    desk.press(chip, Qt.Key.Key_Delete)
    desk.settle()
    assert not page.list.filters.conditions
    assert page.list.model.rowCount() == MISSIONS


def test_a_filter_form_refuses_a_date_that_does_not_exist(desk: Desk) -> None:
    page = desk.show("mission")
    page.list.filters.add.click()
    popup = popup_of(page)
    popup.field.setCurrentIndex(popup.field.findData("starts_on"))
    popup.first.setText("31/02/2026")
    popup.apply.click()
    assert popup.isVisible()
    assert "does not exist" in popup._problem.text()
    popup.close()


def test_values_are_offered_with_how_many_records_have_them_and_several_can_be_ticked(desk: Desk) -> None:
    page = desk.show("partner")
    page.list.filters.ask_field("country", page.mapToGlobal(page.rect().center()))
    popup = popup_of(page)
    desk.settle()
    shown = [popup.values.names.item(row).text() for row in range(popup.values.names.count())]
    assert shown == sorted(shown, key=fold)
    thailand = str(desk.store.resolve("country", "TH"))
    count = desk.store.count(Query(PARTNER, (Filter("country", "is", thailand),)))
    assert f"Thailand   {count}" in shown
    assert popup.values.search.hasFocus()
    desk.type(popup.values.search, "thai")
    desk.press(popup.values.search, Qt.Key.Key_Down)
    desk.press(popup.values.names, Qt.Key.Key_Space)
    popup.values.search.setText("viet")
    desk.press(popup.values.search, Qt.Key.Key_Return)
    desk.settle()
    vietnam = str(desk.store.resolve("country", "VN"))
    assert page.list.filters.conditions == (Condition("country", "in", (thailand, vietnam)),)
    assert page.list.model.rowCount() == count + desk.store.count(Query(PARTNER, (Filter("country", "is", vietnam),)))
    assert "Country: Thailand or Vietnam" in [chip.text() for chip in page.list.filters.findChildren(QPushButton)]


def test_what_is_not_filled_in_is_a_value_to_filter_by(desk: Desk) -> None:
    page = desk.show("person")
    page.list.filters.ask_field("unit", page.mapToGlobal(page.rect().center()))
    popup = popup_of(page)
    desk.settle()
    last = popup.values.names.item(popup.values.names.count() - 1)
    assert last.text().startswith("Not filled in")
    last.setCheckState(Qt.CheckState.Checked)
    popup.apply.click()
    desk.settle()
    assert page.list.filters.conditions == (Condition("unit", "empty"),)


def test_when_nothing_matches_the_page_says_what_to_do(desk: Desk) -> None:
    page = desk.show("person")
    page.list.filters.quick.setText("nobody has this name")
    desk.qtbot.wait(200)
    desk.settle()
    assert page.list._nothing.isVisible()
    assert page.list._nothing.words.text() == "Nothing matches."
    page.list._clear.click()
    desk.settle()
    assert page.list.table.isVisible()


def test_a_list_of_what_a_file_has_changed_says_that_it_was_undone_and_shows_all(desk: Desk) -> None:
    with desk.store.edit(Words("Reprendre", "Take in"), Source("retour.xlsx", "")) as edit:
        edit.add(PARTNER, {"name": "Institut de passage"})
    page = desk.show("partner")
    page.list.show_filtered((Condition(BY_FILE.name, "is", "retour.xlsx"),))
    desk.settle()
    assert page.list.model.rowCount() == 1
    desk.window.workspace.changed.emit(desk.store.undo(), None)
    desk.settle()
    assert page.list._nothing.isVisible()
    assert "“retour.xlsx”" in page.list._nothing.words.text()
    assert "undone" in page.list._nothing.words.text()
    assert page.list._clear.text() == "Show all"
    page.list._clear.click()
    desk.settle()
    assert page.list.model.rowCount() == page.list.total


def test_sorting_by_a_heading_keeps_the_selected_record(desk: Desk) -> None:
    page = desk.show("partner")
    page.list.table.select_row(5)
    chosen = page.list.current_id()
    page.list.table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    desk.settle()
    assert page.list.current_id() == chosen
    names = [page.list.model.row(row).cells[0].text for row in range(3)]
    assert names == sorted(names, key=str.lower, reverse=True)


def test_delete_takes_away_the_record_that_is_framed_at_the_end_of_the_list(desk: Desk) -> None:
    page = desk.show("mission")
    page.list.table.setFocus()
    first = page.list.current_id()
    desk.press(page.list.table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    last = page.list.current_id()
    assert page.list.table.currentIndex().row() == MISSIONS - 1
    desk.press(page.list.table, Qt.Key.Key_Delete)
    desk.settle()
    assert desk.store.get(MISSION, first) is not None
    assert desk.store.get(MISSION, last) is None


def test_delete_on_a_button_beside_the_list_deletes_no_record(desk: Desk) -> None:
    page = desk.show("mission")
    page.list.table.select_row(3)
    for button in (page.list.filters.add, page.tabs.findChild(QAbstractButton)):
        assert button is not None
        button.setFocus()
        desk.press(button, Qt.Key.Key_Delete)
        desk.settle()
    assert desk.store.count(Query(MISSION)) == MISSIONS


def test_deleting_offers_to_undo_and_undo_brings_the_record_back(desk: Desk) -> None:
    page = desk.show("mission")
    page.list.table.select_row(3)
    gone = page.list.current_id()
    page.list.table.setFocus()
    desk.press(page.list.table, Qt.Key.Key_Delete)
    desk.settle()
    assert desk.store.get(MISSION, gone) is None
    assert page.list.model.rowCount() == MISSIONS - 1
    assert desk.window.notices.isVisible()
    assert desk.window.commands["undo"].text().startswith("Undo: Delete ")
    assert desk.window.side.buttons["mission"].badge.text() == str(MISSIONS - 1)
    desk.window.notices.undo.click()
    desk.settle()
    assert desk.store.get(MISSION, gone) is not None
    assert page.list.model.rowCount() == MISSIONS
    assert desk.window.commands["redo"].text().startswith("Redo: Delete ")
    # What was undone is said, and can be done again from there.
    assert desk.window.notices.words.text().startswith("Undone: Delete ")
    assert desk.window.notices.undo.text() == "Redo"
    desk.window.notices.undo.click()
    desk.settle()
    assert desk.store.get(MISSION, gone) is None
    assert desk.window.notices.words.text().startswith("Redone: Delete ")
    assert desk.window.notices.undo.text() == "Undo"


def test_undo_and_redo_work_by_their_keys(desk: Desk) -> None:
    page = desk.show("mission")
    page.list.table.selectAll()
    page.list.table.select_row(0)
    gone = page.list.current_id()
    page.actions_["delete"].trigger()
    desk.settle()
    control = Qt.KeyboardModifier.ControlModifier
    desk.press(page.list.table, Qt.Key.Key_Z, control)
    desk.settle()
    assert desk.store.get(MISSION, gone) is not None
    desk.press(page.list.table, Qt.Key.Key_Y, control)
    desk.settle()
    assert desk.store.get(MISSION, gone) is None
    desk.press(page.list.table, Qt.Key.Key_Z, control | Qt.KeyboardModifier.ShiftModifier)


def test_copied_rows_can_be_pasted_into_a_spreadsheet(desk: Desk) -> None:
    page = desk.show("instrument")
    page.list.table.selectAll()
    page.actions_["copy_with_headings"].trigger()
    data = QGuiApplication.clipboard().mimeData()
    lines = data.text().split("\n")
    assert len(lines) == page.list.total + 1
    assert lines[0].split("\t") == ["Type", "Instrument", "Main partner", "Period", "Status", "Next deadline"]
    assert data.html().count("<tr>") == page.list.total + 1


@pytest.mark.parametrize(
    ("list_", "report"), [("instrument", "instrument_list"), ("mission", "mission_log"), ("person", "contact_list")]
)
def test_a_list_is_printed_with_its_filters(desk: Desk, list_: str, report: str) -> None:
    page = desk.show(list_)
    page.list.filters.quick.setText("a")
    desk.settle()
    page.actions_["print_list"].trigger()
    desk.settle()
    reports = desk.window.stack.page
    assert isinstance(reports, ReportsPage)
    assert reports.gallery.name == report
    only = reports.wishes.only.selection()
    assert only is not None
    assert only.search == "a"


def columns_popup(page: RecordsPage) -> ColumnPopup:
    """The choice of columns, opened."""
    page.list.filters.columns.click()
    found = page.list.findChild(ColumnPopup)
    assert isinstance(found, ColumnPopup)
    return found


@pytest.mark.parametrize(("list_", "report"), [("instrument", "instrument_sheet"), ("partner", "partner_sheet")])
def test_the_sheet_of_a_record_is_seen_from_its_pane_and_from_its_form(
    desk: Desk, qtbot: QtBot, list_: str, report: str
) -> None:
    page = desk.show(list_)
    desk.window.resize(1440, 900)
    desk.settle()
    pane, id_ = page.pane, page.list.current_id()
    assert pane is not None
    pane.actions_["print_sheet"].trigger()
    desk.settle()
    reports = desk.window.stack.page
    assert isinstance(reports, ReportsPage)
    assert reports.gallery.name == report
    qtbot.waitUntil(lambda: reports.making.last is not None, timeout=10_000)
    made = reports.making.last
    assert made is not None
    assert made.report.request.record == id_
    desk.show(list_)
    page.open_()
    desk.settle()
    (form,) = desk.window.findChildren(FormWindow)
    form.actions_["print_sheet"].trigger()
    desk.settle()
    assert desk.window.stack.page is reports
    assert desk.window.findChildren(FormWindow) == []


def test_a_row_has_a_menu_of_its_commands_by_mouse_and_by_key(desk: Desk) -> None:
    page = desk.show("mission")
    table = page.list.table
    page._open_menu(table.visualRect(page.list.model.index(2, 0)).center())
    assert page.list.current_id() == page.list.model.row(2).id
    (menu,) = [one for one in page.findChildren(QMenu) if one.isVisible()]
    assert menu.actions()[0] is page.actions_["open_"]
    assert {page.actions_[name] for name in ("copy", "duplicate", "delete")} <= set(menu.actions())
    menu.close()
    page._open_menu(QPoint(-5, -5))  # as the key of the menu asks, away from the pointer
    (menu,) = [one for one in page.findChildren(QMenu) if one.isVisible()]
    assert page.list.current_id() == page.list.model.row(2).id
    menu.close()


@pytest.mark.parametrize("way", [Qt.Key.Key_Down, Qt.Key.Key_Tab, Qt.Key.Key_Return])
def test_the_keys_of_the_search_of_columns_go_to_the_first_one_in_sight(desk: Desk, way: Qt.Key) -> None:
    page = desk.show("mission")
    popup = columns_popup(page)
    before = page.list.choice.names
    desk.type(popup.search, "countr")
    first = next(item for item in popup._items() if not item.isHidden())
    assert first.text() == "Countries"
    shown = first.checkState() == Qt.CheckState.Checked
    desk.press(popup.search, way)
    assert popup.focusWidget() is popup.names
    assert popup.names.currentItem() is first
    desk.press(popup.names, Qt.Key.Key_Space)
    assert set(page.list.choice.names) ^ set(before) == {"countries"}
    assert (first.checkState() == Qt.CheckState.Checked) is not shown
    desk.press(popup.names, Qt.Key.Key_Return)
    assert page.list.choice.names == before


def test_no_key_changes_a_column_that_the_search_has_hidden(desk: Desk) -> None:
    page = desk.show("mission")
    popup = columns_popup(page)
    before = page.list.choice.names
    desk.type(popup.search, "no column is called like this")
    for way in (Qt.Key.Key_Down, Qt.Key.Key_Tab):
        desk.press(popup.search, way)
        desk.press(popup.names, Qt.Key.Key_Space)
        desk.press(popup.names, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        assert page.list.choice.names == before
    popup.search.clear()
    desk.press(popup.search, Qt.Key.Key_Down)
    assert popup.names.currentRow() == 0


def test_columns_are_chosen_from_the_keyboard_and_remembered_per_view_and_density(desk: Desk) -> None:
    page = desk.show("partner")
    popup = columns_popup(page)
    desk.type(popup.search, "websi")
    desk.press(popup.search, Qt.Key.Key_Return)
    popup.names.setCurrentItem(next(item for item in popup._items() if not item.isHidden()))
    desk.press(popup.names, Qt.Key.Key_Space)
    popup.search.clear()
    kind = next(item for item in popup._items() if item.text() == "Kind")
    popup.names.setCurrentItem(kind)
    desk.press(popup.names, Qt.Key.Key_Space)
    headings = [heading.words for heading in page.list.choice.headings()]
    assert headings == ["Partner", "Country", "Instruments", "Status", "Website"]
    assert page.list.model.columnCount() == len(headings)
    popup.names.setCurrentRow(0)
    for _ in range(2):
        desk.press(popup.names, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [heading.words for heading in page.list.choice.headings()][:2] == ["Country", "Partner"]
    popup.close()
    page.list.set_compact(compact=True)
    assert "Kind" in [heading.words for heading in page.list.choice.headings()]
    page.list.set_compact(compact=False)
    page.tabs.choose("universities")
    assert "Kind" in [heading.words for heading in page.list.choice.headings()]
    page.tabs.choose("all")
    assert "Website" in [heading.words for heading in page.list.choice.headings()]
    popup = columns_popup(page)
    popup.usual.click()
    popup.close()
    assert "Kind" in [heading.words for heading in page.list.choice.headings()]


def test_a_record_that_is_asked_for_is_selected_whatever_the_filters(desk: Desk) -> None:
    page = desk.show("mission")
    wanted = page.list.model.row(7).id
    page.tabs.choose("tours")
    page.list.filters.quick.setText("nothing like it")
    desk.qtbot.wait(200)
    desk.settle()
    desk.program.workspace.go("mission", wanted)
    desk.settle()
    assert page.list.current_id() == wanted
    assert page.list.filters.count == 0


def test_the_pane_stands_beside_the_list_in_a_wide_window_and_over_it_in_a_narrow_one(desk: Desk) -> None:
    page = desk.show("partner")
    desk.window.resize(1440, 900)
    desk.settle()
    assert page.pane is not None
    assert page.pane.isVisible()
    assert page.list.width() < page.host.width() - 300
    desk.window.resize(1100, 700)
    desk.settle()
    assert page.list.width() == page.host.width()
    assert not page.pane.isVisible()
    page.list.table.setFocus()
    desk.press(page.list.table, Qt.Key.Key_Space)
    assert page.pane.isVisible()
    desk.press(page.list.table, Qt.Key.Key_Space)
    assert not page.pane.isVisible()
    desk.window.resize(1440, 900)
    desk.settle()
    assert page.pane.isVisible()


def test_a_change_made_elsewhere_shows_in_the_list(desk: Desk) -> None:
    from desktop_app.domain.words import Words

    page = desk.show("partner")
    id_ = page.list.model.row(0).id
    desk.program.workspace.edit(
        Words("Renommer", "Rename"), lambda edit: edit.set(page.spec.entity, id_, "name", "Aaa Institute of Tests")
    )
    desk.settle()
    assert page.list.model.row(0).cells[0].text == "Aaa Institute of Tests"
    assert desk.window.commands["undo"].text() == "Undo: Rename"


def test_a_condition_of_many_values_keeps_its_cross_in_sight_and_says_all_of_them(desk: Desk) -> None:
    desk.window.resize(1366, 768)
    page = desk.show("instrument")
    statuses = tuple(choices("instrument_statuses"))
    page.list.filters.set_conditions((Condition("status", "in", statuses),))
    desk.settle()
    (chip,) = (one for one in page.findChildren(QPushButton) if one.property("kind") == "filter" and one.isVisible())
    assert chip.text().endswith("…")
    extra = chip.sizeHint().width() - chip.fontMetrics().horizontalAdvance(chip.accessibleName().partition(": ")[2])
    assert chip.width() >= chip.fontMetrics().horizontalAdvance(chip.text()) + extra
    assert chip.geometry().right() <= page.list.filters.width()
    assert "Closed" in chip.accessibleName()
    page.list.filters.set_conditions(())


def test_an_export_sends_the_filtered_rows_unless_somebody_wants_all(desk: Desk) -> None:
    page = desk.show("instrument")
    for text, narrowed in (("", False), ("water", True)):
        page.list.filters.quick.setText(text)
        desk.qtbot.wait(300)
        desk.settle()
        page.actions_["export"].trigger()
        desk.settle()
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ExportDialog)
        assert dialog.only.isVisible() == narrowed
        shown, first = len(page.list.numbers()), dialog.tree.topLevelItem(0)
        assert first is not None
        assert first.text(1).startswith(f"{shown} row")
        only = dialog.request().only
        assert (only.search if only else "") == text
        dialog.only.click()
        desk.settle()
        if narrowed:
            assert dialog.request().only is None
            assert first.text(1).startswith(f"{page.list.total} row")
        dialog.reject()
        desk.settle()
    page.list.filters.quick.clear()
    desk.settle()


@pytest.mark.parametrize(
    ("name", "report"),
    [("partner", "partner_sheet"), ("instrument", "instrument_list"), ("mission", "mission_log"),
     ("person", "contact_list"), ("event", "delegation_day")],
)  # fmt: skip
def test_every_list_is_printed_from_its_head_by_the_same_key(desk: Desk, name: str, report: str) -> None:
    page = desk.show(name)
    printing = [one for one in page.head.findChildren(CommandButton) if "(Ctrl+P)" in one.toolTip()]
    assert len(printing) == 1
    page.list.table.setFocus()
    desk.press(page.list.table, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    reports = desk.window.stack.page
    assert isinstance(reports, ReportsPage)
    assert reports.gallery.name == report


def test_the_name_of_a_fact_in_the_pane_stands_in_one_line(desk: Desk) -> None:
    page = desk.show("mission")
    page.host.want_beside(wanted=True)
    desk.settle()
    assert page.pane is not None
    names = {one.text(): one for one in page.pane.findChildren(QLabel)}
    assert names["Travel order"].height() < 2 * names["Travel order"].fontMetrics().height()
