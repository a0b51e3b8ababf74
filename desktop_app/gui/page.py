"""What every page is: a widget with commands, words in two languages and a line for the status bar."""

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from desktop_app.gui.actions import Actions, CommandButton, collect
from desktop_app.gui.parts import PLAIN_TEXT, Worded
from desktop_app.gui.words import speech
from desktop_app.gui.workspace import Go, Workspace


class Page(Worded, QWidget):
    """A page. Subclasses build themselves in `__init__`, call `finish()`, and override what concerns them."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.actions_ = Actions(self)
        self._fresh = False
        workspace.opened.connect(self._on_opened)
        workspace.changed.connect(self._on_changed)

    def finish(self) -> None:
        """Collect the commands and say every word; called once at the end of a subclass's `__init__`."""
        self.actions_ = collect(self)
        self.retranslate()

    def retranslate(self) -> None:
        """Say every text again in the language of the screen."""
        self.actions_.retranslate()

    def status(self) -> str:
        """Say for the status bar what is shown and why."""
        return ""

    def view_id(self) -> str:
        """Return the saved view that the page shows; nothing where it shows none."""
        return ""

    def load(self) -> None:
        """Read what the page shows; called when it is first seen, and seen again after a change."""

    def concerned(self, changes: object) -> bool:
        """Whether changes of the base change what the page shows."""
        return changes is not None

    def take_focus(self) -> None:
        """Give the keyboard to the part that one works with first."""
        self.setFocus()

    def panes(self) -> list[QWidget]:
        """Return the parts between which F6 goes."""
        return [self]

    def visit(self, go: Go) -> None:
        """Show what was asked for: a record, a filter."""

    def showEvent(self, event: QShowEvent) -> None:
        """Load when the page is seen and what it shows is not fresh."""
        super().showEvent(event)
        self._freshen()

    def _freshen(self) -> None:
        if not self._fresh and self.workspace.is_open and self.isVisible():
            self._fresh = True
            self.load()

    def _on_opened(self) -> None:
        self._fresh = False
        self._freshen()

    def _on_changed(self, changes: object, by: QObject | None) -> None:
        if by is not self and self.concerned(changes):
            self._fresh = False
            self._freshen()

    def say(self) -> None:
        """Tell the status bar that the page's line has changed."""
        self.workspace.said.emit(self)


class _Said(QLabel):
    """Words of the head; `told` when they are other ones."""

    told = Signal()

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.setProperty("textFormat", PLAIN_TEXT)
        self.setProperty("kind", kind)

    def setText(self, text: str) -> None:
        """Say other words."""
        if text != self.text():
            super().setText(text)
            self.told.emit()


class PageHead(QWidget):
    """The head of a page: title, count, and the page's verbs at the right, the most important last."""

    def __init__(self) -> None:
        super().__init__()
        self.title, self.count = _Said("title"), _Said("count")
        self._counted: QWidget = self.count
        self._verbs = QHBoxLayout()
        self._verbs.setSpacing(8)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.title)
        line.addWidget(self.count)
        line.addStretch(1)
        line.addLayout(self._verbs)
        self._line = line
        self.setLayout(line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for words in (self.title, self.count):
            words.told.connect(self.fit)
        # Once all verbs have said their new words.
        speech.changed.connect(self.fit, Qt.ConnectionType.QueuedConnection)

    def offer(self, *verbs: QWidget) -> None:
        """Put verbs at the right of the head."""
        for verb in verbs:
            self._verbs.addWidget(verb)
        self.fit()

    def count_by(self, link: QWidget) -> None:
        """Have a link say the count; `fit` is called where it says something else."""
        self._line.replaceWidget(self._counted, link)
        self._counted.hide()
        self._counted = link

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the words of the verbs while there is room for them."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Set the count on the line of the title; leave verbs few words or only their icons where words find no room."""
        title, count = self.title.fontMetrics(), self.count.fontMetrics()
        lower = (title.ascent() - title.descent()) - (count.ascent() - count.descent())
        self.count.setContentsMargins(0, max(lower, 0), 0, 0)
        items = [self._verbs.itemAt(number) for number in range(self._verbs.count())]
        buttons = [widget for item in items if item and isinstance(widget := item.widget(), CommandButton)]
        for button in buttons:
            button.show_only_icon(only_icon=False)
            button.say_short(in_short=False)
        words = self.title.sizeHint().width() + (0 if self._counted.isHidden() else self._counted.sizeHint().width())
        gives = [*(partial(one.say_short, in_short=True) for one in buttons),
                 *(partial(one.show_only_icon, only_icon=True) for one in buttons)]  # fmt: skip
        for give in gives:  # the last verb, which is the most important, last
            if words + sum(one.sizeHint().width() + 8 for one in buttons) + 24 <= self.width():
                break
            give()
