"""The lines of which the pane beside a list is made: headings, facts, warnings, linked records, changes."""

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QSizePolicy, QWidget

from desktop_app.gui import icons, theme
from desktop_app.gui.detail.facts import Entry
from desktop_app.gui.detail.history import HistoryLine, moment
from desktop_app.gui.parts import column, label, look_as, row
from desktop_app.gui.theme import look
from desktop_app.gui.words import breakable, labelled, tr

_ADDRESS = re.compile(r"\S{25,}")


def heading(text: str) -> QLabel:
    """Return the words above a block."""
    made = label(text, "heading")
    made.setContentsMargins(0, look.px(8), 0, 0)
    return made


def rows_of(rows: list[tuple[str, str]]) -> QGridLayout:
    """Return facts below each other: what each is called, and what it says."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    for number, (name, value) in enumerate(rows):
        named, shown = label(name, "muted", wrap=True), _value(value)
        named.setMaximumWidth(look.px(140))
        # By the font of the theme: it has not been dressed in it yet; Qt breaks a line that just fits.
        named.setMinimumWidth(min(look.px(140), QFontMetrics(look.font()).horizontalAdvance(name) + 4))
        named.setAlignment(Qt.AlignmentFlag.AlignTop)
        shown.setAccessibleName(labelled(name, value))
        grid.addWidget(named, number, 0)
        grid.addWidget(shown, number, 1)
    return grid


def _value(text: str) -> QLabel:
    """Return a label of words that go over several lines; an address goes on at a sign, and can't be selected for that."""
    if _ADDRESS.fullmatch(text):
        address = label(breakable(text), wrap=True)
        address.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        address.setToolTip(text)
        return address
    shown = label(text, wrap=True)
    shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    shown.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return shown


class _Icon(QLabel):
    """An icon in a colour of the theme."""

    def __init__(self, name: str, role: str = "muted") -> None:
        super().__init__()
        self._name, self._role = name, role
        self.setFixedWidth(look.px(18))
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setContentsMargins(0, 1, 0, 0)
        look.changed.connect(self._paint)
        self._paint()

    def _paint(self) -> None:
        now = theme.now()
        colour = now.chips["amber"].text if self._role == "amber" else str(getattr(now, self._role))
        self.setPixmap(icons.pixmap(self._name, colour, look.px(16), self.devicePixelRatioF()))


class WarningLine(QFrame):
    """Something to be done, or to be looked at."""

    def __init__(self, text: str) -> None:
        super().__init__()
        look_as(self, "notice", hue="amber")
        words = label(text, wrap=True)
        words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        words.setMinimumHeight(look.px(18))
        self.setLayout(row(_Icon("triangle-alert", "amber"), words, spacing=6, margins=(8, 6, 8, 6)))


class _Name(QPushButton):
    """A name that opens its record, over two lines where one has no room for it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._whole = text
        self.setProperty("kind", "entry")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        super().resizeEvent(event)
        shown = "\n".join(self._lines(self.width() - 4)).replace("&", "&&")
        if shown != self.text():
            self.setText(shown)

    def _lines(self, width: int) -> list[str]:
        metrics, words = self.fontMetrics(), self._whole.split(" ")
        first = next(
            (
                count
                for count in range(len(words), 0, -1)
                if metrics.horizontalAdvance(" ".join(words[:count])) <= width
            ),
            1,
        )
        lines = [" ".join(words[:first]), " ".join(words[first:])]
        return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines if line]


class LinkedLine(QWidget):
    """A linked record: its name opens it, a grey line says what it is here."""

    opened = Signal(str, str)

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        name = _Name(entry.title)
        name.setAccessibleName(", ".join(part for part in (entry.title, entry.second, entry.right) if part))
        name.setToolTip(name.accessibleName())
        name.clicked.connect(lambda: self.opened.emit(entry.entity, entry.id))
        lines = column(name, spacing=0)
        if entry.second:
            second = label(entry.second, "small", wrap=True)
            second.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            lines.addWidget(second)
        line = row(_Icon(entry.icon), spacing=6)
        line.addLayout(lines, 1)
        if entry.right:
            line.addWidget(label(entry.right, "small"), 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)


class ChangeLine(QWidget):
    """One of the last changes, with who made it and when."""

    def __init__(self, change: HistoryLine) -> None:
        super().__init__()
        words, below = label(change.sentence, wrap=True), label("", "small", wrap=True)
        by = tr("{source}, {when}").format(source=change.source or change.who, when=moment(change.wall))
        below.setText(tr("{by} (undone)").format(by=by) if change.undone else by)
        for shown in (words, below):
            shown.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        line = row(_Icon(change.icon), spacing=6)
        line.addLayout(column(words, below, spacing=0), 1)
        self.setLayout(line)
