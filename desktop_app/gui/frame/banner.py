"""The strip at the head of the page: this is the demo, with the way out of it; open read-only; or no base is open."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton

from desktop_app.gui.parts import label, row
from desktop_app.gui.words import tr

if TYPE_CHECKING:
    from desktop_app.store.base import Store


class Banner(QFrame):
    """Hidden for an office's own base."""

    fresh_asked = Signal()  # an empty base instead of the sample data
    base_asked = Signal()  # whichever base, where none is open

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "banner")
        self.words, self.fresh = label(wrap=True), QPushButton()
        self.fresh.setProperty("kind", "banner")
        self.fresh.clicked.connect(self.fresh_asked)
        self.open_button = QPushButton()
        self.open_button.setProperty("kind", "banner")
        self.open_button.clicked.connect(self.base_asked)
        line = row(self.words, self.fresh, self.open_button, margins=(20, 2, 12, 2))
        line.setStretch(0, 1)
        self.setLayout(line)
        self.hide()

    def show_base(self, store: "Store") -> None:
        """Say what is particular about a base; nothing for an office's own."""
        demo = tr("Sample data: the people, projects and missions of this base are fictitious.")
        readonly = tr("This base is open read-only: nothing can be changed in it.")
        self.words.setText(demo if store.demo else readonly)
        self.fresh.setText(tr("Start with an empty base for my office…"))
        self.fresh.setToolTip(tr("Your office’s own base, empty; the sample data are put away"))
        self.fresh.setVisible(store.demo)
        self.open_button.hide()
        self.setVisible(store.demo or store.readonly)

    def show_none(self) -> None:
        """Say that no base is open, and lead to one."""
        self.words.setText(tr("No base is open: open one or create one to begin."))
        self.open_button.setText(tr("Open or create a base…"))
        self.fresh.hide()
        self.open_button.show()
        self.show()

    def text(self) -> str:
        """Return what the strip says."""
        return self.words.text()
