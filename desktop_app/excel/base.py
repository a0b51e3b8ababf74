"""What an exchange workbook showed when it was sent, cell by cell: the base of every comparison when it comes back.

It holds nothing that the workbook did not show. It travels in the hidden sheet `_sync` as text in cells, which every
program keeps, and stays in the ledger of the office that sent it.
"""

import base64
import hashlib
import json
import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from sys import intern
from typing import Any

from desktop_app.domain import long_json
from desktop_app.domain.entity import Entity
from desktop_app.domain.types import Day
from desktop_app.excel.cells import Cell
from desktop_app.excel.sheets import Sheet

FORMAT = 1
# The bytes behind one cell of the hidden sheet, 30,000 characters there.
_CHUNK = 22_500
# What a base may unpack to: five times that of 100,000 rows of 20 columns.
_MOST_BYTES = 300_000_000
_ID = re.compile(r"[0-9a-f]{32}")
# A control character, which no cell holds.
_SEPARATOR = "\x7f"
# The rows of the hidden sheet, counted from 0: the export's number, the header, then the base.
_HEADER, _FIRST = 1, 2


class DamagedBase(ValueError):
    """Raised for bytes that are no base."""


@dataclass(frozen=True)
class SheetBase:
    """What one entity's sheet showed: its columns by code, its rows, the ids of their records, the prepared rows.

    `behind`: the changes that said what was shown, by record and register; none where its birth did. Whoever reads the file
    before they have come knows by them what its author had on screen.
    """

    entity: str
    columns: tuple[str, ...]
    rows: list[tuple[Cell, ...]]
    ids: list[str]
    prepared: dict[str, str] = field(default_factory=dict)  # reference cell -> id
    behind: Mapping[str, Mapping[str, Sequence[str]]] = field(default_factory=dict)

    @cached_property
    def by_ref(self) -> dict[Cell, int]:
        """The rows by their reference cell."""
        return {row[0]: place for place, row in enumerate(self.rows)}


@dataclass(frozen=True)
class Base:
    """What a whole workbook showed. `links` gives the ids of the references that its hidden columns hold.

    `carried`: it was read from the file itself, where the ledger knows nothing of it, or something else.
    """

    number: str
    code: str
    office: str
    lang: str
    sheets: Mapping[str, SheetBase]
    links: Mapping[str, str] = field(default_factory=dict)
    carried: bool = False


def pack(base: Base, kept: Mapping[str, Sequence[Sequence[object]]]) -> bytes:
    """Return a base as bytes; `kept` holds the rows of each sheet with dates as ISO text."""
    sheets = [
        {
            "entity": name, "columns": sheet.columns, "ids": sheet.ids, "prepared": sheet.prepared,
            "behind": sheet.behind, "cells": _columns(kept[name]),
        }
        for name, sheet in base.sheets.items()
    ]  # fmt: skip
    whole = {
        "format": FORMAT, "number": base.number, "code": base.code, "office": base.office, "lang": base.lang,
        "links": base.links, "sheets": sheets,
    }  # fmt: skip
    engine = zlib.compressobj(2)
    return b"".join([*(engine.compress(piece.encode()) for piece in long_json.pieces(whole)), engine.flush()])


def unpack(packed: bytes, entities: Mapping[str, Entity]) -> Base:
    """Return the base from its bytes, which may have come from anywhere. Raises DamagedBase."""
    try:
        whole = json.loads(_inflated(packed))
        sheets = {sheet["entity"]: _sheet(sheet, entities) for sheet in whole["sheets"] if sheet["entity"] in entities}
        return Base(whole["number"], whole["code"], whole["office"], whole["lang"], sheets, dict(whole["links"]))
    except (zlib.error, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise DamagedBase from error


def _inflated(packed: bytes) -> bytes:
    engine = zlib.decompressobj()
    text = engine.decompress(packed, _MOST_BYTES)
    if not engine.eof:
        raise DamagedBase
    return text


def _columns(rows: Sequence[Sequence[object]]) -> list[list[object]]:
    """Pack rows by column, one column after the other: `zip(*rows)` lets no other thread run while it goes through them."""
    return [_packed([row[place] for row in rows]) for place in range(len(rows[0]) if rows else 0)]


def _packed(column: Sequence[object]) -> list[object]:
    """Pack a column: texts as one text, which is read in a fraction of the time of a list."""
    if set(map(type, column)) <= {str, type(None)}:
        return ["s", _SEPARATOR.join([value or "" for value in column])]  # type: ignore[misc]  # texts only
    return ["v", column]


def _sheet(whole: dict[str, Any], entities: Mapping[str, Entity]) -> SheetBase:
    codes, entity = tuple(whole["columns"]), entities[whole["entity"]]
    columns: list[list[Cell]] = []
    for code, (kind, held) in zip(codes, whole["cells"], strict=False):
        column = [intern(text) if text else None for text in held.split(_SEPARATOR)] if kind == "s" else held
        if code in entity.fields and isinstance(entity.fields[code].type, Day):
            column = _as_dates(column)
        columns.append(column)
    return SheetBase(
        whole["entity"], codes, list(zip(*columns, strict=True)), whole["ids"], whole["prepared"], _behind(whole)
    )


def _behind(whole: Mapping[str, Any]) -> dict[str, dict[str, list[str]]]:
    """Return the changes behind the cells, from bytes that may have come from anywhere."""
    return {
        row: {register: [id_ for id_ in ids if _ID.fullmatch(id_)] for register, ids in held.items()}
        for row, held in whole.get("behind", {}).items()
    }


def _as_dates(column: list[Any]) -> list[Any]:
    """Turn ISO texts into dates; years, months and dates written as text stay text."""
    known = {
        text: date.fromisoformat(text) if text is not None and len(text) == 10 and text[4] == "-" else text
        for text in set(column)
    }
    return [known[text] for text in column]


def sync_cells(base: Base, packed: bytes) -> list[str]:
    """Return the cells of the hidden sheet: number, header as JSON, then the base in pieces that a cell holds."""
    pieces = [base64.b64encode(packed[start : start + _CHUNK]).decode() for start in range(0, len(packed), _CHUNK)]
    header = {
        "format": FORMAT, "kind": "export", "export": base.number, "code": base.code, "office": base.office,
        "columns": {name: sheet.columns for name, sheet in base.sheets.items()}, "pieces": len(pieces),
        "sha256": hashlib.sha256(packed).hexdigest(),
    }  # fmt: skip
    return [f"{base.number} {base.code}", json.dumps(header, ensure_ascii=False), *pieces]


def sync_header(sheet: Sheet) -> dict[str, Any] | None:
    """Return the header of a hidden sheet; None where it is not ours or was damaged."""
    try:
        header = json.loads(str(sheet.value(_HEADER, 0) or ""))
    except ValueError:
        return None
    return header if isinstance(header, dict) and "kind" in header and "format" in header else None


def packed_in(sheet: Sheet, header: Mapping[str, Any]) -> bytes | None:
    """Return the base that a hidden sheet carries; None where it was damaged, so that nothing is built on it."""
    pieces = header.get("pieces")
    # What the header says is not trusted: there are no more pieces than rows.
    count = min(pieces, len(sheet.rows)) if isinstance(pieces, int) else 0
    text = "".join(str(sheet.value(_FIRST + place, 0) or "") for place in range(count))
    try:
        packed = base64.b64decode(text, validate=True)
    except ValueError:
        return None
    return packed if packed and hashlib.sha256(packed).hexdigest() == header.get("sha256") else None
