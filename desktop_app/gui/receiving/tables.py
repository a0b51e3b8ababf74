"""The tables of a file that may be taken in, as a list to choose from."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QComboBox

from desktop_app.gui.words import tr


class TableHere(NamedTuple):
    """A table of the file: its key, on which sheets it stands, the title above it, its row, how many rows."""

    key: str
    sheets: tuple[str, ...]
    title: str
    row: int
    rows: int


def table_words(one: TableHere, tables: Sequence[TableHere]) -> str:
    """Return what a table is called: its sheet, its title and row where the sheet holds several, how many sheets it has."""
    if len(one.sheets) > 1:
        return tr("%n sheet(s): {first} … {last}", "", len(one.sheets)).format(first=one.sheets[0], last=one.sheets[-1])
    if sum(one.sheets == other.sheets for other in tables) < 2:
        return one.sheets[0]
    named = f"{one.sheets[0]} · {one.title}" if one.title else one.sheets[0]
    return tr("{table} (row {row})").format(table=named, row=one.row)


def list_tables(box: QComboBox, tables: Sequence[TableHere], key: str, sheet: str) -> None:
    """List tables in a box, the one with a key chosen, else the first of a sheet."""
    box.clear()
    for one in tables:
        box.addItem(table_words(one, tables), one.key)
    keys = [one.key for one in tables]
    near = next((place for place, one in enumerate(tables) if sheet in one.sheets), 0)
    box.setCurrentIndex(keys.index(key) if key in keys else near)
