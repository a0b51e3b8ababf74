"""Make the outlines of countries that the map draws, from the `countries-50m.json` of world-atlas 2.0.2 (an npm package).

    npm pack world-atlas@2.0.2 && tar -xf world-atlas-2.0.2.tgz
    python build_spec/outlines.py package/countries-50m.json

Lines that neighbours share are made simpler once, so that no gap opens between them. What the file then holds, where it
comes from and what was changed stands in `resources/map/SOURCES.md`. Says which countries of the reference list have no place.
"""

import csv
import json
import sys
from itertools import pairwise
from math import cos, hypot, radians
from pathlib import Path
from typing import Any

from babel.core import get_global

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "resources" / "map" / "outlines.json"
TOLERANCE = 0.06  # degrees that a simpler line may be off
SMALL, FINE = 1.2, 0.015  # what is not larger, in degrees, keeps its shape better
ISLET = 0.008  # square degrees: what is smaller is left out, unless it is a good part of its country
UNIT = 100  # of a degree
LAND = ""  # land that is counted with no country

Point = tuple[float, float]
Ring = list[Point]
Box = tuple[float, float, float, float]

# Pieces that Natural Earth draws within another country: who has them here, and the box that they lie in.
_PIECES: tuple[tuple[str, str, Box], ...] = (
    ("FR", "GF", (-55, 2, -51, 6)), ("FR", "GP", (-62, 15.8, -61, 16.6)), ("FR", "MQ", (-61.3, 14.3, -60.7, 15)),
    ("FR", "RE", (55, -21.5, 56, -20.5)), ("FR", "YT", (44.9, -13.1, 45.4, -12.5)), ("NO", "SJ", (10, 74, 35, 81)),
    ("RU", "UA", (32, 44, 37, 46.5)), ("CC", "CX", (105, -11, 106, -10)),
)  # fmt: skip
_WITHOUT_NUMBER = {"Somaliland": "SO", "N. Cyprus": "CY", "Kosovo": "XK", "Indian Ocean Ter.": "CC"}
_CIRCLES: dict[str, Point] = {
    "MY": (102.3, 4.0),
    "NZ": (175.6, -38.6),
}  # where people look, rather than the greatest part
# Too small for the scale: a place without an outline.
_POINTS: dict[str, Point] = {
    "TV": (179.2, -8.5), "TK": (-171.8, -9.2), "GI": (-5.35, 36.14), "CX": (105.6, -10.5), "CC": (96.8, -12.2),
    "BQ": (-68.3, 12.2), "BV": (3.4, -54.4), "UM": (166.6, 19.3),
}  # fmt: skip


def decoded(topology: dict[str, Any]) -> list[Ring]:
    """Return the lines of a topology in degrees, made simpler."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    lines = []
    for arc in topology["arcs"]:
        x = y = 0
        points: Ring = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        lines.append(simpler(unrolled(points)))
    return lines


def unrolled(points: Ring) -> Ring:
    """Return a line whose degrees of longitude go on beyond 180 rather than jump to the other side."""
    turned = 0.0
    found = points[:1]
    for (before, _), (x, y) in pairwise(points):
        turned += 360.0 if x - before < -180 else -360.0 if x - before > 180 else 0.0
        found.append((x + turned, y))
    return found


def simpler(points: Ring) -> Ring:
    """Return a line with fewer points, none of the others farther from it than the tolerance."""
    west, south, east, north = box(points)
    tolerance = FINE if max(east - west, north - south) <= SMALL else TOLERANCE
    if points[0] == points[-1]:  # closed: two halves
        middle = max(range(len(points)), key=lambda at: hypot(*_between(points[0], points[at])))
        return [*_thinned(points[: middle + 1], tolerance)[:-1], *_thinned(points[middle:], tolerance)]
    return _thinned(points, tolerance)


def _thinned(points: Ring, tolerance: float) -> Ring:
    if len(points) < 3:
        return points
    far, at = max((_distance(point, points[0], points[-1]), at) for at, point in enumerate(points[1:-1], 1))
    if far <= tolerance:
        return [points[0], points[-1]]
    return [*_thinned(points[: at + 1], tolerance)[:-1], *_thinned(points[at:], tolerance)]


def _between(one: Point, other: Point) -> Point:
    return other[0] - one[0], other[1] - one[1]


def _distance(point: Point, start: Point, end: Point) -> float:
    (dx, dy), (px, py) = _between(start, end), _between(start, point)
    long = dx * dx + dy * dy
    along = 0.0 if not long else max(0.0, min(1.0, (px * dx + py * dy) / long))
    return hypot(px - along * dx, py - along * dy)


def rings_of(geometry: dict[str, Any], lines: list[Ring]) -> list[list[Ring]]:
    """Return the polygons of a country, each with its outer ring first."""
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    return [[_joined(ring, lines) for ring in polygon] for polygon in polygons]


def _joined(ring: list[int], lines: list[Ring]) -> Ring:
    points: Ring = []
    for number in ring:
        line = lines[number] if number >= 0 else lines[~number][::-1]
        turned = 360.0 * round((points[-1][0] - line[0][0]) / 360) if points else 0.0
        points += [(x + turned, y) for x, y in line[1 if points else 0 :]]
    turns = points[-1][0] - points[0][0]
    if abs(turns) > 180:  # once around the pole
        pole = -90.0 if points[0][1] < 0 else 90.0
        points += [(points[-1][0], pole), (points[0][0], pole), points[0]]
    return points


def area(ring: Ring) -> float:
    """Return about how great a ring is."""
    middle = sum(y for _x, y in ring) / len(ring)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))) / 2 * cos(radians(middle))


def box(ring: Ring) -> Box:
    """Return west, south, east and north of a ring."""
    xs, ys = [x for x, _y in ring], [y for _x, y in ring]
    return min(xs), min(ys), max(xs), max(ys)


def heart(ring: Ring) -> Point:
    """Return the place inside a ring that is farthest from its edges."""
    west, south, east, north = box(ring)
    steps = [number / 24 for number in range(1, 24)]
    places = [(west + (east - west) * a, south + (north - south) * b) for a in steps for b in steps]
    inside = [place for place in places if _is_inside(place, ring)]
    middle = ((west + east) / 2, (south + north) / 2)
    return max(inside, key=lambda place: min(_distance(place, *edge) for edge in pairwise(ring)), default=middle)


def _is_inside(place: Point, ring: Ring) -> bool:
    x, y = place
    crossed = (
        (a[1] > y) != (b[1] > y) and x < a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0]) for a, b in pairwise(ring)
    )
    return sum(crossed) % 2 == 1


def collected(topology: dict[str, Any]) -> dict[str, list[list[Ring]]]:
    """Return the polygons of each country by its code of two letters."""
    codes = get_global("territory_aliases")
    lines, found = decoded(topology), dict[str, list[list[Ring]]]()
    for geometry in topology["objects"]["countries"]["geometries"]:
        name, number = geometry["properties"]["name"], geometry.get("id")
        code = codes[number][0] if number else _WITHOUT_NUMBER.get(name, LAND)
        for polygon in rings_of(geometry, lines):
            found.setdefault(_owner(code, polygon[0]), []).append(polygon)
    return found


def _owner(code: str, ring: Ring) -> str:
    west, south, east, north = box(ring)
    return next(
        (
            owner
            for within, owner, (w, s, e, n) in _PIECES
            if within == code and w <= west and s <= south and east <= e and north <= n
        ),
        code,
    )


def written(polygons: list[list[Ring]], code: str) -> dict[str, Any]:
    """Return a country as the file holds it."""
    rings = sorted((ring for polygon in polygons for ring in polygon), key=area, reverse=True)
    most = area(rings[0])
    x, y = _CIRCLES.get(code) or heart(rings[0])
    kept = [_steps(ring) for ring in rings if area(ring) > min(ISLET, most / 10)]
    return {
        "at": [round(x * UNIT), round(y * UNIT)],
        "main": sum(area(ring) > most / 8 for ring in rings),
        "rings": [ring for ring in kept if len(ring) > 4],
    }


def _steps(ring: Ring) -> list[int]:
    """Return a ring as its first point and the way from each point to the next one."""
    points = [(round(x * UNIT), round(y * UNIT)) for x, y in ring]
    kept = [points[0], *(after for before, after in pairwise(points) if after != before)]
    kept = kept[:-1] if kept[0] == kept[-1] else kept
    steps = [*kept[0]]
    for before, after in pairwise(kept):
        steps += (after[0] - before[0], after[1] - before[1])
    return steps


def main() -> None:
    """Write the file."""
    topology = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    found = {code: written(polygons, code) for code, polygons in sorted(collected(topology).items())}
    for code, (x, y) in _POINTS.items():
        found.setdefault(code, {"at": [round(x * UNIT), round(y * UNIT)], "main": 0, "rings": []})
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    lines = [f'"{code}":{json.dumps(found[code], separators=(",", ":"))}' for code in sorted(found)]
    TARGET.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    with (ROOT / "resources" / "reference" / "country.csv").open(encoding="utf-8-sig", newline="") as file:
        missing = [line["code"] for line in csv.DictReader(file, delimiter=";") if line["code"] not in found]
    print(f"{TARGET.name}: {TARGET.stat().st_size // 1000} kB; without a place: {' '.join(missing) or 'none'}")


if __name__ == "__main__":
    main()
