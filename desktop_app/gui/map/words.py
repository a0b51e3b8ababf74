"""The words of the map: what it can show, and how each choice is called."""

from desktop_app.gui.lists.specs import View
from desktop_app.gui.words import mark, tr
from desktop_app.reports.atlas.counting import Topic
from desktop_app.reports.atlas.layers import Layers

SUBJECTS: tuple[Topic, ...] = ("partner", "instrument", "mission")
VIEWS = (
    View("partner", lambda: tr("Partners", "map")),
    View("instrument", lambda: tr("Instruments", "map")),
    View("mission", lambda: tr("Missions", "map")),
)
TITLES: dict[Topic, str] = {
    "partner": mark("Map of partners"), "instrument": mark("Map of instruments"), "mission": mark("Map of missions"),
}  # fmt: skip
ALL_KINDS: dict[Topic, str] = {
    "partner": mark("All kinds"), "instrument": mark("All types"), "mission": mark("In and out"),
}  # fmt: skip
LOOKS: tuple[tuple[str, Layers], ...] = (
    (mark("Shades by number"), Layers()),
    (mark("Zones of the offices"), Layers(shade="zone")),
    (mark("Zones without circles"), Layers(shade="zone", circles=False)),
    (mark("Circles only"), Layers(shade="none")),
    (mark("Circles without outlines"), Layers(shade="none", land=False)),
)


def counted(subject: Topic, number: int) -> str:
    """Say how many records of a subject there are."""
    match subject:
        case "partner":
            return tr("%n partner(s)", "", number)
        case "instrument":
            return tr("%n instrument(s)", "", number)
        case "mission":
            return tr("%n mission(s)", "", number)
