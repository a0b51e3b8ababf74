"""A report as a workbook: a cover with its key figures, then one table a sheet; figures are numbers, days are days."""

import io
import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal, NamedTuple

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.image import Image
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from desktop_app.domain.words import Words

_INK, _MUTED, _HEAD, _LINE = "#1A222D", "#566172", "#ECEFF3", "#D5DAE1"
_WIDEST, _LONGEST = 60, 32_767
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_TITLE_HEIGHT = 22
_FIRST_ROW = 4
_NAME = 31  # letters of the name of a sheet, at most
_DAY = {"fr": "dd/mm/yyyy", "en": "d mmm yyyy"}
_FIRST_SURE_DAY = date(1900, 3, 1)  # Excel counts the days before otherwise than the calendar
_LOGO = (200, 58)  # dots of the screen, at most: the first three rows
_PAPERS = {"a4": 9, "letter": 1, "a3": 8}


class Sum(NamedTuple):
    """An amount of money in a currency."""

    amount: Decimal
    currency: str


class Percent(NamedTuple):
    """A part of a whole, as a fraction."""

    fraction: float


class Year(int):
    """A year, which has no thousands."""


Cell = str | int | Year | Sum | Percent | date | None


@dataclass(frozen=True, slots=True)
class Line:
    """A row of cells; one of totals stands apart."""

    cells: tuple[Cell, ...]
    total: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table on a sheet of its own; `chart` draws the numbers of its last column beside it."""

    name: str
    headings: tuple[str, ...]
    lines: tuple[Line, ...]
    note: str = ""
    chart: bool = False


@dataclass(frozen=True, slots=True)
class Book:
    """A whole report: what stands on its cover, and its tables."""

    title: str
    subtitle: str
    office: str
    printed: str
    made: datetime
    lang: str
    figures: tuple[Line, ...]
    texts: tuple[str, ...]
    sheets: tuple[Sheet, ...]
    paper: Literal["a4", "letter", "a3"] = "a4"
    address: tuple[str, ...] = ()
    logo: bytes | None = None
    accent: str = "#1D5BB8"


def book_bytes(book: Book) -> bytes:
    """Return the bytes of a workbook."""
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    made = xlsxwriter.Workbook(buffer, options)
    made.set_properties({"title": book.title, "author": book.office, "created": book.made.replace(tzinfo=None)})
    looks = _Looks(made, book.lang)
    names = _names(book)
    _cover(made.add_worksheet(names[0]), book, looks)
    for name, sheet in zip(names[1:], book.sheets, strict=True):
        page = made.add_worksheet(name)
        _table(page, sheet, book, looks)
        if sheet.chart and sheet.lines:
            _chart(made, page, name, sheet, book.accent)
    made.close()
    return buffer.getvalue()


def _names(book: Book) -> list[str]:
    """Return a name for the cover and each sheet: as Excel takes them, none twice."""
    taken: dict[str, None] = {Words("Rapport", "Report").said(book.lang).casefold(): None}
    found = [Words("Rapport", "Report").said(book.lang)]
    for sheet in book.sheets:
        bare = _FORBIDDEN.sub(" ", sheet.name).strip(" '")
        name, number = _shorter(bare, _NAME), 2
        while name.casefold() in taken:
            name, number = f"{_shorter(bare, _NAME - 4)} {number}", number + 1
        taken[name.casefold()] = None
        found.append(name)
    return found


def _shorter(name: str, most: int) -> str:
    """Return a name of a sheet as long as Excel takes it, cut between two words where it is too long."""
    if len(name) <= most:
        return name or "—"
    kept = name[: most - 1]
    whole, _gap, _word = kept.rpartition(" ") if name[most - 1] != " " else (kept, "", "")
    return f"{(whole if len(whole) > most // 2 else kept).rstrip(' ,;:–—-')}…"


class _Looks:
    """The looks of cells, each made once."""

    def __init__(self, made: Workbook, lang: str) -> None:
        self._made, self._lang = made, lang
        self._kept: dict[tuple[str, bool, bool], Format] = {}
        self.title = made.add_format({"bold": True, "font_size": 16, "font_color": _INK})
        self.muted = made.add_format({"font_color": _MUTED})
        self.wrapped = made.add_format({"font_color": _INK, "text_wrap": True, "valign": "top"})
        head = {
            "bold": True,
            "font_color": _MUTED,
            "bg_color": _HEAD,
            "bottom": 1,
            "bottom_color": _LINE,
            "text_wrap": True,
        }
        self.head = made.add_format({**head, "valign": "vcenter"})
        self.head_right = made.add_format({**head, "valign": "vcenter", "align": "right", "indent": 1})

    def of(self, cell: Cell, *, total: bool, strong: bool = False) -> Format:
        """Return the look of a cell by what it holds."""
        number = self._number(cell)
        key = (number, total, strong)
        if key not in self._kept:
            look = {"num_format": number, "valign": "top", "bottom": 1, "bottom_color": _LINE, "bold": total or strong}
            if number == "@":
                look["text_wrap"] = True
            else:  # numbers don't touch the words of the next column
                look |= {"align": "right", "indent": 1}
            if total:
                look |= {"top": 1, "top_color": _MUTED}
            self._kept[key] = self._made.add_format(look)
        return self._kept[key]

    def _number(self, cell: Cell) -> str:
        match cell:
            case Sum(amount=amount, currency=currency):
                digits = "#,##0.00" if amount % 1 else "#,##0"
                sign = {"EUR": "€", "GBP": "£"}.get(currency, currency)
                return f'{digits}\u00a0"{sign}"' if sign else digits
            case Percent():
                return "0%"
            case date():
                return _DAY.get(self._lang, _DAY["en"])
            case Year():
                return "0"
            case int():
                return "#,##0"
        return "@"


def _write(page: Worksheet, row: int, column: int, cell: Cell, look: Format) -> None:
    match cell:
        case None | "":
            page.write_blank(row, column, None, look)
        case Sum(amount=amount):
            page.write_number(row, column, float(amount), look)
        case Percent(fraction=fraction):
            page.write_number(row, column, fraction, look)
        case date() if cell >= _FIRST_SURE_DAY:
            page.write_datetime(row, column, datetime(cell.year, cell.month, cell.day), look)  # noqa: DTZ001  (a day)
        case date():
            page.write_string(row, column, cell.isoformat(), look)
        case int():
            page.write_number(row, column, cell, look)
        case str():
            page.write_string(row, column, cell[:_LONGEST], look)


def _cover(page: Worksheet, book: Book, looks: _Looks) -> None:
    page.hide_gridlines(2)
    page.set_column(0, 0, 44)
    page.set_column(1, 1, 20)
    page.set_column(2, 2, 50)
    page.write_string(0, 0, book.office, looks.muted)
    if book.logo is not None:
        # Above the third column, which holds only notes.
        image = Image(io.BytesIO(book.logo))
        scale = min(_LOGO[0] / (image.width * 96 / image.x_dpi), _LOGO[1] / (image.height * 96 / image.y_dpi))
        page.insert_image(
            0, 2, image, {"x_scale": scale, "y_scale": scale, "description": book.office, "x_offset": 150}
        )
    page.write_string(1, 0, book.title, looks.title)
    page.set_row(1, _TITLE_HEIGHT)
    page.write_string(2, 0, book.subtitle, looks.muted)
    page.write_string(_FIRST_ROW - 1, 0, " · ".join(book.address), looks.muted)
    row = _FIRST_ROW + bool(book.address)
    for line in book.figures:
        for column, cell in enumerate(line.cells):
            _write(page, row, column, cell, looks.of(cell, total=False, strong=column == 1))
        row += 1
    row += bool(book.figures)
    for text in book.texts:
        page.merge_range(row, 0, row, 2, text[:_LONGEST], looks.wrapped)
        page.set_row(row, 15 * max(1, -(-len(text) // 110) + text.count("\n")))
        row += 1
    page.write_string(row + 1, 0, book.printed, looks.muted)
    _for_print(page, book, landscape=False)


def _table(page: Worksheet, sheet: Sheet, book: Book, looks: _Looks) -> None:
    page.hide_gridlines(2)
    page.write_string(0, 0, sheet.name, looks.title)
    page.set_row(0, _TITLE_HEIGHT)
    page.write_string(1, 0, book.title, looks.muted)
    kinds = _numeric(sheet)
    for column, words in enumerate(sheet.headings):
        page.write_string(_FIRST_ROW - 1, column, words, looks.head_right if kinds[column] else looks.head)
    widths = _widths(sheet)
    for row, line in enumerate(sheet.lines, _FIRST_ROW):
        if (tall := _lines(line, widths)) > 1:
            page.set_row(row, 15 * tall)
        for column, cell in enumerate(line.cells):
            _write(page, row, column, cell, looks.of(cell, total=line.total))
    for column, width in enumerate(widths):
        page.set_column(column, column, width)
    plain = sum(not line.total for line in sheet.lines)
    if plain and sheet.headings:
        page.autofilter(_FIRST_ROW - 1, 0, _FIRST_ROW - 1 + plain, len(sheet.headings) - 1)
    if sheet.note:
        page.write_string(_FIRST_ROW + len(sheet.lines) + 1, 0, sheet.note, looks.muted)
    page.freeze_panes(_FIRST_ROW, 0)
    page.repeat_rows(_FIRST_ROW - 1)
    _for_print(page, book, landscape=sum(widths) > 95)


def _numeric(sheet: Sheet) -> list[bool]:
    """Say of each column whether numbers stand in it, so that its heading stands right as they do."""
    return [
        any(isinstance(line.cells[place], int | Sum | Percent) for line in sheet.lines if place < len(line.cells))
        for place in range(len(sheet.headings))
    ]


def _widths(sheet: Sheet) -> list[float]:
    found: list[float] = []
    for place, heading in enumerate(sheet.headings):
        texts = [_shown(line.cells[place]) for line in sheet.lines[:2000] if place < len(line.cells)]
        longest = max((len(part) for text in texts for part in text.split("\n")), default=0)
        found.append(min(_WIDEST, max(longest, len(heading) + 3, 8) + 2.0))
    return found


def _lines(line: Line, widths: list[float]) -> int:
    """Return how many lines the tallest cell of a row takes; not every program finds out when it opens the file."""
    texts = ((cell, width) for cell, width in zip(line.cells, widths, strict=False) if isinstance(cell, str))
    return max((sum(-(-len(part) // int(width)) or 1 for part in text.split("\n")) for text, width in texts), default=1)


def _shown(cell: Cell) -> str:
    match cell:
        case Sum(amount=amount, currency=currency):
            return f"{amount:,.2f} {currency}"
        case Percent():
            return "100%"
        case date():
            return "00 September"
    return "" if cell is None else str(cell)


def _for_print(page: Worksheet, book: Book, *, landscape: bool) -> None:
    page.set_paper(_PAPERS[book.paper])
    if landscape:
        page.set_landscape()
    page.fit_to_pages(1, 0)
    page.set_margins(0.5, 0.5, 0.7, 0.7)
    page.set_header(f"&L&8{_header(book.office)}&R&8{_header(book.title)}")
    page.set_footer(f"&L&8{_header(book.printed)}&R&8&P / &N")


def _header(text: str) -> str:
    return text.replace("&", "&&")[:110]


def _chart(made: Workbook, page: Worksheet, name: str, sheet: Sheet, colour: str) -> None:
    first, last = _FIRST_ROW, _FIRST_ROW + sum(not line.total for line in sheet.lines) - 1
    column = len(sheet.headings) - 1
    chart = made.add_chart({"type": "column"})
    chart.add_series(
        {
            "categories": [name, first, 0, last, 0], "values": [name, first, column, last, column],
            "fill": {"color": colour}, "gap": 60, "data_labels": {"value": True},
        }
    )  # fmt: skip
    chart.set_legend({"none": True})
    chart.set_title({"name": sheet.name, "name_font": {"size": 11}})
    chart.set_y_axis({"visible": False, "major_gridlines": {"visible": False}})
    page.insert_chart(_FIRST_ROW - 1, len(sheet.headings) + 1, chart, {"description": sheet.name})
