"""Rows on their way from the reading process to the program: by column, cleaned of what no text should hold.

A column of one type travels as one text or one list of numbers, half the work of a list of values each with its type.
A message is either JSON, or a block of rows: `R`, the length of a JSON heading, the heading (number of rows; kind and
length of each column), and the columns one after the other.
"""

import json
import re
import struct
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import islice, zip_longest
from typing import Any

ROWS = b"R"
# Between the texts of a column: a control character, which cleaned text can't hold.
SEPARATOR = "\x7f"
_CELLS_A_BLOCK = 20_000
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")
_CONTROL_BYTES = bytes(set(range(32)) - {9, 10})
# How the other characters that are stripped begin in UTF-8.
_STRANGE_BYTES = (b"\xc2", b"\xef\xbb", b"\xef\xbf")

_dumps = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


def blocks(rows: Iterable[Sequence[Any]], width: int) -> Iterator[bytes]:
    """Yield rows packed in blocks of about the same weight."""
    size = max(_CELLS_A_BLOCK // max(width, 1), 1)
    remaining = iter(rows)
    while block := list(islice(remaining, size)):
        yield pack(block)


def pack(rows: Sequence[Sequence[Any]]) -> bytes:
    """Return rows as one message."""
    columns = [_column(values) for values in zip_longest(*rows, fillvalue="")]
    heading = _dumps([len(rows), [[kind, len(packed)] for kind, packed in columns]]).encode()
    return b"".join((ROWS, struct.pack("<I", len(heading)), heading, *(packed for _kind, packed in columns)))


def clean(text: str) -> str:
    """Return text composed (NFC), with `\\n` for every end of line and no other control character but tabs."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROL.sub("", text)


def _is_clean(text: str, raw: bytes) -> bool:
    if len(raw.translate(None, _CONTROL_BYTES)) != len(raw):
        return False
    if text.isascii():
        return True
    if any(mark in raw for mark in _STRANGE_BYTES) and _CONTROL.search(text.replace(SEPARATOR, "")):
        return False
    return unicodedata.is_normalized("NFC", text)


def _column(values: Sequence[Any]) -> tuple[str, bytes]:
    kinds = set(map(type, values))
    if kinds == {str}:
        return _texts(values)
    if not kinds - {int, float}:
        return "n", _numbers(values)
    if not kinds - {int, float, str} and _texts_are_empty(values):
        return "n", _numbers([None if value == "" else value for value in values])
    if not kinds - {date, str} and _texts_are_empty(values):
        return "d", _dumps([value.toordinal() if value else None for value in values]).encode()
    return "m", _dumps(list(map(_any, values))).encode("utf-8", "replace")


def _texts(values: Sequence[str]) -> tuple[str, bytes]:
    joined = SEPARATOR.join(values)
    raw = joined.encode("utf-8", "replace")
    if len(raw) < len(values):
        return "e", b""
    if joined.count(SEPARATOR) >= len(values) or not _is_clean(joined, raw):
        raw = SEPARATOR.join(map(clean, values)).encode("utf-8", "replace")
    return "s", raw


def _numbers(values: Sequence[float | None]) -> bytes:
    # A workbook knows no difference between 5 and 5.0; a postal code typed as a number must not end in ".0".
    return _dumps(values).replace(".0,", ",").replace(".0]", "]").encode()


def _texts_are_empty(values: Sequence[Any]) -> bool:
    return not any(value for value in values if type(value) is str)


def _any(value: Any) -> Any:
    make = _MAKERS.get(type(value))
    return value if make is None else make(value)


def _moment(value: datetime) -> dict[str, Any]:
    # Excel keeps a fraction of a day, which comes back as 23:59:59.914 for midnight.
    if value.microsecond:
        value = (value + timedelta(milliseconds=500)).replace(microsecond=0)
    if value.time() == time():
        return {"d": value.toordinal()}
    return {"t": value.isoformat()}


def _hour(value: time) -> dict[str, Any]:
    moment = datetime.combine(date(2000, 1, 1), value)
    rounded = (moment + timedelta(milliseconds=500)).replace(microsecond=0)
    return {"h": (rounded if rounded.day == 1 else moment.replace(microsecond=0)).time().isoformat()}


def _duration(value: timedelta) -> str:
    """Return a duration as Excel shows it, `26:30:00`: there is no type for it elsewhere."""
    seconds = round(value.total_seconds())
    sign, seconds = ("-", -seconds) if seconds < 0 else ("", seconds)
    return f"{sign}{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


_MAKERS: dict[type, Callable[[Any], Any]] = {
    str: lambda text: clean(text) or None,
    float: lambda number: int(number) if number.is_integer() and abs(number) < 1e16 else number,
    date: lambda day: {"d": day.toordinal()},
    datetime: _moment,
    time: _hour,
    timedelta: _duration,
}
