"""How columns share the room that others leave: first what their cells say, then what is left over."""

from collections.abc import Mapping
from typing import NamedTuple


class Want(NamedTuple):
    """What a column would like, in pixels: its usual width, what its cells need, and how narrow it may become."""

    usual: int
    needed: int
    least: int


def share(room: int, wants: Mapping[int, Want]) -> dict[int, int]:
    """Return the widths of columns in a room; where not even the least makes room for all, they are more than the room."""
    needed = sum(want.needed for want in wants.values())
    if needed <= room:
        usual = sum(want.usual for want in wants.values())
        widths = {column: want.needed + (room - needed) * want.usual // usual for column, want in wants.items()}
    else:
        widths = {column: max(want.least, room * want.needed // needed) for column, want in wants.items()}
    over = sum(widths.values()) - room
    for column, width in widths.items():
        less = min(max(0, over), width - wants[column].least)
        widths[column] -= less
        over -= less
    widths[next(reversed(widths))] += max(0, -over)
    return widths
