"""One line of the palette, and how it is painted: icon, name with what was typed in bold, what it is, and its key."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.domain.text import fold
from desktop_app.gui import icons, theme
from desktop_app.gui.palette.remembered import Ref
from desktop_app.gui.theme import look
from desktop_app.gui.words import tr

ENTRY = int(Qt.ItemDataRole.UserRole) + 2
ROW, HEADING, MARGIN = 32, 30, 16
_Span = tuple[int, int]


class Entry(NamedTuple):
    """One line of the list; a heading has nothing to run, and only a record can be shown beside."""

    text: str
    below: str = ""
    icon: str = ""
    key: str = ""
    run: Callable[[], None] | None = None
    ref: Ref | None = None
    bold: Sequence[_Span] = ()
    bold_below: Sequence[_Span] = ()

    def spoken(self) -> str:
        """Return the line as a screen reader says it."""
        return ", ".join(part for part in (self.text, self.below, self.key) if part)


def spans(text: str, typed: str) -> list[_Span]:
    """Return where the typed words begin words of a text, whatever its accents."""
    folded, places = "", []
    for place, char in enumerate(text):
        for one in fold(char) or (" " if char.isspace() or not char.isalnum() else ""):
            folded += one
            places.append(place)
    places.append(len(text))
    found: list[_Span] = []
    for word in fold(typed).split():
        start = folded.find(word)
        while start >= 0 and start and folded[start - 1] != " ":
            start = folded.find(word, start + 1)
        if start >= 0:
            found.append((places[start], places[start + len(word) - 1] + 1))
    return sorted(found)


class EntryDelegate(QStyledItemDelegate):
    """Paints the lines."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Give headings a little less height."""
        entry: Entry = index.data(ENTRY)
        return QSize(200, look.px(ROW if entry.run else HEADING))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one line."""
        entry: Entry = index.data(ENTRY)
        now, rect = theme.now(), QRect(option.rect)
        if entry.run is None:
            painter.setFont(look.font(theme.SMALL_PX, bold=True))
            painter.setPen(QColor(now.muted))
            painter.drawText(rect.adjusted(MARGIN, 6, -MARGIN, 0), Qt.AlignmentFlag.AlignVCenter, entry.text)
            return
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect, QColor(now.selection))
        side = look.px(17)
        place = QRectF(rect.x() + MARGIN, rect.center().y() - side / 2 + 1, side, side)
        icons.paint(painter, entry.icon, now.accent if selected else now.muted, place)
        room = rect.adjusted(MARGIN + side + 11, 0, -MARGIN, 0)
        room.setRight(self._paint_key(painter, entry.key or (tr("Enter") if selected else ""), room) - 10)
        room.setLeft(self._paint_name(painter, entry, room) + 12)
        fonts = look.font(theme.SMALL_PX), look.font(theme.SMALL_PX, bold=True)
        painter.setPen(QColor(now.muted))
        _paint_words(painter, entry.below, entry.bold_below, fonts, room)

    def _paint_name(self, painter: QPainter, entry: Entry, room: QRect) -> int:
        """Paint the name, what was typed in bold, and return where it ends."""
        plain, bold = look.font(), look.font(bold=True)
        most = int(room.width() * (0.7 if entry.below else 1))
        painter.setPen(QColor(theme.now().text))
        return _paint_words(
            painter, entry.text, entry.bold, (plain, bold), QRect(room.topLeft(), QSize(most, room.height()))
        )

    def _paint_key(self, painter: QPainter, key: str, room: QRect) -> int:
        """Paint a key at the right end, and return where it begins."""
        if not key:
            return room.right()
        now = theme.now()
        painter.setFont(look.font(theme.SMALL_PX))
        width = painter.fontMetrics().horizontalAdvance(key) + 14
        height = painter.fontMetrics().height() + 4
        box = QRectF(room.right() - width + 0.5, room.center().y() - height / 2 + 0.5, width, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(now.button_border))
        painter.setBrush(QColor(now.window))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(now.muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
        return int(box.left())


def _paint_words(painter: QPainter, words: str, bold: Sequence[_Span], fonts: tuple[QFont, QFont], room: QRect) -> int:
    """Paint words in one line, some of them bold, as far as there is room, and return where they end."""
    x, last = room.x(), 0
    pieces: list[tuple[str, bool]] = []
    for start, end in bold:
        if last <= start < end <= len(words):
            pieces += [(words[last:start], False), (words[start:end], True)]
            last = end
    for text, strong in [*pieces, (words[last:], False)]:
        painter.setFont(fonts[strong])
        left, metrics = QRect(x, room.y(), room.right() + 1 - x, room.height()), painter.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, left.width())
        painter.drawText(left, Qt.AlignmentFlag.AlignVCenter, shown)
        x += metrics.horizontalAdvance(shown)
        if shown != text:
            break
    return x
