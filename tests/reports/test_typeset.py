"""Typeset reports, read back by other programs."""

import dataclasses
import re
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, PdfObject

from desktop_app.domain.refused import Refused
from desktop_app.reports.description import PAPERS, Column, Description, PaperName, Row, Section, Table, Text
from desktop_app.reports.heights import MARGIN
from desktop_app.reports.typeset import typesetter
from tests.reports import poppler
from tests.reports.samples import NAMES, PRINTED, groups, instruments, sample, timeline

_INCH = 25.4


def _write(description: Description, path: Path, *, archive: bool = False) -> Path:
    path.write_bytes(typesetter().typeset(description, archive=archive).data)
    return path


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report in all scripts."""
    return _write(sample(), tmp_path_factory.mktemp("typeset") / "report.pdf")


@pytest.mark.parametrize("script", NAMES)
def test_names_in_every_script_are_read_back_from_the_page(printed: Path, script: str) -> None:
    read = poppler.letters(printed)
    for word in NAMES[script].replace("·", "").split():
        assert _once(word) in _once(read), word


def _once(text: str) -> str:
    # Letters that were shaped together are given back twice.
    return re.sub(r"(.{1,6}?)\1+", r"\1", text)


def test_all_fonts_are_embedded_and_none_comes_from_the_system(printed: Path) -> None:
    fonts = poppler.fonts(printed)
    assert len(fonts) >= 10
    assert {embedded for _, embedded in fonts} == {"yes"}
    assert all("NotoSans" in name or "PlexSans" in name for name, _ in fonts)


def test_a_report_is_tagged_has_a_title_and_a_language(printed: Path) -> None:
    info = poppler.info(printed)
    assert info["Tagged"] == "yes"
    assert info["Title"] == "Cooperation with Vietnam"
    data = printed.read_bytes()
    assert b"pdfuaid:part" in data
    assert b"/Lang(en)" in data.replace(b" ", b"")


def test_a_report_in_french_says_so(pdf_path: Path) -> None:
    _write(sample("fr"), pdf_path)
    assert b"/Lang(fr)" in pdf_path.read_bytes().replace(b" ", b"")
    assert "page 1 sur" in poppler.text(pdf_path)
    assert "Imprimé le 22/11/2026 · données au 22/11/2026 09:40" in poppler.text(pdf_path)


def test_the_foot_says_when_it_was_printed_and_which_page_it_is(printed: Path) -> None:
    read = poppler.text(printed)
    pages = int(poppler.info(printed)["Pages"])
    assert read.count("Printed 22 Nov 2026 · data as of 22 Nov 2026 09:40") == pages
    assert f"page {pages} of {pages}" in read


@pytest.mark.parametrize("code", ["", "CS-VN-2026-11-22-2.1"])
def test_the_foot_says_what_codes_are_for_where_a_table_has_one(pdf_path: Path, code: str) -> None:
    table = Table((Column("x"),), (Row(("y",)),), code=code)
    _write(dataclasses.replace(sample("en"), sections=(Section("x", "", (table,)),)), pdf_path)
    assert ("codes below tables: to be typed in Passerelle" in poppler.text(pdf_path)) == bool(code)


def test_every_page_of_a_demo_base_says_that_its_data_are_fictitious(printed: Path, pdf_path: Path) -> None:
    mark = "fictitious data"
    assert poppler.text(printed).count(mark) == int(poppler.info(printed)["Pages"])
    assert mark not in poppler.text(_write(sample(demo=False), pdf_path))


@pytest.mark.parametrize("paper", PAPERS)
def test_nothing_runs_out_of_the_margins(pdf_path: Path, paper: PaperName) -> None:
    _write(_with_long_words(sample("fr", paper, rows=60)), pdf_path)
    sheet = PAPERS[paper]
    margin, width = MARGIN / _INCH * 72, sheet.width / _INCH * 72
    page = pypdfium2.PdfDocument(pdf_path)[0]
    assert page.get_size() == pytest.approx((width, sheet.height / _INCH * 72), abs=1)
    for word in poppler.words(pdf_path):
        assert word.left >= margin - 1, word
        assert word.right <= width - margin + 1, word


def _with_long_words(description: Description) -> Description:
    address = (
        "https://www.example.org/une/adresse/vraiment-tres-longue/sans/aucune/espace?avec=des&parametres=tres_longs"
    )
    columns = (Column("Sigle", 1, strong=True), Column("Site web", 1), Column("État"), Column("Montant", number=True))
    rows = (
        Row(("DÉVELOPPEMENT-DURABLE-ET-BIODIVERSITÉ-DES-DELTAS", address, "Convention en préparation", 1234567)),
    ) * 3 + (Row(("Chaque partie est courte", "mekhadao.chantharafon@example.org")),)
    return dataclasses.replace(
        description,
        title="Anticonstitutionnellement : " + "Coopération scientifique " * 6,
        subtitle="Une longue ligne · " * 20,
        sections=(*description.sections, Section("long", "Longs mots", (Table(columns, rows), Text(address)))),
    )


def test_a_long_word_can_still_be_found_and_copied(pdf_path: Path) -> None:
    _write(_with_long_words(sample("fr")), pdf_path)
    assert "DÉVELOPPEMENT-DURABLE-ET-BIODIVERSITÉ-DES-DELTAS" in poppler.letters(pdf_path)


def test_an_address_breaks_after_its_punctuation(pdf_path: Path) -> None:
    columns = (Column("E-mail", 1), Column("x", 4))
    rows = (Row(("prenom.nom@universite-exemple.example.org", "")),)
    _write(dataclasses.replace(sample(), sections=(Section("x", "", (Table(columns, rows),)),)), pdf_path)
    lines = [word.text for word in poppler.words(pdf_path)]
    assert {"prenom.nom@", "universite-exemple.", "example.org"} <= set(lines)
    assert "\u200b" not in poppler.run("pdftotext", pdf_path, "-")


def test_no_line_ends_with_a_separator_or_with_half_a_name(pdf_path: Path) -> None:
    texts = [Text(f"{'x' * length} · Viêt Nam · Hanoi " * 12) for length in range(1, 20)]
    rows = tuple(Row((f"{'x' * length} · Viêt Nam",)) for length in range(1, 20))
    tables = [Table((Column(str(share), share), Column("", 8)), rows) for share in (1, 2)]
    _write(dataclasses.replace(sample(), sections=(Section("x", "", (*texts, *tables)),)), pdf_path)
    lines = [line.strip() for line in poppler.run("pdftotext", "-layout", pdf_path, "-").splitlines()]
    assert any(line.startswith("· ") for line in lines)
    assert not [line for line in lines if line.endswith(("·", "Viêt"))]


def test_cells_of_a_row_never_overlap(pdf_path: Path) -> None:
    _write(_with_long_words(sample("fr", rows=40)), pdf_path)
    # Readers give boxes for parts of letters in scripts whose letters join.
    words = [word for word in poppler.words(pdf_path) if word.text.isascii()]
    for page in {word.page for word in words}:
        on_page = sorted((word for word in words if word.page == page), key=lambda word: (round(word.top), word.left))
        for word, following in pairwise(on_page):
            if round(word.top) == round(following.top):
                assert following.left >= word.right - 1.5, (word, following)


def test_a_long_list_repeats_its_headings_and_keeps_rows_whole(pdf_path: Path) -> None:
    description = dataclasses.replace(
        sample(demo=False), sections=(Section("list", "List", (instruments(1050),)), Section("by", "By", (groups(12),)))
    )
    _write(description, pdf_path)
    pages = int(poppler.info(pdf_path)["Pages"])
    assert pages >= 50
    words = poppler.words(pdf_path)
    with_rows = {word.page for word in words if word.text.startswith("MEKONG")}
    with_heading = {word.page for word in words if word.text == "Acronym"}
    assert with_rows <= with_heading
    # A row's two lines stay on one page.
    for page in with_rows:
        texts = [word.text for word in words if word.page == page]
        assert sum(text.startswith("MEKONG") for text in texts) == texts.count("salinity")


def test_a_heading_inside_a_table_never_stands_alone_at_the_foot_and_comes_again_on_the_next_page(
    pdf_path: Path,
) -> None:
    for rows in range(1, 9):
        description = dataclasses.replace(sample(), sections=(Section("by", "By script", (groups(rows),)),))
        _write(description, pdf_path)
        words = poppler.words(pdf_path)
        for page in {word.page for word in words}:
            on_page = [word for word in words if word.page == page]
            headings = [word.bottom for word in on_page if word.text in ("IRP", "IRL")]
            periods = [word.bottom for word in on_page if word.text == "2020–2024"]
            assert headings, page
            assert max(headings) < max(periods), page


@pytest.mark.parametrize("rows", range(34, 46))
def test_the_total_of_a_table_its_code_and_the_words_below_stand_with_its_last_rows(pdf_path: Path, rows: int) -> None:
    lines = [Row((f"LINE-{number}", number)) for number in range(rows)]
    columns = (Column("Name", 1), Column("Number", number=True))
    table = Table(columns, (*lines, Row(("Total", 1), total=True)), code="CS-VN-CODE")
    section = Section("list", "List", (table, Text("Cancelled ones are left out.", small=True)))
    _write(dataclasses.replace(sample(), sections=(section,)), pdf_path)
    words = poppler.words(pdf_path)
    (end,) = (word.page for word in words if word.text == "Total")
    held = [word.text for word in words if word.page == end]
    assert {f"LINE-{rows - 2}", f"LINE-{rows - 1}", "CS-VN-CODE", "Cancelled"} <= set(held)


def test_a_report_whose_last_page_would_hold_hardly_anything_is_set_a_little_tighter(pdf_path: Path) -> None:
    for rows in range(20, 60):
        _write(_listing(rows), pdf_path)
        behind = [word for word in poppler.words(pdf_path) if word.page == 2 and word.text == "IRP"]
        if behind:
            break
    # The last two rows stand together anyway: with as few as these, the second page is spared.
    assert len(behind) > 4


def _listing(rows: int, *more: Section) -> Description:
    return dataclasses.replace(sample(), sections=(Section("list", "List", (instruments(rows),)), *more))


def test_a_short_table_stands_whole_on_one_page(pdf_path: Path) -> None:
    counts = Table(
        (Column("Name", 1), Column("Number", number=True)), tuple(Row((f"Kind {n}", n)) for n in range(12)), narrow=True
    )
    for listed in range(20, 32):
        _write(_listing(listed, Section("counts", "Counts", (counts,))), pdf_path)
        pages = {word.page for word in poppler.words(pdf_path) if word.text == "Kind"}
        assert len(pages) == 1


def test_a_long_timeline_is_drawn_over_several_pages(pdf_path: Path) -> None:
    description = dataclasses.replace(sample(), sections=(Section("timeline", "Timeline", (timeline(100),)),))
    _write(description, pdf_path)
    assert int(poppler.info(pdf_path)["Pages"]) >= 3
    bottom = PAPERS["a4"].height / _INCH * 72
    assert all(word.bottom < bottom for word in poppler.words(pdf_path))


def test_what_a_name_holds_is_never_read_as_markup(pdf_path: Path) -> None:
    hostile = '#panic("x") *gras* _i_ $x^2$ @ref <label> `code` \\ // /* #sys.inputs [#import "x.typ"] = Titre - liste'
    description = dataclasses.replace(
        sample(), title=hostile, subtitle=hostile, office=hostile,
        sections=(Section("x", hostile, (Text(hostile), Table((Column(hostile, 1),), (Row((hostile,)),)))),),
    )  # fmt: skip
    _write(description, pdf_path)
    read = poppler.letters(pdf_path)
    assert read.count(hostile.replace(" ", "")) >= 6
    assert poppler.info(pdf_path)["Title"] == hostile


def test_an_archive_pdf_says_both_standards(pdf_path: Path) -> None:
    _write(sample(), pdf_path, archive=True)
    data = pdf_path.read_bytes()
    assert b"pdfaid:part" in data
    assert b"pdfuaid:part" in data


def test_a_character_that_no_font_has_is_named_and_an_archive_refuses_it() -> None:
    description = dataclasses.replace(sample(), subtitle="\U0001fbca")
    made = typesetter().typeset(description)
    assert made.missing == ("\U0001fbca",)
    assert not made.accessible
    assert b"/MarkInfo" in made.data
    with pytest.raises(Refused, match="archive"):
        typesetter().typeset(description, archive=True)


def test_emoji_are_left_out_and_named_and_the_page_stays_one_that_is_read_aloud_and_kept(pdf_path: Path) -> None:
    description = dataclasses.replace(sample(), subtitle="Visit \U0001f44d\ufe0f done \U0001f1fb\U0001f1f3")
    made = typesetter().typeset(description, archive=True)
    assert made.accessible
    assert set(made.missing) == {"\U0001f44d", "\U0001f1fb", "\U0001f1f3"}
    pdf_path.write_bytes(made.data)
    assert "Visit done" in poppler.text(pdf_path)


def test_chinese_characters_have_the_shapes_of_their_country(pdf_path: Path) -> None:
    def drawn(country: str, name: str = "骨直角") -> bytes:
        text = Section("x", "", (Text(name),))
        _write(dataclasses.replace(sample(), country=country, sections=(text,)), pdf_path)
        return bytes(pypdfium2.PdfDocument(pdf_path)[0].render(grayscale=True).buffer)

    assert drawn("JP") != drawn("CN")
    assert drawn("VN") == drawn("CN")
    assert drawn("CN", "骨の直") == drawn("JP", "骨の直")


def test_the_same_report_gives_the_same_bytes() -> None:
    assert typesetter().typeset(sample()).data == typesetter().typeset(sample()).data


def test_the_date_of_the_file_is_that_of_the_report(printed: Path) -> None:
    assert f"{PRINTED:%Y}" in poppler.info(printed)["CreationDate"]


def test_a_chart_tells_its_numbers_to_a_screen_reader(printed: Path) -> None:
    told = [str(item["/Alt"]) for item in _structure(printed) if "/Alt" in item]
    assert any(words.startswith("Missions by month: Dec 2025 1, Jan 2026 0, Feb 2") for words in told)
    assert any("中国科学院 2000, no end set" in words for words in told)


def test_tables_name_their_headings_for_a_screen_reader(printed: Path) -> None:
    kinds = [str(item.get("/S")) for item in _structure(printed)]
    assert kinds.count("/Table") == 2
    assert {"/THead", "/TH", "/TR", "/TD", "/H1"} <= set(kinds)


def _structure(path: Path) -> list[DictionaryObject]:
    found: list[DictionaryObject] = []
    waiting: list[PdfObject | None] = [PdfReader(path).root_object["/StructTreeRoot"]]
    while waiting:
        item = waiting.pop()
        item = item.get_object() if item is not None else None
        if isinstance(item, DictionaryObject):
            found.append(item)
            children = item.get("/K")
            waiting += children if isinstance(children, ArrayObject) else [children]
    return found
