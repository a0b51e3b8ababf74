"""Sends to another office what it does not have: which office, what that would be, the workbook, the e-mail to go with it."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from desktop_app.domain import ENTITIES
from desktop_app.domain.text import mid_sentence
from desktop_app.gui.dialogs.export_form import FOLDER
from desktop_app.gui.enter import goes_on
from desktop_app.gui.letters.mailing import open_draft
from desktop_app.gui.messages import sentence
from desktop_app.gui.parts import Elided, column, give_icon, label, look_as, open_as, row
from desktop_app.gui.picture import Picture
from desktop_app.gui.when import short_day
from desktop_app.gui.words import figure, lang, said, tr, with_figure
from desktop_app.gui.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.gui.tasks import Task
    from desktop_app.store.base import Store
    from desktop_app.sync.posting import Foretold, Office, Posted


def open_posting(parent: QWidget, workspace: Workspace) -> "PostingDialog":
    """Open the dialog."""
    dialog = PostingDialog(workspace, parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


class PostingDialog(QDialog):
    """Asks for whom, says what they would get, makes it in the background, and offers the e-mail."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._task: Task | None = None
        self._posted: list[Posted] = []
        self.setObjectName("posting")
        self.setWindowTitle(tr("Send to another office"))
        self.office = QComboBox()
        self.office.setAccessibleName(tr("For which office"))
        self.holds = label("", wrap=True)
        self.folder = self._usual_folder()
        self.place, change = Elided(str(self.folder), "muted"), QPushButton(tr("Change…"))
        change.clicked.connect(self._choose_folder)
        change.setAutoDefault(False)
        self.problem, self.bar = label("", "error", wrap=True), QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(tr("Making the workbook…"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.make = self.buttons.addButton(tr("Make the workbook"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.cancel = self.buttons.button(QDialogButtonBox.StandardButton.Cancel)
        look_as(self.make, "filled")
        self.stack = QStackedWidget()
        self.stack.addWidget(self._asking(change))
        self.setLayout(column(self.stack))
        goes_on(self.buttons, self.make)
        self._connect()
        self._show_busy(busy=True)
        open_as(self, 620, 420)

    def _connect(self) -> None:
        self.office.currentIndexChanged.connect(lambda _place: self._look())
        self.make.clicked.connect(self.start)
        self.cancel.clicked.connect(self.reject)
        language = lang()

        def read(store: "Store") -> "list[Office]":
            from desktop_app.sync.posting import offices

            return offices(store, language)

        self._workspace.read(read, self._offer, self._on_failed)

    def _asking(self, change: QPushButton) -> QWidget:
        why = label(
            tr(
                "The office gets everything that it does not have yet, as far as this base knows: changes, who made them"
                " and when, and the files of the entries. It takes them in without losing anything of its own."
            ),
            wrap=True,
        )
        warned = label(
            tr("For offices of the CNRS only: the workbook holds the history. Embassies get a new workbook."),
            "small",
            wrap=True,
        )
        place = row(self.place, change)
        place.setStretch(0, 1)
        foot = row(self.bar, None, self.buttons)
        page = QWidget()
        page.setLayout(
            column(
                why, 4, label(tr("For which office"), "heading"), self.office, 4, label(tr("What the workbook holds"), "heading"),
                self.holds, 4, label(tr("Save in"), "heading"), place, warned, None, self.problem, foot,
                spacing=8, margins=(20, 16, 20, 16),
            )
        )  # fmt: skip
        return page

    def _usual_folder(self) -> Path:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        kept = Path(self._workspace.settings.text(FOLDER, documents))
        return kept if kept.is_dir() else Path(documents)

    def _choose_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(self, tr("Save in"), str(self.folder))
        if path:
            self.folder = Path(path)
            self.place.setText(path)
            self._workspace.settings.keep(FOLDER, path)

    # What is chosen ----------------------------------------------------------------------------------------------

    def _offer(self, found: "list[Office]") -> None:
        self.office.blockSignals(True)
        for one in found:
            self.office.addItem(f"{one.name} ({one.code})  ·  {_heard(one)}", one.code)
        self.office.addItem(tr("All offices"), "")
        self.office.blockSignals(False)
        self._show_busy(busy=False)
        self.office.setFocus()
        self._look()

    def _look(self) -> None:
        """Say what the office would get."""
        to = str(self.office.currentData())
        self.holds.setText(tr("Looking…"))

        def read(store: "Store") -> "Foretold":
            from desktop_app.sync.posting import foretell

            return foretell(store, to)

        def show(found: "Foretold") -> None:
            if to == str(self.office.currentData()):
                self.holds.setText(_said(found))

        self._workspace.read(read, show, self._on_failed)

    # Making ------------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Make the workbook in the background."""
        if not self.folder.is_dir():
            self._complain(
                tr("The folder {folder} is not there any more: choose another one.").format(folder=self.folder)
            )
            return
        store, folder, to, language = self._workspace.store, self.folder, str(self.office.currentData()), lang()
        self._complain("")
        self._show_busy(busy=True)

        def work(_task: "Task") -> "Posted":
            from desktop_app.sync.posting import post

            return post(store, folder, to, language)

        self._task = self._workspace.tasks.run(work, self._show_done, self._on_failed, words=tr("Making the workbook…"))

    def _show_done(self, posted: "Posted") -> None:
        from desktop_app.store.edit import Changes

        self._show_busy(busy=False)
        done = self._done_page(posted)
        self.stack.addWidget(done)
        self.stack.setCurrentWidget(done)
        self.write.setFocus()
        self._workspace.changed.emit(Changes(), None)  # one more stands in the list

    def _done_page(self, posted: "Posted") -> QWidget:
        title = label(tr("Workbook {number} is ready").format(number=posted.number), "title")
        words = tr("%n change(s), entered in the exchanges.", "", posted.changes)
        if len(posted.paths) > 1:
            words += " " + tr("%n files: send them all.", "", len(posted.paths))
        if posted.left:
            words += " " + tr("Too large to travel: {names}.").format(names=", ".join(posted.left))
        place = Elided(str(posted.paths[0]), "muted")
        self.write, self.open_folder, self.close_ = (
            QPushButton(tr("Write the e-mail")), QPushButton(tr("Open the folder")), QPushButton(tr("Close")),
        )  # fmt: skip
        give_icon(self.write, "mail")
        give_icon(self.open_folder, "folder-open")
        self.write.clicked.connect(lambda: self.write_letter(posted))
        folder = str(posted.paths[0].parent)
        self.open_folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(folder)))
        self.close_.clicked.connect(self.accept)
        for verb in (self.write, self.open_folder):
            verb.setAutoDefault(False)
        look_as(self.close_, "filled")
        self.close_.setDefault(True)
        head = row(Picture("circle-check", "ok", 32), title, None, spacing=12)
        verbs = row(self.write, self.open_folder, None, self.close_)
        page = QWidget()
        page.setLayout(
            column(
                None, head, label(words, wrap=True), place, 8, verbs, None, None, spacing=12, margins=(36, 24, 36, 24)
            )
        )
        return page

    def write_letter(self, posted: "Posted") -> None:
        """Open the draft that goes with the workbook, which is attached where mail carries it."""
        language, workspace = lang(), self._workspace

        def read(store: "Store") -> tuple[bytes, bool]:
            from desktop_app.sync.posting import letter

            return letter(store, posted, language)

        def show(found: tuple[bytes, bool]) -> None:
            data, attached = found
            open_draft(workspace, data, posted.number)
            if not attached:
                workspace.note(tr("Too large for an e-mail: hand the files over on a stick or a shared folder."))

        workspace.read(read, show, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        self._show_busy(busy=False)
        self._complain(sentence(error))

    def _complain(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def _show_busy(self, *, busy: bool) -> None:
        self.bar.setVisible(busy)
        self.office.setEnabled(not busy)
        self.make.setEnabled(not busy)
        self.problem.setVisible(bool(self.problem.text()))


def _heard(office: "Office") -> str:
    if office.seen is None:
        return tr("nothing came from there yet")
    return tr("last heard of on {day}").format(day=short_day(datetime.fromtimestamp(office.seen / 1000).date()))  # noqa: DTZ006


def _said(found: "Foretold") -> str:
    if not found.changes:
        return tr("Nothing that it does not have yet. A workbook tells it what this office has received.")
    named = [
        f"{figure(count)}\u00a0{mid_sentence(said(ENTITIES[name].one if count == 1 else ENTITIES[name].words))}"
        for name, count in sorted(found.records.items(), key=lambda pair: -pair[1])
        if ENTITIES[name].owner is None  # what belongs to a record goes with it
    ]
    words = with_figure(tr("%n change(s)", "", found.changes), found.changes)
    return f"{', '.join(named)}  ·  {words}" if named else words
