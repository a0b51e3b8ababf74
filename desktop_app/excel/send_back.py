"""A sheet written back for its sender: the very workbook, with a comment and a colour where something was not understood."""

import base64
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl

from desktop_app.domain.words import Words
from desktop_app.excel.kinds import ZIP, kind_of
from desktop_app.excel.lost_parts import lost_in
from desktop_app.excel.marking import marked
from desktop_app.excel.placing import place
from desktop_app.excel.process import Limits, converse
from desktop_app.excel.refusals import UnreadableFile, unreadable
from desktop_app.excel.rejected import Rejected
from desktop_app.excel.sheets import Book

AMBER, RED, BLUE = "FFE08A", "F4B6B6", "CFE2F3"
_COPIED = Words(
    "Ce fichier n’est pas un classeur Excel : ses cases ont été recopiées dans un classeur neuf.",
    "This file is no Excel workbook: its cells were copied into a new one.",
)
_REFUSED = Words(
    "Ce classeur n’a pas pu être réécrit tel quel : ses cases ont été recopiées dans un classeur neuf, sans leur mise en forme.",
    "This workbook could not be written again as it is: its cells were copied into a new one, without their formats.",
)


class CellMark(NamedTuple):
    """A cell to be marked, counted from 0: what its comment says, and its colour."""

    sheet: str
    row: int
    column: int
    text: str
    colour: str


@dataclass(slots=True)
class Marks:
    """What is written on a sheet: cells, what became of each row, and the heading above that."""

    heading: str
    cells: list[CellMark] = field(default_factory=list)
    rows: dict[tuple[str, int], str] = field(default_factory=dict)
    heads: dict[str, int] = field(default_factory=dict)  # the row of the headings of each sheet, from 0


def send_back(source: Path, book: Book, marks: Marks, target: Path) -> list[Words]:
    """Write a marked copy of a file that was read; return what could not be kept. The file itself is left alone."""
    data = source.read_bytes()
    widths = {sheet.name: sheet.width + 1 for sheet in book.sheets if sheet.name in marks.heads}
    told = {
        "heading": marks.heading,
        "cells": [[one.sheet, one.row + 1, one.column + 1, one.text, one.colour] for one in marks.cells],
        "rows": [[sheet, row + 1, text] for (sheet, row), text in marks.rows.items()],
        "heads": {sheet: row + 1 for sheet, row in marks.heads.items() if row >= 0},
        "widths": widths,
    }
    if kind_of(data) == ZIP and book.kind in ("xlsx", "xlsm"):
        made, notes = _kept(data, told, book, source.name)
    else:
        made, notes = marked(_copied(book), told), [_COPIED]
    part = target.with_name(f".{target.name}.new")
    part.write_bytes(made)
    place(part, target)
    return notes


def losses(source: Path, book: Book) -> Words | None:
    """Return what a marked copy of a file will lack, to be said before it is written; None for nothing."""
    return lost_in(source.read_bytes()) if book.kind in ("xlsx", "xlsm") else None


def _kept(data: bytes, told: dict[str, Any], book: Book, name: str) -> tuple[bytes, list[Words]]:
    """Return the very workbook with marks; a new one with its cells where it can't be written again."""
    try:
        lost = lost_in(data)
        return _in_child(data, told, name), [lost] if lost else []
    except UnreadableFile:
        return marked(_copied(book), told), [_REFUSED]


def suffix_for(book: Book) -> str:
    """Return how the marked copy of a file must end."""
    return ".xlsm" if book.kind == "xlsm" else ".xlsx"


def _in_child(data: bytes, told: Mapping[str, object], name: str) -> bytes:
    """Mark the workbook where foreign files are read: in a process of its own, with limits."""
    made = Rejected("reader_died")
    try:
        job = {"kind": "mark", "marks": told}
        with closing(converse([job], data, Limits.for_size(len(data)), None)) as messages:
            for _number, message in messages:
                match message:
                    case ["marked", str(text)]:
                        return base64.b64decode(text)
                    case ["rejected", str(what), dict(details)]:
                        made = Rejected(what, **details)
    except Rejected as rejected:
        made = rejected
    raise unreadable(made.what, name, made.details) from made


def _copied(book: Book) -> bytes:
    """Return a new workbook with the cells of a book."""
    from io import BytesIO

    fresh = openpyxl.Workbook()
    fresh.remove(fresh.worksheets[0])
    for sheet in book.sheets:
        page = fresh.create_sheet(sheet.name[:31])
        for row in sheet.rows:
            page.append([_plain(value) for value in row])
    out = BytesIO()
    fresh.save(out)
    return out.getvalue()


def _plain(value: object) -> object:
    if isinstance(value, str):
        return f"'{value}" if value.startswith("=") else value
    return value if value is None or isinstance(value, int | float | bool) or hasattr(value, "year") else str(value)
