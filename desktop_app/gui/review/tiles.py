"""The categories of a review as tiles: an icon, a count, a word. Pressing one shows its records alone."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from desktop_app.gui import icons, theme
from desktop_app.gui.parts import Worded
from desktop_app.gui.theme import Hue, look
from desktop_app.gui.words import tr
from desktop_app.sync.review import ASIDE, CONFLICTS, MISSING, NEW, REMOVED, THEIRS, UNREAD

SAME = "same"
ORDER = (THEIRS, CONFLICTS, NEW, REMOVED, UNREAD, MISSING, ASIDE, SAME)
ICONS: dict[str, tuple[str, Hue]] = {
    THEIRS: ("arrow-down", "blue"), CONFLICTS: ("git-compare", "red"), NEW: ("plus", "green"),
    REMOVED: ("trash-2", "amber"), UNREAD: ("circle-question-mark", "violet"), MISSING: ("minus", "grey"),
    SAME: ("check", "grey"), ASIDE: ("clock", "amber"),
}  # fmt: skip
HEIGHT, SQUARE, PAD, WIDEST = 52, 28, 10, 240
LOW_HEIGHT, LOW_SQUARE, LOW_PAD = 32, 20, 7  # of a tile in one line


def words_of(category: str, count: int, *, foreign: bool = False) -> str:
    """Return the words below a count; of a `foreign` sheet nobody knows what was changed, only what differs."""
    if foreign and category == THEIRS:
        return tr("add to ours", "", count)
    if foreign and category == CONFLICTS:
        return tr("differ from ours", "", count)
    return {
        THEIRS: lambda: tr("changed only there", "", count),
        CONFLICTS: lambda: tr("changed on both sides", "", count),
        NEW: lambda: tr("new entry(ies)", "", count),
        REMOVED: lambda: tr("removed there", "", count),
        UNREAD: lambda: tr("to clear up", "", count),
        MISSING: lambda: tr("absent row(s)", "", count),
        ASIDE: lambda: tr("row(s) put aside", "", count),
        SAME: lambda: tr("identical", "", count),
    }[category]()


class Tile(QAbstractButton):
    """One category."""

    def __init__(self, category: str) -> None:
        super().__init__()
        self.category, self.count, self._foreign = category, 0, False
        self._low = False
        self.setObjectName(f"tile_{category}")
        self.setCheckable(category != SAME)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if category != SAME else Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_count(self, count: int, *, foreign: bool) -> None:
        """Show how many there are."""
        self.count, self._foreign = count, foreign
        self.say()

    def set_low(self, *, low: bool) -> None:
        """Show the count and the words in one line, or in two."""
        self._low = low
        self.updateGeometry()
        self.update()

    def say(self) -> None:
        """Say the count and the words in the language of the screen."""
        self.setText(words_of(self.category, self.count, foreign=self._foreign))
        self.setMaximumWidth(look.px(WIDEST))
        self.setAccessibleName(f"{self.count} {self.text()}")
        self.setToolTip(self.accessibleName())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for icon, count and words."""
        small = QFontMetrics(look.font(theme.SMALL_PX))
        words = small.horizontalAdvance(self.text()) + 2
        if self._low:
            return QSize(look.px(LOW_SQUARE + 4 * LOW_PAD) + self._count_width() + words, look.px(LOW_HEIGHT))
        return QSize(look.px(SQUARE + 3 * PAD) + words, look.px(HEIGHT))

    def _count_width(self) -> int:
        return QFontMetrics(look.font(bold=True)).horizontalAdvance(str(self.count))

    def minimumSizeHint(self) -> QSize:
        """Return the same: words are not cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card, the icon on its square, the count and the words."""
        now, painter = theme.now(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marked = self.isChecked() or self.hasFocus()
        painter.setPen(QPen(QColor(now.accent if marked else now.hairline), 2 if marked else 1))
        painter.setBrush(QColor(now.hover if self.underMouse() and self.isCheckable() else now.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        icon, hue = ICONS[self.category]
        side, pad = look.px(LOW_SQUARE if self._low else SQUARE), look.px(LOW_PAD if self._low else PAD)
        square = QRectF(pad, (self.height() - side) / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(now.chips[hue].background))
        painter.drawRoundedRect(square, 6, 6)
        inset = side * 0.22
        icons.paint(painter, icon, now.chips[hue].text, square.adjusted(inset, inset, -inset, -inset))
        left = round(square.right()) + pad
        if self._low:
            self._write_in_line(painter, left)
        else:
            self._write(painter, left)

    def _write_in_line(self, painter: QPainter, left: int) -> None:
        now, middle, count = theme.now(), Qt.AlignmentFlag.AlignVCenter, self._count_width()
        painter.setFont(look.font(bold=True))
        painter.setPen(QColor(now.text))
        painter.drawText(QRect(left, 0, count + 2, self.height()), middle, str(self.count))
        left += count + look.px(LOW_PAD)
        painter.setFont(look.font(theme.SMALL_PX))
        painter.setPen(QColor(now.muted))
        painter.drawText(QRect(left, 0, self.width() - left - 2, self.height()), middle, self.text())

    def _write(self, painter: QPainter, left: int) -> None:
        now, half = theme.now(), self.height() // 2
        width = self.width() - left - 2
        painter.setFont(look.font(16, bold=True))
        painter.setPen(QColor(now.text))
        painter.drawText(
            QRect(left, look.px(5), width, half - look.px(4)), Qt.AlignmentFlag.AlignVCenter, str(self.count)
        )
        painter.setFont(look.font(theme.SMALL_PX))
        painter.setPen(QColor(now.muted))
        painter.drawText(QRect(left, half, width, half - look.px(6)), Qt.AlignmentFlag.AlignVCenter, self.text())


class Tiles(Worded, QWidget):
    """The tiles in a row; at most one is pressed, pressing it again shows everything."""

    chosen = Signal(str)  # a category, or nothing for all

    def __init__(self) -> None:
        super().__init__()
        self.tiles = {category: Tile(category) for category in ORDER}
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        for tile in self.tiles.values():
            tile.clicked.connect(lambda _checked=False, tile=tile: self._on_clicked(tile))
            line.addWidget(tile, 100)
        line.addStretch(1)
        look.changed.connect(self.retranslate)

    def show_counts(self, counts: dict[str, int], *, foreign: bool) -> None:
        """Show the counts; categories without anything are left out, but for what is identical."""
        for category, tile in self.tiles.items():
            tile.show_count(counts.get(category, 0), foreign=foreign)
            tile.setVisible(bool(tile.count) or category == SAME)

    def set_low(self, *, low: bool) -> None:
        """Show each tile in one line, or in two."""
        for tile in self.tiles.values():
            tile.set_low(low=low)

    def choose(self, category: str) -> None:
        """Press a tile, or none."""
        for tile in self.tiles.values():
            tile.setChecked(tile.category == category)

    @property
    def category(self) -> str:
        """The category that is pressed."""
        return next((tile.category for tile in self.tiles.values() if tile.isChecked()), "")

    def _on_clicked(self, pressed: Tile) -> None:
        if pressed.isCheckable():
            self.choose(pressed.category if pressed.isChecked() else "")
            self.chosen.emit(self.category)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from tile to tile with the arrows."""
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        shown = [tile for tile in self.tiles.values() if tile.isVisible() and tile.isCheckable()]
        here = next((place for place, tile in enumerate(shown) if tile.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        shown[(here + step) % len(shown)].setFocus()

    def retranslate(self) -> None:
        """Say every tile in the language of the screen."""
        for tile in self.tiles.values():
            tile.say()
