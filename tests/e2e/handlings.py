"""What hands do to a workbook, done in a real LibreOffice through its bridge: each handling takes the open document.

Only the server imports this, in a Python that has the bridge. What the bridge hands over has no types: it is `Any`.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.table import CellRangeAddress, TableSortField

CODES, TITLE, HEADINGS, FIRST = 0, 1, 2, 3
# What clearing the contents of cells takes away: numbers, dates, texts, formulas.
_CONTENTS = 1 | 2 | 4 | 16


def options(**values: object) -> tuple[Any, ...]:
    """Return the arguments of a call to the bridge."""
    made = []
    for name, value in values.items():
        one = PropertyValue()
        one.Name, one.Value = name, value
        made.append(one)
    return tuple(made)


def _locale(language: str = "", country: str = "") -> Any:
    made = uno.createUnoStruct("com.sun.star.lang.Locale")
    made.Language, made.Country = language, country
    return made


class Table:
    """One sheet of the workbook with its codes and how many records it holds."""

    def __init__(self, sheet: Any, records: int) -> None:
        self.sheet, self.records = sheet, records
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        self.width = cursor.RangeAddress.EndColumn + 1
        self.last = cursor.RangeAddress.EndRow
        codes = sheet.getCellRangeByPosition(0, CODES, self.width - 1, CODES).getDataArray()[0]
        self.columns = {str(code).partition(".")[2]: place for place, code in enumerate(codes) if code}

    @property
    def entity(self) -> str:
        """The entity whose codes the sheet bears."""
        return str(self.sheet.getCellByPosition(0, CODES).getString()).partition(".")[0]

    def block(self, left: int, top: int, right: int, bottom: int) -> Any:
        """Return a rectangle of cells."""
        return self.sheet.getCellRangeByPosition(left, top, right, bottom)

    def body(self) -> Any:
        """Return the cells of the records, all columns."""
        return self.block(0, FIRST, self.width - 1, FIRST + self.records - 1)

    def address(self, left: int, top: int, right: int, bottom: int) -> Any:
        """Return the address of a rectangle."""
        made = CellRangeAddress()
        made.Sheet = self.sheet.RangeAddress.Sheet
        made.StartColumn, made.StartRow, made.EndColumn, made.EndRow = left, top, right, bottom
        return made

    def move_column(self, code: str, place: int) -> None:
        """Cut a column out and put it in elsewhere."""
        self.sheet.Columns.insertByIndex(place, 1)
        source = self.columns[code] + (1 if place <= self.columns[code] else 0)
        self.sheet.moveRange(
            self.sheet.getCellByPosition(place, 0).CellAddress, self.address(source, 0, source, self.last)
        )
        self.sheet.Columns.removeByIndex(source, 1)


def _sort(cells: Any, column: int, *, ascending: bool = True) -> None:
    """Sort whole rows of a range by one of its columns."""
    field = TableSortField()
    field.Field, field.IsAscending = column, ascending
    cells.sort(
        options(
            SortFields=uno.Any("[]com.sun.star.table.TableSortField", (field,)), ContainsHeader=False,
            IsSortColumns=False, BindFormatsToContent=True,
        )
    )  # fmt: skip


# Each handling takes the open document and its tables. ------------------------------------------------------------


def save_only(_doc: Any, _tables: Sequence[Table]) -> None:
    """Open and save."""


def sort(_doc: Any, tables: Sequence[Table]) -> None:
    """Sort each sheet by another column, downwards."""
    for table in tables:
        _sort(table.body(), 2, ascending=False)


def filter_rows(_doc: Any, tables: Sequence[Table]) -> None:
    """Filter each sheet on a column."""
    for table in tables:
        cells = table.block(0, HEADINGS, table.width - 1, table.last)
        wanted = cells.createFilterDescriptor(True)
        condition = uno.createUnoStruct("com.sun.star.sheet.TableFilterField")
        condition.Field, condition.IsNumeric = 1, False
        condition.Operator = uno.Enum("com.sun.star.sheet.FilterOperator", "EQUAL")
        condition.StringValue = table.sheet.getCellByPosition(1, FIRST).getString()
        wanted.setFilterFields((condition,))
        wanted.ContainsHeader = True
        cells.filter(wanted)


def hide(_doc: Any, tables: Sequence[Table]) -> None:
    """Hide rows and columns."""
    for table in tables:
        table.block(0, FIRST + 2, 0, FIRST + 20).Rows.IsVisible = False
        table.block(3, 0, 5, 0).Columns.IsVisible = False


def reorder_columns(_doc: Any, tables: Sequence[Table]) -> None:
    """Put a column first and another last."""
    for table in tables:
        table.move_column("notes", 1)


def rename_headings(_doc: Any, tables: Sequence[Table]) -> None:
    """Type other headings over ours."""
    for table in tables:
        for place in range(table.width):
            table.sheet.getCellByPosition(place, HEADINGS).setString(f"Rubrique {place + 1}")


def rename_headings_without_codes(_doc: Any, tables: Sequence[Table]) -> None:
    """Delete the hidden row, then type other headings over half of ours."""
    for table in tables:
        for place in range(1, table.width, 2):
            table.sheet.getCellByPosition(place, HEADINGS).setString(f"Rubrique {place + 1}")
        table.sheet.Rows.removeByIndex(CODES, 1)


def insert_columns(_doc: Any, tables: Sequence[Table]) -> None:
    """Insert columns of one's own."""
    for table in tables:
        for place, heading in ((2, "Vu par"), (6, "Avis du poste")):
            table.sheet.Columns.insertByIndex(place, 1)
            table.sheet.getCellByPosition(place, HEADINGS).setString(heading)
            table.sheet.getCellByPosition(place, FIRST).setString("à revoir")


def delete_columns(_doc: Any, tables: Sequence[Table]) -> None:
    """Delete columns in which nothing was changed."""
    for table in tables:
        gone = ("type", "countries.ref", "remark", "kind", "country", "person.ref")
        for place in sorted((table.columns[code] for code in gone if code in table.columns), reverse=True):
            table.sheet.Columns.removeByIndex(place, 1)


def duplicate_columns(_doc: Any, tables: Sequence[Table]) -> None:
    """Copy a column beside itself, codes and heading included."""
    for table in tables:
        place = table.columns["notes"]
        table.sheet.Columns.insertByIndex(place, 1)
        target = table.sheet.getCellByPosition(place, 0).CellAddress
        table.sheet.copyRange(target, table.address(place + 1, 0, place + 1, table.last))


def titles_above(_doc: Any, tables: Sequence[Table]) -> None:
    """Insert a letterhead above everything."""
    for table in tables:
        table.sheet.Rows.insertByIndex(0, 6)
        for row, text in enumerate(("Ambassade de France", "Service de coopération", "", "Retour du tableau", "Le 12")):
            table.sheet.getCellByPosition(0, row).setString(text)
        table.block(0, 0, table.width - 1, 0).merge(True)
        table.block(0, 3, 4, 3).merge(True)


def merge_cells(_doc: Any, tables: Sequence[Table]) -> None:
    """Merge cells that say the same, as Excel does: the first one keeps its text, the others lose theirs."""
    for table in tables:
        place = table.columns["institute" if "institute" in table.columns else "status"]
        for row in (FIRST + 4, FIRST + 10, FIRST + 20):
            table.block(place, row + 1, place, row + 2).clearContents(_CONTENTS)
            table.block(place, row, place, row + 2).merge(True)


def delete_rows(_doc: Any, tables: Sequence[Table]) -> None:
    """Delete three rows."""
    for table in tables:
        table.sheet.Rows.removeByIndex(FIRST + 30, 3)


def duplicate_rows(_doc: Any, tables: Sequence[Table]) -> None:
    """Copy two rows below themselves."""
    for table in tables:
        for row in (FIRST + 40, FIRST + 12):
            table.sheet.Rows.insertByIndex(row + 1, 1)
            target = table.sheet.getCellByPosition(0, row + 1).CellAddress
            table.sheet.copyRange(target, table.address(0, row, table.width - 1, row))


_NEW = {
    "instrument": {"type": "IRP", "acronym": "NEUF-{}", "title": "Projet tout neuf n° {}", "institute": "INSU"},
    "mission": {"number": "2031-{:03}", "kind": "Mission", "starts_on": "12/05/2031", "notes": "Déplacement neuf {}"},
    "partner": {"name": "Institut imaginaire neuf {}", "city": "Ville neuve", "acronym": "IIN{}"},
}


def _type_new(table: Table, rows: Iterable[int]) -> None:
    for number, row in enumerate(rows, 1):
        for code, text in _NEW[table.entity].items():
            table.sheet.getCellByPosition(table.columns[code], row).setString(text.format(number))


def fill_prepared_rows(_doc: Any, tables: Sequence[Table]) -> None:
    """Fill two of the prepared rows."""
    for table in tables:
        _type_new(table, (FIRST + table.records, FIRST + table.records + 1))


def rows_below(_doc: Any, tables: Sequence[Table]) -> None:
    """Type two rows below the prepared ones, without a reference."""
    for table in tables:
        _type_new(table, (table.last + 1, table.last + 2))


def clear_ids(_doc: Any, tables: Sequence[Table]) -> None:
    """Clear the first column, and the hidden references too where somebody selected all."""
    for table in tables:
        table.block(0, FIRST, 0, table.last).clearContents(_CONTENTS)


def copy_ids(_doc: Any, tables: Sequence[Table]) -> None:
    """Fill a reference down over its neighbours."""
    for table in tables:
        for row in (FIRST + 6, FIRST + 50):
            text = table.sheet.getCellByPosition(0, row).getString()
            for below in (row + 1, row + 2):
                table.sheet.getCellByPosition(0, below).setString(text)


def delete_hidden_sheets(doc: Any, _tables: Sequence[Table]) -> None:
    """Delete the hidden sheets."""
    for name in ("_sync", "Listes"):
        doc.Sheets.removeByName(name)


def rename_hidden_sheets(doc: Any, _tables: Sequence[Table]) -> None:
    """Show the hidden sheets and give all sheets other names."""
    names = {"_sync": "Feuille10", "Listes": "Feuille11", "Lisez-moi - Read me": "Consignes"}
    for number, name in enumerate(doc.Sheets.ElementNames):
        sheet = doc.Sheets.getByName(name)
        sheet.IsVisible = True
        sheet.Name = names.get(name, f"Tableau {number}")


def split_over_two_sheets(doc: Any, tables: Sequence[Table]) -> None:
    """Cut the second half of each table, headings copied, to a new sheet."""
    for table in tables:
        name = f"{table.sheet.Name[:20]} (suite)"
        doc.Sheets.insertNewByName(name, doc.Sheets.Count)
        other = doc.Sheets.getByName(name)
        half = FIRST + table.records // 2
        target = other.getCellByPosition(0, 0).CellAddress
        other_sheet = table.sheet
        other_sheet.copyRange(target, table.address(0, 0, table.width - 1, HEADINGS))
        target = other.getCellByPosition(0, FIRST).CellAddress
        other_sheet.copyRange(target, table.address(0, half, table.width - 1, table.last))
        other_sheet.Rows.removeByIndex(half, table.last - half + 1)


def change_formats(doc: Any, tables: Sequence[Table]) -> None:
    """Give dates and numbers other looks, and texts none."""
    looks = {"starts_on": "J MMMM AAAA", "ends_on": "AAAA-MM-JJ", "since_on": "JJ.MM.AA", "cost": "# ##0,00 [$€-40C]"}
    looks |= dict.fromkeys(("notes", "city", "title"), "Standard")
    for table in tables:
        for code, text in looks.items():
            if code in table.columns:
                place = table.columns[code]
                table.block(place, FIRST, place, table.last).NumberFormat = _format(doc, text, _locale("fr", "FR"))


def _format(doc: Any, text: str, locale: Any) -> int:
    """Return the number of a format in a document."""
    found: int = doc.NumberFormats.queryKey(text, locale, False)  # the bridge takes no names
    return found if found != -1 else int(doc.NumberFormats.addNew(text, locale))


def turn_into_text(doc: Any, tables: Sequence[Table]) -> None:
    """Turn dates and numbers into the texts that they show."""
    change_formats(doc, tables)
    for table in tables:
        for code in ("starts_on", "ends_on", "cost"):
            for row in range(FIRST, FIRST + table.records) if code in table.columns else ():
                cell = table.sheet.getCellByPosition(table.columns[code], row)
                shown = cell.getString()
                cell.NumberFormat = _format(doc, "@", _locale())
                cell.setString(shown)


def sort_one_column(_doc: Any, tables: Sequence[Table]) -> None:
    """Sort one column and leave the others where they are."""
    for table in tables:
        place = table.columns[next(code for code in ("title", "name", "number") if code in table.columns)]
        _sort(table.block(place, FIRST, place, FIRST + table.records - 1), 0, ascending=False)


def copy_to_new_file(doc: Any, tables: Sequence[Table]) -> Any:
    """Copy what is seen of each table into a new file: codes, hidden columns and properties stay behind."""
    new = doc.CurrentController.Frame.Creator.loadComponentFromURL(
        "private:factory/scalc", "_blank", 0, options(Hidden=True)
    )
    for number, table in enumerate(tables):
        if number >= new.Sheets.Count:
            new.Sheets.insertNewByName(f"Feuille{number + 1}", number)
        sheet = new.Sheets.getByIndex(number)
        seen = [place for place in range(table.width) if table.block(place, 0, place, 0).Columns.IsVisible]
        cells = table.block(0, HEADINGS, table.width - 1, FIRST + table.records - 1).getDataArray()
        rows = tuple(tuple(row[place] for place in seen) for row in cells)
        sheet.getCellRangeByPosition(0, 0, len(seen) - 1, len(rows) - 1).setDataArray(rows)
        for column, place in enumerate(seen):
            held = doc.NumberFormats.getByKey(table.sheet.getCellByPosition(place, FIRST).NumberFormat)
            key = _format(new, held.FormatString, held.Locale)
            sheet.getCellRangeByPosition(column, 1, column, len(rows) - 1).NumberFormat = key
    return new


Handling = Callable[[Any, Sequence[Table]], Any]
_ALL: tuple[Handling, ...] = (
    save_only, sort, filter_rows, hide, reorder_columns, rename_headings, rename_headings_without_codes, insert_columns,
    delete_columns, duplicate_columns, titles_above, merge_cells, delete_rows, duplicate_rows, fill_prepared_rows, rows_below,
    clear_ids, copy_ids, delete_hidden_sheets, rename_hidden_sheets, split_over_two_sheets, copy_to_new_file, change_formats,
    turn_into_text, sort_one_column,
)  # fmt: skip
HANDLINGS: dict[str, Handling] = {held.__name__: held for held in _ALL}
