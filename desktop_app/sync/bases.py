"""What the exports behind a file had shown: from the ledger where this installation sent them, else from the file."""

from collections.abc import Callable, Iterable
from itertools import islice

from desktop_app.domain import ENTITIES
from desktop_app.domain.words import Words
from desktop_app.excel.base import Base, packed_in, unpack
from desktop_app.excel.layout import SYNC_SHEET
from desktop_app.excel.recognise import Table, code_of, header_of
from desktop_app.excel.reference import export_number, read_ref_cell
from desktop_app.excel.sheets import Book
from desktop_app.store.base import Store

Ledger = Callable[[str], bytes | None]

DAMAGED = Words(
    "La feuille cachée qui décrit l’envoi a été modifiée : elle n’est pas utilisée.",
    "The hidden sheet that describes the shipment was changed: it is not used.",
)
UNKNOWN = Words(
    "Des lignes viennent d’un envoi qui n’est pas connu ici ({code}) : ce qui diffère est demandé.",
    "Rows come from a shipment that is not known here ({code}): what differs is asked.",
)


def ledger_of(store: Store) -> Ledger:
    """Return the ledger of a base: what an export of this installation had shown, by the export's code."""

    def packed(code: str) -> bytes | None:
        number = export_number(store.replica, code)
        shipment = store.shipment(number) if number else None
        return shipment.base if shipment and shipment.base else None

    return packed


def bases_of(book: Book, tables: Iterable[Table], ledger: Ledger) -> tuple[dict[str, Base], list[Words]]:
    """Return what each export whose rows stand in a file had shown, by code, the file's own first; and what to note."""
    header = header_of(book)
    codes = _codes_in(tables)
    own = code_of(book)
    bases: dict[str, Base] = {}
    notes: list[Words] = []
    for code in dict.fromkeys([own, *codes] if own else codes):
        packed = ledger(code)
        if packed is None and header and code == own:
            sheet = book.sheet(SYNC_SHEET)
            packed = packed_in(sheet, header) if sheet else None
            if packed is None:
                notes.append(DAMAGED)
        if packed is not None:
            bases[code] = unpack(packed, ENTITIES)
        elif code != own:
            notes.append(UNKNOWN.filled(code=code))
    return bases, notes


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
            if (ref := read_ref_cell(text)) and ref.export and ref.valid:
                codes.setdefault(ref.export)
    return list(codes)
