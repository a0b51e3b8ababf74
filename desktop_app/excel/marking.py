"""Marking a workbook that somebody sent, in the reading process: comments, colours and a last column, all else as it was."""

from io import BytesIO
from typing import Any

from desktop_app.excel.rejected import Rejected

_AUTHOR = "Passerelle"
_LONGEST = 2_000


def marked(data: bytes, marks: dict[str, Any]) -> bytes:
    """Return a workbook with marks. `cells`: [sheet, row, column, text, colour] · `rows`: [sheet, row, text] · `heading`:
    of the last column · `heads`: the row of the headings by sheet · `widths`: the first free column by sheet.

    Rows and columns are counted from 1.
    """
    import openpyxl

    try:
        book = openpyxl.load_workbook(
            BytesIO(data), keep_vba=b"vbaProject.bin" in data, keep_links=True, rich_text=True
        )
        _mark(book, marks)
        out = BytesIO()
        book.save(out)
    except Exception as error:
        # KeyError, TypeError, ValueError, BadZipFile, ParseError…, as the damage happens to be.
        raise Rejected("damaged", part=type(error).__name__) from error
    return out.getvalue()


def _mark(book: Any, marks: dict[str, Any]) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Font, PatternFill

    for name, row, column, text, colour in marks["cells"]:
        cell = book[name].cell(row, column)
        before = f"{cell.comment.text}\n—\n" if getattr(cell, "comment", None) else ""
        if hasattr(cell, "comment") and type(cell).__name__ != "MergedCell":
            cell.comment = Comment((before + text)[:_LONGEST], _AUTHOR, width=320, height=110)
        cell.fill = PatternFill("solid", fgColor=colour)
    for name, row in marks["heads"].items():
        head = book[name].cell(row, marks["widths"][name], marks["heading"])
        head.font = Font(bold=True)
    for name, row, text in marks["rows"]:
        cell = book[name].cell(row, marks["widths"][name], text)
        cell.data_type = "s"
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    for name, column in marks["widths"].items():
        book[name].column_dimensions[book[name].cell(1, column).column_letter].width = 48
