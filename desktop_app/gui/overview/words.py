"""How the key figures of a country, a partner, an institute or a unit are said."""

from collections.abc import Callable

from desktop_app.gui.words import tr
from desktop_app.store.subject import Kind

# Below a number, which stands above them on its own.
FIGURES: dict[str, Callable[[int], str]] = {
    "running": lambda n: tr("running instrument(s)", "", n),
    "instruments": lambda n: tr("instrument(s) in all", "", n),
    "partners": lambda n: tr("partner(s)", "", n),
    "members": lambda n: tr("member institution(s)", "", n),
    "missions": lambda n: tr("mission(s) in {year}", "", n),
    "present": lambda n: tr("mission(s) today", "", n),
    "people": lambda n: tr("contact(s)", "", n),
    "outputs": lambda n: tr("joint output(s)", "", n),
    "events": lambda n: tr("event(s) and visit(s)", "", n),
    "accesses": lambda n: tr("infrastructure(s) used", "", n),
}


def figure_words(name: str, kind: Kind, year: int, number: int) -> str:
    """Say what a key figure counts."""
    if name == "people" and kind == "institute":
        return tr("person(s) in its units", "", number)
    if name == "people" and kind == "unit":
        return tr("person(s) of the unit", "", number)
    return FIGURES[name](number).format(year=year)
