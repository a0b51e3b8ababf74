"""A report as a text document, opened by the real Writer and printed: the same headings and the same tables."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from desktop_app.reports.description import Table
from desktop_app.reports.run import run_report
from desktop_app.reports.word import document
from desktop_app.store.base import Store
from tests.reports.conftest import NOW
from tests.reports.poppler import run

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed"),
]


def printed(document_: bytes, folder: Path) -> str:
    """Return what a document says once Writer has printed it, without line breaks."""
    assert SOFFICE
    path = folder / "report.docx"
    path.write_bytes(document_)
    profile = (folder / "profile").as_uri()
    command = [SOFFICE, "--headless", f"-env:UserInstallation={profile}", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", str(folder), str(path)], check=True, capture_output=True, timeout=120)
    return flat(run("pdftotext", "-layout", folder / "report.pdf", "-"))


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_writer_prints_every_heading_and_every_table_of_a_report(office: Store, tmp_path: Path, lang: str) -> None:
    report = run_report(office, "country_summary", country="VN", lang=lang, now=NOW)
    text = printed(document(report.description), tmp_path)
    titles = [section.title for section in report.description.sections if section.title]
    assert len(titles) > 2
    places = [text.find(flat(title)) for title in titles]
    assert -1 not in places, titles
    assert places == sorted(places)
    tables = [block for block in report.description.blocks if isinstance(block, Table)]
    assert tables
    for table in tables:
        assert all(flat(column.title) in text for column in table.columns if column.title)


@pytest.mark.parametrize("name", ["activity_year", "instrument_list", "handover_book"])
def test_writer_prints_the_longer_reports_too(office: Store, tmp_path: Path, name: str) -> None:
    report = run_report(office, name, lang="fr", now=NOW)
    text = printed(document(report.description), tmp_path)
    titles = [section.title for section in report.description.sections if section.title]
    assert titles
    assert all(flat(title) in text for title in titles)
    for block in report.description.blocks:
        if isinstance(block, Table):
            # A heading of two lines stands between the lines of its neighbours.
            assert [word for column in block.columns for word in column.title.split() if word not in text] == []
