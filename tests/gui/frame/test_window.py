"""The frame: what stands where, what is found, what is named, and that everybody can reach it."""

import threading
import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QWidget,
)

from desktop_app.gui import theme
from desktop_app.gui.actions import button_for
from desktop_app.gui.tasks import Task
from desktop_app.gui.theme import LIGHT, look
from desktop_app.gui.words import set_language
from desktop_app.store.giving_way import give_way
from tests.gui.frame.conftest import Desk


def test_the_top_bar_says_whose_base_it_is(desk: Desk) -> None:
    assert desk.window.top.office.text() == "CNRS office in Singapore"
    assert desk.window.top.zone.text() == "10 countries"
    assert "fictitious" in desk.window.banner.text()


def test_alt_and_a_digit_change_the_page(desk: Desk) -> None:
    desk.press(desk.window, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    desk.settle()
    assert desk.window.stack.name == "mission"


def test_the_status_bar_says_who_holds_workbooks(desk: Desk) -> None:
    status = desk.window.status
    assert not status._out.isVisible()
    status.show_out(2, 1)
    assert status._out.isVisible()
    assert status._out._words.text() == "2 workbooks out, 1 late"
    set_language("fr")
    assert status._out._words.text() == "2 classeurs envoyés, 1 en retard"


def test_what_is_shown_is_said_whole_and_what_is_usual_by_icons_where_there_is_no_room_for_all(desk: Desk) -> None:
    status, sentence = (
        desk.window.status,
        "22 of 153 shown by 1 filter, sorted by End (newest first), then Status (A to Z)     1 selected",
    )
    status.show_saved(saved=True)
    status.show_backup("09:40")
    status.say(sentence)
    for width, short in ((1366, False), (status.shown.sizeHint().width() + 120, True)):
        desk.window.setMinimumWidth(0)
        desk.window.resize(width, 768)
        desk.settle()
        status.say(sentence)
        assert QLabel.text(status.shown) == sentence
        for said, words in ((status._backup, "Backup 09:40"), (status._saved, "All saved")):
            assert said._words.isHidden() is short
            assert said.toolTip() == (words if short else "")
            assert said.accessibleName() == words


def test_who_writes_much_stands_aside_while_the_window_is_painted(desk: Desk) -> None:
    order: list[str] = []
    begun = threading.Event()

    class Slow(QWidget):
        def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
            begun.set()
            time.sleep(0.05)  # who writes would be done by then
            order.append("painted")

    def write(_task: Task) -> None:
        begun.wait(5)
        give_way()
        order.append("written")

    slow = Slow(desk.window)
    desk.window.workspace.tasks.run(write)
    slow.resize(20, 20)
    slow.show()
    desk.settle()
    assert order == ["painted", "written"]


def test_under_1200_pixels_the_left_pane_shows_only_icons(desk: Desk) -> None:
    desk.window.resize(1100, 700)
    button = desk.window.side.buttons["mission"]
    assert desk.window.side.width() == 56
    assert button.text() == ""
    assert button.accessibleName().startswith("Missions")
    assert button.toolTip().startswith("Missions")
    desk.window.resize(1366, 768)
    assert desk.window.side.width() == 228
    assert button.text() == "Missions"


def test_the_theme_button_changes_the_theme_and_is_remembered(desk: Desk) -> None:
    desk.window.top.theme.click()
    assert theme.now().name == "dark"
    assert desk.program.settings.text("theme") == "dark"
    desk.window.top.theme.click()
    assert theme.now() is LIGHT


def test_text_grows_by_its_keys(desk: Desk) -> None:
    desk.window.commands["larger"].trigger()
    assert look.scale == 1.1
    assert desk.show("mission").list.table.rowHeight(0) == 53
    desk.window.commands["smaller"].trigger()
    assert look.scale == 1.0


def test_f6_goes_from_pane_to_pane_and_back(desk: Desk) -> None:
    page = desk.show("mission")
    page.host.set_open(open_=True)
    desk.settle()
    assert page.pane is not None
    page.list.table.setFocus()
    ahead = []
    for _ in range(4):
        desk.press(desk.window, Qt.Key.Key_F6)
        ahead.append(desk.window.focusWidget())
    first = ahead[0]
    assert first is not None
    assert page.pane.isAncestorOf(first)
    assert ahead[1:] == [desk.window.side.buttons["mission"], desk.window.top.search, page.list.table]
    desk.press(desk.window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert desk.window.focusWidget() is desk.window.top.search


def test_the_name_of_the_office_fits_in_both_languages(desk: Desk) -> None:
    for language in ("en", "fr"):
        set_language(language)
        desk.settle()
        assert QLabel.text(desk.window.top.office) == desk.window.top.office.text()


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_numbers_of_the_left_pane_end_below_each_other_and_are_as_wide_as_they_say(
    desk: Desk, scale: float
) -> None:
    size = desk.window.size()
    look.apply(look.mode, scale)
    desk.window.resize(2000, 1000)
    try:
        desk.show("mission")
        desk.settle()
        shown = [button for button in desk.window.side.buttons.values() if button.badge.isVisible()]
        assert len(shown) >= 4
        for button in shown:
            assert button.width() - button.badge.geometry().right() - 1 == 10
            assert button.badge.size() == button.badge.sizeHint()
    finally:
        desk.window.resize(size)
        look.apply(look.mode, 1.0)


def test_a_narrow_left_pane_shows_what_waits_in_the_corner_of_its_icon(desk: Desk) -> None:
    size = desk.window.size()
    desk.window.resize(1100, 800)
    try:
        desk.show("mission")
        desk.settle()
        for name, waits in (("dashboard", True), ("partner", False)):  # a total is no call to do something
            button = desk.window.side.buttons[name]
            whole, count = button.grab().toImage(), button._count
            assert count is not None
            assert count.number
            button.show_badge(None)
            bare = button.grab().toImage()
            button.show_badge(count)
            changed = [
                (x, y)
                for x in range(whole.width())
                for y in range(whole.height())
                if whole.pixel(x, y) != bare.pixel(x, y)
            ]
            assert bool(changed) == waits
            assert all(x >= whole.width() // 3 and y <= whole.height() * 2 // 3 for x, y in changed)
    finally:
        desk.window.resize(size)


def test_the_buttons_of_the_top_bar_keep_their_room_and_the_search_field_says_less_where_it_is_short(
    desk: Desk,
) -> None:
    size = desk.window.size()
    try:
        desk.window.resize(1440, 900)
        desk.settle()
        search, tools = desk.window.top.search, desk.window.top.tools
        assert search.text() == "Search partners, instruments, missions…"
        look.apply(look.mode, 1.5)
        desk.window.resize(1100, 720)
        desk.settle()
        assert search.text() == "Search…"
        assert all(tool.visibleRegion().boundingRect().size() == tool.size() for tool in tools)
    finally:
        look.apply(look.mode, 1.0)
        desk.window.resize(size)


def test_a_button_that_goes_off_leaves_the_keyboard_to_the_list(desk: Desk) -> None:
    page = desk.show("mission")
    made = page.actions_["duplicate"]
    button = button_for(made)
    page.head.offer(button)
    button.show()
    button.setFocus()
    assert button.hasFocus()
    page.list.table.clearSelection()
    page.actions_.refresh()
    assert not button.isEnabled()
    assert page.list.table.hasFocus()


def test_icons_grow_with_the_words_beside_them_and_the_name_of_the_office_stays_whole(desk: Desk) -> None:
    size = desk.window.size()
    desk.window.resize(1440, 900)
    page = desk.show("instrument")
    buttons = [one for one in page.findChildren(QPushButton) if one.isVisible() and not one.icon().isNull()]
    assert buttons
    before = [button.iconSize().height() for button in buttons]
    look.apply(look.mode, 1.5)
    try:
        desk.settle()
        assert [button.iconSize().height() for button in buttons] == [round(1.5 * height) for height in before]
        assert QLabel.text(desk.window.top.office) == desk.window.top.office.text()
    finally:
        look.apply(look.mode, 1.0)
        desk.window.resize(size)


def test_a_window_that_a_small_screen_would_cut_fills_it_at_its_first_start(desk: Desk) -> None:
    room = desk.window.screen().availableGeometry().size()
    desk.window.setMinimumSize(1, 1)
    desk.window.resize(room.width() - 100, room.height() - 100)
    desk.window.fill_small_screen()
    assert not desk.window.isMaximized()
    desk.window.resize(room.width(), room.height() - 10)
    desk.window.fill_small_screen()
    assert desk.window.isMaximized()
