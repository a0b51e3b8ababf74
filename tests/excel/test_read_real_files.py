"""Workbooks that nobody here wrote: public files, kept under their names."""

from pathlib import Path

import pytest

from desktop_app.excel.read import read_book
from desktop_app.excel.refusals import UnreadableFile
from desktop_app.excel.sheets import Area, CellError, NoValue, Sheet, Value
from tests.excel.reading import WORKBOOKS


def _cells(sheet: Sheet, kind: type) -> list[tuple[str, str]]:
    return [
        (sheet.address(row, column).rpartition("!")[2], str(value))
        for row, values in enumerate(sheet.rows)
        for column, value in enumerate(values)
        if isinstance(value, kind)
    ]


@pytest.mark.parametrize(
    ("name", "count", "first"),
    [
        ("div0.xlsx", 1, ("C2", "#DIV/0!")), ("bug67784.xlsx", 6, ("A3", "#DIV/0!")),
        ("biff5_ErrorTypes.xls", 20, ("A2", "#NULL!")), ("Test_git_issue_635.xlsb", 1, ("F2", "#DIV/0!")),
        ("issue.407.ods", 2, ("E1", "Err:502")),
    ],
)  # fmt: skip
def test_error_cells_of_every_format_are_found(name: str, count: int, first: tuple[str, str]) -> None:
    errors = _cells(read_book(WORKBOOKS / name).sheets[0], CellError)
    assert len(errors) == count
    assert errors[0] == first


def test_formulas_never_computed_are_found() -> None:
    formulas = _cells(read_book(WORKBOOKS / "Formulas.xlsx").sheets[0], NoValue)
    assert len(formulas) == 12
    assert formulas[0] == ("C2", "=A2+$B$2")


@pytest.mark.parametrize(
    ("name", "hidden"),
    [
        ("hidden_sheets.xlsx", [True, False, True]), ("TwoSheetsOneHidden.xls", [True, False]),
        ("sheet_visibility.xlsb", [False, True, True]), ("sheet_visibility.ods", [False, True, True]),
    ],
)  # fmt: skip
def test_hidden_sheets_of_every_format_are_read_and_told(name: str, hidden: list[bool]) -> None:
    assert [sheet.hidden for sheet in read_book(WORKBOOKS / name).sheets] == hidden


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Test_git_issue_324.xlsx", Area(0, 0, 0, 3)), ("span_rich.xls", Area(1, 1, 2, 2)),
        ("merge_cells.ods", Area(0, 0, 1, 1)),
    ],
)  # fmt: skip
def test_merged_cells_of_every_format_are_told(name: str, first: Area) -> None:
    sheet = read_book(WORKBOOKS / name).sheets[0]
    assert sheet.merged[0] == first
    assert sheet.value(first.top, first.left) is not None
    assert sheet.value(first.bottom, first.right) is None


@pytest.mark.parametrize(
    ("name", "row", "values"),
    [
        ("SimpleStrict.xlsx", 0, ("test", None, 1)), ("nonstandard-xml-ns-prefix.xlsx", 1, (1, 3)),
        ("utf8-cities.xlsx", 0, ("Nærbø",)), ("test-issue-176.xlsx", 0, ("Name", "Rating")),
    ],
)  # fmt: skip
def test_workbooks_of_unusual_programs_are_read(name: str, row: int, values: tuple[Value, ...]) -> None:
    assert read_book(WORKBOOKS / name).sheets[0].rows[row] == values


@pytest.mark.parametrize("name", ["1900.xlsx", "1904.xlsx"])
def test_dates_count_from_the_year_that_the_workbook_says(name: str) -> None:
    rows = read_book(WORKBOOKS / name).sheets[0].rows
    assert [str(row[1]) for row in rows[1:]] == [row[2] for row in rows[1:]]


def test_a_workbook_that_the_usual_reader_refuses_is_read_by_another_and_says_so() -> None:
    assert any("another method" in note.en for note in read_book(WORKBOOKS / "test-issue-176.xlsx").notes)


def test_properties_that_people_added_are_read() -> None:
    assert read_book(WORKBOOKS / "properties03.xlsx").properties["Checked by"] == "Adam"


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("poc-xmlbomb-empty.xlsx", "doctype"), ("duplicate-filename.xlsx", "twice"), ("utf16be.xlsx", "utf16"),
        ("MalformedSSTCount.xlsx", "too_many_texts"), ("cut.xlsx", "truncated"), ("issue_594_dos.ods", "repeats"),
        ("biff3.xls", "old_excel"), ("oleloop.xls", "no_table"),
    ],
)  # fmt: skip
def test_files_made_or_broken_to_hurt_are_refused_with_a_sentence(name: str, what: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_book(WORKBOOKS / name)
    assert caught.value.what == what
    assert name in caught.value.words.fr


@pytest.mark.parametrize(
    ("name", "encoding", "separator", "row"),
    [
        ("regions_fr_excel.csv", "cp1252", ";", ("01", "97105", "3", "GUADELOUPE", "Guadeloupe", "Guadeloupe")),
        ("uspop-latin1.csv", "cp1252", ",", ("Davidsons Landing", "AK", None, "65.2419444", "-165.2716667")),
        ("example-utf16le-bom.tsv", "utf-16-le", "\t", None),
    ],
)  # fmt: skip
def test_text_files_are_read_in_their_encoding(
    name: str, encoding: str, separator: str, row: tuple[Value, ...] | None
) -> None:
    book = read_book(WORKBOOKS / name)
    assert (book.encoding, book.separator) == (encoding, separator)
    assert row is None or book.sheets[0].rows[1] == row


def test_every_file_kept_here_is_accounted_for() -> None:
    listed = (WORKBOOKS / "SOURCES.md").read_text(encoding="utf-8")
    assert [path.name for path in Path(WORKBOOKS).iterdir() if f"| {path.name} |" not in listed] == ["SOURCES.md"]
