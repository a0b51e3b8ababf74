"""A sheet goes back to its sender as it was, with a comment where something was not understood and a word on each row."""

import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font

from desktop_app.excel.read import read_book
from desktop_app.excel.send_back import AMBER, losses, send_back
from desktop_app.importers.answering import marks_for
from desktop_app.importers.recognise import Told
from desktop_app.importers.sheet import Taken, take_sheet
from desktop_app.store.base import Store


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    """What an embassy sent: a title, bold headings, a comment of its own, a formula, a bad date."""
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.title = "Projets"
    for row in (
        ("Coopération",), ("Sigle", "Intitulé", "Type", "Pays", "Début"),
        ("VOLC-SUNDA", "Volcans fictifs", "IRP", "Indonésie", date(2021, 1, 1)),
        ("RIZ", "Rizières fictives", "IRP", "Ruritanie", "bientôt"), (None, None, None, None, "=1+1"),
    ):  # fmt: skip
        page.append(row)
    page["A2"].font = Font(bold=True, color="FF0000")
    page["E4"].comment = Comment("à vérifier", "Poste")
    path = tmp_path / "sent.xlsx"
    book.save(path)
    return path


def taken(store: Store, path: Path) -> Taken:
    """The sheet as it is understood."""
    return take_sheet(store, read_book(path), Told(entity="instrument"), file_name=path.name, sha256=path.name)


def test_the_copy_keeps_the_sheet_and_says_what_was_not_understood(store: Store, sent: Path, tmp_path: Path) -> None:
    before, found = sent.read_bytes(), taken(store, sent)
    target = tmp_path / "back.xlsx"
    notes = send_back(sent, read_book(sent), marks_for(found.table, found.plan, "fr"), target)
    assert notes == []
    assert sent.read_bytes() == before
    page = openpyxl.load_workbook(target)["Projets"]
    assert page["A2"].font.bold
    assert page["A2"].font.color.rgb == "00FF0000"
    assert (page["A3"].value, page["E5"].value) == ("VOLC-SUNDA", "=1+1")
    assert page["E4"].comment.text.startswith("à vérifier")
    assert "n’est pas une date" in page["E4"].comment.text
    assert page["D4"].fill.fgColor.rgb == f"00{AMBER}"
    assert "Ruritanie" in page["D4"].comment.text
    assert (page["F2"].value, page["F3"].value) == ("Suite donnée par le bureau", "Repris : nouvelle fiche.")
    assert "À préciser : Pays, Début." in page["F4"].value


def test_what_the_copy_will_lack_is_said_before_in_one_sentence(sent: Path, tmp_path: Path) -> None:
    book = read_book(sent)
    assert losses(sent, book) is None
    richer = tmp_path / "richer.xlsx"
    with zipfile.ZipFile(sent) as before, zipfile.ZipFile(richer, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            if name == "xl/worksheets/sheet1.xml":
                more = (
                    b'<extLst><ext xmlns:x14="urn:x" uri="u"><x14:sparkline></x14:sparkline></ext></extLst></worksheet>'
                )
                data = data.replace(b"</worksheet>", b" " * 1_000_000 + more)
            after.writestr(name, data)
        after.writestr("xl/media/image1.png", b"x")
    lost = losses(richer, book)
    assert lost is not None
    assert "will lack: pictures, sparklines." in lost.en
    assert "images, graphiques dans des cases." in lost.fr


@pytest.mark.parametrize(
    ("part", "content", "said"),
    [
        ("xl/charts/chartEx1.xml", b"<x/>", "waterfall"),
        ("xl/embeddings/Microsoft_Word_Document.docx", b"x", "embedded documents"),
        ("xl/timelines/timeline1.xml", b"<x/>", "timelines"),
        ("xl/featurePropertyBag/featurePropertyBag.xml", b"<x/>", "check boxes"),
        ("docMetadata/LabelInfo.xml", b"<x/>", "sensitivity label"),
        ("xl/drawings/vmlDrawing9.vml", b'<x:ClientData ObjectType="Button">', "buttons"),
        ("xl/drawings/drawing9.xml", b"<xdr:pic><a:blip r:link='rId1'/></xdr:pic>", "pictures"),
        ("xl/worksheets/sheet9.xml", b"<protectedRanges ><protectedRange/>", "editable ranges"),
        ("xl/metadata.xml", b'<metadataType name="XLDAPR"/>', "dynamic formulas"),
        ("xl/model/item.data", b"x", "data model"),
    ],
)
def test_each_thing_that_the_copy_will_lack_is_named(
    sent: Path, tmp_path: Path, part: str, content: bytes, said: str
) -> None:
    richer = tmp_path / "richer.xlsx"
    richer.write_bytes(sent.read_bytes())
    with zipfile.ZipFile(richer, "a") as archive:
        archive.writestr(part, content)
    lost = losses(richer, read_book(sent))
    assert lost is not None
    assert said in lost.en


def test_comments_alone_are_not_said_to_be_lost(sent: Path, tmp_path: Path) -> None:
    noted = tmp_path / "noted.xlsx"
    noted.write_bytes(sent.read_bytes())
    with zipfile.ZipFile(noted, "a") as archive:
        archive.writestr("xl/drawings/vmlDrawing9.vml", b'<x:ClientData ObjectType="Note">')
    assert losses(noted, read_book(sent)) is None


def test_the_copy_keeps_letters_in_bold_within_a_cell(store: Store, sent: Path, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(sent)
    words = CellRichText("Volcans ", TextBlock(InlineFont(b=True), "fictifs "), "à suivre")
    book["Projets"]["B3"] = words
    book.save(sent)
    found, target = taken(store, sent), tmp_path / "back.xlsx"
    assert send_back(sent, read_book(sent), marks_for(found.table, found.plan, "fr"), target) == []
    assert openpyxl.load_workbook(target, rich_text=True)["Projets"]["B3"].value == words
    assert openpyxl.load_workbook(target)["Projets"]["B3"].value == "Volcans fictifs à suivre"


def test_a_workbook_that_can_not_be_written_again_goes_back_as_a_new_one(
    store: Store, sent: Path, tmp_path: Path
) -> None:
    found, odd = taken(store, sent), tmp_path / "odd.xlsx"
    with zipfile.ZipFile(sent) as before, zipfile.ZipFile(odd, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            after.writestr(name, b"<styleSheet><cellXfs count='x'/>" if name == "xl/styles.xml" else data)
    target = tmp_path / "back.xlsx"
    (note,) = send_back(odd, read_book(sent), marks_for(found.table, found.plan, "en"), target)
    assert "could not be written again" in note.en
    assert openpyxl.load_workbook(target)["Projets"]["F2"].value == "What the office did"


def test_a_text_file_goes_back_as_a_workbook_and_says_so(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_text("Sigle;Intitulé;Type;Pays\nRIZ;=Rizières;IRP;Ruritanie\n", encoding="utf-8")
    found = taken(store, path)
    target = tmp_path / "back.xlsx"
    (note,) = send_back(path, read_book(path), marks_for(found.table, found.plan, "en"), target)
    assert "copied into a new one" in note.en
    page = openpyxl.load_workbook(target)["liste"]
    assert page["B2"].data_type == "s"
    assert page["E1"].value == "What the office did"
    assert "To be made clear: Countries." in page["E2"].value


def test_each_name_is_asked_once_with_how_many_cells_wait(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "missions.csv"
    path.write_text(
        "N° mission;Missionnaire;Départ;Pays\n1;Anne Fictive;01/02/2026;VN\n2;Anne Fictive;05/02/2026;VN\n"
        "3;Jean Fictif;05/02/2026;VN\n",
        encoding="utf-8",
    )
    found = take_sheet(store, read_book(path), Told(), file_name=path.name, sha256="x")
    assert [(one.text, one.count, one.candidates) for one in found.questions] == [
        ("Anne Fictive", 2, ()), ("Jean Fictif", 1, ()),
    ]  # fmt: skip
    told = {found.questions[0].key: "new"}
    again = take_sheet(store, read_book(path), Told(), file_name=path.name, sha256="x", answers=told)
    assert [one.text for one in again.questions] == ["Jean Fictif"]
    assert [item.theirs for item in again.plan.items if item.entity == "person"] == [
        {"family_name": "Fictive", "given_name": "Anne"}
    ]
