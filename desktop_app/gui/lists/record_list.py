"""A list of records with its filters: asks the base for the row numbers, shows them, keeps the selection by record."""

from array import array
from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from desktop_app.domain.leading import BY_FILE, field_at
from desktop_app.domain.types import Link
from desktop_app.gui import hues
from desktop_app.gui.lists.arrangement import Arrangement
from desktop_app.gui.lists.column_choice import ColumnChoice
from desktop_app.gui.lists.empty_state import EmptyState
from desktop_app.gui.lists.filter_bar import FilterBar
from desktop_app.gui.lists.linked_names import LinkedNames
from desktop_app.gui.lists.saying import order_line
from desktop_app.gui.lists.specs import Condition, ListSpec, View
from desktop_app.gui.lists.value_source import ValueSource
from desktop_app.gui.lists.widths import Widths
from desktop_app.gui.parts import Worded, column, line
from desktop_app.gui.table.groups import Groups
from desktop_app.gui.table.matches import needles_of
from desktop_app.gui.table.model import Row, TableModel
from desktop_app.gui.table.view import Table
from desktop_app.gui.theme import look
from desktop_app.gui.words import figure, lang, said, tr
from desktop_app.gui.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.gui.lists.finding import Found
    from desktop_app.gui.tasks import Task, Turn
    from desktop_app.store.queries import Query


_LONG = 20_000


class RecordList(Worded, QWidget):
    """The filters, the table, and what stands in its place when it is empty."""

    asked = Signal()  # rows
    loaded = Signal()
    new_asked = Signal()

    def __init__(self, workspace: Workspace, spec: ListSpec) -> None:
        super().__init__()
        self._workspace, self.spec = workspace, spec
        self.choice = ColumnChoice(spec, workspace.settings)
        self.filters = FilterBar(spec, ValueSource(workspace, self.question))
        self.model = TableModel(lambda _numbers: [], self)
        self.table = Table(self.model)
        self._widths = Widths(self.table, self.choice, spec.entity)
        self._linked_names = LinkedNames(workspace, spec)
        self.view: View = spec.views[0]
        self.total = 0
        self._tasks: list[Task] = []
        self._half_shown = False
        self._new_view = False  # its columns have widths of their own
        self._grouped = ""
        self._wanted = ""
        self._by_itself: int | None = None  # the row number that nobody chose: the first row was selected by itself
        self._announced = ""
        self._round = 0  # of asking the base
        self._own_conditions: tuple[Condition, ...] | None = None  # from before a saved view came in sight
        self._own_text: str | None = None  # of the quick filter, from before a saved view with another one
        self._saved_text = ""
        self._spoken = lang()
        self._new, self._clear = QPushButton(), QPushButton()
        self._nothing = EmptyState(hues.ENTITY_ICONS[spec.entity.name], self._new, self._clear)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self._nothing)
        self.setLayout(column(self.filters, line(), self.stack, spacing=0))
        self._connect()
        self.table.set_compact(compact=self.choice.compact)
        self.table.frozen.wanted = self.choice.arrangement.frozen
        self.filters.show_group(self.choice.group)
        self.retranslate()
        self._show_last()

    def _connect(self) -> None:
        self.filters.changed.connect(self.load)
        self.filters.quick.left.connect(self.table.setFocus)
        self.filters.columns.clicked.connect(self.choose_columns)
        self.filters.density.clicked.connect(lambda: self.set_compact(compact=not self.choice.compact))
        self.filters.group_asked.connect(self.group_by)
        self.filters.fold_asked.connect(lambda closed: self.model.fold_all(closed=closed))
        self.model.sort_asked.connect(self._sort_by)
        self._workspace.closing.connect(self._forget)
        across = self.table.across
        across.moved.connect(self.move_column)
        across.menu_asked.connect(self.open_heading)
        self._new.clicked.connect(self.new_asked)
        self._clear.clicked.connect(self.filters.clear)
        look.changed.connect(self._restyle)  # after the table has taken the new fonts

    def open_heading(self, column: int, place: QPoint | None = None) -> None:
        """Open the menu of a heading."""
        from desktop_app.gui.lists.heading_menu import heading_menu

        if 0 <= column < len(self.choice.names):
            heading_menu(self, column).popup(place or self.table.across.place_below(column))

    # Loading -----------------------------------------------------------------------------------------------------

    def want(self, id_: str) -> None:
        """Select a record when the rows are read next."""
        self._wanted = id_

    def load(self, wanted: str = "", *, from_top: bool = False) -> None:
        """Ask the base again; select the wanted record, or the one that was selected before, or begin at the top."""
        if not self._workspace.is_open:
            return
        from desktop_app.gui.lists import finding
        from desktop_app.gui.lists.rows import RowReader

        self.asked.emit()
        self._wanted = wanted or self._wanted or ("" if from_top else self.current_id())
        closed = self.model.groups.closed_values if self.model.groups and self._grouped == self.choice.group else ()
        reader = RowReader(self._workspace.store, self.spec, self.choice.shown(), lang())
        self._round += 1
        outdated = partial(self._is_past, self._round)
        asked = finding.Asked(self.question(), reader, self.choice.group, self._wanted, closed, {}, {}, outdated)
        for task in self._tasks:
            task.cancel()
        self._tasks.clear()
        read, in_parts, words = self._workspace.read, not self.total or self.total > _LONG, tr("Reading the list…")
        if in_parts:
            self._tasks.append(read(lambda store: finding.find_first(store, asked), self._show, turn="soon"))
        turn: Turn = "usual" if in_parts else "soon"
        self._tasks.append(read(lambda store: finding.find(store, asked), self._show, words=words, turn=turn))

    def _is_past(self, round_: int) -> bool:
        return self._round != round_

    def question(self) -> "Query":
        """Return what the list shows, as a question to the base."""
        from desktop_app.gui.lists.rows import question

        conditions = (*self.view.conditions, *self.filters.conditions)
        return question(self.spec, conditions, self.filters.text, self.choice.order)

    def _show(self, found: "Found") -> None:
        self._refuse(found)
        self._grouped = self.choice.group
        if found.whole:
            self.total = found.total
            self._tasks.clear()
            self._wanted = ""
        pages = found.pages if found.reader.reads(self.choice.shown(), lang()) else {}
        extended = found.whole and self._half_shown and not found.groups and self.model.extend(found.numbers, pages)
        if not extended:
            self._show_rows(found.numbers, found.groups, pages)
        self._half_shown = not found.whole
        if not extended or self._current_number() is None:
            self._select(found.wanted, first=found.whole or found.wanted is None)
            self.table.fit()  # to the rows in sight, too
        self.stack.setCurrentWidget(self.table if found.numbers or not found.whole else self._nothing)
        if found.whole:
            self._say_nothing()
            self.announce()
            self.loaded.emit()
            if self.total > _LONG:
                self._linked_names.get_ready()

    def _show_rows(self, numbers: "array[int]", groups: Groups | None, pages: Mapping[int, Sequence[Row]]) -> None:
        from desktop_app.gui.lists.rows import RowReader

        scrolled = self.table.verticalScrollBar().value() if self._half_shown else 0
        self.model.read_with(RowReader(self._workspace.store, self.spec, self.choice.shown(), lang()))
        same_columns = self.model.columnCount() == len(self.choice.shown())
        self.table.cells.needles = needles_of(self.filters.text)
        self.model.show(numbers, self.choice.headings(), groups, pages)
        self._show_order()
        if self._new_view or not same_columns:
            self._new_view = False
            self._widths.fit()
        if scrolled:
            self.table.verticalScrollBar().setValue(scrolled)

    def _refuse(self, found: "Found") -> None:
        """Say that a field has too many values to gather rows by it, and show them without groups."""
        if found.refused and self.choice.group:
            name = said(self.spec.entity.fields[self.choice.group].words)
            self._workspace.note(
                tr("“{field}” has {count} different values, too many for groups: filter the list first.").format(
                    field=name, count=figure(found.refused)
                )
            )
            self.choice.group_by("")
            self.filters.show_group("")

    def _show_last(self) -> None:
        """Show the first rows as they were when the base that is about to be opened was closed."""
        if self._workspace.expected is None:
            return
        from desktop_app.gui.lists import last_rows

        if rows := last_rows.find(self._workspace.expected, self.choice):
            self.model.read_with(lambda numbers: [rows[number] for number in numbers])
            self.model.show(array("q", range(len(rows))), self.choice.headings())
            self._show_order()
            self._widths.fit()

    def _keep_last(self) -> None:
        """Have the first rows kept for the next start, where it will show this list as it is now."""
        plain = self.view is self.spec.views[0] and not self.filters.count and not self.model.groups
        if plain and self.isVisible() and self._workspace.is_open:
            from desktop_app.gui.lists import last_rows

            shown = last_rows.shown(self.choice)
            rows = [self.model.row(number) for number in range(min(last_rows.AT_MOST, self.model.rowCount()))]
            self._workspace.once_closed(lambda base: last_rows.keep(base, shown, rows))

    def _forget(self) -> None:
        """Show nothing of a base that is being closed."""
        self._keep_last()
        self.total = 0
        self._linked_names.forget()
        self._round += 1
        self.model.read_with(lambda _numbers: [])
        self.model.show(array("q"), self.choice.headings())

    def _select(self, wanted: int | None, *, first: bool) -> None:
        try:
            self.table.select_row(self.model.pks.index(wanted) if wanted is not None else self._first_row())
        except ValueError:
            if first:
                wanted = None
                self.table.select_row(self._first_row())
        if wanted is None and first:
            self._by_itself = self._current_number()

    def _first_row(self) -> int:
        """Return the first row that is a record."""
        return next((row for row in range(min(self.model.rowCount(), 2_000)) if self.model.head_at(row) < 0), -1)

    def refresh(self) -> None:
        """Show the same rows with new columns, words or colours."""
        if self._workspace.is_open and self.model.columnCount():
            wanted = self._current_number()
            self._show_rows(self.model.pks, self.model.groups, {})
            self._select(wanted, first=True)

    def _current_number(self) -> int | None:
        row = self.table.currentIndex().row()
        return self.model.pks[row] if 0 <= row < len(self.model.pks) else None

    def numbers(self) -> "array[int]":
        """Return the row numbers of all records that the list shows, in order, those of closed groups as well."""
        return self.model.groups.numbers if self.model.groups else self.model.pks

    # Selection ---------------------------------------------------------------------------------------------------

    def current_id(self) -> str:
        """Return the id of the row that has the focus."""
        row = self.table.currentIndex().row()
        return self.model.row(row).id if 0 <= row < self.model.rowCount() else ""

    def selected(self, at_most: int) -> list[Row]:
        """Return the selected rows, in order."""
        return [self.model.row(row) for row in self.table.selected_rows()[:at_most]]

    # Views, order, groups, columns -------------------------------------------------------------------------------

    def set_view(self, view: View) -> None:
        """Show a built-in view as it was left; what was typed in the quick filter stays."""
        self._wanted = self._wanted or self.current_id()
        self.view = view
        self.choice.show_view(view.name)
        self._take_arrangement()
        if self._own_conditions is None:
            self.load()
            return
        # The conditions of the saved view that was in sight go with it; those from before come back.
        before, self._own_conditions = self._own_conditions, None
        if self._own_text is not None and self.filters.text == self._saved_text:
            self.filters.write(self._own_text)
        self._own_text = None
        self.filters.set_conditions(before)

    def show_saved(
        self, view: View, conditions: Sequence[Condition], arrangement: Arrangement, *, compact: bool, text: str = ""
    ) -> None:
        """Show a saved view; what was typed in the quick filter stays, unless the view has a text of its own."""
        if self._own_conditions is None:
            self._own_conditions = self.filters.conditions
        if self._own_text is not None and self.filters.text == self._saved_text:
            self.filters.write(self._own_text)  # that of the saved view before goes with it
            self._own_text = None
        if text:
            self._own_text = self.filters.text if self._own_text is None else self._own_text
            self._saved_text = text
            self.filters.write(text)
        self._wanted = self._wanted or self.current_id()
        self.view = view
        self.choice.show_saved(arrangement, compact=compact)
        self._take_arrangement()
        self.filters.set_conditions(conditions)

    def _take_arrangement(self) -> None:
        """Show density and groups as the view in sight wants them; its columns come with its rows."""
        self.table.set_compact(compact=self.choice.compact)
        self.table.frozen.wanted = self.choice.arrangement.frozen
        self.filters.show_group(self.choice.group)
        self._new_view = True

    def show_all(self, wanted: str) -> None:
        """Show everything, with a record selected."""
        self._wanted = wanted
        if self.view is not self.spec.views[0]:
            self.set_view(self.spec.views[0])
        if self.filters.count:
            self.filters.clear()
        else:
            self.load(wanted)

    def show_filtered(self, conditions: Sequence[Condition]) -> None:
        """Show what some conditions find, and nothing less: a figure shows its records."""
        from desktop_app.gui.lists import finding

        self._workspace.read(
            lambda store: finding.fetch_names(store, self.spec.entity, conditions),
            lambda _none: self.filters.only(conditions),
        )

    def _sort_by(self, number: int, descending: bool) -> None:
        """Sort by a column; with the shift key, equals only."""
        field = self.choice.shown()[number].sort
        more = bool(QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
        if more and (before := self.choice.descending(field)) is not None:
            descending = not before
        self.sort_by(field, descending=descending, more=more)

    def sort_by(self, field: str, *, descending: bool, more: bool = False) -> None:
        """Put the rows in the order of a field; with `more`, equals of the present order only."""
        self.choice.sort_by(field, descending=descending, more=more)
        # Who looks at a row keeps it in sight; else the new order shows from its beginning.
        self.load(from_top=self._current_number() in (None, self._by_itself) or not self.table.shows_current())

    def group_by(self, field: str) -> None:
        """Gather the rows by a field; by none where it is empty."""
        self.choice.group_by(field)
        self.filters.show_group(field)
        self.load()

    def _show_order(self) -> None:
        places = {column.sort: number for number, column in reversed(list(enumerate(self.choice.shown())))}
        chosen = self.choice.order[: max(1, len(self.choice.arrangement.sort))]
        self.table.show_order({places[name]: descending for name, descending in chosen if name in places})

    def set_compact(self, *, compact: bool) -> None:
        """Show one line a row and all columns, or two lines and the main ones."""
        self.choice.set_compact(compact=compact)
        self.table.set_compact(compact=compact)
        self._new_columns()

    def show_columns(self, names: Sequence[str]) -> None:
        """Show these columns in this order."""
        self.choice.show_columns(names)
        self._new_columns()

    def _new_columns(self) -> None:
        self.refresh()
        self._restyle()

    def move_column(self, before: int, after: int) -> None:
        """Take a column from one place to another."""
        names = self.choice.names
        names.insert(after, names.pop(before))
        self.show_columns(names)

    def freeze(self, *, frozen: bool) -> None:
        """Keep the first column in sight while the others move, or not."""
        self.choice.freeze(frozen=frozen)
        self.table.frozen.wanted = frozen
        self.table.frozen.follow()

    def _restyle(self) -> None:
        if self.model.columnCount():
            self._widths.fit()

    def choose_columns(self) -> None:
        """Ask which columns to show, in which order."""
        from desktop_app.gui.lists.column_popup import ColumnPopup

        ColumnPopup(self.spec, self.choice, self._new_columns, self).open_below(self.filters.columns)

    # Words -------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        self._new.setText(tr(self.spec.new))
        self._say_nothing()
        if self.isVisible():
            self._say_rows()

    def showEvent(self, event: QShowEvent) -> None:
        """Say the rows in the language of the screen, which may have changed while nobody saw them."""
        super().showEvent(event)
        if self._spoken != lang():
            self._say_rows()

    def _say_rows(self) -> None:
        self._spoken = lang()
        # Names stand in another order in another language.
        by_name = any(
            isinstance(field_at(self.spec.entity, name).type, Link) for name, _descending in self.choice.order
        )
        self.load() if self.model.groups or by_name else self._new_columns()

    def _say_nothing(self) -> None:
        filtered = bool(self.total)
        self._new.setVisible(not filtered)
        self._clear.setVisible(filtered and bool(self.filters.count))
        file = next((str(one.value) for one in self.filters.conditions if one.field == BY_FILE.name), "")
        self._clear.setText(tr("Show all") if file else tr("Remove the filters"))
        words = tr("Nothing matches.") if filtered else tr(self.spec.empty)
        undone = tr("Nothing is here any more that “{file}” has brought or changed: that was undone.")
        self._nothing.say(undone.format(file=file) if filtered and file else words)

    def status(self) -> str:
        """Say what is shown and why, and in which order."""
        shown, total = len(self.numbers()), self.total
        figures = {"shown": figure(shown), "all": figure(total)}
        if self.filters.count:
            text = tr("{shown} of {all} shown by %n filter(s)", "", self.filters.count).format(**figures)
        elif self.view.conditions:
            text = tr("{shown} of {all} shown in the view “{view}”").format(view=self.view.text(), **figures)
        else:
            text = tr("All {shown} shown").format(**figures)
        if order := order_line(self.spec.entity, self.choice.arrangement.sort, self.choice.group):
            text = f"{text}, {order}"
        chosen = self.table.selected_count()
        selected = tr("%n selected", "", chosen)
        return f"{text}     {selected}" if chosen else text

    def announce(self) -> None:
        """Tell screen readers how many rows there are now, where that has changed."""
        text = self.status().partition("     ")[0]
        if text != self._announced:
            self._announced = text
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.table, text))
