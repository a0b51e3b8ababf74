"""The second opinion: what openpyxl makes of a workbook that the usual reader could not read."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from desktop_app.excel.rejected import Rejected

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


def sheets(data: bytes) -> Iterator[tuple[str, bool, list[list[Any]]]]:
    """Yield each sheet: its name, whether it is hidden, and its rows from A1 on."""
    import openpyxl

    try:
        # The normal mode: the read-only one silently drops cells when the announced size is wrong.
        book = openpyxl.load_workbook(BytesIO(data), data_only=True, keep_links=False)
    except Exception as error:
        # KeyError, TypeError, ValueError, BadZipFile, ParseError…, as the damage happens to be.
        raise Rejected("damaged", part=type(error).__name__) from error
    if not book.worksheets:
        raise Rejected("no_table")
    for sheet in book.worksheets:
        rows = [
            ["" if value is None else _decoded(value) for value in row] for row in sheet.iter_rows(values_only=True)
        ]
        yield sheet.title, sheet.sheet_state != "visible", _trimmed(rows)


def _trimmed(rows: list[list[Any]]) -> list[list[Any]]:
    """Leave out the empty end of rows and sheet: cells that only carry a format are no cells."""
    width = max((column + 1 for row in rows for column, value in enumerate(row) if value != ""), default=0)
    height = max((number + 1 for number, row in enumerate(rows) if any(value != "" for value in row)), default=0)
    return [row[:width] for row in rows[:height]]


def _decoded(value: Any) -> Any:
    if isinstance(value, str) and "_x" in value:
        return _ESCAPE.sub(lambda escape: chr(int(escape[1], 16)), value)
    return value
