"""The page about a country, a partner, an institute or a unit, on the demo office."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain import ENTITIES
from desktop_app.domain.instrument_parts import PARTY
from desktop_app.domain.partner import PARTNER
from desktop_app.domain.words import Words
from desktop_app.gui import theme
from desktop_app.gui.ink import Ink
from desktop_app.gui.overview.list_window import ListWindow, show_records
from desktop_app.gui.overview.network_card import show_network
from desktop_app.gui.overview.network_view import Placed, line, words_on_lines
from desktop_app.gui.overview.tile import Tile
from desktop_app.gui.pages.deadlines import DeadlinesPage
from desktop_app.gui.pages.overview import OverviewPage
from desktop_app.gui.record_form.window import FormWindow
from desktop_app.gui.theme import look
from desktop_app.gui.words import Language, said, set_language
from desktop_app.gui.workspace import Go, Workspace
from desktop_app.reports.country import most_instruments
from desktop_app.store.network import Edge, Network, Node, network_of
from desktop_app.store.portrait import partners_of
from desktop_app.store.queries import Filter, Query
from desktop_app.store.subject import Subject

LANGUAGES: tuple[Language, ...] = ("en", "fr")
Settle = Callable[[], None]


@pytest.fixture
def page(workspace: Workspace, show: Callable[[QWidget], None], settle: Settle) -> OverviewPage:
    """The page, which begins with the country that has most instruments."""
    made = OverviewPage(workspace)
    show(made)
    settle()
    settle()
    return made


def subjects(workspace: Workspace) -> list[Subject]:
    """Return a country, a partner, an institute and a unit that have something to show."""
    country = Subject("country", str(most_instruments(workspace.store)))
    partner = partners_of(workspace.store, country, 1)[0][0]
    parties = workspace.store.records(Query(PARTY, (Filter("unit", "filled"),), limit=1))
    unit = Subject("unit", str(parties[0]["unit"]))
    return [country, Subject("partner", str(partner["id"])), Subject("institute", "INP"), unit]


def tiles(page: OverviewPage) -> list[Tile]:
    """Return the key figures in sight."""
    return [tile for tile in page.findChildren(Tile) if tile.isVisible()]


def count(workspace: Workspace, go: Go) -> int:
    """Return how many records the list has that was asked for."""
    return workspace.store.count(Query(ENTITIES[go.page], tuple(one for one in go.filters if isinstance(one, Filter))))


def test_every_subject_is_shown_in_both_languages(page: OverviewPage, workspace: Workspace, settle: Settle) -> None:
    for language in LANGUAGES:
        set_language(language)
        for about in subjects(workspace):
            page.show_about(about)
            settle()
            assert page.found is not None
            assert page.found.about == about
            assert page.head.title.text() == page.found.title
            assert len(tiles(page)) >= 8
            assert all(card.title.text() for card in (*page.lists.shown(), *page.charts))


def test_each_key_figure_opens_the_list_that_it_counts(
    page: OverviewPage, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    for about in subjects(workspace):
        page.show_about(about)
        settle()
        for tile in tiles(page):
            with qtbot.waitSignal(workspace.asked) as asked:
                QTest.keyClick(tile, Qt.Key.Key_Return)
            go: Go = asked.args[0]
            assert count(workspace, go) == tile.number, tile.text()


def test_a_partner_of_the_country_leads_to_its_own_page(
    page: OverviewPage, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    first = page.lists.partners.rows[0]
    with qtbot.waitSignal(workspace.asked) as asked:
        QTest.keyClick(first.focusProxy() or first, Qt.Key.Key_Return)
    go: Go = asked.args[0]
    assert (go.page, go.id) == ("overview", f"partner/{page.found.partners[0].id}")  # type: ignore[union-attr]
    page.visit(go)
    settle()
    assert page.found is not None
    record = workspace.store.get(PARTNER, page.found.about.id)
    assert record is not None
    assert page.head.title.text() == record["name"]
    number = page.lists.partners.rows[0].findChild(QPushButton)
    assert number is not None
    with qtbot.waitSignal(workspace.asked) as asked:
        number.click()
    part = page.found.partners[0].part
    assert part is not None
    assert count(workspace, asked.args[0]) == part.count


def test_all_deadlines_of_a_country_are_as_many_as_the_page_says(
    page: OverviewPage, workspace: Workspace, qtbot: QtBot, show: Callable[[QWidget], None], settle: Settle
) -> None:
    with qtbot.waitSignal(workspace.asked) as asked:
        page.lists.due.link.click()
    listed = DeadlinesPage(workspace)
    show(listed)
    settle()
    listed.visit(asked.args[0])
    settle()
    assert page.found is not None
    assert len(listed.listing.found) == page.found.due > 0


def test_what_no_page_lists_is_listed_in_a_window(
    page: OverviewPage, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    assert page.found is not None
    part = page.found.number("outputs")
    window = show_records(page, workspace, part.query.entity, part.query.filters)
    qtbot.addWidget(window)
    settle()
    assert isinstance(window, ListWindow)
    assert window.count == part.count > 0
    for language in LANGUAGES:
        set_language(language)
        assert page.found.title or window.windowTitle()
    with qtbot.waitSignal(window.list.opened):
        QTest.keyClick(window.list.table, Qt.Key.Key_Return)
    for one in window.findChildren(FormWindow) + page.findChildren(FormWindow):
        one.close()
    window.open_.click()
    settle()
    (form,) = [one for one in page.findChildren(FormWindow) if one.isVisible()]
    form.close()
    window.leave.click()
    assert not window.isVisible()


def test_a_list_in_a_window_is_never_larger_than_its_screen(
    page: OverviewPage, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    look.apply("light", 2.5)
    window = show_records(page, workspace, ENTITIES["output"], ())
    qtbot.addWidget(window)
    settle()
    high, room = window.height(), window.screen().availableGeometry().height()
    look.apply("light", 1.0)
    assert high <= room


def test_a_change_in_the_base_shows_at_once(page: OverviewPage, workspace: Workspace, settle: Settle) -> None:
    from desktop_app.domain.words import Words

    assert page.about is not None
    before = next(tile.number for tile in tiles(page) if tile.objectName() == "tile_partners")
    country = page.about.id
    workspace.edit(
        Words("Ajouter", "Add"), lambda edit: edit.add(PARTNER, {"name": "Institut inventé", "country": country})
    )
    settle()
    settle()
    assert next(tile.number for tile in tiles(page) if tile.objectName() == "tile_partners") == before + 1
    assert page.found is not None
    assert page.found.changes[0].words.en == "Add"


def test_a_country_that_is_gone_says_what_to_do(page: OverviewPage, settle: Settle) -> None:
    page.show_about(Subject("country", "0" * 32))
    settle()
    assert page.stack.currentWidget() is page.nothing
    assert page.nothing.words.text()


def test_lives_open_their_instruments_by_mouse_keys_and_table(page: OverviewPage, qtbot: QtBot) -> None:
    page.lives.opened.disconnect()
    chart, view = page.lives.chart, page.lives.view
    assert chart is not None
    assert view is not None
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Home)
    upper = view.spots()[view.current].y()
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.spots()[view.current].y() > upper
    with qtbot.waitSignal(page.lives.opened) as opened:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == ["instrument", view.span(view.current).id]
    with qtbot.waitSignal(page.lives.opened) as opened:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.spots()[0].center().toPoint())
    assert opened.args == ["instrument", view.span(0).id]
    every = page.lives.rows[1].focusProxy()
    assert isinstance(every, QPushButton)
    every.click()
    assert page.lives.view is not None
    assert len(page.lives.view.spots()) == len(chart.spans) > len(view.chart.spans)
    page.lives.switch()
    assert page.lives.list is not None
    assert len(page.lives.list.held) == len(chart.spans)
    with qtbot.waitSignal(page.lives.opened) as opened:
        page.lives.list.opened.emit(2)
    assert opened.args == ["instrument", chart.spans[2].id]


def test_lives_are_copied_as_a_picture_and_printed_on_a3(
    page: OverviewPage, workspace: Workspace, qtbot: QtBot
) -> None:
    page.lives.copy_picture()
    assert QGuiApplication.clipboard().image().width() > 2000
    assert page.found is not None
    assert {card.about for card in (page.lives, *page.charts)} == {page.found.title}  # which a letter does not show
    page.lives.copy_data()
    lines = QGuiApplication.clipboard().text().splitlines()
    chart = page.lives.chart
    assert chart is not None
    assert len(lines) == len(chart.spans) + 1
    assert lines[1].startswith(chart.spans[0].label)
    with qtbot.waitSignal(workspace.asked) as asked:
        page.lives.print_asked.emit()
    assert asked.args[0].page == "reports"
    assert asked.args[0].id.startswith("country_lifelines/")


def test_the_network_of_a_partner_opens_its_records_and_is_a_table_too(
    page: OverviewPage, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    page.show_about(subjects(workspace)[1])
    settle()
    card = page.network
    assert card.isVisible()
    assert card.network is not None
    assert card.view is not None
    card.opened.disconnect()
    card.view.setFocus()
    QTest.keyClick(card.view, Qt.Key.Key_Home)
    QTest.keyClick(card.view, Qt.Key.Key_Right)
    node = card.network.nodes[1]
    with qtbot.waitSignal(card.opened) as opened:
        QTest.keyClick(card.view, Qt.Key.Key_Return)
    assert opened.args == [node.entity, node.id]
    assert node.name in card.view.sentence(1)
    rects = card.view.spots()
    apart = [(one, two) for place, one in enumerate(rects) for two in rects[place + 1 :] if one.intersects(two)]
    assert not apart, "names stand one on another"
    card.copy_picture()
    assert QGuiApplication.clipboard().image().width() > 2000
    card.switch()
    assert card.list is not None
    assert len(card.list.held) == len(card.network.nodes)


@pytest.mark.usefixtures("qapp")
def test_no_line_of_a_network_cuts_the_words_on_another(workspace: Workspace) -> None:
    id_ = str(workspace.store.records(Query(ENTITIES["link"], limit=1))[0]["instrument"])
    network = network_of(workspace.store, "instrument", id_, "fr")
    assert network is not None
    placed = Placed(network, 1100, 1.5)
    words = words_on_lines(placed)
    assert words
    for edge in network.edges:
        start, bend, end = line(placed, edge, words)
        assert bend.y() == end.y()
        assert start.x() != bend.x()
        low, high = sorted((start.x(), bend.x()))
        for at, _said in words:
            assert at.right() <= low or at.left() >= high - 0.5, "a slanted line passes where words stand"


@pytest.mark.usefixtures("qapp")
def test_long_names_of_a_network_and_what_they_are_stand_in_lines_where_one_has_no_room() -> None:
    names = ("IRP LONGUE", "Ministère de l’Europe et des affaires étrangères", "Université de La Réunion", "UMR 5062")
    nodes = [Node("partner", str(place), name, ring=min(place, 1)) for place, name in enumerate(names)]
    role = Words("Établissement porteur étranger", "Foreign lead institution")
    network = Network(nodes, [Edge("0", node.id, role) for node in nodes[1:]], 0)
    ink = Ink(look.font(theme.SMALL_PX))
    placed = Placed(network, 860, 1.0)
    assert any(len(lines) > 1 for lines in placed.lines.values())
    for node in nodes[1:]:
        assert " ".join(placed.lines[node.id]) == node.name
        for one in placed.lines[node.id]:
            assert ink.width(one) <= placed.rects[node.id].width() - 34, one
    for at, lines in words_on_lines(placed):
        assert " ".join(lines) == said(role)
        assert max(ink.width(one) for one in lines) <= at.width(), lines
    rects = [*placed.rects.values(), *(at for at, _lines in words_on_lines(placed))]
    assert not [one for place, one in enumerate(rects) for two in rects[place + 1 :] if one.intersects(two)]
    wide = Placed(network, 1400, 1.0)
    assert all(len(lines) == 1 for lines in wide.lines.values())
    assert wide.height < placed.height


def test_an_instrument_shows_its_network_in_a_window(
    page: OverviewPage, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    id_ = str(workspace.store.records(Query(ENTITIES["link"], limit=1))[0]["instrument"])
    window = show_network(page, workspace, "instrument", id_)
    qtbot.addWidget(window)
    settle()
    assert window.card.network is not None
    assert window.card.network.nodes[0].id == id_
    assert window.windowTitle().endswith(window.card.network.nodes[0].name)
    assert {node.ring for node in window.card.network.nodes} == {0, 1}
    window.card.reach()
    settle()
    assert {node.ring for node in window.card.network.nodes} == {0, 1, 2}
    window.card.reach()
    settle()
    assert {node.ring for node in window.card.network.nodes} == {0, 1}


def test_a_country_names_its_embassy_and_who_works_there_but_those_who_object(workspace: Workspace) -> None:
    from datetime import date

    from desktop_app.domain.person import PERSON
    from desktop_app.domain.words import Words
    from desktop_app.gui.overview.reading import read_portrait

    store = workspace.store
    country = str(store.resolve("country", "FJ"))
    with store.edit(Words("Ajouter un poste", "Add a post")) as edit:
        post = edit.add(PARTNER, {"name": "Ambassade fictive", "kind": "embassy", "country": country})
        edit.add(
            PERSON, {"family_name": "ATTACHÉE", "given_name": "Line", "position": "Science attaché", "partner": post}
        )
        edit.add(PERSON, {"family_name": "DISCRET", "partner": post, "objects": True})
    found = read_portrait(store, Subject("country", country), date(2026, 11, 28), "en")
    assert found is not None
    assert dict(found.facts)["Embassy"].endswith("Ambassade fictive (Line ATTACHÉE – Science attaché)")


@pytest.mark.parametrize(("lang", "said"), [("fr", "Université · Singapour"), ("en", "University · Singapore")])
def test_a_city_is_not_said_twice_beside_its_country(workspace: Workspace, lang: str, said: str) -> None:
    from datetime import date

    from desktop_app.domain.words import Words
    from desktop_app.gui.overview.reading import read_portrait

    store = workspace.store
    with store.edit(Words("Ajouter un partenaire", "Add a partner")) as edit:
        values = {"name": "Université fictive", "kind": "university", "city": "Singapore"}
        partner = edit.add(PARTNER, {**values, "country": str(store.resolve("country", "SG"))})
    found = read_portrait(store, Subject("partner", partner), date(2026, 11, 28), lang)
    assert found is not None
    assert found.below == said


def test_one_of_something_is_said_in_the_singular() -> None:
    from desktop_app.gui.overview.words import FIGURES, figure_words

    for language, one, several in (
        ("en", "running instrument", "running instruments"), ("fr", "instrument en cours", "instruments en cours"),
    ):  # fmt: skip
        set_language("fr" if language == "fr" else "en")
        assert [figure_words("running", "unit", 2026, number) for number in (1, 2)] == [one, several]
        assert all("(" not in figure_words(name, "country", 2026, 1) for name in FIGURES)
