"""What is wished of a report: the choices at the right of the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QScrollArea, QWidget

from desktop_app.domain.refused import Refused
from desktop_app.domain.words import Words
from desktop_app.gui.editors.day import DayEditor
from desktop_app.gui.editors.link import LinkEditor
from desktop_app.gui.editors.links import Links
from desktop_app.gui.pages.reports_only import OnlyListed
from desktop_app.gui.pages.reports_period import PeriodEditor
from desktop_app.gui.parts import Worded, column, label, line, look_as
from desktop_app.gui.quiet_box import QuietBox
from desktop_app.gui.theme import look
from desktop_app.gui.words import lang, said, tr

if TYPE_CHECKING:
    from desktop_app.gui.workspace import Workspace
    from desktop_app.reports.description import PaperName
    from desktop_app.reports.request import Kind, Period, Selection

WIDTH = 260
_LANGUAGES = (("fr", "Français"), ("en", "English"))


@dataclass(frozen=True, slots=True)
class Wishes:
    """A report with every choice that the user has made."""

    name: str
    country: str | None
    period: Period | None
    lang: str
    paper: PaperName
    sections: frozenset[str]
    ref: str | None = None  # the id of the record that it is about
    as_of: str | None = None
    only: Selection | None = None  # what it keeps to, of all records


class WishesPane(Worded, QFrame):
    """Record, country, period, day of the data, language, paper, sections; `changed` comes with each choice."""

    changed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        look_as(self, "panel")
        self._workspace = workspace
        self._kind: Kind | None = None
        self._left: dict[str, tuple[str | None, str]] = {}  # country and period of each report, as they were left
        self._records: dict[str, LinkEditor] = {}
        self._first_country: str | None = None
        self._links = links = Links(workspace, parent=self)
        links.open_asked.connect(lambda entity, id_: workspace.go(entity, id_, open_=True))
        self.country, self.period = LinkEditor(links.of("country")), PeriodEditor()
        self.record, self.as_of, self.only = QFrame(), DayEditor(), OnlyListed()
        self.record.setLayout(column(spacing=0))
        self.language, self.paper = QuietBox(), QuietBox()
        self.note, self.missing = label("", "small", wrap=True), label("", "warn", wrap=True)
        self.parts: dict[str, QCheckBox] = {}
        self._labels = {
            name: QLabel() for name in ("record", "country", "period", "as_of", "language", "paper", "parts")
        }
        self._lay_out()
        for code, name in _LANGUAGES:
            self.language.addItem(name, code)
        self.language.show_data(workspace.settings.text("reports/language") or lang())
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        fields: list[QWidget | int] = []
        editors = {
            "record": self.record, "country": self.country, "period": self.period, "as_of": self.as_of,
            "language": self.language, "paper": self.paper,
        }  # fmt: skip
        for name, editor in editors.items():
            self._labels[name].setBuddy(editor.focusProxy() or editor)
            fields += [self._labels[name], editor, 4]
        for heading in self._labels.values():
            look_as(heading, "heading")
        self._parts = column(spacing=8)
        body = QWidget()
        look_as(body, "scrolled")
        lines = column(self.only, *fields, self._labels["parts"], self._parts, None, spacing=6, margins=(16, 14, 16, 8))
        lines.setAlignment(self.only, Qt.AlignmentFlag.AlignLeft)  # a chip, no wider than its words
        body.setLayout(lines)
        scrolled = QScrollArea()
        scrolled.setWidget(body)
        scrolled.setWidgetResizable(True)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        foot = column(self.missing, self.note, spacing=6, margins=(16, 8, 16, 12))
        self.setLayout(column(scrolled, line(), foot, spacing=0))  # the line says that more may stand below it
        self.missing.hide()
        look.changed.connect(self._resize)
        self._resize()

    def _resize(self) -> None:
        self.setFixedWidth(look.px(WIDTH))

    def _connect(self) -> None:
        self.country.settled.connect(self.changed)
        self.as_of.settled.connect(self.changed)
        self.only.cleared.connect(self.changed)
        self.period.changed.connect(self.changed)
        self.language.activated.connect(lambda: self._keep("language", self.language.currentData()))
        self.paper.activated.connect(lambda: self._keep("paper", self.paper.currentData()))

    def _keep(self, key: str, value: str) -> None:
        self._workspace.settings.keep(f"reports/{key}", value)
        self.changed.emit()

    # Which choices there are -------------------------------------------------------------------------------------

    def show_base(self, country: str | None) -> None:
        """Offer what suits a base: the paper of its office, and a country to begin with."""
        from desktop_app.reports.description import PAPERS
        from desktop_app.reports.run import default_paper

        self.paper.clear()
        for name, paper in PAPERS.items():
            self.paper.addItem(said(paper.words), name)
        self.paper.show_data(self._workspace.settings.text("reports/paper") or default_paper(self._workspace.store))
        self._kind, self._first_country = None, country
        self._left.clear()

    def show_kind(self, kind: Kind) -> None:
        """Offer the choices of a report, as they were left."""
        if self._kind is not None:
            country = self.country.value()
            self._left[self._kind.name] = (str(country) if country else None, self.period.choice)
        before, self._kind = self._kind, kind
        first = self._first_country if kind.needs("country") else None
        country, period = self._left.get(kind.name, (first, ""))
        self.country.prompt = None if kind.needs("country") else Words("Tous les pays", "All countries")
        self.country.set_value(country)
        self.period.offer(all_years=not kind.needs("country"), choice=period)
        if before is None or before.sheet != kind.sheet:
            self._offer_papers(kind)
        self._offer_record(kind)
        self.only.show_for(kind.name)
        for name, editor in (("country", self.country), ("period", self.period), ("record", self.record)):
            asked = kind.asks("ref" if name == "record" else name)
            editor.setVisible(asked)
            self._labels[name].setVisible(asked)
        self._offer_parts(kind)
        self.retranslate()

    def _offer_papers(self, kind: Kind) -> None:
        """Choose the paper that a report is made for."""
        from desktop_app.reports.run import default_paper

        usual = default_paper(self._workspace.store)
        kept = "" if kind.sheet else self._workspace.settings.text("reports/paper")
        self.paper.show_data(kept or kind.paper(usual))

    def _offer_record(self, kind: Kind) -> None:
        """Show the editor of the record that a report is about."""
        for editor in self._records.values():
            editor.hide()
        if kind.entity is None:
            return
        name = kind.entity.name
        if name not in self._records:
            self._records[name] = LinkEditor(self._links.of(name))
            self._records[name].settled.connect(self.changed)
            layout = self.record.layout()
            if layout is not None:
                layout.addWidget(self._records[name])
        self._records[name].prompt = None if kind.needs("ref") else Words("Toutes", "All")
        self._records[name].show()
        self._labels["record"].setBuddy(self._records[name])

    def choose_record(self, id_: str) -> None:
        """Choose the record that the report is about, as if it had been typed."""
        if self._kind is not None and self._kind.entity is not None:
            self._records[self._kind.entity.name].set_value(id_)
            self.changed.emit()

    def _record(self, kind: Kind) -> str | None:
        value = self._records[kind.entity.name].value() if kind.entity is not None else None
        return str(value) if value else None

    def missing_words(self) -> str:
        """Say what is missing before there can be a page."""
        if self.period.wrong.text():
            return self.period.wrong.text()
        if self._kind is not None and self._kind.needs("ref"):
            return tr("Choose at the right what the sheet is about: it appears here.")
        return tr("Choose a country at the right: its summary appears here.")

    def _offer_parts(self, kind: Kind) -> None:
        for box in self.parts.values():
            self._parts.removeWidget(box)
            box.deleteLater()
        kept = self._workspace.settings.text(f"reports/{kind.name}/parts")
        chosen = set(kept.split()) if kept else {part.name for part in kind.parts if part.on}
        self.parts = {part.name: QCheckBox() for part in kind.parts}
        for name, box in self.parts.items():
            box.setChecked(name in chosen)
            box.toggled.connect(lambda _on: self._keep(f"{kind.name}/parts", " ".join(sorted(self._chosen())) or "-"))
            self._parts.addWidget(box)

    def choose_country(self, country: str) -> None:
        """Choose a country, as if it had been typed."""
        self.country.set_value(country)
        self.changed.emit()

    # What was chosen ---------------------------------------------------------------------------------------------

    def _chosen(self) -> frozenset[str]:
        return frozenset(name for name, box in self.parts.items() if box.isChecked())

    def wishes(self) -> Wishes | None:
        """Return what is wished; None while the country or the dates are missing."""
        kind, paper, country = self._kind, self.paper.currentData(), self.country.value()
        if kind is None or paper is None or (kind.needs("country") and not country):
            return None
        record = self._record(kind)
        if kind.needs("ref") and not record:
            return None
        try:
            period = self.period.period() if kind.asks("period") else None
        except Refused:
            return None  # the editor says why
        language = str(self.language.currentData())
        where = str(country) if country and kind.asks("country") else None
        day = str(self.as_of.value() or "") or None
        return Wishes(kind.name, where, period, language, paper, self._chosen(), record, day, self.only.selection())

    def tell(self, pages: int, missing: tuple[str, ...]) -> None:
        """Say how many pages the report has, and which characters could not be shown."""
        self.note.setText(tr("%n page(s). The preview is the file that will be printed.", "", pages) if pages else "")
        self.missing.setText(tr("No font has these characters: {list}").format(list=" ".join(missing)))
        self.missing.setVisible(bool(missing))

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        words = {
            "country": tr("Country"), "period": tr("Period"), "language": tr("Language"), "paper": tr("Paper"),
            "parts": tr("Sections"), "as_of": tr("Data as of"),
            "record": said(self._kind.entity.one).capitalize() if self._kind and self._kind.entity else "",
        }  # fmt: skip
        for name, text in words.items():
            self._labels[name].setText(text)
        self.country.describe(words["country"])
        self.country.retranslate()
        for editor in self._records.values():
            editor.describe(words["record"])
        self.as_of.describe(words["as_of"], tr("The report is made from the base as it was at the end of that day."))
        self.as_of.retranslate()
        self.as_of.line.setPlaceholderText(tr("Today", "the base of today"))
        self.language.setAccessibleName(words["language"])
        self.paper.setAccessibleName(words["paper"])
        self.language.setAccessibleDescription(tr("The language of the report, apart from that of the screen."))
        self.paper.setAccessibleDescription(tr("The size of the paper that it is printed on."))
        if self._kind is not None:
            for part in self._kind.parts:
                self.parts[part.name].setText(said(part.words))
        self._name_papers()
        self._follow_screen()

    def _follow_screen(self) -> None:
        """Make reports in the language of the screen until another one was chosen for them."""
        if self._workspace.settings.text("reports/language") or self.language.currentData() == lang():
            return
        self.language.show_data(lang())
        if self.isVisible():
            self.changed.emit()

    def _name_papers(self) -> None:
        from desktop_app.reports.description import PAPERS

        for place in range(self.paper.count()):
            self.paper.setItemText(place, said(PAPERS[self.paper.itemData(place)].words))
