"""How much a row looks like what an export had shown, and which one it can only be.

Whole rows first, then natural keys, then likeness: mutually the best, at least 0.80, clearly better than any other, and by
words that no other row bears.
Whatever remains is for a person; nothing is attached on a guess.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from desktop_app.domain.text import fold
from desktop_app.domain.types import Email, Several, Text, Type, Web, as_text
from desktop_app.excel.lossy import same, settled
from desktop_app.excel.sheets import Value as Raw

ENOUGH, CLEARLY = 0.80, 0.15
_KEY_AGREES = 0.75
_INFORMATIVE = 2
# A text that stands in more rows tells none of them from the others.
_COMMON = 12
_DIGITS, _OTHER_NUMBER = re.compile(r"\d+"), 0.5
_TRIED = 12

Cells = Sequence[Raw]


class Column(NamedTuple):
    """A field that both sides show: its type, and whether its text names a record."""

    type: Type
    key: bool


class Likeness(NamedTuple):
    """What a row was found to be: the place of what it looks like, how much, and by what."""

    place: int
    score: float
    how: str  # whole, key, likeness


def match(
    rows: Sequence[Cells], sent: Sequence[Cells], columns: Sequence[Column], free: Iterable[int]
) -> tuple[dict[int, Likeness], dict[int, list[Likeness]]]:
    """Return which rows are which of those that were sent, and for the rest the few that they look like most.

    Both hold the cells of the same columns. `free` are the places in `sent` that no other row of the file has taken; the
    others compete all the same when a key is looked for, so that a twin is never taken for the one that is there.
    """
    left, open_ = dict(enumerate(rows)), set(free)
    found: dict[int, Likeness] = {}
    for row, place in _equal(left, sent, columns, open_).items():
        found[row] = Likeness(place, 1.0, "whole")
    _take(found, left, open_)
    for row, place in _by_key(left, sent, columns, open_).items():
        found[row] = Likeness(place, score(left[row], sent[place], columns), "key")
    _take(found, left, open_)
    unsure = _by_likeness(left, sent, columns, open_, found)
    return found, unsure


def _take(found: Mapping[int, Likeness], left: dict[int, Cells], open_: set[int]) -> None:
    open_.difference_update(like.place for like in found.values())
    for row in found:
        left.pop(row, None)


def _equal(
    left: Mapping[int, Cells], sent: Sequence[Cells], columns: Sequence[Column], open_: set[int]
) -> dict[int, int]:
    """Return the rows that say all that one row had shown, and only that one."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place in open_:
        places[_settled(sent[place], columns)].append(place)
    claims: dict[int, list[int]] = defaultdict(list)
    for row, cells in left.items():
        texts = _settled(cells, columns)
        here = places.get(texts, [])
        if len(here) == 1 and sum(map(bool, texts)) >= _INFORMATIVE:
            claims[here[0]].append(row)
    return {rows[0]: place for place, rows in claims.items() if len(rows) == 1}


def _by_key(
    left: Mapping[int, Cells], sent: Sequence[Cells], columns: Sequence[Column], open_: set[int]
) -> dict[int, int]:
    """Return the rows whose key is that of one row only, and three quarters of whose other cells agree with it."""
    found: dict[int, int] = {}
    for at, column in enumerate(columns):
        if not column.key:
            continue
        shown: dict[str, list[int]] = defaultdict(list)
        for place, cells in enumerate(sent):
            if key := fold(as_text(cells[at])):
                shown[key].append(place)
        typed: dict[str, list[int]] = defaultdict(list)
        for row, cells in left.items():
            if row not in found and (key := fold(as_text(cells[at]))):
                typed[key].append(row)
        for key, rows in typed.items():
            places = shown.get(key, [])
            if len(rows) == len(places) == 1 and places[0] in open_ and places[0] not in found.values():
                others = [place for place in range(len(columns)) if place != at]
                if _agreeing(left[rows[0]], sent[places[0]], columns, others) >= _KEY_AGREES:
                    found[rows[0]] = places[0]
    return found


def _agreeing(row: Cells, sent: Cells, columns: Sequence[Column], places: Sequence[int]) -> float:
    filled = [at for at in places if _filled(row[at]) or _filled(sent[at])]
    agree = sum(same(columns[at].type, row[at], sent[at]) for at in filled)
    return agree / len(filled) if len(filled) >= _INFORMATIVE else 0.0


def _by_likeness(
    left: Mapping[int, Cells], sent: Sequence[Cells], columns: Sequence[Column], open_: set[int],
    found: dict[int, Likeness],
) -> dict[int, list[Likeness]]:  # fmt: skip
    """Add the rows that are mutually the best and clearly so; return the few that each of the others looks like."""
    index = _index(sent, columns, open_)
    scored = {row: _scored(cells, sent, columns, open_, index) for row, cells in left.items()}
    suitors: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for row, likes in scored.items():
        for like in likes:
            suitors[like.place].append((like.score, row))
    clear = {
        row: likes[0]
        for row, likes in scored.items()
        if likes
        and _is_clear(row, likes, suitors[likes[0].place])
        and _informative(left[row], sent[likes[0].place], columns, index) >= _INFORMATIVE
    }
    found.update(_told_apart(clear, left, sent, columns))
    return {row: likes[:5] for row, likes in scored.items() if row not in found}


def _is_clear(row: int, likes: Sequence[Likeness], suitors: Sequence[tuple[float, int]]) -> bool:
    best, second = likes[0].score, likes[1].score if len(likes) > 1 else 0.0
    rival = max((score_ for score_, other in suitors if other != row), default=0.0)
    return best >= ENOUGH and best - second >= CLEARLY and best - rival >= CLEARLY


def _told_apart(
    clear: Mapping[int, Likeness], left: Mapping[int, Cells], sent: Sequence[Cells], columns: Sequence[Column]
) -> dict[int, Likeness]:
    """Return the rows that say alike what only one row had shown: what near twins both bear may be said of either."""
    alike = {
        row: [
            (at, settled(column.type, sent[like.place][at]))
            for at, column in enumerate(columns)
            if _filled(left[row][at]) and same(column.type, left[row][at], sent[like.place][at])
        ]
        for row, like in clear.items()
    }
    bearers: dict[tuple[int, str], set[int]] = {key: set() for keys in alike.values() for key in keys}
    for at in {at for at, _text in bearers}:
        for place, cells in enumerate(sent):
            if (held := bearers.get((at, settled(columns[at].type, cells[at])))) is not None:
                held.add(place)
    return {
        row: like for row, like in clear.items() if len(set.intersection(*(bearers[key] for key in alike[row]))) == 1
    }


def _index(sent: Sequence[Cells], columns: Sequence[Column], open_: set[int]) -> dict[tuple[int, str], list[int]]:
    """Return the places where each word of each column stands, of those that tell rows apart."""
    index: dict[tuple[int, str], list[int]] = defaultdict(list)
    for place in sorted(open_):
        for at, cell in enumerate(sent[place]):
            for word in _words(columns[at].type, cell):
                index[at, word].append(place)
    return {key: places for key, places in index.items() if len(places) <= _COMMON}


def _scored(
    cells: Cells, sent: Sequence[Cells], columns: Sequence[Column], open_: set[int],
    index: Mapping[tuple[int, str], list[int]],
) -> list[Likeness]:  # fmt: skip
    votes: Counter[int] = Counter()
    for at, cell in enumerate(cells):
        for word in _words(columns[at].type, cell):
            places = index.get((at, word), ())
            for place in places:
                votes[place] += 1
    tried = [place for place, _count in votes.most_common(_TRIED)] or (sorted(open_) if len(open_) <= _TRIED else [])
    likes = [Likeness(place, score(cells, sent[place], columns), "likeness") for place in tried]
    return sorted((like for like in likes if like.score > 0), key=lambda like: (-like.score, like.place))


def score(row: Cells, sent: Cells, columns: Sequence[Column]) -> float:
    """Return how alike two rows are, from 0 to 1: the mean over the cells that one of them fills."""
    total, count = 0.0, 0
    for column, cell, was in zip(columns, row, sent, strict=True):
        if not _filled(cell) and not _filled(was):
            continue
        count += 1
        if _filled(cell) and _filled(was):
            total += 1.0 if same(column.type, cell, was) else _ratio(column.type, cell, was)
    return total / count if count else 0.0


def _ratio(type_: Type, cell: Raw, was: Raw) -> float:
    """Return how alike two texts are; a date, a number or a choice is the same or it is not."""
    if not (isinstance(type_, Text | Web | Email) or (isinstance(type_, Several) and isinstance(type_.of, Text))):
        return 0.0
    one, other = fold(as_text(cell)), fold(as_text(was))
    ratio = fuzz.ratio(one, other) / 100
    # What is numbered is told apart by its number: file 12 is not nearly file 13.
    return ratio if _DIGITS.findall(one) == _DIGITS.findall(other) else ratio * _OTHER_NUMBER


def _words(type_: Type, cell: Raw) -> set[str]:
    text = fold(as_text(cell))
    return {text, *text.split()} - {""} if isinstance(type_, Text) else {text} - {""}


def _informative(row: Cells, sent: Cells, columns: Sequence[Column], index: Mapping[tuple[int, str], object]) -> int:
    """Return how many cells say the same and tell rows apart: what stands in many rows tells nothing."""
    return sum(
        (at, fold(as_text(was))) in index and same(column.type, cell, was)
        for at, (column, cell, was) in enumerate(zip(columns, row, sent, strict=True))
        if _filled(cell)
    )


def _filled(cell: Raw) -> bool:
    return cell is not None and as_text(cell) != ""


def _settled(cells: Cells, columns: Sequence[Column]) -> tuple[str, ...]:
    return tuple(settled(column.type, cell) for column, cell in zip(columns, cells, strict=True))
