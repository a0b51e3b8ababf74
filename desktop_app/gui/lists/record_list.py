"""A list of records with its filters: asks the base for the row numbers, shows them, keeps the selection by record."""

from array import array
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from desktop_app.domain.values import Showing
from desktop_app.gui import hues
from desktop_app.gui.editors.link_options import link_options
from desktop_app.gui.lists.column_choice import ColumnChoice
from desktop_app.gui.lists.empty_state import EmptyState
from desktop_app.gui.lists.filter_bar import FilterBar
from desktop_app.gui.lists.specs import ListSpec, View
from desktop_app.gui.parts import Worded, column, line
from desktop_app.gui.table.model import Row, TableModel
from desktop_app.gui.table.view import Table
from desktop_app.gui.words import figure, lang, tr
from desktop_app.gui.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.gui.tasks import Task
    from desktop_app.store.base import Store


class RecordList(Worded, QWidget):
    """The filters, the table, and what stands in its place when it is empty."""

    loaded = Signal()
    new_asked = Signal()

    def __init__(self, workspace: Workspace, spec: ListSpec) -> None:
        super().__init__()
        self._workspace, self.spec = workspace, spec
        self.choice = ColumnChoice(spec, workspace.settings)
        self.filters = FilterBar(spec, self.showing, lambda: link_options(workspace.store, spec.entity))
        self.model = TableModel(lambda _numbers: [], self)
        self.table = Table(self.model)
        self.view: View = spec.views[0]
        self.total = 0
        self._sort = spec.sort
        self._task: Task | None = None
        self._wanted = ""
        self._widening = False
        self._new, self._clear = QPushButton(), QPushButton()
        self._nothing = EmptyState(hues.ENTITY_ICONS[spec.entity.name], self._new, self._clear)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._nothing)
        self.setLayout(column(self.filters, line(), self._stack, spacing=0))
        self._connect()
        self.table.set_compact(compact=self.choice.compact)
        self.retranslate()

    def _connect(self) -> None:
        self.filters.changed.connect(self.load)
        self.filters.quick.left.connect(self.table.setFocus)
        self.filters.columns.clicked.connect(self._choose_columns)
        self.filters.density.clicked.connect(lambda: self.set_compact(compact=not self.choice.compact))
        self.model.sort_asked.connect(self._sort_by)
        self._workspace.closing.connect(self._forget)
        self.table.horizontalHeader().sectionResized.connect(self._keep_widths)
        self._new.clicked.connect(self.new_asked)
        self._clear.clicked.connect(self.filters.clear)

    # Loading -----------------------------------------------------------------------------------------------------

    def load(self, wanted: str = "") -> None:
        """Ask the base again; select the wanted record, or the one that was selected before."""
        if not self._workspace.is_open:
            return
        from desktop_app.gui.lists.rows import question
        from desktop_app.store.queries import Query

        self._wanted = wanted or self._wanted or self.current_id()
        asked = question(self.spec, (*self.view.conditions, *self.filters.conditions), self.filters.text, self._sort)
        everything = Query(self.spec.entity)
        if self._task is not None:
            self._task.cancel()

        def read(store: "Store") -> "tuple[array[int], int, int | None]":
            numbers = store.ids(asked)
            found = store.get(self.spec.entity, self._wanted) if self._wanted else None
            total = len(numbers) if not asked.filters and not asked.search else store.count(everything)
            return numbers, total, int(str(found["pk"])) if found else None

        self._task = self._workspace.read(read, self._show, words=tr("Reading the list…"))

    def _show(self, outcome: "tuple[array[int], int, int | None]") -> None:
        from desktop_app.gui.lists.rows import RowReader

        numbers, self.total, wanted = outcome
        self._task, self._wanted = None, ""
        self.model.read_with(RowReader(self._workspace.store, self.spec, self.choice.shown(), lang()))
        same_columns = self.model.columnCount() == len(self.choice.shown())
        self.model.show(numbers, self.choice.headings())
        self._show_order()
        if not same_columns:
            self.set_widths()
        self._select(numbers, wanted)
        self._stack.setCurrentWidget(self.table if numbers else self._nothing)
        self._say_nothing()
        self.loaded.emit()

    def _forget(self) -> None:
        """Show nothing of a base that is being closed."""
        self.model.read_with(lambda _numbers: [])
        self.model.show(array("q"), self.choice.headings())

    def _select(self, numbers: "array[int]", wanted: int | None) -> None:
        try:
            self.table.select_row(numbers.index(wanted) if wanted is not None else 0)
        except ValueError:
            self.table.select_row(0)

    def refresh(self) -> None:
        """Show the same rows with new columns, words or colours."""
        if self._workspace.is_open and self.model.columnCount():
            self._show((self.model.pks, self.total, self._current_number()))

    def _current_number(self) -> int | None:
        row = self.table.currentIndex().row()
        return self.model.pks[row] if 0 <= row < len(self.model.pks) else None

    # Selection ---------------------------------------------------------------------------------------------------

    def current_id(self) -> str:
        """Return the id of the row that has the focus."""
        row = self.table.currentIndex().row()
        return self.model.row(row).id if 0 <= row < self.model.rowCount() else ""

    def selected(self, at_most: int) -> list[Row]:
        """Return the selected rows, in order."""
        return [self.model.row(row) for row in self.table.selected_rows()[:at_most]]

    # Views, order, columns ---------------------------------------------------------------------------------------

    def set_view(self, view: View) -> None:
        """Show a built-in view; what was typed in the quick filter stays."""
        self.view = view
        self.load()

    def show_all(self, wanted: str) -> None:
        """Show everything, with a record selected."""
        self.view = self.spec.views[0]
        self._wanted = wanted
        if self.filters.count:
            self.filters.clear()
        else:
            self.load(wanted)

    def _sort_by(self, number: int, descending: bool) -> None:
        field = self.choice.shown()[number].sort
        # Equals stay in the usual order of the list.
        self._sort = ((field, descending), *(usual for usual in self.spec.sort if usual[0] != field))
        self.load()

    def _show_order(self) -> None:
        field, descending = self._sort[0]
        names = [column.sort for column in self.choice.shown()]
        self.table.show_order(names.index(field) if field in names else -1, descending=descending)

    def set_compact(self, *, compact: bool) -> None:
        """Show one line a row and all columns, or two lines and the main ones."""
        self.choice.set_compact(compact=compact)
        self.table.set_compact(compact=compact)
        self._new_columns()

    def _new_columns(self) -> None:
        self.refresh()
        self.set_widths()

    def set_widths(self) -> None:
        """Give the columns the widths that the user chose, or the usual ones."""
        shown = self.choice.shown()
        kept = self.choice.widths()
        stretch = () if kept else tuple(number for number, column in enumerate(shown) if column.stretch)
        self._widening = True
        self.table.set_widths(kept or [column.width for column in shown], stretch)
        self._widening = False

    def _keep_widths(self) -> None:
        # Only the hand at the header counts, not our own fitting.
        if QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton and not self._widening:
            self.choice.keep_widths([self.table.columnWidth(number) for number in range(self.model.columnCount())])

    def _choose_columns(self) -> None:
        button = self.filters.columns
        menu = self.choice.menu(self, self._new_columns)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def showing(self) -> Showing:
        """Return how values are said, with the names that the base knows."""
        return self._workspace.store.names.showing(lang()) if self._workspace.is_open else Showing(lang())

    # Words -------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        self._clear.setText(tr("Remove the filters"))
        self._new.setText(tr(self.spec.new))
        self._say_nothing()
        self.refresh()

    def _say_nothing(self) -> None:
        filtered = bool(self.total)
        self._new.setVisible(not filtered)
        self._clear.setVisible(filtered and bool(self.filters.count))
        self._nothing.say(tr("Nothing matches.") if filtered else tr(self.spec.empty))

    def status(self) -> str:
        """Say what is shown and why."""
        shown, total = self.model.rowCount(), self.total
        figures = {"shown": figure(shown), "all": figure(total)}
        if self.filters.count:
            text = tr("{shown} of {all} shown by %n filter(s)", "", self.filters.count).format(**figures)
        elif self.view.conditions:
            text = tr("{shown} of {all} shown in the view “{view}”").format(view=self.view.text(), **figures)
        else:
            text = tr("{shown} shown, all").format(**figures)
        chosen = self.table.selected_count()
        selected = tr("%n selected", "", chosen)
        return f"{text}     {selected}" if chosen else text
