"""Opening a base: what is refused is said in one sentence with what to do, and the window stays."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.__main__ import opens_window
from desktop_app.app import Program
from desktop_app.demo.in_use import put_in_use
from desktop_app.gui.frame.opening import demo_path
from desktop_app.gui.frame.start_dialog import StartDialog, offices
from desktop_app.gui.pages.review import ReviewPage
from desktop_app.gui.palette.carry_out import back_up
from desktop_app.store.base import Store
from tests.gui.frame.conftest import Desk


def dialog_of(program: Program, qtbot: QtBot) -> StartDialog:
    """The start dialog, once it is there."""
    qtbot.waitUntil(lambda: program.window.findChild(StartDialog) is not None, timeout=20_000)
    found = program.window.findChild(StartDialog)
    assert found is not None
    return found


def test_a_file_that_is_no_base_is_refused_in_one_sentence(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "list.passerelle"
    path.write_text("not a base", encoding="utf-8")
    with qtbot.waitSignal(program.opening.refused, timeout=20_000) as told:
        program.show(path)
    assert told.args[0].startswith("“list.passerelle” is not a Passerelle base: choose")
    assert dialog_of(program, qtbot).isVisible()
    assert not program.workspace.is_open


def test_a_base_that_is_missing_is_refused(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(program.opening.refused, timeout=20_000) as told:
        program.show(tmp_path / "gone.passerelle")
    assert "was not found" in told.args[0]


def test_a_base_that_is_open_elsewhere_can_be_read(
    program: Program, qtbot: QtBot, demo_base: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copy(demo_base, tmp_path / "shared.passerelle"))
    with Store.open(path):
        with qtbot.waitSignal(program.opening.refused, timeout=20_000) as told:
            program.show(path)
        assert "is already open" in told.args[0]
        readonly = dialog_of(program, qtbot).findChild(QPushButton, "open_readonly")
        assert readonly is not None
        readonly.click()
        qtbot.waitUntil(lambda: program.workspace.is_open, timeout=20_000)
        assert program.workspace.store.readonly
        program.workspace.close()
        qtbot.waitUntil(lambda: not program.tasks.busy, timeout=20_000)


def test_the_first_start_offers_three_ways(program: Program, qtbot: QtBot) -> None:
    program.show(None)
    dialog = dialog_of(program, qtbot)
    assert dialog.open_button.text() == "Open an office base…"
    assert dialog.demo_button.text() == "Start with sample data"
    assert dialog.office.count() == len(offices("en"))
    assert dialog.office.findData("SIN") >= 0
    dialog.close()


def test_a_new_base_is_made_for_the_office_that_was_chosen(
    program: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "mine.passerelle"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_named: (str(path), ""))
    program.show(None)
    dialog = dialog_of(program, qtbot)
    dialog.office.setCurrentIndex(dialog.office.findData("TYO"))
    dialog.elsewhere.click()
    qtbot.waitUntil(lambda: program.workspace.is_open, timeout=20_000)
    assert program.workspace.store.office == "TYO"
    assert program.settings.recent == [path]


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which bases are proposed."""
    folder = tmp_path / "documents"
    monkeypatch.setattr("desktop_app.gui.frame.start_dialog._documents", lambda: str(folder))
    return folder


def test_one_press_makes_a_base_under_a_name_that_is_free(program: Program, qtbot: QtBot, documents: Path) -> None:
    documents.mkdir()
    (documents / "CNRS SIN.passerelle").write_bytes(b"another")
    program.show(None)
    dialog = dialog_of(program, qtbot)
    dialog.office.setCurrentIndex(dialog.office.findData("SIN"))
    assert dialog.place.text() == "CNRS SIN 2.passerelle, in documents"
    dialog.new_button.setFocus()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.workspace.is_open, timeout=20_000)
    assert program.workspace.store.path == documents / "CNRS SIN 2.passerelle"
    assert (documents / "CNRS SIN.passerelle").read_bytes() == b"another"


def test_a_spreadsheet_makes_a_base_and_is_then_read(
    program: Program, qtbot: QtBot, documents: Path, tmp_path: Path
) -> None:
    sheet = tmp_path / "partners.csv"
    sheet.write_text("Nom;Pays;Ville\nUniversité fictive;Viêt Nam;Hanoi\n", encoding="utf-8")
    program.show(None)
    dialog = dialog_of(program, qtbot)
    dialog.office.setCurrentIndex(dialog.office.findData("SIN"))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(sheet))])
    place, copy = QPointF(dialog.rect().center()), Qt.DropAction.CopyAction
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place.toPoint(), copy, data, button, none)
    dialog.dragEnterEvent(enter)
    assert enter.isAccepted()
    dialog.dropEvent(QDropEvent(place, copy, data, button, none))
    qtbot.waitUntil(lambda: program.workspace.is_open, timeout=20_000)
    qtbot.waitUntil(lambda: program.window.stack.name == "review" and not program.tasks.busy, timeout=30_000)
    assert program.workspace.store.path.parent == documents


def test_the_banner_of_the_sample_office_leads_to_an_empty_base_of_ones_own(
    program: Program, qtbot: QtBot, documents: Path, demo_base: Path, tmp_path: Path
) -> None:
    demo = Path(shutil.copy(demo_base, tmp_path / "Demo.passerelle"))
    program.show(demo)
    qtbot.waitUntil(program.window.banner.isVisible, timeout=20_000)
    program.window.banner.fresh.click()
    dialog = dialog_of(program, qtbot)
    qtbot.waitUntil(dialog.office.hasFocus)
    dialog.office.setCurrentIndex(dialog.office.findData("SIN"))
    dialog.new_button.click()
    qtbot.waitUntil(lambda: program.workspace.is_open and not program.workspace.store.demo, timeout=20_000)
    qtbot.waitUntil(lambda: not program.window.banner.isVisible(), timeout=20_000)
    assert program.settings.recent == [program.workspace.store.path]
    assert program.workspace.store.path.parent == documents
    assert demo.exists()


def test_every_way_of_the_first_start_is_reached_by_tab(program: Program, qtbot: QtBot) -> None:
    program.show(None)
    dialog = dialog_of(program, qtbot)
    qtbot.waitUntil(dialog.isActiveWindow)
    reached = set()
    for _ in range(10):
        reached.add(QApplication.focusWidget())
        QTest.keyClick(dialog, Qt.Key.Key_Tab)
    ways = {
        dialog.open_button,
        dialog.demo_button,
        dialog.office,
        dialog.new_button,
        dialog.elsewhere,
        dialog.sheet_button,
    }
    assert ways <= reached
    dialog.close()


def test_the_sample_data_are_made_once(
    program: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PASSERELLE_HOME", str(tmp_path))
    program.show(None, demo=True)
    qtbot.waitUntil(lambda: program.workspace.is_open, timeout=60_000)
    assert program.workspace.store.demo
    assert demo_path().exists()
    assert not demo_path().with_suffix(".part").exists()


def test_closing_the_window_leaves_one_plain_file(desk: Desk, tmp_path: Path) -> None:
    path = desk.store.path
    desk.window.close()
    desk.program.close()
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith(path.name)] == [path.name]


def test_a_copy_is_made_after_opening(desk: Desk) -> None:
    desk.program.opening._look_after()
    desk.settle()
    assert desk.window.status._backup.isVisible()
    copies = list(desk.store.path.parent.glob("*sauvegardes*/*.passerelle"))
    assert len(copies) == 1
    desk.program.opening._back_up()
    desk.settle()
    assert len(list(desk.store.path.parent.glob("*sauvegardes*/*.passerelle"))) == 1


def test_the_status_bar_says_the_copy_that_was_asked_for(desk: Desk) -> None:
    desk.program.opening._soon.stop()
    desk.window.status.show_backup("03:00")
    back_up(desk.window.workspace)
    desk.settle()
    assert desk.window.status._backup_time not in ("", "03:00")


@pytest.mark.parametrize(
    ("arguments", "window"),
    [
        ([], True),
        (["office.passerelle"], True),
        (["/somewhere/office.passerelle", "--readonly"], True),
        (["--demo"], True),
        (["--lang", "fr"], True),
        (["--demo", "--lang", "fr"], True),
        (["list", "office.passerelle", "mission"], False),
        (["--help"], False),
        (["--version"], False),
        (["--lang", "fr", "list", "office.passerelle", "mission"], False),
    ],
)
def test_the_first_words_choose_between_window_and_command(arguments: list[str], window: bool) -> None:
    assert opens_window(arguments) is window


def test_nothing_heavy_is_imported_before_the_first_paint(tmp_path: Path) -> None:
    code = f"""
import sys
import time
from pathlib import Path
from PySide6 import QtCore, QtWidgets
from desktop_app.app import Program, prepare
from desktop_app.settings import Settings
app = prepare(Settings(Path({str(tmp_path / "s.ini")!r})), "en")
program = Program(Settings(Path({str(tmp_path / "s.ini")!r})))
def painted():
    heavy = ("sqlalchemy", "alembic", "sqlcipher3", "openpyxl", "xlsxwriter", "python_calamine", "typst", "babel",
             "rapidfuzz", "desktop_app.domain", "desktop_app.store")
    print(*[name for name in heavy if name in sys.modules])
    # Loaded by PySide when first named: the namespace Qt alone takes a fifth of a bare window's whole start.
    print(*[name for module, name in ((QtCore, "Qt"), (QtWidgets, "QCommonStyle")) if name in vars(module)])
    app.exit(0)
program.window.painted.connect(painted)
program.window.show()
app.exec()
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == ""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no polite request to end")
def test_a_request_to_end_closes_the_base(demo_base: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(demo_base, tmp_path / "office.passerelle"))
    environment = {**os.environ, "PASSERELLE_HOME": str(tmp_path / "home")}
    process = subprocess.Popen([sys.executable, "-m", "desktop_app", str(path)], env=environment)
    deadline = time.monotonic() + 60
    while not path.with_name(f"{path.name}-wal").exists() and time.monotonic() < deadline:
        time.sleep(0.1)
    time.sleep(0.5)
    process.send_signal(signal.SIGTERM)
    assert process.wait(30) == 0
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith(path.name)] == [path.name]


def test_a_file_that_waits_is_shown_where_the_window_starts_with_the_review(
    program: Program, qtbot: QtBot, demo_base: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copy(demo_base, tmp_path / "office.passerelle"))
    with Store.open(path) as store:
        put_in_use(store)
    program.settings.keep("start/page", "review")
    program.show(path)
    page = program.window.stack.show_page("review")
    assert isinstance(page, ReviewPage)
    qtbot.waitUntil(lambda: page.desk.open is not None, timeout=20_000)
    assert page.stack.currentWidget() is page.part
