"""What somebody may have meant who mistyped a name: asked only when nothing is found as it was typed."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

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
    """The words of all names of a base, and which of them are near to one that was typed.

    `together`: acronyms of several words by what they are when written as one.
    """

    def __init__(self, words: Iterable[str], together: Mapping[str, str] = MappingProxyType({})) -> None:
        self._words, self._together = frozenset(words), together
        self._starts: dict[int, list[str]] = {}

    @classmethod
    def of(cls, connection: Connection, entities: Iterable[str] | None = None) -> "Spelling":
        """Read the names of a base, or of some kinds of records only."""
        kinds = _NAMED.keys() if entities is None else _NAMED.keys() & set(entities)
        words, together = set[str](), dict[str, str]()
        for column, name in _names_of(connection, kinds):
            words.update(word for word in name.split() if len(word) >= _SHORTEST and not word.isdigit())
            if column == "acronym" and " " in name:
                together[name.replace(" ", "")] = name
        return cls(words, dict(sorted(together.items())))

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
        parted = next((name for one, name in self._together.items() if one.startswith(word)), None)
        if parted is not None:
            return parted
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


def _names_of(connection: Connection, kinds: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the names of some kinds of records, folded, each with the field that it stands in."""
    for entity in kinds:
        table = TABLES[entity]
        names = [name for name in _NAMED[entity] if name in table.c]
        for line in connection.execute(select(*(table.c[name] for name in names)).where(table.c.gone == 0)):
            for name, value in zip(names, line, strict=True):
                for text in value if isinstance(value, tuple) else (value,):
                    if text:
                        yield name, fold(str(text))
