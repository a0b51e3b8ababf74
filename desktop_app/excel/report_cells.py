"""Cells of workbooks that are read and printed: figures are numbers, days are days, each with its look."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Literal, NamedTuple

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

WIDEST, LONGEST = 60, 32_767
NAME = 31  # letters of the name of a sheet, at most
Paper = Literal["a4", "letter", "a3"]
_INK, _MUTED, _HEAD, _LINE = "#1A222D", "#566172", "#ECEFF3", "#D5DAE1"
_DAY = {"fr": "dd/mm/yyyy", "en": "d mmm yyyy"}
_FIRST_SURE_DAY = date(1900, 3, 1)  # Excel counts the days before otherwise than the calendar
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
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


class Looks:
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


def write_cell(page: Worksheet, row: int, column: int, cell: Cell, look: Format) -> None:
    """Write what a cell holds as what it is."""
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
            page.write_string(row, column, cell[:LONGEST], look)


def shown(cell: Cell) -> str:
    """Return about what a cell will show, which says how wide its column must be."""
    match cell:
        case Sum(amount=amount, currency=currency):
            return f"{amount:,.2f} {currency}"
        case Percent():
            return "100%"
        case date():
            return "00 September"
    return "" if cell is None else str(cell)


def lines_of(cells: Sequence[Cell], widths: Sequence[float]) -> int:
    """Return how many lines the tallest cell of a row takes; not every program finds out when it opens the file."""
    texts = ((cell, width) for cell, width in zip(cells, widths, strict=False) if isinstance(cell, str))
    return max((sum(-(-len(part) // int(width)) or 1 for part in text.split("\n")) for text, width in texts), default=1)


def tab_name(name: str, most: int = NAME) -> str:
    """Return a name of a sheet as Excel takes it, cut between two words where it is too long."""
    bare = _FORBIDDEN.sub(" ", name).strip(" '")
    if len(bare) <= most:
        return bare or "—"
    kept = bare[: most - 1]
    whole, _gap, _word = kept.rpartition(" ") if bare[most - 1] != " " else (kept, "", "")
    return f"{(whole if len(whole) > most // 2 else kept).rstrip(' ,;:–—-')}…"


def for_print(page: Worksheet, paper: Paper, heads: tuple[str, str], foot: str, *, landscape: bool) -> None:
    """Set a sheet up for the printer: as wide as the paper, with two texts above it and one below."""
    page.set_paper(_PAPERS[paper])
    if landscape:
        page.set_landscape()
    page.fit_to_pages(1, 0)
    page.set_margins(0.5, 0.5, 0.7, 0.7)
    page.set_header(f"&L&8{_header(heads[0])}&R&8{_header(heads[1])}")
    page.set_footer(f"&L&8{_header(foot)}&R&8&P / &N")


def _header(text: str) -> str:
    return text.replace("&", "&&")[:110]
