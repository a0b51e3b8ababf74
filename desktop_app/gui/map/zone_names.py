"""Where the names of the offices stand on their zones: beside the circles and beside each other."""

from collections.abc import Collection, Iterable
from itertools import product
from math import hypot
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
    named, numbers = list(labels), [_number(one, metrics) for one in circles if not (one.inside or one.bare)]
    for name, zone in named:
        width = metrics.horizontalAdvance(name)
        below = metrics.height() if circles else metrics.capHeight() / 2
        left, right, near = held.left() + 6, held.right() - width - 6, zone.x() - width / 2
        inside = left - 2 * width < near < right + 2 * width  # of those in sight, the whole name is
        at = QPointF(min(max(near, left), right) if inside else near, zone.y() + below - metrics.ascent())
        wanted = QRectF(at.x(), at.y(), width, metrics.height())
        others = [*numbers, *(one.place for one in found)]
        if (near_by := beside(wanted, circles, others)) is not None:
            found.append(Named(name, zone, near_by))
            continue
        places = (one for one in _afar(wanted, zone) if held.contains(one) and _free(one, circles, others))
        # Where it is nearer to another zone, it would name that one.
        own = (one for one in places if all(_from(one, zone) <= _from(one, other) for _name, other in named))
        if far := next(own, None):
            found.append(Named(name, zone, far, led=_from(far, zone) > metrics.capHeight()))
    return found


def beside(name: QRectF, circles: Collection[Circle], others: Collection[QRectF]) -> QRectF | None:
    """Return a name's place moved down or up until it covers no circle and no other name; None where it always does."""
    moved = (name.translated(0, halves * name.height() / 2) for halves in _NEAR)
    return next((one for one in moved if _free(one, circles, others)), None)


def _afar(name: QRectF, zone: QPointF) -> list[QRectF]:
    """Return places to which a line may lead, the nearest to the zone first; with none of them the legend alone names it."""
    moved = (
        name.translated(aside * name.width(), halves * name.height() / 2)
        for halves, aside in product((*_NEAR, *_FAR), _ASIDE)
    )
    return sorted(moved, key=lambda place: _from(place, zone))


def _from(place: QRectF, point: QPointF) -> float:
    """Return how far a place is from a point."""
    across = max(place.left() - point.x(), 0.0, point.x() - place.right())
    return hypot(across, max(place.top() - point.y(), 0.0, point.y() - place.bottom()))


def _number(circle: Circle, metrics: QFontMetricsF) -> QRectF:
    """Return where the number beside a circle stands."""
    width, height = metrics.horizontalAdvance(circle.text), metrics.capHeight()
    return QRectF(circle.text_x - width / 2, circle.text_y - height / 2, width, height)


def _free(name: QRectF, circles: Collection[Circle], others: Collection[QRectF]) -> bool:
    return not any(_covers(name, one) for one in circles) and not any(name.intersects(one) for one in others)


def _covers(rect: QRectF, circle: Circle) -> bool:
    nearest_x = min(max(circle.x, rect.left()), rect.right())
    nearest_y = min(max(circle.y, rect.top()), rect.bottom())
    return circle.holds(nearest_x, nearest_y, 2)
