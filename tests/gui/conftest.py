"""What all tests of the screens share: one application in the program's own style."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from desktop_app.gui.theme import STYLE


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The arguments of the application, as the program gives them."""
    return ["passerelle", *STYLE]


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown() -> Iterator[None]:
    """Delete the windows of a test with it: they would be styled anew with those of the next one."""
    yield
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
