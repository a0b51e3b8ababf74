"""Cells for Excel and Word: as text between tabs and as a bare HTML table, in one clipboard; and read back from there.

Our own HTML carries the values themselves, so that what was copied here is pasted here without loss.
"""

import csv
import io
import json
import re
from collections.abc import Sequence
from html import escape
from html.parser import HTMLParser
from typing import NamedTuple

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QStandardItem, QStandardItemModel

from desktop_app.domain.types import Amount, Day, Integer, Type
from desktop_app.domain.values import Value

STAMP = "data-passerelle"
_EXCEL = 'xmlns:x="urn:schemas-microsoft-com:office:excel"'
# A text that starts like a formula is shown as text, in both forms; a number is one.
_FORMULA = re.compile(r"[=+\-@](?!\s*[\d\s.,\u202f]+$).+", re.DOTALL)
_GUARDED = re.compile(r"\A'(?=[=+\-@])")


class Copied(NamedTuple):
    """One cell on its way out: what it says, and the value of which field that is, where it is one."""

    text: str
    type: Type | None = None
    value: Value = None


class Pasted(NamedTuple):
    """One cell that came in: its text, and its value where it was copied here."""

    text: str
    known: bool = False
    value: Value = None


Grid = list[list[Pasted]]


def as_mime(headings: Sequence[str], rows: Sequence[Sequence[Copied]]) -> QMimeData:
    """Return cells, under their headings where there are any, ready to be pasted."""
    data = _mime()
    lines = [[cell.text for cell in row] for row in rows]
    table = [list(headings)] if headings else []
    table += [[_plain(text) for text in line] for line in lines]
    data.setText("\n".join("\t".join(_quoted(text) for text in line) for line in table))
    body = _line([f"<th>{_html(text)}</th>" for text in headings]) if headings else ""
    body += "".join(_line([_cell(cell) for cell in row]) for row in rows)
    head = '<meta charset="utf-8"><style>br{mso-data-placement:same-cell}</style>'
    data.setHtml(f'<html {_EXCEL}><head>{head}</head><body><table {STAMP}="1">{body}</table></body></html>')
    return data


def _mime() -> QMimeData:
    """Return an empty QMimeData of Qt's own making: one made in Python brings the program down when it ends with it."""
    model = QStandardItemModel()
    model.appendRow(QStandardItem())
    made = model.mimeData([model.index(0, 0)])
    made.clear()
    return made


def _line(cells: list[str]) -> str:
    return f"<tr>{''.join(cells)}</tr>"


def _cell(cell: Copied) -> str:
    kept = f" data-value='{_attribute(json.dumps(cell.value, ensure_ascii=False))}'" if cell.type is not None else ""
    if isinstance(cell.type, Day) and isinstance(cell.value, str) and len(cell.value) == 10:
        # A date without a language: Excel reads it in every country.
        return f"<td{kept} style=\"mso-number-format:'dd\\/mm\\/yyyy'\">{cell.value}</td>"
    if isinstance(cell.type, Amount | Integer) and cell.value is not None:
        # The number itself, for Excel and for LibreOffice: what parts its thousands here may make it a text there.
        return f'<td{kept} x:num="{cell.value}" sdval="{cell.value}" sdnum="1033;">{_html(cell.text)}</td>'
    return f"<td{kept}>{_html(_plain(cell.text))}</td>"


def _attribute(text: str) -> str:
    return escape(text, quote=False).replace("'", "&#39;")


def _html(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")


def _plain(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) else text


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if any(mark in text for mark in '\t\n"') else text


# Coming in --------------------------------------------------------------------------------------------------------------


def grid_of(data: QMimeData) -> Grid:
    """Return the cells of a clipboard, whichever program filled it; nothing where it holds no text."""
    texts = _texts(data.text())
    html = data.html() if data.hasHtml() and "<table" in data.html() else ""
    if not html:
        return _guarded(texts)
    read = _Table()
    read.feed(html)
    same = [len(row) for row in read.rows] == [len(row) for row in texts]
    if not texts or (STAMP in html and same):
        return read.rows if STAMP in html else _guarded([[cell.text for cell in row] for row in read.rows])
    return _guarded(texts)


def _guarded(rows: list[list[str]]) -> Grid:
    return [[Pasted(_GUARDED.sub("", text, count=1).strip()) for text in row] for row in rows]


def _texts(text: str) -> list[list[str]]:
    text = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    if not text:
        return []
    if '"' in text and text.count('"') % 2 == 0:
        try:
            return list(csv.reader(io.StringIO(text), dialect="excel-tab"))
        except csv.Error:  # a cell that is longer than the reader allows
            pass
    return [line.split("\t") for line in text.split("\n")]


class _Table(HTMLParser):
    """The first table of a page, cell by cell."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Grid = []
        self._text: list[str] | None = None
        self._kept: str | None = None
        self._over = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._over:
            return
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self._end()
            self._text, self._kept = [], dict(attrs).get("data-value")
        elif tag == "br" and self._text is not None:
            self._text.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr"):
            self._end()
        elif tag == "table":
            self._end()
            self._over = True

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)

    def _end(self) -> None:
        if self._text is None:
            return
        text = _GUARDED.sub("", "".join(self._text), count=1).strip()
        known, value = _value(self._kept)
        if not self.rows:
            self.rows.append([])
        self.rows[-1].append(Pasted(text, known, value))
        self._text = None


def _value(kept: str | None) -> tuple[bool, Value]:
    """Return a value that we wrote ourselves; whoever changed it gets the text read instead."""
    if kept is None:
        return False, None
    try:
        value = json.loads(kept)
    except ValueError:
        return False, None
    if isinstance(value, list):
        return all(isinstance(part, str) for part in value), tuple(str(part) for part in value)
    return value is None or isinstance(value, str | int | bool), value
