"""The built-in views of a list, as tabs above it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from desktop_app.gui.lists.specs import View
from desktop_app.gui.parts import Worded
from desktop_app.gui.words import tr


class Tabs(Worded, QWidget):
    """One tab a view; arrows move between them."""

    chosen = Signal(object)  # View

    def __init__(self, views: Sequence[View]) -> None:
        super().__init__()
        self._views = views
        self._group = QButtonGroup(self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(18)
        for number, view in enumerate(views):
            tab = QToolButton()
            tab.setObjectName(f"view_{view.name}")
            tab.setProperty("kind", "tab")
            tab.setCheckable(True)
            tab.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            self._group.addButton(tab, number)
            line.addWidget(tab)
        line.addStretch(1)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(lambda number: self.chosen.emit(views[number]))
        self.retranslate()

    @property
    def view(self) -> View:
        """The view that is chosen."""
        return self._views[self._group.checkedId()]

    def choose(self, name: str) -> None:
        """Choose a view by its name."""
        number = next(number for number, view in enumerate(self._views) if view.name == name)
        self._group.button(number).click()

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        for number, view in enumerate(self._views):
            self._group.button(number).setText(view.text())
            self._group.button(number).setAccessibleName(tr("View: {name}").format(name=view.text()))
            self._group.button(number).setAccessibleDescription(
                tr("Some rows of the list; the arrows go to the others")
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between the views."""
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        tab = self._group.button((self._group.checkedId() + step) % len(self._views))
        tab.setFocus()
        tab.click()
