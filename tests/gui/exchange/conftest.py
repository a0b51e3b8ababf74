"""A small office to exchange workbooks with: real institutions, invented projects, on real widgets."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest
from PySide6.QtCore import QCoreApplication, QDir, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.partner import PARTNER
from desktop_app.domain.words import Words
from desktop_app.excel.layout import sheet_name
from desktop_app.gui.pages.review import ReviewPage
from desktop_app.gui.receiving import taking_in
from desktop_app.gui.tasks import Tasks
from desktop_app.gui.theme import look
from desktop_app.gui.words import set_language
from desktop_app.gui.workspace import Workspace
from desktop_app.paths import resources
from desktop_app.settings import Settings
from desktop_app.store.base import Store
from desktop_app.sync.export import Request, export_workbook

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.domain.entity import Entity
    from desktop_app.domain.values import Value
    from desktop_app.store.edit import Edit

    Settle = Callable[[], None]
    Take = Callable[[Path], None]


@dataclass
class Office:
    """The open base and the ids of what is in it, by a short name."""

    store: Store
    ids: dict[str, str]

    def record(self, entity: Entity, name: str) -> dict[str, Value]:
        """Return a record as it is in the base now."""
        found = self.store.get(entity, self.ids[name])
        assert found is not None
        return found

    def change(self, entity: Entity, name: str, **values: Value) -> int:
        """Change a record in a step of its own; return the step's number."""
        with self.store.edit(Words("Modifier la fiche", "Change the record")) as edit:
            edit.update(entity, self.ids[name], values)
        return edit.changes.batch


@pytest.fixture(scope="session")
def small_office(empty_base: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """A closed base with three partners and three instruments of Vietnam and Thailand, made once."""
    path = Path(shutil.copy(empty_base, tmp_path_factory.mktemp("small") / "office.passerelle"))
    with Store.open(path) as store, store.edit(Words("Un petit bureau", "A small office")) as edit:
        ids = _fill(store, edit)
    return path, ids


@pytest.fixture
def office(small_office: tuple[Path, dict[str, str]], tmp_path: Path) -> Iterator[Office]:
    """The small office, open."""
    path, ids = small_office
    store = Store.open(Path(shutil.copy(path, tmp_path / "office.passerelle")))
    yield Office(store, dict(ids))
    store.close()


def _fill(store: Store, edit: Edit) -> dict[str, str]:
    country = {code: str(store.resolve("country", code)) for code in ("VN", "TH", "FR")}
    types = {code: str(store.resolve("instrument_type", code)) for code in ("IRP", "IEA", "IRN")}

    def partner(name: str, code: str, **more: Value) -> str:
        return edit.add(PARTNER, {"name": name, "country": country[code], **more})

    def instrument(type_: str, acronym: str, code: str, **more: Value) -> str:
        values: dict[str, Value] = {"acronym": acronym, "countries": (country[code],), "status": "active", **more}
        return edit.add(INSTRUMENT, {"type": types[type_], **values})

    return {
        **country,
        **types,
        "vast": partner("Vietnam Academy of Science and Technology", "VN", acronym="VAST", city="Hanoi"),
        "mahidol": partner("Mahidol University", "TH", city="Nakhon Pathom"),
        "embassy": partner("Ambassade de France au Viêt Nam", "VN", city="Hanoi", kind="embassy"),
        "water": instrument(
            "IRP",
            "MEKONG-WATER",
            "VN",
            title="Water cycle of the lower Mekong",
            starts_on="2022-01-01",
            ends_on="2026-12-31",
        ),
        "rice": instrument("IEA", "RICE-GEN", "VN", title="Genomics of rice", starts_on="2025", ends_on="2026"),
        "lang": instrument("IRN", "ASEAN-LANG", "TH", title="Languages in contact", starts_on="2022-01-01"),
    }


@pytest.fixture
def workspace(qapp: QApplication, office: Office, tmp_path: Path) -> Iterator[Workspace]:
    """A workspace on the small office, in English and in the light theme."""
    QDir.setSearchPaths("icons", [str(resources() / "icons")])
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # the widgets of the test before
    set_language("en")
    look.apply("light", family=qapp.font().family())
    tasks = Tasks()
    made = Workspace(Settings(tmp_path / "settings.ini"), tasks)
    made.take(office.store)
    yield made
    tasks.close()


class Returned:
    """A workbook of ours in the hands of an embassy: opened in a spreadsheet, changed, saved under another name."""

    def __init__(self, office: Office, path: Path, entity: Entity = INSTRUMENT) -> None:
        self._office, self._path = office, path
        self._book = openpyxl.load_workbook(path)
        self.sheet = self._book[sheet_name(entity)]
        codes = [str(cell.value or "") for cell in self.sheet[1]]
        self._columns = {code.partition(".")[2]: number for number, code in enumerate(codes, 1)}
        self._rows = {
            str(self.sheet.cell(row, 1).value).partition("·")[0]: row for row in range(4, self.sheet.max_row + 1)
        }

    def row(self, entity: Entity, name: str) -> int:
        """Return the row of a record."""
        return self._rows[str(self._office.record(entity, name)["ref"])]

    def write(self, name: str, entity: Entity = INSTRUMENT, **values: str | int) -> Returned:
        """Write into the cells of a record's row."""
        for field, value in values.items():
            self.sheet.cell(self.row(entity, name), self._columns[field]).value = value
        return self

    def add(self, **values: str | int) -> Returned:
        """Fill a prepared row."""
        free = next(row for row in range(4, self.sheet.max_row + 1) if self._is_free(row))
        for field, value in values.items():
            self.sheet.cell(free, self._columns[field]).value = value
        return self

    def _is_free(self, row: int) -> bool:
        filled = [cell.value for cell in self.sheet[row] if cell.value]
        return len(filled) == 1  # its reference only

    def save(self, name: str = "Instruments Vietnam (retour).xlsx") -> Path:
        """Save it under another name."""
        path = self._path.with_name(name)
        self._book.save(path)
        return path


def for_hanoi(office: Office, password: str | None = None) -> Request:
    """What the embassy in Hanoi is asked about: the instruments of Vietnam."""
    return Request(
        entities=("instrument",), countries=(office.ids["VN"],), recipient="Embassy in Hanoi", password=password
    )


@pytest.fixture
def send(office: Office, tmp_path: Path) -> Callable[[], Returned]:
    """Send the instruments of Vietnam to the embassy, as the program does."""

    def sent() -> Returned:
        made = export_workbook(office.store, tmp_path / "sent.xlsx", for_hanoi(office))
        return Returned(office, made.path)

    return sent


@pytest.fixture
def settle(qtbot: QtBot, workspace: Workspace) -> Settle:
    """Wait until the workers have finished and what they brought is shown."""

    def wait() -> None:
        qtbot.waitUntil(lambda: not workspace.tasks.busy, timeout=10_000)
        QApplication.processEvents()
        qtbot.waitUntil(lambda: not workspace.tasks.busy, timeout=10_000)
        QApplication.processEvents()  # widgets that the last result added are shown by an event of their own

    return wait


@pytest.fixture
def show(qtbot: QtBot) -> Callable[[QWidget], None]:
    """Show a widget in a window of the smallest laptop's size."""

    def shown(widget: QWidget) -> None:
        qtbot.addWidget(widget)
        widget.resize(1138, 690)
        with qtbot.waitActive(widget):
            widget.show()
            widget.activateWindow()

    return shown


@pytest.fixture
def answer(qapp: QApplication) -> Iterator[Callable[[str], list[str]]]:
    """Press a button of the next question, by its words; the list returned receives what the question said."""
    timers: list[QTimer] = []

    def prepare(verb: str) -> list[str]:
        said: list[str] = []
        timer = QTimer(qapp, interval=20)

        def press() -> None:
            box = QApplication.activeModalWidget()
            if isinstance(box, QMessageBox):
                timer.stop()
                said.append(f"{box.text()}\n{box.informativeText()}")
                next(button for button in box.buttons() if button.text().replace("&", "") == verb).click()

        timer.timeout.connect(press)
        timer.start()
        timers.append(timer)
        return said

    yield prepare
    for timer in timers:
        timer.stop()


@pytest.fixture
def page(workspace: Workspace, show: Callable[[QWidget], None], settle: Settle) -> ReviewPage:
    """The page of the review, shown, to which received files go."""
    made = ReviewPage(workspace)
    workspace.asked.connect(made.visit)
    show(made)
    settle()
    return made


@pytest.fixture
def take(page: ReviewPage, workspace: Workspace, settle: Settle) -> Take:
    """Take a file in and wait until it is shown."""

    def taken(path: Path) -> None:
        taking_in.receive(page, workspace, path)
        settle()
        settle()

    return taken
