"""The passwords of workbooks that this computer remembers: seen, and forgotten."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from desktop_app.gui.parts import column, label, open_as, row
from desktop_app.gui.table.cells import Cell
from desktop_app.gui.table.model import Heading, Row
from desktop_app.gui.table.short_list import ShortList
from desktop_app.gui.words import tr
from desktop_app.gui.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.store.base import Store

_COVERED = "••••••••"


class PasswordsDialog(QDialog):
    """Lists whose passwords are remembered; one is uncovered, or forgotten and asked again."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._held: Mapping[str, str] = {}
        self._uncovered = ""
        self.list, self.uncover, self.forget, self.close_ = ShortList(), QPushButton(), QPushButton(), QPushButton()
        self.nothing, self.problem = label("", "muted", wrap=True), label("", "error", wrap=True)
        self.setWindowTitle(tr("Passwords of workbooks"))
        self.list.setAccessibleName(self.windowTitle())
        self.list.setAccessibleDescription(tr("Those that the key store of this computer remembers, by recipient."))
        self.forget.setText(tr("Forget"))
        self.close_.setText(tr("Close"))
        self.problem.hide()
        verbs = row(self.uncover, self.forget, None, self.close_)
        self.setLayout(column(self.nothing, self.list, self.problem, verbs, spacing=10, margins=(16, 14, 16, 14)))
        open_as(self, 560, 360)
        self.uncover.clicked.connect(self._on_uncover)
        self.forget.clicked.connect(self._on_forget)
        self.close_.clicked.connect(self.accept)
        self.list.chosen.connect(self._enable)
        self.list.opened.connect(lambda _row: self._on_uncover())
        self._enable()
        self._fill()

    def _fill(self) -> None:
        def read(store: "Store") -> tuple[bool, dict[str, str]]:
            from desktop_app.store import key_store
            from desktop_app.sync.unlocking import passwords

            return key_store.is_there(), passwords(store)

        self._workspace.read(read, self._show)

    def _show(self, found: tuple[bool, dict[str, str]]) -> None:
        there, self._held = found
        none_yet = tr("None yet: a password is remembered where you ask for it, when a workbook is made or opened.")
        self.nothing.setText(
            none_yet if there else tr("This computer has no key store: the password is asked each time.")
        )
        self.nothing.setVisible(not self._held)
        self.list.setVisible(bool(self._held))
        self._draw()

    def _draw(self) -> None:
        rows = [
            Row(whom, whom, (Cell(whom, bold=True), Cell(password if whom == self._uncovered else _COVERED)))
            for whom, password in self._held.items()
        ]
        self.list.fill(rows, [Heading(tr("Recipient or file")), Heading(tr("Password"))], (320, 180), 0)
        self._enable()

    def _enable(self) -> None:
        key = self.list.current()
        self.uncover.setText(tr("Hide") if key and key == self._uncovered else tr("Show"))
        self.uncover.setEnabled(bool(key))
        self.forget.setEnabled(bool(key))

    def _on_uncover(self) -> None:
        key = self.list.current()
        self._uncovered = "" if key == self._uncovered else key
        self._draw()

    def _on_forget(self) -> None:
        key, store = self.list.current(), self._workspace.store
        if not key:
            return

        def work(_task: object) -> bool:
            from desktop_app.sync.unlocking import forget

            return forget(store, key)

        self._workspace.tasks.run(work, self._on_forgotten)

    def _on_forgotten(self, gone: bool) -> None:  # handed on as it is
        self.problem.setText("" if gone else tr("The key store did not let it go: unlock it, then try again."))
        self.problem.setVisible(not gone)
        self._fill()
