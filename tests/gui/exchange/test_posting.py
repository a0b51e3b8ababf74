"""Sending to another office from the window: for whom, what it holds, the workbook, the entry, the e-mail."""

from collections.abc import Callable, Iterator
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop_app.gui.dialogs.posting import PostingDialog
from desktop_app.gui.pages.exchange import WorkbooksOutPage
from desktop_app.gui.workspace import Workspace
from desktop_app.store.base import Store
from desktop_app.sync.export import Request, export_workbook
from desktop_app.sync.receive import received
from tests.gui.exchange.conftest import Office
from tests.sync.offices import add, newly_made, send

Settle = Callable[[], None]


class Opened(QObject):
    """What was handed to other programs."""

    def __init__(self) -> None:
        super().__init__()
        self.paths: list[Path] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        """Note a file."""
        self.paths.append(Path(url.toLocalFile()))


@pytest.fixture
def opened() -> Iterator[Opened]:
    """What other programs open."""
    made = Opened()
    QDesktopServices.setUrlHandler("file", made, "take")  # type: ignore[arg-type]  # its stub says bytes
    yield made
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def page(workspace: Workspace, show: Callable[[QWidget], None], settle: Settle) -> WorkbooksOutPage:
    """The page of the exchanges."""
    made = WorkbooksOutPage(workspace)
    show(made)
    made.load()
    settle()
    return made


@pytest.fixture
def dialog(page: WorkbooksOutPage, settle: Settle, tmp_path: Path) -> PostingDialog:
    """The dialog, as the page opens it."""
    page.actions_["post"].trigger()
    settle()
    settle()
    made = page.window().findChild(PostingDialog)
    assert made is not None
    made.folder = tmp_path
    return made


def choose(dialog: PostingDialog, code: str, settle: Settle) -> None:
    dialog.office.setCurrentIndex(dialog.office.findData(code))
    settle()


def test_an_office_gets_what_it_does_not_have_and_its_sender_sees_it_in_the_list(
    dialog: PostingDialog, page: WorkbooksOutPage, office: Office, settle: Settle, tmp_path: Path, empty_base: Path,
    opened: Opened,
) -> None:  # fmt: skip
    choose(dialog, "TYO", settle)
    assert "nothing came from there yet" in dialog.office.currentText()
    assert "instruments" in dialog.holds.text()
    dialog.make.click()
    settle()
    settle()
    sent = next(tmp_path.glob("CNRS-SIN_Exchange_TYO_*.xlsx"))
    (line,) = office.store.ledger.shipments()
    assert (line.number, line.state, line.file_name) == ("EB0001", "sent", sent.name)
    page.load()
    settle()
    page.list.select("EB0001")
    assert not page.can_remind()
    assert not page.can_thank()
    with newly_made(empty_base, tmp_path / "tokyo.passerelle") as other:
        taken(other, sent)
        assert other.fingerprint() == office.store.fingerprint()
    dialog.write.click()
    settle()
    settle()
    (path,) = opened.paths
    letter = message_from_bytes(path.read_bytes(), policy=default)
    (attached,) = letter.iter_attachments()
    assert (attached.get_filename(), attached.get_content()) == (sent.name, sent.read_bytes())
    body = letter.get_body()
    assert body is not None
    assert "Take back a workbook" in body.get_content()


def taken(store: Store, path: Path) -> None:
    from desktop_app.domain.plan import Plan
    from desktop_app.sync.arrival import take

    arrival = received(store, path)
    assert arrival is not None
    assert not isinstance(arrival, Plan)
    take(store, arrival)


def test_enter_closes_once_the_workbook_is_made(dialog: PostingDialog, settle: Settle, opened: Opened) -> None:
    dialog.make.click()
    settle()
    settle()
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    settle()
    assert not dialog.isVisible()
    assert opened.paths == []


def test_what_an_office_has_is_not_sent_again(
    dialog: PostingDialog, office: Office, settle: Settle, tmp_path: Path, empty_base: Path
) -> None:
    from desktop_app.sync.bundle import write_bundle

    with newly_made(empty_base, tmp_path / "tokyo.passerelle") as other:
        other.keep_setting("office", "TYO")
        other.__dict__.pop("office", None)
        other.installations.become_another()
        taken(other, write_bundle(office.store, tmp_path / "all.xlsx").paths[0])
        taken(office.store, write_bundle(other, tmp_path / "back.xlsx").paths[0])
    dialog.reject()
    again = PostingDialog(dialog._workspace)
    settle()
    choose(again, "TYO", settle)
    assert "last heard of on" in again.office.currentText()
    assert again.holds.text().startswith("Nothing that it does not have yet")
    again.reject()


def test_a_folder_that_went_away_is_said(dialog: PostingDialog, settle: Settle, tmp_path: Path) -> None:
    dialog.folder = tmp_path / "gone"
    dialog.make.click()
    settle()
    assert "is not there any more" in dialog.problem.text()
    assert dialog.make.isEnabled()


def test_what_another_laptop_sent_stands_in_the_list_and_its_bytes_stay_there(
    page: WorkbooksOutPage, office: Office, settle: Settle, tmp_path: Path, empty_base: Path
) -> None:
    with newly_made(empty_base, tmp_path / "director.passerelle") as other:
        add(other)
        export_workbook(other, tmp_path / "out.xlsx", Request(("partner",), recipient="Ambassade fictive"))
        send(other, office.store)
    page.load()
    settle()
    (line,) = office.store.ledger.shipments()
    page.list.select(line.number)
    assert line.number.startswith("EX0001-")
    assert page.can_remind()
    assert not page.can_attach()
