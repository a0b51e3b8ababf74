"""Reading a text file of cells: its encoding and its separator are found by counting."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from typing import NamedTuple

from desktop_app.excel.accents import accents_of
from desktop_app.excel.findings import MAX_CELLS, MAX_COLUMNS, MAX_TEXT
from desktop_app.excel.rejected import Rejected
from desktop_app.excel.wide_letters import wide_letters

SEPARATORS = (";", "\t", ",", "|")
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe\0\0", "utf-32-le"), (b"\0\0\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"),
)  # fmt: skip
# What French and its neighbours are written with, and how much each speaks for an encoding: the bytes of one encoding
# often spell rarer letters in another.
_WEIGHTS = dict.fromkeys("ëâäùûüîïôöœæÉÈÊËÀÂÄÇÙÛÜÎÏÔÖŒÆáíóúñãõßåøÁÍÓÚÑÕ‘“”«»°€–—…·\u00a0", 1) | {
    "é": 6, "è": 3, "à": 3, "ê": 2, "ç": 2, "’": 2,
}  # fmt: skip
_SAMPLE_LINES = 200
_DECLARED = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d)")


class Table(NamedTuple):
    """A text file of cells, ready to be read row by row."""

    text: str
    encoding: str
    separator: str
    notes: list[str]

    def rows(self) -> Iterator[list[str]]:
        """Yield the rows; each has as many cells as its line."""
        csv.field_size_limit(MAX_TEXT)
        cells = 0
        lines = csv.reader(StringIO(self.text, newline=""), delimiter=self.separator)
        try:
            for row in lines:
                cells += len(row) or 1
                if len(row) > MAX_COLUMNS and any(row[MAX_COLUMNS:]):
                    raise Rejected("too_many_columns", sheet="", limit=MAX_COLUMNS)
                if cells > MAX_CELLS * 2:
                    raise Rejected("too_many_cells", sheet="", limit=MAX_CELLS * 2)
                yield row[:MAX_COLUMNS]
        except csv.Error as error:
            raise Rejected("long_field", line=lines.line_num, limit=MAX_TEXT) from error


def read_text(data: bytes, encoding: str | None = None, separator: str | None = None) -> Table:
    """Return the table of a text file, in the encoding and with the separator that were asked for, else found."""
    notes: list[str] = []
    if encoding is None:
        text, encoding = _decoded(data, notes)
    else:
        text = data.decode(encoding, "replace")
    text = text.removeprefix("\ufeff").replace("\0", "")
    declared = _DECLARED.match(text)
    if declared:
        text = text[declared.end() :]
    if separator is None:
        separator = declared[1] if declared else _found_separator(text)
    if text.count('"') % 2:
        notes.append("unclosed_quote")
    return Table(text, encoding, separator, notes)


def _decoded(data: bytes, notes: list[str]) -> tuple[str, str]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), encoding
    wide = _wide_encoding(data[:4096])
    if wide:
        return data.decode(wide, "replace"), wide
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    if _is_mixed(data):
        notes.append("mixed_encoding")
        return "".join(map(_line, data.splitlines(keepends=True))), "utf-8"
    encoding = wide_letters(data) or _narrow_encoding(data)
    notes.append("guessed_encoding")
    return data.decode(encoding, "replace"), encoding


def _wide_encoding(head: bytes) -> str | None:
    """Tell UTF-16 without a mark by where its zero bytes stand."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd * 3 > len(head) and even * 20 < odd:
        return "utf-16-le"
    if even * 3 > len(head) and odd * 20 < even:
        return "utf-16-be"
    return None


def _is_mixed(data: bytes) -> bool:
    """Tell a file pasted together from UTF-8 and Windows lines: a fair part of its accents is valid UTF-8."""
    valid = broken = 0
    for line in data.splitlines():
        if not line.isascii():
            try:
                line.decode("utf-8")
                valid += 1
            except UnicodeDecodeError:
                broken += 1
    return valid > 0 and valid * 10 >= broken


def _line(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")


def _narrow_encoding(data: bytes) -> str:
    """Choose among encodings of one byte a character by counting the letters that each of them spells."""
    strange = data.translate(None, bytes(range(128)))[:200_000]
    counts = Counter(strange)
    scores = {encoding: _score_letters(counts, encoding) for encoding in ("cp1252", "mac-roman", "cp850")}
    best = max(scores, key=lambda encoding: scores[encoding])
    # A lone accent proves nothing: old Mac and DOS files show themselves by many.
    if scores[best] < 10 or scores[best] <= 2 * scores["cp1252"]:
        best = "cp1252"
    if best == "cp1252" and (elsewhere := accents_of(counts)):
        return elsewhere
    # The five bytes that cp1252 leaves undefined are control characters in Latin-1.
    if best == "cp1252" and any(counts[byte] for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D)):
        return "latin-1"
    return best


def _score_letters(counts: Counter[int], encoding: str) -> int:
    return sum(_WEIGHTS.get(bytes([byte]).decode(encoding, "replace"), 0) * times for byte, times in counts.items())


def _found_separator(text: str) -> str:
    sample = _sample(text)
    ranked = [(*_score(sample, separator), -order, separator) for order, separator in enumerate(SEPARATORS)]
    consistency, _width, _order, separator = max(ranked)
    return separator if consistency > 0 else ";" if ";" in sample else ","


def _sample(text: str) -> str:
    end = 0
    for _line_number in range(_SAMPLE_LINES):
        found = re.compile(r"\r\n|\r|\n").search(text, end)
        if found is None:
            return text[:200_000]
        end = found.end()
    return text[: min(end, 200_000)]


def _score(sample: str, separator: str) -> tuple[float, int]:
    """Return how regularly a separator cuts the lines, and into how many cells."""
    if separator not in sample:
        return 0.0, 0
    if separator == "," and not _DECIMAL_COMMA.sub("", sample).count(",") and ";" in sample:
        # Every comma stands between two digits, and another separator is there.
        return 0.0, 0
    try:
        widths = [len(row) for row in csv.reader(StringIO(sample, newline=""), delimiter=separator) if any(row)]
    except csv.Error:
        return 0.0, 0
    cut = Counter(width for width in widths if width > 1)
    if not cut:
        return 0.0, 0
    width, times = max(cut.items(), key=lambda item: (item[1], item[0]))
    # A heading that the separator does not cut is the surest sign against it.
    heading = 0.2 if widths[0] > 1 else 0.0
    return round(times / len(widths) + heading, 1), width
