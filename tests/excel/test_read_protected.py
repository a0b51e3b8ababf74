"""Protected workbooks: a password is asked for when one is needed, and opens what it should."""

from io import BytesIO
from pathlib import Path

import msoffcrypto.format.ooxml
import pytest

from desktop_app.excel.read import read_book
from desktop_app.excel.refusals import NeedsPassword, UnreadableFile, WrongPassword
from tests.excel.reading import WORKBOOKS, written


def _encrypted(folder: Path, password: str) -> Path:
    # Long enough for the library to encrypt rightly.
    plain = written([[f"ligne {number}", number, "東京" * 9] for number in range(900)], folder / "plain.xlsx")
    out = BytesIO()
    msoffcrypto.format.ooxml.OOXMLFile(BytesIO(plain.read_bytes())).encrypt(password, out)
    path = folder / "protected.xlsx"
    path.write_bytes(out.getvalue())
    return path


def test_a_protected_workbook_asks_for_its_password_and_opens_with_it(tmp_path: Path) -> None:
    path = _encrypted(tmp_path, "crème brûlée 京")
    with pytest.raises(NeedsPassword) as asked:
        read_book(path)
    assert asked.value.what == "needs_password"
    with pytest.raises(WrongPassword) as refused:
        read_book(path, password="creme brulee")  # noqa: S106
    assert refused.value.what == "wrong_password"
    assert read_book(path, password="crème brûlée 京").sheets[0].value(7, 0) == "ligne 7"  # noqa: S106


def test_the_password_that_excel_tries_by_itself_is_tried(tmp_path: Path) -> None:
    assert len(read_book(_encrypted(tmp_path, "VelvetSweatshop")).sheets[0].rows) == 900


def test_a_protected_workbook_changed_on_the_way_is_damaged(tmp_path: Path) -> None:
    path = _encrypted(tmp_path, "oui")
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    with pytest.raises(UnreadableFile) as caught:
        read_book(path, password="oui")  # noqa: S106
    assert caught.value.what == "damaged"


@pytest.mark.parametrize(
    ("name", "password"),
    [
        ("standard_AES128_pwd_password.xlsx", "password"), ("agile_AES128_pwd_password.xlsb", "password"),
        ("password_2002_40_basecrypto.xls", "password"), ("xor-encryption-abc.xls", "abc"),
        ("encrypted_no_password.xls", None),
    ],
)  # fmt: skip
def test_real_protected_workbooks_of_every_age_open(name: str, password: str | None) -> None:
    book = read_book(WORKBOOKS / name, password=password)
    assert any(any(row) for row in book.sheets[0].rows)


def test_what_it_protects_never_reaches_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir(mode=0o500)
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(folder))
    book = read_book(WORKBOOKS / "password_2002_40_basecrypto.xls", password="password")  # noqa: S106
    assert book.sheets[0].rows[0] == (1, None)
    assert not list(folder.iterdir())


@pytest.mark.parametrize(
    ("name", "what"), [("encrypted-letmein.ods", "protected_ods"), ("agile_DES_pwd_password.xlsx", "too_new")]
)
def test_a_protection_that_is_not_known_is_said_and_no_password_is_asked_for(name: str, what: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_book(WORKBOOKS / name, password="letmein")  # noqa: S106
    assert caught.value.what == what
    assert not isinstance(caught.value, NeedsPassword)
