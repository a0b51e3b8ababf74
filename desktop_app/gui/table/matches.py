"""Where a text says what was searched: the beginnings of words, whatever their accents and case."""

from functools import lru_cache

from desktop_app.domain.text import fold

Spans = tuple[tuple[int, int], ...]


def needles_of(text: str) -> tuple[str, ...]:
    """Return the folded words that are searched for a text."""
    return tuple(dict.fromkeys(folded for word in text.split() if (folded := fold(word))))


@lru_cache(maxsize=20_000)
def matches(text: str, needles: tuple[str, ...]) -> Spans:
    """Return the parts of a text that begin with a needle, in order and without overlaps."""
    folded, places = _folded(text)
    whole = "".join(folded)
    if not any(needle in whole for needle in needles):
        return ()
    found: list[tuple[int, int]] = []
    for needle in needles:
        start = whole.find(needle)
        while start >= 0:
            if start == 0 or whole[start - 1] == " " or not whole[start - 1].isalnum() or not whole[start].isascii():
                found.append((places[start], places[start + len(needle) - 1] + 1))
            start = whole.find(needle, start + 1)
    return _merged(sorted(found))


def _folded(text: str) -> tuple[list[str], list[int]]:
    """Return the folded letters of a text, and for each the place of the letter that it comes from."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        folded = fold(letter) or ("" if _is_mark(letter) else " ")
        # Signs between words count as one space, as they do in the index.
        if folded == " " and letters and letters[-1] == " ":
            continue
        letters.extend(folded)
        places.extend([place] * len(folded))
    return letters, places


def _is_mark(letter: str) -> bool:
    return "\u0300" <= letter <= "\u036f"


def _merged(spans: list[tuple[int, int]]) -> Spans:
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)
