"""A row of the settings: its name and what it does at the left, its editor at the right."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QLineEdit, QPushButton, QSizePolicy, QWidget

from desktop_app.domain.text import fold
from desktop_app.gui.parts import Elided, Worded, label, row
from desktop_app.gui.preferences.kept import Kept, OfOffice
from desktop_app.gui.quiet_box import QuietBox
from desktop_app.gui.theme import look
from desktop_app.gui.words import tr

EDITOR_WIDTH = 300


class Row(Worded, QWidget):
    """One setting. `told` says what was changed and how to take it back; nothing where the base undoes it itself."""

    told = Signal(str, object)  # words, what takes it back or None

    def __init__(self, name: str, below: str, editor: QWidget) -> None:
        super().__init__()
        self.name, self.below, self.editor = name, below, editor
        self.words, self.help = label(), label("", "small", wrap=True)
        self.words.setBuddy(editor)
        self.help.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self.words, 0, 0)
        grid.addWidget(self.help, 1, 0)
        grid.addWidget(editor, 0, 1, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.editor.setMinimumWidth(look.px(EDITOR_WIDTH))

    def load(self) -> None:
        """Show what is kept."""

    def holds(self, typed: str) -> bool:
        """Whether the words of the row hold every typed word."""
        words = fold(f"{tr(self.name)} {tr(self.below)}").split()
        return all(any(word.startswith(one) for word in words) for one in fold(typed).split())

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        self.words.setText(tr(self.name))
        self.help.setText(tr(self.below))
        named = self.editor.focusProxy() or self.editor
        named.setAccessibleName(tr(self.name))
        named.setAccessibleDescription(tr(self.below))


class ChoiceRow(Row):
    """A choice among some values, each with its words; those that are marked are translated."""

    def __init__(self, name: str, below: str, kept: Kept, options: Sequence[tuple[str, str]]) -> None:
        self.box = QuietBox()
        super().__init__(name, below, self.box)
        self._kept, self._options = kept, options
        self._value = ""
        self.box.activated.connect(lambda _place: self.choose(str(self.box.currentData())))
        self.retranslate()

    def load(self) -> None:
        """Show what is kept."""
        self._kept.read(self._show)

    def _show(self, value: str) -> None:
        known = [one for one, _words in self._options]
        self._value = value if value in known else known[0]
        self.box.setCurrentIndex(known.index(self._value))

    def choose(self, value: str) -> None:
        """Keep a value, and say how to take it back."""
        before = self._value
        if value != before:
            self._set(value)
            self.told.emit(f"{tr(self.name)}: {self.box.currentText()}", lambda: self._set(before))

    def _set(self, value: str) -> None:
        self._kept.write(value)
        self._show(value)

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        super().retranslate()
        self.box.clear()
        for value, words in self._options:
            self.box.addItem(tr(words), value)
        self._show(self._value)


class TextRow(Row):
    """A line of text, kept when one has finished with it."""

    def __init__(self, name: str, below: str, kept: Kept) -> None:
        self.line = QLineEdit()
        super().__init__(name, below, self.line)
        self._kept, self._value = kept, ""
        self.line.editingFinished.connect(self._finish)
        self.retranslate()

    def load(self) -> None:
        """Show what is kept, unless somebody is typing."""
        self._kept.read(self._show)

    def _show(self, value: str) -> None:
        self._value = value
        if not (self.line.hasFocus() and self.line.isModified()):
            self.line.setText(value)
            self.line.setCursorPosition(0)

    def _finish(self) -> None:
        value, before = self.line.text().strip(), self._value
        if value != before:
            self._set(value)
            # The base undoes the steps that are in its journal by itself.
            back = None if isinstance(self._kept, OfOffice) else lambda: self._set(before)
            self.told.emit(f"{tr(self.name)}: {value or '–'}", back)

    def _set(self, value: str) -> None:
        self._kept.write(value)
        self.line.setModified(False)
        self._show(value)


class FolderRow(Row):
    """A folder, or none."""

    def __init__(self, name: str, below: str, kept: Kept, nothing: str) -> None:
        self.place, self.change, self.clear = Elided("", "muted"), QPushButton(), QPushButton()
        self.clear.setProperty("kind", "flat")
        editor = QWidget()
        editor.setLayout(row(self.place, self.change, self.clear, spacing=6))
        editor.setFocusProxy(self.change)
        super().__init__(name, below, editor)
        self._kept, self._nothing, self._value = kept, nothing, ""
        self.change.clicked.connect(self._ask)
        self.clear.clicked.connect(lambda: self.choose(""))
        self.retranslate()

    def load(self) -> None:
        """Show what is kept."""
        self._kept.read(self._show)

    def _show(self, value: str) -> None:
        self._value = value
        self.place.setText(value or tr(self._nothing))
        self.clear.setVisible(bool(value))

    def _ask(self) -> None:
        path = QFileDialog.getExistingDirectory(self, tr(self.name), self._value)
        if path:
            self.choose(path)

    def choose(self, path: str) -> None:
        """Keep a folder, and say how to take it back."""
        before = self._value
        if path != before:
            self._set(path)
            self.told.emit(f"{tr(self.name)}: {Path(path).name or tr(self._nothing)}", lambda: self._set(before))

    def _set(self, value: str) -> None:
        self._kept.write(value)
        self._show(value)

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        super().retranslate()
        self.change.setText(tr("Choose…"))
        self.clear.setText(tr("None"))
        self.clear.setAccessibleDescription(tr(self.name))
        self._show(self._value)


class ButtonRow(Row):
    """A way to somewhere else."""

    def __init__(self, name: str, below: str, words: str, run: Callable[[], None]) -> None:
        self.button, self._verb = QPushButton(), words
        super().__init__(name, below, self.button)
        self.button.clicked.connect(run)
        self.retranslate()

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        super().retranslate()
        self.button.setText(tr(self._verb))
        self.button.setAccessibleName(f"{tr(self._verb)} {tr(self.name)}")
