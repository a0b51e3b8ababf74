"""Values of cells: plain, canonical data, the same in the base, the journal, JSON and workbooks.

text, code, choice and link: `str` (a link is the id of a record) · date: ISO `str`, year or month only where no more is
known · amount: decimal `str` · number: `int` · yes or no: `bool` · several values: sorted `tuple[str, ...]` · nothing: `None`
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from desktop_app.domain.words import Words

Value = str | int | bool | tuple[str, ...] | None
Record = Mapping[str, Value]


def members(record: Record, name: str) -> tuple[str, ...]:
    """Return the values of a field that holds several; none where it is not filled in."""
    value = record.get(name)
    return value if isinstance(value, tuple) else ()


class Unreadable(ValueError):
    """A text that can't be read as a value, with the sentence for the user and, where there is one, a guess."""

    def __init__(self, words: Words, guess: Value = None) -> None:
        super().__init__(words.en)
        self.words = words
        self.guess = guess


def _no_links(_entity: str, _text: str) -> str | None:
    return None


def _id_as_label(id_: str) -> str:
    return id_


@dataclass(frozen=True, slots=True)
class Reading:
    """How cells are read: the language to prefer, and how a link's text finds its record (entity, text) -> id."""

    lang: str = "fr"
    resolve: Callable[[str, str], str | None] = _no_links


@dataclass(frozen=True, slots=True)
class Showing:
    """How values are shown: the language, and the words for a linked record (id) -> label; `other`: in the other language."""

    lang: str = "fr"
    label: Callable[[str], str] = _id_as_label
    other: Callable[[str], str] = _id_as_label
