"""The rows of the last time stand on the screen while the base is being opened, and only where they are still true."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app import paths
from desktop_app.app import Program, prepare
from desktop_app.domain import ENTITIES
from desktop_app.domain.words import Words
from desktop_app.gui.pages.records import RecordsPage
from desktop_app.settings import Settings
from desktop_app.store.base import Store
from desktop_app.store.queries import Query
from tests.gui.frame.conftest import Desk


@pytest.fixture
def base(demo_base: Path, tmp_path: Path) -> Path:
    """A base of one's own, at rest."""
    return Path(shutil.copy(demo_base, tmp_path / "office.passerelle"))


def page_of(program: Program) -> RecordsPage:
    page = program.window.stack.show_page("instrument")
    assert isinstance(page, RecordsPage)
    return page


def shown(page: RecordsPage) -> list[str]:
    model = page.list.model
    return [model.cell(row, 0).words for row in range(min(10, model.rowCount()))]


def leave(program: Program) -> None:
    program.window.close()
    program.close()
    program.window.deleteLater()


def once(settings: Settings, base: Path, qtbot: QtBot, language: str = "en") -> list[str]:
    """Open the window on a base, leave it, and return the first rows of its instruments."""
    prepare(settings, language)
    program = Program(settings)
    program.show(base)
    page = page_of(program)
    qtbot.waitUntil(lambda: page.list.total > 0, timeout=20_000)
    Desk(program, qtbot).settle()
    rows = shown(page)
    leave(program)
    return rows


def before_opening(settings: Settings, base: Path) -> tuple[list[str], list[str]]:
    """Build the window that is about to open a base; return the first rows and the ids that it shows already."""
    prepare(settings, "en")
    program = Program(settings)
    program.workspace.expected = base
    page = page_of(program)
    found = shown(page), [page.list.model.row(row).id for row in range(min(10, page.list.model.rowCount()))]
    leave(program)
    return found


@pytest.mark.usefixtures("qapp")
def test_the_rows_of_the_last_time_are_there_before_the_base_is_open(
    settings: Settings, base: Path, qtbot: QtBot
) -> None:
    rows = once(settings, base, qtbot)
    again, ids = before_opening(settings, base)
    assert len(rows) == 10
    assert again == rows
    assert set(ids) == {""}, "nothing can be done with them yet"


@pytest.mark.usefixtures("qapp")
def test_rows_that_may_have_changed_since_are_not_shown(settings: Settings, base: Path, qtbot: QtBot) -> None:
    once(settings, base, qtbot)
    with Store.open(base) as store, store.edit(Words("Changer un titre", "Change a title")) as edit:
        record = store.records(Query(ENTITIES["instrument"], limit=1))[0]
        edit.set(ENTITIES["instrument"], str(record["id"]), "title", "Another title")
    assert before_opening(settings, base) == ([], [])


@pytest.mark.usefixtures("qapp")
def test_rows_in_another_language_or_order_are_not_shown(settings: Settings, base: Path, qtbot: QtBot) -> None:
    once(settings, base, qtbot, "fr")
    assert before_opening(settings, base) == ([], [])
    once(settings, base, qtbot)
    settings.keep("lists/instrument/views/all", '{"sort":[["acronym",true]]}')
    assert before_opening(settings, base) == ([], [])


@pytest.mark.usefixtures("qapp")
def test_a_file_of_kept_rows_that_is_spoilt_is_no_harm(settings: Settings, base: Path, qtbot: QtBot) -> None:
    once(settings, base, qtbot)
    kept = paths.caches() / "last_rows.json"
    whole = kept.read_text(encoding="utf-8")
    for spoilt in (whole[: len(whole) // 2], "[]", '{"of":1}', whole.replace('"rows":[[[', '"rows":[[[[')):
        kept.write_text(spoilt, encoding="utf-8")
        assert before_opening(settings, base) == ([], [])


@pytest.mark.usefixtures("qapp")
def test_they_go_when_the_base_can_not_be_opened(settings: Settings, base: Path, qtbot: QtBot) -> None:
    once(settings, base, qtbot)
    prepare(settings, "en")
    program = Program(settings)
    program.workspace.expected = base
    page = page_of(program)
    assert page.list.model.rowCount() > 0
    base.rename(base.with_name("elsewhere.passerelle"))
    with qtbot.waitSignal(program.opening.refused, timeout=20_000):
        program.opening.open(base)
    assert page.list.model.rowCount() == 0
    leave(program)


def test_a_page_is_built_without_what_reads_the_base() -> None:
    code = "import sys, desktop_app.gui.pages.records; print([name for name in sys.modules if name == 'sqlalchemy'])"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8")
    assert said.stdout.strip() == "[]"
