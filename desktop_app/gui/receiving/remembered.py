"""What the office answered before about names, words and columns of sheets: looked through, corrected, or forgotten."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from desktop_app.gui.dialogs.other_value import OtherValueDialog
from desktop_app.gui.parts import column, label, open_as, row
from desktop_app.gui.receiving import memories
from desktop_app.gui.table.model import Heading, Row
from desktop_app.gui.table.short_list import ShortList
from desktop_app.gui.words import lang, tr
from desktop_app.gui.workspace import Workspace


class RememberedDialog(QDialog):
    """Lists the answers and the columns of each sender; one that was wrong is changed, or forgotten and asked again."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.list, self.change, self.forget, self.close_ = ShortList(), QPushButton(), QPushButton(), QPushButton()
        self.nothing = label("", "muted", wrap=True)
        self.setWindowTitle(tr("Answers given before"))
        self.list.setAccessibleName(self.windowTitle())
        self.list.setAccessibleDescription(tr("What was answered about names and columns of sheets."))
        self.change.setText(tr("Change…"))
        self.forget.setText(tr("Forget"))
        self.close_.setText(tr("Close"))
        self.nothing.setText(tr("Nothing yet: each answer about a name or a column of a sheet is remembered here."))
        verbs = row(self.change, self.forget, None, self.close_)
        self.setLayout(column(self.nothing, self.list, verbs, spacing=10, margins=(16, 14, 16, 14)))
        open_as(self, 620, 420)
        self.change.clicked.connect(self._on_change)
        self.forget.clicked.connect(self._on_forget)
        self.close_.clicked.connect(self.accept)
        self.list.chosen.connect(self._enable)
        self.list.opened.connect(lambda _row: self._on_change())
        self._fill()

    def _fill(self) -> None:
        store, language = self._workspace.store, lang()
        self._workspace.tasks.run(lambda _task: memories.remembered(store, language), self._show, lane="read")

    def _show(self, rows: Sequence[Row]) -> None:
        headings = [Heading(tr("They wrote")), Heading(tr("What")), Heading(tr("It is"))]
        self.list.fill(list(rows), headings, (210, 130, 240), 2)
        self.nothing.setVisible(not rows)
        self.list.setVisible(bool(rows))
        self._enable()

    def _enable(self) -> None:
        key = self.list.current()
        self.forget.setEnabled(bool(key))
        self.change.setEnabled(bool(key) and memories.can_change(key))

    def _on_change(self) -> None:
        key, store = self.list.current(), self._workspace.store
        if not key or not memories.can_change(key):
            return
        dialog = OtherValueDialog(self._workspace, memories.wanted(store, key), self)

        def take() -> None:
            if (value := dialog.value()) is not None:
                self._workspace.tasks.run(lambda _task: memories.correct(store, key, value), lambda _done: self._fill())

        dialog.accepted.connect(take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_forget(self) -> None:
        key, store = self.list.current(), self._workspace.store
        if key:
            self._workspace.tasks.run(lambda _task: memories.forget(store, key), lambda _done: self._fill())
