"""A sheet that somebody else made: guessed, corrected, shown as ours, and reviewed like a return."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog

from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.mission import MISSION
from desktop_app.domain.person import PERSON
from desktop_app.domain.plan import ColumnRead, Plan
from desktop_app.domain.words import Words
from desktop_app.gui.dialogs.other_value import OtherValueDialog
from desktop_app.gui.editors.link import LinkEditor
from desktop_app.gui.pages.review import ReviewPage
from desktop_app.gui.receiving import taking_in
from desktop_app.gui.receiving.columns import EXAMPLE, SURE, WHY
from desktop_app.gui.receiving.remembered import RememberedDialog
from desktop_app.gui.receiving.steps import COLUMNS, REVIEW, SHEET, VALUES
from desktop_app.gui.record_form.window import FormWindow
from desktop_app.gui.workspace import Go
from desktop_app.importers.memory import answers_of, learn, learned_from, senders_of
from desktop_app.store.queries import Query
from desktop_app.sync import shelf

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from desktop_app.gui.editors.choice import Combo
    from desktop_app.gui.workspace import Workspace
    from tests.gui.exchange.conftest import Office

    Settle = Callable[[], None]

HEADINGS = ("Sigle", "Intitulé", "Type", "Pays", "Début", "Colonne à nous", "Budget")


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    """A sheet with a title, headings in the third row, and a column that nobody knows."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Feuil1"
    for row in (
        ("Coopération 2024",),
        (),
        HEADINGS,
        ("VOLC-SUNDA", "Volcans de la Sonde", "IRP", "Indonésie", "2021", "x", "14k€"),
        ("RICE-GEN", "Genomics of rice", "IEA", "Viêt Nam", "2025", "y", "7000"),
    ):
        sheet.append(row)
    path = tmp_path / "Jakarta v3 final.xlsx"
    book.save(path)
    return path


@pytest.fixture
def page(workspace: Workspace, show: Callable[[QWidget], None], settle: Settle, foreign: Path) -> ReviewPage:
    """The page with the sheet read."""
    made = _reading(workspace, show, settle, foreign)
    settle()
    return made


def _reading(workspace: Workspace, show: Callable[[QWidget], None], settle: Settle, path: Path) -> ReviewPage:
    """Return the page with a file read."""
    made = ReviewPage(workspace)
    workspace.asked.connect(made.visit)
    show(made)
    settle()
    taking_in.receive(made, workspace, path)
    settle()
    return made


def _combo(page: ReviewPage, heading: str) -> Combo:
    return page.sheet.columns._combos[HEADINGS.index(heading)]


def _text(page: ReviewPage, heading: str, column: int) -> str:
    item = page.sheet.columns.item(HEADINGS.index(heading), column)
    assert item is not None
    return item.text()


def test_entity_heading_row_and_columns_are_guessed_and_explained(page: ReviewPage) -> None:
    assert page.stack.currentWidget() is page.sheet
    assert page.sheet.questions.kind.currentText() == "Instruments"
    assert page.sheet.questions.head.value() == 3
    assert [_combo(page, heading).currentText() for heading in HEADINGS[:6]] == [
        "Acronym", "Title", "Type", "Countries", "Start", "Leave out",
    ]  # fmt: skip
    assert _text(page, "Sigle", EXAMPLE) == "VOLC-SUNDA · RICE-GEN"
    assert _text(page, "Sigle", SURE) == "●●●●"
    assert _text(page, "Sigle", WHY) == "same heading"


def test_the_first_new_rows_are_shown_as_ours(page: ReviewPage) -> None:
    shown = [cell.text for cell in page.sheet.first_rows.rows.held[0].cells]
    assert "VOLC-SUNDA" in shown
    assert "Indonesia" in shown
    assert page.sheet.summary.text().startswith("2 rows")


def test_a_field_that_is_typed_for_a_column_is_taken(page: ReviewPage, settle: Settle) -> None:
    combo = _combo(page, "Colonne à nous")
    QTest.keyClicks(combo, "notes")
    QTest.keyClick(combo, Qt.Key.Key_F6)
    page.sheet._soon.timeout.emit()
    settle()
    assert _combo(page, "Colonne à nous").currentText() == "Notes"
    assert _text(page, "Colonne à nous", WHY) == "as told"


def test_what_is_being_typed_stays_when_the_sheet_was_read_again_meanwhile(page: ReviewPage) -> None:
    understood = page.sheet._understood
    assert understood is not None
    combo = _combo(page, "Colonne à nous")
    QTest.keyClicks(combo, "notes")
    page.sheet._show(understood)  # what was said of another column before
    QTest.keyClick(combo, Qt.Key.Key_F6)
    assert combo.currentText() == "Notes"
    assert page.sheet._told.mapping == {"Colonne à nous": "notes"}


def test_the_column_that_has_the_keyboard_is_in_sight(page: ReviewPage, settle: Settle) -> None:
    columns = page.sheet.columns
    columns.setFixedHeight(130)
    settle()
    for heading in (HEADINGS[-1], HEADINGS[0]):
        combo = _combo(page, heading)
        combo.setFocus()
        settle()
        seen = QRect(combo.mapTo(columns.viewport(), QPoint(0, 0)), combo.size())
        assert columns.viewport().rect().contains(seen)


def test_a_column_is_given_another_field_and_a_field_has_one_column(page: ReviewPage, settle: Settle) -> None:
    names = list(INSTRUMENT.fields)
    combo = _combo(page, "Colonne à nous")
    combo.setFocus()
    combo.setCurrentIndex(names.index("notes") + 1)
    combo.activated.emit(names.index("notes") + 1)
    page.sheet._soon.timeout.emit()
    settle()
    assert combo.currentText() == "Notes"
    assert _text(page, "Colonne à nous", WHY) == "as told"
    assert _combo(page, "Colonne à nous").hasFocus()
    assert page.sheet._understood is not None
    assert "notes" in {one.read.field for one in page.sheet._understood.columns}


def test_the_wrong_heading_row_is_said_in_a_sentence_and_can_be_corrected(page: ReviewPage, settle: Settle) -> None:
    page.sheet.questions.head.setValue(900)
    page.sheet.questions.head.editingFinished.emit()
    page.sheet._soon.timeout.emit()
    settle()
    assert "has no row 900" in page.sheet.questions.problem.text()
    assert not page.sheet.next.isEnabled()
    page.sheet.questions.head.setValue(3)
    page.sheet.questions.head.editingFinished.emit()
    page.sheet._soon.timeout.emit()
    settle()
    assert page.sheet.next.isEnabled()
    assert page.sheet.questions._notice.isHidden()


def test_the_review_follows_and_writes_the_new_row(page: ReviewPage, settle: Settle, office: Office) -> None:
    page.sheet.next.click()
    settle()
    settle()
    assert page.stack.currentWidget() is page.part
    assert page.head.title.text() == "Review a sheet"
    page.part.tiles.tiles["new"].click()
    page.part.record.theirs.click()
    page.actions_["apply"].trigger()
    settle()
    settle()
    names = {record["acronym"] for record in office.store.records(Query(INSTRUMENT))}
    assert "VOLC-SUNDA" in names
    assert len([name for name in names if name == "RICE-GEN"]) == 1


def test_the_columns_of_a_sender_are_remembered(
    page: ReviewPage, settle: Settle, workspace: Workspace, foreign: Path
) -> None:
    names = list(INSTRUMENT.fields)
    _combo(page, "Colonne à nous").activated.emit(names.index("notes") + 1)
    page.sheet.questions.whom.setText("Jakarta")
    page.sheet.questions.whom.editingFinished.emit()
    page.sheet._soon.timeout.emit()
    settle()
    page.sheet.next.click()
    settle()
    settle()
    book = openpyxl.load_workbook(foreign)
    book["Feuil1"]["A6"] = "NEXT-YEAR"
    again = foreign.with_name("Jakarta 2025.xlsx")
    book.save(again)
    taking_in.receive(page, workspace, again)
    settle()
    settle()
    page.sheet.questions.whom.setText("Jakarta")
    page.sheet.questions.whom.editingFinished.emit()
    page.sheet._soon.timeout.emit()
    settle()
    assert _combo(page, "Colonne à nous").currentText() == "Notes"
    assert _text(page, "Colonne à nous", WHY) == "as last time"


def test_columns_that_were_put_right_are_remembered_also_where_nobody_said_from_whom(
    page: ReviewPage, settle: Settle, workspace: Workspace, foreign: Path
) -> None:
    _combo(page, "Colonne à nous").activated.emit(list(INSTRUMENT.fields).index("notes") + 1)
    page.sheet._soon.timeout.emit()
    settle()
    page.sheet._finish()
    settle()
    settle()
    again = foreign.with_name("Jakarta 2025.xlsx")
    book = openpyxl.load_workbook(foreign)
    book["Feuil1"]["A6"] = "NEXT-YEAR"
    book.save(again)
    taking_in.receive(page, workspace, again)
    settle()
    settle()
    assert page.sheet.questions.whom.text() == foreign.stem
    assert _combo(page, "Colonne à nous").currentText() == "Notes"


def test_leaving_the_file_aside_writes_nothing(page: ReviewPage, settle: Settle, office: Office) -> None:
    page.sheet.leave.click()
    settle()
    assert page.stack.currentWidget() is page.nothing
    assert shelf.waiting(office.store) == []


def test_everything_has_a_name(page: ReviewPage) -> None:
    named: list[QWidget] = [
        page.sheet.questions.sheet,
        page.sheet.questions.head,
        page.sheet.questions.kind,
        page.sheet.questions.whom,
        *page.sheet.columns._combos,
    ]
    assert all(widget.accessibleName() for widget in named)


def test_rows_that_may_be_anything_wait_for_an_answer(
    workspace: Workspace, show: Callable[[QWidget], None], settle: Settle, tmp_path: Path
) -> None:
    path = tmp_path / "x.txt"
    path.write_text("AD\t01/11/2006\tEUR\nAE\t10/12/2008\tEUR\n", encoding="utf-8")
    page = ReviewPage(workspace)
    workspace.asked.connect(page.visit)
    show(page)
    settle()
    taking_in.receive(page, workspace, path)
    settle()
    part = page.sheet
    assert part.questions.head.value() == 0
    assert (part.questions.kind.currentIndex(), part.next.isEnabled()) == (-1, False)
    assert not part.questions.problem.isHidden()
    part.questions.kind.setCurrentIndex(0)
    part.questions.kind.activated.emit(0)
    part._soon.timeout.emit()
    settle()
    assert part.next.isEnabled()


CONTACTS = "Nom;Prénom;Organisme\nFictive;Anne;Institut inconnu\nFictif;Jean;Institut inconnu\n"


def test_in_a_low_window_what_the_first_step_settled_is_one_line_until_somebody_wants_to_change_it(
    page: ReviewPage, settle: Settle
) -> None:
    sheet = page.sheet
    assert sheet.questions.kind.isVisible()
    page.resize(855, 410)  # a laptop's screen of 1366 × 768 at 150 %
    settle()
    assert not sheet.questions.kind.isVisible()
    assert sheet.questions.known.text() == "Instruments  ·  Feuil1  ·  headings in row 3"
    assert sheet.columns.viewport().height() >= 3 * 38
    sheet.go_to(SHEET)
    assert sheet.questions.kind.isVisible()
    sheet.go_to(COLUMNS)
    assert not sheet.questions.kind.isVisible()
    sheet.questions.fold.click()
    assert sheet.questions.kind.isVisible()


@pytest.fixture
def asking(workspace: Workspace, show: Callable[[QWidget], None], settle: Settle, tmp_path: Path) -> ReviewPage:
    """The page with a sheet that names an institution which is not here."""
    path = tmp_path / "contacts.csv"
    path.write_text(CONTACTS, encoding="utf-8")
    return _reading(workspace, show, settle, path)


def test_each_name_is_asked_once_and_the_answer_is_remembered(
    asking: ReviewPage, settle: Settle, office: Office, workspace: Workspace
) -> None:
    part = asking.sheet
    part.next.click()
    assert part.values.isVisible()
    (combo,) = part.values.combos
    assert [part.values.item(0, column).text() for column in (0, 2)] == ["Institut inconnu", "2"]  # type: ignore[union-attr]
    combo.setCurrentIndex(combo.count() - 2)
    combo.activated.emit(combo.count() - 2)
    part._soon.timeout.emit()
    settle()
    assert part._understood is not None
    assert part._understood.plan.cells["unreadable"] == 0
    part.next.click()
    settle()
    settle()
    assert asking.stack.currentWidget() is asking.part
    assert answers_of(office.store) == {"partner:institut inconnu": "new"}
    dialog = RememberedDialog(workspace)
    settle()
    assert [row.cells[0].text for row in dialog.list.held] == ["institut inconnu"]
    dialog.forget.click()
    settle()
    settle()
    assert answers_of(office.store) == {}
    assert dialog.list.isHidden()


def test_the_steps_go_back_and_the_heading_row_is_chosen_in_the_sheet(asking: ReviewPage, settle: Settle) -> None:
    part = asking.sheet
    part.steps.buttons[0].click()
    assert part.stack.currentWidget() is part.raw
    assert part.raw.item(1, 0).text() == "Fictive"  # type: ignore[union-attr]
    assert part.raw.item(0, 0).font().bold()  # type: ignore[union-attr]
    assert not part.back.isEnabled()
    part.raw.chosen.emit(2)
    part._soon.timeout.emit()
    settle()
    assert part.questions.head.value() == 2
    part.raw.chosen.emit(1)
    part._soon.timeout.emit()
    settle()
    part.next.click()
    part.next.click()
    assert part.values.isVisible()
    part.back.click()
    assert part.columns.isVisibleTo(part)


def test_a_step_to_which_the_way_is_open_is_gone_to_by_mouse_and_by_key(asking: ReviewPage, settle: Settle) -> None:
    part, steps = asking.sheet, asking.sheet.steps
    assert part._understood is not None
    assert part._understood.asked
    assert [button.isEnabled() for button in steps.buttons] == [True, True, True, True]
    steps.buttons[COLUMNS].setFocus()
    QTest.keyClick(steps.buttons[COLUMNS], Qt.Key.Key_Right)
    assert part.values.isVisible()
    assert steps.buttons[VALUES].hasFocus()
    steps.buttons[COLUMNS].click()
    assert part.columns.isVisible()
    steps.buttons[REVIEW].click()
    steps.buttons[REVIEW].click()
    settle()
    settle()
    assert asking.stack.currentWidget() is asking.part
    assert len(asking.desk.waiting) == 1


def test_the_step_of_values_is_closed_where_nothing_is_asked_and_looks_so(page: ReviewPage, settle: Settle) -> None:
    part, steps = page.sheet, page.sheet.steps
    assert part._understood is not None
    assert not part._understood.asked
    assert [button.isEnabled() for button in steps.buttons] == [True, True, False, True]
    whole = page.grab().toImage()
    inks = []
    for button in steps.buttons[VALUES:]:
        place = QRect(button.mapTo(page, QPoint(0, 0)), button.size())
        inks.append(
            min(
                whole.pixelColor(x, y).lightness()
                for x in range(place.left(), place.right())
                for y in range(place.top(), place.bottom())
            )
        )
    assert inks[0] > inks[1] + 40
    steps.buttons[REVIEW].click()
    settle()
    settle()
    assert page.stack.currentWidget() is page.part
    assert [button.isEnabled() for button in steps.buttons] == [True, True, False, True]


def test_the_copy_for_the_sender_is_written(
    asking: ReviewPage, settle: Settle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "back.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    asking.sheet.answer.click()
    settle()
    assert target.exists()
    assert "back.xlsx is ready for its sender." in asking.sheet.summary.text()


@pytest.mark.parametrize("form", ["text", "html"])
def test_a_table_is_pasted_from_excel_or_an_e_mail(
    workspace: Workspace, show: Callable[[QWidget], None], settle: Settle, form: str
) -> None:
    rows = [line.split(";") for line in CONTACTS.splitlines()]
    held = QMimeData()
    held.setText("\n".join("\t".join(row) for row in rows))
    if form == "html":
        cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
        held.setHtml(f"<body><table>{cells}</table></body>")
    QGuiApplication.clipboard().setMimeData(held)
    page = ReviewPage(workspace)
    workspace.asked.connect(page.visit)
    show(page)
    settle()
    page.actions_["paste_table"].trigger()
    settle()
    assert page.stack.currentWidget() is page.sheet
    assert page.sheet.questions.kind.currentText() == "People"
    assert page.sheet.summary.text().startswith("2 rows")


def test_the_sheet_of_a_sender_is_recognised_by_its_headings(
    asking: ReviewPage, settle: Settle, workspace: Workspace, tmp_path: Path
) -> None:
    asking.sheet.questions.whom.setText("Hanoï")
    asking.sheet.questions.whom.editingFinished.emit()
    asking.sheet._soon.timeout.emit()
    settle()
    asking.sheet._finish()
    settle()
    path = tmp_path / "contacts 2026.csv"
    path.write_text(CONTACTS.replace("Anne", "Luce"), encoding="utf-8")
    taking_in.receive(asking, workspace, path)
    settle()
    settle()
    assert asking.sheet.questions.whom.text() == "Hanoï"


def test_how_the_columns_of_a_sender_were_read_can_be_looked_through_and_forgotten(
    workspace: Workspace, show: Callable[[QWidget], None], settle: Settle
) -> None:
    plan = Plan("foreign", "liste.csv")
    for heading, field in (("Nom usuel", "name"), ("Lieu", "city+country")):
        plan.columns.append(ColumnRead("Feuil1", "A", heading, "partner", field, 1.0, Words("dit", "told")))
    learn(workspace.store, "Jakarta", plan)
    dialog = RememberedDialog(workspace)
    show(dialog)
    settle()
    shown = [[cell.text for cell in row.cells] for row in dialog.list.held]
    assert shown[0][0] == "Columns of “Jakarta”"
    assert [row[0::2] for row in shown[1:]] == [["lieu", "City + Country"], ["nom usuel", "Name"]]
    for _left in range(2):
        dialog.forget.click()
        settle()
    assert learned_from(workspace.store, "Jakarta") == {}
    assert senders_of(workspace.store) == []
    assert dialog.list.isHidden()


def test_the_country_in_the_name_of_a_file_is_proposed_for_all_rows(
    workspace: Workspace, show: Callable[[QWidget], None], settle: Settle, tmp_path: Path
) -> None:
    path, other = tmp_path / "universités du Vietnam.csv", tmp_path / "autres.csv"
    path.write_text("Université;Ville\nUniversité fictive;Huế\nInstitut imaginaire;Huế\n", encoding="utf-8")
    other.write_text("Université;Ville\nUniversité fictive;Huế\nInstitut imaginaire;Huế\n", encoding="utf-8")
    page = ReviewPage(workspace)
    workspace.asked.connect(page.visit)
    show(page)
    settle()
    taking_in.receive(page, workspace, path)
    settle()
    part = page.sheet
    assert (part.for_all.field.currentText(), part.for_all.value.text()) == ("Country", "Vietnam")
    part.for_all.value.returnPressed.emit()
    part._soon.timeout.emit()
    settle()
    assert [chip.text() for chip in part.for_all.taken] == ["Country: Vietnam"]
    assert "Vietnam" in [cell.text for cell in part.first_rows.rows.held[0].cells]
    part.for_all.taken[0].click()
    part._soon.timeout.emit()
    settle()
    assert part.for_all.taken == []
    taking_in.receive(page, workspace, other)
    settle()
    assert part.for_all.value.text() == ""
    assert part.for_all.field.currentIndex() == 0


def test_a_file_of_the_shelf_that_opens_late_does_not_push_a_sheet_aside(page: ReviewPage, settle: Settle) -> None:
    foreign = page.sheet.foreign
    assert foreign is not None
    page.sheet._finish()
    settle()
    settle()
    assert page.stack.currentWidget() is page.part
    (waiting,) = page.desk.waiting
    page.desk.put_down()
    page.desk.take(waiting.key)
    page.visit(Go("review", filters=(foreign,)))
    settle()
    settle()
    assert page.stack.currentWidget() is page.sheet


def test_every_name_that_is_asked_has_its_own_list_and_any_record_of_ours_may_be_it(
    workspace: Workspace, show: Callable[[QWidget], None], settle: Settle, office: Office, tmp_path: Path
) -> None:
    path = tmp_path / "contacts.csv"
    path.write_text(
        "Nom;Prénom;Organisme\nFictive;Anne;Institut inconnu\nFictif;Jean;Autre institut inconnu\n", encoding="utf-8"
    )
    page = ReviewPage(workspace)
    workspace.asked.connect(page.visit)
    show(page)
    settle()
    taking_in.receive(page, workspace, path)
    settle()
    part = page.sheet
    part.next.click()
    assert [combo.isVisibleTo(part) for combo in part.values.combos] == [True, True]
    second = part.values.combos[1]
    second.activated.emit(second.count() - 1)
    dialog = part.findChild(OtherValueDialog)
    assert dialog is not None
    dialog.editor.set_value(office.ids["mahidol"])
    dialog.accept()
    assert part.values.combos[1].currentText().startswith("Mahidol University")
    part._soon.timeout.emit()
    settle()
    assert part._understood is not None
    assert part._understood.plan.cells["unreadable"] == 1


def test_letters_that_were_badly_guessed_are_chosen_and_the_names_shown_at_once(
    page: ReviewPage, workspace: Workspace, tmp_path: Path, settle: Settle
) -> None:
    assert page.sheet.questions.letters.isHidden()
    path = tmp_path / "Prague.csv"
    path.write_bytes("Nom;Prénom;Ville\nDvořák fictif;Jan;Praha\n".encode("cp1250"))
    taking_in.receive(page, workspace, path)
    settle()
    settle()
    part = page.sheet
    assert (part.questions.letters.isVisible(), part.questions.sheet.isHidden()) == (True, True)
    assert part.questions.letters.currentText() == "Western Europe (Windows 1252)"
    shown = [part.raw.item(row, 0) for row in range(part.raw.rowCount())]
    assert [item.text() for item in shown if item] == ["Nom", "Dvoøák fictif"]
    place = part.questions.letters.findData("cp1250")
    part.questions.letters.setCurrentIndex(place)
    part.questions.letters.activated.emit(place)
    settle()
    settle()
    shown = [part.raw.item(row, 0) for row in range(part.raw.rowCount())]
    assert [item.text() for item in shown if item] == ["Nom", "Dvořák fictif"]
    assert part.questions.letters.currentText() == "Central Europe (Windows 1250)"
    assert "Dvořák fictif" in [cell.text for cell in part.first_rows.rows.held[0].cells]


MISSIONS = "Nom du missionnaire;Début;Fin;Ville;Pays\nFICTIVE Anne;01/03/2026;05/03/2026;Hanoï;Viêt Nam\n"


@pytest.fixture
def reviewing(workspace: Workspace, show: Callable[[QWidget], None], settle: Settle, tmp_path: Path) -> ReviewPage:
    """The page with the review of a sheet of missions whose traveller is not here."""
    path = tmp_path / "missions.csv"
    path.write_text(MISSIONS, encoding="utf-8")
    made = _reading(workspace, show, settle, path)
    while made.stack.currentWidget() is made.sheet:
        made.sheet.next.click()
        settle()
        settle()
    return made


def test_a_person_who_is_not_here_is_made_from_the_review_and_the_row_is_then_complete(
    reviewing: ReviewPage, settle: Settle, office: Office
) -> None:
    part = reviewing.part
    assert part.record.name.text() == "FICTIVE Anne"
    assert [line.label for line in part.lines()].count("Traveller") == 1
    assert part.lines()[0].label == "Traveller"  # the rest of the record waits for it
    part.ask_other(0)
    (dialog,) = part.findChildren(OtherValueDialog)
    settle()
    editor = dialog.editor
    assert isinstance(editor, LinkEditor)
    assert editor.line.text() == "FICTIVE Anne"
    assert dialog.making.text() == "Create “FICTIVE Anne” (person)"
    assert dialog.making.isDefault()  # what one most likely wants, until another person is chosen
    editor.write("somebody else, looked for in vain")
    dialog.making.click()
    settle()
    (form,) = dialog.findChildren(FormWindow)
    form.actions_["save"].trigger()
    settle()
    settle()
    dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    settle()
    assert reviewing.desk.review is not None
    assert all(item.decision == "accept" for item in reviewing.desk.review.items)
    reviewing.actions_["apply"].trigger()
    settle()
    settle()
    (mission,) = [one for one in office.store.records(Query(MISSION)) if "Hanoï" in str(one["cities"])]
    person = office.store.get(PERSON, str(mission["person"]))
    assert person is not None
    assert person["given_name"] == "Anne"


def test_from_the_review_of_a_sheet_one_goes_back_to_its_columns(
    reviewing: ReviewPage, settle: Settle, office: Office
) -> None:
    assert len(shelf.waiting(office.store)) == 1
    steps = reviewing.sheet.steps
    assert steps.isVisible()
    assert [button.isChecked() for button in steps.buttons] == [False, False, False, True]
    steps.buttons[1].click()
    settle()
    settle()
    assert reviewing.stack.currentWidget() is reviewing.sheet
    assert reviewing.sheet.columns.isVisible()
    assert shelf.waiting(office.store) == []
    while reviewing.stack.currentWidget() is reviewing.sheet:
        reviewing.sheet.next.click()
        settle()
    assert reviewing.stack.currentWidget() is reviewing.part
    assert len(shelf.waiting(office.store)) == 1


def test_a_sheet_whose_changes_are_taken_back_shows_its_columns_again(
    page: ReviewPage, settle: Settle, office: Office
) -> None:
    page.sheet.next.click()
    settle()
    settle()
    page.part.tiles.tiles["new"].click()
    page.part.record.theirs.click()
    page.actions_["apply"].trigger()
    settle()
    settle()
    page.done.undo.click()
    settle()
    settle()
    assert page.stack.currentWidget() is page.sheet
    assert shelf.waiting(office.store) == []
    assert page.sheet.next.isEnabled()
