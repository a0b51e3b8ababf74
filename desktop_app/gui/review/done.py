"""After a file was taken in: what was done in words, the records that it changed, and the way back."""

from collections.abc import Callable, Collection, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from desktop_app.gui.duplicates.counting import look_for
from desktop_app.gui.pages import history_steps
from desktop_app.gui.parts import Worded, column, give_icon, label, line, look_as, row
from desktop_app.gui.picture import Picture
from desktop_app.gui.receiving import changed_by_file, mail
from desktop_app.gui.review.desk import Written
from desktop_app.gui.table.model import Heading, Row
from desktop_app.gui.table.short_list import ShortList
from desktop_app.gui.theme import Hue
from desktop_app.gui.words import lang, tr
from desktop_app.gui.workspace import Workspace
from desktop_app.store.base import Store

LOOKED_AT = 100  # of the last steps; who undid more than that sees another page by then
LINES = 4  # of what stood in a field and what stands there now


class DonePart(Worded, QWidget):
    """What one file has changed."""

    undo_asked = Signal(int)  # the step
    next_asked = Signal()  # another table of the same file
    closed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.written = Written("", 0, 0, 0, 0)
        self._twins = 0
        self.words = label("", "strong", wrap=True)
        self.undo, self.history, self.close_ = QPushButton(), QPushButton(), QPushButton()
        self.twins = QPushButton()
        give_icon(self.twins, "copy")
        self.twins.clicked.connect(lambda: self._workspace.go("duplicates"))
        self.thank = QPushButton()
        give_icon(self.thank, "mail")
        self.thank.clicked.connect(lambda: mail.thank(self._workspace, self.written.shipment))
        self.next_words, self.more, self._next = label("", wrap=True), QPushButton(), ""
        look_as(self.more, "filled")
        self.more.clicked.connect(self.next_asked)
        give_icon(self.undo, "undo-2")
        self.undo.clicked.connect(lambda: self.undo_asked.emit(self.written.batch))
        self.list_ = QPushButton()
        self.list_.clicked.connect(lambda: changed_by_file.show(self.list_, self._workspace, self.written.file_name))
        self.history.clicked.connect(lambda: self._workspace.go("history", str(self.written.batch)))
        self.close_.clicked.connect(self.closed)
        self.list, self.heading = ShortList(), label("", "heading")
        self.list.set_lines(LINES)
        self.list.opened.connect(self._open)
        self.list.horizontalHeader().hide()
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        verbs = (self.thank, self.twins, self.undo, self.history, self.close_)
        bar = _notice("green", Picture("circle-check", "ok", 18), self.words, *verbs)
        self._next_bar = _notice("blue", Picture("table", "accent", 18), self.next_words, self.more)
        top = column(
            bar,
            self._next_bar,
            row(self.heading, self.list_, None, spacing=14),
            spacing=14,
            margins=(20, 4, 16, 10),
        )
        self.setLayout(column(top, line(), self.list, spacing=0))
        self.setFocusProxy(self.list)

    def show_written(self, written: Written) -> None:
        """Show what a file has changed."""
        self.written = written
        self.retranslate()
        self.list.fill([], [Heading(tr("Change"))], (400,), 0)
        if written.batch:
            language = lang()

            def read(store: Store) -> tuple[list[Row], int]:
                return history_steps.told(store, written.batch, language)

            self._workspace.read(read, lambda found: self.list.fill(found[0], [Heading(tr("Change"))], (400,), 0))
        self._show_twins(0)

    def take_focus(self) -> None:
        """Give the keyboard to what comes next: never to Undo, which an Enter too many would press."""
        steps = (self.more, self.list_, self.close_)
        next(button for button in steps if not button.isHidden()).setFocus()

    def look_whether_undone(self, then: Callable[[], None]) -> None:
        """Go on to what follows when the step that is shown was taken back."""
        batch = self.written.batch
        if batch:
            self._workspace.read(
                lambda store: any(step.batch == batch and step.undone for step in store.steps(LOOKED_AT)),
                lambda undone: then() if undone and batch == self.written.batch else None,
            )

    def offer_next(self, table: str) -> None:
        """Offer another table of the file, by what it is called; none where it is empty."""
        self._next = table
        self.next_words.setText(tr("This file holds another table: “{table}”.").format(table=table))
        self.more.setText(tr("Take in this table"))
        self.more.setAccessibleDescription(self.next_words.text())
        for part in (self.more, self._next_bar):
            part.setVisible(bool(table))

    def look_for_twins(self, added: Mapping[str, Collection[str]]) -> None:
        """Say how many of the records that came in are likely here already, when that is known."""
        batch = self.written.batch
        if batch:
            look_for(
                self._workspace, added, lambda count: self._show_twins(count) if batch == self.written.batch else None
            )

    def _show_twins(self, count: int) -> None:
        self._twins = count
        self.twins.setText(tr("%n likely duplicate(s)…", "", count))
        self.twins.setVisible(bool(count))

    def _open(self, number: int) -> None:
        entity, id_, _field = self.list.held[number].id.split("/")
        if entity:  # not what a file said beside the records
            self._workspace.go(entity, id_)

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        written = self.written
        said = tr("“{name}” is taken in: %n change(s).", "", written.taken)
        if not written.batch:
            said = tr("“{name}” is closed: it changed nothing.")
        kept = tr("%n value(s) of ours kept.", "", written.kept) if written.kept else ""
        left = tr("%n still to decide.", "", written.left) if written.left else ""
        parts = (said.format(name=written.file_name), kept, left)
        self.words.setText(" ".join(part for part in parts if part))
        self.thank.setText(tr("Thank them…"))
        self.thank.setVisible(bool(written.shipment))
        self.undo.setText(tr("Undo"))
        self.history.setText(tr("See in History"))
        self.list_.setText(tr("Show the entries"))
        self.list_.setToolTip(tr("The list of the entries that this workbook has changed"))
        self.close_.setText(tr("Go on with the rest") if written.left else tr("Close"))
        for button in (self.undo, self.history, self.list_):
            button.setVisible(bool(written.batch))
        self._show_twins(self._twins)
        self.heading.setText(tr("Changed by this workbook") if written.batch else "")
        self.offer_next(self._next)
        self.list.setAccessibleName(tr("Changed by this workbook"))
        self.list.setAccessibleDescription(tr("The entries that were changed; Enter opens one."))


def _notice(hue: Hue, picture: Picture, words: QLabel, *verbs: QPushButton) -> QFrame:
    """Return a bar with words, and at its right what one can do about them."""
    made, said = QFrame(), row(picture, words, *verbs, margins=(14, 10, 12, 10))
    look_as(made, "notice", hue=hue)
    said.setStretch(1, 1)
    made.setLayout(said)
    return made
