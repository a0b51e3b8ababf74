"""A Qt binding that loses a reference to None at each call ends the program after some thousand of them."""

from __future__ import annotations

import sys
import tomllib

import PySide6
import pytest
from PySide6.QtCore import QObject, QTimer

from tests.architecture.repository import ROOT

CALLS = 20_000


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal there: the pinned version stands in")
def test_calls_that_return_nothing_lose_no_reference() -> None:
    thing, timer = QObject(), QTimer()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("name")
        timer.setInterval(10)
    assert abs(sys.getrefcount(None) - before) < CALLS // 100


def test_the_binding_is_the_one_that_was_tested() -> None:
    pinned = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    assert f"PySide6-Essentials=={PySide6.__version__}" in pinned
