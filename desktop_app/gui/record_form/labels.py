"""Labels that Designer forms can hold: they are made with their parent alone."""

from PySide6.QtWidgets import QWidget

from desktop_app.gui.parts import Elided


class ElidedLabel(Elided):
    """A label of one line that ends with … where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__()
        self.setParent(parent)
