"""The chips of a record, the same in its form and in the pane beside the lists: what kind it is, and its state."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QLayout, QSizePolicy, QWidget

from desktop_app.domain.entity import Entity
from desktop_app.domain.types import Choice, Link
from desktop_app.domain.values import Record
from desktop_app.gui import hues, icons, theme
from desktop_app.gui.flow import Flow
from desktop_app.gui.parts import look_as, row
from desktop_app.gui.receiving import out
from desktop_app.gui.theme import Hue, look
from desktop_app.gui.words import lang

if TYPE_CHECKING:
    from desktop_app.store.base import Store

EDGE = 6  # what a word may take of the room at its right
_KINDS = ("type", "kind", "status")  # in this order


class ChipWords(NamedTuple):
    """One chip: its word, hue and icon."""

    text: str
    hue: Hue
    icon: str = ""
    tip: str = ""


def chips_of(store: "Store", entity: Entity, record: Record) -> list[ChipWords]:
    """Return what stands on the chips of a record."""
    found = []
    for name in _KINDS:
        value, field = record.get(name), entity.fields.get(name)
        if field is None or not value:
            continue
        if isinstance(field.type, Choice):
            text = field.type.show(value, store.names.showing(lang()))
            found.append(ChipWords(text, *hues.of_choice(field.type.list, value)))
        elif isinstance(field.type, Link) and (linked := store.names.record(field.type.entity, str(value))):
            found.append(ChipWords(str(linked["code"]), hues.of_type(linked["code"]).hue))
    if record.get("id"):
        found += [
            ChipWords(few, "blue", out.ICON, whole) for few, whole in out.out(store, [str(record["id"])]).values()
        ]
    return found


class Chip(QWidget):
    """A word on its hue, with the icon that says the same."""

    def __init__(self, words: ChipWords) -> None:
        super().__init__()
        self._words = words
        self._label = QLabel(words.text)
        look_as(self._label, "chip", hue=words.hue)
        self._icon = QLabel(self._label)
        self.setAccessibleName(words.tip or words.text)
        self.setToolTip(words.tip)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setLayout(row(self._label))
        look.changed.connect(self._paint)
        self._paint()

    def sizeHint(self) -> QSize:
        """Return the room for the whole word, also while it is cut."""
        self._label.ensurePolished()
        metrics, asked = self._label.fontMetrics(), self._label.sizeHint()
        cut = metrics.horizontalAdvance(self._words.text) - metrics.horizontalAdvance(self._label.text())
        return QSize(asked.width() + cut, asked.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """End in dots where there is no room for the whole word, which is said beside the mouse then."""
        super().resizeEvent(event)
        missing, shown = self.sizeHint().width() - self.width() - EDGE, self._words.text
        if missing > 0:
            metrics = self._label.fontMetrics()
            room = metrics.horizontalAdvance(shown) - missing
            shown = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, room)
        self._label.setText(shown)
        self.setToolTip(self._words.tip or (self._words.text if missing > 0 else ""))

    def _paint(self) -> None:
        if not self._words.icon:
            return
        side = look.px(13)
        colour = theme.now().chips[self._words.hue].text
        self._icon.setPixmap(icons.pixmap(self._words.icon, colour, side, self.devicePixelRatioF()))
        self._label.setIndent(side + look.px(4))
        self._label.setMinimumHeight(look.px(20))
        self._icon.setGeometry(8, (self._label.sizeHint().height() - side) // 2, side, side)


class ChipLine(QWidget):
    """Chips side by side, and below each other where the line is full."""

    def __init__(self) -> None:
        super().__init__()
        self.flow = Flow(self, spacing=6)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


def show_chips(line: QLayout, chips: list[ChipWords]) -> None:
    """Put chips into a line in place of those that stand there."""
    empty(line)
    for words in chips:
        line.addWidget(Chip(words))


def empty(line: QLayout) -> None:
    """Take all widgets out of a line."""
    for place in reversed(range(line.count())):
        item = line.itemAt(place)
        widget = item.widget() if item else None
        if widget is not None:
            line.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
