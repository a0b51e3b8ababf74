"""Theme, text size and language: applied at once, kept on this machine."""

from PySide6.QtCore import QObject

from desktop_app.gui.actions import action, collect
from desktop_app.gui.theme import Mode, look
from desktop_app.gui.words import Language, mark, set_language
from desktop_app.settings import Settings

SCALES = (0.9, 1.0, 1.1, 1.25, 1.5)


class LookCommands(QObject):
    """The commands that change how everything looks."""

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self.commands = collect(self)

    @action(mark("Light or dark theme"), icon="moon", menu="view")
    def change_theme(self) -> None:
        """Change between the light and the dark theme."""
        mode: Mode = "light" if look.theme.name == "dark" else "dark"
        self._settings.keep("theme", mode)
        look.apply(mode, look.scale)

    @action(mark("Larger text"), keys=("Ctrl++", "Ctrl+="), menu="view", window=True)
    def larger(self) -> None:
        """Make all text larger, up to 150 %."""
        self._resize_text(+1)

    @action(mark("Smaller text"), keys=("Ctrl+-",), menu="view", window=True)
    def smaller(self) -> None:
        """Make all text smaller, down to 90 %."""
        self._resize_text(-1)

    # On French keyboards the key of 0 types à.
    @action(mark("Usual text size"), keys=("Ctrl+0", "Ctrl+à"), menu="view", window=True)
    def usual_size(self) -> None:
        """Make all text 100 % again."""
        self._scale(1.0)

    def _resize_text(self, step: int) -> None:
        nearest = min(range(len(SCALES)), key=lambda place: abs(SCALES[place] - look.scale))
        self._scale(SCALES[min(len(SCALES) - 1, max(0, nearest + step))])

    def _scale(self, scale: float) -> None:
        self._settings.keep("text_scale", scale)
        look.apply(look.mode, scale)

    def speak(self, language: str) -> None:
        """Change the language of the screen."""
        chosen: Language = "fr" if language == "fr" else "en"
        self._settings.keep("language", chosen)
        set_language(chosen)
