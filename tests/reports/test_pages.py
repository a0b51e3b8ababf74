"""The pages of every report of the gallery, read back by poppler: nothing outside the margins, no heading left alone."""

import io
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from itertools import pairwise, product
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from desktop_app.demo.in_use import put_in_use
from desktop_app.demo.office import fill_demo
from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.partner import PARTNER
from desktop_app.domain.picture import looked_at
from desktop_app.domain.place import OFFICE
from desktop_app.domain.words import LANGUAGES, Words
from desktop_app.reports import GALLERY, instrument_sheet
from desktop_app.reports.country import most_instruments
from desktop_app.reports.description import PAPERS, Description, PaperName, Section, Table, Text
from desktop_app.reports.heights import MARGIN
from desktop_app.reports.run import Report, run_report
from desktop_app.reports.typeset import typesetter
from desktop_app.store.base import Store
from desktop_app.store.queries import Filter, Query
from tests.made_once import MadeOnce
from tests.reports import poppler
from tests.reports.samples import sample, timeline
from tests.strategies import SVG

NOW = datetime(2026, 11, 22, 9, 40, tzinfo=UTC)
POINTS = 72 / 25.4
FOOT = 18 * POINTS
EVERY = [(name, lang) for name in GALLERY for lang in LANGUAGES]


@pytest.fixture(scope="module")
def demo(once: MadeOnce, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The demo office in use, with a letterhead."""
    path = tmp_path_factory.mktemp("pages") / "office.passerelle"
    with Store.open(Path(shutil.copy(once("demo with a letterhead", _with_a_letterhead), path))) as store:
        yield store


def _with_a_letterhead(path: Path) -> None:
    with Store.create(path, "SIN", demo=True) as store:
        fill_demo(store, 300, today=NOW.date())
        put_in_use(store)
        with store.edit(Words("Papier à en-tête", "Letterhead")) as edit:
            values = {
                "address": "1 avenue Fictive\nSingapore 000000", "logo": looked_at(SVG).text, "colour": "#7A1F5C",
                "introduction_fr": "Un mot fictif du bureau. " * 12, "introduction_en": "Fictitious words of the office. " * 12,
            }  # fmt: skip
            edit.update(OFFICE, str(store.resolve("office", "SIN")), values)


@cache
def made(store: Store, name: str, lang: str) -> Report:
    """A report with all of its parts, typeset once."""
    kind = GALLERY[name]
    ref = str(store.records(Query(kind.entity))[0]["ref"]) if kind.entity else None
    country = "VN" if kind.needs("country") else None
    every = frozenset(part.name for part in kind.parts)
    return run_report(store, name, country=country, ref=ref, lang=lang, sections=every, now=NOW)


def outside(description: Description, words: list[poppler.Word]) -> list[poppler.Word]:
    """The words that stand in a margin."""
    paper = PAPERS[description.paper]
    right, bottom = (paper.width - MARGIN) * POINTS + 1, paper.height * POINTS - 6 * POINTS
    return [
        word
        for word in words
        if word.left < MARGIN * POINTS - 1 or word.right > right or word.top < 6 * POINTS or word.bottom > bottom
    ]


def lonely(description: Description, words: list[poppler.Word]) -> list[tuple[str, int]]:
    """The headings below which nothing stands on their page."""
    height = PAPERS[description.paper].height * POINTS
    found = []
    for title in dict.fromkeys(section.title for section in description.sections if section.title):
        wanted = title.split()
        for place, word in enumerate(words):
            told = words[place : place + len(wanted)]
            if [one.text for one in told] != wanted or len({one.page for one in told}) > 1:
                continue
            below = [one for one in words if one.page == word.page and told[-1].bottom < one.bottom < height - FOOT]
            if not below and word.bottom > FOOT:
                found.append((title, word.page))
    return found


@pytest.mark.parametrize(("name", "lang"), EVERY)
def test_a_report_stays_inside_its_margins_and_leaves_no_heading_alone(
    demo: Store, pdf_path: Path, name: str, lang: str
) -> None:
    report = made(demo, name, lang)
    pdf_path.write_bytes(report.pdf())
    words = poppler.words(pdf_path)
    if name != "labels":  # whose sheets have margins of their own: test_labels.py
        assert not outside(report.description, words)
    assert not lonely(report.description, words)
    assert {embedded for _font, embedded in poppler.fonts(pdf_path)} == {"yes"}
    if GALLERY[name].one_page:
        assert report.pages == 1 + sum(section.new_page for section in report.description.sections)


def test_the_summary_of_every_country_is_one_page(demo: Store) -> None:
    found = {country for record in demo.records(Query(INSTRUMENT)) for country in record["countries"] or ()}  # type: ignore[union-attr]
    assert len(found) > 20
    papers: list[tuple[PaperName, str]] = [("a4", "fr"), ("letter", "en")]
    for country, (paper, lang) in product(sorted(found), papers):
        report = run_report(demo, "country_summary", country=country, lang=lang, paper=paper, now=NOW)
        assert report.pages == 1, (report.description.title, report.pages)


def test_lists_that_are_too_long_for_the_page_say_how_many_others_there_are_and_are_whole_if_asked(demo: Store) -> None:
    country = most_instruments(demo)
    report = run_report(demo, "country_summary", country=country, lang="en", now=NOW)
    listed = next(section for section in report.description.sections if section.name == "instruments").blocks
    assert isinstance(listed[0], Table)
    assert isinstance(listed[1], Text)
    assert listed[0].asked is not None
    count = demo.count(listed[0].asked)
    assert 4 < len(listed[0].rows) < count
    assert listed[1].text == f"and {count - len(listed[0].rows)} others"
    usual = frozenset(part.name for part in GALLERY["country_summary"].parts if part.on)
    report = run_report(demo, "country_summary", country=country, lang="en", now=NOW, sections=usual | {"whole"})
    listed = next(section for section in report.description.sections if section.name == "instruments").blocks
    assert isinstance(listed[0], Table)
    assert len(listed[0].rows) == count
    assert report.pages > 1
    assert any(section.name == "map" for section in report.description.sections)


@pytest.mark.parametrize(("name", "lang"), EVERY)
def test_a_report_is_a_tagged_file_for_everybody_with_its_title_language_and_words_for_pictures(
    demo: Store, name: str, lang: str
) -> None:
    report = made(demo, name, lang)
    read = PdfReader(io.BytesIO(report.pdf()))
    root = read.root_object
    assert str(_part(root, "/MarkInfo")["/Marked"]) == "True"
    assert str(root["/Lang"]) == lang
    assert str(_part(root, "/ViewerPreferences")["/DisplayDocTitle"]) == "True"
    xmp = read.xmp_metadata
    assert xmp is not None
    assert report.description.title in (xmp.dc_title or {}).values()
    assert b"pdfuaid:part" in report.pdf()
    assert all("/StructParents" in page and str(page["/Tabs"]) == "/S" for page in read.pages)
    kinds = _kinds(root["/StructTreeRoot"])
    for element in kinds.get("/Figure", ()):
        assert str(element.get("/Alt", "")).strip()
    assert len(kinds.get("/Table", ())) == len(kinds.get("/THead", ()))
    headings = [int(kind[2]) for kind in _in_order(root["/StructTreeRoot"]) if re.fullmatch(r"/H[1-6]", kind)]
    assert all(after <= before + 1 for before, after in pairwise([0, *headings]))  # no level is left out
    for cell in kinds.get("/TH", ()):
        assert "/Scope" in str(cell.get("/A", "")) or "/Scope" in str(cell["/A"].get_object())
    assert not kinds.keys() - _KNOWN
    outline = [str(one["/Title"]) for one in read.outline if not isinstance(one, list)]
    firsts = [section.title for section in report.description.sections if section.title and section.level == 1]
    assert [title for title in outline if title in firsts] == firsts


def _part(root: DictionaryObject, name: str) -> DictionaryObject:
    found = root[name].get_object()
    assert isinstance(found, DictionaryObject)
    return found


# What PDF 1.7 knows by itself: a reader needs no list of roles.
_KNOWN = {
    "None", "/Document", "/Part", "/Div", "/P", "/Span", "/Figure", "/Table", "/THead", "/TBody", "/TFoot", "/TR", "/TH",
    "/TD", "/H1", "/H2", "/H3", "/L", "/LI", "/Lbl", "/LBody", "/Link", "/Title", "/NonStruct", "/Caption",
}  # fmt: skip


def _in_order(item: object) -> Iterator[str]:
    """Yield what stands in a document, in the order in which it is read aloud."""
    item = item.get_object() if hasattr(item, "get_object") else item
    if isinstance(item, DictionaryObject):
        yield str(item.get("/S"))
        children = item.get("/K", [])
        for child in children if isinstance(children, list) else [children]:
            yield from _in_order(child)


@pytest.mark.parametrize("name", list(GALLERY))
def test_every_report_can_be_kept_for_ever(demo: Store, name: str) -> None:
    report = made(demo, name, "fr")
    data = report.pdf(archive=True)
    read = PdfReader(io.BytesIO(data))
    root = read.root_object
    xmp = read.xmp_metadata
    assert xmp is not None
    told = xmp.rdf_root.toxml()
    assert re.search(r"pdfaid:part>2<", told)
    assert re.search(r"pdfaid:conformance>A<", told)
    intents = root["/OutputIntents"]
    assert [str(one.get_object()["/S"]) for one in intents] == ["/GTS_PDFA1"]  # type: ignore[attr-defined]
    assert not {"/JavaScript", "/EmbeddedFiles"} & set(root.get("/Names", DictionaryObject()))
    assert not read.is_encrypted
    fonts = [
        font.get_object()
        for page in read.pages
        for font in _part(page, "/Resources").get("/Font", DictionaryObject()).values()
    ]
    assert fonts
    assert all("/ToUnicode" in font for font in fonts)  # what is copied from the page is what was written


def _kinds(root: object) -> dict[str, list[DictionaryObject]]:
    found: dict[str, list[DictionaryObject]] = {}
    waiting = [root]
    while waiting:
        item = waiting.pop()
        item = item.get_object() if hasattr(item, "get_object") else item
        if isinstance(item, DictionaryObject):
            found.setdefault(str(item.get("/S")), []).append(item)
            children = item.get("/K", [])
            waiting += children if isinstance(children, list) else [children]
    return found


def test_every_instrument_sheet_is_one_page_alone_and_in_a_booklet(demo: Store, pdf_path: Path) -> None:
    ids = [str(one["id"]) for one in demo.records(Query(INSTRUMENT))]
    one = run_report(demo, "instrument_sheet", ref=str(demo.records(Query(INSTRUMENT))[0]["ref"]), lang="fr", now=NOW)
    booklet = Report(instrument_sheet.of_these(demo, one.request, ids), demo, one.request)
    assert booklet.pages == len(ids)
    pdf_path.write_bytes(booklet.pdf())
    assert not outside(booklet.description, poppler.words(pdf_path))


def test_every_partner_sheet_of_a_booklet_is_one_page(demo: Store, pdf_path: Path) -> None:
    every = frozenset(part.name for part in GALLERY["partner_sheet"].parts)
    booklet = run_report(demo, "partner_sheet", country="SG", lang="fr", sections=every, now=NOW)
    assert booklet.pages == demo.count(Query(PARTNER, (Filter("country", "is", demo.resolve("country", "SG")),))) > 1
    pdf_path.write_bytes(booklet.pdf())
    assert not outside(booklet.description, poppler.words(pdf_path))


@pytest.mark.parametrize(("lines", "pages"), [(38, 1), (60, 2), (95, 3)])
def test_life_lines_fill_large_sheets_with_the_years_at_the_head_of_each(
    pdf_path: Path, lines: int, pages: int
) -> None:
    drawn = timeline(lines)
    note = Text("Light bar: over.", small=True)
    made = replace(sample(paper="a3-landscape"), sections=(Section("timeline", "", (drawn, note)),))
    typeset = typesetter().typeset(made)
    assert typeset.pages == pages
    pdf_path.write_bytes(typeset.data)
    words = poppler.words(pdf_path)
    assert not outside(made, words)
    for page in range(1, pages + 1):
        assert {"2000", "2016"} <= {word.text for word in words if word.page == page}
    firsts = [word for word in words if word.text == "中国科学院"]
    assert len(firsts) == sum(span.label == "中国科学院" for span in drawn.spans)
    assert [word.page for word in words if word.text == "Light"] == [pages]


def test_an_instrument_with_more_than_a_page_can_hold_goes_on_to_the_next_in_letters_of_the_usual_size(
    demo: Store, pdf_path: Path
) -> None:
    from desktop_app.domain.instrument_parts import MILESTONE

    id_ = str(demo.records(Query(INSTRUMENT))[0]["id"])
    with demo.edit(Words("Étapes", "Milestones")) as edit:
        for number in range(120):
            edit.add(MILESTONE, {"instrument": id_, "kind": "report", "due_on": f"{1950 + number}-05-01"})
    report = run_report(demo, "instrument_sheet", ref=str((demo.get(INSTRUMENT, id_) or {})["ref"]), lang="en", now=NOW)
    assert report.pages > 1
    pdf_path.write_bytes(report.pdf())
    assert not lonely(report.description, poppler.words(pdf_path))
    demo.undo()


def test_a_year_has_no_thousands(demo: Store) -> None:
    sheet = next(
        report
        for record in demo.records(Query(INSTRUMENT))
        for report in (run_report(demo, "instrument_sheet", ref=str(record["ref"]), lang="fr", now=NOW),)
        if any(section.name == "funding" for section in report.description.sections)
    )
    from desktop_app.reports.description import Table, said

    table = next(
        block for section in sheet.description.sections if section.name == "funding" for block in section.blocks
    )
    assert isinstance(table, Table)
    place = [column.title for column in table.columns].index("Année")
    years = [said(row.cells[place], "fr") for row in table.rows if hasattr(row, "cells")]
    assert years
    assert all(year.isdigit() and 1900 < int(year) < 2100 for year in years)
