"""A look at the records of an old binary .xls workbook before it is read."""

import struct
from collections.abc import Iterator
from io import BytesIO
from typing import Any, NamedTuple

from desktop_app.excel.findings import MAX_SHEETS, Findings
from desktop_app.excel.rejected import Rejected
from desktop_app.excel.xlsb_scan import ERRORS

_BOUND_SHEET, _FILE_PASS, _BEGIN, _END = 0x85, 0x2F, 0x809, 0x0A
_BOOLEAN_OR_ERROR, _ROW, _COLUMN_INFO, _MERGED = 0x205, 0x208, 0x7D, 0xE5
_FORMULAS = (0x06, 0x206, 0x406)
_HIDDEN_ROW = 0x20
_SUMMARIES = ("\x05SummaryInformation", "\x05DocumentSummaryInformation")


class XlsFindings(NamedTuple):
    """What an .xls file holds besides plain values."""

    sheets: list[Findings]
    properties: dict[str, str]


def open_container(data: bytes) -> Any:
    """Return the container of an .xls file, or refuse it."""
    import olefile

    try:
        return olefile.OleFileIO(BytesIO(data))
    except Exception as error:
        # olefile raises OSError, TypeError, struct.error, IndexError…, as the damage happens to be.
        raise Rejected("damaged", part="OLE") from error


def scan_xls(data: bytes) -> XlsFindings:
    """Return what is to be known of an .xls file before it is read; `needs_password` when it is encrypted."""
    container = open_container(data)
    try:
        stream = container.openstream("Workbook" if container.exists("Workbook") else "Book").read()
        found = XlsFindings([], _properties(container))
    except Exception as error:
        raise Rejected("damaged", part="OLE") from error
    finally:
        container.close()
    for sheet, at in _listed_sheets(stream):
        found.sheets.append(_scan(stream, at, sheet))
    return found


def _listed_sheets(stream: bytes) -> list[tuple[str, int]]:
    listed: list[tuple[str, int]] = []
    wide = stream[4:6] == b"\x00\x06"
    for kind, record in _records(stream, 0):
        if kind == _FILE_PASS:
            raise Rejected("needs_password")
        if kind == _BOUND_SHEET and len(record) >= 8:
            listed.append((_sheet_name(record, wide=wide), struct.unpack_from("<I", record)[0]))
    if len(listed) > MAX_SHEETS:
        raise Rejected("too_many_sheets", limit=MAX_SHEETS)
    return listed


def _sheet_name(record: bytes, *, wide: bool) -> str:
    length = record[6]
    if not wide:
        return record[7 : 7 + length].decode("cp1252", "replace")
    if record[7] & 1:
        return record[8 : 8 + 2 * length].decode("utf-16-le", "replace")
    return record[8 : 8 + length].decode("latin-1")


def _scan(stream: bytes, at: int, sheet: str) -> Findings:
    findings = Findings(sheet)
    for kind, record in _records(stream, at):
        if kind == _BOOLEAN_OR_ERROR and len(record) >= 8 and record[7] == 1:
            row, column = struct.unpack_from("<HH", record)
            findings.errors.append((row, column, ERRORS.get(record[6], "#N/A")))
        elif kind in _FORMULAS and len(record) >= 14:
            row, column = struct.unpack_from("<HH", record)
            findings.formulas += 1
            if record[12:14] == b"\xff\xff" and record[6] == 2:
                findings.errors.append((row, column, ERRORS.get(record[8], "#N/A")))
        elif kind == _ROW and len(record) >= 14 and record[12] & _HIDDEN_ROW:
            findings.hidden_rows.append(struct.unpack_from("<H", record)[0])
        elif kind == _COLUMN_INFO and len(record) >= 10 and record[8] & 1:
            findings.hide_columns(*struct.unpack_from("<HH", record))
        elif kind == _MERGED and len(record) >= 2:
            _merge(record, findings)
    return findings


def _merge(record: bytes, findings: Findings) -> None:
    count = min(struct.unpack_from("<H", record)[0], (len(record) - 2) // 8)
    for number in range(count):
        top, bottom, left, right = struct.unpack_from("<HHHH", record, 2 + 8 * number)
        if top <= bottom and left <= right:
            findings.merged.append((top, left, bottom, right))


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """Yield the records of one substream, without those of charts drawn inside it."""
    depth, end = 0, len(stream)
    while at + 4 <= end:
        kind, size = struct.unpack_from("<HH", stream, at)
        if kind == _BEGIN:
            depth += 1
        elif kind == _END:
            depth -= 1
            if depth <= 0:
                return
        elif depth <= 1:
            yield kind, stream[at + 4 : at + 4 + size]
        at += 4 + size


def _properties(container: Any) -> dict[str, str]:
    """Return the document properties; they are a courtesy, so any damage there leaves them out."""
    found: dict[str, str] = {}
    try:
        if not all(
            map(_plausible, (container.openstream(name).read() for name in _SUMMARIES if container.exists(name)))
        ):
            return found
        summary = container.get_metadata()
        for name in ("title", "subject", "keywords"):
            value = getattr(summary, name)
            if value:
                found[name] = value.decode("cp1252", "replace") if isinstance(value, bytes) else str(value)
        if container.exists(_SUMMARIES[1]):
            found.update(_added_properties(container))
    except Exception:  # noqa: BLE001
        return found
    return found


def _plausible(stream: bytes) -> bool:
    """Tell whether a set of properties announces no more of them than it has room for: olefile would count to the end."""
    sections = struct.unpack_from("<I", stream, 24)[0]
    if sections > 2:
        return False
    for section in range(sections):
        (at,) = struct.unpack_from("<I", stream, 44 + 20 * section)
        if struct.unpack_from("<I", stream, at + 4)[0] * 8 > len(stream):
            return False
    return True


def _added_properties(container: Any) -> dict[str, str]:
    added: dict[str, str] = {}
    for entry in container.get_userdefined_properties(_SUMMARIES[1]):
        name, value = entry.get("property_name"), entry.get("value")
        if name and value is not None:
            text = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
            added[str(name).rstrip("\0")] = text.rstrip("\0")
    return added
