"""Charts: the same plain description for the page and for the screen."""

import xml.etree.ElementTree as ET
from datetime import date

import pytest

from desktop_app.reports.charts import Ink, bars, elided, text_width
from desktop_app.reports.description import Bars, Span, Timeline
from desktop_app.reports.lifelines import PITCH, ROWS_A_PAGE, TOP, enlargement, timelines
from tests.reports.samples import bars as twelve_months
from tests.reports.samples import timeline

SVG = "{http://www.w3.org/2000/svg}"


def test_bars_are_as_high_as_their_numbers() -> None:
    drawing = bars(twelve_months(), 500, lang="en")
    heights = [float(bar.attrib["height"]) for bar in _drawn(drawing.svg()).iter(f"{SVG}rect")]
    assert heights == pytest.approx([26, 52, 78, 26, 26, 52, 26, 52, 26])


def test_a_chart_says_its_numbers_and_months() -> None:
    texts = [text.text for text in _drawn(bars(twelve_months(), 500, lang="en").svg()).iter(f"{SVG}text")]
    assert texts[:6] == ["1", "Dec", "2025", "Jan", "2026", "2"]


def test_a_chart_for_a_page_leaves_its_texts_to_the_page() -> None:
    assert "<text" not in bars(twelve_months(), 500, lang="en").svg(labels=False)


def test_a_chart_of_nothing_is_still_a_picture() -> None:
    assert _drawn(bars(Bars("Nothing", ()), 500, lang="fr").svg()) is not None
    assert timelines(Timeline("Nothing", (), date(2026, 1, 1)), 500) == []


def test_a_screen_gives_its_own_colours() -> None:
    assert "#7FB2FF" in bars(twelve_months(), 500, lang="en", ink=Ink(bar="#7FB2FF")).svg()


def test_names_are_escaped() -> None:
    spans = (Span("<b> & co", date(2020, 1, 1), None),)
    ((_, drawing, _spots),) = timelines(Timeline("x", spans, date(2026, 1, 1)), 400)
    assert "<b> & co" in [text.text for text in _drawn(drawing.svg()).iter(f"{SVG}text")]


def test_a_long_timeline_comes_in_drawings_that_fit_a_page() -> None:
    drawings = timelines(timeline(100), 500)
    assert [len(spans) for spans, _, _ in drawings] == [25, 25, 25, 25]
    assert all(drawing.height < 520 for _, drawing, _ in drawings)


def test_a_few_lines_are_drawn_larger_on_a_large_sheet_and_many_as_they_are() -> None:
    few = timeline(4)
    times = enlargement(few)
    assert times == 1.8
    ((_, small, places),) = timelines(few, 1000 / times)
    large = small.enlarged(times)
    assert (large.width, large.height) == pytest.approx((1000, small.height * times))
    assert large.labels[0].size == small.labels[0].size * times
    assert 'transform="scale(1.8)"' in large.svg()
    assert len(places) == 4
    for count in (14, 25, 37):  # what is enlarged still fits its page
        assert enlargement(timeline(count)) * (TOP + PITCH * count) <= 1.03 * (TOP + PITCH * ROWS_A_PAGE)
    assert enlargement(timeline(100)) == 1
    assert small.enlarged(1) is small


def test_what_goes_on_ends_in_an_arrow_and_what_is_over_is_light() -> None:
    spans = (Span("on", date(2020, 1, 1), None), Span("over", date(2010, 1, 1), date(2014, 1, 1), over=True))
    ((_, drawing, _spots),) = timelines(Timeline("x", spans, date(2026, 1, 1)), 400)
    root = _drawn(drawing.svg())
    assert [path.attrib["fill"] for path in root.iter(f"{SVG}path")] == [Ink().bar]
    assert [rect.attrib["fill"] for rect in root.iter(f"{SVG}rect")] == [Ink().over]


def test_a_name_that_is_too_long_ends_with_three_dots() -> None:
    assert elided("Delta", 8, 100) == "Delta"
    short = elided("Université des sciences et technologies", 8, 60)
    assert short.endswith("…")
    assert text_width(short, 8) <= 60
    assert text_width("東京", 8) == 16


def test_colours_differ_in_lightness_so_that_a_grey_print_tells_them_apart() -> None:
    ink = Ink()
    grey = {name: _lightness(getattr(ink, name)) for name in ("bar", "over")}
    assert abs(grey["bar"] - grey["over"]) > 0.4


def _drawn(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314  (our own drawing)


def _lightness(colour: str) -> float:
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue
