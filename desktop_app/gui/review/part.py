"""A file under review: the tiles, the records, and the fields of the one that is selected."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QSplitter, QWidget

from desktop_app.domain import ENTITIES
from desktop_app.gui.dialogs.other_value import OtherValueDialog, Wanted
from desktop_app.gui.parts import Worded, column, label, line, look_as, row
from desktop_app.gui.review.lines import Line, lines, note_lines
from desktop_app.gui.review.record import RecordPart
from desktop_app.gui.review.records_list import RecordsList
from desktop_app.gui.review.tiles import SAME, Tiles
from desktop_app.gui.review.words import NOTES, Records, notes_rows, place_of, rows, subject_row
from desktop_app.gui.table.cells import Cell
from desktop_app.gui.table.model import Heading
from desktop_app.gui.theme import look
from desktop_app.gui.words import lang, tr
from desktop_app.gui.workspace import Workspace
from desktop_app.sync.review import ACCEPT, LATER, REFUSE, Review, Subject, category_of

LOW = 440  # pixels of height under which the tiles leave their second line to the fields
DECISION = {"theirs": ACCEPT, "ours": REFUSE, "later": LATER}


class ReviewPart(Worded, QWidget):
    """Shows a review and takes decisions; it writes nothing. `decided` comes after each of them."""

    decided = Signal()
    left = Signal()  # the person says that the file is not right
    answered = Signal()  # whose row one is was said, or what a column holds: the file must be read again

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.review: Review | None = None
        self._records: Records | None = None
        self._subjects: list[Subject] = []
        self._of_item: dict[int, Subject] = {}
        self._sent_words = ""
        self._shown = ""  # the record whose fields are shown
        self.tiles, self.record = Tiles(), RecordPart()
        self.list = RecordsList(self.record.table)
        self.list.horizontalHeader().hide()
        self.go_on, self.leave = QPushButton(), QPushButton()
        self.stop_words = label("", wrap=True)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.stopped = QFrame()
        look_as(self.stopped, "notice", hue="amber")
        words = row(self.stop_words, self.leave, self.go_on, margins=(12, 8, 12, 8))
        words.setStretch(0, 1)
        self.stopped.setLayout(words)
        top = QFrame()
        top.setLayout(column(self.tiles, self.stopped, spacing=10, margins=(20, 0, 16, 12)))
        self._parts = parts = QSplitter()
        parts.addWidget(self.list)
        parts.addWidget(self.record)
        self.list.setMinimumWidth(look.px(200))
        parts.setHandleWidth(1)
        parts.setChildrenCollapsible(False)
        parts.setStretchFactor(1, 1)
        self._share()
        look.changed.connect(self._share)
        whole = column(top, line(), parts, spacing=0)
        whole.setStretch(2, 1)
        self.setLayout(whole)
        self.setFocusProxy(self.record.table)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the fields their room where the part is low."""
        super().resizeEvent(event)
        self.tiles.set_low(low=self.height() < look.px(LOW))

    def _share(self) -> None:
        """Give both parts the width of the design; the list grows half as fast as its words, for the fields need the room."""
        self._parts.setSizes([round(330 * (1 + look.scale) / 2), look.px(860)])

    def _connect(self) -> None:
        table = self.record.table
        self.tiles.chosen.connect(self._on_tile)
        self.list.chosen.connect(self._show_record)
        self.list.has_keys.connect(self.record.say_keys)
        self.list.opened.connect(lambda _row: table.setFocus())
        self.list.peeked.connect(lambda _row: table.setFocus())
        table.decided.connect(lambda number, side: self.decide([number], side))
        table.answered.connect(self._go_to_open)
        table.went_on.connect(self.go_to_next)
        table.other_asked.connect(self.ask_other)
        table.category_asked.connect(lambda number: self._decide_category(number, "theirs"))
        table.field_asked.connect(self._decide_field)
        table.later_asked.connect(lambda: self._decide_record("later"))
        table.stepped_back.connect(self.step_back)
        self.record.all_asked.connect(self._decide_record)
        self.record.category_asked.connect(self._decide_category_shown)
        self.record.entry_asked.connect(self._open_entry)
        self.record.answered.connect(self._answer)
        self.go_on.clicked.connect(self._on_go_on)
        self.leave.clicked.connect(self.left)

    # Showing ------------------------------------------------------------------------------------------------------

    def show_review(self, review: Review, records: Records, sent_words: str) -> None:
        """Show a file; `sent_words` heads the column of what was sent, empty where nothing was."""
        fresh = self.review is None or self.review.key != review.key
        self.review, self._records, self._sent_words = review, records, sent_words
        self.record.asked = records.asked
        if fresh:
            self.tiles.choose("")
        self._fill()
        self._show_record()

    def _fill(self) -> None:
        """Fill the tiles and the list."""
        if self.review is None or self._records is None:
            return
        plan = self.review.plan
        same = sum(plan.rows.get(kind, 0) for kind in ("identical", "same", "ours"))
        counts = self.review.counts()
        self.tiles.show_counts({**counts, SAME: same}, foreign=plan.kind == "foreign")
        if not counts.get(self.tiles.category, 1):
            self.tiles.choose("")
        self._subjects = [subject for subject in self.review.subjects() if self._is_shown(subject)]
        self._of_item = {number: subject for subject in self._subjects for number in subject.items}
        found = rows(self.review, self._records, self._subjects)
        if not self.tiles.category:
            found += notes_rows(self.review)
        self.list.fill(
            found,
            [Heading(""), Heading(tr("Entry")), Heading("")],
            (64 if any(one.id and one.cells[0].text for one in found) else 44, 170, 40),
            1,
        )
        self.stopped.setVisible(plan.stopped is not None)
        self._say_stopped()

    def _on_tile(self, _category: str) -> None:
        self._shown = ""
        self._fill()
        self._show_record()

    def _is_shown(self, subject: Subject) -> bool:
        review, wanted = self.review, self.tiles.category
        return not wanted or any(category_of(review.items[n]) == wanted for n in subject.items if review)

    def subject(self) -> Subject | None:
        """Return the selected record."""
        chosen = self.list.current()
        return next((subject for subject in self._subjects if subject.key == chosen), None)

    def lines(self) -> Sequence[Line]:
        """Return the fields shown."""
        return self.record.table.fields.lines

    def _show_record(self) -> None:
        subject, review, records = self.subject(), self.review, self._records
        if review is not None and self.list.current() == NOTES:
            notes = note_lines(review, records.called if records else str)
            self.record.show_record(tr("About this file"), Cell(), review.plan.file_name, notes, "")
            return
        if subject is None or review is None or records is None:
            self.record.show_record(tr("Nothing to decide"), Cell(), "", (), self._sent_words)
            return
        item = records.head(review, subject)
        self.record.show_record(
            records.title(item),
            records.chip(item),
            self._place(subject),
            lines(review, records.showing, subject),
            self._sent_words,
            here=records.is_here(item),
        )
        self.record.table.can_step_back = review.can_step_back
        if subject.key != self._shown:
            self._shown = subject.key
            self._select_line(review)

    def _open_entry(self) -> None:
        """Open the record in its form: some things that a file says are done by hand."""
        if (subject := self.subject()) and self.review and self._records:
            item = self._records.head(self.review, subject)
            self._workspace.go(item.entity, item.id, open_=True)

    def _select_line(self, review: Review) -> None:
        """Begin with the first line of the category that is chosen, else with the first that is open."""
        wanted = self.tiles.category
        places = [
            place
            for place, shown in enumerate(self.lines())
            if (category_of(review.items[shown.number]) == wanted if wanted else shown.state == "open")
        ]
        if self.lines():
            self.record.table.select(places[0] if places else 0)

    def _place(self, subject: Subject) -> str:
        item = self.review.items[subject.items[0]] if self.review else None
        same = [one for one in self._subjects if one.category == subject.category]
        count = tr("{number} of {all}").format(number=same.index(subject) + 1, all=len(same))
        where = place_of(item) if item else ""
        return f"{count} · {where}" if where else count

    # Deciding -----------------------------------------------------------------------------------------------------

    def decide(self, numbers: Iterable[int], side: str) -> None:
        """Decide some items alike: ours or theirs."""
        if self.review is not None and self.review.plan.stopped is None:
            wanted = list(numbers)
            without = [n for n in wanted if side == "theirs" and self._needs_value(n)]
            if changed := self.review.decide(wanted, DECISION[side]):
                self._after(changed)
                if side == "later":
                    self._go_past(wanted[0])
            elif without and len(wanted) == 1:
                self.ask_other(self.record.table.currentIndex().row())

    def _go_to_open(self, place: int, was_open: bool) -> None:
        """Go on to what is still to be decided, once a key has decided a line: one key for each."""
        if self.review is None or not was_open or self.lines()[place].state == "open":
            return
        opened = [number for number, shown in enumerate(self.lines()) if shown.state == "open"]
        if opened:
            self.record.table.select(next((number for number in opened if number > place), opened[0]))
            return
        keys = [subject.key for subject in self._subjects if self.review.open_in(subject.items)]
        if keys and (here := self.subject()):
            order = [subject.key for subject in self._subjects]
            self.list.select(next((key for key in keys if order.index(key) > order.index(here.key)), keys[0]))

    def _go_past(self, number: int) -> None:
        """Show the records put aside at their place, and go on with the next one."""
        here = self._of_item.get(number)
        keys = [row.id for row in self.list.held if row.id and row.id != NOTES]
        after = keys[keys.index(here.key) + 1 :] if here and here.key in keys else []
        self._fill()
        self.list.select(after[0] if after else here.key if here else "")
        self.record.table.setFocus()

    def _needs_value(self, number: int) -> bool:
        item = self.review.items[number] if self.review else None
        return item is not None and item.kind == "unreadable" and item.theirs is None

    def _after(self, changed: Sequence[int]) -> None:
        """Say anew what a decision has changed, without moving the selection."""
        if self.review is not None and self._records is not None:
            touched = [self._of_item[number] for number in changed if number in self._of_item]
            self.list.renew({one.key: subject_row(self.review, self._records, one) for one in dict.fromkeys(touched)})
        self._show_record()
        self.decided.emit()

    def _decide_record(self, side: str) -> None:
        if subject := self.subject():
            self.decide(subject.items, side)

    def _decide_category(self, number: int, side: str) -> None:
        if self.review is not None:
            self.decide(self.review.of_category(category_of(self.review.items[number])), side)

    def _decide_category_shown(self, side: str) -> None:
        if shown := self.record.table.line():
            self._decide_category(shown.number, side)

    def _decide_field(self, number: int) -> None:
        if self.review is not None:
            self.decide(self.review.of_field(number), "theirs")

    def step_back(self) -> None:
        """Take the last decision back, and show its record."""
        if self.review is None:
            return
        touched = self.review.step_back()
        if touched:
            if subject := self._of_item.get(touched[0]):
                self.list.select(subject.key)
            self._after(touched)

    def _answer(self, place: str, answer: str) -> None:
        if self.review is not None:
            is_row = any(char.isdigit() for char in place.rpartition("!")[2])
            (self.review.rows if is_row else self.review.columns)[place] = answer
            self.answered.emit()

    def go_to_next(self, step: int) -> None:
        """Go to the next record that asks for something, else to the next one."""
        held = [row.id for row in self.list.held if row.id and row.id != NOTES]
        if not held or self.review is None:
            return
        here = held.index(self.list.current()) if self.list.current() in held else 0
        order = [held[(here + step * n) % len(held)] for n in range(1, len(held) + 1)]
        by_key = {subject.key: subject for subject in self._subjects}
        waiting = [key for key in order if self.review.open_in(by_key[key].items)]
        self.list.select((waiting or order)[0] if step > 0 else order[0])
        self.record.table.setFocus()

    def go_to_first(self) -> None:
        """Begin with the first record that asks for something."""
        review = self.review
        waiting = (one for one in self._subjects if review and review.open_in(one.items))
        if first := next(waiting, None):
            self.list.select(first.key)
        self.record.table.setFocus()

    def ask_other(self, place: int) -> None:
        """Ask for another value for a line."""
        review, records = self.review, self._records
        if review is None or records is None or review.plan.stopped or not 0 <= place < len(self.lines()):
            return
        shown = self.lines()[place]
        item = review.items[shown.number]
        if shown.name is None or shown.state == "plain":
            return
        value = item.theirs.get(shown.name) if isinstance(item.theirs, dict) else item.theirs
        equal = review.equal_cells(shown.number)
        field = ENTITIES[item.entity].fields[shown.name]
        wanted = Wanted(records.title(item), field, value, shown.sentence, len(equal), item.text if item.field else "")
        dialog = OtherValueDialog(self._workspace, wanted, self)

        def take() -> None:
            numbers = [shown.number, *(equal if dialog.all_equal.isChecked() else ())]
            if changed := review.type_value(numbers, dialog.value(), shown.name):
                records.learn(item.entity, shown.name or "", dialog.value())
                self._after(changed)

        dialog.accepted.connect(take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # The file as a whole ------------------------------------------------------------------------------------------

    def _on_go_on(self) -> None:
        if self.review is not None:
            self.review.go_on()
            self._fill()
            self._show_record()
            self.decided.emit()

    def _say_stopped(self) -> None:
        why = self.review.plan.stopped if self.review else None
        words = {
            "sorted": tr("Rows of this file seem to have been sorted without their reference: each entry would take the values of another. Look at a few of them before you go on."),  # noqa: E501
            "mass_change": tr("A whole column of this file was changed by one rule. Look at it before you go on."),
        }  # fmt: skip
        self.stop_words.setText(words.get(why or "", ""))

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        self.go_on.setText(tr("The file is right: go on"))
        self.leave.setText(tr("Leave this file aside"))
        self.list.setAccessibleName(tr("Entries to review"))
        self.list.setAccessibleDescription(tr("The selected entry shows at the right; Enter goes to its fields."))
        if not self._workspace.is_open:
            return
        if self._records is not None:
            self._records.showing = self._workspace.store.names.showing(lang())
        self._fill()
        self._show_record()
