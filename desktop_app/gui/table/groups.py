"""Rows gathered under heads: how many each holds, which are closed, and the numbers that a table shows for it.

A head stands among the row numbers as a negative one: -1 for the first group, -2 for the second.
"""

from array import array
from collections.abc import Collection, Sequence
from itertools import accumulate
from typing import NamedTuple

from desktop_app.domain.values import Value


class Group(NamedTuple):
    """One group: the value that its rows share, in words, and how many they are."""

    value: Value
    words: str
    size: int


class Groups:
    """The groups of a list, in order, over all its row numbers in the same order."""

    def __init__(self, groups: Sequence[Group], numbers: "array[int]", closed: Collection[Value] = ()) -> None:
        self.groups, self.numbers = groups, numbers
        self.closed = {number for number, group in enumerate(groups) if group.value in closed}
        self._starts = [0, *accumulate(group.size for group in groups)]

    @property
    def closed_values(self) -> set[Value]:
        """The values of the groups that are closed."""
        return {self.groups[number].value for number in self.closed}

    def shown(self) -> "array[int]":
        """Return the numbers to show: each head, and below it its rows where it is open."""
        found = array("q")
        for number in range(len(self.groups)):
            found.append(-1 - number)
            if number not in self.closed:
                found.extend(self.rows_of(number))
        return found

    def rows_of(self, number: int) -> "array[int]":
        """Return the row numbers of a group."""
        return self.numbers[self._starts[number] : self._starts[number + 1]]
