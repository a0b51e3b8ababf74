"""The map on the demo office, as the tests of the reports page use it."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.gui.reports.conftest import demo_base, settle, watched, workspace

__all__ = ["demo_base", "settle", "show", "watched", "workspace"]


@pytest.fixture
def show(qtbot: QtBot) -> Callable[[QWidget], None]:
    """Show a widget in a window of the smallest laptop's size."""

    def shown(widget: QWidget) -> None:
        qtbot.addWidget(widget)
        widget.resize(1138, 690)
        with qtbot.waitExposed(widget):
            widget.show()

    return shown
