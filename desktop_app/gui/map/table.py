"""The same numbers as a table: every country that the map counts, with its share and the office that covers it."""

from desktop_app.gui.table.cells import Cell
from desktop_app.gui.table.model import Heading, Row
from desktop_app.gui.table.short_list import ShortList
from desktop_app.gui.words import lang, tr
from desktop_app.reports.atlas.numbers import Numbers
from desktop_app.reports.description import Share, said

WIDTHS = (240, 120, 90, 170)


class CountryTable(ShortList):
    """Lists the countries of the map; Enter opens the records that a number counts."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("map_table")
        self.set_compact(compact=True)

    def show_numbers(self, numbers: Numbers, whole: int) -> None:
        """Show numbers and their share of the whole; the country that was selected stays so."""
        rows = [
            Row(row.code, row.code, (Cell(row.label), Cell(row.text, right=True),
                Cell(said(Share(row.number, whole), lang()) if whole > 0 else "", right=True, tone="muted"),
                Cell(numbers.offices.get(row.office, ""), tone="muted")))
            for row in numbers.rows
        ]  # fmt: skip
        self.fill(rows, self._headings(numbers), WIDTHS, 0)
        self.setAccessibleName(tr("The countries of the map"))
        self.setAccessibleDescription(tr("The greatest numbers first; Enter opens the entries that a number counts."))

    def _headings(self, numbers: Numbers) -> tuple[Heading, ...]:
        counted = numbers.several[:1].upper() + numbers.several[1:]
        names = (tr("Country"), counted, tr("Share"), tr("Office"))
        return tuple(Heading(name, False, place in (1, 2)) for place, name in enumerate(names))
