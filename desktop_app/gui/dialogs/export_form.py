"""The questions of an export: for whom, for which countries, by when, in which language, protected or not, and where to."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from desktop_app.domain.types import Link, Several
from desktop_app.gui.dialogs.export_protection import Protection
from desktop_app.gui.dialogs.export_recipient import Recipients
from desktop_app.gui.editors.ahead import Ahead
from desktop_app.gui.editors.day import DayEditor
from desktop_app.gui.editors.links import Links, Suggestion
from desktop_app.gui.editors.of_type import editor_for
from desktop_app.gui.parts import Elided, column, label, row
from desktop_app.gui.receiving import out
from desktop_app.gui.words import tr
from desktop_app.gui.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.domain.words import Words
    from desktop_app.store.ledger import Shipment

DUE_DAYS = 28
FOLDER, RETURN_TO, DUE_KEY = "export/folder", "exchange/return_to", "exchange/due_days"


class ExportForm(QWidget):
    """The left part of the dialog. `changed` comes when something must be checked, `moved` when other countries are meant."""

    changed = Signal()
    moved = Signal()

    def __init__(self, workspace: Workspace, countries: Sequence[str]) -> None:
        super().__init__()
        self._workspace = workspace
        self._make_editors(countries)
        self._make_protection()
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        kept = Path(workspace.settings.text(FOLDER, documents))
        self.folder = next((place for place in (kept, Path(documents)) if place.is_dir()), Path.home())
        self._lay_out()

    def _make_editors(self, countries: Sequence[str]) -> None:
        self._recipients = Recipients(self._workspace)
        self.recipient = Ahead(self._recipients)
        self.recipient.setPlaceholderText(tr("An embassy, a partner, or any name"))
        self.recipient.taken.connect(self._on_recipient)
        self.recipient.textChanged.connect(self._say_held)
        self._held: Mapping[str, Shipment] = {}
        self.held = label("", "warn", wrap=True)  # a second workbook is made nevertheless, if one wants
        self.held.hide()
        self.countries = editor_for(Several(Link("country")), Links(self._workspace, parent=self))
        self.countries.set_value(tuple(countries) or None)
        self.countries.changed.connect(self.moved)
        self.due = DayEditor()
        days = int(self._workspace.store.setting(DUE_KEY, str(DUE_DAYS)))
        self.due.set_value((date.today() + timedelta(days=days)).isoformat())  # noqa: DTZ011  (the user's day)
        self.return_to = QLineEdit(self._workspace.store.setting(RETURN_TO))
        self.return_to.setPlaceholderText(tr("name@example.org"))
        self.language = QComboBox()
        self.language.addItem("Français", "fr")
        self.language.addItem("English", "en")

    def _make_protection(self) -> None:
        self.protection = Protection(self._workspace, lambda: self.recipient.text().strip())
        self.protect, self.password = self.protection.protect, self.protection.password
        self.protection.changed.connect(self.changed)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(8)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        named: tuple[tuple[str, QWidget], ...] = (
            (tr("For whom"), self.recipient), (tr("Countries (empty: all)"), self.countries), (tr("To be returned by"), self.due),
            (tr("Return address, written in the workbook"), self.return_to), (tr("Language of names and texts"), self.language),
        )  # fmt: skip
        explained = dict(
            zip((words for words, _editor in named), (
                tr("Some letters propose embassies and partners of the base."),
                tr("Only their entries are sent."),
                tr("The day stands on the first sheet of the workbook."),
                tr("The address to which they send it back."),
                tr("Headings stand in both languages anyway."),
            ), strict=True)
        )  # fmt: skip
        for words, editor in named:
            form.addRow(label(words, "heading"), editor)
            (editor.focusProxy() or editor).setAccessibleName(words)
            (editor.focusProxy() or editor).setAccessibleDescription(explained[words])
        form.insertRow(1, self.held)
        form.addRow(label(tr("Save in"), "heading"), self._place())
        self.setLayout(column(form, 4, self.protection, None, spacing=6))

    def _place(self) -> QHBoxLayout:
        self._folder_words, change = Elided(str(self.folder), "muted"), QPushButton(tr("Change…"))
        change.setAutoDefault(False)
        change.clicked.connect(self._choose_folder)
        place = row(self._folder_words, change)
        place.setStretch(0, 1)
        return place

    def _on_recipient(self, one: Suggestion) -> None:
        self.recipient.setText(one.title)
        self.protection.look_up()
        if not self.countries.value() and (country := self._recipients.country_of(one.value)):
            self.countries.set_value((str(country),))
            self.moved.emit()

    def show_held(self, held: "Mapping[str, Shipment]") -> None:
        """Learn who still holds a workbook."""
        self._held = held
        self._say_held()

    def _say_held(self) -> None:
        words = out.still_words(self._held, self.recipient.text(), date.today())  # noqa: DTZ011
        self.held.setText(words)
        self.held.setVisible(bool(words))

    def chosen_countries(self) -> tuple[str, ...]:
        """Return the countries that are meant; none for all."""
        value = self.countries.value()
        return value if isinstance(value, tuple) else ()

    def _choose_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(self, tr("Save in"), str(self.folder))
        if path:
            self.folder = Path(path)
            self._folder_words.setText(path)
            self._workspace.settings.keep(FOLDER, path)

    def settle(self) -> "Words | None":
        """Read what was typed last; return what is wrong with it, with the focus on it."""
        for editor in (self.due, self.countries):
            editor.settle()
            if editor.problem is not None:
                editor.setFocus()
                return editor.problem
        return None
