"""Circles on a map: their area is in proportion to the number that stands in or beside them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import copysign, hypot, sqrt
from typing import NamedTuple

from desktop_app.reports.atlas.outlines import Box

SIZE = 11.0  # of the numbers
LEAST = 2.0  # a circle that is smaller is not seen
_ROUNDS = 14
_AIR = 1.0
# Where a number may stand beside its circle, the best first: right, below, above, left, then the corners.
_CORNER = sqrt(0.5)
_SIDES = (
    (1.0, 0.0), (0.0, 1.0), (0.0, -1.0), (-1.0, 0.0),
    (_CORNER, -_CORNER), (_CORNER, _CORNER), (-_CORNER, -_CORNER), (-_CORNER, _CORNER),
)  # fmt: skip


class Place(NamedTuple):
    """A number at a point of the picture."""

    code: str
    x: float
    y: float
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle, and where the middle of its number stands; `bare` where there is no room for the number."""

    code: str
    x: float
    y: float
    radius: float
    text: str
    inside: bool = True
    text_x: float = 0.0
    text_y: float = 0.0

    @property
    def bare(self) -> bool:
        """Whether the number is not written."""
        return not self.text

    def holds(self, x: float, y: float, around: float = 0.0) -> bool:
        """Whether a point is in the circle, or near it."""
        return hypot(x - self.x, y - self.y) <= self.radius + around


def radius_of(number: float, greatest: float, largest: float) -> float:
    """Return the radius of a number's circle, where that of the greatest number is given."""
    return max(LEAST, largest * sqrt(number / greatest)) if greatest > 0 else LEAST


def circles(places: Sequence[Place], largest: float, size: float = SIZE) -> tuple[Circle, ...]:
    """Return the circles of some numbers, the greatest first: pushed apart where they would hide each other."""
    greatest = max((place.number for place in places), default=0)
    ordered = sorted(places, key=lambda place: (-place.number, place.code))
    radii = [radius_of(place.number, greatest, largest) for place in ordered]
    middles = _apart([(place.x, place.y) for place in ordered], radii)
    found = [
        Circle(place.code, x, y, radius, place.text, text_x=x, text_y=y)
        for place, (x, y), radius in zip(ordered, middles, radii, strict=True)
    ]
    return tuple(_written(found, size))


def _apart(points: list[tuple[float, float]], radii: Sequence[float]) -> list[tuple[float, float]]:
    """Push circles that overlap away from each other, none farther than its own width from where it belongs."""
    places = [list(point) for point in points]
    for _round in range(_ROUNDS):
        order = sorted(range(len(places)), key=lambda one: places[one][0] - radii[one])
        moved = False
        for at, one in enumerate(order):
            for other in order[at + 1 :]:
                if places[other][0] - radii[other] > places[one][0] + radii[one]:
                    break
                moved |= _push(places[one], places[other], radii[one], radii[other])
        for place, point, radius in zip(places, points, radii, strict=True):
            _hold(place, point, max(2 * radius, 8.0))
        if not moved:
            break
    return [(x, y) for x, y in places]


def _push(one: list[float], other: list[float], first: float, second: float) -> bool:
    dx, dy = other[0] - one[0], other[1] - one[1]
    far = hypot(dx, dy)
    lack = first + second + 1 - far
    if lack <= 0:
        return False
    along, down = (dx / far, dy / far) if far else (0.0, 1.0)
    share = second / (first + second)  # the smaller one gives way
    one[0] -= along * lack * share
    one[1] -= down * lack * share
    other[0] += along * lack * (1 - share)
    other[1] += down * lack * (1 - share)
    return True


def _hold(place: list[float], home: tuple[float, float], most: float) -> None:
    dx, dy = place[0] - home[0], place[1] - home[1]
    far = hypot(dx, dy)
    if far > most:
        place[0], place[1] = home[0] + dx * most / far, home[1] + dy * most / far


def number_width(text: str, size: float) -> float:
    """Return how wide a number in bold figures is."""
    return sum(0.62 if char.isdigit() else 0.3 for char in text) * size


def _written(found: Sequence[Circle], size: float) -> Iterable[Circle]:
    """Write each number in its circle, else beside it, else not at all; the greatest choose first."""
    taken: list[Box] = []
    for circle in found:
        wide, high = number_width(circle.text, size), size * 0.72
        if hypot(wide / 2, high / 2) + _AIR <= circle.radius:
            yield circle
            continue
        around = circle.radius + 2
        for along, down in _SIDES:
            x = circle.x + along * around + copysign(wide / 2, along) * (along != 0)
            y = circle.y + down * around + copysign(high / 2, down) * (down != 0)
            box = Box(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
            if not any(box.meets(other) for other in taken) and not _hidden(box, circle, found):
                apart = size * 0.4  # two numbers that touch would be read as one
                taken.append(Box(box.left - apart, box.top, box.right + apart, box.bottom))
                yield replace(circle, inside=False, text_x=x, text_y=y)
                break
        else:
            yield replace(circle, text="")


def _hidden(box: Box, own: Circle, found: Sequence[Circle]) -> bool:
    """Whether another circle lies over a place: the round one, for what is free beside its corners is room as well."""
    return any(
        circle is not own
        and circle.holds(min(max(circle.x, box.left), box.right), min(max(circle.y, box.top), box.bottom))
        for circle in found
    )
