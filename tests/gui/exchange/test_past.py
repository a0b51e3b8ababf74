"""The whole base as it was on any day: shown in a frame of its own, read only, and brought back as one step."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from desktop_app.domain import ENTITIES
from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.partner import PARTNER
from desktop_app.gui.overview.list_window import ListWindow
from desktop_app.gui.pages.history import HistoryPage
from desktop_app.gui.words import set_language
from desktop_app.gui.workspace import Go
from desktop_app.reports.description import Table
from desktop_app.reports.past import Past
from desktop_app.reports.run import run_report
from desktop_app.store.queries import Filter, Query

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from desktop_app.gui.pages.records import RecordsPage
    from desktop_app.gui.workspace import Workspace
    from tests.gui.exchange.conftest import Office

    Settle = Callable[[], None]

TODAY = date.today().isoformat()  # noqa: DTZ011  (the user's day)


@pytest.fixture
def page(
    workspace: Workspace, office: Office, show: Callable[[HistoryPage], None], settle: Settle
) -> Iterator[HistoryPage]:
    """The page, shown, of an office that changed and deleted something later than today."""
    wall = int(datetime.fromisoformat("2040-01-01T12:00").timestamp() * 1000)
    office.store.wall = lambda: wall  # type: ignore[method-assign]
    office.change(PARTNER, "vast", city="Da Nang")
    with office.store.edit(office.store.undo_words()) as edit:  # type: ignore[arg-type]
        edit.delete(INSTRUMENT, office.ids["water"])
    made = HistoryPage(workspace)
    show(made)
    settle()
    yield made
    made.past.close_day()


def shown(page: HistoryPage, day: str, qtbot: QtBot, settle: Settle) -> RecordsPage:
    """Show a day, and wait for its first list."""
    page.visit(Go("history", "past"))
    page.past.show_day(day)
    qtbot.waitUntil(lambda: page.past.shown_day == day, timeout=20_000)
    return listed(page, "partner", qtbot, settle)


def listed(page: HistoryPage, name: str, qtbot: QtBot, settle: Settle) -> RecordsPage:
    page.past.tabs.choose(name)
    qtbot.waitUntil(lambda: page.past.page is not None and page.past.page.list.total > 0, timeout=20_000)  # type: ignore[attr-defined]
    settle()
    return page.past.page  # type: ignore[return-value]


def test_the_lists_say_what_was_said_then_and_one_record_is_brought_back(
    page: HistoryPage, office: Office, qtbot: QtBot, settle: Settle
) -> None:
    partners = shown(page, TODAY, qtbot, settle)
    partners.list.show_all(office.ids["vast"])
    qtbot.waitUntil(lambda: partners.list.current_id() == office.ids["vast"])
    then = page.past.past
    assert then is not None
    assert (then.store.get(PARTNER, office.ids["vast"]) or {})["city"] == "Hanoi"
    assert then.store.readonly
    assert page.status().startswith("As it was at the end of ")
    assert str(date.today().year) in page.status()  # noqa: DTZ011
    noted: list[str] = []
    page.workspace.noted.connect(lambda notice: noted.append(notice.text))
    page.actions_["bring_back"].trigger()
    settle()
    assert office.record(PARTNER, "vast")["city"] == "Hanoi"
    assert noted == ["1 entry brought back"]
    assert office.store.get(INSTRUMENT, office.ids["water"]) is None
    office.store.undo()
    assert office.record(PARTNER, "vast")["city"] == "Da Nang"


def test_all_is_brought_back_after_a_question_that_counts(
    page: HistoryPage, office: Office, qtbot: QtBot, settle: Settle, answer: Callable[[str], list[str]]
) -> None:
    shown(page, TODAY, qtbot, settle)
    asked = answer("Bring 2 entries back")
    page.actions_["bring_all_back"].trigger()
    settle()
    settle()
    assert "Partners: 1" in asked[0]
    assert "Instruments: 1" in asked[0]
    assert office.record(PARTNER, "vast")["city"] == "Hanoi"
    assert office.record(INSTRUMENT, "water")["acronym"] == "MEKONG-WATER"
    office.store.undo()
    assert office.store.get(INSTRUMENT, office.ids["water"]) is None


def test_a_day_before_the_base_was_there_says_so_and_another_one_can_be_chosen(
    page: HistoryPage, qtbot: QtBot, settle: Settle
) -> None:
    early = date.today() - timedelta(days=4_000)  # noqa: DTZ011
    page.visit(Go("history", "past"))
    page.past.show_day(early.isoformat())
    settle()
    assert page.past.nothing.words.text().endswith("this base was not there yet: give a later day.")
    assert not page.actions_["bring_all_back"].isEnabled()
    shown(page, TODAY, qtbot, settle)
    instruments = listed(page, "instrument", qtbot, settle)
    assert instruments.list.total == 3
    assert page.actions_["bring_all_back"].isEnabled()


def test_a_step_leads_to_its_day_and_closing_the_base_leaves_nothing_behind(
    page: HistoryPage, qtbot: QtBot, settle: Settle
) -> None:
    page.visit(Go("history", "steps"))
    settle()
    assert page.list.select(
        next(held.id for held in page.list.held if held.cells[2:] and held.cells[2].text == "A small office")
    )
    page.actions_["see_day"].trigger()
    qtbot.waitUntil(lambda: page.past.shown_day == TODAY, timeout=20_000)
    then = page.past.past
    assert then is not None
    copy = then.store.path
    assert copy.exists()
    set_language("fr")
    assert page.past.status().startswith("Telle qu’elle était")
    set_language("en")
    page.past.close_day()
    assert not copy.exists()
    assert page.past.status() == "No day chosen"
    assert not page.past.day.value()


def coded(office: Office, name: str, section: str) -> str:
    """Return the short code below the table of a part of a report, as it was printed today, before what changed later."""
    with Past() as past:
        then = past.base(office.store, date.fromisoformat(TODAY))
        report = run_report(then, name, country="VN", lang="en", sections=frozenset({section}))
    return next(one.code for one in report.description.blocks if isinstance(one, Table) and one.code)


def test_the_code_below_a_table_opens_its_records_as_they_were_on_its_day(
    page: HistoryPage, office: Office, qtbot: QtBot, settle: Settle
) -> None:
    code = coded(office, "instrument_list", "list")
    page.visit(Go("history", f"past/{code}"))
    qtbot.waitUntil(lambda: page.past.tabs.view.name == "instrument", timeout=20_000)
    settle()
    instruments: RecordsPage = page.past.page  # type: ignore[assignment]
    qtbot.waitUntil(lambda: len(instruments.list.numbers()) == 2)
    then = page.past.past
    assert then is not None
    assert set(then.store.ids(Query(INSTRUMENT, search="MEKONG"))) <= set(instruments.list.numbers())
    assert page.past.words.text() == f"The figure {code}: 2 instruments that day, 1 now."
    assert office.store.get(INSTRUMENT, office.ids["water"]) is None
    page.past.show_behind(code)  # the day is open already
    settle()
    assert page.past.words.text().startswith(f"The figure {code}")
    page.past.show_day((date.today() - timedelta(days=4_000)).isoformat())  # noqa: DTZ011
    settle()
    assert code not in page.past.words.text()


def test_a_day_that_is_asked_for_twice_is_opened_once_and_the_last_of_two_days_shows(
    page: HistoryPage, qtbot: QtBot, settle: Settle
) -> None:
    taken: list[str] = []
    page.visit(Go("history", "past"))
    page.past.show_day((date.today() - timedelta(days=4_000)).isoformat())  # noqa: DTZ011
    page.past.show_day(TODAY)
    page.past.show_day(TODAY)
    assert page.past._past is not None
    page.past._past.workspace.opened.connect(lambda: taken.append(page.past.shown_day))
    qtbot.waitUntil(lambda: page.past.shown_day == TODAY, timeout=20_000)
    settle()
    settle()
    assert taken == [TODAY]
    assert not page.past._past.opening


def test_records_that_no_page_lists_open_in_a_framed_window_of_their_day(
    page: HistoryPage, qtbot: QtBot, settle: Settle
) -> None:
    shown(page, TODAY, qtbot, settle)
    then = page.past.past
    assert then is not None
    then.show_list(Query(ENTITIES["country"], (Filter("code", "is", "VN"),)))
    window = next(one for one in page.findChildren(ListWindow) if one.isVisible())
    qtbot.waitUntil(lambda: window.count == 1)
    assert any(one.text() == page.past.status() for one in window.findChildren(QLabel))
    page.past.close_day()
    settle()
    assert page.findChildren(ListWindow) == []


def test_a_base_of_thousands_is_brought_back_after_a_question_with_its_thousands_apart(
    page: HistoryPage, office: Office, qtbot: QtBot, settle: Settle, answer: Callable[[str], list[str]]
) -> None:
    shown(page, TODAY, qtbot, settle)
    asked, then = answer("Cancel"), page.past.past
    assert then is not None
    page._bring_all(then.store, TODAY, {"partner": [office.ids["vast"]] * 1_002})
    assert "Partners: 1,002" in asked[0]
