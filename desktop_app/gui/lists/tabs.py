"""The built-in views of a list, as tabs above it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from desktop_app.gui import icons
from desktop_app.gui.lists.specs import View
from desktop_app.gui.parts import Worded
from desktop_app.gui.theme import look
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
        self._saved = self._saved_tab()
        line.addWidget(self._saved)
        line.addStretch(1)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(self._on_chosen)
        look.changed.connect(self.retranslate)  # larger letters need wider tabs
        self.retranslate()

    def _saved_tab(self) -> QToolButton:
        """Return the tab of the saved view in sight, which shows only while there is one."""
        tab = QToolButton()
        tab.setObjectName("view_saved")
        tab.setProperty("kind", "tab")
        tab.setCheckable(True)
        tab.setIcon(icons.icon("bookmark", "accent"))
        look.size_icon(tab, 16, 16)
        tab.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        tab.hide()
        self._group.addButton(tab, len(self._views))
        return tab

    def show_saved(self, name: str) -> None:
        """Show a saved view as a tab of its own, chosen; with no name, show that none is in sight."""
        self._saved.setText(name)
        self._saved.setAccessibleName(tr("View: {name}").format(name=name))
        # Chosen, it is bold, which Qt does not reckon with.
        self._saved.setMinimumWidth(QFontMetrics(look.font(bold=True)).horizontalAdvance(name) + look.px(34))
        self._saved.setVisible(bool(name))
        self._saved.setChecked(bool(name))
        if not name and self._group.checkedId() in (-1, len(self._views)):
            self._group.button(0).setChecked(True)

    def _on_chosen(self, number: int) -> None:
        if number < len(self._views):
            self.show_saved("")
            self._group.button(number).setChecked(True)
            self.chosen.emit(self._views[number])

    @property
    def view(self) -> View:
        """The view that is chosen."""
        return self._views[self._group.checkedId() % len(self._views)]

    def choose(self, name: str) -> None:
        """Choose a view by its name."""
        number = next(number for number, view in enumerate(self._views) if view.name == name)
        self._group.button(number).click()

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        self._saved.setAccessibleName(tr("View: {name}").format(name=self._saved.text()))
        for number, view in enumerate(self._views):
            tab = self._group.button(number)
            tab.setText(view.text())
            # Chosen, it is bold, which Qt does not reckon with; in a narrow window the boxes beside give way.
            bold = QFontMetrics(look.font(bold=True)).horizontalAdvance(view.text())
            tab.setMinimumWidth(max(bold + look.px(6), tab.sizeHint().width()))
            tab.setAccessibleName(tr("View: {name}").format(name=view.text()))
            tab.setAccessibleDescription(tr("Some rows of the list; the arrows go to the others"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between the views."""
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        tab = self._group.button((self._group.checkedId() + step) % len(self._views))
        tab.setFocus()
        tab.click()
