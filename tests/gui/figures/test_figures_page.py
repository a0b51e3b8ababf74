"""The Figures page: every bar opens exactly the records that it counts, by mouse and by keys."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain import ENTITIES
from desktop_app.gui.charts.view import ChartView
from desktop_app.gui.pages.figures import VIEWS, FiguresPage
from desktop_app.gui.pages.records import InstrumentPage
from desktop_app.gui.theme import look
from desktop_app.gui.words import Language, set_language
from desktop_app.gui.workspace import Go, Workspace
from desktop_app.store.queries import Filter, Query

LANGUAGES: tuple[Language, ...] = ("en", "fr")
Settle = Callable[[], None]


@pytest.fixture
def page(workspace: Workspace, show: Callable[[QWidget], None], settle: Settle) -> FiguresPage:
    """The page with its first charts."""
    made = FiguresPage(workspace)
    show(made)
    settle()
    return made


def views(page: FiguresPage) -> list[ChartView]:
    """Return the charts in sight."""
    return [card.view for card in page.cards if card.view is not None]


def test_every_subject_shows_charts_in_both_languages(page: FiguresPage, settle: Settle) -> None:
    for language in LANGUAGES:
        set_language(language)
        for view in VIEWS:
            page.tabs.choose(view.name)
            settle()
            assert len(views(page)) >= 2, view.name
            assert all(card.title.text() for card in page.cards)


def test_a_click_on_a_bar_opens_the_records_that_it_counts(
    page: FiguresPage, workspace: Workspace, qtbot: QtBot, show: Callable[[QWidget], None], settle: Settle
) -> None:
    view = views(page)[0]
    spot, row = view.drawn.spots[0], view.chart.rows[0]
    with qtbot.waitSignal(workspace.asked) as asked:
        place = QPoint(round(spot.x + spot.width / 2), round(spot.y + spot.height / 2))
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    go: Go = asked.args[0]
    assert go.page == "instrument"
    instruments = InstrumentPage(workspace)
    show(instruments)
    settle()
    instruments.list.filters.quick.setText("nothing is called so")
    instruments.visit(go)
    settle()
    assert len(instruments.list.numbers()) == row.numbers[0] > 0


def test_arrows_go_from_bar_to_bar_and_enter_opens(page: FiguresPage, workspace: Workspace, qtbot: QtBot) -> None:
    view = views(page)[0]
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Home)
    QTest.keyClick(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(workspace.asked) as asked:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert asked.args[0].filters == view.chart.rows[1].queries[0].filters
    QTest.keyClick(view, Qt.Key.Key_End)
    with qtbot.waitSignal(workspace.asked) as asked:
        QTest.keyClick(view, Qt.Key.Key_Space)
    assert asked.args[0].filters == view.chart.shown()[-1].queries[0].filters


def test_a_table_has_every_row_of_the_chart_and_opens_the_same(
    page: FiguresPage, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    page.tabs.choose("exchange")
    settle()
    card = page.cards[1]
    card.link.click()
    assert card.list is not None
    assert card.chart is not None
    assert len(card.list.held) == len(card.chart.rows)
    card.list.setCurrentIndex(card.list.model().index(0, 2))  # people sent
    with qtbot.waitSignal(workspace.asked) as asked:
        card.list.opened.emit(0)
    assert asked.args[0].filters == card.chart.rows[0].queries[1].filters
    card.link.click()
    qtbot.waitUntil(lambda: card.view is not None and card.view.isVisible())


def test_a_chart_is_copied_as_picture_and_as_data(page: FiguresPage) -> None:
    card = page.cards[0]
    card.copy_picture()
    image = QGuiApplication.clipboard().image()
    assert image.width() > 1000
    look.apply("dark")
    card.copy_picture()
    assert QGuiApplication.clipboard().image().pixelColor(4, 4) == image.pixelColor(4, 4)
    look.apply("light")
    card.copy_data()
    assert card.chart is not None
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "Type\tInstruments"
    assert lines[1] == f"{card.chart.rows[0].label}\t{card.chart.rows[0].numbers[0]}"
    assert len(lines) == len(card.chart.rows) + 1


def test_a_year_counts_what_lived_in_it(page: FiguresPage, workspace: Workspace, settle: Settle) -> None:
    page.year.setCurrentText("2021")
    settle()
    chart = page.cards[0].chart
    assert chart is not None
    for row in chart.rows:
        found = workspace.store.records(row.queries[0])
        assert len(found) == row.numbers[0]
        assert all(str(record["starts_on"])[:4] <= "2021" for record in found)


def test_a_filter_through_other_records_is_said_and_taken_away(
    workspace: Workspace, show: Callable[[QWidget], None], settle: Settle
) -> None:
    partner = workspace.store.records(Query(ENTITIES["partner"], (Filter("kind", "is", "university"),), limit=1))[0]
    page = InstrumentPage(workspace)
    show(page)
    settle()
    page.visit(Go("instrument", filters=(Filter("party.partner", "is", partner["id"]),)))
    settle()
    (chip,) = page.list.filters._chips
    assert chip.text() == f"Partner: {partner['name']}"
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    settle()
    assert not page.list.filters.conditions


def test_a_chosen_tab_is_read_whole_when_letters_grow(page: FiguresPage, settle: Settle) -> None:
    set_language("fr")
    page.tabs.choose("exchange")
    try:
        look.apply("light", 1.5)
        settle()
        tab = page.tabs.findChild(QToolButton, "view_exchange")
        assert isinstance(tab, QToolButton)
        assert tab.width() >= QFontMetrics(look.font(bold=True)).horizontalAdvance(tab.text())
    finally:
        look.apply("light")
