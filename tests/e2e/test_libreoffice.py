"""A sent workbook saved by the real LibreOffice in every format comes back as it was sent."""

import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop_app.domain import ENTITIES
from desktop_app.domain.ids import derived_id, short
from desktop_app.domain.values import Showing
from desktop_app.domain.words import Words
from desktop_app.excel.layout import Contents, Cover, SheetContents, columns_of
from desktop_app.excel.read import read_book
from desktop_app.excel.recognise import find_tables
from desktop_app.excel.reference import export_code
from desktop_app.excel.write import write_workbook
from desktop_app.sync.bases import bases_of
from desktop_app.sync.plan import make_plan
from desktop_app.sync.receive import receive
from tests.e2e.hands import Hands, bridged_python
from tests.plain_here import PlainHere
from tests.strategies import edge_values
from tests.sync.conftest import Office, filled_base, office

__all__ = ["filled_base", "office"]  # fixtures

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed"),
]
_CSV = "csv:Text - txt - csv (StarCalc):{separator},34,{charset},1,,0,false,true,{shown},false,false,-1"
FORMATS = {
    "xlsx": "xlsx:Calc MS Excel 2007 XML",
    "ods": "ods:calc8",
    "csv in Unicode": _CSV.format(separator=59, charset=76, shown="true"),
    "csv in Windows letters": _CSV.format(separator=44, charset=1, shown="true"),
    "csv with American dates": _CSV.format(separator=44, charset=76, shown="false"),
}


@pytest.fixture(scope="session")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile of LibreOffice for all tests: its first start takes seconds."""
    return tmp_path_factory.mktemp("libreoffice")


def saved(path: Path, as_: str, profile: Path, folder: Path) -> list[Path]:
    """Save a workbook with LibreOffice; a text file for each sheet, else one file."""
    assert SOFFICE
    command = [SOFFICE, "--headless", f"-env:UserInstallation={profile.as_uri()}", "--convert-to", FORMATS[as_]]
    subprocess.run([*command, "--outdir", str(folder), str(path)], check=True, capture_output=True, timeout=120)
    return sorted(folder.iterdir())


@pytest.mark.skipif(bridged_python() is None, reason="no Python bridge to LibreOffice")
def test_an_untouched_workbook_changes_nothing(office: Office, tmp_path: Path, hands: Hands) -> None:
    sent = office.export(tmp_path, "instrument", "partner", "mission", "person", "party")
    for files in hands.handle(sent.path, "save_only", {}, tmp_path / "back", ("xlsx", "ods", "xls")).values():
        (back,) = files
        plan = receive(office.store, back)
        assert plan is not None
        assert (plan.items, plan.stopped, plan.export) == ([], None, "EX0001")
        assert plan.rows.total() == plan.rows["identical"] == sum(sent.rows.values())


@pytest.mark.skipif(bridged_python() is None, reason="no Python bridge to LibreOffice")
def test_the_hardest_values_of_every_field_change_nothing(tmp_path: Path, hands: Hands) -> None:
    sheets = []
    for entity in ENTITIES.values():
        edges = {field.name: edge_values(field.type) for field in entity}
        records = []
        for number in range(max(map(len, edges.values()))):
            id_ = derived_id("hard", entity.name, str(number))
            filled = {name: values[number % len(values)] for name, values in edges.items()}
            records.append({"id": id_, "ref": f"SIN-{entity.letter}-{short(id_)}", **filled})
        sheets.append(SheetContents(entity, columns_of(entity, entity.fields), records))
    labels = {
        derived_id(name, f"linked {number}"): f"Đ n° {number}, {name}" for name in ENTITIES for number in range(5)
    }
    references = {id_: f"SIN-X-{short(id_)}" for id_ in labels}
    cover = Cover(
        "EX0001", export_code(derived_id("installation"), "EX0001"), "SIN", Words("Essai", "Trial"), date(2026, 11, 22)
    )
    sent = tmp_path / "hard.xlsx"
    written = write_workbook(
        sent, Contents(cover, tuple(sheets), Showing("fr", labels.__getitem__), references), lang="fr"
    )
    here = PlainHere({sheet.entity.name: sheet.records for sheet in sheets})
    # Opened once for the three: what takes long are the longest texts that a cell can hold.
    for files in hands.handle(sent, "save_only", {}, tmp_path / "back", ("xlsx", "ods", "xls")).values():
        (back,) = files
        book = read_book(back)
        bases, _notes = bases_of(book, find_tables(book), lambda _code, _digest: None)
        plan = make_plan(book, bases, here, file_name=back.name)
        assert [(item.cell, item.field, item.base, item.theirs, item.text) for item in plan.items] == []
        assert plan.rows["identical"] == plan.rows.total() == sum(written.rows.values())


@pytest.mark.parametrize("as_", [name for name in FORMATS if name.startswith("csv")])
def test_a_sheet_saved_as_text_changes_nothing(office: Office, tmp_path: Path, profile: Path, as_: str) -> None:
    sent = office.export(tmp_path, "instrument", "partner", "mission")
    found = {}
    for path in saved(sent.path, as_, profile, tmp_path / "back"):
        if (plan := receive(office.store, path)) is not None and plan.rows.total():
            assert (path.name, plan.items, plan.stopped) == (path.name, [], None)
            found[path.stem.rpartition("-")[2].strip()] = plan.rows["identical"]
    assert found == {"Instruments": 24, "Partners": 4, "Missions": 6}


@pytest.mark.parametrize("as_", ["xlsx", "ods"])
def test_an_edit_survives_the_save(office: Office, tmp_path: Path, profile: Path, as_: str) -> None:
    sent = office.export(tmp_path)
    book: Any = openpyxl.load_workbook(sent.path)
    codes = {str(cell.value): cell.column for cell in book["Instruments"][1]}
    book["Instruments"].cell(5, codes["instrument.title"]).value = "Un autre titre, « l’été »"
    book["Instruments"].cell(28, codes["instrument.title"]).value = "Projet neuf"
    book["Instruments"].cell(28, codes["instrument.type"]).value = "IRP"
    book.save(edited := tmp_path / "edited.xlsx")
    (back,) = saved(edited, as_, profile, tmp_path / "back")
    plan = receive(office.store, back)
    assert plan is not None
    assert [(item.kind, item.field) for item in plan.items] == [("theirs", "title"), ("new", None)]
    assert plan.items[0].theirs == "Un autre titre, « l’été »"
