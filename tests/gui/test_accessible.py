"""Everybody can work: each control that takes the keyboard says what it is and what it does, and shows where the keyboard is."""

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QCheckBox, QDialog, QPushButton, QScrollArea, QWidget

from desktop_app.domain import ENTITIES, MAIN
from desktop_app.gui.announce import voice
from desktop_app.gui.record_form.opening import open_form
from desktop_app.gui.stylesheet import stylesheet
from desktop_app.gui.theme import DARK, LIGHT, contrast
from tests.gui.frame.conftest import Desk, demo_base, desk, program, settings

__all__ = ["demo_base", "desk", "program", "settings"]


def focusable(parent: QWidget) -> Iterator[QWidget]:
    """The visible widgets of a window that take the keyboard."""
    for widget in parent.findChildren(QWidget):
        if widget.isVisible() and widget.window() is parent.window() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            inner = widget.focusProxy()
            if inner is None and not isinstance(widget, QScrollArea):
                yield widget


def says_what_it_does(widget: QWidget) -> bool:
    """Whether a control's own words, which are its name, say all: those of a button with a verb."""
    return isinstance(widget, QPushButton | QCheckBox) and bool(widget.text())


def silent(parent: QWidget) -> list[str]:
    """What a screen reader can't name or explain."""
    found = []
    for widget in focusable(parent):
        heard = QAccessible.queryAccessibleInterface(widget)
        name, description = (heard.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Description))
        if not name.strip():
            found.append(
                f"{type(widget).__name__} {widget.objectName()} in {type(widget.parentWidget()).__name__}: no name"
            )
        elif not description.strip() and not says_what_it_does(widget):
            found.append(f"{type(widget).__name__} “{name}” in {type(widget.parentWidget()).__name__}: no description")
    return found


@pytest.mark.parametrize("entity", [entity.name for entity in MAIN])
def test_every_control_of_every_form_has_a_name_and_a_description(desk: Desk, entity: str) -> None:
    form = open_form(desk.window, desk.program.workspace, ENTITIES[entity])
    desk.settle()
    for tab in range(len(form.form.builder.tabs)):
        form.form.tabs.choose(tab)
        desk.settle()
        assert silent(form) == [], tab
    form._close_now()


def _export(desk: Desk) -> QDialog:
    from desktop_app.gui.dialogs.export import open_export

    return open_export(desk.window, desk.program.workspace)


def _start(desk: Desk) -> QDialog:
    from desktop_app.gui.frame.start_dialog import StartDialog

    dialog = StartDialog(desk.program.settings.recent, "A problem.", desk.store.path, desk.window)
    dialog.open()
    return dialog


def _help(desk: Desk) -> QDialog:
    desk.window.helps.open_page("start")
    return desk.window.helps.reader


def _keys(desk: Desk) -> QDialog:
    from desktop_app.gui.help.key_sheet import KeySheet

    sheet = KeySheet(desk.window)
    sheet.open()
    return sheet


def _about(desk: Desk) -> QDialog:
    from desktop_app.gui.frame.about_dialog import AboutDialog

    dialog = AboutDialog(desk.window)
    dialog.open()
    return dialog


def _list(desk: Desk) -> QDialog:
    from desktop_app.gui.preferences.lists import ListDialog

    dialog = ListDialog(desk.program.workspace, ENTITIES["instrument_type"], desk.window)
    dialog.open()
    return dialog


DIALOGS = [_export, _start, _help, _keys, _about, _list]


@pytest.mark.parametrize("open_", DIALOGS)
def test_every_control_of_every_dialog_has_a_name_and_a_description(
    desk: Desk, open_: Callable[[Desk], QDialog]
) -> None:
    dialog = open_(desk)
    desk.settle()
    assert silent(dialog) == []
    dialog.close()


@pytest.fixture
def heard() -> Iterator[list[str]]:
    """What screen readers are told."""
    words: list[str] = []
    voice.said.connect(words.append)
    yield words
    voice.said.disconnect(words.append)


def test_screen_readers_are_told_counts_saves_and_errors(desk: Desk, heard: list[str]) -> None:
    page = desk.show("mission")
    page.list.filters.quick.setFocus()
    desk.type(page.list.filters.quick, "hanoi")
    desk.settle()
    desk.qtbot.waitUntil(lambda: any("shown by" in words for words in heard), timeout=20_000)
    form = open_form(desk.window, desk.program.workspace, ENTITIES["partner"])
    desk.settle()
    form.save()
    desk.settle()
    assert any("must be filled in" in words for words in heard), heard
    form.form.fields.put("name", "Fictitious institute")
    form.form.fields.put("country", str(desk.store.resolve("country", "VN")))
    form.save()
    desk.settle()
    assert "Saved" in heard
    desk.program.workspace.note("Something went wrong.", error=True)
    assert heard[-1] == "Something went wrong."
    form._close_now()


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_focus_is_a_ring_of_two_pixels_that_stands_out(mode: str) -> None:
    theme = DARK if mode == "dark" else LIGHT
    sheet = stylesheet(theme)
    rings = re.findall(r"([^{}]*:focus[^{}]*)\{([^}]*)\}", sheet)
    assert len(rings) > 10
    for selector, rule in rings:
        assert "border: 2px solid" in rule or "padding" in rule or "bare" in selector or "page" in selector, selector
    for back in (theme.window, theme.surface, theme.side):
        assert contrast(theme.accent, back) >= 3
