"""Where the names of the offices stand on their zones: beside the circles and beside each other."""

from collections.abc import Collection, Iterable
from itertools import product
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF

from desktop_app.reports.atlas.circles import Circle

_NEAR = (0, 1, -1, 2, -2, 3, -3)  # halves of its height, down and up: farther away it would name another zone
_FAR = tuple(sign * halves for halves in range(4, 13) for sign in (1, -1))
_ASIDE = (0.0, 0.5, -0.5, 1.0, -1.0)  # of its width


class Named(NamedTuple):
    """A name, its zone, and where it stands; `led` where that is so far from the zone that a line leads there."""

    name: str
    zone: QPointF
    place: QRectF
    led: bool = False

    @property
    def foot(self) -> QPointF:
        """Where the line from the zone meets the name."""
        place, zone = self.place, self.zone
        return QPointF(min(max(zone.x(), place.left()), place.right()), min(max(zone.y(), place.top()), place.bottom()))


def placed(
    labels: Iterable[tuple[str, QPointF]], metrics: QFontMetricsF, held: QRectF, circles: Collection[Circle]
) -> list[Named]:
    """Return where names stand in what is seen of the map; the first ones have the first choice."""
    found: list[Named] = []
    for name, zone in labels:
        width = metrics.horizontalAdvance(name)
        below = metrics.height() if circles else metrics.capHeight() / 2
        left, right, near = held.left() + 6, held.right() - width - 6, zone.x() - width / 2
        inside = left - 2 * width < near < right + 2 * width  # of those in sight, the whole name is
        at = QPointF(min(max(near, left), right) if inside else near, zone.y() + below - metrics.ascent())
        wanted, others = QRectF(at.x(), at.y(), width, metrics.height()), [one.place for one in found]
        if (near_by := beside(wanted, circles, others)) is not None:
            found.append(Named(name, zone, near_by))
        elif (far := _afar(wanted, circles, others, held)) is not None:
            found.append(Named(name, zone, far, led=True))
    return found


def beside(name: QRectF, circles: Collection[Circle], others: Collection[QRectF]) -> QRectF | None:
    """Return a name's place moved down or up until it covers no circle and no other name; None where it always does."""
    moved = (name.translated(0, halves * name.height() / 2) for halves in _NEAR)
    return next((one for one in moved if _free(one, circles, others)), None)


def _afar(name: QRectF, circles: Collection[Circle], others: Collection[QRectF], held: QRectF) -> QRectF | None:
    """Return the nearest free place in what is seen, to which a line leads; else the legend alone names the zone."""
    moved = (
        name.translated(aside * name.width(), halves * name.height() / 2)
        for halves, aside in product((*_NEAR, *_FAR), _ASIDE)
    )
    return next((one for one in moved if held.contains(one) and _free(one, circles, others)), None)


def _free(name: QRectF, circles: Collection[Circle], others: Collection[QRectF]) -> bool:
    return not any(_covers(name, one) for one in circles) and not any(name.intersects(one) for one in others)


def _covers(rect: QRectF, circle: Circle) -> bool:
    nearest_x = min(max(circle.x, rect.left()), rect.right())
    nearest_y = min(max(circle.y, rect.top()), rect.bottom())
    return circle.holds(nearest_x, nearest_y, 2)
