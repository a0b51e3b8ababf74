"""The map in reports: the same numbers as lists and as words, in every file that a report becomes; no line between neighbours."""

import io
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date

import docx
import openpyxl
import pytest

from desktop_app.reports.atlas.counting import Wish, count
from desktop_app.reports.atlas.layers import Layers
from desktop_app.reports.atlas.outlines import WORLD
from desktop_app.reports.atlas.page import page_of
from desktop_app.reports.atlas.picture import picture
from desktop_app.reports.atlas.sheet import map_of
from desktop_app.reports.description import Description, WorldMap
from desktop_app.reports.run import run_report
from desktop_app.reports.typeset import typesetter
from desktop_app.store.base import Store
from tests.reports.conftest import NOW

_DAY = date(2026, 11, 22)


def maps(description: Description) -> list[WorldMap]:
    """Return the maps of a report."""
    return [block for block in description.blocks if isinstance(block, WorldMap)]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_activity_report_has_two_maps_whose_numbers_are_their_lists(office: Store, lang: str) -> None:
    report = run_report(office, "activity_year", period="2026-01-01..2026-12-31", lang=lang, now=NOW)
    found = maps(report.description)
    assert [block.numbers.rows[0].code for block in found] == ["VN", "VN"]
    for block in found:
        for figure in block.figures:
            assert office.count(figure.query) == figure.value
    told = [figure for figure in report.figures() if figure["name"].startswith("map_")]
    assert len(told) == sum(len(block.numbers.rows) for block in found)


def test_the_map_of_one_country_is_left_out_of_its_activity_report(office: Store) -> None:
    report = run_report(office, "activity_year", country="VN", period="2026-01-01..2026-12-31", lang="en", now=NOW)
    assert not maps(report.description)


def test_the_summary_of_a_country_shows_who_shares_its_instruments(office: Store) -> None:
    report = run_report(office, "country_summary", country="VN", lang="en", now=NOW)
    (block,) = maps(report.description)
    assert block.numbers.of("VN") is not None
    assert report.pages <= 3


def test_a_reader_who_does_not_see_the_map_hears_its_numbers(office: Store) -> None:
    numbers = count(office, Wish(), "en", _DAY)
    description = page_of(office, map_of(numbers, "Map of partners"), ("Map of partners", "by country"), NOW, "en")
    data = typesetter().typeset(description).data
    assert data.startswith(b"%PDF")
    document = docx.Document(io.BytesIO(_file(office, description, ".docx")))
    words = [one.get("descr") or "" for one in document.element.iter("{*}docPr")]
    assert any("Vietnam 1" in text and "Outlines without legal value" in text for text in words), words


def test_a_workbook_has_the_numbers_of_the_map(office: Store) -> None:
    numbers = count(office, Wish(), "fr", _DAY)
    description = page_of(office, map_of(numbers, "Carte des partenaires"), ("Carte des partenaires", ""), NOW, "fr")
    book = openpyxl.load_workbook(io.BytesIO(_file(office, description, ".xlsx")))
    cells = [line for sheet in book for line in sheet.iter_rows(values_only=True)]
    assert any(line[:2] == ("Inde", 2) for line in cells)


def _file(store: Store, description: Description, ending: str) -> bytes:
    made = run_report(store, "activity_year", lang="en", now=NOW)
    return replace(made, description=description).data(ending)


def test_land_is_filled_and_never_has_a_line(office: Store) -> None:
    numbers = count(office, Wish(), "en", _DAY)
    drawing = picture(numbers, WORLD, 11, 500, 250)
    root = ET.fromstring(drawing.svg())  # noqa: S314  (our own drawing)
    paths = [one for one in root.iter() if one.tag.endswith("path")]
    assert 1 < len(paths) <= 6
    assert all("stroke" not in one.attrib and one.attrib["fill-rule"] == "evenodd" for one in paths)
    for one in paths:
        places = [float(text) for text in re.findall(r"-?[\d.]+", one.attrib["d"])]
        assert min(places) >= -0.5
        assert max(places[::2]) <= 500.5


def test_the_map_says_its_legend_in_words_and_that_it_has_no_legal_value(office: Store) -> None:
    numbers = count(office, Wish(), "fr", _DAY)
    texts = [label.text for label in picture(numbers, WORLD, 11, 500, 250).labels]
    assert "Contours sans valeur juridique" in texts
    assert any(text.endswith(("partenaire", "partenaires")) for text in texts)
    zones = [label.text for label in picture(numbers, WORLD, 11, 500, 250, layers=Layers(shade="zone")).labels]
    assert {"Singapour", "Tokyo", "Aucun bureau"} <= set(zones)
    bare = picture(numbers, WORLD, 11, 500, 250, layers=Layers(shade="none", land=False))
    assert not any("<path" in shape for shape in bare.shapes)


def test_a_map_in_many_lines_of_legend_stays_within_its_width(office: Store) -> None:
    numbers = count(office, Wish(), "en", _DAY)
    drawing = picture(numbers, WORLD, 11, 180, 120, layers=Layers(shade="zone"), title="Map of partners")
    assert all(label.y <= drawing.height for label in drawing.labels)
    assert drawing.labels[-1].text == "Map of partners"
