"""Charts from plain descriptions, without Qt: the same drawing for the page and for the screen.

A drawing is shapes as SVG and the texts that stand on them: a screen takes both as one SVG (`Drawing.svg`), a page
sets the texts itself, since only so letters of every script are shaped and read aloud rightly. Lengths are points.
Colours differ in lightness, not only in hue: a grey print says the same.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Literal, NamedTuple
from unicodedata import east_asian_width

from desktop_app.reports.description import Bars, Number, said

Anchor = Literal["start", "middle"]


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours of a chart; those of the printed page unless a screen gives its own."""

    bar: str = "#1D5BB8"
    over: str = "#C9D3E0"
    text: str = "#1A222D"
    muted: str = "#566172"
    line: str = "#C5CCD6"
    types: Mapping[str, str] = field(default_factory=dict)  # of bars that stand for a type of instrument
    on_bar: str = "#FFFFFF"  # what is written on a bar


PRINT = Ink()


class Label(NamedTuple):
    """A text on a drawing: its baseline starts at a point, or has its middle there."""

    x: float
    y: float
    text: str
    size: float
    fill: str
    anchor: Anchor = "middle"
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart: its size in points, its shapes and the texts on them."""

    width: float
    height: float
    shapes: tuple[str, ...]
    labels: tuple[Label, ...]

    def svg(self, *, labels: bool = True, family: str = "") -> str:
        """Return the drawing as SVG text, with its labels or for a writer that sets them itself."""
        texts = [_text(label) for label in self.labels] if labels else []
        wide, high = length(self.width), length(self.height)
        size = f'width="{wide}" height="{high}" viewBox="0 0 {wide} {high}"'
        font = f' font-family="{escape(family)}"' if family else ""
        return f'<svg xmlns="http://www.w3.org/2000/svg" {size}{font}>{"".join([*self.shapes, *texts])}</svg>'

    def enlarged(self, times: float) -> "Drawing":
        """Return the same drawing, so many times as large."""
        if times == 1:
            return self
        shapes = (f'<g transform="scale({length(times)})">', *self.shapes, "</g>")
        labels = (one._replace(x=one.x * times, y=one.y * times, size=one.size * times) for one in self.labels)
        return Drawing(self.width * times, self.height * times, shapes, tuple(labels))


def length(value: float) -> str:
    """Return a length as SVG writes it."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _text(label: Label) -> str:
    weight = ' font-weight="700"' if label.bold else ""
    return (
        f'<text x="{length(label.x)}" y="{length(label.y)}" font-size="{length(label.size)}" fill="{label.fill}"'
        f' text-anchor="{label.anchor}"{weight}>{escape(label.text)}</text>'
    )


def edge(stroke: str) -> str:
    """Return the outline of a shape as SVG."""
    return f' stroke="{stroke}" stroke-width="0.75"' if stroke else ""


def rect(x: float, y: float, width: float, height: float, *, fill: str, stroke: str = "", round_: float = 0) -> str:
    """Return a rectangle as SVG; `round_` is the radius of its corners."""
    place = f'x="{length(x)}" y="{length(y)}" width="{length(width)}" height="{length(height)}"'
    corner = f' rx="{length(min(round_, width / 2, height / 2))}"' if round_ else ""
    return f'<rect {place}{corner} fill="{fill}"{edge(stroke)}/>'


def line(x1: float, y1: float, x2: float, y2: float, *, stroke: str, width: float = 0.5, dashed: bool = False) -> str:
    """Return a line as SVG."""
    dashes = ' stroke-dasharray="2 2"' if dashed else ""
    ends = f'x1="{length(x1)}" y1="{length(y1)}" x2="{length(x2)}" y2="{length(y2)}"'
    return f'<line {ends} stroke="{stroke}" stroke-width="{length(width)}"{dashes}/>'


def text_width(text: str, size: float) -> float:
    """Return about how wide a text is: East Asian characters are square, others a little over half as wide."""
    return sum(1.0 if east_asian_width(char) in "WF" else 0.58 for char in text) * size


def elided(text: str, size: float, room: float) -> str:
    """Return a text that fits into a width, ended with … where it was too long."""
    if text_width(text, size) <= room:
        return text
    while text and text_width(f"{text}…", size) > room:
        text = text[:-1]
    return f"{text.rstrip()}…"


def bars(chart: Bars, width: float, *, lang: str, ink: Ink = PRINT) -> Drawing:
    """Draw bars with their number above and their label below."""
    values = [_value(bar.figure.value) for bar in chart.bars]
    top, tall, label, below = 12.0, 78.0, 11.0, 10.0
    highest = max(values, default=0) or 1
    step = width / max(1, len(values))
    thick = min(26.0, step * 0.64)
    base = top + tall
    size = min(7.5, step * 0.36)
    shapes, labels = [line(0, base, width, base, stroke=ink.line, width=0.75)], []
    for place, (bar, value) in enumerate(zip(chart.bars, values, strict=True)):
        middle = step * (place + 0.5)
        if value:
            high = max(1.0, tall * value / highest)
            shapes.append(rect(middle - thick / 2, base - high, thick, high, fill=ink.bar))
            labels.append(Label(middle, base - high - 3, said(bar.figure.value, lang), size, ink.text, bold=True))
        labels.append(Label(middle, base + label, elided(bar.label, size, step), size, ink.text))
        if bar.below:
            labels.append(Label(middle, base + label + below, bar.below, size, ink.muted))
    height = base + label + (below if any(bar.below for bar in chart.bars) else 0) + 4
    return Drawing(width, height, tuple(shapes), tuple(labels))


def _value(number: Number) -> float:
    return float(number if isinstance(number, int) else number.amount)
