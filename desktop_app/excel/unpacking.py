"""Rows as they arrive from the reading process, made into plain values again and put right by what the guard found."""

import json
import struct
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time
from sys import intern
from typing import Any

from desktop_app.excel.packing import ROWS, SEPARATOR
from desktop_app.excel.sheets import Area, CellError, NoValue, Row, Value

# Cells that may be emptied under merged areas; areas that overlap a thousand times are nobody's table.
_MERGED_CELLS = 10_000_000


def frame(data: bytes) -> list[Any]:
    """Return a message of the reading process: its kind first."""
    if data[:1] == ROWS:
        return _block(data)
    message = json.loads(data)
    if not isinstance(message, list) or not message:
        raise ValueError("not a message")
    return message


def _block(data: bytes) -> list[Any]:
    (length,) = struct.unpack_from("<I", data, 1)
    at = 5 + length
    count, described = json.loads(data[5:at])
    columns = []
    for kind, size in described:
        columns.append((kind, data[at : at + size]))
        at += size
    return ["rows", count, columns]


def unpack(count: int, columns: list[tuple[str, bytes]], left: int) -> list[Row]:
    """Return the rows of a block, after `left` empty columns."""
    empty: list[Value] = [None] * count
    values = [empty] * left
    values += [empty if kind == "e" else _COLUMNS[kind](packed) for kind, packed in columns]
    if all(column is empty for column in values):
        return [(None,) * len(values)] * count
    return list(zip(*values, strict=True))


class SheetRows:
    """The rows of one sheet, in which single cells are replaced before they are handed out."""

    def __init__(self, rows: list[Row]) -> None:
        self._rows = rows

    def correct(self, found: Mapping[str, Any]) -> list[Row]:
        """Return the rows with errors, formulas without value and booleans in their cells."""
        cells: dict[int, dict[int, Value]] = {}
        for row, column, code in found["errors"]:
            cells.setdefault(row, {})[column] = CellError(code)
        for row, column, formula in found["unvalued"]:
            cells.setdefault(row, {})[column] = NoValue(formula)
        for row, column, value in found["booleans"]:
            cells.setdefault(row, {})[column] = value
        for row, corrections in cells.items():
            self._replace(row, corrections)
        self._empty_merged(areas(found["merged"]))
        return self._rows

    def _replace(self, row: int, corrections: Mapping[int, Value]) -> None:
        while len(self._rows) <= row:
            self._rows.append(())
        values = list(self._rows[row])
        values += [None] * (max(corrections) + 1 - len(values))
        for column, value in corrections.items():
            values[column] = value
        self._rows[row] = tuple(values)

    def _empty_merged(self, merged: Iterable[Area]) -> None:
        """Empty the cells under merged ones: only the first of them is seen, and says something."""
        left = _MERGED_CELLS
        for area in merged:
            for row in range(area.top, min(area.bottom + 1, len(self._rows))):
                values = self._rows[row]
                first = area.left + 1 if row == area.top else area.left
                end = min(area.right + 1, len(values))
                left -= max(end - first, 1)
                if left < 0:
                    return
                if any(value is not None for value in values[first:end]):
                    self._rows[row] = (*values[:first], *([None] * (end - first)), *values[end:])


def areas(merged: Iterable[Iterable[int]]) -> tuple[Area, ...]:
    """Return merged areas as the program knows them."""
    return tuple(Area(*numbers) for numbers in merged)


def _not_a_number(_name: str) -> CellError:
    return CellError("#NUM!")


_loads = json.JSONDecoder(parse_constant=_not_a_number).decode


def _texts(packed: bytes) -> list[Value]:
    # The same text again and again, in the file and in what was sent, is kept once, and compared at a glance.
    return [intern(value) if value else None for value in packed.decode().split(SEPARATOR)]


def _numbers(packed: bytes) -> list[Value]:
    numbers: list[Value] = _loads(packed.decode())
    return numbers


def _days(packed: bytes) -> list[Value]:
    return [None if day is None else date.fromordinal(day) for day in _loads(packed.decode())]


def _mixed(packed: bytes) -> list[Value]:
    values = _loads(packed.decode())
    return [_VALUES[next(iter(value))](*value.values()) if type(value) is dict else value for value in values]


_VALUES: Mapping[str, Callable[[Any], Value]] = {
    "d": date.fromordinal,
    "t": datetime.fromisoformat,
    "h": time.fromisoformat,
}
_COLUMNS: Mapping[str, Callable[[bytes], list[Value]]] = {"s": _texts, "n": _numbers, "d": _days, "m": _mixed}
