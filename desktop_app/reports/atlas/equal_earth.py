"""The Equal Earth projection: areas on the map are as those on the globe, so that shades don't exaggerate the north.

B. Šavrič, T. Patterson and B. Jenny, "The Equal Earth map projection", International Journal of Geographical Information
Science 33 (2018). The whole world is 1,000 wide here; the origin is where the middle meridian crosses the equator, and y
grows downwards, as on paper and on screens.
"""

from functools import cache
from math import asin, cos, radians, sin, sqrt

WIDTH = 1000.0
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = sqrt(3) / 2


def _at(latitude: float) -> tuple[float, float]:
    """Return how long a degree of longitude is at a latitude, and how high the latitude stands, for a globe of radius 1."""
    theta = asin(_M * sin(radians(latitude)))
    two = theta * theta
    six = two * two * two
    slope = _A1 + 3 * _A2 * two + six * (7 * _A3 + 9 * _A4 * two)
    return radians(cos(theta) / (_M * slope)), theta * (_A1 + _A2 * two + six * (_A3 + _A4 * two))


_SCALE = WIDTH / (360 * _at(0)[0])
HEIGHT = 2 * _SCALE * _at(90)[1]


@cache
def row(latitude: int) -> tuple[float, float]:
    """Return the length of a degree of longitude, and y, at a latitude in hundredths of a degree."""
    degree, height = _at(latitude / 100)
    return _SCALE * degree, -_SCALE * height


def seen_from(point: tuple[float, float], by: float) -> tuple[float, float]:
    """Return where a point stands on a map whose middle is so many degrees farther east."""
    south, north = -90.0, 90.0
    for _halving in range(30):
        middle = (south + north) / 2
        south, north = (middle, north) if -_SCALE * _at(middle)[1] > point[1] else (south, middle)
    degree = _SCALE * _at(south)[0]
    return degree * ((point[0] / degree - by + 180) % 360 - 180), point[1]


def projected(longitude: float, latitude: float) -> tuple[float, float]:
    """Return where a place stands, its longitude counted from the middle meridian."""
    degree, height = _at(latitude)
    return _SCALE * degree * longitude, -_SCALE * height
