"""The reports page on the demo office, on real widgets."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QDir, QEvent

from desktop_app.gui.pages.reports import ReportsPage
from desktop_app.gui.tasks import Tasks
from desktop_app.gui.theme import look
from desktop_app.gui.words import set_language
from desktop_app.gui.workspace import Workspace
from desktop_app.paths import resources
from desktop_app.settings import Settings
from desktop_app.store.base import Store
from tests.made_once import MadeOnce, demo_office

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    Settle = Callable[[], None]


@pytest.fixture(scope="session")
def demo_base(once: MadeOnce) -> Path:
    """A closed base of the demo office, written in 2024; only copied."""

    def make(path: Path) -> None:
        wall = int(datetime(2024, 1, 15, 12, tzinfo=UTC).timestamp() * 1000)
        with pytest.MonkeyPatch.context() as clock:
            clock.setattr(Store, "wall", lambda _store: wall)
            demo_office(path, 40, today=date(2026, 11, 22))

    return once("demo of 2024", make)


@pytest.fixture
def workspace(qapp: QApplication, demo_base: Path, tmp_path: Path) -> Iterator[Workspace]:
    """A workspace on the demo office, in English and in the light theme."""
    QDir.setSearchPaths("icons", [str(resources() / "icons")])
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # the widgets of the test before
    set_language("en")
    look.apply("light", family=qapp.font().family())
    tasks = Tasks()
    made = Workspace(Settings(tmp_path / "settings.ini"), tasks)
    with Store.open(Path(shutil.copy(demo_base, tmp_path / "office.passerelle"))) as store:
        made.take(store)
        yield made
        made.closing.emit()
        tasks.close()


@pytest.fixture
def show(qtbot: QtBot) -> Callable[[QWidget], None]:
    """Show a widget in a window of the smallest laptop's size."""

    def shown(widget: QWidget) -> None:
        qtbot.addWidget(widget)
        widget.resize(1138, 690)
        with qtbot.waitActive(widget):
            widget.show()
            widget.activateWindow()

    return shown


@pytest.fixture
def watched() -> list[ReportsPage]:
    """The pages that a test waits for."""
    return []


@pytest.fixture
def settle(qtbot: QtBot, workspace: Workspace, watched: list[ReportsPage]) -> Settle:
    """Wait until the report that is wished is shown."""

    def wait() -> None:
        def still() -> bool:
            busy = any(page.making.busy or not page.preview.settled for page in watched)
            return not busy and not workspace.tasks.busy

        qtbot.waitUntil(still, timeout=15_000)
        QCoreApplication.processEvents()  # widgets that the last result added are shown by an event of their own

    return wait


@pytest.fixture
def opened(
    workspace: Workspace, show: Callable[[QWidget], None], settle: Settle, watched: list[ReportsPage]
) -> Callable[[], ReportsPage]:
    """Open a reports page and wait for its first preview."""

    def open_() -> ReportsPage:
        made = ReportsPage(workspace)
        watched.append(made)
        show(made)
        settle()
        return made

    return open_


@pytest.fixture
def page(opened: Callable[[], ReportsPage]) -> ReportsPage:
    """The reports page, shown, with its first preview."""
    return opened()
