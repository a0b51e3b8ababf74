"""The row above a list: the conditions in words, "Add filter", the quick filter, the columns and the density."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QToolButton, QWidget

from desktop_app.domain.values import Showing
from desktop_app.gui import icons
from desktop_app.gui.editors.link_options import Options
from desktop_app.gui.flow import Flow
from desktop_app.gui.lists.conditions import sentence
from desktop_app.gui.lists.specs import Condition, ListSpec
from desktop_app.gui.parts import Worded, icon_button
from desktop_app.gui.theme import look
from desktop_app.gui.words import tr

PAUSE_MS = 120


class QuickFilter(QLineEdit):
    """Filters the list while one types; Escape empties it, Down goes into the list."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("quick_filter")
        self.setClearButtonEnabled(True)
        self.addAction(icons.icon("funnel"), QLineEdit.ActionPosition.LeadingPosition)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave for the list on Enter, Down or Escape."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)


class FilterBar(Worded, QWidget):
    """Holds the conditions of a list that the user has added, and says them."""

    changed = Signal()

    def __init__(
        self, spec: ListSpec, showing: Callable[[], Showing], options: Callable[[], dict[str, Options]]
    ) -> None:
        super().__init__()
        self._spec, self._showing, self._options = spec, showing, options
        self.conditions: tuple[Condition, ...] = ()
        self.quick = QuickFilter()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.changed)
        self.quick.textChanged.connect(self._pause.start)
        self.add = QPushButton()
        self.add.setProperty("kind", "dashed")
        self.add.setIcon(icons.icon("plus"))
        self.add.setObjectName("add_filter")
        self.add.clicked.connect(lambda: self._ask(self.add, None))
        self.columns = QPushButton()
        self.columns.setProperty("kind", "flat")
        self.columns.setIcon(icons.icon("columns-3"))
        self.density: QToolButton = icon_button("rows-3", "")
        self._chips: list[QPushButton] = []
        self._lay_out()
        look.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def _lay_out(self) -> None:
        left = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        left.setSizePolicy(policy)
        self._flow = Flow(left, 8)
        self._flow.addWidget(self.add)
        line = QHBoxLayout(self)
        line.setContentsMargins(20, 8, 12, 8)
        line.setSpacing(6)
        line.addWidget(left, 1)
        for part in (self.quick, self.columns, self.density):
            line.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)

    def set_conditions(self, conditions: Sequence[Condition]) -> None:
        """Filter by these conditions."""
        self.conditions = tuple(conditions)
        self.show_chips()
        self.changed.emit()

    def show_chips(self) -> None:
        """Say each condition on a chip; a click changes it, the cross or Delete takes it away."""
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self._flow.removeWidget(self.add)
        self._chips = [self._chip(number, condition) for number, condition in enumerate(self.conditions)]
        for chip in (*self._chips, self.add):
            self._flow.addWidget(chip)
            chip.show()
        self.updateGeometry()

    def _chip(self, number: int, condition: Condition) -> QPushButton:
        words = sentence(condition, self._spec.entity.fields[condition.field], self._showing())
        chip = _Chip(words)
        chip.removed.connect(lambda: self._remove(number))
        chip.clicked.connect(lambda: self._ask(chip, number))
        return chip

    def _ask(self, below: QWidget, number: int | None) -> None:
        from desktop_app.gui.lists.filter_popup import FilterPopup

        old = self.conditions
        popup = FilterPopup(self._spec.entity, self._options(), old[number] if number is not None else None, self)

        def take(condition: Condition) -> None:
            before, after = (old, ()) if number is None else (old[:number], old[number + 1 :])
            self.set_conditions((*before, condition, *after))

        popup.chosen.connect(take)
        popup.open_below(below)

    def _remove(self, number: int) -> None:
        self.set_conditions(self.conditions[:number] + self.conditions[number + 1 :])
        self.add.setFocus()

    @property
    def text(self) -> str:
        """What is typed in the quick filter."""
        return self.quick.text().strip()

    @property
    def count(self) -> int:
        """How many filters are on."""
        return len(self.conditions) + bool(self.text)

    def clear(self) -> None:
        """Take every filter away."""
        self.quick.blockSignals(True)
        self.quick.clear()
        self.quick.blockSignals(False)
        self.set_conditions(())

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        key = QKeySequence(QKeySequence.StandardKey.Find).toString(QKeySequence.SequenceFormat.NativeText)
        self.add.setText(tr("Add filter"))
        self.columns.setText(tr("Columns"))
        self.density.setAccessibleName(tr("Density of the rows"))
        self.density.setToolTip(tr("Two lines a row, or one"))
        self.quick.setPlaceholderText(tr("Filter this list"))
        self.quick.setToolTip(tr("Filter this list ({key})").format(key=key))
        self.quick.setAccessibleName(tr("Filter this list"))
        self.show_chips()

    def _restyle(self) -> None:
        self.quick.setFixedWidth(look.px(170))
        self.density.setIconSize(QSize(look.px(18), look.px(18)))
        self.columns.setIconSize(QSize(look.px(22), look.px(16)))


class _Chip(QPushButton):
    """A condition, with a cross at its right end."""

    removed = Signal()

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setProperty("kind", "filter")
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the icon stands at the right
        self.setIcon(icons.icon("x", "filter_text"))
        self.setIconSize(QSize(look.px(13), look.px(13)))
        self.setToolTip(tr("{filter}. Click to change it, the cross takes it away.").format(filter=words))
        self.setAccessibleName(tr("Filter: {filter}").format(filter=words))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take the condition away when the cross was clicked."""
        point = event.position().toPoint()
        if self.rect().contains(point) and point.x() > self.width() - look.px(26):
            self.setDown(False)
            self.removed.emit()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the condition away on Delete."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)
