"""Where the words of a life stand below its line: as many as have room, the ends and the next step before the others."""

from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import NamedTuple

GAP = 6


class Mark(NamedTuple):
    """A moment that wants words: where it stands, what is said of it, shortly too, and when it is."""

    x: float
    words: str
    short: str
    when: str
    needed: bool = False  # an end, or the next step
    far: float = 0  # from today


class Written(NamedTuple):
    """Words at their place; without them, the year alone."""

    mark: Mark
    words: str
    left: float
    width: float


def write(marks: Sequence[Mark], room: float, wide: Callable[[str], float], gap: float = GAP) -> list[Written]:
    """Return what is written of moments in their order: all in whole words, else all in short ones, else what has room.

    Words give way to each other sideways, as far as they still stand below their moment.
    """
    every = set(range(len(marks)))
    for said in ([mark.words for mark in marks], short := [mark.short for mark in marks]):
        if found := _in_a_line(_tried(marks, dict(zip(every, said, strict=True)), wide), room, gap, every):
            return found
    needed = {number for number, mark in enumerate(marks) if mark.needed}
    chosen = {number: short[number] for number in needed}
    found = _in_a_line(_tried(marks, chosen, wide), room, gap, needed)
    held = needed if found else set[int]()  # an end beside the next step may push its words from below it
    for number in sorted(every - needed, key=lambda one: marks[one].far):
        for words in (short[number], ""):
            more = {**chosen, number: words}
            if _in_a_line(_tried(marks, more, wide), room, gap, held | (more.keys() - needed)):
                chosen = more
                break
    return _in_a_line(_tried(marks, chosen, wide), room, gap, held | (chosen.keys() - needed))


class _Try(NamedTuple):
    number: int
    mark: Mark
    words: str
    width: float


def _tried(marks: Sequence[Mark], chosen: dict[int, str], wide: Callable[[str], float]) -> list[_Try]:
    found = ((number, marks[number], chosen[number]) for number in sorted(chosen))
    return [_Try(number, mark, words, max(wide(words), wide(mark.when))) for number, mark, words in found]


def _in_a_line(tried: Sequence[_Try], room: float, gap: float, held: set[int]) -> list[Written]:
    """Put words side by side, as near to their moments as can be; nothing where one of `held` would leave its own."""
    before = list(accumulate((one.width + gap for one in tried), initial=0.0))
    most = room - before[-1] + gap
    if not tried or most < 0:
        return []
    # Words that would overlap move as one, to where they are nearest to their moments together.
    groups: list[tuple[float, int]] = []
    for one, start in zip(tried, before, strict=False):
        groups.append((one.mark.x - one.width / 2 - start, 1))
        while len(groups) > 1 and groups[-2][0] > groups[-1][0]:
            (left, count), (right, more) = groups[-2:]
            groups[-2:] = [((left * count + right * more) / (count + more), count + more)]
    moved = [min(max(0.0, at), most) for at, count in groups for _ in range(count)]
    found = [
        Written(one.mark, one.words, at + start, one.width)
        for one, at, start in zip(tried, moved, before, strict=False)
    ]
    below = (one.left <= one.mark.x <= one.left + one.width for one in found)
    return found if all(there or one.number not in held for one, there in zip(tried, below, strict=True)) else []
