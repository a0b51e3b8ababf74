"""A layout that puts its items side by side and goes on below when a line is full."""

from math import ceil

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Items in lines; if it is told to, the last one takes what is left of its line, or several lines make columns."""

    def __init__(
        self, parent: QWidget | None = None, spacing: int = 4, *, fill: bool = False, even: bool = False
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._fill, self._even = fill, even
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        """Put an item at the end."""
        self._items.append(item)

    def insert(self, place: int, widget: QWidget) -> None:
        """Put a widget before others."""
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())
        self.invalidate()

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove an item."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Ask for no more room than needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the items need."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the room for all items in one line."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the room for the widest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _place(self, rect: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        room = rect.adjusted(margins.left(), margins.top(), -margins.right(), -margins.bottom())
        y = room.y()
        for number, line in enumerate(self._even_lines(room.width())):
            y += self.spacing() if number else 0
            height = max((item.sizeHint().height() for item, _width in line), default=0)
            x = room.x()
            for item, width in line:
                own = item.sizeHint().height()
                if move:  # the words of a line stand on one height, whatever is around them
                    item.setGeometry(QRect(x, y + (height - own) // 2, width, own))
                x += width + self.spacing()
            y += height
        return y - rect.y() + margins.bottom()

    def _even_lines(self, room: int) -> list[list[tuple[QLayoutItem, int]]]:
        """Return the lines; where they may be even, as few as there is room for, one item below the other."""
        lines = self._lines(room)
        if not self._even or len(lines) < 2:
            return lines
        items = [item for line in lines for item, _width in line]
        for most in range(len(items) - 1, 0, -1):
            across = ceil(len(items) / ceil(len(items) / most))
            widths = [max(item.sizeHint().width() for item in items[place::across]) for place in range(across)]
            left = room - sum(widths) - (across - 1) * self.spacing()
            if left >= 0:
                break
        wider = [width + left // across for width in widths]
        return [list(zip(items[first : first + across], wider, strict=False)) for first in range(0, len(items), across)]

    def _lines(self, room: int) -> list[list[tuple[QLayoutItem, int]]]:
        """Return the items that are seen, line by line, with their widths."""
        lines: list[list[tuple[QLayoutItem, int]]] = [[]]
        x = 0
        for item in (one for one in self._items if not one.isEmpty()):
            last = self._fill and item is self._items[-1]
            width = min((item.minimumSize() if last else item.sizeHint()).width(), room)
            if lines[-1] and x + width > room:
                lines.append([])
                x = 0
            if last:
                width = max(width, room - x)
            lines[-1].append((item, width))
            x += width + self.spacing()
        return lines


def flowing(*parts: QWidget, spacing: int = 10) -> QWidget:
    """Return a widget with parts side by side, in a further line where there is no room for all of them."""
    made = QWidget()
    flow = Flow(made, spacing)
    for part in parts:
        flow.addWidget(part)
    return made
