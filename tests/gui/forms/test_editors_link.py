"""Editors that propose: links to other records, and sets of values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from desktop_app.domain.types import (
    Choice,
    Day,
    Link,
    Several,
    Text,
)
from desktop_app.gui.editors.ahead import SUGGESTION
from desktop_app.gui.editors.link import LinkEditor, with_room
from desktop_app.gui.editors.tokens import TokensEditor
from tests.gui.forms.desk import shown_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.gui.editors.base import Editor
    from desktop_app.gui.editors.links import Links
    from tests.gui.forms.conftest import Keyboard, Office, Place


CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


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


def test_tab_takes_nothing_where_several_are_meant_keeps_the_text_and_says_what_is_missing(
    place: Place, keyboard: Keyboard
) -> None:
    editor = place(Link("partner"))
    keyboard.type("univ")
    assert len(_proposed(editor)) > 2  # two universities and “Create …”
    keyboard.press(Qt.Key.Key_Tab)
    assert editor.value() is None
    assert shown_in(editor) == "univ"
    assert editor.problem is not None
    assert "not chosen" in editor.problem.en


def test_tab_takes_the_one_that_an_arrow_chose_or_that_is_called_just_so(
    place: Place, keyboard: Keyboard, office: Office
) -> None:
    editor = place(Link("partner"))
    keyboard.type("univ")
    second = _proposed(editor)[1][0]
    keyboard.press(Qt.Key.Key_Down)
    keyboard.press(Qt.Key.Key_Tab)
    assert shown_in(editor) == second
    editor.set_value(None)
    assert isinstance(editor, LinkEditor)
    editor.line.setFocus()
    keyboard.type("mahidol university")
    keyboard.press(Qt.Key.Key_Tab)
    assert editor.value() == office.ids["mahidol"]


def test_tab_takes_what_is_highlighted_and_goes_on(place: Place, keyboard: Keyboard, office: Office) -> None:
    editor = place(Link("partner"))
    keyboard.type("mahid")
    keyboard.press(Qt.Key.Key_Tab)
    assert editor.value() == office.ids["mahidol"]
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "after"


def test_what_is_highlighted_is_taken_when_the_record_is_saved_with_the_list_open(
    place: Place, keyboard: Keyboard, office: Office
) -> None:
    for type_ in (Link("partner"), Several(Link("partner"))):
        editor = place(type_)
        keyboard.type("mahid")
        assert isinstance(editor, LinkEditor | TokensEditor)
        assert editor.line.proposing
        editor.settle()
        assert editor.problem is None
        assert editor.value() in (office.ids["mahidol"], (office.ids["mahidol"],))
        assert not editor.line.proposing


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


def test_what_tells_a_record_from_homonyms_is_left_out_rather_than_cut_to_a_stub(qapp: QApplication) -> None:
    metrics = QFontMetrics(qapp.font())
    text = "Hanoi and all the places that are around it · Vietnam"
    whole, first = metrics.horizontalAdvance(text), metrics.horizontalAdvance(text.partition(" · ")[0])
    assert with_room(text, metrics, whole) == text
    assert with_room(text, metrics, first) == "Hanoi and all the places that are around it"
    assert with_room(text, metrics, 60) == ""


def test_a_long_name_is_shortened_only_where_it_is_longer_than_its_line(place: Place) -> None:
    editor = place(Several(Text()))
    assert isinstance(editor, TokensEditor)
    fits, longer = "National Council for Scientific and Technical Research", "A very long name " * 12
    editor.set_value((fits, longer.strip()))
    QApplication.processEvents()
    shown = [token.words.text() for token in editor.tokens]
    assert fits in shown
    assert any(text.startswith("A very") and text.endswith("…") for text in shown)
    assert all(token.geometry().right() <= editor.width() for token in editor.tokens)
    before = next(text for text in shown if text.endswith("…"))
    editor.window().resize(700, 200)
    QApplication.processEvents()
    after = next(token.words.text() for token in editor.tokens if token.words.text().endswith("…"))
    assert len(after) > len(before)


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
