"""What goes to a spreadsheet comes back as it was, whichever program was between."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData

from desktop_app.domain.types import Amount, Day, Integer, Text
from desktop_app.gui.editing.clipboard import Copied, as_mime, grid_of

TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Z"]) | st.sampled_from(" \n\t\"'=+-@"), max_size=20
)


def _text_only(data: QMimeData) -> QMimeData:
    bare = QMimeData()
    bare.setText(data.text())
    return bare


@example([["", "0'@"]])  # an apostrophe inside a text guards nothing
@given(st.lists(st.lists(TEXTS, min_size=2, max_size=2), min_size=1, max_size=6))
def test_texts_come_back_through_tabs_alone(rows: list[list[str]]) -> None:
    data = as_mime((), [[Copied(text) for text in row] for row in rows])
    got = [[cell.text for cell in row] for row in grid_of(_text_only(data))]
    assert got == [[_as_pasted(text) for text in row] for row in rows]


def _as_pasted(text: str) -> str:
    text = text.removeprefix("'") if text[:2] in ("'=", "'+", "'-", "'@") else text
    return text.strip()


def test_values_that_were_copied_here_come_back_as_they_are() -> None:
    rows = [[Copied("24 Nov 2025", Day(), "2025-11-24"), Copied("1,450", Amount(), "1450"), Copied("")]]
    got = grid_of(as_mime(("From", "Cost", "x"), rows))
    assert [cell.text for cell in got[0]] == ["From", "Cost", "x"]
    assert [(cell.known, cell.value) for cell in got[1]] == [(True, "2025-11-24"), (True, "1450"), (False, None)]


def test_dates_are_written_without_a_language_in_html() -> None:
    html = as_mime((), [[Copied("24 Nov 2025", Day(), "2025-11-24")]]).html()
    assert ">2025-11-24</td>" in html


def test_amounts_are_numbers_in_html_whatever_parts_their_thousands() -> None:
    html = as_mime((), [[Copied("1\u202f450,50", Amount(), "1450.5"), Copied("-3", Integer(), -3)]]).html()
    assert 'x:num="1450.5" sdval="1450.5" sdnum="1033;">1\u202f450,50</td>' in html
    assert 'x:num="-3" sdval="-3" sdnum="1033;">-3</td>' in html


@pytest.mark.parametrize("text", ["=1+1", "+cmd|x", "-cmd", "@SUM(A1)", "=HYPERLINK(1)"])
def test_a_formula_is_guarded_in_both_forms(text: str) -> None:
    data = as_mime((), [[Copied(text, Text(), text)]])
    assert data.text() == f"'{text}"
    assert f">'{text[0]}" in data.html()
    assert grid_of(data)[0][0].text == text


def test_a_negative_amount_stays_a_number() -> None:
    assert as_mime((), [[Copied("-1 450,50")]]).text() == "-1 450,50"


def test_what_excel_puts_on_the_clipboard_is_read() -> None:
    data = QMimeData()
    data.setText('Lambert\t24/11/2025\r\n"two\nlines"\t"say ""yes"""\r\n')
    assert [[cell.text for cell in row] for row in grid_of(data)] == [
        ["Lambert", "24/11/2025"],
        ["two\nlines", 'say "yes"'],
    ]


def test_a_table_from_a_page_is_read_where_there_is_no_text_between_tabs() -> None:
    data = QMimeData()
    data.setHtml("<table><tr><td>a</td><td>b<br>c</td></tr></table><table><tr><td>other</td></tr></table>")
    assert [[cell.text for cell in row] for row in grid_of(data)] == [["a", "b\nc"]]


def test_one_quotation_mark_does_not_swallow_the_rest() -> None:
    data = QMimeData()
    data.setText('"open\tb\nc\td')
    assert [[cell.text for cell in row] for row in grid_of(data)] == [['"open', "b"], ["c", "d"]]


def test_the_program_ends_in_peace_with_its_cells_on_the_clipboard() -> None:
    code = (
        "from PySide6.QtGui import QGuiApplication\n"
        "from desktop_app.gui.editing.clipboard import Copied, as_mime\n"
        "app = QGuiApplication([])\n"
        "app.clipboard().setMimeData(as_mime((), [[Copied('x')]]))\n"
    )
    root = Path(__file__).resolve().parents[3]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0
