"""From country to country by keys: the next one in a direction, or the one whose name begins with what was typed."""

from collections.abc import Iterable, Mapping
from math import hypot

from desktop_app.domain.text import fold
from desktop_app.reports.atlas.numbers import Row
from desktop_app.reports.atlas.outlines import Shape

_ASIDE = 2.2  # how much farther away what lies aside seems
_CONE = 0.35


def neighbour(current: str, codes: Iterable[str], shapes: Mapping[str, Shape], way: tuple[int, int]) -> str:
    """Return the country nearest in a direction; the current one where there is none."""
    (x, y), (dx, dy) = shapes[current].at, way
    ahead = []
    for code in codes:
        px, py = shapes[code].at
        along, aside = (px - x) * dx + (py - y) * dy, (px - x) * dy + (py - y) * dx
        if code != current and along > abs(aside) * _CONE:
            ahead.append((hypot(along, _ASIDE * aside), code))
    return min(ahead)[1] if ahead else current


def named(typed: str, rows: Iterable[Row]) -> str:
    """Return the first country whose name begins with some letters; nothing where none does."""
    labels = sorted((fold(row.label), row.code) for row in rows)
    return next((code for label, code in labels if label.startswith(typed)), "")
