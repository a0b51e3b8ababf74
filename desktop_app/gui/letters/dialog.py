"""Writes letters: asks for the template and the language, shows the letter as it will be, fills it from each record.

    open_letters(window, workspace, entity, ids)

A Word document dropped here becomes a template of the office, where nothing is wrong with it.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QFileDialog, QPushButton, QStackedWidget, QWidget

from desktop_app.gui.enter import goes_on
from desktop_app.gui.letters.choosing import TemplateList
from desktop_app.gui.letters.view import LetterView
from desktop_app.gui.messages import sentence
from desktop_app.gui.parts import Elided, column, label, look_as, open_as, row
from desktop_app.gui.picture import Picture
from desktop_app.gui.quiet_box import QuietBox
from desktop_app.gui.record_form.attaching import FileDrop
from desktop_app.gui.words import lang, said, tr
from desktop_app.gui.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.domain.entity import Entity
    from desktop_app.domain.words import Words
    from desktop_app.gui.tasks import Task
    from desktop_app.reports.letters.fields import Letter
    from desktop_app.reports.letters.templates import Template
    from desktop_app.reports.letters.writing import Written
    from desktop_app.store.base import Store
    from desktop_app.store.edit import Edit

FOLDER, LAST, KEEP = "letters/folder", "letters/template", "letters/keep"
MOST_NAMED = 6


def open_letters(parent: QWidget, workspace: Workspace, entity: "Entity", ids: Sequence[str]) -> "LetterDialog":
    """Open the dialog."""
    dialog = LetterDialog(workspace, entity, ids, parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


class LetterDialog(QDialog):
    """Asks, writes in the background, and shows the letters."""

    def __init__(
        self, workspace: Workspace, entity: "Entity", ids: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace, self._entity, self._ids = workspace, entity, tuple(ids)
        self._found: list[Template] = []
        self._letters: list[Letter] = []
        self._writing: Task | None = None
        self.paths: list[Path] = []
        self.setObjectName("letters")
        self.setWindowTitle(tr("Letter"))
        self.templates, self.language, self.view = TemplateList(), QuietBox(), LetterView(workspace)
        self.whom, self.notes = label("", "muted", wrap=True), label("", "small", wrap=True)
        self.problem = label("", "error", wrap=True)
        self.keep, self.place = QCheckBox(tr("Keep a copy with the entry")), Elided("", "muted")
        self.stack = QStackedWidget()
        self._make_buttons()
        self.stack.addWidget(self._asking())
        self.setLayout(column(self.stack))
        goes_on(self.buttons, self.write)
        self._connect()
        open_as(self, 1080, 660)
        self._read_templates()

    def _make_buttons(self) -> None:
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.write = self.buttons.addButton(tr("Write"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.cancel = self.buttons.button(QDialogButtonBox.StandardButton.Cancel)
        self.add, self.change = QPushButton(tr("Add a template…")), QPushButton(tr("Edit a copy…"))
        self.elsewhere = QPushButton(tr("Change…"))
        look_as(self.write, "filled")
        self.write.setEnabled(False)
        for verb in (self.add, self.change, self.elsewhere):
            verb.setAutoDefault(False)
        self.change.setToolTip(tr("Opens a copy in Word, which then comes before ours"))
        self.elsewhere.setAccessibleName(tr("Change the folder of the letters"))

    def _asking(self) -> QWidget:
        for value, words in (("", tr("The recipient’s")), ("fr", "Français"), ("en", "English")):
            self.language.addItem(words, value)
        self.language.setAccessibleName(tr("Language of the letter"))
        settings = self._workspace.settings
        self.keep.setChecked(settings.text(KEEP, "1") == "1")
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        kept = Path(settings.text(FOLDER, documents))
        self.folder = kept if kept.is_dir() else Path(documents)
        self.place.setText(str(self.folder))
        where = row(self.place, self.elsewhere)
        where.setStretch(0, 1)
        left = column(
            label(tr("Template"), "heading"), self.templates, row(self.add, self.change, None), 8,
            label(tr("Language"), "heading"), self.language, 8, label(tr("For"), "heading"), self.whom, 8, self.notes,
            8, self.keep, label(tr("Saved in"), "heading"), where, spacing=6,
        )  # fmt: skip
        both = row(left, self.view, spacing=20)
        both.setStretch(0, 5)
        both.setStretch(1, 8)
        page = QWidget()
        page.setLayout(column(both, self.problem, self.buttons, spacing=12, margins=(20, 16, 20, 16)))
        return page

    def _connect(self) -> None:
        self.templates.chosen.connect(self._on_chosen)
        self.templates.itemActivated.connect(lambda _item: self.start())
        self.language.activated.connect(lambda _place: self._read_templates())
        self.write.clicked.connect(self.start)
        self.cancel.clicked.connect(self.reject)
        self.add.clicked.connect(self._ask_template)
        self.change.clicked.connect(self._change_copy)
        self.elsewhere.clicked.connect(self._ask_folder)
        self._workspace.tasks.ended.connect(self._on_ended)
        FileDrop(self, sheets=True).dropped.connect(self.add_templates)
        self.finished.connect(lambda _result: self.view.show_template(""))

    # What there is to choose from --------------------------------------------------------------------------------

    def _read_templates(self, wanted: str = "") -> None:
        entity, ids, wished = self._entity, self._ids, self._wished()

        def read(store: "Store") -> "tuple[list[Template], list[Letter]]":
            from datetime import date

            from desktop_app.reports.letters.fields import letters_about
            from desktop_app.reports.letters.templates import templates

            today = date.today()  # noqa: DTZ011  (the user's day)
            return templates(store.path), [
                one for id_ in ids for one in letters_about(store, entity, id_, wished, today)
            ]

        name = wanted or self._workspace.settings.text(f"{LAST}/{entity.name}")
        self._workspace.read(
            read, lambda got: self._offer(*got, name), self._complain, words=tr("Reading the templates…")
        )

    def _offer(self, found: "list[Template]", letters: "list[Letter]", wanted: str) -> None:
        from desktop_app.reports.letters.templates import offered

        self._found, self._letters = found, letters
        self.view.offer(found, letters)
        language = letters[0].lang if letters else lang()
        self.templates.offer(offered(found, self._entity.name, language), wanted)
        named = [one.recipient or "–" for one in letters[:MOST_NAMED]]
        more = [tr("and %n more", "", len(letters) - MOST_NAMED)] if len(letters) > MOST_NAMED else []
        self.whom.setText(", ".join([*named, *more]))
        self._on_chosen()

    def _on_chosen(self) -> None:
        """Say what the chosen template will leave empty, or what is wrong with it."""
        template, letters = self.templates.current, self._letters
        flaw = template.flaws[0].said(lang()) if template is not None and template.flaws else ""
        self.problem.setText(flaw)
        self.problem.setVisible(bool(flaw))
        self.write.setEnabled(template is not None and not flaw and bool(letters))
        self.write.setText(tr("Write %n letter(s)", "", len(letters)))
        self.notes.setText(self._missing(template) if template is not None else "")
        self.view.show_template(template.name if template is not None and not flaw else "")

    def _missing(self, template: "Template") -> str:
        from desktop_app.reports.letters.fields import called, empty_fields

        missing = {said(called(name)) for one in self._letters for name in empty_fields(one, template.used)}
        if not missing:
            return ""
        return tr("Nothing is known for: {fields}. What depends on it is left out.").format(
            fields=", ".join(sorted(missing))
        )

    def _wished(self) -> str | None:
        return str(self.language.currentData()) or None

    # Templates of the office -------------------------------------------------------------------------------------

    def _ask_template(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(self, tr("Add a template"), "", tr("Word documents (*.docx)"))
        if path:
            self.add_templates([Path(path)])

    def add_templates(self, paths: Sequence[Path]) -> None:
        """Keep Word documents as templates of the office."""
        base = self._workspace.store.path

        def work() -> str:
            from desktop_app.reports.letters.templates import add

            return [add(base, path).name for path in paths][-1]

        self._workspace.tasks.run(lambda _task: work(), self._read_templates, self._complain, lane="file")

    def _change_copy(self) -> None:
        """Open a template in Word: a copy of ours, which then is the office's own."""
        template = self.templates.current
        if template is None:
            return
        if not template.ours:
            self._show_file(template.path)
            return
        base = self._workspace.store.path

        def work() -> Path:
            from desktop_app.reports.letters.templates import add

            return add(base, template.path).path

        def then(path: Path) -> None:
            self._show_file(path)
            self._read_templates(template.name)

        self._workspace.tasks.run(lambda _task: work(), then, self._complain, lane="file")

    def _ask_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(self, tr("Where to save the letters"), str(self.folder))
        if path:
            self.folder = Path(path)
            self.place.setText(path)

    # Writing -----------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Write the letters in the background."""
        template = self.templates.current
        if template is None or not self.write.isEnabled():
            return
        settings = self._workspace.settings
        settings.keep(f"{LAST}/{self._entity.name}", template.name)
        settings.keep(KEEP, "1" if self.keep.isChecked() else "0")
        settings.keep(FOLDER, str(self.folder))
        found, entity, ids, wished, folder = self._found, self._entity, self._ids, self._wished(), self.folder

        store = self._workspace.store

        def work(task: "Task") -> "tuple[list[Written], list[Path]]":
            from desktop_app.reports.letters.writing import save, write

            written = write(store, found, template.name, entity, ids, lang=wished, step=task.step)
            return written, save(written, folder)

        self.write.setEnabled(False)
        self._writing = self._workspace.tasks.run(
            work, lambda got: self._on_written(*got), self._complain, words=tr("Writing the letters…"), lane="file"
        )

    def _on_ended(self, task: "Task") -> None:
        """Let who has stopped the writing begin again."""
        if task is self._writing and task.cancelled:
            self._on_chosen()

    def _on_written(self, written: "list[Written]", paths: list[Path]) -> None:
        self.paths = paths
        if not self.keep.isChecked():
            self._show_done()
            return
        base = self._workspace.store.path

        def work() -> "tuple[Words, Callable[[Edit], None]]":
            from desktop_app.reports.letters.writing import kept_with

            return kept_with(base, written, paths)

        def note(got: "tuple[Words, Callable[[Edit], None]]") -> None:
            words, attach = got
            self._workspace.edit(words, attach, done=lambda _none: self._show_done(), failed=self._complain)

        self._workspace.tasks.run(lambda _task: work(), note, self._complain, lane="file")

    def _complain(self, error: Exception) -> None:
        self.problem.setText(sentence(error))
        self.problem.show()
        self.write.setEnabled(self.templates.current is not None and bool(self._letters))

    def _show_done(self) -> None:
        done = self._done_page()
        self.stack.addWidget(done)
        self.stack.setCurrentWidget(done)
        self.open_file.setFocus()

    def _done_page(self) -> QWidget:
        count = len(self.paths)
        title = label(tr("%n letter(s) written", "", count), "title", wrap=True)
        names = label("\n".join(path.name for path in self.paths[:MOST_NAMED]), wrap=True)
        more = label(tr("and %n more", "", count - MOST_NAMED) if count > MOST_NAMED else "", "muted")
        where = Elided(str(self.folder), "muted")
        self.open_file, self.open_folder = QPushButton(tr("Open the letter")), QPushButton(tr("Open the folder"))
        self.open_file.clicked.connect(lambda: self._show_file(self.paths[0]))
        self.open_folder.clicked.connect(lambda: self._show_file(self.folder))
        self.open_folder.setAutoDefault(False)
        self.open_file.setAutoDefault(False)
        close = QPushButton(tr("Close"))
        close.clicked.connect(self.accept)
        close.setDefault(True)
        look_as(close, "filled")
        head = row(Picture("circle-check", "ok", 32), title, None, spacing=12)
        page = QWidget()
        parts = (None, head, names, more, where, 8, row(self.open_file, self.open_folder, None, close), None, None)
        page.setLayout(column(*parts, spacing=12, margins=(48, 24, 48, 24)))
        return page

    def _show_file(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._workspace.note(tr("No program here opens “{name}”.").format(name=path.name), error=True)
