"""Hostile workbooks whose container is sane: XML tricks, monstrous sheets, wild references, texts, values, formulas."""

# ruff: noqa: E501 (one trap a line)

from functools import partial

from tests.excel.hostile import HEAD, READ, TAIL, Case, Entry, case, ods, plain_xlsx, sheet, strings, unfolding, xlsx

_BILLION = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>'
)
_SHEET = "xl/worksheets/sheet1.xml"
_BODY = HEAD.partition("?>")[2] + '<row r="1"><c r="A1" t="inlineStr"><is><t>{}</t></is></c></row>' + TAIL


def _declared(doctype: str, text: str = "x") -> bytes:
    return xlsx((doctype + _BODY.format(text)).encode())


def _cells(*references: str) -> bytes:
    rows = "".join(f'<row><c r="{reference}"><v>1</v></c></row>' for reference in references)
    return xlsx(sheet(rows))


def _in_quick_form(*references: str) -> bytes:
    """The same cells, in the form that is searched as bytes."""
    return xlsx(
        sheet('<row r="1">' + "".join(f'<c r="{reference}"><v>1</v></c>' for reference in references) + "</row>")
    )


def _text_number(number: str) -> bytes:
    """A cell that names one of two shared texts by what may be no number."""
    rows = f'<row r="1"><c r="A1" t="s"><v>{number}</v></c><c r="B1" t="s"><v>0</v></c></row>'
    return xlsx(sheet(rows), strings("<si><t>a</t></si><si><t>b</t></si>"))


def _huge(name: str, head: str, block: str, times: int, tail: str) -> bytes:
    return xlsx(sheet(""), strings(""), unfolding(name, head.encode(), block.encode(), times, tail.encode()))


def _row(number: int, count: int, cell: str) -> str:
    letters = [chr(65 + n) if n < 26 else chr(64 + n // 26) + chr(65 + n % 26) for n in range(count)]
    return f'<row r="{number}">' + "".join(cell.format(f"{letter}{number}") for letter in letters) + "</row>"


def _grid(rows: int, columns: int, cell: str) -> bytes:
    return xlsx(sheet("".join(_row(number, columns, cell) for number in range(1, rows + 1))))


def _table(rows: str, name: str = "S") -> str:
    return f'<table:table table:name="{name}">{rows}</table:table>'


def _ods_row(repeated: int = 1, columns: int = 1, kind: str = ' office:value-type="float" office:value="1"') -> str:
    cell = f'<table:table-cell table:number-columns-repeated="{columns}"{kind}/>'
    return f'<table:table-row table:number-rows-repeated="{repeated}">{cell}</table:table-row>'


_XML = [
    case("xml_billion_laughs.xlsx", lambda: _declared(_BILLION, "&d;"), "doctype"),
    case("xml_quadratic.xlsx", lambda: _declared(f'<!DOCTYPE x [<!ENTITY a "{"a" * 50_000}">]>', "&a;" * 50_000), "doctype"),
    case("xml_external_file.xlsx", lambda: _declared('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>', "&a;"), "doctype"),
    case("xml_external_http.xlsx", lambda: _declared('<!DOCTYPE x [<!ENTITY a SYSTEM "http://127.0.0.1:9/a">]>', "&a;"), "doctype"),
    case("xml_external_dtd.xlsx", lambda: _declared('<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">'), "doctype"),
    case("xml_parameter_entity.xlsx", lambda: _declared('<!DOCTYPE x [<!ENTITY % p SYSTEM "file:///etc/passwd">%p;]>'), "doctype"),
    case("xml_doctype_in_strings.xlsx", lambda: xlsx(sheet(""), b"<!DOCTYPE sst []>" + strings("<si><t>a</t></si>")), "doctype"),
    case("xml_doctype_in_relations.xlsx", lambda: plain_xlsx(Entry("xl/_rels/workbook.xml.rels", b"<!DOCTYPE r []><r/>")), "doctype"),
    case("xml_doctype_in_properties.xlsx", lambda: plain_xlsx(Entry("docProps/custom.xml", b"<!DOCTYPE r []><r/>")), "doctype"),
    case("xml_doctype.ods", lambda: ods(_table(""), before="<!DOCTYPE x []>"), "doctype"),
    case("xml_utf16.xlsx", lambda: xlsx(_BODY.format("x").encode("utf-16")), "utf16"),
    case("xml_utf16_no_mark.xlsx", lambda: xlsx(_BODY.format("x").encode("utf-16-le")), "utf16"),
    case("xml_unclosed.xlsx", lambda: xlsx(sheet("<row><c>")), "bad_xml"),
    case("xml_two_roots.xlsx", lambda: xlsx(sheet("") + b"<more/>"), "bad_xml"),
    case("xml_control_character.xlsx", lambda: _declared("", "a\x01b"), "bad_xml"),
    case("xml_empty_part.xlsx", lambda: xlsx(b""), "bad_xml"),
    case("xml_bad_utf8.xlsx", lambda: xlsx(_BODY.encode().replace(b"{}", b"\xff\xfe")), "bad_xml"),
    case("xml_undefined_entity.xlsx", lambda: _declared("", "&nbsp;"), "bad_xml"),
    case("xml_deep.xlsx", lambda: xlsx(sheet("<row>" * 50_000 + "</row>" * 50_000)), READ, "reader_died", "damaged"),
    case("xml_comments_and_cdata.xlsx", lambda: _declared("", "<!-- x --><![CDATA[<c r='XFD1'>]]>")),
    case("xml_prefix.xlsx", lambda: xlsx(b'<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1" t="e"><x:v>#REF!</x:v></x:c></x:row></x:sheetData></x:worksheet>')),
]  # fmt: skip

_SHAPES = [
    case("shape_two_far_cells.xlsx", lambda: _cells("A1", "XFD1048576"), "too_spread"),
    case("shape_two_far_cells_quick.xlsx", lambda: _in_quick_form("A1", "XFD1048576"), "too_spread"),
    case("shape_99_million_box.xlsx", lambda: _cells("A1", "CV1000000"), "too_spread"),
    case("shape_one_far_cell.xlsx", lambda: _cells("XFD1048576"), "too_many_columns"),
    case("shape_one_last_row.xlsx", lambda: _cells("A1048576")),
    case("shape_first_and_last_row.xlsx", lambda: _cells("A1", "A1048576")),
    case("shape_16384_columns.xlsx", lambda: _cells("A1", "XFD1"), "too_many_columns"),
    case("shape_1001_columns.xlsx", lambda: _cells("ALM1"), "too_many_columns"),
    case("shape_1000_columns.xlsx", lambda: _cells("ALL1")),
    case("shape_styled_empty_rows.xlsx", lambda: xlsx(sheet("".join(f'<row r="{n}" s="1" customFormat="1"/>' for n in range(1, 300_001))))),
    case("shape_styled_empty_cells.xlsx", lambda: _grid(10_000, 40, '<c r="{}" s="1"/>')),
    case("shape_far_styled_cell.xlsx", lambda: xlsx(sheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row>'))),
    case("shape_3_million_cells.xlsx", lambda: _huge(_SHEET, HEAD, _row(1, 500, '<c r="{}"><v>1</v></c>'), 6_300, TAIL), "too_many_cells", "bomb"),
    case("shape_merge_all.xlsx", lambda: xlsx(sheet('<row r="1"><c r="A1"><v>1</v></c></row>', '<mergeCells count="1"><mergeCell ref="A3:XFD1048576"/></mergeCells>'))),
    case("shape_merges_overlap.xlsx", lambda: xlsx(sheet(_row(1, 26, '<c r="{}"><v>1</v></c>'), "<mergeCells>" + '<mergeCell ref="A1:XFD1048576"/>' * 20_000 + "</mergeCells>"))),
    case("shape_wrong_dimension.xlsx", lambda: xlsx(sheet('<row r="1"><c r="A1"><v>1</v></c></row>').replace(b"<sheetData>", b'<dimension ref="A1:XFD1048576"/><sheetData>'))),
    case("shape_301_sheets.xlsx", lambda: xlsx(sheet(""), sheets=301), "too_many_sheets"),
    case("shape_50_sheets_of_one_part.xlsx", lambda: xlsx(sheet('<row r="1"><c r="A1"><v>1</v></c></row>'), sheets=50)),
    case("shape_no_sheet.xlsx", lambda: xlsx(sheet(""), sheets=0), "damaged", "no_table"),
    case("shape_missing_sheet_part.xlsx", lambda: plain_xlsx(without=_SHEET), "no_table"),
    case("shape_missing_workbook.xlsx", lambda: plain_xlsx(without="xl/workbook.xml"), "other"),
    case("shape_missing_relations.xlsx", lambda: plain_xlsx(without="xl/_rels/workbook.xml.rels"), "damaged"),
    case("shape_ods_rows_and_columns.ods", lambda: ods(_table(_ods_row(1_048_576, 16_384))), "repeats"),
    case("shape_ods_50_million.ods", lambda: ods(_table(_ods_row(50_000, 1000))), "repeats"),
    case("shape_ods_17_billion_twice.ods", lambda: ods(_table(_ods_row(999_999_999, 17_000))), "repeats"),
    case("shape_ods_wild_number.ods", lambda: ods(_table(_ods_row(columns=-5))), "repeats"),
    case("shape_ods_far_apart.ods", lambda: ods(_table(_ods_row(columns=900) + _ods_row(1_000_000, kind="") + _ods_row(columns=900))), "too_spread"),
    case("shape_ods_empty_end.ods", lambda: ods(_table(_ods_row() + _ods_row(1_048_575, 16_384, "")))),
    case("shape_ods_301_sheets.ods", lambda: ods("".join(_table(_ods_row(), f"S{n}") for n in range(301))), "too_many_sheets"),
]  # fmt: skip

_REFERENCES = [
    *(
        case(f"ref_{number}.xlsx", partial(_cells, reference), *verdicts)
        for number, (reference, *verdicts) in enumerate(
            (
                ("A99999999999", "outside"), ("A1048577", "outside"), ("XFE1", "outside"), ("ZZZZ1", "outside"),
                ("A0", "outside"), ("A-1", "outside"), ("1A", "outside"), ("A", "outside"), ("A1:B2", "outside"),
                ("$A$1", "outside"), ("Ａ1", "outside"), ("A١", "outside"), ("A4294967296", "outside"),
                ("A18446744073709551617", "outside"), ("a1", READ),
            )
        )
    ),
    case("ref_quick_far.xlsx", lambda: _in_quick_form("A1", "A99999999999"), "outside"),
    case("ref_quick_column.xlsx", lambda: _in_quick_form("ZZZZ1"), "outside"),
    case("ref_row_zero.xlsx", lambda: xlsx(sheet('<row r="0"><c><v>1</v></c></row>')), "outside"),
    case("ref_row_far.xlsx", lambda: xlsx(sheet('<row r="99999999999"><c><v>1</v></c></row>')), "outside"),
    case("ref_twice.xlsx", lambda: _in_quick_form("A1", "A1")),
    case("ref_none.xlsx", lambda: xlsx(sheet("<row><c><v>1</v></c><c><v>2</v></c></row>"))),
    case("ref_disorder.xlsx", lambda: _cells("C9", "A1", "B5")),
]  # fmt: skip

_STRINGS = [
    *(case(f"strings_number_{name}.xlsx", partial(_text_number, number), "damaged") for name, number in (("negative", "-1"), ("signed", "+1"), ("no_number", "x"), ("fraction", "1.0"), ("spaced", " 1 "), ("endless", "9" * 20), ("beyond", "7"))),
    case("strings_number_missing.xlsx", partial(_text_number, "")),
    case("strings_announced_4_billion.xlsx", lambda: xlsx(sheet(""), strings("<si><t>a</t></si>", 'uniqueCount="4294967296"')), "too_many_texts"),
    case("strings_announced_2_64.xlsx", lambda: xlsx(sheet(""), strings("", 'count="1" uniqueCount="18446744073709551615"')), "too_many_texts"),
    case("strings_announced_negative.xlsx", lambda: xlsx(sheet(""), strings("", 'uniqueCount="-1"')), "too_many_texts"),
    case("strings_millions.xlsx", lambda: _huge("xl/sharedStrings.xml", strings("").decode().replace("</sst>", ""), "<si/>" * 50_000, 80, "</sst>"), "too_many_texts", "bomb"),
    case("strings_one_of_5_million.xlsx", lambda: xlsx(sheet(""), strings(f"<si><t>{'a' * 5_000_000}</t></si>")), "long_text"),
    case("strings_missing_index.xlsx", lambda: xlsx(sheet('<row r="1"><c r="A1" t="s"><v>99999</v></c></row>'), strings("<si><t>a</t></si>")), READ, "damaged"),
    case("strings_inline_5_million.xlsx", lambda: xlsx(sheet(f'<row r="1"><c r="A1" t="inlineStr"><is><t>{"é" * 2_000_000}</t></is></c></row>')), "long_text"),
    case("strings_styles_bomb.xlsx", lambda: _huge("xl/styles.xml", "<styleSheet><cellXfs>", "<xf/>" * 100_000, 700, "</cellXfs></styleSheet>"), "bomb"),
]  # fmt: skip

_VALUES = [
    *(
        case(f"value_{number}.xlsx", partial(xlsx, sheet(f'<row r="1"><c r="A1"{kind}><v>{value}</v></c></row>')), READ, "damaged")
        for number, (kind, value) in enumerate(
            (
                ("", "1e999"), ("", "NaN"), ("", "-1e-999"), ("", "9" * 400), (' t="b"', "7"), (' t="s"', "-1"),
                (' t="d"', "9999-99-99"), (' t="zz"', "1"), ("", ""), (' t="e"', "#SPILL!"), (' t="e"', "#ZZZ!"),
                (' t="str"', "_x0000__x001B_"),
            )
        )
    ),
]  # fmt: skip

_FORMULAS = [
    case("formula_without_value.xlsx", lambda: xlsx(sheet('<row r="1"><c r="A1"><f>SUM(B1:B9)</f></c></row>'))),
    case("formula_dde.xlsx", lambda: xlsx(sheet('<row r="1"><c r="A1" t="str"><f>cmd|\'/C calc\'!A0</f><v>x</v></c></row>'))),
    case("formula_webservice.xlsx", lambda: xlsx(sheet('<row r="1"><c r="A1"><f>WEBSERVICE("http://127.0.0.1:9/")</f><v>1</v></c></row>'))),
    case("formula_shared_loop.xlsx", lambda: xlsx(sheet('<row r="1"><c r="A1"><f t="shared" si="0" ref="A1:XFD1048576">A1</f><v>1</v></c></row>'))),
    case("formula_long.xlsx", lambda: xlsx(sheet(f'<row r="1"><c r="A1"><f>{"1+" * 100_000}1</f><v>1</v></c></row>'))),
]  # fmt: skip

CASES: list[Case] = [*_XML, *_SHAPES, *_REFERENCES, *_STRINGS, *_VALUES, *_FORMULAS]
