"""What one step did: its words, who and when, and every record and field that it changed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop_app.gui.pages import history_steps as steps_
from desktop_app.gui.parts import Worded, column, icon_button, label, line, look_as, row
from desktop_app.gui.table.model import Heading, Row
from desktop_app.gui.table.short_list import ShortList
from desktop_app.gui.when import clock, moment, short_day
from desktop_app.gui.words import breakable, by, dotted, lang, tr
from desktop_app.gui.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.gui.tasks import Task
    from desktop_app.store.base import Store
    from desktop_app.store.steps import Step


LINES = 6  # of what stood in a field and what stands there now


class StepPane(Worded, QFrame):
    """The pane at the right of the list of steps."""

    close_asked = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        look_as(self, "panel")
        self._workspace = workspace
        self._step: Step | None = None
        self._task: Task | None = None
        self.title, self.about = label("", "record", wrap=True), label("", "small", wrap=True)
        self.list, self.rest = ShortList(), label("", "small", wrap=True)
        self.list.horizontalHeader().hide()
        self.list.set_lines(LINES)
        self.list.opened.connect(self._open)
        self._close = icon_button("x", "")
        self._close.clicked.connect(self.close_asked)
        self._verbs = QWidget()
        self._undo: QWidget = self._verbs
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        head = row(self.title, self._close)
        head.setStretch(0, 1)
        top = column(head, self.about, spacing=4, margins=(10, 14, 10, 12))
        foot = column(self.rest, self._verbs, margins=(10, 10, 10, 12))
        # The list leaves the edge of the pane in sight, which is stronger where the pane lies over the page.
        self.setLayout(column(top, line(), self.list, line(), foot, spacing=0, margins=(2, 0, 0, 0)))

    def offer(self, *verbs: QWidget) -> None:
        """Put the verbs of the step at the foot, the first of which is for steps that can be undone."""
        self._undo = verbs[0]
        self._verbs.setLayout(column(*verbs, spacing=6))

    def show_step(self, step: "Step | None") -> None:
        """Show what a step did; nothing where none is selected."""
        self._step = step
        self._say_step()
        if self._task is not None:
            self._task.cancel()
        if step is None:
            self._fill(([], 0))
            return
        batch, language, taken_back = step.batch, lang(), step.kind == "undo"

        def read(store: "Store") -> tuple[list[Row], int]:
            return steps_.told(store, batch, language, taken_back=taken_back)

        self._task = self._workspace.read(read, self._fill)

    def _say_step(self) -> None:
        step = self._step
        self._verbs.setVisible(step is not None)
        self._undo.setVisible(step is not None and steps_.can_be_undone(step))
        if step is None:
            self.title.setText(tr("Nothing was done yet"))
            self.about.setText("")
            return
        at = moment(step.wall)
        self.title.setText(breakable(steps_.what_words(step)))  # names of files are longer than the pane is wide
        when = tr("{day} at {time}").format(day=short_day(at.date()), time=clock(at))
        who, undone = by(step.author, self._workspace.author), tr("undone since") if step.undone else ""
        self.about.setText(dotted(who, when, steps_.from_words(step), undone))

    def _fill(self, found: tuple[list[Row], int]) -> None:
        rows, total = found
        self.list.fill(rows, [Heading(tr("Change"))], (300,), 0)
        others = total - sum(held.id.endswith("/") for held in rows)
        self.rest.setText(tr("and %n other entry(ies)", "", others) if others > 0 else "")
        self.rest.setVisible(others > 0)

    def _open(self, number: int) -> None:
        entity, id_, _field = self.list.held[number].id.split("/")
        if entity:  # not what a file said beside the records
            self._workspace.go(entity, id_)

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        self._close.setAccessibleName(tr("Close"))
        self._close.setToolTip(tr("Close"))
        self.list.setAccessibleName(tr("What it changed"))
        self.list.setAccessibleDescription(tr("The entries that the step touched; Enter opens one."))
        self._say_step()
