"""The Map page: choosing a country by mouse and by keys, the list behind its number, the table, the picture, printing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QGuiApplication, QImage, QPageLayout
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.gui.map.canvas import MapCanvas
from desktop_app.gui.map.ink import ink
from desktop_app.gui.map.zone_names import placed
from desktop_app.gui.pages.map import MapPage
from desktop_app.gui.pages.records import PartnerPage
from desktop_app.gui.theme import look
from desktop_app.gui.words import Language, percent, set_language
from desktop_app.gui.workspace import Go, Workspace
from desktop_app.reports.atlas.circles import Circle
from desktop_app.reports.atlas.outlines import WORLD, world

LANGUAGES: tuple[Language, ...] = ("en", "fr")
Settle = Callable[[], None]


@pytest.fixture
def page(workspace: Workspace, show: Callable[[QWidget], None], settle: Settle) -> MapPage:
    """The page with its first numbers."""
    made = MapPage(workspace)
    show(made)
    settle()
    return made


def place_of(view: MapCanvas, code: str) -> QPoint:
    """Return where the circle of a country stands in the widget."""
    seen = view.seen()
    circle = next(one for one in view.drawn() if one.code == code)
    return QPoint(round(circle.x - seen.left * view.scale), round(circle.y - seen.top * view.scale))


def test_the_map_opens_on_the_zone_of_the_office(page: MapPage) -> None:
    assert page.numbers is not None
    seen, shapes = page.view.seen(), world(page.view.middle)
    assert page.view.middle == 105
    for code in page.numbers.zone("SIN"):
        x, y = shapes[code].at
        assert seen.left < x < seen.right, code
        assert seen.top < y < seen.bottom, code
    assert seen.width < WORLD.width / 2


def test_a_click_on_a_country_lists_its_records_beside_the_map(page: MapPage, settle: Settle) -> None:
    assert page.numbers is not None
    QTest.mouseClick(page.view, Qt.MouseButton.LeftButton, pos=place_of(page.view, "TH"))
    settle()
    assert page.view.current == "TH"
    assert page.pane.about is not None
    assert page.pane.name.text() == "Thailand"
    row = page.numbers.of("TH")
    assert row is not None
    assert page.pane.about.number == row.number
    assert len(page.pane.about.lines) == min(7, row.number)


def test_a_click_on_land_chooses_as_well_and_one_on_the_sea_chooses_nothing(page: MapPage, settle: Settle) -> None:
    view, seen = page.view, page.view.seen()
    x, y = view.shapes["ID"].at
    place = QPoint(round((x - seen.left) * view.scale) + 24, round((y - seen.top) * view.scale) - 6)  # on Borneo
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    settle()
    assert view.current == "ID"
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(view.width() // 2, 4))
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(5, view.height() - 5))
    settle()
    assert view.current == ""
    assert page.pane.about is None


def test_enter_opens_exactly_the_records_that_the_number_counts(
    page: MapPage, workspace: Workspace, qtbot: QtBot, show: Callable[[QWidget], None], settle: Settle
) -> None:
    assert page.numbers is not None
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Home)
    first = page.numbers.rows[0]
    assert page.view.current == first.code
    with qtbot.waitSignal(workspace.asked) as asked:
        QTest.keyClick(page.view, Qt.Key.Key_Return)
    go: Go = asked.args[0]
    assert go.page == "partner"
    partners = PartnerPage(workspace)
    show(partners)
    settle()
    partners.visit(go)
    settle()
    assert len(partners.list.numbers()) == first.number > 0


def test_arrows_go_to_the_neighbour_and_letters_choose_by_name(page: MapPage, settle: Settle) -> None:
    view = page.view
    view.setFocus()
    QTest.keyClicks(view, "vi")
    assert view.current == "VN"
    QTest.keyClick(view, Qt.Key.Key_Down)
    chosen = world(view.middle)[view.current]
    assert chosen.at[1] > world(view.middle)["VN"].at[1]
    QTest.keyClick(view, Qt.Key.Key_Escape)
    settle()
    assert view.current == ""
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert page.numbers is not None
    assert view.current == page.numbers.rows[0].code


def test_plus_minus_and_the_wheel_bring_nearer_and_the_map_stays_on_the_world(page: MapPage) -> None:
    view = page.view
    before = view.scale
    view.setFocus()
    QTest.keyClicks(view, "++")
    assert view.scale > before
    assert view.middle == 105
    for _again in range(40):
        QTest.keyClicks(view, "-")
    seen = view.seen()
    assert view.middle == 150  # the whole world is cut where there is sea
    assert view.scale == pytest.approx(min(view.width() / WORLD.width, view.height() / WORLD.height))
    assert seen.left <= WORLD.left + 1e-6 or seen.right >= WORLD.right - 1e-6
    place = QPointF(40, 60)
    view.zoom(6)
    under = view.seen().left + place.x() / view.scale
    view.zoom(2, place)
    assert view.seen().left + place.x() / view.scale == pytest.approx(under)


def test_dragging_moves_the_map_and_chooses_nothing(page: MapPage) -> None:
    view = page.view
    view.zoom(3)
    before = view.seen()
    start = QPoint(view.width() // 2, view.height() // 2)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view, start + QPoint(30, 10))
    QTest.mouseMove(view, start + QPoint(60, 20))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start + QPoint(60, 20))
    assert view.seen().left < before.left
    assert view.current == ""


def test_moving_within_the_sheet_paints_no_outline_again(page: MapPage) -> None:
    view = page.view
    view.zoom(4)
    view._sharpen()
    sheet = view.land()
    view.move_by(view.width() * 0.2, 10)
    assert view.land() is sheet
    view.move_by(view.width(), 0)
    assert view.land() is not sheet


def test_the_table_has_every_country_of_the_map_and_opens_the_same_list(
    page: MapPage, workspace: Workspace, qtbot: QtBot
) -> None:
    assert page.numbers is not None
    page.as_table()
    assert page.table.isVisible()
    assert [row.id for row in page.table.held] == [row.code for row in page.numbers.rows]
    page.table.select("VN")
    assert page.view.current == "VN"
    with qtbot.waitSignal(workspace.asked) as asked:
        page.table.opened.emit(0)
    row = page.numbers.of("VN")
    assert row is not None
    assert asked.args[0].filters == row.query.filters
    page.as_table()
    assert page.view.isVisible()


def test_the_table_begins_with_its_first_country_where_the_chosen_one_is_seen_so(page: MapPage) -> None:
    assert page.numbers is not None
    page.view.choose(page.numbers.rows[1].code)
    page.as_table()
    assert page.table.current() == page.numbers.rows[1].code
    assert page.table.verticalScrollBar().value() == 0


def test_missions_are_counted_of_a_year_and_a_direction(page: MapPage, workspace: Workspace, settle: Settle) -> None:
    page.choices.tabs.choose("mission")
    settle()
    assert page.choices.year.isVisible()
    page.choices.year.setCurrentIndex(page.choices.year.findData(2025))
    page.choices.kind.setCurrentIndex(page.choices.kind.findData("outgoing"))
    page.choices.kind.activated.emit(page.choices.kind.currentIndex())
    settle()
    assert page.numbers is not None
    assert "2025" in page.head.count.text()
    for row in page.numbers.rows:
        assert workspace.store.count(row.query) == row.number


def test_the_counts_of_the_pane_open_their_lists(
    page: MapPage, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    page.view.choose("TH")
    settle()
    about = page.pane.about
    assert about is not None
    button = next(one for one in page.pane.counts.findChildren(QPushButton) if one.isEnabled())
    with qtbot.waitSignal(workspace.asked) as asked:
        button.click()
    counted = next(one for one in about.counts if one.query.entity.name == asked.args[0].page)
    assert workspace.store.count(counted.query) == counted.number


def test_everything_about_a_country_is_one_click_away(
    page: MapPage, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    page.view.choose("TH")
    settle()
    button = page.pane.counts.findChildren(QPushButton)[-1]
    with qtbot.waitSignal(workspace.asked) as asked:
        button.click()
    assert asked.args[0] == Go("overview", f"country/{workspace.store.resolve('country', 'TH')}")


def test_a_country_that_is_asked_for_is_shown_wherever_it_is(
    workspace: Workspace, show: Callable[[QWidget], None], settle: Settle
) -> None:
    made = MapPage(workspace)
    made.visit(Go("map", "BR"))
    show(made)
    settle()
    seen, (x, y) = made.view.seen(), made.view.shapes["BR"].at
    assert made.view.current == "BR"
    assert seen.left < x < seen.right
    assert seen.top < y < seen.bottom
    assert made.pane.name.text() == "Brazil"


def test_zones_are_shaded_by_office_and_named(page: MapPage, settle: Settle) -> None:
    page.choices.looks.setCurrentIndex(1)
    page.choices.looks.activated.emit(1)
    settle()
    view = page.view
    image = view.grab().toImage()
    seen = view.seen()
    x, y = view.shapes["ID"].at
    spot = QPoint(round((x - seen.left) * view.scale) + 24, round((y - seen.top) * view.scale) - 6)
    assert image.pixelColor(spot) == QColor(ink().zones[0])
    assert "Singapore" in page.legend.accessibleName()


def test_the_map_is_copied_as_picture_and_as_data(page: MapPage) -> None:
    assert page.numbers is not None
    page.copy_picture()
    image: QImage = QGuiApplication.clipboard().image()
    assert image.width() > 1500
    look.apply("dark")
    page.copy_picture()  # it goes into a letter, whose paper is white
    assert QGuiApplication.clipboard().image().pixelColor(4, 4) == image.pixelColor(4, 4)
    assert look.theme.name == "dark"
    look.apply("light")
    page.copy_data()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == len(page.numbers.rows) + 1
    assert lines[1].split("\t")[:2] == [page.numbers.rows[0].label, str(page.numbers.rows[0].number)]


def test_the_map_is_printed_as_it_is_seen_with_its_table(
    page: MapPage, settle: Settle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    from desktop_app.gui.pages import reports_printing

    def to_file(_parent: QWidget, pages: object, title: str) -> QPrinter:
        printer = reports_printing.printer_for(pages, title)  # type: ignore[arg-type]
        assert printer.pageLayout().orientation() == QPageLayout.Orientation.Landscape
        printer.setOutputFileName(str(tmp_path / "map.pdf"))
        return printer

    monkeypatch.setattr(reports_printing, "ask_printer", to_file)
    page.print_()
    qtbot.waitUntil((tmp_path / "map.pdf").exists, timeout=20_000)
    settle()
    assert (tmp_path / "map.pdf").read_bytes().startswith(b"%PDF")


def test_every_word_is_said_in_both_languages_and_sizes(page: MapPage, settle: Settle) -> None:
    for language in LANGUAGES:
        set_language(language)
        for subject in ("partner", "instrument", "mission"):
            page.visit(Go("map", subject))
            settle()
            assert page.head.title.text()
            assert page.legend.accessibleName()
    look.apply("dark", 1.5)
    settle()
    page.view.grab()
    look.apply("light")


def test_the_towns_of_a_country_are_listed_and_each_opens_its_records(
    page: MapPage, workspace: Workspace, settle: Settle
) -> None:
    asked: list[Go] = []
    workspace.asked.connect(asked.append)
    for subject, code in (("partner", "VN"), ("instrument", "SG")):
        page.choices.choose(subject)
        settle()
        page.view.choose("")
        page.view.choose(code)
        settle()
        about = page.pane.about
        assert about is not None
        assert about.towns
        assert [town.number for town in about.towns] == sorted((town.number for town in about.towns), reverse=True)
        for town in about.towns:
            assert workspace.store.count(town.query) == town.number
        named = [one for one in page.pane.findChildren(QPushButton) if one.accessibleName() == about.towns[0].name]
        next(one for one in named if one.isVisible()).click()  # a country that was listed may be called like its town
        assert asked[-1].filters == about.towns[0].query.filters
    page.choices.choose("mission")
    settle()
    assert page.pane.about is None or not page.pane.about.towns


def test_between_many_circles_every_office_is_named_the_own_one_nearest_to_its_zone(qtbot: QtBot) -> None:
    del qtbot
    metrics, held = QFontMetricsF(look.font(12, bold=True)), QRectF(0, 0, 700, 340)
    around = [Circle("XX", 300 + 34 * (n % 3), 100 + 34 * (n // 3), 17, "9") for n in range(9)]
    labels = [("Singapore", QPointF(334, 134)), ("New Delhi", QPointF(320, 120)), ("Beijing", QPointF(350, 100))]
    found = placed(labels, metrics, held, around)
    assert [one.name for one in found] == ["Singapore", "New Delhi", "Beijing"]
    assert found[0].led
    for one in found:
        assert held.contains(one.place)
        assert not any(circle.holds(one.place.center().x(), one.place.center().y()) for circle in around)
        assert not any(one.place.intersects(other.place) for other in found if other is not one)


def test_the_name_of_an_office_that_is_led_away_never_lies_over_the_zone_of_another(qtbot: QtBot) -> None:
    del qtbot
    metrics, held = QFontMetricsF(look.font(12, bold=True)), QRectF(0, 0, 700, 340)
    beijing, tokyo = QPointF(200, 200), QPointF(240, 235)
    number = Circle("LA", 200, 172, 3, "15", inside=False, text_x=200, text_y=162)
    found = placed([("Beijing", beijing), ("Tokyo", tokyo)], metrics, held, [Circle("VN", 200, 205, 27, "9"), number])
    assert [one.name for one in found] == ["Beijing", "Tokyo"]
    place = found[0].place
    assert not place.contains(tokyo)
    assert found[0].led
    assert not place.intersects(QRectF(192, 158, 16, 8))


def test_at_150_percent_no_name_on_the_zones_lies_upon_another_or_upon_a_number(page: MapPage, settle: Settle) -> None:
    set_language("fr")
    look.apply("light", 1.5)
    page.resize(1282, 650)
    page.choices.choose("mission")
    page.choices.looks.setCurrentIndex(1)
    page.choices.looks.activated.emit(1)
    settle()
    page.show_everything()
    settle()
    found = page.view.zone_names()
    assert len(found) >= 8
    for place, name in enumerate(found):
        assert not any(name.place.intersects(other.place) for other in found[:place]), name.name
        if name.led:
            assert not any(name.place.contains(other.zone) for other in found if other is not name), name.name
    look.apply("light", 1.0)


def test_at_150_percent_the_choices_stand_in_one_line_and_the_last_one_on_the_map(
    page: MapPage, settle: Settle
) -> None:
    set_language("fr")
    page.choices.choose("mission")
    for scale, over in ((1.0, False), (1.5, True), (1.0, False)):
        page.hide()
        look.apply("light", scale)
        page.resize(1282, 650)
        page.show()
        settle()
        choices = page.choices
        assert choices.looks.isVisible()
        assert (choices.looks.parentWidget() is page.view) is over
        above = [choices.tabs, *(box for box in choices.boxes if box.parentWidget() is choices)]
        heights = [one.geometry().center().y() for one in above]
        assert max(heights) - min(heights) <= 1
        assert choices.height() < 2 * choices.year.height()
        assert not over or not choices.looks.geometry().intersects(page.nearer.geometry())
    page.choices.looks.setCurrentIndex(3)
    page.choices.looks.activated.emit(3)
    assert page.view.layers == page.choices.layers


def test_the_shares_are_of_all_that_the_title_says_and_what_the_map_does_not_show_is_said(
    page: MapPage, workspace: Workspace, settle: Settle
) -> None:
    all_ = workspace.store.count(page.choices.wish.asked())
    assert page.numbers is not None
    shown = sum(row.number for row in page.numbers.rows)
    assert shown < all_
    assert f"{all_ - shown} more entries in France or without a country" in page.status()
    page.choices.choose("instrument")
    settle()
    once = workspace.store.count(page.numbers.asked)
    assert f"{once} instruments" in page.head.count.text()
    assert sum(row.number for row in page.numbers.rows) > once
    assert page.table.held[0].cells[2].text == percent(100 * page.numbers.rows[0].number / once)
