"""Reports: the gallery at the left, the page that will be printed in the middle, the choices at the right."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QFrame, QStackedWidget, QWidget

from desktop_app.gui import messages
from desktop_app.gui.actions import action, button_for
from desktop_app.gui.lists.empty_state import EmptyState
from desktop_app.gui.page import Page, PageHead
from desktop_app.gui.pages.reports_gallery import Gallery
from desktop_app.gui.pages.reports_making import Made, Making
from desktop_app.gui.pages.reports_sending import More, SendingCommands
from desktop_app.gui.pages.reports_wishes import WishesPane
from desktop_app.gui.parts import column, line, row
from desktop_app.gui.preview import Preview
from desktop_app.gui.words import mark, said, tr
from desktop_app.gui.workspace import Go, Notice, Workspace

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from desktop_app.gui.tasks import Task
    from desktop_app.reports.clipboard import Copied
    from desktop_app.reports.request import Kind
    from desktop_app.store.base import Store
    from desktop_app.store.edit import Changes


class ReportsPage(SendingCommands, Page):
    """A report is chosen, seen as it will be printed, saved or printed."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("page_reports")
        self.head, self.gallery = PageHead(), Gallery()
        self.preview, self.wishes = Preview(workspace.tasks), WishesPane(workspace)
        self.nothing = EmptyState("printer")
        self.middle = QStackedWidget()
        self.making = Making(workspace, self)
        self._wanted = ""
        self._known = False
        self._lay_out()
        self._connect()
        self.finish()
        names = ("save_excel", "save_word", "save_pdf")
        self.more = More(*(self.actions_[name] for name in ("save_archive", "save_each", "mail_report", "copy")))
        self.head.offer(
            self.more,
            *(button_for(self.actions_[name]) for name in names),
            button_for(self.actions_["print_"], "filled"),
        )

    def _lay_out(self) -> None:
        self.middle.addWidget(self.nothing)
        self.middle.addWidget(self.preview)
        top = QFrame()
        top.setLayout(column(self.head, margins=(20, 11, 16, 11)))
        edge = QFrame()
        edge.setProperty("kind", "panel")
        edge.setFixedWidth(1)
        body = row(self.gallery, edge, self.middle, self.wishes, spacing=0)
        body.setStretch(2, 1)
        self.setLayout(column(top, line(), body, spacing=0))
        self.setFocusProxy(self.gallery)

    def _connect(self) -> None:
        self.gallery.chosen.connect(self._on_chosen)
        self.wishes.changed.connect(self._ask)
        self.making.made.connect(self._show)
        self.making.refused.connect(self._complain)
        self.preview.turned.connect(self.say)
        self.workspace.closing.connect(self._on_closing)

    # What the frame asks of a page -------------------------------------------------------------------------------

    def load(self) -> None:
        """Offer the gallery, then make the report that is chosen from the base as it is now."""
        if self._known:
            self._ask()
            return
        kept = self.workspace.settings.text("reports/country")
        self.workspace.read(lambda store: _first_look(store, kept), self._begin, words=tr("Preparing the reports…"))

    def concerned(self, changes: "Changes | None") -> bool:  # type: ignore[override]
        """Whether a change may change the report."""
        return changes is not None and bool(changes.entities)

    def visit(self, go: Go) -> None:
        """Choose a report, and after a stroke its country or the id of its record: `country_summary/VN`.

        A selection among the filters says which records it keeps to.
        """
        from desktop_app.reports.request import Selection

        self._wanted = go.id
        self.wishes.only.ask(next((one for one in go.filters if isinstance(one, Selection)), None))
        if self._known:
            self._follow()

    def status(self) -> str:
        """Say which report is shown, and which of its pages."""
        made = self.making.last
        if made is None:
            return tr("Reports")
        titles = dict.fromkeys((said(_gallery()[made.wishes.name].title), made.report.description.title))
        place = tr("page {page} of {pages}").format(page=self.preview.page, pages=len(made.pages))
        return " · ".join((*titles, place))

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        super().retranslate()
        self.head.title.setText(tr("Reports"))
        self.preview.setAccessibleName(tr("Preview"))
        if self.making.last is not None:
            self._tell(self.making.last)
        elif not self.making.busy:
            self._say_nothing()

    # The report --------------------------------------------------------------------------------------------------

    def _begin(self, country: str | None) -> None:
        self._known = True
        self.wishes.show_base(country)
        self.gallery.offer(_gallery().values())
        self._follow()

    def _follow(self) -> None:
        name, _, code = self._wanted.partition("/")
        self._wanted = ""
        before = self.gallery.name
        self.gallery.choose(name or self.workspace.settings.text("reports/name"))
        if self.gallery.name == before:
            self._on_chosen(before)
        kind = _gallery().get(self.gallery.name)
        if code and kind is not None and kind.entity is not None:
            self.wishes.choose_record(code)
        elif code and (country := self.workspace.store.resolve("country", code)):
            self.wishes.choose_country(country)

    def _on_chosen(self, name: str) -> None:
        self.workspace.settings.keep("reports/name", name)
        self.wishes.show_kind(_gallery()[name])
        self._ask(at_once=True)

    def _ask(self, *, at_once: bool = False) -> None:
        wishes = self.wishes.wishes()
        if wishes is not None and wishes.country:
            self.workspace.settings.keep("reports/country", wishes.country)
        self.making.ask(wishes, at_once=at_once)
        if wishes is None:
            self._say_nothing()
        elif self.making.last is None:
            self.nothing.say(tr("Preparing the preview…"))
        self.actions_.refresh()

    def _show(self, made: Made) -> None:
        before = self.preview.property("report")
        now = f"{made.wishes.name} {made.wishes.country} {made.wishes.ref}"
        self.preview.setProperty("report", now)
        self.preview.show_pages(made.pages, from_top=now != before)
        self.middle.setCurrentWidget(self.preview)
        self._tell(made)

    def _tell(self, made: Made) -> None:
        pdf, description = made.report.typeset, made.report.description
        self.wishes.tell(pdf.pages, pdf.missing)
        self.preview.setAccessibleDescription(f"{description.title}. {description.subtitle}")
        self.actions_.refresh()
        self.say()

    def _say_nothing(self) -> None:
        """Say what is missing before there can be a page."""
        self.preview.show_pages(None)
        self.middle.setCurrentWidget(self.nothing)
        self.nothing.say(self.wishes.missing_words())
        self.wishes.tell(0, ())
        self.actions_.refresh()
        self.say()

    def _complain(self, error: Exception) -> None:
        self.making.forget()
        self._say_nothing()
        self.nothing.say(messages.sentence(error))

    def _on_closing(self) -> None:
        self.making.ask(None)
        self.making.close_past()
        self.preview.show_pages(None)
        self._known = False

    # Commands ----------------------------------------------------------------------------------------------------

    def has_report(self) -> bool:
        """Whether there is a report to save or print."""
        return self.workspace.is_open and (self.making.last is not None or self.making.busy)

    @action(mark("Save PDF"), icon="download", keys=("Ctrl+S",), menu="file", when="has_report")
    def save_pdf(self) -> None:
        """Ask where to save the report, and save it."""
        self.making.when_ready(partial(self._ask_file, ".pdf"))

    @action(mark("Save a PDF for the archive (PDF/A)"), icon="archive", menu="file", when="has_report")
    def save_archive(self) -> None:
        """Save the report as a PDF that is kept for ever, with all its fonts in it."""
        self.making.when_ready(partial(self._ask_file, ".pdf", archive=True))

    @action(mark("Word"), icon="file-text", menu="file", when="has_report")
    def save_word(self) -> None:
        """Save the report as a document to go on writing."""
        self.making.when_ready(partial(self._ask_file, ".docx"))

    @action(mark("Excel"), icon="file-spreadsheet", menu="file", when="has_report")
    def save_excel(self) -> None:
        """Save the tables of the report, a sheet each, and its charts."""
        self.making.when_ready(partial(self._ask_file, ".xlsx"))

    @action(mark("Copy the report"), icon="copy", keys=("Ctrl+Shift+C",), menu="edit", when="has_report")
    def copy(self) -> None:
        """Put the report on the clipboard, to be pasted into a letter, an e-mail or a sheet."""
        self.making.when_ready(self._copy)

    @action(mark("Print"), icon="printer", keys=("Ctrl+P",), menu="file", when="has_report")
    def print_(self) -> None:
        """Print through the system's dialog."""
        self.making.when_ready(self._ask_printer)

    @action(mark("Whole page or its width"), icon="file-text", menu="view", when="has_report")
    def change_fit(self) -> None:
        """Change between a whole page and the width of the page."""
        self.preview.change_fit()

    def _copy(self, made: Made) -> None:
        self.workspace.tasks.run(lambda _task: made.report.copied(), self._put_on_clipboard, lane="file")

    def _put_on_clipboard(self, copied: "Copied") -> None:
        mime = QMimeData()
        mime.setHtml(copied.html)
        mime.setText(copied.text)
        QGuiApplication.clipboard().setMimeData(mime)
        self.workspace.note(tr("The report is on the clipboard"))

    def _ask_file(self, ending: str, made: Made, *, archive: bool = False) -> None:
        from desktop_app.reports.file_names import file_name

        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(self.workspace.settings.text("reports/folder") or documents)
        described = made.report.description
        kept = " PDF-A" if archive else ""
        proposed = folder / f"{file_name(described.title, set())} {described.printed:%Y-%m-%d}{kept}{ending}"
        kinds = {
            ".pdf": tr("PDF files (*.pdf)"), ".docx": tr("Word documents (*.docx)"), ".xlsx": tr("Excel workbooks (*.xlsx)"),
        }  # fmt: skip
        first = kinds.pop(ending)
        if archive:
            kinds.clear()
        dialog = QFileDialog(self, tr("Save the report as"), str(folder), ";;".join([first, *kinds.values()]))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending[1:])
        dialog.selectFile(str(proposed))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filterSelected.connect(lambda words: dialog.setDefaultSuffix(words.rpartition(".")[2].rstrip(")")))
        dialog.fileSelected.connect(lambda path: self._save(made, Path(path), archive=archive))
        dialog.open()

    def _save(self, made: Made, path: Path, *, archive: bool = False) -> None:
        self.workspace.settings.keep("reports/folder", str(path.parent))
        self.workspace.tasks.run(
            lambda _task: made.report.save(path, archive=archive),
            lambda _none: self._say_saved(path),
            lane="file",
            words=tr("Saving the report…"),
        )

    def _say_saved(self, path: Path) -> None:
        self.workspace.noted.emit(Notice(tr("Saved: {file}").format(file=path.name), file=path))

    def _ask_printer(self, made: Made) -> None:
        from desktop_app.gui.pages.reports_printing import ask_printer

        printer = ask_printer(self, made.pages, made.report.description.title)
        if printer is not None:
            self._print(made, printer)

    def _print(self, made: Made, printer: "QPrinter") -> None:
        from desktop_app.gui.pages.reports_printing import print_pages
        from desktop_app.gui.preview import Pages

        def work(task: "Task") -> int:
            # Its own copy: the preview may go on to another report while this one is printed.
            pages = Pages(made.report.pdf())
            try:
                return print_pages(pages, printer, task.step)
            finally:
                pages.close()

        def tell(count: int) -> None:
            if file := printer.outputFileName():  # a printer that makes a PDF
                self._say_saved(Path(file))
            else:
                self.workspace.note(tr("%n page(s) sent to the printer", "", count))

        self.workspace.tasks.run(work, tell, lane="file", words=tr("Printing…"))


def _gallery() -> "dict[str, Kind]":
    from desktop_app.reports import GALLERY

    return GALLERY


def _first_look(store: "Store", kept: str) -> str | None:
    """Load what reports need, and return the country to begin with: the last one, else the one with most instruments."""
    from desktop_app.reports.country import most_instruments

    _gallery()
    return kept if kept and store.resolve("country", kept) else most_instruments(store)
