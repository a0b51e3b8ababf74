"""A look at the records of a binary .xlsb workbook before it is read."""

import struct
from collections.abc import Iterator

from desktop_app.excel.findings import LAST_COLUMN, MAX_ROWS, MAX_TEXTS, Findings
from desktop_app.excel.rejected import Rejected

ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}  # fmt: skip
_ROW, _ERROR, _FORMULA_ERROR, _LAST_CELL = 0, 3, 11, 11
_COLUMN, _SHEET, _TEXTS, _MERGED = 60, 156, 159, 176
_HIDDEN_ROW = 0x10


def bundled_sheets(data: bytes) -> list[tuple[str, str]]:
    """Return name and relation of each sheet that `workbook.bin` lists."""
    listed = []
    for kind, record in _records(data):
        if kind == _SHEET:
            relation, at = _text(record, 8)
            name, _ = _text(record, at)
            listed.append((name, relation))
    return listed


def check_texts(data: bytes) -> None:
    """Refuse a table of shared texts that announces too many of them."""
    for kind, record in _records(data):
        if kind == _TEXTS:
            if max(_numbers("<II", record)) > MAX_TEXTS:
                raise Rejected("too_many_texts", limit=MAX_TEXTS)
            return


def scan_binary_sheet(data: bytes, sheet: str) -> Findings:
    """Return what a binary worksheet holds besides plain values; refuse it when it is out of bounds."""
    findings = Findings(sheet)
    row = -1
    for kind, record in _records(data):
        if kind == _ROW:
            row = _open_row(record, findings)
        elif 1 < kind <= _LAST_CELL:
            column = _numbers("<I", record)[0]
            if not 0 <= row < MAX_ROWS or column >= LAST_COLUMN:
                raise Rejected("outside", cell=f"{row + 1}:{column + 1}", sheet=sheet)
            findings.filled += 1
            findings.stretch(row, column, row, column)
            if kind in {_ERROR, _FORMULA_ERROR}:
                findings.errors.append((row, column, ERRORS.get(record[8] if len(record) > 8 else 0x2A, "#N/A")))
        elif kind == _MERGED:
            top, bottom, left, right = _numbers("<IIII", record)
            if top <= bottom < MAX_ROWS and left <= right < LAST_COLUMN:
                findings.merged.append((top, left, bottom, right))
        elif kind == _COLUMN:
            first, last, _, _, flags = _numbers("<IIIIH", record)
            if flags & 1:
                findings.hide_columns(first, last)
    findings.judge()
    return findings


def _open_row(record: bytes, findings: Findings) -> int:
    row: int = _numbers("<I", record)[0]
    if row >= MAX_ROWS:
        raise Rejected("outside", cell=str(row + 1), sheet=findings.sheet)
    if len(record) > 11 and record[11] & _HIDDEN_ROW:
        findings.hidden_rows.append(row)
    return row


def _records(data: bytes) -> Iterator[tuple[int, bytes]]:
    at, end = 0, len(data)
    while at < end:
        kind = data[at]
        at += 1
        if kind & 0x80 and at < end:
            kind = kind & 0x7F | (data[at] & 0x7F) << 7
            at += 1
        size = shift = 0
        while at < end and shift < 28:
            byte = data[at]
            at += 1
            size |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80:
                break
        if at + size > end:
            raise Rejected("damaged", part="bin")
        yield kind, data[at : at + size]
        at += size


def _numbers(form: str, record: bytes) -> tuple[int, ...]:
    if len(record) < struct.calcsize(form):
        raise Rejected("damaged", part="bin")
    return struct.unpack_from(form, record)


def _text(record: bytes, at: int) -> tuple[str, int]:
    length = _numbers("<I", record[at:])[0]
    end = at + 4 + 2 * length
    # 0xFFFFFFFF stands for no text.
    if length == 0xFFFF_FFFF:
        return "", at + 4
    if end > len(record):
        raise Rejected("damaged", part="bin")
    return record[at + 4 : end].decode("utf-16-le", "replace"), end
