"""What the tests with a real LibreOffice share."""

from collections.abc import Iterator

import pytest

from tests.e2e.hands import Hands


@pytest.fixture(scope="session")
def hands() -> Iterator[Hands]:
    """One LibreOffice for all."""
    with Hands() as opened:
        yield opened
