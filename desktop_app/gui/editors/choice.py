"""Editors of one option: lists of choices, and yes or no. Typing selects, without accents; the wheel never does."""

from collections.abc import Sequence
from time import monotonic
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt, QTimerEvent, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QListView, QStyledItemDelegate, QWidget

from desktop_app.domain.choices import Option, choices, offered
from desktop_app.domain.text import fold
from desktop_app.domain.types import Choice, Flag
from desktop_app.domain.values import Value
from desktop_app.domain.words import Words
from desktop_app.gui.editors.base import Editor
from desktop_app.gui.parts import row
from desktop_app.gui.quiet_box import QuietBox
from desktop_app.gui.words import said

TYPING_SECONDS = 1.0
NOTHING = "—"


class Entry(NamedTuple):
    """One option: its value, its words and other texts by which it is found."""

    value: Value
    words: Words
    others: tuple[str, ...] = ()


def entries_of(name: str) -> list[Entry]:
    """Return the options of a list of choices that may be chosen."""
    return [_entry(option) for option in offered(name)]


def _entry(option: Option) -> Entry:
    return Entry(option.code, option.words, (option.code, *option.words, *option.aliases))


def _as_it_is(value: Value) -> Entry:
    return Entry(value, Words(str(value), str(value)))


FLAGS = (Entry(True, Words("Oui", "Yes"), ("y", "o", "1")), Entry(False, Words("Non", "No"), ("0",)))


def found_by(entries: Sequence[Entry], typed: str) -> int:
    """Return the number of the first option whose words begin with what was typed, or hold it; −1 for none."""
    wanted = fold(typed)
    if not wanted:
        return -1
    words = [fold(said(entry.words)) for entry in entries]
    others = [[fold(text) for text in entry.others] for entry in entries]
    for hits in (
        [text.startswith(wanted) for text in words],
        [any(text.startswith(wanted) for text in texts) for texts in others],
        [f" {wanted}" in text for text in words],
    ):
        if True in hits:
            return hits.index(True)
    return -1


class _Typed:
    """What was typed within a second."""

    def __init__(self) -> None:
        self._text = ""
        self._last = 0.0

    def add(self, text: str) -> str:
        """Add a letter and return the whole."""
        now = monotonic()
        self._text = text if now - self._last > TYPING_SECONDS else self._text + text
        self._last = now
        return self._text

    @property
    def going_on(self) -> bool:
        """Whether somebody is typing."""
        return bool(self._text.strip()) and monotonic() - self._last <= TYPING_SECONDS


class _List(QListView):
    """The opened list, in which typing finds as it does in the closed one."""

    def __init__(self, combo: "Combo") -> None:
        super().__init__(combo)
        self._combo = combo
        self.setUniformItemSizes(True)

    def keyboardSearch(self, search: str) -> None:
        """Go to what was typed."""
        if (number := self._combo.find_typed(search)) >= 0:
            self.setCurrentIndex(self.model().index(number, 0))


class Combo(QuietBox):
    """A list of options with an empty first line; `picked` when one was chosen in the opened list.

    `activated` comes for what is typed as well, once typing has ended.
    """

    picked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._typed = _Typed()
        self._entries: Sequence[Entry] = ()
        self._opened = False
        self._waiting = 0  # the timer that runs while more letters may come
        self.activated.connect(self._on_activated)
        self.setMaxVisibleItems(14)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)

    def fill(self, entries: Sequence[Entry]) -> None:
        """Show these options below an empty line."""
        self._entries = entries
        self.clear()
        self.addItem(NOTHING)
        for entry in entries:
            self.addItem(said(entry.words))
            self.setItemData(self.count() - 1, said(entry.words), Qt.ItemDataRole.ToolTipRole)

    def showPopup(self) -> None:
        """Open the list, wide enough for its longest words."""
        if not isinstance(self.view(), _List):  # made when it is first opened: a form has dozens of lists
            self.setView(_List(self))
            self.setItemDelegate(QStyledItemDelegate(self))
        self._opened = True
        view = self.view()
        room = self.screen().availableGeometry().width() // 2
        view.setMinimumWidth(min(room, view.sizeHintForColumn(0) + 2 * view.frameWidth() + 24))
        super().showPopup()
        view.setCurrentIndex(self.model().index(self.currentIndex(), 0))  # Qt does so only in a list of its own

    def open_below(self) -> None:
        """Open the list, as Alt+Down does in every program."""
        self.showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Select what is typed; Delete empties."""
        self._opened = False
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._choose(0)
        elif self._is_typing(event):
            if (number := self.find_typed(event.text())) >= 0:
                self._choose(number)
        elif _is_command(event):
            event.ignore()  # Qt would search for it
        else:
            super().keyPressEvent(event)

    def _is_typing(self, event: QKeyEvent) -> bool:
        return _is_letter(event) and (event.text() != " " or self._typed.going_on)

    def find_typed(self, letter: str) -> int:
        """Return the line to which typing one more letter goes; −1 where there is none."""
        number = found_by(self._entries, self._typed.add(letter))
        return number + 1 if number >= 0 else -1

    def _on_activated(self) -> None:
        if self._opened:
            self.picked.emit()

    def _choose(self, number: int) -> None:
        if number != self.currentIndex():
            self.setCurrentIndex(number)
            if self._waiting:
                self.killTimer(self._waiting)
            self._waiting = self.startTimer(round(TYPING_SECONDS * 1000))

    @property
    def is_typed(self) -> bool:
        """Whether something was typed that was not taken yet."""
        return self._waiting != 0

    def take_typed(self) -> None:
        """Take what was typed now, if it was not taken yet."""
        if self._waiting:
            self.killTimer(self._waiting)
            self._waiting = 0
            self.activated.emit(self.currentIndex())

    def timerEvent(self, event: QTimerEvent) -> None:
        """Take what was typed: nothing more has come."""
        if event.timerId() == self._waiting:
            self.take_typed()
        else:
            super().timerEvent(event)

    def event(self, event: QEvent) -> bool:
        """Take what was typed before any other key does something with it: Enter, Tab or a command."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and not _is_letter(event):
            self.take_typed()
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take what was typed before something else is done."""
        self.take_typed()
        super().focusOutEvent(event)


def _is_command(event: QKeyEvent) -> bool:
    """Whether a key is somebody's command: with Ctrl any, with Alt a letter, for Alt and an arrow open the list."""
    held = event.modifiers()
    if held & Qt.KeyboardModifier.ControlModifier:
        return True
    return bool(held & Qt.KeyboardModifier.AltModifier) and event.text().isprintable() and bool(event.text())


def _is_letter(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    return bool(event.text()) and event.text().isprintable() and not held


class ListEditor(Editor):
    """One option of a list that may be empty; `others` are shown where a record has one, and not offered."""

    def __init__(self, entries: Sequence[Entry], others: Sequence[Entry] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._others = {entry.value: entry for entry in others}
        self._all = list(entries)
        self._listed = self._all
        self._entries = self._all
        self.combo = Combo()
        self.combo.fill(self._entries)
        self.combo.currentIndexChanged.connect(self._on_chosen)
        self.setFocusProxy(self.combo)
        self.setLayout(row(self.combo))

    def value(self) -> Value:
        """Return the option."""
        number = self.combo.currentIndex()
        return self._entries[number - 1].value if number > 0 else None

    def set_value(self, value: Value) -> None:
        """Show an option; one that the list no longer has is shown as it is."""
        known = [entry.value for entry in self._listed]
        extra = [] if value is None or value in known else [self._others.get(value) or _as_it_is(value)]
        blocked = self.combo.blockSignals(True)
        if len(self._entries) != len(self._listed) or extra:
            self._entries = self._listed + extra
            self.combo.fill(self._entries)
        number = next((number for number, entry in enumerate(self._entries) if entry.value == value), -1)
        self.combo.setCurrentIndex(number + 1)
        self.combo.blockSignals(blocked)

    def keep_only(self, wanted: Sequence[Value]) -> None:
        """Offer only some options of the list, as where a table is about some roles; the present one stays."""
        value = self.value()
        self._listed = [entry for entry in self._all if entry.value in wanted]
        self._entries = []
        self.set_value(value)

    def retranslate(self) -> None:
        """Say the options in the language of the screen."""
        value, blocked = self.value(), self.combo.blockSignals(True)
        self.combo.fill(self._entries)
        self.combo.blockSignals(blocked)
        self.set_value(value)

    def _on_chosen(self) -> None:
        self.changed.emit()
        self.settled.emit()


def choice_editor(type_: Choice) -> ListEditor:
    """Return the editor of an option of a list of choices."""
    gone = [_entry(option) for option in choices(type_.list).values() if not option.offered]
    return ListEditor(entries_of(type_.list), gone)


def flag_editor(_type: Flag) -> ListEditor:
    """Return the editor of yes, no, or nothing where nobody has said."""
    return ListEditor(FLAGS)
