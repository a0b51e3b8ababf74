"""The workbook that a file descends from, where nothing in the file names it any more: told from what it says, never taken
for granted.

Most of its rows must be exactly as one workbook had shown them, and none as another one alone had: then it is proposed, and
nothing is accepted before a person has agreed.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from desktop_app.domain import ENTITIES
from desktop_app.domain.words import Words
from desktop_app.excel.base import Base, SheetBase, unpack
from desktop_app.excel.lossy import settled
from desktop_app.excel.recognise import Table
from desktop_app.excel.sheets import Row
from desktop_app.excel.sheets import Value as Raw
from desktop_app.store.base import Shipment, Store

_ENOUGH = 0.6
_FEWEST = 3
_BY_CONTENT = Words(
    "Aucun numéro d’envoi n’est resté dans ce fichier ; il dit ce que montrait le classeur {number} ({whom}). Rien n’est"
    " accepté d’avance : vérifiez que c’est bien lui.",
    "No shipment’s number is left in this file; it says what the workbook {number} showed ({whom}). Nothing is accepted in"
    " advance: check that this is the one.",
)
_UNKNOWN = Words(
    "Aucun numéro d’envoi n’est resté dans ce fichier et aucun classeur envoyé d’ici n’y ressemble assez : ce qui diffère est"
    " demandé.",
    "No shipment’s number is left in this file and no workbook sent from here is like enough: what differs is asked.",
)


class _Candidate(NamedTuple):
    """A workbook of the ledger, and which rows of the file are exactly as it had shown them."""

    shipment: Shipment
    base: Base
    equal: frozenset[int]


def told_from_content(store: Store, tables: Sequence[Table], number: str = "") -> tuple[dict[str, Base], Words | None]:
    """Return the base of the workbook that tables descend from, by its code, and what to say of it; `number`: as a person
    said."""
    rows = sum(any(cell is not None for cell in row) for table in tables for _place, row in table.rows())
    found = [_candidate(one, tables) for one in _ledger(store, tables, number)]
    if number:
        return ({found[0].base.code: found[0].base}, None) if found else ({}, _UNKNOWN)
    likely = [one for one in found if len(one.equal) >= max(_FEWEST, _ENOUGH * rows)]
    best = max(likely, key=lambda one: (len(one.equal), one.shipment.wall), default=None)
    if best is None or any(one.equal - best.equal for one in found):
        return {}, _UNKNOWN if tables else None
    return {best.base.code: best.base}, _BY_CONTENT.filled(number=best.shipment.number, whom=_whom(best.shipment))


def _whom(shipment: Shipment) -> str:
    return shipment.recipient or shipment.file_name


def _ledger(store: Store, tables: Sequence[Table], number: str) -> Iterator[Shipment]:
    wanted = {table.entity.name for table in tables}
    for line in store.ledger.shipments():
        if number in ("", line.number) and wanted & line.scope.get("rows", {}).keys():
            whole = store.ledger.shipment(line.number)
            if whole and whole.base:
                yield whole


def _candidate(shipment: Shipment, tables: Sequence[Table]) -> _Candidate:
    base, equal, first = unpack(shipment.base, ENTITIES), set[int](), 0
    for table in tables:
        if sheet := base.sheets.get(table.entity.name):
            equal |= {first + place for place in _equal_rows(table, sheet)}
        first += len(table.sheet.rows)
    return _Candidate(shipment, base, frozenset(equal))


def _equal_rows(table: Table, sheet: SheetBase) -> Iterator[int]:
    """Yield the places of the rows that are as a sheet had shown them, each shown row counting once."""
    entity = table.entity
    shared = [
        (entity.fields[code].type, table.columns[code], at)
        for at, code in enumerate(sheet.columns)
        if code in table.columns and code in entity.fields
    ]
    if len(shared) < _FEWEST:
        return
    shown = Counter(tuple(settled(type_, sent[at]) for type_, _column, at in shared) for sent in sheet.rows)
    for place, row in table.rows():
        said = tuple(settled(type_, _cell(row, column)) for type_, column, _at in shared)
        if shown[said] > 0 and sum(map(bool, said)) >= _FEWEST:
            shown[said] -= 1
            yield place


def _cell(row: Row, column: int) -> Raw:
    return row[column] if column < len(row) else None
