"""Search as you type: folded words in any order, each a prefix, in every script."""

from collections.abc import Iterable
from functools import lru_cache

from desktop_app.domain.text import fold

# Words of choices, towns and years come back with every record.
_folded = lru_cache(maxsize=20_000)(fold)


def match_of(text: str) -> str | None:
    """Return the full-text question for what was typed: each word a phrase prefix, all of them; None for nothing."""
    phrases = [f'"{folded}"*' for word in text.split() if (folded := fold(word))]
    return " ".join(phrases) or None


def searched(words: Iterable[str]) -> str:
    """Return the folded text that is indexed for a record, each text once."""
    return " ".join(dict.fromkeys(folded for text in words if (folded := _folded(text))))
