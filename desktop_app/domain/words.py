"""Words of the data, which stand in both languages side by side."""

from typing import NamedTuple


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
