"""Files of a record: copied beside the base by content, opened to be read, taken off with undo; a missing one is said."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from desktop_app.domain.event import ATTACHMENT
from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.mission import MISSION
from desktop_app.domain.partner import PARTNER
from desktop_app.domain.refused import Refused
from desktop_app.gui.record_form.window import FormWindow
from desktop_app.store import attachments
from desktop_app.store.queries import Query
from tests.gui.forms.desk import Desk

if TYPE_CHECKING:
    from desktop_app.gui.workspace import Notice


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A file to attach."""
    path = tmp_path / "Lettre d’intention.pdf"
    path.write_bytes(b"%PDF-1.4 fictitious")
    return path


def drop(window: FormWindow, *paths: Path) -> None:
    """Drop files on a form."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    rest = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(20, 20), *rest))
    QApplication.sendEvent(window, QDropEvent(QPointF(20, 20), *rest))


def test_a_dropped_file_is_copied_beside_the_base_and_named_by_its_content(desk: Desk, letter: Path) -> None:
    window = desk.open(PARTNER, "vast")
    drop(window, letter)
    desk.settle()
    desk.settle()
    files = window.form.files
    assert [(file.name, file.size, file.there) for file in files.files] == [(letter.name, 19, True)]
    kept = attachments.place_of(desk.workspace.store.path, files.files[0].content, letter.name)
    assert kept.read_bytes() == letter.read_bytes()
    assert kept.stem == attachments.fingerprint(letter)
    assert str(desk.workspace.store.undo_words()).find("Attach Lettre d’intention.pdf to ") > 0


def test_the_same_file_is_not_attached_twice(desk: Desk, letter: Path) -> None:
    window = desk.open(PARTNER, "vast")
    for _ in range(2):
        drop(window, letter)
        desk.settle()
        desk.settle()
    assert len(window.form.files.files) == 1


def test_a_file_is_taken_off_and_undo_brings_it_back(desk: Desk, letter: Path) -> None:
    window = desk.open(PARTNER, "vast")
    drop(window, letter)
    desk.settle()
    desk.settle()
    notes: list[Notice] = []
    desk.workspace.noted.connect(notes.append)
    window.form.files.take_off()
    desk.settle()
    assert not window.form.files.files
    assert notes[-1].undo
    desk.workspace.undo()
    desk.settle()
    desk.settle()
    assert window.form.files.files[0].there


def test_files_dropped_on_a_new_record_are_attached_once_it_is_saved(desk: Desk, letter: Path) -> None:
    ids = desk.office.ids
    window = desk.open(MISSION, given={"person": ids["camille"], "starts_on": "2026-02-03"})
    drop(window, letter)
    for _ in range(3):
        desk.settle()
    assert window.form.id
    assert [file.name for file in window.form.files.files] == [letter.name]


class Opener(QObject):
    """Stands for the program that the system would start."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[QUrl] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        """Take what is to be opened."""
        self.urls.append(url)


def test_a_copy_is_opened_under_its_own_name_and_cannot_be_changed(desk: Desk, letter: Path) -> None:
    window = desk.open(PARTNER, "vast")
    drop(window, letter)
    desk.settle()
    desk.settle()
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "open")  # type: ignore[arg-type] # as it is called in truth
    try:
        window.form.files.open()
        desk.settle()
    finally:
        QDesktopServices.unsetUrlHandler("file")
    opened = Path(opener.urls[0].toLocalFile())
    assert opened.name == letter.name
    assert opened.read_bytes() == letter.read_bytes()
    assert not opened.stat().st_mode & 0o222


def test_a_program_is_not_run_from_a_form(desk: Desk, tmp_path: Path) -> None:
    program = tmp_path / "setup.exe"
    program.write_bytes(b"MZ")
    window = desk.open(PARTNER, "vast")
    drop(window, program)
    desk.settle()
    desk.settle()
    notes: list[Notice] = []
    desk.workspace.noted.connect(notes.append)
    window.form.files.open()
    assert "is a program" in notes[-1].text


def test_a_missing_file_is_said_with_what_to_do(desk: Desk, letter: Path, tmp_path: Path) -> None:
    window = desk.open(PARTNER, "vast")
    drop(window, letter)
    desk.settle()
    desk.settle()
    base, file = desk.workspace.store.path, window.form.files.files[0]
    attachments.place_of(base, file.content, file.name).unlink()
    window.form.files.show_of(str(window.form.id))
    assert not window.form.files.files[0].there
    assert "Missing" in window.form.files.table.rows.row(0).cells[2].text
    with pytest.raises(Refused) as refused:
        attachments.copy_out(base, file.content, file.name, tmp_path / "out.pdf")
    assert "put the folder" in refused.value.words.en


def test_a_file_that_was_changed_in_the_folder_is_not_given_out(desk: Desk, letter: Path, tmp_path: Path) -> None:
    base = desk.workspace.store.path
    kept = attachments.keep(base, letter, lambda _done, _total: None)
    attachments.place_of(base, kept.content, kept.name).write_bytes(b"something else")
    with pytest.raises(Refused) as refused:
        attachments.copy_out(base, kept.content, kept.name, tmp_path / "out.pdf")
    assert "no longer the file" in refused.value.words.en
    assert not (tmp_path / "out.pdf").exists()
    attachments.keep(base, letter, lambda _done, _total: None)  # attached again, it is whole again
    assert attachments.copy_out(base, kept.content, kept.name, tmp_path / "out.pdf").read_bytes() == letter.read_bytes()


def test_what_cannot_be_copied_leaves_nothing_behind(desk: Desk, tmp_path: Path) -> None:
    base = desk.workspace.store.path
    with pytest.raises(Refused):
        attachments.keep(base, tmp_path / "gone.pdf", lambda _done, _total: None)
    assert desk.workspace.store.count(Query(ATTACHMENT)) == 0


def test_a_sheet_over_the_form_says_to_what_a_file_will_be_attached(desk: Desk, letter: Path) -> None:
    window = desk.open(INSTRUMENT, "water")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(letter))])
    rest = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(20, 20), *rest))
    assert window.drop.sheet.isVisible()
    assert window.drop.sheet.words.text() == "Drop to attach to MEKONG-WATER"
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not window.drop.sheet.isVisible()
    drop(window, letter)
    assert not window.drop.sheet.isVisible()
