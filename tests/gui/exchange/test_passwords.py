"""Passwords of workbooks on the screens: asked once, remembered for whom the workbook is for, nowhere but in the key store."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from desktop_app.gui.dialogs.export import ExportDialog, open_export
from desktop_app.gui.dialogs.password import PasswordDialog
from desktop_app.gui.pages.review import ReviewPage
from desktop_app.gui.preferences.groups import groups
from desktop_app.gui.preferences.rows import ButtonRow
from desktop_app.gui.receiving import taking_in
from desktop_app.gui.receiving.passwords import PasswordsDialog
from desktop_app.gui.workspace import Workspace
from desktop_app.store import key_store
from desktop_app.sync import unlocking
from desktop_app.sync.export import Request, export_workbook
from tests.gui.exchange.conftest import Office
from tests.key_stores import InMemory, no_key_store
from tests.key_stores import key_store as having

Settle = Callable[[], None]
WORD = "Delta 2026"


@pytest.fixture
def kept() -> Iterator[InMemory]:
    """A key store."""
    backend = InMemory()
    with having(backend):
        yield backend


def received(page: ReviewPage, workspace: Workspace, settle: Settle, path: Path) -> PasswordDialog | None:
    """Take a file in, and return what is asked."""
    taking_in.receive(page, workspace, path)
    for _ in range(3):
        settle()
    asked = [one for one in page.findChildren(PasswordDialog) if one.isVisible()]
    return asked[-1] if asked else None


def test_a_password_is_asked_once_where_it_may_be_remembered(
    page: ReviewPage, workspace: Workspace, settle: Settle, office: Office, tmp_path: Path, kept: InMemory
) -> None:
    request = Request(("instrument",), recipient="Ambassade fictive", password=WORD)
    sent = export_workbook(office.store, tmp_path / "sent.xlsx", request)
    dialog = received(page, workspace, settle, sent.path)
    assert dialog is not None
    assert dialog.remember.isVisible()
    dialog.password.setText(WORD)
    dialog.remember.setChecked(True)
    dialog.accept()
    for _ in range(3):
        settle()
    assert kept.kept == {("Passerelle", "Ambassade fictive"): WORD}
    again = export_workbook(office.store, tmp_path / "again.xlsx", request)
    assert received(page, workspace, settle, again.path) is None
    assert page.about.text().startswith("Ambassade fictive")
    assert page.desk.open is not None and page.desk.open.shipment is not None  # noqa: PT018
    assert page.desk.open.shipment.number == "EX0002"


def test_without_a_key_store_the_dialog_says_so(
    page: ReviewPage, workspace: Workspace, settle: Settle, office: Office, tmp_path: Path
) -> None:
    sent = export_workbook(office.store, tmp_path / "sent.xlsx", Request(("instrument",), password=WORD))
    with no_key_store():
        dialog = received(page, workspace, settle, sent.path)
        assert dialog is not None
        assert not dialog.remember.isVisible()
        dialog.reject()


def test_an_export_proposes_the_password_that_is_remembered_and_keeps_a_new_one(
    page: ReviewPage, workspace: Workspace, settle: Settle, tmp_path: Path, kept: InMemory
) -> None:
    kept.kept["Passerelle", "Ambassade fictive"] = WORD

    def opened(whom: str) -> ExportDialog:
        dialog = open_export(page, workspace, ("instrument",))
        dialog.form.folder = tmp_path
        dialog.form.recipient.setText(whom)
        dialog.form.protect.setChecked(True)
        settle()
        return dialog

    first = opened("Ambassade fictive")
    assert (first.form.password.text(), first.form.protection.remember.isChecked()) == (WORD, True)
    first.reject()
    other = opened("Une autre ambassade")
    assert other.form.password.text() == ""
    other.form.password.setText("Mékong 2026")
    other.form.protection.remember.setChecked(True)
    other.make.click()
    settle()
    settle()
    assert key_store.remembered("Une autre ambassade") == "Mékong 2026"
    other.reject()


def opened_from_the_settings(workspace: Workspace, show: Callable[[QWidget], None], settle: Settle) -> PasswordsDialog:
    """The list of passwords, opened as people do."""
    window = QWidget()
    show(window)
    exchange = next(group for group in groups(workspace, lambda: window) if group.name == "Exchange")
    row = next(one for one in exchange.rows if one.name == "Passwords of workbooks")
    assert isinstance(row, ButtonRow)
    row.button.click()
    settle()
    dialog = window.findChild(PasswordsDialog)
    assert dialog is not None
    dialog.window_kept = window  # type: ignore[attr-defined]  # lives as long as the dialog
    return dialog


def test_a_remembered_password_is_seen_and_forgotten_in_the_settings(
    workspace: Workspace,
    show: Callable[[QWidget], None],
    settle: Settle,
    office: Office,
    tmp_path: Path,
    kept: InMemory,
) -> None:
    for whom in ("Ambassade fictive", "Une autre ambassade"):
        export_workbook(
            office.store, tmp_path / f"{whom}.xlsx", Request(("instrument",), recipient=whom, password=WORD)
        )
    key_store.remember("Ambassade fictive", WORD)
    unlocking.remember(office.store, tmp_path / "liste.xlsx", None, "Mékong 2026")
    dialog = opened_from_the_settings(workspace, show, settle)
    assert [[cell.text for cell in row.cells] for row in dialog.list.held] == [
        ["Ambassade fictive", "••••••••"], ["liste", "••••••••"]
    ]  # fmt: skip
    dialog.list.select("liste")
    dialog.uncover.click()
    assert [row.cells[1].text for row in dialog.list.held] == ["••••••••", "Mékong 2026"]
    dialog.forget.click()
    settle()
    settle()
    assert [row.id for row in dialog.list.held] == ["Ambassade fictive"]
    assert kept.kept == {("Passerelle", "Ambassade fictive"): WORD}
    dialog.list.setFocus()
    dialog.forget.click()
    settle()
    settle()
    assert kept.kept == {}
    assert not dialog.nothing.isHidden()
    assert not dialog.forget.isEnabled()
    dialog.accept()


def test_a_password_that_the_key_store_keeps_is_said_to_stay(
    workspace: Workspace, show: Callable[[QWidget], None], settle: Settle, office: Office, kept: InMemory
) -> None:
    unlocking.remember(office.store, Path("liste.xlsx"), None, WORD)
    kept.locked = True
    dialog = opened_from_the_settings(workspace, show, settle)
    dialog.forget.click()
    settle()
    settle()
    assert dialog.problem.isVisible()
    assert [row.id for row in dialog.list.held] == ["liste"]
    dialog.accept()


def test_without_a_key_store_the_list_says_so(
    workspace: Workspace, show: Callable[[QWidget], None], settle: Settle
) -> None:
    with no_key_store():
        dialog = opened_from_the_settings(workspace, show, settle)
        assert "no key store" in dialog.nothing.text()
        dialog.accept()
