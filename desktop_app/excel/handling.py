"""What an attaché may do to a workbook, done to a copy of it: sorted, moved, retyped, cut, saved in other formats.

For trying a workbook before it is sent. Each handling takes an open workbook and the path where it is to be saved, and
returns the files that come back.
"""

import csv
import zipfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from desktop_app.domain.words import Words
from desktop_app.excel.layout import CODES, FIRST, HEADINGS, LISTS_SHEET, OWN_SHEETS, SYNC_SHEET

Book = Any  # openpyxl's workbook, whose cells take any value
Handling = Callable[[Book, Path], list[Path]]
# Rows and columns as openpyxl counts them.
_CODES, _HEADINGS, _FIRST = CODES + 1, HEADINGS + 1, FIRST + 1


def opened(path: Path) -> Book:
    """Open a workbook to handle it."""
    import openpyxl

    return openpyxl.load_workbook(path)


def tables(book: Book) -> Iterator[Any]:
    """Yield the sheets of records."""
    yield from (sheet for sheet in book.worksheets if sheet.title not in OWN_SHEETS)


def column_of(sheet: Any, code: str) -> int | None:
    """Return the column of a field in a sheet of records."""
    for cell in sheet[_CODES]:
        if str(cell.value or "").partition(".")[2] == code:
            return int(cell.column)
    return None


def references(sheet: Any) -> list[tuple[int, str]]:
    """Return the rows of records with the references that they bear, the prepared ones too."""
    cells = ((row, sheet.cell(row, 1).value) for row in range(_FIRST, sheet.max_row + 1))
    return [(row, str(value)) for row, value in cells if value]


def _saved(book: Book, path: Path) -> list[Path]:
    book.save(path)
    return [path]


def _sorted(book: Book, path: Path) -> list[Path]:
    for sheet in tables(book):
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=_FIRST)]
        rows.sort(key=lambda row: [str(value or "") for value in row[1:]], reverse=True)
        for place, row in enumerate(rows, _FIRST):
            for column, value in enumerate(row, 1):
                sheet.cell(place, column).value = value
    return _saved(book, path)


def _dates_as_text(book: Book, path: Path) -> list[Path]:
    for sheet in tables(book):
        for row in sheet.iter_rows(min_row=_FIRST):
            for cell in row:
                if isinstance(cell.value, date | datetime):
                    cell.value = f"{cell.value:%d/%m/%Y}"
    return _saved(book, path)


def _columns_moved(book: Book, path: Path) -> list[Path]:
    for sheet in tables(book):
        sheet.tables.clear()
        last = sheet.max_column + 1
        for row in range(1, sheet.max_row + 1):
            sheet.cell(row, last).value = sheet.cell(row, 2).value
        sheet.delete_cols(2)
        sheet.insert_cols(3)
        sheet.cell(_HEADINGS, 3).value = "…"
    return _saved(book, path)


def _headings_renamed(book: Book, path: Path) -> list[Path]:
    for sheet in tables(book):
        for cell in sheet[_HEADINGS]:
            cell.value = f"{str(cell.value or '').partition(chr(10))[0]} *"
    return _saved(book, path)


def _titles_above(book: Book, path: Path) -> list[Path]:
    for sheet in tables(book):
        sheet.tables.clear()
        sheet.insert_rows(1, 4)
        sheet.cell(1, 1).value = "Ambassade de France"
    return _saved(book, path)


def _row_deleted(book: Book, path: Path) -> list[Path]:
    for sheet in tables(book):
        if len(references(sheet)) > 2:
            sheet.delete_rows(sheet.max_row)
    return _saved(book, path)


def _hidden_sheets_deleted(book: Book, path: Path) -> list[Path]:
    for name in (SYNC_SHEET, LISTS_SHEET):
        if name in book.sheetnames:
            del book[name]
    return _saved(book, path)


def _as_text_file(separator: str, encoding: str) -> Handling:
    def save(book: Book, path: Path) -> list[Path]:
        made = []
        for number, sheet in enumerate(tables(book)):
            where = path.with_name(f"{path.stem}-{number}.csv")
            with where.open("w", encoding=encoding, errors="replace", newline="") as file:
                writer = csv.writer(file, delimiter=separator)
                for row in sheet.iter_rows():
                    writer.writerow([_shown(cell.value) for cell in row])
            made.append(where)
        return made

    return save


def _shown(value: object) -> str:
    """Return a cell as a text file of a French program has it."""
    if isinstance(value, date | datetime):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float):
        return f"{value:.15g}".replace(".", ",")
    return "" if value is None else str(value)


_ODS_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body><office:spreadsheet>'
)
_ODS_KIND = "application/vnd.oasis.opendocument.spreadsheet"


def _as_opendocument(book: Book, path: Path) -> list[Path]:
    where = path.with_suffix(".ods")
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest'
        ' xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_ODS_KIND}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    sheets = "".join(_ods_sheet(sheet.title, list(sheet.iter_rows(values_only=True))) for sheet in book.worksheets)
    with zipfile.ZipFile(where, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", _ODS_KIND, zipfile.ZIP_STORED)
        package.writestr("META-INF/manifest.xml", manifest)
        tail = "</office:spreadsheet></office:body></office:document-content>"
        package.writestr("content.xml", f"{_ODS_HEAD}{sheets}{tail}")
    return [where]


def _ods_sheet(title: str, rows: Sequence[Sequence[object]]) -> str:
    lines = "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows)
    return f"<table:table table:name={quoteattr(title)}>{lines}</table:table>"


def _ods_cell(value: object) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, bool | int | float):
        return f'<table:table-cell office:value-type="float" office:value="{float(value)!r}"/>'
    if isinstance(value, date | datetime):
        return f'<table:table-cell office:value-type="date" office:date-value="{value:%Y-%m-%d}"/>'
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in str(value).split("\n"))
    return f'<table:table-cell office:value-type="string">{lines}</table:table-cell>'


HANDLINGS: tuple[tuple[Words, Handling], ...] = (
    (Words("enregistré tel quel", "saved as it is"), _saved),
    (Words("lignes triées", "rows sorted"), _sorted),
    (Words("dates tapées comme du texte", "dates typed as text"), _dates_as_text),
    (Words("colonnes déplacées et ajoutées", "columns moved and added"), _columns_moved),
    (Words("titres de colonnes réécrits", "headings rewritten"), _headings_renamed),
    (Words("en-tête de lettre ajouté", "letterhead added"), _titles_above),
    (Words("une ligne supprimée", "a row deleted"), _row_deleted),
    (Words("feuilles cachées supprimées", "hidden sheets deleted"), _hidden_sheets_deleted),
    (Words("enregistré en .ods", "saved as .ods"), _as_opendocument),
    (Words("enregistré en .csv (point-virgule)", "saved as .csv (semicolon)"), _as_text_file(";", "utf-8-sig")),
    (Words("enregistré en .csv (Windows)", "saved as .csv (Windows)"), _as_text_file(",", "cp1252")),
)
