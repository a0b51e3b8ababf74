"""What is typed in a closed list is chosen once typing has ended, and before any other key does something with it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.domain.words import Words
from desktop_app.gui.editors.choice import Combo, Entry


@pytest.fixture
def box(qtbot: QtBot) -> Combo:
    made = Combo()
    made.fill([Entry(name, Words(name, name)) for name in ("Mission", "Motif", "Pays")])
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    return made


@pytest.fixture
def heard(box: Combo) -> list[str]:
    told: list[str] = []
    box.activated.connect(lambda _number: told.append(box.currentText()))
    return told


def test_a_word_that_is_typed_is_chosen_once_it_is_whole(box: Combo, heard: list[str], qtbot: QtBot) -> None:
    QTest.keyClicks(box, "mo")
    assert box.currentText() == "Motif"
    assert heard == []
    qtbot.waitUntil(lambda: heard == ["Motif"], timeout=5000)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_F6])
def test_another_key_finds_it_chosen(box: Combo, heard: list[str], key: Qt.Key) -> None:
    QTest.keyClicks(box, "p")
    QTest.keyClick(box, key)
    assert heard[:1] == ["Pays"]


def test_the_arrows_choose_once(box: Combo, heard: list[str], qtbot: QtBot) -> None:
    QTest.keyClick(box, Qt.Key.Key_Down)
    qtbot.wait(1_200)
    assert heard == ["Mission"]


def test_the_opened_list_begins_at_what_is_chosen(box: Combo, heard: list[str]) -> None:
    box.setCurrentIndex(2)
    for _time in range(2):
        box.showPopup()
        assert [one.data() for one in box.view().selectedIndexes()] == ["Motif"]
        box.hidePopup()
    box.showPopup()
    QTest.keyClick(box.view(), Qt.Key.Key_Down)
    QTest.keyClick(box.view(), Qt.Key.Key_Return)
    assert heard == ["Pays"]
