"""The whole window on the small demo office, as the tests of the frame use it."""

from tests.gui.frame.conftest import demo_base, desk, program, settings

__all__ = ["demo_base", "desk", "program", "settings"]
