"""Search as you type: folded words in any order, each a prefix, in every script."""

import re
from collections.abc import Iterable
from functools import lru_cache

from desktop_app.domain.text import fold

_CODE = re.compile(r"^([^\W\d]+)(\d+)$")

# Words of choices, towns and years come back with every record.
_folded = lru_cache(maxsize=20_000)(fold)


def match_of(text: str) -> str | None:
    """Return the full-text question for what was typed: each word a phrase prefix, all of them; None for nothing."""
    phrases = [_phrase(folded) for word in text.split() if (folded := fold(word))]
    return " AND ".join(phrases) or None


def _phrase(word: str) -> str:
    # Codes are kept spaced (UMR 7606) and often typed in one word.
    spaced = _CODE.sub(r"\1 \2", word)
    return f'"{word}"*' if spaced == word else f'("{word}"* OR "{spaced}"*)'


def searched(words: Iterable[str]) -> str:
    """Return the folded text that is indexed for a record, each text once."""
    return " ".join(dict.fromkeys(folded for text in words if (folded := _folded(text))))
