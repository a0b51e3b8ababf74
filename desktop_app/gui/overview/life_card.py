"""The card with the lives of the instruments: as bars or as a table, copied as a picture, printed on A3."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.gui.card import Card
from desktop_app.gui.overview.life_view import LifeView
from desktop_app.gui.parts import look_as, row
from desktop_app.gui.table.cells import Cell
from desktop_app.gui.table.model import Heading, Row
from desktop_app.gui.table.short_list import ShortList
from desktop_app.gui.theme import look
from desktop_app.gui.words import figure, lang, said, tr
from desktop_app.reports.description import Timeline
from desktop_app.reports.description import said as shown

_FEW, _ROWS = 10, 14  # lines at first; rows of the table in sight


class LifeCard(Card):
    """Shows the lines of life of some instruments, the first ones at first."""

    opened = Signal(str)  # the id of an instrument
    copied = Signal(str)  # what was copied, in words
    print_asked = Signal()

    def __init__(self) -> None:
        super().__init__("lives")
        self.chart: Timeline | None = None
        self.view: LifeView | None = None
        self.list: ShortList | None = None
        self.printable = False
        self._as_table = self._whole = False
        self.link.clicked.connect(self.switch)
        self.more.clicked.connect(self._offer)

    def show_chart(self, chart: Timeline, *, printable: bool) -> None:
        """Show the lives; `printable`: there is a report of them."""
        self.chart, self.printable = chart, printable
        self.say(tr("Instruments over time"), tr("Chart") if self._as_table else tr("Table"))
        self.link.setVisible(bool(chart.spans))
        self.show_more(tr("More…") if chart.spans else "")
        self.more.setAccessibleName(f"{self.title.text()}: {self.more.text()}")
        self.view = self.list = None
        if not chart.spans:
            self.fill([], tr("No instrument has a start yet. Give instruments their dates: their lives show here."))
        elif self._as_table:
            self.fill([self._table(chart)], "")
        else:
            self.fill(self._bars(chart), "")

    def _bars(self, chart: Timeline) -> list[QWidget]:
        lanes = list(dict.fromkeys(span.lane for span in chart.spans))
        part = chart if self._whole or len(lanes) <= _FEW + 2 else _newest(chart, _FEW)
        made = self.view = LifeView(part)
        made.opened.connect(self.opened)
        if len(lanes) <= _FEW + 2:
            return [made]
        every = QPushButton(
            tr("Show only the last ones")
            if self._whole
            else tr("Show all {count} lines").format(count=figure(len(lanes)))
        )
        look_as(every, "link")
        every.setAutoDefault(False)
        every.clicked.connect(self._change_extent)
        holder = QWidget()
        holder.setLayout(row(every, None))
        holder.setFocusProxy(every)
        return [made, holder]

    def _change_extent(self) -> None:
        self._whole = not self._whole
        self._again()

    def _table(self, chart: Timeline) -> ShortList:
        made = self.list = ShortList()
        made.set_compact(compact=True)
        rows = [
            Row(str(number), "", (
                Cell(span.label), Cell(shown(span.starts, lang())), Cell(shown(span.ends, lang())),
                Cell(chart.spans[span.follows].label if span.follows >= 0 else "", tone="muted"),
            ))
            for number, span in enumerate(chart.spans)
        ]  # fmt: skip
        names = (
            said(INSTRUMENT.one).capitalize(),
            *(said(INSTRUMENT.fields[one].words) for one in ("starts_on", "ends_on")),
        )
        headings = [Heading(name, sortable=False) for name in (*names, tr("Follows on"))]
        made.fill(rows, headings, (320, 110, 110, 260), 0)
        made.setAccessibleName(self.title.text())
        made.setMinimumHeight(look.px(34 + 30 * min(_ROWS, len(rows))))
        made.opened.connect(lambda place: self.opened.emit(chart.spans[place].id))
        return made

    def switch(self) -> None:
        """Change between bars and table."""
        self._as_table = not self._as_table
        self._again()

    def _again(self) -> None:
        if self.chart is not None:
            self.show_chart(self.chart, printable=self.printable)

    def _offer(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(tr("Copy as a picture"), self.copy_picture)
        if self.printable:
            menu.addAction(tr("Print on A3…"), self.print_asked.emit)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def copy_picture(self) -> None:
        """Put all lines into the clipboard as a picture."""
        if self.chart is not None:
            view = LifeView(self.chart)
            QGuiApplication.clipboard().setImage(view.picture())
            view.deleteLater()
            self.copied.emit(tr("Picture copied: {name}").format(name=self.title.text()))


def _newest(chart: Timeline, count: int) -> Timeline:
    """Return the lines on which something lasts longest from today on, in their order."""
    until: dict[int, tuple[bool, str]] = {}
    for span in chart.spans:
        last = (not span.over, span.ends.isoformat() if span.ends else "9999")
        until[span.lane] = max(until.get(span.lane, last), last)
    kept = set(sorted(until, key=lambda lane: until[lane], reverse=True)[:count])
    places = [number for number, span in enumerate(chart.spans) if span.lane in kept]
    new = {number: place for place, number in enumerate(places)}
    spans = tuple(replace(chart.spans[number], follows=new.get(chart.spans[number].follows, -1)) for number in places)
    return Timeline(chart.words, spans, chart.today)
