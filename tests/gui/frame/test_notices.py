"""What was done is said below the page: nothing that one may want to press next is hidden by it."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit, QWidget

from desktop_app.gui.theme import look
from desktop_app.gui.words import set_language
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
