"""Where the names of the offices stand on their zones: beside the circles and beside each other."""

from collections.abc import Collection

from PySide6.QtCore import QRectF

from desktop_app.reports.atlas.circles import Circle

_TRIED = (0, 1, -1, 2, -2, 3, -3)  # halves of its height, down and up: farther away it would name another zone


def beside(name: QRectF, circles: Collection[Circle], others: Collection[QRectF]) -> QRectF | None:
    """Return a name's place moved down or up until it covers no circle and no other name; None where it always does."""
    for halves in _TRIED:
        moved = name.translated(0, halves * name.height() / 2)
        if not any(_covers(moved, one) for one in circles) and not any(moved.intersects(one) for one in others):
            return moved
    return None  # the legend names every zone


def _covers(rect: QRectF, circle: Circle) -> bool:
    nearest_x = min(max(circle.x, rect.left()), rect.right())
    nearest_y = min(max(circle.y, rect.top()), rect.bottom())
    return circle.holds(nearest_x, nearest_y, 2)
