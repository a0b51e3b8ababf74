"""Rows of a sheet put aside: seen with their number, there after a restart, taken up later; and twins that came in with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.domain.partner import PARTNER
from desktop_app.domain.person import PERSON
from desktop_app.gui.duplicates.counting import count_likely
from desktop_app.gui.pages.review import ReviewPage
from desktop_app.gui.receiving import taking_in
from desktop_app.gui.receiving.badges import count_waiting
from desktop_app.store.base import Store
from desktop_app.store.queries import Query
from desktop_app.sync import shelf
from desktop_app.sync.bundle import write_bundle

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from desktop_app.gui.workspace import Workspace
    from tests.gui.exchange.conftest import Office

    Settle = Callable[[], None]

PEOPLE = (
    "Nom;Prénom;Courriel\nFictive;Anne;anne@fictif.example\nFictif;Jean;jean@fictif.example\n"
    "Testeur;Luc;luc@fictif.example\n"
)


def review_of(workspace: Workspace, show: Callable[[QWidget], None], settle: Settle, path: Path) -> ReviewPage:
    """The page with a sheet read and put on the shelf."""
    page = ReviewPage(workspace)
    workspace.asked.connect(page.visit)
    show(page)
    settle()
    taking_in.receive(page, workspace, path)
    settle()
    settle()
    page.sheet._finish()
    settle()
    settle()
    return page


@pytest.fixture
def page(workspace: Workspace, show: Callable[[QWidget], None], settle: Settle, tmp_path: Path) -> ReviewPage:
    """The review of three new people."""
    path = tmp_path / "contacts.csv"
    path.write_text(PEOPLE, encoding="utf-8")
    return review_of(workspace, show, settle, path)


def put_aside(page: ReviewPage, settle: Settle) -> None:
    page.part.list.select(next(row.id for row in page.part.list.held if "Jean" in row.cells[1].text))
    QTest.keyClick(page.part.record.table, Qt.Key.Key_L)
    settle()


def test_a_row_put_aside_is_counted_and_the_next_one_follows(page: ReviewPage, settle: Settle) -> None:
    put_aside(page, settle)
    tile = page.part.tiles.tiles["aside"]
    assert (tile.count, tile.text()) == (1, "row put aside")
    assert page.part.list.current() != next(row.id for row in page.part.list.held if "Jean" in row.cells[1].text)
    assert any(row.cells[0].text == "Put aside" for row in page.part.list.held)
    page.part.record.table.stepped_back.emit()
    assert page.desk.review is not None
    assert page.desk.review.aside == 0


def test_rows_put_aside_survive_the_rest_and_a_restart_and_travel_nowhere(
    page: ReviewPage, settle: Settle, office: Office, tmp_path: Path
) -> None:
    put_aside(page, settle)
    page.actions_["apply"].trigger()
    settle()
    settle()
    names = {str(one["family_name"]) for one in office.store.records(Query(PERSON))}
    assert names >= {"Fictive", "Testeur"}
    assert "Fictif" not in names
    (waiting,) = shelf.waiting(office.store)
    assert (waiting.open, waiting.aside) == (0, 1)
    badge = count_waiting(office.store)
    assert badge is not None
    assert badge.number == 1
    bundle = tmp_path / "bundle.xlsx"
    write_bundle(office.store, bundle)
    assert b"jean@fictif.example" not in bundle.read_bytes()
    with Store.open(office.store.path, readonly=True) as again:
        review = shelf.find(again, waiting.key)
    assert review is not None
    assert [item.decision for item in review.items] == ["later"]


def test_a_row_put_aside_is_taken_up_later(page: ReviewPage, settle: Settle, office: Office) -> None:
    put_aside(page, settle)
    page.actions_["apply"].trigger()
    settle()
    settle()
    page.done.close_.click()
    settle()
    settle()
    assert page.stack.currentWidget() is page.part
    page.part.record.theirs.click()
    page.actions_["apply"].trigger()
    settle()
    settle()
    assert "Fictif" in {str(one["family_name"]) for one in office.store.records(Query(PERSON))}
    assert shelf.waiting(office.store) == []


def test_likely_twins_that_came_in_lead_to_the_duplicates(
    workspace: Workspace, show: Callable[[QWidget], None], settle: Settle, office: Office, tmp_path: Path
) -> None:
    path = tmp_path / "universités.csv"
    path.write_text(
        "Université;Ville;Pays\nUniversité fictive de la mer;Hanoï;Vietnam\nUniversité fictive de la mer;;Vietnam\n",
        encoding="utf-8",
    )
    page = review_of(workspace, show, settle, path)
    assert count_likely(office.store) is None
    page.actions_["apply"].trigger()
    for _again in range(4):
        settle()
    assert office.store.count(Query(PARTNER)) == 5
    assert page.done.twins.text() == "1 likely duplicate…"
    badge = count_likely(office.store)
    assert badge is not None
    assert badge.number == 1
    asked: list[object] = []
    workspace.asked.connect(asked.append)
    page.done.twins.click()
    assert asked[0].page == "duplicates"  # type: ignore[attr-defined]
