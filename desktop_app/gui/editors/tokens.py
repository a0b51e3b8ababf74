"""The editor of several values: each a token that can be opened and removed, then the line that adds another."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QToolButton, QWidget

from desktop_app.domain.text import fold
from desktop_app.domain.values import Unreadable, Value
from desktop_app.domain.words import Words
from desktop_app.gui import icons
from desktop_app.gui.editors.ahead import Ahead
from desktop_app.gui.editors.base import Editor
from desktop_app.gui.editors.links import Source, Suggestion
from desktop_app.gui.flow import Flow
from desktop_app.gui.parts import look_as, restyle, row
from desktop_app.gui.theme import look
from desktop_app.gui.words import tr

LONGEST, AROUND = 300, 16  # of words before a token knows its line; what stands around them


class Token(QFrame):
    """One value: its words, which open it, and a cross that removes it."""

    opened = Signal(str)
    removed = Signal(str)

    def __init__(self, one: Suggestion) -> None:
        super().__init__()
        self.one = one
        self._room = 0
        look_as(self, "token")
        self.words = QPushButton()
        self.words.setProperty("kind", "token")
        self.words.setAutoDefault(False)
        self.words.setMinimumWidth(1)  # however long the words: a form is never wider for them
        self.words.clicked.connect(lambda: self.opened.emit(one.value))
        self.cross = QToolButton()
        self.cross.setIcon(icons.icon("x", "filter_text"))
        look.size_icon(self.cross, 16, 16)
        self.cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Delete does the same from the keyboard
        self.cross.clicked.connect(lambda: self.removed.emit(one.value))
        self.setLayout(row(self.words, self.cross, spacing=0))
        self.retranslate()

    def fit(self, room: int) -> None:
        """Say all the words that a line of this width has room for."""
        if room != self._room:
            self._room = room
            self._say_words()

    def _say_words(self) -> None:
        """Shorten only what is longer than a whole line."""
        metrics = self.words.fontMetrics()
        most = look.px(LONGEST)
        if self._room:
            most = self._room - self.cross.sizeHint().width() - look.px(AROUND)
        shown = metrics.elidedText(self.one.title, Qt.TextElideMode.ElideRight, most)
        self.words.setText(shown.replace("&", "&&"))

    def retranslate(self) -> None:
        """Say the words anew."""
        self._say_words()
        self.words.setToolTip(" · ".join(part for part in self.one[1:] if part))
        self.words.setAccessibleName(self.one.title)
        self.cross.setAccessibleName(tr("Remove {name}").format(name=self.one.title))
        self.cross.setToolTip(self.cross.accessibleName())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove with Delete or Backspace, open with Ctrl+Enter."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(self.one.value)
        elif enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.opened.emit(self.one.value)
        else:
            super().keyPressEvent(event)


class _Frame(QFrame):
    """Looks like one field; a click anywhere in it begins to type."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        look_as(self, "tokens")

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.pressed.emit()


class _Line(Ahead):
    """The line at the end, which shows in the frame where the focus is; Escape gives a search up."""

    focused = Signal(bool)
    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() and not self.proposing:
            self.clear()
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]
        self.focused.emit(True)

    def focusOutEvent(self, event: object) -> None:
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.focused.emit(False)


class TokensEditor(Editor):
    """A set of values of a source."""

    def __init__(self, source: Source, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.source = source
        self._values: list[str] = []
        self.tokens: list[Token] = []
        self._frame = _Frame()
        self._flow = Flow(self._frame, spacing=4, fill=True)
        self._flow.setContentsMargins(5, 3, 5, 3)
        self.line = _Line(source)
        self.line.setMinimumWidth(look.px(72))
        self._flow.addWidget(self.line)
        self._frame.pressed.connect(self.line.setFocus)
        self.line.taken.connect(lambda one: self._add([one.value]))
        self.line.create_asked.connect(lambda text: self.source.create(text, self._take_new))
        self.line.emptied.connect(self._remove_last)
        self.line.textEdited.connect(self._on_typed)
        self.line.given_up.connect(lambda: self._on_typed(""))
        self.line.returnPressed.connect(self._take_typed)
        self.line.left.connect(self.settle)
        self.line.focused.connect(self._show_focus)
        self.setFocusProxy(self.line)
        self.setLayout(row(self._frame))
        self.retranslate()

    def propose_from(self, source: Source) -> None:
        """Propose what another source of the same values knows."""
        self.source = self.line.source = source

    def value(self) -> Value:
        """Return the values, in the order in which they are kept."""
        return tuple(sorted(self._values)) or None

    def set_value(self, value: Value) -> None:
        """Show values, in the order of their words."""
        self.problem = None
        self.line.clear()
        self._show(list(value) if isinstance(value, tuple) else [])

    @property
    def unfinished(self) -> bool:
        """Whether a text stands here that was not taken."""
        return bool(self.line.text().strip())

    def settle(self) -> None:
        """Take what was typed where texts are taken as they are; say where something had to be chosen."""
        if not self.source.free:
            self.line.finish()
        self._take_typed()
        text = self.line.text().strip()
        if text and self.problem is None:
            self.problem = Words(
                f"« {text} » n’est pas choisi : prenez une ligne de la liste (F4), ou effacez.",
                f"“{text}” is not chosen: take a line of the list (F4), or empty it.",
            )
        self.settled.emit()

    def retranslate(self) -> None:
        """Say the values in the language of the screen."""
        self._show(self._values)
        self._hint = tr("Add…") if self.source.free else tr("Type to search…")
        self._place_hint()

    def framed(self) -> QWidget:
        """Return the frame around the tokens."""
        return self._frame

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the tokens say all that a line has room for."""
        super().resizeEvent(event)
        for token in self.tokens:
            token.fit(self._line_room())

    def _line_room(self) -> int:
        margins = self._flow.contentsMargins()
        return self.width() - margins.left() - margins.right() - 2  # the frame

    def _on_typed(self, text: str) -> None:
        self.problem = None
        if text.endswith(";"):
            self._take_typed()
        self.changed.emit()

    def _take_typed(self) -> None:
        """Take what was typed as it is; several values may stand in it, with ; between them."""
        taken: list[str] = []
        try:
            for part in self.line.text().split(";"):
                value = self.source.read(part) if part.strip() else None
                if value is not None:
                    taken.append(value)
        except Unreadable as unreadable:
            self.problem = unreadable.words
            return
        if taken:
            self._add(taken)

    def _take_new(self, value: str) -> None:
        self._add([value])
        self.line.setFocus()

    def _add(self, values: list[str]) -> None:
        self.line.clear()
        self.problem = None
        self._change([*self._values, *(value for value in dict.fromkeys(values) if value not in self._values)])

    def _remove(self, value: str) -> None:
        place = self._values.index(value)
        self._change([kept for kept in self._values if kept != value])
        following = self.tokens[place].words if place < len(self.tokens) else self.line
        following.setFocus()

    def _remove_last(self) -> None:
        if self._values:
            self._change(self._values[:-1])
            self.line.setFocus()

    def _change(self, values: list[str]) -> None:
        if values != self._values:
            self._show(values)
            self.changed.emit()

    def _show(self, values: list[str]) -> None:
        named = sorted((self.source.named(value) for value in values), key=lambda one: fold(one.title))
        self._values = [one.value for one in named]
        if [token.one for token in self.tokens] != named:
            for token in self.tokens:
                self._flow.removeWidget(token)
                token.hide()
                token.deleteLater()
            self.tokens = [self._token(one) for one in named]
        for token in self.tokens:
            token.fit(self._line_room())
            token.retranslate()
        self._place_hint()

    def _token(self, one: Suggestion) -> Token:
        token = Token(one)
        self._flow.insert(self._flow.count() - 1, token)
        token.opened.connect(self.source.open)
        token.removed.connect(self._remove)
        # Only the new one is moved: with the line, Tab would go on from the end of the window.
        QWidget.setTabOrder(_before(self.line), token.words)
        token.show()
        return token

    def _place_hint(self) -> None:
        self.line.setPlaceholderText("" if self.tokens else getattr(self, "_hint", ""))
        self.updateGeometry()

    def _show_focus(self, focused: bool) -> None:
        self._frame.setProperty("focused", focused)
        restyle(self._frame)


def _before(widget: QWidget) -> QWidget:
    """Return what Shift+Tab leads to from a widget."""
    found = widget.previousInFocusChain()
    while found is not None and found is not widget and not found.focusPolicy() & Qt.FocusPolicy.TabFocus:
        found = found.previousInFocusChain()
    return found or widget
