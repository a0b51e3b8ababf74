"""Small parts that every screen is built from: labels, chips, icon buttons, rows and columns."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui import icons
from desktop_app.gui.theme import Hue, look
from desktop_app.gui.words import speech

Item = QWidget | QLayout | int | None
Margins = tuple[int, int, int, int]
NONE: Margins = (0, 0, 0, 0)
# Qt.TextFormat.PlainText. The namespace Qt takes as long to load as all other modules of the frame together, so what
# stands before the first paint does without it.
PLAIN_TEXT = 0


def look_as(widget: QWidget, kind: str, **more: object) -> None:
    """Give a widget the looks of a `kind` of the stylesheet, and have them show."""
    widget.setProperty("kind", kind)
    for name, value in more.items():
        widget.setProperty(name, value)
    restyle(widget)


def restyle(widget: QWidget) -> None:
    """Have a changed property show: Qt looks at properties only when a widget is polished."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


_BARE = ("", "title", "heading", "muted", "small", "record")  # labels without a frame or a background


def label(text: str = "", kind: str = "", *, wrap: bool = False) -> QLabel:
    """Return a label; its text is never read as HTML."""
    made = QLabel(text)
    made.setProperty("textFormat", PLAIN_TEXT)
    made.setProperty("kind", kind)
    made.setWordWrap(wrap)
    if kind in _BARE:
        made.setIndent(2 if kind == "title" else 1)  # else the hook of a J is cut
    return made


def open_as(window: QWidget, width: int, height: int) -> None:
    """Give a window the size of the design, in pixels at the usual text size, but never more than its screen has."""
    look.size_window(window, width, height)


def chip(text: str, hue: Hue) -> QLabel:
    """Return a chip of one word; where a hue means something, the word says it too."""
    made = label(text, "chip")
    made.setProperty("hue", hue)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


def line() -> QFrame:
    """Return a horizontal hairline."""
    made = QFrame()
    made.setProperty("kind", "line")
    return made


def icon_button(icon: str, name: str, tip: str = "") -> QToolButton:
    """Return an icon button with an accessible name."""
    made = QToolButton()
    made.setIcon(icons.icon(icon))
    look.size_icon(made, 18, 18)
    made.setAccessibleName(name)
    made.setToolTip(tip or name)
    return made


def give_icon(button: QPushButton, icon: str, role: str = "text") -> None:
    """Give a button with words an icon, with a little room between them."""
    button.setIcon(icons.icon(icon, role))
    look.size_icon(button, 20, 16)


def row(*items: Item, spacing: int = 8, margins: Margins = NONE) -> QHBoxLayout:
    """Lay items side by side; a number is a gap, None takes the space that is left."""
    made = QHBoxLayout()
    _fill(made, items, spacing, margins)
    return made


def column(*items: Item, spacing: int = 8, margins: Margins = NONE) -> QVBoxLayout:
    """Lay items one below the other; a number is a gap, None takes the space that is left."""
    made = QVBoxLayout()
    _fill(made, items, spacing, margins)
    return made


def _fill(
    layout: QHBoxLayout | QVBoxLayout,
    items: tuple[Item, ...],
    spacing: int,
    margins: Margins,
) -> None:
    layout.setSpacing(spacing)
    layout.setContentsMargins(*margins)
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, int):
            layout.addSpacing(item)
        elif isinstance(item, QLayout):
            layout.addLayout(item)
        else:
            layout.addWidget(item)


class Elided(QLabel):
    """A label of one line that ends with … where there is no room, and then says the whole in its tool tip."""

    def __init__(self, text: str = "", kind: str = "") -> None:
        super().__init__()
        self._whole = text
        self.setProperty("textFormat", PLAIN_TEXT)
        self.setProperty("kind", kind)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(40)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show a text, as much of it as fits."""
        self._whole = text
        self.setAccessibleName(text)
        self._fit()

    def text(self) -> str:
        """Return the whole text."""
        return self._whole

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 4, super().sizeHint().height())

    def _fit(self) -> None:
        if not self._whole:
            super().setText("")
            return
        shown = self._fitting()
        super().setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")

    def _fitting(self) -> str:
        """Return as much of the text as fits."""
        from PySide6.QtCore import Qt

        return self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())


class ElidedParts(Elided):
    """A line of several parts: the last ones are left out where there is no room, and the first is shortened in its middle."""

    BETWEEN = "  ·  "

    def _fitting(self) -> str:
        from PySide6.QtCore import Qt

        parts, metrics = self.text().split(self.BETWEEN), self.fontMetrics()
        for many in range(len(parts), 0, -1):
            shown = self.BETWEEN.join(parts[:many])
            if metrics.horizontalAdvance(shown) <= self.width():
                return shown
        return metrics.elidedText(parts[0], Qt.TextElideMode.ElideMiddle, self.width())


class Worded:
    """Mixed into a widget, before its Qt class: `retranslate()` is called when the language changes."""

    def __init__(self, *arguments: object, **named: object) -> None:
        super().__init__(*arguments, **named)
        speech.changed.connect(self.retranslate)

    def retranslate(self) -> None:
        """Say every text again in the language of the screen."""
        raise NotImplementedError
