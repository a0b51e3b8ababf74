"""What the search field finds, below it, while one types: records of all kinds, and the pages and commands by name."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop_app.gui import icons, theme
from desktop_app.gui.hues import ENTITY_ICONS
from desktop_app.gui.parts import column, label, look_as
from desktop_app.gui.theme import look
from desktop_app.gui.words import lang, said, tr
from desktop_app.gui.workspace import Go, Workspace

if TYPE_CHECKING:
    from desktop_app.store.base import Store
    from desktop_app.store.finding import Found

LIMIT = 12
ENTRY = int(Qt.ItemDataRole.UserRole) + 2


class Entry(NamedTuple):
    """One line of the results; a heading has nothing to run."""

    text: str
    below: str = ""
    icon: str = ""
    run: Callable[[], None] | None = None


class SearchPopup(QFrame):
    """The list of results. The search field keeps the keyboard; its arrows and Enter come here."""

    left = Signal()

    def __init__(self, workspace: Workspace, commands: Callable[[str], Sequence[Entry]], over: QWidget) -> None:
        super().__init__(over)
        self._workspace, self._commands = workspace, commands
        self._asked = ""
        self._over = over
        self._field: QWidget | None = None
        look_as(self, "popup")
        self.results = QListWidget()
        self.results.setItemDelegate(_EntryDelegate(self.results))
        self.results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.results.setUniformItemSizes(False)
        self.results.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.results.itemClicked.connect(self._run)
        self._nothing = label("", "muted")
        self._nothing.setContentsMargins(14, 10, 14, 10)
        self.setLayout(column(self._nothing, self.results, margins=(1, 6, 1, 6), spacing=0))
        shadow = QGraphicsDropShadowEffect(self, blurRadius=24, offset=QPointF(0, 6))
        shadow.setColor(QColor(0, 0, 0, 70))
        self.setGraphicsEffect(shadow)
        self.hide()

    def ask(self, text: str) -> None:
        """Look for a text; the answer to an older one is dropped."""
        self._asked = text.strip()
        if not self._asked or not self._workspace.is_open:
            self.hide()
            return
        asked = self._asked
        self._workspace.tasks.run(
            lambda _task: _search(self._workspace.store, asked), lambda found: self._show(asked, found), lane="read"
        )

    def _show(self, asked: str, found: "Sequence[Found]") -> None:
        if asked != self._asked:
            return
        self.results.clear()
        records = [self._entry(one) for one in found]
        commands = list(self._commands(asked))
        for heading, entries in ((tr("Records"), records), (tr("Actions"), commands)):
            if entries:
                self._add(Entry(heading))
                for entry in entries:
                    self._add(entry)
        self._nothing.setText(tr("Nothing found for “{text}”.").format(text=asked))
        self._nothing.setVisible(not records and not commands)
        self.results.setVisible(bool(records or commands))
        self._select_from(-1, 1)
        self._place()
        self.show()
        self.raise_()

    def _entry(self, found: "Found") -> Entry:
        title = found.title[0] if lang() == "fr" else found.title[1]
        below = found.subtitle[0] if lang() == "fr" else found.subtitle[1]
        words = " · ".join(part for part in (said(found.entity.one).capitalize(), below) if part)
        return Entry(title, words, ENTITY_ICONS.get(found.entity.name, "file-text"), lambda: self._go(found))

    def _go(self, found: "Found") -> None:
        self._workspace.asked.emit(Go(found.entity.name, found.id))

    def _add(self, entry: Entry) -> None:
        item = QListWidgetItem(f"{entry.text} · {entry.below}" if entry.below else entry.text)
        item.setData(ENTRY, entry)
        if entry.run is None:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.results.addItem(item)

    def steer(self, key: int) -> None:
        """Take a key of the search field."""
        if key == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        elif not self.isVisible():
            return
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._select_from(self.results.currentRow(), 1 if key == Qt.Key.Key_Down else -1)
        elif (item := self.results.currentItem()) is not None:
            self._run(item)

    def _select_from(self, row: int, step: int) -> None:
        row += step
        while 0 <= row < self.results.count():
            if self.results.item(row).flags() & Qt.ItemFlag.ItemIsEnabled:
                self.results.setCurrentRow(row)
                return
            row += step

    def _run(self, item: QListWidgetItem) -> None:
        entry = item.data(ENTRY)
        if isinstance(entry, Entry) and entry.run is not None:
            self.hide()
            self.left.emit()
            entry.run()

    def place_below(self, field: QWidget) -> None:
        """Stand below the search field from now on."""
        self._field = field
        self._place()

    def _place(self) -> None:
        if self._field is None:
            return
        parent = self._over
        corner = self._field.mapTo(parent, QPoint(0, self._field.height() + 4))
        width = max(self._field.width(), min(620, parent.width() - 40))
        left = max(12, min(corner.x() + (self._field.width() - width) // 2, parent.width() - width - 12))
        rows = sum(self.results.sizeHintForRow(row) for row in range(self.results.count()))
        height = min((rows or look.px(40)) + 16, parent.height() - corner.y() - 40)
        self.setGeometry(left, corner.y(), width, height)


def _search(store: "Store", text: str) -> "list[Found]":
    return store.search(text, LIMIT)


class _EntryDelegate(QStyledItemDelegate):
    """Paints a line of the results: icon, name, what it is."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        entry: Entry = index.data(ENTRY)
        return QSize(200, look.px(32 if entry.run else 28))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry: Entry = index.data(ENTRY)
        now, rect = theme.now(), QRect(option.rect)
        centre = Qt.AlignmentFlag.AlignVCenter
        if entry.run is None:
            painter.setFont(look.font(theme.SMALL_PX, bold=True))
            painter.setPen(QColor(now.muted))
            painter.drawText(rect.adjusted(14, 4, -14, 0), centre, entry.text)
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(now.selection))
        side = look.px(16)
        place = QRectF(rect.x() + 14, rect.center().y() - side / 2 + 1, side, side)
        icons.paint(painter, entry.icon, now.muted, place)
        font = look.font(bold=True)
        painter.setFont(font)
        painter.setPen(QColor(now.text))
        text = rect.adjusted(14 + side + 12, 0, -14, 0)
        metrics = painter.fontMetrics()
        title = metrics.elidedText(entry.text, Qt.TextElideMode.ElideRight, int(text.width() * 0.65))
        painter.drawText(text, centre, title)
        text.setLeft(text.left() + metrics.horizontalAdvance(title) + 12)
        painter.setFont(look.font(theme.SMALL_PX))
        painter.setPen(QColor(now.muted))
        below = painter.fontMetrics().elidedText(entry.below, Qt.TextElideMode.ElideRight, text.width())
        painter.drawText(text, centre, below)
