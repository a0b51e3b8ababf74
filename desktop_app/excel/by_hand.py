"""A workbook edited as a person would in Excel: cells typed over, prepared rows filled, rows sorted."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import Workbook, load_workbook

from desktop_app.excel.layout import CODES, FIRST, PREPARED_ROWS

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet


class HandEdit:
    """An exchange workbook opened for typing; cells are named by the record's reference and the field's name."""

    def __init__(self, path: Path) -> None:
        self._workbook: Workbook = load_workbook(path)
        self._sheets: dict[str, tuple[Worksheet, dict[str, int]]] = {}
        for sheet in self._workbook.worksheets:
            codes = {str(cell.value): cell.column for cell in sheet[CODES + 1] if cell.value}
            if first := next((code for code in codes if "." in code), None):
                entity = first.split(".")[0]
                self._sheets[entity] = (sheet, {code.partition(".")[2]: place for code, place in codes.items()})

    def references(self, entity: str) -> list[str]:
        """Return the references of the records of a sheet, without their export number, the prepared rows last."""
        sheet, columns = self._sheets[entity]
        cells = (sheet.cell(row, columns["ref"]).value for row in range(FIRST + 1, sheet.max_row + 1))
        return [str(value).split("·")[0] for value in cells if value]

    def type(self, entity: str, ref: str, field: str, value: object) -> None:
        """Type a value over a cell."""
        sheet, columns = self._sheets[entity]
        sheet.cell(self._row(entity, ref), columns[field]).value = value  # type: ignore[assignment]

    def add(self, entity: str, values: Mapping[str, object]) -> str:
        """Fill the first prepared row that is free, and return its reference."""
        prepared = self.references(entity)[-PREPARED_ROWS:]
        sheet, columns = self._sheets[entity]
        name = next(iter(values))
        free = next(ref for ref in prepared if sheet.cell(self._row(entity, ref), columns[name]).value is None)
        for field, value in values.items():
            self.type(entity, free, field, value)
        return free

    def sort(self, entity: str, field: str) -> None:
        """Sort the records by a column, whole rows together, as Excel does."""
        sheet, columns = self._sheets[entity]
        count = len(self.references(entity)) - PREPARED_ROWS
        rows = [
            [sheet.cell(row, column).value for column in range(1, sheet.max_column + 1)]
            for row in range(FIRST + 1, FIRST + 1 + count)
        ]
        rows.sort(key=_by(columns[field] - 1))
        for place, cells in enumerate(rows, FIRST + 1):
            for column, value in enumerate(cells, 1):
                sheet.cell(place, column).value = value

    def save(self, path: Path) -> None:
        """Save under another name, as an embassy does."""
        self._workbook.save(path)

    def _row(self, entity: str, ref: str) -> int:
        return FIRST + 1 + self.references(entity).index(ref)


def _by(column: int) -> Callable[[Sequence[object]], str]:
    return lambda cells: str(cells[column] or "")
