"""Editors of what is typed: one line of any type, or text of several lines."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QFocusEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop_app.domain.types import Amount, Type
from desktop_app.domain.values import Reading, Showing, Unreadable, Value
from desktop_app.gui.editors.base import Editor
from desktop_app.gui.icon_line import IconLine
from desktop_app.gui.parts import row
from desktop_app.gui.theme import look
from desktop_app.gui.words import lang, tr

if TYPE_CHECKING:
    from collections.abc import Callable


class Line(IconLine):
    """A line of text that Ctrl+Enter opens where there is something to open."""

    def __init__(self) -> None:
        super().__init__()
        self.opener: QAction | None = None
        self.open_below: Callable[[], None] | None = None  # a list or a calendar, by Alt+Down

    def offer(self, icon: str) -> QAction:
        """Put an icon at the end of the line, which Ctrl+Enter triggers too."""
        self.opener = self.put_icon(icon)
        return self.opener

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Ctrl+Enter; the rest is typing."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.opener is not None:
            self.opener.trigger()
        else:
            super().keyPressEvent(event)


class LineEditor(Editor):
    """One line in which a value of any type is written as people write it."""

    def __init__(self, type_: Type, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.type = type_
        self._value: Value = None
        self._typed = False
        self.line = Line()
        if isinstance(type_, Amount):
            self.line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.line.textEdited.connect(self._on_typed)
        self.line.editingFinished.connect(self.settle)
        self.setFocusProxy(self.line)
        self.setLayout(row(self.line))

    def value(self) -> Value:
        """Return the value; a text that can't be read yet leaves it as it was."""
        if not self._typed:
            return self._value
        try:
            return self.read(self.line.text())
        except Unreadable:
            return self._value

    def set_value(self, value: Value) -> None:
        """Show a value."""
        self._value, self._typed = value, False
        self.problem, self.guess = None, None
        self._show()

    def read(self, text: str) -> Value:
        """Read what was typed; raises Unreadable."""
        return self.type.read(text, Reading(lang()))

    @property
    def unfinished(self) -> bool:
        """Whether what was typed can't be read so far."""
        if not self._typed:
            return False
        try:
            self.read(self.line.text())
        except Unreadable:
            return True
        return False

    def settle(self) -> None:
        """Read what was typed and show it as the program writes it, or say why it can't be read."""
        if self._typed:
            try:
                self.set_value(self.read(self.line.text()))
            except Unreadable as unreadable:
                self.problem, self.guess = unreadable.words, unreadable.guess
        self.settled.emit()

    def retranslate(self) -> None:
        """Show the value in the language of the screen, unless somebody is writing it."""
        if not self._typed:
            self._show()

    def _on_typed(self) -> None:
        self._typed = True
        self.problem, self.guess = None, None
        self.changed.emit()

    def _show(self) -> None:
        text = self.type.show(self._value, Showing(lang()))
        if text != self.line.text():
            self.line.setText(text)
            self.line.setCursorPosition(0)


class AddressEditor(LineEditor):
    """A web or e-mail address, which can be opened."""

    def __init__(self, type_: Type, icon: str, scheme: str, parent: QWidget | None = None) -> None:
        super().__init__(type_, parent)
        self._scheme = scheme
        self._open = self.line.offer(icon)
        self._open.triggered.connect(self._on_open)
        self.changed.connect(self._refresh)
        self.retranslate()

    def set_value(self, value: Value) -> None:
        """Show an address."""
        super().set_value(value)
        self._refresh()

    def retranslate(self) -> None:
        """Say what the icon does."""
        super().retranslate()
        self._open.setText(tr("Write to this address") if self._scheme else tr("Open this page"))
        self._open.setToolTip(f"{self._open.text()} (Ctrl+↵)")

    def _refresh(self) -> None:
        self._open.setVisible(bool(self.value()))

    def _on_open(self) -> None:
        self.settle()
        if value := self.value():
            QDesktopServices.openUrl(QUrl(f"{self._scheme}{value}"))


class _Page(QPlainTextEdit):
    """Text of several lines that Tab leaves and that grows with what it holds."""

    LEAST, MOST = 2, 8

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().contentsChanged.connect(self.fit)
        look.changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Be as high as the text, within limits."""
        lines = min(self.MOST, max(self.LEAST, self.blockCount()))
        height = QFontMetrics(self.font()).lineSpacing() * lines + 2 * look.px(9)
        if height != self.minimumHeight():
            self.setFixedHeight(height)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let the editor know that the text is finished."""
        super().focusOutEvent(event)
        parent = self.parent()
        if isinstance(parent, Editor) and event.reason() != Qt.FocusReason.PopupFocusReason:
            parent.settle()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the height right when the text size changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.fit()


class TextEditor(Editor):
    """Text of several lines."""

    def __init__(self, type_: Type, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.type = type_
        self._value: Value = None
        self._typed = False
        self.page = _Page()
        self.page.textChanged.connect(self._on_typed)
        self.setFocusProxy(self.page)
        self.setLayout(row(self.page))

    def value(self) -> Value:
        """Return the text."""
        return self.type.read(self.page.toPlainText(), Reading(lang())) if self._typed else self._value

    def set_value(self, value: Value) -> None:
        """Show a text."""
        self._value = value
        blocked = self.page.blockSignals(True)
        self.page.setPlainText(str(value or ""))
        self.page.blockSignals(blocked)
        self._typed = False
        self.page.fit()

    def settle(self) -> None:
        """Say that the user has finished."""
        self.settled.emit()

    def _on_typed(self) -> None:
        self._typed = True
        self.changed.emit()
