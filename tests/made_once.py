"""Bases of which tests take copies, made once for all the processes that share the tests."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from filelock import FileLock

from desktop_app.demo.office import fill_demo
from desktop_app.store.base import Store

Make = Callable[[Path], object]
MadeOnce = Callable[[str, Make], Path]


def made_once(factory: pytest.TempPathFactory) -> MadeOnce:
    """Return what makes a base by its name and how to make it: the first process that asks does, the others wait for it."""
    own = factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

    def made(name: str, make: Make) -> Path:
        path = shared / f"{name}.passerelle"
        with FileLock(f"{path}.made"):
            if not path.exists():
                begun = path.with_suffix(".begun")
                make(begun)
                begun.replace(path)
        return path

    return made


def demo_office(path: Path, missions: int, today: date | None = None) -> None:
    """Make a closed base of the demo office."""
    with Store.create(path, "SIN", demo=True) as store:
        fill_demo(store, missions, today=today)
