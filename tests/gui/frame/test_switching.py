"""Language, theme and text size change while one works: at once, everywhere, and quickly."""

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QAbstractButton, QDialogButtonBox, QLabel, QWidget

from desktop_app.gui.theme import look
from desktop_app.gui.words import figure, set_language, tr
from tests.gui.frame.conftest import Desk


def words_of(window: QWidget) -> set[str]:
    """The visible words of a window."""
    kinds = (QLabel, QAbstractButton)
    return {
        one.text() for one in window.findChildren(QWidget) if isinstance(one, kinds) and one.isVisible() and one.text()
    }


def cancel(parent: QWidget) -> str:
    """What Qt itself writes on a button of a dialog that opens now."""
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, parent)
    return box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "")


def test_no_english_word_stays_on_any_page_after_the_switch(desk: Desk) -> None:
    for name in desk.window.stack.places:
        set_language("en")
        desk.window.stack.show_page(name)
        desk.settle()
        english = words_of(desk.window)
        set_language("fr")
        desk.settle()
        french = words_of(desk.window)
        kept = {text for text in english & french if len(text) > 12 and " " in text}
        # What stands in both is data: names of people, places and files.
        assert not {text for text in kept if tr(text) != text}, name
    set_language("en")


def test_what_nobody_saw_at_the_switch_is_said_in_the_new_language_once_it_is_seen(desk: Desk) -> None:
    page = desk.show("mission")
    page.host.set_open(open_=True)
    desk.settle()
    desk.window.stack.show_page("dashboard")
    set_language("fr")
    desk.settle()
    desk.window.stack.show_page("mission")
    words = {str(page.list.model.headerData(number, Qt.Orientation.Horizontal)) for number in range(3)}
    assert "Missionnaire" in words
    assert page.list.model.row(0).cells
    desk.settle()
    assert page.pane is not None
    assert "Derniers changements" in words_of(page.pane)


def test_a_pane_that_nobody_sees_is_made_anew_for_another_size_of_text_once_it_is_seen(desk: Desk) -> None:
    desk.window.resize(1800, 900)
    page = desk.show("mission")
    page.host.set_open(open_=True)
    desk.settle()
    assert page.pane is not None
    area = page.pane.ui.area
    desk.window.stack.show_page("dashboard")
    set_language("fr")
    desk.settle()
    body = area.widget()
    look.apply("dark", 1.2)
    assert area.widget() is body
    set_language("en")
    desk.window.stack.show_page("mission")
    desk.settle()
    assert page.pane.isVisible()
    assert area.widget() is not body
    look.apply("light", 1.0)


def test_qts_own_buttons_dates_and_numbers_speak_the_language(desk: Desk) -> None:
    set_language("fr")
    assert cancel(desk.window) == "Annuler"
    assert QLocale().toString(QDate(2026, 3, 2), QLocale.FormatType.LongFormat) == "lundi 2 mars 2026"
    assert QLocale().firstDayOfWeek().name == "Monday"
    assert figure(12_345) == "12\u202f345"
    assert (tr("%n result(s)", "", 0), tr("%n result(s)", "", 2)) == ("0 résultat", "2 résultats")
    set_language("en")
    assert cancel(desk.window) == "Cancel"
    assert QLocale().toString(QDate(2026, 3, 2), QLocale.FormatType.LongFormat) == "Monday, 2 March 2026"
    assert QLocale().firstDayOfWeek().name == "Monday"
    assert figure(12_345) == "12,345"
    assert (tr("%n result(s)", "", 0), tr("%n result(s)", "", 1)) == ("0 results", "1 result")


def test_the_text_grows_from_90_to_150_percent_and_no_further(desk: Desk) -> None:
    for _step in range(9):
        desk.window.commands["larger"].trigger()
    assert look.scale == 1.5
    for _step in range(9):
        desk.window.commands["smaller"].trigger()
    assert look.scale == 0.9
    desk.window.commands["usual_size"].trigger()
    assert look.scale == 1.0
    assert desk.program.settings.number("text_scale", 0) == 1.0
