"""Letters from a list and from a form: chosen, written, kept with the record; drafts and cards of a selection."""

from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog
from shiboken6 import delete

from desktop_app.domain import ENTITIES
from desktop_app.domain.event import ATTACHMENT
from desktop_app.gui.letters.dialog import LetterDialog
from desktop_app.gui.pages.records import MissionPage, PartnerPage
from desktop_app.gui.record_form.opening import close_forms, open_form
from desktop_app.gui.tasks import Task
from desktop_app.reports.letters.templates import folder_of
from desktop_app.store.queries import Filter, Query
from tests.gui.frame.conftest import Desk


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was handed to the system to be opened."""
    found: list[str] = []

    def take(url: QUrl) -> bool:
        found.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    return found


def dialog_of(desk: Desk) -> LetterDialog:
    """The dialog that is open."""
    desk.settle()
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, LetterDialog) and one.isVisible()]
    assert len(found) == 1
    return found[0]


def missions(desk: Desk, rows: int) -> MissionPage:
    """The list of missions, some rows selected."""
    page = desk.show("mission")
    assert isinstance(page, MissionPage)
    page.list.table.setFocus()
    page.list.table.selectRow(0)
    for _more in range(rows - 1):
        desk.press(page.list.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    desk.settle()
    return page


def test_letters_of_a_selection_are_written_and_kept_with_their_records(
    desk: Desk, tmp_path: Path, opened: list[str]
) -> None:
    page = missions(desk, 3)
    page.write_letter()
    dialog = dialog_of(desk)
    dialog.folder = tmp_path
    names = [dialog.templates.item(row).text() for row in range(dialog.templates.count())]
    assert "Invitation" in names
    assert "Reminder to an embassy" not in names
    dialog.templates.setCurrentRow(names.index("Certificate of stay"))
    assert dialog.write.text() == "Write 3 letters"
    dialog.write.click()
    desk.settle()
    assert len(dialog.paths) == len(list(tmp_path.glob("*.docx"))) == 3
    for row in page.list.selected(3):
        assert desk.store.count(Query(ATTACHMENT, (Filter("owner", "is", row.id),))) == 1
    dialog.open_file.click()
    assert opened == [str(dialog.paths[0])]
    dialog.accept()
    desk.window.commands["undo"].trigger()
    desk.settle()
    assert desk.store.count(Query(ATTACHMENT)) == 0


def test_a_letter_that_is_given_up_while_its_templates_are_read_is_simply_gone(desk: Desk) -> None:
    missions(desk, 1).write_letter()
    dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, LetterDialog) and one.isVisible())
    dialog.reject()
    delete(dialog)  # as its deleteLater does
    desk.settle()


def test_who_stops_the_writing_of_letters_can_begin_again(desk: Desk, tmp_path: Path) -> None:
    missions(desk, 3).write_letter()
    dialog = dialog_of(desk)
    dialog.folder = tmp_path

    def stop(task: Task, _done: int, _total: int, _words: str) -> None:
        task.cancel()

    desk.program.tasks.progressed.connect(stop)
    dialog.write.click()
    desk.settle()
    desk.program.tasks.progressed.disconnect(stop)
    assert list(tmp_path.glob("*.docx")) == []
    assert dialog.write.isEnabled()
    dialog.reject()


def test_the_office_adds_a_template_of_its_own_and_a_wrong_one_says_what_is_wrong(desk: Desk, tmp_path: Path) -> None:
    missions(desk, 1).write_letter()
    dialog = dialog_of(desk)
    made = docx.Document()
    made.add_paragraph("Welcome, {{ person.full_name }}!")
    made.save(str(tmp_path / "Welcome.docx"))
    dialog.add_templates([tmp_path / "Welcome.docx"])
    desk.settle()
    assert dialog.templates.item(0).text() == "Welcome · our own"
    assert dialog.templates.current is not None
    assert dialog.templates.current.name == "Welcome"
    made.add_paragraph("{{ mission.horoscope }}")
    made.save(str(tmp_path / "Wrong.docx"))
    dialog.add_templates([tmp_path / "Wrong.docx"])
    desk.settle()
    assert "“mission.horoscope” is unknown, in the paragraph “{{ mission.horoscope }}”" in dialog.problem.text()
    assert not (folder_of(desk.store.path) / "Wrong.docx").exists()
    # One that somebody put there by hand is shown with what is wrong, and can't be chosen to write.
    made.save(str(folder_of(desk.store.path) / "Wrong.docx"))
    dialog._read_templates("Wrong")
    desk.settle()
    assert not dialog.write.isEnabled()
    assert "“mission.horoscope” is unknown" in dialog.problem.text()
    dialog.reject()


def test_a_copy_of_a_template_is_changed_in_word_and_comes_first(desk: Desk, opened: list[str]) -> None:
    missions(desk, 1).write_letter()
    dialog = dialog_of(desk)
    first = dialog.templates.current
    assert first is not None
    assert first.ours
    dialog.change.click()
    desk.settle()
    assert opened == [str(folder_of(desk.store.path) / first.path.name)]
    assert dialog.templates.item(0).text().endswith("our own")
    dialog.reject()


def test_a_letter_starts_from_a_form_too_where_letters_make_sense(desk: Desk) -> None:
    for name, there in (("person", True), ("partner", True), ("event", True), ("instrument", False)):
        record = desk.store.records(Query(ENTITIES[name], limit=1))[0]
        window = open_form(desk.window, desk.program.workspace, ENTITIES[name], str(record["id"]))
        desk.settle()
        assert window.actions_["write_letter"].isEnabled() is there
        if there:
            window.actions_["write_letter"].trigger()
            dialog = dialog_of(desk)
            assert dialog.templates.count()
            dialog.reject()
        close_forms()


def test_a_draft_and_cards_are_made_of_a_selection(
    desk: Desk, tmp_path: Path, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = missions(desk, 4)
    page.write_mail()
    desk.settle()
    (draft,) = opened
    assert b"X-Unsent: 1" in Path(draft).read_bytes()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words: (str(tmp_path / "people"), ""))
    page.save_cards()
    desk.settle()
    assert (tmp_path / "people.vcf").read_bytes().startswith(b"BEGIN:VCARD\r\n")


def test_a_draft_that_no_program_opens_can_be_taken_from_its_folder(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []

    def refuse(url: QUrl) -> bool:
        asked.append(Path(url.toLocalFile()))
        return False

    monkeypatch.setattr(QDesktopServices, "openUrl", refuse)
    page = missions(desk, 4)
    page.write_mail()
    desk.settle()
    bar = desk.window.notices
    assert bar.isVisible()
    assert bar.undo.isVisible()
    assert bar.undo.text() == "Open"
    bar.undo.click()
    draft, folder = asked
    assert folder == draft.parent


def test_nobody_to_write_to_is_said_in_one_sentence(desk: Desk, opened: list[str]) -> None:
    from desktop_app.domain.words import Words

    page = desk.show("partner")
    assert isinstance(page, PartnerPage)
    with desk.store.edit(Words("Ajouter", "Add")) as edit:
        lonely = edit.add(
            ENTITIES["partner"], {"name": "Nobody Here Fictitious", "country": desk.store.resolve("country", "VN")}
        )
    page.list.show_all(lonely)
    desk.settle()
    page.write_mail()
    desk.settle()
    assert not opened
    assert desk.window.notices.words.text().startswith("Nobody to write to")


def test_the_letter_is_shown_as_it_will_be_in_the_language_and_for_the_recipient_that_are_chosen(desk: Desk) -> None:
    missions(desk, 3).write_letter()
    dialog = dialog_of(desk)
    view = dialog.view

    def words() -> str:
        desk.qtbot.waitUntil(lambda: not view.busy, timeout=20_000)
        desk.settle()
        assert view.pages is not None
        assert view.pages._document is not None
        return str(view.pages._document[0].get_textpage().get_text_range())

    dialog.templates.setCurrentRow(0)
    desk.qtbot.waitUntil(lambda: view.pages is not None, timeout=20_000)
    assert view.recipient.count() == 3
    first = view.recipient.currentText()
    assert first.split()[-1] in words()
    assert not view.before.isEnabled()
    with desk.qtbot.waitSignal(view.shown, timeout=20_000):
        view.after.click()
    assert view.recipient.currentIndex() == 1
    assert view.recipient.currentText().split()[-1] in words()
    for value, said in (("en", "2026"), ("fr", "2026")):
        dialog.language.setCurrentIndex(dialog.language.findData(value))
        with desk.qtbot.waitSignal(view.shown, timeout=20_000):
            dialog.language.activated.emit(dialog.language.currentIndex())
        assert view.recipient.currentIndex() == 1
        assert said in words()
    assert "Singapour, le " in words()
    names = [dialog.templates.item(row).text() for row in range(dialog.templates.count())]
    with desk.qtbot.waitSignal(view.shown, timeout=20_000):
        dialog.templates.setCurrentRow(names.index("Certificate of stay"))
    assert "Attestation" in words()
    dialog.reject()
    assert view.pages is None
