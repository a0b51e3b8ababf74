"""What the exports behind a file had shown: from the ledger where this installation sent them, else from the file."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from hashlib import sha256
from itertools import islice
from typing import Any

from desktop_app.domain import ENTITIES
from desktop_app.domain.refused import Refused
from desktop_app.domain.words import Words
from desktop_app.excel.base import FORMAT, Base, DamagedBase, packed_in, unpack
from desktop_app.excel.recognise import Table, code_of, digest_of, header_of, sync_sheet
from desktop_app.excel.reference import read_ref_cell
from desktop_app.excel.sheets import Book, Sheet
from desktop_app.store.base import Store
from desktop_app.sync.here import number_here

Ledger = Callable[[str, str], bytes | None]

DAMAGED = Words(
    "La feuille cachée qui décrit l’envoi a été modifiée : elle n’est pas utilisée.",
    "The hidden sheet that describes the shipment was changed: it is not used.",
)
OTHER = Words(
    "La feuille cachée n’est pas celle du classeur {number} envoyé d’ici : une autre copie de la base a pu reprendre ce numéro,"
    " ou la feuille a été modifiée. La comparaison se fait avec ce que le fichier dit lui-même.",
    "The hidden sheet is not that of the workbook {number} sent from here: another copy of the base may have used the number"
    " again, or the sheet was changed. What the file itself says is what it is compared with.",
)
NEWER = Words(
    "Ce classeur vient d’une version plus récente de Passerelle : mettez le programme à jour pour le reprendre. Rien n’a été"
    " modifié.",
    "This workbook comes from a newer version of Passerelle: update the program to take it back. Nothing was changed.",
)
UNKNOWN = Words(
    "Des lignes viennent d’un envoi qui n’est pas connu ici ({code}) : ce qui diffère est demandé.",
    "Rows come from a shipment that is not known here ({code}): what differs is asked.",
)


def ledger_of(store: Store) -> Ledger:
    """Return the ledger of a base: what an export had shown, by its code and by the hash that the file gives."""

    def packed(code: str, digest: str) -> bytes | None:
        number = number_here(store, code, digest)
        shipment = store.ledger.shipment(number) if number else None
        return shipment.base if shipment and shipment.base else None

    return packed


def bases_of(book: Book, tables: Iterable[Table], ledger: Ledger) -> tuple[dict[str, Base], list[Words]]:
    """Return what each export whose rows stand in a file had shown, by code, the file's own first; and what to note."""
    header = header_of(book)
    if header and isinstance(header["format"], int) and header["format"] > FORMAT:
        raise Refused(NEWER)
    codes = _codes_in(tables)
    own = code_of(book)
    bases: dict[str, Base] = {}
    notes: list[Words] = []
    for code in dict.fromkeys([own, *codes] if own else codes):
        packed = ledger(code, digest_of(book) if code == own else "")
        if header and code == own and (packed is None or sha256(packed).hexdigest() != header.get("sha256")):
            # A restored copy may have used the number again: what the file itself shows wins.
            sheet = sync_sheet(book)
            carried = _carried(sheet, header) if sheet else None
            if carried is None:
                notes.append(DAMAGED)
            else:
                if packed is not None:
                    notes.append(OTHER.filled(number=carried.number))
                bases[code] = carried
                continue
        known = _unpacked(packed) if packed else None
        if known:
            bases[code] = known
        else:
            notes.append(UNKNOWN.filled(code=code))
    return bases, notes


def names_no_export(book: Book, tables: Iterable[Table]) -> bool:
    """Whether nothing in a file names the export that it descends from."""
    return header_of(book) is None and not code_of(book) and not _codes_in(tables)


def _carried(sheet: Sheet, header: Mapping[str, Any]) -> Base | None:
    """Return the base that a hidden sheet carries, where it is whole."""
    packed = packed_in(sheet, header)
    found = _unpacked(packed) if packed else None
    return replace(found, carried=True) if found else None


def _unpacked(packed: bytes) -> Base | None:
    try:
        return unpack(packed, ENTITIES)
    except DamagedBase:
        return None


def _codes_in(tables: Iterable[Table]) -> list[str]:
    """Return the codes of the exports that the references of a file name, in order; a sample is enough to know them."""
    codes: dict[str, None] = {}
    for table in tables:
        column = table.columns.get("ref")
        if column is None:
            continue
        # The tail is the export's code and a check character: few tails stand for all rows.
        below = islice(table.sheet.rows, table.head + 1, None)
        tails = {cell[-5:]: cell for row in below if column < len(row) and isinstance(cell := row[column], str)}
        for text in tails.values():
            if (ref := read_ref_cell(text)) and ref.valid and ref.names_an_export:
                codes.setdefault(ref.export)
    return list(codes)
