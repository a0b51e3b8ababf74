"""Commands: keys that every keyboard has, no two commands on one key, explicit roles on macOS."""

import re

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop_app.gui.actions import action, button_for, collect, tip
from desktop_app.gui.words import mark
from tests.gui.frame.conftest import Desk

_ALTGR = set("[]{}@~#|\\^`€")


def commands(desk: Desk) -> list[QAction]:
    """All commands of the frame and of every page."""
    pages = [desk.window.stack.show_page(name) for name in desk.window.stack.places]
    desk.settle()
    return [*desk.window.commands.values(), *(made for page in pages for made in page.actions_.values())]


def test_every_key_exists_on_a_french_keyboard(desk: Desk) -> None:
    for made in commands(desk):
        for key in made.shortcuts():
            text = key.toString(QKeySequence.SequenceFormat.PortableText)
            assert not ("Ctrl" in text and "Alt" in text), text
            other = [one for one in made.shortcuts() if not re.search(r"\d", one.toString())]
            assert other or not re.search(r"Ctrl\+\d", text), text
            assert not (set(text) & _ALTGR), text


def test_no_two_commands_have_the_same_key(desk: Desk) -> None:
    frame = [key.toString() for made in desk.window.commands.values() for key in made.shortcuts()]
    assert len(frame) == len(set(frame))
    for name in desk.window.stack.places:
        page = desk.window.stack.show_page(name)
        keys = frame + [key.toString() for made in page.actions_.values() for key in made.shortcuts()]
        assert sorted(keys) == sorted(set(keys)), name


def test_every_command_has_words_and_an_explicit_role(desk: Desk) -> None:
    for made in commands(desk):
        assert made.text(), made.objectName()
        assert made.menuRole() != QAction.MenuRole.TextHeuristicRole, made.objectName()


def test_macos_moves_three_entries_of_the_menus_and_guesses_about_none(desk: Desk) -> None:
    held: dict[QAction.MenuRole, list[str]] = {}
    for name in desk.window.stack.places:
        desk.window.stack.show_page(name)
        for menu in desk.window.menus.menus:
            assert menu.menuAction().menuRole() == QAction.MenuRole.NoRole
            for made in menu.actions():
                if not made.isSeparator():
                    held.setdefault(made.menuRole(), []).append(made.objectName())
    roles = QAction.MenuRole
    assert set(held) == {roles.NoRole, roles.PreferencesRole, roles.AboutRole, roles.QuitRole}
    assert set(held[roles.PreferencesRole]) == {"open_settings"}
    assert set(held[roles.AboutRole]) == {"about"}
    assert set(held[roles.QuitRole]) == {"quit"}


def test_the_way_out_is_the_last_of_the_first_menu_whatever_page_shows(desk: Desk) -> None:
    for name in desk.window.stack.places:
        desk.window.stack.show_page(name)
        held = desk.window.menus.menus[0].actions()
        assert held[-1].objectName() == "quit"
        assert held[-2].isSeparator()
        assert held[0].objectName() == "new_mission"


def test_every_command_of_a_page_is_in_a_menu(desk: Desk) -> None:
    page = desk.show("mission")
    shown = {made.objectName() for menu in desk.window.menus.menus for made in menu.actions()}
    assert {"new", "open_", "duplicate", "delete", "copy", "undo", "redo", "search"} <= shown
    assert page.actions_["delete"] in [made for menu in desk.window.menus.menus for made in menu.actions()]


class _Bench(QWidget):
    """A widget with two commands."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []
        self.ready = False
        self.commands = collect(self)

    @action(mark("Open"), keys=("Ctrl+O",), icon="pencil", menu="edit", when="is_ready")
    def open_it(self) -> None:
        """Do something."""
        self.done.append("open")

    def is_ready(self) -> bool:
        """Whether it can."""
        return self.ready


@pytest.mark.usefixtures("qapp")
def test_a_button_follows_its_command() -> None:
    bench = _Bench()
    button = button_for(bench.commands["open_it"])
    assert not button.isEnabled()
    bench.ready = True
    bench.commands.refresh()
    assert button.isEnabled()
    assert button.text() == "Open"
    assert tip(bench.commands["open_it"]) == "Open (Ctrl+O)"
    button.click()
    assert bench.done == ["open"]
