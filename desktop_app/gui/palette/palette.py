"""The palette: a field, and below it what the typed words find. The only part of the program that casts a shadow."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QListWidget, QListWidgetItem, QWidget

from desktop_app.gui.announce import announce
from desktop_app.gui.hues import ENTITY_ICONS
from desktop_app.gui.palette.answer import Answer, Line, answer, remembered
from desktop_app.gui.palette.carry_out import offer
from desktop_app.gui.palette.entries import ENTRY, Entry, EntryDelegate, spans
from desktop_app.gui.palette.field import DOWN, PIN, UP, PaletteField
from desktop_app.gui.palette.remembered import Ref, Remembered
from desktop_app.gui.parts import Worded, column, label, line, look_as, row
from desktop_app.gui.picture import Picture
from desktop_app.gui.theme import look
from desktop_app.gui.words import lang, tr
from desktop_app.gui.workspace import Go, Workspace

if TYPE_CHECKING:
    from desktop_app.gui.tasks import Task
    from desktop_app.store.base import Store

WIDTH, TOP, ROWS_AT_MOST = 720, 90, 15
Named = Callable[[str], Sequence[Entry]]


class Palette(Worded, QFrame):
    """Finds records, actions and help; Enter opens what is selected, Ctrl+Enter shows a record beside."""

    left = Signal(bool)  # whether the keyboard goes back to where it was
    beside_asked = Signal(str, str)  # entity, id

    def __init__(self, workspace: Workspace, named: Named, helped: Named, over: QWidget) -> None:
        super().__init__()
        self.setParent(over)
        self.setObjectName("palette")
        self._workspace, self._named, self._helped = workspace, named, helped
        self._home = self.over = over
        self._reading: Task | None = None
        self._shown = Answer("")
        look_as(self, "popup")
        self.field, self.results = PaletteField(), QListWidget()
        self.nothing, self.hint = label("", "muted", wrap=True), label("", "small")
        self._escape = label("", "key")
        self._lay_out()
        self.field.textEdited.connect(self.ask)
        self.field.steered.connect(self.steer)
        self.field.forsaken.connect(lambda: self.leave(back=False))
        self.results.itemClicked.connect(self._run)
        over.installEventFilter(self)
        look.changed.connect(self._place)
        self.hide()
        self.retranslate()

    def _lay_out(self) -> None:
        self.field.setProperty("kind", "bare")
        self.field.setFont(look.font(16))
        self.results.setItemDelegate(EntryDelegate(self.results))
        self.results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.results.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing.setContentsMargins(16, 12, 16, 12)
        head = row(Picture("search", "muted", 18), self.field, self._escape, spacing=10, margins=(16, 7, 16, 7))
        foot = row(self.hint, margins=(16, 6, 16, 6))
        self.setLayout(column(head, line(), self.nothing, self.results, line(), foot, spacing=0, margins=(1, 1, 1, 1)))
        shadow = QGraphicsDropShadowEffect(self, blurRadius=32, offset=QPointF(0, 8))
        shadow.setColor(QColor(0, 0, 0, 90))
        self.setGraphicsEffect(shadow)

    # Asking ------------------------------------------------------------------------------------------------------

    def begin(self, text: str = "", over: QWidget | None = None) -> None:
        """Come into view with the keyboard, and with what was seen last; `over`: the form over which one searches."""
        self._stand_over(over or self._home)
        self.field.setText(text)
        self.show()
        self.raise_()
        self.activateWindow()
        self.field.setFocus()
        self.ask(text)

    def _stand_over(self, over: QWidget) -> None:
        if over is not self.over:
            self.over.removeEventFilter(self)
            self.over = over
            self.setParent(over)
            over.installEventFilter(self)
            self.retranslate()

    def ask(self, text: str) -> None:
        """Look for a text; the answer to an older one is dropped."""
        if self._reading is not None:
            self._reading.cancel()
        text, language = text.strip(), lang()
        if not self._workspace.is_open:
            self._show(Answer(text))
            return
        kept = Remembered(self._workspace)
        pinned, recent = kept.pinned(), kept.recent()

        def read(store: "Store") -> Answer:
            return answer(store, text, language) if text else remembered(store, pinned, recent, language)

        self._reading = self._workspace.read(read, self._show)

    def _show(self, found: Answer) -> None:
        self._shown, self._reading = found, None
        if not self.isVisible():
            return
        self.results.clear()
        for heading, entries in self._sections(found):
            if entries:
                self._add(Entry(heading))
                for entry in entries:
                    self._add(entry)
        self._tell(found)
        self._select_from(-1, 1)
        self._place()

    def _sections(self, found: Answer) -> list[tuple[str, Sequence[Entry]]]:
        typed = found.meant or found.asked
        records = [self._record(one, typed) for one in found.records]
        if not found.asked:
            return [(tr("Pinned"), records[: found.pinned]), (tr("Recent"), records[found.pinned :])]
        wishes = [offer(wish, self._home.window(), self._workspace) for wish in found.wishes]
        offered = [Entry(one.text, one.below, one.icon, run=one.run, bold=spans(one.text, typed)) for one in wishes]
        known = {entry.text for entry in offered}
        named = [entry for entry in self._named(found.asked) if entry.text not in known]
        meant = tr("Nothing is called that. Closest: {words}").format(words=found.meant)
        sections: list[tuple[str, Sequence[Entry]]] = [
            (meant if found.meant else tr("Entries"), records),
            (tr("Actions"), [*offered, *named]),
        ]
        helped = (tr("Help"), self._helped(found.asked))
        return [*(sections[::-1] if found.wished and offered else sections), helped]

    def _record(self, one: Line, typed: str) -> Entry:
        icon, ref = ENTITY_ICONS.get(one.entity, "file-text"), Ref(one.entity, one.id)
        bold, below = spans(one.title, typed), spans(one.below, typed)
        return Entry(one.title, one.below, icon, run=partial(self._open, ref), ref=ref, bold=bold, bold_below=below)

    def _open(self, ref: Ref) -> None:
        Remembered(self._workspace).saw(*ref)
        self._workspace.asked.emit(Go(ref.entity, ref.id, open=True))

    def _add(self, entry: Entry) -> None:
        item = QListWidgetItem(f"{entry.text} · {entry.below}" if entry.below else entry.text)
        item.setData(ENTRY, entry)
        if entry.run is None:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.results.addItem(item)

    def _tell(self, found: Answer) -> None:
        """Say what to do where there is nothing, and tell screen readers how much there is."""
        any_ = self.results.count() > 0
        self.nothing.setText(
            tr("Nothing found for “{text}”. Try fewer letters, or another spelling.").format(text=found.asked)
            if found.asked
            else tr("Type a name, a town or an old code (UMI 3527), or what to do: “vietnam summary”, “send hanoi”, "
                    "“new mission to can tho”, “backup now”.")
        )  # fmt: skip
        self.nothing.setVisible(not any_)
        self.results.setVisible(any_)
        count = sum(entry.run is not None for entry in self.entries())
        announce(self.field, tr("%n result(s)", "", count) if any_ else self.nothing.text())

    def entries(self) -> list[Entry]:
        """Return the lines that are shown, headings included."""
        return [self.results.item(place).data(ENTRY) for place in range(self.results.count())]

    # Steering ----------------------------------------------------------------------------------------------------

    def steer(self, event: QKeyEvent) -> None:
        """Take a key of the field."""
        key = Qt.Key(event.key())
        current = self.results.currentRow()
        if key == Qt.Key.Key_Escape:
            self.leave(back=True)
        elif key in DOWN or key in UP:
            self._select_from(current, 1 if key in DOWN else -1)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            for _line in range(6):
                self._select_from(self.results.currentRow(), 1 if key == Qt.Key.Key_PageDown else -1)
        elif key == PIN:
            self._pin()
        elif (
            event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.over is self._home
        ):  # else the form hides it
            self._show_beside()
        elif self._reading is not None:
            self._reading.cancel()  # Enter before the answer: what stands there is the answer to an older text
            self._answer_now()
        elif (item := self.results.currentItem()) is not None:
            self._run(item)

    def _answer_now(self) -> None:
        """Open the first thing that the typed text finds, as soon as it is found."""
        text, language = self.field.text().strip(), lang()

        def open_(found: Answer) -> None:
            self._show(found)
            if (item := self.results.currentItem()) is not None:
                self._run(item)

        self._reading = self._workspace.read(lambda store: answer(store, text, language), open_)

    def _select_from(self, place: int, step: int) -> None:
        place += step
        while 0 <= place < self.results.count():
            if self.results.item(place).flags() & Qt.ItemFlag.ItemIsEnabled:
                self.results.setCurrentRow(place)
                entry: Entry = self.results.item(place).data(ENTRY)
                announce(self.field, entry.spoken())
                return
            place += step

    def _run(self, item: QListWidgetItem) -> None:
        entry: Entry = item.data(ENTRY)
        if entry.run is not None:
            self.leave(back=True)
            entry.run()

    def current(self) -> Entry | None:
        """Return the line that is selected."""
        entries, place = self.entries(), self.results.currentRow()
        return entries[place] if 0 <= place < len(entries) else None

    def _show_beside(self) -> None:
        entry = self.current()
        if entry is not None and entry.ref is not None:
            Remembered(self._workspace).saw(*entry.ref)
            self.beside_asked.emit(*entry.ref)
            self.raise_()

    def _pin(self) -> None:
        entry = self.current()
        if entry is None or entry.ref is None:
            return
        pinned = Remembered(self._workspace).pin(*entry.ref)
        words = tr("Pinned: {name}") if pinned else tr("No longer pinned: {name}")
        announce(self.field, words.format(name=entry.text))
        self.hint.setText(words.format(name=entry.text))
        if not self.field.text():
            self.ask("")

    def leave(self, *, back: bool) -> None:
        """Go out of view."""
        if self.isVisible():
            self.hide()
            self.field.clear()
            self.retranslate()
            self.left.emit(back)
            self._stand_over(self._home)  # the form may go now

    # Words, place ------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        self.field.setPlaceholderText(tr("Search partners, instruments, missions…"))
        self.field.setAccessibleName(tr("Search everything"))
        self.field.setAccessibleDescription(tr("Results stand below; the arrow keys choose, Enter opens."))
        self.results.setAccessibleName(tr("Results"))
        self._escape.setText(tr("Esc"))
        beside = self.over is self._home
        self.hint.setText(
            tr("Enter opens · Ctrl+Enter shows an entry beside · Ctrl+B pins it") if beside else
            tr("Enter opens · Ctrl+B pins it")
        )  # fmt: skip
        if self.isVisible():
            self.ask(self.field.text())

    def _place(self) -> None:
        over = self.over
        self.field.setFont(look.font(16))
        width = min(look.px(WIDTH), over.width() - 40)
        top = min(look.px(TOP), over.height() // 6)
        rows = sum(self.results.sizeHintForRow(place) for place in range(self.results.count()))
        around = self.field.sizeHint().height() + self.hint.sizeHint().height() + 40
        inner = rows + 8 if rows else self.nothing.heightForWidth(width - 2)
        self.setGeometry((over.width() - width) // 2, top, width, min(around + inner, over.height() - top - 40))

    def sizeHint(self) -> QSize:
        """Be as wide as the design says."""
        return QSize(look.px(WIDTH), look.px(400))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle when the window changes its size; go out of view before a form that closes."""
        if watched is self.over and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        if watched is self.over and watched is not self._home and event.type() in (QEvent.Type.Close, QEvent.Type.Hide):
            self.leave(back=False)
            self._stand_over(self._home)
        return False
