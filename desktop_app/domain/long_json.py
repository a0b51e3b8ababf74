"""JSON of many rows, written and read a piece at a time.

Python's own goes through all of it in one go, and no other thread runs meanwhile: with 100,000 rows the screen would stand
still for seconds.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_AT_ONCE = 500
_LONG = 100_000
_COMPACT = (",", ":")
_GAP = re.compile(r"\s*")


def write(value: Mapping[str, Any]) -> str:
    """Return an object as JSON, without blanks."""
    return "".join(pieces(value))


def pieces(value: Any) -> Iterator[str]:
    """Yield a value as JSON, without blanks, a piece at a time."""
    if isinstance(value, Mapping):
        mark = "{"
        for name, held in value.items():
            yield f"{mark}{_whole(str(name))}:"
            yield from pieces(held)
            mark = ","
        yield "}" if value else "{}"
    elif isinstance(value, Sequence) and not isinstance(value, str) and value:
        mark = "["
        for start in range(0, len(value), _AT_ONCE):
            block = value[start : start + _AT_ONCE]
            if len(value) > _AT_ONCE:
                yield f"{mark}{_whole(block)[1:-1]}"
                mark = ","
                continue
            for held in block:  # short, but what it holds may be long
                yield mark
                yield from pieces(held)
                mark = ","
        yield "]"
    elif isinstance(value, str) and len(value) > _LONG:
        yield '"'
        yield from (_whole(value[start : start + _LONG])[1:-1] for start in range(0, len(value), _LONG))
        yield '"'
    else:
        yield _whole(value)


def _whole(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=_COMPACT)


def read(text: str) -> dict[str, Any]:
    """Return the object that JSON holds, whoever wrote it; raises ValueError where it is none."""
    decoder, found = json.JSONDecoder(), dict[str, Any]()
    at = _after(text, 0, "{")
    while text[at : at + 1] != "}":
        if found:
            at = _after(text, at, ",")
        name, end = decoder.raw_decode(text, at)
        at = _after(text, end, ":")
        if text[at : at + 1] == "[":
            found[name], at = _read_list(decoder, text, at)
        else:
            found[name], end = decoder.raw_decode(text, at)
            at = _after(text, end)
    return found


def _read_list(decoder: json.JSONDecoder, text: str, at: int) -> tuple[list[Any], int]:
    found: list[Any] = []
    at = _after(text, at, "[")
    while text[at : at + 1] != "]":
        if found:
            at = _after(text, at, ",")
        held, end = decoder.raw_decode(text, at)
        found.append(held)
        at = _after(text, end)
    return found, _after(text, at, "]")


def _after(text: str, at: int, mark: str = "") -> int:
    """Return the place after a mark and the blanks around it."""
    if mark:
        if not text.startswith(mark, at := _skip(text, at)):
            raise ValueError(f"“{mark}” is missing at {at}")
        at += len(mark)
    return _skip(text, at)


def _skip(text: str, at: int) -> int:
    gap = _GAP.match(text, at)
    return gap.end() if gap else at
