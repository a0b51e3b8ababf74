"""Which table of a file is meant: as a person said, else the largest whose headings are known; its pieces on other sheets."""

from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.domain.refused import Refused
from desktop_app.domain.text import fold
from desktop_app.domain.words import Words
from desktop_app.excel.sheets import Book, Sheet
from desktop_app.importers.found_table import FoundTable
from desktop_app.importers.headings import is_known
from desktop_app.importers.pieces import same_kind
from desktop_app.importers.tables import find_tables


class Choice(NamedTuple):
    """A table that may be chosen: its key, on which sheets it stands, the title above it, how many rows."""

    key: str
    sheets: tuple[str, ...]
    title: str
    row: int
    rows: int


class Meant(NamedTuple):
    """The pieces of the table that is meant, and the other tables of the file."""

    pieces: list[FoundTable]
    others: list[FoundTable]


def meant(book: Book, which: str | None, header_row: int | None) -> Meant:
    """Return the table that is meant. `which`: a sheet, or a table by its key; `header_row`: of its headings, 0 for none.

    Raises Refused where there is none.
    """
    sheets, key = _sheets(book, which)
    if header_row is not None:
        return Meant(_with_head(sheets, key, header_row), [])
    tables = [table for sheet in sheets for table in find_tables(sheet, is_known) if table.headings]
    if not tables:
        raise Refused(_EMPTY)
    chosen = next((table for table in tables if table.key == key), None)
    chosen = chosen or max(tables, key=lambda table: (known_headings(table) >= 2, table.last - table.first))
    pieces = same_kind(tables, chosen)
    return Meant(pieces, [table for table in tables if table not in pieces])


def choices_of(book: Book) -> list[Choice]:
    """Return the tables among which a person may choose, the pieces of one taken together; hidden sheets last."""
    left = [
        table
        for sheet in sorted(book.sheets, key=lambda sheet: sheet.hidden)
        for table in find_tables(sheet, is_known)
        if table.headings
    ]
    found = []
    while left:
        pieces = same_kind(left, left[0])
        first = pieces[0]
        rows = sum(table.last - table.first for table in pieces)
        sheets = tuple(dict.fromkeys(table.sheet.name for table in pieces))
        found.append(Choice(first.key, sheets, first.above[-1] if first.above else "", first.top + 1, rows))
        left = [table for table in left if table not in pieces]
    return found


def known_headings(table: FoundTable) -> int:
    """Return how many headings of a table were met before."""
    return sum(is_known(text) for text in table.headings.values()) if table.titled else 0


_EMPTY = Words("Ce fichier n’a pas de feuille remplie.", "This file has no filled sheet.")


def _sheets(book: Book, which: str | None) -> tuple[list[Sheet], str]:
    """Return the sheets in which to look, and the key of the table that was named."""
    seen = [sheet for sheet in book.sheets if not sheet.hidden]
    if which is None:
        return seen, ""
    named = [sheet for sheet in book.sheets if fold(sheet.name) == fold(which)]
    if named:
        return named, ""
    own = next((sheet for sheet in book.sheets if any(one.key == which for one in find_tables(sheet, is_known))), None)
    if own is None:
        names = ", ".join(sheet.name for sheet in book.sheets)
        raise Refused(
            Words(
                f"Il n’y a pas de feuille « {which} » : choisissez parmi {names}.",
                f"There is no sheet “{which}”: choose among {names}.",
            )
        )
    return (seen if own in seen else [*seen, own]), which


def _with_head(sheets: Sequence[Sheet], key: str, header_row: int) -> list[FoundTable]:
    """Return the table below a row of headings, and its pieces where the same row holds the same headings."""
    own = next((sheet for sheet in sheets if any(one.key == key for one in find_tables(sheet, is_known))), None)
    own = own or max(sheets, key=lambda sheet: len(sheet.rows), default=None)
    if own is not None and header_row > len(own.rows):
        raise Refused(
            Words(
                f"La feuille « {own.name} » n’a pas de ligne {header_row} : indiquez la ligne des intitulés.",
                f"The sheet “{own.name}” has no row {header_row}: give the row of the headings.",
            )
        )
    tables = [
        table
        for sheet in sheets
        if header_row <= len(sheet.rows)
        for table in find_tables(sheet, is_known, header_row - 1)
        if table.headings
    ]
    mine = [table for table in tables if own is not None and table.sheet.name == own.name]
    if not mine:
        raise Refused(_EMPTY)
    column = key.rpartition("!")[2].rstrip("0123456789")
    beside = (table for table in mine if key and table.key.rpartition("!")[2].rstrip("0123456789") == column)
    chosen = next(beside, None) or max(mine, key=lambda table: (known_headings(table), table.last - table.first))
    return same_kind(tables, chosen)
