"""Bars that compare: one beside the other, in ranks below each other, in pairs; each knows where it stands.

The same drawing for the screen, the page and a picture that is copied; colours come as an `Ink`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desktop_app.reports.charts import PRINT, Drawing, Ink, Label, elided, line, rect, text_width

SMALL, PLAIN = 11.0, 12.0
_ROW, _BAR = 24.0, 12.0


class Item(NamedTuple):
    """A label with one number, or one for each series; `said` is how each number is written, `hue` a colour of its own."""

    label: str
    values: tuple[float, ...]
    said: tuple[str, ...]
    hue: str = ""


class Spot(NamedTuple):
    """Where a bar can be pointed at: a rectangle, the item and the series."""

    x: float
    y: float
    width: float
    height: float
    item: int
    series: int


@dataclass(frozen=True, slots=True)
class BarChart:
    """A drawing, and where its bars stand."""

    drawing: Drawing
    spots: tuple[Spot, ...]


def ranks(items: Sequence[Item], width: float, ink: Ink = PRINT, legend: Sequence[str] = ()) -> BarChart:
    """Draw items below each other, the label before the bar and the number after it; several series in thinner bars."""
    series = max((len(item.values) for item in items), default=1)
    bar, pitch = (_BAR, _ROW) if series == 1 else (9.0, 14.0 + 11.0 * series)
    left = min(width * 0.6, max((text_width(item.label, PLAIN) for item in items), default=0) * 1.08 + 12)
    numbers = max((text_width(one, PLAIN) for item in items for one in item.said), default=0) + 12
    room = max(20.0, width - left - numbers)
    highest = max((value for item in items for value in item.values), default=0) or 1
    top = 22.0 if legend else 0.0
    shapes, labels, spots = _legend(legend, left, ink)
    for place, item in enumerate(items):
        y = top + pitch * place
        middle = y + pitch / 2
        labels.append(Label(0, middle + 4, elided(item.label, PLAIN, left - 8), PLAIN, ink.text, "start"))
        first = middle - (bar * series + 2 * (series - 1)) / 2
        for number, value in enumerate(item.values):
            at, long = first + number * (bar + 2), max(2.0 if value else 0.0, room * value / highest)
            shapes.append(rect(left, at, long, bar, fill=item.hue or _colour(ink, number), round_=2))
            labels.append(Label(left + long + 6, at + bar / 2 + 4, item.said[number], PLAIN, ink.muted, "start"))
            tall = bar + 2 if series > 1 else pitch
            spots.append(Spot(0, middle - pitch / 2 if series == 1 else at - 1, width, tall, place, number))
    return BarChart(Drawing(width, top + pitch * len(items), tuple(shapes), tuple(labels)), tuple(spots))


def columns(
    items: Sequence[Item], width: float, ink: Ink = PRINT, legend: Sequence[str] = (), tall: float = 130.0
) -> BarChart:
    """Draw items one beside the other, the number above the bar and the label below."""
    series = max((len(item.values) for item in items), default=1)
    highest = max((value for item in items for value in item.values), default=0) or 1
    step = width / max(1, len(items))
    longest = max((text_width(one, SMALL) for item in items for one in item.said), default=0)
    tilted = longest > step / series
    thick = min(30.0, step * 0.62 / series)
    head = 22.0 if legend else 0.0
    top = head + 16.0
    base = top + tall
    shapes, labels, spots = _legend(legend, 0, ink)
    shapes.append(line(0, base, width, base, stroke=ink.line, width=1))
    for place, item in enumerate(items):
        middle = step * (place + 0.5)
        first = middle - thick * series / 2
        for number, value in enumerate(item.values):
            high = max(1.5 if value else 0.0, tall * value / highest)
            x = first + number * thick
            shapes.append(rect(x + 0.5, base - high, thick - 1, high, fill=item.hue or _colour(ink, number), round_=2))
            if not tilted or value == highest:
                labels.append(Label(x + thick / 2, base - high - 5, item.said[number], SMALL, ink.text))
            spots.append(Spot(x, top - 14, thick, tall + 32, place, number))
        labels.append(Label(middle, base + 16, elided(item.label, SMALL, step), SMALL, ink.muted))
    return BarChart(Drawing(width, base + 22, tuple(shapes), tuple(labels)), tuple(spots))


def _colour(ink: Ink, number: int) -> str:
    return ink.bar if number == 0 else ink.over


def _legend(names: Sequence[str], left: float, ink: Ink) -> tuple[list[str], list[Label], list[Spot]]:
    shapes, labels, x = [], [], left
    for number, name in enumerate(names):
        shapes.append(rect(x, 2, 10, 10, fill=_colour(ink, number), round_=2))
        labels.append(Label(x + 15, 11, name, SMALL, ink.muted, "start"))
        x += 15 + text_width(name, SMALL) + 18
    return shapes, labels, []
