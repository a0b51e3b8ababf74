"""The widths of a list's columns: those that the user chose, or the usual ones."""

from desktop_app.domain.entity import Entity
from desktop_app.gui.lists.column_choice import ColumnChoice
from desktop_app.gui.lists.columns import Column, chip_words
from desktop_app.gui.table.view import Table
from desktop_app.gui.theme import look
from desktop_app.gui.words import said


class Widths:
    """Fits the columns of a table, and keeps what the hand at the header does to them."""

    def __init__(self, table: Table, choice: ColumnChoice, entity: Entity) -> None:
        self._table, self._choice, self._entity = table, choice, entity
        table.resized.connect(self._keep)

    def fit(self) -> None:
        """Give the columns their widths."""
        shown, kept = self._choice.shown(), self._choice.widths()
        stretch = tuple(number for number, column in enumerate(shown) if column.stretch and number not in kept)
        usual = [self._room_for(number, column) for number, column in enumerate(shown)]
        self._table.set_widths([kept.get(number, width) for number, width in enumerate(usual)], stretch, kept)

    def _room_for(self, number: int, column: Column) -> int:
        """Return the usual width of a column, or more where its heading needs it; one of chips is as wide as they need."""
        words, room = chip_words(column, self._entity), self._table.cells.chip_width
        chips = max((room(said(one), icon=icon) for one, icon in words), default=0)
        needed = max(chips, self._table.heading_width(number))
        return max(0 if chips else column.width, -(-needed * 100 // round(look.scale * 100)))

    def _keep(self, place: int, width: int) -> None:
        self._choice.keep_width(place, round(width / look.scale))
