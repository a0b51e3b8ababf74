"""Reading the tables of a web page that was saved as .xls, as many administrative programs export."""

import re
from html.parser import HTMLParser

from desktop_app.excel.encodings import encoding_named
from desktop_app.excel.findings import MAX_CELLS, MAX_COLUMNS, MAX_SHEETS, MAX_TEXT, Findings
from desktop_app.excel.rejected import Rejected

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_SHEET_NAME = re.compile(r"<x:Name>([^<]*)</x:Name>", re.IGNORECASE)
_BREAKS = {"br", "p", "div", "li"}
_SILENT = {"script", "style", "title"}


class PageTables(HTMLParser):
    """Collects the cells of the tables of a page; a table inside a cell is text of that cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[list[str]]] = []
        self.findings: list[Findings] = []
        self._depth = 0
        self._row: list[str] | None = None
        self._text: list[str] | None = None
        self._span = 1
        self._silent = 0
        self._cells = 0
        # Columns still covered from above: column → rows left.
        self._covered: dict[int, int] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a table, a row or a cell."""
        if tag in _SILENT:
            self._silent += 1
        elif tag == "table":
            self._open_table()
        elif self._depth == 1 and tag == "tr":
            self._close_row()
            self._row = []
        elif self._depth == 1 and tag in {"td", "th"}:
            self._open_cell(dict(attrs))
        elif tag in _BREAKS and self._text:
            self._text.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """Close a table, a row or a cell."""
        if tag in _SILENT:
            self._silent = max(self._silent - 1, 0)
        elif tag == "table" and self._depth:
            if self._depth == 1:
                self._close_row()
            self._depth -= 1
        elif self._depth == 1 and tag == "tr":
            self._close_row()
        elif self._depth == 1 and tag in {"td", "th"}:
            self._close_cell()

    def handle_data(self, data: str) -> None:
        """Gather the text of a cell."""
        if self._text is not None and not self._silent:
            self._text.append(data)

    def close(self) -> None:
        """Finish what the page left open."""
        super().close()
        self._close_row()

    def _open_table(self) -> None:
        self._depth += 1
        if self._depth == 1:
            if len(self.tables) >= MAX_SHEETS:
                raise Rejected("too_many_sheets", limit=MAX_SHEETS)
            self.tables.append([])
            self.findings.append(Findings(""))
            self._covered = {}

    def _open_cell(self, attributes: dict[str, str | None]) -> None:
        self._close_cell()
        if self._row is None:
            self._row = []
        self._skip_covered()
        columns, rows = _span(attributes.get("colspan")), _span(attributes.get("rowspan"))
        top, left = len(self.tables[-1]), len(self._row)
        if columns > 1 or rows > 1:
            self.findings[-1].merged.append((top, left, top + rows - 1, left + columns - 1))
        for column in range(left, left + columns) if rows > 1 else ():
            self._covered[column] = rows
        self._text, self._span = [], columns

    def _close_cell(self) -> None:
        if self._text is None or self._row is None:
            return
        lines = re.sub(r"[ \t\r]+", " ", "".join(self._text)).split("\n")
        text = "\n".join(line.strip(" ") for line in lines if line.strip(" "))
        if len(text) > MAX_TEXT:
            raise Rejected("long_text", part="HTML", limit=MAX_TEXT)
        self._row += [text] + [""] * (self._span - 1)
        self._cells += self._span
        self._text = None
        if len(self._row) > MAX_COLUMNS:
            raise Rejected("too_many_columns", sheet="", limit=MAX_COLUMNS)
        if self._cells > MAX_CELLS:
            raise Rejected("too_many_cells", sheet="", limit=MAX_CELLS)

    def _close_row(self) -> None:
        self._close_cell()
        if self._row is not None and self.tables:
            self._skip_covered()
            self.tables[-1].append(self._row)
            self._covered = {column: left - 1 for column, left in self._covered.items() if left > 1}
        self._row = None

    def _skip_covered(self) -> None:
        """Leave room for the cells that come down from the rows above."""
        if self._row is not None:
            while self._covered.get(len(self._row)):
                self._row.append("")


def read_page(data: bytes) -> tuple[list[tuple[str, list[list[str]], Findings]], str]:
    """Return the tables of a page, each with its name, and the encoding; refuse a page without a table."""
    text, encoding = _decoded(data)
    page = PageTables()
    page.feed(text)
    page.close()
    names = _SHEET_NAME.findall(text[:100_000])
    found = []
    for number, (rows, findings) in enumerate(zip(page.tables, page.findings, strict=True)):
        if any(any(row) for row in rows):
            name = names[number] if number < len(names) else f"Tableau {number + 1}"
            findings.sheet = name
            found.append((name, rows, findings))
    if not found:
        raise Rejected("no_table")
    return found, encoding


def _decoded(data: bytes) -> tuple[str, str]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace"), "utf-16"
    declared = _CHARSET.search(data[:4096])
    # What pages call Latin-1 is Windows-1252 in every browser; Python knows encodings that no page is written in.
    named = encoding_named(declared[1].decode("ascii")) if declared else None
    # A page whose declaration can be read byte by byte is not in UTF-16, whatever it says.
    for encoding in dict.fromkeys((named if named and named != "utf-16-le" else "utf-8", "utf-8", "cp1252")):
        try:
            return data.decode("utf-8-sig" if encoding == "utf-8" else encoding), encoding
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1"), "latin-1"


def _span(text: str | None) -> int:
    return min(max(int(text), 1), MAX_COLUMNS) if text and text.isdigit() and len(text) < 6 else 1
