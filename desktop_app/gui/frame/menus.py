"""The menus: every command once, from the frame and from the page that is shown; on macOS in the menu bar."""

import sys
from collections.abc import Iterable, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu

from desktop_app.gui.actions import Actions, Menu
from desktop_app.gui.words import mark, tr

_QUIT = QAction.MenuRole.QuitRole
TITLES: dict[Menu, str] = {"file": mark("File"), "edit": mark("Edit"), "view": mark("View"), "help": mark("Help")}


class Menus:
    """One menu for the button at the top left, and the same menus in the bar where the system has one."""

    def __init__(self, window: QMainWindow) -> None:
        self.whole = QMenu(window)
        self._menus: dict[Menu, QMenu] = {}
        for name in TITLES:
            self._menus[name] = QMenu(window)
            self._menus[name].menuAction().setMenuRole(QAction.MenuRole.NoRole)
            self.whole.addMenu(self._menus[name])
            if sys.platform == "darwin":
                window.menuBar().addMenu(self._menus[name])

    @property
    def menus(self) -> list[QMenu]:
        """The menus in their order."""
        return list(self._menus.values())

    def fill(self, commands: Sequence[Actions]) -> None:
        """Show the commands of the frame and of the page, each group below a line; the way out stands last."""
        for name, menu in self._menus.items():
            menu.clear()
            for group in commands:
                self._add(menu, (one for one in group.of_menu(name) if one.menuRole() != _QUIT))
            self._add(menu, (one for group in commands for one in group.of_menu(name) if one.menuRole() == _QUIT))

    def _add(self, menu: QMenu, actions: Iterable[QAction]) -> None:
        actions = list(actions)
        if actions and not menu.isEmpty():
            menu.addSeparator()
        for action in actions:
            menu.addAction(action)

    def retranslate(self) -> None:
        """Say the titles in the language of the screen."""
        for name, menu in self._menus.items():
            menu.setTitle(tr(TITLES[name]))
