"""Asks for the name of a view, below the button that wants it."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from desktop_app.domain.text import fold, plain
from desktop_app.gui.lists.popup import Popup
from desktop_app.gui.parts import column, label, row
from desktop_app.gui.theme import look
from desktop_app.gui.words import tr

_LONGEST = 60


class NamePopup(Popup):
    """A name and a button; `named` when it is a good one."""

    named = Signal(str)

    def __init__(self, name: str, taken: Collection[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._taken = {fold(one) for one in taken if one != name}
        self.name, self.save = QLineEdit(name), QPushButton(tr("Save"))
        self.name.setMaxLength(_LONGEST)
        self.name.setPlaceholderText(tr("Name of the view"))
        self.name.setAccessibleName(tr("Name of the view"))
        self.name.setMinimumWidth(look.px(260))
        self.name.selectAll()
        self.save.setProperty("kind", "filled")
        self._problem = label("", "error", wrap=True)
        self._problem.hide()
        about = label(tr("It stands in the left pane, and is kept in the base."), "small", wrap=True)
        self.setLayout(column(self.name, about, self._problem, row(None, self.save), margins=(12, 12, 12, 12)))
        self.name.returnPressed.connect(self._finish)
        self.save.clicked.connect(self._finish)

    def first_focus(self) -> QWidget:
        """Begin with the name."""
        return self.name

    def _finish(self) -> None:
        name = plain(self.name.text())
        if not name or fold(name) in self._taken:
            words = tr("There is a view of this name already: choose another.") if name else tr("Give the view a name.")
            self._problem.setText(words)
            self._problem.show()
            self.adjustSize()
            return
        self.named.emit(name)
        self.close()
