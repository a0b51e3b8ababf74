"""How the rows of a foreign workbook look, beside what they say: colours, struck letters, comments, hidden rows."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from desktop_app.excel.kinds import ZIP, kind_of
from desktop_app.excel.process import Ended, Limits, converse
from desktop_app.excel.rejected import Rejected
from desktop_app.excel.sheets import Book, Looks, Sheet

# Larger files are lists that a program made; reading their looks would take as long as all the rest.
_LARGEST = 3_000_000


def with_looks(book: Book, path: Path, cancelled: Callable[[], bool] | None = None) -> Book:
    """Return a book with the looks of its rows, read in a process apart; as it is where they can't be read."""
    data = path.read_bytes() if book.kind in ("xlsx", "xlsm") and path.stat().st_size <= _LARGEST else b""
    found = _read(data, cancelled) if data and kind_of(data) == ZIP else {}
    sheets = tuple(_seen(sheet, found.get(sheet.name, {})) for sheet in book.sheets)
    return replace(book, sheets=sheets) if any(sheet.looks for sheet in sheets) else book


def _seen(sheet: Sheet, looks: dict[str, dict[str, str]]) -> Sheet:
    found: dict[str, dict[int, str]] = {
        kind: {int(row): text for row, text in rows.items()} for kind, rows in looks.items()
    }
    if hidden := {row: "x" for row in sheet.hidden_rows if row < len(sheet.rows)}:
        found["hidden"] = hidden
    made: Looks = found
    return replace(sheet, looks=made) if made else sheet


def _read(data: bytes, cancelled: Callable[[], bool] | None) -> dict[str, dict[str, dict[str, str]]]:
    try:
        with closing(converse([{"kind": "looks"}], data, Limits.for_size(len(data)), cancelled)) as messages:
            for _number, message in messages:
                match message:
                    case ["looks", dict(found)]:
                        return found
                    case ["rejected", *_]:
                        return {}
                    case Ended():
                        return {}
    except Rejected:
        pass  # what a file says has been read; how it looks is more than that
    return {}
