"""The outlines of countries, projected; nothing is drawn across the line where the map is cut, half round the globe.

A map of the world has its middle at one of two meridians, whose opposites run through the sea: 11° E (the cut passes the
Bering Strait) and 150° E (the cut passes between the Americas and Africa). A part of it has the middle that is nearest, so
that nothing leans. What lies on both sides of the cut becomes two pieces.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from math import atan2, cos, degrees, radians, sin
from typing import Any, NamedTuple

from desktop_app.paths import resources
from desktop_app.reports.atlas.equal_earth import HEIGHT, WIDTH, projected, row

Point = tuple[float, float]
Ring = tuple[Point, ...]
Grid = list[tuple[int, int]]  # hundredths of a degree
MIDDLES = (11, 150)  # degrees east
_APART = 15  # degrees between the middles of parts
_HALF, _TURN, _STEP = 18_000, 36_000, 200
_NEAR = 40  # what is farther from a country's circle is not in its frame: islands on the other side of the map
NOWHERE = ""  # land that is counted with no country


class Box(NamedTuple):
    """A rectangle of the map."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """How high it is."""
        return self.bottom - self.top

    def meets(self, other: "Box") -> bool:
        """Whether two rectangles have a point in common."""
        return (
            self.left <= other.right
            and other.left <= self.right
            and self.top <= other.bottom
            and other.top <= self.bottom
        )

    def grown(self, share: float, least: float = 0) -> "Box":
        """Return a rectangle with so much more on each side, of its own size or at least."""
        x, y = max(self.width * share, least), max(self.height * share, least)
        return Box(self.left - x, self.top - y, self.right + x, self.bottom + y)


WORLD = Box(-WIDTH / 2, -HEIGHT / 2, WIDTH / 2, HEIGHT / 2)


class Shape(NamedTuple):
    """A country: where its circle stands, its rings with a box around each, the frame of its greatest parts, and of all."""

    code: str
    at: Point
    rings: tuple[Ring, ...]
    boxes: tuple[Box, ...]
    frame: Box
    box: Box


def middle_for(codes: Iterable[str]) -> int:
    """Return the middle of the map of the world from which some countries are least far."""
    held = _longitudes(codes)
    return min(MIDDLES, key=lambda middle: sum(abs(turned(longitude - middle)) for longitude in held))


def middle_near(codes: Iterable[str]) -> int:
    """Return the middle of a map of some countries alone."""
    held = [radians(longitude) for longitude in _longitudes(codes)]
    mean = degrees(atan2(sum(map(sin, held)), sum(map(cos, held)))) if held else MIDDLES[0]
    return round(turned(_APART * round(mean / _APART)))


def _longitudes(codes: Iterable[str]) -> list[float]:
    return [one for code in codes if (one := longitude_of(code)) is not None]


def turned(longitude: float) -> float:
    """Return a longitude between 180° west and 180° east."""
    return (longitude + 180) % 360 - 180


def longitude_of(code: str) -> float | None:
    """Return where a country's circle stands, in degrees east; None for one that the map does not know."""
    held = _file().get(code)
    return held["at"][0] / 100 if held else None


@lru_cache(maxsize=8)
def world(middle: int) -> dict[str, Shape]:
    """Return the shapes of all countries by code, on a map with its middle at a meridian."""
    return {code: _shape(code, held, middle * 100) for code, held in _file().items()}


def framed(boxes: Iterable[Box]) -> Box:
    """Return the rectangle around some others; the whole world around none."""
    held = list(boxes)
    if not held:
        return WORLD
    return Box(
        min(box.left for box in held), min(box.top for box in held),
        max(box.right for box in held), max(box.bottom for box in held),
    )  # fmt: skip


def clipped(ring: Ring, box: Box) -> Sequence[Point]:
    """Return the part of a ring that lies in a rectangle; nothing where none does."""
    around = box_of(ring)
    if not around.meets(box):
        return ()
    found: Sequence[Point] = ring
    if around.left < box.left:
        found = _at_edge(found, 0, box.left, 1)
    if around.right > box.right:
        found = _at_edge(found, 0, box.right, -1)
    if around.top < box.top:
        found = _at_edge(found, 1, box.top, 1)
    if around.bottom > box.bottom:
        found = _at_edge(found, 1, box.bottom, -1)
    return found


def _at_edge(points: Sequence[Point], axis: int, edge: float, side: int) -> list[Point]:
    """Return the part of a ring on one side of a line across (axis 0) or along (1) the page."""
    found: list[Point] = []
    for one, other in pairwise([*points[-1:], *points]):
        before, after = (one[axis] - edge) * side, (other[axis] - edge) * side
        if (before < 0) != (after < 0):
            share = before / (before - after)
            crossing = [one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share]
            crossing[axis] = edge
            found.append((crossing[0], crossing[1]))
        if after >= 0:
            found.append(other)
    return found


@cache
def _file() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = json.loads((resources() / "map" / "outlines.json").read_text(encoding="utf-8"))
    return found


def _shape(code: str, held: dict[str, Any], middle: int) -> Shape:
    x, y = held["at"]
    at = projected(turned((x - middle) / 100), y / 100)
    rings: list[Ring] = []
    main = 0  # how many of the first pieces
    for number, steps in enumerate(held["rings"]):
        rings += [_projected(piece) for piece in cut(_walked(steps, middle))]
        main = len(rings) if number < held["main"] else main
    boxes = tuple(box_of(ring) for ring in rings)
    near = [box for box in boxes[:main] if box.left - _NEAR <= at[0] <= box.right + _NEAR]
    point = Box(*at, *at)
    return Shape(code, at, tuple(rings), boxes, framed(near) if near else point, framed(boxes) if boxes else point)


def _walked(steps: Sequence[int], middle: int) -> Grid:
    """Return the points of a ring, their longitude counted from the middle meridian."""
    x, y = steps[0] - middle, steps[1]
    points = [(x, y)]
    for number in range(2, len(steps), 2):
        dx, dy = steps[number], steps[number + 1]
        if abs(dy) > _STEP:  # what is straight on the globe is bent on the map
            parts = abs(dy) // _STEP + 1
            points += [(x + dx * part // parts, y + dy * part // parts) for part in range(1, parts)]
        x, y = x + dx, y + dy
        points.append((x, y))
    return points


def cut(points: Grid) -> Iterator[Grid]:
    """Yield the pieces of a ring between the two edges of the map."""
    west, east = min(x for x, _y in points), max(x for x, _y in points)
    for turn in (-_TURN, 0, _TURN):
        if west + turn >= _HALF or east + turn <= -_HALF:
            continue
        piece = [(x + turn, y) for x, y in points] if turn else points
        if west + turn < -_HALF:
            piece = _beyond(piece, -_HALF, 1)
        if east + turn > _HALF:
            piece = _beyond(piece, _HALF, -1)
        if len(piece) > 2:
            yield piece


def _beyond(points: Grid, edge: int, side: int) -> Grid:
    """Return the part of a ring on one side of an edge of the map; along the edge it follows the meridian."""
    found: Grid = []
    for (x1, y1), (x2, y2) in pairwise([points[-1], *points]):
        before, after = (x1 - edge) * side, (x2 - edge) * side
        if (before < 0) != (after < 0):
            found.append((edge, round(y1 + (y2 - y1) * (edge - x1) / (x2 - x1))))
        if after >= 0:
            found.append((x2, y2))
    return [point for pair in pairwise([*found[-1:], *found]) for point in _along(*pair, edge)]


def _along(start: tuple[int, int], end: tuple[int, int], edge: int) -> Grid:
    """Return the end of a line, and before it points on the meridian, which is bent on the map."""
    if start[0] != edge or end[0] != edge or abs(end[1] - start[1]) <= _STEP:
        return [end]
    step = _STEP if end[1] > start[1] else -_STEP
    return [*((edge, y) for y in range(start[1] + step, end[1], step)), end]


def _projected(points: Grid) -> Ring:
    rows = [row(y) for _x, y in points]
    return tuple((degree * x / 100, height) for (x, _y), (degree, height) in zip(points, rows, strict=True))


def box_of(ring: Ring) -> Box:
    """Return the frame of a ring."""
    xs, ys = [x for x, _y in ring], [y for _x, y in ring]
    return Box(min(xs), min(ys), max(xs), max(ys))
