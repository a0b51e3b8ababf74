"""Long work on a base of some size never stops the screen: a timer of two milliseconds watches it."""

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.app import Program
from desktop_app.domain import ENTITIES
from desktop_app.domain.words import Words
from desktop_app.gui.lists.specs import Condition
from desktop_app.gui.pages.map import MapPage
from desktop_app.gui.pages.records import RecordsPage
from desktop_app.gui.receiving import taking_in
from desktop_app.store.edit import Edit
from desktop_app.store.queries import Query
from desktop_app.sync.export import Request, export_workbook
from tests.gui.frame.conftest import Desk, program, settings
from tests.gui.watchdog import stays_awake
from tests.made_once import MadeOnce, demo_office

__all__ = ["program", "settings"]
MISSIONS = 8_000


@pytest.fixture(scope="module")
def large_base(once: MadeOnce) -> Path:
    """A closed base of the demo office with some years of missions; only copied."""
    return once("large", lambda path: demo_office(path, MISSIONS))


@pytest.fixture
def desk(program: Program, large_base: Path, tmp_path: Path, qtbot: QtBot) -> Desk:
    """The program with that base open, and everything that happens after opening over."""
    path = Path(shutil.copy(large_base, tmp_path / "office.passerelle"))
    program.window.resize(1366, 768)
    program.show(path)
    program.window.activateWindow()
    qtbot.waitUntil(lambda: program.workspace.is_open, timeout=20_000)
    made = Desk(program, qtbot)
    made.show("mission")
    program.opening._soon.stop()
    return made


def until_done(desk: Desk, start: Callable[[], object]) -> Callable[[], None]:
    """Start something and wait until nothing is under way."""

    def run() -> None:
        start()
        desk.qtbot.wait(20)
        desk.qtbot.waitUntil(lambda: not desk.program.tasks.busy, timeout=120_000)

    return run


def test_a_workbook_of_all_missions(desk: Desk, tmp_path: Path) -> None:
    store = desk.store
    request = Request(("mission", "instrument", "partner"))

    def start() -> None:
        desk.program.workspace.tasks.run(lambda task: export_workbook(store, tmp_path, request, task.step))

    stays_awake(until_done(desk, start))
    assert len(list(tmp_path.glob("*.xlsx"))) >= 1


def test_a_foreign_sheet_is_read(desk: Desk, tmp_path: Path) -> None:
    sheet = tmp_path / "partners.csv"
    with sheet.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file, delimiter=";")
        lines.writerow(["Nom", "Pays", "Ville"])
        lines.writerows([f"Université fictive {number}", "Viêt Nam", "Hanoi"] for number in range(3_000))
    window, workspace = desk.window, desk.program.workspace
    stays_awake(until_done(desk, lambda: taking_in.receive(window, workspace, sheet)))
    assert desk.window.stack.name == "review"


def test_many_records_are_written_and_indexed(desk: Desk) -> None:
    partner, country = ENTITIES["partner"], desk.store.resolve("country", "VN")
    runs: list[int] = []

    def start() -> None:
        runs.append(len(runs))
        prefix = f"Fictive {runs[-1]}"

        def fill(edit: Edit) -> None:
            for number in range(3_000):
                edit.add(partner, {"name": f"{prefix} {number}", "country": country, "city": "Hanoi"})

        desk.program.workspace.edit(Words("Beaucoup", "Many"), fill)

    stays_awake(until_done(desk, start))
    assert len(desk.store.search("fictive 0 29", entities=["partner"])) > 0
    stays_awake(until_done(desk, desk.program.workspace.undo))


def test_a_report_on_a_country(desk: Desk) -> None:
    workspace = desk.program.workspace
    desk.window.stack.show_page("reports")
    desk.settle()
    countries = iter(["VN", "TH", "ID", "MY"])
    stays_awake(until_done(desk, lambda: workspace.go("reports", f"country_summary/{next(countries)}")))


def test_a_backup_and_a_check(desk: Desk) -> None:
    opening = desk.program.opening

    def start() -> None:
        opening._backed_up_at = -1, ""
        opening._look_after()

    stays_awake(until_done(desk, start))


def test_typing_in_the_palette(desk: Desk) -> None:
    desk.window.finder.begin()
    desk.settle()
    palette = desk.window.finder.palette

    def type_() -> None:
        palette.field.selectAll()
        for letter in "hanoi research":
            QTest.keyClicks(palette.field, letter)
            desk.qtbot.wait(30)
        desk.qtbot.waitUntil(lambda: not desk.program.tasks.busy, timeout=20_000)

    stays_awake(type_)
    assert palette.entries()


def test_the_list_lives_while_much_is_written(desk: Desk) -> None:
    page = desk.show("mission")
    partner, country = ENTITIES["partner"], desk.store.resolve("country", "VN")

    def work() -> None:
        def fill(edit: Edit) -> None:
            for number in range(3_000):
                edit.add(partner, {"name": f"Alive {number}", "country": country})

        desk.program.workspace.edit(Words("Beaucoup", "Many"), fill)
        for _page in range(10):
            QTest.keyClick(page.list.table, Qt.Key.Key_PageDown)
            desk.qtbot.wait(20)
        desk.qtbot.waitUntil(lambda: not desk.program.tasks.busy, timeout=60_000)

    stays_awake(work)
    assert desk.store.count(Query(partner)) > 3_000


def test_the_map_is_counted_brought_nearer_and_moved(desk: Desk) -> None:
    page = desk.window.stack.show_page("map")
    assert isinstance(page, MapPage)
    until_done(desk, lambda: None)()

    def work() -> None:
        for subject in ("mission", "instrument", "partner"):
            page.choices.choose(subject)
            until_done(desk, lambda: None)()
        for step in range(20):
            page.view.zoom(0.4 if step < 10 else -0.4)
            page.view.move_by(60, 10)
            desk.qtbot.wait(20)
        desk.qtbot.wait(200)

    stays_awake(work)


LIST_STEPS: dict[str, Callable[[RecordsPage], object]] = {
    "sorted by a linked name": lambda page: page.list.sort_by("person", descending=False),
    "sorted by notes": lambda page: page.list.sort_by("notes", descending=True),
    "grouped": lambda page: page.list.group_by("countries"),
    "filtered by a value": lambda page: page.list.filters.set_conditions((Condition("status", "is", "done"),)),
    "filtered by a range": lambda page: page.list.filters.set_conditions(
        (Condition("starts_on", "between", ("2024", "2026")),)
    ),
    "searched": lambda page: page.list.filters.quick.setText("hanoi"),
    "shown by a view": lambda page: page.tabs.choose("done"),
    "in one line a row": lambda page: page.list.set_compact(compact=True),
}


@pytest.mark.parametrize("step", LIST_STEPS)
def test_a_long_list_is(desk: Desk, step: str) -> None:
    page = desk.window.stack.page
    assert isinstance(page, RecordsPage)
    stays_awake(until_done(desk, lambda: LIST_STEPS[step](page)))
    assert page.list.model.rowCount() > 0
