"""What tests of several layers share: a base of their own, copied from one made once."""

import gc
import os
import shutil
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from desktop_app import paths
from desktop_app.gui.quick_imports import import_quickly
from desktop_app.store.base import Store
from tests.made_once import MadeOnce, made_once

# Windows of tests need no screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# How long an example takes says what else the machine does; speed is measured by tests/bench.
settings.register_profile("suite", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Import as the program does, and look for no garbage in what stays for good, now or later."""
    import_quickly()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put first what the one LibreOffice handles: the worker that begins keeps it, and no other one has to start its own."""
    items.sort(key=lambda item: item.path.parent.name != "e2e" or "hands" not in getattr(item, "fixturenames", ()))


@pytest.fixture(scope="session", autouse=True)
def _folders_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads or writes the folders of the person who runs it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(paths.HOME, str(tmp_path_factory.mktemp("home")))
        yield


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> MadeOnce:
    """What makes a base of which tests take copies."""
    return made_once(tmp_path_factory)


@pytest.fixture(scope="session")
def empty_base(once: MadeOnce) -> Path:
    """A closed base of the Singapore office with the reference data; never written to, only copied."""
    return once("empty", lambda path: Store.create(path, "SIN").close())


@pytest.fixture
def base_path(empty_base: Path, tmp_path: Path) -> Path:
    """A closed base that a test may write to."""
    return Path(shutil.copy(empty_base, tmp_path / "office.passerelle"))


@pytest.fixture
def store(base_path: Path) -> Iterator[Store]:
    """An open base that a test may write to."""
    with Store.open(base_path) as opened:
        yield opened
