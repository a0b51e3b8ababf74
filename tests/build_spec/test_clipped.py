"""What has no room on a screen is found: words that are cut, what stands beyond an edge; what has room is not."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.gui.parts import Elided

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "build_spec"))

from clipped import clipped

WORDS = "Accord de coopération scientifique"


def _label(on: QWidget) -> QWidget:
    return QLabel(WORDS, on)


def _wrapped(on: QWidget) -> QWidget:
    label = QLabel(WORDS, on)
    label.setWordWrap(True)
    return label


def _button(on: QWidget) -> QWidget:
    return QPushButton(WORDS, on)


def _choice(on: QWidget) -> QWidget:
    box = QComboBox(on)
    box.addItem(WORDS)
    return box


def _line(on: QWidget) -> QWidget:
    line = QLineEdit(on)
    line.setPlaceholderText(WORDS)
    return line


MAKERS = (_label, _wrapped, _button, _choice, _line)


@pytest.mark.parametrize("make", MAKERS)
def test_words_without_room_are_said_to_be_cut(qtbot: QtBot, make: Callable[[QWidget], QWidget]) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    root.resize(600, 200)
    part = make(root)
    root.show()
    part.setGeometry(10, 10, 400, 40)
    assert list(clipped(root)) == []
    part.resize(60, 20)
    assert [WORDS in line and line.startswith("cut") for line in clipped(root)] == [True]


def test_a_name_that_is_shortened_is_told_apart(qtbot: QtBot) -> None:
    name = Elided(WORDS)
    qtbot.addWidget(name)
    name.resize(60, 20)
    name.show()
    assert [line.partition(" · ")[0] for line in clipped(name)] == ["shortened"]


def test_what_stands_beyond_an_edge_is_found_but_not_what_can_be_scrolled_to(qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    root.resize(400, 100)
    area, held = QScrollArea(root), QWidget()
    area.setGeometry(0, 0, 400, 100)
    low = QLabel(WORDS, held)
    low.adjustSize()
    low.move(5, 85)
    held.resize(380, 300)
    area.setWidget(held)
    root.show()
    assert list(clipped(root)) == []
    loose = QPushButton("Annuler", root)
    loose.move(370, 10)
    loose.show()
    assert ["Annuler" in line and line.startswith("beyond") for line in clipped(root)] == [True]
