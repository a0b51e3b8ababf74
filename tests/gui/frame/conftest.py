"""The whole window on a small demo office: real base, real widgets, real threads."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.app import Program, prepare
from desktop_app.gui.pages.records import RecordsPage
from desktop_app.gui.words import set_language
from desktop_app.settings import Settings
from desktop_app.store.base import Store
from tests.made_once import MadeOnce, demo_office

MISSIONS = 60


class Desk:
    """The program as a test drives it."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        self.program, self.window, self.qtbot = program, program.window, qtbot

    @property
    def store(self) -> Store:
        """The open base."""
        return self.program.workspace.store

    def type(self, widget: QWidget, text: str) -> None:
        """Type a text."""
        QTest.keyClicks(widget, text)

    def press(self, widget: QWidget, key: Qt.Key, more: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key."""
        QTest.keyClick(widget, key, more)

    def settle(self) -> None:
        """Wait until nothing is under way any more."""
        self.qtbot.wait(30)
        self.qtbot.waitUntil(lambda: not self.program.tasks.busy, timeout=20_000)
        self.qtbot.wait(80)
        self.qtbot.waitUntil(lambda: not self.program.tasks.busy, timeout=20_000)
        QApplication.processEvents()  # widgets that the last result added are shown by an event of their own

    def show(self, name: str) -> RecordsPage:
        """Show a list page and wait for its rows."""
        page = self.window.stack.show_page(name)
        self.settle()
        assert isinstance(page, RecordsPage)
        return page


@pytest.fixture(scope="session")
def demo_base(once: MadeOnce) -> Path:
    """A closed base of the demo office; only copied."""
    return once("demo", lambda path: demo_office(path, MISSIONS, today=date(2026, 11, 22)))


def kept_in(folder: Path) -> Settings:
    """Settings of a machine on which the list of instruments was looked at last."""
    kept = Settings(folder / "settings.ini")
    kept.keep("theme", "light")
    kept.keep("start/page", "last")
    kept.keep("window/page", "instrument")
    return kept


@contextmanager
def running(qapp: QApplication, settings: Settings) -> Iterator[Program]:
    """The program without a base."""
    prepare(settings, "en")
    made = Program(settings)
    try:
        yield made
    finally:
        made.window.close()
        made.close()
        made.window.deleteLater()
        qapp.processEvents()
        set_language("en")


def open_desk(program: Program, base: Path, qtbot: QtBot) -> Desk:
    """Open a base, in a window as large as the smallest screen that we look at."""
    program.window.resize(1366, 768)
    program.show(base)
    program.window.activateWindow()
    qtbot.waitUntil(lambda: program.workspace.is_open and program.window.isActiveWindow(), timeout=20_000)
    made = Desk(program, qtbot)
    made.settle()
    return made


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of a machine on which the list of instruments was looked at last."""
    return kept_in(tmp_path)


@pytest.fixture
def program(qapp: QApplication, settings: Settings) -> Iterator[Program]:
    """The program without a base."""
    with running(qapp, settings) as made:
        yield made


@pytest.fixture
def desk(program: Program, demo_base: Path, tmp_path: Path, qtbot: QtBot) -> Desk:
    """The program with the demo office open."""
    return open_desk(program, Path(shutil.copy(demo_base, tmp_path / "office.passerelle")), qtbot)
