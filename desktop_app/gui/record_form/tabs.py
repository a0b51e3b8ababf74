"""The tabs of a form: arrows and Ctrl+Page move between them; some say how many records they hold."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from desktop_app.domain.words import Words
from desktop_app.gui.parts import Worded
from desktop_app.gui.words import said, tr


class FormTabs(Worded, QWidget):
    """A row of tabs, of which one is chosen."""

    chosen = Signal(int)

    def __init__(self, words: Sequence[Words]) -> None:
        super().__init__()
        self._words = words
        self._counts: dict[int, int] = {}
        self._group = QButtonGroup(self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(18)
        for number in range(len(words)):
            tab = QToolButton()
            tab.setProperty("kind", "tab")
            tab.setCheckable(True)
            tab.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            self._group.addButton(tab, number)
            line.addWidget(tab)
        line.addStretch(1)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(self.chosen)
        self.retranslate()

    @property
    def current(self) -> int:
        """The number of the chosen tab."""
        return self._group.checkedId()

    def choose(self, number: int) -> None:
        """Choose a tab."""
        self._group.button(number % len(self._words)).click()

    def count(self, number: int, records: int) -> None:
        """Say how many records a tab holds."""
        self._counts[number] = records
        self.retranslate()

    def retranslate(self) -> None:
        """Say the tabs in the language of the screen."""
        for number, words in enumerate(self._words):
            records = self._counts.get(number, 0)
            self._group.button(number).setText(f"{said(words)} {records}" if records else said(words))
            self._group.button(number).setAccessibleName(self._group.button(number).text())
            self._group.button(number).setAccessibleDescription(tr("A part of this entry; the arrows go to the others"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move to the next tab with the arrows."""
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self.choose(self.current + step)
        self._group.button(self.current).setFocus()
