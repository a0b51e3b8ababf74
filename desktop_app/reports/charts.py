"""Charts from plain descriptions, without Qt: the same drawing for the page and for the screen.

A drawing is shapes as SVG and the texts that stand on them: a screen takes both as one SVG (`Drawing.svg`), a page
sets the texts itself, since only so letters of every script are shaped and read aloud rightly. Lengths are points.
Colours differ in lightness, not only in hue: a grey print says the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Literal, NamedTuple
from unicodedata import east_asian_width

from desktop_app.reports.description import Bars, Number, Span, Timeline, said

ROWS_A_DRAWING = 32  # a drawing can't be broken over two pages
Anchor = Literal["start", "middle"]


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours of a chart; those of the printed page unless a screen gives its own."""

    bar: str = "#1D5BB8"
    over: str = "#C9D3E0"
    text: str = "#1A222D"
    muted: str = "#566172"
    line: str = "#C5CCD6"


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
        size = f'width="{_n(self.width)}" height="{_n(self.height)}" viewBox="0 0 {_n(self.width)} {_n(self.height)}"'
        font = f' font-family="{escape(family)}"' if family else ""
        return f'<svg xmlns="http://www.w3.org/2000/svg" {size}{font}>{"".join([*self.shapes, *texts])}</svg>'


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _text(label: Label) -> str:
    weight = ' font-weight="700"' if label.bold else ""
    return (
        f'<text x="{_n(label.x)}" y="{_n(label.y)}" font-size="{_n(label.size)}" fill="{label.fill}"'
        f' text-anchor="{label.anchor}"{weight}>{escape(label.text)}</text>'
    )


def _edge(stroke: str) -> str:
    return f' stroke="{stroke}" stroke-width="0.75"' if stroke else ""


def rect(x: float, y: float, width: float, height: float, *, fill: str, stroke: str = "", round_: float = 0) -> str:
    """Return a rectangle as SVG; `round_` is the radius of its corners."""
    place = f'x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}"'
    corner = f' rx="{_n(min(round_, width / 2, height / 2))}"' if round_ else ""
    return f'<rect {place}{corner} fill="{fill}"{_edge(stroke)}/>'


def _arrow(x: float, y: float, width: float, height: float, *, fill: str, stroke: str = "") -> str:
    neck, tip, middle, foot = (_n(n) for n in (x + width - height / 2, x + width, y + height / 2, y + height))
    path = f"M{_n(x)} {_n(y)}H{neck}L{tip} {middle}L{neck} {foot}H{_n(x)}Z"
    return f'<path d="{path}" fill="{fill}"{_edge(stroke)}/>'


def line(x1: float, y1: float, x2: float, y2: float, *, stroke: str, width: float = 0.5, dashed: bool = False) -> str:
    """Return a line as SVG."""
    dashes = ' stroke-dasharray="2 2"' if dashed else ""
    ends = f'x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2)}" y2="{_n(y2)}"'
    return f'<line {ends} stroke="{stroke}" stroke-width="{_n(width)}"{dashes}/>'


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


def timelines(
    chart: Timeline, width: float, *, ink: Ink = PRINT, rows: int = ROWS_A_DRAWING
) -> list[tuple[tuple[Span, ...], Drawing]]:
    """Draw what lasts how long: the lines of each drawing and the drawing, on one scale of years, none too tall."""
    scale = _Scale.of(chart, width)
    parts = [chart.spans[start : start + rows] for start in range(0, len(chart.spans), rows)]
    return [(spans, _timeline(spans, scale, chart.today, ink)) for spans in parts]


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


def _timeline(spans: Sequence[Span], scale: _Scale, today: date, ink: Ink) -> Drawing:
    pitch, top, size = 15.0, 14.0, 7.5
    bottom = top + pitch * len(spans)
    every = next((years for years in (1, 2, 5, 10, 20) if years * scale.year >= 26), 50)
    shapes, labels = [], []
    for year in range(scale.first, scale.last, every):
        x = scale.at(date(year, 1, 1))
        shapes.append(line(x, top, x, bottom, stroke=ink.line))
        if x + text_width(str(year), 7) <= scale.width:
            labels.append(Label(x, top - 5, str(year), 7, ink.muted, "start"))
    for place, span in enumerate(spans):
        y = top + pitch * place
        labels.append(Label(0, y + 10, elided(span.label, size, scale.left - 6), size, ink.text, "start"))
        shapes.append(_lasting(span, scale, y + 3, pitch - 6, ink))
    x = scale.at(today)
    shapes.append(line(x, top - 2, x, bottom, stroke=ink.text, width=1, dashed=True))
    return Drawing(scale.width, bottom + 4, tuple(shapes), tuple(labels))


def _lasting(span: Span, scale: _Scale, y: float, height: float, ink: Ink) -> str:
    fill, edge = (ink.over, ink.muted) if span.over else (ink.bar, "")
    left = scale.at(span.starts)
    if span.ends is None:
        return _arrow(left, y, scale.width - left, height, fill=fill, stroke=edge)
    return rect(left, y, max(2.0, scale.at(span.ends) - left), height, fill=fill, stroke=edge)
