"""What a look at the raw cells of one sheet brings to light, and the bounds that it must keep."""

from typing import Any

from desktop_app.excel.rejected import Rejected

MAX_ROWS = 1_048_576
LAST_COLUMN = 16_384
MAX_COLUMNS = 1_000
MAX_CELLS = 3_000_000
MAX_AREA = 6_000_000
MAX_SHEETS = 300
MAX_TEXTS = 2_000_000
MAX_TEXT = 1_000_000
MAX_REPEATED = 2_000_000
_FORMULA = 200
_COLUMNS = {chr(65 + letter).encode(): letter for letter in range(26)}


class Findings:
    """Cells that the reader would show as empty or wrong, and what is hidden or merged; all counted from 0."""

    def __init__(self, sheet: str) -> None:
        self.sheet = sheet
        self.errors: list[tuple[int, int, str]] = []
        self.unvalued: list[tuple[int, int, str]] = []
        self.booleans: list[tuple[int, int, bool]] = []
        self.hidden_rows: list[int] = []
        self.hidden_columns: list[int] = []
        self.merged: list[tuple[int, int, int, int]] = []
        self.formulas = 0
        self.filled = 0
        # The box around all filled cells, both ends included.
        self.top, self.left, self.bottom, self.right = MAX_ROWS, LAST_COLUMN, -1, -1

    def stretch(self, top: int, left: int, bottom: int, right: int) -> None:
        """Take filled cells into the box around all of them."""
        self.top, self.left = min(self.top, top), min(self.left, left)
        self.bottom, self.right = max(self.bottom, bottom), max(self.right, right)

    @property
    def acceptable(self) -> bool:
        """Tell whether the box and the number of cells are within bounds."""
        return self.right < MAX_COLUMNS and self.filled <= MAX_CELLS and self._area() <= MAX_AREA

    def judge(self) -> None:
        """Refuse a sheet that is out of bounds."""
        if self.acceptable:
            return
        if self.filled > MAX_CELLS:
            raise Rejected("too_many_cells", sheet=self.sheet, limit=MAX_CELLS)
        if self._area() > MAX_AREA:
            raise Rejected("too_spread", sheet=self.sheet, cells=self._area(), limit=MAX_AREA)
        raise Rejected("too_many_columns", sheet=self.sheet, limit=MAX_COLUMNS)

    def add_unvalued(self, row: int, column: int, formula: str) -> None:
        """Note a formula without a result."""
        self.unvalued.append((row, column, formula[:_FORMULA]))

    def hide_columns(self, first: int, last: int) -> None:
        """Note hidden columns, as far as columns are read at all."""
        self.hidden_columns.extend(range(max(first, 0), min(last, MAX_COLUMNS) + 1))

    def as_json(self) -> dict[str, Any]:
        """Return what travels to the program."""
        return {key: value for key, value in vars(self).items() if key not in {"top", "left", "bottom", "right"}}

    def _area(self) -> int:
        # Columns before the first filled one are kept, to give every cell its address; rows before it cost nothing.
        return (self.bottom - self.top + 1) * (self.right + 1)


def column_number(letters: bytes) -> int:
    """Return the number of a column counted from 0; `AA` is 26."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number - 1


def cell_position(reference: str, sheet: str) -> tuple[int, int]:
    """Return row and column of a reference such as `C14`, or refuse what Excel has no cell for."""
    letters = reference.rstrip("0123456789")
    digits = reference[len(letters) :]
    if letters.isascii() and letters.isalpha() and len(letters) <= 3 and 0 < len(digits) <= 7:
        row, column = int(digits) - 1, column_number(letters.encode())
        if 0 <= row < MAX_ROWS and column < LAST_COLUMN:
            return row, column
    raise Rejected("outside", cell=reference[:40], sheet=sheet)
