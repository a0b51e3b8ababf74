"""Shades in classes: which numbers share a shade, and how a class is written.

Five shades of one blue at most, each a good step lighter or darker than the next: they are told apart by those who don't see
colours well, and on a grey print.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import count
from typing import NamedTuple

from desktop_app.reports.atlas.numbers import written

MOST = 5
# From fine to coarse: where classes may begin, in each power of ten.
_STEPS: tuple[tuple[int, ...], ...] = ((1, 2, 5), (1, 3), (1,))


class Class(NamedTuple):
    """Numbers of one shade, from the least to the greatest that there is."""

    least: int
    most: int

    def said(self, lang: str) -> str:
        """Return the class as the legend writes it."""
        least, most = (written(number, lang) for number in self)
        return least if self.least == self.most else f"{least}–{most}"


def classes_of(numbers: Iterable[int]) -> tuple[Class, ...]:
    """Return the classes of some numbers, the least first; none is without a number that could be in it."""
    held = [number for number in numbers if number > 0]
    if not held:
        return ()
    least, greatest = min(held), max(held)
    starts = next((found for steps in _STEPS if len(found := _starts(least, greatest, steps)) <= MOST), None)
    starts = starts or _starts(least, greatest, (1,))[-MOST:]
    first = min(least, starts[0])
    ends = [start - 1 for start in starts[1:]]
    return tuple(Class(one, other) for one, other in zip([first, *starts[1:]], [*ends, greatest], strict=True))


def _starts(least: int, greatest: int, steps: Sequence[int]) -> list[int]:
    every: list[int] = []
    for power in count():
        every += [step * 10**power for step in steps]
        if every[-1] > greatest:
            break
    kept = [start for start in every if start <= greatest]
    return kept[max(0, bisect_right(kept, least) - 1) :]


def class_of(number: int, classes: Sequence[Class]) -> int:
    """Return the place of the class of a number."""
    return max(0, bisect_right([one.least for one in classes], number) - 1)
