"""Texts as a workbook keeps them: each once, cleaned of what XML or a cell can't hold."""

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape

from desktop_app.domain.letting_go import let_go
from desktop_app.excel.cells import LONGEST
from desktop_app.excel.layout import LONG_TEXTS_SHEET

# What XML forbids; tabs too, which some programs lose.
_FORBIDDEN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
# A text that looks like the escape of a character must be escaped itself.
_LIKE_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_AT_ONCE = 1_000
CONTINUED = f" […] (suite / continued: {LONG_TEXTS_SHEET})"


def clean(text: str) -> str:
    """Return a text without the characters that a workbook can't hold."""
    return _FORBIDDEN.sub(" ", text) if _FORBIDDEN.search(text) else text


def too_long(text: str) -> bool:
    """Return whether a cell can't hold a text; it counts UTF-16 units."""
    return len(text) * 2 > LONGEST and len(text.encode("utf-16-le")) // 2 > LONGEST


def beginning(text: str) -> str:
    """Return the beginning of a text that is too long, with the mark that says where the rest stands."""
    return parts(text, LONGEST - 200)[0] + CONTINUED


def parts(text: str, size: int = LONGEST - 200) -> list[str]:
    """Cut a text into parts that cells can hold."""
    found, start, count = [], 0, 0
    for place, char in enumerate(text):
        units = 2 if ord(char) > 0xFFFF else 1
        if count + units > size:
            found.append(text[start:place])
            start, count = place, 0
        count += units
    return [*found, text[start:]]


class Strings:
    """The shared strings of a workbook: the shell's own, and those that are spliced in after them."""

    def __init__(self, shell: bytes) -> None:
        head, _, tail = shell.decode().partition("<sst ")
        attributes, _, body = tail.partition(">")
        self._before, self._body = head, body.removesuffix("</sst>")
        self._first = int(re.search(r'uniqueCount="(\d+)"', attributes)[1])  # type: ignore[index]
        self._count = int(re.search(r'(?<!e)count="(\d+)"', attributes)[1])  # type: ignore[index]
        self._known: dict[str, int] = {}
        self._used = 0

    def number(self, text: str) -> int:
        """Return the number of a text, which is added when new."""
        self._used += 1
        return self._known.setdefault(text, self._first + len(self._known))

    def xml(self) -> Iterator[bytes]:
        """Yield the part as it is written, and let go of the texts: they are asked for no more."""
        unique = self._first + len(self._known)
        namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        total = max(self._count + self._used, unique)
        head = f'{self._before}<sst xmlns="{namespace}" count="{total}" uniqueCount="{unique}">{self._body}'
        yield head.encode()
        texts = list(self._known)
        self._known.clear()
        for start in range(0, len(texts), _AT_ONCE):
            yield "".join(map(_item, texts[start : start + _AT_ONCE])).encode()
        let_go(texts)
        yield b"</sst>"


def _item(text: str) -> str:
    if "_x" in text:
        text = _LIKE_ESCAPE.sub("_x005F_", text)
    space = ' xml:space="preserve"' if text != text.strip() else ""
    return f"<si><t{space}>{escape(text)}</t></si>"
