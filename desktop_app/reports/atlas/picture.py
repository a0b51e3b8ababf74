"""The map as a drawing: land without borders, shades, circles with their numbers, a legend below.

Neighbours of one shade are one shape, and darker shades lie over lighter ones, so that nothing shines through where two
countries meet: no line is drawn between them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desktop_app.domain.words import Words
from desktop_app.reports.atlas.circles import SIZE, Circle, Place, circles, radius_of
from desktop_app.reports.atlas.classes import Class, class_of, classes_of
from desktop_app.reports.atlas.layers import USUAL, Layers
from desktop_app.reports.atlas.numbers import Numbers
from desktop_app.reports.atlas.outlines import WORLD, Box, Shape, clipped, framed, middle_for, middle_near, world
from desktop_app.reports.charts import Drawing, Label, rect, text_width

NO_LEGAL_VALUE = Words("Contours sans valeur juridique", "Outlines without legal value")
_NO_OFFICE = Words("Aucun bureau", "No office")
LEGEND_SIZE = 8.0
_GRID = 4  # to a point: neighbours keep their common points, and what is finer than a print is left out
_GREATEST = 0.62  # of the width of the world: a larger part is the whole of it
_HEAD, _GAP = 16.0, 6.0  # above the map and below it
_PRINT = 0.72  # of the sizes on a screen


@dataclass(frozen=True, slots=True)
class MapInk:
    """The colours of a map; those of the printed page unless a screen gives its own."""

    land: str = "#E6E9ED"
    shades: tuple[str, ...] = ("#C6DAF6", "#ABC8F0", "#8DB2E7", "#6E9CDE", "#5186D4")
    zones: tuple[str, ...] = (
        "#A9C8F5", "#F2E3B5", "#A5D6C8", "#E7BCD3", "#C9BFEC", "#E3B98F", "#CFDDA6", "#B7C3CF", "#D9A7A0", "#9DBFB0", "#D6CDB8",
    )  # fmt: skip
    circle: str = "#17468F"
    ring: str = "#FFFFFF"
    number: str = "#FFFFFF"
    text: str = "#1A222D"
    muted: str = "#566172"


PRINTED = MapInk()


class Fill(NamedTuple):
    """Countries of one colour, in the order in which they are painted."""

    colour: str
    codes: frozenset[str]


def fills(numbers: Numbers, layers: Layers, ink: MapInk) -> list[Fill]:
    """Return what is painted over the land: each shade with all that are darker, then these once more."""
    if layers.shade == "zone":
        return [Fill(colour, frozenset(numbers.zone(office))) for office, colour in zone_colours(numbers, ink).items()]
    if layers.shade == "none":
        return []
    classes = classes_of(row.number for row in numbers.rows)
    places = {row.code: class_of(row.number, classes) for row in numbers.rows}
    return [
        Fill(colour, frozenset(code for code, at in places.items() if at >= place))
        for place, colour in enumerate(shades_of(classes, ink))
    ]


def shades_of(classes: Sequence[Class], ink: MapInk) -> tuple[str, ...]:
    """Return the shades of some classes, as far from each other as they can be."""
    most = len(ink.shades) - 1
    if len(classes) == 1:
        return (ink.shades[most // 2],)
    return tuple(ink.shades[round(place * most / max(1, len(classes) - 1))] for place in range(len(classes)))


def zone_colours(numbers: Numbers, ink: MapInk) -> dict[str, str]:
    """Return the colour of each office that covers a country, the base's own office first."""
    offices = sorted(set(numbers.zones.values()), key=lambda office: (office != numbers.own, office))
    return {office: ink.zones[place % len(ink.zones)] for place, office in enumerate(offices)}


def zone_labels(numbers: Numbers, shapes: Mapping[str, Shape]) -> list[tuple[str, tuple[float, float]]]:
    """Return the towns of the offices and where each stands: on the greatest country of its zone."""
    found = []
    for office in sorted(set(numbers.zones.values())):
        held = [shapes[code] for code in numbers.zone(office) if code in shapes]
        if held:
            greatest = max(held, key=lambda shape: shape.frame.width * shape.frame.height)
            found.append((numbers.offices.get(office, office), greatest.at))
    return found


def frame_of(codes: Iterable[str], shapes: Mapping[str, Shape]) -> Box | None:
    """Return the rectangle around some countries, with some air; None where the map knows none of them."""
    boxes = [shapes[code].frame for code in codes if code in shapes]
    return framed(boxes).grown(0.07, 6) if boxes else None


def part_of(codes: Iterable[str], home: Iterable[str] = ()) -> tuple[int, Box]:
    """Return the middle and the frame of a map of some countries; where they are all over the world, `home` is in its middle."""
    held = list(codes)
    middle = middle_near(held)
    frame = frame_of(held, world(middle))
    if frame is not None and frame.width <= _GREATEST * WORLD.width:
        return middle, frame
    return middle_for(list(home) or held), WORLD


class View(NamedTuple):
    """A part of the map, scaled to a picture."""

    box: Box
    scale: float

    @classmethod
    def fitting(cls, frame: Box, width: float, tallest: float) -> "View":
        """Return the view that shows a frame as large as it can be in so much room; what is left shows more around it."""
        scale = min(width / max(1e-6, frame.width), tallest / max(1e-6, frame.height))
        height = min(tallest, max(frame.height * scale, width * 0.42))
        x, y = (frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2
        wide, high = width / scale / 2, height / scale / 2
        return cls(Box(x - wide, y - high, x + wide, y + high), scale)

    def at(self, point: tuple[float, float]) -> tuple[float, float]:
        """Return where a point of the map stands in the picture."""
        return (point[0] - self.box.left) * self.scale, (point[1] - self.box.top) * self.scale


def largest_radius(scale: float) -> float:
    """Return the radius of the greatest number's circle: smaller where the whole world is seen."""
    return max(11.0, min(24.0, 10 + 4 * scale))


def placed(numbers: Numbers, shapes: Mapping[str, Shape], view: View) -> list[Place]:
    """Return the numbers where they belong in the picture."""
    return [
        Place(row.code, *view.at(shapes[row.code].at), row.number, row.text)
        for row in numbers.rows
        if row.code in shapes
    ]


def picture(
    numbers: Numbers,
    frame: Box,
    middle: int,
    width: float,
    tallest: float,
    *,
    layers: Layers = USUAL,
    ink: MapInk = PRINTED,
    title: str = "",
) -> Drawing:
    """Draw a part of the map, with its legend below and, where there is one, its title above."""
    shapes = world(middle)
    view = View.fitting(frame, width, tallest)
    height = view.box.height * view.scale
    largest = largest_radius(view.scale) * _PRINT
    parts = _land(numbers, shapes, view, layers, ink) if layers.land else []
    labels: list[Label] = []
    if layers.shade == "zone":
        labels += [
            Label(x, y + 3, name, 8, ink.text, bold=True)
            for name, at in zone_labels(numbers, shapes)
            for x, y in (view.at(at),)
            if 0 < x < width and 8 < y < height
        ]
    if layers.circles:
        for circle in circles(placed(numbers, shapes, view), largest, SIZE * _PRINT):
            if circle.radius < circle.x < width - circle.radius and circle.radius < circle.y < height - circle.radius:
                parts.append(_circle(circle, ink))
                labels += _number(circle, ink)
    below = legend(numbers, width, largest, layers, ink)
    labels += [label._replace(y=label.y + height + _GAP) for label in below.labels]
    parts.append(f'<g transform="translate(0 {height + _GAP:.1f})">{"".join(below.shapes)}</g>')
    head = _HEAD if title else 0.0
    if title:
        parts = [f'<g transform="translate(0 {head:g})">{"".join(parts)}</g>']
        labels = [label._replace(y=label.y + head) for label in labels]
        labels.append(Label(0, 8, title, 8.5, ink.muted, "start", bold=True))
    return Drawing(width, head + height + _GAP + below.height, tuple(parts), tuple(labels))


def _land(numbers: Numbers, shapes: Mapping[str, Shape], view: View, layers: Layers, ink: MapInk) -> list[str]:
    seen = {code for code, shape in shapes.items() if shape.box.meets(view.box)}
    painted = [Fill(ink.land, frozenset(seen)), *fills(numbers, layers, ink)]
    paths = ((fill.colour, _path(seen & fill.codes, shapes, view)) for fill in painted)
    return [f'<path d="{path}" fill="{colour}" fill-rule="evenodd"/>' for colour, path in paths if path]


def _path(codes: Iterable[str], shapes: Mapping[str, Shape], view: View) -> str:
    """Return the outlines of some countries as an SVG path, as far as they are in view."""
    left, top, scale = view.box.left, view.box.top, view.scale * _GRID
    parts = []
    for code in sorted(codes):
        for ring in shapes[code].rings:
            last, kept = None, list[str]()
            for x, y in clipped(ring, view.box):
                point = (round((x - left) * scale), round((y - top) * scale))
                if point != last:
                    kept.append(f"{point[0] / _GRID:g} {point[1] / _GRID:g}")
                    last = point
            if len(kept) > 2:
                parts.append(f"M{'L'.join(kept)}Z")
    return "".join(parts)


def _circle(circle: Circle, ink: MapInk) -> str:
    return _disc(circle.x, circle.y, circle.radius, ink)


def _disc(x: float, y: float, radius: float, ink: MapInk) -> str:
    place = f'cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"'
    return f'<circle {place} fill="{ink.circle}" stroke="{ink.ring}" stroke-width="1"/>'


def _number(circle: Circle, ink: MapInk) -> list[Label]:
    if circle.bare:
        return []
    colour = ink.number if circle.inside else ink.text
    size = SIZE * _PRINT
    return [Label(circle.text_x, circle.text_y + size * 0.35, circle.text, size, colour, bold=True)]


def legend(
    numbers: Numbers,
    width: float,
    largest: float,
    layers: Layers,
    ink: MapInk,
    size: float = LEGEND_SIZE,
) -> Drawing:
    """Draw what shades and circles mean, in lines as wide as the map, and that the outlines have no legal value."""
    items: list[tuple[str, str]] = []  # what is drawn before the words, and the words
    if layers.land and layers.shade == "number":
        classes = classes_of(row.number for row in numbers.rows)
        items += [
            (colour, one.said(numbers.lang)) for one, colour in zip(classes, shades_of(classes, ink), strict=True)
        ]
    elif layers.land and layers.shade == "zone":
        items += [
            (colour, numbers.offices.get(office, office)) for office, colour in zone_colours(numbers, ink).items()
        ]
        items.append((ink.land, _NO_OFFICE.said(numbers.lang)))
    greatest = max((row.number for row in numbers.rows), default=0)
    sample = _round(greatest)
    if layers.circles and greatest:
        items.append(("circle", numbers.said(sample)))
    items.append(("", NO_LEGAL_VALUE.said(numbers.lang)))
    return _in_lines(items, width, size, radius_of(sample, greatest, largest), ink)


def _round(greatest: int) -> int:
    """Return a round number whose circle is not too large for the legend: about a third of the greatest."""
    steps = [step * 10**power for power in range(9) for step in (1, 2, 5)]
    return max((step for step in steps if step <= greatest / 2.5), default=greatest)


def _in_lines(items: Sequence[tuple[str, str]], width: float, size: float, radius: float, ink: MapInk) -> Drawing:
    shapes: list[str] = []
    labels: list[Label] = []
    line = max(size * 1.6, 2 * radius + 2)
    x, middle = 0.0, line / 2
    for sign, words in items:
        lead = 0.0 if not sign else 2 * radius + 4 if sign == "circle" else size * 1.5 + 4
        needed = lead + text_width(words, size)
        if x and x + needed > width:
            x, middle = 0.0, middle + line
        shapes += _sign(sign, x, middle, size, radius, ink)
        labels.append(Label(x + lead, middle + size * 0.35, words, size, ink.muted, "start"))
        x += needed + size * 1.4
    return Drawing(width, middle + line / 2, tuple(shapes), tuple(labels))


def _sign(sign: str, x: float, middle: float, size: float, radius: float, ink: MapInk) -> list[str]:
    if sign == "circle":
        return [_disc(x + radius, middle, radius, ink)]
    return [rect(x, middle - size / 2, size * 1.5, size, fill=sign, stroke=ink.muted)] if sign else []
