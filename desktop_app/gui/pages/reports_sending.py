"""What becomes of a report beside one file: a file for each record, a PDF for the archive, an e-mail with it attached."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QToolButton, QWidget

from desktop_app.gui import icons
from desktop_app.gui.actions import action
from desktop_app.gui.pages.reports_making import Made, Making
from desktop_app.gui.parts import Worded
from desktop_app.gui.theme import look
from desktop_app.gui.words import lang, mark, tr

if TYPE_CHECKING:
    from desktop_app.gui.tasks import Task
    from desktop_app.gui.workspace import Workspace
    from desktop_app.reports.run import Report
    from desktop_app.store.base import Store


class More(Worded, QToolButton):
    """The commands that have no button of their own."""

    def __init__(self, *commands: QAction) -> None:
        super().__init__()
        menu = QMenu(self)
        menu.addActions(commands)
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setIcon(icons.icon("ellipsis"))
        look.size_icon(self, 18, 18)
        self.retranslate()

    def retranslate(self) -> None:
        """Say what it is in the language of the screen."""
        self.setAccessibleName(tr("More commands"))
        self.setToolTip(tr("More commands"))


class SendingCommands:
    """Mixed into the page of the reports."""

    workspace: "Workspace"
    making: Making

    if TYPE_CHECKING:  # of the page

        def window(self) -> QWidget:
            """Return the window of the page."""

    def has_several(self) -> bool:
        """Whether the report is the sheets of several records."""
        from desktop_app.reports.batch import apart

        return self.workspace.is_open and self.making.last is not None and apart(self.making.last.report)

    @action(mark("A file for each entry…"), icon="folder-open", menu="file", when="has_several")
    def save_each(self) -> None:
        """Save a PDF for each record of the country into a folder."""
        self.making.when_ready(self._ask_folder)

    @action(mark("E-mail with the report"), icon="mail", menu="file", when="has_report")
    def mail_report(self) -> None:
        """Open an e-mail draft with the PDF of the report attached."""
        self.making.when_ready(self._mail)

    def _ask_folder(self, made: Made) -> None:
        folder = self.workspace.settings.text("reports/folder")
        path = QFileDialog.getExistingDirectory(self.window(), tr("Where to save the files"), folder)
        if path:
            self.save_each_into(made.report, Path(path))

    def save_each_into(self, report: "Report", folder: Path) -> None:
        """Read the records on the worker of the base, one after the other; typeset and save them beside it."""
        self.workspace.settings.keep("reports/folder", str(folder))

        def read(store: "Store") -> "list[tuple[str, Report]]":
            from desktop_app.reports.batch import each

            return list(each(store, report))

        words = tr("Saving the sheets…")
        self.workspace.read(read, partial(self._save_all, folder), words=words)

    def _save_all(self, folder: Path, sheets: "list[tuple[str, Report]]") -> None:
        def work(task: "Task") -> int:
            for number, (name, one) in enumerate(sheets):
                one.save(folder / f"{name}.pdf")
                task.step(number + 1, len(sheets))
            return len(sheets)

        self.workspace.tasks.run(
            work,
            lambda count: self.workspace.note(tr("%n file(s) saved in {folder}", "", count).format(folder=folder.name)),
            lane="file",
            words=tr("Saving the sheets…"),
        )

    def _mail(self, made: Made) -> None:
        from desktop_app.gui.letters.mailing import open_draft
        from desktop_app.reports.file_names import file_name

        language, described = lang(), made.report.description
        name = file_name(f"{described.title} {described.printed:%Y-%m-%d}", set())

        def read(store: "Store") -> bytes:
            from desktop_app.domain.draft import as_eml
            from desktop_app.reports.mail import People, draft_to

            attached = [(f"{name}.pdf", made.report.pdf())]
            return as_eml(draft_to(store, People(()), language, described.title, attached))

        self.workspace.read(
            read, lambda data: open_draft(self.workspace, data, name), words=tr("Preparing the e-mail…")
        )
