"""Sheets of labels: each address stands inside its label, measured on the page by another program."""

import shutil
import subprocess
from pathlib import Path

import pytest

from desktop_app.domain.partner import PARTNER
from desktop_app.domain.person import PERSON
from desktop_app.domain.words import Words
from desktop_app.reports.description import Labels, LabelSheet
from desktop_app.reports.labels import LARGE, LARGE_LETTER, SMALL, SMALL_LETTER
from desktop_app.reports.run import Report, run_report
from desktop_app.store.base import Store
from tests.reports import poppler
from tests.reports.conftest import NOW, country

POINTS = 72 / 25.4
SHEETS = {"L7160": SMALL, "L7163": LARGE, "5160": SMALL_LETTER, "5163": LARGE_LETTER}


@pytest.fixture(scope="module")
def many(office: Store, tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A base with more contacts than a sheet holds, one of them with a very long address."""
    store = Store.open(Path(shutil.copy(office.path, tmp_path_factory.mktemp("labels") / "office.passerelle")))
    with store.edit(Words("Remplir", "Fill")) as edit:
        place = country(store, "TH")
        house = edit.add(PARTNER, {"name": "Fictitious University", "country": place, "address": "1 Invented Road"})
        address = "\n".join(f"Line {number} of a long invented address" for number in range(6))
        name = "Fictitious Academy of Very Long Names and of Other Sciences"
        long = edit.add(PARTNER, {"name": name, "country": place, "address": address})
        edit.add(
            PERSON, {"family_name": "Aaaa", "given_name": "Long", "partner": long, "position": "Head of everything"}
        )
        for number in range(40):
            edit.add(PERSON, {"family_name": f"Name{number:02d}", "given_name": "Fictitious", "partner": house})
    return store


def made(store: Store, sheet: LabelSheet) -> Report:
    """The labels on a kind of sheet."""
    parts = {"labels", "large"} if sheet in (LARGE, LARGE_LETTER) else {"labels"}
    paper = "letter" if sheet.paper == "letter" else "a4"
    return run_report(store, "labels", country="TH", lang="en", sections=frozenset(parts), paper=paper, now=NOW)  # type: ignore[arg-type]


def cell_of(word: poppler.Word, sheet: LabelSheet) -> tuple[int, int] | None:
    """The label in which a word stands whole; None for one that is cut or beside."""
    for column in range(sheet.across):
        for row in range(sheet.down):
            left, top = (sheet.left + column * sheet.pitch) * POINTS, (sheet.top + row * sheet.height) * POINTS
            inside = left <= word.left and word.right <= left + sheet.width * POINTS
            if inside and top <= word.top + 1 and word.bottom - 1 <= top + sheet.height * POINTS:
                return column, row
    return None


@pytest.mark.parametrize("name", SHEETS)
def test_every_address_stands_inside_its_label(many: Store, pdf_path: Path, name: str) -> None:
    sheet = SHEETS[name]
    report = made(many, sheet)
    (block,) = report.description.blocks
    assert isinstance(block, Labels)
    assert block.sheet.name == name
    per_page = sheet.across * sheet.down
    assert report.pages == -(-len(block.cells) // per_page)
    assert report.typeset.accessible
    pdf_path.write_bytes(report.pdf())
    words = [word for word in poppler.words(pdf_path) if word.top > 11 * POINTS]  # the mark of the demo is above
    assert words
    for word in words:
        assert cell_of(word, sheet) is not None, word
    for number, lines in enumerate(block.cells):
        page, place = divmod(number, per_page)
        wanted = (place % sheet.across, place // sheet.across)
        told = {word.text for word in words if word.page == page + 1 and cell_of(word, sheet) == wanted}
        assert lines[0].split()[-1] in told


def test_the_sheets_are_those_that_are_sold() -> None:
    for sheet, width, height in (
        (SMALL, 210, 297),
        (LARGE, 210, 297),
        (SMALL_LETTER, 215.9, 279.4),
        (LARGE_LETTER, 215.9, 279.4),
    ):
        assert sheet.left * 2 + sheet.pitch * (sheet.across - 1) + sheet.width == pytest.approx(width, abs=0.6)
        assert sheet.top * 2 + sheet.height * sheet.down == pytest.approx(height, abs=0.6)


def test_every_page_of_a_demo_base_still_says_so(many: Store, pdf_path: Path) -> None:
    report = made(many, SMALL)
    pdf_path.write_bytes(report.pdf())
    assert poppler.text(pdf_path).count("fictitious data") == report.pages


@pytest.mark.libreoffice
def test_the_document_has_the_labels_at_the_same_places(many: Store, tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed")
    report = made(many, SMALL)
    path = tmp_path / "labels.docx"
    path.write_bytes(report.data(".docx"))
    command = [soffice, "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", str(tmp_path), str(path)], check=True, capture_output=True, timeout=120)
    words = poppler.words(tmp_path / "labels.pdf")
    assert max(word.page for word in words) == report.pages
    names = [word for word in words if word.text.startswith("Name") and word.text != "Names"]
    assert len(names) == 40
    assert all(cell_of(word, SMALL) is not None for word in names)
