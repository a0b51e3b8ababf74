"""What all tests of the screens share: one application in the program's own style."""

import pytest

from desktop_app.gui.theme import STYLE


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The arguments of the application, as the program gives them."""
    return ["passerelle", *STYLE]
