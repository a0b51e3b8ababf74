"""From a description to a workbook: key figures on its first sheet, then a sheet for each table and chart."""

from collections.abc import Iterator
from datetime import date

from desktop_app.domain.words import Words
from desktop_app.excel.report_book import Book, Line, Sheet, book_bytes
from desktop_app.excel.report_cells import Cell as Held
from desktop_app.excel.report_cells import Percent, Sum
from desktop_app.excel.report_cells import Year as HeldYear
from desktop_app.reports.description import (
    Bars,
    Block,
    Cell,
    Description,
    Facts,
    Figure,
    Group,
    Labels,
    Money,
    Section,
    Share,
    Table,
    Text,
    Tiles,
    Timeline,
    TwoLines,
    WorldMap,
    Year,
)
from desktop_app.reports.encode import FICTITIOUS, printed
from desktop_app.reports.logo import logo_of

_GROUP = Words("Groupe", "Group")
_TIMELINE = (Words("Intitulé", "Name"), Words("Début", "Start"), Words("Fin", "End"))
_FACTS = (Words("Rubrique", "Heading"), Words("Contenu", "Content"))
_LINE = Words("Ligne", "Line")
_OF = Words("Fiche", "Entry")
_BARS = Words("Période", "Period")
_COUNTRY, _OFFICE = Words("Pays", "Country"), Words("Bureau", "Office")


def workbook(description: Description) -> bytes:
    """Return a report as the bytes of a workbook."""
    texts = [FICTITIOUS.said(description.lang)] if description.demo else []
    texts += [block.text for block in description.blocks if isinstance(block, Text)]
    book = Book(
        description.title,
        description.subtitle,
        description.office,
        printed(description),
        description.printed,
        description.lang,
        tuple(_figures(description)),
        tuple(texts),
        tuple(_sheets(description)),
        "letter" if description.paper.startswith("letter") else "a3" if description.paper.startswith("a3") else "a4",
        description.face.lines,
        logo_of(description),
        description.face.accent,
    )
    return book_bytes(book)


def _figures(description: Description) -> Iterator[Line]:
    for block in description.blocks:
        if isinstance(block, Tiles):
            for figure in block.figures:
                yield Line((figure.words, held(figure), figure.note))
                yield from (Line((f"– {also.words}", held(also), "")) for also in figure.also)


def _sheets(description: Description) -> Iterator[Sheet]:
    """Yield a sheet for each table; the same table of several records is one, that names them in its first column."""
    of_several: dict[tuple[str, tuple[str, ...]], Sheet] = {}
    for section in description.sections:
        for block in section.blocks:
            if isinstance(block, Text | Tiles):
                continue
            sheet = _sheet(section, block, description)
            if not section.of:
                yield sheet
                continue
            key = (sheet.name, sheet.headings)
            lines = tuple(Line((section.of, *line.cells), line.total) for line in sheet.lines)
            before = of_several.get(key)
            headings = (_OF.said(description.lang), *sheet.headings)
            of_several[key] = Sheet(sheet.name, headings, (*before.lines, *lines) if before else lines)
    yield from of_several.values()


def _sheet(section: Section, block: Block, description: Description) -> Sheet:
    lang = description.lang
    name = _OF.said(lang) if section.of and section.level == 1 else section.title or description.title
    match block:
        case Table(columns=columns):
            lines, grouped = _lines(block)
            headings = tuple(column.title for column in columns)
            return Sheet(block.title or name, (_GROUP.said(lang), *headings) if grouped else headings, lines)
        case Bars(words=words, bars=bars):
            years = [bar.below for bar in bars]
            shown = [f"{bar.label} {_last(years[: place + 1])}".strip() for place, bar in enumerate(bars)]
            lines = tuple(Line((label, held(bar.figure))) for label, bar in zip(shown, bars, strict=True))
            counted = bars[0].figure.words if bars else words
            return Sheet(words, (_BARS.said(lang), counted), lines, chart=True)
        case Facts(pairs=pairs):
            lines = tuple(Line(pair) for pair in pairs)
            return Sheet(name, tuple(heading.said(lang) for heading in _FACTS), lines)
        case Labels(cells=cells):
            most = max((len(texts) for texts in cells), default=1)
            lines = tuple(Line((*texts, *("",) * (most - len(texts)))) for texts in cells)
            return Sheet(name, tuple(f"{_LINE.said(lang)} {number + 1}" for number in range(most)), lines)
        case WorldMap(words=words, numbers=numbers):
            lines = tuple(Line((row.label, row.number, numbers.offices.get(row.office, ""))) for row in numbers.rows)
            counted = numbers.several[:1].upper() + numbers.several[1:]
            return Sheet(words, (_COUNTRY.said(lang), counted, _OFFICE.said(lang)), lines)
        case Timeline(words=words, spans=spans):
            lines = tuple(Line((span.label, span.starts, span.ends)) for span in spans)
            return Sheet(words, tuple(heading.said(lang) for heading in _TIMELINE), lines)
    raise LookupError(type(block).__name__)


def _last(years: list[str]) -> str:
    return next((year for year in reversed(years) if year), "")


def _lines(table: Table) -> tuple[tuple[Line, ...], bool]:
    """Return the rows; the headings inside a table become its first column, so that it can be sorted and filtered."""
    grouped = any(isinstance(row, Group) for row in table.rows)
    lines, group = [], ""
    for row in table.rows:
        if isinstance(row, Group):
            group = row.title
            continue
        cells = tuple(held(cell) for cell in row.cells)
        lines.append(Line((("" if row.total else group, *cells) if grouped else cells), row.total))
    return tuple(lines), grouped


def held(cell: Cell) -> Held:
    """Return what a cell holds in a workbook: numbers and days as such."""
    match cell:
        case Figure(value=value):
            return held(value)
        case Year():
            return HeldYear(cell)
        case Money(amount=amount, currency=currency):
            return Sum(amount, currency)
        case TwoLines(text=text, below=below):
            return f"{text}\n{below}" if below else text
        case Share(part=part, whole=whole):
            return Percent(part / whole) if whole else None
        case str() | int() | date() | None:
            return cell
    raise LookupError(type(cell).__name__)
