"""What the tests of the reader share."""

from io import BytesIO
from pathlib import Path
from typing import Any

import xlsxwriter

from desktop_app.excel.read import read_book
from desktop_app.excel.sheets import Sheet

WORKBOOKS = Path(__file__).resolve().parents[1] / "data" / "workbooks"


def written(rows: list[list[Any]], path: Path, formats: dict[tuple[int, int], str] | None = None) -> Path:
    """Write rows as an .xlsx workbook of one sheet, as any program would, and return its path."""
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
                                     "default_date_format": "yyyy-mm-dd hh:mm:ss", "nan_inf_to_errors": True})  # fmt: skip
    sheet = book.add_worksheet("Feuil1")
    known = {text: book.add_format({"num_format": text}) for text in set((formats or {}).values())}
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            form = known.get((formats or {}).get((row, column), ""))
            if isinstance(value, str):
                sheet.write_string(row, column, value, form)
            elif value is not None:
                sheet.write(row, column, value, form)
    book.close()
    path.write_bytes(out.getvalue())
    return path


def read_only_sheet(path: Path, **options: Any) -> Sheet:
    """Read a file of one sheet."""
    (sheet,) = read_book(path, **options).sheets
    return sheet
