"""What other installations sent, taken in from the window; what is disputed, decided by keyboard; the team folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.domain.partner import PARTNER
from desktop_app.gui import messages
from desktop_app.gui.frame.team_watch import TeamWatch
from desktop_app.gui.pages.review import ReviewPage
from desktop_app.gui.receiving import taking_in
from desktop_app.gui.words import set_language
from desktop_app.sync.bundle import write_bundle
from desktop_app.sync.team import choose_folder, exchange
from tests.sync.offices import add, change, newly_made, send

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from desktop_app.gui.workspace import Workspace
    from desktop_app.store.base import Store
    from tests.gui.exchange.conftest import Office

    Settle = Callable[[], None]


@pytest.fixture
def other(empty_base: Path, office: Office, tmp_path: Path) -> Iterator[Store]:
    """Another installation, which has all that the office has."""
    store = newly_made(empty_base, tmp_path / "other.passerelle")
    send(office.store, store)
    yield store
    store.close()


@pytest.fixture
def page(workspace: Workspace, show: Callable[[QWidget], None], settle: Settle) -> ReviewPage:
    """The page of what is to review."""
    made = ReviewPage(workspace)
    workspace.changed.connect(lambda *_change: made.load())
    show(made)
    settle()
    return made


def test_a_file_of_another_installation_is_seen_then_taken_in(
    page: ReviewPage, workspace: Workspace, office: Office, other: Store, settle: Settle, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    made = add(other, "Université fictive", country=None)
    path = write_bundle(other, tmp_path / "echange.xlsx").paths[0]
    asked: list[str] = []

    def agree(_parent: QWidget, question: str, detail: str, _verb: str) -> bool:
        asked.append(question + detail)
        return True

    monkeypatch.setattr(messages, "ask", agree)
    taking_in.receive(page, workspace, path)
    settle()
    settle()
    assert "echange.xlsx" in asked[0]
    assert "1 new entry" in asked[0]
    assert office.store.get(PARTNER, made) is not None


def test_what_is_disputed_is_shown_with_both_sides_and_decided_by_a_digit(
    page: ReviewPage, workspace: Workspace, office: Office, other: Store, settle: Settle
) -> None:
    mahidol = office.ids["mahidol"]
    change(other, mahidol, city="Salaya")
    change(office.store, mahidol, city="Bangkok")
    send(other, office.store)
    page.load()
    settle()
    assert page.stack.currentWidget() is page.disputes
    (question,) = page.disputes.questions
    assert "Mahidol" in question.title
    assert "Nakhon Pathom" in question.before
    assert {choice.words for choice in question.choices} == {"Salaya", "Bangkok"}
    wanted = next(number for number, choice in enumerate(question.choices) if choice.words == "Salaya")
    QTest.keyClick(page.disputes.list, Qt.Key(Qt.Key.Key_1 + wanted))
    settle()
    settle()
    assert office.record(PARTNER, "mahidol")["city"] == "Salaya"
    assert office.store.installations.conflicts() == []
    assert page.stack.currentWidget() is page.nothing
    send(office.store, other)
    assert other.installations.conflicts() == []
    workspace.undo()
    settle()
    settle()
    assert page.stack.currentWidget() is page.disputes


def test_a_deletion_against_an_edit_is_asked_in_french_too(
    page: ReviewPage, office: Office, other: Store, settle: Settle
) -> None:
    set_language("fr")
    with other.edit(PARTNER.words) as edit:
        edit.delete(PARTNER, office.ids["mahidol"])
    change(office.store, office.ids["mahidol"], city="Bangkok")
    send(other, office.store)
    page.load()
    settle()
    assert [button.text() for button in page.disputes.answers] == [
        "1.  Garder la fiche", "2.  La supprimer quand même",
    ]  # fmt: skip
    set_language("en")


def test_the_team_folder_brings_what_the_others_wrote(
    workspace: Workspace, office: Office, other: Store, settle: Settle, tmp_path: Path
) -> None:
    folder = tmp_path / "équipe"
    folder.mkdir()
    base_folder = tmp_path / "poste"
    base_folder.mkdir()
    choose_folder(other, folder)
    made = add(other, "Par le dossier", country=None)
    exchange(other)
    office.store.keep_setting("team_folder", str(folder))
    watch = TeamWatch(workspace, workspace)
    noted: list[str] = []
    workspace.noted.connect(lambda notice: noted.append(notice.text))
    watch.exchange()
    settle()
    assert office.store.get(PARTNER, made) is not None
    assert "taken in" in noted[0]
    assert len(list(folder.glob("*.xlsx"))) == 2
    folder.rename(tmp_path / "away")
    watch.exchange()
    settle()
    assert workspace.is_open
