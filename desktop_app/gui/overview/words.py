"""How the key figures of a country, a partner, an institute or a unit are said."""

from desktop_app.gui.words import mark, tr
from desktop_app.store.subject import Kind

FIGURES = {
    "running": mark("running instruments"),
    "instruments": mark("instruments, ever"),
    "partners": mark("partners"),
    "members": mark("member institutions"),
    "missions": mark("missions in {year}"),
    "present": mark("missions today"),
    "people": mark("contacts"),
    "outputs": mark("joint outputs"),
    "events": mark("events and visits"),
    "accesses": mark("infrastructures used"),
}


def figure_words(name: str, kind: Kind, year: int) -> str:
    """Say what a key figure counts."""
    if name == "people" and kind == "institute":
        return tr("people in its units")
    if name == "people" and kind == "unit":
        return tr("of its people")
    return tr(FIGURES[name]).format(year=year)
