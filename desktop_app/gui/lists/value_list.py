"""Values to tick, each with how many records have it; typing narrows them."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from desktop_app.domain.text import fold
from desktop_app.domain.values import Value
from desktop_app.gui.lists.popup import SearchLine
from desktop_app.gui.lists.value_source import Counted, Offer
from desktop_app.gui.parts import column, label
from desktop_app.gui.theme import look
from desktop_app.gui.words import figure, tr

_PLACE = int(Qt.ItemDataRole.UserRole)
_PAUSE_MS = 150
_HIGH = 10


class ValueList(QWidget):
    """What a field can be asked for: `chosen()` returns what is ticked."""

    sought = Signal(str)  # what was typed, where not all values are offered
    accepted = Signal()  # Enter

    def __init__(self) -> None:
        super().__init__()
        self._ticked: dict[Value, str] = {}
        self._offer = Offer(())
        self._values: list[Counted] = []
        self.search, self.names = SearchLine(), QListWidget()
        self._hint = label("", "small", wrap=True)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(lambda: self.sought.emit(self.search.text()))
        self.search.let_clear()
        self.search.setPlaceholderText(tr("Find a value"))
        self.search.setAccessibleName(tr("Find a value"))
        self.names.setAccessibleName(tr("Values"))
        self.names.setAccessibleDescription(tr("The space bar ticks a value, Enter filters."))
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.names.setFixedHeight(look.px(26) * _HIGH)
        self.setLayout(column(self.search, self.names, self._hint, spacing=6))
        self.search.textChanged.connect(self._narrow)
        self.search.left.connect(self._go_down)
        self.search.returnPressed.connect(self._take_typed)
        self.names.itemChanged.connect(self._on_ticked)
        self.names.itemActivated.connect(lambda _item: self.accepted.emit())
        self._hint.setText(tr("Counting…"))

    def tick(self, values: Sequence[Value]) -> None:
        """Begin with these values ticked."""
        self._ticked = dict.fromkeys(values, "")

    def offer(self, offer: Offer) -> None:
        """Show the values and their counts; those that are ticked first."""
        self._offer = offer
        self._hint.setText(tr("The most frequent values; type to find others.") if offer.cut else "")
        self._hint.setVisible(offer.cut or not offer.values)
        if not offer.values:
            self._hint.setText(tr("Nothing to choose from."))
        self._show(offer.values)

    def offer_found(self, offer: Offer) -> None:
        """Show what was found beside the most frequent values."""
        known = {one.value for one in offer.values}
        near = [one for one in self._offer.values if self._fits(one) and one.value not in known]
        self._show([*near, *offer.values])

    def chosen(self) -> list[Value]:
        """Return the values that are ticked."""
        return list(self._ticked)

    def _show(self, values: Sequence[Counted]) -> None:
        self._values = sorted(values, key=lambda one: one.value not in self._ticked)
        self.names.blockSignals(True)
        self.names.clear()
        for place, one in enumerate(self._values):
            item = QListWidgetItem(f"{one.words}   {figure(one.number)}")
            item.setData(_PLACE, place)
            item.setSizeHint(QSize(0, look.px(24)))  # a little apart: each has a box to tick
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if one.value in self._ticked else Qt.CheckState.Unchecked)
            self.names.addItem(item)
        self.names.blockSignals(False)
        if self.search.text():
            self._hide_others()

    def _fits(self, one: Counted) -> bool:
        return all(word in fold(one.words) for word in fold(self.search.text()).split())

    def _narrow(self, text: str) -> None:
        if self._offer.cut and text:
            self._pause.start()
        self._hide_others()

    def _hide_others(self) -> None:
        for number in range(self.names.count()):
            item = self.names.item(number)
            item.setHidden(not self._fits(self._values[item.data(_PLACE)]))

    def _seen(self) -> list[QListWidgetItem]:
        items = (self.names.item(number) for number in range(self.names.count()))
        return [item for item in items if not item.isHidden()]

    def _go_down(self) -> None:
        if seen := self._seen():
            self.names.setCurrentItem(seen[0])
            self.names.setFocus()

    def _take_typed(self) -> None:
        """Tick the one value that is left, or the first, and be done."""
        if (seen := self._seen()) and self.search.text():
            seen[0].setCheckState(Qt.CheckState.Checked)
        self.accepted.emit()

    def _on_ticked(self, item: QListWidgetItem) -> None:
        one = self._values[item.data(_PLACE)]
        if item.checkState() == Qt.CheckState.Checked:
            self._ticked[one.value] = one.words
        else:
            self._ticked.pop(one.value, None)
