"""Workbooks out: who holds which workbook since when, what is late, and what came back."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QPushButton, QStackedWidget, QWidget

from desktop_app.gui.actions import CommandButton, action, button_for
from desktop_app.gui.lists.empty_state import EmptyState
from desktop_app.gui.page import Page, PageHead
from desktop_app.gui.parts import column, line, row
from desktop_app.gui.receiving import changed_by_file, mail, rows, taking_in
from desktop_app.gui.receiving.badges import days_late
from desktop_app.gui.table.short_list import ShortList
from desktop_app.gui.words import mark, tr
from desktop_app.gui.workspace import Go, Workspace

if TYPE_CHECKING:
    from desktop_app.store.base import Store
    from desktop_app.store.ledger import Shipment
    from desktop_app.store.returns import Return


class WorkbooksOutPage(Page):
    """The ledger of the exchange."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("page_workbooks_out")
        self._ledger = rows.Ledger()
        self._wanted = ""
        self._buttons: list[CommandButton] = []
        self.head, self.list = PageHead(), ShortList()
        self._first = QPushButton()
        self.nothing = EmptyState("send", self._first)
        self.stack = QStackedWidget()
        self.list.set_lines(2)  # at a large size of text, who holds a workbook has no room in one
        self._lay_out()
        self._connect()
        self.finish()
        offered = [button_for(self.actions_[name]) for name in ("post", "take_back")]
        self.head.offer(*offered, button_for(self.actions_["new"], "filled"))
        verbs = ("review", "look_back", "changed_records", "remind", "remind_with_it", "thank")
        self._buttons = [button_for(self.actions_[name]) for name in verbs]
        self._verbs.setLayout(row(*self._buttons, None, margins=(20, 8, 16, 8)))
        self._on_chosen()

    def _lay_out(self) -> None:
        top = QFrame()
        top.setLayout(column(self.head, margins=(20, 13, 16, 12)))
        self._verbs = QFrame()
        shown = QFrame()
        shown.setLayout(column(self.list, line(), self._verbs, spacing=0))
        self.stack.addWidget(shown)
        self.stack.addWidget(self.nothing)
        self.setLayout(column(top, line(), self.stack, spacing=0))
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        self._first.clicked.connect(self.new)
        self.list.chosen.connect(self._on_chosen)
        self.list.opened.connect(lambda _row: self.open_())

    # What the frame asks of a page -------------------------------------------------------------------------------

    def load(self) -> None:
        """Read the ledger."""

        def read(store: "Store") -> rows.Ledger:
            from desktop_app.sync import shelf

            waiting = {one.export: one for one in shelf.waiting(store) if one.export}
            back: dict[str, list[Return]] = {}
            for one in store.ledger.returns():
                back.setdefault(one.shipment or "", []).append(one)
            shipments = store.ledger.shipments()
            return rows.Ledger(shipments, waiting, back, rows.countries_of(store, shipments))

        self.workspace.read(read, self._show, words=tr("Reading the workbooks out…"))

    def visit(self, go: Go) -> None:
        """Show a workbook by its number."""
        self._wanted = go.id
        self.load()

    def status(self) -> str:
        """Say how many workbooks are out, and how many late."""
        today = date.today()  # noqa: DTZ011  (the user's day)
        out = sum(shipment.state == "out" for shipment in self._ledger.shipments)
        late = sum(days_late(shipment, today) > 0 for shipment in self._ledger.shipments)
        words = tr("%n workbook(s) out", "", out)
        return ", ".join((words, tr("%n late", "", late))) if late else words

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        super().retranslate()
        self.head.title.setText(tr("Workbooks out"))
        self._first.setText(tr("New workbook…"))
        self.nothing.say(
            tr("Nobody holds a workbook yet. Make one for an embassy: it comes back here, and shows what changed.")
        )
        self.list.setAccessibleName(tr("Workbooks out"))
        self.list.setAccessibleDescription(tr("Who holds which workbook; Enter does the next thing with it."))
        self._show(self._ledger)

    def _show(self, ledger: rows.Ledger) -> None:
        self._ledger = ledger
        today = date.today()  # noqa: DTZ011
        found = rows.rows(ledger, today)
        self.list.fill(found, rows.headings(), rows.WIDTHS, *rows.SHARING)
        if self._wanted:
            self.list.select(self._wanted)
            self._wanted = ""
        self.stack.setCurrentIndex(0 if found else 1)
        self.head.count.setText(tr("%n workbook(s)", "", len(found)) if found else "")
        self._on_chosen()

    def _on_chosen(self) -> None:
        self.actions_.refresh()
        # Only what can be done with this workbook: all verbs side by side would find no room.
        for button in self._buttons:
            button.setVisible(button.isEnabled())
        self.say()

    # Commands ----------------------------------------------------------------------------------------------------

    def shipment(self) -> "Shipment | None":
        """Return the selected workbook."""
        chosen = self.list.current()
        return next((shipment for shipment in self._ledger.shipments if shipment.number == chosen), None)

    def can_write(self) -> bool:
        """Whether a base is open that can be written to."""
        return self.workspace.is_open and not self.workspace.store.readonly

    def can_review(self) -> bool:
        """Whether the selected workbook came back and waits."""
        shipment = self.shipment()
        return shipment is not None and shipment.number in self._ledger.waiting

    def can_remind(self) -> bool:
        """Whether the selected workbook is still out."""
        shipment = self.shipment()
        return shipment is not None and shipment.state == "out" and not self.can_review()

    def can_attach(self) -> bool:
        """Whether the selected workbook is still out, and its bytes are here: another laptop keeps those that it sent."""
        shipment = self.shipment()
        return self.can_remind() and shipment is not None and "by" not in shipment.scope

    def can_thank(self) -> bool:
        """Whether the selected workbook came back and was taken in."""
        shipment = self.shipment()
        return shipment is not None and shipment.state == "returned" and not self.can_review()

    def can_look_back(self) -> bool:
        """Whether the selected workbook has changed something here."""
        return bool(self._step())

    def _step(self) -> int:
        """Return the last step that the selected workbook became; 0 where it changed nothing."""
        shipment = self.shipment()
        back = self._ledger.back.get(shipment.number, ()) if shipment else ()
        return next((one.batch for one in reversed(back) if one.batch), 0)

    def open_(self) -> None:
        """Do the next thing with the selected workbook: review it, take it back, or see what it has changed."""
        if self.can_review():
            self.review()
        elif self.can_look_back():
            self.look_back()
        elif self.can_remind() and self.can_write():
            self.take_back()

    @action(mark("New workbook…"), icon="plus", keys=("Ctrl+N",), menu="file", when="can_write")
    def new(self) -> None:
        """Make a workbook for somebody."""
        from desktop_app.gui.dialogs.export import open_export

        open_export(self.window(), self.workspace)

    @action(mark("Send to another office…"), icon="share-2", menu="file", when="can_write")
    def post(self) -> None:
        """Make the workbook that tells another office of the CNRS what it does not have."""
        from desktop_app.gui.dialogs.posting import open_posting

        open_posting(self.window(), self.workspace)

    @action(mark("Take back a workbook…"), icon="inbox", when="can_write")
    def take_back(self) -> None:
        """Choose a file that came back, or a sheet that somebody else made."""
        taking_in.choose(self.window(), self.workspace)

    @action(mark("Review"), icon="git-compare", menu="edit", when="can_review")
    def review(self) -> None:
        """Go to what came back."""
        if shipment := self.shipment():
            self.workspace.go("review", self._ledger.waiting[shipment.number].key)

    @action(mark("Remind them by e-mail…"), icon="mail", menu="edit", when="can_remind")
    def remind(self) -> None:
        """Open a draft in the mail program, in the language of the recipient."""
        if shipment := self.shipment():
            mail.remind(self.workspace, shipment.number, attached=False)

    @action(mark("Remind them with the workbook attached…"), icon="paperclip", menu="edit", when="can_attach")
    def remind_with_it(self) -> None:
        """Open a letter that carries the very workbook that was sent."""
        if shipment := self.shipment():
            mail.remind(self.workspace, shipment.number, attached=True)

    @action(mark("What this workbook changed"), icon="history", menu="edit", when="can_look_back")
    def look_back(self) -> None:
        """Go to what the selected workbook has changed, which can be undone there, now or later."""
        self.workspace.go("history", str(self._step()))

    @action(mark("Entries it changed"), icon="rows-3", menu="edit", when="can_look_back")
    def changed_records(self) -> None:
        """Go to the list of the records that the selected workbook has changed."""
        shipment = self.shipment()
        back = self._ledger.back.get(shipment.number, ()) if shipment else ()
        if name := next((one.file_name for one in reversed(back) if one.batch), ""):
            changed_by_file.show(self.list, self.workspace, name)

    @action(mark("Thank them…"), icon="mail", menu="edit", when="can_thank")
    def thank(self) -> None:
        """Open a letter that says what was taken of what came back, and what was not."""
        if shipment := self.shipment():
            mail.thank(self.workspace, shipment.number)
