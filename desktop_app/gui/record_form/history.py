"""The history of a record, field by field: when, who, what, before → after, and from which file."""

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_app.domain.entity import Entity
from desktop_app.gui.detail.history import HistoryLine, history_of, moment
from desktop_app.gui.parts import Worded, column, label
from desktop_app.gui.table.cells import Cell
from desktop_app.gui.table.model import Heading, Row, TableModel
from desktop_app.gui.table.view import Table
from desktop_app.gui.words import tr
from desktop_app.gui.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.gui.tasks import Task

WIDTHS = (118, 84, 240, 140, 140, 110)
STRETCH = (2, 3, 4)


class HistoryTab(Worded, QWidget):
    """Every change of a record and of its parts, newest first."""

    def __init__(self, workspace: Workspace, entity: Entity) -> None:
        super().__init__()
        self._workspace, self._entity = workspace, entity
        self._id = ""
        self._reading: Task | None = None
        self.lines: Sequence[HistoryLine] = ()
        self._model = TableModel(self._rows, self)
        self.table = Table(self._model)
        self.table.set_compact(compact=True)
        self._nothing = label("", "muted", wrap=True)
        self._nothing.setMargin(20)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._nothing)
        self.setLayout(column(self._stack))
        self.retranslate()

    def show_of(self, id_: str) -> None:
        """Show what happened to a record."""
        self.stop()
        self._id = id_
        if not id_:
            self._show(())
            return
        entity = self._entity
        self._reading = self._workspace.read(
            lambda store: history_of(store, entity, id_), self._show, words=tr("Reading the history…")
        )

    def stop(self) -> None:
        """Show nothing any more, and wait no longer for what was asked."""
        self._id = ""
        if self._reading is not None:
            self._reading.cancel()

    def _show(self, lines: Sequence[HistoryLine]) -> None:
        self.lines = lines
        words = (tr("When"), tr("Who"), tr("What"), tr("Before"), tr("After"), tr("From", "a file"))
        self._model.show(array("q", range(len(lines))), [Heading(text, False) for text in words])
        self.table.set_widths(WIDTHS, STRETCH)
        self._stack.setCurrentWidget(self.table if lines else self._nothing)

    def _rows(self, numbers: Sequence[int]) -> list[Row]:
        return [self._row(number, self.lines[number]) for number in numbers]

    def _row(self, number: int, line: HistoryLine) -> Row:
        what = tr("{what} (undone)").format(what=line.what) if line.undone else line.what
        texts = (moment(line.wall), line.who, what, line.before, line.after, line.source or tr("here"))
        tones = ("muted", "text", "text", "muted", "text", "muted")
        cells = tuple(Cell(text, tone=tone) for text, tone in zip(texts, tones, strict=True))  # type: ignore[arg-type]
        return Row(str(number), "", cells)

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        self.table.setAccessibleName(tr("History of this entry"))
        self._nothing.setText(tr("Nothing has happened yet: the history begins with the first save."))
        if self._id:
            self.show_of(self._id)
