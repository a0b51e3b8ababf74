"""What a list says at a glance is read whole: chips, and columns at every size of the text."""

import pytest
from PySide6.QtCore import QPoint, QRect

from desktop_app.domain.choices import choices
from desktop_app.gui import hues
from desktop_app.gui.detail.host import NARROW, WIDTH
from desktop_app.gui.lists.columns import CHIP_LISTS, chip_words
from desktop_app.gui.lists.specs import Condition
from desktop_app.gui.pages.records import RecordsPage
from desktop_app.gui.theme import look
from desktop_app.gui.words import said, set_language
from tests.gui.frame.conftest import Desk


def _widths(page: RecordsPage) -> list[int]:
    return [page.list.table.columnWidth(column) for column in range(page.list.model.columnCount())]


def test_columns_grow_with_the_text_while_the_list_shows(desk: Desk) -> None:
    page = desk.show("instrument")
    shown = page.list.choice.shown()
    fixed = [number for number, column in enumerate(shown) if not column.stretch]
    before = _widths(page)
    look.apply("light", 1.5)
    desk.settle()
    after = _widths(page)
    # Its chips have room that is measured by their letters.
    assert [after[number] >= round(1.4 * before[number]) for number in fixed] == [True] * len(fixed)
    look.apply("light", 1.0)
    desk.settle()
    assert _widths(page) == before


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("name", ["instrument", "partner", "mission"])
@pytest.mark.parametrize("compact", [False, True])
def test_no_chip_is_cut(desk: Desk, lang: str, name: str, *, compact: bool) -> None:
    desk.window.resize(1366, 768)
    set_language("fr" if lang == "fr" else "en")
    page = desk.show(name)
    page.list.set_compact(compact=compact)
    table = page.list.table
    for number, column in enumerate(page.list.choice.shown()):
        for words, icon in chip_words(column, page.list.spec.entity):
            assert table.columnWidth(number) >= table.cells.chip_width(said(words), icon=icon), said(words)


def test_a_long_chip_stands_in_two_lines_where_a_row_has_two(desk: Desk) -> None:
    cells = desk.show("instrument").list.table.cells
    long = "Terminé, rapport final attendu"
    two = cells.chip_width(long)
    cells.compact = True
    assert two < 0.7 * cells.chip_width(long)
    assert {hues.of_choice(one, code).icon for one in ("partner_kinds",) for code in choices(one)} == {""}
    assert "partner_kinds" in CHIP_LISTS


@pytest.mark.parametrize("name", ["instrument", "partner"])
def test_the_columns_beside_the_pane_fit_a_small_screen(desk: Desk, name: str) -> None:
    desk.window.resize(1366, 768)
    set_language("fr")
    page = desk.show(name)
    page.host.want_beside(wanted=True)
    desk.settle()
    assert not page.list.table.horizontalScrollBar().maximum()
    assert page.pane is not None
    assert page.pane.width() == NARROW < WIDTH


@pytest.mark.parametrize("name", ["instrument", "mission", "event", "partner"])
def test_a_column_of_chips_is_no_wider_than_its_longest_chip(desk: Desk, name: str) -> None:
    set_language("fr")
    page = desk.show(name)
    table = page.list.table
    for number, column in enumerate(page.list.choice.shown()):
        if words := chip_words(column, page.list.spec.entity):
            needed = max(table.cells.chip_width(said(one), icon=icon) for one, icon in words)
            assert table.columnWidth(number) <= max(needed, table.heading_width(number)) + 2, column.name


def test_the_pane_over_a_list_leaves_the_commands_of_the_page_in_reach(desk: Desk) -> None:
    desk.window.resize(1200, 768)
    page = desk.show("instrument")
    page.peek()
    desk.settle()
    assert page.pane is not None
    assert page.pane.isVisible()
    pane = QRect(page.pane.mapTo(page, QPoint()), page.pane.size())
    for part in (page.head, page.tabs, page.list.filters):
        assert not pane.intersects(QRect(part.mapTo(page, QPoint()), part.size()))
    assert pane.bottom() == page.rect().bottom()
    desk.window.resize(1366, 768)
    desk.settle()
    assert page.pane.y() == 0


def test_the_row_that_is_selected_stays_in_sight_when_the_window_gets_lower(desk: Desk) -> None:
    table = desk.show("instrument").list.table
    table.select_row(table.viewport().height() // table.rowHeight(0) - 1)
    desk.window.resize(1366, 560)
    desk.settle()
    assert table.shows_current()
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    desk.window.resize(1366, 600)
    desk.settle()
    assert not table.shows_current()  # whoever looks elsewhere goes on doing so


def test_a_chip_and_what_stands_beside_it_share_a_line_at_the_cost_of_the_words_of_verbs(desk: Desk) -> None:
    desk.window.resize(1440, 900)
    page = desk.show("instrument")
    page.host.want_beside(wanted=True)
    filters = page.list.filters
    filters.say_save("Update view", urgent=True)
    for words in ("Sea", "Water", "Singapore", "Singapore and", "Singapore and Asia"):
        filters.set_conditions([Condition("title", "contains", words)])
        desk.settle()
        assert filters.add.geometry().center().y() == filters.save.geometry().center().y(), words


def test_columns_fit_the_rows_to_which_one_scrolls(desk: Desk) -> None:
    set_language("fr")
    desk.window.resize(1366, 768)
    page = desk.show("instrument")
    page.host.want_beside(wanted=True)
    desk.settle()
    table = page.list.table
    number = page.list.choice.names.index("deadline")
    usual = table.columnWidth(number)
    table._set({number: usual // 2})  # as where the rows before say less
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    desk.qtbot.waitUntil(lambda: table.columnWidth(number) == usual)


def test_who_takes_part_in_an_event_has_room_on_a_small_screen(desk: Desk) -> None:
    desk.window.resize(1366, 768)
    set_language("fr")
    page = desk.show("event")
    page.host.want_beside(wanted=True)
    desk.settle()
    number = [column.name for column in page.list.choice.shown()].index("with")
    assert page.list.table.columnWidth(number) >= look.px(120)
