"""Settings: each applies as it is chosen, is kept, and is taken back from the bar at the foot."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop_app.domain import ENTITIES
from desktop_app.domain.picture import MOST, kept, looked_at
from desktop_app.domain.types import Choice
from desktop_app.gui import theme
from desktop_app.gui.editors.choice import choice_editor
from desktop_app.gui.editors.picture import ColourEditor, PictureEditor
from desktop_app.gui.frame.opening import LONG_AWAY_DAYS
from desktop_app.gui.pages.settings import SettingsPage
from desktop_app.gui.preferences.deadlines import soon
from desktop_app.gui.preferences.field_row import FieldRow
from desktop_app.gui.preferences.lists import ListDialog
from desktop_app.gui.preferences.rows import ButtonRow, ChoiceRow, FolderRow, TextRow
from desktop_app.gui.record_form.opening import close_forms
from desktop_app.gui.record_form.window import FormWindow
from desktop_app.gui.table.cells import PADDING
from desktop_app.gui.theme import DARK, LIGHT, look
from desktop_app.gui.words import lang, set_language
from desktop_app.store.queries import Filter, Query
from tests.gui.frame.conftest import Desk
from tests.strategies import SVG


def page_of(desk: Desk) -> SettingsPage:
    """The page of settings, loaded."""
    page = desk.window.stack.show_page("settings")
    desk.settle()
    assert isinstance(page, SettingsPage)
    return page


def choice(page: SettingsPage, name: str) -> ChoiceRow:
    """A row with a choice."""
    found = page.row_named(name)
    assert isinstance(found, ChoiceRow)
    return found


def take(row: ChoiceRow, value: str) -> None:
    """Choose as a user does."""
    place = row.box.findData(value)
    row.box.setCurrentIndex(place)
    row.box.activated.emit(place)


def test_theme_text_size_and_language_apply_at_once_are_kept_and_taken_back(desk: Desk) -> None:
    page = page_of(desk)
    take(choice(page, "Theme"), "dark")
    assert theme.now() is DARK
    assert desk.program.settings.text("theme") == "dark"
    assert desk.window.notices.isVisible()
    assert desk.window.notices.words.text() == "Theme: Dark"
    desk.window.notices.undo.click()
    assert theme.now() is LIGHT
    assert choice(page, "Theme").box.currentData() == "light"
    take(choice(page, "Text size"), "1.25")
    assert look.scale == 1.25
    desk.window.notices.undo.click()
    assert look.scale == 1.0
    take(choice(page, "Language"), "fr")
    assert (lang(), page.head.title.text()) == ("fr", "Réglages")
    assert choice(page, "Theme").box.itemText(2) == "Sombre"
    desk.window.notices.undo.click()
    assert (lang(), page.head.title.text()) == ("en", "Settings")


def test_keys_and_the_bar_show_on_the_page(desk: Desk) -> None:
    page = page_of(desk)
    desk.window.commands["larger"].trigger()
    assert choice(page, "Text size").box.currentData() == "1.1"
    desk.window.commands["usual_size"].trigger()
    assert choice(page, "Text size").box.currentData() == "1.0"


def test_the_first_page_is_the_one_that_was_chosen(desk: Desk) -> None:
    page = page_of(desk)
    assert desk.window.stack.first() == "settings"  # the last one
    take(choice(page, "Start page"), "mission")
    assert desk.window.stack.first() == "mission"
    take(choice(page, "Start page"), "dashboard")
    assert desk.window.stack.first() == "dashboard"


def test_the_name_of_the_office_is_a_step_that_undo_takes_back(desk: Desk) -> None:
    page = page_of(desk)
    row = page.row_named("Name in English")
    assert isinstance(row, TextRow)
    assert row.line.text() == "CNRS office in Singapore"
    row.line.setText("Fictitious office")
    row.line.editingFinished.emit()
    desk.settle()
    assert desk.window.top.office.text() == "Fictitious office"
    desk.window.notices.undo.click()
    desk.settle()
    page.load()
    desk.settle()
    assert row.line.text() == "CNRS office in Singapore"


def test_a_deadline_is_near_when_the_office_says(desk: Desk) -> None:
    page = page_of(desk)
    take(choice(page, "A deadline is near"), "30")
    desk.settle()
    assert soon.days == 30
    assert desk.store.setting("deadlines/soon_days") == "30"
    desk.window.notices.undo.click()
    desk.settle()
    assert soon.days == 120


def test_the_time_to_answer_is_proposed_in_the_next_workbook(desk: Desk) -> None:
    from datetime import date, timedelta

    from desktop_app.gui.dialogs.export import open_export

    page = page_of(desk)
    take(choice(page, "Time to answer"), "56")
    desk.settle()
    dialog = open_export(desk.window, desk.program.workspace)
    assert dialog.form.due.value() == (date.today() + timedelta(days=56)).isoformat()  # noqa: DTZ011
    dialog.close()


def test_each_copy_goes_to_the_second_place_too(desk: Desk, tmp_path: Path) -> None:
    page = page_of(desk)
    row = page.row_named("Second place")
    assert isinstance(row, FolderRow)
    assert row.place.text() == "None"
    key = tmp_path / "key"
    key.mkdir()
    row.choose(str(key))
    assert row.place.text() == str(key)
    desk.program.opening._soon.stop()  # the first copy, a while after opening, is another matter
    desk.program.opening._back_up()
    desk.settle()
    assert any(key.glob("*.passerelle"))
    row.clear.click()
    assert desk.program.settings.text("backup/second") == ""


def test_a_place_that_is_chosen_after_the_copy_of_the_day_gets_one_too(desk: Desk, tmp_path: Path) -> None:
    desk.program.opening._soon.stop()  # the copy that follows the opening is made here
    desk.program.opening._back_up()
    desk.settle()
    row = page_of(desk).row_named("Second place")
    assert isinstance(row, FolderRow)
    (key := tmp_path / "key").mkdir()
    row.choose(str(key))
    desk.program.opening._back_up()
    desk.settle()
    assert len(list(key.glob("*.passerelle"))) == 1


def test_a_second_place_that_is_long_away_is_said(desk: Desk, tmp_path: Path) -> None:
    desk.program.settings.keep("backup/second", str(tmp_path / "unplugged"))
    desk.program.settings.keep("backup/second_on", "2025-01-01")
    desk.program.opening._back_up()
    desk.settle()
    assert "has not been there for" in desk.window.notices.words.text()
    assert LONG_AWAY_DAYS == 14


def test_copies_are_made_as_often_as_was_chosen(desk: Desk) -> None:
    desk.program.opening._soon.stop()  # the first copy, a while after opening, is another matter
    take(choice(page_of(desk), "How often"), "15")
    made: list[bool] = []
    desk.window.workspace.backed_up.connect(lambda: made.append(True))
    for _minute in range(14):
        desk.program.opening._on_minute()
    desk.settle()
    assert made == []
    desk.program.opening._on_minute()
    desk.settle()
    assert len(made) == 1


def test_a_reference_list_opens_is_searched_and_changed(desk: Desk) -> None:
    page = page_of(desk)
    row = page.row_named("Types of instruments")
    assert isinstance(row, ButtonRow)
    row.button.click()
    desk.settle()
    dialog = desk.window.findChild(ListDialog)
    assert dialog is not None
    assert len(dialog.list.held) == desk.store.count(Query(ENTITIES["instrument_type"]))
    # Names go on in a second line, for which every row has the room.
    name, column = next((row.cells[1], 1) for row in dialog.list.held if row.cells[0].text == "CLUSTER")
    assert dialog.list.cells.width_of(name) > dialog.list.columnWidth(column)
    assert dialog.list.cells.height_of(name, dialog.list.columnWidth(column)) == dialog.list.rowHeight(0)
    assert len(dialog.list.cells.lines_of(name, dialog.list.columnWidth(column) - 2 * PADDING)) == 2
    painted = dialog.list.grab().toImage()
    dialog.list.set_compact(compact=True)
    assert dialog.list.grab().toImage() != painted
    dialog.list.set_compact(compact=False)
    dialog.filter.setText("gdri")
    desk.settle()
    assert {row.cells[0].text for row in dialog.list.held} >= {"GDRI", "IRN"}
    dialog.list.select(str(desk.store.resolve("instrument_type", "IRN")))
    dialog.open_button.click()
    desk.settle()
    form = dialog.findChild(FormWindow)
    assert form is not None
    assert form.form.entity is ENTITIES["instrument_type"]
    form.close()
    dialog.close()
    close_forms(desk.window)


def test_a_purpose_that_the_office_adds_in_the_settings_is_offered_in_the_next_form(desk: Desk) -> None:
    row = page_of(desk).row_named("Choices of the lists")
    assert isinstance(row, ButtonRow)
    row.button.click()
    desk.settle()
    dialog = desk.window.findChild(ListDialog)
    assert dialog is not None
    dialog.add.click()
    desk.settle()
    form = dialog.findChild(FormWindow)
    assert form is not None
    for name, value in (("of_list", "purposes"), ("name_fr", "Tournée des lycées"), ("name_en", "High school tour")):
        editor = form.form.fields.cells[name].editor
        editor.set_value(value)
        editor.changed.emit()
    form.save()
    desk.settle()
    assert [one.cells[2].text for one in dialog.list.held] == ["High school tour"]
    dialog.close()
    editor = choice_editor(Choice("purposes"))
    desk.qtbot.addWidget(editor)
    assert editor.combo.itemText(editor.combo.count() - 1) == "High school tour"
    close_forms(desk.window)


def test_search_leaves_what_holds_its_words_and_says_when_nothing_does(desk: Desk) -> None:
    page = page_of(desk)
    page.search.setText("usb")
    shown = [one.name for one in page.rows() if one.isVisible()]
    assert shown == ["Second place"]
    page.search.setText("backups")
    assert [one.name for one in page.rows() if one.isVisible()] == ["How often", "Second place", "The copies"]
    page.search.setText("zzzz")
    assert page.nothing.isVisible()
    page.search.clear()
    assert all(one.isVisible() for one in page.rows())


def test_every_row_has_words_in_both_languages(desk: Desk) -> None:
    page = page_of(desk)
    english = [(one.words.text(), one.help.text()) for one in page.rows()]
    set_language("fr")
    french = [(one.words.text(), one.help.text()) for one in page.rows()]
    set_language("en")
    assert all(words and below for words, below in [*english, *french])
    assert all(one != other for one, other in zip(english, french, strict=True))


def test_the_wheel_changes_no_setting(desk: Desk) -> None:
    page = page_of(desk)
    box = choice(page, "Theme").box
    box.setFocus()
    before = box.currentIndex()
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, turn)
    assert box.currentIndex() == before


@pytest.mark.parametrize("name", ["Return address", "Name in French", "City"])
def test_a_text_that_was_not_changed_writes_nothing(desk: Desk, name: str) -> None:
    page = page_of(desk)
    row = page.row_named(name)
    assert isinstance(row, TextRow)
    before = desk.store.journal_position()
    row.line.editingFinished.emit()
    desk.settle()
    assert desk.store.journal_position() == before
    assert desk.store.count(Query(ENTITIES["office"], (Filter("code", "is", "SIN"),))) == 1


def field_row(page: SettingsPage, name: str) -> FieldRow:
    """A row that edits a field of the office."""
    found = page.row_named(name)
    assert isinstance(found, FieldRow)
    return found


def test_the_letterhead_is_set_on_the_page_and_undo_takes_it_back(desk: Desk, tmp_path: Path) -> None:
    page = page_of(desk)
    logo, colour = field_row(page, "Logo"), field_row(page, "Colour")
    file = tmp_path / "logo.svg"
    file.write_bytes(SVG)
    assert isinstance(logo.input, PictureEditor)
    logo.input.take_file(file)
    desk.settle()
    assert isinstance(colour.input, ColourEditor)
    colour.input.line.setText("ffe000")
    colour.input.line.textEdited.emit("ffe000")
    colour.input.line.editingFinished.emit()
    desk.settle()
    office = desk.store.get(ENTITIES["office"], str(desk.store.resolve("office", "SIN"))) or {}
    assert office["logo"] == looked_at(SVG).text
    assert office["colour"] == "#FFE000"
    assert colour.note.words.text().startswith("Too light to be seen on paper")
    assert logo.input.about.text() == "SVG, 1 kB"
    desk.window.commands["undo"].trigger()
    desk.settle()
    assert (desk.store.get(ENTITIES["office"], str(office["id"])) or {})["colour"] is None


def test_a_large_picture_is_made_smaller_and_a_file_that_is_none_is_refused(desk: Desk, tmp_path: Path) -> None:
    logo = field_row(page_of(desk), "Logo")
    assert isinstance(logo.input, PictureEditor)
    large = QImage(1600, 900, QImage.Format.Format_RGB32)
    for x in range(0, 1600, 7):
        for y in range(0, 900, 5):
            large.setPixel(x, y, (x * 7919 + y * 104729) & 0xFFFFFF)
    file = tmp_path / "photo.png"
    assert large.save(str(file))
    assert file.stat().st_size > MOST
    logo.input.take_file(file)
    desk.settle()
    before = logo.input.value()
    assert looked_at(kept(str(before)).data).width > kept(str(before)).height
    wrong = tmp_path / "notes.png"
    wrong.write_text("not a picture", encoding="ascii")
    logo.input.take_file(wrong)
    assert logo.note.words.text().startswith("This picture is no PNG")
    assert logo.input.value() == before
