"""Where room is short, it is shared: nothing lies upon something else, and what is short stays whole."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QRectF
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.words import Words
from desktop_app.gui.actions import action, button_for, collect
from desktop_app.gui.flow import Flow
from desktop_app.gui.map.zone_names import beside
from desktop_app.gui.overview.network_view import Placed, fitted
from desktop_app.gui.page import PageHead
from desktop_app.gui.table.sharing import Want, give, share
from desktop_app.gui.theme import look
from desktop_app.gui.when import day_title, short_day, with_day
from desktop_app.gui.words import mark, set_language
from desktop_app.reports.atlas.circles import Circle
from desktop_app.store.network import Edge, Network, Node
from tests.gui.frame.conftest import Desk, demo_base, desk, program, settings

__all__ = ["demo_base", "desk", "program", "settings"]


def _at_150(desk: Desk, name: str) -> QWidget:
    set_language("fr")
    look.apply("light", 1.5)
    desk.window.resize(1366, 768)
    page = desk.window.stack.show_page(name)
    desk.settle()
    return page


def _apart(places: list[QRect]) -> bool:
    return not any(one.intersects(other) for number, one in enumerate(places) for other in places[:number])


@pytest.mark.parametrize("name", ["deadlines", "map", "figures"])
def test_no_tab_lies_upon_another_at_150_percent(desk: Desk, name: str) -> None:
    page = _at_150(desk, name)
    tabs = [one for one in page.findChildren(QToolButton) if one.property("kind") == "tab" and one.isVisible()]
    assert len(tabs) >= 3
    assert _apart([QRect(one.mapToGlobal(one.rect().topLeft()), one.size()) for one in tabs])
    look.apply("light", 1.0)


def test_no_icon_of_the_narrow_left_pane_lies_upon_another_at_150_percent(desk: Desk) -> None:
    _at_150(desk, "mission")
    side = desk.window.side
    assert side.narrow
    assert _apart([one.geometry() for one in side.buttons.values()])
    look.apply("light", 1.0)
    desk.window.resize(1366, 900)
    desk.settle()
    assert not any(one.property("low") for one in side.buttons.values())


def test_the_verbs_of_a_page_give_up_their_words_when_its_count_is_said_later(desk: Desk) -> None:
    page = _at_150(desk, "workbooks_out")
    head = page.findChild(PageHead)
    assert head is not None
    head.count.setText("1 234 567 classeurs chez des ambassades")
    desk.settle()
    buttons = head.findChildren(QPushButton)
    assert [button.text() == "" for button in buttons] == [True, True, False]
    assert all(button.width() >= button.sizeHint().width() for button in buttons)
    look.apply("light", 1.0)


class _Verbs(QWidget):
    @action(mark("Export to Excel…"), icon="file-spreadsheet")
    def export(self) -> None: ...

    @action(mark("New mission"), icon="plus")
    def new(self) -> None: ...


def test_a_verb_says_less_before_it_is_a_bare_icon(qtbot: QtBot) -> None:
    owner = _Verbs()
    qtbot.addWidget(owner)
    head, commands = PageHead(), collect(owner)
    head.setParent(owner)
    head.title.setText("Missions")
    export, new = button_for(commands["export"], short=mark("Excel…")), button_for(commands["new"])
    head.offer(export, new)
    owner.show()
    head.resize(2000, 40)
    long = export.sizeHint().width()
    whole = sum(one.sizeHint().width() for one in (head.title, head.count, export, new)) + 2 * 8 + 24
    head.resize(whole, 40)
    assert [export.text(), new.text()] == ["Export to Excel…", "New mission"]
    head.resize(whole - 1, 40)
    assert [export.text(), new.text()] == ["Excel…", "New mission"]
    assert export.accessibleName() == "Export to Excel…"
    head.resize(whole - long + export.sizeHint().width() - 1, 40)
    assert [export.text(), new.text()] == ["", "New mission"]
    head.resize(whole, 40)
    assert [export.text(), new.text()] == ["Export to Excel…", "New mission"]


def test_even_lines_are_about_as_long(qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    flow = Flow(whole, spacing=4, even=True)
    for _number in range(9):
        part = QWidget()
        part.setFixedSize(100, 20)
        flow.addWidget(part)
    assert [len(line) for line in flow._even_lines(840)] == [5, 4]
    assert [len(line) for line in flow._even_lines(2000)] == [9]


def test_the_widest_give_way_and_the_others_stay_as_they_are() -> None:
    assert fitted((100.0, 300.0, 50.0), 500.0) == [100.0, 300.0, 50.0]
    assert fitted((100.0, 300.0, 50.0), 350.0) == [100.0, 200.0, 50.0]
    assert fitted((100.0, 300.0, 50.0), 120.0) == [40.0, 40.0, 40.0]


def test_names_of_a_network_are_whole_where_there_is_room_and_lie_apart(desk: Desk) -> None:  # noqa: ARG001  (an application)
    nodes = [Node("unit", "0", "IRL fictive"), Node("instrument", "1", "FICTIF", ring=1)]
    nodes += [Node("partner", str(n), f"Université fictive de la Mer {n}", ring=2) for n in range(2, 8)]
    edges = [Edge("0", "1", Words("", ""))] + [Edge("1", str(n), Words("", "")) for n in range(2, 8)]
    placed = Placed(Network(tuple(nodes), tuple(edges)), 1050, 1.0)
    assert all(placed.rects[node.id].width() == placed._wide[node.id] for node in nodes)
    assert all(rect.left() >= 0 and rect.right() <= 1050 for rect in placed.rects.values())
    rects = list(placed.rects.values())
    left, right = min(rect.left() for rect in rects), max(rect.right() for rect in rects)
    assert left == pytest.approx(1050 - right)  # all stand at one side of the unit: the picture is in the middle
    assert placed.rects["0"].center().x() == pytest.approx(placed.middle)
    assert not any(one.intersects(other) for number, one in enumerate(rects) for other in rects[:number])


def test_the_name_of_an_office_covers_no_circle() -> None:
    circle, name = Circle("TH", 100, 100, 12, "58"), QRectF(60, 95, 80, 16)
    moved = beside(name, (circle,), ())
    assert moved is not None
    assert moved.top() >= 112
    assert beside(name, (), ()) == name
    assert beside(name, (), [name.translated(0, 3)]) == name.translated(0, -16)
    assert beside(name, (Circle("TH", 100, 100, 400, "58"),), ()) is None  # the legend says it


def test_the_first_of_a_month_is_the_1er_in_french() -> None:
    first, today = date(2027, 5, 1), date(2026, 11, 28)
    set_language("fr")
    assert short_day(first, today) == "1er mai 2027"
    assert day_title(first, today) == "Samedi 1er mai 2027"
    assert short_day(date(2027, 5, 11), today) == "11 mai 2027"
    set_language("en")
    assert short_day(first, today) == "1 May 2027"


def test_a_sentence_that_ends_with_a_shortened_month_has_one_full_stop() -> None:
    today = date(2026, 11, 29)
    set_language("fr")
    assert with_day("Demander avant le {day}. La liste fait foi.", date(2026, 11, 21), today) == (
        "Demander avant le 21 nov. La liste fait foi."
    )
    assert with_day("Rien avant le {day}.", date(2026, 12, 2), today) == "Rien avant le 2 déc."
    assert with_day("Rien avant le {day}.", date(2027, 12, 2), today) == "Rien avant le 2 déc. 2027."
    assert with_day("Rien avant le {day}.", date(2026, 5, 2), today) == "Rien avant le 2 mai."
    assert with_day("Rien avant le {day}…", date(2026, 5, 2), today) == "Rien avant le 2 mai…"
    set_language("en")


@given(
    wants=st.lists(
        st.tuples(st.integers(40, 400), st.integers(20, 400), st.integers(0, 500), st.booleans()).map(
            lambda one: Want(max(one[0], one[1]), one[1] + one[2], one[1], one[3])
        ),
        min_size=1, max_size=5,
    ),
    room=st.integers(0, 2_000),
)  # fmt: skip
def test_columns_fill_their_room_and_none_is_narrower_than_it_may_be(wants: list[Want], room: int) -> None:
    widths = share(room, dict(enumerate(wants)))
    assert all(widths[place] >= want.least for place, want in enumerate(wants))
    if sum(want.least for want in wants) <= room:
        assert sum(widths.values()) == room
    if sum(want.needed for want in wants) <= room:
        assert all(widths[place] >= want.needed for place, want in enumerate(wants))


def test_a_column_of_few_words_leaves_its_room_to_one_of_many() -> None:
    assert share(300, {0: Want(200, 90, 90), 1: Want(200, 210, 90)}) == {0: 90, 1: 210}


def test_the_names_of_the_rows_stay_whole_before_anything_else() -> None:
    assert share(300, {0: Want(200, 180, 90, leads=True), 1: Want(200, 400, 90)}) == {0: 180, 1: 120}
    assert share(200, {0: Want(200, 180, 90, leads=True), 1: Want(200, 400, 90)}) == {0: 110, 1: 90}


def test_names_longer_than_usual_leave_the_others_more_than_the_least() -> None:
    assert share(350, {0: Want(170, 240, 100, leads=True), 1: Want(160, 200, 100)}) == {0: 190, 1: 160}


def test_what_is_missing_is_given_by_those_who_have_more_than_they_need() -> None:
    assert give(30, {0: 20, 1: 40}) == {0: 10, 1: 20}
    assert give(90, {0: 20, 1: 40}) == {0: 20, 1: 40}
    assert give(0, {0: 20}) == give(10, {0: 0}) == {}
