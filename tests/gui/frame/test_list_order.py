"""How a list stands: sorted by several columns, gathered in groups, its columns moved, frozen and searched."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton

from desktop_app.domain.mission import MISSION
from desktop_app.domain.text import fold
from desktop_app.gui.lists import finding
from desktop_app.gui.lists.heading_menu import heading_menu
from desktop_app.gui.lists.rows import RowReader
from desktop_app.gui.table.frozen import EDGE
from desktop_app.gui.table.matches import matches, needles_of
from desktop_app.gui.theme import look
from desktop_app.gui.words import Language, set_language
from desktop_app.store.queries import Filter, Query
from tests.gui.frame.conftest import MISSIONS, Desk

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from desktop_app.gui.lists.arrangement import Order
    from desktop_app.gui.pages.records import RecordsPage

SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
SHIFT = Qt.KeyboardModifier.ShiftModifier


def values(page: RecordsPage, desk: Desk, *names: str) -> list[tuple[object, ...]]:
    """What the records of a list hold, in the order shown."""
    found = {record["pk"]: record for record in desk.store.page(page.spec.entity, page.list.numbers())}
    return [tuple(found[number][name] for name in names) for number in page.list.numbers()]


def test_a_new_order_shows_from_its_beginning_unless_one_looks_at_a_row(desk: Desk) -> None:
    page = desk.show("mission")
    page.list.sort_by("starts_on", descending=False)
    desk.settle()
    assert page.list.table.currentIndex().row() == 0
    page.list.sort_by("starts_on", descending=True)
    desk.settle()
    assert page.list.table.currentIndex().row() == 0  # nobody had chosen the first row
    page.list.table.select_row(2)
    looked_at = page.list.current_id()
    page.list.sort_by("starts_on", descending=False)
    desk.settle()
    assert page.list.current_id() == looked_at
    assert page.list.table.shows_current()
    page.list.table.verticalScrollBar().setValue(0)
    assert not page.list.table.shows_current()
    page.list.sort_by("number", descending=False)
    desk.settle()
    assert page.list.table.currentIndex().row() == 0
    assert page.list.table.verticalScrollBar().value() == 0


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("name", ["cost", "status"])
def test_the_arrow_of_the_order_covers_no_letter_of_its_heading(desk: Desk, lang: Language, name: str) -> None:
    set_language(lang)
    page = desk.show("mission")
    page.list.set_compact(compact=True)
    page.list.sort_by("number", descending=False)
    desk.settle()
    table = page.list.table
    table.horizontalScrollBar().setValue(table.horizontalScrollBar().maximum())
    column = page.list.choice.names.index(name)
    across, heading = table.across, page.list.choice.headings()[column]

    def drawn() -> QImage:
        width = across.fontMetrics().horizontalAdvance(heading.words) + 10
        left = across.sectionViewportPosition(column)
        left += across.sectionSize(column) - width if heading.right else 0
        return across.viewport().grab(QRect(left, 0, width, across.height())).toImage()

    plain = drawn()
    page.list.sort_by(name, descending=True)
    desk.settle()
    table.horizontalScrollBar().setValue(table.horizontalScrollBar().maximum())
    assert drawn() == plain
    place = across.arrow_place(QRect(0, 0, across.sectionSize(column), across.height()), column)
    assert place.left() >= 0
    assert place.right() <= across.sectionSize(column)


def test_a_second_column_sorts_equals_with_the_shift_key_and_the_order_is_said_in_words(desk: Desk) -> None:
    page = desk.show("mission")
    page.list.set_compact(compact=True)
    across = page.list.table.across
    names = page.list.choice.names

    def click(name: str, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        place = across.sectionViewportPosition(names.index(name)) + 20
        QTest.mouseClick(across.viewport(), Qt.MouseButton.LeftButton, keys, pos=QPoint(place, 10))
        desk.settle()

    page.list.table.horizontalScrollBar().setValue(page.list.table.horizontalScrollBar().maximum())
    click("status")
    click("cost", SHIFT)
    click("cost", SHIFT)
    assert chosen(page) == (("status", False), ("cost", True))
    found = values(page, desk, "status", "cost")
    costs = [float(str(cost)) for status, cost in found if status == "done" and cost is not None]
    assert costs == sorted(costs, reverse=True)
    assert "sorted by Status (A to Z), then Cost (largest first)" in desk.window.status.shown.text()
    headings = [heading.words for heading in page.list.choice.headings()]
    assert headings[names.index("status")].endswith("¹")
    assert headings[names.index("cost")].endswith("²")
    page.tabs.choose("done")
    desk.settle()
    assert chosen(page) == ()
    page.tabs.choose("all")
    desk.settle()
    assert chosen(page) == (("status", False), ("cost", True))


def chosen(page: RecordsPage) -> Order:
    """The order that was chosen for a list."""
    return page.list.choice.arrangement.sort


@pytest.mark.parametrize("field", ["status", "starts_on", "countries", "institute", "person", "opinion_needed"])
def test_every_record_stands_below_the_head_of_its_group(desk: Desk, field: str) -> None:
    page = desk.show("mission")
    page.list.group_by(field)
    desk.settle()
    groups = page.list.model.groups
    assert groups is not None
    assert sum(group.size for group in groups.groups) == MISSIONS == len(page.list.numbers())
    assert page.list.model.rowCount() == MISSIONS + len(groups.groups)
    for number, group in enumerate(groups.groups):
        records = desk.store.page(MISSION, groups.rows_of(number))
        held = {str(record[field])[:4] if field == "starts_on" else record[field] for record in records}
        assert held == {group.value}
    assert f"All {MISSIONS} shown, grouped by " in desk.window.status.shown.text()


def test_groups_open_and_close_by_the_arrows_and_stay_closed_when_the_list_is_read_again(desk: Desk) -> None:
    page = desk.show("mission")
    page.list.group_by("status")
    desk.settle()
    table, model = page.list.table, page.list.model
    assert model.groups is not None
    first = model.groups.groups[0]
    assert model.head_at(0) == 0
    assert page.list.current_id()
    table.setFocus()
    desk.press(table, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert table.currentIndex().row() == 0
    assert not page.list.current_id()
    desk.press(table, Qt.Key.Key_Left)
    assert model.rowCount() == MISSIONS + len(model.groups.groups) - first.size
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"Group {first.words}, {first.size}, closed"
    page.list.load()
    desk.settle()
    assert 0 in model.groups.closed
    desk.press(table, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    desk.press(table, Qt.Key.Key_Right)
    assert model.rowCount() == MISSIONS + len(model.groups.groups)
    page.list.filters.fold_asked.emit(True)
    assert model.rowCount() == len(model.groups.groups)
    table.selectAll()
    assert table.selected_count() == 0
    page.list.filters.fold_asked.emit(False)
    table.selectAll()
    assert table.selected_count() == MISSIONS
    assert len(table.selected_rows()) == MISSIONS
    page.list.group_by("")
    desk.settle()
    assert model.rowCount() == MISSIONS


def test_left_on_a_record_goes_to_the_head_of_its_group(desk: Desk) -> None:
    page = desk.show("mission")
    page.list.group_by("status")
    desk.settle()
    table = page.list.table
    table.setFocus()
    table.select_row(3)
    desk.press(table, Qt.Key.Key_Left)
    assert page.list.model.head_at(table.currentIndex().row()) >= 0


def test_a_click_on_a_head_closes_its_group(desk: Desk) -> None:
    page = desk.show("mission")
    page.list.group_by("status")
    desk.settle()
    before = page.list.model.rowCount()
    rect = page.list.table.visualRect(page.list.model.index(0, 0))
    QTest.mouseClick(page.list.table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert page.list.model.rowCount() < before


def entry(menu: QMenu, words: str) -> None:
    """Choose an entry of a menu."""
    next(made for made in menu.actions() if made.text() == words).trigger()


def test_the_menu_of_a_heading_sorts_groups_moves_and_hides_its_column(desk: Desk) -> None:
    page = desk.show("mission")
    entry(heading_menu(page.list, 4), "Z to A")
    desk.settle()
    assert chosen(page) == (("status", True),)
    entry(heading_menu(page.list, 1), "Then newest first")
    desk.settle()
    assert chosen(page) == (("status", True), ("starts_on", True))
    entry(heading_menu(page.list, 4), "Group by this column")
    desk.settle()
    assert page.list.model.groups is not None
    entry(heading_menu(page.list, 4), "No groups")
    desk.settle()
    entry(heading_menu(page.list, 1), "Move left")
    assert page.list.choice.names[:2] == ["days", "traveller"]
    entry(heading_menu(page.list, 0), "Hide this column")
    assert "days" not in page.list.choice.names
    page.list.table.setFocus()
    page.actions_["heading"].trigger()
    opened = next(menu for menu in page.list.findChildren(QMenu) if menu.isVisible())
    assert "Hide this column" in [made.text() for made in opened.actions()]
    opened.close()


def test_a_column_that_is_dragged_stays_where_it_was_put(desk: Desk) -> None:
    page = desk.show("partner")
    before = page.list.choice.names
    page.list.table.across.moveSection(0, 2)
    assert page.list.choice.names == [*before[1:3], before[0], *before[3:]]
    assert page.list.table.across.visualIndex(0) == 0


def test_the_first_column_stays_in_sight_while_the_others_are_scrolled(desk: Desk) -> None:
    page = desk.show("mission")
    page.list.set_compact(compact=True)
    desk.settle()
    table = page.list.table
    assert not table.frozen.isVisible()
    table.horizontalScrollBar().setValue(200)
    assert table.frozen.isVisible()
    assert table.columnWidth(0) + EDGE <= table.frozen.width() < table.columnWidth(0) + EDGE + look.px(120)
    table.verticalScrollBar().setValue(300)
    assert table.frozen.verticalScrollBar().value() == table.verticalScrollBar().value()
    page.list.freeze(frozen=False)
    assert not table.frozen.isVisible()


def test_no_scraps_of_a_column_stand_beside_the_frozen_one_and_the_keys_reach_what_it_covers(desk: Desk) -> None:
    desk.window.resize(1100, 700)
    page = desk.show("mission")
    page.list.set_compact(compact=True)
    desk.settle()
    table = page.list.table
    bar = table.horizontalScrollBar()
    assert bar.maximum() > 100
    for place in range(10, bar.maximum(), 23):
        bar.setValue(place)
        edge = table.frozen.width() - EDGE
        column = table.columnAt(edge + 1)
        seen = table.columnViewportPosition(column) + table.columnWidth(column) - edge
        assert column <= 0 or seen >= min(look.px(120), table.columnWidth(column) * 0.6, table.columnWidth(column)) - 1
    bar.setValue(bar.maximum())
    table.setFocus()
    table.selectionModel().setCurrentIndex(table.rows.index(2, table.rows.columnCount() - 1), SELECT)
    for _ in range(table.rows.columnCount() - 2):
        desk.press(table, Qt.Key.Key_Left)
        assert (
            table.columnViewportPosition(table.currentIndex().column())
            >= table.frozen.width() * table.frozen.isVisible()
        )


def test_what_was_searched_is_marked_in_the_cells(desk: Desk) -> None:
    page = desk.show("partner")
    page.list.filters.quick.setText("univ thai")
    desk.qtbot.wait(200)
    desk.settle()
    assert page.list.table.cells.needles == ("univ", "thai")
    assert not page.list.table.grab().isNull()


@pytest.mark.parametrize(
    ("text", "typed", "marked"),
    [("Vietnam Academy of Science", "viet sci", ["Viet", "Sci"]), ("Cần Thơ · Đà Nẵng", "da can", ["Cần", "Đà"]),
     ("東京大学", "京", ["京"]), ("Œuvre d’été", "oeu ete", ["Œu", "été"]), ("Hanoi", "noi", []), ("", "a", [])],
)  # fmt: skip
def test_marks_stand_where_the_words_begin_whatever_their_accents(text: str, typed: str, marked: list[str]) -> None:
    spans = matches(text, needles_of(typed))
    assert [text[start:end] for start, end in spans] == marked
    assert all(fold(text[start:end]) in fold(typed) for start, end in spans)


def test_a_field_with_too_many_values_is_not_grouped_and_says_so(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from desktop_app.gui.lists import finding

    monkeypatch.setattr(finding, "GROUPS_AT_MOST", 2)
    page = desk.show("mission")
    page.list.group_by("status")
    desk.settle()
    assert page.list.model.groups is None
    assert "too many for groups" in desk.window.notices.words.text()
    assert desk.store.count(Query(MISSION, (Filter("status", "filled"),))) <= page.list.model.rowCount()


@pytest.mark.parametrize(
    ("name", "compact"), [("partner", False), ("instrument", False), ("instrument", True), ("event", True)]
)
def test_a_click_on_any_heading_sorts_by_it_and_says_so(desk: Desk, name: str, *, compact: bool) -> None:
    page = desk.show(name)
    page.list.set_compact(compact=compact)
    across, bar = page.list.table.across, page.list.table.horizontalScrollBar()
    for number, column in enumerate(page.list.choice.shown()):
        left = across.sectionPosition(number)
        bar.setValue(min(left, bar.maximum()))
        place = across.sectionViewportPosition(number) + 12
        QTest.mouseClick(across.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place, 10))
        desk.settle()
        assert chosen(page)[0][0] == column.sort, column.name
        assert "sorted by" in desk.window.status.shown.text()
        assert page.list.numbers()


def test_a_heading_says_below_the_mouse_what_it_sorts_by_where_that_is_another_word(desk: Desk) -> None:
    page = desk.show("mission")
    page.list.set_compact(compact=False)
    desk.settle()
    model, tip = page.list.model, Qt.ItemDataRole.ToolTipRole
    said = {
        model.headerData(number, Qt.Orientation.Horizontal): model.headerData(number, Qt.Orientation.Horizontal, tip)
        for number in range(model.columnCount())
    }
    assert said["For"] == "Sorts by: Instrument"
    assert said["Status"] is None


def test_what_was_typed_stands_on_a_chip_in_every_view_and_its_cross_takes_it_away(desk: Desk) -> None:
    page = desk.show("mission")
    page.filter_list()
    desk.type(page.list.filters.quick, "hanoi")
    desk.settle()
    page.tabs.choose("done")
    desk.settle()
    chip = page.list.filters.findChild(QPushButton, "filter_text")
    assert chip is not None
    assert chip.isVisible()
    assert "Contains “hanoi”" in chip.accessibleName()
    few = len(page.list.numbers())
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    desk.settle()
    assert page.list.filters.text == ""
    assert desk.store.count(Query(MISSION)) == MISSIONS  # the selected one stays
    assert len(page.list.numbers()) > few


@pytest.mark.parametrize("first", [1, 3, 64])
def test_the_first_groups_and_their_rows_are_those_that_the_whole_list_begins_with(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, first: int
) -> None:
    monkeypatch.setattr(finding, "FIRST", first)
    page = desk.show("mission")
    reader = RowReader(desk.store, page.spec, page.list.choice.shown(), "fr")
    usual = page.list.question()
    for name in (one.name for one in MISSION if finding.can_group(one)):
        for query in (usual, usual.where(Filter("number", "filled")), replace(usual, sort=(("number", False),))):
            asked = finding.Asked(query, reader, name, known={})
            begun, whole = finding.find_first(desk.store, asked), finding.find(desk.store, asked)
            if whole.groups is None:
                assert whole.refused == begun.refused > finding.GROUPS_AT_MOST
                continue
            assert begun.groups is not None
            assert begun.groups.groups == whole.groups.groups[: len(begun.groups.groups)]
            assert len(begun.numbers) >= min(first, len(whole.numbers))
            shown = [number for number in begun.groups.shown() if number >= 0][:first]
            assert shown == list(whole.numbers[:first]), (name, query)
            assert begun.pages[0][0].cells == whole.pages[0][0].cells
