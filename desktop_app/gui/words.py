"""The words of the program: one `tr()` for every screen text, and the switch between French and English.

English stands in the code; `resources/i18n/<area>_fr.ts` holds the French. `build_spec/translations.py`
keeps them current. Never an f-string inside `tr`: `tr("{count} of {all} shown").format(…)`.
Plurals: `tr("%n partner(s)", "", n)`, all three given by position.
Words of the data (labels of fields, choices, problems) come from the domain: `said(words)`.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from desktop_app.paths import resources

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.domain.words import Words

Language = Literal["fr", "en"]
_BREAKS = re.compile(r"(?<=[/._-])(?=\w)|(?=@)")
_SIGNS = {"EUR": "€"}


class _Speech(QObject):
    """Tells when the language of the screen has changed."""

    changed = Signal()


speech = _Speech()
_installed: list[tuple[QTranslator, bytes]] = []
_language: Language = "en"


def tr(text: str, note: str = "", n: int = -1) -> str:
    """Return a text of the program in the user's language; `n` chooses the plural and fills `%n`."""
    return QCoreApplication.translate("", text, note or None, n)


def mark(text: str) -> str:
    """Mark a text for translation without translating it yet; `tr(marked)` says it later."""
    return text


def lang() -> Language:
    """Return the language of the screen, for the words of the data."""
    return _language


def breakable(text: str) -> str:
    """Return a text in which addresses may go on in the next line; not one to be copied."""
    return _BREAKS.sub("\u200b", text)


def halves(words: str) -> tuple[str, ...]:
    """Return words in two lines that are as long as each other as can be; a single one in one."""
    places = [place for place, letter in enumerate(words) if letter == " "]
    if not places:
        return (words,)
    middle = min(places, key=lambda place: abs(2 * place + 1 - len(words)))
    return words[:middle], words[middle + 1 :]


def percent(number: float) -> str:
    """Return a share of a hundred, as the language of the screen writes it."""
    return f"{round(number)}\u00a0%" if _language == "fr" else f"{round(number)}%"


def figure(number: int) -> str:
    """Return a number with its thousands apart, as the language of the screen writes it."""
    return f"{number:,}".replace(",", "\u202f") if _language == "fr" else f"{number:,}"


def priced(amount: str, currency: str) -> str:
    """Return an amount with the sign of its currency, or its code; nothing where there is no amount."""
    return f"{amount}\u202f{_SIGNS.get(currency, currency)}".strip() if amount else ""


def dotted(*parts: str) -> str:
    """Return what is filled of some texts, each once, with dots between."""
    return " · ".join(dict.fromkeys(part for part in parts if part))


def in_line(keys: Iterable[str]) -> str:
    """Return what keys do, one after the other: where a line ends, each still stands beside its words."""
    return "\u00a0\u00a0·  ".join(key.replace(" ", "\u00a0") for key in keys)


def unbroken(text: str) -> str:
    """Return a text whose lines never break at a hyphen within a word, such as in a reference."""
    return re.sub(r"(?<=\w)-(?=\w)", "\u2011", text)


def by(author: str, own: str) -> str:
    """Return who did something, as it is said to `own`, who sits at this computer."""
    return tr("You") if author == own else author


def labelled(field: str, value: object) -> str:
    """Return what something is called, and what it says, with the colon of the language."""
    return tr("{field}: {value}").format(field=field, value=value)


def with_figure(text: str, number: int) -> str:
    """Return a text of the translation with its number written with its thousands apart."""
    return text.replace(str(number), figure(number), 1)


def said(words: Words) -> str:
    """Return words of the data in the language of the screen."""
    return words.said(_language)


def system_language() -> Language:
    """Return French where the system speaks French first, else English."""
    return "fr" if QLocale.system().uiLanguages()[:1] and _speaks_french() else "en"


def _speaks_french() -> bool:
    return QLocale.system().uiLanguages()[0].lower().startswith("fr")


def set_language(language: Language) -> None:
    """Speak a language from now on: Qt's own dialogs, and whoever listens to `speech.changed`."""
    global _language  # noqa: PLW0603  (the screen has one language)
    if language == _language and _installed:
        return  # nobody has anything to say anew
    _language = language
    QLocale.setDefault(QLocale("fr_FR") if language == "fr" else QLocale("en_GB"))
    for translator, _data in _installed:
        QCoreApplication.removeTranslator(translator)
    _installed.clear()
    for file in _catalogues(language):
        translator = QTranslator()
        # Not by name: Qt would map the file into memory, and an update that replaces it would end the program.
        data = file.read_bytes() if file.exists() else b""
        if translator.load(data):
            QCoreApplication.installTranslator(translator)
            _installed.append((translator, data))
    speech.changed.emit()


def _catalogues(language: Language) -> list[Path]:
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / f"qtbase_{language}.qm"
    return [qt, *sorted((resources() / "i18n").glob(f"*_{language}.qm"))]
