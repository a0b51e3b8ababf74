"""The reports to choose from: icon, title and a sentence each."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.gui import icons, theme
from desktop_app.gui.parts import Worded, look_as
from desktop_app.gui.theme import look
from desktop_app.gui.words import said, tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.reports.request import Kind

Index = QModelIndex | QPersistentModelIndex
WIDTH = 276
HEIGHT = 48
_KIND = int(Qt.ItemDataRole.UserRole) + 1


class _Painter(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(look.px(WIDTH) - 24, look.px(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        kind: Kind = index.data(_KIND)
        now, rect = theme.now(), QRect(option.rect).adjusted(0, 2, 0, -2)
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.selection if chosen else now.hover))
            painter.drawRoundedRect(rect, 6, 6)
        if chosen and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(now.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        side, gap = look.px(18), look.px(10)
        square = QRectF(rect.left() + gap, rect.center().y() - side / 2, side, side)
        icons.paint(painter, kind.icon, now.accent if chosen else now.muted, square)
        left = round(square.right()) + gap
        half = rect.height() // 2
        text = QRect(left, rect.top(), rect.right() - left - 6, half + look.px(3))
        self._write(painter, text, said(kind.title), theme.BODY_PX, now.text, bold=True)
        below = QRect(left, rect.top() + half, rect.right() - left - 6, half - look.px(3))
        self._write(painter, below, said(kind.sentence), theme.SMALL_PX, now.text if chosen else now.muted)
        painter.restore()

    def _write(
        self, painter: QPainter, rect: QRect, words: str, pixels: int, colour: str, *, bold: bool = False
    ) -> None:
        painter.setFont(look.font(pixels, bold=bold))
        painter.setPen(QColor(colour))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


class Gallery(Worded, QListWidget):
    """The list of reports; `chosen` brings the name of one."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        look_as(self, "gallery")
        self.setItemDelegate(_Painter(self))
        self.setMouseTracking(True)
        self.setViewportMargins(10, 10, 10, 10)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentRowChanged.connect(lambda _row: self.chosen.emit(self.name))
        look.changed.connect(self._resize)
        self._resize()

    def _resize(self) -> None:
        self.setFixedWidth(look.px(WIDTH))
        self.doItemsLayout()

    def offer(self, kinds: "Iterable[Kind]") -> None:
        """Show the reports that there are."""
        self.blockSignals(True)
        self.clear()
        for kind in kinds:
            item = QListWidgetItem()
            item.setData(_KIND, kind)
            self.addItem(item)
        self.blockSignals(False)
        self.retranslate()

    @property
    def name(self) -> str:
        """The name of the report that is chosen."""
        kind: Kind | None = self.currentIndex().data(_KIND)
        return kind.name if kind else ""

    def choose(self, name: str) -> None:
        """Choose a report; the first where there is none of that name."""
        names = [self.item(place).data(_KIND).name for place in range(self.count())]
        self.setCurrentRow(names.index(name) if name in names else 0)

    def retranslate(self) -> None:
        """Say every title in the language of the screen."""
        self.setAccessibleName(tr("Reports"))
        self.setAccessibleDescription(tr("The selected report shows in the middle as it will be printed."))
        for place in range(self.count()):
            item = self.item(place)
            kind: Kind = item.data(_KIND)
            item.setText(said(kind.title))
            item.setToolTip(said(kind.sentence))
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, said(kind.sentence))
