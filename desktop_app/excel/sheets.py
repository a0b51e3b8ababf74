"""What was read from a file of cells: plain data, with the address of every cell."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import cache

from desktop_app.domain.words import Words


@dataclass(frozen=True, slots=True)
class CellError:
    """A cell that shows an error such as `#REF!`: its value is unknown, which is not the same as empty."""

    code: str

    def __str__(self) -> str:
        return self.code


@dataclass(frozen=True, slots=True)
class NoValue:
    """A formula whose result was never computed: the file must be opened and saved in Excel first."""

    formula: str = ""

    def __str__(self) -> str:
        return f"={self.formula}"


# A date with a time of day is a `datetime`; a `datetime` is never at midnight, it is a `date` then.
Value = str | int | float | bool | date | datetime | time | CellError | NoValue | None
Row = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells, counted from 0, both ends included."""

    top: int
    left: int
    bottom: int
    right: int

    def holds(self, row: int, column: int) -> bool:
        """Tell whether a cell lies in the rectangle."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right


# By kind (colour, struck, comment, hidden): what rows have besides values, counted from 0.
Looks = Mapping[str, Mapping[int, str]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: `rows[0][0]` is cell A1, whatever the file leaves out before its first filled cell."""

    name: str
    rows: Sequence[Row]
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[Area, ...] = ()
    looks: Looks = field(default_factory=dict)

    @property
    def width(self) -> int:
        """Return how many columns the widest row has."""
        return max(map(len, self.rows), default=0)

    def value(self, row: int, column: int) -> Value:
        """Return the value of a cell counted from 0; outside of what was read it is empty."""
        if 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row]):
            return self.rows[row][column]
        return None

    def swallowed(self, row: int, column: int) -> bool:
        """Tell whether a cell lies under a merged one: it says nothing, not even that it is empty."""
        return any(area.holds(row, column) and (row, column) != (area.top, area.left) for area in self.merged)

    def address(self, row: int, column: int) -> str:
        """Return the address of a cell counted from 0, as a person reads it: `Feuil1!C14`."""
        return f"{_quoted(self.name)}!{column_letters(column)}{row + 1}"


@dataclass(frozen=True, slots=True)
class Book:
    """A file of cells as it was read, with what the reader must tell about it."""

    kind: str
    sheets: tuple[Sheet, ...]
    notes: tuple[Words, ...] = ()
    # Document properties by their name, `keywords` among them, and our own defined names.
    properties: Mapping[str, str] = field(default_factory=dict)
    encoding: str | None = None
    separator: str | None = None

    def sheet(self, name: str) -> Sheet | None:
        """Return the sheet of a name, or nothing."""
        return next((sheet for sheet in self.sheets if sheet.name == name), None)


@cache
def _quoted(name: str) -> str:
    return name if re.fullmatch(r"[^\W\d]\w*", name) else "'" + name.replace("'", "''") + "'"


@cache
def column_letters(column: int) -> str:
    """Return the letters of a column counted from 0: 0 is A, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
