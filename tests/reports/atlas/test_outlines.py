"""Outlines: the projection keeps areas, nothing is drawn across the edge of the map, every country has its place."""

import csv
from itertools import pairwise
from math import pi, radians, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.paths import resources
from desktop_app.reports.atlas import outlines
from desktop_app.reports.atlas.equal_earth import HEIGHT, WIDTH, projected, seen_from
from desktop_app.reports.atlas.outlines import (
    MIDDLES,
    WORLD,
    Box,
    Ring,
    clipped,
    cut,
    framed,
    middle_for,
    middle_near,
    turned,
    world,
)

_HALF = 18_000
_degrees = st.integers(-53_000, 53_000)


def area(ring: Ring) -> float:
    """Return the area of a ring."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise([*ring, ring[0]]))) / 2


def test_the_world_is_twice_as_wide_as_high_and_the_equator_in_its_middle() -> None:
    assert projected(0, 0) == (0, 0)
    assert projected(180, 0)[0] == pytest.approx(WIDTH / 2)
    assert projected(0, 90)[1] == pytest.approx(-HEIGHT / 2)
    assert pytest.approx(0.4867, abs=1e-4) == HEIGHT / WIDTH  # Šavrič et al., 2018


@given(latitude=st.integers(-89, 88))
def test_a_cell_of_the_globe_has_the_same_area_on_the_map(latitude: int) -> None:
    edges = [latitude + step / 50 for step in range(51)]
    east, west = ([projected(side, one) for one in edges] for side in (10, 0))
    on_map = area((*west, *reversed(east)))
    on_globe = radians(10) * (sin(radians(latitude + 1)) - sin(radians(latitude)))
    whole = area(tuple(projected(side, one) for side, lats in ((180, range(-90, 91)), (-180, range(90, -91, -1)))
                       for one in lats))  # fmt: skip
    assert on_map / whole == pytest.approx(on_globe / (4 * pi), rel=2e-3)


@pytest.mark.parametrize("middle", [*MIDDLES, 105, -60])
def test_no_line_goes_across_the_map(middle: int) -> None:
    for shape in world(middle).values():
        for ring in shape.rings:
            for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]]):
                across_the_pole = min(abs(y1), abs(y2)) > HEIGHT / 2 * 0.97
                assert abs(x1 - x2) < WIDTH / 10 or across_the_pole, (shape.code, x1, x2, y1)


@pytest.mark.parametrize("middle", [150, 105, -60])
def test_everything_lies_on_the_map_and_is_as_large_wherever_the_map_is_cut(middle: int) -> None:
    for code, shape in world(middle).items():
        for ring in shape.rings:
            assert all(
                WORLD.left - 0.1 <= x <= WORLD.right + 0.1 and WORLD.top - 0.1 <= y <= WORLD.bottom + 0.1
                for x, y in ring
            )
        here = sum(map(area, shape.rings))
        there = sum(map(area, world(MIDDLES[0])[code].rings))
        assert here == pytest.approx(there, rel=0.02, abs=0.05), code


@given(st.lists(st.tuples(_degrees, st.integers(-8000, 8000)), min_size=3, max_size=12))
def test_the_pieces_of_a_ring_lie_between_the_edges(points: list[tuple[int, int]]) -> None:
    for piece in cut(points):
        assert all(-_HALF <= x <= _HALF for x, _y in piece)


def test_a_ring_over_the_edge_becomes_two_pieces_of_the_same_area() -> None:
    ring = [(17_000, 0), (19_000, 0), (19_000, 1000), (17_000, 1000)]
    east, west = sorted(cut(ring), key=lambda piece: -max(x for x, _y in piece))
    assert {x for x, _y in east} == {17_000, 18_000}
    assert {x for x, _y in west} == {-18_000, -17_000}


def test_fiji_russia_and_the_united_states_are_on_both_sides_of_180_degrees() -> None:
    for code in ("FJ", "RU", "US"):
        for middle in MIDDLES:
            shape = world(middle)[code]
            assert shape.frame.width < WIDTH / 2, (code, middle)
    assert world(150)["NZ"].at[0] > 0


def test_every_country_of_the_list_has_a_place() -> None:
    with (resources() / "reference" / "country.csv").open(encoding="utf-8-sig", newline="") as file:
        codes = {line["code"] for line in csv.DictReader(file, delimiter=";")}
    assert not codes - world(MIDDLES[0]).keys()


def test_a_circle_stands_on_its_country() -> None:
    for code in ("FR", "VN", "US", "BR", "CN", "AU", "ZA", "RU"):
        shape = world(11)[code]
        assert any(_holds(ring, shape.at) for ring in shape.rings), code


def _holds(ring: Ring, point: tuple[float, float]) -> bool:
    x, y = point
    edges = pairwise([*ring, ring[0]])
    crossed = [(a[1] > y) != (b[1] > y) and x < a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0]) for a, b in edges]
    return sum(crossed) % 2 == 1


def test_overseas_france_is_apart_and_crimea_is_with_ukraine() -> None:
    shapes = world(11)
    assert shapes["FR"].box.width < 40
    assert shapes["GF"].rings
    x, y = projected(34.2 - 11, 45.2)
    assert any(_holds(ring, (x, y)) for ring in shapes["UA"].rings)
    assert not any(_holds(ring, (x, y)) for ring in shapes["RU"].rings)


def test_the_middle_is_that_from_which_the_zone_is_least_far() -> None:
    assert middle_for(("SG", "JP")) == 150
    assert middle_for(("BR",)) == 11
    assert middle_for(()) == 11
    assert middle_near(("SG", "VN", "ID")) == 105
    assert middle_near(("FJ", "WS")) == -180
    assert middle_near(()) == 15


@given(st.floats(-179, 179), st.floats(-85, 85), st.integers(-180, 180))
def test_a_place_is_found_again_on_a_map_with_another_middle(longitude: float, latitude: float, by: int) -> None:
    there = seen_from(projected(longitude, latitude), by)
    assert there == pytest.approx(projected(turned(longitude - by), latitude), abs=0.01)


def test_what_is_cut_at_a_frame_lies_in_it() -> None:
    box = Box(-50, -50, 50, 50)
    for shape in world(11).values():
        for ring in shape.rings:
            for x, y in clipped(ring, box):
                assert box.left - 1e-6 <= x <= box.right + 1e-6
                assert box.top - 1e-6 <= y <= box.bottom + 1e-6
    assert not clipped(world(11)["AU"].rings[0], box)
    assert framed(()) == WORLD


def test_the_file_says_where_it_comes_from_and_is_small() -> None:
    folder = resources() / "map"
    assert "public" in (folder / "SOURCES.md").read_text(encoding="utf-8")
    assert (folder / "outlines.json").stat().st_size < 300_000
    assert outlines.longitude_of("VN") == pytest.approx(105, abs=4)
    assert outlines.longitude_of("ZZ") is None
