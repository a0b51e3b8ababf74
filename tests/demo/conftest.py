"""One demo office, made once."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop_app.demo.office import fill_demo
from desktop_app.store.base import Store

TODAY = date(2025, 11, 24)


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The demo office of Singapore as it opens by default."""
    with made(tmp_path_factory.mktemp("demo") / "demo.passerelle") as store:
        yield store


def made(path: Path, office: str = "SIN", missions: int = 400, seed: int = 1) -> Store:
    """Make a demo base for a fixed day."""
    store = Store.create(path, office, demo=True)
    fill_demo(store, missions, seed, today=TODAY)
    return store
