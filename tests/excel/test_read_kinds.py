"""What a file is, is told from its content, and said when it is no spreadsheet."""

import os
import struct
from pathlib import Path

import pytest

from desktop_app.excel.read import read_book
from desktop_app.excel.refusals import UnreadableFile
from tests.excel.hostile import ods, plain_xlsx, sheet, xlsx
from tests.excel.reading import read_only_sheet
from tests.rights import without_rights

_WORKBOOKS = Path(__file__).parents[1] / "data" / "workbooks"


def _refusal(path: Path) -> UnreadableFile:
    with pytest.raises(UnreadableFile) as caught:
        read_book(path)
    return caught.value


@pytest.mark.parametrize("name", ["right.xlsx", "wrong.xls", "wrong.csv", "none", "wrong.pdf"])
def test_the_extension_of_a_workbook_does_not_matter(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(plain_xlsx())
    assert read_book(path).kind == "xlsx"
    assert read_only_sheet(path).rows == [(1,)]


def test_a_text_named_as_a_workbook_is_read_as_text(tmp_path: Path) -> None:
    path = tmp_path / "liste.xlsx"
    path.write_text("nom;ville\nA;B\n", encoding="utf-8")
    book = read_book(path)
    assert (book.kind, book.separator, book.encoding) == ("csv", ";", "utf-8")
    assert book.sheets[0].name == "liste"


def test_a_page_named_as_a_workbook_is_read_table_by_table(tmp_path: Path) -> None:
    path = tmp_path / "export.xls"
    path.write_bytes(
        '<html><meta charset="windows-1252"><table border=1><tr><th colspan=2>Été</th><th rowspan="2">x</th></tr>'
        "<tr><td>1,5</td><td>a<br>b &amp; c</td></tr></table><p>non</p><table><tr><td>2</td></tr></table></html>".encode(
            "cp1252"
        )
    )
    first, second = read_book(path).sheets
    assert first.rows == [("Été", None, "x"), ("1,5", "a\nb & c", None)]
    assert first.swallowed(0, 1)
    assert first.swallowed(1, 2)
    assert second.rows == [("2",)]


def test_a_lock_file_names_the_workbook_to_choose(tmp_path: Path) -> None:
    path = tmp_path / "~$Missions.xlsx"
    path.write_bytes(b"\x06Marie" + b" " * 159)
    refusal = _refusal(path)
    assert refusal.what == "lock_file"
    assert "“Missions.xlsx”" in refusal.words.en


def test_a_lock_file_of_libreoffice_names_the_workbook_too(tmp_path: Path) -> None:
    path = tmp_path / ".~lock.Missions.ods#"
    path.write_text("x")
    assert "Missions.ods" in _refusal(path).words.fr


@pytest.mark.parametrize("name", ["Budget.xlsx.icloud", "Budget.gsheet"])
def test_a_shortcut_to_a_file_in_the_cloud_says_so(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(b"bplist00")
    assert _refusal(path).what == "cloud"


def test_a_file_that_is_not_there_a_folder_and_a_locked_file_have_their_sentence(tmp_path: Path) -> None:
    assert _refusal(tmp_path / "gone.xlsx").what == "missing"
    assert _refusal(tmp_path).what == "folder"


@pytest.mark.skipif(os.name == "nt", reason="files are not protected by their mode there")
def test_a_file_that_may_not_be_read_has_its_sentence(tmp_path: Path) -> None:
    path = tmp_path / "secret.xlsx"
    path.write_bytes(plain_xlsx())
    path.chmod(0)
    with without_rights():
        assert _refusal(path).what == "denied"


def test_a_file_over_the_limit_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "big.csv"
    with path.open("wb") as file:
        file.truncate(50_000_001)
    refusal = _refusal(path)
    assert refusal.what == "file_too_big"
    assert "50 Mo" in refusal.words.fr


def test_figures_in_sentences_are_written_as_each_language_does(tmp_path: Path) -> None:
    path = tmp_path / "far.xlsx"
    path.write_bytes(xlsx(sheet('<row><c r="A1"><v>1</v></c><c r="CV1000000"><v>1</v></c></row>')))
    refusal = _refusal(path)
    assert "100,000,000 cells; the limit is 6,000,000" in refusal.words.en
    assert "100\u202f000\u202f000 cellules\u202f; la limite est de 6\u202f000\u202f000" in refusal.words.fr


def test_an_empty_workbook_is_a_workbook_without_rows(tmp_path: Path) -> None:
    path = tmp_path / "a.ods"
    path.write_bytes(ods('<table:table table:name="Vide"/>'))
    assert read_only_sheet(path).rows == []


def test_a_false_size_of_an_old_workbook_does_not_stop_it(tmp_path: Path) -> None:
    """LibreOffice announces 1,048,576 rows in a format that has 65,536, for which the reader would reserve gigabytes."""
    data = (_WORKBOOKS / "TwoSheetsOneHidden.xls").read_bytes()
    at = data.index(struct.pack("<HH", 0x200, 14))
    lying = data[: at + 8] + struct.pack("<IHH", 1_048_576, 0, 256) + data[at + 16 :]
    (path := tmp_path / "faux.xls").write_bytes(lying)
    assert read_book(path).sheets[0].rows == read_book(_WORKBOOKS / "TwoSheetsOneHidden.xls").sheets[0].rows
