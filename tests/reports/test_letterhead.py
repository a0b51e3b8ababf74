"""The office's own face on its reports: address, logo, colours, foreword; in every file that a report becomes."""

import io
import shutil
from pathlib import Path
from zipfile import ZipFile

import docx
import openpyxl
import pypdfium2
import pytest

from desktop_app.domain.picture import looked_at
from desktop_app.domain.place import OFFICE
from desktop_app.domain.values import Value
from desktop_app.domain.words import Words
from desktop_app.reports.description import ACCENT, Face
from desktop_app.reports.letterhead import face_of
from desktop_app.reports.run import Report, run_report
from desktop_app.store.base import Store
from tests.reports import poppler
from tests.reports.conftest import NOW
from tests.strategies import PNG, SVG

PURPLE = "#7A1F5C"
ADDRESS = "1 avenue Fictive\nSingapore 000000"


@pytest.fixture
def dressed(office: Store, tmp_path: Path) -> Store:
    """A copy of the base of the office."""
    return Store.open(Path(shutil.copy(office.path, tmp_path / "dressed.passerelle")))


def dress(store: Store, **values: Value) -> Report:
    """Give the office a face, and make a report."""
    found = store.resolve("office", "SIN")
    assert found
    with store.edit(Words("Papier à en-tête", "Letterhead")) as edit:
        edit.update(OFFICE, found, values)
    return run_report(store, "country_summary", country="VN", lang="en", now=NOW)


@pytest.mark.parametrize("picture", [SVG, PNG])
def test_the_letterhead_stands_on_the_page_with_its_logo_and_address(
    dressed: Store, picture: bytes, pdf_path: Path
) -> None:
    logo = looked_at(picture).text
    report = dress(
        dressed, address=ADDRESS, phone="+65 0000 0000", logo=logo, colour=PURPLE, introduction_en="A fictitious foreword.",
        introduction_fr="Un mot fictif.",
    )  # fmt: skip
    assert report.typeset.accessible
    report.save(pdf_path)
    text = poppler.text(pdf_path)
    assert "1 avenue Fictive · Singapore 000000" in text
    assert "+65 0000 0000" in text
    assert text.index("A fictitious foreword.") < text.index("Instruments")
    assert "Un mot fictif" not in text
    pixels = bytes(pypdfium2.PdfDocument(pdf_path)[0].render(scale=1).buffer)
    assert bytes((0x5C, 0x1F, 0x7A)) in pixels
    without = run_report(
        dressed, "country_summary", country="VN", lang="en", now=NOW, sections=frozenset({"instruments"})
    )
    assert [section.name for section in without.description.sections] == ["instruments"]


def test_the_document_and_the_workbook_bear_it_too(dressed: Store) -> None:
    report = dress(dressed, address=ADDRESS, logo=looked_at(SVG).text, colour=PURPLE)
    made = docx.Document(io.BytesIO(report.data(".docx")))
    texts = [paragraph.text for paragraph in made.paragraphs]
    assert "1 avenue Fictive · Singapore 000000" in texts
    assert made.inline_shapes[0]._inline.docPr.get("descr") == "CNRS office in Singapore"
    assert 'w:color="7A1F5C"' in made.element.xml
    book = openpyxl.load_workbook(io.BytesIO(report.data(".xlsx")))
    cover = book.worksheets[0]
    assert "1 avenue Fictive · Singapore 000000" in [cell.value for cell in cover["A"]]
    assert [name for name in ZipFile(io.BytesIO(report.data(".xlsx"))).namelist() if "media" in name]


def test_a_colour_that_could_not_be_seen_is_made_darker_and_a_background_that_hides_text_is_left() -> None:
    face = face_of({"colour": "#FFE000", "tint": "#404040"})
    assert face.accent not in (ACCENT, "#FFE000")
    assert face.tint != "#404040"
    assert face_of({"tint": "#EEF7EE"}).tint == "#EEF7EE"
    assert face_of({}) == Face()


def test_a_logo_that_came_damaged_from_elsewhere_leaves_the_report_without_one() -> None:
    assert face_of({"logo": "data:image/png;base64,AAAA"}).logo is None
    assert face_of({"logo": looked_at(SVG).text}).logo is not None


def test_a_logo_that_no_program_can_draw_never_keeps_a_report_from_being_made(dressed: Store) -> None:
    broken = PNG[:45] + b"\x00\x00" + PNG[47:]
    report = dress(dressed, logo=looked_at(broken).text)
    assert report.pages
    assert report.data(".docx")
    assert report.data(".xlsx")
