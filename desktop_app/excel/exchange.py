"""The workbook between offices: the usual sheets in another colour, and in the hidden one what carries the journal."""

import base64
import hashlib
import io
import json
import re
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from desktop_app.excel.layout import SYNC_SHEET, Contents
from desktop_app.excel.placing import place
from desktop_app.excel.rereading import verify
from desktop_app.excel.sheets import Book
from desktop_app.excel.write import build, not_written
from desktop_app.excel.write_readme import BLUE

GREEN = "#1B7F5C"
# What the cell before the pieces starts with; its rest is the header as JSON.
_MARK = "passerelle-exchange "
_PIECE = 30_000


@dataclass(frozen=True, slots=True)
class Carried:
    """What a workbook between offices carries: its header, and the packed journal; None where it was damaged."""

    header: Mapping[str, Any]
    packed: bytes | None


def write_exchange(path: Path, contents: Contents, header: Mapping[str, Any], packed: bytes, *, lang: str) -> None:
    """Write a workbook between offices, whole or not at all."""
    try:
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".passerelle-") as folder:
            plain, made = Path(folder) / "plain.xlsx", Path(folder) / "workbook.xlsx"
            kept, _base = build(plain, contents, lang=lang)
            _carry(plain, made, list(_cells(header, packed)))
            verify(made, contents, kept)
            place(made, path)
    except OSError as error:
        raise not_written(path, error) from error


def _cells(header: Mapping[str, Any], packed: bytes) -> Iterator[str]:
    text = base64.b64encode(packed).decode()
    pieces = [text[start : start + _PIECE] for start in range(0, len(text), _PIECE)]
    whole = {**header, "pieces": len(pieces), "sha256": hashlib.sha256(packed).hexdigest()}
    yield _MARK + json.dumps(whole, ensure_ascii=False)
    yield from pieces


def _carry(plain: Path, made: Path, cells: list[str]) -> None:
    """Add the cells below those of the hidden sheet, and change the colour."""
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        names = re.findall(r'<sheet name="([^"]*)"', source.read("xl/workbook.xml").decode())
        hidden = f"xl/worksheets/sheet{names.index(SYNC_SHEET) + 1}.xml"
        for info in source.infolist():
            held = source.read(info.filename)
            if info.filename == hidden:
                held = _with_cells(held.decode(), cells).encode()
            elif info.filename in ("xl/styles.xml", "xl/sharedStrings.xml"):
                held = held.replace(BLUE[1:].encode(), GREEN[1:].encode())
            package.writestr(info.filename, held)


def _with_cells(xml: str, cells: list[str]) -> str:
    first = xml.count("<row ") + 1
    out = io.StringIO()
    for number, text in enumerate(cells, first):
        out.write(f'<row r="{number}"><c r="A{number}" t="inlineStr"><is><t>{escape(text)}</t></is></c></row>')
    xml = re.sub(r'<dimension ref="[^"]*"', f'<dimension ref="A1:A{first + len(cells) - 1}"', xml)
    return xml.replace("</sheetData>", out.getvalue() + "</sheetData>")


def carried_in(book: Book) -> Carried | None:
    """Return what a workbook between offices carries, wherever its hidden sheet is now; None for any other file."""
    for sheet in book.sheets:
        for place_, row in enumerate(sheet.rows):
            first = row[0] if row else None
            if isinstance(first, str) and first.startswith(_MARK):
                return _read([row[0] if row else None for row in sheet.rows[place_:]])
    return None


def _read(cells: list[Any]) -> Carried | None:
    try:
        header = json.loads(cells[0][len(_MARK) :])
    except ValueError:
        return Carried({}, None)
    if not isinstance(header, dict):
        return Carried({}, None)
    pieces = header.get("pieces")
    count = pieces if isinstance(pieces, int) and 0 <= pieces < len(cells) else 0
    try:
        packed = base64.b64decode("".join(str(cell or "") for cell in cells[1 : count + 1]), validate=True)
    except ValueError:
        return Carried(header, None)
    whole = hashlib.sha256(packed).hexdigest() == header.get("sha256")
    return Carried(header, packed if whole else None)
