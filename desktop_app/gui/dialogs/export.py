"""Makes a workbook for somebody: what and for which countries, for whom, by when; the columns are seen before it goes.

open_export(window, workspace)                                   from the ledger
open_export(window, workspace, entities=("instrument",))         from a list
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QProgressBar, QPushButton, QStackedWidget, QWidget

from desktop_app.domain import ENTITIES
from desktop_app.gui.dialogs.export_columns import ColumnTree, counts
from desktop_app.gui.dialogs.export_form import RETURN_TO, ExportForm
from desktop_app.gui.dialogs.export_trial import TrialPart
from desktop_app.gui.enter import goes_on
from desktop_app.gui.messages import sentence
from desktop_app.gui.parts import Elided, column, give_icon, label, look_as, open_as, row
from desktop_app.gui.picture import Picture
from desktop_app.gui.receiving import mail, out
from desktop_app.gui.words import said, tr
from desktop_app.gui.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.gui.tasks import Task
    from desktop_app.store.queries import Query
    from desktop_app.sync.export import Request, Sent

DEFAULT = ("instrument", "mission")


def open_export(
    parent: QWidget,
    workspace: Workspace,
    entities: Sequence[str] = DEFAULT,
    countries: Sequence[str] = (),
    *,
    shown: "Query | None" = None,
    plain: Callable[[], None] | None = None,
) -> "ExportDialog":
    """Open the dialog; `shown`: the list from which it is asked shows only some rows, which alone are sent if one wants.

    `plain` saves that list as a file that nobody sends back.
    """
    dialog = ExportDialog(workspace, entities, countries, parent, shown)
    if plain is not None:
        dialog.offer_plain(plain)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def open_export_like(parent: QWidget, workspace: Workspace, recipient: str, partner: str = "") -> "ExportDialog":
    """Open the dialog for somebody, with what he was sent last time, else with the records of his country."""
    store = workspace.store
    last = next((one for one in store.ledger.shipments() if one.recipient == recipient), None)
    if last is not None:
        countries = [id_ for ref in last.scope.get("countries", ()) if (id_ := store.resolve("country", ref))]
        dialog = open_export(parent, workspace, last.scope.get("entities") or DEFAULT, countries)
        dialog.tree.tick(last.scope.get("fields", {}))
    else:
        record = store.get(ENTITIES["partner"], partner) if partner else None
        country = record.get("country") if record else None
        dialog = open_export(parent, workspace, countries=[str(country)] if country else [])
    dialog.form.recipient.setText(recipient)
    dialog.make.setFocus()
    return dialog


class ExportDialog(QDialog):
    """Asks, makes the workbook in the background, and says where it is."""

    def __init__(
        self,
        workspace: Workspace,
        entities: Sequence[str],
        countries: Sequence[str],
        parent: QWidget | None = None,
        shown: "Query | None" = None,
    ) -> None:
        super().__init__(parent)
        self._workspace, self._shown = workspace, shown
        self._task: Task | None = None
        self._counting: Task | None = None
        self._made: list[Sent] = []
        self.trial: TrialPart | None = None
        self.setObjectName("export")
        self.setWindowTitle(tr("New workbook"))
        self.form, self.tree = ExportForm(workspace, countries), ColumnTree(entities)
        self.problem, self.words = label("", "error", wrap=True), label(tr("Making the workbook…"), "small")
        self.bar = QProgressBar()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.make = self.buttons.addButton(tr("Make the workbook"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.cancel = self.buttons.button(QDialogButtonBox.StandardButton.Cancel)
        look_as(self.make, "filled")
        self.plain = QPushButton(tr("Only a list to read…"))
        self.plain.setToolTip(tr("Saves what the list shows as a plain Excel file, that nobody has to send back."))
        self.plain.setAutoDefault(False)
        self.plain.hide()
        self.stack = QStackedWidget()
        self.stack.addWidget(self._asking())
        self.setLayout(column(self.stack))
        goes_on(self.buttons, self.make)
        self._connect()
        self._show_busy(busy=False)
        self._count()
        self._asked = workspace.read(out.still_out, self.form.show_held)
        open_as(self, 900, 600)
        self.form.recipient.setFocus()

    def offer_plain(self, save: Callable[[], None]) -> None:
        """Let the user save the list as a plain file in place of a workbook; the window is called as the command of lists is.

        While nobody is named, nobody sends it back: Enter makes the plain file, and no workbook is waited for.
        """
        self.setWindowTitle(tr("Export to Excel"))
        self.plain.show()
        self.plain.clicked.connect(self.reject)
        self.plain.clicked.connect(save)
        self.form.recipient.textChanged.connect(self._lead)
        self._lead(self.form.recipient.text())

    def _lead(self, recipient: str) -> None:
        """Have the button that Enter presses stand out."""
        leading = self.make if recipient.strip() else self.plain
        for button in (self.make, self.plain):
            look_as(button, "filled" if button is leading else "")
        leading.setDefault(True)

    def _connect(self) -> None:
        self.tree.chosen.connect(self._check)
        self.only.toggled.connect(self._count)
        self.form.changed.connect(self._check)
        self.form.moved.connect(self._count)
        self.make.clicked.connect(self.start)
        self.cancel.clicked.connect(self._on_cancel)
        self._workspace.tasks.progressed.connect(self._on_progress)
        self._workspace.tasks.ended.connect(self._on_ended)

    def _asking(self) -> QWidget:
        self.only = QCheckBox(tr("Only the rows that the list shows"))
        self.only.setToolTip(tr("Unticked, the workbook holds all rows of its countries."))
        self.only.setChecked(self._shown is not None)
        self.only.setVisible(self._shown is not None)
        right = column(label(tr("What is sent: tick or untick"), "heading"), self.only, self.tree, spacing=6)
        both = row(self.form, right, spacing=20)
        both.setStretch(0, 5)
        both.setStretch(1, 6)
        foot = row(self.plain, self.words, self.bar, None, self.buttons)
        page = QWidget()
        page.setLayout(column(both, self.problem, foot, spacing=12, margins=(20, 16, 20, 16)))
        return page

    def _done_page(self, sent: "Sent") -> QWidget:
        count = sum(sent.rows.values())
        title = label(tr("Workbook {number} is ready").format(number=sent.number), "title")
        rows = label(
            tr("%n row(s), checked by reading the file again. It is listed under Workbooks out.", "", count),
            wrap=True,
        )
        place = Elided(str(sent.path), "muted")
        self.write, self.close_ = QPushButton(tr("Write the e-mail")), QPushButton(tr("Close"))
        self.open_folder, self.open_file = QPushButton(tr("Open the folder")), QPushButton(tr("Open the workbook"))
        give_icon(self.write, "mail", "white")
        give_icon(self.open_folder, "folder-open")
        give_icon(self.open_file, "file-spreadsheet")
        self.open_folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(sent.path.parent))))
        self.open_file.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(sent.path))))
        self.close_.clicked.connect(self.accept)
        locked = self.form.protect.isChecked()
        self.write.setToolTip(tr("A draft with the workbook attached, in your mail program"))
        self.write.clicked.connect(lambda: mail.send(self._workspace, sent.number, locked=locked))
        self.write.clicked.connect(self._offer_end)
        for verb in (self.open_folder, self.open_file, self.close_):
            verb.setAutoDefault(False)
        look_as(self.write, "filled")
        self.write.setDefault(True)
        head = row(Picture("circle-check", "ok", 32), title, None, spacing=12)
        verbs = row(self.write, self.open_folder, self.open_file, None)
        page = QWidget()
        self.trial = TrialPart(self._workspace, self.request())
        said = column(None, head, rows, place, 8, verbs, 8, self.trial, None, None, spacing=12, margins=(28, 8, 28, 0))
        page.setLayout(column(said, row(None, self.close_), spacing=12, margins=(20, 16, 20, 16)))
        return page

    def _offer_end(self) -> None:
        """Have Enter close the dialog once the e-mail is written: a second one is asked for by its button."""
        look_as(self.write, "")
        give_icon(self.write, "mail")
        look_as(self.close_, "filled")
        self.write.setAutoDefault(False)
        self.close_.setDefault(True)
        self.close_.setFocus()

    # What is chosen ----------------------------------------------------------------------------------------------

    def _count(self) -> None:
        countries, only = self.form.chosen_countries(), self._only()
        self._counting = self._workspace.read(lambda store: counts(store, countries, only), self.tree.show_counts)

    def _only(self) -> "Query | None":
        return self._shown if self.only.isChecked() else None

    def done(self, result: int) -> None:
        """Wait for nothing that is read any more."""
        for task in (self._counting, self._asked):
            if task is not None:
                task.cancel()
        super().done(result)

    def _check(self) -> None:
        """Say what is still missing before the workbook can be made."""
        columns = self.tree.columns()
        missing = ""
        if not columns:
            missing = tr("Tick at least one kind of entry.")
        elif not all(columns.values()):
            missing = tr("Tick at least one column of each kind of entry that is sent.")
        elif self.form.protect.isChecked() and not self.form.password.text():
            missing = tr("Write the password, or untick it.")
        self._complain(missing)
        self.make.setEnabled(not missing and self._task is None)

    def _complain(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def request(self) -> "Request":
        """Return what is asked for."""
        from desktop_app.sync.export import Request

        form, due = self.form, self.form.due.value()
        return Request(
            entities=self.tree.entities(),
            countries=form.chosen_countries(),
            only=self._only(),
            recipient=form.recipient.text().strip(),
            due_on=str(due) if due else None,
            return_to=form.return_to.text().strip(),
            columns=self.tree.columns(),
            password=form.password.text() if form.protect.isChecked() else None,
            lang=str(form.language.currentData()),
        )

    # Making ------------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Make the workbook in the background."""
        if problem := self.form.settle():
            self._complain(said(problem))
            return
        if not self.form.folder.is_dir():
            self._complain(
                tr("The folder {folder} is not there any more: choose another one.").format(folder=self.form.folder)
            )
            return
        store, request, folder, made = self._workspace.store, self.request(), self.form.folder, self._made
        kept = self.form.protection.kept()

        def work(task: "Task") -> None:
            from desktop_app.store import key_store
            from desktop_app.sync.export import export_workbook

            if request.return_to != store.setting(RETURN_TO):
                store.keep_setting(RETURN_TO, request.return_to)
            made.append(export_workbook(store, folder, request, task.step))
            if kept:
                key_store.remember(request.recipient, kept)

        self._complain("")
        self._task = self._workspace.tasks.run(work, None, self._on_failed, words=tr("Making the workbook…"))
        self._show_busy(busy=True)

    def _on_ended(self, task: "Task") -> None:
        """Say what came of it; a workbook that was made before the work could be stopped is there."""
        if task is not self._task:
            return
        self._task = None
        self._show_busy(busy=False)
        if self._made:
            self._show_done(self._made.pop())
        elif task.cancelled:
            self._complain(tr("Stopped: no workbook was made."))

    def _show_done(self, sent: "Sent") -> None:
        from desktop_app.store.edit import Changes

        done = self._done_page(sent)
        self.stack.addWidget(done)
        self.stack.setCurrentWidget(done)
        self.write.setFocus()
        self._workspace.changed.emit(Changes(), None)  # one more is out

    def _on_failed(self, error: Exception) -> None:
        self._complain(sentence(error))

    def _on_progress(self, task: "Task", done: int, total: int, _words: str) -> None:
        if task is self._task:
            self.bar.setRange(0, total)
            self.bar.setValue(done)

    def _show_busy(self, *, busy: bool) -> None:
        self.bar.setVisible(busy)
        self.bar.setRange(0, 0)
        self.words.setVisible(busy)
        self.form.setEnabled(not busy)
        self.tree.setEnabled(not busy)
        self.plain.setEnabled(not busy)
        self._check()

    def _on_cancel(self) -> None:
        """Stop the work, or leave."""
        if self._task is not None:
            self._task.cancel()
        else:
            self.reject()

    def reject(self) -> None:
        """Leave; work under way is stopped."""
        if self._task is not None:
            self._task.cancel()
        if self.trial is not None:
            self.trial.stop()
        super().reject()
