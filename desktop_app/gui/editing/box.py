"""The editor of a cell as it lies over the cell, and the line below that says how it was understood or what is wrong."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from desktop_app.domain.dates import show_date
from desktop_app.domain.dates_range import days_between
from desktop_app.domain.types import Amount, Day, Integer
from desktop_app.domain.values import Record, Showing, Unreadable, Value
from desktop_app.gui.editing.span import SpanEditor
from desktop_app.gui.editing.target import Target
from desktop_app.gui.editors.ahead import Ahead
from desktop_app.gui.editors.base import Editor
from desktop_app.gui.editors.choice import ListEditor
from desktop_app.gui.editors.day import DayEditor
from desktop_app.gui.editors.link import LinkEditor
from desktop_app.gui.editors.links import Links
from desktop_app.gui.editors.of_type import editor_for
from desktop_app.gui.editors.text import LineEditor, TextEditor
from desktop_app.gui.parts import column, look_as, row
from desktop_app.gui.record_form.cell import Note
from desktop_app.gui.theme import look
from desktop_app.gui.words import lang, priced, said, tr

LEAST_WIDTH = 120  # of what may take several lines
LINE_WIDTH = 300
AROUND = 28  # pixels beside the words of a line


class CellBox(QFrame):
    """One cell while it is edited. `done` asks to save and go on (columns, rows), `left` to leave it as it was."""

    done = Signal(int, int)
    left = Signal()

    def __init__(self, target: Target, links: Links, over: QWidget) -> None:
        super().__init__(over)
        self.target = target
        self._cell, self._room = QRect(), QRect()
        self._edges: Sequence[int] = ()
        self._currency = ""  # of an amount
        self._aside = False  # it begins left of its cell, over others
        look_as(self, "cell")
        self._end = DayEditor() if target.until is not None and not target.joined else None
        self.editor = self._made(links)
        self.line = Line(over)
        self.setLayout(row(self.editor, spacing=0))
        self.setFocusProxy(self.editor.focusProxy() or self.editor)
        self._connect()
        name = said(target.field.words)
        self.editor.describe(name)
        self.say()

    def _made(self, links: Links) -> Editor:
        if self.target.joined:
            return SpanEditor()
        made = editor_for(self.target.field.type, links)
        if isinstance(made, DayEditor) and self._end is not None:
            self._end.setParent(self)
            self._end.hide()
            made.read_ranges_into(self._end)
        return made

    def _connect(self) -> None:
        self.editor.changed.connect(self.say)
        self.editor.changed.connect(self._widen)
        self.line.note.taken.connect(self._take_guess)
        if isinstance(self.editor, ListEditor):
            self.editor.combo.picked.connect(self._finish)
        for part in self.editor.findChildren(QWidget):
            part.installEventFilter(self)
        if isinstance(self.editor, LinkEditor):
            self.editor.line.taken.connect(self._finish)

    # What is edited ----------------------------------------------------------------------------------------------

    def show_of(self, record: Record) -> None:
        """Show what the record holds."""
        value = record.get(self.target.field.name)
        if "currency" in record and self.target.field.type == Amount():
            self._currency = str(record["currency"] or "EUR")
        last = record.get(self.target.until.name) if self.target.until else None
        if isinstance(self.editor, SpanEditor):
            self.editor.set_both(value, last)
        else:
            self.editor.set_value(value)
        if self._end is not None:
            self._end.set_value(last)

    def read(self) -> Mapping[str, Value] | None:
        """Read what was typed; None where it can't be read, which the line below then says."""
        self.editor.settle()
        if self.editor.problem is not None and self.editor.guess is not None and self.line.offers:
            self.editor.take_guess()  # what was offered is what Enter takes
        if self.editor.problem is not None:
            self.refuse(said(self.editor.problem), self.editor.guess)
            return None
        values: dict[str, Value] = {self.target.field.name: self.editor.value()}
        if self.target.until is not None:
            end = self.editor.until if isinstance(self.editor, SpanEditor) else self._end.value() if self._end else None
            values[self.target.until.name] = end
        return values

    def start(self, typed: str) -> None:
        """Begin with what was typed in the list, or with all that is there."""
        self.setFocus()
        line = self.focusProxy()
        if isinstance(self.editor, LineEditor):
            self.editor.line.selectAll()
        if isinstance(self.editor, TextEditor):
            self.editor.page.selectAll()
        if typed and line is not None:
            from PySide6.QtWidgets import QApplication

            one_key = len(typed) == 1 and typed.isascii()
            key = Qt.Key(ord(typed.upper())) if one_key else Qt.Key.Key_unknown
            QApplication.sendEvent(line, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, typed))
        elif isinstance(self.editor, ListEditor):
            # Once the focus has come: an open list would take it away again.
            QTimer.singleShot(0, self.editor.combo, self.editor.combo.showPopup)

    # What is said of it ------------------------------------------------------------------------------------------

    def say(self) -> None:
        """Say which field this is where that is not plain, and how what was typed is understood."""
        self.editor.show_wrong(wrong=False)
        understood, guess = self._understood()
        parts = [said(self.target.field.words)] if self.target.composed or self._aside else []
        self.line.say(" · ".join([*parts, *([understood] if understood else [])]), offers=guess)

    def refuse(self, text: str, guess: Value = None) -> None:
        """Say what is wrong; what was typed stays."""
        shown = tr("Write {value}").format(value=self._shown(guess)) if guess is not None else ""
        self.editor.show_wrong(wrong=True)
        self.line.refuse(text, shown)
        self.editor.describe(said(self.target.field.words), text)

    def _understood(self) -> tuple[str, bool]:
        editor = self.editor
        if not isinstance(editor, LineEditor) or not isinstance(self.target.field.type, Day | Amount | Integer):
            return "", False
        text = editor.line.text().strip()
        if not text or not editor.line.isModified():
            return "", False
        try:
            value = editor.read(text)
        except Unreadable as unreadable:
            if unreadable.guess is None:
                return "", False
            return tr("Enter writes {value}").format(value=self._shown(unreadable.guess)), True
        return self._days(value), False

    def _days(self, first: Value) -> str:
        if not isinstance(self.editor, DayEditor):
            return self._shown(first)
        last = self.editor.second()
        days = days_between(str(first) if first else None, str(last) if last else None)
        shown = [show_date(str(day), lang()) for day in (first, last) if day]
        return " – ".join(shown) + (f" · {tr('%n day(s)', '', days)}" if days and last else "")

    def _shown(self, value: Value) -> str:
        shown = self.target.field.type.show(value, Showing(lang()))
        return priced(shown, self._currency) if self._currency else shown

    def _take_guess(self) -> None:
        self.editor.take_guess()
        self.say()
        self.setFocus()

    # Place and keys ----------------------------------------------------------------------------------------------

    def lie_over(self, cell: QRect, room: QRect, edges: Sequence[int] = ()) -> None:
        """Lie over a cell and over those beside it that its words need, inside the list; `edges`: where columns begin."""
        self._cell, self._room, self._edges = cell, room, edges
        hint, end = self.sizeHint(), room.left() + room.width()
        width = min(room.width(), max(cell.width(), self._needed()))
        height = max(cell.height(), hint.height())
        left = max(room.left(), min(cell.left(), end - width))
        right = left + width
        if width > cell.width():  # those beside it are covered whole: no piece of their words is left
            left = max((edge for edge in edges if room.left() <= edge <= left), default=left)
            right = min((edge for edge in edges if right <= edge <= end), default=right)
        width = right - left
        top = max(room.top(), min(cell.top(), room.bottom() - height))
        self.setGeometry(left, top, width, height)
        self._say_which(aside=left < cell.left())
        self.line.lie_below(self.geometry(), room)

    def _say_which(self, *, aside: bool) -> None:
        """Say the name of the field where the editor begins over another one."""
        if aside != self._aside:
            self._aside = aside
            if not self.line.refuses:
                self.say()

    def _needed(self) -> int:
        """Return how wide all that stands in the line is, with its icon: as in a spreadsheet, nothing of it is cut."""
        if isinstance(self.editor, ListEditor):
            held: QWidget = self.editor.combo
            words, icon = self.editor.combo.currentText(), True
        elif isinstance(self.editor, LineEditor | LinkEditor):
            held, words, opener = self.editor.line, self.editor.line.text(), self.editor.line.opener
            icon = opener is not None and opener.isVisible()
        else:
            return look.px(LEAST_WIDTH)
        beside = look.px(AROUND) + (held.sizeHint().height() if icon else 0)
        return held.fontMetrics().horizontalAdvance(words) + beside

    def _widen(self) -> None:
        """Grow with what is typed; it does not shrink while one types."""
        if self._room.isValid() and self._needed() > self.width():
            self.lie_over(self._cell, self._room, self._edges)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Save and go to the cell at the right or at the left."""
        self.done.emit(1 if forward else -1, 0)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save on Enter and go down, or up with Shift; leave on Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.done.emit(0, -1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        event.accept()  # nothing typed here is for the list below

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that an editor would keep for itself: Escape, and Enter in a text of several lines."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            free = not event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier)
            if event.key() == Qt.Key.Key_Escape and not (isinstance(watched, Ahead) and watched.proposing):
                self.left.emit()
                return True
            if enter and free and isinstance(self.editor, TextEditor):
                self.done.emit(0, 1)
                return True
        return super().eventFilter(watched, event)

    def _finish(self, _one: object = None) -> None:
        # After the list from which it was taken has closed.
        QTimer.singleShot(0, self, lambda: self.done.emit(0, 1))

    def go(self) -> None:
        """Go, together with the line below."""
        for part in (self.line, self):
            part.hide()
            part.deleteLater()


class Line(QFrame):
    """The line below a cell, or above it where there is no room below."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        look_as(self, "popup")
        self.offers = self.refuses = False
        self.note = Note()
        self.note.words.setMinimumWidth(look.px(120))
        self._inside = column(self.note, margins=(8, 4, 8, 4))
        self.setLayout(self._inside)
        self._cell, self._room = QRect(), QRect()
        self.hide()

    def say(self, text: str, *, offers: bool = False) -> None:
        """Say how something is understood, or nothing."""
        self.offers, self.refuses = offers, False
        self.note.say(text, error=False)
        look_as(self.note.words, "small")
        self.note.show_icon(shown=False)
        self._show(text)

    def refuse(self, text: str, guess: str = "") -> None:
        """Say what is wrong, and offer what may have been meant."""
        self.offers, self.refuses = bool(guess), True
        self.note.say(text, error=True, guess=guess)
        self.note.show_icon(shown=True)
        self._show(text)

    def _show(self, text: str) -> None:
        self.setVisible(bool(text))
        if text:
            self.raise_()
            self.lie_below(self._cell, self._room)

    def lie_below(self, cell: QRect, room: QRect) -> None:
        """Lie below a cell, or above."""
        self._cell, self._room = cell, room
        if not room.isValid() or self.isHidden():
            return
        wanted = self.note.wanted_width() + 2 * 8 + 4
        width = min(room.width(), max(min(wanted, look.px(LINE_WIDTH) * 2), look.px(160)))
        self.setFixedWidth(width)
        self._inside.activate()
        height = self._inside.totalHeightForWidth(width)
        left = max(room.left(), min(cell.left(), room.right() - width))
        top = cell.bottom() + 3 if cell.bottom() + 3 + height <= room.bottom() else cell.top() - 3 - height
        self.setFixedHeight(height)
        self.move(left, top)
