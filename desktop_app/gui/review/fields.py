"""The fields of one record under review: as sent, ours, theirs, and the result; decided by a click or an arrow.

Colours repeat what the words and the circles say: green theirs, blue ours, red to be decided.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop_app.gui import icons, theme
from desktop_app.gui.review.lines import NOTHING, Line
from desktop_app.gui.theme import Hue, look
from desktop_app.gui.words import breakable, halves, labelled, tr

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
LINE = int(Qt.ItemDataRole.UserRole) + 1
LABEL, SENT, OURS, THEIRS, RESULT = range(5)
ROW_HEIGHT, HEADING_HEIGHT, CIRCLE = 42, 32, 22
PAD = 10  # pixels beside the words at any size of text, as in the headings
_LABEL_PART = 0.165  # of the width: names of fields are shorter than what they hold
_PARTS = {
    SENT: 3,
    OURS: 4,
    THEIRS: 4,
    RESULT: 3,
}  # of the other columns: the two that one chooses between are read first
_SHORT, _LONG = 12, 24  # letters of a date or a choice, which is read at a glance; of a word that may go on below
_EDGE = 4  # pixels that words need to be painted, beyond their measure
_LINES = 6  # of a long text; the tool tip says all of it


_WRAPPED = int(Qt.TextFlag.TextWordWrap)


class Look(NamedTuple):
    """How a value is painted: on which hue, struck out, bold, with which circle."""

    hue: Hue | None = None
    struck: bool = False
    bold: bool = False
    circle: str = ""
    muted: bool = False


def look_of(line: Line, column: int) -> Look:
    """Return how a cell of a line is painted."""
    open_, theirs, ours = line.state == "open" and not line.follows, line.state == "theirs", line.state == "ours"
    choosable = line.state != "plain" and not line.follows
    if column == LABEL:
        return Look(bold=open_)
    if column == SENT:
        return Look(struck=line.changed_there or line.changed_here)
    if column == OURS:
        offered = choosable and line.changed_here
        return Look("blue" if offered and ours else None, circle=_circle(offered, ours), muted=not line.changed_here)
    if column == THEIRS:
        if not line.changed_there:
            return Look(muted=True)
        hue: Hue | None = "green" if theirs else "grey" if line.state == "plain" else None
        return Look(hue, circle=_circle(choosable, theirs))
    result: Hue | None = "red" if open_ else "green" if theirs else "blue" if ours and line.changed_here else None
    return Look(result, bold=choosable or theirs, muted=not choosable and not theirs)


def _circle(offered: bool, chosen: bool) -> str:
    return "" if not offered else "circle-dot" if chosen else "circle"


class FieldModel(QAbstractTableModel):
    """The lines of one record; `sent_words` is the head of the column of what was sent."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: Sequence[Line] = ()
        self.sent_words = ""
        self.sides: tuple[str, str] | None = None  # what both sides are called, where they are not ours and theirs
        self.broken = False  # whether the words above the columns stand in two lines

    def show(self, lines: Sequence[Line], sent_words: str) -> None:
        """Show lines; those of the same record keep the place."""
        same = len(lines) == len(self.lines) and sent_words == self.sent_words
        if same:
            self.lines = lines
            if lines:
                self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, RESULT))
            return
        self.beginResetModel()
        self.lines, self.sent_words = lines, sent_words
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else 5

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        words = line.words[index.column()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{words}\n{line.sentence}" if line.sentence and index.column() >= THEIRS else words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return labelled(f"{line.label}, {self.headings()[index.column()]}", words)
        return None

    def headings(self) -> tuple[str, ...]:
        """Return the words above the columns."""
        return tr("Field"), self.sent_words, *(self.sides or (tr("Ours now"), tr("Theirs"))), tr("Result")

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words above a column."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        words = self.headings()[section]
        return "\n".join(halves(words)) if self.broken and len(words) > _SHORT else words


class _Painter(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(LINE)
        rect, state = QRect(option.rect), QStyle.StateFlag(option.state)
        now = theme.now()
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, QColor(now.hover if selected else now.surface))
        if selected and index.column() == LABEL:
            painter.fillRect(rect.x(), rect.y(), 3, rect.height(), QColor(now.accent))
        how = look_of(line, index.column())
        colour = now.muted if how.muted else now.text
        if how.hue:
            chip = now.chips[how.hue]
            colour = chip.text
            self._ground(painter, rect.adjusted(2, 3, -4, -3), chip.background)
        words = breakable(str(index.data()))
        self._write(painter, rect.adjusted(PAD, 0, -PAD, 0), words, how, colour)

    def _ground(self, painter: QPainter, rect: QRect, colour: str) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(QRectF(rect), 6, 6)
        painter.restore()

    def _write(self, painter: QPainter, rect: QRect, text: str, how: Look, colour: str) -> None:
        if how.circle:
            side = look.px(15)
            square = QRectF(rect.x(), rect.center().y() - side / 2 + 1, side, side)
            icons.paint(
                painter, how.circle, theme.now().accent if how.circle == "circle-dot" else theme.now().muted, square
            )
            rect.adjust(look.px(CIRCLE), 0, 0, 0)
        font = look.font(bold=how.bold)
        font.setStrikeOut(how.struck)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        whole = QFontMetrics(font).boundingRect(rect, _WRAPPED, text).height() <= rect.height()
        place = Qt.AlignmentFlag.AlignVCenter if whole else Qt.AlignmentFlag.AlignTop
        painter.save()
        painter.setClipRect(rect)
        painter.drawText(rect, int(place) | _WRAPPED, text)
        painter.restore()


def _unbroken(text: str) -> list[str]:
    """Return what of a text stands in one line: the whole of a short one, else its words; an address may go on below."""
    if len(text) <= _SHORT:
        return [text]
    return [
        piece for word in text.split() for piece in ([word] if len(word) <= _LONG else breakable(word).split("\u200b"))
    ]


class FieldTable(QTableView):
    """The table of a record's fields.

    Arrows up and down go through the fields; left keeps ours, right takes theirs, and the next open one is at hand; Enter
    goes on, E or F2 asks for another value, A accepts all of the category, F all of the field; Ctrl+Z takes the last
    decision back.
    """

    decided = Signal(int, str)  # the item, ours or theirs
    other_asked = Signal(int)  # the line
    went_on = Signal(int)  # +1 next record, -1 the one before
    answered = Signal(int, bool)  # the line that a key has just decided, and whether it was open: the next one may wait
    category_asked = Signal(int)  # the item
    field_asked = Signal(int)  # the item
    later_asked = Signal()  # the whole record
    stepped_back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = FieldModel(self)
        self.can_step_back = False
        self.setModel(self.fields)
        self.setItemDelegate(_Painter(self))
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across = self.horizontalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setHighlightSections(False)
        across.setSectionsClickable(False)
        look.changed.connect(self._restyle)
        self._restyle()

    def show_lines(self, lines: Sequence[Line], sent_words: str, *, with_sent: bool) -> None:
        """Show the fields of a record; without what was sent where nothing was, as for new records."""
        place = self.currentIndex().row()
        self.fields.show(lines, sent_words)
        self.setColumnHidden(SENT, not with_sent or all(line.sent == NOTHING for line in lines))
        self._fit_rows()
        if lines:
            self.select(place if 0 <= place < len(lines) else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give long texts the lines that they need."""
        super().resizeEvent(event)
        self._fit_rows()

    def _fit_rows(self) -> None:
        """Make each row as high as its longest text, so that what differs at its end can be read."""
        self._share_width()
        across = self.horizontalHeader()
        above = look.px(HEADING_HEIGHT) + self.fields.broken * across.fontMetrics().lineSpacing()
        across.setFixedHeight(above)
        heights = [max(self._height(line, at) for at in range(RESULT + 1)) for line in self.fields.lines]
        for number, height in enumerate(heights):
            self.setRowHeight(number, height)
        self.setMaximumHeight(sum(heights) + above + 2)

    def _share_width(self) -> None:
        across, label = self.horizontalHeader(), self._label_width()
        across.resizeSection(LABEL, label)
        shown = [column for column in _PARTS if not self.isColumnHidden(column)]
        room = self.viewport().width() - label
        widths = self._least_widths(shown, room)
        # One chooses between these two: they are as wide as each other, where there is room for that.
        less, most = sorted((OURS, THEIRS), key=widths.__getitem__)
        widths[less] += max(0, min(widths[most] - widths[less], room - sum(widths.values())))
        for column, more in self._shared(widths, max(0, room - sum(widths.values()))).items():
            across.resizeSection(column, widths[column] + more)

    def _least_widths(self, shown: Sequence[int], room: int) -> dict[int, int]:
        """Return how narrow columns may become; their headings stand in two lines where there is no room for them in one."""
        before = self.fields.broken
        self.fields.broken = False
        needed = {column: self._needed_width(column) for column in shown}
        if sum(needed.values()) + abs(needed[OURS] - needed[THEIRS]) > room:
            self.fields.broken = True
            needed = {column: self._needed_width(column) for column in shown}
        if self.fields.broken != before:
            self.fields.headerDataChanged.emit(Qt.Orientation.Horizontal, LABEL, RESULT)
        if sum(needed.values()) > room:
            return {column: self.horizontalHeader().sectionSizeHint(column) for column in shown}
        return needed

    def _shared(self, widths: Mapping[int, int], spare: int) -> dict[int, int]:
        """Return what each column has of the room that is left: first those whose texts would take fewer lines with it."""
        most = sum(widths.values()) + spare
        whole = {column: min(self._needed_width(column, whole=True), most // 2) for column in widths}
        whole |= dict.fromkeys((OURS, THEIRS), max(whole[OURS], whole[THEIRS]))
        lacks = {column: max(0, whole[column] - width) for column, width in widths.items()}
        weighed = sum(lack * _PARTS[column] for column, lack in lacks.items())
        more = {column: min(lack, spare * lack * _PARTS[column] // max(1, weighed)) for column, lack in lacks.items()}
        if (left := spare - sum(lacks.values())) >= 0:
            parts = sum(_PARTS[column] for column in widths)
            more = {column: lack + left * _PARTS[column] // parts for column, lack in lacks.items()}
        more[RESULT] += spare - sum(more.values())
        return more

    def _needed_width(self, column: int, *, whole: bool = False) -> int:
        """Return how wide a column must be for its heading and for every word, which no line breaks; or for whole texts."""
        widest = self.horizontalHeader().sectionSizeHint(column)
        for line in self.fields.lines:
            how = look_of(line, column)
            metrics = QFontMetrics(look.font(bold=how.bold))
            # The result will be what one side says: columns stand still while one decides.
            texts = line.words[OURS:] if column == RESULT else (line.words[column],)
            pieces = [one for text in texts for one in (text.split("\n") if whole else _unbroken(text))]
            longest = max((metrics.horizontalAdvance(one) for one in pieces), default=0)
            widest = max(widest, longest + 2 * PAD + (look.px(CIRCLE) if how.circle else 0) + _EDGE)
        return widest

    def _label_width(self) -> int:
        """Return the width of the names of the fields: a part of the whole, but none of their words is cut."""
        bold = QFontMetrics(look.font(bold=True))
        words = (word for line in self.fields.lines for word in line.label.split())
        longest = max((bold.horizontalAdvance(word) for word in words), default=0)
        return max(round(self.viewport().width() * _LABEL_PART), longest + 2 * PAD)

    def _height(self, line: Line, column: int) -> int:
        usual, how = look.px(ROW_HEIGHT), look_of(line, column)
        if self.isColumnHidden(column):
            return usual
        metrics = QFontMetrics(look.font(bold=how.bold))
        width = self.columnWidth(column) - 2 * PAD - (look.px(CIRCLE) if how.circle else 0)
        words = breakable(line.words[column])
        text = metrics.boundingRect(QRect(0, 0, max(width, 1), 10_000), _WRAPPED, words).height()
        return max(usual, min(text, _LINES * metrics.lineSpacing()) + look.px(ROW_HEIGHT) - metrics.lineSpacing())

    def select(self, number: int) -> None:
        """Select a line."""
        self.setCurrentIndex(self.fields.index(number, LABEL))

    def line(self) -> Line | None:
        """Return the selected line."""
        number = self.currentIndex().row()
        return self.fields.lines[number] if 0 <= number < len(self.fields.lines) else None

    def event(self, event: QEvent) -> bool:
        """Take Ctrl+Z for decisions, as long as there are some to take back."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self.takes(event):
            event.accept()
            return True
        return super().event(event)

    def takes(self, event: QKeyEvent) -> bool:
        """Return whether a key takes the last decision back."""
        return self.can_step_back and event.matches(QKeySequence.StandardKey.Undo)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Decide, go on, or move."""
        line, key = self.line(), event.key()
        if self.takes(event):
            self.stepped_back.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.went_on.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif line is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            place = self.currentIndex().row()
            self._decide(line, "ours" if key == Qt.Key.Key_Left else "theirs")
            if line.name and line.state != "plain":
                self.answered.emit(place, line.state == "open")
        elif key in (Qt.Key.Key_E, Qt.Key.Key_F2):
            self.other_asked.emit(self.currentIndex().row())
        elif line.state == "plain":
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_A:
            self.category_asked.emit(line.number)
        elif key == Qt.Key.Key_L:
            self.later_asked.emit()
        elif key == Qt.Key.Key_F:
            self.field_asked.emit(line.number)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters are commands here."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the side that is clicked."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            line = self.fields.lines[index.row()]
            if index.column() in (OURS, THEIRS):
                self._decide(line, "ours" if index.column() == OURS else "theirs")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for another value where the result is clicked twice."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == RESULT:
            self.other_asked.emit(index.row())

    def _decide(self, line: Line, side: str) -> None:
        if line.state != "plain":
            self.decided.emit(line.number, side)

    def _restyle(self) -> None:
        self.verticalHeader().setDefaultSectionSize(look.px(ROW_HEIGHT))
        self._fit_rows()
        self.viewport().update()
