"""A look at the cells of an .xlsx worksheet before it is read.

The reader shows an error cell and a formula without result as empty; what is found here puts them right. Sheets as
Excel, LibreOffice and the usual libraries write them are scanned by searching bytes, in about the time of a bare parse;
anything unusual (other quotes, prefixes, comments, cells without a reference) goes through a full parse.
"""

import re
from collections.abc import Callable, Iterator

from desktop_app.excel.findings import (
    LAST_COLUMN,
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_ROWS,
    Findings,
    cell_position,
    column_number,
)
from desktop_app.excel.markup import checked, local, parse
from desktop_app.excel.rejected import Rejected

Pieces = Callable[[], Iterator[bytes]]

_REFERENCE = re.compile(rb' r="([A-Za-z]+)(\d+)"')
_FILLED = re.compile(rb'<c [^>]*?\br="([A-Za-z]+)(\d+)"[^>]*(?<!/)>(?!</c>)')
_CELL = re.compile(rb"<c ([^>]*?)(?:/>|>(.*?)</c>)", re.DOTALL)
_ROW = re.compile(rb"<row ([^>]*)>")
_COLUMN = re.compile(rb"<col ([^>]*)>")
_MERGED = re.compile(rb'<mergeCell [^>]*?ref="([^"]*)"')
_FORMULA = re.compile(rb"<f\b[^>]*?(?:/>|>(.*?)</f>)", re.DOTALL)
_RESULT = re.compile(rb"<v\b[^>]*?(?:/>|>(.*?)</v>)", re.DOTALL)
_ATTRIBUTE = re.compile(rb'\b(\w+)="([^"]*)"')
# A cell that names one of the shared texts by what is no number: the reader would show the first of them.
_ASTRAY = re.compile(rb't="s"[^>]*>\s*<v>(?!\d{0,9}</v>)')
_NUMBER_OF_TEXT = re.compile(r"[0-9]{0,9}")
_UNUSUAL = (b"='", b"<!", b'= "')
_ROWS_END = b"</row>"
_SHEET_END = b"</sheetData>"
_LONGEST_ROW = 4_000_000
_TRUE = (b"1", b"true")


class _Unusual(Exception):
    """The sheet is not written plainly enough to be searched as bytes."""


def scan_sheet(pieces: Pieces, part: str, sheet: str) -> Findings:
    """Return what a worksheet holds besides plain values; refuse it when it is malformed or out of bounds."""
    try:
        findings = _Search(sheet).run(checked(pieces(), part))
        if not findings.acceptable:
            # So far empty cells that only carry a format were counted too.
            _count_filled(pieces, findings)
    except (_Unusual, LookupError, ValueError):
        # The latter for attributes that are missing or no numbers.
        findings = exact_scan(pieces, part, sheet)
    findings.judge()
    return findings


class _Search:
    """The search in bytes."""

    def __init__(self, sheet: str) -> None:
        self.findings = Findings(sheet)
        self._filled_at_least = 0

    def run(self, pieces: Iterator[bytes]) -> Findings:
        pending, head, inside = b"", True, True
        for piece in pieces:
            pending = pending + piece if pending else piece
            if inside:
                if head and b"<sheetData" not in pending:
                    if len(pending) > _LONGEST_ROW:
                        raise _Unusual
                    continue
                if head:
                    self._head(pending)
                    head = False
                    # The descriptions of columns begin as cells do.
                    pending = pending[pending.find(b"<sheetData") :]
                close = pending.find(_SHEET_END)
                cut = close if close >= 0 else pending.rfind(_ROWS_END)
                if cut >= 0:
                    self._rows(pending[:cut])
                    pending = pending[cut:]
                elif len(pending) > _LONGEST_ROW:
                    raise _Unusual
                inside = close < 0
            if not inside:
                cut = pending.rfind(b">") + 1
                self._tail(pending[:cut])
                pending = pending[cut:]
        if head or inside:
            self._unfinished(pending, head)
        return self.findings

    def _unfinished(self, pending: bytes, head: bool) -> None:
        # `<sheetData/>`, or rows that close themselves.
        if head or b"<c" in pending.partition(b"<sheetData")[2] or b"<row" in pending:
            raise _Unusual
        self._tail(pending)

    def _head(self, text: bytes) -> None:
        head = text.partition(b"<sheetData")[0]
        if b"<worksheet" not in head or b"<!" in head:
            raise _Unusual
        for match in _COLUMN.finditer(head):
            column = dict(_ATTRIBUTE.findall(match[1]))
            if column.get(b"hidden") in _TRUE:
                self.findings.hide_columns(int(column[b"min"]) - 1, int(column[b"max"]) - 1)

    def _rows(self, text: bytes) -> None:
        if any(mark in text for mark in _UNUSUAL):
            raise _Unusual
        references = _REFERENCE.findall(text)
        if len(references) != text.count(b"<c"):
            raise _Unusual
        _take(self.findings, references)
        # An empty cell closes itself: the others are filled for sure, and too many of them need no second look.
        self._filled_at_least += len(references) - text.count(b"/>")
        if self._filled_at_least > MAX_CELLS:
            raise Rejected("too_many_cells", sheet=self.findings.sheet, limit=MAX_CELLS)
        if _ASTRAY.search(text):
            raise _Unusual
        if b' hidden="' in text:
            self._hidden_rows(text)
        if b't="e"' in text or b"<f" in text:
            self._special(text)

    def _hidden_rows(self, text: bytes) -> None:
        for match in _ROW.finditer(text):
            if b"hidden" in match[1]:
                row = dict(_ATTRIBUTE.findall(match[1]))
                if row.get(b"hidden") in _TRUE:
                    self.findings.hidden_rows.append(int(row[b"r"]) - 1)

    def _special(self, text: bytes) -> None:
        for match in _CELL.finditer(text):
            attributes, body = match.groups()
            if not body or not (b't="e"' in attributes or b"<f" in body):
                continue
            cell = dict(_ATTRIBUTE.findall(attributes))
            row, column = cell_position(cell[b"r"].decode(), self.findings.sheet)
            formula, result = _FORMULA.search(body), _RESULT.search(body)
            note_cell(
                self.findings, row, column, cell.get(b"t", b"").decode(),
                None if formula is None else _plain(formula[1]), None if result is None else _plain(result[1]),
            )  # fmt: skip

    def _tail(self, text: bytes) -> None:
        if b"mergeCell" in text:
            for match in _MERGED.finditer(text):
                note_merged(self.findings, match[1].decode("ascii", "replace"))


def _take(findings: Findings, references: list[tuple[bytes, bytes]]) -> None:
    """Take cells into the box around all of them; each column and each row is looked at once."""
    if not references:
        return
    columns, rows = map(set, zip(*references, strict=True))
    rights, bottoms = list(map(column_number, columns)), list(map(_row_number, rows))
    if max(rights) >= LAST_COLUMN or max(bottoms) >= MAX_ROWS or min(bottoms) < 0:
        cell = max(columns, key=column_number) + max(rows, key=_row_number)
        raise Rejected("outside", cell=cell.decode()[:40], sheet=findings.sheet)
    findings.stretch(min(bottoms), min(rights), max(bottoms), max(rights))
    findings.filled += len(references)


def note_cell(findings: Findings, row: int, column: int, kind: str, formula: str | None, result: str | None) -> None:
    """Note a cell that is an error, or a formula; `None` for a formula or a result that is not there."""
    if formula is not None:
        findings.formulas += 1
    if kind == "e":
        findings.errors.append((row, column, (result or "#N/A").strip()))
    elif formula is not None and (result is None or (not result.strip() and kind != "str")):
        findings.add_unvalued(row, column, formula)


def note_merged(findings: Findings, reference: str) -> None:
    """Note a merged area such as `A1:C2`; one that is badly written merges nothing."""
    first, _, last = reference.partition(":")
    try:
        top, left = cell_position(first, findings.sheet)
        bottom, right = cell_position(last or first, findings.sheet)
    except Rejected:
        return
    if (top, left) != (bottom, right) and top <= bottom and left <= right:
        findings.merged.append((top, left, bottom, right))


def exact_scan(pieces: Pieces, part: str, sheet: str) -> Findings:
    """Return the same findings by a full parse of the sheet."""
    scan = _Parse(sheet, part)
    parse(pieces(), part, start=scan.start, end=scan.end, text=scan.text)
    return scan.findings


class _Parse:
    """The full parse: any prefix, any quotes, cells with or without a reference."""

    def __init__(self, sheet: str, part: str) -> None:
        self.findings, self._part = Findings(sheet), part
        self._row, self._column = -1, -1
        self._kind = ""
        self._inside, self._filled = False, False
        self._texts: dict[str, str | None] = {}
        self._gathering = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        match local(name):
            case "c":
                self._cell(attributes)
            case "f" | "v" as gathered if self._inside:
                self._gathering, self._filled = gathered, True
                self._texts[gathered] = ""
            case "is":
                self._filled = True
            case "row":
                self._open_row(attributes)
            case "mergeCell":
                note_merged(self.findings, attributes.get("ref", ""))
            case "col" if attributes.get("hidden") in {"1", "true"}:
                self.findings.hide_columns(int(attributes["min"]) - 1, int(attributes["max"]) - 1)

    def text(self, text: str) -> None:
        if self._gathering:
            self._texts[self._gathering] = (self._texts[self._gathering] or "") + text

    def end(self, name: str) -> None:
        element = local(name)
        if element in {"f", "v"}:
            self._gathering = ""
        elif element == "c":
            self._inside = False
            formula, result = self._texts.get("f"), self._texts.get("v")
            if self._kind == "s" and result is not None and not _NUMBER_OF_TEXT.fullmatch(result):
                raise Rejected("damaged", part=self._part)
            if self._filled:
                self.findings.filled += 1
                self.findings.stretch(self._row, self._column, self._row, self._column)
                note_cell(self.findings, self._row, self._column, self._kind, formula, result)

    def _open_row(self, attributes: dict[str, str]) -> None:
        self._row = _row_number(attributes["r"].encode()) if "r" in attributes else self._row + 1
        self._column = -1
        if not 0 <= self._row < MAX_ROWS:
            raise Rejected("outside", cell=str(self._row + 1)[:40], sheet=self.findings.sheet)
        if attributes.get("hidden") in {"1", "true"}:
            self.findings.hidden_rows.append(self._row)

    def _cell(self, attributes: dict[str, str]) -> None:
        if "r" in attributes:
            self._row, self._column = cell_position(attributes["r"], self.findings.sheet)
        else:
            self._column += 1
        self._inside, self._filled, self._texts = True, False, {}
        self._kind = attributes.get("t", "")


def _count_filled(pieces: Pieces, findings: Findings) -> None:
    """Take the box and the number of cells again, without the empty cells that only carry a format."""
    findings.top, findings.left, findings.bottom, findings.right, findings.filled = MAX_ROWS, LAST_COLUMN, -1, -1, 0
    pending = b""
    for piece in pieces():
        pending += piece
        cut = pending.rfind(b"</c>")
        cut = cut + 4 if cut >= 0 else pending.rfind(b"<")
        _take(findings, _FILLED.findall(pending[:cut]))
        if findings.filled > MAX_CELLS or findings.right >= MAX_COLUMNS:
            return
        pending = pending[cut:]


def _row_number(digits: bytes) -> int:
    return int(digits) - 1 if digits.isdigit() and len(digits) <= 7 else MAX_ROWS


def _plain(text: bytes | None) -> str:
    plain = (text or b"").decode("utf-8", "replace")
    if "&" in plain:
        plain = plain.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&apos;", "'")
        plain = plain.replace("&amp;", "&")
    return plain
