"""The steps of a foreign sheet as an assistant meets them: no way without an end, no answer cut, no table forgotten."""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING

import openpyxl
import pytest
from PySide6.QtWidgets import QFileDialog

from desktop_app.gui import messages
from desktop_app.gui.help.topics import topic_of
from desktop_app.gui.pages.review import ReviewPage
from desktop_app.gui.receiving import taking_in
from desktop_app.gui.receiving.columns import SEEN
from desktop_app.gui.receiving.steps import COLUMNS, SHEET, VALUES
from desktop_app.gui.receiving.values import NEW
from desktop_app.gui.review.lines import lines
from desktop_app.gui.theme import look
from desktop_app.gui.words import set_language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from desktop_app.gui.workspace import Workspace

    Settle = Callable[[], None]
    Read = Callable[..., ReviewPage]


@pytest.fixture
def read(workspace: Workspace, show: Callable[[QWidget], None], settle: Settle, tmp_path: Path) -> Read:
    """Make a sheet of rows, and take it in."""

    def take(*rows: Sequence[object], name: str = "feuille.xlsx", beside: str = "") -> ReviewPage:
        book = openpyxl.Workbook()
        sheet = book.active
        assert sheet is not None
        for row in rows:
            sheet.append(list(row))
        if beside:
            book.create_sheet("Feuil1").append([beside])
        book.save(tmp_path / name)
        page = ReviewPage(workspace)
        workspace.asked.connect(page.visit)
        show(page)
        page.resize(1110, 690)
        settle()
        taking_in.receive(page, workspace, tmp_path / name)
        settle()
        settle()
        return page

    return take


@pytest.fixture
def french() -> Iterator[None]:
    """Everything in French."""
    set_language("fr")
    yield
    set_language("en")


def _choose(page: ReviewPage, settle: Settle, heading: int, field: str) -> None:
    combo = page.sheet.columns._combos[heading]
    number = page.sheet.columns._names.index(field) + 1
    combo.setCurrentIndex(number)
    combo.activated.emit(number)
    page.sheet._soon.timeout.emit()
    settle()


def test_a_sheet_of_which_nothing_is_known_is_mapped_by_hand(read: Read, settle: Settle) -> None:
    page = read(("Foo", "Bar"), ("x1", "Institut fictif A"), ("x2", "Institut fictif B"))
    sheet = page.sheet
    assert (sheet._step, sheet.questions.kind.currentIndex(), sheet.next.isEnabled()) == (SHEET, -1, False)
    assert sheet.raw.rowCount() == 3
    place = [entity.name for entity in sheet.questions._entities].index("partner")
    sheet.questions.kind.setCurrentIndex(place)
    sheet.questions.kind.activated.emit(place)
    sheet._soon.timeout.emit()
    settle()
    assert (sheet._step, sheet.questions.kind.currentIndex()) == (COLUMNS, place)
    assert "No column has a field yet" in sheet.questions.problem.text()
    _choose(page, settle, 1, "name")
    assert not sheet.questions._notice.isVisible()
    assert sheet.next.isEnabled()
    assert sheet.first_rows.rows.held[0].cells[0].text == "Institut fictif A"


@pytest.mark.usefixtures("french")
def test_no_field_of_a_column_is_cut(read: Read) -> None:
    page = read(
        ("Acronyme", "Type", "Pays", "Porteur FR", "Porteur étranger", "Montant 2023"),
        ("ALPHA-F", "IRP", "Vietnam", "Université fictive A", "Institut fictif B", 14000),
        ("BETA-F", "IRP", "Vietnam", "Université fictive A", "Institut fictif B", 15000),
    )
    combos = page.sheet.columns._combos
    assert any(len(combo.currentText()) > 30 for combo in combos)
    for combo in combos:
        assert combo.fontMetrics().horizontalAdvance(combo.currentText()) + 30 < combo.width()


def test_columns_say_how_many_of_their_cells_are_to_be_seen(read: Read) -> None:
    page = read(("Nom", "Pays"), ("Institut fictif A", "Atlantide"), ("Institut fictif B", "Vietnam"))
    items = [page.sheet.columns.item(row, SEEN) for row in range(2)]
    assert [item.text() if item else "" for item in items] == ["", "1"]
    assert items[1] is not None
    assert "Atlantide" in items[1].toolTip()


def test_names_that_are_asked_alike_are_answered_at_once(read: Read, settle: Settle) -> None:
    page = read(
        ("Nom", "Prénom", "Courriel", "Institution"), ("FICTIVE", "Anne", "a@example.org", "Mahidol Universty"),
        ("FICTIF", "Paul", "p@example.org", "Vietnam Academy of Sciences and Technology"),
        ("IMAGINAIRE", "Luc", "l@example.org", "Xyzzy"), ("IMAGINAIRE", "Eva", "e@example.org", "Qwertz"),
    )  # fmt: skip
    sheet = page.sheet
    sheet._go(VALUES)
    proposed, added = sheet.alike.proposed(), sheet.alike.added()
    assert (len(proposed), len(added)) == (2, 2)
    assert sheet.alike.propose.isVisible()
    sheet.alike.propose.click()
    sheet.alike.add.click()
    assert dict(sheet._told.answers) == {**proposed, **added}
    assert set(added.values()) == {NEW}
    assert all(combo.currentIndex() > 0 for combo in sheet.values.combos)
    assert not sheet.alike.isVisible()
    sheet._soon.timeout.emit()
    settle()
    assert sheet._understood is not None
    assert not sheet._understood.asked


def test_the_next_table_of_the_file_is_offered_when_one_was_taken_in(read: Read, settle: Settle) -> None:
    page = read(
        ("Partenaires",), ("Nom", "Ville", "Pays"), ("Institut fictif A", "Hanoi", "Vietnam"),
        ("Institut fictif B", "Hué", "Vietnam"),
        (), ("Personnes",), ("Nom", "Prénom", "Courriel"), ("FICTIVE", "Anne", "anne@example.org"),
        ("IMAGINAIRE", "Paul", "paul@example.org"),
    )  # fmt: skip
    assert page.sheet.questions.kind.currentText() == "Partners"
    page.sheet._finish()
    settle()
    settle()
    page.actions_["apply"].trigger()
    settle()
    settle()
    assert page.stack.currentWidget() is page.done
    assert page.done.more.isVisible()
    assert "Personnes" in page.done.next_words.text()
    assert page.done.more.text() == "Take in this table"
    page.done.more.click()
    settle()
    settle()
    assert page.stack.currentWidget() is page.sheet
    assert page.sheet.questions.kind.currentText() == "People"
    page.sheet._finish()
    settle()
    settle()
    page.actions_["apply"].trigger()
    settle()
    settle()
    assert page.stack.currentWidget() is page.done
    assert not page.done.more.isVisible()
    assert not page.done.next_words.isVisible()


def test_of_a_sheet_it_is_said_what_differs_from_ours_and_not_who_changed_it(read: Read, settle: Settle) -> None:
    page = read(
        ("Nom", "Ville", "Pays", "Sigle"), ("Mahidol University", "Nakhon Pathom", "Thailand", "MU"),
        ("Vietnam Academy of Science and Technology", "Hanoi", "Vietnam", "VASTEC"),
    )  # fmt: skip
    page.sheet._finish()
    settle()
    settle()
    shown = {name: tile.text() for name, tile in page.part.tiles.tiles.items() if tile.isVisible()}
    assert shown == {"conflicts": "differs from ours", "theirs": "adds to ours", "same": "identical"}
    titles = [held.cells[0].text for held in page.part.list.held if not held.id]
    assert titles == ["Differ from ours", "Add to ours"]


def test_from_the_sheet_one_goes_on_to_the_first_doubtful_column(read: Read, settle: Settle) -> None:
    page = read(
        ("Issue title", "Org in record", "Record", "Relation"),
        ("First", "Institut fictif", "https://ror.org/00hhjz250", "Parent"),
        ("Second", "Institut imaginaire", "https://ror.org/05cvfcr44", "Child"),
    )  # fmt: skip
    assert page.sheet.step == SHEET
    page.sheet._say(entity="partner")
    page.sheet._understand()
    settle()
    settle()
    page.sheet.go_to(SHEET)
    page.sheet.questions.kind.setFocus()
    page.sheet.go_on()
    assert page.sheet.step == COLUMNS
    assert page.focusWidget() in page.sheet.columns._combos


def test_a_sheet_that_holds_one_word_is_no_other_table(read: Read, settle: Settle) -> None:
    page = read(("Nom", "Ville", "Pays"), ("Institut fictif A", "Hanoi", "Vietnam"), beside="brouillon")
    page.sheet._finish()
    settle()
    settle()
    page.actions_["apply"].trigger()
    settle()
    settle()
    assert page.stack.currentWidget() is page.done
    assert not page.done.more.isVisible()


def test_what_is_asked_stands_in_the_preview_as_it_was_written(read: Read) -> None:
    page = read(("Missionnaire", "Du", "Au", "Ville"), ("FICTIF Paul", "12/05/2025", "bientôt", "Hanoi"))
    assert [cell.text for cell in page.sheet.first_rows.rows.held[0].cells] == [
        "? FICTIF Paul",
        "12 May 2025",
        "? bientôt",
        "Vietnam",  # in which Hanoi is
        "Hanoi",
    ]


def test_the_mark_of_a_name_that_is_not_here_stands_where_no_long_name_hides_it(read: Read) -> None:
    named = "Vietnam Academy of Science and Technology ; Institut fictif des Marées lointaines"
    page = read(
        ("Nom du programme", "Institution partenaire", "Dates", "Montant"),
        ("IRP VOLC-F", named, "2021-2025", "14 000 €"), ("IEA SEL-F", "Mahidol University", "2024-2025", "5 000 €"),
    )  # fmt: skip
    texts = [cell.text for cell in page.sheet.first_rows.rows.held[0].cells]
    (shown,) = [text for text in texts if "Institut fictif" in text]
    assert shown == "? Institut fictif des Marées lointaines, Vietnam Academy of Science and Technology"


def test_who_comes_in_with_the_same_file_is_called_by_name_before_it_is_here(read: Read, settle: Settle) -> None:
    page = read(
        ("Nom du programme", "Institution indon.", "Dates", "Montant", "Responsable français", "Commentaires"),
        ("IRP VOLC-F", "Institut fictif A ; Institut fictif B", "2021-2025", "14 000 €", "M. Paul FICTIF", "RAS"),
        ("IEA SEL-F", "Institut fictif A", "2024-2025", "5 000 €", "Mme Anne FICTIVE", "dossier reçu"),
    )  # fmt: skip
    sheet = page.sheet
    place = [entity.name for entity in sheet.questions._entities].index("instrument")
    sheet.questions.kind.setCurrentIndex(place)
    sheet.questions.kind.activated.emit(place)
    sheet._soon.timeout.emit()
    settle()
    sheet._go(VALUES)
    sheet.alike.add.click()
    sheet._soon.timeout.emit()
    settle()
    shown = [cell.text for row in sheet.first_rows.rows.held for cell in row.cells]
    assert any("Institut fictif A" in text for text in shown)
    assert any("paul" in text.casefold() for text in shown)
    sheet._finish()
    for _again in range(3):
        settle()
    opened = page.desk.open
    assert opened is not None, sheet.questions.problem.text()
    words = [
        text
        for subject in opened.review.subjects()
        for line in lines(opened.review, opened.records.showing, subject)
        for text in line.words
    ]
    assert any("Institut fictif B" in text for text in words)
    assert not [text for text in [*shown, *words] if re.fullmatch(r"[0-9a-f]{32}", text)]


def test_every_row_of_the_sheet_is_in_the_summary(read: Read) -> None:
    page = read(
        ("Nom", "Ville", "Pays"), ("Institut fictif A", "Hanoi", "Vietnam"), ("Institut fictif A", "Hanoi", "Vietnam"),
        ("Mahidol University", "Bangkok", "Vietnam"), ("Total", 3, None),
    )  # fmt: skip
    said = page.sheet.summary.text()
    plan = page.sheet._understood.plan if page.sheet._understood else None
    assert plan is not None
    assert "1 twice in the file" in said
    assert f"{plan.rows['doubtful']} row to decide" in said


def test_a_sheet_and_its_review_say_the_same_numbers(read: Read, settle: Settle) -> None:
    page = read(
        ("Missionnaire", "Départ", "Retour", "Ville", "Pays", "Partenaire"),
        ("FICTIVE Anne", "2026-03-02", "2026-03-06", "Hanoi", "Vietnam", "Institut fictif"),
        ("FICTIF Luc", "2026-03-09", "2026-03-06", "Hanoi", "Vietnam", "Institut fictif"),
        ("FICTIF Max", "31/02/2026", "2026-03-09", "Hanoi", "Vietnam", None), name="Missions.xlsx",
    )  # fmt: skip
    page.sheet.adding.setChecked(True)
    page.sheet._soon.timeout.emit()
    settle()
    said = page.sheet.summary.text()
    assert "3 rows  ·  3 new rows  ·  4 new entries that rows name" in said
    assert said.endswith("1 cell not understood  ·  1 value in doubt")
    while page.stack.currentWidget() is page.sheet:
        page.sheet.next.click()
        settle()
        settle()
    tiles = {name: (tile.count, tile.text()) for name, tile in page.part.tiles.tiles.items() if tile.isVisible()}
    assert tiles["new"] == (3 + 4, "new entries")
    assert tiles["unread"] == (1 + 1, "to clear up")


def test_a_row_that_names_nothing_is_called_by_its_place(read: Read, settle: Settle) -> None:
    page = read(("Départ", "Ville", "Pays"), ("2026-03-02", "Hanoi", "Vietnam"), name="Missions.xlsx")
    while page.stack.currentWidget() is page.sheet:
        page.sheet.next.click()
        settle()
        settle()
    # The note says that its status was given to it.
    assert [one.cells[1].text for one in page.part.list.held if one.id] == ["Mission (row 2, Sheet)", "About this file"]


@pytest.mark.parametrize("agreed", [True, False])
def test_what_the_copy_for_the_sender_will_lack_is_asked_before(
    read: Read, settle: Settle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, agreed: bool
) -> None:
    page = read(("Nom", "Pays"), ("Institut fictif A", "Atlantide"), ("Institut fictif B", "Vietnam"))
    told: list[str] = []

    def ask(_parent: QWidget, _question: str, detail: str, _verb: str) -> bool:
        told.append(detail)
        return agreed

    assert page.sheet.foreign is not None
    with zipfile.ZipFile(page.sheet.foreign.path, "a") as archive:
        archive.writestr("xl/media/image1.png", b"x")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "back.xlsx"), ""))
    monkeypatch.setattr(messages, "ask", ask)
    page.sheet.answer.click()
    settle()
    settle()
    assert len(told) == 1
    assert told[0].startswith("The copy will lack: pictures. Cells, their formats, usual charts and macros stay in it")
    assert (tmp_path / "back.xlsx").exists() is agreed


@pytest.mark.usefixtures("french")
def test_the_letters_of_a_text_file_are_never_cut(
    workspace: Workspace, show: Callable[[QWidget], None], settle: Settle, tmp_path: Path
) -> None:
    path = tmp_path / "partenaires.csv"
    path.write_text("Nom;Ville;Pays\nUniversité fictive d’Été;Nîmes;France\n", encoding="cp1252")
    page = ReviewPage(workspace)
    workspace.asked.connect(page.visit)
    show(page)
    page.resize(860, 560)
    look.apply("light", 1.5)
    taking_in.receive(page, workspace, path)
    settle()
    settle()
    letters = page.sheet.questions.letters
    page.sheet.go_to(SHEET)
    assert letters.isVisible()
    assert letters.fontMetrics().horizontalAdvance(letters.currentText()) + 40 < letters.width()
    look.apply("light", 1.0)


def test_help_is_about_the_sheet_while_it_is_read_and_not_about_the_review(read: Read) -> None:
    page = read(("Nom du partenaire", "Pays"), ("Institut fictif", "Viet Nam"))
    assert topic_of(page.sheet.questions.kind) == "foreign_sheet"
    assert topic_of(page) == "review"


def test_a_total_that_is_left_out_is_no_value_of_ours_that_is_kept(read: Read, settle: Settle) -> None:
    page = read(("Missionnaire", "Départ", "Retour", "Coût"), ("FICTIVE Anne", "03/12/2026", "08/12/2026", 1200),
                ("Total", None, None, 1200))  # fmt: skip
    page.sheet.adding.setChecked(True)
    page.sheet._soon.timeout.emit()
    settle()
    for _step in range(3):
        page.apply()
        settle()
    assert page.stack.currentWidget() is page.done
    assert page.done.words.text() == "“feuille.xlsx” is taken in: 2 changes."
