"""The card with the lives of the instruments: as bars or as a table, copied as a picture, printed on A3."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.gui.overview.life_view import LifeView
from desktop_app.gui.overview.picture_card import PictureCard
from desktop_app.gui.parts import look_as, row
from desktop_app.gui.table.cells import Cell
from desktop_app.gui.table.model import Heading, Row
from desktop_app.gui.words import dotted, figure, lang, said, tr
from desktop_app.reports.description import Timeline
from desktop_app.reports.description import said as shown

_FEW = 10  # lines at first


class LifeCard(PictureCard):
    """Shows the lines of life of some instruments, the first ones at first."""

    print_asked = Signal()

    def __init__(self) -> None:
        super().__init__("lives")
        self.chart: Timeline | None = None
        self.view: LifeView | None = None
        self.printable = False
        self._whole = False

    def show_chart(self, chart: Timeline, *, printable: bool) -> None:
        """Show the lives; `printable`: there is a report of them."""
        self.chart, self.printable, self.view = chart, printable, None
        nothing = tr("No instrument has a start yet. Give instruments their dates: their lives show here.")
        self.show_picture("" if chart.spans else nothing)

    def heading(self) -> str:
        """Return the title."""
        return tr("Instruments over time")

    def pictured(self) -> list[QWidget]:
        """Return the bars, and the verb that shows all of them or only some."""
        chart = self._chart
        lanes = list(dict.fromkeys(span.lane for span in chart.spans))
        part = chart if self._whole or len(lanes) <= _FEW + 2 else _newest(chart, _FEW)
        made = self.view = LifeView(part)
        made.opened.connect(lambda id_: self.opened.emit(INSTRUMENT.name, id_))
        if len(lanes) <= _FEW + 2:
            return [made]
        all_ = tr("Show all {count} lines").format(count=figure(len(lanes)))
        every = QPushButton(tr("Show only the last ones") if self._whole else all_)
        look_as(every, "link")
        every.setAutoDefault(False)
        every.clicked.connect(self._change_extent)
        holder = QWidget()
        holder.setLayout(row(every, None))
        holder.setFocusProxy(every)
        return [made, holder]

    @property
    def _chart(self) -> Timeline:
        if self.chart is None:
            raise RuntimeError(self.objectName())
        return self.chart

    def _change_extent(self) -> None:
        self._whole = not self._whole
        self.show_picture("")

    def table(self) -> tuple[list[Row], list[Heading], tuple[int, ...]]:
        """Return the instruments, their years and what they followed on."""
        spans = self._chart.spans
        rows = [
            Row(str(number), f"{INSTRUMENT.name}/{span.id}", (
                Cell(span.label), Cell(shown(span.starts, lang())), Cell(shown(span.ends, lang())),
                Cell(spans[span.follows].label if span.follows >= 0 else "", tone="muted"),
            ))
            for number, span in enumerate(spans)
        ]  # fmt: skip
        fields = [said(INSTRUMENT.fields[one].words) for one in ("starts_on", "ends_on")]
        names = (said(INSTRUMENT.one).capitalize(), *fields, tr("Follows on"))
        return rows, [Heading(name, sortable=False) for name in names], (320, 110, 110, 260)

    def offers(self, menu: QMenu) -> None:
        """Offer the large sheet of paper."""
        if self.printable:
            menu.addAction(tr("Print on A3…"), self.print_asked.emit)

    def image(self) -> QImage:
        """Return all lines."""
        view = LifeView(replace(self._chart, words=dotted(self._chart.words, self.about)))
        made = view.picture()
        view.deleteLater()
        return made


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
