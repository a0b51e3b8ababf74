"""One record under review: its name and place in the file, its fields, why something is asked, and the keys."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QMenu, QPushButton, QToolButton, QWidget

from desktop_app.gui.parts import Elided, Worded, chip, column, give_icon, icon_button, label, look_as, row
from desktop_app.gui.picture import Picture
from desktop_app.gui.review.fields import FieldTable
from desktop_app.gui.review.lines import Line
from desktop_app.gui.table.cells import Cell
from desktop_app.gui.theme import look
from desktop_app.gui.words import in_line, tr

_NAME, _LOW = 250, 360  # pixels that a name asks for beside the verbs; the height that hints ask for


class RecordPart(Worded, QFrame):
    """The right part of the review."""

    all_asked = Signal(str)  # ours, theirs: the whole record
    answered = Signal(str, str)  # a row or a column of the file, and whose or what it is
    entry_asked = Signal()  # the record in its form
    category_asked = Signal(str)  # ours, theirs: everything of the category of the selected line

    def __init__(self) -> None:
        super().__init__()
        look_as(self, "panel")
        self.chip: QLabel = chip("", "grey")
        self.name, self.place = Elided("", "record"), Elided("", "small")
        self.table = FieldTable()
        self.ours, self.theirs, self.next, self.other = QPushButton(), QPushButton(), QPushButton(), QPushButton()
        self.later = QPushButton()
        self.more: QToolButton = icon_button("ellipsis", "")
        self.whose = QPushButton()
        self.whose.setMenu(QMenu(self))
        self._can_open = False
        self._in_list = False  # whether the keys are those of the list of records
        self.asked: Callable[[str], str] = str
        self.why, self.note, self.keys = label("", wrap=True), label("", wrap=True), label("", "small", wrap=True)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self._names = column(self.name, self.place, spacing=1)
        named = row(self.chip, self._names)
        named.setStretch(1, 1)
        self._verbs = row(self.ours, self.theirs, self.later, self.next, self.more)
        self._head = row(named, self._verbs)
        self._head.setStretch(0, 1)
        self.reason = self._notice("circle-question-mark", self.why, self.whose, self.other)
        self._written = self._notice("history", self.note)
        parts = (self._head, 2, self.table, self.reason, self._written, self.keys, None)
        self._body = body = column(*parts, spacing=10, margins=(18, 12, 16, 12))
        body.setStretch(2, 100)
        body.setStretch(6, 1)
        self.setLayout(body)

    def _notice(self, icon: str, words: QLabel, *more: QWidget) -> QFrame:
        frame = QFrame()
        look_as(frame, "notice", hue="grey")
        line = row(Picture(icon), words, *more, margins=(12, 8, 12, 8))
        line.setStretch(1, 1)
        frame.setLayout(line)
        return frame

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the name and the fields their room: verbs go below in a narrow part, hints are left out of a low one."""
        super().resizeEvent(event)
        narrow = self.width() < self._verbs.sizeHint().width() + look.px(_NAME)
        ways = QBoxLayout.Direction
        self._head.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        low = self.height() < look.px(_LOW)
        self._names.setDirection(ways.LeftToRight if low else ways.TopToBottom)
        self._names.setSpacing(look.px(12) if low else 1)
        across = Qt.AlignmentFlag.AlignRight if low else Qt.AlignmentFlag.AlignLeft
        self.place.setAlignment(across | Qt.AlignmentFlag.AlignVCenter)
        self._body.setSpacing(6 if low else 10)
        for hint in (self._written, self.keys):
            hint.setVisible(not low)

    def _connect(self) -> None:
        self.ours.clicked.connect(lambda: self.all_asked.emit("ours"))
        self.theirs.clicked.connect(lambda: self.all_asked.emit("theirs"))
        self.later.clicked.connect(lambda: self.all_asked.emit("later"))
        self.next.clicked.connect(lambda: self.table.went_on.emit(1))
        give_icon(self.next, "corner-down-left")
        for button in (self.ours, self.theirs, self.later, self.next):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys with the fields
        self.other.clicked.connect(lambda: self.table.other_asked.emit(self.table.currentIndex().row()))
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._say_why())
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(QMenu(self))

    def show_record(
        self, name: str, type_: Cell, place: str, lines: Sequence[Line], sent_words: str, *, here: bool = False
    ) -> None:  # fmt: skip
        """Show a record; `sent_words` is empty where nothing was sent; `here`: it is in the base, and can be opened."""
        self._can_open = here
        self._open.setEnabled(here)
        self.name.setText(name)
        self.chip.setVisible(bool(type_.text))
        self.chip.setText(type_.text)
        look_as(self.chip, "chip", hue=type_.hue)
        self.place.setText(place)
        self.table.show_lines(lines, sent_words, with_sent=bool(sent_words))
        for button in (self.ours, self.theirs, self.later):
            button.setEnabled(any(line.state != "plain" for line in lines))
        self._say_why()

    def _say_why(self) -> None:
        line = self.table.line()
        self.other.setVisible(line is not None and line.name is not None and line.state != "plain")
        self._ask_whose(line)
        if line is None:
            self.reason.hide()
            return
        where = _where(line.cell)
        self.why.setText(" ".join(part for part in (where, line.sentence) if part))
        self.reason.setVisible(bool(self.why.text()))

    def _ask_whose(self, line: Line | None) -> None:
        """Offer the records that a row may belong to, or the fields that a column may hold."""
        self.whose.setVisible(line is not None and bool(line.asks))
        if line is None or not line.asks:
            return
        is_column = line.number < 0
        self.whose.setText(tr("This column holds…") if is_column else tr("This row is…"))
        menu = self.whose.menu()
        menu.clear()
        for what in line.asks:
            answer = what.partition(".")[2] if is_column else what
            menu.addAction(self.asked(what), partial(self.answered.emit, line.cell, answer))
        if not is_column:
            menu.addSeparator()
            menu.addAction(tr("A new entry"), partial(self.answered.emit, line.cell, "new"))

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        self.ours.setText(tr("Keep all ours"))
        self.theirs.setText(tr("Take all theirs"))
        self.later.setText(tr("Later"))
        self.later.setToolTip(tr("Put aside: it stays on the list of “To review” until it is taken up (L)"))
        self.next.setText(tr("Next"))
        self.next.setToolTip(tr("The next entry that asks for something (Enter)"))
        self.other.setText(tr("Another value…"))
        self.other.setToolTip(tr("Another value (E)"))
        self.more.setAccessibleName(tr("More"))
        self.more.setToolTip(tr("More"))
        self.table.setAccessibleName(tr("Fields to decide"))
        self.table.setAccessibleDescription(tr("Left keeps ours, Right takes theirs, E writes another value."))
        self.note.setText(
            tr(
                "Nothing is written before you press Apply. A copy of the base is kept, and all of it can be undone in one step."
            )
        )
        self.say_keys(self._in_list)
        self._fill_menu()
        self._say_why()

    def say_keys(self, in_list: bool) -> None:
        """Say what the keys do; in the list of records the arrows and Enter go elsewhere than in the fields."""
        self._in_list = in_list
        moves = tr("↑ ↓ entry") if in_list else tr("↑ ↓ field")
        enter = tr("Enter to the fields") if in_list else tr("Enter next entry")
        keys = (
            moves, tr("← ours"), tr("→ theirs"), tr("E another value"), enter,
            tr("L later"), tr("A all of the category"), tr("Ctrl+Enter apply"), tr("Ctrl+Z undo"),
        )  # fmt: skip
        self.keys.setText(tr("Keyboard:  {keys}").format(keys=in_line(keys)))

    def _fill_menu(self) -> None:
        menu = self.more.menu()
        menu.clear()
        menu.addAction(tr("Take theirs in all of this category (A)"), lambda: self.category_asked.emit("theirs"))
        menu.addAction(tr("Keep ours in all of this category"), lambda: self.category_asked.emit("ours"))
        menu.addAction(tr("Put all of this category aside"), lambda: self.category_asked.emit("later"))
        menu.addAction(tr("Take theirs in this field everywhere (F)"), self._ask_field)
        menu.addSeparator()
        self._open = menu.addAction(tr("Open the entry"), self.entry_asked.emit)
        self._open.setEnabled(self._can_open)

    def _ask_field(self) -> None:
        if line := self.table.line():
            self.table.field_asked.emit(line.number)


def _where(cell: str) -> str:
    """Say in which cell of which sheet something was read, `'Feuille 1'!A2`."""
    sheet, _, place = cell.rpartition("!")
    if not sheet:
        return tr("Read in cell {cell}.").format(cell=place) if place else ""
    name = sheet.removeprefix("'").removesuffix("'").replace("''", "'")
    return tr("Read in cell {cell} of “{sheet}”.").format(cell=place, sheet=name)
