"""The shape of a cell: a number, a date, a short code, an address; what tells a row of headings from a row of data."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date, time

from desktop_app.excel.sheets import Row
from desktop_app.excel.sheets import Value as Raw

TEXT = "text"
_NUMBER = re.compile(r"[+-]?\d[\d ',.\u00a0\u202f]*\s*(?:%|[kKM]?\s*(?:€|EUR|USD|\$))?")
_DATE = re.compile(r"\d{1,4}[/.\-]\d{1,2}[/.\-]\d{1,4}(?:[T ].*)?")
_CODE = re.compile(r"[A-Z]{2,3}")
_UNIT = re.compile(r"[A-Z]{2,6}[ _\-]?[A-Z]?\d{2,5}")
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_WEB = re.compile(r"(?:https?://|www\.)\S+")
# From this share of its cells on, a column has a shape of its own.
_MOSTLY = 0.9


def shape(raw: Raw) -> str | None:
    """Return the shape of a cell; None for an empty one, `text` for words of any kind."""
    if raw is None:
        return None
    if isinstance(raw, bool):
        return TEXT
    if isinstance(raw, int | float):
        return "number"
    if isinstance(raw, date | time):
        return "date"
    text = str(raw).strip()
    if not text:
        return None
    for name, pattern in (("date", _DATE), ("number", _NUMBER), ("mail", _MAIL), ("web", _WEB), ("unit", _UNIT)):
        if pattern.fullmatch(text):
            return name
    return f"code{len(text)}" if _CODE.fullmatch(text) else TEXT


def column_shapes(rows: Sequence[Row], width: int) -> list[str | None]:
    """Return the shape that nearly all cells of each column have; `text` where they differ, None where all are empty."""
    shapes: list[str | None] = []
    for column in range(width):
        found = Counter(one for row in rows if column < len(row) and (one := shape(row[column])))
        if not found:
            shapes.append(None)
            continue
        (commonest, count), total = found.most_common(1)[0], found.total()
        shapes.append(commonest if count >= _MOSTLY * total and total > 1 else TEXT)
    return shapes


def looks_like_data(row: Row, shapes: Sequence[str | None]) -> bool:
    """Tell whether a row has the shapes of the rows below it, so that it is one of them and no row of headings."""
    votes = 0
    for raw, expected in zip(row, shapes, strict=False):
        own = shape(raw)
        if own is None or expected in (None, TEXT):
            votes += own not in (None, TEXT, "code2", "code3")  # a number is no heading
            continue
        votes += 1 if own == expected else -1
    return votes > 0
