"""The exchange workbook as Excel and people see it."""

import errno
import io
import re
import zipfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from desktop_app.domain import ENTITIES
from desktop_app.domain.ids import derived_id, short
from desktop_app.domain.refused import Refused
from desktop_app.domain.values import Record, Showing
from desktop_app.domain.words import Words
from desktop_app.excel.base import packed_in, sync_header, unpack
from desktop_app.excel.layout import (
    ACTION_REMOVE,
    EXPORT_NAME,
    EXPORT_PROPERTY,
    Column,
    Contents,
    Cover,
    Prepared,
    SheetContents,
    columns_of,
)
from desktop_app.excel.read import read_book
from desktop_app.excel.reference import read_ref_cell
from desktop_app.excel.refusals import NeedsPassword
from desktop_app.excel.rereading import verify
from desktop_app.excel.write import build, not_written, write_workbook

INSTRUMENT = ENTITIES["instrument"]
VN, IRP = derived_id("country", "VN"), derived_id("instrument_type", "IRP")
LABELS = {VN: "Viêt Nam", IRP: "IRP"}
KEY_WORDS = "clé d’été"
LISTED = [field.name for field in INSTRUMENT if field.listed]


def opened(path: Path | io.BytesIO, **more: bool) -> Any:
    """A workbook as openpyxl reads it; its stubs know less than it does."""
    return openpyxl.load_workbook(path, **more)


def instrument(number: int, **more: object) -> Record:
    """A made-up instrument."""
    id_ = derived_id("test", str(number))
    record: dict[str, object] = dict.fromkeys(INSTRUMENT.fields) | {
        "id": id_, "ref": f"SIN-I-{short(id_)}", "type": IRP, "acronym": f"DELTA-{number}", "title": "Eaux du delta",
        "institute": "INSU", "status": "active", "starts_on": "2022-01-01", "ends_on": "2026-12-31", "countries": (VN,),
    }  # fmt: skip
    return record | more  # type: ignore[return-value]


def contents(records: list[Record], *, demo: bool = False, names: list[str] = LISTED) -> Contents:
    """A workbook of instruments."""
    shown = (Column("partners", Words("Partenaires", "Partners"), "shown"),)
    prepared = [derived_id("prepared", str(number)) for number in range(20)]
    sheet = SheetContents(
        INSTRUMENT,
        columns_of(INSTRUMENT, names, shown),
        records,
        tuple(Prepared(i, f"SIN-I-{short(i)}") for i in prepared),
    )
    cover = Cover(
        "EX0042", "4T1A", "SIN", Words("Viêt Nam", "Vietnam"), date(2026, 11, 22), "Ambassade de France à Hanoï",
        "2026-12-15", "bureau@example.org", demo,
    )  # fmt: skip
    names_ = {"instrument_type": ["IRL", "IRP"], "country": ["Japon", "Viêt Nam"]}
    return Contents(cover, (sheet,), Showing("fr", LABELS.__getitem__), {VN: "VN", IRP: "IRP"}, names_)


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """A small workbook."""
    path = tmp_path / "sent.xlsx"
    records = [
        instrument(0),
        instrument(1, starts_on="2022", ends_on="2026-11"),
        instrument(2, notes="une\ndeux\ntrois"),
    ]
    write_workbook(path, contents(records), lang="fr")
    return path


@pytest.fixture
def sheet(written: Path) -> Any:
    """Its sheet of instruments, as openpyxl reads it."""
    return opened(written)["Instruments"]


def column(sheet: Any, code: str) -> int:
    """The number of a column by its code."""
    return next(int(cell.column) for cell in sheet[1] if cell.value == f"instrument.{code}")


def test_sheets_stand_in_order_and_machine_data_is_hidden(written: Path) -> None:
    book = opened(written)
    assert [(page.title, page.sheet_state) for page in book] == [
        ("Lisez-moi - Read me", "visible"), ("Instruments", "visible"), ("Listes", "hidden"), ("_sync", "hidden"),
    ]  # fmt: skip
    assert book.active.title == "Lisez-moi - Read me"


def test_rows_are_codes_title_headings_records_prepared_rows(sheet: Any) -> None:
    assert sheet.row_dimensions[1].hidden
    assert sheet["A1"].value == "instrument.ref"
    assert "à renvoyer avant le 15/12/2026 / return before 15 Dec 2026" in sheet["A2"].value
    assert sheet.cell(3, column(sheet, "title")).value == "Intitulé\nTitle"
    refs = [read_ref_cell(sheet.cell(row, 1).value) for row in range(4, sheet.max_row + 1)]
    assert len(refs) == 3 + 20
    assert all(ref and ref.valid and ref.export == "4T1A" for ref in refs)
    assert sheet.cell(7, 2).value is None


def test_it_is_a_real_table_with_filters_and_frozen_panes(sheet: Any) -> None:
    (table,) = sheet.tables.values()
    assert table.ref == f"A3:{get_column_letter(sheet.max_column)}26"
    assert [col.name for col in table.tableColumns] == [cell.value for cell in sheet[3]]
    assert sheet.freeze_panes == f"{get_column_letter(column(sheet, 'acronym') + 1)}4"


def test_dates_are_dates_and_years_stay_text(sheet: Any) -> None:
    starts, ends = column(sheet, "starts_on"), column(sheet, "ends_on")
    assert sheet.cell(4, starts).value == datetime(2022, 1, 1)  # noqa: DTZ001
    assert sheet.cell(4, starts).number_format == "dd/mm/yyyy"
    assert (sheet.cell(5, starts).value, sheet.cell(5, ends).value) == ("2022", "11/2026")
    assert sheet.cell(5, starts).number_format == "@"


def test_choices_stand_in_both_languages_and_links_with_a_hidden_reference(sheet: Any) -> None:
    assert sheet.cell(4, column(sheet, "status")).value == "Actif / Active"
    at = column(sheet, "countries")
    assert sheet.cell(4, at).value == "Viêt Nam"
    assert (sheet.cell(1, at + 1).value, sheet.cell(4, at + 1).value) == ("instrument.countries.ref", "VN")
    assert sheet.column_dimensions[get_column_letter(at + 1)].hidden


def test_closed_lists_stop_and_the_last_columns_are_remark_and_action(sheet: Any) -> None:
    rules = {rule.formula1: rule for rule in sheet.data_validations.dataValidation if rule.type == "list"}
    assert rules["Liste_choice_instrument_statuses"].errorStyle in (None, "stop")
    assert rules["Liste_link_instrument_type"].errorStyle in (None, "stop")
    assert rules["Liste_action_actions"].errorStyle == "warning"
    assert [cell.value for cell in sheet[1]][-2:] == ["instrument.remark", "instrument.action"]
    (stop,) = [rule for rule in sheet.data_validations.dataValidation if rule.type == "custom"]
    assert (stop.formula1, str(stop.sqref)) == ("FALSE", "A4:A26")


def test_lists_are_named_and_hold_what_may_be_chosen(written: Path) -> None:
    book = opened(written)
    place = book.defined_names["Liste_link_instrument_type"].attr_text
    first, last = re.findall(r"\$([A-Z]+)\$(\d+)", place)
    cells = [row[0].value for row in book["Listes"][f"{first[0]}{first[1]}:{last[0]}{last[1]}"]]
    assert cells == ["IRL", "IRP"]


def test_the_export_number_stands_in_properties_names_footer_and_cells(written: Path) -> None:
    book = opened(written)
    assert book.custom_doc_props[EXPORT_PROPERTY].value == "EX0042 4T1A"
    assert EXPORT_NAME in book.defined_names
    assert "EX0042" in book.properties.keywords
    assert "EX0042" in book["Instruments"].oddFooter.left.text
    assert book["_sync"]["A1"].value == "EX0042 4T1A"


def test_the_hidden_base_holds_what_is_shown_and_nothing_else(written: Path) -> None:
    book = read_book(written)
    page = book.sheet("_sync")
    assert page is not None
    header = sync_header(page)
    assert header is not None
    packed = packed_in(page, header)
    assert packed is not None
    base = unpack(packed, ENTITIES)
    shown = book.sheet("Instruments")
    assert shown is not None
    assert base.sheets["instrument"].rows == [tuple(row) for row in list(shown.rows)[3:6]]
    assert base.links == {"VN": VN, "IRP": IRP}


def test_a_removal_is_red_and_struck_and_empty_required_cells_are_yellow(sheet: Any) -> None:
    rules = [(str(area.sqref), rule) for area in sheet.conditional_formatting for rule in area.rules]
    (struck,) = [rule for _area, rule in rules if rule.type == "expression"]
    assert ACTION_REMOVE in struck.formula[0]
    assert struck.dxf.font.strike
    assert {area for area, rule in rules if rule.type == "containsBlanks"} == {"B4:B6", "E4:E6"}


def test_pages_print_landscape_in_legible_letters_with_headings_and_names_repeated(sheet: Any) -> None:
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.page_setup.fitToHeight == 0
    characters = sum(column.width for column in sheet.column_dimensions.values() if not column.hidden)
    wide = sheet.page_setup.fitToWidth
    assert 1 < wide == -(-characters // 170)
    assert sheet.page_setup.pageOrder == "overThenDown", "the parts of a row lie on each other's heels"
    assert sheet.print_title_rows == "$2:$3"
    assert sheet.print_title_cols == "$A:$D"
    assert sheet.row_dimensions[6].height > sheet.row_dimensions[1].height if sheet.row_dimensions[1].height else True


def test_headings_are_read_whole_however_many_lines_they_take(sheet: Any, tmp_path: Path) -> None:
    partner = ENTITIES["partner"]
    record: Record = {
        **dict.fromkeys(partner.fields),
        "id": derived_id("test", "1"),
        "ref": "SIN-P-1",
        "name": "Fictif",
    }
    path = tmp_path / "partners.xlsx"
    page = SheetContents(partner, columns_of(partner, ("name", "parent")), [record])
    write_workbook(path, replace(contents([]), sheets=(page,)), lang="fr")
    assert sheet.row_dimensions[3].height == 30
    # “Établissement de / rattachement / Parent organisation”
    assert opened(path)["Partenaires - Partners"].row_dimensions[3].height == 45


def test_the_first_sheet_says_what_to_do_in_both_languages(written: Path) -> None:
    page = opened(written, rich_text=True)["Lisez-moi - Read me"]
    left = "\n".join(str(row[0].value or "") for row in page.iter_rows())
    right = "\n".join(str(row[2].value or "") for row in page.iter_rows())
    assert [line[:2] for line in left.split("\n") if re.match(r"\d\. ", line)] == ["1.", "2.", "3.", "4.", "5.", "6."]
    assert "avant le 15/12/2026" in left
    assert "before 15 Dec 2026" in right
    assert "bureau@example.org" in left
    assert re.search(r"environ \d+ minutes pour 3 lignes", left)
    assert "EX0042" in right


def test_a_demo_base_says_so_on_every_sheet(tmp_path: Path) -> None:
    path = tmp_path / "demo.xlsx"
    write_workbook(path, contents([instrument(0)], demo=True), lang="fr")
    book = opened(path)
    assert "données fictives" in book["Instruments"]["A2"].value
    assert "données fictives" in book["Lisez-moi - Read me"]["A2"].value


def test_nothing_is_protected_linked_merged_or_computed(written: Path) -> None:
    with zipfile.ZipFile(written) as package:
        assert not [name for name in package.namelist() if "vba" in name.lower() or "externalLink" in name]
        pages = [package.read(name).decode() for name in package.namelist() if name.startswith("xl/worksheets/sheet")]
    for page in pages:
        assert "mergeCell" not in page
        assert "<f>" not in page
        assert "sheetProtection" not in page
        assert "hyperlink" not in page


@pytest.mark.parametrize(
    "text",
    ["=1+1", "=HYPERLINK(\"http://example.org\",\"x\")", "+33 1", "-2+3", "@SUM(A1)", "\t=1", "http://example.org", "00123",
     "1E5", "TRUE", "#REF!", "a_x000D_b", "<x>&amp;", "]]>", "l’été"],
)  # fmt: skip
def test_dangerous_texts_are_plain_texts(tmp_path: Path, text: str) -> None:
    path = tmp_path / "sent.xlsx"
    write_workbook(path, contents([instrument(0, title=text)]), lang="fr")
    cell = opened(path)["Instruments"]["E4"]
    assert cell.data_type == "s"
    found = read_book(path).sheet("Instruments")
    assert found is not None
    assert found.value(3, 4) == text.replace("\t", " ")


def test_a_text_too_long_for_a_cell_stands_whole_on_its_own_sheet(tmp_path: Path) -> None:
    path = tmp_path / "long.xlsx"
    text = "🙂 début " + "é" * 40_000 + " fin"
    write_workbook(path, contents([instrument(0, notes=text)]), lang="fr")
    book = opened(path)
    assert "continued" in book["Instruments"].cell(4, column(book["Instruments"], "notes")).value
    page = book["Textes longs - Long texts"]
    assert page.sheet_state == "visible"
    assert "".join(row[3].value for row in page.iter_rows()) == text


def test_a_workbook_without_records_still_has_its_prepared_rows(tmp_path: Path) -> None:
    path = tmp_path / "empty.xlsx"
    assert write_workbook(path, contents([]), lang="fr").rows == {"instrument": 0}
    assert opened(path)["Instruments"].max_row == 23


def test_a_password_opens_the_workbook_and_nothing_else_does(tmp_path: Path) -> None:
    path = tmp_path / "secret.xlsx"
    write_workbook(path, contents([instrument(0)]), lang="fr", password=KEY_WORDS)
    with pytest.raises(NeedsPassword):
        read_book(path)
    book = read_book(path, password=KEY_WORDS)
    assert book.sheet("Instruments") is not None


def test_a_file_that_can_not_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    missing = tmp_path / "nowhere" / "sent.xlsx"
    with pytest.raises(Refused) as refused:
        write_workbook(missing, contents([instrument(0)]), lang="fr")
    assert "dossier" in refused.value.words.fr
    old = tmp_path / "old.xlsx"
    old.write_bytes(b"what was there")
    damaged = contents([instrument(0)])
    object.__setattr__(damaged, "showing", Showing("fr", lambda _id: 1 / 0))  # type: ignore[arg-type,return-value]
    with pytest.raises(ZeroDivisionError):
        write_workbook(old, damaged, lang="fr")
    assert old.read_bytes() == b"what was there"
    assert [path.name for path in tmp_path.iterdir()] == ["old.xlsx"]


def test_the_check_finds_a_cell_that_is_not_as_it_should_be(written: Path) -> None:
    records = [instrument(number) for number in range(3)]
    with pytest.raises(Refused) as refused:
        verify(written, contents(records), {"instrument": [("x",) * 16 for _ in records]})
    assert "Instruments, 4" in refused.value.words.en


def test_a_large_workbook_is_read_aside_and_every_cell_of_it_compared(tmp_path: Path) -> None:
    path, odd = tmp_path / "sent.xlsx", "a\x80b\ufeffc e\u0301 _x0041_ \td "
    records = [instrument(number, title=odd if number % 2 else "Eaux", starts_on="2022") for number in range(20_001)]
    many = contents(records, names=["title", "starts_on", "ends_on"])
    kept, _packed = build(path, many, lang="fr")
    verify(path, many, kept)
    rows = kept["instrument"]
    *others, last = rows
    for wrong, row in (
        ([*others, (*last[:1], "Lac", *last[2:])], 20_004),
        ([*rows, last], 20_005),
        ([*rows, *[(None,) * len(last)] * 50], 20_005),
    ):
        with pytest.raises(Refused) as refused:
            verify(path, many, {"instrument": wrong})
        assert f"Instruments, {row}" in refused.value.words.en
    path.write_bytes(path.read_bytes()[:100_000])
    with pytest.raises(Refused):
        verify(path, many, kept)


def test_private_fields_are_only_sent_when_chosen() -> None:
    mission = ENTITIES["mission"]
    codes = [
        held.code
        for held in columns_of(mission, [field.name for field in mission if field.listed and not field.private])
    ]
    assert "ariane" not in codes


def test_the_package_is_one_that_other_programs_accept(written: Path) -> None:
    with zipfile.ZipFile(written) as package:
        assert package.testzip() is None
        names = package.namelist()
        assert len(names) == len(set(names))
        strings = package.read("xl/sharedStrings.xml").decode()
        assert int(re.search(r'uniqueCount="(\d+)"', strings)[1]) == strings.count("<si>")  # type: ignore[index]
        part = package.read("xl/worksheets/sheet2.xml").decode()
    assert '<dimension ref="A1:P26"/>' in part
    assert opened(io.BytesIO(written.read_bytes())) is not None


def test_a_disk_that_refuses_is_said_in_both_languages(tmp_path: Path) -> None:
    words = not_written(tmp_path / "out.xlsx", PermissionError(errno.EACCES, "Permission denied"))
    assert "(l’accès est refusé, ou le fichier est ouvert ailleurs)" in words.words.fr
    assert "(access is denied, or the file is open elsewhere)" in words.words.en
