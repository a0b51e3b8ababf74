"""A map as a report of its own: the map across the page, its table below."""

from datetime import datetime

from desktop_app.domain.words import Words
from desktop_app.reports.atlas.numbers import Numbers
from desktop_app.reports.description import Cell, Column, Description, Row, Section, Share, Table, WorldMap, table
from desktop_app.reports.letterhead import face_of, office_name, own_office
from desktop_app.reports.run import default_paper
from desktop_app.store.base import Store

_COUNTRY, _OFFICE = Words("Pays", "Country"), Words("Bureau", "Office")
_SHARE, _TABLE = Words("Part", "Share"), Words("Les mêmes nombres", "The same numbers")


def page_of(store: Store, drawn: WorldMap, caption: tuple[str, str], now: datetime, lang: str) -> Description:
    """Return the report of a map: its title and the line below it come from where it is shown."""
    title, below = caption
    sections = [Section("map", "", (drawn,))]
    if drawn.numbers.rows:
        sections.append(Section("table", _TABLE.said(lang), (numbers_table(drawn.numbers),), new_page=True))
    paper = default_paper(store)
    return Description(
        "map", lang, office_name(store, lang), title, below, tuple(sections), printed=now, as_of=now, demo=store.demo,
        paper="letter-landscape" if paper == "letter" else "a4-landscape", face=face_of(own_office(store)),
    )  # fmt: skip


def numbers_table(numbers: Numbers) -> Table:
    """Return the numbers of a map as a table."""
    lang, whole = numbers.lang, sum(row.number for row in numbers.rows)
    counted = numbers.several[:1].upper() + numbers.several[1:]
    columns = (
        Column(_COUNTRY.said(lang), 3, strong=True), Column(counted, number=True), Column(_SHARE.said(lang), number=True),
        Column(_OFFICE.said(lang), 2),
    )  # fmt: skip
    rows: list[Row] = []
    for row in numbers.rows:
        cells: tuple[Cell, ...] = (row.label, row.number, Share(row.number, whole), numbers.offices.get(row.office, ""))
        rows.append(Row(cells))
    return table(columns, rows, numbers.asked)
