"""The columns of a list to choose from: tick to show, drag or Alt with an arrow to move, type to find."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QPushButton, QWidget

from desktop_app.domain.text import fold
from desktop_app.gui.lists.column_choice import ColumnChoice
from desktop_app.gui.lists.popup import Popup, SearchLine
from desktop_app.gui.lists.specs import ListSpec
from desktop_app.gui.parts import column, label, row
from desktop_app.gui.theme import look
from desktop_app.gui.words import said, tr

_NAME = int(Qt.ItemDataRole.UserRole)
_SHOWN_AT_MOST = 14


class _Columns(QListWidget):
    """The columns; the space bar or Enter ticks one, Alt with an arrow moves it."""

    def __init__(self, moved: Callable[[], None]) -> None:
        super().__init__()
        self._moved = moved
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.model().rowsMoved.connect(moved)

    def in_sight(self) -> list[QListWidgetItem]:
        """Return the columns that the search has left."""
        items = (self.item(number) for number in range(self.count()))
        return [item for item in items if not item.isHidden()]

    def narrow(self, text: str) -> None:
        """Leave in sight what was typed; the current column is one of those, so that no key changes another."""
        for number in range(self.count()):
            item = self.item(number)
            item.setHidden(fold(text) not in fold(item.text()))
        seen = self.in_sight()
        if self.currentItem() not in seen:
            self.setCurrentRow(self.row(seen[0]) if seen else -1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick or move the column that has the focus."""
        key, keys = Qt.Key(event.key()), Qt.Key
        step = {keys.Key_Up: -1, keys.Key_Down: 1}.get(key)
        if key in (keys.Key_Space, keys.Key_Return, keys.Key_Enter):
            self._tick()
        elif step is None or not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
        else:
            self._move(step)

    def _tick(self) -> None:
        """Tick the current column, or take its tick away, as long as it is seen."""
        item = self.currentItem()
        if item in self.in_sight():
            ticked = item.checkState() == Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)

    def _move(self, step: int) -> None:
        here = self.currentRow()
        if here >= 0 and 0 <= here + step < self.count():
            item = self.takeItem(here)
            self.insertItem(here + step, item)
            self.setCurrentItem(item)
            self._moved()


class ColumnPopup(Popup):
    """Shows every column that the list knows; what is ticked shows at once."""

    def __init__(self, spec: ListSpec, choice: ColumnChoice, changed: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._spec, self._choice, self._changed = spec, choice, changed
        self.search, self.names, self.usual = SearchLine(), _Columns(self._take), QPushButton(tr("Usual columns"))
        self.search.setPlaceholderText(tr("Find a column"))
        self.search.setAccessibleName(tr("Find a column"))
        self.search.let_clear()
        self.names.setAccessibleName(tr("Columns"))
        self.names.setAccessibleDescription(
            tr("The space bar or Enter shows or hides a column, Alt with an arrow moves it.")
        )
        self.usual.setProperty("kind", "link")
        hint = label(tr("Drag, or Alt+arrows, to move a column"), "small", wrap=True)
        self.setLayout(column(self.search, self.names, hint, row(self.usual, None), margins=(10, 10, 10, 10)))
        self.search.textChanged.connect(self.names.narrow)
        self.search.left.connect(self._go_down)
        self.search.returnPressed.connect(self._go_down)
        self.names.itemChanged.connect(lambda _item: self._take())
        self.usual.clicked.connect(self._reset)
        self._fill()

    def first_focus(self) -> QWidget:
        """Begin with the search."""
        return self.search

    def _fill(self) -> None:
        self.names.blockSignals(True)
        self.names.clear()
        shown, known = self._choice.names, self._spec.columns
        usual = [name for name in self._choice.usual if name not in shown]
        others = [name for name in known if name not in shown and name not in usual]
        others.sort(key=lambda name: fold(said(known[name].words)))
        for name in (*shown, *usual, *others):
            item = QListWidgetItem(said(known[name].words))
            item.setData(_NAME, name)
            item.setSizeHint(QSize(0, look.px(24)))  # a little apart: each has a box to tick
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if name in shown else Qt.CheckState.Unchecked)
            self.names.addItem(item)
        self.names.setCurrentRow(0)
        self.names.narrow(self.search.text())
        self.names.blockSignals(False)
        high = self.names.sizeHintForRow(0) * min(self.names.count(), _SHOWN_AT_MOST) + 8
        self.names.setFixedHeight(high)
        self.names.setMinimumWidth(max(look.px(240), self.names.sizeHintForColumn(0) + 40))

    def _items(self) -> list[QListWidgetItem]:
        return [self.names.item(number) for number in range(self.names.count())]

    def _take(self) -> None:
        ticked = [item.data(_NAME) for item in self._items() if item.checkState() == Qt.CheckState.Checked]
        if not ticked:
            # A list without columns would show nothing to go back from.
            self._fill()
            return
        self._choice.show_columns(ticked)
        self._changed()

    def _go_down(self) -> None:
        """Go to the first column that the search has left."""
        if seen := self.names.in_sight():
            self.names.setCurrentItem(seen[0])
            self.names.setFocus()

    def _reset(self) -> None:
        self._choice.reset()
        self._fill()
        self._changed()
