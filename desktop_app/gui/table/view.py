"""The list itself: a table view that keeps its selection by record, in two densities, all from the keyboard."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop_app.gui.table.cells import CellDelegate
from desktop_app.gui.table.frozen import FrozenColumn
from desktop_app.gui.table.header import Header
from desktop_app.gui.table.model import TableModel
from desktop_app.gui.table.painting import paint_cells
from desktop_app.gui.table.sharing import Want, give, share
from desktop_app.gui.theme import look

_NARROWEST = 100  # pixels of a column that shares the room, where that is less than it would like
_LEAST, _SCROLLED, _MOST = 0.45, 0.75, 1.6  # of its usual width; the most that it asks of the others
_LONG_ONES = 50  # of so many cells one may be cut, so that a single long name does not take the room of all others
_MARGIN = 1.1  # for later cells that say more than the first
_AT_REST_MS = 200  # after rows were scrolled


class Table(QTableView):
    """A list of records: `opened` on Enter or double click, `peeked` on the space bar, `chosen` on a new selection."""

    opened = Signal(int)
    peeked = Signal(int)
    chosen = Signal()
    folded = Signal()  # a group was opened or closed
    resized = Signal(int, int)  # a column was given a width by hand, in pixels

    def __init__(self, model: TableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = model
        self.cells = CellDelegate(self)
        self._usual: list[int] = []
        self._stretch: list[int] = []
        self._kept: set[int] = set()
        self._fitting = False
        self._at_rest = QTimer(self, singleShot=True, interval=_AT_REST_MS)
        self._at_rest.timeout.connect(self._fit_to_sight)
        self._column = 0  # of the current cell, kept while the rows are read anew
        model.modelAboutToBeReset.connect(self._keep_column)
        self.setModel(model)
        self.setItemDelegate(self.cells)
        self.cells.follow(model, self.selectionModel())
        self.across = Header(model, self)
        self.setHorizontalHeader(self.across)
        self.across.sectionResized.connect(self._on_resized)
        self._set_up_view()
        self._set_up_rows()
        self.frozen = FrozenColumn(self)
        self.doubleClicked.connect(self._on_double_click)
        self.entered.connect(lambda index: self._hover(index.row()))
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())
        look.changed.connect(self.restyle)
        self.restyle()

    def _set_up_view(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)  # Tab leaves the list
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)

    def _set_up_rows(self) -> None:
        down = self.verticalHeader()
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSortingEnabled(False)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._at_rest.start())
        self.across.sortIndicatorChanged.connect(self.rows.sort)
        # The heads of groups are painted from the left edge, wherever the columns stand.
        self.horizontalScrollBar().valueChanged.connect(
            lambda _value: self.viewport().update() if self.rows.groups else None
        )

    def show_order(self, orders: Mapping[int, bool]) -> None:
        """Show by which columns the list is sorted, the first first (true: descending), without sorting it again."""
        self.across.show_orders(orders)

    def restyle(self) -> None:
        """Take heights and colours of the theme and the density."""
        self.cells.restyle()
        self.verticalHeader().setDefaultSectionSize(self.cells.row_height())
        self.across.setFixedHeight(look.px(32))
        self.frozen.follow()
        self.viewport().update()

    def set_compact(self, *, compact: bool) -> None:
        """Show one line a row, or two."""
        self.cells.compact = compact
        self.restyle()

    # Widths ------------------------------------------------------------------------------------------------------

    def set_widths(self, widths: Sequence[int], stretch: Sequence[int], kept: Collection[int] = ()) -> None:
        """Give the columns their widths; those of `stretch` share the room that the others leave.

        `kept`: those that somebody gave their widths.
        """
        least = self.across.minimumSectionSize()
        self._usual, self._stretch = [max(least, look.px(width)) for width in widths], list(stretch)
        self._kept = set(kept)
        self._set(dict(enumerate(self._usual)))
        self.fit()

    def widen(self, widths: Mapping[int, int]) -> None:
        """Give columns more than their usual widths, in pixels."""
        for column, width in widths.items():
            self._usual[column] = width
        self._set(widths)
        self.fit()

    def _set(self, widths: Mapping[int, int]) -> None:
        self._fitting = True
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        self._fitting = False

    def _on_resized(self, column: int, _before: int, width: int) -> None:
        """Leave a column as the hand at its heading wants it, whatever the window does."""
        by_hand = QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton and not self._fitting
        if by_hand and column < len(self._usual):
            self._usual[column] = width
            self._stretch = [other for other in self._stretch if other != column]
            self._kept.add(column)
            self.resized.emit(column, width)

    def heading_width(self, column: int) -> int:
        """Return how wide a column must be for its heading to be read whole, with the arrow of the order."""
        return self.across.sectionSizeHint(column) + look.px(12)

    def fit(self) -> None:
        """Fill the width: some columns grow with the window, and shrink to a little less than half.

        Where not even that makes room for all, one has to scroll anyway: then they shrink by a quarter only.
        """
        if not self._stretch:
            return
        wants = self._wants(_LEAST)
        firm = {column: width for column, width in enumerate(self._usual) if column not in wants}
        room = self.viewport().width() - sum(firm.values())
        given = give(sum(want.needed for want in wants.values()) - room, self.spare(firm))
        widths = share(room + sum(given.values()), wants)
        if sum(widths.values()) > room + sum(given.values()):
            given, widths = {}, share(room, self._wants(_SCROLLED))
        self._set(widths | {column: width - given.get(column, 0) for column, width in firm.items()})

    def _wants(self, part: float) -> dict[int, Want]:
        """Return what the stretching columns would like; `part`: of its usual width that each keeps at the least."""
        found = {}
        for column in self._stretch:
            usual, cells = self._usual[column], self.rows.known_cells(column)
            wide = sorted(map(self.cells.first_line_width, cells)) or [0]
            said = wide[-1 - len(wide) // _LONG_ONES]
            least = max(round(usual * part), min(usual, look.px(_NARROWEST)), self.heading_width(column))
            leads = any(cell.bold for cell in cells)
            found[column] = Want(usual, max(least, min(said, round(usual * _MOST))), least, leads)
        return found

    def spare(self, firm: Mapping[int, int]) -> dict[int, int]:
        """Return what columns have that their cells don't need: words alone, as other chips and amounts may follow."""
        found = {}
        for column, width in firm.items():
            cells = self.rows.known_cells(column)
            if cells and column not in self._kept and not any(cell.hue or cell.right for cell in cells):
                needed = round(max(map(self.cells.width_of, cells)) * _MARGIN)
                found[column] = max(0, width - max(needed, self.heading_width(column)))
        return found

    def _fit_to_sight(self) -> None:
        """Fit the columns again where rows that were scrolled to say more than those for which some gave room away."""
        firm = (one for one in range(len(self._usual)) if one not in self._stretch and one not in self._kept)
        narrow = [one for one in firm if self.columnWidth(one) < self._usual[one]]
        if not narrow:
            return
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        seen = range(max(0, first), (last if last >= 0 else self.rows.rowCount() - 1) + 1)
        records = [row for row in seen if not self.rows.groups or self.rows.head_at(row) < 0]
        if any(
            self.cells.width_of(self.rows.cell(row, one)) > self.columnWidth(one) for one in narrow for row in records
        ):
            self.fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells."""
        paint_cells(self, self.cells, event.rect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the new width; what one looks at stays in sight."""
        current, seen = self.currentIndex(), self._shows_current(event.oldSize().height())
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()
        self.frozen.follow()
        if seen and not self.shows_current():
            self.scrollTo(current.siblingAtColumn(0))

    # Selection ---------------------------------------------------------------------------------------------------

    def selected_rows(self) -> list[int]:
        """Return the numbers of the selected rows."""
        ranges = self.selectionModel().selection()
        parts = [ranges.at(number) for number in range(ranges.count())]
        rows = sorted({row for part in parts for row in range(part.top(), part.bottom() + 1)})
        return [row for row in rows if self.rows.head_at(row) < 0] if self.rows.groups else rows

    def selected_count(self) -> int:
        """Return how many rows are selected, without counting them one by one."""
        ranges = self.selectionModel().selection()
        if self.selectionBehavior() == QAbstractItemView.SelectionBehavior.SelectItems:
            return ranges.at(0).height() if ranges.count() else 0  # a block of cells
        parts = [ranges.at(number) for number in range(ranges.count())]
        return sum(part.height() - self.rows.heads_between(part.top(), part.bottom()) for part in parts)

    def select_row(self, number: int) -> None:
        """Select one row and bring it into view."""
        if 0 <= number < self.rows.rowCount():
            here = self.currentIndex()
            index = self.rows.index(number, here.column() if here.isValid() else self._column)
            index = index if index.isValid() else self.rows.index(number, 0)
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(index, flags)
            self.scrollTo(index)

    def shows_current(self) -> bool:
        """Whether the current row is in sight."""
        return self._shows_current(self.viewport().height())

    def _shows_current(self, height: int) -> bool:
        here = self.visualRect(self.currentIndex().siblingAtColumn(0))
        return here.isValid() and 0 <= here.center().y() < height

    def _keep_column(self) -> None:
        self._column = max(0, self.currentIndex().column())

    def _on_double_click(self, index: QModelIndex) -> None:
        if self.rows.head_at(index.row()) < 0:
            self.opened.emit(index.row())

    # Keys and mouse ----------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter, peek on the space bar; on the head of a group open and close it; the rest moves."""
        row = self.currentIndex().row()
        key = Qt.Key(event.key())
        if self._fold(row, key) if self.rows.head_at(row) >= 0 else self._goes_up(row, key):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            self.opened.emit(row)
        elif event.key() == Qt.Key.Key_Space and row >= 0:
            self.peeked.emit(row)
        else:
            super().keyPressEvent(event)

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Take the selection along to the ends of the list: what is deleted is what is framed."""
        jumps = (Qt.Key.Key_Home, Qt.Key.Key_End)
        if isinstance(event, QKeyEvent) and event.key() in jumps:
            plain = event.modifiers() & ~Qt.KeyboardModifier.ControlModifier
            event = QKeyEvent(event.type(), event.key(), plain)
        return super().selectionCommand(index, event)

    def _goes_up(self, row: int, key: Qt.Key) -> bool:
        """Go from a record to the head of its group, with the arrow to the left from the first column."""
        if key != Qt.Key.Key_Left or self.currentIndex().column() > 0 or not self.rows.groups:
            return False
        head = next((above for above in range(row - 1, -1, -1) if self.rows.head_at(above) >= 0), -1)
        flag = QItemSelectionModel.SelectionFlag.NoUpdate
        self.selectionModel().setCurrentIndex(self.rows.index(head, 0), flag)
        return head >= 0

    def _fold(self, row: int, key: Qt.Key) -> bool:
        """Open or close the group of a head by a key; whether the key was one for that."""
        groups, head = self.rows.groups, self.rows.head_at(row)
        closed = groups is not None and head in groups.closed
        wanted = {
            Qt.Key.Key_Left: True, Qt.Key.Key_Minus: True, Qt.Key.Key_Right: False, Qt.Key.Key_Plus: False,
            Qt.Key.Key_Space: not closed, Qt.Key.Key_Return: not closed, Qt.Key.Key_Enter: not closed,
        }.get(key)  # fmt: skip
        if wanted is None:
            return False
        self.rows.fold(row, closed=wanted)
        self.folded.emit()
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open or close a group by a click on its head."""
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and self.rows.head_at(index.row()) >= 0:
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self._fold(index.row(), Qt.Key.Key_Space)
            return
        super().mousePressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: Qt would read every row to find a beginning; Ctrl+F asks the base."""

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the hovered row when the mouse leaves."""
        super().leaveEvent(event)
        self._hover(-1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse over the empty part below the rows too."""
        super().mouseMoveEvent(event)
        if not self.indexAt(event.position().toPoint()).isValid():
            self._hover(-1)

    def _hover(self, row: int) -> None:
        before, self.cells.hovered = self.cells.hovered, row
        for number in {before, row} - {-1}:
            self._repaint_row(number)

    def _repaint_row(self, number: int) -> None:
        index: QModelIndex = self.rows.index(number, 0)
        rect = self.visualRect(index)
        self.viewport().update(0, rect.y(), self.viewport().width(), rect.height())
