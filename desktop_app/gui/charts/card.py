"""A card with a chart: shown as bars or as a table of all its rows, copied as picture and as data."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.gui.card import Card
from desktop_app.gui.charts.view import ChartView
from desktop_app.gui.parts import label
from desktop_app.gui.table.cells import Cell
from desktop_app.gui.table.model import Heading, Row
from desktop_app.gui.table.short_list import ShortList
from desktop_app.gui.theme import look, on_paper
from desktop_app.gui.words import dotted, lang, tr
from desktop_app.gui.workspace import Workspace
from desktop_app.reports.figure_sets import Chart, written

_ROWS = 12  # of a table in sight; the others are scrolled to


class ChartCard(Card):
    """Shows a chart once it is counted."""

    copied = Signal(str)  # what was copied, in words

    def __init__(self, name: str, workspace: Workspace) -> None:
        super().__init__(name)
        self._workspace = workspace
        self.chart: Chart | None = None
        self.view: ChartView | None = None
        self.list: ShortList | None = None
        self._as_table = False
        self.link.clicked.connect(self.switch)
        self.more.clicked.connect(self._offer_copies)

    def expect(self, title: str) -> None:
        """Say what will stand here."""
        self.say(title, "")
        self.link.hide()
        self.show_more("")

    def show_chart(self, chart: Chart) -> None:
        """Show a chart, as bars or as the table that was asked for before."""
        self.chart = chart
        counted = any(any(row.numbers) for row in chart.rows)
        self.say(chart.title, tr("Chart") if self._as_table else tr("Table"))
        self.link.setVisible(counted)
        self.show_more(tr("Copy") if counted else "")
        self.more.setAccessibleName(f"{chart.title}: {self.more.text()}")
        self.view = self.list = None
        if not counted:
            self.fill([], tr("Nothing to count yet."))
            return
        self.fill([self._table(chart) if self._as_table else self._bars(chart), *self._notes(chart)], "")

    def _bars(self, chart: Chart) -> ChartView:
        made = self.view = ChartView(chart)
        made.opened.connect(self._workspace.show_list)
        return made

    def _notes(self, chart: Chart) -> list[QWidget]:
        hidden = 0 if self._as_table else len(chart.rows) - len(chart.shown())
        words = [tr("%n more in the table", "", hidden) if hidden else "", chart.note]
        return [label(one, "small", wrap=True) for one in words if one]

    def _table(self, chart: Chart) -> ShortList:
        made = self.list = ShortList()
        made.set_compact(compact=True)
        rows = [
            Row(str(number), "", (Cell(row.label), *(Cell(written(one, lang()), right=True) for one in row.numbers)))
            for number, row in enumerate(chart.rows)
        ]
        headings = (Heading(chart.heading, False), *(Heading(name, False, True) for name in chart.series))
        made.fill(rows, headings, (220, *(150 for _name in chart.series)), 0)
        made.setAccessibleName(chart.title)
        made.setMinimumHeight(look.px(34 + 30 * min(_ROWS, len(rows))))
        made.opened.connect(self._open_row)
        return made

    def _open_row(self, row: int) -> None:
        if self.chart is not None and self.list is not None:
            queries = self.chart.rows[row].queries
            self._workspace.show_list(queries[max(0, min(len(queries), self.list.currentIndex().column()) - 1)])

    def switch(self) -> None:
        """Change between bars and table."""
        self._as_table = not self._as_table
        if self.chart is not None:
            self.show_chart(self.chart)

    def _offer_copies(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(tr("Copy as a picture"), self.copy_picture)
        menu.addAction(tr("Copy the data"), self.copy_data)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def copy_picture(self) -> None:
        """Put the chart into the clipboard as a picture."""
        if self.chart is not None:
            with on_paper():
                view = ChartView(replace(self.chart, title=dotted(self.chart.title, self.about)))
                QGuiApplication.clipboard().setImage(view.picture())
            view.deleteLater()
            self.copied.emit(tr("Picture copied: {name}").format(name=self.chart.title))

    def copy_data(self) -> None:
        """Put all rows into the clipboard as a spreadsheet pastes them."""
        if self.chart is not None:
            QGuiApplication.clipboard().setText(self.chart.as_text())
            self.copied.emit(tr("Data copied: {name}").format(name=self.chart.title))
