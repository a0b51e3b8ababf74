"""Circles and shades: areas are in proportion, every number has its class, shades are told apart in grey and by all eyes."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop_app.reports.atlas.circles import LEAST, Circle, Place, circles, number_width, radius_of
from desktop_app.reports.atlas.classes import MOST, class_of, classes_of
from desktop_app.reports.atlas.picture import PRINTED, shades_of

_numbers = st.lists(st.integers(1, 200_000), min_size=1, max_size=60)


@given(_numbers)
def test_every_number_is_in_exactly_one_class(numbers: list[int]) -> None:
    classes = classes_of(numbers)
    assert 1 <= len(classes) <= MOST
    assert all(before.most + 1 == after.least for before, after in pairwise(classes))
    for number in numbers:
        held = classes[class_of(number, classes)]
        assert held.least <= number <= held.most


def test_classes_are_written_as_people_read_them() -> None:
    assert [one.said("en") for one in classes_of([1, 3, 7, 11])] == ["1", "2–4", "5–9", "10–11"]
    assert classes_of([]) == ()


def lightness(colour: str) -> float:
    """Return how light a colour is to the eye (L* of CIELAB), which is also what a grey print shows."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return 116 * luminance ** (1 / 3) - 16 if luminance > 0.008856 else 903.3 * luminance


def test_shades_grow_darker_by_steps_that_a_grey_print_shows() -> None:
    steps = [lightness(one) for one in (PRINTED.land, *PRINTED.shades)]
    assert all(before - after >= 5 for before, after in pairwise(steps)), steps
    assert shades_of(classes_of([1]), PRINTED) == (PRINTED.shades[2],)
    assert len(set(shades_of(classes_of([1, 2, 5, 10]), PRINTED))) == 4


@given(_numbers)
def test_areas_are_in_proportion_to_the_numbers(numbers: list[int]) -> None:
    greatest = max(numbers)
    for number in numbers:
        radius = radius_of(number, greatest, 20)
        assert radius == LEAST or radius**2 / 400 == pytest.approx(number / greatest)


@example([(8.0, 1.0, 1), (2.0, 6.0, 3), (11.0, 22.0, 50)])  # two numbers that touched
@given(st.lists(st.tuples(st.floats(0, 300), st.floats(0, 300), st.integers(1, 500)), max_size=25))
def test_circles_stay_near_their_places_and_no_number_lies_on_another(places: list[tuple[float, float, int]]) -> None:
    asked = [Place(str(at), x, y, number, str(number)) for at, (x, y, number) in enumerate(places)]
    found = circles(asked, 20)
    home = {place.code: place for place in asked}
    assert len(found) == len(asked)
    for one in found:
        near = max(2 * one.radius, 8.0) + 1e-6
        assert (one.x - home[one.code].x) ** 2 + (one.y - home[one.code].y) ** 2 <= near**2
    beside = [one for one in found if not one.inside and not one.bare]
    for at, one in enumerate(beside):
        assert not any(_meet(one, other) for other in beside[at + 1 :])


def _meet(one: Circle, other: Circle) -> bool:
    between = 11 * 0.4  # or they are read as one number
    across = (number_width(one.text, 11) + number_width(other.text, 11)) / 2 + between - 1e-6
    return abs(one.text_x - other.text_x) < across and abs(one.text_y - other.text_y) < 11 * 0.72 - 1e-6


def test_two_circles_at_one_place_are_both_seen() -> None:
    first, second = circles([Place("MY", 10, 10, 6, "6"), Place("SG", 10, 10, 11, "11")], 16)
    assert (first.x - second.x) ** 2 + (first.y - second.y) ** 2 > 8**2
    assert first.holds(first.x + 1, first.y)


def test_a_number_between_greater_circles_stands_at_a_corner_of_its_own() -> None:
    """Laos, among its neighbours, on a map of the world."""
    around = (("LA", 111, 60, 15), ("VN", 131, 54, 53), ("TH", 108, 79, 47), ("MM", 99, 55, 12), ("SG", 117, 131, 62))
    found = circles([Place(code, x, y, number, str(number)) for code, x, y, number in around], 13)
    assert not any(one.bare for one in found)
    small = [one for one in found if not one.inside]
    assert {one.code for one in small} == {"LA", "MM"}
    assert not any(other.holds(one.text_x, one.text_y) for one in small for other in found)
