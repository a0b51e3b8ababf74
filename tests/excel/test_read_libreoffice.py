"""What a workbook holds besides values survives the real LibreOffice, in every format that it saves."""

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from desktop_app.excel.read import read_book
from desktop_app.excel.sheets import Area, CellError

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed"),
]


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sent") / "sent.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Été 2025")
    sheet.write_row(0, 0, ["Nom", "00123", 12.5, True])
    sheet.write_datetime(1, 0, date(2025, 3, 1), book.add_format({"num_format": "dd/mm/yyyy"}))
    sheet.write_formula(1, 1, "=1/0", None, "#DIV/0!")
    sheet.write_formula(1, 2, "=1+1", None, 2)
    sheet.merge_range(3, 0, 4, 2, "réuni")
    sheet.write_string(5, 1, "caché")
    sheet.set_row(5, None, None, {"hidden": True})
    sheet.set_column(3, 3, None, None, {"hidden": True})
    hidden = book.add_worksheet("_sync")
    hidden.write_string(0, 0, "x" * 30_000)
    hidden.very_hidden()
    book.set_custom_property("passerelle_export", "EX0042")
    book.set_properties({"keywords": "passerelle EX0042"})
    book.define_name("_passerelle_export", '="EX0042"')
    book.close()
    return path


@pytest.mark.parametrize("kind", ["xlsx", "ods", "xls"])
def test_marks_merged_and_hidden_cells_and_the_export_number_survive(kind: str, sent: Path, tmp_path: Path) -> None:
    assert SOFFICE
    command = [SOFFICE, "--headless", f"-env:UserInstallation={(sent.parent / 'profile').as_uri()}"]
    command += ["--convert-to", kind, "--outdir", str(tmp_path), str(sent)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    book = read_book(tmp_path / f"sent.{kind}")
    assert book.kind == kind
    sheet, hidden = book.sheets
    assert [tuple(row[:3]) for row in sheet.rows] == [
        ("Nom", "00123", 12.5), (date(2025, 3, 1), CellError("#DIV/0!"), 2), (None, None, None),
        ("réuni", None, None), (None, None, None), (None, "caché", None),
    ]  # fmt: skip
    assert sheet.value(0, 3) is True
    assert sheet.merged == (Area(3, 0, 4, 2),)
    assert (set(sheet.hidden_rows), set(sheet.hidden_columns)) == ({5}, {3})
    assert (hidden.name, hidden.hidden, hidden.value(0, 0)) == ("_sync", True, "x" * 30_000)
    assert book.properties["passerelle_export"] == "EX0042"
    assert "EX0042" in book.properties["keywords"]
    if kind != "xls":
        assert book.properties["_passerelle_export"] == "EX0042"
