"""The question what to do with changes that were not saved."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop_app.gui.theme import look
from desktop_app.gui.words import tr


class UnsavedQuestion(QMessageBox):
    """Asks without holding the program back; `answered` brings `save`, `discard` or `stay`."""

    answered = Signal(str)

    def __init__(self, parent: QWidget, name: str) -> None:
        """`name`: of the record; nothing where it is a new one."""
        super().__init__(parent)
        self.setIcon(QMessageBox.Icon.Question)
        self.setWindowTitle(tr("Passerelle"))
        self.setText(tr("Save the changes to {name}?").format(name=name) if name else tr("Save the new entry?"))
        self.setInformativeText(tr("What was typed is lost otherwise."))
        self._save = self.addButton(tr("Save"), QMessageBox.ButtonRole.AcceptRole)
        self._discard = self.addButton(tr("Don’t save"), QMessageBox.ButtonRole.DestructiveRole)
        self.addButton(QMessageBox.StandardButton.Cancel)
        self.setDefaultButton(self._save)
        self._save.setMinimumWidth(self._save.sizeHint().width() + look.px(16))  # its words are bold
        self.finished.connect(self._on_finished)

    def _on_finished(self) -> None:
        clicked = self.clickedButton()
        self.answered.emit("save" if clicked is self._save else "discard" if clicked is self._discard else "stay")
