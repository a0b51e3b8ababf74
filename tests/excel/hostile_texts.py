"""Hostile text files and saved pages."""

from tests.excel.hostile import READ, Case, case

_ROW = b"a;b;c\n"

_CSV = [
    case("csv_one_field_of_5_million.csv", lambda: b"a;b\n" + b"x" * 5_000_000 + b";1\n", "long_field"),
    case("csv_open_quote.csv", lambda: b'a;b\n"' + b"x;y\n" * 500_000, "long_field"),
    case("csv_open_quote_small.csv", b'a;b\n"x;y\nz;t\n'),
    case("csv_2000_columns.csv", lambda: b";".join([b"x"] * 2000) + b"\n", "too_many_columns"),
    case("csv_empty_columns.csv", lambda: b"a" + b";" * 5000 + b"\n"),
    case("csv_nuls.csv", b"a;b\n1;\x00\n" + b"x;y\n" * 400),
    case("csv_binary.csv", lambda: bytes(range(256)) * 200, "other"),
    case("csv_control.csv", b"a;b\n\x1b[31mred;\x07\n"),
    case("csv_only_separators.csv", b";;;;\n;;;;\n"),
    case("csv_only_newlines.csv", b"\n\n\n\n"),
    case("csv_carriage_returns.csv", b"a;b\r1;2\r3;4\r"),
    case("csv_ragged.csv", b"a;b;c\n1\n1;2;3;4;5\n\n;;\n"),
    case("csv_utf16_odd.csv", "a;b\né;1\n".encode("utf-16") + b"\0"),
    case("csv_utf16_no_mark.csv", "colonne;valeur\n1;2\n".encode("utf-16-le")),
    case("csv_utf32.csv", "a;b\n1;2\n".encode("utf-32"), READ, "other"),
    case("csv_invalid_utf8.csv", b"nom;ville\n\xc3\x28;\xff\xfe\n"),
    case("csv_mixed.csv", "nom\nété\n".encode() * 5 + "forêt\n".encode("cp1252")),
    case("csv_bidi.csv", "nom;code\n\u202e4321;x\n".encode()),
    case("csv_sep_line.csv", b"sep=|\r\na|b\r\n1|2\r\n"),
    case("csv_formulas.csv", b"a;b\n=cmd|'/C calc'!A0;@SUM(1)\n+1;-2\n"),
    case("csv_quotes.csv", b'a;b\n"""";""\n"x""y";5" disk\n'),
    case("csv_long_line.csv", lambda: b"a," * 999 + b"a\n" + b"1," * 999 + b"1\n"),
    case("csv_million_rows.csv", lambda: b"a;b\n" + b"1;2\n" * 1_000_000),
    case("csv_too_many_cells.csv", lambda: (b"1;" * 9 + b"1\n") * 700_000, "too_many_cells"),
    case("mail.csv", b"Return-Path: <a@b>\r\nReceived: from c\r\n\r\nhello\r\n", "mail"),
    case("data.json.csv", b'{"a": [1, 2, 3]}', "other"),
    case("page.xml.csv", b'<?xml version="1.0"?><data><row/></data>', "other"),
]  # fmt: skip

_PAGES = [
    case("page_table.xls", b"<html><body><table><tr><td>a</td><td>b</td></tr></table></body></html>"),
    case("page_no_table.xls", b"<html><body><p>hello</p></body></html>", "no_table"),
    case("page_unclosed.xls", b"<table><tr><td>a<td>b<tr><td>c"),
    case("page_huge_spans.xls", b"<table><tr><td colspan=999999999 rowspan=999999999>a</td></tr><tr><td>b</td></tr></table>"),
    case("page_wide_spans.xls", b"<table>" + b"<tr><td colspan=1000>a</td></tr>" * 4000 + b"</table>", "too_many_cells"),
    case("page_nested.xls", lambda: b"<table><tr><td>" * 3000 + b"x" + b"</td></tr></table>" * 3000),
    case("page_script.xls", b"<table><tr><td><script>alert(1)</script>a</td></tr></table>"),
    case("page_300_tables.xls", lambda: b"<table><tr><td>a</td></tr></table>" * 400, "too_many_sheets"),
]  # fmt: skip

CASES: list[Case] = [*_CSV, *_PAGES]
