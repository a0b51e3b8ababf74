"""The whole window, as the tests of the frame open it."""

from tests.gui.frame.conftest import demo_base, desk, program, settings

__all__ = ["demo_base", "desk", "program", "settings"]
