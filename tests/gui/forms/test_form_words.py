"""Forms speak both languages, name every field for screen readers, and cut no words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton

from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.mission import MISSION
from desktop_app.domain.partner import PARTNER
from desktop_app.domain.person import PERSON
from desktop_app.gui.editing.step import words_of_cell
from desktop_app.gui.parts import Elided
from desktop_app.gui.record_form.opening import open_form
from desktop_app.gui.theme import look
from tests.gui.forms.desk import Desk, editor, shown_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.domain.entity import Entity
    from desktop_app.gui.record_form.window import FormWindow

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.mark.parametrize(
    ("entity", "name"), [(PARTNER, "vast"), (INSTRUMENT, "water"), (MISSION, "workshop"), (PERSON, "camille")]
)
def test_every_field_has_a_label_with_its_editor_and_a_name(
    desk: Desk, entity: Entity, name: str, speaking: Callable[[str], None]
) -> None:
    window = desk.open(entity, name)
    for language in ("fr", "en"):
        speaking(language)
        for cell in window.form.fields.cells.values():
            words = cell.field.words.said(language)
            assert cell.label.text().removesuffix(" *") == words
            assert cell.label.buddy() is (cell.editor.focusProxy() or cell.editor)
            assert words in (cell.editor.focusProxy() or cell.editor).accessibleName()
    for button in window.findChildren(QPushButton):
        assert button.text() or button.accessibleName() or button.isHidden(), button.objectName()
    for line in window.findChildren(QLineEdit):
        assert line.accessibleName() or line.isHidden(), line.parent()


@pytest.mark.parametrize(
    ("entity", "name"), [(PARTNER, "vast"), (INSTRUMENT, "water"), (MISSION, "workshop"), (PERSON, "camille")]
)
def test_no_words_are_cut_on_a_small_laptop(
    desk: Desk, entity: Entity, name: str, speaking: Callable[[str], None]
) -> None:
    look.apply("light", 1.25)
    speaking("fr")  # the longer words
    window = desk.open(entity, name)
    window.setMinimumWidth(1326)
    window.resize(1326, 708)  # 1366 × 768 without the frame
    desk.settle()
    for number in range(len(window.form.builder.tabs) + 1):
        window.form.tabs.choose(number)
        desk.settle()
        assert cut(window) == []
    look.apply("light", 1.0)


@pytest.mark.parametrize("scale", [0.9, 1.25])
def test_a_form_opens_as_large_as_it_was_left_at_any_text_size(desk: Desk, scale: float) -> None:
    look.apply("light", scale)
    window = desk.open(PARTNER, "mahidol")
    window.resize(756, 600)
    left = window.size()
    window.close()
    desk.settle()
    for _time in range(2):
        window = desk.open(PARTNER, "mahidol")
        assert abs(window.width() - left.width()) <= 1
        assert abs(window.height() - left.height()) <= 1
        window.close()
        desk.settle()
    look.apply("light", 1.0)


def cut(window: FormWindow) -> list[str]:
    """Return the words that have too little room."""
    found = []
    for label in window.findChildren(QLabel):
        if label.isVisible() and label.text() and not isinstance(label, Elided):
            least = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            if label.height() < least or (not label.wordWrap() and label.width() < label.sizeHint().width()):
                found.append(label.text())
    buttons = [one for one in window.findChildren(QPushButton) if one.property("kind") != "token"]
    tabs = [one for one in window.findChildren(QToolButton) if one.property("kind") == "tab"]
    return found + [one.text() for one in (*buttons, *tabs) if one.isVisible() and one.width() < one.sizeHint().width()]


def test_a_window_reads_in_the_language_of_the_screen_at_once(desk: Desk, speaking: Callable[[str], None]) -> None:
    window = desk.open(PARTNER, "mahidol")
    speaking("fr")
    desk.settle()
    assert window.windowTitle() == "Mahidol University – partenaire"
    assert shown_in(editor(window, "country")) == "Thaïlande"
    assert window.form.ui.subtitle.text() == "Nakhon Pathom · Thaïlande"


@pytest.mark.parametrize(
    ("entity", "name", "kind"), [(PARTNER, "mahidol", "partner"), (INSTRUMENT, "water", "instrument")]
)
def test_an_entry_that_is_being_read_is_not_called_new(desk: Desk, entity: Entity, name: str, kind: str) -> None:
    window = open_form(None, desk.workspace, entity, desk.office.ids[name])
    assert window.windowTitle() == kind
    desk.settle()
    assert window.windowTitle().endswith(f" – {kind}")
    window.close()


def test_a_step_about_a_mission_says_that_it_is_one_and_not_that_its_traveller_was_added(desk: Desk) -> None:
    person = desk.office.ids["camille"]
    window = desk.open(MISSION, given={"person": person, "starts_on": "2026-11-24", "status": "planned"})
    id_ = desk.save(window)
    store = desk.workspace.store
    who = store.names.label("person", person, "en")
    step = store.undo_words()
    assert step is not None
    assert (step.en, step.fr) == (f"Add mission ({who})", f"Ajouter mission ({who})")
    with store.edit(words_of_cell(store, MISSION, id_, ["status"])) as edit:
        edit.set(MISSION, id_, "status", "done")
    step = store.undo_words()
    assert step is not None
    assert step.en == f"Status of mission ({who})"
