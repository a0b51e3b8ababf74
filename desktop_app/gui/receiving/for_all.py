"""What all rows of a sheet have without saying it: a country, a year; chosen once, shown as long as it holds."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton

from desktop_app.domain.entity import Entity
from desktop_app.gui import icons
from desktop_app.gui.editors.choice import Combo, Entry
from desktop_app.gui.parts import Worded, label, look_as, row
from desktop_app.gui.words import labelled, said, tr


class ForAll(Worded, QFrame):
    """A line below the columns; `given` carries a field and its value, empty where it holds no more."""

    given = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._entity: Entity | None = None
        self._names: list[str] = []
        self._same: Mapping[str, str] = {}
        self._fresh = True
        self.words = label("", "muted")
        self.field, self.value, self.use = Combo(), QLineEdit(), QPushButton()
        self.taken: list[QPushButton] = []
        self._chips = row(spacing=6)
        line = row(self.words, self._chips, self.field, self.value, self.use, None, margins=(20, 6, 16, 6))
        line.setStretch(2, 2)
        line.setStretch(3, 2)
        line.setStretch(5, 3)
        self.setLayout(line)
        self.use.clicked.connect(self._use)
        self.value.returnPressed.connect(self._use)
        for changed in (self.value.textChanged, self.field.currentIndexChanged):
            changed.connect(lambda _value: self._enable())
        self.retranslate()

    def begin(self) -> None:
        """Forget the file before."""
        self._entity, self._same, self._fresh = None, {}, True
        self.value.clear()

    def show_same(self, entity: Entity, same: Mapping[str, str], proposed: tuple[str, str] | None) -> None:
        """Show what was given, and what the names of the file propose."""
        if entity is not self._entity or not self.field.count():
            self._entity = entity
            self._fill_fields()
        self._same = same
        for chip in self.taken:
            chip.deleteLater()
        self.taken = [self._chip(name, text) for name, text in same.items() if name in entity.fields]
        if proposed and proposed[0] in self._names and self._fresh:
            self._fresh = False  # who clears it does not want it
            self.field.setCurrentIndex(self._names.index(proposed[0]) + 1)
            self.value.setText(proposed[1])
        self._enable()

    def _fill_fields(self) -> None:
        assert self._entity is not None  # noqa: S101  # told to the type checker
        entries = [Entry(one.name, one.words, (*one.words, *one.aliases)) for one in self._entity]
        self._names = [str(entry.value) for entry in entries]
        self.field.fill(entries)
        self.field.setItemText(0, tr("Field…"))
        self.value.clear()

    def _chip(self, name: str, text: str) -> QPushButton:
        assert self._entity is not None  # noqa: S101  # told to the type checker
        chip = QPushButton()
        look_as(chip, "filter")
        field = said(self._entity.fields[name].words)
        chip.setText(labelled(field, text))
        chip.setIcon(icons.icon("x"))
        chip.setAccessibleName(tr("“{value}” for all rows").format(value=chip.text()))
        chip.setToolTip(tr("Take away"))
        chip.clicked.connect(lambda: self.given.emit(name, ""))
        self._chips.addWidget(chip)
        return chip

    def _enable(self) -> None:
        self.use.setEnabled(self.field.currentIndex() > 0 and bool(self.value.text().strip()))

    def _use(self) -> None:
        if not self.use.isEnabled():
            return
        name, text = self._names[self.field.currentIndex() - 1], self.value.text().strip()
        self.field.setCurrentIndex(0)
        self.value.clear()
        self.given.emit(name, text)

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        self.words.setText(tr("All rows have"))
        self.field.setAccessibleName(tr("Field that all rows have"))
        self.value.setAccessibleName(tr("Value that all rows have"))
        self.value.setPlaceholderText(tr("for example Vietnam"))
        self.use.setText(tr("Use for all rows"))
        if self._entity is not None:
            self._fill_fields()
            self.show_same(self._entity, self._same, None)
