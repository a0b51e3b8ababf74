"""A small office with real widgets around it: a few real institutions, and people and projects that are invented."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain.instrument import INSTRUMENT
from desktop_app.domain.instrument_parts import LINK, MILESTONE, PARTY, PERIOD
from desktop_app.domain.mission import MISSION
from desktop_app.domain.partner import ACCESS, PARTNER
from desktop_app.domain.person import PERSON
from desktop_app.domain.unit import UNIT
from desktop_app.domain.words import Words
from desktop_app.gui.editors.links import Links
from desktop_app.gui.editors.of_type import editor_for
from desktop_app.gui.record_form.window import FormWindow
from desktop_app.gui.tasks import Tasks
from desktop_app.gui.theme import look
from desktop_app.gui.words import set_language
from desktop_app.gui.workspace import Workspace
from desktop_app.paths import resources
from desktop_app.settings import Settings
from desktop_app.store.base import Store
from tests.gui.forms.desk import Desk

if TYPE_CHECKING:
    from desktop_app.domain.types import Type
    from desktop_app.gui.editors.base import Editor

    Place = Callable[[Type], Editor]
    from pytestqt.qtbot import QtBot

    from desktop_app.domain.entity import Entity
    from desktop_app.domain.values import Value
    from desktop_app.store.edit import Edit


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


@pytest.fixture(scope="session")
def filled_base(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """A closed base with the small office, made once."""
    path = tmp_path_factory.mktemp("office") / "small.passerelle"
    store = Store.create(path, "SIN", demo=True)
    country = {code: str(store.resolve("country", code)) for code in ("VN", "TH", "IN", "ES", "FR")}
    types = {code: str(store.resolve("instrument_type", code)) for code in ("IRP", "IEA", "IRL", "LIA")}
    with store.edit(Words("Un petit bureau", "A small office")) as edit:
        ids = {**country, **types, **_partners(edit, country)}
        ids |= _people(edit, ids)
        ids |= _instruments(edit, ids)
        ids |= _missions(edit, ids)
    store.close()
    return path, ids


def _partners(edit: Edit, country: dict[str, str]) -> dict[str, str]:
    def partner(name: str, city: str, code: str, **more: Value) -> str:
        return edit.add(PARTNER, {"name": name, "city": city, "country": country[code], **more})

    ids = {
        "vast": partner("Vietnam Academy of Science and Technology", "Hanoi", "VN", acronym="VAST", kind="research_organisation",
                        status="active", since_on="2002", ror_id="02wsd5p50", website="https://vast.gov.vn"),
        "ctu": partner("Can Tho University", "Can Tho", "VN", kind="university"),
        "mahidol": partner("Mahidol University", "Nakhon Pathom", "TH", local_name="มหาวิทยาลัยมหิดล", aliases=("MU", "Mahidol")),
        "chennai": partner("Institute of Mathematical Sciences", "Chennai", "IN"),
        "madrid": partner("Institute of Mathematical Sciences", "Madrid", "ES"),
    }  # fmt: skip
    ids["access"] = edit.add(
        ACCESS, {"partner": ids["vast"], "infrastructure": "Synchrotron SOLEIL", "since_on": "2021"}
    )
    return ids


def _people(edit: Edit, ids: dict[str, str]) -> dict[str, str]:
    unit = edit.add(UNIT, {"code": "UMR 5563", "acronym": "GET", "name": "Géosciences Environnement Toulouse",
                           "city": "Toulouse", "country": ids["FR"]})  # fmt: skip
    return {
        "get": unit,
        "camille": edit.add(PERSON, {"family_name": "Exemple", "given_name": "Camille", "unit": unit, "basis": "public_interest",
                                     "email": "camille.exemple@example.org"}),
        "thi": edit.add(PERSON, {"family_name": "Exemple", "given_name": "Thi", "partner": ids["vast"], "position": "Professor"}),
    }  # fmt: skip


def _instruments(edit: Edit, ids: dict[str, str]) -> dict[str, str]:
    water = edit.add(INSTRUMENT, {
        "type": ids["IRP"], "acronym": "MEKONG-WATER", "title": "Water cycle and sediments of the lower Mekong",
        "status": "to_renew", "institute": "INSU", "countries": (ids["VN"],), "city": "Hanoi",
        "starts_on": "2018-01-01", "ends_on": "2026-12-31",
    })  # fmt: skip
    older = edit.add(INSTRUMENT, {"type": ids["LIA"], "acronym": "MEKONG", "title": "Hydrology", "status": "closed"})
    edit.add(LINK, {"instrument": water, "kind": "succeeds", "other": older})
    periods = [
        edit.add(PERIOD, {"instrument": water, "number": 1, "starts_on": "2018-01-01", "ends_on": "2021-12-31",
                          "signed_on": "2018-03-12", "budget": "12000", "currency": "EUR", "act": "agreement"}),
        edit.add(PERIOD, {"instrument": water, "number": 2, "starts_on": "2022-01-01", "ends_on": "2026-12-31", "budget": "14000",
                          "currency": "EUR"}),
    ]  # fmt: skip
    for role, field, who in (
        ("lead_foreign", "partner", "vast"), ("associate", "partner", "ctu"), ("lead_french", "unit", "get"),
        ("director_french", "person", "camille"), ("director_foreign", "person", "thi"),
    ):  # fmt: skip
        edit.add(PARTY, {"instrument": water, "role": role, field: ids[who], "since_on": "2018"})
    milestone = edit.add(MILESTONE, {"instrument": water, "kind": "renewal_file", "due_on": "2026-01-02"})
    return {"water": water, "older": older, "first": periods[0], "second": periods[1], "file": milestone}


def _missions(edit: Edit, ids: dict[str, str]) -> dict[str, str]:
    workshop = edit.add(MISSION, {
        "person": ids["camille"], "unit": ids["get"], "purpose": "workshop", "starts_on": "2025-01-12", "ends_on": "2025-01-16",
        "cities": ("Hanoi",), "countries": (ids["VN"],), "partner": ids["vast"], "instrument": ids["water"], "status": "done",
        "cost": "1450", "currency": "EUR",
    })  # fmt: skip
    field_work = edit.add(MISSION, {
        "person": ids["thi"], "purpose": "field_work", "starts_on": "2025-03-02", "ends_on": "2025-03-20",
        "cities": ("Can Tho",), "countries": (ids["VN"],), "instrument": ids["water"],
    })  # fmt: skip
    return {"workshop": workshop, "field_work": field_work}


@pytest.fixture
def speaking(qapp: QApplication) -> Iterator[Callable[[str], None]]:
    """Speak a language for one test; English otherwise."""

    def speak(language: str) -> None:
        set_language("fr" if language == "fr" else "en")
        qapp.processEvents()

    speak("en")
    yield speak
    set_language("en")


@pytest.fixture
def workspace(
    qapp: QApplication, filled_base: tuple[Path, dict[str, str]], tmp_path: Path, speaking: object
) -> Iterator[Workspace]:
    """An open workspace on a copy of the small office, in the light theme."""
    del speaking
    from PySide6.QtCore import QDir

    QDir.setSearchPaths("icons", [str(resources() / "icons")])
    look.apply("light", family=qapp.font().family())
    path = Path(shutil.copy(filled_base[0], tmp_path / "office.passerelle"))
    tasks = Tasks()
    made = Workspace(Settings(tmp_path / "settings.ini"), tasks)
    store = Store.open(path)
    made.take(store)
    yield made
    made.close()  # forms and panes let go of the base
    tasks.close()
    store.close()


@pytest.fixture
def office(workspace: Workspace, filled_base: tuple[Path, dict[str, str]]) -> Office:
    """The small office."""
    return Office(workspace.store, filled_base[1])


@pytest.fixture
def settle(qtbot: QtBot, workspace: Workspace) -> Callable[[], None]:
    """Wait until the worker has finished and what it brought is shown."""

    def wait() -> None:
        qtbot.waitUntil(lambda: not workspace.tasks.busy, timeout=5000)
        QApplication.processEvents()

    return wait


@pytest.fixture
def show(qtbot: QtBot) -> Callable[[QWidget], QWidget]:
    """Show a widget as the active window."""

    kept: list[QWidget] = []

    def shown(widget: QWidget) -> QWidget:
        kept.append(widget)
        qtbot.addWidget(widget)
        with qtbot.waitActive(widget):
            widget.show()
            widget.activateWindow()
        return widget

    return shown


def receiver() -> QWidget:
    """Return the widget that gets the next key, as in a real session."""
    found = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert found is not None, "nothing has the focus"
    return found


def type_(text: str) -> None:
    """Type a text where the focus is."""
    for letter in text:  # QTest knows ASCII letters only
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = Qt.Key(ord(letter.upper())) if letter.isascii() else Qt.Key.Key_unknown
            QApplication.sendEvent(receiver(), QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter))
        QApplication.processEvents()


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(receiver(), key, held)
    QApplication.processEvents()


@pytest.fixture
def keyboard() -> Keyboard:
    """A person who types."""
    return Keyboard()


class Keyboard:
    """Types and presses keys where the focus is."""

    def type(self, text: str) -> None:
        """Type a text."""
        type_(text)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key."""
        press(key, held)


@pytest.fixture
def desk(qtbot: QtBot, workspace: Workspace, office: Office, settle: Callable[[], None]) -> Iterator[Desk]:
    yield Desk(qtbot, workspace, office, settle)
    for window in [one for one in QApplication.topLevelWidgets() if isinstance(one, FormWindow)]:
        window._close_now()
    settle()


@pytest.fixture
def links(workspace: Workspace) -> Links:
    return Links(workspace, creating=True)


@pytest.fixture
def place(links: Links, show: Callable[[QWidget], QWidget]) -> Place:
    """Put an editor of a type into a window, with another field behind it, and give it the focus."""

    def made(type_: Type) -> Editor:
        window = QWidget()
        editor = editor_for(type_, links)
        after = QLineEdit()
        after.setObjectName("after")
        box = QVBoxLayout(window)
        box.addWidget(editor)
        box.addWidget(after)
        window.resize(480, 200)
        show(window)
        editor.setFocus()
        return editor

    return made


def shown_in(editor: Editor) -> str:
    """Return the text that an editor of one line shows."""
    line = editor.focusProxy()
    assert isinstance(line, QLineEdit)
    return line.text()
