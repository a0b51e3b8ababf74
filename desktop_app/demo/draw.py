"""Choices that look random and are the same whenever the seed is."""

from bisect import bisect
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

from desktop_app.domain.ids import timed_id

T = TypeVar("T")

# Ids carry a time: a fixed one, so that two demo offices of one seed have the same ids and references.
_EPOCH = int(datetime(2025, 1, 1, tzinfo=UTC).timestamp() * 1000)


class Draw:
    """Draws numbers, days, options and ids from a seed."""

    def __init__(self, seed: str) -> None:
        self._source = Random(seed)  # noqa: S311 - nothing secret: the same choices are wanted again
        self.random = self._source.random
        self._count = 0

    def id(self) -> str:
        """Return the next record id; ids come in order, which keeps the base's indexes compact."""
        self._count += 1
        return timed_id(_EPOCH + self._count, self._source.getrandbits(80))

    def chance(self, share: float) -> bool:
        """Return yes in a share of cases."""
        return self.random() < share

    def between(self, low: int, high: int) -> int:
        """Return a whole number between two, both included."""
        return low + int(self.random() * (high - low + 1))

    def pick(self, options: Sequence[T]) -> T:
        """Return one option."""
        return options[int(self.random() * len(options))]

    def some(self, options: Sequence[T], count: int) -> list[T]:
        """Return so many different options, or all where there are fewer."""
        return self._source.sample(options, min(count, len(options)))

    def day(self, first: date, last: date) -> date:
        """Return a day between two, both included."""
        return first + timedelta(days=self.between(0, max((last - first).days, 0)))


class Weighted(Generic[T]):
    """Options of which some come more often than others."""

    def __init__(self, options: Iterable[tuple[T, float]]) -> None:
        held = list(options)
        self._options = [option for option, _weight in held]
        self._sums = list(accumulate(weight for _option, weight in held))

    def draw(self, draw: Draw) -> T:
        """Return one option."""
        return self._options[min(bisect(self._sums, draw.random() * self._sums[-1]), len(self._options) - 1)]
