"""What becomes of a report beside one file: a file for each record, a PDF for the archive, an e-mail with it attached."""

import email
import email.policy
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from desktop_app.gui.pages.reports import ReportsPage
from desktop_app.gui.workspace import Go

Settle = Callable[[], None]


def test_the_sheets_of_a_country_are_saved_one_by_one(
    page: ReportsPage, settle: Settle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not page.actions_["save_each"].isEnabled()
    page.visit(Go("reports", "partner_sheet"))
    page.wishes.choose_country(str(page.workspace.store.resolve("country", "VN")))
    settle()
    assert page.making.last is not None
    assert page.actions_["save_each"].isEnabled()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words: str(tmp_path))
    page.actions_["save_each"].trigger()
    settle()
    settle()
    files = list(tmp_path.glob("*.pdf"))
    sheets = {section.of for section in page.making.last.report.description.sections if section.of}
    assert len(files) == len(sheets) > 1
    assert all(path.read_bytes().startswith(b"%PDF") for path in files)


def test_a_pdf_for_the_archive_says_so(page: ReportsPage, settle: Settle, tmp_path: Path) -> None:
    page.actions_["save_archive"].trigger()
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.selectedFiles()[0].endswith(" PDF-A.pdf")
    assert len(dialog.nameFilters()) == 1
    dialog.fileSelected.emit(str(tmp_path / "kept.pdf"))
    dialog.close()
    settle()
    assert b"pdfaid:part" in (tmp_path / "kept.pdf").read_bytes()


def test_a_report_is_attached_to_an_e_mail(page: ReportsPage, settle: Settle, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def take(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    page.actions_["mail_report"].trigger()
    settle()
    settle()
    message = email.message_from_bytes(Path(opened[0]).read_bytes(), policy=email.policy.default)
    assert page.making.last is not None
    assert message["Subject"] == page.making.last.report.description.title
    (attached,) = message.iter_attachments()
    assert attached.get_content() == page.making.last.report.pdf()
