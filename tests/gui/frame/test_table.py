"""The list itself: a million rows at once, only what is seen is read, the selection stays with its record."""

from array import array
from collections.abc import Sequence

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from desktop_app.gui.table.cells import CELL, Cell
from desktop_app.gui.table.groups import Group, Groups
from desktop_app.gui.table.model import PAGE, PAGES_KEPT, Heading, Row, TableModel
from desktop_app.gui.table.short_list import ShortList, title_row
from desktop_app.gui.table.view import Table

MANY = 1_000_000
HEADINGS = (Heading("Name"), Heading("Status"), Heading("Cost", sortable=False, right=True))


class Source:
    """Rows by number, and which numbers were asked for."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def __call__(self, numbers: Sequence[int]) -> list[Row]:
        """Return rows."""
        self.asked.extend(numbers)
        return [
            Row(f"id{number}", f"R-{number}", (Cell(f"Name {number}", "below", bold=True),
                Cell("Active", hue="green", icon="circle-check"), Cell(f"{number}", right=True)))
            for number in numbers
        ]  # fmt: skip


@pytest.fixture
def source() -> Source:
    return Source()


@pytest.fixture
def table(qtbot: QtBot, source: Source) -> Table:
    model = TableModel(source)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made = Table(model)
    qtbot.addWidget(made)
    made.resize(900, 600)
    model.show(array("q", range(100, 160)), HEADINGS)
    made.show()
    return made


def test_a_million_rows_are_shown_and_only_those_in_view_are_read(table: Table, source: Source, qtbot: QtBot) -> None:
    table.rows.show(array("q", range(MANY)), HEADINGS)
    source.asked.clear()
    table.scrollToBottom()
    qtbot.wait(20)
    table.grab()
    assert table.rows.rowCount() == MANY
    assert table.rows.row(MANY - 1).id == f"id{MANY - 1}"
    assert len(source.asked) <= 4 * PAGE


def test_the_cache_forgets_old_pages(table: Table, source: Source) -> None:
    table.rows.show(array("q", range(MANY)), HEADINGS)
    for number in range(0, (PAGES_KEPT + 10) * PAGE, PAGE):
        table.rows.row(number)
    source.asked.clear()
    table.rows.row(0)
    assert source.asked


@pytest.mark.parametrize("step", [1, -1])
def test_the_page_that_comes_next_is_read_while_nothing_else_is_done(source: Source, qtbot: QtBot, step: int) -> None:
    model = TableModel(source)
    model.show(array("q", range(MANY)), HEADINGS)
    for page in (10, 10 + step):
        model.row(page * PAGE)
    qtbot.wait(20)
    source.asked.clear()
    model.row((10 + 2 * step) * PAGE)
    assert source.asked == []


def test_no_page_is_read_before_the_first_or_behind_the_last(source: Source, qtbot: QtBot) -> None:
    model = TableModel(source)
    model.show(array("q", range(3 * PAGE)), HEADINGS)
    for page in (2, 1, 0, 1, 2):
        model.row(page * PAGE)
        qtbot.wait(10)
    assert sorted(source.asked) == [*range(3 * PAGE)]


def test_a_cell_says_all_its_words_to_screen_readers(table: Table) -> None:
    index = table.rows.index(0, 0)
    assert index.data() == "Name 100 · below"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Name: Name 100 · below"
    assert table.rows.index(0, 1).data() == "Active"
    assert table.rows.index(0, 1).data(CELL).hue == "green"
    assert table.rows.headerData(2, Qt.Orientation.Horizontal) == "Cost"


def test_rows_are_high_enough_for_two_lines_or_one(table: Table) -> None:
    assert table.rowHeight(0) == 48
    table.set_compact(compact=True)
    assert table.rowHeight(0) == 36


def test_the_keyboard_moves_opens_and_peeks(table: Table, qtbot: QtBot) -> None:
    table.select_row(0)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.currentIndex().row() == 1
    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [1]
    with qtbot.waitSignal(table.peeked):
        QTest.keyClick(table, Qt.Key.Key_Space)
    QTest.keyClick(table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert table.currentIndex().row() == 59
    QTest.keyClicks(table, "N")
    assert table.currentIndex().row() == 59


def test_selecting_everything_counts_without_reading(table: Table, source: Source) -> None:
    table.rows.show(array("q", range(MANY)), HEADINGS)
    source.asked.clear()
    table.selectAll()
    assert table.selected_count() == MANY
    assert len(source.asked) <= 4 * PAGE


def test_a_click_on_a_heading_asks_for_another_order(table: Table, qtbot: QtBot) -> None:
    across = table.horizontalHeader()
    with qtbot.waitSignal(table.rows.sort_asked) as asked:
        QTest.mouseClick(across.viewport(), Qt.MouseButton.LeftButton, pos=across.rect().center() / 8)
    assert asked.args[0] == 0
    with qtbot.assertNotEmitted(table.rows.sort_asked):
        table.rows.sort(2)
        table.show_order({1: True})


def test_stretching_columns_fill_the_width(table: Table, qtbot: QtBot) -> None:
    table.set_widths([150, 100, 80], [0])
    qtbot.wait(10)
    assert table.horizontalHeader().length() == table.viewport().width()
    table.resize(1100, 600)
    qtbot.wait(10)
    assert table.horizontalHeader().length() == table.viewport().width()
    assert table.columnWidth(1) == 100


def test_a_column_has_the_width_that_a_hand_gave_it_and_a_hand_elsewhere_gives_none(table: Table, qtbot: QtBot) -> None:
    table.set_widths([150, 100, 80], [0, 1])
    given: list[tuple[int, int]] = []
    table.resized.connect(lambda column, width: given.append((column, width)))
    elsewhere = table.viewport()
    QTest.mousePress(elsewhere, Qt.MouseButton.LeftButton)
    table.resize(1000, 600)  # as beside a pane whose edge is pulled
    qtbot.wait(10)
    assert given == []
    table.horizontalHeader().resizeSection(0, 170)
    QTest.mouseRelease(elsewhere, Qt.MouseButton.LeftButton)
    assert given == [(0, 170)]
    table.resize(800, 600)
    qtbot.wait(10)
    assert table.columnWidth(0) == 170
    assert table.horizontalHeader().length() == table.viewport().width()


def test_columns_fit_the_rows_where_one_looks(qtbot: QtBot) -> None:
    def read(numbers: Sequence[int]) -> list[Row]:
        names = dict.fromkeys(range(300, 320), "A name that is longer than others")
        return [Row(f"id{one}", "", (Cell(names.get(one, "Short"), bold=True), Cell("Said beside"))) for one in numbers]

    table = Table(TableModel(read))
    qtbot.addWidget(table)
    table.resize(420, 600)
    table.rows.show(array("q", range(400)), HEADINGS[:2])
    table.show()
    table.set_widths([200, 200], [0, 1])
    first, needed = table.columnWidth(0), table.cells.width_of(table.rows.cell(300, 0))
    assert first < needed
    table.select_row(310)
    table.grab()
    table.fit()
    assert table.columnWidth(0) >= needed


@pytest.mark.usefixtures("qapp")
def test_a_row_that_has_gone_is_an_empty_line_until_the_next_load() -> None:
    model = TableModel(lambda numbers: [Row("", "", (Cell(), Cell(), Cell())) for _ in numbers])
    model.show(array("q", [1]), HEADINGS)
    assert model.index(0, 0).data() == ""


class AsQtDoes(Table):
    """Painted by Qt, which asks the delegate for each cell."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the cells."""
        QTableView.paintEvent(self, event)


def seen(qtbot: QtBot, made: Table) -> QImage:
    """Return what a list shows that is scrolled, grouped and marked."""
    qtbot.addWidget(made)
    made.resize(400, 330)
    groups = [Group("visit", "Visit", 3), Group("talks", "Talks", 40)]
    made.rows.show(array("q"), HEADINGS, Groups(groups, array("q", range(100, 143)), ("visit",)))
    made.set_widths((150, 250, 150), (1,))
    made.show()
    made.select_row(4)
    made.cells.focus, made.cells.hovered, made.cells.needles = (4, 1), 3, ("name 1",)
    made.verticalScrollBar().setValue(25)
    made.horizontalScrollBar().setValue(40)
    return made.viewport().grab().toImage()


def test_a_list_paints_its_cells_where_qt_would(qtbot: QtBot, source: Source) -> None:
    ours, qts = (seen(qtbot, kind(TableModel(source))) for kind in (Table, AsQtDoes))
    assert ours == qts
    assert len({ours.pixel(place, place) for place in range(0, 200, 2)}) > 5


def test_titles_of_a_short_list_span_it_as_qt_paints_them(qtbot: QtBot) -> None:
    class ShortAsQtDoes(ShortList):
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
            QTableView.paintEvent(self, event)

    pictures = []
    for kind in (ShortList, ShortAsQtDoes):
        made = kind()
        qtbot.addWidget(made)
        made.resize(500, 300)
        rows = [title_row("A title that is longer than the column below it", 3), *Source()(range(3))]
        made.fill(rows, HEADINGS, (120, 100, 100))
        made.show()
        pictures.append(made.viewport().grab().toImage())
    assert pictures[0] == pictures[1]


@pytest.mark.parametrize(("name", "whole"), [("MERLION-CANOPY", True), ("FLOW", False)])
def test_a_long_name_keeps_its_room_from_the_mark_of_a_workbook_out(qtbot: QtBot, name: str, *, whole: bool) -> None:
    def painted(out: str) -> QImage:
        row = Row("a", "R-1", (Cell(name, "below", bold=True, out=out),))
        made = Table(TableModel(lambda numbers: [row for _ in numbers]))
        qtbot.addWidget(made)
        made.resize(300, 200)
        made.rows.show(array("q", [1]), HEADINGS[:1])
        made.set_widths((max(110, made.cells.width_of(Cell(name, bold=True)) + 4),), ())
        made.show()
        return made.viewport().grab(QRect(0, 0, 290, 48)).toImage()

    plain, marked = painted(""), painted("EX0001")
    upper = QRect(0, 0, 290, 22)
    assert plain != marked
    assert (plain.copy(upper) == marked.copy(upper)) is whole


def test_a_text_that_stands_alone_in_a_row_of_two_lines_takes_both(table: Table) -> None:
    words = "Steering committee"
    room = table.cells.width_of(Cell(words)) * 2 // 3
    assert table.cells.lines_of(Cell(words), room) == ["Steering", "committee"]
    assert table.cells.lines_of(Cell(words, "Mission"), room) == [words]
    assert table.cells.lines_of(Cell(words), room * 2) == [words]
    assert table.cells.height_of(Cell(words), room) == table.cells.row_height()
    table.set_compact(compact=True)
    assert table.cells.lines_of(Cell(words), room) == [words]


def test_a_part_of_a_list_is_painted_alone(table: Table) -> None:
    painted: list[tuple[int, int]] = []
    usual = table.cells.paint_cell

    def note(painter: QPainter, rect: QRect, row: int, column: int) -> None:
        painted.append((row, column))
        usual(painter, rect, row, column)

    table.cells.paint_cell = note  # type: ignore[method-assign]
    table.viewport().repaint(QRect(2, 2, 10, 10))
    assert painted == [(0, 0)]
