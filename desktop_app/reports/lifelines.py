"""Bars on one scale of years: what lasts how long, and what follows on what; the same drawing for page and screen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import NamedTuple

from desktop_app.reports.charts import PRINT, Drawing, Ink, Label, edge, elided, length, line, rect, text_width
from desktop_app.reports.description import Span, Timeline

ROWS_A_DRAWING = 32  # a drawing can't be broken over two pages
ROWS_A_PAGE = 38  # what an A3 sheet on its side holds below any letterhead
PITCH, TOP = 15.0, 14.0
_LARGEST = 1.8  # of lines on a large sheet
_SIZE, _ON_BAR = 7.5, 7.0


class Place(NamedTuple):
    """Where a bar stands on its drawing: a rectangle, and the place of its span among all."""

    x: float
    y: float
    width: float
    height: float
    span: int


class Strip(NamedTuple):
    """Some lines of a timeline as one drawing: what is on them, the drawing, and where its bars stand."""

    spans: tuple[Span, ...]
    drawing: Drawing
    places: tuple[Place, ...]


def timelines(chart: Timeline, width: float, *, ink: Ink = PRINT, rows: int = ROWS_A_DRAWING) -> list[Strip]:
    """Draw what lasts how long, at most so many lines to a drawing and each about as high, on one scale of years."""
    scale = _Scale.of(chart, width)
    lanes = _lanes(chart.spans)
    each = ceil(len(lanes) / max(1, ceil(len(lanes) / rows)))
    parts = [lanes[start : start + each] for start in range(0, len(lanes), each or 1)]
    return [_strip(chart, part, scale, ink) for part in parts]


def enlargement(chart: Timeline, rows: int = ROWS_A_PAGE) -> float:
    """Return how much larger the lines may be where a few of them would leave most of a page empty."""
    tall = TOP + PITCH * max(1, len(_lanes(chart.spans)))
    return max(1.0, min(_LARGEST, round(PITCH * rows / tall, 1)))


def _lanes(spans: Sequence[Span]) -> list[list[int]]:
    """Return the places of the spans on each line."""
    found: dict[tuple[bool, int], list[int]] = {}
    for place, span in enumerate(spans):
        found.setdefault((span.lane < 0, place if span.lane < 0 else span.lane), []).append(place)
    return list(found.values())


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where a day stands on a timeline: names at the left, years at the right."""

    left: float
    width: float
    first: int
    last: int

    @classmethod
    def of(cls, chart: Timeline, width: float) -> "_Scale":
        first = min((span.starts.year for span in chart.spans), default=chart.today.year)
        last = max((span.ends.year if span.ends else chart.today.year + 1 for span in chart.spans), default=first)
        return cls(min(150.0, width * 0.3), width, first, max(last, chart.today.year) + 1)

    @property
    def year(self) -> float:
        return (self.width - self.left) / (self.last - self.first)

    def at(self, day: date) -> float:
        into = (day - date(day.year, 1, 1)).days / 366
        return min(self.width, max(self.left, self.left + (day.year - self.first + into) * self.year))


def _strip(chart: Timeline, lanes: Sequence[Sequence[int]], scale: _Scale, ink: Ink) -> Strip:
    bottom = TOP + PITCH * len(lanes)
    shapes, labels = _years(scale, bottom, ink)
    places: dict[int, Place] = {}
    for row, lane in enumerate(lanes):
        y = TOP + PITCH * row
        labels.append(
            Label(0, y + 10, elided(chart.spans[lane[-1]].label, _SIZE, scale.left - 6), _SIZE, ink.text, "start")
        )
        for number in lane:
            span = chart.spans[number]
            left, right = scale.at(span.starts), scale.at(span.ends) if span.ends else scale.width
            places[number] = Place(left, y + 3, max(2.0, right - left), PITCH - 6, number)
    shapes += [one for number in places for one in _joined(chart.spans[number], places, number, ink)]
    for number, place in places.items():
        span = chart.spans[number]
        shapes += _bar(span, place, scale, ink)
        if span.code and text_width(span.code, _ON_BAR) + 4 < place.width:
            written = ink.text if span.over else ink.on_bar
            labels.append(Label(place.x + 3, place.y + 7, span.code, _ON_BAR, written, "start", bold=True))
    x = scale.at(chart.today)
    shapes.append(line(x, TOP - 2, x, bottom, stroke=ink.text, width=1, dashed=True))
    held = tuple(chart.spans[number] for number in places)
    return Strip(held, Drawing(scale.width, bottom + 4, tuple(shapes), tuple(labels)), tuple(places.values()))


def _years(scale: _Scale, bottom: float, ink: Ink) -> tuple[list[str], list[Label]]:
    every = next((years for years in (1, 2, 5, 10, 20) if years * scale.year >= 26), 50)
    shapes, labels = [], []
    for year in range(scale.first, scale.last, every):
        x = scale.at(date(year, 1, 1))
        shapes.append(line(x, TOP, x, bottom, stroke=ink.line))
        if x + text_width(str(year), 7) + 4 <= scale.width:
            labels.append(Label(x, TOP - 5, str(year), 7, ink.muted, "start"))
    return shapes, labels


def _joined(span: Span, places: Mapping[int, Place], number: int, ink: Ink) -> list[str]:
    """Draw a line from what a span follows on to the span."""
    here, before = places[number], places.get(span.follows)
    if before is None:
        return []
    end, upper, lower = before.x + before.width, before.y + before.height / 2, here.y + here.height / 2
    if here.y == before.y:
        return [line(end, upper, here.x, upper, stroke=ink.muted, width=1.2)] if here.x > end else []
    turn = here.x + 1.5
    across = [line(end, upper, turn, upper, stroke=ink.muted, width=1)] if turn > end else []
    return [*across, line(turn, upper, turn, lower, stroke=ink.muted, width=1)]


def _bar(span: Span, place: Place, scale: _Scale, ink: Ink) -> list[str]:
    colour = ink.types.get(span.code, ink.bar)
    fill, outline = (ink.over, ink.muted) if span.over else (colour, "")
    around = (place.x, place.y, place.width, place.height)
    made = [
        _arrow(*around, fill=fill, stroke=outline) if span.ends is None else rect(*around, fill=fill, stroke=outline)
    ]
    stroke, ends = ink.text if span.over else ink.on_bar, (place.x + 2, place.x + place.width - 1)
    crossed = [x for day in span.marks if ends[0] < (x := scale.at(day)) < ends[1]]
    upper, lower = place.y + 1, place.y + place.height - 1
    return [*made, *(line(x, upper, x, lower, stroke=stroke, width=1) for x in crossed)]


def _arrow(x: float, y: float, width: float, height: float, *, fill: str, stroke: str = "") -> str:
    neck, tip, middle, foot = (length(n) for n in (x + width - height / 2, x + width, y + height / 2, y + height))
    path = f"M{length(x)} {length(y)}H{neck}L{tip} {middle}L{neck} {foot}H{length(x)}Z"
    return f'<path d="{path}" fill="{fill}"{edge(stroke)}/>'
