"""A list of rows that are at hand already: steps of History, workbooks of the ledger, fields under review.

Rows without an id are titles: they span the list and can be neither selected nor reached by the arrows.
"""

from array import array
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt

from desktop_app.gui.table.cells import EMPTY, Cell
from desktop_app.gui.table.model import PAGE, Heading, Index, Row, TableModel
from desktop_app.gui.table.sharing import give
from desktop_app.gui.table.view import Table
from desktop_app.gui.theme import look

TITLE_HEIGHT = 34


def title_row(text: str, columns: int) -> Row:
    """Return a row that stands above others as their title."""
    return Row("", "", (Cell(text, tone="muted", bold=True), *(EMPTY,) * (columns - 1)))


class _Rows(TableModel):
    def __init__(self) -> None:
        super().__init__(lambda _numbers: [])
        self.held: Sequence[Row] = ()

    def hold(self, rows: Sequence[Row], headings: Sequence[Heading]) -> None:
        self.held = rows
        self.show(array("q", range(len(rows))), headings)

    def row(self, number: int) -> Row:
        return self.held[number]

    def known_cells(self, column: int) -> list[Cell]:
        return [held.cells[column] for held in self.held[:PAGE] if held.id and column < len(held.cells)]

    def exchange(self, renewed: Mapping[str, Row]) -> None:
        self.held = [renewed.get(held.id, held) for held in self.held]
        if self.held:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.held) - 1, self.columnCount() - 1))

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and not self.held[index.row()].id:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)


class ShortList(Table):
    """A list of rows that are at hand; the selection stays with its row when they are filled anew."""

    def __init__(self) -> None:
        self._model = _Rows()
        self._widths: tuple[Sequence[int], Sequence[int]] = ((), ())
        self._giving: Sequence[int] = ()
        super().__init__(self._model)
        self._model.setParent(self)
        self.horizontalHeader().setSortIndicatorShown(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setSectionsMovable(False)
        self.setSelectionMode(Table.SelectionMode.SingleSelection)

    def fill(self, rows: Sequence[Row], headings: Sequence[Heading], widths: Sequence[int] = (), *stretch: int) -> None:
        """Show these rows; `widths` of the columns at first, of which the first, or some, share the room that is left."""
        chosen, place, before = (
            self.current(),
            self.currentIndex().row(),
            {held.id for held in self._model.held if held.id},
        )
        first = self._model.columnCount() != len(headings)
        self._model.hold(rows, headings)
        self._span()
        if widths and (first or self._widths != (widths, stretch or (0,))):
            self._widths = (widths, stretch or (0,))
            self.set_widths(*self._widths)
        elif self._giving:
            self.fit()
        self._show_words_whole()
        if not self.select(chosen):
            # Where the same list is shown without the row, one goes on beside it.
            self._select_near(place if before & {held.id for held in rows} else 0)

    def _show_words_whole(self) -> None:
        """Widen the columns whose headings or chips need it: what they say is never cut."""
        needed = {column: self._whole_width(column) for column in range(self._model.columnCount())}
        wider = {column: width for column, width in needed.items() if width > self.columnWidth(column)}
        if wider:
            self.widen(wider)

    def _whole_width(self, column: int) -> int:
        """Return how wide a column must be for its heading and its chips to be read whole."""
        chips = {
            (cell.text, bool(cell.icon))
            for held in self._model.held
            for cell in held.cells[column : column + 1]
            if cell.hue
        }
        widths = (self.cells.chip_width(words, icon=icon) for words, icon in chips if words)
        return max(self.across.sectionSizeHint(column), *widths, 0)

    def let_give(self, *columns: int) -> None:
        """Let columns give what their words don't need, where those that share the room have less than their usual widths."""
        self._giving = columns

    def spare(self, firm: Mapping[int, int]) -> dict[int, int]:
        """Keep the widths of the other columns: these lists are filled again and again, and stand still."""
        found = {}
        for column in self._giving:
            words = max((self.cells.width_of(cell) for cell in self._model.known_cells(column)), default=0)
            found[column] = max(0, firm[column] - max(words, self._whole_width(column)))
        usual = sum(self._usual[column] for column in self._stretch)
        return give(usual + sum(firm.values()) - self.viewport().width(), found)

    def renew(self, renewed: Mapping[str, Row]) -> None:
        """Say some rows anew, by id; selection and scroll stay."""
        self._model.exchange(renewed)

    def set_lines(self, most: int) -> None:
        """Give the first text of a cell as many lines as it needs, up to some."""
        self.cells.lines = most

    def fit(self) -> None:
        """Fill the width; rows whose texts take several lines are as high as those now need."""
        super().fit()
        if self.cells.lines > 1:
            self._span()

    def _height(self, held: Row) -> int:
        if self.cells.lines == 1:
            return self.cells.row_height()
        return max(self.cells.height_of(cell, self.columnWidth(place)) for place, cell in enumerate(held.cells))

    def _span(self) -> None:
        """Give titles their height and the whole width, and every other row its own height again."""
        self.clearSpans()
        across, title = self._model.columnCount(), look.px(TITLE_HEIGHT)
        for number, held in enumerate(self._model.held):
            height = self._height(held) if held.id else title
            if self.rowHeight(number) != height:
                self.setRowHeight(number, height)
            if not held.id and across > 1:
                self.setSpan(number, 0, 1, across)

    @property
    def held(self) -> Sequence[Row]:
        """The rows."""
        return self._model.held

    def current(self) -> str:
        """Return the id of the selected row; nothing where none is."""
        number = self.currentIndex().row()
        return self._model.held[number].id if 0 <= number < len(self._model.held) else ""

    def select(self, id_: str) -> bool:
        """Select a row by its id; whether it was there."""
        number = next((number for number, held in enumerate(self._model.held) if held.id == id_ and id_), -1)
        self.select_row(number)
        return number >= 0

    def _select_near(self, place: int) -> None:
        """Select the first row from a place on, else the last one."""
        rows = [number for number, held in enumerate(self._model.held) if held.id]
        self.select_row(next((number for number in rows if number >= place), rows[-1] if rows else -1))

    def restyle(self) -> None:
        """Take heights and colours of the theme."""
        super().restyle()
        self._span()
        if self._model.columnCount() == len(self._widths[0]):
            self.set_widths(*self._widths)
            self._show_words_whole()
