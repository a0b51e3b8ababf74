"""How rows look is offered as columns: colours, struck letters, comments, hidden rows; and nothing is read where none does."""

from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.colors import Color

from desktop_app.excel.looking import colour_of, looks_of
from desktop_app.excel.looks import with_looks
from desktop_app.excel.read import read_book
from desktop_app.importers.recognise import Told
from desktop_app.importers.sheet import Taken, take_sheet
from desktop_app.store.base import Store

ROWS = (
    ("PROJETS (jaune = à confirmer, barré = annulé)",), (), ("Sigle", "Titre", "Type", "Pays"),
    ("ALPHA-F", "Projet fictif alpha", "IRP", "Vietnam"), ("BETA-F", "Projet fictif bêta", "IEA", "Laos"),
    ("GAMMA-F", "Projet fictif gamma", "IRN", "Thaïlande"), ("DELTA-F", "Projet fictif delta", "IRP", "Cambodge"),
)  # fmt: skip


@pytest.fixture
def coloured(tmp_path: Path) -> Path:
    """A sheet whose second row is yellow, the third struck out, the first commented, the fourth hidden."""
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in ROWS:
        page.append(list(row))
    for cell in page[5]:
        cell.fill = PatternFill("solid", fgColor="FFFF00")
    for cell in page[6]:
        cell.font = Font(strike=True)
    page["B4"].comment = Comment("Voir avec le poste", "Attaché")
    page.row_dimensions[7].hidden = True
    book.save(tmp_path / "projets.xlsx")
    return tmp_path / "projets.xlsx"


def taken(store: Store, path: Path, **mapping: str) -> Taken:
    book = with_looks(read_book(path), path)
    return take_sheet(store, book, Told(mapping=mapping), file_name=path.name, sha256="x", in_doubt=True)


def test_looks_are_columns_kept_with_their_rows(store: Store, coloured: Path) -> None:
    plan = taken(store, coloured).plan
    headings = [one.heading for one in plan.columns]
    assert headings[4:] == ["Couleur de la ligne", "Ligne barrée", "Commentaires des cases", "Ligne masquée"]
    kept = {one["row"]: one for one in plan.kept}
    assert kept["5"]["Couleur de la ligne"] == "jaune"
    assert kept["6"]["Ligne barrée"] == "oui"
    assert kept["7"]["Ligne masquée"] == "oui"
    assert "4" not in kept or "Couleur de la ligne" not in kept["4"]
    assert plan.rows["new"] == 4


def test_a_look_may_be_given_to_a_field(store: Store, coloured: Path) -> None:
    plan = taken(store, coloured, **{"Couleur de la ligne": "notes"}).plan
    rows = [item.theirs for item in plan.items if isinstance(item.theirs, dict)]
    assert [row.get("notes") for row in rows] == [None, "jaune", None, None]


def test_comments_may_be_notes(store: Store, coloured: Path) -> None:
    plan = taken(store, coloured, **{"Commentaires des cases": "notes"}).plan
    first = next(item.theirs for item in plan.items if isinstance(item.theirs, dict))
    assert first["notes"] == "Voir avec le poste"


def test_a_plain_workbook_is_not_looked_through_and_stays_as_it_is(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["Nom", "Pays"])
    path = tmp_path / "plain.xlsx"
    book.save(path)
    assert looks_of(path.read_bytes()) == {}
    read = read_book(path)
    assert with_looks(read, path) is read


def test_what_cannot_be_looked_through_is_read_all_the_same(coloured: Path) -> None:
    read = read_book(coloured)
    coloured.write_bytes(coloured.read_bytes()[:400])
    (sheet,) = with_looks(read, coloured).sheets
    assert set(sheet.looks) == {"hidden"}


def test_a_look_that_all_rows_have_says_nothing(store: Store, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in ROWS[2:]:
        page.append(list(row))
    for line in page.iter_rows(min_row=2):
        for cell in line:
            cell.fill = PatternFill("solid", fgColor="DDEBF7")
    path = tmp_path / "table.xlsx"
    book.save(path)
    assert [one.heading for one in taken(store, path).plan.columns] == list(ROWS[2])


@pytest.mark.parametrize(
    ("colour", "name"),
    [
        (Color(rgb="FFFFFF00"), "yellow"), (Color(rgb="FFFFC000"), "yellow"), (Color(rgb="FFFF0000"), "red"),
        (Color(rgb="FF92D050"), "green"), (Color(rgb="FF00B0F0"), "blue"), (Color(rgb="FFFFFFFF"), None),
        (Color(rgb="FF000000"), None), (Color(rgb="FFD9D9D9"), "grey"), (Color(theme=5, tint=0.6), "orange"),
        (Color(theme=0), None), (Color(indexed=13), "yellow"), (Color(theme=9), "green"),
    ],
)  # fmt: skip
def test_colours_have_names(colour: Color, name: str | None) -> None:
    assert colour_of(PatternFill("solid", fgColor=colour)) == name
    assert colour_of(PatternFill(None)) is None
