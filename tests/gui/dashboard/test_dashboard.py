"""The dashboard: each card says what is in the base, each number opens the list behind it, each verb does it."""

import shutil
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QPushButton

from desktop_app.domain.deadlines import Deadline
from desktop_app.domain.ids import derived_id
from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.instrument_parts import MILESTONE
from desktop_app.domain.mission import MISSION
from desktop_app.domain.person import PERSON
from desktop_app.domain.words import LANGUAGES, Words
from desktop_app.gui.dashboard import calendar_file, doing, listing, months
from desktop_app.gui.dashboard.bars import Bar
from desktop_app.gui.dashboard.lines import SHOWN_WORKBOOKS
from desktop_app.gui.dashboard.months import MonthHead, MonthRow
from desktop_app.gui.dashboard.reading import SHOWN_BARS, SHOWN_MISSIONS
from desktop_app.gui.dashboard.row import LinkRow
from desktop_app.gui.dashboard.todo import MOST, Todo, TodoRow
from desktop_app.gui.ink import Ink
from desktop_app.gui.pages.dashboard import TIMELINE_ROWS, DashboardPage
from desktop_app.gui.pages.deadlines import DeadlinesPage
from desktop_app.gui.pages.records import RecordsPage
from desktop_app.gui.pages.reports import ReportsPage
from desktop_app.gui.record_form.opening import close_forms
from desktop_app.gui.record_form.window import FormWindow
from desktop_app.gui.theme import look
from desktop_app.gui.when import short_day
from desktop_app.gui.words import Language, set_language
from desktop_app.reports.description import Row, Table
from desktop_app.reports.run import run_report
from desktop_app.store.base import Store
from desktop_app.store.ledger import Shipment
from tests.gui.frame.conftest import Desk
from tests.gui.frame.test_every_page import cut

TODAY = date.today()  # noqa: DTZ011  (as the program sees it)
VN, BR = (derived_id("country", code) for code in ("VN", "BR"))


def iso(days: int) -> str:
    """A day, so many from today."""
    return (TODAY + timedelta(days=days)).isoformat()


def add_things(store: Store) -> dict[str, str]:
    """Something late, something near, somebody who travels now, a workbook that is late; by name."""
    with store.edit(Words("Essai", "Test")) as edit:
        kind = derived_id("instrument_type", "IRP")
        ids = {
            "late": edit.add(INSTRUMENT, {"type": kind, "title": "Projet en retard", "acronym": "TARDIF", "status": "active",
                                          "ends_on": iso(900), "countries": (VN,)}),
            "ending": edit.add(INSTRUMENT, {"type": kind, "title": "Projet qui finit", "acronym": "FINISSANT",
                                            "status": "active", "ends_on": iso(200), "countries": (VN,)}),
            "who": edit.add(PERSON, {"family_name": "Fictive", "given_name": "Ada"}),
        }  # fmt: skip
        ids["step"] = edit.add(MILESTONE, {"instrument": ids["late"], "kind": "annual_report", "due_on": iso(-2)})
        ids["here"] = edit.add(MISSION, {"person": ids["who"], "starts_on": iso(-1), "ends_on": iso(1), "status": "under_way",
                                         "direction": "outgoing", "countries": (VN,), "cities": ("Hanoi",)})  # fmt: skip
    scope = {"countries": ["VN"], "rows": {"instrument": 2}}
    store.ledger.add_shipment(Shipment("EX0001", "Ambassade fictive", 0, iso(-1), scope, "f.xlsx", "", b""))
    return ids


@pytest.fixture
def ids(desk: Desk) -> dict[str, str]:
    """The records that these tests add to the demo office."""
    return add_things(desk.store)


@pytest.fixture
def page(desk: Desk, ids: dict[str, str]) -> DashboardPage:
    """The dashboard with its numbers read."""
    del ids
    shown = desk.window.stack.show_page("dashboard")
    desk.settle()
    assert isinstance(shown, DashboardPage)
    assert shown.found is not None
    return shown


def lines(page: DashboardPage) -> list[TodoRow]:
    """The things to do."""
    return [row for row in page.todo.rows if isinstance(row, TodoRow)]


def line(page: DashboardPage, part: str) -> TodoRow:
    """The thing to do that says something."""
    return next(row for row in lines(page) if part in row.todo.text)


def rows_of(desk: Desk, name: str) -> int:
    """How many rows the list shows that is in sight now."""
    desk.settle()
    assert desk.window.stack.name == name
    shown = desk.window.stack.page
    if isinstance(shown, DeadlinesPage):
        return len(shown.list.held)
    assert isinstance(shown, RecordsPage)
    return len(shown.list.numbers())


def test_what_is_late_comes_first_with_the_verb_that_mends_it(page: DashboardPage) -> None:
    assert "TARDIF" in line(page, "TARDIF").todo.text
    assert line(page, "TARDIF").todo.text == "TARDIF: annual report, 2 days late"
    assert line(page, "TARDIF").button.text() == "Open"
    assert line(page, "Ambassade fictive").todo.text == "Ambassade fictive: workbook 1 day overdue"
    assert line(page, "Ambassade fictive").button.text() == "Remind"


def test_the_verb_of_a_step_opens_its_instrument(desk: Desk, page: DashboardPage, ids: dict[str, str]) -> None:
    line(page, "TARDIF").button.click()
    desk.settle()
    form = next(window for window in desk.window.findChildren(FormWindow) if window.form.id == ids["late"])
    assert form.form.entity is INSTRUMENT
    close_forms(desk.window)


def test_renew_proposes_the_next_period_in_the_form(desk: Desk, page: DashboardPage, ids: dict[str, str]) -> None:
    due = next(one for one in page.found.due if one.id == ids["ending"] and one.kind == "renewal")  # type: ignore[union-attr]
    verb, run = doing.verb_of(due)
    assert verb == "Renew…"
    run(desk.window, desk.program.workspace)
    desk.settle()
    form = next(window for window in desk.window.findChildren(FormWindow) if window.form.id == ids["ending"]).form
    assert str(form.fields.value("ends_on")) > iso(200)
    assert form.dirty
    form.begin()
    close_forms(desk.window)


def test_every_number_opens_the_list_behind_it(desk: Desk, page: DashboardPage) -> None:
    found = page.found
    assert found is not None
    page.count.click()
    assert rows_of(desk, "deadlines") == len(found.pressing)
    for bar in [row for row in page.types.rows if isinstance(row, Bar)]:
        desk.window.stack.show_page("dashboard")
        bar.click()
        assert rows_of(desk, "instrument") == bar.of_type.number
    for link, number in ((page.travel.link, found.travel.month), (page.travel.more, found.travel.on_day)):
        desk.window.stack.show_page("dashboard")
        desk.settle()
        link.click()
        assert rows_of(desk, "mission") == number > 0
    for kind in ("mission_report", "opinion"):
        desk.window.stack.show_page("deadlines")
        doing.see(kind)(desk.window, desk.program.workspace)
        assert rows_of(desk, "deadlines") == sum(one.kind == kind for one in found.pressing)


def test_the_six_months_show_what_is_late_and_something_of_each_month(page: DashboardPage, desk: Desk) -> None:
    shown = [row for row in page.months.rows if isinstance(row, MonthRow)]
    assert 0 < len(shown) <= 7
    assert sum(row.deadline.due < TODAY for row in shown) <= months.MOST_LATE
    shown[0].click()
    desk.settle()
    close_forms(desk.window)


def test_the_last_cards_say_who_holds_a_workbook_and_who_travels(desk: Desk, page: DashboardPage) -> None:
    held = [row for row in page.out.rows if isinstance(row, LinkRow)]
    assert "Ambassade fictive" in held[0].accessibleName()
    assert "1 day late" in held[0].accessibleName()
    held[0].click()
    desk.settle()
    assert desk.window.stack.name == "workbooks_out"
    assert any("Ada Fictive, Hanoi" in row.accessibleName() for row in page.travel.rows)


def test_deadlines_and_who_is_here_are_printed_as_reports(desk: Desk, page: DashboardPage) -> None:
    for name, report in (("print_", "deadlines"), ("who_is_here", "who_is_where")):
        page.actions_[name].trigger()
        desk.settle()
        reports = desk.window.stack.page
        assert isinstance(reports, ReportsPage)
        assert reports.gallery.name == report
        desk.window.stack.show_page("dashboard")
        desk.settle()


def test_the_left_pane_counts_what_is_to_be_worked_on(desk: Desk, page: DashboardPage) -> None:
    desk.program.window._watch._count()
    desk.settle()
    assert page.found is not None
    assert desk.window.side.buttons["dashboard"].badge.text() == str(len(page.found.pressing))


def test_it_is_one_key_away_and_the_keyboard_stands_on_the_first_thing_to_do(desk: Desk, ids: dict[str, str]) -> None:
    del ids
    desk.press(desk.window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    desk.settle()
    page = desk.window.stack.page
    assert isinstance(page, DashboardPage)
    assert desk.window.focusWidget() is lines(page)[0].button


def test_a_change_elsewhere_shows_at_once_and_the_keyboard_stays(
    desk: Desk, page: DashboardPage, ids: dict[str, str]
) -> None:
    lines(page)[0].button.setFocus()
    before = len(page.found.pressing)  # type: ignore[union-attr]
    step = ids["step"]
    desk.program.workspace.edit(Words("Fait", "Done"), lambda edit: edit.set(MILESTONE, step, "done_on", iso(0)))
    desk.settle()
    assert len(page.found.pressing) == before - 1  # type: ignore[union-attr]
    assert all("TARDIF" not in row.todo.text or "late" not in row.todo.text for row in lines(page))
    assert desk.window.focusWidget() is lines(page)[0].button


def test_the_keyboard_comes_back_to_the_line_whose_record_was_saved_in_a_form(
    desk: Desk, page: DashboardPage, ids: dict[str, str]
) -> None:
    here = line(page, "TARDIF").button
    here.setFocus()
    here.click()
    desk.settle()
    form = next(window for window in desk.window.findChildren(FormWindow) if window.form.id == ids["late"])
    step = ids["step"]
    desk.program.workspace.edit(Words("Fait", "Done"), lambda edit: edit.set(MILESTONE, step, "done_on", iso(0)))
    desk.settle()
    form.close()
    desk.settle()
    assert desk.window.focusWidget() in [row.button for row in lines(page)]


def test_an_empty_base_says_the_next_step_on_every_card(desk: Desk, empty_base: Path, tmp_path: Path) -> None:
    base_path = Path(shutil.copy(empty_base, tmp_path / "fresh.passerelle"))
    desk.program.opening.open(base_path)
    desk.qtbot.waitUntil(lambda: desk.program.workspace.is_open and desk.store.path == base_path, timeout=20_000)
    page = desk.window.stack.show_page("dashboard")
    desk.settle()
    assert isinstance(page, DashboardPage)
    for card in (page.todo, page.types, page.months, page.out, page.travel):
        assert card.rows == []
        assert card._nothing.isVisibleTo(page)
        assert len(card._nothing.text()) > 10
    assert not page.count.isVisible()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_word_follows_the_language_and_everything_has_a_name(
    desk: Desk, page: DashboardPage, language: str
) -> None:
    set_language("fr" if language == "fr" else "en")
    desk.settle()
    assert page.todo.title.text() == ("À faire maintenant" if language == "fr" else "To do now")
    for button in page.findChildren(QAbstractButton):
        if button.isVisible() and button.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert button.accessibleName(), button.text()
    look.apply("dark", 1.0)
    desk.settle()
    assert page.grab().width() > 0


# Deadlines -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def deadlines(desk: Desk, ids: dict[str, str]) -> DeadlinesPage:
    """The page of deadlines."""
    del ids
    shown = desk.window.stack.show_page("deadlines")
    desk.settle()
    assert isinstance(shown, DeadlinesPage)
    return shown


def choose(desk: Desk, page: DeadlinesPage, part: str) -> Deadline:
    """Select the deadline about something."""
    key = next(one.key for one, name in zip(page.listing.found, page.listing.names, strict=True) if part in name)
    assert page.list.select(key)
    desk.settle()
    chosen = page.chosen()
    assert chosen is not None
    return chosen[0]


def test_deadlines_are_filtered_by_how_near_they_are_their_kind_and_their_country(
    desk: Desk, deadlines: DeadlinesPage
) -> None:
    counts = {}
    for view in listing.VIEWS:
        deadlines.tabs.choose(view.name)
        desk.settle()
        counts[view.name] = len(deadlines.list.held)
        assert deadlines.head.count.text().startswith(f"{counts[view.name]}")
    assert 0 < counts["late"] <= counts["now"] <= counts["all"]
    assert counts["three"] <= counts["six"] <= counts["twelve"] <= counts["all"]
    deadlines.kind.setCurrentIndex(deadlines.kind.findData("renewal"))
    deadlines.kind.activated.emit(deadlines.kind.currentIndex())
    desk.settle()
    assert {one.kind for one in deadlines.listing.found} == {"renewal"}
    deadlines.country.setCurrentIndex(deadlines.country.findData(VN))
    deadlines.country.activated.emit(deadlines.country.currentIndex())
    desk.settle()
    assert deadlines.listing.found
    assert all(VN in one.countries for one in deadlines.listing.found)


def test_what_is_done_leaves_the_list_and_undo_brings_it_back(
    desk: Desk, deadlines: DeadlinesPage, ids: dict[str, str]
) -> None:
    due = choose(desk, deadlines, "TARDIF")
    assert due.part == ids["step"]
    here = deadlines.list.currentIndex().row()
    deadlines.actions_["done"].trigger()
    desk.settle()
    assert deadlines.list.currentIndex().row() == here  # one goes on with the next
    assert desk.store.get(MILESTONE, ids["step"])["done_on"] == iso(0)  # type: ignore[index]
    assert due.key not in [one.key for one in deadlines.listing.found]
    desk.program.workspace.undo()
    desk.settle()
    assert due.key in [one.key for one in deadlines.listing.found]


def test_at_150_percent_days_what_is_due_and_who_travels_are_read_whole_and_no_chip_is_cut(
    desk: Desk, deadlines: DeadlinesPage
) -> None:
    set_language("fr")
    look.apply("light", 1.5)
    desk.window.resize(1366, 768)
    deadlines.show_wish(listing.Wish(listing.ALL, country=listing.EVERYWHERE))
    desk.settle()
    found, cells = deadlines.list, deadlines.list.cells
    missions = [held for held, one in zip(found.held, deadlines.listing.found, strict=True) if one.entity == "mission"]
    assert any(held.cells[2].second for held in missions)
    for held in missions:
        assert cells.first_line_width(held.cells[2]) <= found.columnWidth(2), held.cells[2]
    for held in found.held:
        what, room = held.cells[1], found.columnWidth(1)
        lines = [cells.first_line_width(what._replace(text=line)) for line in cells.lines_of(what, room - 20)]
        assert len(lines) <= 2
        assert max(lines) <= room, what
        assert cells.width_of(held.cells[0]) <= found.columnWidth(0), held.cells[0]
        assert cells.width_of(held.cells[4]) <= found.columnWidth(4), held.cells[4]
    look.apply("light", 1.0)


def test_a_workbook_can_be_reminded_of_but_not_said_to_be_done(desk: Desk, deadlines: DeadlinesPage) -> None:
    choose(desk, deadlines, "Ambassade fictive")
    assert deadlines.actions_["remind"].isEnabled()
    assert not deadlines.actions_["done"].isEnabled()
    assert not deadlines.actions_["renew"].isEnabled()


def test_what_is_shown_goes_into_a_calendar(desk: Desk, deadlines: DeadlinesPage, tmp_path: Path) -> None:
    path = tmp_path / "mes échéances.ics"
    calendar_file.write(desk.program.workspace, path, deadlines.listing.found)
    desk.settle()
    text = path.read_bytes().decode()
    assert text.count("BEGIN:VEVENT") == len(deadlines.listing.found)
    assert "SUMMARY:Annual report · TARDIF" in text
    assert list(tmp_path.glob(".*.part")) == []


def test_a_calendar_that_cannot_be_written_is_said_and_leaves_nothing(
    desk: Desk, deadlines: DeadlinesPage, tmp_path: Path
) -> None:
    calendar_file.write(desk.program.workspace, tmp_path / "nowhere" / "a.ics", deadlines.listing.found)
    desk.settle()
    assert "can’t be written" in desk.window.notices.words.text()


def test_a_report_keeps_to_what_the_list_shows(desk: Desk, deadlines: DeadlinesPage) -> None:
    zone, views = deadlines.listing.zone, [view.name for view in listing.VIEWS]
    assert zone
    for view, kind, country in product(views, ("", "report"), (listing.OWN, listing.EVERYWHERE, VN)):
        wish = listing.Wish(view, kind, country)
        conditions = tuple(wish.conditions(zone, TODAY))
        report = run_report(desk.store, "deadlines", filters=conditions, lang="en").description
        rows = [
            row for block in report.blocks if isinstance(block, Table) for row in block.rows if isinstance(row, Row)
        ]
        shown = listing.ask(desk.store, wish, TODAY)
        assert [row.cells[0] for row in rows] == [one.due for one in shown], wish
        assert report.subtitle.startswith({"now": "To do now", "late": "Late"}.get(view, "Until "))
        assert ("Report" in report.subtitle, "Vietnam" in report.subtitle) == (kind == "report", country == VN)


def test_the_deadlines_in_sight_are_printed(desk: Desk, deadlines: DeadlinesPage) -> None:
    deadlines.show_wish(listing.Wish("late", "", listing.EVERYWHERE))
    desk.settle()
    late = len(deadlines.listing.found)
    assert late
    deadlines.actions_["print_"].trigger()
    desk.settle()
    reports = desk.window.stack.page
    assert isinstance(reports, ReportsPage)
    desk.qtbot.waitUntil(lambda: reports.making.last is not None)
    assert reports.wishes.only.isVisible()
    assert reports.making.last is not None
    rows = [block.rows for block in reports.making.last.report.description.blocks if isinstance(block, Table)]
    assert sum(isinstance(row, Row) for row in rows[0]) == late


def test_where_nothing_is_due_the_page_leads_to_what_is(desk: Desk, deadlines: DeadlinesPage) -> None:
    deadlines.show_wish(listing.Wish("late", "visa"))
    desk.settle()
    assert deadlines.stack.currentWidget() is deadlines.nothing
    button = deadlines.nothing.findChild(QPushButton)
    assert button is not None
    button.click()
    desk.settle()
    assert deadlines.list.held


def test_in_french_at_150_percent_the_head_leaves_the_link_to_what_is_late_and_its_verbs_whole(
    desk: Desk, page: DashboardPage
) -> None:
    look.apply("light", 1.5)
    set_language("fr")
    for width, height in ((1366, 768), (1280, 720)):
        desk.window.resize(width, height)
        desk.settle()
        page.head.title.setText("Mercredi 30 septembre")
        page.count.setText("149 échéances à traiter maintenant")
        page.head.fit()
        desk.settle()
        assert cut(page.head) == [], width


def test_what_fell_due_before_the_picture_is_pointed_to_with_its_day(page: DashboardPage) -> None:
    assert page.found is not None
    span, late = months.span_of(TODAY), next(one for one in page.found.due if one.due < TODAY)
    before = MonthRow(late._replace(due=span.first - timedelta(days=20)), "TARDIF", span)
    inside = MonthRow(late._replace(due=span.first), "TARDIF", span)
    day = short_day(before.deadline.due, TODAY)
    assert before.before
    assert before.shown.endswith(f" · {day}")
    assert not inside.before
    assert "·" not in inside.shown


def test_a_long_name_in_the_six_months_stands_in_two_lines(page: DashboardPage) -> None:
    assert page.found is not None
    span, due = months.span_of(TODAY), page.found.due[0]
    name = "Comité de pilotage MEKONG-ROUTES (fictif)"
    short, long = (MonthRow(due, words, span) for words in ("FLOW-TH", name))
    assert short.name_lines == ["FLOW-TH"]
    assert len(long.name_lines) == 2
    assert " ".join(long.name_lines) == name
    assert long.sizeHint().height() > short.sizeHint().height()
    assert all(Ink(look.font()).width(line) <= look.px(244) for line in long.name_lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_full_cards_are_all_seen_at_once_in_a_window_of_1440_by_900(
    desk: Desk, page: DashboardPage, language: Language
) -> None:
    set_language(language)
    desk.window.resize(1440, 900)
    desk.settle()
    assert page.found is not None
    assert desk.window.banner.isVisible()
    due, workspace, span = page.found.due[0], desk.program.workspace, months.span_of(TODAY)
    todo = Todo(
        "clock", "red", "FLOW-TH : décision, 83 jours de retard", "IRP · pour le 8 sept.", "Ouvrir", doing.see("")
    )
    page.todo.fill([TodoRow(todo, workspace) for _ in range(MOST)], "")
    page.types.fill([Bar(one._replace(number=1), 1) for one in (page.found.types[0],) * SHOWN_BARS], "")
    page.months.fill([MonthHead(span), *(MonthRow(due, "FLOW-TH", span) for _ in range(TIMELINE_ROWS))], "")
    for card, number in ((page.out, SHOWN_WORKBOOKS), (page.travel, SHOWN_MISSIONS)):
        card.fill([LinkRow("plane", "Ambassade", "envoyé le 30 nov.", "") for _ in range(number)], "")
    desk.settle()
    assert page.area.verticalScrollBar().maximum() == 0
