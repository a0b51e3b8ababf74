"""One field of a form: its label, its editor, and below it what is wrong with the value."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from desktop_app.domain.entity import Field, Problem
from desktop_app.domain.values import Showing
from desktop_app.gui import icons, theme
from desktop_app.gui.editors.base import Editor
from desktop_app.gui.help.field import kind_of
from desktop_app.gui.parts import Worded, column, label, look_as, row
from desktop_app.gui.theme import look
from desktop_app.gui.words import lang, said, tr, unbroken

LABEL_WIDTH = 148


class Note(QWidget):
    """A line below an editor: an icon and words for an error or a warning, and a guess that can be taken."""

    taken = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._icon = QLabel()
        self._icon.setFixedWidth(look.px(16))
        self._icon.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.words = label("", "error", wrap=True)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.guess = QPushButton()
        self.guess.setProperty("kind", "link")
        self.guess.setAutoDefault(False)
        self.guess.clicked.connect(self.taken)
        self._error = False
        line = row(self._icon, self.words, self.guess, spacing=4, margins=(2, 2, 0, 2))
        line.setStretch(1, 1)
        self.setLayout(line)
        self.hide()
        look.changed.connect(self._paint_icon)

    def say(self, text: str, *, error: bool, guess: str = "") -> None:
        """Say what is wrong, or nothing."""
        self._error = error
        self.words.setText(unbroken(text))
        look_as(self.words, "error" if error else "warn")
        self.guess.setText(guess)
        self.guess.setVisible(bool(guess))
        self._paint_icon()
        self.setVisible(bool(text))

    def show_icon(self, *, shown: bool) -> None:
        """Show the sign of an error or a warning, or words alone."""
        self._icon.setVisible(shown)

    def wanted_width(self) -> int:
        """Return how wide everything would be on one line."""
        icon = 0 if self._icon.isHidden() else self._icon.width() + 4
        guess = self.guess.sizeHint().width() + 4 if self.guess.text() else 0
        return icon + self.words.fontMetrics().horizontalAdvance(self.words.text()) + guess + 8

    def _paint_icon(self) -> None:
        now = theme.now()
        name, colour = ("circle-x", now.error) if self._error else ("triangle-alert", now.warn)
        self._icon.setPixmap(icons.pixmap(name, colour, look.px(14), self.devicePixelRatioF()))


class Cell(Worded, QWidget):
    """The editor of a field with its note; the label stands beside it in the form's grid."""

    changed = Signal()
    settled = Signal()

    def __init__(self, field: Field, editor: Editor) -> None:
        super().__init__()
        self.field = field
        self.editor = editor
        self.label = label("", "muted", wrap=True)
        self.label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.label.setContentsMargins(0, look.px(6), 0, 0)
        self.label.setMaximumWidth(look.px(LABEL_WIDTH))
        self.label.setBuddy(editor.focusProxy() or editor)
        self.note = Note()
        self._problems: Sequence[Problem] = ()
        self._hint = ""
        self.note.taken.connect(editor.take_guess)
        editor.changed.connect(self.changed)
        editor.settled.connect(self._on_settled)
        editor.changed.connect(self._refresh)
        self._line = row(editor, spacing=8)
        self.setLayout(column(self._line, self.note, spacing=0))
        self.retranslate()

    def add_beside(self, widget: QWidget) -> None:
        """Put a widget at the right of the editor, such as the number of days between two dates."""
        self._line.addWidget(widget)

    def retranslate(self) -> None:
        """Say the label and what is wrong in the language of the screen."""
        words = said(self.field.words)
        self.label.setText(f"{words} *" if self.field.required else words)
        self.label.setToolTip(tr("{field}: Ctrl+Shift+H shows its history").format(field=words))
        self._refresh()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show what the rules say of this field."""
        if problems != self._problems:
            self._problems = problems
            self._refresh()

    def hint(self, text: str) -> None:
        """Tell screen readers something more about the field, such as that its value was proposed."""
        self._hint = text
        self._refresh()

    def show_field(self, shown: bool) -> None:
        """Show the field, or hide it where it makes no sense."""
        self.setVisible(shown)
        self.label.setVisible(shown)

    @property
    def wrong(self) -> bool:
        """Whether something must be corrected before saving."""
        return self.editor.problem is not None or any(problem.blocking for problem in self._problems)

    def _on_settled(self) -> None:
        self._refresh()
        self.settled.emit()

    def _refresh(self) -> None:
        unread, text = self.editor.problem, ""
        if unread is not None:
            text = said(unread)
        elif self._problems:
            worst = next((problem for problem in self._problems if problem.blocking), self._problems[0])
            text = said(worst.words)
        guess = ""
        if unread is not None and self.editor.guess is not None:
            shown = self.field.type.show(self.editor.guess, Showing(lang()))
            guess = tr("Write {value}").format(value=shown)
        self.note.say(text, error=self.wrong, guess=guess)
        self.editor.show_wrong(self.wrong)
        name = said(self.field.words)
        name = tr("{field}, required").format(field=name) if self.field.required else name
        self.editor.describe(name, " ".join(part for part in (text, self._hint) if part) or kind_of(self.field.type))
