"""What holds for every page of the window: one walk over all of them in each language, of which each test asks one thing."""

import re
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTextEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.gui.parts import Elided
from desktop_app.gui.words import set_language
from tests.gui.frame.conftest import Desk, kept_in, open_desk, running
from tests.gui.test_accessible import silent

Role = QAction.MenuRole
_ALTGR = set("[]{}@~#|\\^`€")


def unnamed(parent: QWidget) -> list[str]:
    """The visible widgets that take the keyboard and have no name for screen readers."""
    kinds = (QAbstractButton, QLineEdit, QTextEdit, QComboBox, QAbstractItemView)
    return [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in parent.findChildren(QWidget)
        if isinstance(widget, kinds)
        and widget.isVisible()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]


def cut(widget: QWidget) -> list[str]:
    """The words of a widget that do not fit; what is cut on purpose says its whole in its tool tip."""
    labels = [
        shown.text()
        for shown in widget.findChildren(QLabel)
        if shown.isVisible() and not shown.wordWrap() and not isinstance(shown, Elided)
        and shown.fontMetrics().horizontalAdvance(shown.text()) > shown.width() + 1
    ]  # fmt: skip
    buttons = [
        button.text()
        for button in widget.findChildren(QAbstractButton)
        if button.isVisible()
        and button.text()
        and not _only_icon(button)
        and button.sizeHint().width() > button.width() + 1
    ]
    return labels + buttons


def _only_icon(button: QAbstractButton) -> bool:
    return isinstance(button, QToolButton) and button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly


class Command(NamedTuple):
    """A command, or an entry of a menu, as it was when its page showed."""

    name: str
    text: str
    role: Role
    keys: tuple[str, ...]
    separator: bool

    @classmethod
    def of(cls, made: QAction) -> "Command":
        """Note a command."""
        keys = tuple(key.toString(QKeySequence.SequenceFormat.PortableText) for key in made.shortcuts())
        return cls(made.objectName(), made.text(), made.menuRole(), keys, made.isSeparator())


class Visit(NamedTuple):
    """What was to be seen on a page, to which a click in the left pane had led."""

    name: str
    shown: str
    checked: bool
    status: str
    commands: list[Command]
    menus: list[tuple[Role, list[Command]]]
    unnamed: list[str]
    silent: list[str]
    cut: list[str]


class _Windows(QObject):
    """Notes every window that shows."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Note a window."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


class Walk(NamedTuple):
    """What was seen, the names of all pages, the commands of the frame, and which windows showed meanwhile."""

    visits: list[Visit]
    places: list[str]
    frame: list[Command]
    windows: list[str]

    @property
    def commands(self) -> list[Command]:
        """All commands of the frame and of every page."""
        return [*self.frame, *(made for visit in self.visits for made in visit.commands)]


def _visit(desk: Desk, name: str) -> Visit:
    window, button = desk.window, desk.window.side.buttons[name]
    button.click()
    desk.settle()
    assert window.stack.page is not None
    commands = [Command.of(made) for made in window.stack.page.actions_.values()]
    menus = [(one.menuAction().menuRole(), [Command.of(made) for made in one.actions()]) for one in window.menus.menus]
    return Visit(
        name, window.stack.name, button.isChecked(), window.status.shown.text(), commands, menus,
        unnamed(window), silent(window), cut(window),
    )  # fmt: skip


@pytest.fixture(scope="module", params=["en", "fr"])
def walk(
    qapp: QApplication, demo_base: Path, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Walk:
    """All pages in one language, each made when it is come to."""
    folder, windows = tmp_path_factory.mktemp("walk"), _Windows()
    with running(qapp, kept_in(folder)) as program:
        base = Path(shutil.copy(demo_base, folder / "office.passerelle"))
        desk = open_desk(program, base, QtBot(request))
        set_language(request.param)
        qapp.installEventFilter(windows)
        try:
            visits = [_visit(desk, name) for name in desk.window.side.buttons]
        finally:
            qapp.removeEventFilter(windows)
        frame = [Command.of(made) for made in desk.window.commands.values()]
        return Walk(visits, [*desk.window.stack.places], frame, windows.shown)


in_french = pytest.mark.parametrize("walk", ["fr"], indirect=True)


def test_the_left_pane_leads_to_every_page_and_no_entry_is_dead(walk: Walk) -> None:
    assert [visit.name for visit in walk.visits] == walk.places
    for visit in walk.visits:
        assert visit.shown == visit.name
        assert visit.checked
        assert visit.status


def test_no_part_of_a_page_flashes_up_as_a_window_of_its_own(walk: Walk) -> None:
    assert walk.windows == []


def test_every_widget_that_takes_the_keyboard_has_a_name(walk: Walk) -> None:
    assert {visit.name: visit.unnamed for visit in walk.visits if visit.unnamed} == {}


def test_every_control_of_every_page_has_a_name_and_a_description(walk: Walk) -> None:
    assert {visit.name: visit.silent for visit in walk.visits if visit.silent} == {}


@in_french
def test_in_french_at_1366_pixels_no_words_are_cut(walk: Walk) -> None:
    assert {visit.name: visit.cut for visit in walk.visits if visit.cut} == {}


def test_every_key_exists_on_a_french_keyboard(walk: Walk) -> None:
    for made in walk.commands:
        for text in made.keys:
            assert not ("Ctrl" in text and "Alt" in text), text
            other = [one for one in made.keys if not re.search(r"\d", one)]
            assert other or not re.search(r"Ctrl\+\d", text), text
            assert not (set(text) & _ALTGR), text


def test_no_two_commands_have_the_same_key(walk: Walk) -> None:
    frame = [key for made in walk.frame for key in made.keys]
    assert len(frame) == len(set(frame))
    for visit in walk.visits:
        keys = frame + [key for made in visit.commands for key in made.keys]
        assert sorted(keys) == sorted(set(keys)), visit.name


def test_every_command_has_words_and_an_explicit_role(walk: Walk) -> None:
    for made in walk.commands:
        assert made.text, made.name
        assert made.role != Role.TextHeuristicRole, made.name


def test_macos_moves_three_entries_of_the_menus_and_guesses_about_none(walk: Walk) -> None:
    held: dict[Role, set[str]] = {}
    for visit in walk.visits:
        for role, entries in visit.menus:
            assert role == Role.NoRole
            for made in entries:
                if not made.separator:
                    held.setdefault(made.role, set()).add(made.name)
    assert set(held) == {Role.NoRole, Role.PreferencesRole, Role.AboutRole, Role.QuitRole}
    assert held[Role.PreferencesRole] == {"open_settings"}
    assert held[Role.AboutRole] == {"about"}
    assert held[Role.QuitRole] == {"quit"}


def test_the_way_out_is_the_last_of_the_first_menu_whatever_page_shows(walk: Walk) -> None:
    for visit in walk.visits:
        _role, held = visit.menus[0]
        assert held[-1].name == "quit"
        assert held[-2].separator
        assert held[0].name == "new_mission"
