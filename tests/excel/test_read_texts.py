"""Text files of cells: their encoding and separator are found, whoever wrote them."""

from pathlib import Path

import pytest

from desktop_app.excel.encodings import ENCODINGS, encoding_named
from desktop_app.excel.read import read_book
from desktop_app.excel.refusals import UnreadableFile
from desktop_app.excel.texts import read_text

FRENCH = "Nom;Montant;Ville\nUniversité de Nîmes;1 234,50;Nîmes\nÉcole d’ingénieurs;12,00;Évry\nŒuvre;3,5;«Paris»\n"


@pytest.mark.parametrize(
    ("encoding", "found"),
    [
        ("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("cp1252", "cp1252"), ("utf-16", "utf-16-le"),
        ("utf-16-be", "utf-16-be"), ("mac-roman", "mac-roman"),
    ],
)  # fmt: skip
def test_the_encoding_of_a_french_file_is_found(encoding: str, found: str) -> None:
    table = read_text(FRENCH.encode(encoding))
    assert table.encoding == found
    assert list(table.rows())[1] == ["Université de Nîmes", "1 234,50", "Nîmes"]


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("gb18030", "姓名;机构;城市\n王伟;清华大学;北京\n李娜;北京大学;北京\n"),
        ("big5", "姓名,機構\n王小明,國立臺灣大學\n李大華,中央研究院\n"),
        ("cp932", "Name,Institution\n田中健二,東京大学\n鈴木はなこ,京都大学\n"),
        ("euc_jp", "Name,Institution\n田中健二,東京大学 理学部\n"),
        ("cp949", "이름,기관\n김민준,서울대학교\n이서연,연세대학교\n"),
        ("cp1251", "Имя;Город\nИванов Иван;Москва\nПетров Пётр;Казань\n"),
        ("cp1253", "Όνομα;Πόλη\nΝίκος Παπαδόπουλος;Αθήνα\n"),
    ],
)  # fmt: skip
def test_chinese_japanese_korean_cyrillic_and_greek_files_are_read_in_their_encoding(encoding: str, text: str) -> None:
    table = read_text(text.encode(encoding))
    assert (table.encoding, table.text, table.notes) == (encoding, text, ["guessed_encoding"])


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "mac-roman", "cp850"])
def test_accents_are_never_taken_for_chinese(encoding: str) -> None:
    text = "ÉCOLE NORMALE SUPÉRIEURE;ÎLE-DE-FRANCE;ÉTÉ\nUniversité d'Évry;Créée à Nîmes;déjà réélue\n" * 4
    assert read_text(text.encode(encoding)).encoding in ("cp1252", "latin-1", "mac-roman", "cp850")


CENTRAL = {
    "cs": "Jméno;Instituce\nJiří Vymyšlený;Vysoké učení technické\nŠárka Nevěřilová;Přírodovědecká fakulta, Plzeň\n",
    "sk": "Meno;Inštitúcia\nĽubomír Šťastný;Slovenská akadémia vied\nMária Kováčová;Univerzita, Žilina\n",
    "pl": "Imię;Uczelnia\nŁukasz Zmyślony;Uniwersytet Łódzki\nGrażyna Śliwińska;Akademia Górniczo-Hutnicza, Kraków\n",
    "hu": "Név;Intézmény\nSzabó Győző;Eötvös Loránd Tudományegyetem\nKőszegi Fűzfa;Műszaki Egyetem, Győr\n",
    "ro": "Nume;Instituţia\nŞtefan Închipuit;Universitatea din Bucureşti\nIoana Bălăceanu;Academia Română, Iaşi\n",
    "hr": "Ime;Ustanova\nŽeljko Šarić;Sveučilište u Zagrebu\nNevenka Čačić;Institut Ruđer Bošković\n",
}


@pytest.mark.parametrize("encoding", ["cp1250", "iso8859-2"])
@pytest.mark.parametrize("language", CENTRAL)
def test_names_of_central_europe_are_read_in_their_encoding(language: str, encoding: str) -> None:
    table = read_text(CENTRAL[language].encode(encoding))
    assert (table.text, table.notes) == (CENTRAL[language], ["guessed_encoding"])


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1254", "Adı;Kurum\nAyşe Yıldız;İstanbul Üniversitesi\nÖzgür Çağlar;Boğaziçi Üniversitesi, Eğitim\n"),
        ("cp1257", "Vardas;Įstaiga\nŽydrūnas Šėža;Vilniaus universitetas\nRūta Čepaitė;Žemės ūkio ministerija\n"),
    ],
)
def test_turkish_and_baltic_names_are_read_in_their_encoding(encoding: str, text: str) -> None:
    assert read_text(text.encode(encoding)).text == text


@pytest.mark.parametrize(
    "text",
    [
        "Nom;Établissement\nHélène Lefèvre;École supérieure de médecine\nFrançois;Université à Orléans, Nîmes\n",
        "Nombre;Institución\nMuñoz Peña;Universidad Autónoma de México\nJesús;Córdoba, España\n",
        "Nome;Instituição\nJoão Conceição;Universidade de São Paulo\nInês;Fundação Gonçalves, Évora\n",
        "Name;Universität\nMüller;Universität Köln, Straße\nJörg Böhm;Würzburg\n",
        "Nome;Università\nNiccolò;Università di Forlì\nperché;città, più\n",
        "Navn;Universitet\nSøren Kjær;Århus\nBjørn;Tromsø\n",
        "Nafn;Háskóli\nÞórður;Reykjavík, Ísafjörður\nBjörk;Guðmundsdóttir\n",
        "Nom;Ville\nHélène;Universität Köln\nMuñoz;São Paulo\nSøren;Århus\nGonçalves;Orléans\n",
    ],
)
def test_western_names_are_never_taken_for_those_of_central_europe(text: str) -> None:
    table = read_text(text.encode("cp1252"))
    assert (table.encoding, table.text) == ("cp1252", text)


def test_a_person_may_choose_the_letters_that_a_single_name_can_not_tell(tmp_path: Path) -> None:
    path = tmp_path / "un nom.csv"
    path.write_bytes("Nom;Ville\nDvořák fictif;Paris\n".encode("cp1250"))
    assert read_book(path).sheets[0].rows[1][0] == "Dvoøák fictif"
    assert read_book(path, encoding="cp1250").sheets[0].rows[1][0] == "Dvořák fictif"


@pytest.mark.parametrize("name", ENCODINGS)
def test_each_encoding_that_may_be_chosen_reads_a_file(name: str) -> None:
    assert encoding_named(name.upper()) == name
    assert list(read_text("Nom;Ville\nA;B\n".encode(name), name).rows()) == [["Nom", "Ville"], ["A", "B"]]


def test_an_encoding_is_known_by_its_other_names() -> None:
    spelled = {
        "latin-2": "iso8859-2",
        "ISO-8859-2": "iso8859-2",
        "Windows-1250": "cp1250",
        "UTF8": "utf-8",
        "klingon": None,
    }
    assert {name: encoding_named(name) for name in spelled} == spelled


def test_latin_1_is_found_by_the_bytes_that_windows_leaves_undefined() -> None:
    assert read_text("é;\x81\nà;b\n".encode("latin-1")).encoding == "latin-1"


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_the_separator_is_found_by_counting(separator: str) -> None:
    rows = [["Nom", "Début", "Notes"], ["A", "2025", "un, deux; trois"], ["B", "", 'dit "oui"'], ["C", "1,5", "x|y"]]
    quoted = [[f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row] for row in rows]
    table = read_text("\r\n".join(separator.join(row) for row in quoted).encode())
    assert table.separator == separator
    assert list(table.rows()) == rows


def test_decimal_commas_are_not_taken_for_separators() -> None:
    table = read_text(b"Pays;2023;2024\nFR;1,5;2,5\nSG;3,5;4,5\nVN;5,5;6,5\n")
    assert table.separator == ";"


def test_commas_between_digits_separate_when_nothing_else_does() -> None:
    assert read_text(b"1,2,3\n4,5,6\n").separator == ","


def test_titles_above_the_heading_do_not_mislead() -> None:
    table = read_text(b"Missions 2025, par ville\n\nNom;Ville;Debut\nA;B;C\nD;E;F\nG;H;I\n")
    assert table.separator == ";"


def test_the_line_by_which_excel_tells_the_separator_is_obeyed_and_left_out() -> None:
    table = read_text(b"sep=|\r\na|b;c\r\n")
    assert list(table.rows()) == [["a", "b;c"]]


def test_a_file_pasted_together_from_two_encodings_is_read_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("nom;ville\nété;Nîmes\n".encode() + "forêt;Évry\n".encode("cp1252"))
    book = read_book(path)
    assert [row[0] for row in book.sheets[0].rows] == ["nom", "été", "forêt"]
    assert any("two encodings" in note.en for note in book.notes)


def test_the_person_may_choose_another_encoding_and_separator(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("名前,都市\n東京,x\n".encode("shift-jis"))
    book = read_book(path, encoding="Shift_JIS", separator=",")
    assert book.sheets[0].rows == [("名前", "都市"), ("東京", "x")]
    assert book.encoding == "shift_jis"


def test_ragged_rows_newlines_in_cells_and_empty_lines_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b'a;b;c\r\n1\r\n\r\n"x\r\ny";2;3;4\r\n')
    rows = read_book(path).sheets[0].rows
    assert [tuple(value for value in row if value) for row in rows] == [
        ("a", "b", "c"),
        ("1",),
        (),
        ("x\ny", "2", "3", "4"),
    ]


def test_values_of_a_text_file_stay_text(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"code;date;montant\n00123;01/02/2025;1 234,5\n")
    assert read_book(path).sheets[0].rows[1] == ("00123", "01/02/2025", "1 234,5")


def test_an_unclosed_quote_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b'a;b\n"x;y\nz;t\n')
    assert any("quotation mark" in note.en for note in read_book(path).notes)


def test_fifty_million_empty_lines_are_refused_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "vide.csv"
    path.write_bytes(b"\n" * 7_000_000)
    with pytest.raises(UnreadableFile) as refused:
        read_book(path)
    assert "cells" in refused.value.words.en


@pytest.mark.parametrize(
    "charset", ["undefined", "idna", "punycode", "unicode_escape", "zlib", "rot13", "utf-16", "utf-7"]
)
def test_a_page_that_declares_no_encoding_of_texts_is_read_as_what_it_is(tmp_path: Path, charset: str) -> None:
    path = tmp_path / "page.xls"
    page = f"<html><meta charset='{charset}'><table><tr><td>Université</td><td>x\\x41</td></tr></table>"
    path.write_bytes(page.encode())
    assert read_book(path).sheets[0].rows == [("Université", "x\\x41")]


def test_a_page_is_read_in_the_encoding_that_it_declares(tmp_path: Path) -> None:
    path = tmp_path / "page.xls"
    for charset in ("iso-8859-2", "windows-1250", "iso-8859-5", "gb2312", "shift_jis"):
        text = {"gb2312": "大学", "shift_jis": "大学", "iso-8859-5": "Москва"}.get(charset, "Dvořák")
        path.write_bytes(f"<html><meta charset='{charset}'><table><tr><td>{text}</td></tr></table>".encode(charset))
        assert read_book(path).sheets[0].rows == [(text,)]
