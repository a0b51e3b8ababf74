"""The names of a sheet that are not ours for sure: each is asked once, with the records that it may be."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from desktop_app.domain.words import Words
from desktop_app.gui.editors.choice import Combo, Entry
from desktop_app.gui.parts import row
from desktop_app.gui.receiving.columns import Padded
from desktop_app.gui.theme import look
from desktop_app.gui.words import said, tr

NEW, OTHER = "new", "other"
CREATED = ("partner", "person", "unit")
NAME, WHAT, CELLS, OURS, WHY = range(5)


class Asked(NamedTuple):
    """A name, what it names, in how many cells it stands, the records that it may be, and why it is asked."""

    key: str
    text: str
    kind: Words
    cells: int
    candidates: tuple[tuple[str, str], ...]  # id, name
    why: Words
    entity: str = ""

    @property
    def may_be_added(self) -> bool:
        """Whether such records are made by offices: a country is not."""
        return self.entity in CREATED


class ValueTable(QTableWidget):
    """One line a name; the answer is chosen in it. `answered` gives the key and the record, `new`, or nothing for later."""

    answered = Signal(str, str)
    other_asked = Signal(object)  # Asked

    def __init__(self) -> None:
        super().__init__(0, 5)
        self._combos: list[Combo] = []
        self.asked: Sequence[Asked] = ()
        self.setItemDelegate(Padded(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes from list to list
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        across = self.horizontalHeader()
        across.setSectionsClickable(False)
        across.setHighlightSections(False)
        for column in (NAME, OURS, WHY):
            across.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for column in (WHAT, CELLS):
            across.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        look.changed.connect(self._restyle)
        self._restyle()

    @property
    def combos(self) -> Sequence[Combo]:
        """The lists of answers, one a name."""
        return self._combos

    def show_asked(self, asked: Sequence[Asked], answers: dict[str, str]) -> None:
        """Show the names, each with the answer that was given."""
        self.asked = asked
        self.setRowCount(0)
        self.setRowCount(len(asked))
        self._combos = []
        for place, one in enumerate(asked):
            like = " · ".join(name for _id, name in one.candidates)
            why = tr("Like {names}").format(names=like) if like else tr("Nothing here resembles it")
            for column, text in enumerate((one.text, said(one.kind), str(one.cells), None, why)):
                if text is not None:
                    item = QTableWidgetItem(text)
                    item.setToolTip(said(one.why) if column == WHY else text)
                    self.setItem(place, column, item)
            self._add_answers(place, one, answers.get(one.key, ""))
        self.setHorizontalHeaderLabels([tr("They wrote"), tr("What"), tr("Cells"), tr("It is"), tr("Why it is asked")])
        for column in range(5):
            if head := self.horizontalHeaderItem(column):
                head.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def _add_answers(self, place: int, one: Asked, answer: str) -> None:
        new = tr("None of ours: add it")
        entries = [Entry(id_, Words(name, name), ()) for id_, name in one.candidates]
        entries.append(Entry(NEW, Words(new, new), ()))
        other = tr("Another of ours…")
        entries.append(Entry(OTHER, Words(other, other), ()))
        combo = Combo()
        combo.fill(entries)
        combo.setItemText(0, tr("Decide in the review"))
        combo.setAccessibleName(tr("What “{name}” is").format(name=one.text))
        combo.setAccessibleDescription(said(one.why))
        values = [str(entry.value) for entry in entries]
        chosen = values.index(answer) + 1 if answer in values else 0
        combo.setCurrentIndex(chosen)

        def choose(number: int) -> None:
            if number > 0 and values[number - 1] == OTHER:
                combo.setCurrentIndex(chosen)
                self.other_asked.emit(one)
            else:
                self.answered.emit(one.key, values[number - 1] if number > 0 else "")

        combo.activated.connect(choose)
        held = QWidget()
        held.setLayout(row(combo, margins=(4, 3, 4, 3)))
        self.setCellWidget(place, OURS, held)
        self._combos.append(combo)

    def _restyle(self) -> None:
        self.verticalHeader().setDefaultSectionSize(look.px(38))
        self.horizontalHeader().setFixedHeight(look.px(32))
