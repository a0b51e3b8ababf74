"""The first minute: nothing is made for an office that nobody chose, and where no base is open, the window leads to one."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.app import Program
from desktop_app.gui.frame.start_dialog import StartDialog
from desktop_app.gui.words import set_language


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which bases are proposed."""
    folder = tmp_path / "documents"
    folder.mkdir()
    monkeypatch.setattr("desktop_app.gui.frame.start_dialog._documents", lambda: str(folder))
    return folder


@pytest.fixture
def sheet(documents: Path) -> Path:
    """A spreadsheet that somebody made."""
    path = documents / "partners.csv"
    path.write_text("Nom;Pays;Ville\nUniversité fictive;Viêt Nam;Hanoi\n", encoding="utf-8")
    return path


def start_dialog(program: Program, qtbot: QtBot) -> StartDialog:
    """The start dialog of a program that was just started, with the keyboard."""
    program.show(None)
    qtbot.waitUntil(lambda: program.window.findChild(StartDialog) is not None, timeout=20_000)
    found = program.window.findChild(StartDialog)
    assert found is not None
    qtbot.waitUntil(found.isActiveWindow)
    return found


def choose(dialog: StartDialog, office: str) -> None:
    """Choose an office in the list."""
    dialog.office.hidePopup()
    dialog.office.setCurrentIndex(dialog.office.findData(office))
    dialog.office.activated.emit(dialog.office.currentIndex())


def test_a_spreadsheet_is_chosen_in_the_file_dialog(
    program: Program, qtbot: QtBot, qapp: QApplication, sheet: Path
) -> None:
    dialog = start_dialog(program, qtbot)
    choose(dialog, "SIN")

    def accept() -> None:
        name = QApplication.focusWidget()
        assert isinstance(name, QLineEdit)
        # On X11 the keyboard leaves the file dialog only while it is taken apart.
        name.destroyed.connect(lambda: qapp.focusChanged.emit(None, dialog.sheet_button))
        name.setText(str(sheet))
        QTest.keyClick(name, Qt.Key.Key_Return)

    QTimer.singleShot(500, dialog, accept)
    with qtbot.waitSignal(dialog.sheet_given, timeout=20_000) as given:
        dialog.sheet_button.click()
    assert given.args[0] == sheet
    qtbot.waitUntil(lambda: program.workspace.is_open and program.window.stack.name == "review", timeout=30_000)


def test_no_base_is_made_before_an_office_was_chosen(program: Program, qtbot: QtBot, documents: Path) -> None:
    dialog = start_dialog(program, qtbot)
    assert dialog.office.currentText() == ""
    assert dialog.place.text() == ""
    for way in (dialog.new_button, dialog.elsewhere, dialog.sheet_button):
        way.click()
        assert dialog.isVisible()
        assert dialog.office.view().isVisible()
        dialog.office.hidePopup()
    choose(dialog, "TYO")
    QTest.keyClick(dialog.office, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.workspace.is_open, timeout=20_000)
    assert program.workspace.store.path == documents / "CNRS TYO.passerelle"


def test_a_spreadsheet_that_was_dropped_waits_for_the_office(program: Program, qtbot: QtBot, sheet: Path) -> None:
    dialog = start_dialog(program, qtbot)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(sheet))])
    place, copy = QPointF(dialog.rect().center()), Qt.DropAction.CopyAction
    dialog.dropEvent(QDropEvent(place, copy, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier))
    assert dialog.office.view().isVisible()
    assert dialog.sheet_button.text() == "Read partners.csv"
    choose(dialog, "TYO")
    with qtbot.waitSignal(dialog.sheet_given, timeout=20_000) as given:
        dialog.sheet_button.click()
    assert (given.args[0], given.args[2]) == (sheet, "TYO")
    qtbot.waitUntil(lambda: program.workspace.is_open and program.window.stack.name == "review", timeout=30_000)


def test_enter_opens_the_recent_base_that_has_the_keyboard(
    program: Program, qtbot: QtBot, demo_base: Path, tmp_path: Path
) -> None:
    paths = [Path(shutil.copy(demo_base, tmp_path / f"{name}.passerelle")) for name in ("first", "second")]
    for path in paths:
        program.settings.opened(path)
    program.show(tmp_path / "gone.passerelle")
    qtbot.waitUntil(lambda: program.window.findChild(StartDialog) is not None, timeout=20_000)
    dialog = program.window.findChild(StartDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    assert not dialog.open_button.isDefault()
    recent = QApplication.focusWidget()
    assert isinstance(recent, QPushButton)
    assert recent.text() == "second"
    QTest.keyClick(recent, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.workspace.is_open, timeout=20_000)
    assert program.workspace.store.path == paths[1]


@pytest.mark.usefixtures("documents")
def test_where_no_base_is_open_nothing_is_typed_that_could_not_be_kept(program: Program, qtbot: QtBot) -> None:
    dialog = start_dialog(program, qtbot)
    dialog.reject()
    window = program.window
    qtbot.waitUntil(window.banner.isVisible)
    assert window.banner.text() == "No base is open: open one or create one to begin."
    assert not window.stack.isEnabled()
    texts = [action.text() for menu in window.menus.menus for action in menu.actions() if action.isEnabled()]
    assert "Open another base…" in texts
    assert not {"New instrument", "Export to Excel…"} & set(texts)
    set_language("fr")
    assert window.banner.text() == "Aucune base n’est ouverte\u00a0: ouvrez-en une ou créez-en une pour commencer."
    set_language("en")
    window.banner.open_button.click()
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(StartDialog)), timeout=20_000)
    again = next(one for one in window.findChildren(StartDialog) if one.isVisible())
    choose(again, "TYO")
    again.new_button.click()
    qtbot.waitUntil(lambda: program.workspace.is_open and window.stack.isEnabled(), timeout=20_000)
    qtbot.waitUntil(lambda: not window.banner.isVisible(), timeout=20_000)
    assert any(action.text() == "New instrument" for menu in window.menus.menus for action in menu.actions())


def test_a_spreadsheet_is_read_into_no_other_base_than_the_one_that_it_asked_for(
    program: Program, qtbot: QtBot, sheet: Path, base_path: Path
) -> None:
    dialog = start_dialog(program, qtbot)
    missing = sheet / "CNRS SIN.passerelle"  # in no folder
    dialog.accept()
    dialog.sheet_given.emit(sheet, missing, "SIN")
    qtbot.waitUntil(lambda: any(one is not dialog for one in program.window.findChildren(StartDialog)), timeout=20_000)
    program.opening.open(base_path)
    qtbot.waitUntil(lambda: program.workspace.is_open and not program.tasks.busy, timeout=20_000)
    qtbot.wait(200)
    assert program.workspace.store.path == base_path
    assert program.window.stack.name != "review"


@pytest.mark.usefixtures("documents")
def test_the_language_is_chosen_before_a_base_is_open(program: Program, qtbot: QtBot) -> None:
    dialog = start_dialog(program, qtbot)
    choose(dialog, "TYO")
    assert dialog.language.accessibleName() == "Passer en français"
    dialog.language.setFocus()
    QTest.keyClick(dialog.language, Qt.Key.Key_Space)
    assert program.settings.text("language") == "fr"
    assert dialog.isVisible()
    assert dialog.open_button.text() == "Ouvrir une base…"
    assert dialog.office.currentData() == "TYO"
    assert dialog.office.currentText() == "Bureau du CNRS à Tokyo"
    assert dialog.place.text().startswith("CNRS TYO.passerelle")
    assert QApplication.focusWidget() is dialog.language
    dialog.language.click()
    assert program.settings.text("language") == "en"
    dialog.new_button.click()
    qtbot.waitUntil(lambda: program.workspace.is_open, timeout=20_000)
