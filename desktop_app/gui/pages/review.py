"""To review: a file that came in, its differences decided one by one or many at once, then written as one step."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QPushButton, QStackedWidget, QWidget

from desktop_app.domain.plan import ACCEPT
from desktop_app.gui import messages
from desktop_app.gui.actions import action, button_for
from desktop_app.gui.lists.empty_state import EmptyState
from desktop_app.gui.page import Page, PageHead
from desktop_app.gui.parts import ElidedParts, column, row
from desktop_app.gui.picture import Picture
from desktop_app.gui.quiet_box import QuietBox
from desktop_app.gui.receiving import taking_in
from desktop_app.gui.receiving.part import SheetPart
from desktop_app.gui.receiving.steps import COLUMNS, REVIEW
from desktop_app.gui.review.desk import Desk, Opened, Written
from desktop_app.gui.review.disputes import DisputesPart
from desktop_app.gui.review.done import DonePart
from desktop_app.gui.review.part import ReviewPart
from desktop_app.gui.review.ways import WaysBack
from desktop_app.gui.theme import look
from desktop_app.gui.when import moment, short_day
from desktop_app.gui.words import mark, tr
from desktop_app.gui.workspace import Go, Workspace

if TYPE_CHECKING:
    from desktop_app.sync.review import Review
    from desktop_app.sync.shelf import Waiting

_FILE = 240  # pixels that the name of a file keeps beside what is known of it


class ReviewPage(WaysBack, Page):
    """The files that wait for a review, one at a time."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("page_review")
        self._wanted = ""
        self.desk = Desk(workspace, self)
        self.head, self.about, self.files = PageHead(), ElidedParts("", "small"), QuietBox()
        self.stack = QStackedWidget(self)
        self.part, self.done = ReviewPart(workspace, self.stack), DonePart(workspace, self.stack)
        self.sheet = SheetPart(workspace, self.stack)
        self.disputes, self._disputed = DisputesPart(workspace, self.stack), 0
        self._receive, self._paste = QPushButton(), QPushButton()
        self.nothing = EmptyState("git-compare", self._receive, self._paste)
        self._lay_out()
        self.finish()
        self._verbs = [
            button_for(self.actions_["discard"], "flat"), button_for(self.actions_["save_for_later"]),
            button_for(self.actions_["apply"], "filled"),
        ]  # fmt: skip
        self._to_disputes = button_for(self.actions_["show_disputes"], "flat")
        self.head.offer(self._to_disputes, *self._verbs)
        self._back = button_for(self.actions_["go_back"], "flat")
        self._about_row.insertWidget(0, self._back)
        self._connect()
        self._show_part()

    def _lay_out(self) -> None:
        self.files.setSizeAdjustPolicy(QuietBox.SizeAdjustPolicy.AdjustToContents)
        about = self._about_row = row(Picture("file-spreadsheet", "ok"), self.files, self.about, self.sheet.steps)
        about.setStretch(2, 1)
        self._about = QFrame()
        self._about.setLayout(about)
        top = QFrame()
        top.setLayout(column(self.head, self._about, spacing=4, margins=(20, 13, 16, 12)))
        for part in (self.nothing, self.part, self.done, self.sheet, self.disputes):
            self.stack.addWidget(part)
        self.setLayout(column(top, self.stack, spacing=0))
        self.setFocusProxy(self.part)

    def _connect(self) -> None:
        self._receive.clicked.connect(self.take_back)
        self._paste.clicked.connect(self.paste_table)
        self.files.activated.connect(lambda number: self.desk.take(self.desk.waiting[number].key))
        self.desk.listed.connect(self._on_listed)
        self.desk.brought.connect(self.done.look_for_twins)
        self.desk.opened.connect(self._on_file)
        self.desk.written.connect(self._on_written)
        self.part.decided.connect(self._on_decided)
        self.part.left.connect(self.discard)
        self.part.answered.connect(lambda: self.desk.read_again(lambda error: messages.show_error(self, error)))
        self.done.closed.connect(self.show_next)
        self.sheet.left.connect(self.show_next)
        self.sheet.steps.asked.connect(self.go_to_step)
        self.sheet.moved.connect(self._say_ways)
        self.sheet.kept.connect(self._on_sheet_kept)
        self.done.undo_asked.connect(self._undo_step)
        self.done.next_asked.connect(self._take_next)
        self.disputes.counted.connect(self._on_disputed)
        self.workspace.closing.connect(self._forget)

    # What the frame asks of a page -------------------------------------------------------------------------------

    def load(self) -> None:
        """Look which files wait, and what is disputed."""
        self.desk.look()
        self.disputes.load()
        if self.stack.currentWidget() is self.done:
            self.done.look_whether_undone(self._on_undone)

    def _on_disputed(self, count: int) -> None:
        self._disputed = count
        self._show_part()

    def visit(self, go: Go) -> None:
        """Show the file that is asked for: one of the shelf, or a sheet that is not ours."""
        foreign = next((one for one in go.filters if isinstance(one, taking_in.Foreign)), None)
        if foreign is not None:
            self.sheet.show_sheet(foreign)
            self.show_sheet()
        elif go.id:
            self._wanted = go.id
            self.stack.setCurrentWidget(self.nothing)
            self.load()

    def status(self) -> str:
        """Say how many decisions are made."""
        if self.stack.currentWidget() is self.disputes:
            return tr("%n disagreement(s) to decide", "", self._disputed)
        review = self.desk.review
        if review is None or not self.is_reviewing():
            return tr("%n file(s) to review", "", len(self.desk.waiting))
        return tr("{made} of %n decision(s) made", "", review.asked).format(made=review.made)

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        super().retranslate()
        self._receive.setText(tr("Take back a workbook…"))
        self._paste.setText(tr("Paste a table"))
        self.nothing.say(tr("Nothing to review. Drop a workbook that came back anywhere on this window, or choose it."))
        if self.workspace.is_open:
            self.disputes.load()
        self.files.setAccessibleName(tr("File to review"))
        self.files.setAccessibleDescription(tr("Choose which of the files that came in is shown."))
        if opened := self.desk.open:
            self.part.show_review(opened.review, opened.records, _sent_words(opened))
        self._say_file()
        self.say()

    # Showing -----------------------------------------------------------------------------------------------------

    def is_reviewing(self) -> bool:
        """Whether the differences of a file are shown."""
        return self.desk.open is not None and self.stack.currentWidget() is self.part

    def is_reading(self) -> bool:
        """Whether a sheet is shown whose columns are being understood."""
        return self.stack.currentWidget() is self.sheet

    def _is_busy(self) -> bool:
        """Whether something else is shown that no file of the shelf may push aside."""
        return self.stack.currentWidget() in (self.done, self.sheet)

    def _on_listed(self) -> None:
        keys = [one.key for one in self.desk.waiting]
        present = self.desk.review.key if self.desk.review else ""
        wanted, self._wanted = self._wanted or present, ""
        if wanted not in keys:
            wanted = keys[0] if keys and not self._is_busy() else ""
        if self.paused and not keys and not self._is_busy():
            self.show_sheet()
        if wanted and wanted != present:
            self.desk.take(wanted)
        self._show_part()

    def _on_file(self) -> None:
        if self.stack.currentWidget() is self.sheet:
            self.desk.put_down()  # it was asked for before the sheet came in
        elif opened := self.desk.open:
            self.part.show_review(opened.review, opened.records, _sent_words(opened))
            self.stack.setCurrentWidget(self.part)
            self.part.go_to_first()
        self._show_part()

    def _show_part(self) -> None:
        """Show what there is: a file, what the last one has changed, or what to do next."""
        if self.desk.open is None and not self._is_busy():
            self.stack.setCurrentWidget(self.disputes if self._disputed else self.nothing)
        elif self.stack.currentWidget() is self.disputes and not self._disputed and self.desk.open:
            self.stack.setCurrentWidget(self.part)
        self._say_file()
        self.actions_.refresh()
        self.say()

    def _say_file(self) -> None:
        opened, shown = self.desk.open, self.is_reviewing()
        foreign = opened is not None and opened.review.plan.kind == "foreign"
        title = tr("Review a sheet") if foreign else tr("Review a returned workbook")
        reading = self.stack.currentWidget() is self.sheet
        self.head.title.setText(
            title if shown else tr("Read a sheet that we did not make") if reading else tr("To review")
        )
        if self.stack.currentWidget() is self.disputes:
            self.head.title.setText(tr("Disagreements between installations"))
        self._say_disputes()
        self._say_ways()
        self._about.setVisible(shown or reading)
        of_sheet = shown and self.is_of_sheet()
        self.sheet.steps.setVisible(reading or of_sheet)
        if of_sheet:
            self.sheet.steps.show_step(REVIEW, self.sheet.reachable())
        if reading and self.sheet.foreign is not None:
            self.files.hide()
            self.about.setText(str(self.sheet.foreign.path.name))
        for verb in getattr(self, "_verbs", ()):
            verb.setVisible(shown)
        if opened is None or not shown:
            return
        waiting = self.desk.waiting
        self.files.clear()
        self.files.addItems([_file_words(one) for one in waiting])
        self.files.setVisible(len(waiting) > 1)
        self.files.setMinimumWidth(min(self.files.sizeHint().width(), look.px(_FILE)))
        self.files.setCurrentIndex(next((n for n, one in enumerate(waiting) if one.key == opened.review.key), -1))
        self.about.setText(_about_words(opened, with_name=len(waiting) < 2))
        self._say_apply(opened)

    def _say_ways(self) -> None:
        if hasattr(self, "_back"):
            self.actions_.refresh()
            self.actions_["go_back"].setText(self.way_back())
            self._back.setVisible(self.can_go_back())

    def _say_disputes(self) -> None:
        if hasattr(self, "_to_disputes"):
            back = self.stack.currentWidget() is self.disputes
            self.actions_["show_disputes"].setText(
                tr("Back to the file") if back else tr("%n disagreement(s)", "", self._disputed)
            )
            self._to_disputes.setVisible(bool(self._disputed) and self.desk.open is not None)

    def _say_apply(self, opened: Opened) -> None:
        changes, made = opened.review.plan.changes, self.actions_["apply"]
        nothing = not changes and not self._is_undecided(opened.review)
        words = tr("Close without changes") if nothing else tr("Apply %n change(s)", "", changes)
        removed = sum(item.kind == "removed" and item.decision == ACCEPT for item in opened.review.items)
        removals = tr("%n removal(s)", "", removed)
        made.setText(f"{words} ({removals})" if removed else words)

    def _on_decided(self) -> None:
        if opened := self.desk.open:
            self._say_apply(opened)
            self.desk.keep_soon()
        self.actions_.refresh()
        self.say()

    # Commands ----------------------------------------------------------------------------------------------------

    def can_apply(self) -> bool:
        """Whether there is a file to write, and nothing stops it; or columns to agree with."""
        if self.stack.currentWidget() is self.sheet:
            return True
        review = self.desk.review
        if review is None or review.plan.stopped is not None:
            return False
        return bool(review.plan.changes) or not self._is_undecided(review)

    @staticmethod
    def _is_undecided(review: "Review") -> bool:
        """Whether a question waits for its answer."""
        return review.open_in(range(len(review.items))) > 0

    def has_file(self) -> bool:
        """Whether a file is open."""
        return self.desk.open is not None

    @action(mark("Apply"), icon="check", keys=("Ctrl+Return", "Ctrl+Enter"), menu="file", when="can_apply")
    def apply(self) -> None:
        """Write what is accepted, as one step; what is still open stays on the list."""
        if self.stack.currentWidget() is self.sheet:
            self.sheet.go_on()
        elif self.can_apply() and self.is_reviewing():
            self.desk.write()

    @action(mark("Save for later"), menu="file", when="has_file")
    def save_for_later(self) -> None:
        """Leave the file as it is decided so far, and go to the workbooks out."""
        self.desk.keep_now()
        self.workspace.go("workbooks_out")

    @action(mark("Discard…"), menu="file", when="has_file")
    def discard(self) -> None:
        """Take the file off the list without writing anything."""
        if (review := self.desk.review) is None:
            return
        detail = tr("Nothing of it is written, and what you decided is forgotten. The file itself stays where it is.")
        question = tr("Discard “{name}”?").format(name=review.plan.file_name)
        if messages.ask(self, question, detail, tr("Discard")):
            self.desk.discard()

    def has_disputes(self) -> bool:
        """Whether something is disputed."""
        return self._disputed > 0

    @action(mark("Disagreements"), icon="git-compare", when="has_disputes")
    def show_disputes(self) -> None:
        """Show what two installations said differently, or the file again."""
        back = self.stack.currentWidget() is self.disputes and self.desk.open is not None
        self.stack.setCurrentWidget(self.part if back else self.disputes)
        self._show_part()

    @action(mark("Take back a workbook…"), icon="inbox")
    def take_back(self) -> None:
        """Choose a file that came back, or a sheet that somebody else made."""
        taking_in.choose(self.window(), self.workspace)

    @action(mark("Paste a table"))
    def paste_table(self) -> None:
        """Take in the rows that were copied in Excel, Word or an e-mail."""
        taking_in.paste(self.window(), self.workspace)

    # Afterwards --------------------------------------------------------------------------------------------------

    def _on_written(self, written: Written) -> None:
        self.done.show_written(written)
        foreign, table = self.sheet.foreign, self.sheet.next_table()
        of_this = foreign is not None and foreign.path.name == written.file_name and table is not None
        self.done.offer_next(self.sheet.words_of(table) if of_this and table else "")
        self.stack.setCurrentWidget(self.done)
        self.done.take_focus()
        self._show_part()

    def _take_next(self) -> None:
        """Show the next table of the file that was just taken in."""
        foreign, table = self.sheet.foreign, self.sheet.next_table()
        if foreign is not None and table is not None:
            self.sheet.show_sheet(foreign, table.key)
            self.show_sheet()

    def show_sheet(self) -> None:
        """Show the sheet whose columns are being understood; a file that is open goes back on the shelf."""
        self.paused = False
        self.desk.put_down()
        self.stack.setCurrentWidget(self.sheet)
        self._show_part()

    def _forget(self) -> None:
        """Show nothing of a base that is closed."""
        self.desk.open = None
        self.sheet.foreign, self.paused = None, False
        self.stack.setCurrentWidget(self.nothing)

    def _on_sheet_kept(self, key: str) -> None:
        from desktop_app.store.edit import Changes

        self.paused = False
        self._wanted = key
        self.stack.setCurrentWidget(self.nothing)
        self.workspace.changed.emit(Changes(), self)
        self.load()

    def _undo_step(self, batch: int) -> None:
        store = self.workspace.store

        def tell(changes: object) -> None:
            self.workspace.changed.emit(changes, self)
            self._on_undone()

        self.workspace.tasks.run(lambda task: store.undo_step(batch, task.step), tell, words=tr("Undoing…"))

    def show_next(self) -> None:
        """Show the next file that waits, or what to do next."""
        self.stack.setCurrentWidget(self.nothing)
        self.load()

    # The way back ------------------------------------------------------------------------------------------------

    def is_of_sheet(self, sha256: str = "") -> bool:
        """Whether a review, else the one that is open, comes from the sheet whose columns are still known."""
        sha256 = sha256 or (self.desk.review.plan.sha256 if self.desk.review else "")
        return bool(sha256) and self.sheet.foreign is not None and self.sheet.foreign.sha256 == sha256

    def go_to_step(self, step: int) -> None:
        """Go to a step of reading a sheet; from its review back, which is made again afterwards."""
        review = self.desk.review
        if review is None or not self.is_reviewing():
            self.sheet.go_to(step)
            return
        question, detail = tr("Go back to the columns?"), tr("What you decided of the rows is forgotten.")
        decided = review.can_step_back or bool(review.typed)
        if step == REVIEW or (decided and not messages.ask(self, question, detail, tr("Go back"))):
            self.sheet.steps.show_step(REVIEW, self.sheet.reachable())
        else:
            self._back_to_sheet(review.key, step)

    def _back_to_sheet(self, key: str, step: int) -> None:
        self.desk.discard(key)
        self.stack.setCurrentWidget(self.sheet)
        self.sheet.take_up(step)
        self._show_part()

    def _on_undone(self) -> None:
        """Show the file whose changes were taken back: its columns, or its differences as they were decided."""
        written = self.done.written
        if self.stack.currentWidget() is not self.done:
            return
        if not written.shipment and self.is_of_sheet(written.sha256):
            self._back_to_sheet(written.key, COLUMNS)
            return
        self._wanted = written.key
        self.stack.setCurrentWidget(self.nothing)
        self.desk.bring_back(lambda error: messages.show_error(self, error))


def _file_words(one: "Waiting") -> str:
    """Return a file of the shelf as it is listed, with how many records of it are put aside."""
    aside = tr("%n put aside", "", one.aside) if one.aside else ""
    return f"{one.file_name}  ·  {aside}" if aside else one.file_name


def _sent_words(opened: Opened) -> str:
    """Return the head of the column of what was sent; nothing for a sheet that we did not send."""
    if opened.review.plan.kind != "return":
        return ""
    if opened.shipment is None:
        return tr("As sent")
    return tr("As sent ({day})").format(day=short_day(moment(opened.shipment.wall).date()))


def _about_words(opened: Opened, *, with_name: bool) -> str:
    """Return what is known of a file: its name, to whom it was sent and when, what was read."""
    plan, shipment = opened.review.plan, opened.shipment
    parts = [plan.file_name] if with_name else []
    back = short_day(moment(opened.review.received).date())
    if shipment:
        words = tr("{recipient}  ·  sent on {sent}, back on {back}")
        sent = short_day(moment(shipment.wall).date())
        recipient = shipment.recipient or tr("somebody")
        parts.append(words.format(recipient=recipient, sent=sent, back=back))
    else:
        parts.append(tr("came in on {day}").format(day=back))
    parts.append(tr("%n row(s) read", "", sum(plan.rows.values()) - plan.rows.get("missing", 0)))
    return ElidedParts.BETWEEN.join(parts)
