"""What is asked of a whole sheet: which one, its letters, the row of its headings, what its rows are, and from whom."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QPushButton, QSizePolicy, QSpinBox, QWidget

from desktop_app.gui.parts import Elided, Worded, column, label, look_as, row
from desktop_app.gui.quiet_box import QuietBox
from desktop_app.gui.receiving.encoding import EncodingBox
from desktop_app.gui.receiving.sheet import Told, Understood, entities, told_kind
from desktop_app.gui.receiving.tables import list_tables
from desktop_app.gui.receiving.taking_in import Foreign
from desktop_app.gui.theme import look
from desktop_app.gui.words import said, tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.domain.entity import Entity


class Questions(Worded, QFrame):
    """The head of the screen, with what is wrong below it; `answered` carries fields of Told, by name."""

    answered = Signal(dict)
    letters_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._told = Told()
        self._understood: Understood | None = None
        self._entities: Sequence[Entity] = entities()
        self.sheet, self.kind, self.head = QuietBox(), QuietBox(), QSpinBox()
        self.whom, self.letters = QLineEdit(), EncodingBox()
        self.known, self.fold = Elided("", "small"), QPushButton()
        self._low, self._unfolded, self._first = False, False, False
        self._asked: dict[str, QWidget] = {
            "sheet": self.sheet, "letters": self.letters, "head": self.head, "kind": self.kind, "sender": self.whom,
        }  # fmt: skip
        self._named = {name: label("", "heading") for name in self._asked}
        self.problem, self._notice = label("", wrap=True), QFrame()
        self._lay_out()
        self.sheet.activated.connect(lambda _n: self._on_sheet(str(self.sheet.currentData())))
        self.letters.activated.connect(lambda _n: self.letters_chosen.emit(str(self.letters.currentData())))
        self.head.editingFinished.connect(self._on_head)
        self.kind.activated.connect(self._on_kind)
        self.whom.editingFinished.connect(self._on_sender)
        self.retranslate()

    def _lay_out(self) -> None:
        look_as(self.fold, "link")
        self.fold.clicked.connect(self._on_fold)
        self._line, self._grid = QWidget(), QWidget()
        line = row(self.known, self.fold, spacing=12)
        line.setStretch(0, 1)
        self._line.setLayout(line)
        self.head.setRange(0, 1000)
        self.head.setMinimumWidth(look.px(64))  # four digits, so that the words beside find room
        self.head.lineEdit().setTextMargins(look.px(8), 0, 0, 0)
        asked = QGridLayout(self._grid)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.setHorizontalSpacing(16)
        asked.setVerticalSpacing(4)
        # A text file has letters where a workbook has sheets: they share the first place.
        for place, (name, widget) in zip((0, 0, 1, 2, 3), self._asked.items(), strict=True):
            asked.addWidget(self._named[name], 0, place)
            asked.addWidget(widget, 1, place)
            asked.setColumnStretch(place, 0 if name == "head" else 1)
        look_as(self._notice, "notice", hue="amber")
        self._notice.setLayout(row(self.problem, margins=(12, 8, 12, 8)))
        self.setLayout(column(self._line, self._grid, self._notice, spacing=10, margins=(20, 0, 16, 12)))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setFocusProxy(self.kind)
        self._show()

    def fit(self, *, low: bool, first: bool) -> None:
        """Show what is settled in one line where room is short, but for the `first` step, which asks it."""
        self._low, self._first = low, first
        self._show()

    def _show(self) -> None:
        sure = self._understood is not None and self._understood.doubt is None
        folded = self._low and sure and not self._first and not self._unfolded
        self._grid.setVisible(not folded)
        self._line.setVisible(folded)

    def _on_fold(self) -> None:
        self._unfolded = True
        self._show()
        self.kind.setFocus()

    def _say_known(self) -> None:
        said_ = self.sheet if self.letters.isHidden() else self.letters
        rows = tr("headings in row {row}").format(row=self.head.text())
        parts = (self.kind.currentText(), said_.currentText(), rows, self.whom.text().strip())
        self.known.setText("  ·  ".join(part for part in parts if part))

    def begin(self, foreign: Foreign) -> None:
        """Ask of another file."""
        self._told, self._understood, self._unfolded = Told(), None, False
        self.show_letters(foreign)
        self.sheet.clear()
        self.whom.clear()

    def show_letters(self, foreign: Foreign) -> None:
        """Show how the letters of a text file were read, in the place of its only sheet."""
        text = self.letters.show_for(foreign)
        for name, shown in (("letters", text), ("sheet", not text)):
            self._asked[name].setVisible(shown)
            self._named[name].setVisible(shown)

    def show_understood(self, told: Told, understood: Understood) -> None:
        """Show how the sheet was understood, and what is in doubt."""
        self._told, self._understood = told, understood
        self._notice.setVisible(understood.doubt is not None)
        if understood.doubt is not None:
            self.problem.setText(said(understood.doubt))
        list_tables(self.sheet, understood.tables, understood.key, understood.sheet)
        self.head.setValue(understood.header_row)
        self._choose_kind(understood.entity, sure=told_kind(told, understood))
        if told.sender is None:
            self.whom.setText(understood.sender)
        self._say_known()
        self._show()

    def complain(self, text: str) -> None:
        """Say why the sheet can't be read."""
        self._understood = None
        self.problem.setText(text)
        self._notice.show()
        self._show()

    def _choose_kind(self, entity: "Entity", *, sure: bool) -> None:
        """Choose a kind of record; none where a person must say it, lists of reference where only they fit."""
        if entity not in self._entities:
            self._entities = [*self._entities, entity]
            self.kind.addItem(said(entity.words))
        self.kind.setCurrentIndex(self._entities.index(entity) if sure else -1)

    def _on_sheet(self, key: str) -> None:
        self.answered.emit({"sheet": key, "header_row": None, "entity": None, "mapping": {}})

    def _on_head(self) -> None:
        if self._understood is None or self.head.value() != self._understood.header_row:
            self.answered.emit({"header_row": self.head.value()})

    def _on_kind(self, number: int) -> None:
        self.answered.emit({"entity": self._entities[number].name, "mapping": {}})

    def _on_sender(self) -> None:
        known = self._understood.sender if self._understood else ""
        if self.whom.text().strip() != (known if self._told.sender is None else self._told.sender):
            self.answered.emit({"sender": self.whom.text().strip()})

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        named = {
            "sheet": tr("Sheet"), "letters": tr("Text encoding"), "head": tr("Headings in row"), "kind": tr("Its rows are"),
            "sender": tr("From whom (remembered)"),
        }  # fmt: skip
        for name, widget in self._asked.items():
            self._named[name].setText(named[name])
            widget.setAccessibleName(named[name])
        self.letters.say_again()
        self.letters.setToolTip(tr("Choose others if names look wrong below: the file is read again at once."))
        chosen = self.kind.currentIndex()
        self.kind.clear()
        self.kind.addItems([said(entity.words) for entity in self._entities])
        self.kind.setCurrentIndex(chosen)
        self.kind.setPlaceholderText(tr("Choose…"))
        self.head.setSpecialValueText(tr("no headings"))
        self.whom.setPlaceholderText(tr("Embassy, colleague…"))
        self.fold.setText(tr("Change…"))
        self.fold.setAccessibleName(tr("Change how the sheet is read"))
        self._say_known()
