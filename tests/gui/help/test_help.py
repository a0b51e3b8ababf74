"""F1, Shift+F1 and Ctrl+/ in the window and in its dialogs."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.domain import ENTITIES
from desktop_app.gui.help import key_sheet
from desktop_app.gui.help.field import explain, field_of
from desktop_app.gui.help.keys import all_keys, sheet
from desktop_app.gui.help.reader import HelpReader
from desktop_app.gui.record_form.opening import close_forms, open_form
from desktop_app.gui.theme import look
from desktop_app.gui.words import set_language
from tests.gui.frame.conftest import Desk

PAGES = {
    "partner": "partners", "instrument": "instruments", "mission": "missions", "person": "people", "event": "events",
    "workbooks_out": "send",
    "review": "review", "reports": "reports", "history": "history", "settings": "settings",
    "dashboard": "deadlines", "deadlines": "deadlines", "overview": "overview", "duplicates": "review", "figures": "reports",
    "map": "map",
}  # fmt: skip


def reader(desk: Desk) -> HelpReader:
    """The window of help."""
    return desk.window.helps.reader


def test_f1_opens_the_page_about_the_page_in_view(desk: Desk) -> None:
    for place in desk.window.stack.places:
        desk.window.stack.show_page(place)
        desk.settle()
        desk.window.activateWindow()
        desk.qtbot.waitUntil(desk.window.isActiveWindow)
        desk.press(desk.window, Qt.Key.Key_F1)
        assert reader(desk).isVisible()
        assert reader(desk).page == PAGES[place]
        assert reader(desk).text.verticalScrollBar().value() == 0  # a page begins with its beginning
        reader(desk).close()


def test_the_window_of_help_grows_with_the_text_as_far_as_the_screen_has_room(desk: Desk) -> None:
    reader(desk).open_page("send")
    usual = reader(desk).size()
    look.apply("light", 1.2)
    room = reader(desk).screen().availableGeometry()
    wanted = QSize(round(1.2 * 980), round(1.2 * 660))
    assert reader(desk).size() == wanted.boundedTo(QSize(room.width() - 40, room.height() - 60))
    assert room.contains(reader(desk).frameGeometry())
    reader(desk).close()
    look.apply("light", 1.0)
    reader(desk).open_page("send")
    assert reader(desk).size() == usual
    reader(desk).close()


def test_f1_in_a_form_opens_the_page_about_forms(desk: Desk) -> None:
    form = open_form(desk.window, desk.program.workspace, ENTITIES["partner"])
    desk.qtbot.waitUntil(form.isActiveWindow)
    QTest.keyClick(form, Qt.Key.Key_F1)
    assert reader(desk).page == "forms"
    reader(desk).close()
    close_forms(desk.window)


def test_f1_in_a_dialog_that_waits_opens_a_page_that_can_be_read(desk: Desk) -> None:
    from desktop_app.gui.dialogs.export import open_export

    dialog = open_export(desk.window, desk.program.workspace)
    desk.qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog, Qt.Key.Key_F1)
    beside = dialog.findChild(HelpReader)
    assert beside is not None
    assert beside.page == "send"
    beside.close()
    dialog.close()


def test_shift_f1_explains_the_field_with_the_keyboard(desk: Desk) -> None:
    form = open_form(desk.window, desk.program.workspace, ENTITIES["mission"])
    desk.qtbot.waitUntil(form.isActiveWindow)
    cell = form.form.fields.cells["starts_on"]
    focus = cell.editor.focusProxy()
    assert focus is not None
    field = field_of(focus)
    assert field is ENTITIES["mission"].fields["starts_on"]
    words = explain(field)
    assert "From" in words
    assert "Départ" in words
    assert "24/11/2025" in words
    assert "Date de début" in words
    focus.setFocus()
    QTest.keyClick(form, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    assert focus.hasFocus()  # the words lie over the form, which keeps the keyboard
    QTest.keyClick(form, Qt.Key.Key_Shift)
    form._close_now()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_field_of_every_form_can_be_explained(language: str) -> None:
    set_language("fr" if language == "fr" else "en")
    for entity in ENTITIES.values():
        for field in entity:
            assert field.words.said(language) in explain(field).replace("&#x27;", "'").replace("&amp;", "&")
    set_language("en")


def test_help_searches_goes_back_and_follows_links(desk: Desk) -> None:
    help_ = reader(desk)
    help_.open_page("start")
    help_.search.setText("two spellings")
    assert help_.list.count() >= 1
    QTest.keyClick(help_.search, Qt.Key.Key_Return)
    assert help_.page == "search"
    desk.qtbot.waitUntil(help_.isActiveWindow)
    QTest.keyClick(help_, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert help_.page == "start"
    from PySide6.QtCore import QUrl

    help_.text.anchorClicked.emit(QUrl("review.md"))
    assert help_.page == "review"
    help_.search.setText("zzzz")
    assert help_.list.count() == 0
    assert "zzzz" in help_.nothing.text()
    help_.close()


def test_help_speaks_the_language_of_the_screen_at_once(desk: Desk) -> None:
    help_ = reader(desk)
    help_.open_page("partners")
    assert help_.text.toPlainText().startswith("Partners")
    set_language("fr")
    assert help_.text.toPlainText().startswith("Partenaires")
    assert help_.list.item(0).text() == "Premiers pas"
    set_language("en")
    help_.close()


def test_a_question_typed_in_the_palette_opens_its_answer(desk: Desk) -> None:
    desk.window.finder.begin("spellings")
    desk.settle()
    palette = desk.window.finder.palette
    desk.press(palette.field, Qt.Key.Key_Return)
    assert reader(desk).isVisible()
    assert reader(desk).page == "search"
    reader(desk).close()


def test_control_slash_shows_all_keys(desk: Desk) -> None:
    desk.show("mission")
    desk.press(desk.window, Qt.Key.Key_Slash, Qt.KeyboardModifier.ControlModifier)
    shown = desk.window.findChild(key_sheet.KeySheet)
    assert shown is not None
    text = shown.text.toPlainText()
    for key, words in (("Ctrl+K", "Search everything"), ("Ctrl+Shift+M", "New mission"), ("Alt+Down", "Next entry"),
                       ("Ctrl+N", "New"), ("F2", "Change the cell"), ("Ctrl+/", "Keyboard shortcuts")):  # fmt: skip
        assert key in text
        assert words in text
    assert "Ctrl+Enter" in text
    assert "Ctrl+Return" not in text  # the same key, to whoever reads the sheet
    set_language("fr")
    assert "Ctrl+Maj+M" in shown.text.toPlainText()
    set_language("en")
    shown.close()


@pytest.mark.usefixtures("qapp")
def test_the_sheet_of_keys_prints(tmp_path: Path) -> None:
    file = tmp_path / "keys.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    key_sheet.print_on(printer)
    assert file.read_bytes().startswith(b"%PDF")


def test_every_key_on_the_sheet_exists_on_a_french_keyboard() -> None:
    for key in all_keys():
        assert not ("Ctrl" in key and "Alt" in key), key
        assert not re.search(r"Ctrl\+\d", key) or key == "Ctrl+0", key
        assert not re.fullmatch(r"\d", key), key
        assert not (set(key) & set("[]{}@~#|\\^`€")), key
        assert not QKeySequence(key).isEmpty(), key


def test_the_sheet_names_every_key_of_the_window_and_its_pages(desk: Desk) -> None:
    pages = [desk.window.stack.show_page(name) for name in desk.window.stack.places]
    desk.settle()
    commands = [*desk.window.commands.values(), *(made for page in pages for made in page.actions_.values())]
    keys = {key.toString(QKeySequence.SequenceFormat.PortableText) for made in commands for key in made.shortcuts()}
    assert keys <= {QKeySequence(key).toString() for key in all_keys()}
    assert all(place.text and place.keys for place in sheet())


def test_about_says_the_version_and_the_notices(desk: Desk) -> None:
    from desktop_app.gui.frame.about_dialog import AboutDialog

    desk.window.commands["about"].trigger()
    about = desk.window.findChild(AboutDialog)
    assert about is not None
    assert any("Passerelle" in label.text() for label in about.findChildren(QLabel))
    assert isinstance(about, QWidget)
    about.close()
