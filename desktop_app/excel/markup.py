"""Streaming checks that every XML part of a workbook passes: well formed, no DOCTYPE, no monstrous text."""

from collections.abc import Callable, Iterable, Iterator
from xml.parsers import expat

from desktop_app.excel.findings import MAX_TEXT
from desktop_app.excel.rejected import Rejected

_WIDE = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<", b"\0\0")

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Text = Callable[[str], None]


def parse(
    pieces: Iterable[bytes], part: str, *, start: Start | None = None, end: End | None = None, text: Text | None = None
) -> None:
    """Parse a part to its end, or refuse it."""
    for _piece in checked(pieces, part, start=start, end=end, text=text):
        pass


def checked(
    pieces: Iterable[bytes], part: str, *, start: Start | None = None, end: End | None = None, text: Text | None = None
) -> Iterator[bytes]:
    """Pass on the pieces of a part while it is parsed, or refuse it."""
    parser = _parser(part)
    if start is not None:
        parser.StartElementHandler = start
    if end is not None:
        parser.EndElementHandler = end
    if text is not None:
        parser.buffer_text = True
        parser.CharacterDataHandler = text
    first, run = True, 0
    try:
        for piece in pieces:
            if first:
                _refuse_wide(piece, part)
                first = False
            run = _text_run(run, piece, part)
            parser.Parse(piece, False)
            yield piece
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        # The latter for encodings that nobody knows, and for attributes that are missing or no numbers.
        raise Rejected("bad_xml", part=part) from error


def local(name: str) -> str:
    """Return the name of an element or attribute without its prefix."""
    return name.rpartition(":")[2]


def _parser(part: str) -> expat.XMLParserType:
    def doctype(*_declaration: object) -> None:
        raise Rejected("doctype", part=part)

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = doctype
    return parser


def _refuse_wide(piece: bytes, part: str) -> None:
    if piece.startswith(_WIDE):
        raise Rejected("utf16", part=part)


def _text_run(run: int, piece: bytes, part: str) -> int:
    """Follow the length of the text between two tags; pieces are much shorter than the limit."""
    opening = piece.find(b"<")
    if opening < 0:
        run += len(piece.decode("utf-8", "ignore"))
    elif run + opening > MAX_TEXT:
        run += len(piece[:opening].decode("utf-8", "ignore"))
    if run > MAX_TEXT:
        raise Rejected("long_text", part=part, limit=MAX_TEXT)
    return run if opening < 0 else len(piece) - piece.rfind(b">") - 1
