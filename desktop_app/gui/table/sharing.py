"""How columns share the room that others leave: first what names the rows, then what the others say, then what is left over."""

from collections.abc import Mapping
from typing import NamedTuple


class Want(NamedTuple):
    """What a column would like, in pixels: its usual width, what its cells need, how narrow it may become; `leads`: it names
    the rows."""

    usual: int
    needed: int
    least: int
    leads: bool = False


def share(room: int, wants: Mapping[int, Want]) -> dict[int, int]:
    """Return the widths of columns in a room; where not even the least makes room for all, they are more than the room."""
    leading = {column: want for column, want in wants.items() if want.leads}
    others = {column: want for column, want in wants.items() if not want.leads}
    if not leading or not others or sum(want.needed for want in wants.values()) <= room:
        return _shared(room, wants)
    # Whole up to their usual width: longer ones share what is missing with the others.
    first = {
        column: want._replace(needed=max(want.least, min(want.needed, want.usual))) for column, want in leading.items()
    }
    ahead = min(sum(want.needed for want in first.values()), room - sum(want.least for want in others.values()))
    kept = _shared(ahead, first)
    return _shared(room, {column: want._replace(least=kept.get(column, want.least)) for column, want in wants.items()})


def give(missing: int, spare: Mapping[int, int]) -> dict[int, int]:
    """Return how much each column gives of what it can spare, where others miss so much."""
    whole = sum(spare.values())
    return (
        {column: part * min(missing, whole) // whole for column, part in spare.items()} if missing > 0 and whole else {}
    )


def _shared(room: int, wants: Mapping[int, Want]) -> dict[int, int]:
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
