"""What was answered before is looked through, put right and forgotten; and counts for the next sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop_app.domain import ENTITIES
from desktop_app.domain.plan import ACCEPT
from desktop_app.excel.read import read_book
from desktop_app.gui.dialogs.other_value import OtherValueDialog
from desktop_app.gui.preferences.groups import groups
from desktop_app.gui.preferences.rows import ButtonRow
from desktop_app.gui.receiving.remembered import RememberedDialog
from desktop_app.importers.memory import answers_of, remember
from desktop_app.importers.recognise import Told
from desktop_app.importers.sheet import take_sheet
from desktop_app.store.queries import Query
from desktop_app.sync.apply import apply_plan
from desktop_app.sync.meanings import known_meanings
from desktop_app.sync.review import Review

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop_app.domain.plan import Plan
    from desktop_app.gui.workspace import Workspace
    from tests.gui.exchange.conftest import Office

    Settle = Callable[[], None]

SHEET = "Sigle;Intitulé;Type;Pays;État\nALPHA-F;Projet fictif;IRP;Vietnam;en train de finir\n"


def planned(office: Office, path: Path) -> Plan:
    store = office.store
    return take_sheet(
        store, read_book(path), Told(), file_name=path.name, sha256="x", meanings=known_meanings(store), in_doubt=True
    ).plan


def taught(office: Office, tmp_path: Path) -> Path:
    """A sheet with a word that no list knows, of which somebody said in its review what it means."""
    path = tmp_path / "projets.csv"
    path.write_text(SHEET, encoding="utf-8")
    review = Review("x", planned(office, path), 0)
    number = next(n for n, item in enumerate(review.items) if item.kind == "unreadable")
    review.type_value([number], "to_renew")
    apply_plan(office.store, review.plan)
    return path


def test_a_word_that_was_explained_once_is_not_asked_again(office: Office, tmp_path: Path) -> None:
    path = taught(office, tmp_path)
    path.write_text(
        SHEET.replace("ALPHA-F", "BETA-F").replace("Projet fictif", "Autre projet fictif"), encoding="utf-8"
    )
    plan = planned(office, path)
    assert not [item for item in plan.items if item.kind == "unreadable"]
    rows = [(item.theirs, item.decision) for item in plan.items if isinstance(item.theirs, dict)]
    assert [(row["status"], decision) for row, decision in rows] == [("to_renew", ACCEPT)]


def test_the_meaning_of_a_word_is_shown_put_right_and_forgotten(
    workspace: Workspace, show: Callable[[QWidget], None], settle: Settle, office: Office, tmp_path: Path
) -> None:
    taught(office, tmp_path)
    dialog = RememberedDialog(workspace)
    show(dialog)
    settle()
    (row,) = dialog.list.held
    assert [cell.text for cell in row.cells] == ["en train de finir", "Status", "To renew"]
    dialog.change.click()
    other = dialog.findChild(OtherValueDialog)
    assert other is not None
    other.editor.set_value("active")
    other.accept()
    settle()
    settle()
    assert known_meanings(office.store) == {("instrument", "status", "en train de finir"): "active"}
    dialog.forget.click()
    settle()
    settle()
    assert known_meanings(office.store) == {}


def test_the_record_that_a_name_means_is_put_right(
    workspace: Workspace, show: Callable[[QWidget], None], settle: Settle, office: Office
) -> None:
    remember(office.store, {"partner:ist": office.ids["vast"]})
    dialog = RememberedDialog(workspace)
    show(dialog)
    settle()
    assert dialog.list.held[0].cells[2].text == "Vietnam Academy of Science and Technology"
    dialog.list.opened.emit(0)
    other = dialog.findChild(OtherValueDialog)
    assert other is not None
    other.editor.set_value(office.ids["mahidol"])
    other.accept()
    settle()
    settle()
    assert answers_of(office.store) == {"partner:ist": office.ids["mahidol"]}
    assert office.store.count(Query(ENTITIES["partner"])) == 3


def test_the_settings_open_what_was_answered(
    workspace: Workspace, show: Callable[[QWidget], None], settle: Settle
) -> None:
    window = QWidget()
    show(window)
    exchange = next(group for group in groups(workspace, lambda: window) if group.name == "Exchange")
    row = next(one for one in exchange.rows if one.name == "Answers given before")
    assert isinstance(row, ButtonRow)
    row.button.click()
    settle()
    dialog = window.findChild(RememberedDialog)
    assert dialog is not None
    assert not dialog.nothing.isHidden()
    dialog.accept()
