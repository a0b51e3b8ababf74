"""What stands side by side stands on one height, and goes on below when a line is full."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.gui.flow import Flow
from desktop_app.gui.page import PageHead
from tests.gui.frame.conftest import Desk


def test_a_low_item_stands_in_the_middle_of_its_line_and_the_next_line_begins_below(qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    flow = Flow(whole, spacing=4)
    parts = [QWidget() for _ in range(3)]
    for part, height in zip(parts, (20, 30, 20), strict=True):
        part.setFixedSize(100, height)
        flow.addWidget(part)
    assert flow.heightForWidth(400) == 30
    assert flow.heightForWidth(220) == 54
    whole.resize(220, 54)
    whole.show()
    assert [part.y() for part in parts] == [5, 0, 34]


def test_the_count_of_a_page_stands_on_the_line_of_its_title(desk: Desk) -> None:
    page = desk.show("mission")
    head = page.findChild(PageHead)
    assert head is not None

    def base_line(part: QWidget) -> float:
        metrics, inside = part.fontMetrics(), part.contentsRect()
        return part.y() + inside.y() + (inside.height() - metrics.height()) / 2 + metrics.ascent()

    assert abs(base_line(head.title) - base_line(head.count)) <= 1


def test_several_even_lines_make_columns_that_fill_the_room(qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    flow = Flow(whole, spacing=10, even=True)
    parts = [QWidget() for _ in range(7)]
    for part, width in zip(parts, (90, 40, 60, 50, 100, 70, 30), strict=True):
        part.setMinimumSize(width, 20)
        flow.addWidget(part)
    whole.resize(400, 100)
    whole.show()
    first, second = parts[:4], parts[4:]
    assert [part.x() for part in second] == [part.x() for part in first][:3]
    assert len({part.y() for part in first}) == len({part.y() for part in second}) == 1
    assert first[-1].geometry().right() >= 400 - 4
    whole.resize(60, 300)  # not even one of them
    assert [part.x() for part in parts] == [0] * 7
