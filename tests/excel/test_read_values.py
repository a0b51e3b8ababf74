"""Values come back as they stand in the workbook, and what has no value is never taken for empty."""

from datetime import date, datetime, time
from pathlib import Path

from desktop_app.excel.read import read_book
from desktop_app.excel.sheets import Area, CellError, NoValue, column_letters
from tests.excel.hostile import Entry, archive, ods, parts, sheet, xlsx
from tests.excel.reading import read_only_sheet, written

_at = datetime.fromisoformat


def _saved(data: bytes, path: Path) -> Path:
    path.write_bytes(data)
    return path


def test_numbers_dates_texts_and_booleans_come_back_typed(tmp_path: Path) -> None:
    path = written(
        [["Nom", 12, 12.5, True, None, -3], ["東京", _at("2025-03-01"), _at("2025-03-01T14:30"), 0.25, "", "5"]],
        tmp_path / "a.xlsx", {(1, 3): "hh:mm"},
    )  # fmt: skip
    assert read_only_sheet(path).rows == [
        ("Nom", 12, 12.5, True, None, -3),
        ("東京", date(2025, 3, 1), _at("2025-03-01T14:30"), time(6), None, "5"),
    ]


def test_whole_numbers_are_integers_so_that_a_postal_code_has_no_decimals(tmp_path: Path) -> None:
    (row,) = read_only_sheet(written([[75005, 1e15, 12345678901234567890, 0.1]], tmp_path / "a.xlsx")).rows
    assert [type(value) for value in row] == [int, int, float, float]
    assert str(row[0]) == "75005"


def test_a_moment_a_fraction_of_a_second_before_midnight_is_the_next_day(tmp_path: Path) -> None:
    formats = {(0, 0): "dd/mm/yyyy hh:mm", (0, 1): "dd/mm/yyyy hh:mm", (0, 2): "[h]:mm"}
    (row,) = read_only_sheet(written([[45000.999999, 45000.5000001, 1.25]], tmp_path / "a.xlsx", formats)).rows
    assert row == (date(2023, 3, 16), _at("2023-03-15T12:00"), "30:00:00")


def test_an_error_and_a_formula_without_result_are_not_empty(tmp_path: Path) -> None:
    cells = (
        '<c r="B3" t="e"><v>#REF!</v></c><c r="C3"><f>SUM(A1:A9)</f></c><c r="D3"><f>A1</f><v></v></c>'
        '<c r="E3" t="str"><f>IF(A1=1,"",2)</f><v></v></c><c r="F3"><f>1+1</f><v>2</v></c>'
        '<c r="G3" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
    )
    book = read_book(_saved(xlsx(sheet(f'<row r="3">{cells}</row>')), tmp_path / "a.xlsx"))
    (only,) = book.sheets
    assert only.rows[2] == (
        None, CellError("#REF!"), NoValue("SUM(A1:A9)"), NoValue("A1"), None, 2, CellError("#DIV/0!"),
    )  # fmt: skip
    assert [note.en.split(",")[0] for note in book.notes] == [
        "2 cell(s) show an error", "2 formula(s) have no result",
    ]  # fmt: skip
    assert "S1!B3 (#REF!)" in book.notes[0].fr


def test_a_formula_without_result_beyond_the_last_value_is_found_too(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="9"><c r="D9"><f>A1</f></c></row>'
    only = read_only_sheet(_saved(xlsx(sheet(rows)), tmp_path / "a.xlsx"))
    assert only.value(8, 3) == NoValue("A1")
    assert only.value(4, 4) is None


def test_a_single_error_cell_that_the_reader_does_not_know_does_not_lose_the_sheet(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1" t="e"><v>#SPILL!</v></c><c r="B1"><v>7</v></c></row>'
    book = read_book(_saved(xlsx(sheet(rows)), tmp_path / "a.xlsx"))
    assert book.sheets[0].rows == [(CellError("#SPILL!"), 7)]


def test_rows_and_columns_before_the_first_value_keep_their_addresses(tmp_path: Path) -> None:
    only = read_only_sheet(written([[], [], [None, None, "x"]], tmp_path / "a.xlsx"))
    assert only.value(2, 2) == "x"
    assert only.address(2, 2) == "Feuil1!C3"
    assert only.width == 3


def test_a_value_on_the_last_row_of_excel_costs_nothing_above_it(tmp_path: Path) -> None:
    only = read_only_sheet(
        _saved(xlsx(sheet('<row r="1048576"><c r="C1048576"><v>9</v></c></row>')), tmp_path / "a.xlsx")
    )
    assert len(only.rows) == 1_048_576
    assert only.rows[-1] == (None, None, 9)
    assert only.address(1_048_575, 2) == "S1!C1048576"


def test_the_address_of_a_cell_quotes_the_name_of_a_sheet_with_spaces(tmp_path: Path) -> None:
    tables = "".join(
        f'<table:table table:name="{name}"><table:table-row><table:table-cell office:value-type="float" office:value="1"/>'
        "</table:table-row></table:table>"
        for name in ("Été", "L'année 2025")
    )
    book = read_book(_saved(ods(tables), tmp_path / "a.ods"))
    assert [one.address(0, 27) for one in book.sheets] == ["Été!AB1", "'L''année 2025'!AB1"]
    assert [column_letters(number) for number in (0, 25, 26, 701, 702, 16383)] == ["A", "Z", "AA", "ZZ", "AAA", "XFD"]


def test_only_the_first_of_merged_cells_says_something(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'
    rows += '<row r="2"><c r="A2"><v>3</v></c><c r="C2"><v>4</v></c></row>'
    merged = '<mergeCells count="2"><mergeCell ref="A1:B2"/><mergeCell ref="E5:E5"/></mergeCells>'
    only = read_only_sheet(_saved(xlsx(sheet(rows, merged)), tmp_path / "a.xlsx"))
    assert only.rows == [(1, None, None), (None, None, 4)]
    assert only.merged == (Area(0, 0, 1, 1),)
    assert only.swallowed(1, 0)
    assert not only.swallowed(0, 0)
    assert not only.swallowed(0, 2)


def test_hidden_rows_and_columns_are_read_and_named(tmp_path: Path) -> None:
    row = '<row r="{0}"{1}><c r="A{0}"><v>{0}</v></c></row>'
    cells = row.format(1, "") + row.format(2, ' hidden="1"') + row.format(3, "")
    whole = sheet(cells).replace(b"<sheetData>", b'<cols><col min="2" max="3" width="9" hidden="1"/></cols><sheetData>')
    only = read_only_sheet(_saved(xlsx(whole), tmp_path / "a.xlsx"))
    assert [row[0] for row in only.rows] == [1, 2, 3]
    assert only.hidden_rows == {1}
    assert only.hidden_columns == {1, 2}


def test_text_is_composed_and_free_of_control_characters(tmp_path: Path) -> None:
    (row,) = read_only_sheet(
        written(
            [["Re\u0301union", "a\r\nb\rc", "x\x07y", "tab\there", "non\u00a0breaking", "_x0041_", "\ufeffmark"]],
            tmp_path / "a.xlsx",
        )
    ).rows
    assert row == ("Réunion", "a\nb\nc", "xy", "tab\there", "non\u00a0breaking", "_x0041_", "mark")


def test_the_number_of_an_export_is_found_wherever_it_was_kept(tmp_path: Path) -> None:
    made = parts(sheet(""))
    made["xl/workbook.xml"] = made["xl/workbook.xml"].replace(
        b"</sheets>", b'</sheets><definedNames><definedName name="_passerelle_export">"EX0042"</definedName>'
        b'<definedName name="other">S1!A1</definedName></definedNames>',
    )  # fmt: skip
    made["docProps/custom.xml"] = (
        b'<Properties xmlns="a" xmlns:vt="b"><property fmtid="x" pid="2" name="passerelle_export"><vt:lpwstr>EX0042'
        b"</vt:lpwstr></property></Properties>"
    )
    made["docProps/core.xml"] = (
        b'<cp:coreProperties xmlns:cp="c"><cp:keywords>passerelle EX0042</cp:keywords></cp:coreProperties>'
    )
    path = _saved(archive([Entry(name, data) for name, data in made.items()]), tmp_path / "a.xlsx")
    assert read_book(path).properties == {
        "passerelle_export": "EX0042", "_passerelle_export": "EX0042", "keywords": "passerelle EX0042",
    }  # fmt: skip


def test_booleans_of_an_ods_workbook_are_booleans(tmp_path: Path) -> None:
    cell = '<table:table-cell office:value-type="boolean" office:boolean-value="{}"/>'
    cells = cell.format("true") + cell.format("false")
    table = f'<table:table table:name="S"><table:table-row>{cells}</table:table-row></table:table>'
    assert read_only_sheet(_saved(ods(table), tmp_path / "a.ods")).rows == [(True, False)]
