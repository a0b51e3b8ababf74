"""The model of every list: all row numbers in order, and a cache of the pages in view as ready cells.

A million rows are eight megabytes of numbers; a row is read only when it is seen, a page at a time.
"""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from desktop_app.gui.table.cells import CELL, EMPTY, Cell
from desktop_app.gui.table.groups import Groups
from desktop_app.gui.words import figure, labelled, tr

PAGE = 32
PAGES_KEPT = 64
Index = QModelIndex | QPersistentModelIndex
_NO_CELL, _HEAD = Qt.ItemFlag.NoItemFlags, Qt.ItemFlag.ItemIsEnabled
_CELL = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
NOWHERE = QModelIndex()
_NONE: Mapping[int, "Sequence[Row]"] = {}


class Row(NamedTuple):
    """One row, ready to paint."""

    id: str
    ref: str
    cells: tuple[Cell, ...]


class Heading(NamedTuple):
    """The head of a column: its words, whether it can be sorted by, and what is said of that below the mouse."""

    words: str
    sortable: bool = True
    right: bool = False
    hint: str = ""


ReadRows = Callable[[Sequence[int]], Sequence[Row]]


class TableModel(QAbstractTableModel):
    """Rows by number. `show` gives it new ones; `read` turns numbers into rows."""

    sort_asked = Signal(int, bool)  # column, descending

    def __init__(self, read: ReadRows, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._pks = array("q")
        self.groups: Groups | None = None
        self._headings: Sequence[Heading] = ()
        self._pages: OrderedDict[int, Sequence[Row]] = OrderedDict()
        self._seen = self._ahead = 0  # the page looked at last, and the one that is likely looked at next
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._read_ahead)
        self.waiting: dict[tuple[str, int], Cell] = {}  # what is being saved, by id and column

    def show(
        self,
        pks: "array[int]",
        headings: Sequence[Heading],
        groups: Groups | None = None,
        pages: Mapping[int, Sequence[Row]] = _NONE,
    ) -> None:
        """Show these rows in this order under these headings, those of `groups` below their heads; `pages`: those that
        were read already."""
        self.beginResetModel()
        self._pks, self._headings, self.groups = groups.shown() if groups else pks, headings, groups
        self._pages.clear()
        self._pages.update(pages)
        self.endResetModel()

    def extend(self, pks: "array[int]", pages: Mapping[int, Sequence[Row]] = _NONE) -> bool:
        """Show more rows, if any, below those that are shown; false, and nothing done, where these are not the first of them."""
        here = len(self._pks)
        if self.groups or pks[:here] != self._pks:
            return False
        if here == len(pks):
            return True
        self.beginInsertRows(NOWHERE, here, len(pks) - 1)
        self._pks = pks
        self._pages.pop(here // PAGE, None)
        self._pages.update(pages)
        self.endInsertRows()
        return True

    def read_with(self, read: ReadRows) -> None:
        """Turn numbers into rows in another way from the next `show` on: other columns, another language."""
        self._read = read

    @property
    def pks(self) -> "array[int]":
        """The numbers of all rows, in order."""
        return self._pks

    def head_at(self, row: int) -> int:
        """Return the number of the group whose head a row is; -1 for a record."""
        return -1 - self._pks[row] if self.groups and 0 <= row < len(self._pks) and self._pks[row] < 0 else -1

    def heads_between(self, first: int, last: int) -> int:
        """Return how many of some rows are heads of groups."""
        if self.groups is None:
            return 0
        if not first and last == len(self._pks) - 1:
            return len(self.groups.groups)
        return sum(number < 0 for number in self._pks[first : last + 1])

    def fold(self, row: int, *, closed: bool) -> None:
        """Close or open the group whose head a row is."""
        number = self.head_at(row)
        if self.groups is None or number < 0 or (number in self.groups.closed) == closed:
            return
        rows = self.groups.rows_of(number)
        first, last = row + 1, row + len(rows)
        if closed:
            self.groups.closed.add(number)
            self.beginRemoveRows(NOWHERE, first, last)
            del self._pks[first : last + 1]
        else:
            self.groups.closed.discard(number)
            self.beginInsertRows(NOWHERE, first, last)
            self._pks[first:first] = rows
        self._pages.clear()
        self.endRemoveRows() if closed else self.endInsertRows()
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self._headings) - 1))

    def fold_all(self, *, closed: bool) -> None:
        """Close or open all groups."""
        if self.groups is not None:
            self.groups.closed = set(range(len(self.groups.groups))) if closed else set()
            self.show(self._pks, self._headings, self.groups)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let heads of groups be reached by the keys, but not selected."""
        if self.groups is not None and index.isValid() and self._pks[index.row()] < 0:
            return _HEAD
        # Asked for each cell that a key passes over: Qt's own answer, which Python would have to fetch and to translate.
        return _CELL if index.isValid() else _NO_CELL

    def row(self, number: int) -> Row:
        """Return a row, from the cache or by reading its page."""
        page = number // PAGE
        rows = self._pages.get(page)
        if rows is None:
            rows = self._read_page(page)
        if page != self._seen:
            self._ahead = page + (1 if page > self._seen else -1)
            self._seen = page
            if self._ahead not in self._pages:
                self._soon.start()
        return rows[number % PAGE]

    def _read_page(self, page: int) -> Sequence[Row]:
        rows = self._pages[page] = self._read(self._pks[page * PAGE : (page + 1) * PAGE])
        if len(self._pages) > PAGES_KEPT:
            self._pages.popitem(last=False)
        return rows

    def _read_ahead(self) -> None:
        """Read the next page in the direction in which one goes, while nothing else is done: keys then only paint."""
        if self._ahead not in self._pages and 0 <= self._ahead * PAGE < len(self._pks):
            self._read_page(self._ahead)

    def cell(self, row: int, column: int) -> Cell:
        """Return a cell, for who paints it."""
        held = self.row(row)
        return (self.waiting and self.waiting.get((held.id, column))) or held.cells[column]

    def known_cells(self, column: int) -> list[Cell]:
        """Return the first cells of a column, and those around where one looks."""
        if self._pks and 0 not in self._pages:
            self._read_page(0)
        pages = (self._pages.get(page, ()) for page in sorted({0, self._seen - 1, self._seen, self._seen + 1}))
        return [row.cells[column] for rows in pages for row in rows if column < len(row.cells)]

    def renew(self) -> None:
        """Read again what is shown, in the same order: cells have changed."""
        self._pages.clear()
        if self._pks:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._pks) - 1, len(self._headings) - 1))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._pks)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows, as words or ready to paint."""
        if role == CELL:
            return self._cell(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._cell(index).words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index)
        return None

    def _spoken(self, index: Index) -> str:
        if (head := self.head_at(index.row())) >= 0 and self.groups is not None:
            group, closed = self.groups.groups[head], head in self.groups.closed
            words = tr("Group {name}, %n, closed", "", group.size) if closed else tr("Group {name}, %n", "", group.size)
            return words.format(name=group.words)
        return labelled(self._headings[index.column()].words, self._cell(index).words)

    def _cell(self, index: Index) -> Cell:
        if not index.isValid():
            return EMPTY
        if (head := self.head_at(index.row())) >= 0 and self.groups is not None:
            group = self.groups.groups[head]
            return Cell(group.words, figure(group.size)) if index.column() == 0 else EMPTY
        return self.row(index.row()).cells[index.column()]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words above a column, and what is said of them below the mouse."""
        if orientation != Qt.Orientation.Horizontal or section >= len(self._headings):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section].words
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._headings[section].hint or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self._headings[section].right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask the page for another order; the base sorts, not the model."""
        if 0 <= column < len(self._headings) and self._headings[column].sortable:
            self.sort_asked.emit(column, order == Qt.SortOrder.DescendingOrder)
