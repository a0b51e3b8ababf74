"""How wide the columns of a table of parts are: what is chosen in a row is read whole wherever the form has room for it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout

from desktop_app.domain.entity import Entity
from desktop_app.domain.types import Amount, Choice, Day, Integer, Link
from desktop_app.gui.editors.choice import ListEditor
from desktop_app.gui.record_form.part_row import PartRow, PartSpec
from desktop_app.gui.theme import look


def share(entity: Entity, name: str) -> tuple[int, int]:
    """Return how much of the width a column takes, and how little it can do with."""
    match entity.fields[name].type:
        case Link():
            return 6, 150
        case Choice():
            return 4, 72
        case Day():
            return 3, 112
        case Amount():
            return 3, 80
        case Integer():
            return 1, 44
    return (8, 150) if name in entity.title[0] else (4, 64)


def give_room(grid: QGridLayout, spec: PartSpec, rows: Sequence[PartRow], width: int) -> None:
    """Share a width among the columns: the least that each needs, what is chosen as a whole if that fits, then what is left.

    Only the least holds the table open: it becomes narrower again with its form.
    """
    shares, leasts = zip(*(share(spec.entity, name) for name in spec.columns), strict=True)
    widths = [max(look.px(least), _narrowest(rows, name)) for name, least in zip(spec.columns, leasts, strict=True)]
    for place, least in enumerate(widths):
        grid.setColumnMinimumWidth(place, least)
    ends = sum(first.remove.sizeHint().width() for first in rows[:1]) + grid.horizontalSpacing() * len(widths)
    spare = width - ends - sum(widths)
    wanted = [_whole(rows, name) - least for name, least in zip(spec.columns, widths, strict=True)]
    for place in sorted(range(len(widths)), key=wanted.__getitem__):
        given = max(0, min(wanted[place], spare))
        widths[place] += given
        spare -= given
    for place, part in enumerate(shares):
        grid.setColumnStretch(place, widths[place] + max(0, spare) * part // sum(shares))


def _narrowest(rows: Sequence[PartRow], name: str) -> int:
    return max((shown.editors[name].minimumSizeHint().width() for shown in rows), default=0)


def _whole(rows: Sequence[PartRow], name: str) -> int:
    editors = [shown.editors[name] for shown in rows]
    return max((one.combo.whole_width() for one in editors if isinstance(one, ListEditor)), default=0)
