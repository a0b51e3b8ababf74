"""Logos and colours: what can be kept and printed, and what is refused with a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.colour import LEGIBLE, WHITE, contrast, legible, mixed, read_colour
from desktop_app.domain.picture import MOST, kept, looked_at
from desktop_app.domain.values import Unreadable
from tests.strategies import PNG, SVG

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")


def test_a_png_and_a_drawing_are_recognised_with_their_size() -> None:
    assert looked_at(PNG)[0] == "png"
    assert looked_at(PNG)[2:] == (1, 1)
    assert looked_at(SVG)[2:] == (80, 20)
    assert kept(looked_at(SVG).text) == looked_at(SVG)


def test_a_jpeg_says_its_size() -> None:
    head = b"\xff\xd8\xff\xe0\x00\x04\x00\x00\xff\xc0\x00\x11\x08\x00\x28\x00\x50" + b"\x00" * 20 + b"\xff\xd9"
    assert looked_at(head)[2:] == (80, 40)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a",
        b"<html>",
        b"\x89PNG\r\n\x1a\nbroken",
        PNG[:40],
        b"<svg",
        SVG.replace(b"</svg>", b""),
        b"\xff\xd8\xff",
    ],
)
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable, match="PNG"):
        looked_at(data)


@pytest.mark.parametrize(
    "inside",
    [
        b"<script>alert(1)</script>", b'<image href="http://example.org/a.png"/>', b'<g onload="x()"/>',
        b'<image href="file:///etc/passwd"/>', b'<style>@import "x.css";</style>', b'<rect fill="url(http://example.org)"/>',
        b"<foreignObject/>",
    ],
)  # fmt: skip
def test_a_drawing_that_runs_or_loads_something_is_refused(inside: bytes) -> None:
    with pytest.raises(Unreadable, match="plain SVG"):
        looked_at(b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">' + inside + b"</svg>")


def test_a_drawing_that_swells_is_refused() -> None:
    with pytest.raises(Unreadable, match="plain SVG"):
        looked_at(b'<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>')


def test_a_picture_that_is_too_large_is_refused_with_its_size() -> None:
    with pytest.raises(Unreadable, match="25 kB"):
        looked_at(SVG.replace(b"/></svg>", b"/>" + b" " * (MOST + 900) + b"</svg>"))


@pytest.mark.parametrize(("text", "colour"), [("1d5bb8", "#1D5BB8"), ("#abc", "#AABBCC"), (" #FFFFFF ", "#FFFFFF")])
def test_a_colour_is_read_from_its_digits(text: str, colour: str) -> None:
    assert read_colour(text) == colour


@pytest.mark.parametrize("text", ["", "blue", "#12345", "#GGGGGG"])
def test_what_is_no_colour_is_refused(text: str) -> None:
    with pytest.raises(Unreadable, match="#1D5BB8"):
        read_colour(text)


def test_contrast_is_that_of_the_rules_for_the_web() -> None:
    assert round(contrast("#000000", WHITE), 2) == 21
    assert round(contrast("#767676", WHITE), 2) == 4.54
    assert contrast("#123456", "#123456") == 1


@given(COLOURS)
def test_every_colour_becomes_legible_on_white_and_one_that_is_stays_as_it_is(colour: str) -> None:
    assert contrast(legible(colour), WHITE) >= LEGIBLE
    if contrast(colour, WHITE) >= LEGIBLE:
        assert legible(colour) == colour
    assert contrast("#566172", mixed(legible(colour), WHITE, 0.9)) >= 4.4
