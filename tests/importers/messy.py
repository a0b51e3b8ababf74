"""Sheets as embassies write them, saved as files with the truth of every cell: titles above, two heading rows, totals."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.styles import PatternFill

from tests.importers.messy_records import MONTHS, records

Record = Mapping[str, Any]
Truth = Mapping[str, Any]


@dataclass(frozen=True)
class Column:
    """A column: its heading, how it writes a record, and what it says of our fields (`?` where a person must be asked)."""

    heading: str
    write: Callable[[Record], Any]
    truth: Callable[[Record], Truth]
    field: str | None  # as the mapping names it; None where nothing holds it
    upper: str = ""  # the group that stands over it


@dataclass(frozen=True)
class Messy:
    """A sheet with its layout: title lines above, notes below, how it is saved."""

    name: str
    entity: str
    columns: Sequence[Column]
    above: Sequence[Sequence[Any]] = ()
    total: bool = False
    below: Sequence[str] = ()
    left: int = 0  # empty columns on the left
    gaps: bool = False  # an empty row now and then
    repeat: bool = False  # the headings once more in the middle
    months: bool = False  # one sheet per month
    form: str = "xlsx"
    coloured: bool = False
    merged: str = ""  # the heading of a column whose cells are merged over two rows
    rows: Sequence[Record] = field(default_factory=records)
    second: bool = False  # another table below


@dataclass(frozen=True)
class Told:
    """The truth: for each row of the file (sheet, number counted from 1), what it says by field."""

    rows: Mapping[tuple[str, int], Truth]
    fields: Mapping[str, str | None]


def write(sheet: Messy, folder: Path) -> tuple[Path, Told]:
    """Write a sheet; return its file and its truth."""
    if sheet.form != "xlsx":
        return _write_text(sheet, folder)
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    truth: dict[tuple[str, int], Truth] = {}
    parts = [("Feuil1", list(sheet.rows))]
    if sheet.months:
        parts = [
            (MONTHS[month].capitalize(), [row for at, row in enumerate(sheet.rows) if at % 3 == month])
            for month in range(3)
        ]
    for name, rows in parts:
        page = book.create_sheet(name)
        for line in sheet.above:
            page.append(list(line))
        _headings(page, sheet)
        _body(page, sheet, rows, truth, name)
    path = folder / f"{sheet.name}.xlsx"
    book.save(path)
    return path, Told(truth, {_heading(column): column.field for column in sheet.columns})


def _heading(column: Column) -> str:
    return f"{column.upper} / {column.heading}" if column.upper else column.heading


def _headings(page: Any, sheet: Messy) -> None:
    blank = [None] * sheet.left
    if any(column.upper for column in sheet.columns):
        top: list[Any] = []
        for at, column in enumerate(sheet.columns):
            first = column.upper and (at == 0 or sheet.columns[at - 1].upper != column.upper)
            top.append(column.upper if first else None if column.upper else column.heading)
        page.append([*blank, *top])
        page.append([*blank, *(column.heading if column.upper else None for column in sheet.columns)])
        line = page.max_row
        for at, column in enumerate(sheet.columns):
            place = at + sheet.left + 1
            if not column.upper:
                page.merge_cells(start_row=line - 1, end_row=line, start_column=place, end_column=place)
            elif at == 0 or sheet.columns[at - 1].upper != column.upper:
                width = sum(1 for other in sheet.columns if other.upper == column.upper)
                page.merge_cells(start_row=line - 1, end_row=line - 1, start_column=place, end_column=place + width - 1)
        return
    page.append([*blank, *(column.heading for column in sheet.columns)])


def _body(page: Any, sheet: Messy, rows: Sequence[Record], truth: dict[tuple[str, int], Truth], name: str) -> None:
    blank = [None] * sheet.left
    for at, record in enumerate(rows):
        if sheet.gaps and at == 2:
            page.append([])
            page.append([None])
        if sheet.repeat and at == 3:
            _headings(page, sheet)
        page.append([*blank, *(column.write(record) for column in sheet.columns)])
        line = page._current_row  # where the row just went
        said: dict[str, Any] = {}
        for column in sheet.columns:
            said |= column.truth(record)
        truth[name, line] = said
        if sheet.coloured and at % 2:
            page.cell(line, sheet.left + 1).fill = PatternFill("solid", fgColor="FFFF00")
    if sheet.merged:
        place = 1 + sheet.left + [column.heading for column in sheet.columns].index(sheet.merged)
        last = page._current_row
        for line in range(last - len(rows) + 1, last, 2):
            page.cell(line + 1, place).value = None
            page.merge_cells(start_row=line, end_row=line + 1, start_column=place, end_column=place)
    if sheet.total:
        page.append([*blank, "TOTAL", *(None for _ in sheet.columns[2:]), sum(float(row["cost"]) for row in rows)])
    for text in sheet.below:
        page.append([])
        page.append([text])
    if sheet.second:
        page.append([])
        page.append(["Contacts"])
        page.append(["Nom", "Prénom", "Courriel", "Téléphone"])
        page.append(["Fictif", "Paul", "paul@fictif.example", "+33 1 00"])


def _write_text(sheet: Messy, folder: Path) -> tuple[Path, Told]:
    lines: list[list[Any]] = [list(line) for line in sheet.above]
    lines.append([column.heading for column in sheet.columns])
    truth: dict[tuple[str, int], Truth] = {}
    for record in sheet.rows:
        lines.append([column.write(record) for column in sheet.columns])
        said: dict[str, Any] = {}
        for column in sheet.columns:
            said |= column.truth(record)
        truth[sheet.name, len(lines)] = said
    if sheet.form == "html":
        body = "".join("<tr>" + "".join(f"<td>{_text(cell)}</td>" for cell in line) + "</tr>" for line in lines)
        path = folder / f"{sheet.name}.xls"
        path.write_text(f"<html><meta charset='utf-8'><body><table>{body}</table></body></html>", encoding="utf-8")
        truth = {("", line): said for (_name, line), said in truth.items()}
    else:
        mark, encoding = {"csv": (";", "cp1252"), "tsv": ("\t", "utf-16"), "comma": (",", "utf-8")}[sheet.form]
        path = folder / f"{sheet.name}.{'tsv' if sheet.form == 'tsv' else 'csv'}"
        text = "\r\n".join(mark.join(_quoted(_text(cell), mark) for cell in line) for line in lines)
        path.write_bytes(text.encode(encoding))
    return path, Told(truth, {column.heading: column.field for column in sheet.columns})


def _quoted(text: str, mark: str) -> str:
    return f'"{text}"' if mark in text or "\n" in text else text


def _text(cell: Any) -> str:
    if isinstance(cell, date):
        return cell.strftime("%d/%m/%Y")
    return "" if cell is None else str(cell)
