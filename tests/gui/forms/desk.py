"""A desk with forms on it, for tests: opens forms, and says what is in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit
from shiboken6 import isValid

from desktop_app.gui.record_form.opening import open_form

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from desktop_app.domain.entity import Entity
    from desktop_app.gui.editors.base import Editor
    from desktop_app.gui.record_form.parts import PartTable
    from desktop_app.gui.record_form.window import FormWindow
    from desktop_app.gui.workspace import Workspace
    from tests.gui.forms.conftest import Office


class Desk:
    """Opens forms and says what is in them."""

    def __init__(self, qtbot: QtBot, workspace: Workspace, office: Office, settle: Callable[[], None]) -> None:
        self.qtbot, self.workspace, self.office, self.settle = qtbot, workspace, office, settle

    def open(self, entity: Entity, name: str = "", **more: object) -> FormWindow:
        """Open the form of a record of the office, or of a new one, as the active window."""
        window = open_form(None, self.workspace, entity, self.office.ids[name] if name else "", **more)  # type: ignore[arg-type]
        with self.qtbot.waitActive(window):
            window.activateWindow()
        self.settle()
        return window

    def save(self, window: FormWindow) -> str:
        """Save and wait; return the record's id."""
        window.actions_["save"].trigger()
        self.settle()
        if not isValid(window):  # it closed by itself
            return ""
        assert not window.form.ui.notice.isVisible(), window.form.ui.noticeWords.text()
        return str(window.form.id)

    @staticmethod
    def is_open(window: FormWindow) -> bool:
        """Say whether a form is still there."""
        return isValid(window) and window.isVisible()


def editor(window: FormWindow, name: str) -> Editor:
    return window.form.fields.cells[name].editor


def shown_in(edited: Editor) -> str:
    line = edited.focusProxy()
    assert isinstance(line, QLineEdit)
    return line.text()


def table_of(window: FormWindow, first: str, entity: Entity) -> PartTable:
    return next(one for one in window.form.fields.tables if one.spec.entity is entity and one.spec.columns[0] == first)


def note(window: FormWindow, name: str) -> str:
    shown = window.form.fields.cells[name].note
    return shown.words.text() if not shown.isHidden() else ""
