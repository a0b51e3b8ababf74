"""Words of the data, which stand in both languages side by side."""

from collections.abc import Iterable
from typing import NamedTuple

from desktop_app.domain.text import fold


class Words(NamedTuple):
    """The same words in French and in English."""

    fr: str
    en: str

    def said(self, lang: str) -> str:
        """Return the words in a language (`fr` or `en`; anything else is English)."""
        return self.fr if lang == "fr" else self.en

    def filled(self, **values: object) -> "Words":
        """Put values into the `{names}` of both languages."""
        return Words(self.fr.format(**values), self.en.format(**values))


LANGUAGES = ("fr", "en")


def listed(parts: Iterable[str], lang: str) -> str:
    """Return several values one after the other: with commas, or semicolons where a value has a comma itself."""
    found = sorted(parts, key=fold)
    if any("," in part for part in found):
        return ("\u00a0; " if lang == "fr" else "; ").join(found)
    return ", ".join(found)
