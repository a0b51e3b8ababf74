"""A report says the same numbers in its workbook as on its pages, and the same words in its document."""

import io
from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import docx
import openpyxl
import pytest

from desktop_app.domain.words import LANGUAGES
from desktop_app.reports import GALLERY
from desktop_app.reports.description import (
    Bars,
    Cell,
    Description,
    Facts,
    Figure,
    Group,
    Money,
    Share,
    Table,
    Text,
    Tiles,
    said,
)
from desktop_app.reports.run import Report, run_report
from desktop_app.store.base import Store
from desktop_app.store.queries import Query
from tests.reports.conftest import NOW

EVERY = [(name, lang) for name in GALLERY for lang in LANGUAGES]


def whole(store: Store, name: str, lang: str) -> Report:
    """A report with all of its parts."""
    kind = GALLERY[name]
    ref = str(store.records(Query(kind.entity))[0]["ref"]) if kind.entity else None
    every = frozenset(part.name for part in kind.parts)
    country = "VN" if kind.needs("country") else None
    return run_report(store, name, country=country, ref=ref, lang=lang, sections=every, now=NOW)


def number(cell: Cell) -> float | None:
    """What a cell counts as."""
    match cell:
        case Figure(value=value):
            return number(value)
        case Money(amount=amount):
            return round(float(amount), 2)
        case Share(part=part, whole=all_):
            return round(part / all_, 4) if all_ else None
        case int():
            return float(cell)
    return None


def numbers(description: Description) -> Iterator[float]:
    """All numbers of a report that are counted, in its figures, tables and charts."""
    for block in description.blocks:
        cells: list[Cell] = []
        if isinstance(block, Tiles):
            cells = [one for figure in block.figures for one in (figure, *figure.also)]
        elif isinstance(block, Bars):
            cells = [bar.figure for bar in block.bars]
        elif hasattr(block, "figures"):  # a picture that is drawn from them
            cells = list(block.figures)
        elif isinstance(block, Table):
            cells = [cell for row in block.rows if not isinstance(row, Group) for cell in row.cells]
        yield from (found for cell in cells if (found := number(cell)) is not None)


@pytest.mark.parametrize(("name", "lang"), EVERY)
def test_a_workbook_holds_exactly_the_numbers_of_the_report(office: Store, name: str, lang: str) -> None:
    report = whole(office, name, lang)
    book = openpyxl.load_workbook(io.BytesIO(report.data(".xlsx")))
    held = [
        round(float(cell.value), 4 if cell.number_format == "0%" else 2)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, int | float | Decimal) and not isinstance(cell.value, bool | date)
    ]
    assert Counter(held) == Counter(numbers(report.description))


@pytest.mark.parametrize(("name", "lang"), EVERY)
def test_a_document_holds_every_word_of_the_report(office: Store, name: str, lang: str) -> None:
    report = whole(office, name, lang)
    made = docx.Document(io.BytesIO(report.data(".docx")))
    body = [paragraph.text for paragraph in made.element.body.iter() if paragraph.tag.endswith("}t")]
    texts = Counter(body)
    flat = " ".join("".join(body).split())
    for section in report.description.sections:
        assert not section.title or texts[section.title], section.title
        for block in section.blocks:
            wanted: list[str] = []
            if isinstance(block, Table):
                wanted = [said(cell, lang) for row in block.rows if not isinstance(row, Group) for cell in row.cells]
                wanted += [column.title for column in block.columns]
            elif isinstance(block, Facts):
                wanted = [text for pair in block.pairs for text in pair]
            elif isinstance(block, Text):
                wanted = [block.text]
            for text in wanted:
                assert "".join(text.split()) in "".join(flat.split()), text
