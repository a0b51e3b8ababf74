"""The look: colours of the light and the dark theme, their palettes, and the one switch between them.

A widget never carries colours of its own. It takes `theme.now().text` when it paints, or an object name or a
property (`kind`, `hue`) that a rule of `stylesheet.py` knows.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal, NamedTuple

from PySide6.QtCore import QObject, QPoint, QSize, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

Hue = Literal["blue", "teal", "violet", "amber", "rose", "green", "grey", "red"]
Mode = Literal["system", "light", "dark"]
HUES: tuple[Hue, ...] = ("blue", "teal", "violet", "amber", "rose", "green", "grey", "red")
BODY_PX = 13
# Given to QApplication: the same style on every system, and made only once.
STYLE = ("-style", "Fusion")
SMALL_PX = 12


class Chip(NamedTuple):
    """The two colours of a chip."""

    background: str
    text: str


class Theme(NamedTuple):
    """Every colour that the screens use, by what it is for."""

    name: Literal["light", "dark"]
    window: str
    side: str
    surface: str
    header: str
    hairline: str
    row_line: str
    hover: str
    button: str
    button_border: str
    input_border: str
    text: str
    muted: str
    faint: str
    accent: str
    filled: str
    filled_hover: str
    selection: str
    filter: str
    filter_text: str
    badge: str
    rail: str
    ok: str
    ok_selected: str
    warn: str
    error: str
    chips: dict[Hue, Chip]


LIGHT = Theme(
    name="light",
    window="#F5F6F8",
    side="#ECEFF3",
    surface="#FFFFFF",
    header="#FAFBFC",
    hairline="#E1E5EA",
    row_line="#E1E5EA",
    hover="#F1F4F8",
    button="#FFFFFF",
    button_border="#C5CCD6",
    input_border="#8A94A2",
    text="#1A222D",
    muted="#566172",
    faint="#5D6878",
    accent="#1D5BB8",
    filled="#1D5BB8",
    filled_hover="#184E9F",
    selection="#DCE8FA",
    filter="#E5EEFB",
    filter_text="#1B4F9C",
    badge="#DDE2E9",
    rail="#E9ECF0",
    ok="#1B7A43",
    ok_selected="#176B3A",
    warn="#8F5600",
    error="#B3261E",
    chips={
        "blue": Chip("#E0EBFB", "#1B4F9C"),
        "teal": Chip("#D9F1EE", "#0B5F58"),
        "violet": Chip("#ECE6FA", "#5635A8"),
        "amber": Chip("#FCEFD2", "#7A4A00"),
        "rose": Chip("#FBE3EA", "#98214B"),
        "green": Chip("#DDF3E4", "#17643A"),
        "grey": Chip("#E9ECF0", "#4A5463"),
        "red": Chip("#FCE4E2", "#A1231C"),
    },
)

DARK = Theme(
    name="dark",
    window="#12161B",
    side="#0E1216",
    surface="#181D24",
    header="#1B2129",
    hairline="#29313B",
    row_line="#252C36",
    hover="#1F2630",
    button="#1D232B",
    button_border="#3C4652",
    input_border="#6C7888",
    text="#E4E9F0",
    muted="#A5B0BF",
    faint="#94A0B0",
    accent="#7FB2FF",
    filled="#2B66C9",
    filled_hover="#3571D6",
    selection="#1F3658",
    filter="#1B2C46",
    filter_text="#BBD4FF",
    badge="#2A313B",
    rail="#2A313B",
    ok="#6FD093",
    ok_selected="#6FD093",
    warn="#F0BA62",
    error="#FF8A80",
    chips={
        "blue": Chip("#17335C", "#A9CCFF"),
        "teal": Chip("#0F3A38", "#86DCD2"),
        "violet": Chip("#33275A", "#CBB9FF"),
        "amber": Chip("#42310F", "#F3C878"),
        "rose": Chip("#48202F", "#FFB0C8"),
        "green": Chip("#15392A", "#8ADDAA"),
        "grey": Chip("#2A313B", "#B7C1CE"),
        "red": Chip("#4A1F1E", "#FFB0A8"),
    },
)


def high_contrast(theme: Theme) -> Theme:
    """Return a theme for those who have asked their system for more contrast: no greys for words, lines that stand out."""
    ink, paper = ("#000000", "#FFFFFF") if theme.name == "light" else ("#FFFFFF", "#000000")
    chips = {
        hue: Chip(paper, chip.text if theme.name == "dark" else _darker(chip.text)) for hue, chip in theme.chips.items()
    }
    return theme._replace(
        window=paper, side=paper, surface=paper, header=paper, button=paper, text=ink, muted=ink, faint=ink,
        hairline=ink, row_line=ink, button_border=ink, input_border=ink, rail=ink, badge=theme.selection,
        accent=_darker(theme.accent) if theme.name == "light" else theme.accent,
        filter_text=ink, ok=theme.ok if theme.name == "dark" else _darker(theme.ok),
        ok_selected=theme.ok_selected if theme.name == "dark" else _darker(theme.ok_selected),
        warn=theme.warn if theme.name == "dark" else _darker(theme.warn),
        error=theme.error if theme.name == "dark" else _darker(theme.error), chips=chips,
    )  # fmt: skip


def _darker(colour: str) -> str:
    return QColor(colour).darker(150).name()


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG counts it (4.5 is asked of text)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    named = QColor(colour)
    channels = (named.redF(), named.greenF(), named.blueF())
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)


class Look(QObject):
    """The theme and the text size in use; `changed` tells those who paint by themselves."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.theme: Theme = LIGHT
        self.scale = 1.0
        self.mode: Mode = "system"
        self._family = ""
        self._following = False
        self.contrasted = False

    def apply(self, mode: Mode = "system", scale: float = 1.0, family: str = "") -> None:
        """Give the whole program a theme and a text size (0.9 to 1.5), at once."""
        from desktop_app.gui.stylesheet import stylesheet

        app = _application()
        before = self.scale
        self.mode, self.scale = mode, min(1.5, max(0.9, scale))
        self._family = family or self._family or app.font().family()
        chosen = DARK if mode == "dark" or (mode == "system" and self._system_is_dark()) else LIGHT
        self.theme = high_contrast(chosen) if self.contrasted else chosen
        font = QFont(self._family)
        font.setPixelSize(self.px(BODY_PX))
        app.setFont(font)
        app.setPalette(palette(self.theme))
        sheet = stylesheet(self.theme, self.scale)
        if app.styleSheet() != sheet:
            # Qt restyles each widget once for each of its ancestors where one sheet replaces another, once where none was.
            app.setStyleSheet("")
            app.setStyleSheet(sheet)
        if self.scale != before:
            for widget in app.allWidgets():
                if isinstance(widget, QAbstractButton):
                    self._size_icon(widget)
                elif widget.isWindow() and not widget.isMaximized():
                    self._size_window(widget)
        self._follow_the_system()
        self.changed.emit()

    def px(self, pixels: float) -> int:
        """Return a length in pixels at the present text size."""
        return round(pixels * self.scale)

    def font(self, pixels: int = BODY_PX, *, bold: bool = False) -> QFont:
        """Return the program's font at a size; bold is the 600 of headings."""
        font = QFont(self._family or _application().font().family())
        font.setPixelSize(self.px(pixels))
        if bold:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def size_icon(self, button: QAbstractButton, width: int, height: int) -> None:
        """Give a button's icon a size that follows the text size."""
        button.setProperty("icon_px", QSize(width, height))
        self._size_icon(button)

    def _size_icon(self, button: QAbstractButton) -> None:
        size = button.property("icon_px")
        if isinstance(size, QSize):
            button.setIconSize(QSize(self.px(size.width()), self.px(size.height())))

    def size_window(self, window: QWidget, width: int, height: int) -> None:
        """Give a window a size that follows the text size, but never more than its screen has."""
        window.setProperty("open_px", QSize(width, height))
        self._size_window(window)

    def _size_window(self, window: QWidget) -> None:
        size, room = window.property("open_px"), window.screen().availableGeometry()
        if not isinstance(size, QSize):
            return
        window.resize(min(self.px(size.width()), room.width() - 40), min(self.px(size.height()), room.height() - 60))
        if window.isVisible():  # else it is put in the middle once it is shown
            beyond = window.frameGeometry().bottomRight() - room.bottomRight()
            window.move(window.pos() - QPoint(max(0, beyond.x()), max(0, beyond.y())))

    def _system_is_dark(self) -> bool:
        if not self._following:
            # Before our own palette is set, the application has the system's.
            return QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128
        from PySide6.QtCore import Qt

        return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark

    def _follow_the_system(self) -> None:
        if not self._following:
            self._following = True
            self._hints = QGuiApplication.styleHints()
            self._hints.colorSchemeChanged.connect(self._on_system_scheme)
            self._needs = self._hints.accessibility()
            self._needs.contrastPreferenceChanged.connect(self.ask_contrast)
            # After the first paint: the answer comes with the namespace Qt, which takes long to load.
            QTimer.singleShot(500, self, self.ask_contrast)

    def ask_contrast(self, *_preference: object) -> None:
        """Look whether the system asks for more contrast, and give it at once."""
        from PySide6.QtCore import Qt

        hints = QGuiApplication.styleHints()  # its parts live no longer than this
        asked = hints.accessibility().contrastPreference()
        self.give_contrast(high=asked == Qt.ContrastPreference.HighContrast)

    def give_contrast(self, *, high: bool) -> None:
        """Give more contrast, or the usual one."""
        if high != self.contrasted:
            self.contrasted = high
            self.apply(self.mode, self.scale)

    def _on_system_scheme(self) -> None:
        if self.mode == "system":
            self.apply("system", self.scale)


def _application() -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("The look needs a running QApplication.")  # noqa: TRY004  (not about a type)
    return app


def palette(theme: Theme) -> QPalette:
    """Make the palette of a theme, for everything that the stylesheet does not name."""
    role = QPalette.ColorRole
    made = QPalette()
    for which, colour in (
        (role.Window, theme.window),
        (role.WindowText, theme.text),
        (role.Base, theme.surface),
        (role.AlternateBase, theme.header),
        (role.Text, theme.text),
        (role.PlaceholderText, theme.faint),
        (role.Button, theme.button),
        (role.ButtonText, theme.text),
        (role.BrightText, theme.error),
        (role.ToolTipBase, theme.surface),
        (role.ToolTipText, theme.text),
        (role.Highlight, theme.filled),
        (role.HighlightedText, "#FFFFFF"),
        (role.Link, theme.accent),
        (role.LinkVisited, theme.accent),
        (role.Accent, theme.filled),
        (role.Light, theme.hairline),
        (role.Midlight, theme.hairline),
        (role.Mid, theme.button_border),
        (role.Dark, theme.button_border),
        (role.Shadow, theme.hairline),
    ):
        made.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(theme.faint))
    return made


look = Look()


def now() -> Theme:
    """Return the theme in use."""
    return look.theme


@contextmanager
def on_paper() -> Iterator[None]:
    """Let what is painted meanwhile have the colours of paper: a picture that is copied goes into a letter or a slide."""
    held = look.theme
    look.theme = LIGHT
    try:
        yield
    finally:
        look.theme = held
