"""Asks for the password of a file that is protected by one."""

from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLineEdit, QWidget

from desktop_app.gui.parts import column, label
from desktop_app.gui.theme import look
from desktop_app.gui.words import tr


class PasswordDialog(QDialog):
    """One line. The password is kept in the key store of the computer where that is wished, and nowhere else."""

    def __init__(self, name: str, *, again: bool, keeps: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Password"))
        asked = tr("{name} is protected by a password.").format(name=name)
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setAccessibleName(tr("Password"))
        wrong = label(tr("Wrong password. Ask the sender for it."), "error", wrap=True)
        wrong.setVisible(again)
        self.remember = QCheckBox(tr("Remember it on this computer for this sender"))
        self.remember.setVisible(keeps)
        unkept = label(tr("This computer has no key store: the password is asked each time."), "small", wrap=True)
        unkept.setVisible(not keeps)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Open | QDialogButtonBox.StandardButton.Cancel)
        open_ = buttons.button(QDialogButtonBox.StandardButton.Open)
        open_.setText(tr("Open the file"))
        open_.setEnabled(False)
        self.password.textChanged.connect(lambda text: open_.setEnabled(bool(text)))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        words = label(asked, "strong", wrap=True)
        parts = (words, self.password, wrong, self.remember, unkept, 4, buttons)
        self.setLayout(column(*parts, spacing=10, margins=(20, 16, 20, 16)))
        self.setMinimumWidth(look.px(400))
        self.password.setFocus()
