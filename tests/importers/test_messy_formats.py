"""The messy sheets saved by the real LibreOffice in older and other formats are understood as well as in their own."""

import shutil
import subprocess
from pathlib import Path

import pytest

from desktop_app.excel.read import read_book
from desktop_app.importers.sheet import import_sheet
from desktop_app.store.base import Store
from tests.importers.messy import Messy, Told, write
from tests.importers.messy_sheets import SHEETS
from tests.importers.test_messy import cells_wrong, columns_wrong, seed

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed"),
]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Messy, Path, Told]]:
    folder = tmp_path_factory.mktemp("messy")
    made = [(sheet, *write(sheet, folder)) for sheet in SHEETS if sheet.form == "xlsx"]
    assert len(made) >= 25
    return made


@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_another_format_says_the_same(
    kind: str, written: list[tuple[Messy, Path, Told]], empty_base: Path, tmp_path: Path
) -> None:
    assert SOFFICE
    command = [SOFFICE, "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--convert-to", kind]
    command += ["--outdir", str(tmp_path), *(str(path) for _sheet, path, _told in written)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    wrong_columns, columns, wrong_cells = [], 0, []
    for number, (sheet, path, told) in enumerate(written):
        with Store.open(Path(shutil.copy(empty_base, tmp_path / f"{number}.passerelle"))) as base:
            seed(base, sheet.entity)
            file = tmp_path / f"{path.stem}.{kind}"
            plan = import_sheet(base, read_book(file), file_name=file.name, sha256=file.name, create=("person",))
            wrong_columns += [(sheet.name, *one) for one in columns_wrong(plan, told)]
            columns += len(told.fields)
            wrong_cells += [(sheet.name, one) for one in cells_wrong(base, plan, sheet, told)]
    assert wrong_cells == []
    assert len(wrong_columns) <= 0.05 * columns, wrong_columns
