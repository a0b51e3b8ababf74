"""The row above a list: the conditions in words, "Add filter", "Save view", the quick filter, groups, columns, density."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from desktop_app.domain.text import fold
from desktop_app.gui import icons
from desktop_app.gui.flow import Flow
from desktop_app.gui.icon_line import IconLine
from desktop_app.gui.lists.conditions import OPERATORS, sentence
from desktop_app.gui.lists.filter_chip import FilterChip
from desktop_app.gui.lists.specs import Condition, ListSpec
from desktop_app.gui.lists.value_source import ValueSource
from desktop_app.gui.parts import Worded, icon_button, restyle
from desktop_app.gui.theme import look
from desktop_app.gui.words import said, tr

PAUSE_MS = 15  # keys that come in one go are one question; those of a hand are each answered
_ROOM = 240  # what the verbs leave to the chips, where there are any, before they give up their words
_BETWEEN = 70  # around and between all parts


class QuickFilter(IconLine):
    """Filters the list while one types; Escape empties it, Down goes into the list."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("quick_filter")
        self.let_clear()
        self.put_icon("funnel", leading=True)

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
    group_asked = Signal(str)  # a field; nothing for no groups
    fold_asked = Signal(bool)  # close (or open) all groups
    save_asked = Signal()

    def __init__(self, spec: ListSpec, source: ValueSource) -> None:
        super().__init__()
        self._spec, self._source = spec, source
        self.conditions: tuple[Condition, ...] = ()
        self.quick = QuickFilter()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._on_text)
        self.quick.textChanged.connect(self._pause.start)
        self.add = QPushButton()
        self.add.setProperty("kind", "dashed")
        self.add.setIcon(icons.icon("plus"))
        self.add.setObjectName("add_filter")
        self.add.clicked.connect(lambda: self._ask(self.add, None))
        self.save, self.group, self.columns = _Verb("bookmark"), _Verb("layers"), _Verb("columns-3")
        self.save.clicked.connect(self.save_asked)
        self.group.clicked.connect(self._choose_group)
        self.density: QToolButton = icon_button("rows-3", "")
        self._group = ""
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
        self._flow.addWidget(self.save)
        line = QHBoxLayout(self)
        line.setContentsMargins(20, 8, 12, 8)
        line.setSpacing(4)
        line.addWidget(left, 1)
        for part in (self.quick, self.group, self.columns, self.density):
            line.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the words of the verbs while there is room for them and a chip or two."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        verbs = (self.group, self.columns, self.save)
        wanted = sum(verb.whole_width() for verb in verbs) + self.quick.width() + self.add.sizeHint().width()
        wanted += self.density.sizeHint().width() + look.px(_BETWEEN)
        chips = sum(chip.sizeHint().width() + self._flow.spacing() for chip in self._chips)
        narrow = self.width() < wanted + min(chips, look.px(_ROOM))
        for verb in verbs:
            verb.show_only_icon(only_icon=narrow and not (verb is self.save and self.save.urgent))

    # Groups ------------------------------------------------------------------------------------------------------

    def show_group(self, name: str) -> None:
        """Say by which field the rows are gathered."""
        self._group = name
        self.group.say(self._group_words(), tr("Gather the rows by a field"), chosen=bool(name))
        self._fit()

    def _group_words(self) -> str:
        if not self._group:
            return tr("Group by")
        return tr("By {field}").format(field=said(self._spec.entity.fields[self._group].words))

    def _choose_group(self) -> None:
        """Open the menu of the fields that rows can be gathered by, those of the list first."""
        from desktop_app.gui.lists.finding import can_group

        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        fields = [field for field in self._spec.entity if can_group(field) and not field.key]
        fields.sort(key=lambda field: (not field.listed, fold(said(field.words))))
        if self._group:
            menu.addAction(icons.icon("x"), tr("No groups"), lambda: self.group_asked.emit(""))
            menu.addAction(icons.icon("chevron-right"), tr("Close all groups"), lambda: self.fold_asked.emit(True))
            menu.addAction(icons.icon("chevron-down"), tr("Open all groups"), lambda: self.fold_asked.emit(False))
            menu.addSeparator()
        others = menu
        for number, field in enumerate(fields):
            if not field.listed and fields[number - 1].listed:
                others = menu.addMenu(tr("Other fields"))
            made = others.addAction(said(field.words))
            made.setCheckable(True)
            made.setChecked(field.name == self._group)
            made.triggered.connect(lambda _on=False, name=field.name: self.group_asked.emit(name))
        menu.popup(self.group.mapToGlobal(self.group.rect().bottomLeft()))

    # Conditions --------------------------------------------------------------------------------------------------

    def set_conditions(self, conditions: Sequence[Condition]) -> None:
        """Filter by these conditions."""
        self.conditions = tuple(conditions)
        self.show_chips()
        self.changed.emit()

    def show_chips(self) -> None:
        """Say each condition on a chip, and what the quick filter asks; a click changes it, cross or Delete takes it away."""
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self._flow.removeWidget(self.add)
        self._flow.removeWidget(self.save)
        self._chips = [self._chip(number, condition) for number, condition in enumerate(self.conditions)]
        if self.text:
            self._chips.append(self._chip_of_text())
        for chip in (*self._chips, self.add, self.save):
            self._flow.addWidget(chip)
            chip.show()
        self.updateGeometry()
        self._fit()

    def _chip(self, number: int, condition: Condition) -> QPushButton:
        words = sentence(condition, self._spec.entity, self._source.showing())
        chip = FilterChip(words)
        chip.removed.connect(lambda: self._remove(number))
        # What leads to other records comes from a figure and is asked nowhere else: it can only be taken away.
        if condition.field in self._spec.entity.fields and condition.op in OPERATORS:
            chip.clicked.connect(lambda: self._ask(chip, number))
        return chip

    def _chip_of_text(self) -> QPushButton:
        """Say what was typed: it stays when another view is shown, where one may have forgotten it."""
        chip = FilterChip(tr("Contains “{text}”").format(text=self.text))
        chip.setObjectName("filter_text")
        chip.removed.connect(self.quick.clear)
        chip.removed.connect(self.add.setFocus)
        chip.clicked.connect(self.quick.setFocus)
        return chip

    def _on_text(self) -> None:
        self.show_chips()
        self.changed.emit()

    def _ask(self, below: QWidget, number: int | None, field: str = "", place: QPoint | None = None) -> None:
        from desktop_app.gui.lists.filter_popup import FilterPopup

        old = self.conditions
        condition = old[number] if number is not None else None
        popup = FilterPopup(self._spec.entity, self._source, condition, self, field)

        def take(condition: Condition) -> None:
            before, after = (old, ()) if number is None else (old[:number], old[number + 1 :])
            self.set_conditions((*before, condition, *after))

        popup.chosen.connect(take)
        popup.open_at(place) if place is not None else popup.open_below(below)

    def ask_field(self, field: str, place: QPoint) -> None:
        """Ask for a condition on a field: the one that there is already, or a new one."""
        number = next((number for number, one in enumerate(self.conditions) if one.field == field), None)
        self._ask(self.add, number, field, place)

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

    def write(self, text: str) -> None:
        """Put a text into the quick filter without asking for its rows yet."""
        self.quick.blockSignals(True)
        self.quick.setText(text)
        self.quick.blockSignals(False)

    def clear(self) -> None:
        """Take every filter away."""
        self.only(())

    def only(self, conditions: Sequence[Condition]) -> None:
        """Filter by these conditions and nothing else."""
        self.write("")
        self.set_conditions(conditions)

    def say_save(self, words: str = "", tip: str = "", *, urgent: bool = False) -> None:
        """Say what the button beside the filters does with the view; in colour where something is not saved yet."""
        self.save.urgent = urgent
        self.save.say(
            words or tr("Save view"), tip or tr("Keep these filters, order and columns as a view"), chosen=urgent
        )
        self._fit()

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        key = QKeySequence(QKeySequence.StandardKey.Find).toString(QKeySequence.SequenceFormat.NativeText)
        self.add.setText(tr("Add filter"))
        self.columns.say(tr("Columns"), tr("Choose the columns"))
        self.show_group(self._group)
        self.say_save()
        self.density.setAccessibleName(tr("Density of the rows"))
        self.density.setToolTip(tr("Two lines a row, or one"))
        self.quick.setPlaceholderText(tr("Filter this list"))
        self.quick.setToolTip(tr("Filter this list ({key})").format(key=key))
        self.quick.setAccessibleName(tr("Filter this list"))
        self.show_chips()

    def _restyle(self) -> None:
        self.quick.setFixedWidth(look.px(170))
        self._fit()


class _Verb(QPushButton):
    """A flat button that keeps its words while there is room for them."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self.urgent = False
        self._words, self._icon = "", icon
        self.setProperty("kind", "flat")
        self.setIcon(icons.icon(icon))
        look.size_icon(self, 20, 16)

    def say(self, words: str, tip: str, *, chosen: bool = False) -> None:
        """Say what the button does; in colour where it is in use."""
        only_icon = self.text() == "" and self._words != ""
        self._words = words
        self.setText("" if only_icon else words)
        self.setAccessibleName(words)
        self.setToolTip(tip if not only_icon else words)
        self.setIcon(icons.icon(self._icon, "accent" if chosen else "muted"))
        self.setProperty("chosen", chosen)
        restyle(self)

    def whole_width(self) -> int:
        """Return how wide the button is with its words."""
        return self.fontMetrics().horizontalAdvance(self._words) + self.iconSize().width() + 28

    def show_only_icon(self, *, only_icon: bool) -> None:
        """Show words and icon, or the icon alone."""
        self.setText("" if only_icon else self._words)
