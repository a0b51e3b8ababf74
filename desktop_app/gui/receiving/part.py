"""A sheet that is not ours, in steps: where its headings are, what its columns mean, which records its names are."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QPushButton, QStackedWidget, QWidget

from desktop_app.gui.messages import sentence
from desktop_app.gui.parts import Worded, column, label, line, look_as, row
from desktop_app.gui.receiving.all_alike import AllAlike
from desktop_app.gui.receiving.another import ask_another
from desktop_app.gui.receiving.columns import ColumnTable
from desktop_app.gui.receiving.copy_back import ask_and_write
from desktop_app.gui.receiving.encoding import read_again
from desktop_app.gui.receiving.first_rows import LOW, FirstRows
from desktop_app.gui.receiving.for_all import ForAll
from desktop_app.gui.receiving.questions import Questions
from desktop_app.gui.receiving.raw_rows import RawRows
from desktop_app.gui.receiving.sheet import Told, Understood, answered, keep, understand
from desktop_app.gui.receiving.steps import COLUMNS, REVIEW, SHEET, VALUES, StepBar
from desktop_app.gui.receiving.summing_up import summed_up
from desktop_app.gui.receiving.tables import TableHere, table_words
from desktop_app.gui.receiving.taking_in import Foreign
from desktop_app.gui.receiving.values import Asked, ValueTable
from desktop_app.gui.theme import look
from desktop_app.gui.words import lang, tr
from desktop_app.gui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.gui.tasks import Task

SOON_MS = 250


class SheetPart(Worded, QWidget):
    """Shows how a sheet is understood, and lets it be corrected; `kept` brings the review that follows."""

    kept = Signal(str)
    left = Signal()
    moved = Signal()  # to another step

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheet")
        self._workspace = workspace
        self.foreign: Foreign | None = None
        self._told = Told()
        self._understood: Understood | None = None
        self._task: Task | None = None
        self.steps, self.questions, self.stack, self.first_rows = StepBar(), Questions(), QStackedWidget(), FirstRows()
        self.raw, self.columns, self.values = RawRows(), ColumnTable(), ValueTable()
        self.for_all, self.alike = ForAll(), AllAlike()
        self.summary, self.adding = label("", "muted", wrap=True), QCheckBox()
        self.leave, self.back, self.next = QPushButton(), QPushButton(), QPushButton()
        self.answer, self.before = QPushButton(), QPushButton()
        self._step = COLUMNS
        self._taken: set[str] = set()  # the tables of this file that were taken in, by their key
        self._fresh = False  # a file whose first understanding says at which step to begin
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._goes_on = False  # as soon as what was said last is understood
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        columns, values = QWidget(), QWidget()
        columns.setLayout(column(self.columns, line(), self.for_all, spacing=0))
        values.setLayout(column(self.values, line(), self.alike, spacing=0))
        for page in (self.raw, columns, values):
            self.stack.addWidget(page)
        verbs = row(self.leave, self.answer, self.before, None, self.back, self.next)
        told = row(self.summary, self.adding, spacing=16)
        told.setStretch(0, 1)
        for verb in (self.leave, self.answer, self.before):
            look_as(verb, "flat")
        foot = column(told, verbs, spacing=10, margins=(20, 10, 16, 12))
        whole = column(self.questions, line(), self.stack, line(), self.first_rows, line(), foot, spacing=0)
        whole.setStretch(2, 1)
        look_as(self.next, "filled")
        self.setLayout(whole)
        self.setFocusProxy(self.questions)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many of the first rows as leave room for what is above."""
        super().resizeEvent(event)
        self.first_rows.fit(self.height())
        self._fold()

    def _fold(self) -> None:
        self.questions.fit(low=self.height() < look.px(LOW), first=self._step == SHEET)

    def _connect(self) -> None:
        self._soon.timeout.connect(self._understand)
        self.questions.answered.connect(lambda answers: self._say(**answers))
        self.questions.letters_chosen.connect(self._on_letters)
        self.for_all.given.connect(self._on_for_all)
        self.adding.toggled.connect(lambda on: self._say(create=on))
        self.columns.chosen.connect(self._on_column)
        self.columns.gone_through.connect(self.next.setFocus)
        self.raw.chosen.connect(lambda number: self._say(header_row=number))
        self.values.answered.connect(self._on_answered)
        self.alike.answered.connect(self._on_alike)
        self.values.other_asked.connect(lambda one: ask_another(self, self._workspace, one, self._on_another))
        self.back.clicked.connect(lambda: self._go(self._step - 1))
        self.answer.clicked.connect(self._on_copy)
        self.before.clicked.connect(self._show_before)
        self.leave.clicked.connect(self.left)
        self.next.clicked.connect(self._on_next)

    # What is said ------------------------------------------------------------------------------------------------

    def show_sheet(self, foreign: Foreign, table: str | None = None) -> None:
        """Read a sheet, or one table of it by its key, and show how it is understood.

        Whether new partners are added is said once for all the tables of a file.
        """
        create = self._understood.create if self._understood is not None else None
        if foreign is not self.foreign:
            self._taken, create = set(), None
        self.foreign, self._told, self._understood, self._fresh = foreign, Told(sheet=table, create=create), None, True
        self.questions.begin(foreign)
        self.for_all.begin()
        self.columns.begin()
        self._understand()

    def next_table(self) -> TableHere | None:
        """Return a table of the file that has rows and was not taken in yet."""
        tables = self._understood.tables if self._understood is not None else ()
        return next((one for one in tables if one.rows and one.key not in self._taken), None)

    def words_of(self, table: TableHere) -> str:
        """Return what a table of the file is called."""
        return table_words(table, self._understood.tables if self._understood is not None else ())

    def _say(self, **said_: object) -> None:
        self._told = replace(self._told, **said_)  # type: ignore[arg-type]  # fields of Told, each by its name
        self._soon.start()

    def _on_for_all(self, field: str, value: str) -> None:
        same = dict(self._understood.same if self._understood and self._told.same is None else self._told.same or {})
        self._say(same={**same, field: value} if value else {name: one for name, one in same.items() if name != field})

    def _on_letters(self, encoding: str) -> None:
        """Read the file again with other letters; what was said of its columns stays."""
        foreign = self.foreign
        if foreign is None:
            return

        def show(read: Foreign) -> None:
            if self.foreign is foreign:  # no other file was taken up meanwhile
                self.foreign = read
                self.questions.show_letters(read)
                self._understand()

        self.next.setEnabled(False)
        self._workspace.tasks.run(
            lambda task: read_again(foreign, encoding, task),
            show,
            self._complain,
            words=tr("Reading {name}…").format(name=foreign.path.name),
            lane="read",
        )

    def _on_column(self, heading: str, field: str) -> None:
        # A field belongs to one column: the last one chosen.
        others = {known: kept for known, kept in self._told.mapping.items() if kept != field or field == "-"}
        entity = self._understood.entity.name if self._understood else self._told.entity
        self._say(entity=entity, mapping={**others, heading: field})

    # What is understood ------------------------------------------------------------------------------------------

    def _understand(self) -> None:
        self._soon.stop()
        foreign, told, language = self.foreign, self._told, lang()
        if foreign is None or not self._workspace.is_open:
            return
        if self._task is not None:
            self._task.cancel()
        store = self._workspace.store
        self.next.setEnabled(False)
        self._task = self._workspace.tasks.run(
            lambda _task: understand(store, foreign, told, language),
            self._show,
            self._complain,
            words=tr("Reading {name}…").format(name=foreign.path.name),
            lane="read",
        )
        self.steps.show_step(self._step, self.reachable())

    def _show(self, understood: Understood) -> None:
        self._task, self._understood = None, understood
        self.questions.show_understood(self._told, understood)
        self.raw.show_rows(understood.letters, understood.raw, understood.header_row)
        self.columns.show_columns(understood.entity, understood.columns)
        self.for_all.show_same(understood.entity, understood.same, understood.proposed)
        if self._step != VALUES:  # the answer just given stays where it is
            self._show_asked(understood.asked)
        self.first_rows.fill(understood.preview, understood.headings)
        self.summary.setText(summed_up(understood.plan))
        self._show_adding(understood.create)
        if self._fresh:
            self._fresh = False
            self._step = SHEET if understood.doubt is not None else COLUMNS
            self._go(self._step)
            if understood.doubt is not None:
                self.questions.setFocus()
            elif not self.columns.go_to_doubtful():
                self.next.setFocus()
        else:
            self._go(COLUMNS if self._step == SHEET and understood.doubt and self._told.entity else self._step)
        if self._goes_on:
            self._goes_on = False
            self._on_next()

    def _show_adding(self, on: bool) -> None:
        """Show whether new partners and people are added, where nobody has said anything else meanwhile."""
        if self._told.create is None:
            with QSignalBlocker(self.adding):
                self.adding.setChecked(on)

    def _show_asked(self, asked: "Sequence[Asked]") -> None:
        self.values.show_asked(asked, dict(self._told.answers))
        self.alike.show_asked(asked, self._told.answers)

    def _go(self, step: int) -> None:
        """Show a step; after the values, or where nothing is asked, the review follows."""
        understood = self._understood
        sure = understood is not None and understood.doubt is None
        asked = understood.asked if understood is not None else []
        if step == VALUES and step != self._step:
            self._show_asked(asked)
        self._step = step
        self.stack.setCurrentIndex(step)
        self._fold()
        last = step == VALUES or (step == COLUMNS and not asked)
        self.next.setText(tr("Next: review") if last else tr("Next"))
        self.next.setEnabled(sure)
        self.back.setEnabled(step > SHEET)
        self.answer.setEnabled(sure)
        self.steps.show_step(step, self.reachable())
        self.moved.emit()

    @property
    def step(self) -> int:
        """The step that is shown."""
        return self._step

    def reachable(self) -> tuple[int, ...]:
        """Return the steps to which the way is open: no names without a question, no review while the sheet is being read."""
        understood = self._understood
        if understood is None or understood.doubt is not None:
            return SHEET, COLUMNS
        values = (VALUES,) if understood.asked else ()
        return (SHEET, COLUMNS, *values, *((REVIEW,) if self._task is None else ()))

    def go_to(self, step: int) -> None:
        """Show a step, or go on to the review."""
        if step == REVIEW:
            if not self._hears_first():
                self._finish()
        else:
            asked = self._understood is not None and bool(self._understood.asked)
            self._go(step if step != VALUES or asked else COLUMNS)

    def take_up(self, step: int) -> None:
        """Show a sheet again whose review was left or taken back, with what was said of it."""
        if self._understood is not None:
            self._taken.discard(self._understood.key)
        self._understand()
        self.go_to(step)

    def _on_answered(self, key: str, answer: str) -> None:
        self._told = answered(self._told, key, answer)
        self.alike.show_asked(self.values.asked, self._told.answers)
        self._soon.start()

    def _on_alike(self, answers: dict[str, str]) -> None:
        """Take the same answer for many names."""
        self._told = replace(self._told, answers={**self._told.answers, **answers})
        self._show_asked(self.values.asked)
        self._soon.start()

    def _on_another(self, one: Asked, id_: str) -> None:
        """Show a record that was looked for among those that a name may be, chosen."""
        asked = [one if other.key == one.key else other for other in self.values.asked]
        self._on_answered(one.key, id_)
        self._show_asked(asked)
        self.values.combos[asked.index(one)].setFocus()

    def _on_copy(self) -> None:
        if self.foreign is not None and self._understood is not None:
            ask_and_write(self, self._workspace, self.foreign, self._understood, self.summary.setText)

    def _show_before(self) -> None:
        from desktop_app.gui.receiving.remembered import RememberedDialog

        dialog = RememberedDialog(self._workspace, self.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(lambda _result: self._understand())
        dialog.open()

    def _complain(self, error: Exception) -> None:
        self._task, self._understood, self._goes_on = None, None, False
        self.questions.complain(sentence(error))
        self.summary.setText("")
        self.columns.show_nothing()
        self.first_rows.fill([], [])

    def _on_next(self) -> None:
        understood = self._understood
        if understood is None or self._hears_first():
            return
        if self._step == SHEET or (self._step == COLUMNS and understood.asked):
            self._go(self._step + 1)
            if self._step == COLUMNS:
                self.columns.go_to_doubtful()
        else:
            self._finish()

    def go_on(self) -> None:
        """Go on to the next step; what is being understood is waited for."""
        if self._is_hearing() or self.next.isEnabled():
            self._on_next()

    def _hears_first(self) -> bool:
        """Whether what was said last is to be understood first; then the way goes on."""
        self._goes_on = self._is_hearing()
        if self._soon.isActive():
            self._understand()
        return self._goes_on

    def _is_hearing(self) -> bool:
        return self._soon.isActive() or self._task is not None

    def _finish(self) -> None:
        """Put the sheet on the shelf: the review follows."""
        understood, told = self._understood, self._told
        if understood is None or understood.doubt is not None or not self.next.isEnabled():
            return  # or it is being read, or was put there a moment ago
        store = self._workspace.store
        self._taken.add(understood.key)
        self.next.setEnabled(False)
        self._workspace.tasks.run(lambda _task: keep(store, understood, told), self.kept.emit)

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        self.adding.setText(tr("Also create the partners and people that are not in the base"))
        self.adding.setToolTip(tr("Partners, people and units that it names and that are not here yet are added."))
        self.columns.setAccessibleName(tr("Their columns"))
        self.columns.setAccessibleDescription(tr("For each of their columns, the field that takes it."))
        self.raw.setAccessibleName(tr("The sheet as it stands"))
        self.raw.setAccessibleDescription(tr("Enter takes the selected row as the headings."))
        self.values.setAccessibleName(tr("Names to make clear"))
        self.values.setAccessibleDescription(tr("For each name, the entry that it is."))
        self.leave.setText(tr("Leave this file aside"))
        self.answer.setText(tr("Copy for the sender…"))
        self.before.setText(tr("Answers given before…"))
        self.back.setText(tr("Back"))
        self.back.setToolTip(_with_key(tr("Previous step"), "Alt+Left"))
        self.next.setToolTip(_with_key(tr("Next step"), "Ctrl+Return"))
        self._understand()


def _with_key(words: str, keys: str) -> str:
    """Return words with the keys that do the same."""
    return f"{words} ({QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)})"
