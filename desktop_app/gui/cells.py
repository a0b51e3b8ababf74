"""What a cell of a list shows, ready to paint, and the one delegate that paints it.

A cell is words first: `text` and `second` are what the screen reader says and what is copied. Chips, icons and bars
only repeat in colour what the words say.
"""

from functools import lru_cache
from typing import Literal, NamedTuple

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop_app.gui import icons, theme
from desktop_app.gui.theme import Hue, look

Tone = Literal["text", "muted", "accent", "warn", "error"]
PADDING = 10


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

    @property
    def words(self) -> str:
        """All that the cell says, in one line."""
        first = f"{self.text} +{self.more}" if self.more and not self.second else self.text
        return f"{first} · {self.second}" if self.second else first


EMPTY = Cell()


@lru_cache(maxsize=20_000)
def _elided(text: str, width: int, font_key: str) -> str:
    return _metrics(font_key).elidedText(text, Qt.TextElideMode.ElideRight, width)


@lru_cache(maxsize=64)
def _metrics(font_key: str) -> QFontMetrics:
    font = QFont()
    font.fromString(font_key)
    return QFontMetrics(font)


@lru_cache(maxsize=4096)
def _advance(text: str, font_key: str) -> int:
    return _metrics(font_key).horizontalAdvance(text)


class CellDelegate(QStyledItemDelegate):
    """Paints the cells of a list: two lines or one, chips, period bars, the selected and the hovered row."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.compact = False
        self.hovered = -1
        self._selection: QItemSelectionModel | None = None
        self.restyle()

    def follow(self, selection: QItemSelectionModel) -> None:
        """Paint what is selected here as selected."""
        self._selection = selection

    def restyle(self) -> None:
        """Take fonts and colours of the theme in use."""
        self._theme = theme.now()
        self._body, self._bold = look.font(), look.font(bold=True)
        self._small, self._chip = look.font(theme.SMALL_PX), look.font(theme.SMALL_PX, bold=True)
        self._keys = {id(font): font.toString() for font in (self._body, self._bold, self._small, self._chip)}
        names = ("text", "muted", "accent", "warn", "error", "surface", "selection", "hover", "row_line", "rail")
        self._colours = {name: QColor(getattr(self._theme, name)) for name in names}

    def row_height(self) -> int:
        """Return the height of a row: 48 px with two lines, 36 px with one."""
        return look.px(36 if self.compact else 48)

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return how wide a cell would like to be."""
        cell = self._cell(index)
        font = self._chip if cell.hue else self._bold if cell.bold else self._body
        width = _advance(cell.text, self._keys[id(font)]) + (34 if cell.hue else 0) + (30 if cell.more else 0)
        if cell.second and not self.compact:
            width = max(width, _advance(cell.second, self._keys[id(self._small)]))
        return QSize(width + 2 * PADDING, self.row_height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell."""
        rect: QRect = option.rect
        # Asked of the view: `option.state` would load all the enumerations of QStyle.
        selected = self._selection is not None and self._selection.isSelected(index)
        ground = "selection" if selected else "hover" if index.row() == self.hovered else "surface"
        painter.fillRect(rect, self._colours[ground])
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, self._colours["row_line"])
        if selected and index.column() == 0:
            painter.fillRect(rect.x(), rect.y(), 3, rect.height(), self._colours["accent"])
        if (cell := self._cell(index)) is not EMPTY:
            self._paint_cell(painter, rect.adjusted(PADDING, 0, -PADDING, -1), cell, selected=selected)

    def _cell(self, index: QModelIndex | QPersistentModelIndex) -> Cell:
        cell = index.data(CELL)
        return cell if isinstance(cell, Cell) else EMPTY

    def _paint_cell(self, painter: QPainter, rect: QRect, cell: Cell, *, selected: bool) -> None:
        if cell.hue:
            self._paint_chip(painter, rect, cell)
        elif cell.part is not None or (cell.second and not self.compact):
            half = look.px(19)
            top = rect.y() + (rect.height() - 2 * half) // 2 + (0 if self.compact else look.px(1))
            first = QRect(rect.x(), top, rect.width(), half)
            self._paint_text(painter, first, cell)
            if cell.part is not None:
                self._paint_bar(painter, QRect(rect.x(), top + half, rect.width(), half), cell, selected=selected)
            else:
                colour = cell.tone if cell.tone in ("warn", "error") else "muted"
                self._text(painter, QRect(rect.x(), top + half - look.px(2), rect.width(), half), cell.second,
                           self._small, colour)  # fmt: skip
        elif cell.more and self.compact:
            self._paint_with_more(painter, rect, cell)
        else:
            self._paint_text(painter, rect, cell)

    def _paint_text(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        text = f"{cell.text} · {cell.second}" if cell.second and self.compact and cell.part is None else cell.text
        tone = "muted" if cell.part is not None else cell.tone
        self._text(painter, rect, text, self._bold if cell.bold else self._body, tone, right=cell.right)

    def _text(
        self, painter: QPainter, rect: QRect, text: str, font: QFont, colour: str, *, right: bool = False
    ) -> None:
        painter.setFont(font)
        painter.setPen(self._colours[colour])
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, _elided(text, rect.width(), self._keys[id(font)]))

    def _paint_chip(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        if cell.hue is None:
            return
        colours = self._theme.chips[cell.hue]
        icon_room = look.px(18) if cell.icon else 0
        room = rect.width() - 2 * look.px(8) - icon_room
        text = _elided(cell.text, max(0, room), self._keys[id(self._chip)])
        width = _advance(text, self._keys[id(self._chip)]) + 2 * look.px(8) + icon_room
        height = look.px(20)
        chip = QRectF(rect.x(), rect.y() + (rect.height() - height) / 2, min(width, rect.width()), height)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.background))
        painter.drawRoundedRect(chip, 5, 5)
        left = chip.x() + look.px(8)
        if cell.icon:
            side = look.px(13)
            icons.paint(painter, cell.icon, colours.text, QRectF(left - 1, chip.center().y() - side / 2, side, side))
            left += icon_room - look.px(1)
        painter.setFont(self._chip)
        painter.setPen(QColor(colours.text))
        painter.drawText(QRectF(left, chip.y(), chip.right() - left, height), Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()

    def _paint_bar(self, painter: QPainter, rect: QRect, cell: Cell, *, selected: bool) -> None:
        height = look.px(4)
        y = rect.y() + look.px(3 if not self.compact else 0)
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
        badge = f"+{cell.more}"
        key = self._keys[id(self._chip)]
        width = _advance(badge, key) + look.px(12)
        text = _elided(cell.text, rect.width() - width - look.px(6), self._keys[id(self._body)])
        self._text(painter, rect.adjusted(0, 0, -width, 0), text, self._body, cell.tone)
        left = rect.x() + _advance(text, self._keys[id(self._body)]) + look.px(6)
        pill = QRectF(left, rect.center().y() - look.px(8), width, look.px(17))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.chips["grey"].background))
        painter.drawRoundedRect(pill, look.px(8), look.px(8))
        painter.setFont(self._chip)
        painter.setPen(QColor(self._theme.chips["grey"].text))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, badge)
        painter.restore()


CELL = int(Qt.ItemDataRole.UserRole) + 1
