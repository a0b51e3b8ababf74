"""Whether a workbook is protected by a password, and whether the key store of the computer remembers it for whom it goes to."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from desktop_app.gui.parts import column, label
from desktop_app.gui.words import tr
from desktop_app.gui.workspace import Workspace
from desktop_app.store import key_store


class Protection(QWidget):
    """A tick, then the password: the one that was remembered stands there already."""

    changed = Signal()

    def __init__(self, workspace: Workspace, recipient: Callable[[], str]) -> None:
        super().__init__()
        self._workspace, self._recipient = workspace, recipient
        self.protect, self.password = QCheckBox(tr("Protect it with a password")), QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.PasswordEchoOnEdit)
        self.password.setAccessibleName(tr("Password"))
        self.password.setPlaceholderText(tr("Tell it by telephone, not by e-mail"))
        self.remember = QCheckBox(tr("Remember it on this computer for this recipient"))
        self.unkept = label(tr("This computer has no key store: the password is asked each time."), "small", wrap=True)
        for one in (self.password, self.remember, self.unkept):
            one.hide()
        self.protect.toggled.connect(self._on_protect)
        self.password.textChanged.connect(lambda _text: self.changed.emit())
        self.setLayout(column(self.protect, self.password, self.remember, self.unkept, spacing=6))

    def _on_protect(self, on: bool) -> None:  # a signal
        self.password.setVisible(on)
        self.remember.hide()
        self.unkept.hide()
        self.changed.emit()
        if on:
            self.look_up()

    def look_up(self) -> None:
        """Ask the key store for the password of whom the workbook is for."""
        whom = self._recipient()
        if self.protect.isChecked():
            self._workspace.read(lambda _store: (key_store.is_there(), key_store.remembered(whom)), self._show)

    def _show(self, found: tuple[bool, str | None]) -> None:
        keeps, known = found
        on = self.protect.isChecked()
        self.remember.setVisible(on and keeps)
        self.unkept.setVisible(on and not keeps)
        if known and on and not self.password.text():
            self.password.setText(known)
            self.remember.setChecked(True)

    def kept(self) -> str | None:
        """Return the password that is to be remembered; None for none."""
        wanted = self.protect.isChecked() and self.remember.isVisibleTo(self) and self.remember.isChecked()
        return self.password.text() if wanted and self._recipient() else None
