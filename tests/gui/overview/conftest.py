"""The pages of the toolkit on the demo office, as the tests of the reports page use it."""

from tests.gui.reports.conftest import demo_base, settle, show, watched, workspace

__all__ = ["demo_base", "settle", "show", "watched", "workspace"]
