"""Editors hold what people type, pick and search, and give back exactly what they were given."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDesktopServices, QWheelEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop_app.domain.types import (
    Amount,
    Choice,
    Code,
    Day,
    Email,
    Flag,
    Identifier,
    Integer,
    Several,
    Text,
    Type,
    Web,
)
from desktop_app.gui.editors.day import Calendar, DayEditor
from desktop_app.gui.editors.of_type import editor_for
from tests.gui.forms.desk import shown_in
from tests.strategies import values

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.domain.values import Value
    from desktop_app.gui.editors.links import Links
    from desktop_app.gui.workspace import Workspace
    from tests.gui.forms.conftest import Keyboard, Place


PLAIN_TYPES = (
    Text(), Text(lines=True), Code(), Identifier("orcid"), Web(), Email(), Day(), Integer(), Amount(), Flag(),
    Choice("purposes"), Several(Text()), Several(Code()), Several(Choice("institutes")),
)  # fmt: skip
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.mark.parametrize(
    ("type_", "value"),
    [
        (Text(), "Cần Thơ"),
        (Text(lines=True), "une ligne\nune autre"),
        (Code(), "UMR 7606"),
        (Identifier("ror"), "02wsd5p50"),
        (Web(), "https://www.cnrs.fr"),
        (Email(), "nom@exemple.org"),
        (Day(), "2019"),
        (Day(), "2025-11"),
        (Day(), "2025-11-24"),
        (Integer(), 0),
        (Integer(), 2025),
        (Amount(), "14000.50"),
        (Flag(), True),
        (Flag(), False),
        (Choice("mission_statuses"), "done"),
        (Choice("mission_statuses"), "a code that the list no longer has"),
        (Several(Text()), ("MU", "Mahidol")),
        (Several(Code()), ("LIA 12", "UMI 3527")),
        (Several(Choice("institutes")), ("INC", "INSU")),
    ],
)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_an_editor_gives_back_what_it_was_given(
    type_: Type, value: Value, language: str, place: Place, speaking: Callable[[str], None]
) -> None:
    editor = place(type_)
    assert editor.value() is None
    editor.set_value(value)
    assert editor.value() == value
    speaking(language)
    editor.settle()
    assert editor.value() == value
    assert editor.problem is None
    editor.set_value(None)
    assert editor.value() is None


@given(data=st.data())
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_an_editor_keeps_any_value_of_its_type(links: Links, data: st.DataObject) -> None:
    type_ = data.draw(st.sampled_from(PLAIN_TYPES))
    value = data.draw(values(type_))
    editor = editor_for(type_, links)
    editor.set_value(value)
    editor.settle()
    editor.retranslate()
    assert editor.value() == value
    assert not editor.unfinished


@pytest.mark.parametrize(
    ("type_", "typed", "value", "shown"),
    [
        (Day(), "2019", "2019", "2019"),
        (Day(), "11/2025", "2025-11", "novembre 2025"),
        (Day(), "24/11/2025", "2025-11-24", "24/11/2025"),
        (Day(), "24 nov. 2025", "2025-11-24", "24/11/2025"),
        (Amount(), "14 000,5", "14000.50", "14\u202f000,50"),
        (Amount(), "14000 €", "14000", "14\u202f000"),
        (Integer(), "2 025", 2025, "2025"),
        (Code(), "umr7606", "UMR 7606", "UMR 7606"),
        (Web(), "www.cnrs.fr", "https://www.cnrs.fr", "https://www.cnrs.fr"),
        (Email(), "mailto:nom@exemple.org", "nom@exemple.org", "nom@exemple.org"),
        (Identifier("ror"), "https://ror.org/02wsd5p50", "02wsd5p50", "02wsd5p50"),
        (Text(), "  deux   mots ", "deux mots", "deux mots"),
        (Text(), "   ", None, ""),
    ],
)
def test_what_is_typed_is_read_and_shown_as_the_program_writes_it(
    type_: Type, typed: str, value: Value, shown: str, place: Place, keyboard: Keyboard, speaking: Callable[[str], None]
) -> None:
    speaking("fr")
    editor = place(type_)
    keyboard.type(typed)
    assert editor.value() == value
    keyboard.press(Qt.Key.Key_Tab)
    assert editor.value() == value
    assert shown_in(editor) == shown


def test_an_amount_in_thousands_is_refused_and_its_guess_can_be_taken(place: Place, keyboard: Keyboard) -> None:
    editor = place(Amount())
    editor.set_value("500")
    keyboard.press(Qt.Key.Key_A, CTRL)
    keyboard.type("14k€")
    keyboard.press(Qt.Key.Key_Tab)
    assert editor.problem is not None
    assert editor.value() == "500"
    assert editor.guess == "14000"
    editor.take_guess()
    assert editor.value() == "14000"
    assert editor.problem is None


def test_a_date_that_does_not_exist_is_kept_on_the_screen_with_its_sentence(place: Place, keyboard: Keyboard) -> None:
    editor = place(Day())
    keyboard.type("31/02/2025")
    keyboard.press(Qt.Key.Key_Tab)
    assert editor.problem is not None
    assert "does not exist" in editor.problem.en
    assert shown_in(editor) == "31/02/2025"


def test_the_arrows_step_by_what_the_date_is_precise_to(place: Place, keyboard: Keyboard) -> None:
    editor = place(Day())
    for value, up in (("2025-12-31", "2026-01-01"), ("2025-12", "2026-01"), ("2025", "2026")):
        editor.set_value(value)
        keyboard.press(Qt.Key.Key_Up)
        assert editor.value() == up
        keyboard.press(Qt.Key.Key_Down)
        assert editor.value() == value


def test_a_day_can_be_picked_from_the_calendar_with_the_keyboard(place: Place, keyboard: Keyboard) -> None:
    editor = place(Day())
    editor.set_value("2025-11-24")
    keyboard.press(Qt.Key.Key_F4)
    calendar = QApplication.activePopupWidget()
    assert isinstance(calendar, Calendar)
    QApplication.processEvents()
    focus = calendar.focusWidget()
    assert focus is not None
    from PySide6.QtTest import QTest

    QTest.keyClick(focus, Qt.Key.Key_Right)
    QTest.keyClick(focus, Qt.Key.Key_Return)
    assert editor.value() == "2025-11-25"
    assert QApplication.activePopupWidget() is None


def test_two_dates_typed_at_once_fill_two_editors(
    workspace: Workspace, keyboard: Keyboard, show: Callable[[QWidget], QWidget]
) -> None:
    assert workspace.is_open
    window = QWidget()
    start, end = DayEditor(), DayEditor()
    box = QVBoxLayout(window)
    box.addWidget(start)
    box.addWidget(end)
    show(window)
    start.read_ranges_into(end)
    start.setFocus()
    keyboard.type("24-28/11/2025")
    keyboard.press(Qt.Key.Key_Tab)
    assert (start.value(), end.value()) == ("2025-11-24", "2025-11-28")
    start.setFocus()
    keyboard.press(Qt.Key.Key_A, CTRL)
    keyboard.type("3 déc 2025 +2j")
    keyboard.press(Qt.Key.Key_Tab)
    assert (start.value(), end.value()) == ("2025-12-03", "2025-12-04")


def test_a_list_selects_what_is_typed_without_accents_and_empties_with_delete(
    place: Place, keyboard: Keyboard, speaking: Callable[[str], None]
) -> None:
    speaking("fr")
    editor = place(Choice("purposes"))
    keyboard.type("ecole")
    assert editor.value() == "school"
    keyboard.press(Qt.Key.Key_Delete)
    assert editor.value() is None


def test_a_flag_has_three_states_from_the_keyboard(place: Place, keyboard: Keyboard) -> None:
    editor = place(Flag())
    keyboard.type("y")
    assert editor.value() is True
    keyboard.press(Qt.Key.Key_Down)
    assert editor.value() is False
    keyboard.press(Qt.Key.Key_Backspace)
    assert editor.value() is None


def test_the_wheel_over_a_list_changes_nothing(place: Place) -> None:
    editor = place(Choice("purposes"))
    editor.set_value("meeting")
    combo = editor.focusProxy()
    assert combo is not None
    wheel = QWheelEvent(
        QPointF(5, 5), combo.mapToGlobal(QPointF(5, 5)), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(combo, wheel)
    assert editor.value() == "meeting"


def test_tab_leaves_text_of_several_lines(place: Place, keyboard: Keyboard) -> None:
    editor = place(Text(lines=True))
    keyboard.type("one")
    keyboard.press(Qt.Key.Key_Return)
    keyboard.type("two")
    keyboard.press(Qt.Key.Key_Tab)
    assert editor.value() == "one\ntwo"
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "after"


def test_ctrl_z_undoes_in_the_text_before_anything_else(place: Place, keyboard: Keyboard) -> None:
    editor = place(Text())
    editor.set_value("before")
    keyboard.press(Qt.Key.Key_End)
    keyboard.type("x")
    assert editor.value() == "beforex"
    keyboard.press(Qt.Key.Key_Z, CTRL)
    assert editor.value() == "before"


def test_ctrl_enter_opens_an_address(place: Place, keyboard: Keyboard, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", staticmethod(lambda url: opened.append(url.toString())))
    place(Web()).set_value("https://www.cnrs.fr/fr")
    keyboard.press(Qt.Key.Key_Return, CTRL)
    place(Email()).set_value("nom@exemple.org")
    keyboard.press(Qt.Key.Key_Return, CTRL)
    assert opened == ["https://www.cnrs.fr/fr", "mailto:nom@exemple.org"]
