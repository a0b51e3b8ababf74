"""Passwords of workbooks on the screens: asked once, remembered for whom the workbook is for, nowhere but in the key store."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from desktop_app.gui.dialogs.export import ExportDialog, open_export
from desktop_app.gui.dialogs.password import PasswordDialog
from desktop_app.gui.pages.review import ReviewPage
from desktop_app.gui.receiving import taking_in
from desktop_app.gui.workspace import Workspace
from desktop_app.store import key_store
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


@pytest.fixture
def page(workspace: Workspace, show: Callable[[QWidget], None], settle: Settle) -> ReviewPage:
    """The page, shown, to which received files go."""
    made = ReviewPage(workspace)
    workspace.asked.connect(made.visit)
    show(made)
    settle()
    return made


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
    assert page.about.text().startswith("EX0002 sent to Ambassade fictive")


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
