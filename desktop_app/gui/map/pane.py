"""The pane beside the map: the chosen country with its first records, else the countries with the greatest numbers."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.dates import show_date
from desktop_app.gui.flow import Flow
from desktop_app.gui.map.reading import About, Count, Line
from desktop_app.gui.map.words import counted
from desktop_app.gui.parts import Worded, column, label, look_as, row
from desktop_app.gui.scrolled import scrolled
from desktop_app.gui.theme import look
from desktop_app.gui.words import figure, lang, tr, with_figure
from desktop_app.gui.workspace import Workspace
from desktop_app.reports.atlas.counting import Wish
from desktop_app.reports.atlas.numbers import Numbers

WIDTH = 300
_GREATEST, _TOWNS = 14, 8


class CountryPane(Worded, QFrame):
    """Says what there is in a country; every number opens its list, every name its record."""

    chosen = Signal(str)  # the code of a country of the list

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._wish, self._year = Wish(), 0
        self.about: About | None = None
        self._numbers: Numbers | None = None
        self.setProperty("kind", "panel")
        self.name, self.back = label("", "record", wrap=True), QPushButton()
        self.heading, self.table = label("", "heading"), QPushButton()
        for button in (self.back, self.table):
            look_as(button, "link")
            button.setAutoDefault(False)
        self.back.clicked.connect(lambda: self.chosen.emit(""))
        self.table.clicked.connect(self._open_table)
        self.counts = QWidget()
        self._counts = Flow(self.counts, spacing=6)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self._covered = label("", "small", wrap=True)
        head = row(self.name, self.back, spacing=8)
        head.setStretch(0, 1)
        self.area = scrolled(column(self._lines, 8, self._covered, None, spacing=0, margins=(0, 0, 6, 0)))
        body = column(
            head, self.counts, 10, row(self.heading, None, self.table), self.area, spacing=4, margins=(18, 14, 12, 12)
        )
        body.setStretch(4, 1)
        self.setLayout(body)
        self.retranslate()

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        self.back.setText(tr("All countries"))
        self.table.setText(tr("Open as a list"))
        self.back.setAccessibleDescription(tr("Choose no country; the greatest numbers are listed instead."))

    # What is shown -----------------------------------------------------------------------------------------------

    def show_countries(self, numbers: Numbers, wish: Wish) -> None:
        """List the countries with the greatest numbers."""
        self.about, self._numbers, self._wish = None, numbers, wish
        self.name.setText(tr("Countries"))
        self.back.hide()
        self.table.setVisible(bool(numbers.rows))
        self.heading.setText(tr("Greatest first") if numbers.rows else "")
        self._say_counts(())
        lines: list[QWidget] = [self._country(one.code, one.label, one.text) for one in numbers.rows[:_GREATEST]]
        more = len(numbers.rows) - len(lines)
        lines += [label(tr("and %n more in the list", "", more), "small")] if more > 0 else []
        lines += (
            []
            if numbers.rows
            else [label(tr("Nothing is counted here. Choose another year or type."), "muted", wrap=True)]
        )
        self._fill(lines)
        self._covered.setText(tr("Choose a country on the map: its entries are listed here."))

    def show_country(self, about: About, wish: Wish, year: int) -> None:
        """Say what there is in a country."""
        self.about, self._wish, self._year = about, wish, year
        self.name.setText(about.name)
        self.back.show()
        self._say_counts(about.counts)
        subject = {"partner": tr("Partners"), "instrument": tr("Instruments"), "mission": tr("Missions")}[wish.subject]
        self.heading.setText(subject)
        self.table.setVisible(about.number > 0)
        lines: list[QWidget] = []
        for one in about.lines:
            lines += [self._record(one)]
        more = about.number - len(about.lines)
        lines += [label(tr("and %n more", "", more), "muted")] if more > 0 else []
        lines += [] if about.lines else [label(tr("None that the map counts."), "muted", wrap=True)]
        self._fill([*lines, *self._towns(about)])
        self._covered.setText("\n".join(_covered(*one) for one in about.offices))

    def _say_counts(self, counts: tuple[Count, ...]) -> None:
        while (item := self._counts.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for one in counts:
            words = with_figure(counted(one.subject, one.number), one.number)
            if one.subject == "mission":
                words = tr("{missions} in {year}").format(missions=words, year=self._wish.year or self._year)
            button = QPushButton(words)
            look_as(button, "link")
            button.setAutoDefault(False)
            button.setEnabled(one.number > 0)
            button.clicked.connect(partial(self._workspace.show_list, one.query))
            self._counts.addWidget(button)
        if self.about is not None:
            whole = QPushButton(tr("Everything about this country"))
            look_as(whole, "link")
            whole.setAutoDefault(False)
            id_ = self.about.id
            whole.clicked.connect(lambda: self._workspace.go("overview", f"country/{id_}"))
            self._counts.addWidget(whole)
        self.counts.setVisible(bool(counts))

    def _fill(self, lines: list[QWidget]) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for one in lines:
            self._lines.addWidget(one)

    def _towns(self, about: About) -> list[QWidget]:
        """Return a line for each of the towns with most, which opens what is there."""
        if not about.towns:
            return []
        lines: list[QWidget] = [label(tr("Cities"), "heading")]
        for one in about.towns[:_TOWNS]:
            button = _entry(one.name)
            button.setAccessibleDescription(tr("Opens the list of them"))
            button.clicked.connect(partial(self._workspace.show_list, one.query))
            lines.append(_numbered(button, figure(one.number)))
        more = len(about.towns) - _TOWNS
        return [*lines, label(tr("and %n more", "", more), "muted")] if more > 0 else lines

    def _country(self, code: str, name: str, number: str) -> QWidget:
        button = _entry(name)
        button.clicked.connect(lambda: self.chosen.emit(code))
        return _numbered(button, number)

    def _record(self, one: Line) -> QWidget:
        made = QWidget()
        button = _entry(one.name)
        button.clicked.connect(lambda: self._workspace.go(one.entity, one.id))
        made.setLayout(
            column(
                button, *([label(one.below, "small", wrap=True)] if one.below else []), spacing=0, margins=(0, 0, 0, 4)
            )
        )
        return made

    def _open_table(self) -> None:
        if self.about is not None:
            self._workspace.show_list(self.about.asked)
        elif self._numbers is not None:
            self._workspace.show_list(self._numbers.asked)


class _Entry(QPushButton):
    """A name that opens its record; what is too long ends with … and is said whole by the tool tip."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._whole = words
        look_as(self, "entry")
        self.setAutoDefault(False)
        self.setAccessibleName(words)
        self.setMinimumWidth(look.px(60))

    def resizeEvent(self, event: object) -> None:
        """Show as much of the words as there is room for."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width() - 6)
        self.setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")


def _entry(words: str) -> QPushButton:
    made = _Entry(words)
    made.setText(words)
    return made


def _numbered(button: QPushButton, number: str) -> QWidget:
    made = QWidget()
    line = row(button, label(number, "strong"), spacing=8)
    line.setStretch(0, 1)
    made.setLayout(line)
    return made


def _covered(town: str, since: str, until: str) -> str:
    """Say which office covers a country, and since when."""
    first, last = (show_date(one, lang()) if one else "" for one in (since, until))
    if first and last:
        return tr("Covered by {office} from {since} to {until}").format(office=town, since=first, until=last)
    if last:
        return tr("Covered by {office} until {until}").format(office=town, until=last)
    if first:
        return tr("Covered by {office} since {since}").format(office=town, since=first)
    return tr("Covered by {office}").format(office=town)
