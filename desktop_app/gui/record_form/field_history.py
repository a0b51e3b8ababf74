"""The history of one field, below it: each value it had, since when, from whom; any of them can be put back."""

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from desktop_app.domain.entity import Entity
from desktop_app.domain.values import Value
from desktop_app.gui.detail.history import moment, shown
from desktop_app.gui.parts import column, label, look_as
from desktop_app.gui.table.cells import Cell
from desktop_app.gui.table.model import Heading, Row, TableModel
from desktop_app.gui.table.view import Table
from desktop_app.gui.theme import look
from desktop_app.gui.words import by, tr

if TYPE_CHECKING:
    from desktop_app.store.base import Store

WIDTHS, STRETCH = (210, 124, 110, 150), (0, 3)
MOST_SHOWN = 7


class Was(NamedTuple):
    """A value that a field had."""

    value: Value
    text: str
    wall: int
    who: str
    source: str


def values_of(store: "Store", entity: Entity, id_: str, name: str) -> list[Was]:
    """Return the values that a field has had, newest first; what was undone is left out."""
    found = [change for change in store.history(id_) if change.field == name and not change.undone]
    return [
        Was(
            change.after, shown(store, entity, name, change.after), change.wall,
            by(change.author, store.author), change.file_name or "",
        )
        for change in found
    ]  # fmt: skip


class FieldHistory(QFrame):
    """The list of values; `taken` brings the one that is to be put back."""

    taken = Signal(object)  # Was

    def __init__(self, words: str, values: Sequence[Was], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        look_as(self, "popup")
        self.values = values
        self._model = TableModel(self._rows, self)
        self.table = Table(self._model)
        self.table.set_compact(compact=True)
        self.table.setAccessibleName(tr("History of “{field}”").format(field=words))
        self.table.opened.connect(self._take)
        self.head = label(self.table.accessibleName(), "strong")
        self.foot = label(tr("Enter puts a value back into the field; Escape closes."), "small")
        self.setLayout(column(self.head, self.table, self.foot, margins=(12, 10, 12, 10)))
        headings = (tr("Value"), tr("Since"), tr("Who"), tr("From", "a file"))
        self._model.show(array("q", range(len(values))), [Heading(text, False) for text in headings])
        self.setFocusProxy(self.table)

    def open_below(self, widget: QWidget) -> None:
        """Show the values below a field, inside the screen."""
        lines = min(MOST_SHOWN, max(1, len(self.values)))
        self.table.setFixedHeight(look.px(32) + lines * self.table.cells.row_height() + 4)
        self.resize(look.px(640), self.sizeHint().height())
        self.table.set_widths(WIDTHS, STRETCH)
        room = widget.screen().availableGeometry()
        place = widget.mapToGlobal(QPoint(0, widget.height() + 2))
        above = widget.mapToGlobal(QPoint(0, -self.height() - 2))
        x = max(room.left(), min(place.x(), room.right() - self.width()))
        self.move(x, place.y() if place.y() + self.height() <= room.bottom() else max(room.top(), above.y()))
        self.show()
        self.table.set_widths(WIDTHS, STRETCH)
        self.table.select_row(0)
        self.table.setFocus()

    def _rows(self, numbers: Sequence[int]) -> list[Row]:
        return [self._row(number, self.values[number]) for number in numbers]

    def _row(self, number: int, was: Was) -> Row:
        value = Cell(was.text or tr("(empty)"), bold=number == 0)
        others = (moment(was.wall), was.who, was.source or tr("here"))
        return Row(str(number), "", (value, *(Cell(text, tone="muted") for text in others)))

    def _take(self, number: int) -> None:
        was = self.values[number]
        self.close()
        self.taken.emit(was)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
