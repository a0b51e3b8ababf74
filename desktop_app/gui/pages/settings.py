"""Settings of this machine: language, theme, text size, density. No OK button: each change applies at once."""

from PySide6.QtWidgets import QComboBox, QFormLayout, QFrame, QLabel

from desktop_app.gui.page import Page, PageHead
from desktop_app.gui.parts import column, label, line, look_as, row
from desktop_app.gui.theme import look
from desktop_app.gui.words import lang, mark, set_language, tr
from desktop_app.gui.workspace import Workspace

_THEMES = (("system", mark("As the system")), ("light", mark("Light")), ("dark", mark("Dark")))
_SIZES = ((0.9, "90 %"), (1.0, "100 %"), (1.1, "110 %"), (1.25, "125 %"), (1.5, "150 %"))
_LANGUAGES = (("en", "English"), ("fr", "Français"))


class SettingsPage(Page):
    """One page, applied as one chooses."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.setObjectName("page_settings")
        self.head = PageHead()
        self.language, self.theme, self.text_size = QComboBox(), QComboBox(), QComboBox()
        self._labels = (QLabel(), QLabel(), QLabel())
        self._general = label("", "heading")
        self._place, self._where = label("", "muted"), label("", "muted", wrap=True)
        self._lay_out()
        for code, name in _LANGUAGES:
            self.language.addItem(name, code)
        for scale, name in _SIZES:
            self.text_size.addItem(name, scale)
        self.language.activated.connect(lambda: self._speak(self.language.currentData()))
        self.theme.activated.connect(self._on_look)
        self.text_size.activated.connect(self._on_look)
        look.changed.connect(self._show_values)
        self.finish()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(10)
        for words, editor in zip(self._labels, (self.language, self.theme, self.text_size), strict=True):
            words.setBuddy(editor)
            editor.setMinimumWidth(look.px(220))
            form.addRow(words, editor)
        card = QFrame()
        look_as(card, "card")
        card.setLayout(column(self._general, form, margins=(18, 14, 18, 16), spacing=12))
        files = QFrame()
        look_as(files, "card")
        files.setLayout(column(self._place, self._where, margins=(18, 14, 18, 16), spacing=4))
        body = column(card, files, None, margins=(20, 16, 20, 16), spacing=12)
        top = QFrame()
        top.setLayout(column(self.head, margins=(20, 13, 16, 13)))
        self.setLayout(column(top, line(), row(body, None, spacing=0), spacing=0))

    def load(self) -> None:
        """Show where the base is."""
        self._where.setText(str(self.workspace.store.path))

    def _speak(self, language: str) -> None:
        set_language("fr" if language == "fr" else "en")
        self.workspace.settings.keep("language", language)

    def _on_look(self) -> None:
        look.apply(self.theme.currentData(), self.text_size.currentData())
        self.workspace.settings.keep("theme", look.mode)
        self.workspace.settings.keep("text_scale", look.scale)

    def _show_values(self) -> None:
        self.language.setCurrentIndex(self.language.findData(lang()))
        self.theme.setCurrentIndex(self.theme.findData(look.mode))
        nearest = min(range(len(_SIZES)), key=lambda place: abs(_SIZES[place][0] - look.scale))
        self.text_size.setCurrentIndex(nearest)

    def status(self) -> str:
        """Say that each change applies at once."""
        return tr("Each change applies at once.")

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        super().retranslate()
        self.head.title.setText(tr("Settings"))
        self._general.setText(tr("General"))
        self._place.setText(tr("The open base"))
        editors, texts = (self.language, self.theme, self.text_size), (tr("Language"), tr("Theme"), tr("Text size"))
        for words, editor, text in zip(self._labels, editors, texts, strict=True):
            words.setText(text)
            editor.setAccessibleName(text)
        self.theme.clear()
        for mode, text in _THEMES:
            self.theme.addItem(tr(text), mode)
        self._show_values()
        self.say()
