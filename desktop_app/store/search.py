"""Search as you type: folded words in any order, each a prefix, in every script."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from sqlalchemy import Connection

from desktop_app.domain.text import fold
from desktop_app.store.places import own_tables

_CODE = re.compile(r"^([^\W\d]+)(\d+)$")

# Beginnings up to this length are in the index themselves; of longer ones, so many words are asked for one by one.
_INDEXED, _FEW = 3, 12
_LAST = "\U0010ffff"
_MADE = "words"

# Words of choices, towns and years come back with every record.
folded = lru_cache(maxsize=20_000)(fold)


def match_of(text: str, begun: Callable[[str], Sequence[str]] | None = None) -> str | None:
    """Return the full-text question for what was typed: each word a phrase prefix, all of them; None for nothing.

    `begun` gives the words of an index that a beginning may become, none where they are too many.
    """
    phrases = [_phrase(found, begun) for word in text.split() if (found := fold(word))]
    return " AND ".join(phrases) or None


def match_in(connection: Connection, name: str, text: str) -> str | None:
    """Return the full-text question to the index of an entity, which gives its first answers before it has found all.

    SQLite gathers all records of all words that start as typed before it gives the first; of a word, it reads on as needed.
    """

    def begun(word: str) -> Sequence[str]:
        _list_words(connection, name)
        found: list[str] = []
        start = word
        while len(found) <= _FEW:
            line = connection.exec_driver_sql(asked, (start, word + _LAST)).first()
            if line is None:
                return found
            found.append(line[0])
            start = f"{line[0]}\0"
        return ()

    asked = f"SELECT term FROM temp.words_{name} WHERE term >= ? AND term < ? LIMIT 1"  # noqa: S608  # an entity's name
    return match_of(text, begun)


def _list_words(connection: Connection, name: str) -> None:
    """Make the words of an index readable over a connection, the first time that they are asked for."""
    made: set[str] = connection.info.setdefault(_MADE, set())
    if name not in made:
        with own_tables(connection) as raw:
            raw.execute(f"CREATE VIRTUAL TABLE temp.words_{name} USING fts5vocab(main, search_{name}, instance)")
        made.add(name)


def _phrase(word: str, begun: Callable[[str], Sequence[str]] | None) -> str:
    # Codes are kept spaced (UMR 7606) and often typed in one word.
    spaced = _CODE.sub(r"\1 \2", word)
    if spaced != word:
        return f'("{word}"* OR "{spaced}"*)'
    if begun and len(word) > _INDEXED and " " not in word and (words := begun(word)):
        whole = " OR ".join(f'"{one}"' for one in words)
        return f"({whole})"
    return f'"{word}"*'


def searched(words: Iterable[str]) -> str:
    """Return the folded text that is indexed for a record, each text once."""
    return " ".join(dict.fromkeys(found for text in words if (found := folded(text))))
