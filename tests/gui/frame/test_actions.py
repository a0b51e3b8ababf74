"""Commands: in a menu, and on buttons that follow them."""

import pytest
from PySide6.QtWidgets import QWidget

from desktop_app.gui.actions import action, button_for, collect, tip
from desktop_app.gui.words import mark
from tests.gui.frame.conftest import Desk


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
