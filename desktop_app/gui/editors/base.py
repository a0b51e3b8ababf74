"""What every editor of a cell is: it holds one value, says when it changes, and what it could not read."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.values import Value
from desktop_app.gui.parts import Worded, restyle

if TYPE_CHECKING:
    from desktop_app.domain.words import Words


class Editor(Worded, QWidget):
    """The editor of one value. Subclasses say which widget has the focus by `setFocusProxy`.

    `changed` comes with each keystroke or choice, `settled` when the user has finished: Enter, or the focus left.
    A text that can't be read stays on the screen, with its sentence in `problem` and perhaps a `guess`; `value()` is
    then what it was before, and who saves must first have the text corrected.
    """

    changed = Signal()
    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.problem: Words | None = None
        self.guess: Value = None

    def value(self) -> Value:
        """Return the value."""
        raise NotImplementedError

    def set_value(self, value: Value) -> None:
        """Show a value; says nothing of a change."""
        raise NotImplementedError

    def settle(self) -> None:
        """Read what was typed; called when the focus leaves, and before saving."""

    @property
    def unfinished(self) -> bool:
        """Whether something stands here that is not in the value: a text that is not read or not chosen yet."""
        return self.problem is not None

    def retranslate(self) -> None:
        """Show the value in the language of the screen."""

    def take_guess(self) -> None:
        """Take what was guessed from a text that could not be read."""
        if self.guess is not None:
            value, self.problem, self.guess = self.guess, None, None
            self.set_value(value)
            self.changed.emit()
            self.settled.emit()

    def describe(self, name: str, description: str = "") -> None:
        """Tell screen readers what is edited here, and what is wrong with it."""
        holder = self.focusProxy() or self
        holder.setAccessibleName(name)
        holder.setAccessibleDescription(description)

    def show_wrong(self, wrong: bool) -> None:
        """Mark the editor where its value has an error."""
        holder = self.framed()
        if bool(holder.property("wrong")) != wrong:
            holder.setProperty("wrong", wrong)
            restyle(holder)

    def framed(self) -> QWidget:
        """Return the widget whose frame is seen."""
        return self.focusProxy() or self
