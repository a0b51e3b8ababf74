"""What a cell of a list shows, ready to paint, and the one delegate that paints it.

A cell is words first: `text` and `second` are what the screen reader says and what is copied. Chips, icons and bars
only repeat in colour what the words say.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple, Protocol

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop_app.gui import icons, theme
from desktop_app.gui.ink import Ink
from desktop_app.gui.table.groups import Groups
from desktop_app.gui.table.matches import matches
from desktop_app.gui.theme import Hue, look
from desktop_app.gui.words import figure, halves

Tone = Literal["text", "muted", "accent", "warn", "error"]
PADDING = 10
_SHORT = 14  # letters of a chip that always stand in one line


class Cell(NamedTuple):
    """What one cell shows."""

    text: str = ""
    second: str = ""
    tone: Tone = "text"
    bold: bool = False
    right: bool = False
    hue: Hue | None = None  # the text stands on a chip
    icon: str = ""  # on the chip
    part: float | None = None  # how much of a period is over, 0 to 1: a bar below the text
    more: int = 0  # how many others there are beside the one named
    out: str = ""  # with whom the record is now, in a workbook: a paper plane after the text

    @property
    def words(self) -> str:
        """All that the cell says, in one line."""
        first = f"{self.text} +{self.more}" if self.more and not self.second else self.text
        words = f"{first} · {self.second}" if self.second else first
        return f"{words} · {self.out}" if self.out else words


EMPTY = Cell()


class Rows(Protocol):
    """Where the delegate takes its cells from."""

    groups: Groups | None

    def head_at(self, row: int) -> int:
        """Return the number of the group whose head a row is; -1 for a record."""
        ...

    def cell(self, row: int, column: int) -> Cell:
        """Return a cell."""
        ...


class CellDelegate(QStyledItemDelegate):
    """Paints the cells of a list: two lines or one, chips, period bars, the selected and the hovered row."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.compact = False
        self.lines = 1  # that the first text of a cell may take, in lists that are read rather than looked over
        self.hovered = -1
        self.focus = (-1, -1)  # the cell that the keys act on, in lists whose cells can be changed
        self.needles: tuple[str, ...] = ()  # what was searched, marked where the cells say it
        self._rows: Rows | None = None
        self._selection: QItemSelectionModel | None = None
        self._chosen: set[int] = set()  # the rows to be painted in which something is selected
        self.restyle()

    def follow(self, rows: Rows, selection: QItemSelectionModel) -> None:
        """Paint these cells, and what is selected here as selected."""
        self._rows, self._selection = rows, selection

    def restyle(self) -> None:
        """Take fonts and colours of the theme in use."""
        self._theme = theme.now()
        self._body, self._bold = Ink(look.font()), Ink(look.font(bold=True))
        self._small, self._chip = Ink(look.font(theme.SMALL_PX)), Ink(look.font(theme.SMALL_PX, bold=True))
        names = ("text", "muted", "accent", "warn", "error", "selection", "hover", "row_line", "rail", "header")
        self._colours = {name: QColor(getattr(self._theme, name)) for name in names}
        self._hues = {name: (QColor(hue.background), QColor(hue.text)) for name, hue in self._theme.chips.items()}
        self._rims = {name: _faint(text) for name, (_background, text) in self._hues.items()}
        self._mark = QColor(self._theme.chips["amber"].background)

    def row_height(self) -> int:
        """Return the height of a row: 48 px with two lines, 36 px with one."""
        return look.px(36 if self.compact else 48)

    def height_of(self, cell: Cell, width: int) -> int:
        """Return how high a row must be for a cell of some width; every row has room for the usual lines."""
        lines = len(self.lines_of(cell, width - 2 * PADDING)) + bool(cell.second and not self.compact)
        return self.row_height() + max(0, lines - (1 if self.compact else 2)) * look.px(19)

    def lines_of(self, cell: Cell, room: int, most: int = 0) -> list[str]:
        """Return the lines of the first text of a cell, in so many pixels, `most` at the most.

        A text that stands alone takes the room of the second one.
        """
        alone = not (self.compact or cell.second or cell.part is not None)
        allowed = max(self.lines, 2 if alone else 1)
        most = min(allowed, most or allowed)
        if most <= 1 or cell.hue or (cell.second and self.compact):
            return [cell.text]
        return (self._bold if cell.bold else self._body).lines(cell.text, room, most)

    def chip_width(self, words: str, *, icon: bool = True) -> int:
        """Return how wide a column must be for a chip; in rows of two lines its words may stand in two."""
        lines = (words,) if self.compact else _broken(words)
        widest = max(self._chip.width(line) for line in lines)
        return widest + 2 * look.px(8) + (look.px(18) if icon else 0) + 2 * PADDING + 2

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return how wide a cell would like to be."""
        cell = self._rows.cell(index.row(), index.column()) if self._rows else EMPTY
        return QSize(self.width_of(cell), self.row_height())

    def width_of(self, cell: Cell) -> int:
        """Return how wide a column must be for both lines of a cell."""
        below = self._small.width(cell.second) + 2 * PADDING if cell.second and not self.compact else 0
        return max(self.first_line_width(cell), below)

    def first_line_width(self, cell: Cell) -> int:
        """Return how wide a column must be for the first line of a cell; a chip has no other."""
        if cell.hue and not cell.second:
            return self.chip_width(cell.text, icon=bool(cell.icon))
        ink = self._chip if cell.hue else self._bold if cell.bold else self._body
        width = ink.width(self._first_line(cell)) + (34 if cell.hue else 0) + (30 if cell.more else 0)
        return width + (look.px(26) if cell.out else 0) + 2 * PADDING

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell."""
        self.make_ready((index.row(),))
        self.paint_cell(painter, option.rect, index.row(), index.column())

    def make_ready(self, rows: Sequence[int]) -> None:
        """Read what is painted next, and in which rows something is selected."""
        for row in rows:
            if self._rows is not None and self._rows.head_at(row) < 0:
                self._rows.cell(row, 0)
        chosen = self._selection
        self._chosen = {row for row in rows if chosen.rowIntersectsSelection(row)} if chosen is not None else set()

    def paint_cell(self, painter: QPainter, rect: QRect, row: int, column: int) -> None:
        """Paint one cell into a rectangle."""
        if self._rows is not None and self._rows.groups is not None and (head := self._rows.head_at(row)) >= 0:
            self._paint_head(painter, rect, self._rows.groups, head, current=row == self.hovered)
            return
        selected = self._is_selected(row, column)
        if selected or row == self.hovered:
            painter.fillRect(rect, self._colours["selection" if selected else "hover"])
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, self._colours["row_line"])
        if selected and column == 0:
            painter.fillRect(rect.x(), rect.y(), 3, rect.height(), self._colours["accent"])
        cell = self._rows.cell(row, column) if self._rows else EMPTY
        if cell is not EMPTY:
            self._paint_cell(painter, rect.adjusted(PADDING, 0, -PADDING, -1), cell, selected=selected)
        if self.focus == (row, column):
            self._paint_focus(painter, rect)

    def _is_selected(self, row: int, column: int) -> bool:
        # Asked of the view: `option.state` would load all the enumerations of QStyle.
        if self._selection is None or row not in self._chosen:
            return False
        return self._selection.isSelected(self._selection.model().index(row, column))

    def _paint_focus(self, painter: QPainter, rect: QRect) -> None:
        colour = self._colours["accent"]
        for line in (
            (rect.x(), rect.y(), rect.width(), 2), (rect.x(), rect.bottom() - 1, rect.width(), 2),
            (rect.x(), rect.y(), 2, rect.height()), (rect.right() - 1, rect.y(), 2, rect.height()),
        ):  # fmt: skip
            painter.fillRect(*line, colour)

    def _paint_head(self, painter: QPainter, rect: QRect, groups: Groups, head: int, *, current: bool) -> None:
        """Paint a cell's part of the head of a group: one line across all columns, from the left edge of the list."""
        group, side = groups.groups[head], look.px(16)
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, self._colours["hover" if current else "header"])
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, self._colours["row_line"])
        chevron = QRectF(PADDING - 2, rect.y() + (rect.height() - side) / 2, side, side)
        icons.paint(painter, "chevron-right" if head in groups.closed else "chevron-down", self._theme.muted, chevron)
        left = PADDING + side + look.px(6)
        line = QRect(left, rect.y(), self._bold.width(group.words) + 2, rect.height() - 1)
        self._bold.write(painter, line, group.words, self._colours["text"])
        count = figure(group.size)
        line = QRect(line.right() + look.px(10), line.y(), self._body.width(count) + 2, line.height())
        self._body.write(painter, line, count, self._colours["muted"])
        painter.restore()

    def _write(
        self, painter: QPainter, ink: Ink, rect: QRect, text: str, colour: QColor, *, right: bool = False
    ) -> None:
        """Write a text, with what was searched marked in it."""
        if self.needles:
            shown = ink.cut(text, rect.width())
            left = rect.x() + rect.width() - ink.width(shown) if right else rect.x()
            height = min(rect.height(), look.px(19))
            for start, end in matches(shown, self.needles):
                x = left + ink.width(shown[:start])
                painter.fillRect(x, rect.center().y() - height // 2, ink.width(shown[start:end]), height, self._mark)
        ink.write(painter, rect, text, colour, right=right)

    def _paint_cell(self, painter: QPainter, rect: QRect, cell: Cell, *, selected: bool) -> None:
        if cell.hue:
            self._paint_chip(painter, rect, cell, selected=selected)
        elif cell.part is not None or (cell.second and not self.compact):
            half = look.px(16 if self.compact else 19)
            lines = self.lines_of(cell, rect.width(), max(1, rect.height() // half - 1))
            top = rect.y() + (rect.height() - (len(lines) + 1) * half) // 2 + look.px(1)
            below_it = cell.out and cell.part is None and len(lines) == 1 and not self._mark_fits(cell, rect.width())
            first = cell._replace(out="") if below_it else cell
            top = self._paint_lines(painter, QRect(rect.x(), top, rect.width(), half), first, lines)
            if cell.part is not None:
                self._paint_bar(painter, QRect(rect.x(), top + half, rect.width(), half), cell, selected=selected)
            else:
                tone = cell.tone if cell.tone in ("warn", "error") else "muted"
                below = QRect(rect.x(), top + half - look.px(2), rect.width(), half)
                if below_it:
                    below = self._paint_mark(painter, below, self._small.width(cell.second))
                self._write(painter, self._small, below, cell.second, self._colours[tone])
        elif cell.more and self.compact:
            self._paint_with_more(painter, rect, cell)
        elif len(lines := self.lines_of(cell, rect.width(), rect.height() // (half := look.px(19)))) > 1:
            top = rect.y() + (rect.height() - len(lines) * half) // 2
            self._paint_lines(painter, QRect(rect.x(), top, rect.width(), half), cell, lines)
        else:
            self._paint_text(painter, rect, cell)

    def _paint_lines(self, painter: QPainter, first: QRect, cell: Cell, lines: list[str]) -> int:
        """Paint the lines of a text below each other; returns where the last one begins."""
        for number, line in enumerate(lines):
            last = number == len(lines) - 1
            told = cell if len(lines) == 1 else cell._replace(text=line, out=cell.out if last else "")
            self._paint_text(painter, first.translated(0, number * first.height()), told)
        return first.y() + (len(lines) - 1) * first.height()

    def _first_line(self, cell: Cell) -> str:
        """Return the words of the first line of a cell; where it has one line, all of them."""
        alone = cell.second and self.compact and cell.part is None
        return f"{cell.text} · {cell.second}" if alone else cell.text

    def _paint_text(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        text = self._first_line(cell)
        tone = "muted" if cell.part is not None else cell.tone
        ink = self._bold if cell.bold else self._body
        if cell.out:
            rect = self._paint_mark(painter, rect, ink.width(text))
        self._write(painter, ink, rect, text, self._colours[tone], right=cell.right)

    def _mark_fits(self, cell: Cell, room: int) -> bool:
        """Say whether the mark of what is in a workbook out has room after the first line of a cell."""
        ink = self._bold if cell.bold else self._body
        return ink.width(cell.text) + look.px(13) + look.px(8) <= room

    def _paint_mark(self, painter: QPainter, rect: QRect, wide: int) -> QRect:
        """Mark what is in a workbook out after words of a width; returns the room that is left for them."""
        side, gap = look.px(13), look.px(8)
        left = rect.x() + min(wide, rect.width() - side - gap) + look.px(6)
        place = QRectF(left, rect.y() + (rect.height() - side) / 2, side, side)
        icons.paint(painter, "send", self._theme.muted, place)
        return rect.adjusted(0, 0, -side - gap, 0)

    def _paint_chip(self, painter: QPainter, rect: QRect, cell: Cell, *, selected: bool) -> None:
        if cell.hue is None:
            return
        background, ink = self._hues[cell.hue]
        icon_room = look.px(18) if cell.icon else 0
        room = rect.width() - 2 * look.px(8) - icon_room
        whole = self.compact or self._chip.width(cell.text) <= room
        lines = [self._chip.cut(part, max(0, room)) for part in ((cell.text,) if whole else _broken(cell.text))]
        width = max(self._chip.width(part) for part in lines) + 2 * look.px(8) + icon_room
        height = look.px(20 if len(lines) == 1 else 36)
        chip = QRectF(rect.x(), rect.y() + (rect.height() - height) / 2, min(width, rect.width()), height)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._rims[cell.hue] if selected else Qt.PenStyle.NoPen)  # of a selected row's colour, some are
        painter.setBrush(background)
        painter.drawRoundedRect(chip, 5, 5)
        left, side = chip.x() + look.px(8), look.px(13)
        if cell.icon:
            left = left if cell.text else chip.center().x() - side / 2 + 1
            icons.paint(
                painter,
                cell.icon,
                self._theme.chips[cell.hue].text,
                QRectF(left - 1, chip.center().y() - side / 2, side, side),
            )
            left += icon_room - look.px(1)
        painter.restore()
        each = (height - (len(lines) - 1) * look.px(4)) // len(lines)
        for number, part in enumerate(lines):
            top = round(chip.y()) + (height - each * len(lines)) // 2 + number * each
            self._chip.write(painter, QRect(round(left), top, self._chip.width(part) + 1, each), part, ink)

    def _paint_bar(self, painter: QPainter, rect: QRect, cell: Cell, *, selected: bool) -> None:
        height = look.px(4)
        y = rect.y() + look.px(3)
        colour = self._colours["accent" if cell.tone in ("text", "muted") else cell.tone]
        rail = QColor(self._colours["rail"])
        if selected:
            rail = rail.darker(108) if self._theme.name == "light" else rail.lighter(125)
        whole = QRectF(rect.x(), y, rect.width(), height)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(rail)
        painter.drawRoundedRect(whole, 2, 2)
        if cell.part:
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(whole.x(), whole.y(), whole.width() * cell.part, height), 2, 2)
        painter.restore()

    def _paint_with_more(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        badge, grey = f"+{cell.more}", self._theme.chips["grey"]
        width = self._chip.width(badge) + look.px(12)
        text = self._body.cut(cell.text, rect.width() - width - look.px(6))
        self._write(painter, self._body, rect.adjusted(0, 0, -width, 0), text, self._colours[cell.tone])
        left = rect.x() + self._body.width(text) + look.px(6)
        pill = QRect(left, rect.center().y() - look.px(8), width, look.px(17))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(grey.background))
        painter.drawRoundedRect(pill, look.px(8), look.px(8))
        painter.restore()
        self._chip.write(painter, pill.adjusted(look.px(6), 0, 0, 0), badge, QColor(grey.text))


CELL = int(Qt.ItemDataRole.UserRole) + 1


def _faint(colour: QColor) -> QColor:
    made = QColor(colour)
    made.setAlphaF(0.4)
    return made


@lru_cache(maxsize=500)
def _broken(words: str) -> tuple[str, ...]:
    """Return the words of a chip in the lines where they may stand: two, or one where they are short."""
    return (words,) if len(words) <= _SHORT else halves(words)
