"""A report as a workbook: a cover with its key figures, then one table a sheet; figures are numbers, days are days."""

import io
from dataclasses import dataclass
from datetime import datetime

import xlsxwriter
from xlsxwriter.image import Image
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from desktop_app.domain.words import Words
from desktop_app.excel.report_cells import (
    LONGEST,
    NAME,
    WIDEST,
    Cell,
    Looks,
    Paper,
    Percent,
    Sum,
    for_print,
    lines_of,
    shown,
    tab_name,
    write_cell,
)

_TITLE_HEIGHT = 22
_FIRST_ROW = 4
_LOGO = (200, 58)  # dots of the screen, at most: the first three rows


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
    paper: Paper = "a4"
    address: tuple[str, ...] = ()
    logo: bytes | None = None
    accent: str = "#1D5BB8"


def book_bytes(book: Book) -> bytes:
    """Return the bytes of a workbook."""
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    made = xlsxwriter.Workbook(buffer, options)
    made.set_properties({"title": book.title, "author": book.office, "created": book.made.replace(tzinfo=None)})
    looks = Looks(made, book.lang)
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
        name, number = tab_name(sheet.name), 2
        while name.casefold() in taken:
            name, number = f"{tab_name(sheet.name, NAME - 4)} {number}", number + 1
        taken[name.casefold()] = None
        found.append(name)
    return found


def _cover(page: Worksheet, book: Book, looks: Looks) -> None:
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
            write_cell(page, row, column, cell, looks.of(cell, total=False, strong=column == 1))
        row += 1
    row += bool(book.figures)
    for text in book.texts:
        page.merge_range(row, 0, row, 2, text[:LONGEST], looks.wrapped)
        page.set_row(row, 15 * max(1, -(-len(text) // 110) + text.count("\n")))
        row += 1
    page.write_string(row + 1, 0, book.printed, looks.muted)
    _for_print(page, book, landscape=False)


def _table(page: Worksheet, sheet: Sheet, book: Book, looks: Looks) -> None:
    page.hide_gridlines(2)
    page.write_string(0, 0, sheet.name, looks.title)
    page.set_row(0, _TITLE_HEIGHT)
    page.write_string(1, 0, book.title, looks.muted)
    kinds = _numeric(sheet)
    for column, words in enumerate(sheet.headings):
        page.write_string(_FIRST_ROW - 1, column, words, looks.head_right if kinds[column] else looks.head)
    widths = _widths(sheet)
    for row, line in enumerate(sheet.lines, _FIRST_ROW):
        if (tall := lines_of(line.cells, widths)) > 1:
            page.set_row(row, 15 * tall)
        for column, cell in enumerate(line.cells):
            write_cell(page, row, column, cell, looks.of(cell, total=line.total))
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
        texts = [shown(line.cells[place]) for line in sheet.lines[:2000] if place < len(line.cells)]
        longest = max((len(part) for text in texts for part in text.split("\n")), default=0)
        found.append(min(WIDEST, max(longest, len(heading) + 3, 8) + 2.0))
    return found


def _for_print(page: Worksheet, book: Book, *, landscape: bool) -> None:
    for_print(page, book.paper, (book.office, book.title), book.printed, landscape=landscape)


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
