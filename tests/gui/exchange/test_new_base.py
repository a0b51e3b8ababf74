"""A sheet that is read into a base which has no partners yet: who it names is added, and not asked about name by name."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop_app.domain.partner import PARTNER
from desktop_app.domain.words import Words
from desktop_app.gui.pages.review import ReviewPage
from desktop_app.gui.receiving import taking_in
from desktop_app.store.base import Store
from desktop_app.store.queries import Query
from tests.gui.exchange.conftest import Office

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

    from desktop_app.gui.receiving.sheet import Understood
    from desktop_app.gui.workspace import Workspace

    Settle = Callable[[], None]
    Read = Callable[..., ReviewPage]

ROWS = (
    "Nom du missionnaire;Parti le;Rentré le;Ville;Pays;Organisme d’accueil\n"
    "FICTIVE Anne;01/03/2026;05/03/2026;Hanoï;Viêt Nam;Institut fictif de Hanoï\n"
    "FICTIF Paul;12/04/2026;18/04/2026;Jakarta;Indonésie;Université fictive de Jakarta\n"
)
TWO_TABLES = (
    "Partenaires\nNom;Ville;Pays\nInstitut fictif A;Hanoï;Viêt Nam\nInstitut fictif B;Hué;Viêt Nam\n\n"
    "Personnes\nNom;Prénom;Organisme\nFICTIVE;Anne;Université fictive C\nIMAGINAIRE;Paul;École fictive D\n"
)


@pytest.fixture
def office(empty_base: Path, tmp_path: Path) -> Iterator[Office]:
    """An office on its first day."""
    store = Store.open(Path(shutil.copy(empty_base, tmp_path / "first day.passerelle")))
    yield Office(store, {})
    store.close()


@pytest.fixture
def read(workspace: Workspace, show: Callable[[QWidget], None], settle: Settle, tmp_path: Path) -> Read:
    """Take in a sheet, of missions where no other is given."""

    def take(rows: str = ROWS) -> ReviewPage:
        path = tmp_path / "Missions (fictif).csv"
        path.write_text(rows, encoding="utf-8")
        page = ReviewPage(workspace)
        workspace.asked.connect(page.visit)
        show(page)
        settle()
        taking_in.receive(page, workspace, path)
        settle()
        settle()
        return page

    return take


def _understood(page: ReviewPage) -> Understood:
    found = page.sheet._understood
    assert found is not None
    return found


def _take_in(page: ReviewPage, settle: Settle) -> None:
    page.sheet._finish()
    settle()
    settle()
    page.actions_["apply"].trigger()
    settle()
    settle()


def test_a_base_without_partners_takes_those_of_its_first_sheet_unasked(
    read: Read, settle: Settle, office: Office
) -> None:
    page = read()
    assert page.sheet.adding.isChecked()
    assert _understood(page).asked == []
    _take_in(page, settle)
    records = {str(one["name"]): one["country"] for one in office.store.records(Query(PARTNER))}
    assert records == {
        "Institut fictif de Hanoï": office.store.resolve("country", "VN"),
        "Université fictive de Jakarta": office.store.resolve("country", "ID"),
    }


def test_who_takes_the_tick_away_is_asked_about_every_name(read: Read, settle: Settle) -> None:
    page = read()
    page.sheet.adding.click()
    page.sheet._soon.timeout.emit()
    settle()
    assert len(_understood(page).asked) == 4
    assert not page.sheet.adding.isChecked()


def test_a_base_with_partners_asks_until_somebody_wants_them_added(read: Read, settle: Settle, office: Office) -> None:
    with office.store.edit(Words("Ajouter", "Add")) as edit:
        edit.add(PARTNER, {"name": "Institut imaginaire", "country": office.store.resolve("country", "VN")})
    page = read()
    assert not page.sheet.adding.isChecked()
    assert len(_understood(page).asked) == 4
    page.sheet.adding.click()
    page.sheet._soon.timeout.emit()
    settle()
    assert _understood(page).asked == []
    assert page.sheet.adding.isChecked()


@pytest.mark.parametrize("wanted", [True, False])
def test_what_is_wanted_of_the_first_table_of_a_file_is_wanted_of_the_next_one(
    read: Read, settle: Settle, *, wanted: bool
) -> None:
    page = read(TWO_TABLES)
    if not wanted:
        page.sheet.adding.click()
        page.sheet._soon.timeout.emit()
        settle()
    _take_in(page, settle)
    page.done.more.click()
    settle()
    settle()
    assert page.sheet.adding.isChecked() is wanted
    assert len(_understood(page).asked) == (0 if wanted else 2)
