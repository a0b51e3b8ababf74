"""The country summary on one upright page: where it is too full, its lists end with how many others there are."""

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.domain.words import Words
from desktop_app.reports.description import PAPERS, Bars, PaperName, Section, Table, Text, WorldMap
from desktop_app.reports.heights import TITLE, height, room

# Rows that a list keeps however full the page is.
_LEAST = {"partners": 3, "instruments": 4}
_LOW_MAP = 130.0  # points
_RECKONED = (
    1.5  # heights are reckoned on the safe side; what is a little too high is set tighter, in letters as large as usual
)


def on_one_page(
    sections: Sequence[Section], totals: dict[str, int], lang: str, paper: PaperName
) -> tuple[Section, ...]:
    """Return the parts of a summary that stand on one page together; `totals`: how many each of its lists has."""
    made = list(sections)
    width, high = room(PAPERS[paper])
    most = (high - TITLE) * _RECKONED

    def too_high() -> bool:
        return sum(height(section, lang, width) for section in made) > most

    for step in (_without_purposes, _with_a_low_map):
        if too_high():
            made = [step(section) for section in made]
    if too_high():
        made = [section for section in made if section.name != "map"]
    while too_high():
        longer = max(made, key=_spare)
        if not _spare(longer):
            break
        made[made.index(longer)] = _shorter(longer, totals[longer.name], lang)
    return tuple(made)


def _without_purposes(section: Section) -> Section:
    """Return the missions with their chart alone."""
    charted = section.name == "missions" and any(isinstance(block, Bars) for block in section.blocks)
    return replace(section, blocks=tuple(b for b in section.blocks if not isinstance(b, Table))) if charted else section


def _with_a_low_map(section: Section) -> Section:
    blocks = tuple(
        replace(block, tallest=_LOW_MAP) if isinstance(block, WorldMap) else block for block in section.blocks
    )
    return replace(section, blocks=blocks)


def _spare(section: Section) -> int:
    """Return how many rows a list may still give away."""
    listed = section.blocks[0]
    least = _LEAST.get(section.name)
    return 0 if least is None or not isinstance(listed, Table) else max(0, len(listed.rows) - least)


def _shorter(section: Section, total: int, lang: str) -> Section:
    """Return a list without its last row, and how many others there are."""
    kept = tuple(replace(b, rows=b.rows[:-1]) for b in section.blocks if isinstance(b, Table))
    left = total - len(kept[0].rows)
    plural = "s" if left > 1 else ""
    others = Words(f"et {left} autre{plural}", f"and {left} other{plural}")
    return replace(section, blocks=(*kept, Text(others.said(lang), small=True)))
