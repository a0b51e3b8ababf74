"""What somebody may have meant who mistyped a name: asked only when nothing is found as it was typed."""

from collections.abc import Iterable, Iterator

from rapidfuzz import process
from rapidfuzz.distance import OSA
from sqlalchemy import Connection, select

from desktop_app.domain.text import fold
from desktop_app.store.tables import TABLES

# The names by which people look for something; a mission is found through them.
_NAMED = {
    "partner": ("name", "name_fr", "name_en", "acronym", "aliases", "city"),
    "instrument": ("acronym", "title", "title_fr", "city"),
    "person": ("family_name", "given_name"),
    "unit": ("acronym", "name"),
    "event": ("title",),
    "country": ("name_fr", "name_en", "aliases"),
}
_SHORTEST = 4  # of three letters, every word is near to some other


class Spelling:
    """The words of all names of a base, and which of them are near to one that was typed."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._starts: dict[int, list[str]] = {}

    @classmethod
    def of(cls, connection: Connection, entities: Iterable[str] | None = None) -> "Spelling":
        """Read the names of a base, or of some kinds of records only."""
        kinds = _NAMED.keys() if entities is None else _NAMED.keys() & set(entities)
        return cls(word for word in _words_of(connection, kinds) if len(word) >= _SHORTEST and not word.isdigit())

    def meant(self, text: str) -> str | None:
        """Return a text with each unknown word replaced by the nearest known one; None where there is nothing near."""
        typed = fold(text).split()
        read = [self._nearest(word) for word in typed]
        return None if None in read or read == typed else " ".join(word for word in read if word)

    def _nearest(self, word: str) -> str | None:
        if len(word) < _SHORTEST or word in self._words or any(char.isdigit() for char in word):
            return word
        starts = self._starts_of(len(word))
        if word in starts:
            return word
        allowed = 1 if len(word) < 7 else 2
        # As one types a word, its beginning is compared; letters that are missing or too many make it longer or shorter.
        for length in (len(word), len(word) + 1, len(word) - 1):
            found = process.extractOne(word, self._starts_of(length), scorer=OSA.distance, score_cutoff=allowed)
            if found is not None:
                return str(found[0])
        return None

    def _starts_of(self, length: int) -> list[str]:
        if length not in self._starts:
            self._starts[length] = sorted({word[:length] for word in self._words if len(word) >= length})
        return self._starts[length]


def _words_of(connection: Connection, kinds: Iterable[str]) -> Iterator[str]:
    for entity in kinds:
        table = TABLES[entity]
        columns = [table.c[name] for name in _NAMED[entity] if name in table.c]
        for line in connection.execute(select(*columns).where(table.c.gone == 0)):
            for value in line:
                for text in value if isinstance(value, tuple) else (value,):
                    if text:
                        yield from fold(str(text)).split()
