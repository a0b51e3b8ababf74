"""The two themes: enough contrast everywhere, and one switch that everything follows."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QSpinBox

from desktop_app.gui import icons, theme
from desktop_app.gui.parts import label
from desktop_app.gui.theme import DARK, HUES, LIGHT, Theme, contrast, high_contrast, look
from desktop_app.paths import resources

ROOT = Path(__file__).resolve().parents[3]
ENOUGH = 4.5
THEMES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=lambda one: one.name)


@THEMES
def test_the_icon_of_a_filled_button_that_is_not_ready_is_seen_like_its_words(
    qapp: QApplication, colours: Theme
) -> None:
    look.apply(colours.name, 1.0, qapp.font().family())
    image = icons.icon("save", "white").pixmap(64, QIcon.Mode.Disabled).toImage()
    inks = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    ink = next(one.name().upper() for one in inks if one.alpha() == 255)
    look.apply("light", 1.0, qapp.font().family())
    assert contrast(ink, colours.badge) >= 3


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_fields_of_every_kind_are_equally_high(qapp: QApplication, scale: float) -> None:
    look.apply("light", scale, qapp.font().family())
    fields = (QLineEdit(), QComboBox(), QSpinBox())
    for field in fields:
        field.ensurePolished()
    high = {field.sizeHint().height() for field in fields}
    look.apply("light", 1.0, qapp.font().family())
    assert len(high) == 1


@pytest.mark.parametrize("kind", ["title", "heading", "muted"])
def test_the_hook_of_a_letter_is_not_cut_at_the_left(qapp: QApplication, kind: str) -> None:
    look.apply("light", 1.0, qapp.font().family())
    tight, free = label("Joint", kind), label("Joint", kind)
    free.setContentsMargins(20, 0, 0, 0)
    assert _ink(tight) == _ink(free)


def _ink(shown: QLabel) -> int:
    """How many points of a label are not of its ground."""
    shown.adjustSize()
    image = shown.grab().toImage()
    ground = image.pixel(image.width() - 1, 0)
    return sum(image.pixel(x, y) != ground for x in range(image.width()) for y in range(image.height()))


@THEMES
@pytest.mark.parametrize("ground", ["window", "side", "surface", "header", "hover", "selection"])
@pytest.mark.parametrize("text", ["text", "muted", "faint"])
def test_text_can_be_read_on_every_ground(colours: Theme, ground: str, text: str) -> None:
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= ENOUGH


@THEMES
@pytest.mark.parametrize("text", ["accent", "warn", "error", "ok"])
def test_meaning_can_be_read_on_the_grounds_where_it_stands(colours: Theme, text: str) -> None:
    for ground in ("window", "surface"):
        assert contrast(getattr(colours, text), getattr(colours, ground)) >= ENOUGH


@THEMES
@pytest.mark.parametrize("hue", HUES)
def test_chips_can_be_read(colours: Theme, hue: theme.Hue) -> None:
    chip = colours.chips[hue]
    assert contrast(chip.background, chip.text) >= ENOUGH


@THEMES
def test_filled_buttons_filters_and_badges_can_be_read(colours: Theme) -> None:
    assert contrast("#FFFFFF", colours.filled) >= ENOUGH
    assert contrast("#FFFFFF", colours.filled_hover) >= ENOUGH
    assert contrast(colours.filter_text, colours.filter) >= ENOUGH
    assert contrast(colours.muted, colours.badge) >= ENOUGH
    assert contrast(colours.warn, colours.selection) >= ENOUGH
    assert contrast(colours.ok_selected, colours.selection) >= ENOUGH


@THEMES
def test_borders_of_fields_can_be_seen(colours: Theme) -> None:
    assert contrast(colours.input_border, colours.surface) >= 3


def test_the_switch_changes_palette_sheet_and_icons_at_once(qapp: QApplication) -> None:
    look.apply("light")
    shown = QLabel("words")
    light = icons.icon("plane").pixmap(16, 16).toImage()
    look.apply("dark")
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.window
    assert DARK.selection in qapp.styleSheet()
    shown.show()
    assert shown.palette().color(QPalette.ColorRole.WindowText).name().upper() == DARK.text
    assert icons.icon("plane").pixmap(16, 16).toImage() != light
    look.apply("light")
    assert LIGHT.selection in qapp.styleSheet()


def test_the_text_size_scales_fonts_and_heights(qapp: QApplication) -> None:
    look.apply("light", 1.5)
    assert qapp.font().pixelSize() == 20
    assert look.px(48) == 72
    look.apply("light", 9)
    assert look.scale == 1.5
    look.apply("light", 1.0)
    assert qapp.font().pixelSize() == 13


def test_no_widget_carries_a_sheet_of_its_own() -> None:
    guilty = [
        path.name
        for path in (ROOT / "desktop_app").rglob("*.py")
        if "setStyleSheet(" in path.read_text(encoding="utf-8") and path.name != "theme.py"
    ]
    assert guilty == []


def test_nobody_runs_the_event_loop_by_hand() -> None:
    guilty = [
        path.name
        for path in (ROOT / "desktop_app").rglob("*.py")
        if "processEvents(" in path.read_text(encoding="utf-8").replace("never processEvents()", "")
    ]
    assert guilty == []


def test_every_icon_that_is_named_is_there_with_its_licence() -> None:
    named = set()
    for path in (ROOT / "desktop_app" / "gui").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        named |= set(re.findall(r'\bicon(?:_button)?\("([a-z0-9-]+)"', text))
        named |= set(re.findall(r'\bicon="([a-z0-9-]+)"', text))
    missing = [name for name in named if not (resources() / "icons" / f"{name}.svg").exists()]
    assert named
    assert missing == []
    assert "ISC License" in (resources() / "icons" / "LICENSE").read_text(encoding="utf-8")


@pytest.mark.usefixtures("qapp")
def test_an_icon_is_sharp_at_every_ratio() -> None:
    picture = icons.pixmap("plane", "#000000", 16, 2.0)
    assert picture.width() == 32
    assert picture.deviceIndependentSize().width() == 16


@pytest.mark.parametrize("usual", [LIGHT, DARK])
def test_more_contrast_is_more_contrast(usual: Theme) -> None:
    more = high_contrast(usual)
    for back in (more.window, more.side, more.surface, more.header, more.button):
        for fore in (more.text, more.muted, more.faint, more.ok, more.warn, more.error, more.accent):
            assert contrast(fore, back) >= 7, (fore, back)
        for line in (more.hairline, more.button_border, more.input_border):
            assert contrast(line, back) >= 7
    for chip in more.chips.values():
        assert contrast(chip.text, chip.background) >= 7


def test_what_the_system_asks_for_is_given_at_once(qapp: QApplication) -> None:
    look.apply("light", family=qapp.font().family())
    look.give_contrast(high=True)
    assert look.theme == high_contrast(LIGHT)
    look.apply("dark")
    assert look.theme == high_contrast(DARK)
    look.give_contrast(high=False)
    assert look.theme is DARK
    look.ask_contrast()  # the machine of the tests asks for nothing
    assert look.theme is DARK
    look.apply("light")
