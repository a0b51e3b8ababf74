"""What a report says, as plain data in one language: the same description becomes a PDF, a sheet or a screen.

Cells stay values (numbers, amounts of money) until a writer shows them, so that a workbook gets numbers. Every
figure carries the question behind it: asked again, the program's own list gives the same count.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal, NamedTuple

from desktop_app.domain.dates import show_date
from desktop_app.domain.types import Amount
from desktop_app.domain.values import Showing
from desktop_app.domain.words import Words
from desktop_app.reports.atlas.layers import USUAL, Layers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from desktop_app.domain.picture import Picture
    from desktop_app.reports.atlas.numbers import Numbers
    from desktop_app.reports.atlas.outlines import Box
    from desktop_app.store.queries import Query

_SIGNS = {"EUR": "€", "GBP": "£"}  # the others are said by their code: $ and ¥ have several countries


PaperName = Literal["a4", "a4-landscape", "letter", "letter-landscape", "a3-landscape"]


class Money(NamedTuple):
    """An amount in a currency; amounts in different currencies are never added up."""

    amount: Decimal
    currency: str = "EUR"


Number = int | Money


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with the question that gives it.

    `measure`: how many records answer (count), the sum of `field` over them, or how many different values it has.
    `note` stands below in small letters and says the figures of `also`.
    """

    name: str
    words: str
    value: Number
    query: Query
    measure: Literal["count", "sum", "distinct"] = "count"
    field: str = ""
    note: str = ""
    also: tuple[Figure, ...] = ()


class TwoLines(NamedTuple):
    """A cell with a second, smaller line: an acronym and its title."""

    text: str
    below: str


class Year(int):
    """A year, which has no thousands."""


class Share(NamedTuple):
    """A part of a whole, said in percent."""

    part: int
    whole: int


Cell = str | int | Year | Money | TwoLines | Share | date | Figure | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `share` of the width that is left (0: as wide as what it holds), numbers stand right."""

    title: str
    share: float = 0
    number: bool = False
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells, or a row of totals."""

    cells: tuple[Cell, ...]
    total: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A heading inside a table, with what it counts beside it; it is repeated where its rows go on to the next page."""

    title: str
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Tiles:
    """The key figures of a report."""

    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose heading is repeated on every page; a narrow one takes little more than half of the width.

    `asked`: the question whose records it lists, or counts. `title` tells it from the others of its section, and `code`
    is what opens its records again.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row | Group, ...]
    narrow: bool = False
    asked: Query | None = None
    title: str = ""
    code: str = ""


def table(columns: Sequence[Column], rows: Sequence[Row | Group], asked: Query | None = None, title: str = "") -> Table:
    """Return a table without the columns, after the first, in which no row has anything."""
    cells = [row.cells for row in rows if isinstance(row, Row)]
    kept = [place for place in range(len(columns)) if not place or any(line[place] not in (None, "") for line in cells)]
    shorter = [
        replace(row, cells=tuple(row.cells[place] for place in kept)) if isinstance(row, Row) else row for row in rows
    ]
    return Table(tuple(columns[place] for place in kept), tuple(shorter), asked=asked, title=title)


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart; `below` stands under its label: the year under the first month."""

    label: str
    figure: Figure
    below: str = ""


@dataclass(frozen=True, slots=True)
class Bars:
    """A chart of bars that compares counts; `words` says what is counted, for those who can't see it."""

    words: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """Something on a timeline that lasts from a day to a day, or on and on.

    `code`: what is written on it, which gives its colour too · `lane`: the line that it shares with what it follows on, else
    it has one of its own · `follows`: the place of that among the spans · `marks`: when it was renewed · `id`: its record.
    """

    label: str
    starts: date
    ends: date | None
    over: bool = False
    code: str = ""
    lane: int = -1
    follows: int = -1
    marks: tuple[date, ...] = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """A chart of what lasts how long, with a line at one day."""

    words: str
    spans: tuple[Span, ...]
    today: date


@dataclass(frozen=True, slots=True)
class WorldMap:
    """A map: the number of each country with the question that gives it. `middle` is its middle meridian, `frame` its part."""

    words: str
    numbers: Numbers
    middle: int
    frame: Box
    tallest: float = 250.0  # points
    titled: bool = True  # its words stand above it
    layers: Layers = USUAL

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The numbers of the map."""
        numbers = self.numbers
        return tuple(
            Figure(f"map_{row.code}", f"{row.label}, {numbers.several}", row.number, row.query) for row in numbers.rows
        )


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; small ones are notes, `gap` leaves room below and `aside` stands in the right half, as in a letter."""

    text: str
    small: bool = False
    gap: bool = False
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one record: pairs of a heading and a text. An empty text is a line to be filled in by hand."""

    pairs: tuple[tuple[str, str], ...]
    lines: bool = False


class LabelSheet(NamedTuple):
    """A sheet of labels as it is sold, in millimetres: how many, how large each, where the first one is, how far the next."""

    name: str
    across: int
    down: int
    width: float
    height: float
    left: float
    top: float
    pitch: float  # from the left side of one to the left side of the next
    paper: PaperName


@dataclass(frozen=True, slots=True)
class Labels:
    """Addresses for the post: the lines of each, and the sheet that they are printed on."""

    cells: tuple[tuple[str, ...], ...]
    sheet: LabelSheet


Block = Tiles | Table | Bars | Timeline | WorldMap | Text | Facts | Labels


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a report that can be left out.

    `level`: of its heading · `of`: the record that it is about, where a report is about several · `new_page`: it begins one.
    """

    name: str
    title: str
    blocks: tuple[Block, ...]
    level: int = 1
    of: str = ""
    new_page: bool = False


class Paper(NamedTuple):
    """A sheet of paper: Typst's name for it, its width and height in millimetres, its words."""

    typst: str
    width: float
    height: float
    landscape: bool
    words: Words


PAPERS: dict[PaperName, Paper] = {
    "a4": Paper("a4", 210, 297, landscape=False, words=Words("A4, portrait", "A4, portrait")),
    "a4-landscape": Paper("a4", 297, 210, landscape=True, words=Words("A4, paysage", "A4, landscape")),
    "letter": Paper("us-letter", 215.9, 279.4, landscape=False, words=Words("Letter, portrait", "Letter, portrait")),
    "letter-landscape": Paper(
        "us-letter", 279.4, 215.9, landscape=True, words=Words("Letter, paysage", "Letter, landscape")
    ),
    "a3-landscape": Paper("a3", 420, 297, landscape=True, words=Words("A3, paysage", "A3, landscape")),
}


ACCENT, TINT, HEAD = "#1D5BB8", "#F1F4F8", "#ECEFF3"


@dataclass(frozen=True, slots=True)
class Face:
    """How an office shows itself: where it is, its logo, its colours."""

    lines: tuple[str, ...] = ()
    logo: Picture | None = None
    accent: str = ACCENT
    tint: str = TINT
    head: str = HEAD


@dataclass(frozen=True, slots=True)
class Description:
    """One report, ready for any writer."""

    name: str
    lang: str
    office: str
    title: str
    subtitle: str
    sections: tuple[Section, ...]
    printed: datetime
    as_of: datetime | date  # a past day is told without an hour
    demo: bool = False
    paper: PaperName = "a4"
    country: str = ""  # its code decides how Chinese characters are drawn
    face: Face = Face()
    one_page: bool = False  # each part that begins a page is set tighter rather than on a second one

    @property
    def blocks(self) -> Iterator[Block]:
        """All blocks in order."""
        for section in self.sections:
            yield from section.blocks

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All figures in the order in which they stand in the report."""
        shown = (figure for block in self.blocks for figure in _figures(block))
        return tuple(each for figure in shown for each in (figure, *figure.also))


def _figures(block: Block) -> Iterator[Figure]:
    match block:
        case Tiles(figures=figures):
            yield from figures
        case Bars(bars=bars):
            yield from (bar.figure for bar in bars)
        case WorldMap(figures=figures):
            yield from figures
        case Table(rows=rows):
            for row in rows:
                if isinstance(row, Group):
                    yield from row.figures
                else:
                    yield from (cell for cell in row.cells if isinstance(cell, Figure))


def said(cell: Cell, lang: str) -> str:
    """Return a cell as people read it in a language."""
    match cell:
        case None:
            return ""
        case str() | Year():
            return str(cell)
        case TwoLines(text=text):
            return text
        case Share(part=part, whole=whole):
            return _percent(part, whole, lang)
        case date():
            return show_date(cell.isoformat(), lang)
        case Figure(value=value):
            return said(value, lang)
        case Money(amount=amount, currency=currency):
            number = _number(f"{amount:f}", lang)
            return f"{number}\u00a0{_SIGNS.get(currency, currency)}"
        case int():
            return _number(str(cell), lang)


def _number(text: str, lang: str) -> str:
    # A minus as long as a plus, where a hyphen would be too short.
    return Amount().show(text, Showing(lang)).replace("-", "\u2212")


def _percent(part: int, whole: int, lang: str) -> str:
    percent = round(100 * part / whole) if whole else 0
    gap = "\u00a0" if lang == "fr" else ""
    return f"{percent or (f'<{gap}1' if part else 0)}{gap}%"
