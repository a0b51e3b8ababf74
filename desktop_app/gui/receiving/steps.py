"""The steps of reading a sheet that is not ours, at the top: sheet, columns, values, review."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget

from desktop_app.gui.parts import Worded, look_as, row
from desktop_app.gui.words import tr

SHEET, COLUMNS, VALUES, REVIEW = range(4)


class StepBar(Worded, QWidget):
    """Says at which step one is, and goes to another one to which the way is open; `asked` gives the step."""

    asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.buttons = [QToolButton() for _step in range(4)]
        group = QButtonGroup(self)
        group.setExclusive(True)
        for step, button in enumerate(self.buttons):
            button.setCheckable(True)
            look_as(button, "tab")
            group.addButton(button, step)
        group.idClicked.connect(self.asked)
        self.setLayout(row(*self.buttons, None, spacing=4))
        self.retranslate()

    def show_step(self, step: int, reachable: Collection[int]) -> None:
        """Show the present step, and which others can be reached."""
        for number, button in enumerate(self.buttons):
            button.setChecked(number == step)
            button.setEnabled(number == step or number in reachable)

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        names = (tr("1 Sheet"), tr("2 Columns"), tr("3 Values"), tr("4 Review"))
        for button, name in zip(self.buttons, names, strict=True):
            button.setText(name)
            button.setAccessibleName(name)
            button.setAccessibleDescription(tr("Goes to this step of reading the sheet."))
