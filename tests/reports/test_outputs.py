"""The other files of a report: a document and a workbook that say what the PDF says, and the clipboard."""

import io
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn

from desktop_app.domain.instrument_parts import PARTY
from desktop_app.domain.partner import PARTNER
from desktop_app.domain.words import Words, listed
from desktop_app.reports import GALLERY
from desktop_app.reports.clipboard import copied
from desktop_app.reports.description import (
    Column,
    Description,
    Money,
    Row,
    Section,
    Share,
    Table,
    Text,
    Tiles,
    TwoLines,
    said,
)
from desktop_app.reports.run import Report, run_report
from desktop_app.reports.word import document
from desktop_app.reports.workbook import held, workbook
from desktop_app.store.base import Store
from desktop_app.store.queries import Query
from tests.reports.conftest import NOW
from tests.reports.samples import NAMES, sample


def whole(store: Store, name: str, lang: str = "en") -> Report:
    """Return a report with all its parts."""
    kind = GALLERY[name]
    parts = frozenset(part.name for part in kind.parts)
    country = "VN" if kind.asks("country") else None
    return run_report(store, name, country=country, lang=lang, sections=parts, now=NOW)


def sample_of(*sections: Section) -> Description:
    """Return a report of these sections."""
    return replace(sample(), sections=sections)


def read_word(data: bytes) -> "docx.document.Document":
    """Read a document back."""
    return docx.Document(io.BytesIO(data))


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_document_has_the_headings_and_tables_of_the_report(office: Store, lang: str) -> None:
    report = whole(office, "country_summary", lang)
    made = read_word(document(report.description))
    headings = [p.text for p in made.paragraphs if p.style and p.style.name == "Heading 1"]
    assert headings == [section.title for section in report.description.sections if section.title]
    assert next(p.text for p in made.paragraphs if p.style and p.style.name == "Title") == report.description.title
    tables = [block for block in report.description.blocks if isinstance(block, Table)]
    heads = [table.rows[0]._tr.trPr for table in made.tables]
    shown = [
        table
        for table, head in zip(made.tables, heads, strict=True)
        if head is not None and head.find(qn("w:tblHeader")) is not None
    ]
    assert [[cell.text for cell in table.rows[0].cells] for table in shown] == [
        [column.title for column in table.columns] for table in tables
    ]
    assert [len(table.rows) - 1 for table in shown] == [len(table.rows) for table in tables]


def test_no_page_of_a_document_parts_the_ends_of_a_table_or_a_short_one(office: Store) -> None:
    report = run_report(office, "country_summary", country="VN", lang="fr", now=NOW)
    held = docx.Document(io.BytesIO(report.data(".docx")))
    tables = [table for table in held.tables if table._tbl.tr_lst[0].xpath("./w:trPr/w:tblHeader")]
    assert tables
    for table in tables:
        kept = [bool(row._tr.xpath(".//w:keepNext")) for row in table.rows]
        assert all(kept[:3] + kept[-2:])
        assert all(kept) == (len(kept) <= 14)


def test_the_charts_of_a_document_are_pictures_with_their_words(office: Store) -> None:
    made = read_word(document(whole(office, "country_summary").description))
    pictures = made.inline_shapes
    assert len(pictures) == 3
    words = [shape._inline.docPr.get("descr") for shape in pictures]
    assert words[0].startswith("Missions by month: Dec 2025 1")
    assert made.core_properties.language == "en"
    assert made.core_properties.title == "Cooperation with Vietnam"


def test_names_of_every_script_and_forbidden_characters_survive_in_a_document() -> None:
    rows = tuple(Row((TwoLines(name, script), "a & b < c\x07")) for script, name in NAMES.items())
    made = read_word(document(sample_of(Section("x", "List", (Table((Column("Name", 2), Column("Note", 1)), rows),)))))
    (table,) = made.tables
    assert [row.cells[0].paragraphs[0].text for row in table.rows][1:] == list(NAMES.values())
    assert table.rows[1].cells[1].text == "a & b < c"


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_totals_of_a_workbook_are_those_of_the_report(office: Store, lang: str) -> None:
    report = whole(office, "instrument_list", lang)
    book = openpyxl.load_workbook(io.BytesIO(workbook(report.description)))
    cover = [(row[0].value, row[1].value) for row in book.worksheets[0].iter_rows() if row[1].value]
    (tiles,) = [block for block in report.description.blocks if isinstance(block, Tiles)]
    values = [figure.value.amount if isinstance(figure.value, Money) else figure.value for figure in tiles.figures]
    assert cover == [(figure.words, value) for figure, value in zip(tiles.figures, values, strict=True)]
    totals = book.worksheets[1]
    lines = [row for row in totals.iter_rows(min_row=5, values_only=True) if row[0] not in (None, "", "Total")]
    (total,) = [row for row in totals.iter_rows(min_row=5, values_only=True) if row[0] == "Total"]
    assert tuple(sum(int(str(row[place])) for row in lines) for place in (1, 2)) == total[1:3]


def test_numbers_money_days_and_shares_are_numbers_in_a_workbook() -> None:
    table = Table(
        tuple(Column(title) for title in ("Day", "Count", "Money", "Share")),
        (Row((date(2026, 5, 4), 1234, Money(Decimal("12000.5"), "SGD"), Share(1, 4))), Row((date(1789, 7, 14), None, "", ""))),
    )  # fmt: skip
    book = openpyxl.load_workbook(io.BytesIO(workbook(sample_of(Section("x", "List: a/b", (table,))))))
    sheet = book["List  a b"]
    assert [cell.value for cell in sheet[5]] == [datetime(2026, 5, 4), 1234, 12000.5, 0.25]  # noqa: DTZ001
    assert [cell.number_format for cell in sheet[5]] == ["d mmm yyyy", "#,##0", '#,##0.00\u00a0"SGD"', "0%"]
    assert sheet["A6"].value == "1789-07-14"
    assert (sheet.print_title_rows, sheet.freeze_panes) == ("$4:$4", "A5")


def test_a_row_is_as_tall_as_its_longest_text() -> None:
    rows = (Row(("short",)), Row(("long " * 40,)), Row((TwoLines("one", "two"),)))
    book = openpyxl.load_workbook(
        io.BytesIO(workbook(sample_of(Section("x", "List", (Table((Column("Name"),), rows),)))))
    )
    heights = [book["List"].row_dimensions[row].height for row in (5, 6, 7)]
    assert heights == [None, 60, 30]


def test_sheets_of_the_same_name_and_formulas_in_texts_do_no_harm() -> None:
    table = Table((Column("Name"),), (Row(("=1+1",)),))
    twice = Section("x", "A title that is much longer than what a sheet can be called", (table, table))
    book = openpyxl.load_workbook(io.BytesIO(workbook(sample_of(twice))))
    assert len(book.sheetnames) == 3
    assert (book.worksheets[2]["A5"].value, book.worksheets[2]["A5"].data_type) == ("=1+1", "s")


def test_a_name_that_is_too_long_for_a_sheet_is_cut_between_two_words() -> None:
    name = "Echanges avec les laboratoires internationaux de la zone"
    table = Table((Column("A"),), (Row(("a",)),))
    made = openpyxl.load_workbook(
        io.BytesIO(workbook(sample_of(Section("a", name, (table,)), Section("b", name, (table,)))))
    )
    assert made.sheetnames[1:] == ["Echanges avec les laboratoires…", "Echanges avec les… 2"]
    assert made.worksheets[1]["A1"].value == name


def test_a_negative_number_has_a_minus_as_long_as_a_plus_and_stays_a_number_in_a_workbook() -> None:
    assert said(-3641, "fr") == "−3\u202f641"
    assert said(Money(Decimal("-12.5")), "en") == "−12.50\u00a0€"
    assert held(-3641) == -3641


@pytest.mark.parametrize(
    ("parts", "fr", "en"),
    [
        (("Laos", "Cambodge", "Viêt Nam"), "Cambodge, Laos, Viêt Nam", "Cambodge, Laos, Viêt Nam"),
        (("Eau, sols", "Air"), "Air\u00a0; Eau, sols", "Air; Eau, sols"),
        ((), "", ""),
    ],
)
def test_several_values_are_read_as_a_list(parts: tuple[str, ...], fr: str, en: str) -> None:
    assert (listed(parts, "fr"), listed(parts, "en")) == (fr, en)


@pytest.mark.parametrize(("lang", "place"), [("fr", "Singapour, le "), ("en", "Singapore, ")])
def test_a_letter_to_an_embassy_names_the_city_of_the_office_in_its_language(
    office: Store, lang: str, place: str
) -> None:
    letter = run_report(office, "embassy_letter", country="VN", lang=lang, now=NOW)
    aside = [block.text for block in letter.description.blocks if isinstance(block, Text) and block.aside]
    assert any(line.startswith(place) for line in aside)
    shifted = [one for one in read_word(letter.data(".docx")).paragraphs if one.paragraph_format.left_indent]
    assert [one.text for one in shifted] == aside


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_two_tables_of_one_part_have_a_title_each(office: Store, lang: str) -> None:
    for name in (name for name, kind in GALLERY.items() if kind.entity is None):
        for section in whole(office, name, lang).description.sections:
            tables = [block for block in section.blocks if isinstance(block, Table)]
            assert len(tables) < 2 or all(table.title for table in tables[1:]), (name, section.name)


def test_the_clipboard_has_the_tables_as_html_and_as_lines(office: Store) -> None:
    html, text = copied(whole(office, "country_summary").description)
    assert "<h1>Cooperation with Vietnam</h1>" in html
    assert "L’eau du delta &amp; *sel*" in html
    assert "\tDELTA-0 – L’eau du delta & *sel*\t" in text


@pytest.mark.parametrize("ending", [".pdf", ".docx", ".xlsx", ".DOCX"])
def test_the_ending_of_a_name_says_what_a_report_becomes(office: Store, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"rapport{ending}"
    run_report(office, "instrument_list", now=NOW).save(path)
    assert path.read_bytes()[:2] == (b"%P" if ending == ".pdf" else b"PK")


def test_a_partner_that_was_deleted_is_not_named_any_more(tmp_path: Path, office: Store) -> None:
    with Store.open(office.backup(tmp_path)) as store:
        (partner,) = store.records(Query(PARTNER, search="Vietnamese University"))
        assert store.count(Query(PARTY))
        with store.edit(Words("Supprimer", "Delete")) as edit:
            edit.delete(PARTNER, str(partner["id"]))
        text = copied(whole(store, "country_summary").description).text
    assert "Vietnamese University" not in text
