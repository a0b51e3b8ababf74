"""The outlines of the reports as paths of Qt: rings made once for each middle of the map, joined as far as they are seen."""

from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPolygonF

from desktop_app.reports.atlas.outlines import Box, Ring, world

Held = tuple[Box, QPolygonF]


@lru_cache(maxsize=6)
def rings(middle: int) -> dict[str, tuple[Held, ...]]:
    """Return the rings of all countries by code, each with its frame; may be asked for on any thread."""
    return {
        code: tuple((box, _closed(ring)) for box, ring in zip(shape.boxes, shape.rings, strict=True))
        for code, shape in world(middle).items()
    }


def _closed(ring: Ring) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in (*ring, ring[0])])


@lru_cache(maxsize=512)
def path_of(middle: int, code: str) -> QPainterPath:
    """Return the outlines of a country."""
    return joined(middle, (code,), None)


def joined(middle: int, codes: Iterable[str], seen: Box | None) -> QPainterPath:
    """Return the outlines of some countries as one path, as far as they are seen: where two meet, nothing shines through."""
    made, held = QPainterPath(), rings(middle)
    for code in sorted(codes):
        for box, ring in held.get(code, ()):
            if seen is None or box.meets(seen):
                made.addPolygon(ring)
    return made
