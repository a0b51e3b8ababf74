"""A list as a plain sheet, for reading, sorting and counting: headings in the first row, a row for each record."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, islice

import xlsxwriter

from desktop_app.excel.report_cells import WIDEST, Cell, Looks, Paper, for_print, lines_of, shown, tab_name, write_cell

_LINE_HEIGHT = 15  # points
_LOOKED_AT = 2000  # rows, to see how wide the columns are


@dataclass(frozen=True, slots=True)
class PlainList:
    """What a list is called, its headings, which of its columns hold numbers, and who says what below it on paper."""

    title: str
    office: str
    printed: str
    lang: str
    headings: tuple[str, ...]
    numbers: tuple[bool, ...]
    paper: Paper = "a4"


def plain_list(held: PlainList, rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return the bytes of a workbook of one sheet; its rows are taken one after the other and not kept."""
    buffer = io.BytesIO()
    made = xlsxwriter.Workbook(
        buffer,
        {
            "constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False
        },
    )  # fmt: skip
    made.set_properties({"title": held.title, "author": held.office})
    page, looks = made.add_worksheet(tab_name(held.title)), Looks(made, held.lang)
    left = iter(rows)
    first = list(islice(left, _LOOKED_AT))
    widths = [
        min(WIDEST, max(len(heading) + 3, 8, *(len(shown(row[place])) for row in first)) + 2.0)
        for place, heading in enumerate(held.headings)
    ]
    for column, (words, width) in enumerate(zip(held.headings, widths, strict=True)):
        page.set_column(column, column, width)
        page.write_string(0, column, words, looks.head_right if held.numbers[column] else looks.head)
    last = 0
    for last, row in enumerate(chain(first, left), 1):
        if (tall := lines_of(row, widths)) > 1:
            page.set_row(last, _LINE_HEIGHT * tall)
        for column, cell in enumerate(row):
            write_cell(page, last, column, cell, looks.of(cell, total=False))
    page.autofilter(0, 0, last, len(held.headings) - 1)
    page.freeze_panes(1, 0)
    page.repeat_rows(0)
    for_print(page, held.paper, (held.office, held.title), held.printed, landscape=sum(widths) > 95)
    made.close()
    return buffer.getvalue()
