"""What was done is said below the page: nothing that one may want to press next is hidden by it."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit, QWidget

from desktop_app.domain import ENTITIES
from desktop_app.domain.words import Words
from desktop_app.gui.theme import look
from desktop_app.gui.words import set_language
from desktop_app.store.edit import Changes
from tests.gui.frame.conftest import Desk

LONG = "This base can’t be read: the disk is full, or the folder in which it lies has gone. " * 3


def place_of(widget: QWidget, desk: Desk) -> QRect:
    """Return where a widget stands in the window."""
    return QRect(widget.mapTo(desk.window, QPoint(0, 0)), widget.size())


@pytest.mark.parametrize(("width", "height", "scale"), [(1366, 768, 1.0), (1280, 720, 1.0), (1366, 768, 1.5)])
@pytest.mark.parametrize("words", ["Mission deleted", LONG])
def test_a_notice_hides_no_control_of_any_page(desk: Desk, words: str, width: int, height: int, scale: float) -> None:
    set_language("fr")
    look.apply("light", scale)
    desk.window.resize(width, height)
    for name in ("dashboard", "mission", "reports", "history"):
        desk.window.stack.show_page(name)
        desk.settle()
        desk.program.workspace.note(words, undo=True)
        desk.settle()
        bar = desk.window.notices
        taken = place_of(bar, desk)
        for kind in (QAbstractButton, QLineEdit, QAbstractItemView):
            others = [one for one in desk.window.findChildren(kind) if one.isVisible() and not bar.isAncestorOf(one)]
            for one in others:
                seen = one.visibleRegion().boundingRect().translated(place_of(one, desk).topLeft())
                assert not seen.intersects(taken), (name, one)
        assert bar.words.heightForWidth(bar.words.width()) <= bar.words.height()
        bar.hide()


def test_undo_stands_beside_short_words(desk: Desk) -> None:
    desk.program.workspace.note("Mission deleted", undo=True)
    desk.settle()
    bar = desk.window.notices
    assert bar.undo.x() - bar.words.geometry().right() < look.px(24)
    assert bar.words.heightForWidth(bar.words.width()) < 2 * bar.words.fontMetrics().height()


def test_escape_takes_a_notice_away_wherever_the_keyboard_is(desk: Desk) -> None:
    page = desk.show("mission")
    for place in (page.list.table, page.list.filters.add, desk.window.side):
        desk.program.workspace.note("The folder is away", error=True)
        place.setFocus()
        desk.press(place, Qt.Key.Key_Escape)
        assert not desk.window.notices.isVisible()


def test_undo_goes_away_with_the_next_change_which_it_would_take_back_instead(desk: Desk) -> None:
    workspace = desk.program.workspace
    values = {"name": "Université fictive"}
    workspace.edit(Words("Essai", "Try"), lambda edit: edit.add(ENTITIES["partner"], values), done=lambda _one: None)
    workspace.note("Partner added", undo=True)
    desk.settle()
    workspace.note("Partner added", undo=True)
    assert desk.window.notices.isVisible()
    workspace.changed.emit(Changes(), None)  # a file was put on the shelf, or went back there
    assert desk.window.notices.isVisible()
    workspace.edit(Words("Essai", "Try"), lambda edit: edit.add(ENTITIES["partner"], values))
    desk.settle()
    assert not desk.window.notices.isVisible()


def test_an_error_stays_until_it_was_seen_and_something_else_is_done(desk: Desk) -> None:
    bar = desk.window.notices

    def do_something() -> None:
        values = {"name": "Université fictive"}
        desk.program.workspace.edit(Words("Essai", "Try"), lambda edit: edit.add(ENTITIES["partner"], values))
        desk.settle()

    desk.program.workspace.note("The folder is away", error=True)
    do_something()
    assert bar.isVisible()  # it was said just now
    bar._timer.setInterval(1)
    desk.program.workspace.note("The folder is away", error=True)
    desk.qtbot.wait(20)
    assert bar.isVisible()  # nobody may have been there
    do_something()
    assert not bar.isVisible()
