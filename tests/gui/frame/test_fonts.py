"""Names in every script are shown, whatever fonts the system has."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QImage, QPainter, QRawFont
from PySide6.QtWidgets import QApplication

from desktop_app.gui.fonts import _SHIPPED, lend_fonts
from desktop_app.paths import resources

NAMES = {
    "Chinese": "北京", "Japanese": "東京", "Korean": "서울", "Thai": "มหิดล", "Lao": "ວຽງ", "Khmer": "ភ្នំពេញ", "Burmese": "ရန်ကုန်",
    "Hindi": "भारतीय", "Tamil": "இந்திய", "Arabic": "عبدالله", "Hebrew": "תל", "Vietnamese": "Cần Thơ",
}  # fmt: skip


def drawn(text: str) -> QImage:
    """A text as the program draws it."""
    picture = QImage(240, 40, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.drawText(10, 28, text)
    painter.end()
    return picture


def test_every_script_has_a_font_after_lending(qapp: QApplication) -> None:
    del qapp
    lend_fonts()
    assert [system for system in _SHIPPED if not QFontDatabase.families(system)] == []
    assert lend_fonts() == []


@pytest.mark.parametrize("file", sorted(set(_SHIPPED.values())))
def test_what_is_lent_is_there_and_can_be_read(file: str, qapp: QApplication) -> None:
    del qapp
    assert QRawFont(str(resources() / "fonts" / file), 16).isValid()


@pytest.mark.parametrize("language", NAMES)
def test_no_letter_is_drawn_as_a_box(language: str, qapp: QApplication) -> None:
    del qapp
    lend_fonts()
    # A character that no font has is a box; two letters that are both boxes look the same.
    box = drawn("\U000e0fff" * len(NAMES[language]))
    shown = drawn(NAMES[language])
    assert shown != box
    assert shown != drawn("\U000e0ffe" * len(NAMES[language]))
    letters = {bytes(drawn(letter).bits()) for letter in NAMES[language] if letter.isalpha()}
    assert len(letters) == len({letter for letter in NAMES[language] if letter.isalpha()})
