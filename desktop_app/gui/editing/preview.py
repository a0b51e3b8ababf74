"""A plan as it is shown before it is written: how much it changes, each cell old → new, what was not understood."""

from array import array
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QWidget

from desktop_app.domain.values import Showing
from desktop_app.gui.editing.plan import Line, Plan
from desktop_app.gui.enter import goes_on
from desktop_app.gui.parts import Elided, Worded, column, label, open_as, row
from desktop_app.gui.table.cells import Cell
from desktop_app.gui.table.model import Heading, Row, TableModel
from desktop_app.gui.table.view import Table
from desktop_app.gui.theme import look
from desktop_app.gui.words import figure, lang, said, tr

WIDTHS, STRETCH = (170, 120, 150, 300), (3,)
LINES = 4  # in which it is said what is wrong
_WHOLE = 500  # rows that are as high as their words need: of a paste that fails throughout, one reads the first


class Counts(NamedTuple):
    """How much a plan does."""

    changed: int
    created: int
    wrong: int


def counts_of(plan: Plan) -> Counts:
    """Count the records that change, those that are created, and the cells that were not understood."""
    return Counts(len(plan.updates), len(plan.births), len(plan.problems) - plan.refused)


class PlanTable(Table):
    """The cells of a plan, those that were not understood first."""

    def __init__(self) -> None:
        self.lines: Sequence[Line] = ()
        self._showing = Showing(lang())
        self._model = TableModel(self._rows)
        super().__init__(self._model)
        self._model.setParent(self)
        self.horizontalHeader().setSortIndicatorShown(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.cells.lines = LINES
        self.set_compact(compact=True)

    def fill(self, plan: Plan, showing: Showing, *, only_wrong: bool = False) -> None:
        """Show a plan."""
        self._showing = showing
        right = () if only_wrong else [line for line in plan.lines if line.problem is None]
        self.lines = [*plan.problems, *right]
        words = (said(plan.entity.one).capitalize(), tr("Column"), tr("Now"), tr("After"))
        self._model.show(array("q", range(len(self.lines))), [Heading(text, False) for text in words])
        self.set_widths(WIDTHS, STRETCH)
        self.select_row(0)

    def fit(self) -> None:
        """Fill the width; what is said of a cell that was not understood is read whole."""
        super().fit()
        self._give_heights()

    def restyle(self) -> None:
        """Take heights and colours of the theme."""
        super().restyle()
        self._give_heights()

    def _give_heights(self) -> None:
        width = self.columnWidth(len(WIDTHS) - 1)
        for number, line in enumerate(self.lines[:_WHOLE]):
            usual = line.problem is None
            height = self.cells.row_height() if usual else self.cells.height_of(_wrong(line), width)
            if self.rowHeight(number) != height:
                self.setRowHeight(number, height)

    def _rows(self, numbers: Sequence[int]) -> list[Row]:
        return [self._row(number, self.lines[number]) for number in numbers]

    def _row(self, number: int, line: Line) -> Row:
        show = line.field.type.show
        name, field = Cell(line.name, bold=not line.id), Cell(said(line.field.words), tone="muted")
        if line.problem is not None:
            return Row(str(number), "", (name, field, Cell(self._before(line), tone="muted"), _wrong(line)))
        after = show(line.after, self._showing) or tr("(empty)")
        if line.raw:
            after = f"{after} ← {line.raw}"
        return Row(
            str(number),
            "",
            (name, field, Cell(self._before(line), tone="muted"), Cell(after, tone="warn" if line.raw else "text")),
        )

    def _before(self, line: Line) -> str:
        return line.field.type.show(line.before, self._showing) or ("" if not line.id else "—")


def _wrong(line: Line) -> Cell:
    """Return the cell that says what was not understood, and why."""
    why = said(line.problem) if line.problem else ""
    unsaid = line.raw and line.raw not in why
    return Cell(tr("“{text}”: {why}").format(text=line.raw, why=why) if unsaid else why, tone="error")


class PlanDialog(Worded, QDialog):
    """Shows a plan and asks whether to write it; `agreed` when it is to be written."""

    agreed = Signal()

    def __init__(self, plan: Plan, showing: Showing, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plan, self._showing, self._title = plan, showing, title
        self.setObjectName("plan")
        self.head, self.sum = label("", "record", wrap=True), label("", "muted", wrap=True)
        self.only_wrong = QCheckBox()
        self.only_wrong.setVisible(bool(plan.problems) and bool(plan.changes))
        self.only_wrong.toggled.connect(self._fill)
        self.table = PlanTable()
        self.cell = Elided("", "muted")  # the whole of a line that is too long for its column
        self.table.chosen.connect(self._say_line)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.write = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.write.setEnabled(bool(plan.changes))
        self.table.opened.connect(lambda _row: self.write.click())
        self.buttons.accepted.connect(self._on_accepted)
        self.buttons.rejected.connect(self.reject)
        self.setLayout(
            column(
                self.head, self.sum, self.table, self.cell, row(self.only_wrong, None, self.buttons),
                spacing=10, margins=(20, 16, 20, 16),
            )
        )  # fmt: skip
        goes_on(self.buttons, self.write)
        open_as(self, 940, 540)
        self.retranslate()
        self.table.setFocus()

    def _fill(self) -> None:
        self.table.fill(self.plan, self._showing, only_wrong=self.only_wrong.isChecked())
        self._say_line()

    def _say_line(self) -> None:
        number = self.table.currentIndex().row()
        if 0 <= number < len(self.table.lines):
            self.cell.setText(" · ".join(cell.words for cell in self.table.rows.row(number).cells if cell.words))

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        self.setWindowTitle(self._title)
        self.head.setText(sentence(self.plan))
        counts = counts_of(self.plan)
        wrong = tr("%n cell(s) not understood: not written.", "", counts.wrong) if counts.wrong else ""
        aside = tr("%n cell(s) find no column here and are left out.", "", self.plan.aside) if self.plan.aside else ""
        unwritten = tr("Nothing is written yet. One undo takes it all back.")
        self.sum.setText(" ".join(part for part in (wrong, aside, unwritten) if part))
        self.only_wrong.setText(tr("Show only what was not understood"))
        self.write.setText(
            tr("Write %n change(s)", "", self.plan.changes).replace(
                str(self.plan.changes), figure(self.plan.changes), 1
            )
        )
        self.write.setMinimumWidth(self.write.sizeHint().width() + look.px(16))  # its words are bold
        self.table.setAccessibleName(tr("What will change"))
        self._fill()

    def _on_accepted(self) -> None:
        self.accept()
        self.agreed.emit()


def sentence(plan: Plan) -> str:
    """Say what a plan does: “Change 10 missions, create 2”."""
    counts = counts_of(plan)
    parts = []
    if counts.changed:
        parts.append(tr("%n entry(ies) to change", "", counts.changed))
    if counts.created:
        parts.append(tr("%n to create", "", counts.created))
    if plan.refused:
        parts.append(tr("%n row(s) that can’t be created", "", plan.refused))
    return ", ".join(parts) or tr("Nothing to change")
