"""What is written comes back, whatever it is."""

import csv
import io
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.excel.packing import clean, pack
from desktop_app.excel.read import prepare, read_book, release
from desktop_app.excel.sheets import Row, Value
from desktop_app.excel.texts import read_text
from desktop_app.excel.unpacking import frame, unpack
from tests.excel.reading import written

_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cn"]), max_size=40)
# What a workbook can hold: XML knows no other control characters, and the reader trims text that says nothing else.
_KEPT = _TEXT.map(clean).map(str.strip)
_DAYS = st.dates(date(1900, 3, 1), date(9999, 12, 31))
_NUMBERS = st.one_of(
    st.integers(-(10**14), 10**14), st.floats(-1e12, 1e12, allow_subnormal=False).map(lambda x: float(f"{x:.15g}"))
)
_VALUES = st.one_of(st.none(), _KEPT, _NUMBERS, st.booleans(), _DAYS)


def _expected(value: Any) -> Value:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return None if value == "" else value


def _filled(rows: Any) -> list[list[Any]]:
    """Return rows as values, without the empty cells at their end."""
    made = [[_expected(value) for value in row] for row in rows]
    for row in made:
        while row and row[-1] is None:
            row.pop()
    while made and not made[-1]:
        made.pop()
    return made


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Any:
    prepare()
    yield tmp_path_factory.mktemp("roundtrip") / "a.xlsx"
    release()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.lists(_VALUES, max_size=8), max_size=12))
def test_values_written_to_a_workbook_come_back(rows: list[list[Any]], path: Path) -> None:
    formats = {
        (r, c): "yyyy-mm-dd" for r, row in enumerate(rows) for c, value in enumerate(row) if isinstance(value, date)
    }
    (sheet,) = read_book(written(rows, path, formats)).sheets
    assert _filled(sheet.rows) == _filled(rows)


@given(
    rows=st.lists(st.lists(_TEXT.map(clean), min_size=2, max_size=6), min_size=1, max_size=15),
    separator=st.sampled_from(";,\t|"),
    encoding=st.sampled_from(["utf-8-sig", "utf-16"]),
)
def test_text_written_as_csv_comes_back(rows: list[list[str]], separator: str, encoding: str) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=separator, quoting=csv.QUOTE_ALL).writerows(rows)
    table = read_text(out.getvalue().encode(encoding), separator=separator)
    assert [[clean(cell) for cell in row] for row in table.rows()] == rows


@given(
    width=st.integers(2, 6), separator=st.sampled_from(";,\t|"), encoding=st.sampled_from(["utf-8", "utf-16", "cp1252"]),
    data=st.data(),
)  # fmt: skip
def test_separator_and_encoding_of_a_whole_table_are_found(
    width: int, separator: str, encoding: str, data: st.DataObject
) -> None:
    word = st.text("abcdefghijklmnopqrstuvwxyzéèêàçù ", min_size=1, max_size=12)
    rows = data.draw(st.lists(st.lists(word, min_size=width, max_size=width), min_size=3, max_size=12))
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows(rows)
    table = read_text(("" if encoding != "utf-8" else "\ufeff").encode() + out.getvalue().encode(encoding))
    assert table.separator == separator
    assert list(table.rows()) == rows


_ANY = st.one_of(
    st.just(""), _TEXT, st.floats(allow_nan=False, allow_infinity=False), st.booleans(), st.dates(), st.times(),
    st.datetimes(max_value=datetime.fromisoformat("9999-12-30T00:00")),
)  # fmt: skip


@given(rows=st.lists(st.lists(_ANY, min_size=3, max_size=3), min_size=1, max_size=20))
def test_rows_survive_the_way_from_the_reading_process(rows: list[list[Any]]) -> None:
    kind, count, columns = frame(pack(rows))
    assert kind == "rows"
    assert unpack(count, columns, 1) == [(None, *map(_arrived, row)) for row in rows]


def _arrived(value: Any) -> Value:
    match value:
        case str():
            return clean(value) or None
        case float() if value.is_integer() and abs(value) < 1e16:
            return int(value)
        case datetime():
            rounded = (value + timedelta(milliseconds=500)).replace(microsecond=0)
            return rounded.date() if rounded.time() == time() else rounded
        case time():
            moment = datetime.combine(date(2000, 1, 1), value) + timedelta(milliseconds=500)
            return moment.time().replace(microsecond=0) if moment.day == 1 else value.replace(microsecond=0)
    return value  # type: ignore[no-any-return]


def test_columns_of_one_type_and_empty_columns_travel_as_such() -> None:
    rows: list[list[Any]] = [["a", "", 1.0, date(2025, 1, 1)], ["b", "", "", ""], ["", "", 2.5, date(2025, 1, 2)]]
    _, _, columns = frame(pack(rows))
    assert [kind for kind, _ in columns] == ["s", "e", "n", "d"]
    expected: list[Row] = [
        ("a", None, 1, date(2025, 1, 1)),
        ("b", None, None, None),
        (None, None, 2.5, date(2025, 1, 2)),
    ]
    assert unpack(3, columns, 0) == expected
