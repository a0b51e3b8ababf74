"""What stands beside words grows with them: icons inside lines, small forms that open below a button."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QToolButton

from desktop_app.domain.types import Day
from desktop_app.gui.editors.day import DayEditor
from desktop_app.gui.frame.start_dialog import StartDialog
from desktop_app.gui.icon_line import IconLine
from desktop_app.gui.lists.column_popup import ColumnPopup
from desktop_app.gui.theme import look
from tests.gui.frame.conftest import Desk, demo_base, desk, program, settings

__all__ = ["demo_base", "desk", "program", "settings"]


def _icon(line: IconLine) -> QToolButton:
    return next(one for one in line.findChildren(QToolButton) if one.property("kind") == "inside")


def test_the_icons_of_lines_grow_with_the_text_and_leave_room_to_the_words(desk: Desk) -> None:
    quick = desk.show("mission").list.filters.quick
    sought = desk.window.stack.show_page("settings").findChild(IconLine)
    assert sought is not None
    for scale, side in ((1.0, 16), (1.5, 24), (1.0, 16)):
        look.apply("light", scale)
        desk.settle()
        for line in (quick, sought):
            assert _icon(line).iconSize() == QSize(side, side)
            assert line.textMargins().left() >= side


def test_the_sign_that_empties_a_search_grows_with_the_text_and_is_seen_while_there_is_something_to_empty(
    desk: Desk,
) -> None:
    quick = desk.show("mission").list.filters.quick
    sign = max(quick.findChildren(QToolButton), key=lambda one: one.geometry().right())
    look.apply("light", 1.5)
    assert not sign.isVisible()
    desk.type(quick, "lam")
    desk.settle()
    assert sign.isVisible()
    assert sign.iconSize() == QSize(24, 24)
    assert sign.text() == "Empty the field"
    sign.click()
    desk.settle()
    assert quick.text() == ""
    assert not sign.isVisible()
    look.apply("light", 1.0)


def test_the_icon_at_the_end_of_a_day_opens_the_calendar_and_stays_at_the_end(desk: Desk) -> None:
    editor = DayEditor(Day(), desk.window)
    editor.resize(200, 30)
    editor.show()
    button = _icon(editor.line)
    assert editor.line.width() - button.geometry().right() < 10
    button.click()
    calendar = QApplication.activePopupWidget()
    assert calendar is not None
    calendar.close()
    editor.deleteLater()


def test_an_icon_that_does_nothing_now_leaves_its_room_to_the_words() -> None:
    line = IconLine()
    action = line.put_icon("external-link")
    assert line.textMargins().right() > 0
    action.setVisible(False)
    assert line.textMargins().right() == 0
    assert _icon(line).isHidden()


def test_the_choice_of_columns_hides_none_of_its_parts_at_150_percent(desk: Desk) -> None:
    look.apply("light", 1.5)
    page = desk.show("mission")
    page.list.choose_columns()
    popup = page.findChild(ColumnPopup)
    assert popup is not None
    hint = next(one for one in popup.findChildren(QLabel) if one.wordWrap())
    assert popup.names.geometry().bottom() <= hint.geometry().top()
    popup.close()
    look.apply("light", 1.0)


def test_the_button_that_enter_presses_has_a_white_icon_and_gives_it_on_with_the_keyboard(desk: Desk) -> None:
    dialog = StartDialog([], parent=desk.window)
    dialog.open()
    desk.settle()
    roles = [(way._role, way.isDefault()) for way in (dialog.open_button, dialog.demo_button)]
    assert roles == [("white", True), ("text", False)]
    dialog.demo_button.setFocus(Qt.FocusReason.TabFocusReason)
    desk.settle()
    roles = [(way._role, way.isDefault()) for way in (dialog.open_button, dialog.demo_button)]
    assert roles == [("text", False), ("white", True)]
    dialog.reject()
