"""Finding the tables in a file of cells: which rows are headings, and which field each column holds."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from desktop_app.domain import ENTITIES
from desktop_app.domain.entity import Entity
from desktop_app.domain.text import fold
from desktop_app.excel.base import sync_header
from desktop_app.excel.layout import (
    EXPORT_PROPERTY,
    OWN_SHEETS,
    README_SHEET,
    SYNC_SHEET,
    columns_of,
    sheet_name,
)
from desktop_app.excel.reference import is_reference, read_ref_cell
from desktop_app.excel.sheets import Book, Row, Sheet

_CODE = re.compile(r"([a-z_]+)\.([a-z_]+(?:\.ref)?)")
# Headings stand near the top, below titles, logos and explanations.
LEADING_ROWS = 30
# Beyond the heading rows, this many columns without one another say nothing of an entity.
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Table:
    """A table that was found: where its headings end, and the columns by code; those not understood, by heading.

    `twins`: further columns with the same code, as somebody copied them.
    """

    sheet: Sheet
    entity: Entity
    head: int
    columns: Mapping[str, int]
    unknown: tuple[tuple[int, str], ...] = ()
    labels: Mapping[int, str] = field(default_factory=dict)
    twins: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    def rows(self) -> Iterator[tuple[int, Row]]:
        """Yield the rows below the headings with their place, without those that repeat the headings."""
        sheet = self.sheet
        headings = {sheet.value(self.head, column) for column in self.labels} - {None}
        for place in range(self.head + 1, len(sheet.rows)):
            row = sheet.rows[place]
            if row and row[0] in headings and self._repeats(row):
                continue
            yield place, row

    def _repeats(self, row: Row) -> bool:
        same = sum(column < len(row) and _folded(row[column]) == label for column, label in self.labels.items())
        return same * 2 > len(self.labels)


def _folded(value: Any) -> str:
    return fold(value) if isinstance(value, str) else ""


@cache
def spellings(entity: Entity) -> Mapping[str, str]:
    """Return the codes of an entity's columns by every heading that means them: ours first, then aliases and names."""
    found: dict[str, str] = {}
    columns = columns_of(entity, entity.fields)
    for column in columns:
        found.setdefault(fold(column.heading), column.code)
    for column in columns:
        for text in (*column.words, *column.earlier):
            found.setdefault(fold(text), column.code)
    for held in entity:
        for text in (*held.aliases, held.name.replace("_", " ")):
            found.setdefault(fold(text), held.name)
    for text in ("Réf.", "Ref.", "Référence", "Reference", "Repère", "Id"):
        found.setdefault(fold(text), "ref")
    return found


def header_of(book: Book) -> dict[str, Any] | None:
    """Return the header of our hidden sheet, where the file still has it whole."""
    sheet = sync_sheet(book)
    return sync_header(sheet) if sheet else None


def sync_sheet(book: Book) -> Sheet | None:
    """Return our hidden sheet, also under another name."""
    own = book.sheet(SYNC_SHEET)
    if own is not None and sync_header(own):
        return own
    return next((sheet for sheet in book.sheets if len(sheet.rows) > 2 and sync_header(sheet)), own)


def code_of(book: Book) -> str:
    """Return the code of the export that a file descends from, from its hidden sheet or its properties; else nothing."""
    if header := header_of(book):
        return str(header.get("code", ""))
    for name in (EXPORT_PROPERTY, "keywords"):
        if match := re.search(r"EX\d{4,} ([0-9A-Z]{3,})", book.properties.get(name, "")):
            return match[1]
    return ""


def digest_of(book: Book) -> str:
    """Return the hash of what the export that a file descends from had shown, as its hidden sheet says; else nothing."""
    return str((header_of(book) or {}).get("sha256", ""))


def is_ours(book: Book) -> bool:
    """Return whether a file descends from an exchange workbook, whatever was lost on the way."""
    if code_of(book) or any(sheet.name == README_SHEET for sheet in book.sheets):
        return True
    return any(
        _codes(row) or _bilingual(row) or any(isinstance(cell, str) and _shows_a_reference(cell) for cell in row[:2])
        for sheet in book.sheets
        for row in sheet.rows[:LEADING_ROWS]
    )


def _shows_a_reference(text: str) -> bool:
    """Tell whether a cell is one of our first column."""
    ref = read_ref_cell(text)
    return ref is not None and ref.names_an_export


def _bilingual(row: Row) -> bool:
    """Tell whether a row holds our headings as we write them, French over English."""
    return sum(isinstance(cell, str) and "\n" in cell and fold(cell) in _written() for cell in row) >= _FEWEST


@cache
def _written() -> frozenset[str]:
    columns = [column for entity in ENTITIES.values() for column in columns_of(entity, entity.fields)]
    return frozenset(fold(column.heading) for column in columns if column.words.fr != column.words.en)


def find_tables(book: Book) -> list[Table]:
    """Return the tables of a file that descends from an exchange workbook."""
    hidden = sync_sheet(book)
    foreign = (sheet for sheet in book.sheets if sheet.name not in OWN_SHEETS and sheet is not hidden)
    return [table for sheet in foreign if (table := _by_codes(sheet) or by_headings(sheet) or _by_references(sheet))]


def _codes(row: Row) -> dict[str, dict[str, list[int]]]:
    """Return the columns that a row of codes names, by entity."""
    found: dict[str, dict[str, list[int]]] = {}
    for place, cell in enumerate(row):
        if isinstance(cell, str) and (match := _CODE.fullmatch(cell.strip())) and match[1] in ENTITIES:
            found.setdefault(match[1], {}).setdefault(match[2], []).append(place)
    return {name: columns for name, columns in found.items() if len(columns) > 1}


def _by_codes(sheet: Sheet) -> Table | None:
    for place, row in enumerate(sheet.rows[:LEADING_ROWS]):
        if codes := _codes(row):
            name, places = max(codes.items(), key=lambda held: len(held[1]))
            entity, columns = ENTITIES[name], {code: found[0] for code, found in places.items()}
            head = _heading_below(sheet, entity, columns, place)
            labels = sheet.rows[head] if head > place else ()
            mapped = {column for found in places.values() for column in found}
            unknown = tuple(
                (column, str(label))
                for column, label in enumerate(labels)
                if label is not None and column not in mapped
            )
            known = {column: _folded(labels[column]) for column in columns.values() if column < len(labels)}
            labelled = {column: text for column, text in known.items() if text}
            return Table(sheet, entity, head, columns, unknown, labelled, _twins(places))
    return None


def _twins(places: Mapping[str, Sequence[int]]) -> dict[str, tuple[int, ...]]:
    return {code: tuple(found[1:]) for code, found in places.items() if len(found) > 1}


def _by_references(sheet: Sheet) -> Table | None:
    """Return the table whose references still stand, though nothing else says what it is: its columns remain to be found."""
    letters: dict[tuple[int, str], list[int]] = {}
    for place, row in enumerate(sheet.rows[: 2 * LEADING_ROWS]):
        for column, cell in enumerate(row):
            if isinstance(cell, str) and (ref := read_ref_cell(cell)) and ref.export and is_reference(ref.ref):
                letters.setdefault((column, ref.ref.split("-")[1]), []).append(place)
    if not letters:
        return None
    (column, letter), places = max(letters.items(), key=lambda held: len(held[1]))
    entity = next((one for one in ENTITIES.values() if one.letter == letter), None)
    if entity is None or places[0] == 0:
        return None
    head = places[0] - 1
    labels = [
        (other, str(label)) for other, label in enumerate(sheet.rows[head]) if label is not None and other != column
    ]
    return Table(sheet, entity, head, {"ref": column}, tuple(labels))


def _heading_below(sheet: Sheet, entity: Entity, columns: Mapping[str, int], start: int) -> int:
    """Return the row of headings below the codes; where a person changed or removed it, the last before the records."""
    known = spellings(entity)
    best, head = 0, start
    for place in range(start + 1, min(start + 6, len(sheet.rows))):
        row = sheet.rows[place]
        same = sum(column < len(row) and known.get(_folded(row[column])) == code for code, column in columns.items())
        if same > best:
            best, head = same, place
        ref = sheet.value(place, columns.get("ref", -1))
        if isinstance(ref, str) and (cell := read_ref_cell(ref)) and cell.export and cell.valid:
            if best * 3 < len(columns) and place - start <= 3:
                return place - 1
            break
    return head if best * 3 >= len(columns) else _title_below(sheet, columns, start)


def _title_below(sheet: Sheet, columns: Mapping[str, int], start: int) -> int:
    """Skip a title below the codes: text in the first column, nothing in the others."""
    place = start + 1
    if place < len(sheet.rows):
        row = sheet.rows[place]
        filled = [column for column in columns.values() if column < len(row) and row[column] is not None]
        if filled in ([], [columns.get("ref")]) and not read_ref_cell(str(row[0] or "")):
            return place
    return start


def by_headings(sheet: Sheet, entities: Sequence[Entity] = tuple(ENTITIES.values())) -> Table | None:
    """Return the table whose headings are ours, in either language; the entity with the most of them."""
    best: tuple[int, int, Table] | None = None
    for place, row in enumerate(sheet.rows[:LEADING_ROWS]):
        texts = {column: fold(str(cell)) for column, cell in enumerate(row) if isinstance(cell, str)}
        if len(texts) < _FEWEST:
            continue
        for entity in entities:
            known = spellings(entity)
            if len({known[text] for text in texts.values() if text in known}) < _FEWEST:
                continue  # as nearly all rows: nothing else needs to be looked at
            table = _mapped(sheet, entity, place, texts)
            score = len(table.columns) + 2 * _speaks_of(sheet, entity, place, table.columns)
            if best is None or score > best[0]:
                best = (score, place, table)
    return best[2] if best else None


def _mapped(sheet: Sheet, entity: Entity, place: int, texts: Mapping[int, str]) -> Table:
    known, places, unknown = spellings(entity), dict[str, list[int]](), []
    for column, text in texts.items():
        if code := known.get(text):
            places.setdefault(code, []).append(column)
        elif text:
            unknown.append((column, str(sheet.rows[place][column])))
    # The same heading twice by its own words is a copied column; by an alias, a column that must find its own meaning.
    columns = {code: found[0] for code, found in places.items()}
    copies = {
        code: [column for column in found if column == found[0] or texts[column] == texts[found[0]]]
        for code, found in places.items()
    }
    others = {column for code, found in places.items() for column in found} - {
        c for held in copies.values() for c in held
    }
    unknown += [(column, str(sheet.rows[place][column])) for column in sorted(others)]
    labels = {column: texts[column] for column in columns.values()}
    return Table(sheet, entity, place, columns, tuple(unknown), labels, _twins(copies))


def _speaks_of(sheet: Sheet, entity: Entity, place: int, columns: Mapping[str, int]) -> bool:
    """Tell whether the sheet's name or its references are those of an entity."""
    if fold(sheet.name) in {fold(sheet_name(entity)), fold(entity.fr), fold(entity.en)}:
        return True
    column = columns.get("ref", 0)
    below = (row[column] for row in sheet.rows[place + 1 : place + 6] if column < len(row))
    return any(
        isinstance(cell, str) and (ref := read_ref_cell(cell)) and f"-{entity.letter}-" in ref.ref for cell in below
    )
