"""The pages of the window, in the order of the left pane. To add one: a module here and a line below.

A page's module is imported when it is first shown, so that the window paints before it. `badge` names a
function of the same module, or `module:function` of one without widgets; `badge(store) -> Badge | None` is run on the
worker after opening and after each change.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from desktop_app.gui.words import mark

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.gui.page import Page
    from desktop_app.gui.theme import Hue
    from desktop_app.gui.workspace import Workspace

Group = Literal["", "exchange", "outputs", "foot"]
GROUPS: dict[Group, str] = {"": "", "exchange": mark("Exchange"), "outputs": mark("Outputs"), "foot": ""}


class Badge(NamedTuple):
    """A number beside a page's name: plain (how many there are), or on a hue (how many wait for somebody)."""

    number: int
    hue: "Hue | None" = None
    plain: bool = False


class Place(NamedTuple):
    """A page's place in the left pane: `module` and the class `page` in it; `also`: other words by which it is sought."""

    name: str
    text: str
    icon: str
    module: str
    page: str
    group: Group = ""
    badge: str = ""
    also: str = ""

    def make(self, workspace: "Workspace", parent: "QWidget") -> "Page":
        """Import and build the page, where it will stand: Qt would style all its parts anew in another place."""
        made: Page = self._part(self.page)(workspace, parent)
        return made

    def _part(self, name: str) -> Any:
        return getattr(import_module(f"desktop_app.gui.pages.{self.module}"), name)

    def read_badge(self, store: Any) -> Badge | None:
        """Return the number to show beside the name."""
        module, _, name = self.badge.rpartition(":")
        count = getattr(import_module(f"desktop_app.gui.{module}"), name) if module else self._part(name)
        badge: Badge | None = count(store) if self.badge else None
        return badge


PLACES: tuple[Place, ...] = (
    Place("dashboard", mark("Dashboard"), "layout-dashboard", "dashboard", "DashboardPage",
          badge="dashboard.reading:count_pressing"),
    Place("partner", mark("Partners"), "landmark", "records", "PartnerPage", badge="count_partners"),
    Place("instrument", mark("Instruments"), "flask-conical", "records", "InstrumentPage", badge="count_instruments"),
    Place("mission", mark("Missions"), "plane", "records", "MissionPage", badge="count_missions"),
    Place("person", mark("People"), "users", "records", "PersonPage", badge="count_people"),
    Place("event", mark("Events"), "calendar", "records", "EventPage", badge="count_events"),
    Place("deadlines", mark("Deadlines"), "calendar-clock", "deadlines", "DeadlinesPage"),
    Place("overview", mark("Overview"), "globe", "overview", "OverviewPage"),
    Place("workbooks_out", mark("Workbooks out"), "send", "exchange", "WorkbooksOutPage", "exchange",
          "receiving.badges:count_out", mark("take back a workbook that came back return returned")),
    Place("review", mark("To review"), "git-compare", "review", "ReviewPage", "exchange",
          "receiving.badges:count_waiting", mark("take back a workbook that came back return returned")),
    Place("duplicates", mark("Duplicates"), "copy", "duplicates", "DuplicatesPage", "exchange",
          "duplicates.counting:count_likely"),
    Place("reports", mark("Reports"), "printer", "reports", "ReportsPage", "outputs"),
    Place("map", mark("Map"), "map", "map", "MapPage", "outputs"),
    Place("figures", mark("Figures"), "chart-column", "figures", "FiguresPage", "outputs"),
    Place("history", mark("History and backups"), "history", "history", "HistoryPage", "foot"),
    Place("settings", mark("Settings"), "settings", "settings", "SettingsPage", "foot"),
)  # fmt: skip

_OFTEN_ASKED = ("record_form.window", "detail.pane", "palette.palette")


def import_all() -> None:
    """Import what pages, forms and the search are made of, so that the first look at one is as fast as the next."""
    for name in (*(f"pages.{place.module}" for place in PLACES), *_OFTEN_ASKED):
        import_module(f"desktop_app.gui.{name}")
