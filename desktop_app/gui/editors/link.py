"""The editor of a link: type anywhere in it, choose by name and place; it keeps the record, never a text."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_app.domain.values import Value
from desktop_app.domain.words import Words
from desktop_app.gui import theme
from desktop_app.gui.editors.ahead import Ahead
from desktop_app.gui.editors.base import Editor
from desktop_app.gui.editors.links import Source, Suggestion
from desktop_app.gui.parts import row
from desktop_app.gui.theme import look
from desktop_app.gui.words import said, tr


class LinkLine(Ahead):
    """A line that shows a linked record, or what is typed to find another one."""

    def __init__(self, source: Source) -> None:
        super().__init__(source)
        self.shown: Suggestion | None = None
        self.go = self.offer("external-link")
        self.go.setVisible(False)

    def show_link(self, one: Suggestion | None) -> None:
        """Show a record, or nothing."""
        self.shown = one
        self.setText(one.title if one else "")
        self.setCursorPosition(0)
        self.setModified(False)
        self.go.setVisible(one is not None)
        self.setToolTip(" · ".join(part for part in one[1:] if part) if one else "")
        self.update()

    @property
    def untouched(self) -> bool:
        """Whether the line still shows the record as it was set."""
        return not self.isModified()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Backspace remove the record, and any letter begin a new search."""
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        whole = self.shown is not None and self.untouched
        if whole and plain and event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.show_link(None)
            self.emptied.emit()
            return
        if whole and plain and event.text().isprintable() and event.text():
            self.selectAll()
        if event.key() == Qt.Key.Key_Escape and self.isModified() and not self.proposing:
            self.show_link(self.shown)
            self.left.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write what tells the record from its homonyms behind its name, where there is room."""
        super().paintEvent(event)
        if self.shown is None or not self.untouched:
            return
        painter = QPainter(self)
        if not self.hasFocus():
            self._end_in_dots(painter)
        painter.setFont(look.font(theme.SMALL_PX))
        left = self.fontMetrics().horizontalAdvance(self.text()) + look.px(22)
        room = self.width() - left - look.px(34)
        if text := with_room(self.shown.subtitle, painter.fontMetrics(), room):
            painter.setPen(QColor(theme.now().faint))
            painter.drawText(left, 0, room, self.height(), Qt.AlignmentFlag.AlignVCenter, text)

    def _end_in_dots(self, painter: QPainter) -> None:
        """Let a name that is longer than the line end in dots, rather than in half a letter."""
        left = 11  # where the line itself begins its text
        inner = QRect(left, 2, self.width() - left - look.px(34), self.height() - 4)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, inner.width())
        if text != self.text():
            painter.fillRect(inner.adjusted(0, 0, look.px(5), 0), QColor(theme.now().surface))
            painter.setPen(QColor(theme.now().text))
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, text)


def with_room(text: str, metrics: QFontMetrics, room: int) -> str:
    """Return what tells a record from its homonyms as far as there is room for it; nothing rather than a stub."""
    first = text.partition(" · ")[0]
    if metrics.horizontalAdvance(text) <= room:
        return text
    if metrics.horizontalAdvance(first) <= room:
        return first
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room) if room > look.px(110) else ""


class LinkEditor(Editor):
    """A link to one record of a source."""

    def __init__(self, source: Source, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: str | None = None
        self.prompt: Words | None = None  # what stands in the empty line
        self.source = source
        self.line = LinkLine(source)
        self.line.taken.connect(self._on_taken)
        self.line.create_asked.connect(self._on_create)
        self.line.emptied.connect(self._on_emptied)
        self.line.textEdited.connect(lambda _text: self._on_typed())
        self.line.left.connect(self.settle)
        self.line.go.triggered.connect(self.open)
        self.setFocusProxy(self.line)
        self.setLayout(row(self.line))
        self.retranslate()

    def value(self) -> Value:
        """Return the id of the linked record."""
        return self._value

    def set_value(self, value: Value) -> None:
        """Show a record by its id."""
        self._value = str(value) if value else None
        self.problem = None
        self.line.show_link(self.source.named(self._value) if self._value else None)

    def write(self, text: str) -> None:
        """Write a text into the line as if it had been typed, to be looked for or created."""
        self.line.setText(text)
        self.line.setModified(True)

    def have_made(self) -> None:
        """Have what is written in the line made."""
        self._on_create(self.line.text().strip())

    @property
    def unfinished(self) -> bool:
        """Whether a text stands here that was not chosen."""
        return not self.line.untouched

    def settle(self) -> None:
        """Say where a text was typed but nothing chosen; an emptied line is no link."""
        self.line.finish()
        if not self.line.untouched:
            text = self.line.text().strip()
            if not text:
                self._take(None)
            else:
                self.problem = Words(
                    f"« {text} » n’est pas choisi : prenez une ligne de la liste (F4), ou effacez.",
                    f"“{text}” is not chosen: take a line of the list (F4), or empty it.",
                )
        else:
            self.problem = None
        self.settled.emit()

    def open(self) -> None:
        """Open the linked record."""
        if self._value:
            self.source.open(self._value)

    def retranslate(self) -> None:
        """Show the record's name in the language of the screen."""
        if self.line.untouched:
            self.set_value(self._value)
        self.line.go.setText(tr("Open this entry"))
        self.line.go.setToolTip(f"{self.line.go.text()} (Ctrl+↵)")
        self.line.setPlaceholderText(said(self.prompt) if self.prompt else tr("Type to search…"))

    def _on_typed(self) -> None:
        self.problem = None
        self.changed.emit()

    def _on_taken(self, one: Suggestion) -> None:
        self._take(one.value)
        self.settled.emit()

    def _on_create(self, text: str) -> None:
        self.source.create(text, self._take_new)

    def _take_new(self, value: str) -> None:
        self._take(value)
        self.line.setFocus()
        self.settled.emit()

    def _on_emptied(self) -> None:
        if self._value:
            self._take(None)
            self.settled.emit()

    def _take(self, value: str | None) -> None:
        before = self._value
        self.set_value(value)
        if value != before:
            self.changed.emit()
