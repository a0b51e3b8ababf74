"""Editors hold what people type, pick and search, and give back exactly what they were given."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDesktopServices, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain.types import (
    Amount,
    Choice,
    Code,
    Day,
    Email,
    Flag,
    Identifier,
    Integer,
    Link,
    Several,
    Text,
    Type,
    Web,
)
from desktop_app.gui.editors import editor_for
from desktop_app.gui.editors_ahead import SUGGESTION
from desktop_app.gui.editors_day import Calendar, DayEditor
from desktop_app.gui.editors_link import LinkEditor
from desktop_app.gui.editors_tokens import TokensEditor
from desktop_app.gui.links import Links
from tests.strategies import values

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.domain.values import Value
    from desktop_app.gui.editors_base import Editor
    from desktop_app.gui.workspace import Workspace
    from tests.gui.forms.conftest import Keyboard, Office

    Place = Callable[[Type], Editor]

PLAIN_TYPES = (
    Text(), Text(lines=True), Code(), Identifier("orcid"), Web(), Email(), Day(), Integer(), Amount(), Flag(),
    Choice("purposes"), Several(Text()), Several(Code()), Several(Choice("institutes")),
)  # fmt: skip
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def links(workspace: Workspace) -> Links:
    return Links(workspace, creating=True)


@pytest.fixture
def place(links: Links, show: Callable[[QWidget], QWidget]) -> Place:
    """Put an editor of a type into a window, with another field behind it, and give it the focus."""

    def made(type_: Type) -> Editor:
        window = QWidget()
        editor = editor_for(type_, links)
        after = QLineEdit()
        after.setObjectName("after")
        box = QVBoxLayout(window)
        box.addWidget(editor)
        box.addWidget(after)
        window.resize(480, 200)
        show(window)
        editor.setFocus()
        return editor

    return made


def shown_in(editor: Editor) -> str:
    """Return the text that an editor of one line shows."""
    line = editor.focusProxy()
    assert isinstance(line, QLineEdit)
    return line.text()


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
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
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


# Links ---------------------------------------------------------------------------------------------------------------


def _proposed(editor: Editor) -> list[tuple[str, str]]:
    assert isinstance(editor, LinkEditor | TokensEditor)
    model = editor.line.completer_.completionModel()
    found = [model.index(number, 0).data(SUGGESTION) for number in range(model.rowCount())]
    return [(one.title, one.subtitle) for one in found]


def test_a_link_is_found_by_typing_and_taken_with_enter(place: Place, keyboard: Keyboard, office: Office) -> None:
    editor = place(Link("partner"))
    keyboard.type("can th")
    assert _proposed(editor)[0] == ("Can Tho University", "Can Tho · Vietnam")
    keyboard.press(Qt.Key.Key_Return)
    assert editor.value() == office.ids["ctu"]
    assert shown_in(editor) == "Can Tho University"


def test_tab_takes_what_is_highlighted_and_goes_on(place: Place, keyboard: Keyboard, office: Office) -> None:
    editor = place(Link("partner"))
    keyboard.type("mahid")
    keyboard.press(Qt.Key.Key_Tab)
    assert editor.value() == office.ids["mahidol"]
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "after"


def test_homonyms_are_told_apart_by_their_place_and_chosen_with_the_arrows(
    place: Place, keyboard: Keyboard, office: Office
) -> None:
    editor = place(Link("partner"))
    keyboard.type("institute of math")
    places = [subtitle for title, subtitle in _proposed(editor) if title == "Institute of Mathematical Sciences"]
    assert sorted(places) == ["Chennai · India", "Madrid · Spain"]
    keyboard.press(Qt.Key.Key_Down)
    keyboard.press(Qt.Key.Key_Return)
    assert editor.value() == office.ids["madrid" if places[1].startswith("Madrid") else "chennai"]


def test_a_link_keeps_its_record_whatever_happens_to_the_text(place: Place, keyboard: Keyboard, office: Office) -> None:
    editor = place(Link("partner"))
    editor.set_value(office.ids["madrid"])
    keyboard.press(Qt.Key.Key_Tab)
    assert editor.value() == office.ids["madrid"]
    editor.setFocus()
    keyboard.type("mahi")
    keyboard.press(Qt.Key.Key_Escape)  # closes the list
    keyboard.press(Qt.Key.Key_Escape)  # and gives the search up
    assert editor.value() == office.ids["madrid"]
    assert shown_in(editor) == "Institute of Mathematical Sciences"


def test_a_text_that_was_not_chosen_is_said_and_does_not_replace_the_link(
    place: Place, keyboard: Keyboard, office: Office
) -> None:
    editor = place(Link("partner"))
    editor.set_value(office.ids["vast"])
    keyboard.type("zzz")
    keyboard.press(Qt.Key.Key_Escape)
    keyboard.press(Qt.Key.Key_Tab)
    assert editor.problem is not None
    assert "zzz" in editor.problem.en
    assert editor.value() == office.ids["vast"]


def test_backspace_removes_the_link_and_f4_shows_the_list_again(
    place: Place, keyboard: Keyboard, office: Office
) -> None:
    editor = place(Link("partner"))
    editor.set_value(office.ids["vast"])
    keyboard.press(Qt.Key.Key_Backspace)
    assert editor.value() is None
    keyboard.press(Qt.Key.Key_F4)
    assert len(_proposed(editor)) >= 5
    keyboard.press(Qt.Key.Key_Escape)
    keyboard.press(Qt.Key.Key_Down, ALT)
    assert isinstance(editor, LinkEditor)
    assert editor.line.proposing


def test_ctrl_enter_opens_the_linked_record(place: Place, keyboard: Keyboard, office: Office, links: Links) -> None:
    opened: list[tuple[str, str]] = []
    links.open_asked.connect(lambda entity, id_: opened.append((entity, id_)))
    place(Link("partner")).set_value(office.ids["vast"])
    keyboard.press(Qt.Key.Key_Return, CTRL)
    assert opened == [("partner", office.ids["vast"])]


def test_the_last_line_creates_what_is_not_there_and_tab_never_does(
    place: Place, keyboard: Keyboard, office: Office, links: Links
) -> None:
    asked: list[tuple[str, str]] = []

    def create(entity: str, text: str, take: Callable[[str], None]) -> None:
        asked.append((entity, text))
        take(office.ids["ctu"])

    links.create_asked.connect(create)
    editor = place(Link("partner"))
    keyboard.type("Nowhere College")
    assert [title for title, _ in _proposed(editor)] == ["Create “Nowhere College” (partner)"]
    keyboard.press(Qt.Key.Key_Tab)
    assert not asked
    editor.setFocus()
    keyboard.press(Qt.Key.Key_F4)
    keyboard.press(Qt.Key.Key_Return)
    assert asked == [("partner", "Nowhere College")]
    assert editor.value() == office.ids["ctu"]


def test_countries_and_types_are_found_in_both_languages_but_never_created(
    place: Place, keyboard: Keyboard, office: Office
) -> None:
    editor = place(Link("country"))
    keyboard.type("thailande")
    assert [title for title, _ in _proposed(editor)] == ["Thailand"]
    keyboard.press(Qt.Key.Key_Return)
    assert editor.value() == office.ids["TH"]
    types = place(Link("instrument_type"))
    keyboard.type("irp")
    keyboard.press(Qt.Key.Key_Return)
    assert types.value() == office.ids["IRP"]


def test_a_name_follows_the_language_of_the_screen(
    place: Place, office: Office, speaking: Callable[[str], None]
) -> None:
    editor = place(Link("country"))
    editor.set_value(office.ids["TH"])
    assert shown_in(editor) == "Thailand"
    speaking("fr")
    assert shown_in(editor) == "Thaïlande"
    assert editor.value() == office.ids["TH"]


# Several values ------------------------------------------------------------------------------------------------------


def test_several_countries_are_added_by_typing_and_removed_with_backspace(
    place: Place, keyboard: Keyboard, office: Office
) -> None:
    editor = place(Several(Link("country")))
    for text in ("viet", "thai"):
        keyboard.type(text)
        keyboard.press(Qt.Key.Key_Return)
    assert editor.value() == tuple(sorted((office.ids["VN"], office.ids["TH"])))
    assert isinstance(editor, TokensEditor)
    assert [token.one.title for token in editor.tokens] == ["Thailand", "Vietnam"]
    keyboard.press(Qt.Key.Key_Backspace)
    assert editor.value() == (office.ids["TH"],)


def test_texts_are_taken_with_enter_a_semicolon_or_on_leaving(place: Place, keyboard: Keyboard) -> None:
    editor = place(Several(Text()))
    keyboard.type("MU")
    keyboard.press(Qt.Key.Key_Return)
    keyboard.type("Mahidol;")
    keyboard.type("Mahidol Univ")
    keyboard.press(Qt.Key.Key_Tab)
    assert editor.value() == ("MU", "Mahidol", "Mahidol Univ")


def test_a_token_is_removed_with_delete_and_the_focus_stays_near(place: Place, keyboard: Keyboard) -> None:
    editor = place(Several(Text()))
    editor.set_value(("a", "b", "c"))
    assert isinstance(editor, TokensEditor)
    editor.tokens[0].words.setFocus()
    keyboard.press(Qt.Key.Key_Delete)
    assert editor.value() == ("b", "c")
    assert QApplication.focusWidget() is editor.tokens[0].words


def test_options_are_proposed_by_any_of_their_words(place: Place, keyboard: Keyboard) -> None:
    editor = place(Several(Choice("institutes")))
    keyboard.type("chem")
    assert _proposed(editor)[0][0] == "CNRS Chemistry"
    keyboard.press(Qt.Key.Key_Return)
    assert editor.value() == ("INC",)


def test_every_editor_tells_screen_readers_its_name_and_its_error(place: Place) -> None:
    for type_ in (Text(), Text(lines=True), Day(), Choice("purposes"), Link("partner"), Several(Link("partner"))):
        editor = place(type_)
        editor.describe("Purpose", "Choose one.")
        holder = editor.focusProxy()
        assert holder is not None
        assert (holder.accessibleName(), holder.accessibleDescription()) == ("Purpose", "Choose one.")
        editor.show_wrong(True)
        assert editor.framed().property("wrong") is True
